import { ARTER, type Art } from '#kernel'
import { regelsaetning, type Saetning } from '../afp-regler.ts'
import type { Fund } from '../bedoem.ts'
import type { Afsenderset, Modtagelinje } from './afsenderset.ts'
import type { Begivenhed } from './forloeb.ts'
import { kravFor } from './krav.ts'

/** How far one prescribed event has come. */
export type Begivenhedsresultat = {
  readonly id: string
  readonly person: string
  readonly art: Art
  readonly goer: Saetning
  readonly hint: Saetning
  readonly udfald: Fund['udfald']
  readonly fund: readonly Fund[]
}

export type Afsenderbedoemmelse = {
  readonly begivenheder: readonly Begivenhedsresultat[]
  /** The rules of messages that were broken, and those of the kinds that came which were not. */
  readonly afviste: readonly Fund[]
}

/** What is not right while a kind is refused may follow from the refusal. */
const AFHAENGER: Readonly<Record<Art, readonly Art[]>> = {
  sag: ['sag', 'dokument', 'journalnotat', 'bevilling', 'oekonomiskEffektuering', 'aftale'],
  dokument: ['dokument'],
  journalnotat: ['journalnotat'],
  bevilling: ['bevilling', 'oekonomiskEffektuering'],
  oekonomiskEffektuering: ['oekonomiskEffektuering', 'bevilling'],
  aftale: ['aftale'],
}

/**
 * Judges a sender by what it has delivered of what it was asked to. Pure. A refused line fails its rule and makes what can follow from it
 * not tried, so that one fault is one failure. What has not come is waited for until the run ends (`slut`).
 */
export function bedoemAfsender(forloeb: readonly Begivenhed[], set: Afsenderset, slut: boolean): Afsenderbedoemmelse {
  const ramte = new Set<Art>(set.linjer.filter(isAfvist).flatMap(({ art }) => (art ? AFHAENGER[art] : ARTER)))
  const begivenheder = forloeb.map((begivenhed): Begivenhedsresultat => {
    const fund = bedoemBegivenhed(begivenhed, set, { slut, ramt: ramte.has(begivenhed.art) })
    const { id, person, art, goer, hint } = begivenhed
    return { id, person, art, goer, hint, udfald: udfaldAf(fund), fund }
  })
  return { begivenheder, afviste: bedoemAfvisninger(set.linjer) }
}

const isAfvist = ({ udfald }: Modtagelinje): boolean => udfald === 'afvist'

function bedoemBegivenhed(
  begivenhed: Begivenhed,
  set: Afsenderset,
  { slut, ramt }: { readonly slut: boolean; readonly ramt: boolean },
): readonly Fund[] {
  const svar = kravFor(begivenhed).map(({ regel, svar: spoerg }) => ({ regel, svar: spoerg(set) }))
  const fund = svar.map(({ regel, svar: et }): Fund => {
    if (et === 'holdt') return { regel, udfald: 'bestaaet', hvad: regelsaetning(regel) }
    if (et === 'brudt' && !ramt) return { regel, udfald: 'fejlet', hvad: regelsaetning(regel) }
    return { regel, udfald: 'ikkeProevet', hvad: ramt ? AFVIST_FOERST : VENTER }
  })
  const mangler = svar.some(({ svar: et }) => et === 'mangler') && !svar.some(({ svar: et }) => et === 'brudt')
  // One thing that did not come is one failure, whatever it would have shown.
  return slut && mangler && !ramt ? [...fund, { regel: 'AFP-101', udfald: 'fejlet', hvad: begivenhed.hint }] : fund
}

const AFVIST_FOERST: Saetning = { da: 'Noget er afvist; ret det først.', en: 'Something is refused; correct that first.' }
const VENTER: Saetning = { da: 'Er ikke kommet endnu.', en: 'Has not come yet.' }

function udfaldAf(fund: readonly Fund[]): Fund['udfald'] {
  if (fund.some(({ udfald }) => udfald === 'fejlet')) return 'fejlet'
  return fund.some(({ udfald }) => udfald === 'ikkeProevet') ? 'ikkeProevet' : 'bestaaet'
}

/** Each rule that a line broke, once. A line that was sent right afterwards does not mend it: the next run shows that. */
function bedoemAfvisninger(linjer: readonly Modtagelinje[]): readonly Fund[] {
  const regler = Map.groupBy(linjer.filter(isAfvist), ({ regel }) => regel ?? '')
  return [...regler].flatMap(([regel, [foerste]]): Fund[] =>
    regel === '' || !foerste ? [] : [{ regel, udfald: 'fejlet', hvad: toSaetning(regel, foerste) }],
  )
}

/** The receipt's own sentence and place, so that the vendor reads the same in both. */
function toSaetning(regel: string, { sti, saetning }: Modtagelinje): Saetning {
  const { da, en } = saetning ?? regelsaetning(regel)
  return sti === undefined ? { da, en } : { da: `${sti}: ${da}`, en: `${sti}: ${en}` }
}
