import { expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { createVerden } from './index.ts'

const verden = createVerden({ seed: 1, borgere: 0, nu: tidspunkt('2026-11-22T12:00:00.000Z') })

test('whom a municipality employs are people of the stories, and a login of theirs is theirs by name', () => {
  const navne = new Map(verden.testpersoner.map(({ cpr, navn }) => [cpr, navn]))
  expect(verden.ansatte.map(({ cpr }) => navne.get(cpr))).toEqual(['Sofie Lindholm', 'Mads Kjærgaard'])
  const [sofie, mads] = verden.ansatte
  const login = verden.sagsbehandlere.find(({ id }) => id === sofie?.medarbejder)
  expect(login).toMatchObject({ navn: 'Sofie Lindholm', kommune: { cvr: sofie?.kommune } })
  expect(mads?.medarbejder).toBeUndefined()
})
