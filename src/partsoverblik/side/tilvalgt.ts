import type { Medarbejdergrundlag, Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { type Borgersyn, borgersynOf, forsoeg, readSammenhaeng, readVisningsvalg } from '#overblik'
import { findKendtePersoner } from '#partsoverblik/soegning'
import { aabn, forklarSkjult } from './aabn.ts'
import type { Besoegende, Overblikdeps } from './deps.ts'
import { type Laest, laesVisningsvalg } from './laes.ts'
import type { Overblikside } from './side.ts'
import type { Skjult } from './skjulte.ts'
import type { Valg } from './valg.ts'
import type { Mangel, Ting } from './visninger.ts'

/** What the page is about, of which the address asks for some in addition. */
type Grund = {
  readonly valg: Valg
  readonly borger: Laest
  readonly ting: readonly Ting[]
  readonly skjulte: readonly Skjult[]
  readonly systemer: ReadonlyMap<Uuid, Kilde>
}

/** What is read only where a tab or an opened thing asks for it: how things stand for the citizen, the family, and the thing itself. */
export async function readTilvalgte(deps: Overblikdeps, hvem: Besoegende, grundlag: Medarbejdergrundlag, grund: Grund) {
  const { valg, borger, ting } = grund
  const aaben = ting.some(({ ref }) => ref === valg.ting)
  const syn = await forsoeg('borgeren', async () =>
    valg.fane === 'borgeren' || aaben ? readBorgersyn(deps, grundlag, borger) : undefined,
  )
  const familie = await forsoeg('familie', async () =>
    valg.fane === 'familie' ? findKendtePersoner(deps, hvem, [...new Set(borger.familie?.map(({ anden }) => anden))]) : undefined,
  )
  const oplukket = await aabnValgt(deps, grundlag, grund, syn.vaerdi)
  return {
    borgersyn: syn.vaerdi,
    familie: familie.vaerdi ?? new Map(),
    aabnet: oplukket.aabnet,
    mangler: [...familie.mangler, ...syn.mangler, ...oplukket.mangler],
  }
}

/** What the address calls: a thing that is seen, or one that may be known of. All else is not there, whatever the reason, and nothing is read for it. */
async function aabnValgt(
  deps: Overblikdeps,
  grundlag: Medarbejdergrundlag,
  { valg, ting: alle, skjulte, systemer }: Grund,
  borgersyn: ReadonlyMap<Uuid, Borgersyn> | undefined,
): Promise<{ readonly aabnet: Overblikside['aabnet']; readonly mangler: readonly Mangel[] }> {
  if (valg.ting === '') return { aabnet: undefined, mangler: [] }
  const ting = alle.find(({ ref }) => ref === valg.ting)
  if (ting) {
    const skabelon = systemer.get(ting.system.id)?.sagslink
    return aabn(deps, grundlag, { ting, alle, skabelon, borger: borgersyn?.get(ting.id) })
  }
  const skjult = skjulte.find(({ ref }) => ref === valg.ting)
  return skjult ? forklarSkjult(deps, grundlag, skjult) : { aabnet: 'findesIkke', mangler: [] }
}

/** How everything stands for the citizen, decided on what the employee sees. Throws where what it follows from cannot be read. */
async function readBorgersyn(deps: Overblikdeps, grundlag: Medarbejdergrundlag, { raekker }: Laest) {
  const sete = raekker.map(({ item_id }) => item_id)
  const [visningsvalg, valgt, ord] = await Promise.all([
    laesVisningsvalg(deps, grundlag, sete),
    deps.opsaetning.current(),
    deps.ordvalg.current(),
  ])
  const nu = deps.clock.now()
  const afgoerelsesgrundlag = {
    nu,
    grund: 'egen' as const,
    alder: undefined,
    opsaetning: valgt,
    ...readVisningsvalg(visningsvalg, []),
    ...readSammenhaeng(raekker, nu),
  }
  return borgersynOf(raekker, afgoerelsesgrundlag, ord)
}
