import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CvrNummer, newUuid, type Uuid } from '#kernel'
import { createTerning, type Terning } from '../../../test/byggere/tilfaeldighed.ts'
import { feltsalt } from './blad.ts'
import { readHoldte } from './filer.ts'
import { verifyFil } from './filkontrol.ts'
import { type Linjeraekke, toBlad } from './forsegling.sql.ts'
import { signKontrolpunkt } from './kontrolpunkt.ts'
import { createUnderskriver, formatNote, formatVerifikator, parseNote, signNote, type Verifikator } from './note.ts'
import { hashNode, konsistensbevis, type LaesNode, rodAf } from './trae.ts'
import { type Logudtraek, toUdtraek } from './udtraek.ts'

const noegle = () => generateKeyPairSync('ed25519').privateKey
const underskriver = createUnderskriver('log.example.dk', 'note', noegle())
const vidne = createUnderskriver('vidne.example.dk', 'vidne', noegle())
const PART = newUuid()
const SET = 1_790_000_000

let mappe: string
beforeAll(() => {
  mappe = mkdtempSync(join(tmpdir(), 'bbfil-'))
})
afterAll(() => rmSync(mappe, { recursive: true, force: true }))

/** Every third line is about the citizen; a minute apart. */
const makeRaekke = (nr: number, form: 1 | 2 = 2): Linjeraekke => ({
  form,
  nr,
  tid: new Date(1_780_000_000_000 + nr * 60_000).toISOString().replace('Z', '000Z'),
  aktoer_type: 'medarbejder',
  aktoer_id: newUuid(),
  part_id: nr % 3 === 0 ? PART : newUuid(),
  grund: 'jobfunktionsrolle',
  formaal: 'vejledning',
  hvad: 'sag',
  objekt_id: null,
  antal: 12_345,
  korrelation: newUuid(),
  kommune: '29189617' as CvrNummer,
  enhed: 'Ydelser',
  salt: Buffer.from(Array.from({ length: 32 }, (_, i) => (nr * 31 + i * 7) % 256)),
})

const laesAf = (raekker: readonly Linjeraekke[]): LaesNode => {
  const blade = raekker.map(toBlad)
  const laes: LaesNode = (niveau, plads) =>
    niveau === 0 ? (blade[plads] as Buffer) : hashNode(laes(niveau - 1, plads * 2), laes(niveau - 1, plads * 2 + 1))
  return laes
}

const PERIODE = { fra: '2026-01-01', til: null, hvem: null, helFra: null }
const note = (raekker: readonly Linjeraekke[], antal = raekker.length) =>
  signKontrolpunkt({ oprindelse: underskriver.navn, antal, rod: rodAf(antal, laesAf(raekker)) }, underskriver)

/** The citizen's file of a log whose first `antal` lines are sealed. */
function makeFil(
  raekker: readonly Linjeraekke[],
  antal = raekker.length,
  foer: readonly number[] = [],
  bevidnet?: string,
): Logudtraek {
  const log = {
    noegle: formatVerifikator(underskriver),
    kontrolpunkt: note(raekker, antal),
    bevidnet,
    antal,
    laes: laesAf(raekker),
    foer,
  }
  const egne = raekker.filter(({ part_id }) => part_id === PART).toReversed()
  return toUdtraek(egne, log, () => ['formaal', 'kommune', 'hvad'], PERIODE)
}

type Valg = { foer?: unknown; konsistens?: string; holdt?: string; vidner?: readonly Verifikator[] }
function kontroller(fil: unknown, { foer, konsistens, holdt, vidner = [] }: Valg = {}): string {
  const gem = (navn: string, indhold: unknown) => {
    const sti = join(mappe, navn)
    writeFileSync(sti, typeof indhold === 'string' ? indhold : JSON.stringify(indhold))
    return sti
  }
  const sagt: string[] = []
  const holdte = holdt === undefined ? [] : readHoldte([gem('kontrolpunkt.txt', holdt)], underskriver, [vidne])
  const valg = {
    udtraek: gem('nu.json', fil),
    foer: foer === undefined ? undefined : gem('foer.json', foer),
    konsistens: konsistens === undefined ? [] : [gem('bevis.txt', konsistens)],
    holdte,
    vidner,
  }
  try {
    verifyFil(valg, underskriver, (linje) => sagt.push(linje))
  } catch (fejl) {
    sagt.push(`FEJL ${(fejl as Error).message}`)
  }
  return sagt.join('\n')
}

const LOG = Array.from({ length: 60 }, (_, i) => makeRaekke(i + 1))
const foer = makeFil(LOG.slice(0, 32), 30)
const nu = makeFil(LOG, 58, [30])
const bevidn = (tekst: string, tid = SET) => {
  const laest = parseNote(tekst)
  if (!laest.ok) throw new Error(laest.afvisning)
  return formatNote(signNote(laest.value, vidne, tid))
}

