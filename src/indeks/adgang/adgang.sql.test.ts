import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Adgangsfakta,
  type Enkeltfakta,
  grundlagForSagsbehandler,
  kontekstForSagsbehandler,
  maaKende,
  maaSeNogen,
} from '#adgang'
import {
  cvrNummer,
  FOELSOMHEDER,
  type Medarbejdergrundlag,
  newUuid,
  parseKleMoenster,
  type Rettighedsgruppe,
  type Tidspunkt,
  type Uuid,
} from '#kernel'
import { sql } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import {
  del,
  findAfvigelser,
  id,
  KORSBAEK,
  kl12,
  MASTER,
  objekt,
  part,
  post,
  registerAlle,
  registrering,
  virkning,
  ydelse,
} from '../../../test/byggere/indeks.ts'
import { createTerning } from '../../../test/byggere/tilfaeldighed.ts'
import type { Objekt } from '../objekt.ts'
import { within } from '../perioder.ts'
import type { Adgang } from './adgang.ts'
import { rettighedsbetingelse } from './betingelse.sql.ts'
import { toAdgangsfakta } from './fakta.ts'
import { type Adgangsforhold, toSkiver } from './skiver.ts'

/** Row-level security, the statements' own WHERE, the pure rule on the projected facts, and the rule on facts put together anew: one answer. */

const ANDEN = cvrNummer('12345678')
const ULLA = id('Ulla')
const [ENHED, BRUGER] = [id('enheden'), id('Birthe')]
const DAGE = ['2020-01-01', '2022-01-01', '2023-01-01', '2024-01-01'] as const

const tid = fc.constantFrom(
  virkning(),
  virkning(),
  virkning('2020-01-01', '2022-01-01'),
  virkning('2022-01-01'),
  virkning('2022-01-01', '2024-01-01'),
)
const liste = <T>(vaerdi: fc.Arbitrary<T>, hoejst = 2) =>
  fc.array(fc.record({ v: vaerdi, tid }), { maxLength: hoejst, size: 'max' })
const NUMRE = ['27.35.04', '27.36.08', '32.24.04']
const forholdet: fc.Arbitrary<Required<Adgangsforhold>> = fc
  .record({
    ejere: fc.oneof(
      { weight: 6, arbitrary: fc.constant([{ v: KORSBAEK, tid: virkning() }]) },
      liste(fc.constantFrom(KORSBAEK, ANDEN, '' as const)),
    ),
    kler: fc.oneof({ weight: 4, arbitrary: liste(fc.constantFrom(...NUMRE), 1) }, liste(fc.constantFrom(...NUMRE), 3)),
    foelsomhed: liste(fc.constantFrom(...FOELSOMHEDER)),
    enheder: liste(fc.constantFrom<string>(ENHED, id('en anden enhed'))),
    profil: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      liste(fc.constantFrom<string>(ENHED, BRUGER, `urn:oio:cvr-nr:${KORSBAEK}`, 'ukendt')),
    ),
  })
  .map(({ ejere, kler, foelsomhed, enheder, profil }) => ({
    ejere: [...ejere].map((en) => ({ cvr: en.v, virkning: en.tid })),
    kler: kler.map((en) => ({ kle: en.v, virkning: en.tid })),
    foelsomhed: foelsomhed.map((en) => ({ foelsomhed: en.v, virkning: en.tid })),
    enheder: enheder.map((en) => ({ enhed: en.v, virkning: en.tid })),
    profil: [...profil].map((en) => ({ ref: en.v, virkning: en.tid })),
  }))

const NAVNE = ['sag 0', 'sag 1', 'brev', 'notat', 'aftale', 'bevilling 0', 'bevilling 1', 'betaling 0', 'betaling 1'] as const
const verden = fc.record({
  forhold: fc.tuple(...NAVNE.map(() => forholdet)),
  brevetPaa: fc.uniqueArray(fc.constantFrom<number>(0, 1), { maxLength: 2 }),
  posttid: tid,
  notatPaa: fc.constantFrom('sag 0', 'sag 1'),
  aftalensSag: fc.constantFrom('sag 0', 'sag 1', 'en ukendt sag', undefined),
  betalinger: fc.tuple(fc.subarray(['bevilling 0', 'bevilling 1']), fc.subarray(['bevilling 0', 'bevilling 1'])),
})
type Verden = typeof verden extends fc.Arbitrary<infer V> ? V : never

