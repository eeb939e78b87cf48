import { afvist, type CvrNummer, ok, type Resultat } from '#kernel'
import {
  type Navnesoegning,
  type Partsnummer,
  type Soegeord,
  toAddressSearch,
  tokenOfCaseNumber,
  tokenOfYear,
  toNameSearch,
} from '#part'
import type { Noegler } from '#platform/crypto'
import type { SoegeAfvisning } from './soegning.errors.ts'
import type { Soegning } from './typer.ts'

/** What was typed, as all that it may mean: a number of eight digits is a company's or a case's. */
export type Soegemaal = {
  readonly numre: readonly Partsnummer[]
  readonly sagsnummer: Soegeord | undefined
  readonly navn: Navnesoegning | undefined
  readonly adresse: readonly Soegeord[] | undefined
  /** Born in one of these years; none is any. */
  readonly aar: readonly Soegeord[]
}

const HOEJST_TEGN = 200

/** Reads what was typed. Pure, and the same for everybody: what is refused here follows from the text alone. */
export function parseSoegning(
  noegler: Noegler,
  kommune: CvrNummer,
  { tekst, foedtFra, foedtTil }: Soegning,
): Resultat<Soegemaal, SoegeAfvisning> {
  if (tekst.length > HOEJST_TEGN) return afvist('FOR_LANG')
  const aar = toYears(foedtFra, foedtTil)
  if (!aar) return afvist('FORKERT_AAR')
  const numre = toNumre(tekst)
  const harTal = /\p{Nd}/u.test(tekst)
  const maal: Soegemaal = {
    numre,
    sagsnummer: harTal ? tokenOfCaseNumber(noegler, kommune, tekst) : undefined,
    // A number alone is nobody's name; companies' names have digits.
    navn: /\p{L}{2}/u.test(tekst) ? toNameSearch(noegler, tekst) : undefined,
    adresse: harTal ? toAddressSearch(noegler, tekst) : undefined,
    aar: aar.map((et) => tokenOfYear(noegler, et)),
  }
  const intet = numre.length === 0 && !maal.sagsnummer && !maal.navn && !maal.adresse
  return intet ? afvist('FOR_KORT') : ok(maal)
}

/** As people write them: with spaces, hyphens and dots of any kind, in full-width digits, with DK before a company's. */
function toNumre(tekst: string): readonly Partsnummer[] {
  const cifre = tekst
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}\p{Cc}\p{Pd}\u2212./]/gu, '')
    .replace(/^(cpr|cvr|dk)(nr)?:?/i, '')
  if (/^\d{10}$/.test(cifre)) return [{ type: 'cpr', nummer: cifre }]
  return /^\d{8}$/.test(cifre) ? [{ type: 'cvr', nummer: cifre }] : []
}

const FOERSTE_AAR = 1850
const SIDSTE_AAR = 2100

function toYears(fra: number | undefined, til: number | undefined): readonly number[] | undefined {
  if (fra === undefined && til === undefined) return []
  const [foerste, sidste] = [fra ?? FOERSTE_AAR, til ?? SIDSTE_AAR]
  const gyldige = [foerste, sidste].every((aar) => Number.isInteger(aar) && aar >= FOERSTE_AAR && aar <= SIDSTE_AAR)
  return gyldige && foerste <= sidste ? Array.from({ length: sidste - foerste + 1 }, (_, i) => foerste + i) : undefined
}
