import type { CvrNummer, KlePraefiks, Tidspunkt, Uuid } from '#kernel'

/** A source: one fagsystem that delivers. What identifies it (keys, secrets) is kept apart and never leaves this folder. */
export type Kilde = {
  /** The fagsystem's it-system UUID: what its items name as Master. */
  readonly id: Uuid
  readonly navn: string
  /** The kind of system, as 'esdh' or 'eoj'; its name in words by slagsnavn. */
  readonly slags: string
  /** The municipalities it may deliver for. */
  readonly kommuner: readonly CvrNummer[]
  /** The numbers it may deliver within; none is all. */
  readonly kle: readonly KlePraefiks[]
  readonly klientId: string | undefined
  /** How often a delivery is agreed to come. */
  readonly rytmeTimer: number
  /** Since when it is blocked; undefined where it is not. */
  readonly spaerret: Tidspunkt | undefined
}

/** What a source is known by. Only hashes are kept; undefined where it has none of the kind. */
export type Kildelegitimation = {
  /** By hashHemmelighed: the secret that a person chose or a generator made. */
  readonly hemmelighed: Uint8Array | undefined
  /** SHA-256 of a development key: 256 random bits, so nothing slower is needed. */
  readonly udviklingsnoegle: Uint8Array | undefined
  /** SHA-256 of the certificate (DER): its fingerprint. */
  readonly certifikat: Uint8Array | undefined
}

export type KildeMedLegitimation = { readonly kilde: Kilde; readonly legitimation: Kildelegitimation }
