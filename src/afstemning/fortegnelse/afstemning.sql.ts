import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Afstemningsresultat, Forskel, Hvorfor, Oplyst } from './afstemning.ts'

/** Statements on afstemning and afstemningsforskel, in the role modtagelse. */

export const insertAfstemning = (id: Uuid, kilde: Uuid, oplyst: Oplyst, antalHer: number, nu: Tidspunkt): Statement<never> =>
  sql(
    `INSERT INTO afstemning (afstemning_id, kilde_id, kommune, tidspunkt, paabegyndt, tilstand, sendt, antal_kilde, antal_her, rod, udsagn, signatur, kid)
     VALUES ($1, $2, $3, $4, $5, 'igang', $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      kilde,
      oplyst.kommune,
      oplyst.tidspunkt,
      nu,
      oplyst.sendt,
      oplyst.antal,
      antalHer,
      oplyst.rod,
      oplyst.udsagn,
      oplyst.signatur?.jws ?? null,
      oplyst.signatur?.kid ?? null,
    ],
  )

const count = (forskelle: readonly Forskel[], slags: Forskel['slags']): number =>
  forskelle.filter((led) => led.slags === slags).length

export const closeAfstemning = (id: Uuid, resultat: Omit<Afstemningsresultat, 'bevist'>, nu: Tidspunkt): Statement<never> =>
  sql(
    `UPDATE afstemning SET tilstand = $2, afsluttet = $3, mangler_her = $4, mangler_hos_kilden = $5, forskellige = $6, i_bevaegelse = $7,
       afkortet = $8 WHERE afstemning_id = $1`,
    [
      id,
      resultat.tilstand,
      nu,
      count(resultat.forskelle, 'manglerHer'),
      count(resultat.forskelle, 'manglerHosKilden'),
      count(resultat.forskelle, 'forskellig'),
      resultat.iBevaegelse,
      resultat.afkortet,
    ],
  )

export const setBevist = (id: Uuid): Statement<never> => sql('UPDATE afstemning SET bevist = true WHERE afstemning_id = $1', [id])

export const insertForskelle = (id: Uuid, forskelle: readonly Forskel[]): Statement<never> =>
  sql(
    `INSERT INTO afstemningsforskel (afstemning_id, objekt_id, slags, tidspunkt_kilde, tidspunkt_her, hvorfor)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[])`,
    [
      id,
      forskelle.map((led) => led.id),
      forskelle.map((led) => led.slags),
      forskelle.map((led) => ('tidspunkt' in led ? led.tidspunkt : null)),
      forskelle.map((led) => ('her' in led ? led.her : null)),
      forskelle.map((led) => ('hvorfor' in led ? led.hvorfor : null)),
    ],
  )

/**
 * Settles what has been delivered or deleted since. What we hold newer than the source stated is settled by what is newer still; what was deleted
 * here, or lies somewhere else, is settled by no delivery.
 */
export const settleForskelle = (kilde: Uuid, nu: Tidspunkt): Statement<never> =>
  sql(
    `UPDATE afstemningsforskel f SET afgjort = $2, afgjort_ved = 'levering'
     FROM afstemning a
     WHERE a.afstemning_id = f.afstemning_id AND a.kilde_id = $1 AND f.afgjort IS NULL AND CASE f.slags
       WHEN 'manglerHosKilden' THEN NOT EXISTS (
         SELECT 1 FROM objekt o WHERE o.objekt_id = f.objekt_id AND o.master = $1 AND o.tidspunkt = f.tidspunkt_her)
       ELSE coalesce(f.hvorfor, 'AFVIST') IN ('IKKE_MODTAGET', 'AFVIST') AND EXISTS (
         SELECT 1 FROM objekt o WHERE o.objekt_id = f.objekt_id AND o.master = $1 AND o.tidspunkt >= f.tidspunkt_kilde
           AND o.tidspunkt > coalesce(f.tidspunkt_her, '-infinity'))
     END`,
    [kilde, nu],
  )

/** What earlier comparisons found is the new one's to tell from now on. */
export const supersedeForskelle = (kilde: Uuid, kommune: CvrNummer, ny: Uuid, nu: Tidspunkt): Statement<never> =>
  sql(
    `UPDATE afstemningsforskel f SET afgjort = $4, afgjort_ved = 'afstemning' FROM afstemning a
     WHERE a.afstemning_id = f.afstemning_id AND a.kilde_id = $1 AND a.kommune = $2 AND a.afstemning_id <> $3 AND f.afgjort IS NULL`,
    [kilde, kommune, ny, nu],
  )

export type AfstemningRaekke = {
  readonly afstemning_id: Uuid
  readonly kommune: CvrNummer
  readonly tidspunkt: Tidspunkt
  readonly paabegyndt: Tidspunkt
  readonly afsluttet: Tidspunkt | null
  readonly tilstand: 'igang' | 'stemmer' | 'forskelle' | 'bevaegelse'
  readonly sendt: number
  readonly antal_kilde: number
  readonly antal_her: number
  readonly rod: string
  readonly udsagn: string
  readonly signatur: string | null
  readonly kid: string | null
  readonly bevist: boolean
  readonly i_bevaegelse: number
  readonly afkortet: boolean
}

export const findAfstemning = (kilde: Uuid, id: Uuid): Statement<AfstemningRaekke> =>
  sql(
    `SELECT afstemning_id, kommune, tidspunkt, paabegyndt, afsluttet, tilstand, sendt, antal_kilde, antal_her, rod, udsagn, signatur, kid, bevist,
       i_bevaegelse, afkortet
     FROM afstemning WHERE afstemning_id = $2 AND kilde_id = $1`,
    [kilde, id],
    'afstemning_en',
  )

export type ForskelRaekke = {
  readonly afstemning_id: Uuid
  readonly objekt_id: Uuid
  readonly kommune: CvrNummer
  readonly slags: Forskel['slags']
  readonly tidspunkt_kilde: Tidspunkt | null
  readonly tidspunkt_her: Tidspunkt | null
  readonly hvorfor: Hvorfor | null
  readonly afgjort: Tidspunkt | null
  readonly afgjort_ved: 'levering' | 'afstemning' | null
}

const FELTER = `f.afstemning_id, f.objekt_id, a.kommune, f.slags, f.tidspunkt_kilde, f.tidspunkt_her, f.hvorfor, f.afgjort, f.afgjort_ved`

/** Differences of one comparison, a page at a time in order of id. */
export const listForskelle = (id: Uuid, efter: Uuid | undefined, antal: number): Statement<ForskelRaekke> =>
  sql(
    `SELECT ${FELTER} FROM afstemningsforskel f JOIN afstemning a ON a.afstemning_id = f.afstemning_id
     WHERE f.afstemning_id = $1 AND ($2::uuid IS NULL OR f.objekt_id > $2) ORDER BY f.objekt_id LIMIT $3`,
    [id, efter ?? null, antal],
  )

/** What of all comparisons stands open: an object once, since it belongs to one municipality. */
export const listOensker = (kilde: Uuid, efter: readonly [Uuid, Uuid] | undefined, antal: number): Statement<ForskelRaekke> =>
  sql(
    `SELECT ${FELTER} FROM afstemningsforskel f JOIN afstemning a ON a.afstemning_id = f.afstemning_id
     WHERE a.kilde_id = $1 AND f.afgjort IS NULL AND ($2::uuid IS NULL OR (f.afstemning_id, f.objekt_id) > ($2, $3::uuid))
     ORDER BY f.afstemning_id, f.objekt_id LIMIT $4`,
    [kilde, efter?.[0] ?? null, efter?.[1] ?? null, antal],
  )
