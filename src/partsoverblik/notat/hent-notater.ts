import { grundlagForKilde, kontekstForKilde } from '#adgang'
import { type Laesedeps, readForKilde } from '#adgangslog'
import { afvist, isUnderPraefiks, type Kildegrundlag, ok, type Resultat, type Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { type Noegler, open } from '#platform/crypto'
import { findTilKilde, type Hentet, listVentende, moveNotat, noteSpurgt, type Ventende } from './hent.sql.ts'
import type { Notatindhold } from './notat.ts'
import { notataad } from './skriv-notat.ts'
import { type Afvisningsgrund, step } from './tilstand.ts'

export type Hentedeps = Laesedeps & { readonly noegler: Noegler }

/** What a system is told of a note before it fetches it: where it belongs, and nothing of it. */
export type Notathenvisning = Pick<Ventende, 'notat_id' | 'sag_id' | 'kommune' | 'kle' | 'skrevet' | 'tilstand'>
export type Notatside = { readonly notater: readonly Notathenvisning[]; readonly sidste: Ventende | undefined }
export type HentetNotat = Omit<Hentet, 'indhold'> & { readonly indhold: Notatindhold }

/** Is the note within what the source may read now? Its municipality and its number must lie in one and the same right. */
const mayFetch = ({ rettigheder }: Kildegrundlag, { kommune, kle }: Ventende): boolean =>
  rettigheder.some(
    (ret) =>
      ret.kommuner.includes(kommune) && (ret.kle.length === 0 || ret.kle.some((praefiks) => isUnderPraefiks(kle, praefiks))),
  )

/**
 * What waits for a source, oldest first, and notes that it asks. Nothing of what a note says is in it, so nobody's log tells of it; the note itself
 * is fetched one by one. Throws DatabaseFejl.
 */
export async function listTilKilde(
  { db, clock }: Hentedeps,
  kilde: Kilde,
  efter: { readonly skrevet: string; readonly id: string },
  antal: number,
): Promise<Notatside> {
  const grundlag = grundlagForKilde(kilde)
  const kontekst = kontekstForKilde(grundlag)
  await db.transaction(kontekst, (tx) => tx.run(noteSpurgt(kilde.id, clock.now())))
  const [raekker] = await db.readBatch(kontekst, [listVentende(kilde.id, efter, antal + 1)])
  const side = raekker.slice(0, antal)
  return {
    notater: side.filter((raekke) => mayFetch(grundlag, raekke)),
    sidste: raekker.length > antal ? side.at(-1) : undefined,
  }
}

/**
 * A note for the source's own case, with its text. Fetching changes nothing: a system that loses the answer fetches again, until it says that it
 * has the note. Refused alike: another's, one that never was, and one whose text is not kept any more. Throws as readForKilde, and Forseglingsfejl.
 */
export async function fetchNotat(deps: Hentedeps, kilde: Kilde, id: Uuid): Promise<Resultat<HentetNotat, 'FINDES_IKKE'>> {
  const grundlag = grundlagForKilde(kilde)
  return readForKilde<Resultat<HentetNotat, 'FINDES_IKKE'>>(deps, grundlag, { hvad: 'notat', objekt: id }, async (laeser) => {
    const [[raekke]] = await laeser.read([findTilKilde(kilde.id, id)])
    if (!raekke?.indhold || !mayFetch(grundlag, raekke)) return { svar: afvist('FINDES_IKKE'), parter: new Map() }
    const { indhold: forseglet, ...resten } = raekke
    const tekst = open(deps.noegler.indhold, forseglet, notataad(id, raekke.sag_id, raekke.kommune)).toString('utf8')
    return { svar: ok({ ...resten, indhold: JSON.parse(tekst) as Notatindhold }), parter: new Map([[raekke.part_id, 1]]) }
  })
}

/** What a system says of a note that it has fetched. */
export type Notatkvittering =
  | { readonly udfald: 'modtaget' }
  | { readonly udfald: 'afvist'; readonly grund: Afvisningsgrund; readonly tekst: string }

/**
 * The system has kept the note, or will not have it. Said twice it counts once. Refused where the note does not stand where that can be said.
 * Throws DatabaseFejl.
 */
export async function acknowledge(
  { db, clock }: Pick<Hentedeps, 'db' | 'clock'>,
  kilde: Kilde,
  id: Uuid,
  kvittering: Notatkvittering,
): Promise<Resultat<true, 'FINDES_IKKE' | 'TILSTAND_PASSER_IKKE'>> {
  const grundlag = grundlagForKilde(kilde)
  return db.transaction(kontekstForKilde(grundlag), async (tx) => {
    const [raekke] = await tx.run(findTilKilde(kilde.id, id))
    if (!raekke || !mayFetch(grundlag, raekke)) return afvist('FINDES_IKKE')
    const naeste = step(raekke.tilstand, kvittering.udfald)
    if (!naeste.ok) return naeste
    if (naeste.value === raekke.tilstand) return ok(true)
    const afvisning = kvittering.udfald === 'afvist' ? kvittering : undefined
    const flyttet = await tx.run(moveNotat(kilde.id, id, raekke.tilstand, naeste.value, clock.now(), afvisning))
    return flyttet.length > 0 ? ok(true) : afvist('TILSTAND_PASSER_IKKE')
  })
}
