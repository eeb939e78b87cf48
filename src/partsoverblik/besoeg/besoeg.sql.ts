import { rettighedsbetingelse } from '#indeks'
import type { CvrNummer, Foelsomhed, Medarbejdergrundlag, Opslagsformaal, Tidspunkt, Uuid, Virkning } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements of the role besoeg: row-level security leaves the employee's own visits in their own municipality. */

/** How long a visit lasts without being used; a session's own end comes first. */
const VARER = `interval '30 minutes'`
const sessionHolder = (nu: string): string => `s.afsluttet IS NULL AND s.udloeber > ${nu}`

export type BesoegRaekke = {
  readonly besoeg_id: Uuid
  readonly part_id: Uuid
  readonly formaal: Opslagsformaal
  readonly sag_id: Uuid | null
  readonly begyndt: Tidspunkt
  readonly udloeber: Tidspunkt
  /** Something must be confirmed before anything is shown. */
  readonly venter: boolean
  /** Less than most of its time is left: using it is to give it more. */
  readonly forlaenges: boolean
}

const FELTER = `b.besoeg_id, b.part_id, b.formaal, b.sag_id, b.begyndt, b.udloeber, b.skal_bekraeftes AND b.bekraeftet IS NULL AS venter`

/** The session's own visit while it and the session hold. */
export const findEgetBesoeg = (besoeg: Uuid, session: Uuid, nu: Tidspunkt): Statement<BesoegRaekke> =>
  sql(
    `SELECT ${FELTER}, b.udloeber < least($3::timestamptz + ${VARER} - interval '1 minute', s.udloeber) AS forlaenges
     FROM opslagsbesoeg b JOIN medarbejdersession s ON s.session_id = b.session_id
     WHERE b.besoeg_id = $1 AND b.session_id = $2 AND b.udloeber > $3::timestamptz AND ${sessionHolder('$3::timestamptz')}`,
    [besoeg, session, nu],
    'besoeg_eget',
  )

/** A visit of the session's to the same citizen for the same purpose that still holds: looking again is no other visit. */
export const findSammeBesoeg = (
  { session, part, formaal, sag }: Pick<NytBesoeg, 'session' | 'part' | 'formaal' | 'sag'>,
  nu: Tidspunkt,
): Statement<Pick<BesoegRaekke, 'besoeg_id' | 'venter'>> =>
  sql(
    `SELECT b.besoeg_id, b.skal_bekraeftes AND b.bekraeftet IS NULL AS venter
     FROM opslagsbesoeg b JOIN medarbejdersession s ON s.session_id = b.session_id
     WHERE b.session_id = $1 AND b.part_id = $2 AND b.formaal = $3 AND b.sag_id IS NOT DISTINCT FROM $4::uuid AND b.begrundelse IS NULL
       AND b.udloeber > $5::timestamptz AND ${sessionHolder('$5::timestamptz')}
     ORDER BY b.begyndt DESC LIMIT 1`,
    [session, part, formaal, sag ?? null, nu],
  )

/** An employee's visits begin one after the other: who presses twice finds the first, and none is left out where they are counted. */
export const lockBesoeg = (kommune: CvrNummer, medarbejder: Uuid): Statement<unknown> =>
  sql("SELECT pg_advisory_xact_lock(hashtextextended('besoeg ' || $1 || $2, 0))", [kommune, medarbejder], 'besoeg_laas')

export type NytBesoeg = {
  readonly besoeg: Uuid
  readonly session: Uuid
  readonly part: Uuid
  readonly formaal: Opslagsformaal
  readonly sag: Uuid | undefined
  /** Sealed. */
  readonly begrundelse: Uint8Array | undefined
  readonly skalBekraeftes: boolean
}

