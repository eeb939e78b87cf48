import { globSync, readFileSync } from 'node:fs'
import { Stryker } from '@stryker-mutator/core'
import { MUTATIONSEMNER, type Mutationsnavn } from './emner.ts'

/** A fault that was put into a file and that no test noticed. */
export type Overlevende = { readonly fil: string; readonly linje: number; readonly hvad: string }

export type Filtal = { readonly fil: string; readonly antal: number; readonly fanget: number }

export type Mutationsudfald = {
  readonly antal: number
  readonly fanget: number
  readonly filer: readonly Filtal[]
  /** Share that some test noticed, of those that compile and can be reached, 0-100. */
  readonly procent: number
  readonly overlevende: readonly Overlevende[]
}

export type Mutationsvalg = {
  readonly emne: Mutationsnavn
  /** Instead of all the subject's files: paths or patterns of some of them. */
  readonly filer?: readonly string[] | undefined
  readonly samtidige?: number | undefined
  /** Of each file every so many lines alone, and the faults that lie within one: a sample, where all would take an hour. */
  readonly hver?: number | undefined
}

const FANGET = new Set(['Killed', 'Timeout'])
const TAELLER = new Set(['Killed', 'Timeout', 'Survived', 'NoCoverage'])

/**
 * Puts one fault after another into the subject's rules and runs its tests against each (Stryker, with its vitest runner). Works in a copy
 * of the tree that is removed again. Throws where the tests fail without any fault.
 */
export async function runMutation({ emne, filer, samtidige = 2, hver = 1 }: Mutationsvalg): Promise<Mutationsudfald> {
  // Read by vitest.mutation.config.ts, in the processes that Stryker starts.
  process.env['MUTATIONSEMNE'] = emne
  const stryker = new Stryker({
    mutate: mutateOf(filer ?? MUTATIONSEMNER[emne], hver),
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
    timeoutMS: 15_000,
    logLevel: 'error' as NonNullable<ConstructorParameters<typeof Stryker>[0]['logLevel']>,
    allowEmpty: false,
  })
  const mutanter = (await stryker.runMutationTest())
    .filter(({ status }) => TAELLER.has(status))
    .map(({ fileName, location, mutatorName, replacement, status }) => ({
      fil: fileName.replace(`${process.cwd()}/`, ''),
      linje: location.start.line,
      hvad: `${mutatorName} -> ${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 80)} (${status})`,
      fanget: FANGET.has(status),
    }))
  const prFil = [...Map.groupBy(mutanter, ({ fil }) => fil)].map(([fil, dens]) => ({ fil, ...taelOp(dens) }))
  const { antal, fanget } = taelOp(mutanter)
  const overlevende = mutanter.filter((mutant) => !mutant.fanget)
  return { antal, fanget, procent: antal === 0 ? 0 : (100 * fanget) / antal, filer: prFil, overlevende }
}

/** The files' patterns, or a range for each line of the sample. */
function mutateOf(moenstre: readonly string[], hver: number): string[] {
  const filer = moenstre
    .flatMap((moenster) => (/:\d/.test(moenster) ? [moenster] : globSync(moenster)))
    .filter((fil) => !IKKE_REGLER.test(fil))
  if (hver <= 1) return filer
  return filer.flatMap((fil) => {
    const linjer = readFileSync(fil, 'utf8').split('\n').length
    return Array.from({ length: Math.ceil(linjer / hver) }, (_, nr) => `${fil}:${nr * hver + 1}-${nr * hver + 1}`)
  })
}
const IKKE_REGLER = /\.(?:test|naiv|bygger|vilkaarlig|testdata|data)\.ts$|\/tekster\.ts$/

const taelOp = (mutanter: readonly { readonly fanget: boolean }[]): Omit<Filtal, 'fil'> => ({
  antal: mutanter.length,
  fanget: mutanter.filter(({ fanget }) => fanget).length,
})
