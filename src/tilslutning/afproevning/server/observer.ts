import { grundlagForDrift, operatoerFor } from '#adgang'
import type { CprNummer, Tidspunkt, Uuid } from '#kernel'
import { type Proeveting, seTilAfproevning } from '#overblik'
import { findPerson } from '#part'
import type { Noegler } from '#platform/crypto'
import { traekPerson } from '../klargoer.ts'
import type { Afsenderset, Modtagelinje } from './afsenderset.ts'
import type { Personbogstav } from './forloeb.ts'
import { type LinjeRaekke, listHeleAfvisninger, listLinjer, listRegistreringstider } from './observation.sql.ts'

export type Observationsdeps = Parameters<typeof seTilAfproevning>[0] & { readonly noegler: Noegler }

const OPERATOER = operatoerFor('afproevning')
const FORMAAL = 'Afprøvning af et fagsystem med opdigtede personer'
const BOGSTAVER: readonly Personbogstav[] = ['A', 'B', 'C', 'D', 'E']

/** The fictive persons of a run, by letter. */
export const personerFor = (koersel: Uuid): Readonly<Record<Personbogstav, CprNummer>> =>
  Object.fromEntries(BOGSTAVER.map((bogstav) => [bogstav, traekPerson(koersel, `server ${bogstav}`)])) as Record<
    Personbogstav,
    CprNummer
  >

/** Sees what the source has delivered since the run began: its receipts, and what the index holds of the run's persons. Throws DatabaseFejl, Logfejl. */
export async function observerAfsender(
  deps: Observationsdeps,
  koersel: { readonly id: Uuid; readonly kilde: Uuid; readonly startet: Tidspunkt; readonly kle: string },
): Promise<Afsenderset> {
  const { kilde, startet } = koersel
  const [linjer, hele, tider] = await deps.db.readBatch({ rolle: 'modtagelse' }, [
    listLinjer(kilde, startet),
    listHeleAfvisninger(kilde, startet),
    listRegistreringstider(kilde, startet),
  ])
  const personer = personerFor(koersel.id)
  // A run that was long ago may have drawn the same person: only what was sent in this one counts.
  const sendte = new Set([...linjer.map(({ objekt_id }) => objekt_id), ...tider.map(({ objekt_id }) => objekt_id)])
  const ting = await Promise.all(
    BOGSTAVER.map(async (en): Promise<readonly [Personbogstav, readonly Proeveting[]]> => {
      const alle = await seTing(deps, koersel, personer[en])
      return [en, alle.filter(({ id }) => sendte.has(id))]
    }),
  )
  return {
    nu: deps.clock.now(),
    kle: koersel.kle,
    linjer: [...linjer, ...hele].map(toLinje),
    registreringer: tider.map(({ objekt_id: objekt, ...tid }) => ({ objekt, ...tid })),
    personer: Object.fromEntries(ting) as unknown as Afsenderset['personer'],
  }
}

/** Nobody has been delivered of before anything is. Of another source's items about the same person nothing is told. */
async function seTing(
  deps: Observationsdeps,
  koersel: { readonly id: Uuid; readonly kilde: Uuid },
  cpr: CprNummer,
): Promise<readonly Proeveting[]> {
  const part = await findPerson(deps.db, deps.noegler, cpr)
  if (!part) return []
  const grundlag = grundlagForDrift({ operatoer: OPERATOER, part, formaal: FORMAAL })
  if (!grundlag.ok) throw new TypeError('The purpose of the compliance test is one')
  const ting = await seTilAfproevning(deps, grundlag.value, koersel.id)
  return ting.filter(({ kilde }) => kilde === koersel.kilde)
}

const toLinje = ({ objekt_id, art, udfald, regel, sti, da, en }: LinjeRaekke): Modtagelinje => ({
  objekt: objekt_id ?? undefined,
  art: art ?? undefined,
  udfald,
  regel: regel ?? undefined,
  sti: sti || undefined,
  saetning: da && en ? { da, en } : undefined,
})
