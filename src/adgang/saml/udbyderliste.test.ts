import { expect, test } from 'vitest'
import { cvrNummer } from '#kernel'
import { makeNoeglepar } from '#platform/crypto'
import type { Udbyder } from './udbyder.ts'
import { formatUdbydere, udloeberSnart } from './udbyderliste.ts'

const { certifikat } = await makeNoeglepar('idp')
const udbyder: Udbyder = {
  noegle: 'korsbaek',
  navn: 'Korsbæk Kommune',
  entityId: 'https://idp.example',
  cvr: [cvrNummer('11111111')],
  domaener: [],
  svarSigneret: true,
  genbrugLogin: false,
  spoergNiveau: true,
  metadataEfterset: false,
  genhentes: undefined,
  genhentesEfter: undefined,
  certifikater: [certifikat],
  login: 'https://idp.example/login',
  logud: undefined,
  gyldigTil: undefined,
}
const slut = certifikat.validToDate.getTime()
const DAG = 86_400_000

test('an operator sees whom a provider speaks for and how long its certificate is good', () => {
  const linjer = formatUdbydere([udbyder], slut - 40 * DAG - 1)
  expect(linjer).toContain('  taler for   CVR 11111111')
  expect(linjer.join('\n')).toContain('40 dage endnu')
  expect(formatUdbydere([udbyder], slut).join('\n')).toContain('GÆLDER IKKE')
  expect(formatUdbydere([{ ...udbyder, gyldigTil: slut - DAG }], slut).join('\n')).toContain('UDLØBET')
  expect(linjer.join('\n')).toContain('underskriften er ikke efterset')
  expect(linjer.join('\n')).not.toContain('hentet igen')
  expect(formatUdbydere([{ ...udbyder, genhentes: slut - DAG }], slut).join('\n')).toContain('skulle være hentet igen')
})

test('a month before nobody can log in any more, it is told', () => {
  expect(udloeberSnart([udbyder], slut - 31 * DAG)).toEqual([])
  expect(udloeberSnart([udbyder], slut - 29 * DAG)).toEqual(['korsbaek'])
  expect(udloeberSnart([{ ...udbyder, gyldigTil: slut - 20 * DAG }], slut - 40 * DAG)).toEqual(['korsbaek'])
})
