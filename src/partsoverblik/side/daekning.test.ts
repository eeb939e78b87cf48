import { expect, test } from 'vitest'
import { type Daekning, type KildeDaekning, type Udsagnsgrundlag, udsagnFor } from '#afstemning/daekning'
import { cvrNummer, parseKleMoenster, type Rettighedsgruppe, tidspunkt, uuid } from '#kernel'
import { daekningFor } from './daekning.ts'

const NU = tidspunkt('2026-11-22T10:00:00.000Z')
const KOMMUNE = cvrNummer('11111111')
const kilde = {
  id: uuid('e0000000-0000-4000-8000-00000000000e'),
  navn: 'EOJ',
  slags: 'eoj',
  rytmeTimer: 24,
} as KildeDaekning['kilde']

/** All that there can be is known of the field, but nothing of it is shown to citizens, who have been stopped from seeing it as well. */
const grundlag = (dataFra: string): Udsagnsgrundlag => ({
  aaben: false,
  visesFra: undefined,
  tilsluttede: [
    {
      kilde,
      tilsluttetSiden: tidspunkt('2020-12-01T00:00:00Z'),
      dataFra,
      senesteLivstegn: tidspunkt('2026-11-22T09:00:00Z'),
      afstemt: tidspunkt('2026-11-21T10:00:00Z'),
      bevis: { bevistTil: tidspunkt('2026-11-22T09:30:00Z'), brudt: false, nyeste: undefined },
    } as KildeDaekning,
  ],
  baerende: [],
  forventedeSlags: ['eoj'],
  ikkeTilsluttede: [],
  aabneAfvisninger: 0,
  stoppet: true,
  nu: NU,
  hasVisible: false,
})
const gruppe = (kle: string): Rettighedsgruppe => ({
  kommune: KOMMUNE,
  systemroller: ['se'],
  kle: [parseKleMoenster(kle) ?? '*'] as Rettighedsgruppe['kle'],
  foelsomhed: 'VIP_SAGER',
})
/** What is asked of, and what stands of it. */
function sig(kle: string, dataFra = '0001-01-01') {
  const spurgt: string[] = []
  const daekning = {
    grundlagFor: (felt) => {
      spurgt.push(`${felt.kommune} ${felt.livsomraade}`)
      return grundlag(dataFra)
    },
  } as Pick<Daekning, 'grundlagFor'> as Daekning
  const valg = { kommune: KOMMUNE, grupper: [gruppe(kle)], arter: ['sag'] as const, opsaetning: {} as never, nu: NU }
  return { svar: daekningFor(daekning, valg), spurgt }
}

test('what citizens are shown plays no part: what is known is told though nothing is opened to them, and all is stopped', () => {
  expect(udsagnFor(grundlag('0001-01-01')).udsagn).toBe('ikkeTilsluttet')
  expect(sig('*').svar).toEqual({ bevistTil: tidspunkt('2026-11-22T09:30:00Z'), ikkeTilsluttet: [], forbehold: [] })
})

test('a system that has data from a certain day only proves nothing to those who may see all there has been', () => {
  const { svar } = sig('27.*', '2016-01-01')
  expect(svar.bevistTil).toBeUndefined()
  expect(svar.forbehold.map(({ grunde }) => grunde)).toEqual(svar.forbehold.map(() => ['kunSiden']))
  expect(svar.forbehold.length).toBeGreaterThan(0)
})

test('only the areas are asked of that the rights reach into, in the employee’s own municipality', () => {
  const alle = sig('*').spurgt
  const nogle = sig('28.09.40').spurgt
  expect(nogle.length).toBe(1)
  expect(alle.length).toBeGreaterThan(5)
  expect(alle.every((felt) => felt.startsWith(KOMMUNE))).toBe(true)
})
