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
  /** How the address of a case in it is made (parseSagslink), for employees who go on there; undefined where nobody has said. */
  readonly sagslink?: string | undefined
  /**
   * What the token of this very call leaves of its rights; without one all of them. An item must lie within one of these as a whole: the
   * municipality of one and the number of another are nobody's right.
   */
  readonly afgraensning?: readonly Afgraensning[]
}

/** One group of rights. No municipality or no number is any that the source has. */
export type Afgraensning = { readonly kommuner: readonly CvrNummer[]; readonly kle: readonly KlePraefiks[] }

/** What a source is known by. Of what is secret only hashes are kept; undefined or empty where it has none of the kind. */
export type Kildelegitimation = {
  /** By hashHemmelighed: the secret that a person chose or a generator made. */
  readonly hemmelighed: Uint8Array | undefined
  /** SHA-256 of a development key: 256 random bits, so nothing slower is needed. */
  readonly udviklingsnoegle: Uint8Array | undefined
  readonly certifikater: readonly Kildecertifikat[]
  /** Public keys by which the source signs its client assertions. */
  readonly noegler: readonly Kildenoegle[]
}

/** A certificate that a source may show. What it says of itself is undefined where only its fingerprint was registered. */
export type Kildecertifikat = {
  /** SHA-256 of the certificate (DER). */
  readonly fingeraftryk: Uint8Array
  readonly emne: string | undefined
  readonly gaelderFra: Tidspunkt | undefined
  readonly gaelderTil: Tidspunkt | undefined
}

/** A public key as JWK (RFC 7517), found by `kid`. */
export type Kildenoegle = { readonly kid: string; readonly jwk: Readonly<Record<string, unknown>> }

/** What is registered together with a source; what is left out stays as it is. `certifikat`: the one certificate, by its fingerprint. */
export type NyLegitimation = {
  readonly hemmelighed?: Uint8Array | undefined
  readonly udviklingsnoegle?: Uint8Array | undefined
  readonly certifikat?: Uint8Array | undefined
}

export type KildeMedLegitimation = { readonly kilde: Kilde; readonly legitimation: Kildelegitimation }

/** One step with a source, as it was recorded: what, by whom, when. Holds no secret. */
export type Kildehaendelse = {
  readonly hvad: string
  readonly detaljer: Readonly<Record<string, unknown>>
  readonly hvem: string
  readonly hvornaar: Tidspunkt
}
