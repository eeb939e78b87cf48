import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ARTER } from '#kernel'
import { fejlkatalog } from '../../scripts/check/fejlkatalog.ts'
import { skrivFejlkatalog } from '../../scripts/fejlkatalog/skriv.ts'
import { IND_REGLER, listRegler } from '../../src/modtagelse/regler/index.ts'

const raekker = skrivFejlkatalog()
  .split('\n')
  .filter((linje) => /^\| [A-Z]{3}-\d{3} \|/.test(linje))
  .map((linje) => linje.split(' | ').map((celle) => celle.replace(/^\| | \|$/g, '')))

test('the error catalogue has every rule, and one that can be broken has a wrong and a right example and both sentences', () => {
  const numre = [...Object.keys(IND_REGLER), ...ARTER.flatMap((art) => listRegler(art).map(({ nummer }) => nummer))]
  expect([...new Set(raekker.map(([nummer]) => nummer))]).toEqual(numre)
  const brydes = raekker.filter(([nummer = '', , naar = '']) => !nummer.startsWith('IND') && !naar.startsWith('never broken'))
  expect(brydes.length).toBeGreaterThan(1_000)
  for (const [nummer, , naar, da = '', en = ''] of brydes)
    expect(`${nummer} ${naar} | ${da} | ${en}`).toMatch(/✗ .+ ✓ \| .{10,} \| .{10,}$/)
})

test('a catalogue that was changed by hand, or is not there, is told', async () => {
  const rod = mkdtempSync(join(tmpdir(), 'bbkatalog-'))
  try {
    const maade = ['docs/tilslutning/fejlkatalog.md is not what the rules say; run: node scripts/fejlkatalog.ts']
    expect((await fejlkatalog.run(rod)).brud).toEqual(maade)
    mkdirSync(join(rod, 'docs/tilslutning'), { recursive: true })
    const fil = join(rod, 'docs/tilslutning/fejlkatalog.md')
    writeFileSync(fil, skrivFejlkatalog())
    expect((await fejlkatalog.run(rod)).brud).toEqual([])
    writeFileSync(fil, skrivFejlkatalog().replace('otte cifre', 'ni cifre'))
    expect((await fejlkatalog.run(rod)).brud).toEqual(maade)
  } finally {
    rmSync(rod, { recursive: true })
  }
})
