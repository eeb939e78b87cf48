import type { CvrNummer, Tidspunkt } from '#kernel'
import { createOpsaetning, type KleKonfiguration, KVALITETSKRAV } from '#visning'
import type { KleIndhold } from './indhold.ts'

/**
 * The rule of narrowing: a change may be made by one person, at once, where nothing can appear by it, now or later; everything else takes
 * two. Where it is not certain that nothing appears, it counts as if something did.
 */

/** True where no item, and no more of an item's text, can be shown by `efter` than by `foer`. */
export function isSnaevrere(foer: KleIndhold, efter: KleIndhold): boolean {
  if (!efter.aaben) return true
  return (
    foer.aaben &&
    (foer.juristAabnet || !efter.juristAabnet) &&
    efter.fradato >= foer.fradato &&
    isKunFravalg(foer, efter) &&
    isUdvalgSnaevrere(foer.fagsystemfilter, efter.fagsystemfilter) &&
    isListerSnaevrere(foer, efter) &&
    isTitlerSnaevrere(foer, efter) &&
    isVentetidSnaevrere(foer, efter)
  )
}

const VALG = [
  'visAeldreAktive',
  'visDokumenttitler',
  'visJournalnotater',
  'visYdelser',
  'visUdbetalinger',
  'visAftaler',
] as const satisfies readonly (keyof KleIndhold)[]

const isKunFravalg = (foer: KleIndhold, efter: KleIndhold): boolean => VALG.every((felt) => foer[felt] || !efter[felt])

/** An empty list is all: taking the last one out of it opens for every other. */
const isUdvalgSnaevrere = (foer: readonly string[], efter: readonly string[]): boolean =>
  foer.length === 0 || (efter.length > 0 && efter.every((en) => foer.includes(en)))

/** A list counts only where what it chooses among is shown. */
const isListerSnaevrere = (foer: KleIndhold, efter: KleIndhold): boolean =>
  (!efter.visDokumenttitler || isUdvalgSnaevrere(foer.dokumenttyper, efter.dokumenttyper)) &&
  (!efter.visJournalnotater ||
    (isUdvalgSnaevrere(foer.notatsystemer, efter.notatsystemer) && efter.notatfristDage >= foer.notatfristDage))

/**
 * Of a case KLE's words tell least, whatever else is chosen. Of documents and notes `gennemset` and `alle` alone hold back what nobody has
 * read, so neither may be given up for the other choice. Fewer looks at titles make nothing appear, and take two all the same.
 */
const isTitlerSnaevrere = (foer: KleIndhold, efter: KleIndhold): boolean =>
  (foer.titelvisning !== 'kle' || efter.titelvisning === 'kle') &&
  (!isGennemgangPaakraevet(foer) || isGennemgangPaakraevet(efter)) &&
  KVALITETSKRAV.indexOf(efter.kvalitetskrav) >= KVALITETSKRAV.indexOf(foer.kvalitetskrav) &&
  (efter.kvalitetskrav !== 'stikproeve' || foer.kvalitetskrav !== 'stikproeve' || efter.stikproeve >= foer.stikproeve)

const isGennemgangPaakraevet = ({ titelvisning, kvalitetskrav }: KleIndhold): boolean =>
  titelvisning === 'gennemset' || kvalitetskrav === 'alle'

/**
 * A longer wait hides more, with one exception: a case that is told as it stood before its decision counts as active still, and where older
 * active cases are shown it would appear again.
 */
function isVentetidSnaevrere(foer: KleIndhold, efter: KleIndhold): boolean {
  if (efter.karantaene === foer.karantaene && efter.ventArbejdsdage === foer.ventArbejdsdage) return true
  const laengere = (efter.karantaene || !foer.karantaene) && efter.ventArbejdsdage >= foer.ventArbejdsdage
  return laengere && !efter.visAeldreAktive
}

/**
 * True where one municipality's versions `efter` show nothing, at any time from `nu` on, that `foer` does not. Compared for each prefix that
 * either has, at each instant at which something comes into force: between them nothing changes, and a number without a prefix of its own
 * is decided as the nearest above it.
 */
export function isIndsnaevring(
  foer: readonly KleKonfiguration[],
  efter: readonly KleKonfiguration[],
  kommune: CvrNummer,
  nu: Tidspunkt,
): boolean {
  const [ene, anden] = [createOpsaetning(foer), createOpsaetning(efter)]
  const alle = [...foer, ...efter].filter((version) => version.kommune === kommune)
  const tider = new Set([nu, ...alle.map(({ gaelderFra }) => gaelderFra).filter((tid) => tid > nu)])
  return [...new Set(alle.map(({ kle }) => kle))].every((kle) =>
    [...tider].every((tid) =>
      isVersionSnaevrere(ene.konfigurationFor(kommune, kle, tid), anden.konfigurationFor(kommune, kle, tid)),
    ),
  )
}

/** No version is closed. What the jurist has opened is opened by exactly that number's own version. */
function isVersionSnaevrere(foer: KleKonfiguration | undefined, efter: KleKonfiguration | undefined): boolean {
  if (!efter?.aaben) return true
  if (!foer) return false
  return isSnaevrere(foer, efter) && (!efter.juristAabnet || efter.kle === foer.kle)
}
