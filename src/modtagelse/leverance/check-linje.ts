import {
  type Art,
  type CprNummer,
  type CvrNummer,
  isFiktivCpr,
  type KleEmne,
  parseArt,
  parseKleEmne,
  parseTidspunkt,
  parseUuid,
  type Tidspunkt,
  type Uuid,
} from '#kernel'
import { type Kilde, mayDeliver } from '#kilde'
import { livsomraadeFor } from '#klassifikation'
import { kommuneMedCvr } from '#myndighed'
import { danskDag } from '#platform/clock'
import type { AendringKilde, FjernelseKilde } from '../element/aendring.kilde.ts'
import type { ElementKilde } from '../element/element.kilde.ts'
import type { RelationKilde } from '../element/faelles.kilde.ts'
import { Relationer } from '../laesning/felter.ts'
import { collectPartsnumre } from '../laesning/index.ts'
import {
  checkAendring,
  checkElement,
  indBrud,
  type Regelbrud,
  type Rollekatalog,
  skelVarsler,
  VARSLEDE,
} from '../regler/index.ts'
import type { IndkommenLinje, Modtagelsesdeps, Operation } from './typer.ts'

type Importlinje = Extract<IndkommenLinje, { readonly element: ElementKilde }>

/** What a line touches, as far as it can be read: it tells whose coverage a refusal takes away. */
export type Beroerer = {
  readonly objekt: Uuid | undefined
  readonly art: Art | undefined
  readonly kommune: string | undefined
  readonly livsomraade: string | undefined
  /** The line's own Tidspunkt; undefined where it cannot be read. */
  readonly tidspunkt: Tidspunkt | undefined
}

type Faelles = { readonly linje: number; readonly raa: string; readonly beroerer: Beroerer }
type Gyldig = Faelles & { readonly brud: readonly []; readonly id: Uuid; readonly tidspunkt: Tidspunkt }

/** A whole registration that may be taken in. */
export type Import = Gyldig & {
  readonly operation: 'importer'
  readonly element: ElementKilde
  readonly master: Uuid
  /** What will refuse it from a day on. */
  readonly varsler?: readonly Regelbrud[]
}
/** A change that is right by itself; whether the whole is, is known when it has been merged. */
export type Opdatering = Gyldig & { readonly operation: 'opdater'; readonly aendring: AendringKilde }
export type Sletning = Gyldig & { readonly operation: 'fjern'; readonly fjernelse: FjernelseKilde }

/** A line after the rules that one line can show. */
export type KontrolleretLinje =
  | Import
  | Opdatering
  | Sletning
  | (Faelles & { readonly operation: Operation; readonly brud: readonly [Regelbrud, ...Regelbrud[]] })

/** A clock may be this much ahead of ours. One further ahead would freeze the object until then. */
const HOEJST_FREMME_MS = 5 * 60_000

/** Applies the rules that need no database: the catalogue, the clock, and what the source may deliver. Pure but for the clock. */
export function checkLinje(deps: Modtagelsesdeps, kilde: Kilde, linje: IndkommenLinje): KontrolleretLinje {
  const sted = readSted(deps, linje)
  const faelles = { linje: linje.linje, raa: linje.raa, beroerer: sted.beroerer }
  if ('udkast' in linje) return { ...faelles, operation: linje.operation ?? 'importer', brud: linje.brud }
  if ('opdater' in linje) return checkOpdatering(deps, kilde, { ...faelles, sted }, linje.opdater)
  if ('fjern' in linje) return checkSletning(deps, faelles, linje.fjern)
  return checkImport(deps, kilde, { ...faelles, sted }, linje)
}

function checkImport(
  deps: Modtagelsesdeps,
  kilde: Kilde,
  { sted, ...faelles }: Faelles & { readonly sted: Sted },
  { element, kontrolleret }: Importlinje,
): KontrolleretLinje {
  const operation = 'importer'
  const {
    brud: [foerste, ...resten],
    varsler,
  } = kontrolleret ? UDEN_BRUD : skelFor(deps, checkElement(element, deps.roller))
  if (foerste) return { ...faelles, operation, brud: [foerste, ...resten] }
  const id = parseUuid(element.id ?? '')
  const tidspunkt = parseTidspunkt(element.tidspunkt ?? '')
  const [master, ...andre] = findMastere(deps.roller, element)
  if (!id || !tidspunkt || !master) throw new TypeError('The rules let an element through without id, tidspunkt or master')
  const brud = checkSteder(kilde, sted, [master, ...andre]) ?? checkOpdigtede(kilde, sted, element) ?? checkUr(deps, tidspunkt)
  if (brud) return { ...faelles, operation, brud: [brud] }
  const taget = { ...faelles, operation, brud: [], element, id, tidspunkt, master } as const
  return varsler.length > 0 ? { ...taget, varsler } : taget
}

