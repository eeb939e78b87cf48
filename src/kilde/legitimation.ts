import { type Afvist, afvist, type Ok, ok } from '#kernel'
import { HOEJST_TEGN, hashNoegle, isHemmelighed, isSammeHash, parseFingeraftryk } from './hemmelighed.ts'
import type { Legitimationsafvisning } from './kilde.errors.ts'
import type { Kilde, Kildelegitimation, KildeMedLegitimation } from './kilde.ts'

/** What a sender shows: one of the three. */
export type Legitimation =
  | { readonly udviklingsnoegle: string }
  | { readonly klientId: string; readonly hemmelighed: string }
  | { readonly certifikatFingeraftryk: string }

export type Legitimationssvar = Ok<Kilde> | Afvist<Legitimationsafvisning>

/** Compared with where no source has the client id, so that an unknown one takes as long as a wrong secret. */
const INGEN = new Uint8Array()

/**
 * Which source is it? Every source is compared with, without stopping at the right one, so that the time tells nothing. Development keys
 * are taken only where `udvikling` is on.
 */
export async function authenticate(
  kilder: readonly KildeMedLegitimation[],
  legitimation: Legitimation,
  udvikling: boolean,
): Promise<Legitimationssvar> {
  if ('udviklingsnoegle' in legitimation) {
    if (!udvikling) return afvist('UDVIKLINGSNOEGLE_IKKE_TILLADT')
    const { udviklingsnoegle } = legitimation
    const hash = isRimelig(udviklingsnoegle) ? hashNoegle(udviklingsnoegle) : undefined
    return byHash(kilder, hash, (kendt) => [kendt.udviklingsnoegle])
  }
  if ('certifikatFingeraftryk' in legitimation)
    return byHash(kilder, parseFingeraftryk(legitimation.certifikatFingeraftryk), ({ certifikater }) =>
      certifikater.map(({ fingeraftryk }) => fingeraftryk),
    )
  return byHemmelighed(kilder, legitimation.klientId, legitimation.hemmelighed)
}

const isRimelig = (text: string): boolean => text.length > 0 && text.length <= HOEJST_TEGN

function byHash(
  kilder: readonly KildeMedLegitimation[],
  hash: Uint8Array | undefined,
  kendte: (legitimation: Kildelegitimation) => readonly (Uint8Array | undefined)[],
): Legitimationssvar {
  if (!hash) return afvist('LEGITIMATION_UKENDT')
  const fundne = kilder.filter(({ legitimation }) => kendte(legitimation).some((kendt) => isSammeHash(hash, kendt)))
  return admit(fundne[0])
}

async function byHemmelighed(
  kilder: readonly KildeMedLegitimation[],
  klientId: string,
  hemmelighed: string,
): Promise<Legitimationssvar> {
  if (!isRimelig(klientId) || !isRimelig(hemmelighed)) return afvist('LEGITIMATION_UKENDT')
  const fundet = kilder.find(({ kilde }) => kilde.klientId === klientId)
  const rigtig = await isHemmelighed(hemmelighed, fundet?.legitimation.hemmelighed ?? INGEN)
  return admit(rigtig ? fundet : undefined)
}

/** That a source is blocked is told only to the one who has shown to be it. */
function admit(fundet: KildeMedLegitimation | undefined): Legitimationssvar {
  if (!fundet) return afvist('LEGITIMATION_UKENDT')
  return fundet.kilde.spaerret === undefined ? ok(fundet.kilde) : afvist('KILDE_SPAERRET')
}
