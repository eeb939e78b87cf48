import { isUuid, parseUuid, uuidFromName } from '#kernel'
import type { RelationKilde, VirkningKilde } from '../element/faelles.kilde.ts'
import type { Relationsregel } from './katalog.typer.ts'
import { NAVNERUM, type Rollekatalog } from './roller.ts'

const VIRKSOMHED_URN = /^urn:oio:(cvr-nr|pnr):/
const CVR_URN = /^urn:oio:cvr-nr:([0-9]{8})$/
/** Identifiers that must not be copied out of the reference: a party's number belongs nowhere else. */
const PERSON_URN = /^urn:oio:(cpr-nr|udk:borgerid|us:personid):/

const rolleregel = (regel: Relationsregel, form: string) => regel.felter.find((felt) => felt.form === form)

function findType(regel: Relationsregel, referenceId: string | undefined): string | undefined {
  const typer = rolleregel(regel, 'type')?.typer
  if (typer?.includes('Virksomhed') && typer.includes('Person'))
    return VIRKSOMHED_URN.test(referenceId ?? '') ? 'Virksomhed' : 'Person'
  if (typer)
    return typer.length === 1 || typer.includes('OrgEnhed') ? (typer.find((type) => type === 'OrgEnhed') ?? typer[0]) : undefined
  return TYPE_FOR_LISTE[regel.liste]
}

/** Object types of roles for which the tables name none. */
const TYPE_FOR_LISTE: Readonly<Record<string, string>> = {
  sagsklasser: 'Klasse',
  dokumentklasser: 'Klasse',
  sagsrelationer: 'Sag',
  dokumentrelationer: 'Dokument',
  journalposter: 'Dokument',
  sikkerhedsprofiler: 'Organisation',
}

const isKlasse = ({ liste }: Relationsregel): boolean => liste.endsWith('klasser')

const tager = (regel: Relationsregel, felt: string): boolean =>
  regel.felter.some(({ felt: sti, krav }) => sti?.[0] === felt && krav !== 'udelades')

/** What a role's table says of the fields that may be left out, read from it once. */
type Udfyldning = {
  readonly regel: Relationsregel
  readonly isKlasse: boolean
  readonly isEjer: boolean
  readonly gentages: boolean
  readonly tagerCvrNummer: boolean
  readonly tagerNoegle: boolean
}

const toUdfyldning = (regel: Relationsregel): Udfyldning => ({
  regel,
  isKlasse: isKlasse(regel),
  isEjer: rolleregel(regel, 'type')?.typer?.includes('Organisation') === true,
  gentages: regel.felter.some(({ felt, krav }) => felt?.[0] === 'indeks' && krav === 'OB3'),
  tagerCvrNummer: tager(regel, 'cvrNummer'),
  tagerNoegle: tager(regel, 'brugervendtNoegle'),
})

/** How the relations of one list are filled in, by role. */
export type Listeudfyldning = {
  readonly liste: string
  readonly roller: ReadonlyMap<string, Udfyldning>
  /** The role that a relation without one has: where the list has only one. */
  readonly eneste: string | undefined
}

/** The lists of a kind, in catalogue order. */
export const toListeudfyldninger = (relationer: readonly Relationsregel[]): readonly Listeudfyldning[] =>
  [...Map.groupBy(relationer, (regel) => regel.liste)].map(([liste, regler]) => ({
    liste,
    roller: new Map(regler.map((regel) => [regel.rolle, toUdfyldning(regel)])),
    eneste: regler.length === 1 ? regler[0]?.rolle : undefined,
  }))

/** The ids of classes made last, by role and number: a system's items carry the same few, and making one costs a hash. */
const klasser = new Map<string, string>()
const HOEJST_KLASSER = 2_000

function toKlasseId(rolle: string, nummer: string): string {
  const navn = `klasse:${rolle}:${nummer}`
  const kendt = klasser.get(navn)
  if (kendt !== undefined) return kendt
  if (klasser.size >= HOEJST_KLASSER) klasser.clear()
  const id = uuidFromName(NAVNERUM, navn)
  klasser.set(navn, id)
  return id
}

