import { parseCprNummer, type Uuid } from '#kernel'
import type { ElementKilde } from '../element/element.kilde.ts'
import type { RelationKilde } from '../element/faelles.kilde.ts'

/** A number that names a part, as part/ keeps them. */
export type Partsnummer = { readonly type: 'cpr' | 'cvr' | 'pnr' | 'personid' | 'borgerid'; readonly nummer: string }

/** The URNs that name persons and companies by number (SF1470, Primær part: ReferenceID). */
const URNER: readonly (readonly [RegExp, Partsnummer['type']])[] = [
  [/^urn:oio:cpr-nr:(\d{10})$/i, 'cpr'],
  [/^urn:oio:cvr-nr:(\d{8})$/i, 'cvr'],
  [/^urn:oio:pnr:(\d{10})$/i, 'pnr'],
  [/^urn:oio:us:personid:(\d{7})$/i, 'personid'],
  [/^urn:oio:udk:borgerid:(\d{12})$/i, 'borgerid'],
]

/** The number in a party's reference, or undefined where it names nobody we can know (a bare name). */
export function parsePartsnummer(referenceId: string | undefined): Partsnummer | undefined {
  for (const [urn, type] of URNER) {
    const nummer = urn.exec(referenceId ?? '')?.[1]
    if (nummer === undefined) continue
    return type === 'cpr' && !parseCprNummer(nummer) ? undefined : { type, nummer }
  }
  return undefined
}

export const partsnoegle = ({ type, nummer }: Partsnummer): string => `${type}:${nummer}`

const PARTSLISTER = ['sagsparter', 'dokumentparter', 'bevillingsparter', 'parter'] as const
export const PART_URN = 'urn:borgerblikket:part:'
const INGEN = 'URN:Empty'

type Partslister = { readonly [L in (typeof PARTSLISTER)[number]]?: readonly RelationKilde[] }

/** True for a list of parties, which are kept by part and not by number. */
export const isPartsliste = (liste: string): boolean => PARTSLISTER.some((kendt) => kendt === liste)

/** Every part that a kept element names. */
export function collectParter(element: ElementKilde): Uuid[] {
  const lister = element as Partslister
  return PARTSLISTER.flatMap((liste) => lister[liste] ?? []).flatMap((relation) => partOf(relation) ?? [])
}

/** The names that a kept element gives its parties; one that is named by name alone has no part. */
export function collectPartnavne(element: ElementKilde): { readonly part: Uuid | undefined; readonly navn: string }[] {
  const lister = element as Partslister
  return PARTSLISTER.flatMap((liste) => lister[liste] ?? []).flatMap((relation) => {
    const navn = relation.fuldtNavn?.trim()
    return navn ? [{ part: partOf(relation), navn }] : []
  })
}

const SKREVET: Readonly<Record<Partsnummer['type'], string>> = {
  cpr: 'urn:oio:cpr-nr:',
  cvr: 'urn:oio:cvr-nr:',
  pnr: 'urn:oio:pnr:',
  personid: 'urn:oio:us:personid:',
  borgerid: 'urn:oio:udk:borgerid:',
}

/** A kept element as its sender sent it, parties by number again. A part without a number, which there is none of, would be named by nothing. */
export function restorePartsnumre(element: ElementKilde, numre: ReadonlyMap<Uuid, Partsnummer>): ElementKilde {
  const lister = element as Partslister
  const skrevne = PARTSLISTER.flatMap((liste) => {
    const relationer = lister[liste]
    return relationer ? [[liste, relationer.map((led) => restore(led, numre))] as const] : []
  })
  return { ...element, ...Object.fromEntries(skrevne) } as ElementKilde
}

function restore(relation: RelationKilde, numre: ReadonlyMap<Uuid, Partsnummer>): RelationKilde {
  const part = partOf(relation)
  if (!part) return relation
  const nummer = numre.get(part)
  return { ...relation, referenceId: nummer ? `${SKREVET[nummer.type]}${nummer.nummer}` : INGEN }
}

/** Every number that the element names a party by. */
export function collectPartsnumre(element: ElementKilde): Partsnummer[] {
  const lister = element as Partslister
  return PARTSLISTER.flatMap((liste) => lister[liste] ?? []).flatMap((part) => parsePartsnummer(part.referenceId) ?? [])
}

/** The element with every party named by part instead of by number: what is kept, and what everything after intake sees. */
export function replacePartsnumre(element: ElementKilde, parter: ReadonlyMap<string, Uuid>): ElementKilde {
  const lister = element as Partslister
  const erstattet: Record<string, RelationKilde[]> = {}
  for (const liste of PARTSLISTER) {
    const relationer = lister[liste]
    if (!relationer) continue
    erstattet[liste] = relationer.map((relation) => {
      const nummer = parsePartsnummer(relation.referenceId)
      const part = nummer && parter.get(partsnoegle(nummer))
      if (part) return { ...relation, referenceId: `${PART_URN}${part}` }
      // Only we name parts so: a sender's own such reference would make whoever it names a party.
      return relation.referenceId?.toLowerCase().startsWith(PART_URN) ? { ...relation, referenceId: INGEN } : relation
    })
  }
  return { ...element, ...erstattet } as ElementKilde
}

/** Stands in a kept element for a party whose number has been replaced, where the rules of an import are asked of it once more. */
const KENDT_PART = 'urn:oio:fuldtnavn:kendt part'

/** A kept element in a form that the rules know: a party that is named by part was let in before, so it is right. */
export function hideParter(element: ElementKilde): ElementKilde {
  const lister = element as Partslister
  const skjulte = PARTSLISTER.flatMap((liste) => {
    const relationer = lister[liste]
    return relationer
      ? [[liste, relationer.map((led) => (partOf(led) ? { ...led, referenceId: KENDT_PART } : led))] as const]
      : []
  })
  return { ...element, ...Object.fromEntries(skjulte) } as ElementKilde
}

/** The part that a relation of a kept element names, or undefined. */
export const partOf = (relation: RelationKilde): Uuid | undefined =>
  relation.referenceId?.startsWith(PART_URN) ? (relation.referenceId.slice(PART_URN.length) as Uuid) : undefined
