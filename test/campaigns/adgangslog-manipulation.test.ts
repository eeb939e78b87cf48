import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CvrNummer, newUuid } from '#kernel'
import { systemClock } from '#platform/clock'
import { forsegl } from '../../src/adgangslog/merkle/forsegl.ts'
import { kontrollerLog } from '../../src/adgangslog/merkle/kontroller.ts'
import { readKontrolpunkt } from '../../src/adgangslog/merkle/kontrolpunkt.ts'
import { createUnderskriver } from '../../src/adgangslog/merkle/note.ts'
import type { Traehoved } from '../../src/adgangslog/merkle/verificer.ts'
import { createLogskriver } from '../../src/adgangslog/skriver.ts'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'
import { noterTal } from '../byggere/tal.ts'
import { createTerning, type Terning } from '../byggere/tilfaeldighed.ts'

/** So many changes of a sealed log, each by somebody with the database, half of them with the log's key too. */
const ANTAL = Number(process.env['BEVIS_MANIPULATIONER'] ?? 60)
const LINJER = 600
const SEED = 20261122

const underskriver = createUnderskriver('log.example.dk', 'note', generateKeyPairSync('ed25519').privateKey)
const TABELLER = ['adgangslog', 'adgangslog_flise', 'adgangslog_kontrolpunkt', 'adgangslog_hoved'] as const

let testdb: Testdatabase
const holdte: Traehoved[] = []
beforeAll(async () => {
  testdb = await createTestDatabase()
  const log = createLogskriver(testdb.db)
  for (let runde = 0; runde < 3; runde++) {
    const nye = Array.from({ length: LINJER / 3 }, (_, nr) =>
      log.append({
        aktoerType: 'medarbejder',
        aktoer: newUuid(),
        part: newUuid(),
        grund: 'kommune',
        formaal: 'forklaring',
        hvad: 'sag',
        objekt: newUuid(),
        antal: nr,
        korrelation: newUuid(),
        kommune: '29189617' as CvrNummer,
        enhed: 'Ydelser',
      }),
    )
    await Promise.all(nye)
    await forsegl({ db: testdb.db, clock: systemClock, underskriver })
    holdte.push(await sidste())
  }
  for (const tabel of TABELLER) await testdb.asOwner(`CREATE TABLE kopi_${tabel} AS TABLE ${tabel}`)
})
afterAll(() => testdb.close())

async function sidste(): Promise<Traehoved> {
  const [raekke] = await testdb.asOwner<{ note: string }>('SELECT note FROM adgangslog_kontrolpunkt ORDER BY antal DESC LIMIT 1')
  const laest = readKontrolpunkt(raekke?.note ?? '', underskriver)
  if (!laest.ok) throw new Error(laest.afvisning)
  return laest.value.kontrolpunkt
}

async function laegTilbage(): Promise<void> {
  await testdb.asOwner('TRUNCATE adgangslog_sletning')
  for (const tabel of TABELLER) await testdb.asOwner(`TRUNCATE ${tabel}; INSERT INTO ${tabel} SELECT * FROM kopi_${tabel}`)
}

const FELTER: readonly (readonly [string, string])[] = [
  ['tid', `tid - interval '1 second'`],
  ['aktoer_type', `'borger'`],
  ['aktoer_id', 'gen_random_uuid()'],
  ['part_id', 'gen_random_uuid()'],
  ['grund', `'egen'`],
  ['formaal', `'seEgneData'`],
  ['hvad', `'ydelser'`],
  ['objekt_id', 'NULL'],
  ['antal', 'antal + 1'],
  ['korrelation', 'gen_random_uuid()'],
  ['salt', `sha256(salt)`],
  ['kommune', `'29189625'`],
  ['enhed', 'NULL'],
  ['form', '1'],
]
const KOLONNER = FELTER.map(([navn]) => navn).join(', ')

