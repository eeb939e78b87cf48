import type { CvrNummer, Uuid } from '#kernel'
import { type Noegler, open, seal } from '#platform/crypto'
import type { Transaktion } from '#platform/database'
import {
  deleteSoegeord,
  findKommuner,
  insertSoegeord,
  lockOplysninger,
  type OplysningRaekke,
  type Soegeordsraekke,
  upsertOplysninger,
} from './soegeord.sql.ts'
import { type Adresse, conceal, type Soegeord, tokenOfKommune, tokenOfYear, tokensOfAddress, tokensOfNames } from './soegeord.ts'

/** What a register says of a person or a company today. */
export type Partsoplysning = {
  readonly part: Uuid
  readonly navn: string
  /** Names that the register knows from before. What was the name here until now is kept among them by itself. */
  readonly tidligereNavne?: readonly string[]
  /** Undefined: the register tells none. A protected one is not kept, whatever the register tells. */
  readonly adresse?: Adresse | undefined
}

/** What is kept, sealed. `aar` is the year of birth that tokens were made of. */
type Oplysninger = {
  readonly navn: string
  readonly tidligere: readonly string[]
  readonly adresse?: Adresse | undefined
  readonly aar?: number | undefined
}

/** More names than anybody has; the newest are kept. */
const HOEJST_TIDLIGERE = 20

/**
 * Replaces what is known of the names and addresses of these parts, and what they are found by; of two about one part the last counts. A name
 * that is another than before stays among the former ones. Unknown parts are left out; answers how many are known. Role: modtagelse.
 */
export async function registerPartsoplysninger(
  tx: Transaktion,
  noegler: Noegler,
  oplysninger: readonly Partsoplysning[],
): Promise<number> {
  const sidste = new Map(oplysninger.map((et) => [et.part, et]))
  return rewrite(tx, noegler, [...sidste.keys()], (part, foer) => {
    const ny = sidste.get(part)
    return ny && { navn: ny.navn, tidligere: formerOf(ny, foer), adresse: ny.adresse }
  })
}

/** As registers tell of protection and birth: an address that has become protected is forgotten, and a year is found by what it is now. */
export async function refreshOplysninger(tx: Transaktion, noegler: Noegler, parter: readonly Uuid[]): Promise<void> {
  await rewrite(tx, noegler, parter, (_, foer) => foer)
}

function formerOf({ navn, tidligereNavne = [] }: Partsoplysning, foer: Oplysninger | undefined): readonly string[] {
  const alle = [...(foer ? [foer.navn] : []), ...tidligereNavne, ...(foer?.tidligere ?? [])]
  return [...new Set(alle)].filter((et) => et !== navn).slice(0, HOEJST_TIDLIGERE)
}

type Bygning = (part: Uuid, foer: Oplysninger | undefined) => Oplysninger | undefined

async function rewrite(tx: Transaktion, noegler: Noegler, parter: readonly Uuid[], toNye: Bygning): Promise<number> {
  if (parter.length === 0) return 0
  const [raekker, hvor] = await Promise.all([tx.run(lockOplysninger(parter)), tx.run(findKommuner(parter))])
  const kommuner = Map.groupBy(hvor, ({ part_id }) => part_id)
  const aendringer = raekker.flatMap((raekke) => {
    const foer = openOplysninger(noegler, raekke)
    const nu = withinProtection(raekke, toNye(raekke.part_id, foer))
    return nu ? [{ part: raekke.part_id, nu, ...changeTokens(noegler, raekke.part_id, foer, nu) }] : []
  })
  const ind = aendringer.flatMap((et) => et.ind)
  const ud = aendringer.flatMap((et) => et.ud)
  // Of those that are told of for the first time: the intake says it of what comes from then on.
  for (const { part, ny } of aendringer)
    for (const { kommune } of ny ? (kommuner.get(part) ?? []) : [])
      ind.push({ ord: tokenOfKommune(noegler, kommune), id: conceal(noegler, part) })
  if (aendringer.length > 0) await tx.run(upsertOplysninger(aendringer.map(({ part, nu }) => toRaekke(noegler, part, nu))))
  if (ud.length > 0) await tx.run(deleteSoegeord(ud))
  if (ind.length > 0) await tx.run(insertSoegeord(ind))
  return aendringer.length
}

function changeTokens(noegler: Noegler, part: Uuid, foer: Oplysninger | undefined, nu: Oplysninger) {
  const id = conceal(noegler, part)
  const gamle = new Set(foer ? tokensOf(noegler, foer) : [])
  const nye = new Set(tokensOf(noegler, nu))
  const toRaekker = (ord: ReadonlySet<Soegeord>): Soegeordsraekke[] => [...ord].map((et) => ({ ord: et, id }))
  return { ny: !foer, ind: toRaekker(nye.difference(gamle)), ud: toRaekker(gamle.difference(nye)) }
}

const toRaekke = (noegler: Noegler, part: Uuid, nu: Oplysninger) => ({
  part,
  krypteret: seal(noegler.indhold, JSON.stringify(nu), aadOf(part)),
})

/** All that a part is found by, as what is known of it stands: of names, of an address that is not protected, of the year and where it has something. */
export function soegeordFor(noegler: Noegler, raekke: OplysningRaekke, kommuner: readonly CvrNummer[]): readonly Soegeord[] {
  const nu = withinProtection(raekke, openOplysninger(noegler, raekke))
  return [...(nu ? tokensOf(noegler, nu) : []), ...kommuner.map((kommune) => tokenOfKommune(noegler, kommune))]
}

/** A protected address is never kept: what is not here can neither be found, shown nor lost. */
function withinProtection({ adressebeskyttet, foedt }: OplysningRaekke, nye: Oplysninger | undefined): Oplysninger | undefined {
  if (!nye) return undefined
  const { navn, tidligere, adresse } = nye
  const aar = foedt === null ? {} : { aar: Number(foedt.slice(0, 4)) }
  return { navn, tidligere, ...(adresse && !adressebeskyttet ? { adresse } : {}), ...aar }
}

const tokensOf = (noegler: Noegler, { navn, tidligere, adresse, aar }: Oplysninger): Soegeord[] => [
  ...tokensOfNames(noegler, [navn, ...tidligere]),
  ...(adresse ? tokensOfAddress(noegler, adresse) : []),
  ...(aar === undefined ? [] : [tokenOfYear(noegler, aar)]),
]

// Bound to the row: what is copied into another part's row does not open there.
const aadOf = (part: Uuid): string => `part_oplysning:${part}`

/** What is known of a part, opened; undefined where no register has told it. Throws Forseglingsfejl for a row that was tampered with. */
export const openOplysninger = (
  noegler: Noegler,
  { part_id, krypteret }: Pick<OplysningRaekke, 'part_id' | 'krypteret'>,
): Oplysninger | undefined =>
  krypteret === null ? undefined : (JSON.parse(open(noegler.indhold, krypteret, aadOf(part_id)).toString('utf8')) as Oplysninger)
