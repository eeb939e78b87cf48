import { describe, expect, test } from 'vitest'
import { checkBlokerende, checkTitel } from './index.ts'

/** The edges of the rules of names: of each pair one row is a name, and the other, a mark or a letter away, is none. */
const KONTEKST = { art: 'sag', egneNavne: ['Ulla Hansen'], kendteNavne: ['Gzim Xhaka'] } as const
const navne = (tekst: string): string[] => checkBlokerende(tekst, KONTEKST).map(({ fra, til }) => tekst.slice(fra, til))
const alle = (tekst: string): string[] =>
  checkTitel(tekst, KONTEKST).flatMap(({ kode, fra, til }) =>
    kode.startsWith('NAVN') ? [`${kode} ${tekst.slice(fra, til)}`] : [],
  )

describe('how far a name goes', () => {
  test.each([
    ['Peter-Jensen', 'Peter-Jensen'],
    ["Peter O'Brian", "Peter O'Brian"],
    ['Peter. Brev', 'Peter'],
    ['Peter: Jensen', 'Peter|Jensen'],
    ['Peter Jensen, Anne', 'Peter Jensen|Anne'],
    ['Jensen, P.', 'Jensen, P'],
    ['Jensen; Peter', 'Jensen|Peter'],
    ['Samtale med P.J. Jensen', 'P.J. Jensen'],
    ['Samtale med P J Jensen', 'P J Jensen'],
    ['Peter van der Xylander', 'Peter van der Xylander'],
    ['Peter van xylander', 'Peter'],
    ['Peter de Xylander', 'Peter de Xylander'],
    ['Peter Xylander Bostøttecenter', 'Peter Xylander'],
    ['Peter Bostøttecenter', ''],
    ['Peter Handleplan', 'Peter'],
    ['Peters Xylander', ''],
    ['Peters xylander', 'Peters'],
    ['peter Xylander', 'peter'],
    ['Peter I', 'Peter I'],
    ['Peter Å dag', ''],
    ['Samtale med Peter om skov', 'Peter'],
    ['Om Xylander Jensen', 'Xylander Jensen'],
    ['Xylander Jensen', 'Jensen'],
    ['Om Handleplan Jensen', 'Jensen'],
    ['Om; Xylander; Jensen', 'Jensen'],
    ['Brev fra Peter og Anne', 'Peter|Anne'],
    ['Peter/Anne', 'Peter|Anne'],
    ['Mortensens, Petersens', 'Mortensens|Petersens'],
  ])('%s', (tekst, ventet) => {
    expect(navne(tekst).join('|')).toBe(ventet)
  })
})

describe('own and known names', () => {
  test.each([
    ['Ulla Jensen', ['NAVN_ANDEN_PERSON Ulla Jensen']],
    ['Ulla Xylander', []],
    ['H. Hansen', []],
    ['X. Hansen', ['NAVN_ANDEN_PERSON X. Hansen']],
    ['Hansen X.', ['NAVN_ANDEN_PERSON Hansen X']],
    ['U. H. Hansen', []],
    ['Xhaka', ['NAVN_ANDEN_PART Xhaka']],
    ['Xhaka Peter', ['NAVN_ANDEN_PART Xhaka Peter']],
    ['Xhaka ApS', []],
    ['Xhaka Skole', ['NAVN_ANDEN_PART Xhaka']],
    ['xhakas', ['NAVN_ANDEN_PART xhakas']],
    ['xhakass', []],
    ['Ullas brev', []],
    ['Fru Qorvin Xylander', ['NAVN_ANDEN_PERSON Qorvin Xylander']],
  ])('%s', (tekst, ventet) => {
    expect(alle(tekst)).toEqual(ventet)
  })
})