const moenstre = fc.uniqueArray(fc.constantFrom('*', '27.*', '27.35.*', '27.35.04', '32.24.04', '28.*'), {
  minLength: 1,
  maxLength: 3,
})
const gruppe: fc.Arbitrary<Rettighedsgruppe> = fc
  .record({
    kommune: fc.constantFrom(KORSBAEK, KORSBAEK, KORSBAEK, ANDEN),
    systemroller: fc.constantFrom(['se'] as const, ['se', 'notat'] as const, ['kendskab'] as const, [] as const),
    kle: moenstre.map((tekster) => tekster.flatMap((tekst) => parseKleMoenster(tekst) ?? [])),
    foelsomhed: fc.constantFrom(...FOELSOMHEDER),
    enheder: fc.option(fc.constantFrom<string[]>([ENHED], [id('en anden enhed'), ENHED], ["d'Æ"]), { nil: undefined, freq: 1 }),
    itsystemer: fc.option(fc.constantFrom<string[]>([MASTER], [id('andet system')]), { nil: undefined, freq: 1 }),
  })
  .map(({ enheder, itsystemer, ...resten }) => ({
    ...resten,
    ...(enheder ? { enheder } : {}),
    ...(itsystemer ? { itsystemer } : {}),
  }))
const spoergsmaal = fc.record({
  grupper: fc.array(gruppe, { maxLength: 3 }),
  id: fc.constantFrom(BRUGER, id('Poul')),
  enheder: fc.subarray<string>([ENHED]),
  nu: fc.constantFrom(...DAGE).map(kl12),
})

const forholdOf = (v: Verden, navn: string): Required<Adgangsforhold> => {
  const fundet = v.forhold[(NAVNE as readonly string[]).indexOf(navn)]
  if (!fundet) throw new Error(navn)
  return fundet
}

function toObjekter(v: Verden): Objekt[] {
  const sager = [0, 1].map((nr) =>
    objekt('sag', `sag ${nr}`, {
      parter: [part('Ulla')],
      adgang: toSkiver(forholdOf(v, `sag ${nr}`)),
      journalposter: v.brevetPaa.includes(nr) ? [post('brev', undefined, v.posttid)] : [],
    }),
  )
  const { foelsomhed } = forholdOf(v, 'notat')
  return [
    ...sager,
    objekt('dokument', 'brev', { parter: [part('Ulla')], adgang: toSkiver(forholdOf(v, 'brev')) }),
    objekt('journalnotat', 'notat', { sag: id(v.notatPaa), foelsomhed, adgang: toSkiver({ foelsomhed }) }),
    objekt('aftale', 'aftale', {
      parter: [part('Ulla')],
      sag: v.aftalensSag && id(v.aftalensSag),
      adgang: toSkiver({ ...forholdOf(v, 'aftale') }),
    }),
    ...[0, 1].map((nr) => {
      const { kler, ...andet } = forholdOf(v, `bevilling ${nr}`)
      const ydelser = kler.map(({ kle, virkning: hvornaar }, i) => ({ ...ydelse('hjælp'), id: `${i}`, kle, virkning: hvornaar }))
      return objekt('bevilling', `bevilling ${nr}`, {
        parter: [part('Ulla')],
        ydelser: ydelser as never,
        adgang: toSkiver({ ...andet, kler }),
      })
    }),
    ...v.betalinger.map((paa, nr) => {
      const { ejere } = forholdOf(v, `betaling ${nr}`)
      return objekt('oekonomiskEffektuering', `betaling ${nr}`, {
        ydelser: paa.map((navn) => del(navn, '0')),
        adgang: toSkiver({ ejere }),
      })
    }),
  ]
}

