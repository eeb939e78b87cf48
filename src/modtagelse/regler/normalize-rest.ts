import type { Art, Uuid } from '#kernel'
import type { AendringKilde } from '../element/aendring.kilde.ts'
import type { ElementKilde } from '../element/element.kilde.ts'
import type { RelationKilde, VirkningKilde } from '../element/faelles.kilde.ts'
import { KATALOGER } from './katalog.ts'
import { type Listeudfyldning, normalizeRelationer, toListeudfyldninger } from './normalize-relation.ts'
import { type Rollekatalog, standardRoller } from './roller.ts'

const RELATIONSLISTER = new Map(
  Object.entries(KATALOGER).map(([art, { relationer }]) => [art, toListeudfyldninger(relationer)] as const),
) as ReadonlyMap<string, readonly Listeudfyldning[]>
const ER_RELATIONER = new Set(Object.values(KATALOGER).flatMap(({ relationer }) => relationer.map(({ liste }) => liste)))

/** Who delivers, as intake knows it from the caller's key: never from the item. */
export type Afsender = { readonly itSystem: Uuid; readonly systemNavn: string }

/**
 * Fills in what a REST item may leave out, so that a line can be short, before the rules are applied. What is given is never changed,
 * except that UUIDs of roles and types become names. What may be left out:
 * - livscyklusKode (Importeret), brugerRef (the sending it-system), sagsnummer or dokumentnummer from brugervendtNoegle, or the reverse;
 * - virkning: aktoerRef and aktoerTypeKode (the sending it-system), til (infinity). A relation, granted benefit or part of a payment
 *   without virkning holds from the earliest `fra` of the item's egenskaber. States and attribute sets must say from when they hold;
 * - a relation's rolle where its list has one only; type by rolle (a party's by its URN: cvr and pnr are Virksomhed, else Person);
 *   indeks where a role may be repeated (numbered in the order given);
 * - an owner's referenceId from its cvrNummer, cvrNummer from the URN, brugervendtNoegle where referenceId is a URN (its last part);
 * - a class's referenceId: our name-based UUID of role and brugervendtNoegle, or of a class known by name (Visningsklasse);
 * - itSystemer: Master and Afsender are the sender. An item that has another Master must name it itself.
 */
export function normalizeRest(element: ElementKilde, afsender: Afsender, roller: Rollekatalog = standardRoller): ElementKilde {
  return normalize(element, afsender, roller, true)
}

/**
 * As normalizeRest, for a change (opdater), with three differences. A relation or granted benefit without virkning holds from the change's
 * own Tidspunkt. Nothing is numbered: the indeks of a relation says which one is changed. Master and Afsender are not added: they stay.
 */
export function normalizeAendring(
  aendring: AendringKilde,
  afsender: Afsender,
  roller: Rollekatalog = standardRoller,
): AendringKilde {
  return normalize(aendring, afsender, roller, false)
}

function normalize(element: ElementKilde, afsender: Afsender, roller: Rollekatalog, hel: boolean): ElementKilde {
  const urn = `urn:oio:it-system-uuid:${afsender.itSystem}`
  const aktoer = { aktoerRef: urn, aktoerTypeKode: 'ItSystem' }
  const felter: Felter = { livscyklusKode: 'Importeret', brugerRef: urn, ...element }
  const katalog = KATALOGER[element.art]
  for (const { liste } of katalog.saet)
    if (liste !== undefined) change(felter, liste, (saet) => saet.map((post) => fillVirkning(post, aktoer)))
  change(felter, 'egenskaber', (saet) => saet.map((post) => fillNumre(post, NUMMERFELT[element.art])))
  const fra = hel ? findFra(felter['egenskaber']) : element.tidspunkt === undefined ? undefined : { fra: element.tidspunkt }
  const virkning = { ...aktoer, ...fra, til: null }
  for (const liste of ['bevilgedeYdelser', 'oekonomiskYdelseEffektueringer'])
    change(felter, liste, (saet) => saet.map((post) => ({ virkning, ...post })))
  let tomme = false
  for (const udfyldning of RELATIONSLISTER.get(element.art) ?? []) {
    const { liste } = udfyldning
    const givne = (felter[liste] ?? []) as RelationKilde[]
    const alle = liste === 'itSystemer' && hel ? addItSystemer(givne, afsender, roller) : givne
    if (alle.length > 0) felter[liste] = normalizeRelationer(alle, udfyldning, virkning, roller, hel)
    else tomme ||= liste in felter
  }
  return (tomme ? withoutEmpty(felter) : felter) as ElementKilde
}

type Felter = Record<string, unknown>
type Saet = Readonly<Felter> & { readonly virkning?: VirkningKilde }

/** Changes a list where the item has it. A field set to undefined, or deleted again, would make everything that reads the item slower. */
function change(felter: Felter, liste: string, til: (saet: readonly Saet[]) => readonly Saet[]): void {
  const saet = felter[liste] as readonly Saet[] | undefined
  if (saet !== undefined) felter[liste] = til(saet)
}

/** An empty list of relations is none. */
const withoutEmpty = (felter: Felter): Felter =>
  Object.fromEntries(
    Object.entries(felter).filter(
      ([liste, vaerdi]) => !(Array.isArray(vaerdi) && vaerdi.length === 0 && ER_RELATIONER.has(liste)),
    ),
  )

const fillVirkning = (post: Saet, aktoer: VirkningKilde): Saet =>
  post.virkning ? { ...post, virkning: { ...aktoer, til: null, ...post.virkning } } : post

const NUMMERFELT: Readonly<Partial<Record<Art, string>>> = { sag: 'sagsnummer', dokument: 'dokumentnummer' }

/** The two names of one number carry one value; whichever is given is the other too. */
function fillNumre(post: Saet, felt: string | undefined): Saet {
  if (felt === undefined) return post
  const nummer = post['brugervendtNoegle'] ?? post[felt]
  return nummer === undefined ? post : { brugervendtNoegle: nummer, [felt]: nummer, ...post }
}

/** The earliest instant from which the item's own attributes hold, as written. */
function findFra(egenskaber: unknown): { fra: string } | undefined {
  const tider = ((egenskaber ?? []) as Saet[]).flatMap(({ virkning }) => (virkning?.fra === undefined ? [] : [virkning.fra]))
  const [fra] = tider.sort((a, b) => Date.parse(a) - Date.parse(b))
  return fra === undefined ? undefined : { fra }
}

function addItSystemer(
  givne: readonly RelationKilde[],
  { itSystem, systemNavn }: Afsender,
  roller: Rollekatalog,
): RelationKilde[] {
  const har = new Set(givne.map(({ rolle = '' }) => roller.rolleNavn('itSystemer', rolle)))
  const egne = ['Master', 'Afsender'].filter((rolle) => !har.has(rolle))
  return [...givne, ...egne.map((rolle) => ({ rolle, referenceId: itSystem, systemNavn }))]
}
