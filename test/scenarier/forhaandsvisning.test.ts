import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grundlagForKommune } from '#adgang'
import { createLogskriver } from '#adgangslog'
import { newUuid, type Uuid } from '#kernel'
import { INGEN_ORDVALG } from '#klassifikation'
import { REGELVERSION } from '#kvalitet/titeltjek'
import { tekstHash } from '#kvalitet/vurdering'
import { createOpsaetning, createOpsaetningslager, type KleKonfiguration } from '#visning'
import { grundlagForEgen } from '../../src/adgang/grundlag.ts'
import { startSession } from '../../src/adgang/session-liv.ts'
import { changedPraefikser } from '../../src/opsaetning/forhaandsvisning/beroert.ts'
import { keepFakta } from '../../src/opsaetning/forhaandsvisning/fakta/vedligehold.ts'
import { runDel } from '../../src/opsaetning/forhaandsvisning/gennemgaa.ts'
import { addOptaelling, ingenting } from '../../src/opsaetning/forhaandsvisning/optaelling.ts'
import { ALLE_PARTER, splitStraekning } from '../../src/opsaetning/forhaandsvisning/straekning.ts'
import { hentBesoeg } from '../../src/overblik/hent.ts'
import { synligeIder } from '../../src/overblik/synlige.ts'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'
import { id, KORSBAEK } from '../byggere/indeks.ts'
import {
  BORGERE,
  type Kontrol,
  VERDENS_NU,
  type Verdensraekke,
  vilkaarligAendring,
  vilkaarligKontrol,
  vilkaarligVerden,
} from '../byggere/verdener.ts'

/** What a preview says appears or disappears is exactly what does, when the configuration is saved and each citizen looks. */

const KOERSLER = Number(process.env['FORHAANDSVISNING_KOERSLER'] ?? 60)
const clock = { now: () => VERDENS_NU }
let base: Testdatabase
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(() => base.close())

/** What the worker has found in the titles, and what somebody has stopped. */
async function enterKontrol(raekker: readonly Verdensraekke[], { vurderede, stop }: Kontrol) {
  for (const [i, { part, item, kommune, kle, data }] of raekker.entries()) {
    const slags = vurderede[i % vurderede.length]
    const titler = 'titler' in data ? data.titler.map(({ titel }) => titel) : []
    const vurderinger = titler.map((titel) => ({ ...VURDERING, hash: tekstHash(titel), tilbageholdt: slags === 'holdt' }))
    if (slags !== 'ikke')
      await base.asOwner(
        'INSERT INTO titelvurdering (part_id, item_id, kommune, kle, regelversion, vurderinger) VALUES ($1,$2,$3,$4,$5,$6)',
        [part, item, kommune, kle, REGELVERSION, JSON.stringify(vurderinger)],
      )
  }
  for (const { slags, vaerdi } of stop)
    await base.asOwner(
      "INSERT INTO noedstop (noedstop_id, kommune, slags, vaerdi, siden, begrundelse, medarbejder_id, medarbejder_navn) VALUES (gen_random_uuid(), $1, $2, $3, '2026-01-01', 'Fejl', gen_random_uuid(), 'Mette')",
      [KORSBAEK, slags, vaerdi],
    )
}
const VURDERING = { udfald: 'ren', gennemgang: 'ingen', fund: [] }

/** Kept together: a commit for each row took most of the time. */
async function atOnce(work: () => Promise<void>): Promise<void> {
  await base.asOwner('BEGIN')
  await work()
  await base.asOwner('COMMIT')
}

async function enter(raekker: readonly Verdensraekke[], konfigurationer: readonly KleKonfiguration[], kontrol: Kontrol) {
  await base.asOwner('TRUNCATE overblik, kle_konfiguration, titelvurdering, noedstop, noedstop_ophaevelse, partsfakta')
  await atOnce(() => enterAlt(raekker, kontrol))
  const lager = await createOpsaetningslager(base.db, clock)
  await lager.save(konfigurationer)
  return lager
}

async function enterAlt(raekker: readonly Verdensraekke[], kontrol: Kontrol) {
  await enterKontrol(raekker, kontrol)
  for (const { part, item, kommune, kle, kilde, sager, aendret, data } of raekker)
    await base.asOwner(
      'INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)',
      [part, item, data.art, kommune, kle, kilde, sager, aendret, JSON.stringify(data)],
    )
}

/** Through the citizen's own door, as a page is made. */
async function readAlle(deps: Parameters<typeof hentBesoeg>[0]): Promise<Set<string>> {
  const alle = await Promise.all(
    BORGERE.map(async (navn) => {
      const session = await startSession({ db: base.db, clock } as never, {
        part: id(navn),
        navn,
        loa: 'Substantial',
        forrige: undefined,
      })
      const { billede } = await hentBesoeg(deps, grundlagForEgen(session), 'overblik')
      const egne = [...synligeIder(billede)].filter((ting) => billede.efterId.get(ting)?.raekke.kommune === KORSBAEK)
      return egne.map((ting) => `${navn} ${ting}`)
    }),
  )
  return new Set(alle.flat())
}

const STRAEKNINGER = splitStraekning(ALLE_PARTER, 2)

