import { afvist, type KleEmne, ok, parseKleEmne, type Resultat, type Uuid } from '#kernel'
import { type ImportAfvisning, importAfvisning, type Sted } from '../klassifikation.errors.ts'

/** An emne as one edition of KLE states it. */
export type KleOpslag = {
  readonly nr: KleEmne
  readonly titel: string
  readonly uuid?: Uuid
  /** The first day (YYYY-MM-DD) on which the number is no longer in use, where the edition names one. */
  readonly udgaar?: string
  /** The numbers that KL names in its place. */
  readonly afloestAf: readonly string[]
  /** BevaringJaevnfoerArkivloven: B to be kept, K to be discarded, K5 and K10 after so many years. */
  readonly bevaring?: 'B' | 'K' | 'K5' | 'K10'
  /** SletningJaevnfoerPersondataloven: ISO 8601 duration counted from the closing of the case. */
  readonly sletning?: string
  readonly stikord: readonly string[]
}

/** A hovedgruppe (NN) or gruppe (NN.NN); some sources know the numbers without the titles. */
export type KleOverskrift = { readonly nr: string; readonly titel?: string; readonly uuid?: Uuid; readonly udgaar?: string }

/** One edition of KLE. Editions are kept side by side: a case's number is read in the edition of its own day. */
export type KleUdgave = {
  /** YYYY-MM-DD */
  readonly udgivet: string
  readonly kilde: string
  /** True where the edition holds only some of KLE: then a number's absence says nothing about the number. */
  readonly uddrag: boolean
  readonly hovedgrupper: ReadonlyMap<string, KleOverskrift>
  readonly grupper: ReadonlyMap<string, KleOverskrift>
  readonly emner: ReadonlyMap<KleEmne, KleOpslag>
}

/** KLE has 2,390 emner in 2026; ten times that is something else. */
export const MAX_NUMRE = 20_000
export const MAX_TITEL = 500

/** The first day after the year in which KL says that a number ends ("udgår 2026"). KL gives no day, so the whole year counts as in use. */
export const udgaarEfterAar = (aar: string): string => `${Number(aar) + 1}-01-01`

const UDGAAR_NOTE = /\s*\[udgår (\d{4})\]$/

/** Splits OS2KLE's note of the year of end from a title. */
export function splitUdgaar(titel: string): { readonly titel: string; readonly udgaar?: string } {
  const aar = UDGAAR_NOTE.exec(titel)?.[1]
  return aar === undefined ? { titel } : { titel: titel.replace(UDGAAR_NOTE, ''), udgaar: udgaarEfterAar(aar) }
}

type Plads = 'hovedgrupper' | 'grupper'
const FORM: { readonly [P in Plads]: RegExp } = { hovedgrupper: /^\d{2}$/, grupper: /^\d{2}\.\d{2}$/ }

/**
 * Collects an edition and refuses what cannot be one: bad and repeated numbers, missing titles, too many. The three importers share it,
 * so that the same edition from different files is the same value. Every method answers a refusal or undefined.
 */
export class UdgaveBygger {
  private readonly hovedgrupper = new Map<string, KleOverskrift>()
  private readonly grupper = new Map<string, KleOverskrift>()
  private readonly emner = new Map<KleEmne, KleOpslag>()

  addOverskrift(plads: Plads, overskrift: KleOverskrift, sted: Sted): ImportAfvisning | undefined {
    const { nr } = overskrift
    if (!FORM[plads].test(nr)) return importAfvisning('UGYLDIGT_NUMMER', nr, sted)
    if (this[plads].has(nr)) return importAfvisning('DUBLET', nr, sted)
    if (overskrift.titel !== undefined && !isTitel(overskrift.titel)) return importAfvisning('TITEL_MANGLER', nr, sted)
    if (this[plads].size >= MAX_NUMRE) return importAfvisning('FOR_MANGE', String(MAX_NUMRE), sted)
    this[plads].set(nr, overskrift)
    return undefined
  }

  addEmne(opslag: Omit<KleOpslag, 'nr'> & { readonly nr: string }, sted: Sted): ImportAfvisning | undefined {
    const nr = parseKleEmne(opslag.nr)
    if (!nr) return importAfvisning('UGYLDIGT_NUMMER', opslag.nr, sted)
    if (this.emner.has(nr)) return importAfvisning('DUBLET', nr, sted)
    if (!isTitel(opslag.titel)) return importAfvisning('TITEL_MANGLER', nr, sted)
    if (this.emner.size >= MAX_NUMRE) return importAfvisning('FOR_MANGE', String(MAX_NUMRE), sted)
    this.emner.set(nr, { ...opslag, nr })
    return undefined
  }

  /** The edition, with a gruppe and hovedgruppe for every emne, titled after their "… i almindelighed" where the file has no titles. */
  finish(udgivet: string, kilde: string, uddrag = false): Resultat<KleUdgave, ImportAfvisning> {
    if (this.emner.size === 0) return afvist(importAfvisning('INGEN_EMNER'))
    for (const nr of this.emner.keys()) {
      this.complete('grupper', nr.slice(0, 5), `${nr.slice(0, 5)}.00`)
      this.complete('hovedgrupper', nr.slice(0, 2), `${nr.slice(0, 2)}.00.00`)
    }
    return ok({ udgivet, kilde, uddrag, hovedgrupper: this.hovedgrupper, grupper: this.grupper, emner: this.emner })
  }

  private complete(plads: Plads, nr: string, almindelighed: string): void {
    const kendt = this[plads].get(nr)
    if (kendt?.titel !== undefined) return
    const generel = parseKleEmne(almindelighed)
    const titel = generel && this.emner.get(generel)?.titel.replace(/ i almindelighed$/, '')
    this[plads].set(nr, { ...kendt, nr, ...(titel === undefined ? {} : { titel }) })
  }
}

const isTitel = (titel: string): boolean => titel.trim() !== '' && titel.length <= MAX_TITEL
