import { describe, expect, test } from 'vitest'
import { decideVisning, fremdriftForBorger, type KleKonfiguration, type Noedstop, type Visningsfakta } from '#visning'
import {
  brev,
  EOJ,
  ESDH,
  fremdrift,
  kl12,
  konfiguration,
  kontekst,
  NU,
  rolle,
  SAG,
  sagFakta,
  udfald,
  virkning,
} from '../../src/visning/fakta.bygger.ts'

/** What a citizen in Korsbæk is shown on 22 November 2026, told in the field's words. */
const seen = (fakta: Partial<Visningsfakta>, aendretKonfiguration: Partial<KleKonfiguration> = {}, andet = {}) =>
  udfald(decideVisning(sagFakta(fakta), kontekst({ konfiguration: konfiguration(aendretKonfiguration), ...andet })))

describe('who sees what', () => {
  test('Ulla, who gets home care, sees her own case; her son, who is sekundær part, does not', () => {
    expect(seen({ roller: [rolle('Primær part')] })).toBe('vises')
    expect(seen({ roller: [rolle('Sekundær part')] })).toBe('ROLLE')
  })

  test("a landlord who is paid the tenant's rent sees neither the payment nor the kontanthjælp behind it", () => {
    const kle = { kle: '32.24.04', opstaaet: kl12('2026-01-01'), sager: [] }
    const aaben = { kle: '32.24' }
    const udlejer = [rolle('Effektueringsmodtager')]
    expect(seen({ ...kle, art: 'oekonomiskEffektuering', roller: udlejer }, aaben)).toBe('ROLLE')
    expect(seen({ ...kle, art: 'bevilling', roller: udlejer }, aaben)).toBe('ROLLE')
    expect(seen({ ...kle, art: 'oekonomiskEffektuering', roller: [rolle('Ydelsesmodtager')] }, aaben)).toBe('vises')
  })

  test('the one whom a case pays, but who is not its primær part, does not see the case', () => {
    expect(seen({ roller: [rolle('Ydelsesmodtager')] })).toBe('ROLLE')
  })

  test('the neighbour who took over as primær part yesterday sees the case, the one before does not', () => {
    expect(seen({ roller: [rolle('Primær part', virkning('2026-11-21'))] })).toBe('vises')
    expect(seen({ roller: [rolle('Primær part', virkning('2026-03-01', '2026-11-21'))] })).toBe('ROLLE')
  })

  test("who builds sees the building case; the house's next owner does not, as long as no register says who owned it when", () => {
    expect(seen({ kle: '02.34.02' }, { kle: '02.34' })).toBe('vises')
    expect(seen({ kle: '02.34.02', roller: [] }, { kle: '02.34' })).toBe('ROLLE')
  })
})

describe('a parent looks at a child', () => {
  const foraelder = { grund: 'foraeldremyndighed', alder: 4 }
  const dagtilbud = { kle: '28.09.40' }
  test('the place in dagtilbud is seen until the child is 15', () => {
    expect(seen(dagtilbud, { kle: '28' }, foraelder)).toBe('vises')
    expect(seen(dagtilbud, { kle: '28' }, { ...foraelder, alder: 14 })).toBe('vises')
    expect(seen(dagtilbud, { kle: '28' }, { ...foraelder, alder: 15 })).toBe('FORAELDREMYNDIGHED')
  })
  test('help from the family department is not, even where a jurist has opened the number for the child', () => {
    const aabnet = { kle: '34.10.10', juristAabnet: true }
    expect(seen({ kle: '34.10.10' }, aabnet, { ...foraelder, altidLukket: true })).toBe('FORAELDREMYNDIGHED')
  })
  test('where the age of the child is not known, nothing is', () => {
    expect(seen(dagtilbud, { kle: '28' }, { ...foraelder, alder: undefined })).toBe('FORAELDREMYNDIGHED')
  })
})

describe('what the caseworker and the law keep back', () => {
  test('a case undtaget for borger is hidden while that holds', () => {
    const undtaget = (gyldig = virkning('2026-03-01')) => ({
      visningsklasser: [{ klasse: 'Visning undtaget for borger', virkning: gyldig }],
    })
    expect(seen(undtaget())).toBe('UNDTAGET_FOR_BORGER')
    expect(seen(undtaget(virkning('2026-03-01', '2026-10-01')))).toBe('vises')
  })
  test('an underretning is hidden though the whole of hovedgruppe 34 has been opened', () => {
    expect(seen({ kle: '34.10.30' }, { kle: '34' }, { altidLukket: true })).toBe('ALTID_LUKKET')
    expect(seen({ kle: '34.10.30' }, { kle: '34', juristAabnet: true }, { altidLukket: true })).toBe('ALTID_LUKKET')
  })
  test('a number on the list that the jurist has opened by name is shown', () => {
    expect(seen({ kle: '34.10.10' }, { kle: '34.10.10', juristAabnet: true }, { altidLukket: true })).toBe('vises')
  })
})