/** The preview's own way, with what it found by citizen and item. */
async function preview(foer: readonly KleKonfiguration[], efter: readonly KleKonfiguration[]) {
  const sammenligning = { foer: createOpsaetning(foer), efter: createOpsaetning(efter), tid: VERDENS_NU }
  const praefikser = changedPraefikser(sammenligning.foer, sammenligning.efter, KORSBAEK, VERDENS_NU)
  const fundet = { vises: new Set<string>(), forsvinder: new Set<string>() }
  const navne = new Map<Uuid, string>(BORGERE.map((navn) => [id(navn), navn]))
  const sum = ingenting()
  for (const straekning of praefikser.length > 0 ? STRAEKNINGER : [])
    addOptaelling(
      sum,
      (
        await runDel(
          base,
          {
            grundlag: grundlagForKommune({ id: newUuid(), cvr: KORSBAEK }, 'forhaandsvisning'),
            foer,
            efter,
            tid: VERDENS_NU,
            praefikser,
            straekning,
          },
          {
            onFremdrift: () => undefined,
            onPart: ({ part, forskelle }) => {
              for (const { retning, raekke } of forskelle) fundet[retning].add(`${navne.get(part)} ${raekke.item_id}`)
            },
          },
        )
      ).tal,
    )
  return { ...fundet, sum }
}

/** As the worker does beside the index, until it is through. */
async function keepAlleFakta(): Promise<void> {
  await base.asOwner('UPDATE partsfaktamaerke SET efter = NULL, begyndt = NULL, faerdig = NULL')
  for (let skridt = await keepFakta({ db: base.db, clock }); !skridt.slut; skridt = await keepFakta({ db: base.db, clock }))
    if (skridt.intet) throw new Error('The facts were not kept')
}

/** What can happen to the index after the facts of it were written, as often as not without another number of items or another number. */
const vilkaarligeHaendelser = fc.array(
  fc.record({ slags: fc.constantFrom('undtag', 'vis', 'slet', 'flyt', 'hold', 'frigiv', 'glem'), nr: fc.nat(59) }),
  { minLength: 10, maxLength: 40 },
)
type Haendelse = typeof vilkaarligeHaendelser extends fc.Arbitrary<readonly (infer H)[]> ? H : never

const HAENDELSER: { readonly [S in Haendelse['slags']]: string } = {
  undtag: `UPDATE overblik SET data = jsonb_set(data, '{visningsklasser}', '[{"klasse": "Visning undtaget for borger", "virkning": {"fra": "2019-01-01T00:00:00.000Z", "til": null}}]') WHERE part_id = $1 AND item_id = $2`,
  vis: `UPDATE overblik SET data = jsonb_set(data, '{visningsklasser}', '[]') WHERE part_id = $1 AND item_id = $2`,
  slet: 'DELETE FROM overblik WHERE part_id = $1 AND item_id = $2',
  // Another number than any that the person had: what is kept of them does not name it.
  flyt: `UPDATE overblik SET kle = '27.36.08', data = jsonb_set(data, '{kler}', '[{"kle": "27.36.08", "virkning": {"fra": "2019-01-01T00:00:00.000Z", "til": null}}]') WHERE part_id = $1 AND item_id = $2 AND art IN ('sag', 'aftale')`,
  hold: `UPDATE titelvurdering SET vurderinger = replace(vurderinger::text, '"tilbageholdt": false', '"tilbageholdt": true')::jsonb WHERE part_id = $1 AND item_id = $2`,
  frigiv: `UPDATE titelvurdering SET vurderinger = replace(vurderinger::text, '"tilbageholdt": true', '"tilbageholdt": false')::jsonb WHERE part_id = $1 AND item_id = $2`,
  glem: 'DELETE FROM titelvurdering WHERE part_id = $1 AND item_id = $2',
}

/** Whether the worker has come by: never, just now, or before something happened. */
async function keepVerden(
  raekker: readonly Verdensraekke[],
  fakta: 'ingen' | 'friske' | 'gamle',
  haendelser: readonly Haendelse[],
) {
  if (fakta !== 'ingen') await keepAlleFakta()
  if (fakta === 'gamle')
    await atOnce(async () => {
      for (const { slags, nr } of haendelser) {
        const ramt = raekker[nr % Math.max(1, raekker.length)]
        if (ramt) await base.asOwner(HAENDELSER[slags], [ramt.part, ramt.item])
      }
    })
}
const vilkaarligeFakta = fc.constantFrom('ingen', 'friske', 'friske', 'gamle', 'gamle', 'gamle')

test('what the preview says appears or disappears is exactly what does', { timeout: 60_000 + KOERSLER * 2_000 }, async () => {
  let [aendrede, forsvundne] = [0, 0]
  const verdener = [vilkaarligVerden, vilkaarligAendring, vilkaarligKontrol, vilkaarligeFakta, vilkaarligeHaendelser] as const
  await fc.assert(
    fc.asyncProperty(...verdener, async (verden, { foer, nye }, kontrol, fakta, haendelser) => {
      const lager = await enter(verden, foer, kontrol)
      await keepVerden(verden, fakta, haendelser)
      const log = createLogskriver(base.db)
      const deps = { db: base.db, log, clock, opsaetning: lager, ordvalg: { current: async () => INGEN_ORDVALG } }
      const lovet = await preview(foer, [...foer, ...nye])
      const synligeFoer = await readAlle(deps)
      await lager.save(nye)
      const synligeEfter = await readAlle(deps)
      expect([...lovet.vises].sort()).toEqual([...synligeEfter.difference(synligeFoer)].sort())
      expect([...lovet.forsvinder].sort()).toEqual([...synligeFoer.difference(synligeEfter)].sort())
      expect(lovet.sum.ting).toEqual({ vises: lovet.vises.size, forsvinder: lovet.forsvinder.size })
      aendrede += lovet.vises.size
      forsvundne += lovet.forsvinder.size
    }),
    { numRuns: KOERSLER, seed: Number(process.env['FORHAANDSVISNING_FROE'] ?? 4) },
  )
  // Worlds in which nothing happens would show nothing.
  expect(Math.min(aendrede, forsvundne)).toBeGreaterThan(KOERSLER / 3)
})
