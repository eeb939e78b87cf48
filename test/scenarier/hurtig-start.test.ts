import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { registerKilder } from '../../src/demo/indlaes/registre.ts'
import { createVerden } from '../../src/demo/verden/index.ts'
import { konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

const ROD = join(import.meta.dirname, '..', '..')
const GUIDE = readFileSync(join(ROD, 'docs/tilslutning/hurtig-start.md'), 'utf8')
const GODTFRED = '7504480003'

let sted: Testwebsted
let mappe: string
const verden = createVerden({ seed: 1, borgere: 0, nu: tidspunkt(new Date()) })

/** The project's folder as the reader stands in it, but what is made there is ours. */
beforeAll(async () => {
  sted = await startWebsted({ opsaetning: [konfiguration({ kle: '27' })] })
  await registerKilder(sted.system.kilder, verden)
  mappe = mkdtempSync(join(tmpdir(), 'bbhurtig-'))
  for (const navn of ['src', 'docs', 'node_modules', 'package.json']) symlinkSync(join(ROD, navn), join(mappe, navn))
})
afterAll(async () => {
  await sted.close()
  rmSync(mappe, { recursive: true, force: true })
})

async function run(kommandoer: string): Promise<string> {
  // npm would look for the project where the link leads; what it starts is this.
  const tekst = kommandoer
    .replaceAll('http://localhost:8080', sted.origin)
    .replaceAll('npm run --silent borgerblikket --', 'node src/main.ts')
  const env = {
    PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
    HOME: mappe,
    BORGERBLIKKET_DATA: join(mappe, 'data'),
  }
  const proces = spawn('sh', ['-eu', '-c', tekst], { cwd: mappe, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let ud = ''
  for (const stroem of [proces.stdout, proces.stderr])
    stroem.on('data', (del: Buffer) => {
      ud += del.toString()
    })
  const [kode] = (await once(proces, 'close')) as [number]
  return kode === 0 ? ud.trim() : `exit ${kode}: ${ud}`
}

/** An ellipsis stands for anything. */
const toMoenster = (svar: string): RegExp =>
  new RegExp(
    `^${svar
      .trim()
      .split('…')
      .map((del) => del.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\s\\S]*')}$`,
  )

test('every command of the quick start runs as it stands, and answers what the page says; the citizen sees the case', async () => {
  const blokke = [...GUIDE.matchAll(/^```(sh|text)\n([\s\S]*?)^```$/gm)].map(([, sprog = '', tekst = '']) => ({ sprog, tekst }))
  const trin = blokke.flatMap(({ sprog, tekst }, i) => (sprog === 'sh' ? [{ tekst, svar: blokke[i + 1] }] : []))
  expect(trin.length).toBe(9)
  for (const { tekst, svar } of trin) {
    expect(svar?.sprog).toBe('text')
    expect(await run(tekst)).toMatch(toMoenster(svar?.tekst ?? ''))
  }
  const side = await (await sted.logInd(GODTFRED)).get('/sager')
  expect(side.tekst).toContain('Besøg i hverdagen')
  expect(side.tekst).toContain('Besøg i weekenden')
})

test('the page names a person and a key that the demo has', () => {
  expect(verden.testpersoner.find(({ cpr }) => cpr === GODTFRED)?.navn).toBe('Godtfred Lund')
  expect(GUIDE).toContain('750448-0003')
  expect(verden.kilder.find(({ navn }) => navn === 'Lindely Omsorg')?.id).toBe('849ce7e7-57ee-5381-ae85-fc13f56ebf75')
})
