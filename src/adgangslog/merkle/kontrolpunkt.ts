import { afvist, ok, type Resultat } from '#kernel'
import { readBase64 } from './base64.ts'
import { formatNote, type Gyldig, parseNote, signNote, type Underskriver, type Verifikator, verifyNote } from './note.ts'
import type { Traehoved } from './verificer.ts'

/** Checkpoints: a tree's head with the log's name, signed (C2SP tlog-checkpoint). */

export type Kontrolpunkt = Traehoved & {
  /** The log's name, the same for as long as it goes on. */
  readonly oprindelse: string
}

/** A checkpoint that the log has signed, and the witnesses who have. */
export type Verificeret = { readonly kontrolpunkt: Kontrolpunkt; readonly vidner: readonly Gyldig[] }

export type Kontrolpunktafvisning =
  /** It is no checkpoint. */
  | 'KONTROLPUNKT_UGYLDIGT'
  /** It is of another log. */
  | 'ANDEN_LOG'
  /** The log has not signed it, or a signature does not hold. */
  | 'UNDERSKRIFT_MANGLER'

const HASH = 32
const HOVED = /^([^\n]{1,200})\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n/

/** The text of a checkpoint with the log's signature. */
export function signKontrolpunkt({ oprindelse, antal, rod }: Kontrolpunkt, log: Underskriver): string {
  const tekst = `${oprindelse}\n${antal}\n${rod.toString('base64')}\n`
  return formatNote(signNote({ tekst, underskrifter: [] }, log, 0))
}

/** Reads a checkpoint that `log` has signed; `vidner` are the witnesses whose keys are known. Trusts nothing else in it. */
export function readKontrolpunkt(
  tekst: string,
  log: Verifikator,
  vidner: readonly Verifikator[] = [],
): Resultat<Verificeret, Kontrolpunktafvisning> {
  const note = parseNote(tekst)
  const hoved = note.ok ? HOVED.exec(note.value.tekst) : null
  if (!note.ok || !hoved) return afvist('KONTROLPUNKT_UGYLDIGT')
  const [, oprindelse = '', antal = '', rod = ''] = hoved
  const linjer = note.value.tekst.slice(0, -1).split('\n')
  // Lines that others add to a checkpoint are never empty; one that is would part the note elsewhere.
  if (!Number.isSafeInteger(Number(antal)) || linjer.includes('')) return afvist('KONTROLPUNKT_UGYLDIGT')
  const hash = readBase64(rod, HASH)
  if (!hash) return afvist('KONTROLPUNKT_UGYLDIGT')
  if (oprindelse !== log.navn) return afvist('ANDEN_LOG')
  const gyldige = verifyNote(note.value, [log, ...vidner])
  // A log's signature is no witness's, whatever names they go by, and a witness's is not the log's.
  if (!gyldige?.some(({ navn, art }) => navn === log.navn && art === 'note')) return afvist('UNDERSKRIFT_MANGLER')
  return ok({
    kontrolpunkt: { oprindelse, antal: Number(antal), rod: hash },
    vidner: gyldige.filter(({ art }) => art === 'vidne'),
  })
}
