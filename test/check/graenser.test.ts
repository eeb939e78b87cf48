import { expect, test } from 'vitest'
import { graenser } from '../../scripts/check/graenser.ts'
import { findRinge } from '../../scripts/check/ringe.ts'
import { withTrae } from './trae.ts'

/** A small tree that keeps every border: each case below breaks one. */
const TRAE: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ dependencies: { pg: '8', hono: '4' }, devDependencies: { vitest: '5' } }),
  'src/kernel/index.ts': "export * from './uuid.ts'",
  'src/kernel/uuid.ts': 'export type Uuid = string',
  'src/platform/database/index.ts': "export { sql } from './types.ts'",
  'src/platform/database/types.ts': "import pg from 'pg'\nexport const sql = (text: string) => pg.query(text)",
  'src/platform/clock/index.ts': "import type { Uuid } from '#kernel'\nimport { sql } from '../database/types.ts'",
  'src/part/index.ts': "export { findPart } from './part.sql.ts'",
  'src/part/part.sql.ts': "import { sql } from '#platform/database'\nexport const findPart = sql('SELECT 1')",
  'src/part/part.test.ts': "import { expect } from 'vitest'\nimport { x } from './part.bygger.ts'\nimport { y } from '#overblik'",
  'src/part/part.bygger.ts': "import type { Uuid } from '#kernel'",
  'src/visning/index.ts': "export { regel } from './regel.ts'",
  'src/visning/regel.ts': "import type { Uuid } from '#kernel'\nexport const regel = 1",
  'src/visning/regler/rolle.ts': "import { regel } from '../regel.ts'",
  'src/indeks/index.ts': "import { findPart } from '#part'",
  'src/fuldmagt/index.ts': "import { regel } from '#visning'",
  'src/overblik/index.ts': "import { findPart } from '#part'\nimport '#indeks'\nimport { html } from '#web'",
  'src/web/index.ts': "export { html } from 'hono/html'",
  'src/config/config.ts': 'export const readConfig = process.env.PORT',
  'src/config/index.ts': "export { readConfig } from './config.ts'",
  'src/main.ts': "import { readConfig } from '#config'\nreadConfig(process.env)",
}

const check = (aendring: Readonly<Record<string, string>>) =>
  withTrae({ ...TRAE, ...aendring }, async (rod) => [...(await graenser.run(rod)).brud])

test('the small tree keeps every border', async () => {
  expect(await check({})).toEqual([])
})