describe('what the municipality has chosen', () => {
  test('a number it has not opened is hidden, and so is one it opens next month', () => {
    expect(seen({ kle: '29.18.00' })).toBe('IKKE_AABNET')
    expect(seen({}, { aaben: false })).toBe('IKKE_AABNET')
    expect(seen({}, { gaelderFra: kl12('2026-12-22') })).toBe('IKKE_AABNET')
  })
  test('a case from before the fradato is hidden, unless older active ones are shown', () => {
    const gammel = { oprettet: kl12('2024-06-01') }
    expect(seen(gammel)).toBe('FOER_FRADATO')
    expect(seen(gammel, { visAeldreAktive: true })).toBe('vises')
    expect(seen({ ...gammel, aktiv: false }, { visAeldreAktive: true })).toBe('FOER_FRADATO')
  })
  test('where it shows only the EOJ system, what comes from the ESDH system is hidden', () => {
    expect(seen({ kilde: ESDH }, { fagsystemfilter: [EOJ] })).toBe('FAGSYSTEM_IKKE_VALGT')
    expect(seen({ kilde: EOJ }, { fagsystemfilter: [EOJ] })).toBe('vises')
  })
  test('where it has not chosen document titles and journal notes, the case is shown without them', () => {
    const uden = { visDokumenttitler: false, visJournalnotater: false }
    const dokument = { type: 'Brev, indgaaende', fremdrift: 'Modtaget', brevDato: '2026-03-02' }
    expect(seen({}, uden)).toBe('vises')
    expect(seen({ art: 'dokument', dokument }, uden)).toBe('DOKUMENTTYPE_IKKE_VALGT')
    expect(seen({ art: 'journalnotat' }, uden)).toBe('JOURNALNOTATER_IKKE_VALGT')
  })
})

describe('a refusal of help is decided on 20 November, and the letter is not sent yet', () => {
  const afgjort = fremdrift(['Opstaaet', '2026-03-01'], ['Oplyst', '2026-05-01'], ['Afgjort', '2026-11-20'])
  const foer = [{ fremdrift: afgjort, breve: [brev('2026-11-19')] }]
  const efter = [{ fremdrift: afgjort, breve: [brev('2026-11-19', '2026-11-22')] }]
  const dokument = (type: string, status: string) => ({
    art: 'dokument' as const,
    opstaaet: kl12('2026-11-20'),
    dokument: { type, fremdrift: status, brevDato: undefined },
  })
  const fortaeller: Partial<Visningsfakta>[] = [
    dokument('Internt Notat', 'Endeligt'),
    dokument('Plan', 'Endeligt'),
    { art: 'journalnotat', opstaaet: kl12('2026-11-20') },
    { art: 'bevilling', roller: [rolle('Ydelsesmodtager')], opstaaet: kl12('2026-11-20') },
    { art: 'oekonomiskEffektuering', roller: [rolle('Ydelsesmodtager')], opstaaet: kl12('2026-11-20') },
  ]

  test('the case stands as Oplyst, and Afgjort comes with the letter', () => {
    const last = (sager: typeof foer) => fremdriftForBorger(afgjort, konfiguration(), sager[0]!.breve, NU).at(-1)?.fremdrift
    expect(seen({ sager: foer })).toBe('vises')
    expect(last(foer)).toBe('Oplyst')
    expect(last(efter)).toBe('Afgjort')
  })

  test.each(fortaeller)('what would tell it waits for the letter: $art $dokument.type', (fakta) => {
    expect(seen({ ...fakta, sager: foer })).toBe('KARANTAENE')
    expect(seen({ ...fakta, sager: efter })).toBe('vises')
  })

  test('the letter is shown when it is sent, and not while it is written', () => {
    expect(seen({ ...dokument('Brev, udgaaende', 'Underreview'), sager: foer })).toBe('KARANTAENE')
    expect(seen({ ...dokument('Brev, udgaaende', 'Endeligt'), sager: efter })).toBe('vises')
  })

  test("the citizen's own letter and the appointment tomorrow stay where they are", () => {
    expect(seen({ ...dokument('Brev, indgaaende', 'Modtaget'), sager: foer })).toBe('vises')
    expect(seen({ art: 'aftale', opstaaet: kl12('2026-11-21'), sager: foer })).toBe('vises')
  })

  test('a municipality that has switched the quarantine off shows them at once', () => {
    for (const fakta of fortaeller) expect(seen({ ...fakta, sager: foer }, { karantaene: false })).toBe('vises')
  })
})

