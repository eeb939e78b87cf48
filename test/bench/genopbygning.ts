import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { genopbyg, type NyRegistrering } from '#indeks'
import type { Uuid } from '#kernel'
import type { Testdatabase } from '../byggere/database.ts'
import { id, laesUforseglet, objekt, part, post, registerAlle, registrering, ydelse } from '../byggere/indeks.ts'

export type Genopbygningsmaal = {
  readonly objekter: number
  readonly raekker: number
  /** Differences found in an index that is as it should be, and in one with `skader` rows damaged. */
  readonly uskadt: number
  readonly skader: number
  readonly fundet: number
  readonly efter: number
  /** Seconds for looking, of the index as it should be. */
  readonly sekunder: number
  /** How much the process grew at the most while it looked, in MB. */
  readonly voksede: number
  /** A citizen's rows read again and again, milliseconds: the middle and the 99th of a hundred, alone and meanwhile. */
  readonly alene: readonly [number, number]
  readonly imens: readonly [number, number]
  /** Deliveries that were taken in meanwhile, and the longest that one took in milliseconds. */
  readonly leverancer: number
  readonly laengste: number
  readonly belastning: number
}

const AD_GANGEN = 1000
/** Of each five objects: a case with a document and a note's worth of content, two grants on it. */
const PR_SAG = 4

/** Builds an index of about `antal` objects, compares it with its registrations while it is read and delivered to, damages it and mends it. */
export async function maalGenopbygning(database: Testdatabase, antal: number): Promise<Genopbygningsmaal> {
  await fill(database, antal)
  const alene = await readFor(database, () => wait(2_000))
  const foer = process.memoryUsage.rss()
  let hoejst = foer
  const begyndt = performance.now()
  let sekunder = 0
  let resultat: Awaited<ReturnType<typeof genopbyg>> | undefined
  let leverancer: readonly number[] = []
  const imens = await readFor(database, async () => {
    let slut = false
    const levering = deliverUntil(database, antal, () => slut)
    resultat = await genopbyg(database.db, laesUforseglet, {
      ret: false,
      onProgress: () => {
        hoejst = Math.max(hoejst, process.memoryUsage.rss())
      },
    })
    sekunder = (performance.now() - begyndt) / 1000
    slut = true
    leverancer = await levering
  })
  const skader = await damage(database)
  const { antalAfvigelser: fundet } = await genopbyg(database.db, laesUforseglet, { ret: true })
  const { antalAfvigelser: efter } = await genopbyg(database.db, laesUforseglet, { ret: false })
  return {
    objekter: resultat?.objekter ?? 0,
    raekker: resultat?.raekker ?? 0,
    uskadt: resultat?.antalAfvigelser ?? -1,
    skader,
    fundet,
    efter,
    sekunder,
    voksede: (hoejst - foer) / (1 << 20),
    alene,
    imens,
    leverancer: leverancer.length,
    laengste: Math.max(0, ...leverancer),
    belastning: loadavg()[0] ?? 0,
  }
}

const toSag = (n: number, dag = '2026-01-01', navn = `borger ${n % 5000}`): NyRegistrering =>
  registrering(objekt('sag', `sag ${n}`, { parter: [part(navn)], journalposter: [post(`brev ${n}`)] }), dag)

async function fill(database: Testdatabase, antal: number): Promise<void> {
  const sager = Math.ceil(antal / PR_SAG)
  const pr = AD_GANGEN / PR_SAG
  for (let fra = 0; fra < sager; fra += pr)
    await registerAlle(database.db, ...Array.from({ length: Math.min(pr, sager - fra) }, (_, i) => toObjekter(fra + i)).flat())
  for (const tabel of ['registrering', 'objekt', 'afhaengighed', 'overblik']) await database.asOwner(`ANALYZE ${tabel}`)
}

const toObjekter = (n: number): NyRegistrering[] => [
  toSag(n),
  registrering(objekt('dokument', `brev ${n}`), '2026-01-01'),
  ...[1, 2].map((nr) =>
    registrering(
      objekt('bevilling', `bevilling ${n} ${nr}`, {
        parter: [part(`borger ${n % 5000}`, 'Ydelsesmodtager')],
        ydelser: [ydelse('Pension')],
        sager: [id(`sag ${n}`)],
      }),
      '2026-01-01',
    ),
  ),
]

/** One small delivery after the other: changed cases. How long each took. */
async function deliverUntil(database: Testdatabase, antal: number, isSlut: () => boolean): Promise<number[]> {
  const tider: number[] = []
  while (!isSlut()) {
    const n = (tider.length * 7919) % Math.ceil(antal / PR_SAG)
    const fra = performance.now()
    await registerAlle(database.db, toSag(n, '2026-02-01', `borger ${(n + 1) % 5000}`))
    tider.push(performance.now() - fra)
    await wait(20)
  }
  return tider
}

/** Reads one citizen's rows after the other while `work` goes on. */
async function readFor(database: Testdatabase, work: () => Promise<unknown>): Promise<readonly [number, number]> {
  let slut = false
  const tider: number[] = []
  const laesning = (async () => {
    for (let n = 0; !slut; n++) {
      const parter: [Uuid] = [id(`borger ${n % 5000}`)]
      const fra = performance.now()
      await database.db.readBatch({ rolle: 'borger', parter, grund: 'maaling' }, [
        { text: 'SELECT item_id, data FROM overblik WHERE part_id = $1', values: [parter[0]] },
      ])
      tider.push(performance.now() - fra)
      await wait(5)
    }
  })()
  await work()
  slut = true
  await laesning
  tider.sort((a, b) => a - b)
  const at = (andel: number) => tider[Math.floor(tider.length * andel)] ?? 0
  return [at(0.5), at(0.99)]
}

/** Ten rows of each table altered, taken away or put in; answers how many differences that makes. */
async function damage({ asOwner }: Testdatabase): Promise<number> {
  const nogle = (tabel: string, fra: number) => `SELECT ctid FROM ${tabel} ORDER BY ctid OFFSET ${fra} LIMIT 10`
  for (const skade of [
    `UPDATE objekt SET master = gen_random_uuid() WHERE ctid IN (${nogle('objekt', 0)})`,
    `UPDATE overblik SET kommune = '99999999' WHERE ctid IN (${nogle('overblik', 0)})`,
    `DELETE FROM overblik WHERE ctid IN (${nogle('overblik', 50)})`,
    `INSERT INTO overblik SELECT gen_random_uuid(), item_id, art, kommune, kle, kilde_id, sager, aendret, data, indhold
       FROM overblik WHERE ctid IN (${nogle('overblik', 100)})`,
    'INSERT INTO afhaengighed SELECT gen_random_uuid(), gen_random_uuid() FROM generate_series(1, 10)',
    `DELETE FROM afhaengighed WHERE ctid IN (${nogle('afhaengighed', 50)})`,
  ])
    await asOwner(skade)
  return 60
}