/** What somebody might do to lines that a checkpoint covers. */
const HANDLINGER: Readonly<Record<string, (terning: Terning, nr: number) => string>> = {
  aendret: (terning, nr) => {
    const [felt, vaerdi] = terning.vaelg(FELTER)
    return `UPDATE adgangslog SET ${felt} = ${vaerdi} WHERE nr = ${nr}`
  },
  slettet: (_, nr) => `DELETE FROM adgangslog WHERE nr = ${nr}`,
  slettetFraDenAeldste: (_, nr) => `DELETE FROM adgangslog WHERE nr <= ${nr}`,
  slettetOgLukket: (_, nr) =>
    `DELETE FROM adgangslog WHERE nr = ${nr}; UPDATE adgangslog SET nr = -nr WHERE nr > ${nr}; UPDATE adgangslog SET nr = -nr - 1 WHERE nr < 0`,
  indsat: (_, nr) =>
    `UPDATE adgangslog SET nr = -nr WHERE nr >= ${nr}; UPDATE adgangslog SET nr = 1 - nr WHERE nr < 0;
     INSERT INTO adgangslog (nr, ${KOLONNER}) SELECT ${nr}, ${KOLONNER} FROM kopi_adgangslog WHERE nr = ${nr}`,
  byttet: (terning, nr) => {
    const anden = (nr % LINJER) + 1 === nr ? 1 : terning.vaelg([(nr % LINJER) + 1, ((nr + 99) % LINJER) + 1])
    return `UPDATE adgangslog SET nr = -nr WHERE nr IN (${nr}, ${anden}); UPDATE adgangslog SET nr = ${nr + anden} + nr WHERE nr < 0`
  },
  afkortet: (_, nr) => `DELETE FROM adgangslog WHERE nr >= ${nr}`,
  fordoblet: (terning, nr) =>
    `UPDATE adgangslog l SET (${KOLONNER}) = (SELECT ${KOLONNER} FROM kopi_adgangslog WHERE nr = ${((nr + terning.heltal(0, LINJER - 2)) % LINJER) + 1}) WHERE nr = ${nr}`,
  // As if they were deleted after their time, which whoever owns the database can write down.
  daekketAfSletning: (terning, nr) =>
    `DELETE FROM adgangslog WHERE nr <= ${nr}; INSERT INTO adgangslog_sletning (til_nr, graense, antal, hvem)
     VALUES (${nr}, now() - interval '${terning.vaelg(['1 day', '1 month', '20 months'])}', ${nr}, 'proeve')`,
  // Where no leaf is, but a citizen's page would show it.
  udenPlads: (terning, nr) =>
    `INSERT INTO adgangslog (nr, ${KOLONNER}) SELECT ${terning.heltal(-9, 0)}, ${KOLONNER} FROM kopi_adgangslog WHERE nr = ${nr}`,
  foerVorTidsregning: (_, nr) =>
    `UPDATE adgangslog SET tid = (to_char(tid, 'YYYY-MM-DD HH24:MI:SS.US TZ') || ' BC')::timestamptz WHERE nr = ${nr}`,
  forfraBegyndt: () => 'DELETE FROM adgangslog; UPDATE adgangslog_hoved SET antal = 0',
  flere: (terning, nr) => {
    const anden = (nr % LINJER) + 1
    return `DELETE FROM adgangslog WHERE nr = ${nr}; UPDATE adgangslog SET antal = antal + 1, tid = tid - interval '${terning.heltal(1, 90)} days' WHERE nr = ${anden}`
  },
}

test(`${ANTAL} of ${ANTAL} random changes to lines that a held checkpoint covers are seen`, { timeout: 1_800_000 }, async () => {
  const terning = createTerning(SEED)
  const usete: string[] = []
  const set = new Map<string, number>()
  for (let nr = 0; nr < ANTAL; nr++) {
    const [slags, handling] = terning.vaelg(Object.entries(HANDLINGER))
    const medNoegle = terning.chance(0.5)
    const sql = handling(terning, terning.heltal(1, LINJER))
    await testdb.asOwner(sql)
    if (medNoegle) {
      // The tree and its checkpoints made anew to match, and signed with the log's own key.
      await testdb.asOwner('TRUNCATE adgangslog_flise, adgangslog_kontrolpunkt')
      await forsegl({ db: testdb.db, clock: systemClock, underskriver }).catch(() => undefined)
    }
    // A verifier may hold any one of the checkpoints that cover what was done, and holds the newest here.
    const { brud } = await kontrollerLog(testdb.db, [holdte.at(-1) as Traehoved])
    if (brud.length === 0) usete.push(`${slags}${medNoegle ? ' with the key' : ''}: ${sql}`)
    const navn = `${slags}${medNoegle ? ' with the key' : ''}`
    set.set(navn, (set.get(navn) ?? 0) + 1)
    await laegTilbage()
  }
  const slags = [...set].sort(([a], [b]) => (a < b ? -1 : 1)).map(([navn, antal]) => `${navn} ${antal}`)
  noterTal(`${ANTAL - usete.length} of ${ANTAL} changes were seen, in a log of ${LINJER} lines: ${slags.join(', ')}`)
  expect(usete).toEqual([])
  expect(await kontrollerLog(testdb.db, holdte)).toMatchObject({ brud: [], udaekkede: 0 })
})
