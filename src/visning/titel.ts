import type { Art } from '#kernel'
import type { KleKonfiguration } from './fakta.ts'

/** What the checks found in a title: nothing, something to mend, or something that may not be shown. */
export type Titeludfald = 'ren' | 'advaret' | 'blokeret'
/** How far the review by people has come: `rettet` is a text of the reviewer's own, `afvist` that it is not to be shown. */
export type Gennemgangstilstand = 'ingen' | 'venter' | 'godkendt' | 'rettet' | 'afvist'

/** What is known of one exact title text. */
export type Titelvurdering = {
  /** Of the exact text, so that a title that has changed is a new one. */
  readonly hash: string
  readonly udfald: Titeludfald
  /** True where the item itself may be filed wrong and must wait (Visningsfakta.tilbageholdt). */
  readonly tilbageholdt: boolean
  readonly gennemgang: Gennemgangstilstand
  /** The reviewed text, where `gennemgang` is `rettet`. */
  readonly titel?: string | undefined
}

/** Why the safe words stand where the source has a title. KLE_VALGT is the municipality's choice; the others are counted as withheld. */
export type Titelgrund = 'KLE_VALGT' | 'BLOKERET' | 'AFVENTER_GENNEMGANG' | 'AFVIST'

/** Whose words are shown: the source's, the reviewer's, or safe ones that say only what kind of thing it is. */
export type Titelvalg =
  | { readonly slags: 'egen' | 'gennemset'; readonly titel: string }
  | { readonly slags: 'sikker'; readonly grund: Titelgrund }

const sikker = (grund: Titelgrund): Titelvalg => ({ slags: 'sikker', grund })

/**
 * Which title is shown. In this order: the municipality's wish for KLE's words about its cases stands before all, since nobody then needs
 * to have read the title; what a person decided stands before what a check thinks, in both directions; what a check blocked is not shown
 * while it waits; and only then is asked whether a review is demanded that has not been made. No configuration is closed: safe words.
 */
export function chooseTitel(
  { art, titel }: { readonly art: Art; readonly titel: string },
  fund: Titelvurdering,
  konfiguration: KleKonfiguration | undefined,
): Titelvalg {
  if (!konfiguration || (art === 'sag' && konfiguration.titelvisning === 'kle')) return sikker('KLE_VALGT')
  switch (fund.gennemgang) {
    case 'afvist':
      return sikker('AFVIST')
    case 'rettet':
      // A correction without a text says nothing that could be shown, and the source's own was found wanting.
      return fund.titel ? { slags: 'gennemset', titel: fund.titel } : sikker('AFVENTER_GENNEMGANG')
    case 'godkendt':
      return { slags: 'egen', titel }
    case 'venter':
    case 'ingen':
      if (fund.udfald === 'blokeret') return sikker('BLOKERET')
      return isGennemgangPaakraevet(konfiguration) ? sikker('AFVENTER_GENNEMGANG') : { slags: 'egen', titel }
  }
}

/** A sample measures how good the titles are and holds none of them back; that all are looked at, or only reviewed ones shown, does. */
const isGennemgangPaakraevet = ({ titelvisning, kvalitetskrav }: KleKonfiguration): boolean =>
  titelvisning === 'gennemset' || kvalitetskrav === 'alle'
