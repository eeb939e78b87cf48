import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { grundlagForKommune, kontekstForKommune } from '#adgang'
import { createLogskriver } from '#adgangslog'
import { type CvrNummer, newUuid, type Uuid } from '#kernel'
import { danskDag, startOfDanskDag, systemClock } from '#platform/clock'
import { createNoegler } from '#platform/crypto'
import { dagEfter } from '#web'
import { forsegl } from '../../src/adgangslog/merkle/forsegl.ts'
import { createUnderskriver } from '../../src/adgangslog/merkle/note.ts'
import { sletGamleLinjer } from '../../src/adgangslog/sletning/slet.ts'
import { insertUndtagelse, updateAfgjort } from '../../src/partsoverblik/logansvar/logansvar.sql.ts'
import type { Logansvarsdeps } from '../../src/partsoverblik/logansvar/spoergsmaal.ts'
import { afgoerUndtagelse, foreslaaUndtagelse } from '../../src/partsoverblik/logansvar/undtagelse.ts'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'

const KORSBAEK = '11111111' as CvrNummer
const underskriver = createUnderskriver('log.example.dk', 'note', generateKeyPairSync('ed25519').privateKey)
const [karen, per] = ['Karen Ansvarlig', 'Per Ansvarlig'].map((navn) => ({ id: newUuid(), cvr: KORSBAEK, navn })) as [
  { id: Uuid; cvr: CvrNummer; navn: string },
  { id: Uuid; cvr: CvrNummer; navn: string },
]
const mappe = mkdtempSync(join(tmpdir(), 'bbundtagelse-'))

let base: Testdatabase
let deps: Logansvarsdeps
beforeAll(async () => {
  base = await createTestDatabase()
  const noegler = createNoegler(join(mappe, 'noegler.json'))
  deps = { db: base.db, log: createLogskriver(base.db), clock: systemClock, noegler }
})
afterAll(async () => {
  await base.close()
  rmSync(mappe, { recursive: true })
})
beforeEach(() =>
  base.asOwner(
    `TRUNCATE adgangslog, adgangslog_flise, adgangslog_kontrolpunkt, adgangslog_valg, adgangslog_sletning, adgangslog_undtagelse;
     UPDATE adgangslog_hoved SET antal = 0; INSERT INTO adgangslog_valg VALUES ('11111111', 10, 24, now() - interval '2 months', gen_random_uuid(), 'X')`,
  ),
)

/** A visit that long ago, sealed: the oldest line of the log. */
async function besoegFor(alder: string) {
  const [part, korrelation] = [newUuid(), newUuid()]
  await deps.log.append({
    aktoerType: 'medarbejder',
    aktoer: newUuid(),
    part,
    grund: 'jobfunktionsrolle',
    formaal: 'tilsyn',
    hvad: 'sag',
    objekt: undefined,
    antal: 1,
    korrelation,
    kommune: KORSBAEK,
  })
  await base.asOwner('UPDATE adgangslog SET tid = now() - $1::interval', [alder])
  await forsegl({ db: base.db, clock: systemClock, underskriver })
  return { part, korrelation }
}

const omDage = (dage: number): string => dagEfter(danskDag(systemClock.now()), dage)
const foreslaa = (besoeg: { part: Uuid; korrelation: Uuid }, dage: number) =>
  foreslaaUndtagelse(deps, karen, {
    ...besoeg,
    hjemmel: 'offentligeHensyn',
    begrundelse: 'Kontrolbesøg er aftalt',
    til: omDage(dage),
  })

