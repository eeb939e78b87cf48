import fc from 'fast-check'
import { expect, test } from 'vitest'
import { del, dokumenttitel, id, kl12, objekt, part, post, titel, virkning, ydelse } from '../../test/byggere/indeks.ts'
import type { Objekt } from './objekt.ts'
import { project, toGaeldende } from './projektion.bygger.ts'

/** Whatever the world, a row tells nothing of what its part has no role on. */

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
        // What decides who of the municipality may see it is not the citizen's to read, and tells of every case and grant.
        const { adgang: _, ...laeses } = raekke
        const tekst = JSON.stringify(laeses)
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
