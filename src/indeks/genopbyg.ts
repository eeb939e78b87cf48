import { type Uuid, uuid } from '#kernel'
import type { Database, Transaktion } from '#platform/database'
import {
  type Afvigelse,
  analyzeTabel,
  copyRaekker,
  createTabel,
  deleteRaekker,
  FOERSTE,
  findAfvigelser,
  findSidesslut,
  genopbyggedeEfter,
  lockAlt,
  nyesteRegistreringer,
  type Raekkenoegle,
  type RegistreringRaekke,
  readOneInstant,
} from './genopbyg.sql.ts'
import {
  findKanter,
  findObjekter,
  GENOPBYGGET,
  insertAfhaengigheder,
  setRaekker,
  toGaeldende,
  upsertObjekter,
  upsertOverblik,
} from './indeks.sql.ts'
import { afhaengighederAf, type GaeldendeObjekt, type Objekt } from './objekt.ts'
import { projectObjekt } from './projektion.ts'

export type { Afvigelse, RegistreringRaekke } from './genopbyg.sql.ts'

export type Genopbygningsvalg = {
  /** True: what differs is put right, and no delivery is taken in meanwhile. False: nothing is changed and nobody waits. */
  readonly ret: boolean
  /** How many objects or rows are in memory at a time. */
  readonly side?: number
  /** How many differences are listed; all are counted. */
  readonly hoejst?: number
  readonly onProgress?: (trin: Genopbygningstrin, antal: number) => void
}
export type Genopbygningstrin = 'registreringer' | 'overblik' | 'sammenligning'

export type Genopbygning = {
  readonly objekter: number
  readonly raekker: number
  /** Where the current state was not what the registrations give, by id alone. */
  readonly afvigelser: readonly Afvigelse[]
  readonly antalAfvigelser: number
}

/**
 * Builds objekt, afhaengighed and overblik anew from the registrations alone, beside the current ones, and compares: they must be equal.
 * `laes` opens a registration's sealed content and reads it; what it throws is thrown on. Memory is bounded by the page, whatever the number
 * of registrations. One transaction, which reads one instant of the database; while it lasts, rows that others replace cannot be cleaned up.
 * Objects without any registration are listed and left, since nobody may delete an object. Throws DatabaseFejl; then nothing is changed.
 */
export async function genopbyg(
  db: Database,
  laes: (raekke: RegistreringRaekke) => Objekt,
  { ret, side = 500, hoejst = 1000, onProgress = () => undefined }: Genopbygningsvalg,
): Promise<Genopbygning> {
  return db.transaction({ rolle: 'modtagelse' }, async (tx) => {
    await tx.run(ret ? lockAlt() : readOneInstant())
    for (const tabel of TABELLER) await tx.run(createTabel(tabel))
    const objekter = await buildObjekter(tx, laes, side, onProgress)
    await tx.run(analyzeTabel('objekt'))
    await tx.run(analyzeTabel('afhaengighed'))
    const raekker = await buildOverblik(tx, side, onProgress)
    await tx.run(analyzeTabel('overblik'))
    const afvigelser: Afvigelse[] = []
    let antalAfvigelser = 0
    for (const tabel of TABELLER)
      for await (const fundne of compare(tx, tabel, side, onProgress)) {
        antalAfvigelser += fundne.length
        afvigelser.push(...fundne.slice(0, hoejst - afvigelser.length))
        if (ret) await putRight(tx, tabel, fundne)
      }
    return { objekter, raekker, afvigelser, antalAfvigelser }
  })
}

const TABELLER = ['objekt', 'afhaengighed', 'overblik'] as const
const FOER_ALLE = uuid('00000000-0000-0000-0000-000000000000')

type Progress = NonNullable<Genopbygningsvalg['onProgress']>