const brydere: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ['kernel imports nothing of ours', { 'src/kernel/uuid.ts': "import '#platform/clock'" }, /kernel may not import platform/],
  ['a module imports no higher floor', { 'src/part/person.ts': "import '#overblik'" }, /part may not import overblik/],
  ['nor its own floor', { 'src/kilde/index.ts': "import type { R } from '#visning'" }, /kilde may not import visning/],
  ['web stands on platform', { 'src/web/index.ts': "import '#part'" }, /web may not import part/],
  ['a type crosses a border as a value does', { 'src/part/p.ts': "import type { O } from '#overblik'" }, /part may not import/],
  ['a module without a floor is refused', { 'src/diverse/index.ts': '' }, /the module diverse has no floor/],
  [
    'other modules by their index alone',
    { 'src/overblik/x.ts': "import '../part/part.sql.ts'" },
    /leaves the module; import #part/,
  ],
  [
    'also not by the pattern',
    { 'src/part/web/index.ts': '', 'src/overblik/x.ts': "import '#part/web'" },
    /reaches into a module/,
  ],
  ['a module that is not there', { 'src/overblik/x.ts': "import '#notifikation'" }, /is no module/],
  ['one’s own module relatively', { 'src/part/x.ts': "import '#part'" }, /the file's own module/],
  ['visning never imports indeks', { 'src/visning/x.ts': "import '#indeks'" }, /visning gets its facts as arguments/],
  ['fuldmagt, which stands above indeks, neither', { 'src/fuldmagt/x.ts': "import '#indeks'" }, /fuldmagt gets its facts/],
  ['sql is imported in *.sql.ts alone', { 'src/part/x.ts': "import { sql } from '#platform/database'" }, /may import sql/],
  ['also under another name', { 'src/part/x.ts': "import { sql as s } from '#platform/database'" }, /may import sql/],
  ['also all at once', { 'src/part/x.ts': "import * as db from '#platform/database'" }, /may import sql/],
  ['SQL is written in *.sql.ts alone', { 'src/part/x.ts': 'const q = `\n  SELECT a\n  FROM x`' }, /may hold SQL/],
  ['an update too', { 'src/part/x.ts': "const q = { text: 'UPDATE part SET foedt = $1' }" }, /may hold SQL/],
  ['hono is reached through #web', { 'src/part/x.view.ts': "import { html } from 'hono/html'" }, /reached through #web/],
  ['in tests as well', { 'src/part/x.test.ts': "import { html } from 'hono/html'" }, /reached through #web/],
  ['pg belongs to platform/database', { 'src/part/x.sql.ts': "import type pg from 'pg'" }, /belongs to src\/platform\/database/],
  ['what comes with pg too', { 'src/part/x.sql.ts': "import { from } from 'pg-copy-streams'" }, /belongs to src\/platform/],
  ['only config reads the environment', { 'src/part/x.ts': 'const a = process.env.A' }, /only config.ts reads/],
  ['not by brackets', { 'src/part/x.ts': "const a = process['env']" }, /only config.ts reads/],
  ['not by import', { 'src/part/x.ts': "import { env } from 'node:process'" }, /only config.ts reads/],
  ['main hands it on unread', { 'src/main.ts': 'const a = process.env.A' }, /only config.ts reads/],
  ['no default export', { 'src/part/x.ts': 'export default 1' }, /export by name/],
  ['not by renaming', { 'test/x.ts': 'const a = 1\nexport { a as default }' }, /export by name/],
  ['no test helper in what runs', { 'src/part/x.ts': "import './part.bygger.ts'" }, /is for tests/],
  ['no development package in what runs', { 'src/part/x.ts': "import 'vitest'" }, /is a development dependency/],
  [
    'no ring of files',
    { 'src/part/x.ts': "import './y.ts'", 'src/part/y.ts': "import './x.ts'" },
    /a ring of files: src\/part\/x/,
  ],
  [
    'no ring of types',
    { 'src/part/x.ts': "import type { Y } from './y.ts'", 'src/part/y.ts': "import type { X } from './x.ts'" },
    /a ring of files/,
  ],
  [
    'no ring of folders',
    {
      'src/modtagelse/rest/a.ts': "import '../regler/b.ts'",
      'src/modtagelse/regler/b.ts': '',
      'src/modtagelse/regler/c.ts': "import type { D } from '../rest/d.ts'",
      'src/modtagelse/rest/d.ts': '',
    },
    /^a ring of folders: src\/modtagelse\/regler · src\/modtagelse\/rest$/,
  ],
]

for (const [navn, aendring, ventet] of brydere)
  test(navn, async () => {
    // Breaking a floor can close a ring as well; nothing else may be said.
    const brud = (await check(aendring)).filter((linje) => ventet.test(linje) || !/^a ring|may not import/.test(linje))
    expect(brud).not.toEqual([])
    for (const linje of brud) expect(linje).toMatch(ventet)
  })

test('rings are found whole, and a line without a ring is none', () => {
  const graf = (kanter: string) => {
    const ud = new Map<string, Set<string>>()
    for (const [a = '', b = ''] of kanter.split(' ').map((kant) => kant.split('>'))) {
      ud.set(a, (ud.get(a) ?? new Set()).add(b))
      if (!ud.has(b)) ud.set(b, new Set())
    }
    return ud
  }
  expect(findRinge(graf('a>b b>c c>a c>d d>e e>d f>f g>a'))).toEqual(expect.arrayContaining([['a', 'b', 'c'], ['d', 'e'], ['f']]))
  expect(findRinge(graf('a>b b>c c>a c>d d>e e>d f>f g>a'))).toHaveLength(3)
  expect(findRinge(graf('a>b a>c b>d c>d'))).toEqual([])
})
