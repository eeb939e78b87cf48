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

function findReference(relation: RelationKilde, regel: Relationsregel, roller: Rollekatalog): string | undefined {
  const { brugervendtNoegle, klassetitel, cvrNummer } = relation
  if (isKlasse(regel)) {
    const kendt = roller.klasseNavn(klassetitel ?? '') ?? roller.klasseNavn(brugervendtNoegle ?? '')
    if (kendt) return roller.klasseUuid(kendt)
    return brugervendtNoegle === undefined ? undefined : uuidFromName(NAVNERUM, `klasse:${regel.rolle}:${brugervendtNoegle}`)
  }
  const ejer = rolleregel(regel, 'type')?.typer?.includes('Organisation') === true
  return ejer && cvrNummer !== undefined ? `urn:oio:cvr-nr:${cvrNummer}` : undefined
}

const tager = (regel: Relationsregel, felt: string): boolean =>
  regel.felter.some(({ felt: sti, krav }) => sti?.[0] === felt && krav !== 'udelades')

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

function fillRelation<R extends RelationKilde>(
  relation: R,
  regel: Relationsregel,
  indekser: Indekser | undefined,
  roller: Rollekatalog,
): R {
  const referenceId = relation.referenceId ?? findReference(relation, regel, roller)
  const type = relation.type === undefined ? findType(regel, referenceId) : (roller.typeNavn(relation.type) ?? relation.type)
  const gentages = regel.felter.some(({ felt, krav }) => felt?.[0] === 'indeks' && krav === 'OB3')
  const indeks = relation.indeks ?? (gentages && indekser ? nextIndeks(indekser) : undefined)
  const cvrNummer = relation.cvrNummer ?? (tager(regel, 'cvrNummer') ? CVR_URN.exec(referenceId ?? '')?.[1] : undefined)
  const noegle = relation.brugervendtNoegle ?? (tager(regel, 'brugervendtNoegle') ? lastPart(referenceId) : undefined)
  return {
    ...relation,
    rolle: regel.rolle,
    ...(type === undefined ? {} : { type }),
    ...(indeks === undefined ? {} : { indeks }),
    ...(referenceId === undefined ? {} : { referenceId: parseUuid(referenceId) ?? referenceId }),
    ...(cvrNummer === undefined ? {} : { cvrNummer }),
    ...(noegle === undefined ? {} : { brugervendtNoegle: noegle }),
  }
}

const createIndekser = (): Indekser => ({ brugte: new Set(), senest: 0 })

/**
 * The relations of one list with what may be left out filled in; see normalizeRest. A relation of an unknown role is left as it is.
 * `nummerer` false: none is given an indeks.
 */
export function normalizeRelationer(
  relationer: readonly RelationKilde[],
  regler: readonly Relationsregel[],
  virkning: VirkningKilde,
  roller: Rollekatalog,
  nummerer = true,
): RelationKilde[] {
  const eneste = regler.length === 1 ? regler[0]?.rolle : undefined
  const findRegel = ({ rolle = eneste }: RelationKilde): Relationsregel | undefined => {
    const navn = rolle === undefined ? undefined : roller.rolleNavn(regler[0]?.liste ?? '', rolle)
    return regler.find((regel) => regel.rolle === navn)
  }
  const indekser = new Map(regler.map((regel) => [regel.rolle, createIndekser()]))
  for (const relation of relationer)
    if (relation.indeks !== undefined) indekser.get(findRegel(relation)?.rolle ?? '')?.brugte.add(relation.indeks)
  return relationer.map((relation) => {
    const regel = findRegel(relation)
    const hel = { ...relation, virkning: { ...virkning, ...relation.virkning } }
    return regel ? fillRelation(hel, regel, nummerer ? (indekser.get(regel.rolle) ?? createIndekser()) : undefined, roller) : hel
  })
}