const UDEN_BRUD = { brud: [], varsler: [] } as const

/** What refuses today, and what only warns yet. */
export const skelFor = (
  { clock, varslede = VARSLEDE }: Pick<Modtagelsesdeps, 'clock' | 'varslede'>,
  brud: readonly Regelbrud[],
) => (brud.length === 0 ? UDEN_BRUD : skelVarsler(brud, varslede, danskDag(clock.now())))

function checkOpdatering(
  deps: Modtagelsesdeps,
  kilde: Kilde,
  { sted, ...faelles }: Faelles & { readonly sted: Sted },
  aendring: AendringKilde,
): KontrolleretLinje {
  const operation = 'opdater'
  const [foerste, ...resten] = checkAendring(aendring, deps.roller)
  if (foerste) return { ...faelles, operation, brud: [foerste, ...resten] }
  const id = parseUuid(aendring.id ?? '')
  const tidspunkt = parseTidspunkt(aendring.tidspunkt ?? '')
  if (!id || !tidspunkt) throw new TypeError('The rules let a change through without id or tidspunkt')
  const brud = checkOpdigtede(kilde, sted, aendring) ?? checkUr(deps, tidspunkt)
  return brud ? { ...faelles, operation, brud: [brud] } : { ...faelles, operation, brud: [], aendring, id, tidspunkt }
}

function checkSletning(deps: Modtagelsesdeps, faelles: Faelles, fjernelse: FjernelseKilde): KontrolleretLinje {
  const operation = 'fjern'
  const id = parseUuid(fjernelse.id ?? '')
  const tidspunkt = fjernelse.tidspunkt === undefined ? deps.clock.now() : parseTidspunkt(fjernelse.tidspunkt)
  if (!id) return { ...faelles, operation, brud: [indBrud('IND-016', 'id')] }
  if (!tidspunkt) return { ...faelles, operation, brud: [indBrud('IND-012', 'tidspunkt')] }
  const brud = checkUr(deps, tidspunkt)
  return brud ? { ...faelles, operation, brud: [brud] } : { ...faelles, operation, brud: [], fjernelse, id, tidspunkt }
}

/**
 * What is delivered to try a system must concern nobody: for a fictional municipality, which the sandbox is, only fictive persons may be
 * named, so that a slip of the hand shows no citizen a case that there is not. What names no municipality is measured by the source's.
 */
function checkOpdigtede(kilde: Kilde, { kommuner }: Steder, element: ElementKilde | AendringKilde): Regelbrud | undefined {
  const hos = kommuner.length > 0 ? kommuner : kilde.kommuner
  if (!hos.every((kommune) => kommuneMedCvr(kommune)?.fiktiv)) return undefined
  const rigtig = collectPartsnumre(element as ElementKilde).some(
    (nummer) => nummer.type === 'cpr' && !isFiktivCpr(nummer.nummer as CprNummer),
  )
  return rigtig ? indBrud('IND-027', '') : undefined
}

function checkUr({ clock }: Modtagelsesdeps, tidspunkt: Tidspunkt): Regelbrud | undefined {
  return Date.parse(tidspunkt) > Date.parse(clock.now()) + HOEJST_FREMME_MS ? indBrud('IND-003', 'tidspunkt') : undefined
}

/**
 * Asks of every municipality, number and Master that reading the item can give, so that what may be delivered and what is kept are never two
 * things. A Master never changes, so one that another follows in time is as wrong as one beside it.
 */
export const checkKilde = (
  kilde: Kilde,
  roller: Rollekatalog,
  element: ElementKilde,
  tid: Tidspunkt,
  mastere: readonly Uuid[],
): Regelbrud | undefined =>
  checkSteder(kilde, { kommuner: readKommuner(element, roller, tid), kler: readKler(element, roller, tid) }, mastere)

/** The municipalities and numbers of an item. */
type Steder = { readonly kommuner: readonly CvrNummer[]; readonly kler: readonly KleEmne[] }

function checkSteder(kilde: Kilde, { kommuner, kler }: Steder, mastere: readonly Uuid[]): Regelbrud | undefined {
  const maa = orUkendt(unique(kommuner)).every((kommune) =>
    orUkendt(unique(kler)).every((kle) => mastere.every((master) => mayDeliver(kilde, { kommune, kle, master }).ok)),
  )
  return maa && mastere.length > 0 ? undefined : indBrud('IND-005', '')
}

/** An item names its number twice and more: as the primary one, and among those that hold. */
const unique = <T>(fundne: readonly T[]): readonly T[] => (fundne.length < 2 ? fundne : [...new Set(fundne)])

const orUkendt = <T>(fundne: readonly T[]): readonly (T | undefined)[] => (fundne.length > 0 ? fundne : [undefined])

