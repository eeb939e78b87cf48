/** Whose rules are mutated: rules, not sentences, builders, word lists or statements. The tests are those beside the code (vitest.mutation.config.ts). */
export const MUTATIONSEMNER = {
  visning: [
    'src/visning/regler/*.ts',
    'src/visning/afgoerelse.ts',
    'src/visning/decide.ts',
    'src/visning/explain.ts',
    'src/visning/fremdrift.ts',
    'src/visning/opsaetning.ts',
    'src/visning/regel.ts',
    'src/visning/titel.ts',
    'src/visning/noedstop/forloeb.ts',
    'src/platform/clock/arbejdsdage.ts',
  ],
  titeltjek: ['src/kvalitet/titeltjek/**/*.ts'],
  gennemgang: [
    'src/kvalitet/gennemgang/afgoer.ts',
    'src/kvalitet/gennemgang/behov.ts',
    'src/kvalitet/gennemgang/opgave.ts',
    'src/kvalitet/gennemgang/plantede.ts',
    'src/kvalitet/gennemgang/ret.ts',
    'src/kvalitet/gennemgang/sikkerhed.ts',
    'src/kvalitet/gennemgang/stikproeve.ts',
    'src/kvalitet/gennemgang/tid-tilbage.ts',
  ],
  vurdering: ['src/kvalitet/vurdering/vurdering.ts'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Mutationsnavn = keyof typeof MUTATIONSEMNER

/** The pure tests of each subject alone: every fault is tried against them, and no database is started. */
export const MUTATIONSTESTS: Readonly<Record<Mutationsnavn, readonly string[]>> = {
  visning: ['src/visning/**/*.test.ts', 'src/platform/clock/*.test.ts'],
  titeltjek: ['src/kvalitet/titeltjek/**/*.test.ts'],
  gennemgang: ['src/kvalitet/gennemgang/*.test.ts'],
  vurdering: ['src/kvalitet/vurdering/vurdering*.test.ts'],
}
