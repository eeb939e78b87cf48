import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Beroert, Bevis } from './bevis.ts'

/**
 * Statements on bevis and daekningsbrud. The role stands at each. Locks are taken in one order: rows of bevis by source and municipality, then
 * the one row of daekningsbrud, and nothing after it.
 */

export type Roert = { readonly kilde_id: Uuid; readonly kommune: string; readonly brudt: boolean }

/** A pair that is touched, and how many lines of it were kept. */
export type Beroertpar = Beroert & { readonly kommune: string }

/**
 * Role modtagelse. Counts what was kept, and takes the lock of every pair that was touched until the transaction ends. `alle`: sources of
 * which every municipality is touched. A pair that was only touched and has no row has no proof to break. Answers whether each was broken already.
 */
export const countModtaget = (beroerte: readonly Beroertpar[], alle: readonly Uuid[]): Statement<Roert> =>
  sql(
    `INSERT INTO bevis AS b (kilde_id, kommune, modtaget, roert, nyeste)
     SELECT n.kilde_id, n.kommune, sum(n.antal), 1, max(n.nyeste)
     FROM (
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::timestamptz[]) AS u (kilde_id, kommune, antal, nyeste)
       UNION ALL SELECT e.kilde_id, e.kommune, 0, NULL FROM bevis e WHERE e.kilde_id = ANY ($5::uuid[])
     ) n
     WHERE n.antal > 0 OR EXISTS (SELECT 1 FROM bevis k WHERE k.kilde_id = n.kilde_id AND k.kommune = n.kommune)
     GROUP BY n.kilde_id, n.kommune ORDER BY n.kilde_id, n.kommune
     ON CONFLICT (kilde_id, kommune) DO UPDATE
     SET modtaget = b.modtaget + excluded.modtaget, roert = b.roert + 1, nyeste = greatest(b.nyeste, excluded.nyeste)
     RETURNING b.kilde_id, b.kommune, b.brudt`,
    [
      beroerte.map((led) => led.kilde),
      beroerte.map((led) => led.kommune),
      beroerte.map((led) => led.antal),
      beroerte.map((led) => led.nyeste ?? null),
      alle,
    ],
    'bevis_taelles',
  )

/** Role modtagelse. Breaks proofs whose locks the transaction holds. The last statement of a transaction: everybody who breaks waits for it. */
export const breakBeviser = (par: readonly { readonly kilde_id: Uuid; readonly kommune: string }[]): Statement<never> =>
  sql(
    `WITH brud AS (UPDATE daekningsbrud SET nr = nr + 1 RETURNING nr)
     UPDATE bevis b SET brudt = true, brud_nr = brud.nr
     FROM brud, unnest($1::uuid[], $2::text[]) AS n (kilde_id, kommune)
     WHERE b.kilde_id = n.kilde_id AND b.kommune = n.kommune AND NOT b.brudt`,
    [par.map((led) => led.kilde_id), par.map((led) => led.kommune)],
    'bevis_brydes',
  )

/** Role modtagelse, with the locks held. Takes the counts of the source and ours apart; undefined: in all of its municipalities. */
export const unbindTal = (kilde: Uuid, kommune: string | undefined): Statement<never> =>
  sql(
    'UPDATE bevis SET forskydning = NULL WHERE kilde_id = $1 AND kommune = coalesce($2, kommune)',
    [kilde, kommune ?? null],
    'bevis_loesnes',
  )

type BevisRaekke = {
  kilde_id: Uuid
  kommune: CvrNummer
  brudt: boolean
  brud_nr: number
  bevist_til: Tidspunkt | null
  bevist_modtaget: Tidspunkt | null
  nyeste: Tidspunkt | null
  afstemt: Tidspunkt | null
}

/**
 * Role opsaetning. Read the number first (readBrudnummer) and refusals after: a batch of statements is no single picture, and what is read
 * later may be newer. A proof that is older than what is read beside it is broken by whoever sees a higher number.
 */
export const loadBeviser = (): Statement<BevisRaekke> =>
  sql(
    `SELECT kilde_id, kommune, brudt, brud_nr, bevist_til, bevist_modtaget, nyeste, afstemt FROM bevis WHERE kommune <> ''`,
    [],
    'bevis_alle',
  )

export const toBevis = (raekke: BevisRaekke): Bevis => ({
  kilde: raekke.kilde_id,
  kommune: raekke.kommune,
  brudt: raekke.brudt,
  brudNr: raekke.brud_nr,
  bevistTil: raekke.bevist_til ?? undefined,
  bevistModtaget: raekke.bevist_modtaget ?? undefined,
  nyeste: raekke.nyeste ?? undefined,
  afstemt: raekke.afstemt ?? undefined,
})

