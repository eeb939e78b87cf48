/**
 * How good the tests of the rules are: faults are put into the code one by one, and each should make some test fail.
 *   node scripts/mutation.ts visning [--fil src/visning/titel.ts ...] [--mindst 90] [--samtidige 2] [--hver 5]
 */
import { parseArgs } from 'node:util'
import { MUTATIONSEMNER, type Mutationsnavn } from './mutation/emner.ts'
import { runMutation } from './mutation/koer.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fil: { type: 'string', multiple: true },
    mindst: { type: 'string', default: '90' },
    samtidige: { type: 'string', default: '2' },
    hver: { type: 'string', default: '1' },
  },
})
const emne = Object.keys(MUTATIONSEMNER).find((navn): navn is Mutationsnavn => navn === positionals[0])
if (emne === undefined) {
  console.error(`Usage: node scripts/mutation.ts <${Object.keys(MUTATIONSEMNER).join('|')}>`)
  process.exit(2)
}
const start = performance.now()
const { antal, fanget, procent, filer, overlevende } = await runMutation({
  emne,
  filer: values.fil,
  samtidige: Number(values.samtidige),
  hver: Number(values.hver),
})
for (const { fil, linje, hvad } of overlevende) console.log(`${fil}:${linje} ${hvad}`)
for (const { fil, antal, fanget } of filer) {
  console.log(`${fil}: ${fanget} of ${antal}, ${((100 * fanget) / antal).toFixed(1)} %`)
}
console.log(
  `${emne}: ${fanget} of ${antal} faults noticed, ${procent.toFixed(1)} %, in ${((performance.now() - start) / 1000).toFixed(0)} s`,
)
process.exitCode = procent < Number(values.mindst) ? 1 : 0
