import { afvist, ok, type Resultat } from '#kernel'
import { type Kontrolpunkt, type Kontrolpunktafvisning, readKontrolpunkt } from './kontrolpunkt.ts'
import { formatNote, parseNote, signNote, type Underskriver, type Verifikator } from './note.ts'
import { TOM_ROD } from './trae.ts'
import { verifyKonsistens } from './verificer.ts'

/** Somebody outside who signs checkpoints, each only where the log has gone on from the one before. */
export type Vidne = {
  readonly log: Verifikator
  readonly underskriver: Underskriver
  /** What the log answers to GET of a path under its address. Throws where it does not. */
  readonly hent: (sti: string) => Promise<string>
}

export type Vidneafvisning =
  | Kontrolpunktafvisning
  /** There are fewer lines than the witness has signed over before. */
  | 'LOGGEN_ER_KORTERE'
  /** What was signed before is not the beginning of what is there now. */
  | 'LOGGEN_ER_AENDRET'

const HASH = 32

/**
 * The log's newest checkpoint with the witness's signature, where it goes on from `sidste`, the note that the witness signed last (undefined: it
 * has signed none, and takes the log as it is). `tid`: seconds since 1970. Throws what `hent` throws.
 */
export async function witness(
  { log, underskriver, hent }: Vidne,
  sidste: string | undefined,
  tid: number,
): Promise<Resultat<{ readonly note: string; readonly antal: number }, Vidneafvisning>> {
  const kendt = sidste === undefined ? undefined : readKontrolpunkt(sidste, log, [underskriver])
  if (kendt && !kendt.ok) return kendt
  const tekst = await hent('/adgangslog/kontrolpunkt')
  const [nyt, note] = [readKontrolpunkt(tekst, log), parseNote(tekst)]
  if (!nyt.ok) return nyt
  if (!note.ok) return afvist('KONTROLPUNKT_UGYLDIGT')
  const foer = kendt?.value.kontrolpunkt ?? { antal: 0, rod: TOM_ROD }
  const { kontrolpunkt } = nyt.value
  if (kontrolpunkt.antal < foer.antal) return afvist('LOGGEN_ER_KORTERE')
  if (!(await goesOn(foer, kontrolpunkt, hent))) return afvist('LOGGEN_ER_AENDRET')
  return ok({ note: formatNote(signNote(note.value, underskriver, tid)), antal: kontrolpunkt.antal })
}

async function goesOn(foer: Pick<Kontrolpunkt, 'antal' | 'rod'>, nyt: Kontrolpunkt, hent: Vidne['hent']): Promise<boolean> {
  const trivielt = foer.antal === 0 || foer.antal === nyt.antal
  const linjer = trivielt ? [] : (await hent(`/adgangslog/konsistens?fra=${foer.antal}&til=${nyt.antal}`)).trim().split('\n')
  const bevis = linjer.map((linje) => Buffer.from(linje, 'base64'))
  return bevis.every(({ length }) => length === HASH) && verifyKonsistens(foer, nyt, bevis)
}
