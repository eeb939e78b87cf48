import { kontekstFor } from '#adgang'
import { findBesoegt, insertSpoergsmaal, type Laesedeps, readPersondata, type SpoergsmaalRaekke } from '#adgangslog'
import { type Adgangsgrundlag, afvist, newUuid, ok, type Resultat, type Tidspunkt, type Uuid } from '#kernel'
import { danskDag, plusArbejdsdage } from '#platform/clock'
import { type Noegler, open, seal } from '#platform/crypto'
import { toKommune } from '../vis-sag.ts'
import type { Spoergsmaal, SpoergsmaalUdenLinje } from '../visninger.ts'

export type Spoergsmaalsafvisning = 'FINDES_IKKE' | 'TEKST_MANGLER' | 'TEKST_FOR_LANG'

const HOEJST_TEGN = 1_000
/** Where a municipality has not said how soon it answers. */
export const STANDARDFRIST_DAGE = 10

/** What questions and answers are sealed as: for this part, visit and direction alone. */
export const spoergsmaalsmaerke = (slags: 'spoergsmaal' | 'svar', part: Uuid, korrelation: Uuid): string =>
  `borgerblikket/opslagsspoergsmaal ${slags} ${part} ${korrelation}`

type Deps = Laesedeps & { readonly noegler: Pick<Noegler, 'indhold'> }

/**
 * Asks the municipality why somebody at it looked. Once a visit: asked again nothing is changed. FINDES_IKKE for a visit that is not told to this citizen,
 * whether there is one or not. Throws what readPersondata throws, and DatabaseFejl.
 */
export async function stilSpoergsmaal(
  deps: Deps,
  grundlag: Adgangsgrundlag,
  korrelation: Uuid,
  tekst: string,
): Promise<Resultat<undefined, Spoergsmaalsafvisning>> {
  const { part } = grundlag
  if (grundlag.grund !== 'egen') return afvist('FINDES_IKKE')
  if (tekst.trim() === '') return afvist('TEKST_MANGLER')
  if (tekst.length > HOEJST_TEGN) return afvist('TEKST_FOR_LANG')
  const laesning = { formaal: 'seOpslag', hvad: 'opslag' } as const
  const { raekker } = await readPersondata(deps, grundlag, laesning, [findBesoegt(part, korrelation)])
  const [besoegt] = raekker[0]
  if (!besoegt) return afvist('FINDES_IKKE')
  const stillet = deps.clock.now()
  const nyt = {
    id: newUuid(),
    part,
    korrelation,
    kommune: besoegt.kommune,
    besoegt: besoegt.besoegt,
    stillet,
    frist: plusArbejdsdage(danskDag(stillet), besoegt.dage ?? STANDARDFRIST_DAGE),
    tekst: seal(deps.noegler.indhold, tekst.trim(), spoergsmaalsmaerke('spoergsmaal', part, korrelation)),
  }
  await deps.db.writeBatch(kontekstFor(grundlag), [insertSpoergsmaal(nyt)])
  return ok(undefined)
}

/** The citizen's own, by the visit they are about. Throws Forseglingsfejl for one that was sealed by a key that is gone. */
export const openSpoergsmaal = (
  { noegler }: Pick<Deps, 'noegler'>,
  raekker: readonly SpoergsmaalRaekke[],
): ReadonlyMap<Uuid, Spoergsmaal> =>
  new Map(
    raekker.map(({ part_id, korrelation, stillet, frist, tekst, svar, svaret }) => {
      const opened = (slags: 'spoergsmaal' | 'svar', bytes: Buffer) =>
        open(noegler.indhold, bytes, spoergsmaalsmaerke(slags, part_id, korrelation)).toString('utf8')
      return [
        korrelation,
        {
          stillet,
          frist,
          tekst: opened('spoergsmaal', tekst),
          ...(svar && svaret && { svar: { tekst: opened('svar', svar), tid: svaret } }),
        },
      ] as const
    }),
  )

/** Those about visits from before the log goes back to, the newest first: an answer is told though the line that it stood on is gone. */
export const findUdenLinje = (
  raekker: readonly SpoergsmaalRaekke[],
  opened: ReadonlyMap<Uuid, Spoergsmaal>,
  begyndt: Tidspunkt | undefined,
): readonly SpoergsmaalUdenLinje[] =>
  raekker.flatMap(({ korrelation, besoegt, kommune }) => {
    const spoergsmaal = opened.get(korrelation)
    return spoergsmaal && (begyndt === undefined || besoegt < begyndt)
      ? [{ besoegt, kommune: toKommune(kommune), spoergsmaal }]
      : []
  })
