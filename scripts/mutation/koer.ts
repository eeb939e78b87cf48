import { Stryker } from '@stryker-mutator/core'
import { MUTATIONSEMNER, type Mutationsnavn } from './emner.ts'

/** A fault that was put into a file and that no test noticed. */
export type Overlevende = { readonly fil: string; readonly linje: number; readonly hvad: string }

export type Mutationsudfald = {
  readonly antal: number
  readonly fanget: number
  /** Share that some test noticed, of those that compile and can be reached, 0-100. */
  readonly procent: number
  readonly overlevende: readonly Overlevende[]
}

export type Mutationsvalg = {
  readonly emne: Mutationsnavn
  /** Instead of all the subject's files: paths or patterns of some of them. */
  readonly filer?: readonly string[] | undefined
  readonly samtidige?: number | undefined
}

const FANGET = new Set(['Killed', 'Timeout'])
const TAELLER = new Set(['Killed', 'Timeout', 'Survived', 'NoCoverage'])

/**
 * Puts one fault after another into the subject's rules and runs its tests against each (Stryker, with its vitest runner). Works in a copy
 * of the tree that is removed again. Throws where the tests fail without any fault.
 */
export async function runMutation({ emne, filer, samtidige = 2 }: Mutationsvalg): Promise<Mutationsudfald> {
  const stryker = new Stryker({
    mutate: [...(filer ?? MUTATIONSEMNER[emne]), '!**/*.test.ts', '!**/*.{naiv,bygger,vilkaarlig,testdata,data}.ts'],
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutation.config.ts', related: false },
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
    coverageAnalysis: 'perTest',
    concurrency: samtidige,
    ignorePatterns: ['data', 'klient/dist', 'docs', 'test/maaling'],
    tempDirName: '.borgerblikket/mutation',
    // TypeScript 7 has no longer the function that Stryker rewrites a tsconfig with; there is nothing to rewrite, so it is shown none.
    tsconfigFile: 'ingen',
    reporters: ['progress-append-only'],
    // On a busy machine a slow test must not pass for one that never ends.
    timeoutMS: 40_000,
    logLevel: 'error' as NonNullable<ConstructorParameters<typeof Stryker>[0]['logLevel']>,
    allowEmpty: false,
  })
  const mutanter = (await stryker.runMutationTest()).filter(({ status }) => TAELLER.has(status))
  const overlevende = mutanter
    .filter(({ status }) => !FANGET.has(status))
    .map(({ fileName, location, mutatorName, replacement, status }) => ({
      fil: fileName.replace(`${process.cwd()}/`, ''),
      linje: location.start.line,
      hvad: `${mutatorName} -> ${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 80)} (${status})`,
    }))
  const fanget = mutanter.length - overlevende.length
  return { antal: mutanter.length, fanget, procent: mutanter.length === 0 ? 0 : (100 * fanget) / mutanter.length, overlevende }
}