/** The facts put together by hand, of what was said of each. */
function naivtFor(v: Verden, navn: (typeof NAVNE)[number]): Adgangsfakta {
  const enkelt = (f: Adgangsforhold): Enkeltfakta => ({
    ejer: (f.ejere ?? []) as Enkeltfakta['ejer'],
    kle: f.kler ?? [],
    foelsomhed: f.foelsomhed ?? [],
    enheder: f.enheder ?? [],
    itsystem: MASTER,
    profil: f.profil ?? [],
  })
  const clip = (f: Enkeltfakta): Enkeltfakta => {
    const cut = <T extends { readonly virkning: ReturnType<typeof virkning> }>(led: readonly T[]) =>
      led.flatMap((et) => within(et.virkning, [v.posttid]).map((hvornaar) => ({ ...et, virkning: hvornaar })))
    return {
      ...f,
      ejer: cut(f.ejer),
      kle: cut(f.kle),
      foelsomhed: cut(f.foelsomhed),
      enheder: cut(f.enheder),
      profil: cut(f.profil),
    }
  }
  const egne = enkelt(forholdOf(v, navn))
  const tom = { sager: [], bevillinger: [], effektueringer: [] }
  const betaling = (nr: number): Enkeltfakta => {
    const foerste = (v.betalinger[nr] ?? []).flatMap((bevilling) => forholdOf(v, bevilling).kler[0]?.kle ?? [])
    return enkelt({ ejere: forholdOf(v, `betaling ${nr}`).ejere, kler: foerste.map((kle) => ({ kle, virkning: virkning() })) })
  }
  switch (navn) {
    case 'brev':
      return { art: 'dokument', egne, ...tom, sager: v.brevetPaa.map((nr) => clip(enkelt(forholdOf(v, `sag ${nr}`)))) }
    case 'notat':
      return {
        art: 'journalnotat',
        egne: enkelt({ foelsomhed: egne.foelsomhed }),
        ...tom,
        sager: [enkelt(forholdOf(v, v.notatPaa))],
      }
    case 'aftale': {
      const sag = v.aftalensSag?.startsWith('en ukendt') ? enkelt({}) : v.aftalensSag && enkelt(forholdOf(v, v.aftalensSag))
      return { art: 'aftale', egne, ...tom, sager: sag ? [sag] : [] }
    }
    case 'bevilling 0':
    case 'bevilling 1':
      return {
        art: 'bevilling',
        egne,
        ...tom,
        effektueringer: [0, 1].filter((nr) => v.betalinger[nr]?.includes(navn)).map(betaling),
      }
    case 'betaling 0':
    case 'betaling 1': {
      const nr = navn === 'betaling 0' ? 0 : 1
      return {
        art: 'oekonomiskEffektuering',
        egne: betaling(nr),
        ...tom,
        bevillinger: (v.betalinger[nr] ?? []).map((en) => enkelt(forholdOf(v, en))),
      }
    }
    default:
      return { art: 'sag', egne, ...tom }
  }
}

type Raekke = { readonly part_id: Uuid; readonly item_id: Uuid; readonly art: Objekt['art']; readonly adgang: Adgang }
let testdb: Testdatabase
beforeAll(async () => {
  testdb = await createTestDatabase()
})
afterAll(async () => testdb.close())

const grundlagFor = (s: { grupper: readonly Rettighedsgruppe[]; id: Uuid; enheder: readonly string[] }): Medarbejdergrundlag => ({
  ...grundlagForSagsbehandler(
    { id: s.id, cvr: KORSBAEK, rettigheder: s.grupper, enheder: s.enheder, session: newUuid() },
    { part: ULLA, formaal: 'henvendelse', korrelation: newUuid() },
  ),
  rettigheder: s.grupper,
})

async function read(
  rolle: 'sagsbehandler' | 'kendskab',
  mit: Medarbejdergrundlag,
  nu: Tidspunkt,
  tekst: string,
  vaerdier: readonly unknown[],
) {
  const [raekker] = await testdb.db.readBatch(kontekstForSagsbehandler(mit, rolle, nu), [sql<Raekke>(tekst, vaerdier as never)])
  return raekker.map(({ item_id }) => item_id).sort()
}

async function withoutRowSecurity<T>(work: () => Promise<T>): Promise<T> {
  await testdb.asOwner('ALTER TABLE overblik DISABLE ROW LEVEL SECURITY')
  try {
    return await work()
  } finally {
    await testdb.asOwner('ALTER TABLE overblik ENABLE ROW LEVEL SECURITY')
  }
}

const ALLE = 'SELECT item_id FROM overblik o WHERE part_id = $1'
const navnene = (ider: readonly Uuid[]) => NAVNE.filter((navn) => ider.includes(id(navn)))