describe('the municipality has chosen how far it goes, number by number', () => {
  const dokument = (type: string) =>
    ({ art: 'dokument', dokument: { type, fremdrift: 'Endeligt', brevDato: '2026-04-01', sendt: '2026-04-01' } }) as const

  test('of documents only letters are shown; a report on the same case is not', () => {
    const kunBreve = { dokumenttyper: ['Brev, indgaaende', 'Brev, udgaaende'] }
    expect(seen(dokument('Brev, udgaaende'), kunBreve)).toBe('vises')
    expect(seen(dokument('Rapport'), kunBreve)).toBe('DOKUMENTTYPE_IKKE_VALGT')
  })
  test('as in Aalborg, notes of the care system are shown and those of the case system are not', () => {
    const pilot = { notatsystemer: [EOJ] }
    expect(seen({ art: 'journalnotat', kilde: EOJ }, pilot)).toBe('vises')
    expect(seen({ art: 'journalnotat', kilde: ESDH }, pilot)).toBe('NOTATSYSTEM_IKKE_VALGT')
  })
  test('the home helper who wrote a note yesterday has a fortnight to mend it', () => {
    expect(seen({ art: 'journalnotat', opstaaet: kl12('2026-11-21') }, { notatfristDage: 14 })).toBe('NOTAT_NYT')
    expect(seen({ art: 'journalnotat', opstaaet: kl12('2026-11-01') }, { notatfristDage: 14 })).toBe('vises')
  })
  test('benefits, payments and appointments are three choices', () => {
    const ydelse = { art: 'bevilling', roller: [rolle('Ydelsesmodtager')], opstaaet: kl12('2026-03-02') } as const
    const penge = { ...ydelse, art: 'oekonomiskEffektuering' } as const
    expect(seen(ydelse, { visYdelser: false })).toBe('YDELSER_IKKE_VALGT')
    expect(seen(penge, { visYdelser: false })).toBe('vises')
    expect(seen(penge, { visUdbetalinger: false })).toBe('UDBETALINGER_IKKE_VALGT')
    expect(seen({ art: 'aftale' }, { visAftaler: false })).toBe('AFTALER_IKKE_VALGT')
  })
})

describe('the caseworker wishes to ring before the refusal is read', () => {
  const afgjort = fremdrift(['Opstaaet', '2026-03-01'], ['Oplyst', '2026-05-01'], ['Afgjort', '2026-11-19'])
  const sager = [{ fremdrift: afgjort, breve: [brev('2026-11-18', '2026-11-19')] }]
  const brevet = {
    art: 'dokument',
    opstaaet: kl12('2026-11-18'),
    dokument: { type: 'Brev, udgaaende', fremdrift: 'Endeligt', brevDato: '2026-11-19', sendt: '2026-11-19' },
    sager,
  } as const
  const last = (ventArbejdsdage: number) =>
    fremdriftForBorger(afgjort, konfiguration({ ventArbejdsdage }), sager[0]!.breve, NU).at(-1)?.fremdrift

  test('decided on the Thursday, with two working days to wait: on the Sunday neither the letter nor Afgjort is seen', () => {
    expect(seen(brevet, { ventArbejdsdage: 2 })).toBe('VENTER_ARBEJDSDAGE')
    expect(last(2)).toBe('Oplyst')
    expect(seen({ sager }, { ventArbejdsdage: 2 })).toBe('vises')
  })
  test('with one, the Friday was it', () => {
    expect(seen(brevet, { ventArbejdsdage: 1 })).toBe('vises')
    expect(last(1)).toBe('Afgjort')
  })
})

describe('something has gone wrong', () => {
  const stop = (slags: Noedstop['slags'], vaerdi: string) => ({
    stop: [{ id: SAG, kommune: konfiguration().kommune, slags, vaerdi, siden: kl12('2026-11-22') }],
  })
  test('a letter that may lie on the wrong person waits until somebody has looked at it', () => {
    expect(seen({ tilbageholdt: true })).toBe('AFVENTER_KONTROL')
  })
  test('a stopped case is gone, and what stands on it', () => {
    expect(seen({}, {}, stop('ting', SAG))).toBe('NOEDSTOP')
    expect(seen({ art: 'journalnotat', objekt: EOJ }, {}, stop('ting', SAG))).toBe('NOEDSTOP')
  })
  test('the care system has mixed up its citizens: all that it has delivered is gone, and nothing else', () => {
    expect(seen({ kilde: EOJ }, {}, stop('kilde', EOJ))).toBe('NOEDSTOP')
    expect(seen({ kilde: ESDH }, {}, stop('kilde', EOJ))).toBe('vises')
  })
})
