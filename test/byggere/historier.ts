import { genopbyg } from '#indeks'
import { laesRegistrering, type Modtagelsesdeps, openLeverance } from '#modtagelse'
import { type Kvittering, modtagLinjer } from '../../src/modtagelse/leverance/index.ts'
import { normalizeRest } from '../../src/modtagelse/regler/index.ts'
import { createHistorie, type Udsagn } from './historie.ts'
import { createTerning, type Terning } from './tilfaeldighed.ts'

/** One of the two places that the same histories are delivered to. */
export type Sted = {
  readonly deps: Modtagelsesdeps
  /** Runs SQL as the tables' owner. */
  readonly asOwner: <R extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<R[]>
}

export type Historieresultat = {
  readonly historier: number
  readonly udsagn: number
  /** How many lines were delivered out of order, repeats with them. */
  readonly blandede: number
  readonly udfald: Readonly<Record<string, number>>
  /** The tables whose rows were not the same, with the first row of each that was not. */
  readonly forskelle: readonly {
    readonly tabel: string
    readonly ordnet: string | undefined
    readonly blandet: string | undefined
  }[]
  /** Rows that a rebuild from registrations gave otherwise, in either place. */
  readonly genopbygning: number
  readonly raekker: Readonly<Record<string, number>>
}

const TABELLER = { objekt: 'objekt_id', afhaengighed: 'af, objekt_id', overblik: 'part_id, item_id' } as const
/** Histories that are shuffled together: what is delivered at the same time. */
const FLOK = 20

/**
 * Delivers `antal` seeded histories of all six kinds twice through the intake: to `ordnet` one line at a time in the order of the senders'
 * times, to `blandet` shuffled, a third of them repeated, cut into batches of any size and on two connections at once. Then the
 * current states must be the same text row by row, and equal to what the registrations alone give. Both places must be empty.
 */
export async function runHistorier(
  ordnet: Sted,
  blandet: Sted,
  antal: number,
  seed: number,
  onProgress: (historier: number) => void = () => undefined,
): Promise<Historieresultat> {
  const r = createTerning(seed)
  const udfald: Record<string, number> = {}
  let udsagn = 0
  let blandede = 0
  for (let fra = 0; fra < antal; fra += FLOK) {
    const flok = Array.from({ length: Math.min(FLOK, antal - fra) }, (_, i) => createHistorie(seed, fra + i))
    const alle = flok.flat()
    udsagn += alle.length
    for (const kvittering of await deliver(
      ordnet.deps,
      `i orden ${fra}`,
      alle.map((et) => [et]),
    ))
      count(udfald, kvittering.udfald)
    await copyParter(ordnet, blandet)
    const gentaget = r.bland([...alle, ...r.nogle(alle, 0.33)])
    blandede += gentaget.length
    const baner = cutInto(gentaget, 2).map((bane) => cutRandomly(r, bane))
    const svar = await Promise.all(baner.map((bane, i) => deliver(blandet.deps, `blandet ${fra}.${i}`, bane)))
    for (const kvittering of svar.flat()) count(udfald, kvittering.udfald)
    onProgress(fra + flok.length)
  }
  const genopbygninger = await Promise.all(
    [ordnet, blandet].map(({ deps }) => genopbyg(deps.db, laesRegistrering(deps), { ret: false, side: 100 })),
  )
  return {
    historier: antal,
    udsagn,
    blandede,
    udfald,
    ...(await compareSteder(ordnet, blandet)),
    genopbygning: genopbygninger.reduce((sum, led) => sum + led.antalAfvigelser, 0),
  }
}

const count = (udfald: Record<string, number>, hvad: string): void => {
  udfald[hvad] = (udfald[hvad] ?? 0) + 1
}

/** Each source's lines in a delivery of their own, batch by batch. */
async function deliver(deps: Modtagelsesdeps, noegle: string, bunker: readonly (readonly Udsagn[])[]): Promise<Kvittering[]> {
  const leverancer = new Map<string, Awaited<ReturnType<typeof openLeverance>>>()
  const svar: Kvittering[] = []
  let linje = 0
  for (const bunke of bunker)
    for (const [kilde, egne] of Map.groupBy(bunke, (et) => et.kilde)) {
      const leverance = leverancer.get(kilde.id) ?? (await openLeverance(deps, kilde, noegle, 'rest'))
      leverancer.set(kilde.id, leverance)
      const linjer = egne.map(({ element }) => ({
        linje: ++linje,
        raa: JSON.stringify(element),
        brud: [] as const,
        element: normalizeRest(element, { itSystem: kilde.id, systemNavn: kilde.navn }),
      }))
      svar.push(...(await modtagLinjer(deps, leverance, linjer)))
    }
  return svar
}

/** Parts get random ids at first sight: both places must know them by the same. */
async function copyParter(fra: Sted, til: Sted): Promise<void> {
  for (const tabel of ['part', 'part_nummer']) {
    const [{ raekker } = { raekker: [] }] = await fra.asOwner<{ raekker: unknown[] }>(
      `SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') AS raekker FROM ${tabel} t`,
    )
    await til.asOwner(
      `INSERT INTO ${tabel} SELECT * FROM jsonb_populate_recordset(NULL::${tabel}, $1::jsonb) ON CONFLICT DO NOTHING`,
      [JSON.stringify(raekker)],
    )
  }
}

const cutInto = <T>(elementer: readonly T[], antal: number): T[][] =>
  Array.from({ length: antal }, (_, bane) => elementer.filter((_, i) => i % antal === bane))

function cutRandomly<T>(r: Terning, elementer: readonly T[]): T[][] {
  const bunker: T[][] = []
  for (let i = 0; i < elementer.length; ) {
    const antal = r.chance(0.2) ? 1 : r.heltal(2, 25)
    bunker.push(elementer.slice(i, i + antal))
    i += antal
  }
  return bunker
}

/** When a thing came here is not the same in two places; that it is what the registrations say is asked by the rebuild. */
const UDEN_TIDER = `(to_jsonb(t) - 'modtaget' - 'foerst_modtaget')::text`

/** Row by row as text. */
async function compareSteder(ordnet: Sted, blandet: Sted): Promise<Pick<Historieresultat, 'forskelle' | 'raekker'>> {
  const forskelle: { tabel: string; ordnet: string | undefined; blandet: string | undefined }[] = []
  const raekker: Record<string, number> = {}
  for (const [tabel, noegle] of Object.entries(TABELLER)) {
    const [her, der] = await Promise.all([ordnet, blandet].map((sted) => dump(sted, tabel, noegle)))
    raekker[tabel] = her?.length ?? 0
    const sted = (her ?? []).findIndex((raekke, i) => raekke !== der?.[i])
    if (sted >= 0 || her?.length !== der?.length) forskelle.push({ tabel, ordnet: her?.at(sted), blandet: der?.at(sted) })
  }
  return { forskelle, raekker }
}

const dump = async (sted: Sted, tabel: string, noegle: string): Promise<string[]> =>
  (await sted.asOwner<{ raekke: string }>(`SELECT ${UDEN_TIDER} AS raekke FROM ${tabel} t ORDER BY ${noegle}`)).map(
    (led) => led.raekke,
  )
