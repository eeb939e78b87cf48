import { defineConfig } from 'vitest/config'
import { MUTATIONSTESTS } from './scripts/mutation/emner.ts'

const emne = process.env['MUTATIONSEMNE']

/** For mutation runs: the pure tests alone, since each is run hundreds of times and no database is started. */
export default defineConfig({
  test: {
    include: Object.entries(MUTATIONSTESTS).flatMap(([navn, tests]) => (emne === undefined || emne === navn ? tests : [])),
    // Not what is slow: the longest texts of anything, gone through for the time they take, and the whole dictionary.
    exclude: ['**/*.sql.test.ts', '**/fjendtlig.test.ts', '**/ordbog.test.ts'],
    // Each fault has a worker of its own in any case; one more for each test file would cost more than the tests.
    isolate: false,
    testTimeout: 60_000,
  },
})
