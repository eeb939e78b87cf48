import fc from 'fast-check'
import { expect, test } from 'vitest'
import { del, dokumenttitel, id, kl12, objekt, part, post, titel, virkning, ydelse } from '../../test/byggere/indeks.ts'
import { afhaengighederAf, type GaeldendeObjekt, type Objekt } from './objekt.ts'
import { type OverblikRaekke, projectObjekt } from './projektion.ts'

const toGaeldende = (led: Objekt, tidspunkt = kl12('2026-01-01')): GaeldendeObjekt => ({
  objekt: led,
  art: led.art,
  master: id('fagsystem'),
  kilde: id('fagsystem'),
  tidspunkt,
  hash: '',
  raekker: [],
})

/** All rows that follow from the objects, told apart by item and part. */
function project(objekter: readonly (Objekt | GaeldendeObjekt)[]) {
  const alle = new Map(objekter.map((led) => ('objekt' in led ? led : toGaeldende(led))).map((led) => [led.objekt.id, led]))
  const kanter = [...alle.values()].flatMap((led) => afhaengighederAf(led.objekt))
  const raekker = [...alle.values()].flatMap((led) =>
    projectObjekt(
      led,
      (fundet) => alle.get(fundet),
      kanter.filter((kant) => kant.objekt === led.objekt.id).map((kant) => kant.af),
    ),
  )
  return (item: string, navn: string): OverblikRaekke | undefined =>
    raekker.find((raekke) => raekke.item === id(item) && raekke.part === id(navn))
}

const dataOf = <A extends Objekt['art']>(raekke: OverblikRaekke | undefined, art: A) => {
  if (raekke?.data.art !== art) throw new Error(`No row of kind ${art}`)
  return raekke.data as Extract<OverblikRaekke['data'], { art: A }>
}

test('a document on two cases of different people: each sees it by the title of the own case, and nothing of the other case', () => {
  const sagA = objekt('sag', 'sag A', { parter: [part('Ulla')], journalposter: [post('brev', 'Brev til Ulla')] })
  const sagB = objekt('sag', 'sag B', { parter: [part('Lund')], journalposter: [post('brev', 'Underretning om Ulla')] })
  const se = project([
    toGaeldende(sagA, kl12('2026-01-02')),
    toGaeldende(sagB, kl12('2026-03-09')),
    objekt('dokument', 'brev', { titler: [dokumenttitel('Brev')] }),
  ])
  const ulla = se('brev', 'Ulla')
  expect(dataOf(ulla, 'dokument').titler.map((led) => led.titel)).toEqual(['Brev til Ulla'])
  expect(dataOf(ulla, 'dokument').sager.map((led) => led.id)).toEqual([id('sag A')])
  expect(ulla?.sager).toEqual([id('sag A')])
  expect(ulla?.aendret).toBe(kl12('2026-01-02'))
  expect(dataOf(se('brev', 'Lund'), 'dokument').titler.map((led) => led.titel)).toEqual(['Underretning om Ulla'])
})

test("the case's own title for a document counts only while the document is on the case under it", () => {
  const sag = objekt('sag', 'sag', {
    parter: [part('Ulla')],
    journalposter: [
      post('brev', 'Foreløbigt', virkning('2026-01-01', '2026-02-01')),
      post('brev', undefined, virkning('2026-02-01')),
    ],
  })
  const se = project([sag, objekt('dokument', 'brev', { titler: [dokumenttitel('Brev', virkning('2026-01-01'))] })])
  expect(dataOf(se('brev', 'Ulla'), 'dokument').titler.map((led) => [led.titel, led.virkning])).toEqual([
    ['Foreløbigt', virkning('2026-01-01', '2026-02-01')],
    ['Brev', virkning('2026-02-01')],
  ])
})