test.each([
  ['1 day', 365],
  ['8 months', 365],
  ['15 months', 120],
  ['20 months', 20],
])('a visit of %s ago is told again, for three months at the least, before its lines can be deleted', async (alder, hoejst) => {
  const besoeg = await besoegFor(alder)
  const laengst = await longestAllowed(besoeg)
  expect(laengst).toBe(hoejst)
  // Its last day has been, and the three months all but a day.
  await base.asOwner(
    `UPDATE adgangslog SET tid = tid - d.siden FROM (SELECT til - now() + interval '3 months' - interval '1 day' AS siden FROM adgangslog_undtagelse) d`,
  )
  await sletGamleLinjer({ db: base.db, clock: systemClock }, [KORSBAEK], 'proeve')
  const [linje] = await base.asOwner<{ antal: string }>(
    'SELECT count(*) AS antal FROM adgangslog WHERE part_id = $1 AND nr = 1',
    [besoeg.part],
  )
  expect(linje?.antal).toBe('1')
})

/** Tries the days from the longest on until one is taken, and has it approved. */
async function longestAllowed(besoeg: { part: Uuid; korrelation: Uuid }): Promise<number | undefined> {
  for (const dage of [365, 120, 20]) {
    const svar = await foreslaa(besoeg, dage)
    if (!svar.ok) expect(svar.afvisning).toBe('LAENGERE_END_LINJERNE')
    else {
      expect(await afgoerUndtagelse(deps, per, svar.value, 'godkend')).toEqual({ ok: true, value: undefined })
      return dage
    }
  }
  return undefined
}

test('one that is proposed again when the first is over goes no further than its lines', async () => {
  const besoeg = await besoegFor('20 months')
  const foerste = await foreslaa(besoeg, 20)
  if (!foerste.ok) throw new Error(foerste.afvisning)
  await afgoerUndtagelse(deps, per, foerste.value, 'godkend')
  await base.asOwner(`UPDATE adgangslog_undtagelse SET til = now() - interval '1 day'`)
  await base.asOwner(`UPDATE adgangslog SET tid = tid - interval '21 days' WHERE nr = 1`)
  expect(await foreslaa(besoeg, 20)).toEqual({ ok: false, afvisning: 'LAENGERE_END_LINJERNE' })
})

test('what was proposed for longer is not approved, though it stands there', async () => {
  const besoeg = await besoegFor('20 months')
  const svar = await foreslaa(besoeg, 20)
  if (!svar.ok) throw new Error(svar.afvisning)
  await base.asOwner(`UPDATE adgangslog_undtagelse SET til = now() + interval '60 days'`)
  expect(await afgoerUndtagelse(deps, per, svar.value, 'godkend')).toEqual({ ok: false, afvisning: 'LAENGERE_END_LINJERNE' })
  expect(await afgoerUndtagelse(deps, per, svar.value, 'afvis')).toEqual({ ok: true, value: undefined })
})

test('the database keeps to it by itself, where it is proposed and where it is approved, and of lines that are gone', async () => {
  const besoeg = await besoegFor('20 months')
  const id = newUuid()
  const som = (hvem: typeof karen) => kontekstForKommune(grundlagForKommune(hvem, 'undtagelse'))
  const ind = (dage: number, { part, korrelation } = besoeg) =>
    base.db.writeBatch(som(karen), [
      insertUndtagelse({
        id,
        kommune: KORSBAEK,
        part,
        korrelation,
        hjemmel: 'andenLov',
        begrundelse: new Uint8Array(1),
        til: startOfDanskDag(omDage(dage)),
        foreslaaet: systemClock.now(),
        af: karen,
      }),
    ])
  await expect(ind(60)).rejects.toThrow()
  await expect(ind(20, { part: newUuid(), korrelation: newUuid() })).rejects.toThrow()
  await ind(20)
  await base.asOwner(`UPDATE adgangslog_undtagelse SET til = now() + interval '60 days'`)
  const godkend = () => base.db.writeBatch(som(per), [updateAfgjort(id, 'gaelder', { tid: systemClock.now(), af: per })])
  await expect(godkend()).rejects.toThrow()
  await base.asOwner(`UPDATE adgangslog_undtagelse SET til = now() + interval '20 days'`)
  await godkend()
})
