import { type Art, type CvrNummer, type KlePraefiks, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Form, Haendelsesart } from '../haendelse/index.ts'
import type { Abonnement, Abonnementstilstand, Ejer, Formaal, Graenser } from './abonnement.ts'

/** Statements on subscriptions. Each that is asked for by an owner names it, so another's is not found. */

export type Abonnementsraekke = {
  readonly abonnement_id: Uuid
  readonly ejer_kilde: Uuid | null
  readonly ejer_kommune: CvrNummer | null
  readonly navn: string
  readonly url: string
  readonly form: Form
  readonly formaal: Formaal
  readonly arter: readonly Art[]
  readonly haendelser: readonly Haendelsesart[]
  readonly kommuner: readonly CvrNummer[]
  readonly kle: readonly KlePraefiks[]
  readonly tilstand: Abonnementstilstand
  readonly oprettet: Tidspunkt
}

const KOLONNER = `a.abonnement_id, a.ejer_kilde, a.ejer_kommune, a.navn, a.url, a.form, a.formaal, a.arter, a.haendelser, a.kommuner, a.kle,
  a.tilstand, a.oprettet`

export const toAbonnement = (raekke: Abonnementsraekke): Abonnement => ({
  id: raekke.abonnement_id,
  ejer: toEjer(raekke),
  navn: raekke.navn,
  url: raekke.url,
  form: raekke.form,
  formaal: raekke.formaal,
  arter: raekke.arter,
  haendelser: raekke.haendelser,
  kommuner: raekke.kommuner,
  kle: raekke.kle,
  tilstand: raekke.tilstand,
  oprettet: tidspunkt(raekke.oprettet),
})

/** The check on the table keeps one of the two. */
const toEjer = ({ ejer_kilde: kilde, ejer_kommune: kommune }: Abonnementsraekke): Ejer =>
  kilde ? { kilde } : { kommune: kommune as CvrNummer }

/** Whose an owner's rows are: of undefined, the operator, all. */
const EGNE = '($1::uuid IS NULL OR a.ejer_kilde = $1)'