test('a paper that came onto the case after a role there had ended is not for the one who had it', () => {
  const sag = objekt('sag', 'sag', {
    parter: [
      part('Lund', 'Primær part', virkning('2020-01-01', '2024-01-01')),
      part('Ulla', 'Primær part', virkning('2024-01-01')),
    ],
    journalposter: [post('gammelt', undefined, virkning('2023-01-01')), post('nyt', undefined, virkning('2025-01-01'))],
    notater: [{ notat: id('notat'), virkning: virkning('2025-01-01') }],
  })
  const notat = objekt('journalnotat', 'notat', { sag: id('sag'), viaSag: true })
  const se = project([sag, objekt('dokument', 'gammelt'), objekt('dokument', 'nyt'), notat])
  expect(dataOf(se('gammelt', 'Lund'), 'dokument').roller).toEqual([
    { rolle: 'Primær part', virkning: virkning('2023-01-01', '2024-01-01') },
  ])
  expect(se('nyt', 'Lund')).toBeUndefined()
  expect(se('notat', 'Lund')).toBeUndefined()
  expect(dataOf(se('nyt', 'Ulla'), 'dokument').roller).toEqual([{ rolle: 'Primær part', virkning: virkning('2025-01-01') }])
  expect(se('notat', 'Ulla')).toBeDefined()
})

test('a note that came inside its case is shown while the case lists it, a note of its own as long as it says so itself', () => {
  const sag = objekt('sag', 'sag', { parter: [part('Ulla')] })
  const se = project([
    sag,
    objekt('journalnotat', 'i sagen', { sag: id('sag'), viaSag: true }),
    objekt('journalnotat', 'eget', { sag: id('sag') }),
  ])
  expect(se('i sagen', 'Ulla')).toBeUndefined()
  expect(se('eget', 'Ulla')).toBeDefined()
})

test('a payment of two people’s grants: each sees the own share, neither the other’s nor the totals', () => {
  const udbetaling = {
    dispositionsdato: '2026-01-31',
    brutto: '9000' as never,
    efterSkat: '6000' as never,
    sendt: '6000' as never,
    udbetalt: '6000' as never,
    godkendt: true,
    virkning: virkning(),
  }
  const felter = { udbetalinger: [udbetaling] }
  const faelles = objekt('oekonomiskEffektuering', 'fælles', { ...felter, ydelser: [del('Ullas'), del('Lunds')] })
  const egen = objekt('oekonomiskEffektuering', 'egen', { ...felter, ydelser: [del('Ullas')] })
  const ukendt = objekt('oekonomiskEffektuering', 'ukendt', { ...felter, ydelser: [del('Ullas'), del('ikke leveret')] })
  const se = project([
    faelles,
    egen,
    ukendt,
    objekt('bevilling', 'Ullas', { parter: [part('Ulla', 'Ydelsesmodtager')], ydelser: [ydelse('Folkepension')] }),
    objekt('bevilling', 'Lunds', { parter: [part('Lund', 'Ydelsesmodtager')], ydelser: [ydelse('Kontanthjælp')] }),
  ])
  const data = dataOf(se('fælles', 'Ulla'), 'oekonomiskEffektuering')
  expect(data.ydelser.map((led) => led.navn)).toEqual(['Folkepension'])
  expect(data.udbetalinger).toEqual([
    { ...udbetaling, brutto: undefined, efterSkat: undefined, sendt: undefined, udbetalt: undefined },
  ])
  expect(JSON.stringify(se('fælles', 'Lund'))).not.toContain('Folkepension')
  expect(dataOf(se('egen', 'Ulla'), 'oekonomiskEffektuering').udbetalinger).toEqual([udbetaling])
  expect(dataOf(se('ukendt', 'Ulla'), 'oekonomiskEffektuering').udbetalinger[0]?.brutto).toBeUndefined()
})

test('a grant whose case is somebody else’s shows the grant, and nothing of the case', () => {
  const se = project([
    objekt('sag', 'Lunds sag', { parter: [part('Lund')], kle: '34.10.30', titler: [titel('Underretning')] }),
    objekt('bevilling', 'Ullas', { parter: [part('Ulla', 'Ydelsesmodtager')], sager: [id('Lunds sag')] }),
  ])
  const raekke = se('Ullas', 'Ulla')
  expect(dataOf(raekke, 'bevilling').sager).toEqual([])
  expect(raekke).toMatchObject({ sager: [], kle: '27.35.04', aendret: kl12('2026-01-01') })
  expect(se('Ullas', 'Lund')).toBeUndefined()
})

