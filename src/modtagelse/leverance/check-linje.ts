import { type Art, parseArt, parseCvrNummer, parseKleEmne, parseTidspunkt, parseUuid, type Tidspunkt, type Uuid } from '#kernel'
import { type Kilde, mayDeliver } from '#kilde'
import { livsomraadeFor } from '#klassifikation'
import type { ElementKilde } from '../element/element.kilde.ts'
import type { RelationKilde } from '../element/faelles.kilde.ts'
import { checkElement, indBrud, type Regelbrud } from '../regler/index.ts'
import type { IndkommenLinje, Modtagelsesdeps } from './typer.ts'

/** What a line touches, as far as it can be read: it tells whose coverage a refusal takes away. */
export type Beroerer = {
  readonly objekt: Uuid | undefined
  readonly art: Art | undefined
  readonly kommune: string | undefined
  readonly livsomraade: string | undefined
}

/** A line after the rules that one line can show. */
export type KontrolleretLinje = { readonly linje: number; readonly raa: string; readonly beroerer: Beroerer } & (
  | {
      readonly brud: readonly []
      readonly element: ElementKilde
      readonly id: Uuid
      readonly tidspunkt: Tidspunkt
      readonly master: Uuid
    }
  | { readonly brud: readonly [Regelbrud, ...Regelbrud[]] }
)

/** A clock may be this much ahead of ours. One further ahead would freeze the object until then. */
const HOEJST_FREMME_MS = 5 * 60_000

/** Applies the rules that need no database: the catalogue, the clock, and what the source may deliver. Pure but for the clock. */
export function checkLinje(deps: Modtagelsesdeps, kilde: Kilde, linje: IndkommenLinje): KontrolleretLinje {
  const faelles = { linje: linje.linje, raa: linje.raa, beroerer: readBeroerer(deps, linje) }
  if (linje.brud.length > 0) return { ...faelles, brud: linje.brud as [Regelbrud, ...Regelbrud[]] }
  if (!('element' in linje)) throw new TypeError('A line without breaches has an element')
  const { element } = linje
  const [foerste, ...resten] = checkElement(element, deps.roller)
  if (foerste) return { ...faelles, brud: [foerste, ...resten] }
  const id = parseUuid(element.id ?? '')
  const tidspunkt = parseTidspunkt(element.tidspunkt ?? '')
  const master = findMaster(deps, element)
  if (!id || !tidspunkt || !master) throw new TypeError('The rules let an element through without id, tidspunkt or master')
  const brud = checkKilde(kilde, faelles.beroerer, element, master) ?? checkUr(deps, tidspunkt)
  return brud ? { ...faelles, brud: [brud] } : { ...faelles, brud: [], element, id, tidspunkt, master }
}

function checkUr({ clock }: Modtagelsesdeps, tidspunkt: Tidspunkt): Regelbrud | undefined {
  return Date.parse(tidspunkt) > Date.parse(clock.now()) + HOEJST_FREMME_MS ? indBrud('IND-003', 'tidspunkt') : undefined
}

function checkKilde(kilde: Kilde, { kommune }: Beroerer, element: ElementKilde, master: Uuid): Regelbrud | undefined {
  const kle = readKler(element)
  const afgoerelser = (kle.length > 0 ? kle : [undefined]).map((nummer) => mayDeliver(kilde, { kommune, kle: nummer, master }))
  return afgoerelser.every((afgoerelse) => afgoerelse.ok) ? undefined : indBrud('IND-005', '')
}

const AKTOERLISTER = ['sagsaktoerer', 'dokumentaktoerer', 'bevillingsaktoerer', 'aktoerer'] as const
const KLASSELISTER = ['sagsklasser', 'dokumentklasser', 'klasser'] as const

const listeAf = (
  element: Readonly<Record<string, unknown>>,
  lister: readonly string[],
): readonly (readonly [string, RelationKilde])[] =>
  lister.flatMap((liste) => {
    const relationer = element[liste]
    return Array.isArray(relationer) ? relationer.filter(isRelation).map((relation) => [liste, relation] as const) : []
  })

const isRelation = (vaerdi: unknown): vaerdi is RelationKilde => typeof vaerdi === 'object' && vaerdi !== null

const isTekst = (vaerdi: unknown): vaerdi is string => typeof vaerdi === 'string'

function readKler(element: Readonly<Record<string, unknown>>): string[] {
  const klasser = listeAf(element, KLASSELISTER).map(([, relation]) => relation.brugervendtNoegle)
  const bevilgede = element['bevilgedeYdelser']
  const ydelser = Array.isArray(bevilgede) ? bevilgede.map(readYdelsesKle) : []
  return [...klasser, ...ydelser].filter(isTekst).filter((nummer) => parseKleEmne(nummer) !== undefined)
}

const readYdelsesKle = (ydelse: unknown): unknown =>
  (ydelse as { ydelse?: { klassifikation?: { brugervendtNoegle?: unknown } } } | null)?.ydelse?.klassifikation?.brugervendtNoegle

/** Reads what can be read, also of a line that broke the rules: every value is doubted. */
function readBeroerer({ roller }: Modtagelsesdeps, linje: IndkommenLinje): Beroerer {
  const udkast: Readonly<Record<string, unknown>> = ('element' in linje ? linje.element : linje.udkast) ?? {}
  const rolleAf = (liste: string, relation: RelationKilde) =>
    isTekst(relation.rolle) ? roller.rolleNavn(liste, relation.rolle) : undefined
  const ejer = listeAf(udkast, AKTOERLISTER).find(([liste, relation]) => rolleAf(liste, relation) === 'Ejer')?.[1]
  const urn = isTekst(ejer?.referenceId) ? /^urn:oio:cvr-nr:(\d{8})$/i.exec(ejer.referenceId)?.[1] : undefined
  const kommune = parseCvrNummer(isTekst(ejer?.cvrNummer) ? ejer.cvrNummer : '') ?? parseCvrNummer(urn ?? '')
  const primaer = listeAf(udkast, KLASSELISTER).find(([liste, relation]) => rolleAf(liste, relation) === 'Primær klasse')?.[1]
  const kle = parseKleEmne(isTekst(primaer?.brugervendtNoegle) ? primaer.brugervendtNoegle : (readKler(udkast)[0] ?? ''))
  return {
    objekt: isTekst(udkast['id']) ? parseUuid(udkast['id']) : undefined,
    art: isTekst(udkast['art']) ? parseArt(udkast['art']) : undefined,
    kommune,
    livsomraade: kle && livsomraadeFor(kle).noegle,
  }
}

/** The system that owns the object: named by the item; only it may change the object. */
function findMaster({ roller }: Modtagelsesdeps, element: ElementKilde): Uuid | undefined {
  const master = (element.itSystemer ?? []).find((relation) => roller.rolleNavn('itSystemer', relation.rolle ?? '') === 'Master')
  return parseUuid(master?.referenceId ?? '')
}
