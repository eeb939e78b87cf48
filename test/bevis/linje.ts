/** How much is to be shown: the size of every day, or the whole. */
export type Bevisvalg = { readonly fuld: boolean }

/** What a line of evidence saw. */
export type Bevisudfald = {
  readonly ok: boolean
  /** Figures and findings, a sentence each. */
  readonly set: readonly string[]
}

/** One claim, and the way to try it. `run` throws only where the trying itself breaks, which counts as failed. */
export type Bevislinje = {
  /** By which it is chosen: `adskillelse.kanarier`. */
  readonly navn: string
  /** The claim, as one sentence. */
  readonly paastand: string
  readonly run: (valg: Bevisvalg) => Promise<Bevisudfald>
}
