import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'

/** What is known of whether the index holds what a source held for a municipality. Where there is no Bevis nothing is proved. */
export type Bevis = {
  readonly kilde: Uuid
  readonly kommune: CvrNummer
  /** Something came, or was refused, after the proof was made, or there never was one: then nothing is proved now. */
  readonly brudt: boolean
  /** Which of all breaks was its last (readBrudnummer). */
  readonly brudNr: number
  /** As of when the index was last shown equal to the source; set where `brudt` is false. */
  readonly bevistTil: Tidspunkt | undefined
  /** When that was told. */
  readonly bevistModtaget: Tidspunkt | undefined
  /**
   * The newest Tidspunkt of what was kept. From there to `bevistTil` the source's own state was what the index holds now; as of an earlier
   * time it was another. So what several sources prove together holds as of a time that lies in all of their spans.
   */
  readonly nyeste: Tidspunkt | undefined
  /** When it was last reconciled and agreed. */
  readonly afstemt: Tidspunkt | undefined
}

/**
 * A source and a municipality whose proof something touches. `kommune` empty: lines that are kept and counted for none. Undefined: something
 * came that may be about any of the source's municipalities.
 */
export type Beroert = {
  readonly kilde: Uuid
  readonly kommune: string | undefined
  /** How many lines of the source's were kept as new; 0 where it was only touched. */
  readonly antal: number
  /** The newest Tidspunkt among what touched it. */
  readonly nyeste: Tidspunkt | undefined
}
