import type { Aabent, En, Felt, Registrering } from './verden.ts'

/** What is said of a field; `bevistTil` in milliseconds. */
export type Sagt = {
  readonly felt: Felt
  readonly udsagn: string
  readonly bevistTil: number | undefined
  readonly forbehold: readonly string[]
}

/** What a source says that it holds for a municipality, by object and when that was registered. */
export type Fortegnelse = ReadonlyMap<number, number>

type Maaske<T> = T | Promise<T>

/** What a history is lived through: the pure parts with a plain stand-in for the tables, or a whole server. Times are milliseconds. */
export type Systemport = {
  stilUr(nu: number): void
  tilslut(kilde: En): Maaske<void>
  /** Takes each registration in, or refuses it. */
  lever(kilde: En, led: readonly Registrering[], udfald: 'taget' | 'afvist'): Maaske<void>
  /** The source says that what stands refused of an object is settled. */
  afgoer(kilde: En, objekt: number): Maaske<void>
  /** The source compares what it holds with the index. Answers which objects differ. */
  afstem(kilde: En, kommune: En, fortegnelse: Fortegnelse, sendt: number): Maaske<readonly number[]>
  livstegn(
    kilde: En,
    kommune: En,
    tegn: { readonly vandmaerke: number; readonly sendt: number; readonly koe: number },
  ): Maaske<void>
  spaer(kilde: En, spaerret: boolean): Maaske<void>
  aabn(aabent: Aabent): Maaske<void>
  forvent(slags: readonly string[]): Maaske<void>
  genlaes(): Maaske<void>
  /** The first citizen's page, in its three steps. `sig` without the others before it says nothing. */
  begynd(): Maaske<void>
  laes(): Maaske<void>
  sig(): Maaske<readonly Sagt[]>
  heleSiden(): Maaske<readonly Sagt[]>
}
