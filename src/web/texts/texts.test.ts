import { expect, test } from 'vitest'
import { da } from './da.ts'
import { tekster } from './index.ts'

/** The fixed words for states: never more than the state says. */
test.each([
  ['Opstaaet', 'Vi har oprettet en sag.', 'We have opened a case.'],
  ['Oplyst', 'Vi har oplysningerne og vurderer sagen.', 'We have the information and are assessing the case.'],
  ['Afgjort', 'Vi har truffet en afgørelse. Læs brevet.', 'We have made a decision. Read the letter.'],
  [
    'Afsluttet',
    'Sagen er lukket. Hjælp og udbetalinger kan fortsætte.',
    'The case is closed. Support and payments may continue.',
  ],
] as const)('a case that is %s', (fremdrift, dansk, engelsk) => {
  expect(tekster('da').sag[fremdrift].saetning).toBe(dansk)
  expect(tekster('en').sag[fremdrift].saetning).toBe(engelsk)
})

test('payments and grants are spoken of in the fixed words', () => {
  const { udbetaling, bevilling } = tekster('da')
  expect(udbetaling.planlagt('11.423,50 kr.', 'den 30. oktober 2026')).toBe(
    'Vi forventer at udbetale 11.423,50 kr. den 30. oktober 2026. Beløbet kan ændre sig.',
  )
  expect([
    udbetaling.ikkeGodkendt,
    udbetaling.sendt,
    udbetaling.udbetalt('den 1. maj 2026'),
    udbetaling.rettelse,
    udbetaling.ukendt,
  ]).toEqual([
    'Udbetalingen er ikke godkendt endnu.',
    'Pengene er på vej.',
    'Udbetalt den 1. maj 2026.',
    'Rettelse af tidligere udbetaling.',
    'Vi kender ikke næste udbetaling.',
  ])
  expect([bevilling.aktiv, bevilling.sluttede('den 1. maj 2026')]).toEqual([
    'Du er bevilget denne hjælp.',
    'Bevillingen sluttede den 1. maj 2026.',
  ])
  expect(tekster('en').udbetaling.planlagt('DKK 1.00', 'on 1 May 2026')).toBe(
    'We expect to pay DKK 1.00 on 1 May 2026. The amount may change.',
  )
})

/** Every text by its path; texts that take words are called with them. */
function tekststier(vaerdi: unknown, sti = ''): [string, string][] {
  if (typeof vaerdi === 'string') return [[sti, vaerdi]]
  if (typeof vaerdi === 'function') return [[sti, String((vaerdi as (...ord: string[]) => string)('X', 'Y', 'Z'))]]
  return Object.entries(vaerdi as object).flatMap(([navn, del]) => tekststier(del, `${sti}.${navn}`))
}

test('English has every text, uses the same words in it, and is not the Danish one', () => {
  const dansk = tekststier(da)
  const engelsk = new Map(tekststier(tekster('en')))
  expect([...engelsk.keys()]).toEqual(dansk.map(([sti]) => sti))
  const brugte = (tekst: string) => ['X', 'Y', 'Z'].filter((ord) => new RegExp(`\\b${ord}\\b`).test(tekst)).sort()
  for (const [sti, tekst] of dansk) expect(brugte(engelsk.get(sti) ?? ''), sti).toEqual(brugte(tekst))
  const ens = dansk.filter(([sti, tekst]) => engelsk.get(sti) === tekst).map(([sti]) => sti)
  expect(ens).toEqual(['.tjeneste', '.menu', '.test', '.alert.info'])
})