describe('a citizen’s file', () => {
  test('is proved, and what is newer than its checkpoint is said with its number and time', () => {
    const sagt = kontroller(nu)
    expect(sagt).not.toContain('FEJL')
    expect(sagt).toContain(
      `19 linjer står i loggen, som de står i filen. 1 er nyere end kontrolpunktet på 58 linjer (fra ${LOG[59]?.tid})`,
    )
  })

  test('of lines in the first form, whose purpose stands open, is proved too', () => {
    const gamle = Array.from({ length: 7 }, (_, i) => makeRaekke(i + 1, 1))
    expect(kontroller(makeFil(gamle))).toContain('2 linjer står i loggen')
  })

  type Led = Logudtraek['linjer'][number]
  const aendret = (ny: (led: Led) => object, plads = 4) => ({
    ...nu,
    linjer: nu.linjer.map((led, i) => (i === plads ? { ...led, ...ny(led) } : led)),
  })
  const salt = LOG.find(({ nr }) => nr === 48)?.salt as Buffer
  test.each<[string, () => unknown, string]>([
    [
      'a covered line is said to be newer',
      () => aendret(({ linje }) => ({ linje: linje.replace('medarbejder', 'borger'), bevis: null })),
      'ikke, hvad der står i loggen: 5',
    ],
    [
      'every proof is left out',
      () => ({ ...nu, linjer: nu.linjer.map((led) => ({ ...led, bevis: null })) }),
      'ikke, hvad der står i loggen: 2',
    ],
    [
      'a line stands there twice',
      () => ({ ...nu, linjer: [...nu.linjer, nu.linjer[3]] }),
      'en anden eller står der to gange: 21',
    ],
    [
      'a number is opened by its end alone',
      () =>
        aendret(() => ({
          aabne: { antal: { vaerdi: 45, salt: Buffer.concat([feltsalt(salt, 'antal'), Buffer.from('123')]).toString('base64') } },
        })),
      'ikke, hvad der står i loggen: 5',
    ],
    [
      'a field is opened without a value',
      () => aendret(() => ({ aabne: { hvad: { salt: feltsalt(salt, 'hvad').toString('base64') } } })),
      'ikke, hvad der står i loggen: 5',
    ],
    [
      'a field that no line has is opened',
      () => aendret(({ aabne }) => ({ aabne: { ...aabne, navn: { vaerdi: 'Ole', salt: '' } } })),
      'ikke, hvad der står i loggen: 5',
    ],
    ['the salt is longer', () => aendret((led) => ({ salt: `${led.salt}AAAA` })), 'ikke, hvad der står i loggen: 5'],
    [
      'a proof has a node more',
      () => aendret(({ bevis }) => ({ bevis: [...(bevis ?? []), Buffer.alloc(32).toString('base64')] })),
      'ikke, hvad der står i loggen: 5',
    ],
    [
      'a proof has a node of 33 bytes',
      () => aendret(({ bevis }) => ({ bevis: bevis?.map((en, i) => (i === 1 ? Buffer.alloc(33).toString('base64') : en)) })),
      'ikke, hvad der står i loggen: 5',
    ],
    [
      'a proof is written otherwise',
      () => aendret(({ bevis }) => ({ bevis: bevis?.map((en) => `${en.slice(0, -1)}`) })),
      'ikke, hvad der står i loggen: 5',
    ],
    [
      'the number is a word',
      () => aendret(({ linje }) => ({ linje: linje.replace(/,(\d+),/, ',"$1",') })),
      'ikke, hvad der står i loggen: 5',
    ],
    ['a line is none', () => ({ ...nu, linjer: [null, 7, [], { linje: ['x'] }] }), 'ikke, hvad der står i loggen: 1, 2, 3, 4'],
  ])('where %s is told', (_, ny, saetning) => {
    expect(kontroller(ny())).toContain(saetning)
  })

  test('with a line of another’s that stands in the log is not one person’s', () => {
    const anden = LOG.find(({ nr }) => nr === 50) as Linjeraekke
    const log = { noegle: nu.noegle, kontrolpunkt: note(LOG, 58), bevidnet: undefined, antal: 58, laes: laesAf(LOG), foer: [] }
    const fremmed = toUdtraek([anden], log, () => [], PERIODE).linjer
    expect(kontroller({ ...nu, linjer: [...nu.linjer, ...fremmed] })).toContain('en anden eller står der to gange: 21')
  })
})

