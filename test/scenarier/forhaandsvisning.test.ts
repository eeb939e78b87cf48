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
import { gennemgaa } from '../../src/opsaetning/forhaandsvisning/gennemgaa.ts'
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

const KOERSLER = Number(process.env['FORHAANDSVISNING_KOERSLER'] ?? 25)
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

async function enter(raekker: readonly Verdensraekke[], konfigurationer: readonly KleKonfiguration[], kontrol: Kontrol) {
  await base.asOwner('TRUNCATE overblik, kle_konfiguration, titelvurdering, noedstop, noedstop_ophaevelse')
  await enterKontrol(raekker, kontrol)
  for (const { part, item, kommune, kle, kilde, sager, aendret, data } of raekker)
    await base.asOwner(
      'INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)',
      [part, item, data.art, kommune, kle, kilde, sager, aendret, JSON.stringify(data)],
    )
  const lager = await createOpsaetningslager(base.db, clock)
  await lager.save(konfigurationer)
  return lager
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
      await gennemgaa(base, grundlagForKommune({ id: newUuid(), cvr: KORSBAEK }, 'forhaandsvisning'), {
        ...sammenligning,
        praefikser,
        straekning,
        onFremdrift: () => undefined,
        onPart: ({ part, forskelle }) => {
          for (const { retning, raekke } of forskelle) fundet[retning].add(`${navne.get(part)} ${raekke.item_id}`)
        },
      }),
    )
  return { ...fundet, sum }
}

test('what the preview says appears or disappears is exactly what does', { timeout: 60_000 + KOERSLER * 3_000 }, async () => {
  let [aendrede, forsvundne] = [0, 0]
  await fc.assert(
    fc.asyncProperty(vilkaarligVerden, vilkaarligAendring, vilkaarligKontrol, async (verden, { foer, nye }, kontrol) => {
      const lager = await enter(verden, foer, kontrol)
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