function findReference(relation: RelationKilde, udfyldning: Udfyldning, roller: Rollekatalog): string | undefined {
  const { brugervendtNoegle, klassetitel, cvrNummer } = relation
  if (udfyldning.isKlasse) {
    const kendt = roller.klasseNavn(klassetitel ?? '') ?? roller.klasseNavn(brugervendtNoegle ?? '')
    if (kendt) return roller.klasseUuid(kendt)
    return brugervendtNoegle === undefined ? undefined : toKlasseId(udfyldning.regel.rolle, brugervendtNoegle)
  }
  return udfyldning.isEjer && cvrNummer !== undefined ? `urn:oio:cvr-nr:${cvrNummer}` : undefined
}

/** The last part of an actor's or class's URN, never of a person's. */
const lastPart = (referenceId: string | undefined): string | undefined =>
  referenceId === undefined || isUuid(referenceId) || PERSON_URN.test(referenceId)
    ? undefined
    : referenceId.split(':').at(-1)?.slice(0, 50)

/** The numbers that relations of one role have, and the last one given: with ten thousand relations each is found at once. */
type Indekser = { readonly brugte: Set<string>; senest: number }

/** The next number that no relation of the role has. */
function nextIndeks(indekser: Indekser): string {
  do indekser.senest += 1
  while (indekser.brugte.has(String(indekser.senest)))
  return String(indekser.senest)
}

type Skrivbar<R> = { -readonly [F in keyof R]: R[F] }

/** Fills in what the relation, a copy of its own, was sent without. */
function fillRelation(
  relation: Skrivbar<RelationKilde>,
  udfyldning: Udfyldning,
  indekser: Indekser | undefined,
  roller: Rollekatalog,
): void {
  const { regel, gentages, tagerCvrNummer, tagerNoegle } = udfyldning
  const referenceId = relation.referenceId ?? findReference(relation, udfyldning, roller)
  const type = relation.type === undefined ? findType(regel, referenceId) : (roller.typeNavn(relation.type) ?? relation.type)
  const indeks = relation.indeks ?? (gentages && indekser ? nextIndeks(indekser) : undefined)
  const cvrNummer = relation.cvrNummer ?? (tagerCvrNummer ? CVR_URN.exec(referenceId ?? '')?.[1] : undefined)
  const noegle = relation.brugervendtNoegle ?? (tagerNoegle ? lastPart(referenceId) : undefined)
  relation.rolle = regel.rolle
  if (type !== undefined) relation.type = type
  if (indeks !== undefined) relation.indeks = indeks
  if (referenceId !== undefined) relation.referenceId = parseUuid(referenceId) ?? referenceId
  if (cvrNummer !== undefined) relation.cvrNummer = cvrNummer
  if (noegle !== undefined) relation.brugervendtNoegle = noegle
}

const createIndekser = (): Indekser => ({ brugte: new Set(), senest: 0 })

/**
 * The relations of one list with what may be left out filled in; see normalizeRest. A relation of an unknown role is left as it is.
 * `nummerer` false: none is given an indeks.
 */
export function normalizeRelationer(
  relationer: readonly RelationKilde[],
  { liste, roller: regler, eneste }: Listeudfyldning,
  virkning: VirkningKilde,
  roller: Rollekatalog,
  nummerer = true,
): RelationKilde[] {
  const fundne = relationer.map(({ rolle = eneste }) =>
    rolle === undefined ? undefined : regler.get(roller.rolleNavn(liste, rolle) ?? ''),
  )
  const indekser = new Map<Udfyldning, Indekser>()
  for (const [i, { indeks }] of relationer.entries()) {
    const udfyldning = fundne[i]
    if (!udfyldning) continue
    const egne = indekser.get(udfyldning) ?? createIndekser()
    indekser.set(udfyldning, egne)
    if (indeks !== undefined) egne.brugte.add(indeks)
  }
  return relationer.map((relation, i) => {
    const udfyldning = fundne[i]
    const hel = { ...relation, virkning: relation.virkning ? { ...virkning, ...relation.virkning } : virkning }
    if (udfyldning) fillRelation(hel, udfyldning, nummerer ? indekser.get(udfyldning) : undefined, roller)
    return hel
  })
}
