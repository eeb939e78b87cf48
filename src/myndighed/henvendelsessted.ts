import { afvist, type CvrNummer, ok, type Resultat } from '#kernel'

/** A unit as a delivered item names it: UUID or URN, and the name it had at the source. */
export type EnhedRef = { readonly id?: string; readonly navn?: string }

/**
 * Where a citizen turns about a matter (OIO Organisation: Henvendelsessted). Several units may share one. Its name is made for citizens:
 * a source's own name of a unit is never shown, since it can tell what a case is about or where someone lives.
 */
export type Henvendelsessted = {
  /** Unique within the municipality, usable in an address. */
  readonly noegle: string
  readonly kommune: CvrNummer
  readonly navn: string
  readonly telefon: string
  readonly aabningstider: { readonly da: string; readonly en: string }
  /** Address (https) of the page for secure messages. */
  readonly sikkerPost: string
  readonly adresse?: string
  /** The units that are reached here. */
  readonly enheder: readonly EnhedRef[]
  /** Keys of life areas that this place answers for when the unit is unknown; the first place that names an area has it. */
  readonly livsomraader: readonly string[]
  /** True for the one place in a municipality that answers for everything else. */
  readonly hoved: boolean
}

export type HenvendelsesstedAfvisning = {
  readonly kode: 'NAVN_ROEBER' | 'IKKE_HTTPS' | 'DUBLET' | 'ENHED_TO_STEDER' | 'HOVED_MANGLER' | 'FLERE_HOVED'
  readonly kommune: CvrNummer
  /** The place at fault; absent where the municipality as a whole is. */
  readonly noegle?: string
}

/** A contact point as it may be shown: without the names that sources give its units. */
export type HenvendelsesstedVisning = Omit<Henvendelsessted, 'enheder' | 'livsomraader' | 'hoved'>

type KommunensSteder = {
  readonly efterEnhed: ReadonlyMap<string, HenvendelsesstedVisning>
  readonly efterOmraade: ReadonlyMap<string, HenvendelsesstedVisning>
  readonly hoved: HenvendelsesstedVisning
}

/** Checked contact points by municipality. Made by registerHenvendelsessteder alone. */
export type Henvendelsesregister = ReadonlyMap<CvrNummer, KommunensSteder>

/** A contact point and why it was chosen. */
export type FundetHenvendelsessted = {
  readonly sted: HenvendelsesstedVisning
  readonly grundlag: 'enhed' | 'livsomraade' | 'hoved'
}

/** What the name of a place must not say: that someone is controlled, in hiding, homeless, treated or in the hands of the police. */
const ROEBER =
  /kontrol|krise|herberg|forsorg|misbrug|rusmiddel|psykiatri|politi|kriminal|vold|underretning|anbring|sikret|flygtning/i

/** True where a name can be shown to anyone in the household without betraying what the contact is about. */
export const isBorgersikkertNavn = (navn: string): boolean => navn.trim() !== '' && !ROEBER.test(navn)

/**
 * Checks a list of contact points. Each municipality in it has exactly one `hoved`, so that a look-up there always finds somewhere to call;
 * a unit is reached at one place only; names do not betray.
 */
export function registerHenvendelsessteder(
  liste: readonly Henvendelsessted[],
): Resultat<Henvendelsesregister, HenvendelsesstedAfvisning> {
  const register = new Map<CvrNummer, KommunensSteder>()
  for (const [kommune, steder] of Map.groupBy(liste, (sted) => sted.kommune)) {
    const usikker = steder.find((sted) => !isBorgersikkertNavn(sted.navn))
    if (usikker) return afvist({ kode: 'NAVN_ROEBER', kommune, noegle: usikker.noegle })
    const aaben = steder.find((sted) => !sted.sikkerPost.startsWith('https://'))
    if (aaben) return afvist({ kode: 'IKKE_HTTPS', kommune, noegle: aaben.noegle })
    const [dublet] = repeated(steder, (sted) => [sted.noegle])
    if (dublet) return afvist({ kode: 'DUBLET', kommune, noegle: dublet.noegle })
    const [delt] = repeated(steder, enhedsnoegler)
    if (delt) return afvist({ kode: 'ENHED_TO_STEDER', kommune, noegle: delt.noegle })
    const [hoved, ekstra] = steder.filter((sted) => sted.hoved)
    if (!hoved) return afvist({ kode: 'HOVED_MANGLER', kommune })
    if (ekstra) return afvist({ kode: 'FLERE_HOVED', kommune, noegle: ekstra.noegle })
    register.set(kommune, indexed(steder, hoved))
  }
  return ok(register)
}

