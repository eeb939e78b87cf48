import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Gennemgangstilstand, Titeludfald } from '#visning'
import type { Beslutningsslags } from './afgoer.ts'
import type { Koejer } from './koe.sql.ts'
import type { Opgavetilstand } from './opgave.ts'
import { WITHIN_RET } from './ret.sql.ts'

/** What a decision reads and writes, in one transaction of the role kommune. The tasks are locked first and in order, as by the worker. */

export type StandRaekke = {
  readonly opgave_id: Uuid
  readonly item_id: Uuid
  readonly hash: string
  readonly udfald: Titeludfald
  readonly tilstand: Opgavetilstand
  readonly tilbageholdt: boolean
  readonly frigivet: boolean
  readonly titel: string | null
  readonly version: number
  readonly enhed: string
  readonly omraade: string
  readonly taget_af: Uuid | null
  readonly taget_fra: Tidspunkt | null
}
const STAND = `o.opgave_id, o.item_id, o.hash, o.udfald, o.tilstand, o.tilbageholdt, o.frigivet, o.titel, o.version, o.enhed,
  o.omraade, o.taget_af, o.taget_fra`

/** A task of the reviewer's, held until the transaction ends. */
export const lockOpgave = ({ kommune, medarbejder, alt }: Koejer, id: Uuid): Statement<StandRaekke> =>
  sql(
    `SELECT ${STAND} FROM titelopgave o WHERE o.kommune = $1 AND o.opgave_id = $4 AND ${WITHIN_RET} FOR UPDATE`,
    [kommune, medarbejder, alt, id],
    'gennemgang_laas',
  )

/** The same without holding it. */
export const findStand = ({ kommune, medarbejder, alt }: Koejer, id: Uuid): Statement<StandRaekke> =>
  sql(
    `SELECT ${STAND} FROM titelopgave o WHERE o.kommune = $1 AND o.opgave_id = $4 AND ${WITHIN_RET}`,
    [kommune, medarbejder, alt, id],
    'gennemgang_stand',
  )

/** The task and its likes (countEns), in a fixed order. */
export const lockEns = ({ kommune, medarbejder, alt }: Koejer, id: Uuid): Statement<StandRaekke> =>
  sql(
    `SELECT ${STAND} FROM titelopgave o
     WHERE o.kommune = $1 AND o.tilstand = 'venter' AND NOT o.tilbageholdt AND ${WITHIN_RET}
       AND (o.hash, o.art, o.fund) = (SELECT d.hash, d.art, d.fund FROM titelopgave d WHERE d.kommune = $1 AND d.opgave_id = $4)
     ORDER BY o.opgave_id FOR UPDATE`,
    [kommune, medarbejder, alt, id],
    'gennemgang_laas_ens',
  )

/** All that was decided in the same step as `nr` of the task, and has not been decided anew since. */
export const lockBunke = (
  { kommune, medarbejder, alt }: Koejer,
  id: Uuid,
  nr: number,
): Statement<StandRaekke & { readonly afgjort_af: Uuid }> =>
  sql(
    `SELECT ${STAND}, g.medarbejder_id AS afgjort_af FROM titelgennemgang d
     JOIN titelgennemgang g ON g.kommune = $1 AND (g.opgave_id = d.opgave_id AND g.nr = d.nr OR g.bunke = d.bunke)
     JOIN titelopgave o ON o.kommune = $1 AND o.opgave_id = g.opgave_id AND o.version = g.nr
     WHERE d.kommune = $1 AND d.opgave_id = $4 AND d.nr = $5 AND ${WITHIN_RET}
     ORDER BY o.opgave_id FOR UPDATE OF o`,
    [kommune, medarbejder, alt, id, nr],
    'gennemgang_laas_bunke',
  )

export type NyStand = {
  readonly opgave: Uuid
  readonly version: number
  readonly tilstand: Opgavetilstand
  readonly titel: string | undefined
  readonly tilbageholdt: boolean
  readonly frigivet: boolean
  readonly rang: number
}

/** Writes what became of them. A task whose version is another is left alone; the count tells. */
export const setStande = (kommune: CvrNummer, stande: readonly NyStand[]): Statement<never> =>
  sql(
    `UPDATE titelopgave o SET tilstand = n.tilstand, titel = n.titel, frigivet = n.frigivet,
       tilbageholdt = n.tilbageholdt, rang = n.rang, version = o.version + 1, taget_af = NULL, taget_fra = NULL, taget_til = NULL
     FROM unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::boolean[], $7::boolean[], $8::int[])
       AS n (opgave, version, tilstand, titel, tilbageholdt, frigivet, rang)
     WHERE o.kommune = $1 AND o.opgave_id = n.opgave AND o.version = n.version`,
    [
      kommune,
      stande.map((led) => led.opgave),
      stande.map((led) => led.version),
      stande.map((led) => led.tilstand),
      stande.map((led) => led.titel ?? null),
      stande.map((led) => led.tilbageholdt),
      stande.map((led) => led.frigivet),
      stande.map((led) => led.rang),
    ],
    'gennemgang_saet',
  )

