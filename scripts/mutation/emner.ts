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
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Mutationsnavn = keyof typeof MUTATIONSEMNER