/** First the current state of each object, from its newest registration, and what it declares itself dependent on. */
async function buildObjekter(tx: Transaktion, laes: (raekke: RegistreringRaekke) => Objekt, side: number, onProgress: Progress) {
  let antal = 0
  for (let efter = FOER_ALLE; ; ) {
    const raekker = await tx.run(nyesteRegistreringer(efter, side))
    const sidste = raekker.at(-1)
    if (!sidste) return antal
    efter = sidste.objekt
    const objekter = raekker.map((raekke) => toNyt(raekke, laes(raekke)))
    await tx.run(upsertObjekter(objekter, GENOPBYGGET))
    const kanter = objekter.flatMap((led) => afhaengighederAf(led.objekt))
    if (kanter.length > 0) await tx.run(insertAfhaengigheder(kanter, GENOPBYGGET))
    antal += raekker.length
    onProgress('registreringer', raekker.length)
  }
}

const toNyt = ({ objekt: _, indhold: __, ...raekke }: RegistreringRaekke, objekt: Objekt): GaeldendeObjekt => ({
  ...raekke,
  objekt,
  raekker: [],
})

/** Then, when all that an object can take facts from is there, its rows. */
async function buildOverblik(tx: Transaktion, side: number, onProgress: Progress): Promise<number> {
  let antal = 0
  for (let efter = FOER_ALLE; ; ) {
    const ider = (await tx.run(genopbyggedeEfter(efter, side))).map(({ id }) => id)
    const sidste = ider.at(-1)
    if (!sidste) return antal
    efter = sidste
    antal += await projectSide(tx, ider)
    onProgress('overblik', ider.length)
  }
}

async function projectSide(tx: Transaktion, ider: readonly Uuid[]): Promise<number> {
  const kanter = await tx.run(findKanter([], ider, GENOPBYGGET))
  const foraeldre = Map.groupBy(kanter, (kant) => kant.objekt)
  const fundne = await tx.run(findObjekter([...new Set([...ider, ...kanter.map((kant) => kant.af)])], GENOPBYGGET))
  const objekter = new Map(fundne.map((raekke) => [raekke.objekt_id, toGaeldende(raekke)]))
  const projekterede = ider.flatMap((id) => {
    const gaeldende = objekter.get(id)
    if (!gaeldende) return []
    const sager = (foraeldre.get(id) ?? []).map((kant) => kant.af)
    return { gaeldende, raekker: projectObjekt(gaeldende, (fundet) => objekter.get(fundet), sager) }
  })
  const raekker = projekterede.flatMap((led) => led.raekker)
  if (raekker.length > 0) await tx.run(upsertOverblik(raekker, GENOPBYGGET))
  const medRaekker = projekterede.filter((led) => led.raekker.length > 0)
  await tx.run(
    setRaekker(
      medRaekker.map((led) => ({ ...led.gaeldende, raekker: led.raekker.map((raekke) => raekke.part) })),
      GENOPBYGGET,
    ),
  )
  return raekker.length
}

/** The differences of one table, page by page in the order of its key. */
async function* compare(
  tx: Transaktion,
  tabel: (typeof TABELLER)[number],
  side: number,
  onProgress: Progress,
): AsyncGenerator<Afvigelse[]> {
  for (let fra: Raekkenoegle | undefined = FOERSTE; fra; ) {
    const [slut]: readonly { noegle: Raekkenoegle }[] = await tx.run(findSidesslut(tabel, fra, side))
    const fundne = await tx.run(findAfvigelser(tabel, fra, slut?.noegle))
    yield fundne.map((led) => ({ tabel, ...led }))
    onProgress('sammenligning', side)
    fra = slut?.noegle
  }
}

async function putRight(tx: Transaktion, tabel: (typeof TABELLER)[number], fundne: readonly Afvigelse[]): Promise<void> {
  const overskydende = fundne.filter((led) => led.slags === 'overskydende').map((led) => led.noegle)
  const andre = fundne.filter((led) => led.slags !== 'overskydende').map((led) => led.noegle)
  if (overskydende.length > 0 && tabel !== 'objekt') await tx.run(deleteRaekker(tabel, overskydende))
  if (andre.length > 0) await tx.run(copyRaekker(tabel, andre))
}