describe('a word nobody knows after a form of address', () => {
  test.each([
    ['Fru Qorvin', ['Qorvin']],
    ['hr. Qorvin', ['Qorvin']],
    ['Fru, Qorvin', []],
    ['Fru QORVIN', []],
    ['Fru qorvin', []],
    ['Qorvin', []],
    ['naboen Qorvin', ['Qorvin']],
    ['naboen: Qorvin', []],
    ['naboen Handleplan', []],
    ['naboen Bostøttecenter', []],
    ['om Qorvin', []],
    ['om Qorvin Xylander', ['Qorvin Xylander']],
    ['om Qorvin-Xylander', ['Qorvin-Xylander']],
    ['om Qorvin, Xylander', []],
    ['om Qorvin Xylander Zorbin Quix Vext', ['Qorvin Xylander Zorbin Quix']],
  ])('%s', (tekst, ventet) => {
    expect(alle(tekst).map((et) => et.slice(et.indexOf(' ') + 1))).toEqual(ventet)
  })
})

describe('abbreviations', () => {
  test.each([
    ['EVA rapport', []],
    ['Eva rapport', ['Eva']],
    ['PETER rapport', ['PETER']],
    ['Brev fra EVA', ['EVA']],
    ['BREV FRA EVA', ['EVA']],
    ['Brev fra Eva', ['Eva']],
    ['Brev fra PETER', ['PETER']],
    ['Brev fra EVA JENSEN', ['EVA JENSEN']],
  ])('%s', (tekst, ventet) => {
    expect(navne(tekst)).toEqual(ventet)
  })
})

describe('a word that is a name only perhaps', () => {
  test.each([
    ['Bo H.', ['Bo H']],
    ['Skov H. kom', ['Skov H']],
    ['Skov H', ['Skov H']],
    ['Skov H kom', []],
    ['i B. Holm', []],
    ['Holm-Lund i dag', ['Holm-Lund']],
    ['på Holm-Lund', []],
    ['Maj 2024', []],
    ['maj 3', []],
    ['3. Maj', []],
    ['Referat, Maj', []],
    ['Referat om Maj', []],
    ['vedr. Maj', ['Maj']],
    ['hos Maj', ['Maj']],
    ['Fru Maj', ['Maj']],
    ['Samtale med Dag 3', ['Dag']],
    ['Sten Levering', []],
    ['Vedr. Sten Levering af grus', ['Sten Levering']],
    ['sten skov', ['sten skov']],
    ['om sten skov', ['sten skov']],
    ['en sten skov', []],
    ['bo grøn', []],
    ['advokat holm', ['holm']],
    ['samtale med holm', ['holm']],
    ['tur med holm', []],
    ['samtale m. holm', ['holm']],
    ['brev fra holm', ['holm']],
    ['brev til holm', ['holm']],
    ['tur til holm', []],
    ['hos skov og natur', []],
    ['hos skov og peter', ['skov', 'peter']],
    ['fru lund', ['lund']],
    ['Bo har klaget', ['Bo']],
    ['Bo har ikke klaget', ['Bo']],
    ['Bo har nu ikke klaget', []],
    ['Bo Har klaget', []],
    ['Bo: søger', []],
    ['Bo/søger', []],
    ['Stens-klage', []],
    ['Stens mark', []],
    ['Samtale (Bo)', ['Bo']],
    ['Levering (Bo)', []],
    ['Samtale (Sten)', []],
    ['Levering Lund', []],
    ['Brev Lund', ['Lund']],
    ['Brev, Lund', []],
    ['Et brev Lund', []],
    ['Klage fra Lund', ['Lund']],
    ['Grus fra Lund', []],
    ['Samtale med Lund', ['Lund']],
    ['Samtale i Lund', []],
    ['Jensen og Lund', ['Jensen', 'Lund']],
    ['Grus og Lund', []],
    ['Brev til Skov og Natur', []],
    ['Brev til Skov og Peter', ['Skov', 'Peter']],
    ['Projekt Stor Dag', []],
    ['Om Åben Sten', []],
    ['Brev om Bo', ['Bo']],
    ['Grus på Sten', []],
    ['Brev om Skov Grus', ['Skov']],
    ['Brev Til Skov Om Grus', ['Skov']],
    ['holm.pdf', []],
    ['winther.pdf', ['winther']],
  ])('%s', (tekst, ventet) => {
    expect(navne(tekst)).toEqual(ventet)
  })
})

