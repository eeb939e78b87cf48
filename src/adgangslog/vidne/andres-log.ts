import { afvist, ok, type Resultat } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { readKontrolpunkt } from '../merkle/kontrolpunkt.ts'
import {
  formatNote,
  formatUnderskrift,
  type Note,
  parseNote,
  parseVerifikator,
  signNote,
  type Underskriver,
} from '../merkle/note.ts'
import { TOM_ROD } from '../merkle/trae.ts'
import { type Traehoved, verifyKonsistens } from '../merkle/verificer.ts'
import { parseAnmodning, type Vidneanmodning } from './anmodning.ts'
import { type AndenLog, findAndenLog, findAndenLogAfHash, updateAndenLog } from './vidne.sql.ts'

/** The installation as a witness of others' logs (C2SP tlog-witness): it signs each only where it goes on from what was signed before. */

export type Vidnedeps = { readonly db: Database; readonly clock: Clock; readonly vidne: Underskriver }

export type Medunderskriftsafvisning =
  /** It is not what the specification says a request is. */
  | 'ANMODNING_UGYLDIG'
  /** The installation is no witness of a log of that name. */
  | 'LOG_UKENDT'
  /** The log has not signed it with the key that is known. */
  | 'UNDERSKRIFT_MANGLER'
  /** What was signed before is not the beginning of it. */
  | 'HAENGER_IKKE_SAMMEN'
  /** It is another tree of the very size that was signed last: two logs go by one name. */
  | 'ANDEN_ROD'
  /** It goes on from another size than the one that was signed last: `antal`. */
  | 'ANDEN_STOERRELSE'
export type Medunderskrift = Resultat<string, Medunderskriftsafvisning> & { readonly antal?: number }

const SEKUND_MS = 1_000

/** Signs what `tekst` asks for, and answers the signature's line when it has been kept. Throws DatabaseFejl. */
export async function signAndenLog(deps: Vidnedeps, tekst: string): Promise<Medunderskrift> {
  const anmodning = parseAnmodning(tekst)
  const note = anmodning && parseNote(anmodning.note)
  if (!anmodning || !note?.ok) return afvist('ANMODNING_UGYLDIG')
  const [[log]] = await deps.db.readBatch({ rolle: 'vidne' }, [findAndenLog(note.value.tekst.split('\n', 1)[0] ?? '')])
  const noegle = log?.aktiv ? parseVerifikator(log.noegle) : undefined
  if (!log || !noegle?.ok) return afvist('LOG_UKENDT')
  const nyt = readKontrolpunkt(anmodning.note, noegle.value)
  if (!nyt.ok) return afvist(nyt.afvisning === 'KONTROLPUNKT_UGYLDIGT' ? 'ANMODNING_UGYLDIG' : 'UNDERSKRIFT_MANGLER')
  const holder = check(log, nyt.value.kontrolpunkt, anmodning)
  if (!holder.ok) return { ...holder, antal: log.antal }
  // Of signatures the log's own is kept, and nothing that somebody else has put there.
  const { navn, id } = noegle.value
  const egne = note.value.underskrifter.filter((en) => en.navn === navn && en.id.equals(id))
  return sign(deps, log, nyt.value.kontrolpunkt, { tekst: note.value.tekst, underskrifter: egne })
}

function check(log: AndenLog, nyt: Traehoved, { gammel, bevis }: Vidneanmodning): Resultat<null, Medunderskriftsafvisning> {
  if (gammel > nyt.antal) return afvist('ANMODNING_UGYLDIG')
  if (gammel !== log.antal) return afvist('ANDEN_STOERRELSE')
  // Any tree goes on from the empty one, but there is only one empty one.
  if (nyt.antal === 0 && !nyt.rod.equals(TOM_ROD)) return afvist('HAENGER_IKKE_SAMMEN')
  if (nyt.antal === log.antal && log.rod && !nyt.rod.equals(log.rod)) return afvist('ANDEN_ROD')
  return verifyKonsistens({ antal: log.antal, rod: log.rod ?? TOM_ROD }, nyt, bevis) ? ok(null) : afvist('HAENGER_IKKE_SAMMEN')
}

async function sign({ db, clock, vidne }: Vidnedeps, log: AndenLog, nyt: Traehoved, note: Note): Promise<Medunderskrift> {
  const nu = clock.now()
  const signeret = signNote(note, vidne, Math.floor(Date.parse(nu) / SEKUND_MS))
  const [skrevet, sidste] = await db.transaction({ rolle: 'vidne' }, async (tx) => {
    const antal = await tx.count(updateAndenLog(log, nyt, formatNote(signeret), nu))
    return [antal, (await tx.run(findAndenLog(log.oprindelse)))[0]] as const
  })
  if (skrevet === 0) return { ...afvist('ANDEN_STOERRELSE'), antal: sidste?.antal ?? 0 }
  return ok(signeret.underskrifter.slice(-1).map(formatUnderskrift).join(''))
}

/** The last checkpoint that was signed of the log whose name has that hash (SHA-256, hex). Throws DatabaseFejl. */
export async function readAndenLog(db: Database, hash: string): Promise<string | undefined> {
  const [[log]] = await db.readBatch({ rolle: 'vidne' }, [findAndenLogAfHash(hash)])
  return log?.note ?? undefined
}