describe('a file held against one from before', () => {
  test('carries the proof that the log has gone on, and needs nothing else', () => {
    const sagt = kontroller(nu, { foer })
    expect(sagt).not.toContain('FEJL')
    expect(sagt).toContain('gået videre fra 30 linjer')
    expect(sagt).toContain(`${foer.linjer.length} linjer fra`)
  })

  test('without the proof it is not shown, and not held to be so; the log’s own proof does', () => {
    const uden = makeFil(LOG, 58)
    expect(kontroller(uden, { foer })).toContain('FEJL Det er ikke vist')
    expect(kontroller(uden, { foer })).toContain('/adgangslog/konsistens?fra=30&til=58')
    const bevis = konsistensbevis(30, 58, laesAf(LOG))
      .map((led) => `${led.toString('base64')}\n`)
      .join('')
    expect(kontroller(uden, { foer, konsistens: bevis })).not.toContain('FEJL')
    expect(kontroller(uden, { foer, konsistens: bevis.split('\n').slice(1).join('\n') })).toContain('FEJL BRUD')
    expect(kontroller(uden, { foer, konsistens: 'vrøvl' })).toContain('ikke et bevis')
  })

  // The citizen's own lines stay as they were: only the checkpoints tell.
  const andre = LOG.map((en) => (en.nr === 7 ? { ...en, hvad: 'ydelser' } : en))
  test.each<[string, () => unknown, string]>([
    ['a line of somebody else’s was changed', () => makeFil(andre, 58, [30]), 'BRUD'],
    ['a line of somebody else’s was changed, and no proof is given', () => makeFil(andre, 58), 'ikke vist'],
    ['the old proof is given for it', () => ({ ...makeFil(andre, 58), konsistens: nu.konsistens }), 'BRUD'],
    ['the log is shorter', () => makeFil(LOG.slice(0, 27)), 'BRUD'],
    ['the log is as long, and another', () => makeFil(andre.slice(0, 30)), 'BRUD'],
    [
      'nothing is sealed any more',
      () => ({ ...nu, kontrolpunkt: null, linjer: nu.linjer.map((led) => ({ ...led, bevis: null })) }),
      'BRUD',
    ],
    ['a proof of nothing is given', () => ({ ...makeFil(andre, 58), konsistens: [{ fra: 30, bevis: [] }] }), 'BRUD'],
    ['rubbish is given', () => ({ ...makeFil(andre, 58), konsistens: [null, 7, { fra: 30, bevis: 'x' }] }), 'ikke vist'],
    [
      'a line was taken out',
      () => ({ ...nu, linjer: nu.linjer.filter(({ linje }) => linje !== foer.linjer[2]?.linje) }),
      'er ikke i',
    ],
    [
      'it says that it was cut, and is not full',
      () => ({ ...nu, periode: { ...PERIODE, helFra: LOG[44]?.tid }, linjer: nu.linjer.slice(0, 5) }),
      'er ikke i',
    ],
    ['it is filtered', () => ({ ...nu, periode: { ...PERIODE, hvem: 'dig' } }), 'efter valg'],
  ])('is told where %s', (_, ny, saetning) => {
    expect(kontroller(ny(), { foer })).toMatch(new RegExp(`FEJL .*${saetning}`))
  })

  test('what it says that it does not go back to is counted, and not passed over', () => {
    const sen = { ...nu, periode: { ...PERIODE, fra: '2026-12-31' }, linjer: nu.linjer.slice(0, 5) }
    expect(kontroller(sen, { foer })).toContain(`${foer.linjer.length} er ældre, end`)
  })
})

describe('a file held against a witness’s checkpoint', () => {
  const bevis = (fra: number, til: number) =>
    konsistensbevis(fra, til, laesAf(LOG))
      .map((led) => `${led.toString('base64')}\n`)
      .join('')
  test('of the same log holds, whichever is the later, and says when the witness signed and what has come since', () => {
    const sagt = kontroller(nu, { holdt: bevidn(note(LOG, 40)), konsistens: bevis(40, 58) })
    expect(sagt).not.toContain('FEJL')
    expect(sagt).toContain(`vidne.example.dk (${new Date(SET * 1_000).toISOString()})`)
    expect(sagt).toContain('18 linjer i hele loggen er kommet til siden')
    expect(kontroller(nu, { holdt: bevidn(note(LOG, 60)), konsistens: bevis(58, 60) })).not.toContain('FEJL')
    expect(kontroller(nu, { holdt: bevidn(note(LOG, 58)) })).not.toContain('FEJL')
  })

  test('of another log that the same key has signed is told', () => {
    const fork = LOG.map((en) => (en.nr === 8 ? { ...en, antal: 0 } : en))
    expect(kontroller(nu, { holdt: bevidn(note(fork, 58)) })).toContain('BRUD')
    expect(kontroller(nu, { holdt: bevidn(note(fork, 40)), konsistens: bevis(40, 58) })).toContain('BRUD')
    expect(kontroller(nu, { holdt: bevidn(note(fork, 40)) })).toContain('ikke vist')
  })

  test('that the log signed twice under the witness’s name is no witness’s', () => {
    const falsk = createUnderskriver(vidne.navn, 'note', noegle())
    expect(() => readHoldte([join(mappe, 'findes-ikke')], underskriver, [falsk])).toThrow('kan ikke læses')
    const laest = parseNote(note(LOG, 58))
    if (!laest.ok) throw new Error(laest.afvisning)
    writeFileSync(join(mappe, 'falsk.txt'), formatNote(signNote(laest.value, falsk, 0)))
    expect(readHoldte([join(mappe, 'falsk.txt')], underskriver, [falsk])[0]?.vidner).toEqual([])
  })
})

