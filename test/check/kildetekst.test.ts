import { expect, test } from 'vitest'
import { readKildetekst } from '../../scripts/check/kildetekst.ts'

const fra = (tekst: string) => readKildetekst(tekst).imports.map((led) => led.fra)

test('every way of importing is seen, types and side effects too', () => {
  const tekst = [
    "import { a } from './a.ts'",
    "import type { B } from './b.ts'",
    "import c, { type D as E } from './c.ts'",
    "import * as f from './f.ts'",
    "export * from './g.ts'",
    "export type { H } from './h.ts'",
    "import './i.css'",
    "const j = await import('./j.ts')",
    "type K = import('./k.ts').K",
    'import {\n  l,\n  m,\n} from "./l.ts"',
  ].join('\n')
  expect(fra(tekst).sort()).toEqual(
    ['./a.ts', './b.ts', './c.ts', './f.ts', './g.ts', './h.ts', './i.css', './j.ts', './k.ts', './l.ts'].sort(),
  )
})

test('the names are those of the module that is imported from', () => {
  expect(readKildetekst("import { type A, b as c } from './x.ts'").imports).toEqual([{ fra: './x.ts', navne: ['A', 'b'] }])
  expect(readKildetekst("export * from './x.ts'").imports).toEqual([{ fra: './x.ts', navne: ['*'] }])
})

test('what stands in a comment, a string, a template or a regular expression is no import', () => {
  const tekst = [
    "// import { a } from './a.ts'",
    "/* import { b } from './b.ts' */",
    'const c = "import { c } from \'./c.ts\'"',
    `const d = \`\nimport { d } from './d.ts'\n\${e('}')} and \${\`inner \${f} more\`}\nimport { g } from './g.ts'\n\``,
    'const h = /\'/.test(i) ? x / y / z : "it\'s"',
    "import { z } from './z.ts'",
  ].join('\n')
  expect(fra(tekst)).toEqual(['./z.ts'])
})

test('the text of a template is read without what is inserted, and code within an insertion stays code', () => {
  const { strenge, kode } = readKildetekst(`const x = \`SELECT \${process.env} FROM \${{ a: \`b\` }} c\``)
  expect(strenge).toEqual(['SELECT ', ' FROM ', 'b', ' c'])
  expect(kode).toContain('process.env')
})

test('a comment hides code, a string hides code, and a line keeps its number', () => {
  const { kode } = readKildetekst("/* process.env\n */\nconst a = 'process.env' // process.env\nprocess.exit()")
  expect(kode).not.toContain('process.env')
  expect(kode.split('\n')).toHaveLength(4)
})
