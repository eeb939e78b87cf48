import { expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { fagsystemsager, findDemokilde } from '../verden/index.ts'
import { createHverdag, type Levering } from './hverdag.ts'
import { FAGSYSTEMER } from './systemer.ts'

const nu = tidspunkt('2026-11-22T09:00:00Z')
const DAGE = Array.from({ length: 8 }, (_, i) => `2026-11-${15 + i}`)

/** What a system sends, day by day. */
function lev(navn: string): readonly (readonly Levering[])[] {
  const system = FAGSYSTEMER.find((en) => en.navn === navn)
  if (!system) throw new Error(navn)
  const kilde = findDemokilde(system.somKilde)
  const sager = fagsystemsager({ seed: 1, navn, kilde, skrivemaade: system.vaner.titler, antal: 15, nu })
  const hverdag = createHverdag(system.vaner, sager, nu)
  return DAGE.map((dag) => hverdag.levering(dag, dag === DAGE.at(-1)))
}
type Sagslinje = { readonly art: string; readonly egenskaber?: readonly { readonly titel?: string }[] }
const linjer = (leveringer: readonly Levering[]) => leveringer.flatMap(({ elementer }) => elementer)

test.each(FAGSYSTEMER.map(({ navn }) => navn))('%s sends the same when it lives the same days again', (navn) => {
  expect(lev(navn)).toEqual(lev(navn))
})

test('all each night: one delivery a day, and never fewer items than the day before', () => {
  const dage = lev('Timianhjemmet')
  expect(dage.map((leveringer) => leveringer.length)).toEqual(DAGE.map(() => 1))
  const antal = dage.map((leveringer) => linjer(leveringer).length)
  expect(antal).toEqual([...antal].sort((a, b) => a - b))
  expect(antal.at(-1)).toBeGreaterThan(antal[0] ?? 0)
})

test('only changes: nothing comes twice, and a change of a case names only what is new', () => {
  const alle = linjer(lev('Elmesag').flat())
  expect(new Set(alle.map((linje) => JSON.stringify(linje))).size).toBe(alle.length)
  const aendringer = alle.filter((linje) => 'operation' in linje)
  expect(aendringer.length).toBeGreaterThan(0)
  for (const linje of aendringer) expect(linje).not.toHaveProperty('sagsparter')
  expect(aendringer.some((linje) => 'fremdrift' in linje && (linje.fremdrift?.length ?? 9) < 3)).toBe(true)
})

test('out of order: what is older comes after what is newer; late: nothing of a day comes before two more have gone', () => {
  const omvendt = linjer(lev('Trædestenen')[1] ?? []).map(({ tidspunkt: tid }) => tid)
  expect(new Set(omvendt).size).toBe(2)
  expect(omvendt).toEqual([...omvendt].sort().reverse())
  const sene = lev('Rønnebærmappen')
  expect(sene.slice(0, 2)).toEqual([[], []])
  expect(sene[2]?.length).toBeGreaterThan(0)
})

test('twice: each delivery is sent again under another name; capitals are capitals', () => {
  const leveringer = lev('Rønnebærmappen').flat()
  const igen = leveringer.filter(({ noegle }) => noegle.endsWith('/igen'))
  expect(igen.length).toBe(leveringer.length / 2)
  const sager = (linjer(leveringer) as readonly Sagslinje[]).filter(({ art }) => art === 'sag')
  const titler = sager.flatMap(({ egenskaber = [] }) => egenskaber.map(({ titel }) => titel))
  expect(titler.length).toBeGreaterThan(3)
  for (const titel of titler) expect(titel).toBe(titel?.toLocaleUpperCase('da'))
})

test('a clock ahead stays within the five minutes that are allowed, and what is careless has its mended twin', () => {
  const tider = linjer(lev('Merianlisten').at(-1) ?? []).map((linje) => Date.parse(linje.tidspunkt ?? ''))
  expect(new Set(tider)).toEqual(new Set([Date.parse(nu) + 4 * 60_000]))
  const [sjusket] = lev('Slåensag')
    .flat()
    .filter(({ rettet }) => rettet.length > 0)
  expect(JSON.stringify(sjusket?.elementer)).toContain('(fortsat)')
  expect(JSON.stringify(sjusket?.rettet)).not.toContain('(fortsat)')
})
