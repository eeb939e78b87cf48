import type { CvrNummer, KlePraefiks, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Kilde, Kildelegitimation, KildeMedLegitimation } from './kilde.ts'

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
  hemmelighed_hash: Uint8Array | null
  udviklingsnoegle_hash: Uint8Array | null
  certifikat_hash: Uint8Array | null
}

export const loadKilder = (): Statement<KildeRaekke> =>
  sql(
    `SELECT kilde_id, navn, slags, kommuner, kle, klient_id, rytme_timer, spaerret, hemmelighed_hash, udviklingsnoegle_hash, certifikat_hash
     FROM kilde ORDER BY kilde_id`,
    [],
    'kilde_alle',
  )

export const toKilde = (raekke: KildeRaekke): KildeMedLegitimation => ({
  kilde: {
    id: raekke.kilde_id,
    navn: raekke.navn,
    slags: raekke.slags,
    kommuner: raekke.kommuner,
    kle: raekke.kle,
    klientId: raekke.klient_id ?? undefined,
    rytmeTimer: raekke.rytme_timer,
    spaerret: raekke.spaerret ?? undefined,
  },
  legitimation: {
    hemmelighed: raekke.hemmelighed_hash ?? undefined,
    udviklingsnoegle: raekke.udviklingsnoegle_hash ?? undefined,
    certifikat: raekke.certifikat_hash ?? undefined,
  },
})

/** Adds the source or replaces everything about it but its credentials, of which only those given are replaced. */
export const upsertKilde = (kilde: Kilde, legitimation: Partial<Kildelegitimation>): Statement<never> =>
  sql(
    `INSERT INTO kilde AS k (kilde_id, navn, slags, kommuner, kle, klient_id, rytme_timer, spaerret, hemmelighed_hash, udviklingsnoegle_hash, certifikat_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (kilde_id) DO UPDATE SET navn = excluded.navn, slags = excluded.slags, kommuner = excluded.kommuner, kle = excluded.kle,
       klient_id = excluded.klient_id, rytme_timer = excluded.rytme_timer, spaerret = excluded.spaerret,
       hemmelighed_hash = coalesce(excluded.hemmelighed_hash, k.hemmelighed_hash),
       udviklingsnoegle_hash = coalesce(excluded.udviklingsnoegle_hash, k.udviklingsnoegle_hash),
       certifikat_hash = coalesce(excluded.certifikat_hash, k.certifikat_hash)`,
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
      legitimation.certifikat ?? null,
    ],
  )

/** Blocks the source from `tid`, or lets it in again (null). */
export const setSpaerret = (kilde: Uuid, tid: Tidspunkt | null): Statement<never> =>
  sql('UPDATE kilde SET spaerret = $2 WHERE kilde_id = $1', [kilde, tid])
