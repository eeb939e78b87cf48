import { type Kontrol, runProgram } from './kontrol.ts'

const program = (navn: string, om: string, kommando: string, ...args: string[]): Kontrol => ({
  navn,
  om,
  run: async (rod) => ({ brud: await runProgram(rod, kommando, args), set: '' }),
})

/** The programs of others, each with its own settings in the root. */
export const typer = program('typer', 'types, on the strictest settings', 'tsc', '-p', '.', '--pretty', 'false')
export const lint = program('lint', 'lint and formatting', 'biome', 'check', '--error-on-warnings', '--max-diagnostics=50')
export const ubrugt = program('ubrugt', 'files, exports and packages that nobody uses', 'knip', '--no-progress')