function indexed(steder: readonly Henvendelsessted[], hoved: Henvendelsessted): KommunensSteder {
  const efterEnhed = new Map<string, HenvendelsesstedVisning>()
  const efterOmraade = new Map<string, HenvendelsesstedVisning>()
  for (const sted of steder) {
    const vist = shown(sted)
    for (const noegle of enhedsnoegler(sted)) efterEnhed.set(noegle, vist)
    for (const omraade of sted.livsomraader) if (!efterOmraade.has(omraade)) efterOmraade.set(omraade, vist)
  }
  return { efterEnhed, efterOmraade, hoved: shown(hoved) }
}

const shown = ({ enheder: _, livsomraader: __, hoved: ___, ...vist }: Henvendelsessted): HenvendelsesstedVisning => vist

/**
 * Where the citizen turns about an item of this municipality: the place of its unit (by id, then by name), else of its life area, else the
 * main one. Undefined only for a municipality without any contact point. Never answers with the delivered name of a unit, and a unit
 * counts only within its own municipality.
 */
export function henvendelsesstedFor(
  register: Henvendelsesregister,
  kommune: CvrNummer,
  enhed?: EnhedRef,
  livsomraade?: string,
): FundetHenvendelsessted | undefined {
  const steder = register.get(kommune)
  if (!steder) return undefined
  const efterEnhed = keysOf(enhed ?? {})
    .map((noegle) => steder.efterEnhed.get(noegle))
    .find((sted) => sted !== undefined)
  if (efterEnhed) return { sted: efterEnhed, grundlag: 'enhed' }
  const efterOmraade = livsomraade === undefined ? undefined : steder.efterOmraade.get(livsomraade)
  return efterOmraade ? { sted: efterOmraade, grundlag: 'livsomraade' } : { sted: steder.hoved, grundlag: 'hoved' }
}

/** All of a municipality's contact points, the main one first; none where it has given none. */
export function listHenvendelsessteder(register: Henvendelsesregister, kommune: CvrNummer): readonly HenvendelsesstedVisning[] {
  const steder = register.get(kommune)
  return steder ? [...new Set([steder.hoved, ...steder.efterOmraade.values(), ...steder.efterEnhed.values()])] : []
}

/** Id before name: names are changed and reused. Case and spaces differ from source to source and mean nothing. */
const keysOf = ({ id, navn }: EnhedRef): string[] => [
  ...(id === undefined ? [] : [`id:${id.trim().toLowerCase()}`]),
  ...(navn === undefined ? [] : [`navn:${navn.trim().replace(/\s+/g, ' ').toLowerCase()}`]),
]

const enhedsnoegler = (sted: Henvendelsessted): string[] => [...new Set(sted.enheder.flatMap(keysOf))]

/** The places of which a key is another place's too. */
function repeated(steder: readonly Henvendelsessted[], keys: (sted: Henvendelsessted) => readonly string[]): Henvendelsessted[] {
  const set = new Set<string>()
  return steder.filter((sted) => {
    const egne = keys(sted)
    const gentaget = egne.some((noegle) => set.has(noegle))
    for (const noegle of egne) set.add(noegle)
    return gentaget
  })
}
