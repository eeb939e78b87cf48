import { afvist, type KleEmne, ok, parseDato, type Resultat } from '#kernel'
import type { LokalAfvisning } from '../klassifikation.errors.ts'
import { type KleUdgave, MAX_TITEL } from './udgave.ts'

/** A number that one municipality has made for itself, in use in `[fra, til)` (YYYY-MM-DD). */
export type LokaltEmne = { readonly nr: KleEmne; readonly titel: string; readonly fra: string; readonly til?: string }

/** One municipality's own numbers. Another municipality's same number is another thing, so the lists are never joined. */
export type LokaleEmner = ReadonlyMap<KleEmne, LokaltEmne>

/**
 * Checks one municipality's list of own numbers. A number that any edition of KLE has or had is refused: the same number would then mean
 * two things. KL reserves intervals for such numbers, but which ones is not public, so the editions themselves are the test.
 */
export function registerLokaleEmner(
  udgaver: readonly KleUdgave[],
  liste: readonly LokaltEmne[],
): Resultat<LokaleEmner, LokalAfvisning> {
  const lokale = new Map<KleEmne, LokaltEmne>()
  for (const emne of liste) {
    const kode = fault(udgaver, lokale, emne)
    if (kode) return afvist({ kode, nr: emne.nr })
    lokale.set(emne.nr, emne)
  }
  return ok(lokale)
}

function fault(
  udgaver: readonly KleUdgave[],
  lokale: LokaleEmner,
  { nr, titel, fra, til }: LokaltEmne,
): LokalAfvisning['kode'] | undefined {
  if (udgaver.some((udgave) => udgave.emner.has(nr))) return 'OPTAGET_AF_KLE'
  if (lokale.has(nr)) return 'DUBLET'
  if (titel.trim() === '' || titel.length > MAX_TITEL) return 'TITEL_MANGLER'
  if (parseDato(fra) === undefined || (til !== undefined && (parseDato(til) === undefined || til <= fra))) return 'UGYLDIG_DATO'
  return undefined
}
