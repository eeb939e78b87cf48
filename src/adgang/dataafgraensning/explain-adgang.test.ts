import { expect, test } from 'vitest'
import { cvrNummer, tidspunkt, type Uuid } from '#kernel'
import { createAdgangsverden, faktaFor } from '../../../test/byggere/adgang/vilkaarlig.ts'
import type { Adgangsfakta, Enkeltfakta } from './adgangsfakta.ts'
import { maaKende, maaSe, maaSeNogen } from './afgoer.ts'
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
    // Group by group: nothing stops it exactly where it, as a whole, lets the thing be seen.
    expect(forklaring.grupper.map(({ hindringer }) => hindringer.length === 0)).toEqual(
      grupper.map((gruppe) => maaSe(gruppe, fakta, hvem, nu)),
    )
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

/** What nobody in these worlds has a right to: of no owner, no number and the highest sensitivity, on a list with somebody else. */
const FREMMED: Enkeltfakta = {
  ejer: [{ cvr: cvrNummer('99999999'), virkning: { fra: tidspunkt('2000-01-01T00:00:00.000Z'), til: null } }],
  kle: [{ kle: '99.99.99', virkning: { fra: tidspunkt('2000-01-01T00:00:00.000Z'), til: null } }],
  foelsomhed: [{ foelsomhed: 'VIP_SAGER', virkning: { fra: tidspunkt('2000-01-01T00:00:00.000Z'), til: null } }],
  enheder: [],
  itsystem: '00000000-0000-4000-8000-00000000ffff' as Uuid,
  profil: [{ ref: 'nogen', virkning: { fra: tidspunkt('2000-01-01T00:00:00.000Z'), til: null } }],
}
const medFremmed: Readonly<Record<'sager' | 'bevillinger' | 'effektueringer', (fakta: Adgangsfakta) => Adgangsfakta>> = {
  sager: (fakta) => ({ ...fakta, sager: [...fakta.sager, FREMMED] }),
  bevillinger: (fakta) => ({ ...fakta, bevillinger: [FREMMED, ...fakta.bevillinger] }),
  effektueringer: (fakta) => ({ ...fakta, effektueringer: [...fakta.effektueringer, FREMMED] }),
}

test('that the thing stands on something else, which one may not know of, changes no word', () => {
  const sammenlignet = { sager: 0, bevillinger: 0, effektueringer: 0 }
  for (const { grupper, hvem, nu, fakta } of spoergsmaal)
    for (const led of ['sager', 'bevillinger', 'effektueringer'] as const) {
      // On none at all another rule holds.
      if (fakta[led].length === 0) continue
      const forklaring = explainAdgang(grupper, fakta, hvem, nu)
      expect(explainAdgang(grupper, medFremmed[led](fakta), hvem, nu)).toEqual(forklaring)
      if (forklaring) sammenlignet[led]++
    }
  for (const antal of Object.values(sammenlignet)) expect(antal).toBeGreaterThan(5)
})

test('of a group that lets one see nothing no more is told than that', () => {
  let fundet = 0
  for (const { grupper, hvem, nu, fakta } of spoergsmaal)
    for (const { nr, hindringer } of explainAdgang(grupper, fakta, hvem, nu)?.grupper ?? []) {
      if (grupper[nr - 1]?.systemroller.includes('se')) continue
      expect(hindringer).toHaveLength(1)
      expect(hindringer[0]?.ved).toBe('gruppe')
      fundet++
    }
  expect(fundet).toBeGreaterThan(20)
})

test('owner and list are never what is told: of those the thing is within what one may know of, and they are the same for every group', () => {
  const regler = new Set<string>()
  for (const { grupper, hvem, nu, fakta } of spoergsmaal)
    for (const { hindringer } of explainAdgang(grupper, fakta, hvem, nu)?.grupper ?? [])
      for (const { ved, regel } of hindringer) regler.add(ved === 'gruppe' ? ved : regel)
  expect([...regler].sort()).toEqual(['ENHED', 'FOELSOMHED', 'ITSYSTEM', 'KLE', 'gruppe'])
})
