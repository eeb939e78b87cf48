import { findCprNumre, maskCpr, type Tidspunkt, type Uuid } from '#kernel'
import { lookUpParterIn, type Partsnummer, partsnoegle } from '#part'
import type { Transaktion } from '#platform/database'
import { collectTitler } from '../laesning/index.ts'
import { openElement } from './registrering.ts'
import type { Modtagelsesdeps } from './typer.ts'

/** Whose numbers stand in a title; undefined is somebody we do not know. The title as everybody after intake has it: without the numbers. */
export type Titelparter = { readonly titel: string; readonly parter: readonly (Uuid | undefined)[] }

type Forseglet = { readonly objekt_id: Uuid; readonly tidspunkt: Tidspunkt; readonly indhold: Uint8Array }
type Talt = { readonly titel: string; readonly numre: readonly string[] }

/** One title holds no more; what does is nobody's title. */
const HOEJST = 50

/**
 * Whose personal numbers stood in the titles of registrations before intake took them out. The numbers live while this runs: what is answered
 * is parts. By object; undefined for one that cannot be read. Titles without a number are left out. `flere`: other forms of a number than
 * intake takes out. The transaction's role may read what numbers are found by, and whose they are. Throws DatabaseFejl.
 */
export const findTitelparter =
  (deps: Pick<Modtagelsesdeps, 'noegler'>, flere: (titel: string) => readonly string[]) =>
  async (
    tx: Transaktion,
    raekker: readonly Forseglet[],
    onFejl: (fejl: unknown) => void,
  ): Promise<ReadonlyMap<Uuid, readonly Titelparter[] | undefined>> => {
    const laest = raekker.map((raekke) => [raekke.objekt_id, attempt(() => readNumre(deps, raekke, flere), onFejl)] as const)
    const numre = laest.flatMap(([, titler]) => (titler ?? []).flatMap((talt) => talt.numre.flatMap(toPartsnummer)))
    const parter = await lookUpParterIn(tx, deps.noegler, numre)
    const partFor = (nummer: string): Uuid | undefined => toPartsnummer(nummer).map((led) => parter.get(partsnoegle(led)))[0]
    return new Map(
      laest.map(([objekt, titler]) => [
        objekt,
        titler?.map((talt) => ({ titel: talt.titel, parter: [...new Set(talt.numre.map(partFor))] })),
      ]),
    )
  }

function attempt<T>(work: () => T, onFejl: (fejl: unknown) => void): T | undefined {
  try {
    return work()
  } catch (fejl) {
    onFejl(fejl)
    return undefined
  }
}

function readNumre(
  deps: Pick<Modtagelsesdeps, 'noegler'>,
  { objekt_id, tidspunkt, indhold }: Forseglet,
  flere: (titel: string) => readonly string[],
): Talt[] {
  const titler = new Set(collectTitler(openElement(deps, objekt_id, tidspunkt, indhold)))
  return [...titler].flatMap((titel) => {
    const numre = [...new Set([...findCprNumre(titel), ...flere(titel)])]
    // Beyond the limit one that nobody has stands for the rest: somebody must look.
    const nogle = numre.length > HOEJST ? [...numre.slice(0, HOEJST), UKENDT] : numre
    return nogle.length > 0 ? [{ titel: maskCpr(titel), numre: nogle }] : []
  })
}
const UKENDT = ''

const toPartsnummer = (nummer: string): Partsnummer[] => (/^\d{10}$/.test(nummer) ? [{ type: 'cpr', nummer }] : [])
