import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { findKontrolpunkt, findKontrolpunktPaa, type Kontrolpunktraekke } from '../merkle/forsegling.sql.ts'
import { readKontrolpunkt } from '../merkle/kontrolpunkt.ts'
import { readKonsistens } from '../merkle/log.ts'
import {
  formatUnderskrift,
  parseNote,
  parseVerifikator,
  type Underskriver,
  type Verifikator,
  verifyNote,
} from '../merkle/note.ts'
import { formatAnmodning } from './anmodning.ts'
import { askVidne, readVidnefil, type Vidnekaldssvar } from './kald.ts'
import { insertMedunderskrift, listVidner, type Vidneraekke } from './vidne.sql.ts'

/** Gets witnesses to sign the log's newest checkpoint, as C2SP tlog-witness has it, and takes in what they sign in files. */

export type Indhentningsdeps = { readonly db: Database; readonly clock: Clock; readonly underskriver: Underskriver }

export type Vidneudfald =
  | 'UNDERSKREVET'
  /** It has signed all that there is. */
  | 'INTET_NYT'
  | 'SVAREDE_IKKE'
  /** It is no witness of this log, or does not know the log's key. */
  | 'KENDER_IKKE_LOGGEN'
  /** What it answered is no signature of its own over the checkpoint, or one from a time to come. */
  | 'UNDERSKRIFT_HOLDER_IKKE'
  /** It has signed something that is not the beginning of the log, or more lines than there are: somebody must look. */
  | 'UENIG'

/** One round. What each witness, by its name, answered. Throws DatabaseFejl. */
export async function collectUnderskrifter(deps: Indhentningsdeps): Promise<ReadonlyMap<string, Vidneudfald>> {
  const [vidner, [nyeste]] = await deps.db.readBatch({ rolle: 'forsegling' }, [listVidner(), findKontrolpunkt()])
  if (!nyeste) return new Map()
  const svar = vidner.map(async (raekke) => {
    const vidne = parseVerifikator(raekke.noegle)
    if (!vidne.ok) return [raekke.noegle, 'UNDERSKRIFT_HOLDER_IKKE'] as const
    return [vidne.value.navn, await collect(deps, raekke, vidne.value, nyeste)] as const
  })
  return new Map(await Promise.all(svar))
}

function collect(
  deps: Indhentningsdeps,
  raekke: Vidneraekke,
  vidne: Verifikator,
  nyeste: Kontrolpunktraekke,
): Promise<Vidneudfald> {
  const adresse = new URL(raekke.adresse)
  if (adresse.protocol === 'file:') return takeFil(deps, adresse, raekke, vidne)
  if (raekke.antal === nyeste.antal) return Promise.resolve('INTET_NYT')
  return ask(deps, new URL(`${raekke.adresse}/add-checkpoint`), raekke, vidne, nyeste)
}

const SAMME_IKKE = 409
const HAENGER_IKKE_SAMMEN = 422
const UKENDTE = [403, 404]

async function ask(
  deps: Indhentningsdeps,
  adresse: URL,
  raekke: Vidneraekke,
  vidne: Verifikator,
  nyeste: Kontrolpunktraekke,
): Promise<Vidneudfald> {
  const foerst = await askFra(deps, adresse, raekke.antal ?? 0, nyeste)
  // It has signed another size than we know of: its answer was lost, or it was asked by others. From there it is asked once more.
  const dens = foerst?.status === SAMME_IKKE ? readStoerrelse(foerst.tekst) : undefined
  if (dens !== undefined && dens > nyeste.antal) return 'UENIG'
  const svar = dens === undefined ? foerst : await askFra(deps, adresse, dens, nyeste)
  if (svar?.status === 200) return keep(deps, nyeste.antal, `${nyeste.note}${svar.tekst}`, raekke, vidne)
  // A conflict that names no size is one of roots.
  const andenRod = svar?.status === SAMME_IKKE && readStoerrelse(svar.tekst) === undefined
  if (andenRod || svar?.status === HAENGER_IKKE_SAMMEN) return 'UENIG'
  return svar && UKENDTE.includes(svar.status) ? 'KENDER_IKKE_LOGGEN' : 'SVAREDE_IKKE'
}

async function askFra(
  { db }: Indhentningsdeps,
  adresse: URL,
  gammel: number,
  { antal, note }: Kontrolpunktraekke,
): Promise<Vidnekaldssvar> {
  const bevis = await readKonsistens(db, gammel, antal)
  return bevis.ok ? askVidne(adresse, formatAnmodning({ gammel, bevis: bevis.value, note })) : undefined
}

const readStoerrelse = (tekst: string): number | undefined => (/^(0|[1-9]\d{0,15})\n$/.test(tekst) ? Number(tekst) : undefined)

async function takeFil(deps: Indhentningsdeps, adresse: URL, raekke: Vidneraekke, vidne: Verifikator): Promise<Vidneudfald> {
  const tekst = await readVidnefil(adresse)
  if (tekst === undefined) return 'SVAREDE_IKKE'
  const laest = readKontrolpunkt(tekst, deps.underskriver, [vidne])
  if (!laest.ok) return laest.afvisning === 'ANDEN_LOG' ? 'KENDER_IKKE_LOGGEN' : 'UNDERSKRIFT_HOLDER_IKKE'
  const { antal, rod } = laest.value.kontrolpunkt
  if (antal === raekke.antal) return 'INTET_NYT'
  const [[vores]] = await deps.db.readBatch({ rolle: 'forsegling' }, [findKontrolpunktPaa(antal)])
  const egen = vores && readKontrolpunkt(vores.note, deps.underskriver)
  // The log signed it by its own key, and does not have it.
  if (!egen?.ok || !egen.value.kontrolpunkt.rod.equals(rod)) return 'UENIG'
  return keep(deps, antal, tekst, raekke, vidne)
}

/** A witness whose clock is so far ahead would make lines that come look as if they were there before. */
const HOEJST_FORAN_S = 600
const SEKUND_MS = 1_000

async function keep(
  { db, clock }: Indhentningsdeps,
  antal: number,
  tekst: string,
  { noegle }: Vidneraekke,
  vidne: Verifikator,
): Promise<Vidneudfald> {
  const note = parseNote(tekst)
  const gyldig = note.ok ? verifyNote(note.value, [vidne])?.find(({ art }) => art === 'vidne') : undefined
  const linje = note.ok ? note.value.underskrifter.find(({ navn, id }) => navn === vidne.navn && id.equals(vidne.id)) : undefined
  const senest = Date.parse(clock.now()) / SEKUND_MS + HOEJST_FORAN_S
  if (!linje || !gyldig?.tid || gyldig.tid > senest) return 'UNDERSKRIFT_HOLDER_IKKE'
  await db.transaction({ rolle: 'forsegling' }, (tx) =>
    tx.run(insertMedunderskrift(antal, noegle, formatUnderskrift(linje), gyldig.tid ?? 0)),
  )
  return 'UNDERSKREVET'
}