export const insertAbonnement = (abonnement: Abonnement, hemmelighed: Uint8Array): Statement<never> =>
  sql(
    `INSERT INTO abonnement (abonnement_id, ejer_kilde, ejer_kommune, navn, url, form, formaal, arter, haendelser, kommuner, kle,
       tilstand, oprettet, hemmelighed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      abonnement.id,
      'kilde' in abonnement.ejer ? abonnement.ejer.kilde : null,
      'kommune' in abonnement.ejer ? abonnement.ejer.kommune : null,
      abonnement.navn,
      abonnement.url,
      abonnement.form,
      abonnement.formaal,
      ...[abonnement.arter, abonnement.haendelser, abonnement.kommuner, abonnement.kle].map((led) => JSON.stringify(led)),
      abonnement.tilstand,
      abonnement.oprettet,
      hemmelighed,
    ],
  )

/** How many an owner has; held against others who add at the same time by the owner's lock. */
export const countAbonnementer = (kilde: Uuid): Statement<{ readonly antal: number }> =>
  sql(`SELECT count(*) AS antal FROM abonnement WHERE ejer_kilde = $1 AND tilstand <> 'slettet'`, [kilde])

export const lockEjer = (kilde: Uuid): Statement<unknown> =>
  sql(`SELECT pg_advisory_xact_lock(hashtextextended('abonnement ' || $1, 0))`, [kilde])

/** The owner's own, or all for the operator (undefined). */
export const listAbonnementer = (kilde: Uuid | undefined): Statement<Abonnementsraekke> =>
  sql(
    `SELECT ${KOLONNER} FROM abonnement a WHERE ${EGNE} AND a.tilstand <> 'slettet' ORDER BY a.oprettet, a.abonnement_id`,
    [kilde ?? null],
    'abonnement_liste',
  )

export const findAbonnement = (kilde: Uuid | undefined, id: Uuid): Statement<Abonnementsraekke> =>
  sql(`SELECT ${KOLONNER} FROM abonnement a WHERE ${EGNE} AND a.abonnement_id = $2 AND a.tilstand <> 'slettet'`, [
    kilde ?? null,
    id,
  ])

/** The state, where it is one of `fra` now. What the receiver did before says nothing of a new beginning. */
export const setTilstand = (
  kilde: Uuid | undefined,
  id: Uuid,
  fra: readonly Abonnementstilstand[],
  til: Abonnementstilstand,
): Statement<{ readonly abonnement_id: Uuid }> =>
  sql(
    `UPDATE abonnement a SET tilstand = $4, vent_til = NULL, fejl_i_traek = 0
     WHERE ${EGNE} AND a.abonnement_id = $2 AND a.tilstand = ANY ($3::text[]) RETURNING a.abonnement_id`,
    [kilde ?? null, id, fra, til],
  )

/** Deleted: nothing of it can be used again. What is left of its queue goes with the next clearing. */
export const setSlettet = (kilde: Uuid | undefined, id: Uuid): Statement<{ readonly abonnement_id: Uuid }> =>
  sql(
    `UPDATE abonnement a SET tilstand = 'slettet', hemmelighed = NULL, forrige_hemmelighed = NULL, forrige_til = NULL
     WHERE ${EGNE} AND a.abonnement_id = $2 AND a.tilstand <> 'slettet' RETURNING a.abonnement_id`,
    [kilde ?? null, id],
  )

/** A new secret; the one that stood there signs too until `til`. */
export const setHemmelighed = (kilde: Uuid | undefined, id: Uuid, ny: Uint8Array, til: Tidspunkt) =>
  sql<{ readonly abonnement_id: Uuid }>(
    `UPDATE abonnement a SET hemmelighed = $3, forrige_hemmelighed = a.hemmelighed, forrige_til = $4
     WHERE ${EGNE} AND a.abonnement_id = $2 AND a.tilstand <> 'slettet' RETURNING a.abonnement_id`,
    [kilde ?? null, id, ny, til],
  )

export type Hemmelighedsraekke = {
  readonly hemmelighed: Uint8Array | null
  readonly forrige_hemmelighed: Uint8Array | null
  readonly forrige_til: Tidspunkt | null
}

export const findHemmeligheder = (id: Uuid): Statement<Hemmelighedsraekke> =>
  sql('SELECT hemmelighed, forrige_hemmelighed, forrige_til FROM abonnement WHERE abonnement_id = $1', [id])

type Graenseraekke = {
  readonly kilde_kommuner: readonly CvrNummer[] | null
  readonly kilde_kle: readonly KlePraefiks[] | null
  readonly spaerret: Tidspunkt | null
}

/** An owner's limits as they are now; of an owner that is blocked, or no more there, none. */
export function toGraenser({ ejer }: Pick<Abonnement, 'ejer'>, raekke: Graenseraekke): Graenser | undefined {
  if ('kommune' in ejer) return { master: undefined, kommuner: [ejer.kommune], kle: [] }
  if (raekke.spaerret !== null || raekke.kilde_kommuner === null || raekke.kilde_kle === null) return undefined
  return { master: ejer.kilde, kommuner: raekke.kilde_kommuner, kle: raekke.kilde_kle }
}

/** Those for which events are kept, with their owners' limits as they are now. */
export const listLyttende = (): Statement<Abonnementsraekke & Graenseraekke> =>
  sql(
    `SELECT ${KOLONNER}, k.kommuner AS kilde_kommuner, k.kle AS kilde_kle, k.spaerret
     FROM abonnement a LEFT JOIN kilde k ON k.kilde_id = a.ejer_kilde WHERE a.tilstand IN ('aktiv', 'pauset')`,
    [],
    'abonnement_lyttende',
  )

export type Klarraekke = Abonnementsraekke & Graenseraekke & Hemmelighedsraekke & { readonly fejl_i_traek: number }

/** Those that can be delivered to now and have something that is due. */
export const listKlare = (nu: Tidspunkt): Statement<Klarraekke> =>
  sql(
    `SELECT ${KOLONNER}, k.kommuner AS kilde_kommuner, k.kle AS kilde_kle, k.spaerret,
       a.hemmelighed, a.forrige_hemmelighed, a.forrige_til, a.fejl_i_traek
     FROM abonnement a LEFT JOIN kilde k ON k.kilde_id = a.ejer_kilde
     WHERE a.tilstand = 'aktiv' AND (a.vent_til IS NULL OR a.vent_til <= $1) AND EXISTS (
       SELECT 1 FROM udsendelse u WHERE u.abonnement_id = a.abonnement_id AND u.tilstand = 'venter' AND u.naeste <= $1)`,
    [nu],
    'abonnement_klare',
  )
