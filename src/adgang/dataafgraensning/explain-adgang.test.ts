import { expect, test } from 'vitest'
import { createAdgangsverden, faktaFor } from '../../../test/byggere/adgang/vilkaarlig.ts'
import { maaKende, maaSeNogen } from './afgoer.ts'
import { explainAdgang } from './explain-adgang.ts'

/** Worlds by number, the same at every run. */
const spoergsmaal = Array.from({ length: 400 }, (_, seed) => createAdgangsverden(seed)).flatMap((verden) =>
  verden.ting.map((ting) => ({ ...verden, ting, fakta: faktaFor(verden, ting) })),
)

test('who may not know that a thing exists is told nothing, and all others why each of their groups lets them see it or not', () => {
  let forklarede = 0
  for (const { grupper, hvem, nu, fakta } of spoergsmaal) {
    const forklaring = explainAdgang(grupper, fakta, hvem, nu)
    expect(forklaring !== undefined).toBe(maaKende(grupper, fakta, hvem, nu))
    if (!forklaring) continue
    forklarede++
    expect(forklaring.maaSe).toBe(maaSeNogen(grupper, fakta, hvem, nu))
    expect(forklaring.grupper.some(({ hindringer }) => hindringer.length === 0)).toBe(forklaring.maaSe)
  }
  expect(forklarede).toBeGreaterThan(spoergsmaal.length / 10)
})

test('the words are sentences in both languages, and say nothing of the thing itself', () => {
  const fundne = new Set<string>()
  for (const { grupper, hvem, nu, fakta } of spoergsmaal)
    for (const { ord } of explainAdgang(grupper, fakta, hvem, nu)?.grupper.flatMap(({ hindringer }) => hindringer) ?? []) {
      expect(ord.da).toMatch(/^[A-ZÆØÅ][^\d_]+\.$/)
      expect(ord.en).toMatch(/^[A-Z][^\d_]+\.$/)
      fundne.add(ord.da)
    }
  expect([...fundne]).toContain('Sagen har et emne (KLE), som rettigheden ikke dækker.')
  expect([...fundne]).toContain('Rettigheden lader dig ikke se indholdet.')
  expect(fundne.size).toBeGreaterThan(12)
})
