import type { KeyObject } from 'node:crypto'
import { afvist, ok, type Resultat, type Uuid } from '#kernel'
import type { Database } from '#platform/database'
import type { LukketFelt } from './blad.ts'
import { findFliser, laesNodeAf } from './fliser.ts'
import { laesAf, readFliser } from './forsegl.ts'
import { findBevidnet, findHentedeStoerrelser, findKontrolpunkt, type Linjeraekke } from './forsegling.sql.ts'
import { createUnderskriver, formatVerifikator, parseNote, type Underskriver } from './note.ts'
import { type Hash, inklusionsbevis, konsistensbevis, type LaesNode } from './trae.ts'
import { type Logudtraek, toUdtraek, type Udtraeksperiode } from './udtraek.ts'

/**
 * The log's signer. Its name is the one that the log was begun under, so that it stays the same log when the site's address changes; `navn` is
 * that of a log that has not begun. Throws DatabaseFejl.
 */
export async function openUnderskriver(db: Database, noegle: KeyObject, navn: string): Promise<Underskriver> {
  const note = await readNote(db)
  const laest = note === undefined ? undefined : parseNote(note)
  const begyndt = laest?.ok ? laest.value.tekst.split('\n', 1)[0] : undefined
  return createUnderskriver(begyndt ?? navn, 'note', noegle)
}

/** The newest checkpoint as it was signed; undefined where nothing has been sealed yet. Throws DatabaseFejl. */
export async function readNote(db: Database): Promise<string | undefined> {
  const [[sidste]] = await db.readBatch({ rolle: 'forsegling' }, [findKontrolpunkt()])
  return sidste?.note
}

/** The newest checkpoint that witnesses have signed, with their signatures; undefined where none has. Throws DatabaseFejl. */
export async function readBevidnet(db: Database): Promise<string | undefined> {
  const [[bevidnet]] = await db.readBatch({ rolle: 'forsegling' }, [findBevidnet()])
  return bevidnet?.note
}

/** That the log of `til` lines begins with that of `fra`. Refuses sizes that have not been. Throws DatabaseFejl, and Flisefejl where tiles are gone. */
export const readKonsistens = (db: Database, fra: number, til: number): Promise<Bevissvar> =>
  readBevis(db, til, fra >= 0 && fra <= til, (laes) => konsistensbevis(fra, til, laes))

/** That line `nr`, counted from 1, stands in the log of `til` lines. Refuses and throws as readKonsistens. */
export const readInklusion = (db: Database, nr: number, til: number): Promise<Bevissvar> =>
  readBevis(db, til, nr >= 1 && nr <= til, (laes) => inklusionsbevis(nr - 1, til, laes))

type Bevissvar = Resultat<readonly Hash[], 'STOERRELSE_UKENDT'>

const readBevis = (db: Database, til: number, gyldig: boolean, make: (laes: LaesNode) => readonly Hash[]): Promise<Bevissvar> =>
  db.transaction({ rolle: 'forsegling' }, async (tx) => {
    const [sidste] = await tx.run(findKontrolpunkt())
    if (!gyldig || til > (sidste?.antal ?? 0)) return afvist('STOERRELSE_UKENDT')
    return ok(make(laesNodeAf(laesAf(await readFliser(tx, findFliser(make))))))
  })

/** How many lines have been sealed: what a file that is read afterwards covers at most. Throws DatabaseFejl. */
export async function readForseglet(db: Database): Promise<number> {
  const [[sidste]] = await db.readBatch({ rolle: 'forsegling' }, [findKontrolpunkt()])
  return sidste?.antal ?? 0
}

/**
 * The lines about `part` with the proof of each by the checkpoint of `forseglet` lines, which was there before they were read: so all that it covers are
 * among them. With it goes that the log goes on from the checkpoints of the last files, and from the newest that witnesses have signed. Throws DatabaseFejl, and Flisefejl where tiles are gone.
 */
export const readUdtraek = (
  db: Database,
  underskriver: Underskriver,
  { part, forseglet }: { readonly part: Uuid; readonly forseglet: number },
  raekker: readonly Linjeraekke[],
  aabne: (raekke: Linjeraekke) => readonly LukketFelt[],
  periode: Udtraeksperiode,
): Promise<Logudtraek> =>
  db.transaction({ rolle: 'forsegling' }, async (tx) => {
    const [sidste] = await tx.run(findKontrolpunkt(forseglet))
    const antal = sidste?.antal ?? 0
    const [bevidnet] = await tx.run(findBevidnet(antal))
    const hentede = (await tx.run(findHentedeStoerrelser(part, antal))).map((raekke) => raekke.antal)
    const foer = [...new Set([...hentede, ...(bevidnet ? [bevidnet.antal] : [])])]
    const dem = (laes: LaesNode) => [
      raekker.filter(({ nr }) => nr <= antal).map(({ nr }) => inklusionsbevis(nr - 1, antal, laes)),
      foer.map((fra) => konsistensbevis(fra, antal, laes)),
    ]
    const laes = laesNodeAf(laesAf(await readFliser(tx, findFliser(dem))))
    return toUdtraek(
      raekker,
      {
        noegle: formatVerifikator(underskriver),
        kontrolpunkt: sidste?.note,
        bevidnet: bevidnet?.note,
        antal,
        laes,
        foer,
      },
      aabne,
      periode,
    )
  })