test('whatever the world and the rights, the layers say the same, each by itself', { timeout: 240_000 }, async () => {
  let [sete, afviste] = [0, 0]
  await fc.assert(
    fc.asyncProperty(
      verden,
      verden,
      fc.nat(),
      fc.array(spoergsmaal, { minLength: 6, maxLength: 6 }),
      async (v, foer, seed, spurgt) => {
        await testdb.asOwner('TRUNCATE registrering, objekt, overblik, afhaengighed')
        // What was said before, of which nothing may be left, comes with the rest in whatever order, in several deliveries.
        const leveringer = [
          ...toObjekter(foer).map((led) => registrering(led, '2020-01-15')),
          ...toObjekter(v).map((led) => registrering(led, '2020-02-02')),
        ]
        const blandet = createTerning(seed).bland(leveringer)
        while (blandet.length > 0) await registerAlle(testdb.db, ...blandet.splice(0, 5))
        expect(await findAfvigelser(testdb.db)).toEqual([])
        const raekker = await testdb.asOwner<Raekke>('SELECT part_id, item_id, art, adgang FROM overblik WHERE part_id = $1', [
          ULLA,
        ])
        for (const s of spurgt) {
          const mit = grundlagFor(s)
          const hvem = { id: s.id, kommune: KORSBAEK, enheder: s.enheder }
          const findes = NAVNE.filter((navn) => raekker.some(({ item_id }) => item_id === id(navn)))
          const ventet = findes.filter((navn) => maaSeNogen(s.grupper, naivtFor(v, navn), hvem, s.nu))
          const fraRaekker = raekker
            .filter((r) => maaSeNogen(s.grupper, toAdgangsfakta(r, raekker), hvem, s.nu))
            .map((r) => r.item_id)
          expect({ fraRaekker: navnene(fraRaekker) }).toEqual({ fraRaekker: ventet })
          const betingelse = rettighedsbetingelse(mit, s.nu, { fra: 2, part: '$1' })
          const medBetingelse = [`${ALLE} AND ${betingelse.tekst}`, [ULLA, ...betingelse.vaerdier]] as const
          expect({ rls: navnene(await read('sagsbehandler', mit, s.nu, ALLE, [ULLA])) }).toEqual({ rls: ventet })
          expect({ begge: navnene(await read('sagsbehandler', mit, s.nu, ...medBetingelse)) }).toEqual({ begge: ventet })
          const uden = await withoutRowSecurity(() => read('sagsbehandler', mit, s.nu, ...medBetingelse))
          expect({ where: navnene(uden) }).toEqual({ where: ventet })
          const kendte = findes.filter((navn) => maaKende(s.grupper, naivtFor(v, navn), hvem, s.nu))
          expect({ kendte: navnene(await read('kendskab', mit, s.nu, ALLE, [ULLA])) }).toEqual({ kendte })
          sete += ventet.length
          afviste += findes.length - ventet.length
        }
      },
    ),
    { seed: 20261122, numRuns: 30 },
  )
  // A test in which everybody or nobody sees everything says nothing.
  expect(Math.min(sete, afviste)).toBeGreaterThan(40)
})

test('with both layers off, what may not be seen is read: they are what keeps it', async () => {
  const uden = withoutRowSecurity(() =>
    read('sagsbehandler', grundlagFor({ grupper: [], id: BRUGER, enheder: [] }), kl12('2024-01-01'), ALLE, [ULLA]),
  )
  expect((await uden).length).toBeGreaterThan(0)
})

test('a citizen’s role reads nothing of what decides; who may only know of a thing reads neither that, nor what it is', async () => {
  const laes = (kontekst: Parameters<Testdatabase['db']['readBatch']>[0], felt: string) =>
    testdb.db.readBatch(kontekst, [sql(`SELECT ${felt} FROM overblik`)])
  await expect(laes({ rolle: 'borger', parter: [ULLA], grund: 'egen' }, 'adgang')).rejects.toThrow('42501')
  const mit = grundlagFor({ grupper: [], id: BRUGER, enheder: [] })
  const kendskab = kontekstForSagsbehandler(mit, 'kendskab', kl12('2024-01-01'))
  for (const felt of ['adgang', 'data', 'indhold', 'kle', 'sager', 'aendret'])
    await expect(laes(kendskab, felt)).rejects.toThrow('42501')
  expect(await laes(kendskab, 'part_id, item_id, art, kommune')).toEqual([[]])
})