test('an exempted case exempts all that stands on it, also what comes out through another case', () => {
  const klasse = { klasse: 'Visning undtaget for borger', virkning: virkning('2026-01-01', '2026-06-01') }
  const undtaget = objekt('sag', 'undtaget', {
    parter: [part('Ulla')],
    visningsklasser: [klasse],
    journalposter: [post('brev')],
  })
  const se = project([
    undtaget,
    objekt('sag', 'Lunds', { parter: [part('Lund')], journalposter: [post('brev')] }),
    objekt('dokument', 'brev'),
    objekt('journalnotat', 'notat', { sag: undtaget.id }),
    objekt('bevilling', 'bevilling', { parter: [part('Ulla', 'Ydelsesmodtager')], sager: [undtaget.id] }),
    objekt('oekonomiskEffektuering', 'udbetaling', { ydelser: [del('bevilling')] }),
    objekt('aftale', 'aftale', { parter: [part('Ulla')], sag: undtaget.id }),
  ])
  for (const item of ['undtaget', 'brev', 'notat', 'bevilling', 'udbetaling', 'aftale'])
    expect(se(item, 'Ulla')?.data.visningsklasser).toEqual([klasse])
  expect(se('brev', 'Lund')?.data.visningsklasser).toEqual([klasse])
})

test('of a class on somebody else’s case that we do not know, only that there is one is told', () => {
  const ukendt = objekt('sag', 'Ullas', {
    parter: [part('Ulla')],
    visningsklasser: [{ klasse: 'ukendt 34.10.30', virkning: virkning() }],
    journalposter: [post('brev')],
  })
  const se = project([
    ukendt,
    objekt('sag', 'Lunds', { parter: [part('Lund')], journalposter: [post('brev')] }),
    objekt('dokument', 'brev'),
  ])
  expect(se('brev', 'Lund')?.data.visningsklasser.map((led) => led.klasse)).toEqual(['ukendt'])
  expect(se('brev', 'Ulla')?.data.visningsklasser.map((led) => led.klasse)).toEqual(['ukendt 34.10.30'])
})

// ——— Property: whatever the world, a row tells nothing of what its part has no role on.

const FOLK = ['Ulla', 'Lund', 'Lonnie']
const SAGER = ['sag 0', 'sag 1', 'sag 2']
const BEVILLINGER = ['bevilling 0', 'bevilling 1']
const navne = (blandt: readonly string[]) => fc.uniqueArray(fc.constantFrom(...blandt), { maxLength: blandt.length })
const tid = fc.constantFrom(virkning(), virkning('2020-01-01', '2022-01-01'), virkning('2022-01-01'))

/** Every text and every time of an object carries its own mark: a text with its name, a year that is its own. */
const maerke = (navn: string) => `KANARIE<${navn}>`
const aarOf = (navn: string): number => 2100 + [...SAGER, ...BEVILLINGER, 'brev', 'notat', 'udbetaling', 'aftale'].indexOf(navn)
const maerket = (navn: string) => ({
  oprettet: kl12(`${aarOf(navn)}-05-05`),
  ansvarlig: [{ enhed: maerke(navn), navn: maerke(navn), virkning: virkning(`${aarOf(navn)}-04-04`) }],
})
const parter = (folk: readonly string[], hvornaar = virkning()) => folk.map((navn) => part(navn, 'Primær part', hvornaar))