/** Whoever owns the log and its key, and gives a citizen another file than the log's. */
const SNYD: Readonly<Record<string, (t: Terning, raekker: readonly Linjeraekke[]) => unknown>> = {
  etBogstav: (t) => {
    const tekst = JSON.stringify(nu)
    // The first line is newer than the checkpoint: of it nothing is shown.
    const sted = t.heltal(tekst.indexOf('"linje"', tekst.indexOf('"linje"') + 1), tekst.length - 10)
    const tegn = tekst[sted] === 'A' ? 'B' : 'A'
    return `${tekst.slice(0, sted)}${tegn}${tekst.slice(sted + 1)}`
  },
  gaffel: (t, raekker) => makeFil(t.vaelg([() => raekker, () => raekker.slice(0, t.heltal(1, 58))])(), undefined, []),
  gaffelMedBevis: (_, raekker) => ({ ...makeFil(raekker, 58, [30]), linjer: nu.linjer }),
  udeladt: (t) => {
    const ud = t.vaelg(foer.linjer).linje
    return { ...nu, linjer: nu.linjer.filter(({ linje }) => linje !== ud) }
  },
  andetBevis: (t) => {
    const [a, b] = [t.heltal(2, 10), t.heltal(11, 19)]
    return { ...nu, linjer: nu.linjer.map((led, i) => (i === a ? { ...led, bevis: nu.linjer[b]?.bevis ?? null } : led)) }
  },
  gentaget: (t) => ({ ...nu, linjer: [...nu.linjer, t.vaelg(nu.linjer)] }),
}

test('300 of 300 files that are not the log’s are told, held against the file from before', () => {
  const terning = createTerning(20_261_122)
  const usete: string[] = []
  for (let gang = 0; gang < 300; gang++) {
    const [slags, make] = terning.vaelg(Object.entries(SNYD))
    const ramt = terning.heltal(1, 30)
    const raekker = LOG.map((en) => (en.nr === ramt ? { ...en, korrelation: newUuid() as Uuid } : en))
    const fil = make(terning, raekker)
    if (!kontroller(fil, { foer }).includes('FEJL')) usete.push(slags)
  }
  expect(usete).toEqual([])
})

describe('a file that carries what witnesses have signed', () => {
  const fil = makeFil(LOG, 58, [48], bevidn(note(LOG, 48)))

  test('tells which lines a witness stands for, and which the log alone does, with no network', () => {
    const sagt = kontroller(fil, { vidner: [vidne] })
    expect(sagt).not.toContain('FEJL')
    expect(sagt).toContain(`Vidner: ${vidne.navn}`)
    expect(sagt).toContain('16 af filens linjer er dækket af et vidnes underskrift. 4 er nyere')
  })

  test('says nothing of witnesses whose keys are not given', () => {
    const fremmed = createUnderskriver('andet.example.dk', 'vidne', generateKeyPairSync('ed25519').privateKey)
    for (const vidner of [[], [fremmed]]) {
      const sagt = kontroller(fil, { vidner })
      expect(sagt).toContain('Ingen vidner')
      expect(sagt).not.toContain('er dækket af')
    }
  })

  test.each([
    [
      'whose signature is over another checkpoint',
      { ...fil, bevidnet: fil.bevidnet?.replace('\n48\n', '\n47\n') },
      'en underskrift holder ikke',
    ],
    ['that is not the beginning of the log', { ...fil, bevidnet: bevidn(note(LOG.toReversed(), 48)) }, 'BRUD'],
    ['with no proof that the log has gone on from there', { ...fil, konsistens: [] }, 'Det er ikke vist'],
  ])('is refused with one %s', (_, anden, saetning) => {
    const sagt = kontroller(anden, { vidner: [vidne] })
    expect(sagt).toContain('FEJL')
    expect(sagt).toContain(saetning)
  })
})
