import type { CvrNummer, KlePraefiks, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Kilde, Kildecertifikat, Kildehaendelse, KildeMedLegitimation, Kildenoegle, NyLegitimation } from './kilde.ts'

/** Statements on kilde. All run in the role opsaetning. */
type KildeRaekke = {
  kilde_id: Uuid
  navn: string
  slags: string
  kommuner: CvrNummer[]
  kle: KlePraefiks[]
  klient_id: string | null
  rytme_timer: number
  spaerret: Tidspunkt | null
  sagslink: string | null
  hemmelighed_hash: Uint8Array | null
  udviklingsnoegle_hash: Uint8Array | null
}

export const loadKilder = (): Statement<KildeRaekke> =>
  sql(
    `SELECT kilde_id, navn, slags, kommuner, kle, klient_id, rytme_timer, spaerret, sagslink, hemmelighed_hash, udviklingsnoegle_hash
     FROM kilde ORDER BY kilde_id`,
    [],
    'kilde_alle',
  )

type CertifikatRaekke = {
  fingeraftryk: Uint8Array
  kilde_id: Uuid
  emne: string | null
  gaelder_fra: Tidspunkt | null
  gaelder_til: Tidspunkt | null
}
type NoegleRaekke = { kilde_id: Uuid; kid: string; jwk: Record<string, unknown> }

export const loadCertifikater = (): Statement<CertifikatRaekke> =>
  sql(
    'SELECT fingeraftryk, kilde_id, emne, gaelder_fra, gaelder_til FROM kilde_certifikat ORDER BY tilfoejet, fingeraftryk',
    [],
    'kilde_certifikater',
  )

export const loadNoegler = (): Statement<NoegleRaekke> =>
  sql('SELECT kilde_id, kid, jwk FROM kilde_noegle ORDER BY kilde_id, tilfoejet, kid', [], 'kilde_noegler')

export function toKilder(
  raekker: readonly KildeRaekke[],
  certifikater: readonly CertifikatRaekke[],
  noegler: readonly NoegleRaekke[],
): KildeMedLegitimation[] {
  const egneCertifikater = Map.groupBy(certifikater, ({ kilde_id }) => kilde_id)
  const egneNoegler = Map.groupBy(noegler, ({ kilde_id }) => kilde_id)
  return raekker.map((raekke) => ({
    kilde: toKilde(raekke),
    legitimation: {
      hemmelighed: raekke.hemmelighed_hash ?? undefined,
      udviklingsnoegle: raekke.udviklingsnoegle_hash ?? undefined,
      certifikater: (egneCertifikater.get(raekke.kilde_id) ?? []).map(({ fingeraftryk, emne, gaelder_fra, gaelder_til }) => ({
        fingeraftryk,
        emne: emne ?? undefined,
        gaelderFra: gaelder_fra ?? undefined,
        gaelderTil: gaelder_til ?? undefined,
      })),
      noegler: (egneNoegler.get(raekke.kilde_id) ?? []).map(({ kid, jwk }) => ({ kid, jwk })),
    },
  }))
}

const toKilde = (raekke: KildeRaekke): Kilde => ({
  id: raekke.kilde_id,
  navn: raekke.navn,
  slags: raekke.slags,
  kommuner: raekke.kommuner,
  kle: raekke.kle,
  klientId: raekke.klient_id ?? undefined,
  rytmeTimer: raekke.rytme_timer,
  spaerret: raekke.spaerret ?? undefined,
  ...(raekke.sagslink === null ? {} : { sagslink: raekke.sagslink }),
})

/** Adds the source or replaces everything about it but its credentials, of which only the secret and key given are replaced. */
export const upsertKilde = (kilde: Kilde, legitimation: NyLegitimation): Statement<never> =>
  sql(
    `INSERT INTO kilde AS k (kilde_id, navn, slags, kommuner, kle, klient_id, rytme_timer, spaerret, hemmelighed_hash, udviklingsnoegle_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (kilde_id) DO UPDATE SET navn = excluded.navn, slags = excluded.slags, kommuner = excluded.kommuner, kle = excluded.kle,
       klient_id = excluded.klient_id, rytme_timer = excluded.rytme_timer, spaerret = excluded.spaerret,
       hemmelighed_hash = coalesce(excluded.hemmelighed_hash, k.hemmelighed_hash),
       udviklingsnoegle_hash = coalesce(excluded.udviklingsnoegle_hash, k.udviklingsnoegle_hash)`,
    [
      kilde.id,
      kilde.navn,
      kilde.slags,
      JSON.stringify(kilde.kommuner),
      JSON.stringify(kilde.kle),
      kilde.klientId ?? null,
      kilde.rytmeTimer,
      kilde.spaerret ?? null,
      legitimation.hemmelighed ?? null,
      legitimation.udviklingsnoegle ?? null,
    ],
  )

/** How the address of a case in the source is made; null where none is. */
export const setSagslink = (kilde: Uuid, skabelon: string | null): Statement<never> =>
  sql('UPDATE kilde SET sagslink = $2 WHERE kilde_id = $1', [kilde, skabelon])

/** Blocks the source from `tid`, or lets it in again (null). */
export const setSpaerret = (kilde: Uuid, tid: Tidspunkt | null): Statement<never> =>
  sql('UPDATE kilde SET spaerret = $2 WHERE kilde_id = $1', [kilde, tid])

