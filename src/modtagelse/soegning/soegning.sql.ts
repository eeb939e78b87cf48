import { type Art, type Laeseret, maskCpr, type Tidspunkt, type Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import { KATALOGER } from '../regler/index.ts'
import { partIn } from './parter.ts'
import type { Betingelse, Interval, Postbetingelse, Soegeudtryk } from './soegning.ts'

/**
 * Statements in the role kilde, which sees what the source that acts is Master of; each says whose it asks for all the same. A search is compiled to a condition that leaves
 * out only what cannot fit; where it also leaves in only what fits, `eksakt` says so. Values are parameters; no name comes from the search.
 */

type Parameter = Statement<unknown>['values'][number]
type Soegt = {
  readonly master: Uuid
  readonly rettigheder: readonly Laeseret[]
  readonly arter: readonly Art[]
  readonly ider: readonly Uuid[] | undefined
}
export type Vilkaar = { readonly tekst: string; readonly vaerdier: readonly Parameter[]; readonly eksakt: boolean }

/** Collects parameters. */
class Skriver {
  readonly vaerdier: Parameter[] = []
  eksakt = true
  add(vaerdi: Parameter): string {
    this.vaerdier.push(vaerdi)
    return `$${this.vaerdier.length}`
  }
}

/** `over` true: the condition must be true of all that fits; false: it may be true only of what fits, as under a NOT. */
function compile(udtryk: Soegeudtryk, over: boolean, s: Skriver): string {
  if ('og' in udtryk) return join(udtryk.og, ' AND ', 'true', over, s)
  if ('eller' in udtryk) return join(udtryk.eller, ' OR ', 'false', over, s)
  if ('ikke' in udtryk) return `NOT ${compile(udtryk.ikke, !over, s)}`
  return compileBlad(udtryk, over, s)
}

const join = (led: readonly Soegeudtryk[], ord: string, tom: string, over: boolean, s: Skriver): string =>
  led.length === 0 ? tom : `(${led.map((et) => compile(et, over, s)).join(ord)})`

function compileBlad(blad: Betingelse, over: boolean, s: Skriver): string {
  if ('art' in blad) return `o.art = ${s.add(blad.art)}`
  if ('id' in blad) return `o.objekt_id = ${s.add(blad.id)}::uuid`
  if ('tidspunkt' in blad) return compileInterval('o.tidspunkt', blad.tidspunkt, s)
  if ('modtaget' in blad) return compileInterval('r.modtaget', blad.modtaget, s)
  if ('sagsloes' in blad) return `(o.art = 'dokument' AND ${ALENE})`
  s.eksakt = false
  if (!over) return 'false'
  return 'liste' in blad ? compilePost(blad, s) : 'true'
}

function compileInterval(felt: string, { fra, til }: Interval, s: Skriver): string {
  const led = [
    ...(fra === undefined ? [] : [`${felt} >= ${s.add(fra)}::timestamptz`]),
    ...(til === undefined ? [] : [`${felt} < ${s.add(til)}::timestamptz`]),
  ]
  return led.length === 0 ? 'true' : `(${led.join(' AND ')})`
}

/** The kinds that have a list of that name. */
const arterMed = (liste: string): readonly string[] =>
  Object.entries(KATALOGER).flatMap(([art, { saet, relationer }]) =>
    [...saet, ...relationer].some((regel) => regel.liste === liste) ? [art] : [],
  )

/** Lists of parties from which a part's rows in the overview come: of these the overview is the way to the objects. */
const MED_RAEKKER = new Set(['sagsparter', 'bevillingsparter'])

function compilePost({ liste, felter = {} }: Postbetingelse, s: Skriver): string {
  const led = [`o.art = ANY (${s.add(arterMed(liste))}::text[])`]
  const part = partIn(felter['referenceId'])
  if (part && MED_RAEKKER.has(liste))
    led.push(`o.objekt_id IN (SELECT p.item_id FROM overblik p WHERE p.part_id = ${s.add(part)}::uuid)`)
  if (liste === 'egenskaber') {
    const [titel, nummer] = [felter['titel'], felter['brugervendtNoegle'] ?? felter['sagsnummer'] ?? felter['dokumentnummer']]
    // Appointments, grants and payments keep these elsewhere in the index, or not at all.
    for (const [felt, vaerdi] of [
      ['titel', titel],
      ['nummer', nummer],
    ] as const) {
      const moenster = typeof vaerdi === 'string' ? toLike(vaerdi) : undefined
      if (moenster !== undefined)
        led.push(
          `(o.art NOT IN ('sag', 'dokument') OR EXISTS (SELECT 1 FROM jsonb_array_elements(o.data -> 'titler') AS t WHERE lower(t ->> '${felt}') LIKE ${s.add(moenster)}))`,
        )
    }
  }
  return `(${led.join(' AND ')})`
}

/**
 * A pattern for LIKE that fits whatever the search fits. The index keeps texts with what could be a personal number masked, and the database
 * knows the case of ASCII alone, so what could differ by that is any characters; undefined where nothing would be left to look for.
 */
function toLike(vaerdi: string): string | undefined {
  const medJoker = vaerdi.includes('*')
  if (medJoker && /[^\p{L} *.,:/]/u.test(vaerdi)) return undefined
  const kendt = medJoker ? vaerdi : maskCpr(vaerdi)
  const moenster = kendt
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')
    .replace(/\*/g, '%')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII is looked for
    .replace(/[^\u0000-\u007f]+/g, '%')
  return /[a-z0-9]/.test(moenster) ? moenster : undefined
}

/** Where what it stands on is, as far as the source sees it, and where its parties' rows in the overview are. */
const STEDER = `(SELECT s.kommune, s.kle FROM afhaengighed a JOIN objekt s ON s.objekt_id = a.af WHERE a.objekt_id = o.objekt_id
  UNION ALL SELECT p.kommune, nullif(p.kle, '') FROM overblik p WHERE p.part_id = ANY (o.parter) AND p.item_id = o.objekt_id) sted`

/**
 * What the source may read: within one of its rights, as in mayDeliver. What has no municipality or number of its own, as notes and payments, is
 * where all that it stands on is; where nothing of that is known it is its sender's.
 */
function compileRettigheder(rettigheder: readonly Laeseret[], s: Skriver): string {
  const grupper = rettigheder.map(({ kommuner, kle }) => ({
    kommuner: `${s.add(kommuner)}::text[]`,
    kle: kle.length > 0 ? `${s.add(kle)}::text[]` : undefined,
  }))
  const inden = (kommune: string, emne: string): string => {
    const led = grupper.map(({ kommuner, kle }) => {
      const nummer = kle
        ? ` AND (${emne} IS NULL OR EXISTS (SELECT 1 FROM unnest(${kle}) AS k WHERE ${emne} = k OR starts_with(${emne}, k || '.')))`
        : ''
      return `((${kommune} IS NULL OR ${kommune} = ANY (${kommuner}))${nummer})`
    })
    return led.length === 0 ? 'false' : `(${led.join(' OR ')})`
  }
  const ukendt = grupper.some(({ kle }) => kle) ? 'o.kommune IS NULL OR o.kle IS NULL' : 'o.kommune IS NULL'
  const udenfor = `SELECT 1 FROM ${STEDER} WHERE NOT ${inden('coalesce(o.kommune, sted.kommune)', 'coalesce(o.kle, sted.kle)')}`
  return `(${inden('o.kommune', 'o.kle')} AND NOT ((${ukendt}) AND EXISTS (${udenfor})))`
}

/** What the source may see, and what of it can fit. */
export function toVilkaar({ master, rettigheder, arter, ider }: Soegt, udtryk: Soegeudtryk | undefined): Vilkaar {
  const s = new Skriver()
  const led = [
    `o.master = ${s.add(master)}::uuid`,
    compileRettigheder(rettigheder, s),
    `o.art = ANY (${s.add(arter)}::text[])`,
    ...(ider ? [`o.objekt_id = ANY (${s.add(ider)}::uuid[])`] : []),
    ...(udtryk ? [compile(udtryk, true, s)] : []),
  ]
  return { tekst: led.join(' AND '), vaerdier: s.vaerdier, eksakt: s.eksakt }
}

export type EgetRaekke = {
  readonly id: Uuid
  readonly art: Art
  readonly master: Uuid
  readonly tidspunkt: Tidspunkt
  readonly modtaget: Tidspunkt
  readonly alene: boolean
  /** The parts that have a row for it in the overview. */
  readonly parter: readonly Uuid[]
  readonly indhold: Uint8Array
}

/** It stands on nothing: no case files it. */
const ALENE = 'NOT EXISTS (SELECT 1 FROM afhaengighed a WHERE a.objekt_id = o.objekt_id)'
const FELTER = `o.objekt_id AS id, o.art, o.master, o.tidspunkt, r.modtaget, ${ALENE} AS alene, to_jsonb(o.parter) AS parter, r.indhold`
const EGET = 'objekt o JOIN registrering r ON r.objekt_id = o.objekt_id AND r.tidspunkt = o.tidspunkt'
const FOERST = '00000000-0000-0000-0000-000000000000'

/** So many sealed bytes are read at once: an object may fill a whole message, and what is opened takes several times its bytes. */
const HOEJST_SIDEBYTES = 16 * 1024 * 1024

/** `side`: how many rows there are of the page, of which only the first are given where they are too many bytes. */
export type Sideraekke = EgetRaekke & { readonly side: number }

/** The rows of a page that end within the bound, the first one in any case. */
const withinBytes = (side: string, nr: number): string =>
  `SELECT w.id, w.art, w.master, w.tidspunkt, w.modtaget, w.alene, w.parter, w.indhold, w.side FROM (
     SELECT q.*, count(*) OVER () AS side, sum(octet_length(q.indhold)) OVER (ORDER BY q.id) AS bytes, row_number() OVER (ORDER BY q.id) AS nr
     FROM (${side}) q
   ) w WHERE w.bytes <= $${nr} OR w.nr = 1 ORDER BY w.id`

/** A page of what can fit, in order of id, after the one given. */
export const listEgne = (
  { tekst, vaerdier }: Vilkaar,
  efter: Uuid | undefined,
  foerste: number,
  antal: number,
  bytes = HOEJST_SIDEBYTES,
): Statement<Sideraekke> => {
  const nr = vaerdier.length
  return sql(
    withinBytes(
      `SELECT ${FELTER} FROM ${EGET} WHERE ${tekst} AND o.objekt_id > $${nr + 1}::uuid ORDER BY o.objekt_id OFFSET $${nr + 2} LIMIT $${nr + 3}`,
      nr + 4,
    ),
    [...vaerdier, efter ?? FOERST, foerste, antal, bytes],
  )
}

export type TaltRaekke = { readonly master: Uuid; readonly art: Art; readonly antal: number }

export const countEgne = ({ tekst, vaerdier }: Vilkaar): Statement<TaltRaekke> =>
  sql(`SELECT o.master, o.art, count(*) AS antal FROM ${EGET} WHERE ${tekst} GROUP BY o.master, o.art`, vaerdier)

/** Those named, as far as they are within the bound of bytes. */
export function findEgne(master: Uuid, ider: readonly Uuid[], rettigheder: readonly Laeseret[]): Statement<Sideraekke> {
  const s = new Skriver()
  const hvor = `o.master = ${s.add(master)}::uuid AND o.objekt_id = ANY (${s.add(ider)}::uuid[]) AND ${compileRettigheder(rettigheder, s)}`
  const hoejst = s.add(HOEJST_SIDEBYTES).slice(1)
  return sql(withinBytes(`SELECT ${FELTER} FROM ${EGET} WHERE ${hvor}`, Number(hoejst)), s.vaerdier)
}

export type RegistreringRaekke = Pick<EgetRaekke, 'id' | 'art' | 'master' | 'tidspunkt' | 'modtaget' | 'indhold'>

/** The registrations of an object, newest first, as far as they are within the bound of bytes. */
export const listRegistreringer = (master: Uuid, id: Uuid, antal: number): Statement<RegistreringRaekke> =>
  sql(
    `SELECT id, art, master, tidspunkt, modtaget, indhold FROM (
       SELECT objekt_id AS id, art, master, tidspunkt, modtaget, indhold, sum(octet_length(indhold)) OVER (ORDER BY tidspunkt DESC) AS bytes
       FROM registrering WHERE objekt_id = $1 AND master = $3 ORDER BY tidspunkt DESC LIMIT $2
     ) r WHERE bytes <= $4 ORDER BY tidspunkt DESC`,
    [id, antal, master, HOEJST_SIDEBYTES],
    'soegning_registreringer',
  )