const AKTOERLISTER = ['sagsaktoerer', 'dokumentaktoerer', 'bevillingsaktoerer', 'aktoerer'] as const
const KLASSELISTER = ['sagsklasser', 'dokumentklasser', 'klasser'] as const

type Udkast = Readonly<Record<string, unknown>>

/** The relations of the lists named, with the values that are what they should be: a refused line may hold anything. */
const listerAf = (udkast: Udkast, lister: readonly string[], roller: Rollekatalog): Relationer[] =>
  lister.flatMap((liste) => {
    const relationer = udkast[liste]
    return Array.isArray(relationer) ? [new Relationer(liste, relationer.filter(isPost).map(toRelation), roller)] : []
  })

const isPost = (vaerdi: unknown): vaerdi is Udkast => typeof vaerdi === 'object' && vaerdi !== null

function toRelation({ rolle, cvrNummer, referenceId, brugervendtNoegle, virkning }: Udkast): RelationKilde {
  const { fra, til } = isPost(virkning) ? virkning : {}
  const hele = { til: isTekst(til) ? til : null }
  const relation: { -readonly [F in keyof RelationKilde]: RelationKilde[F] } = {
    virkning: isTekst(fra) ? { fra, ...hele } : hele,
  }
  if (isTekst(rolle)) relation.rolle = rolle
  if (isTekst(cvrNummer)) relation.cvrNummer = cvrNummer
  if (isTekst(referenceId)) relation.referenceId = referenceId
  if (isTekst(brugervendtNoegle)) relation.brugervendtNoegle = brugervendtNoegle
  return relation
}

const isTekst = (vaerdi: unknown): vaerdi is string => typeof vaerdi === 'string'

const readKommuner = (udkast: Udkast, roller: Rollekatalog, tid: Tidspunkt): CvrNummer[] =>
  listerAf(udkast, AKTOERLISTER, roller).flatMap((aktoerer) => aktoerer.kommuner(tid))

/** The primary number first. Those of granted benefits whatever their time, since a grant is read by its first one. */
function readKler(udkast: Udkast, roller: Rollekatalog, tid: Tidspunkt): KleEmne[] {
  const klasser = listerAf(udkast, KLASSELISTER, roller)
  const relationer = [
    ...klasser.flatMap((liste) => liste.alleVed('Primær klasse', tid)),
    ...klasser.flatMap((liste) => liste.ikkeForbi(tid)),
  ]
  const bevilgede = udkast['bevilgedeYdelser']
  const ydelser = Array.isArray(bevilgede) ? bevilgede.map(readYdelsesKle).filter(isTekst) : []
  return [...relationer.map(({ brugervendtNoegle = '' }) => brugervendtNoegle), ...ydelser].flatMap(
    (nummer) => parseKleEmne(nummer) ?? [],
  )
}

const readYdelsesKle = (ydelse: unknown): unknown =>
  (ydelse as { ydelse?: { klassifikation?: { brugervendtNoegle?: unknown } } } | null)?.ydelse?.klassifikation?.brugervendtNoegle

function readUdkast(linje: IndkommenLinje): Udkast {
  if ('element' in linje) return linje.element
  if ('opdater' in linje) return linje.opdater
  return 'fjern' in linje ? linje.fjern : (linje.udkast ?? {})
}

type Sted = Steder & { readonly beroerer: Beroerer }

/** Reads what can be read, also of a line that broke the rules: every value is doubted. */
function readSted({ roller, clock }: Modtagelsesdeps, linje: IndkommenLinje): Sted {
  const udkast: Udkast = readUdkast(linje)
  const tidspunkt = isTekst(udkast['tidspunkt']) ? parseTidspunkt(udkast['tidspunkt']) : undefined
  const tid = tidspunkt ?? clock.now()
  const kler = readKler(udkast, roller, tid)
  const kommuner = readKommuner(udkast, roller, tid)
  const beroerer = {
    objekt: isTekst(udkast['id']) ? parseUuid(udkast['id']) : undefined,
    art: isTekst(udkast['art']) ? parseArt(udkast['art']) : undefined,
    // One that may belong in several is one that may belong anywhere.
    kommune: onlyOne(kommuner),
    livsomraade: onlyOne(kler.map((kle) => livsomraadeFor(kle).noegle)),
    tidspunkt,
  }
  return { kommuner, kler, beroerer }
}

const onlyOne = <T extends string>(alle: readonly T[]): T | undefined => (new Set(alle).size === 1 ? alle[0] : undefined)

/** The systems that the item names as its owner: only that one may change the object. */
export const findMastere = (roller: Rollekatalog, element: ElementKilde): Uuid[] =>
  (element.itSystemer ?? [])
    .filter((relation) => roller.rolleNavn('itSystemer', relation.rolle ?? '') === 'Master')
    .flatMap((relation) => parseUuid(relation.referenceId ?? '') ?? [])
