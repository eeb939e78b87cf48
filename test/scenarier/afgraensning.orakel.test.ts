import { expect, test } from 'vitest'
import { maaKende, maaSe, maaSeNogen } from '#adgang'
import { ARTER, FOELSOMHEDER, type Rettighedsgruppe } from '#kernel'
import { createOrakel, HANDLINGER, type Orakel } from '../byggere/adgang/cedar.ts'
import { createAdgangsverden, faktaFor, type Ting, type Verden } from '../byggere/adgang/vilkaarlig.ts'
import { noterTal } from '../byggere/tal.ts'

/** Decisions by chance, each by the project's rule and by policies written apart from it in Cedar. */

const ANTAL = Number(process.env['BEVIS_AFGOERELSER'] ?? 2_000)
const SEED = Number(process.env['BEVIS_SEED'] ?? 20261122)

/** What the groups would cover if their limits were put together, which is what must not count. */
function foren(grupper: readonly Rettighedsgruppe[]): Rettighedsgruppe | undefined {
  const [foerste] = grupper
  if (!foerste) return undefined
  const samlet = (graense: 'enheder' | 'itsystemer') =>
    grupper.some((en) => en[graense] === undefined) ? {} : { [graense]: grupper.flatMap((en) => en[graense] ?? []) }
  return {
    kommune: foerste.kommune,
    systemroller: grupper.flatMap((en) => en.systemroller),
    kle: grupper.flatMap((en) => en.kle),
    foelsomhed: FOELSOMHEDER.findLast((niveau) => grupper.some((en) => en.foelsomhed === niveau)) ?? foerste.foelsomhed,
    ...samlet('enheder'),
    ...samlet('itsystemer'),
  }
}

/** True where nothing but the groups put together would let the thing be seen. */
function frister({ grupper, hvem, nu }: Verden, fakta: ReturnType<typeof faktaFor>): boolean {
  const samlet = foren(grupper.filter(({ kommune }) => kommune === hvem.kommune))
  return samlet !== undefined && maaSe(samlet, fakta, hvem, nu)
}

type Optaelling = { readonly taeller: (navn: string) => void; readonly tal: (navn: string) => number }

function createOptaelling(): Optaelling {
  const tal = new Map<string, number>()
  return { taeller: (navn) => tal.set(navn, (tal.get(navn) ?? 0) + 1), tal: (navn) => tal.get(navn) ?? 0 }
}

/** Asks about one thing both ways, and gives back where they differ. */
function sammenlign(orakel: Orakel, verden: Verden, ting: Ting, { taeller }: Optaelling): readonly string[] {
  const fakta = faktaFor(verden, ting)
  const { grupper, hvem, nu } = verden
  const svar = { se: maaSeNogen(grupper, fakta, hvem, nu), kende: maaKende(grupper, fakta, hvem, nu) }
  for (const handling of HANDLINGER) taeller(`${handling} ${svar[handling] ? 'ja' : 'nej'}`)
  taeller(`${ting.art} ${svar.se ? 'ja' : 'nej'}`)
  if (!svar.se && frister(verden, fakta)) taeller('fristet')
  if (onBorder(verden, ting)) taeller('paa kant')
  return HANDLINGER.filter((handling) => orakel(verden, ting, handling) !== svar[handling])
}

test(`${ANTAL} decisions of who may see what, and who may know of it, are Cedar’s too`, { timeout: 3_600_000 }, () => {
  const orakel = createOrakel()
  const optaelling = createOptaelling()
  const uenige: string[] = []
  let antal = 0
  for (let seed = SEED; antal < ANTAL; seed++) {
    const verden = createAdgangsverden(seed)
    for (const ting of verden.ting) {
      for (const handling of sammenlign(orakel, verden, ting, optaelling)) uenige.push(`seed ${seed}: ${handling} ${ting.art}`)
      antal += HANDLINGER.length
    }
  }
  fortael(optaelling, antal, uenige.length)
  expect(uenige).toEqual([])
  for (const art of ARTER)
    for (const udfald of ['ja', 'nej'])
      expect(optaelling.tal(`${art} ${udfald}`), `${art} ${udfald}`).toBeGreaterThan(ANTAL / 500)
  expect(optaelling.tal('fristet')).toBeGreaterThan(ANTAL / 500)
})

function fortael({ tal }: Optaelling, antal: number, uenige: number): void {
  const andel = (navn: string, af: number) => `${Math.round((100 * tal(navn)) / af)} %`
  const ting = antal / HANDLINGER.length
  noterTal(
    `${antal} decisions, ${uenige} differ from Cedar’s; ${andel('se ja', ting)} may be seen, ${andel('kende ja', ting)} known of; ` +
      `${andel('fristet', ting)} are refused though the groups put together would let them through; ${andel('paa kant', ting)} are asked at the very instant at which a fact begins or ends`,
  )
  noterTal(ARTER.map((art) => `${art} ${andel(`${art} ja`, tal(`${art} ja`) + tal(`${art} nej`))} seen`).join(', '))
}

const onBorder = ({ nu }: Verden, ting: Ting): boolean =>
  [...ting.ejer, ...ting.kle, ...ting.foelsomhed, ...ting.enheder, ...ting.profil, ...ting.paa].some(
    ({ virkning: { fra, til } }) => fra === nu || til === nu,
  )
