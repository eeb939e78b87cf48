import { defineConfig } from 'vitest/config'

/** For mutation runs: the pure tests alone, since each is run hundreds of times and no database is started. */
export default defineConfig({
  test: {
    include: [
      'src/visning/**/*.test.ts',
      'src/platform/clock/*.test.ts',
      'src/kvalitet/titeltjek/**/*.test.ts',
      'src/kvalitet/gennemgang/*.test.ts',
    ],
    exclude: ['**/*.sql.test.ts'],
    testTimeout: 60_000,
  },
})