/**
 * Breaks all that a source has proved of what it delivers (bevis), where it is to be blocked or let in (`spaerret`), or, given as it is to be
 * saved, where that or what it may deliver becomes another: what is proved from then on, it must prove anew. The last statement before the
 * transaction ends but for those on kilde itself: its locks keep the source's deliveries waiting.
 */
export const breakBeviser = (kilde: Uuid, ny?: Pick<Kilde, 'kommuner' | 'kle' | 'spaerret'>): Statement<never> =>
  sql(
    `WITH laast AS MATERIALIZED (
       SELECT b.kommune, b.brudt FROM bevis b
       WHERE b.kilde_id = $1 AND ($2::jsonb IS NULL OR EXISTS (
         SELECT 1 FROM kilde k WHERE k.kilde_id = $1
           AND (k.kommuner, k.kle, k.spaerret) IS DISTINCT FROM ($2::jsonb, $3::jsonb, $4::timestamptz)))
       ORDER BY b.kommune FOR UPDATE
     ), brud AS (
       UPDATE daekningsbrud SET nr = nr + 1 WHERE EXISTS (SELECT 1 FROM laast WHERE NOT laast.brudt) RETURNING nr
     )
     UPDATE bevis b SET roert = b.roert + 1, brudt = true, brud_nr = CASE WHEN b.brudt THEN b.brud_nr ELSE brud.nr END
     FROM laast LEFT JOIN brud ON true WHERE b.kilde_id = $1 AND b.kommune = laast.kommune`,
    [kilde, ny ? JSON.stringify(ny.kommuner) : null, ny ? JSON.stringify(ny.kle) : null, ny?.spaerret ?? null],
  )

/** Keeps others from changing what is known of the source until the transaction ends. */
export const lockKilde = (kilde: Uuid): Statement<{ kilde_id: Uuid }> =>
  sql('SELECT kilde_id FROM kilde WHERE kilde_id = $1 FOR UPDATE', [kilde])

export const setHemmelighed = (kilde: Uuid, hash: Uint8Array): Statement<never> =>
  sql('UPDATE kilde SET hemmelighed_hash = $2 WHERE kilde_id = $1', [kilde, hash])

/** Certificates of the source that have not run out. */
export const countCertifikater = (kilde: Uuid, nu: Tidspunkt): Statement<{ antal: number }> =>
  sql(
    'SELECT count(*)::integer AS antal FROM kilde_certifikat WHERE kilde_id = $1 AND (gaelder_til IS NULL OR gaelder_til > $2)',
    [kilde, nu],
  )

export const countNoegler = (kilde: Uuid): Statement<{ antal: number }> =>
  sql('SELECT count(*)::integer AS antal FROM kilde_noegle WHERE kilde_id = $1', [kilde])

/** Touches no row where the certificate is registered already, with this source or another. */
export const insertCertifikat = (
  kilde: Uuid,
  { fingeraftryk, emne, gaelderFra, gaelderTil }: Kildecertifikat,
): Statement<never> =>
  sql(
    `INSERT INTO kilde_certifikat (fingeraftryk, kilde_id, emne, gaelder_fra, gaelder_til) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (fingeraftryk) DO NOTHING`,
    [fingeraftryk, kilde, emne ?? null, gaelderFra ?? null, gaelderTil ?? null],
  )

export const deleteCertifikat = (kilde: Uuid, fingeraftryk: Uint8Array): Statement<never> =>
  sql('DELETE FROM kilde_certifikat WHERE kilde_id = $1 AND fingeraftryk = $2', [kilde, fingeraftryk])

export const deleteAndreCertifikater = (kilde: Uuid, fingeraftryk: Uint8Array): Statement<never> =>
  sql('DELETE FROM kilde_certifikat WHERE kilde_id = $1 AND fingeraftryk <> $2', [kilde, fingeraftryk])

/** Touches no row where the source has a key of that name already. */
export const insertNoegle = (kilde: Uuid, { kid, jwk }: Kildenoegle): Statement<never> =>
  sql('INSERT INTO kilde_noegle (kilde_id, kid, jwk) VALUES ($1, $2, $3) ON CONFLICT (kilde_id, kid) DO NOTHING', [
    kilde,
    kid,
    JSON.stringify(jwk),
  ])

export const deleteNoegle = (kilde: Uuid, kid: string): Statement<never> =>
  sql('DELETE FROM kilde_noegle WHERE kilde_id = $1 AND kid = $2', [kilde, kid])

export const insertHaendelse = (kilde: Uuid, { hvad, detaljer, hvem, hvornaar }: Kildehaendelse): Statement<never> =>
  sql('INSERT INTO kilde_haendelse (kilde_id, hvad, detaljer, hvem, hvornaar) VALUES ($1, $2, $3, $4, $5)', [
    kilde,
    hvad,
    JSON.stringify(detaljer),
    hvem,
    hvornaar,
  ])

/** The last steps with the source, newest first. */
export const loadHaendelser = (kilde: Uuid, antal: number): Statement<Kildehaendelse> =>
  sql('SELECT hvad, detaljer, hvem, hvornaar FROM kilde_haendelse WHERE kilde_id = $1 ORDER BY haendelse_id DESC LIMIT $2', [
    kilde,
    antal,
  ])