/** Begins a visit in a session that holds; no row where it does not. */
export const insertBesoeg = (nyt: NytBesoeg, nu: Tidspunkt): Statement<{ readonly besoeg_id: Uuid }> =>
  sql(
    `INSERT INTO opslagsbesoeg (besoeg_id, session_id, medarbejder_id, medarbejder_navn, kommune, part_id, formaal, sag_id, begrundelse, begyndt, udloeber, skal_bekraeftes)
     SELECT $1, s.session_id, s.medarbejder_id, s.navn, s.cvr, $3, $4, $5::uuid, $6::bytea, $7::timestamptz,
       least($7::timestamptz + ${VARER}, s.udloeber), $8
     FROM medarbejdersession s WHERE s.session_id = $2 AND ${sessionHolder('$7::timestamptz')}
     RETURNING besoeg_id`,
    [nyt.besoeg, nyt.session, nyt.part, nyt.formaal, nyt.sag ?? null, nyt.begrundelse ?? null, nu, nyt.skalBekraeftes],
  )

/** Gives a visit that holds its full time again, to the session's end at the latest. */
export const extendBesoeg = (besoeg: Uuid, session: Uuid, nu: Tidspunkt): Statement<never> =>
  sql(
    `UPDATE opslagsbesoeg b SET udloeber = least($3::timestamptz + ${VARER}, s.udloeber)
     FROM medarbejdersession s
     WHERE b.besoeg_id = $1 AND b.session_id = $2 AND s.session_id = b.session_id AND b.udloeber > $3::timestamptz
       AND ${sessionHolder('$3::timestamptz')}`,
    [besoeg, session, nu],
  )

/** Says yes to what a visit asks; the first yes counts. */
export const confirmBesoeg = (besoeg: Uuid, session: Uuid, nu: Tidspunkt): Statement<never> =>
  sql(
    `UPDATE opslagsbesoeg b SET bekraeftet = $3
     FROM medarbejdersession s
     WHERE b.besoeg_id = $1 AND b.session_id = $2 AND s.session_id = b.session_id AND b.udloeber > $3::timestamptz
       AND b.skal_bekraeftes AND b.bekraeftet IS NULL AND ${sessionHolder('$3::timestamptz')}`,
    [besoeg, session, nu],
  )

type Periode<T> = T & { readonly virkning: Virkning }

/** Of a thing of the citizen's, as its row has it. */
export type SetRaekke = {
  readonly part_id: Uuid
  readonly item_id: Uuid
  readonly art: string
  readonly kle: string
  readonly foelsomhed: readonly Periode<{ readonly foelsomhed: Foelsomhed }>[] | null
  readonly ansvarlig: readonly Periode<{ readonly enhed: string }>[] | null
  readonly fremdrift: readonly Periode<{ readonly status: string }>[] | null
}

/** So many are looked at: nobody has more, and a visit does not wait for it. */
const HOEJST_SETE = 5_000

/** What the employee may see about the part, without what it says: limited here, and by row-level security. Role: sagsbehandler. */
export function findSete(
  grundlag: Pick<Medarbejdergrundlag, 'part' | 'rettigheder' | 'enheder' | 'kommune' | 'aktoer'>,
  nu: Tidspunkt,
): Statement<SetRaekke> {
  const { tekst, vaerdier } = rettighedsbetingelse(grundlag, nu, { fra: 2, part: '$1' })
  return sql(
    `SELECT o.part_id, o.item_id, o.art, o.kle, o.data -> 'foelsomhed' AS foelsomhed, o.data -> 'ansvarlig' AS ansvarlig,
       CASE WHEN o.art = 'sag' THEN o.data -> 'fremdrift' END AS fremdrift
     FROM overblik o WHERE o.part_id = $1 AND ${tekst} ORDER BY o.item_id LIMIT ${HOEJST_SETE}`,
    [grundlag.part, ...vaerdier],
    'besoeg_sete',
  )
}

/** Who handles these of the citizen's cases now, as the sources say. */
export const findBehandlere = (
  sager: readonly Uuid[],
): Statement<{ readonly objekt_id: Uuid; readonly behandlere: readonly Periode<{ readonly behandler: string }>[] }> =>
  sql(
    `SELECT objekt_id, data -> 'behandlere' AS behandlere FROM objekt
     WHERE objekt_id = ANY ($1::uuid[]) AND art = 'sag' AND data ? 'behandlere'`,
    [sager],
    'besoeg_behandlere',
  )