export type NyGennemgang = {
  readonly opgave: Uuid
  readonly nr: number
  readonly enhed: string
  readonly omraade: string
  readonly sekunder: number | undefined
}

/** What is the same for all that are decided in one step. */
export type Faelles = {
  readonly kommune: CvrNummer
  readonly tid: Tidspunkt
  readonly medarbejder: { readonly id: Uuid; readonly navn: string }
  readonly slags: Beslutningsslags
  readonly titel: string | undefined
  readonly aarsag: string | undefined
  readonly tekst: string | undefined
  readonly bunke: Uuid | undefined
}

export const insertGennemgange = (faelles: Faelles, nye: readonly NyGennemgang[]): Statement<never> =>
  sql(
    `INSERT INTO titelgennemgang (kommune, opgave_id, nr, tid, medarbejder_id, medarbejder_navn, slags, titel, aarsag, aarsag_tekst, sekunder, bunke,
       enhed, omraade)
     SELECT $1, n.opgave, n.nr, $2, $3, $4, $5, $6, $7, $8, n.sekunder, $9, n.enhed, n.omraade
     FROM unnest($10::uuid[], $11::int[], $12::smallint[], $13::text[], $14::text[]) AS n (opgave, nr, sekunder, enhed, omraade)`,
    [
      faelles.kommune,
      faelles.tid,
      faelles.medarbejder.id,
      faelles.medarbejder.navn,
      faelles.slags,
      faelles.titel ?? null,
      faelles.aarsag ?? null,
      faelles.tekst || null,
      faelles.bunke ?? null,
      nye.map((led) => led.opgave),
      nye.map((led) => led.nr),
      nye.map((led) => led.sekunder ?? null),
      nye.map((led) => led.enhed),
      nye.map((led) => led.omraade),
    ],
    'gennemgang_noter',
  )

export type Vurderingsaendring = {
  readonly item: Uuid
  readonly hash: string
  readonly gennemgang: Gennemgangstilstand
  readonly titel: string | undefined
  /** Undefined: as it is. */
  readonly tilbageholdt: boolean | undefined
}

/** Brings the decisions to what the citizens' pages read: of each text, how far its review is, for everybody who has the item. */
export const setVurderinger = (kommune: CvrNummer, aendringer: readonly Vurderingsaendring[]): Statement<never> =>
  sql(
    `UPDATE titelvurdering v SET vurderinger = (
       SELECT jsonb_agg(CASE WHEN e ->> 'hash' = n.hash THEN e - 'titel' || n.felter ELSE e END ORDER BY nr)
       FROM jsonb_array_elements(v.vurderinger) WITH ORDINALITY AS l (e, nr))
     FROM unnest($2::uuid[], $3::text[], $4::jsonb[]) AS n (item, hash, felter)
     WHERE v.item_id = n.item AND v.kommune = $1 AND v.vurderinger @> jsonb_build_array(jsonb_build_object('hash', n.hash))`,
    [
      kommune,
      aendringer.map((led) => led.item),
      aendringer.map((led) => led.hash),
      aendringer.map(({ gennemgang, tilbageholdt, titel }) =>
        JSON.stringify({
          gennemgang,
          ...(titel === undefined ? {} : { titel }),
          ...(tilbageholdt === undefined ? {} : { tilbageholdt }),
        }),
      ),
    ],
    'gennemgang_vurderinger',
  )

/** Who decided it last, and how: what the one who comes second is told. */
export type SenesteRaekke = {
  readonly kommune: CvrNummer
  readonly nr: number
  readonly slags: Beslutningsslags
  readonly tid: Tidspunkt
  readonly medarbejder_id: Uuid
  readonly medarbejder_navn: string
  readonly antal: number
}
export const findSeneste = ({ kommune, medarbejder, alt }: Koejer, id: Uuid): Statement<SenesteRaekke> =>
  sql(
    `SELECT g.kommune, g.nr, g.slags, g.tid, g.medarbejder_id, g.medarbejder_navn,
       CASE WHEN g.bunke IS NULL THEN 1 ELSE (SELECT count(*)::int FROM titelgennemgang b WHERE b.kommune = $1 AND b.bunke = g.bunke) END AS antal
     FROM titelgennemgang g JOIN titelopgave o ON o.kommune = $1 AND o.opgave_id = g.opgave_id
     WHERE g.kommune = $1 AND g.opgave_id = $4 AND ${WITHIN_RET} ORDER BY g.nr DESC LIMIT 1`,
    [kommune, medarbejder, alt, id],
    'gennemgang_seneste',
  )