const enSag = (navn: string) =>
  fc
    .record({
      folk: navne(FOLK),
      tid,
      post: fc.boolean(),
      notat: fc.boolean(),
      titel: fc.boolean(),
      posttid: tid,
      ukendt: fc.boolean(),
    })
    .map((v) =>
      objekt('sag', navn, {
        ...maerket(navn),
        parter: parter(v.folk, v.tid),
        kle: '27.35.04',
        visningsklasser: v.ukendt ? [{ klasse: `ukendt ${maerke(navn)}`, virkning: virkning() }] : [],
        titler: [titel(maerke(navn), virkning(`${aarOf(navn)}-01-01`))],
        fremdrift: [{ status: 'Afgjort' as const, virkning: virkning(`${aarOf(navn)}-02-02`) }],
        sagsstatus: [{ tekst: maerke(navn), virkning: virkning(`${aarOf(navn)}-03-03`) }],
        journalposter: v.post ? [post('brev', v.titel ? maerke(navn) : undefined, v.posttid)] : [],
        notater: v.notat ? [{ notat: id('notat'), virkning: v.posttid }] : [],
      }),
    )

const enBevilling = (navn: string) =>
  fc.record({ folk: navne(FOLK), sager: navne(SAGER) }).map((v) =>
    objekt('bevilling', navn, {
      ...maerket(navn),
      parter: parter(v.folk),
      kle: '32.24.04',
      ydelser: [ydelse(maerke(navn))],
      sager: v.sager.map(id),
    }),
  )

const verden = fc
  .record({
    sager: fc.tuple(...SAGER.map(enSag)),
    bevillinger: fc.tuple(...BEVILLINGER.map(enBevilling)),
    dokumentets: navne(FOLK),
    notatetsSag: fc.constantFrom(...SAGER),
    viaSag: fc.boolean(),
    dele: navne(BEVILLINGER),
    aftalens: navne(FOLK),
    aftalensSag: fc.option(fc.constantFrom(...SAGER), { nil: undefined }),
  })
  .map((v): Objekt[] => [
    ...v.sager,
    ...v.bevillinger,
    objekt('dokument', 'brev', { ...maerket('brev'), parter: parter(v.dokumentets), titler: [dokumenttitel(maerke('brev'))] }),
    objekt('journalnotat', 'notat', { ...maerket('notat'), sag: id(v.notatetsSag), viaSag: v.viaSag }),
    objekt('oekonomiskEffektuering', 'udbetaling', { ...maerket('udbetaling'), ydelser: v.dele.map((navn) => del(navn)) }),
    objekt('aftale', 'aftale', {
      ...maerket('aftale'),
      parter: parter(v.aftalens),
      sag: v.aftalensSag === undefined ? undefined : id(v.aftalensSag),
    }),
  ])

const NAVNE = [...SAGER, ...BEVILLINGER, 'brev', 'notat', 'udbetaling', 'aftale']

/** By what an object would be known in a row: its id, its texts, its own years, the time it was last sent. */
const sporAf = (led: Objekt, i: number): string[] => {
  const navn = NAVNE[i] ?? ''
  return [maerke(navn), led.id, `"${aarOf(navn)}-`, `"${2200 + i}-`]
}

test('no row holds an id, a text or a time of an object that the row’s part has no role on', () => {
  fc.assert(
    fc.property(verden, (objekter) => {
      const se = project(objekter.map((led, i) => toGaeldende(led, kl12(`${2200 + i}-01-01`))))
      const raekker = NAVNE.flatMap((item) => FOLK.flatMap((navn) => se(item, navn) ?? []))
      const laekager = raekker.flatMap((raekke) => {
        const tekst = JSON.stringify(raekke)
        const andres = objekter.flatMap((led, i) =>
          led.id === raekke.item || led.parter.some((egen) => egen.part === raekke.part) ? [] : sporAf(led, i),
        )
        return andres.filter((spor) => tekst.includes(spor))
      })
      expect(laekager).toEqual([])
    }),
    { seed: 20261122, numRuns: 3000 },
  )
})

test('the same states in any order give the same rows', () => {
  fc.assert(
    fc.property(verden, fc.integer({ min: 1, max: 8 }), (objekter, nr) => {
      const igen = [...objekter.slice(nr), ...objekter.slice(0, nr)].toReversed()
      const [foer, efter] = [project(objekter), project(igen)]
      for (const item of NAVNE) for (const navn of FOLK) expect(efter(item, navn)).toEqual(foer(item, navn))
    }),
    { seed: 20261122, numRuns: 300 },
  )
})