/**
 * Roles opsaetning, borger, kommune, kommunetekst and drift. How many times proofs have been broken: seen if and only if the break itself is.
 * In a batch that reads items it stands after them: what came between would else have changed the items unseen. Where it is the number that
 * coverage was read at (or brought up to), nothing has come that coverage does not know of.
 */
export const readBrudnummer = (): Statement<{ readonly nr: number }> =>
  sql('SELECT nr FROM daekningsbrud', [], 'bevis_brudnummer')

/**
 * Same roles. Whose proofs have been broken since number `efter`. Those that have been proved anew since stand here too: what was proved before
 * the break says nothing of the items now, and what was proved after it is not what coverage was read with.
 */
export const findBrudte = (efter: number): Statement<{ readonly kilde_id: Uuid; readonly kommune: CvrNummer }> =>
  sql('SELECT kilde_id, kommune FROM bevis WHERE brud_nr > $1', [efter], 'bevis_brudte')

type StandRaekke = {
  kommune: CvrNummer
  modtaget: number
  roert: number
  brudt: boolean
  nyeste: Tidspunkt | null
  forskydning: number | null
  afstemt: Tidspunkt | null
}

/** Role modtagelse. Takes the locks of the pairs, which keeps every delivery for them waiting, and answers how they stand. */
export const lockBeviser = (kilde: Uuid, kommuner: readonly CvrNummer[]): Statement<StandRaekke> =>
  sql(
    `INSERT INTO bevis AS b (kilde_id, kommune) SELECT $1, k FROM unnest($2::text[]) AS k ORDER BY k
     ON CONFLICT (kilde_id, kommune) DO UPDATE SET roert = b.roert
     RETURNING kommune, modtaget, roert, brudt, nyeste, forskydning, afstemt`,
    [kilde, kommuner],
    'bevis_laases',
  )

/** Role modtagelse, with the lock held. A proof that still holds never moves back. */
export const proveBeviser = (
  kilde: Uuid,
  beviste: readonly { readonly kommune: CvrNummer; readonly til: Tidspunkt }[],
  nu: Tidspunkt,
): Statement<never> =>
  sql(
    `UPDATE bevis b SET bevist_til = CASE WHEN b.brudt THEN n.til ELSE greatest(b.bevist_til, n.til) END,
       bevist_modtaget = $4, brudt = false
     FROM unnest($2::text[], $3::timestamptz[]) AS n (kommune, til) WHERE b.kilde_id = $1 AND b.kommune = n.kommune`,
    [kilde, beviste.map((led) => led.kommune), beviste.map((led) => led.til), nu],
    'bevis_fornyes',
  )

const UROERT = '(b.roert = $4::bigint AND coalesce(b.nyeste <= $6::timestamptz, true))'

/** How a pair stood when its objects were read to be compared (lockBeviser). */
export type Stand = { readonly modtaget: number; readonly roert: number }

/**
 * Role modtagelse. A reconciliation agreed: what the source had registered as of `tidspunkt`, of which we had confirmed `sendt`, is what the
 * index held when it stood as `stand` says. The counts are bound together whatever has come since; it is a proof only where nothing has, and
 * where nothing that was kept is newer than `tidspunkt`. Answers whether it is one.
 */
export const proveAfstemt = (
  kilde: Uuid,
  kommune: CvrNummer,
  stand: Stand,
  { tidspunkt, sendt, nu }: { readonly tidspunkt: Tidspunkt; readonly sendt: number; readonly nu: Tidspunkt },
): Statement<{ readonly bevist: boolean }> =>
  sql(
    `UPDATE bevis b SET forskydning = $5::bigint - $3::bigint, afstemt = $7,
       brudt = CASE WHEN ${UROERT} THEN false ELSE b.brudt END,
       bevist_til = CASE WHEN ${UROERT} THEN greatest(CASE WHEN b.brudt THEN NULL ELSE b.bevist_til END, least($6::timestamptz, $7::timestamptz)) ELSE b.bevist_til END,
       bevist_modtaget = CASE WHEN ${UROERT} THEN $7 ELSE b.bevist_modtaget END
     WHERE b.kilde_id = $1 AND b.kommune = $2
     RETURNING ${UROERT} AS bevist`,
    [kilde, kommune, stand.modtaget, stand.roert, sendt, tidspunkt, nu],
    'bevis_afstemt',
  )