describe('what is called by a name', () => {
  test.each([
    ['Peters Vej', []],
    ['Peters vej', []],
    ['Peter vej', ['Peter']],
    ['Peter, vej', ['Peter']],
    ['Peter Vej', []],
    ['Peter-vej', []],
    ['Jensen ApS', []],
    ['Jensen, ApS', []],
    ['Jensen K/S', []],
    ['Jensen X/S', ['Jensen']],
    ['Jensen ApSel', ['Jensen']],
    ['Jensen & Partnere', []],
    ['Jensen & Peter', ['Jensen', 'Peter']],
    ['Emma Skole', []],
    ['Emma skole', ['Emma']],
    ['Emma-skole', []],
    ['Emma, Skole', ['Emma']],
    ['emma skole', ['emma']],
    ['Peter Hansen-skolen', ['Peter Hansen']],
    ["Emma's Skole", []],
    ['Emma Jensen Fonden', []],
    ['Emma og Peter Jensens Fond', []],
    ['Emma og Peter Jensens fond', ['Emma', 'Peter Jensens']],
    ['Emma, og Peter Jensens Fond', ['Emma']],
    ['Sankt Peter', []],
    ['Sankt, Peter', ['Peter']],
    ['Plejehjemmet Emma', []],
    ['plejehjem Emma', ['Emma']],
    ['Plejehjem Emma', []],
    ['Plejehjemmet Emma Jensen', ['Emma Jensen']],
    ['Fonden Emma Jensen', []],
    ['på Vestergaard', []],
    ['på Mortensen', ['Mortensen']],
    ['Samtale med Vestergaard', ['Vestergaard']],
    ['Udstykning ved Vestergaard', []],
    ['Christian IV', []],
    ['Christian X', ['Christian X']],
    ['Christian IVA', ['Christian IVA']],
    ['Peter Jensen IV', ['Peter Jensen']],
    ['Turner syndrom', []],
    ['Alzheimers sygdom', []],
    ['Georg Jensen', []],
    ['Georg Jensens', []],
    ['Georg Petersen', ['Georg Petersen']],
    ['Ole Georg Jensen', ['Ole Georg Jensen']],
  ])('%s', (tekst, ventet) => {
    expect(navne(tekst)).toEqual(ventet)
  })
})

describe('each line of a note is read by itself', () => {
  test.each([
    ['EVA RAPPORT\nvi talte om det', ['EVA']],
    ['EVA RAPPORT\rvi talte om det', ['EVA']],
    ['EVA rapport\nVI TALTE OM DET', []],
    ['noget\nBo søger om hjælp', ['Bo']],
    ['noget\nBo grus', []],
    ['noget\nSkov', []],
    ['Samtale om grus\nBo', []],
    ['grus\nSamtale (Bo)', ['Bo']],
  ])('%j', (tekst, ventet) => {
    expect(navne(tekst)).toEqual(ventet)
  })
})

describe('what stands between two words of a name', () => {
  test.each([
    ['eva rapport', []],
    ['emma rapport', ['emma']],
    ['Om Xylander, Jensen', ['Jensen']],
    ['Om Qvarsen', []],
    ['Jensen, og Lund', ['Jensen']],
    ['Peter samt Lund', ['Peter']],
    ['emma Skole', ['emma']],
    ['Samtale Om Peters Qorvin Levering', ['Peters']],
    ['Emma s Skole', ['Emma']],
    ['Emma x Skole', ['Emma']],
  ])('%s', (tekst, ventet) => {
    expect(navne(tekst)).toEqual(ventet)
  })
})
