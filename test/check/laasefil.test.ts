import { expect, test } from 'vitest'
import { checkLaasefil } from '../../scripts/check/laasefil.ts'

const pakke = { dependencies: { a: '1' }, devDependencies: { b: '1' } }
const packages = {
  '': pakke,
  'node_modules/a': { dependencies: { c: '1' }, optionalDependencies: { '@d/linux': '1' } },
  'node_modules/a/node_modules/c': { dependencies: { b: '1' } },
  'node_modules/b': {},
  'node_modules/@d/linux': {},
}

test('a whole lock file passes: what is asked for stands beside the package or above it', () => {
  expect(checkLaasefil({ packages }, pakke)).toEqual([])
})

test('what was left out for another machine is told', () => {
  const { 'node_modules/@d/linux': _, ...uden } = packages
  expect(checkLaasefil({ packages: uden }, pakke)).toEqual(['package-lock.json: @d/linux is missing (for node_modules/a)'])
})

test('a package that stands only within another does not count for the rest', () => {
  const svar = checkLaasefil({ packages: { ...packages, 'node_modules/b': { dependencies: { c: '1' } } } }, pakke)
  expect(svar).toEqual(['package-lock.json: c is missing (for node_modules/b)'])
})

test('a lock file of another package.json is told', () => {
  const svar = checkLaasefil({ packages }, { ...pakke, devDependencies: { b: '2' } })
  expect(svar).toEqual(['package-lock.json: devDependencies are not those of package.json'])
})
