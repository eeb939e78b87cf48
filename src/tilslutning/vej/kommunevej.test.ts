import { expect, test } from 'vitest'
import { newUuid, tidspunkt } from '#kernel'
import { decideKommune } from './decide-kommune.ts'
import type { Person } from './haendelse.ts'
import { type Kommunefakta, type Kommuneskridt, kommunevej } from './kommunevej.ts'
import { AFTALE, KOMMUNE, PERSONER } from './vej.bygger.ts'

const P = PERSONER
const FAKTA: Kommunefakta = { projektansvarlige: 2, fagsystemansvarlige: 1, henvendelsessteder: 1 }
const forslag = newUuid()
const vejEfter = (...skridt: readonly (readonly [Kommuneskridt, Person])[]) =>
  kommunevej(
    KOMMUNE,
    skridt.map(([data, af], i) => ({ nr: i + 1, tid: tidspunkt('2026-01-06T10:00:00Z'), af, data })),
  )
const NOTERET = [{ type: 'databehandleraftaleNoteret', ...AFTALE }, P.projektansvarlig] as const
const FORESLAAET = [{ type: 'foreslaaet', forslag, hvad: 'klar' }, P.projektansvarlig] as const
const noter = { type: 'noterDatabehandleraftale', ...AFTALE } as const
const bekraeft = { type: 'bekraeft', forslag } as const

const svar = (...[vej, person, kommando, fakta]: Parameters<typeof decideKommune>): string => {
  const udfald = decideKommune(vej, person, kommando, fakta)
  return udfald.ok ? udfald.value.type : udfald.afvisning
}

test('a municipality is ready when the agreement, the roles and the contact points stand, and two persons say so', () => {
  const vej = vejEfter(NOTERET, FORESLAAET, [{ type: 'bekraeftet', forslag }, P.drift])
  expect(vej.klar).toBe('2026-01-06T10:00:00.000Z')
  expect(svar(vejEfter(NOTERET, FORESLAAET), P.projektansvarlig, bekraeft, FAKTA)).toBe('KRAEVER_TO')
  expect(svar(vejEfter(NOTERET, FORESLAAET), P.andenProjektansvarlig, bekraeft, FAKTA)).toBe('bekraeftet')
  expect(svar(vejEfter(NOTERET, FORESLAAET), P.drift, bekraeft, FAKTA)).toBe('bekraeftet')
})

test.each([
  [vejEfter(), FAKTA, 'DATABEHANDLERAFTALE_MANGLER'],
  [vejEfter(NOTERET), { ...FAKTA, projektansvarlige: 1 }, 'ROLLER_MANGLER'],
  [vejEfter(NOTERET), { ...FAKTA, fagsystemansvarlige: 0 }, 'ROLLER_MANGLER'],
  [vejEfter(NOTERET), { ...FAKTA, henvendelsessteder: 0 }, 'KONTAKTER_MANGLER'],
  [vejEfter(NOTERET), FAKTA, 'foreslaaet'],
] as const)('what is missing is named', (vej, fakta, ventet) => {
  expect(svar(vej, P.projektansvarlig, { type: 'foreslaaKlar' }, fakta)).toBe(ventet)
})

test('what has gone since it was asked for stops the confirmation', () => {
  expect(svar(vejEfter(NOTERET, FORESLAAET), P.drift, bekraeft, { ...FAKTA, henvendelsessteder: 0 })).toBe('KONTAKTER_MANGLER')
})

test("nobody else takes the municipality's steps", () => {
  for (const person of [P.leverandoer, P.andenKommune, P.analytiker, P.fagsystemansvarlig]) {
    expect(svar(vejEfter(), person, noter, FAKTA)).toBe('IKKE_DIN_ROLLE')
    expect(svar(vejEfter(NOTERET), person, { type: 'foreslaaKlar' }, FAKTA)).toBe('IKKE_DIN_ROLLE')
    expect(svar(vejEfter(NOTERET, FORESLAAET), person, bekraeft, FAKTA)).toBe('IKKE_DIN_ROLLE')
  }
  expect(svar(vejEfter(), P.drift, { type: 'foreslaaKlar' }, FAKTA)).toBe('IKKE_DIN_ROLLE')
})
