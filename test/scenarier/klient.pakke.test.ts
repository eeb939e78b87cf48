import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEvents } from '#compose'
import { startWebsted, type Testwebsted, udviklingsnoegle } from '../byggere/websted.ts'

const ROD = join(import.meta.dirname, '..', '..')
const README = readFileSync(join(ROD, 'klient/README.md'), 'utf8')

let sted: Testwebsted
let mappe: string
let stop: () => Promise<void>

/** The package as a vendor installs it: built, and nothing else of the project in reach. */
beforeAll(async () => {
  sted = await startWebsted()
  stop = startEvents(sted.system, sted.app)
  mappe = mkdtempSync(join(tmpdir(), 'bbpakke-'))
  const pakke = join(mappe, 'node_modules/@borgerblikket/klient')
  mkdirSync(pakke, { recursive: true })
  cpSync(join(ROD, 'klient/package.json'), join(pakke, 'package.json'))
  for (const navn of ['openapi-fetch', 'openapi-typescript-helpers'])
    symlinkSync(join(ROD, 'node_modules', navn), join(mappe, 'node_modules', navn))
  const tsc = join(ROD, 'klient/node_modules/typescript/bin/tsc')
  const bygget = spawnSync(process.execPath, [tsc, '-p', join(ROD, 'klient'), '--outDir', join(pakke, 'dist')], {
    encoding: 'utf8',
  })
  expect(bygget.stdout).toBe('')
})
afterAll(async () => {
  await stop()
  await sted.close()
  rmSync(mappe, { recursive: true, force: true })
})

async function run(kode: string): Promise<{ readonly ud: string; readonly fejl: string }> {
  const fil = join(mappe, 'eksempel.mjs')
  writeFileSync(fil, kode)
  const env = { PATH: process.env['PATH'], ADRESSE: sted.origin, NOEGLE: udviklingsnoegle('a') }
  const proces = spawn(process.execPath, [fil], { cwd: mappe, env })
  let [ud, fejl] = ['', '']
  proces.stdout.on('data', (del: Buffer) => {
    ud += del.toString()
  })
  proces.stderr.on('data', (del: Buffer) => {
    fejl += del.toString()
  })
  await new Promise((resolve) => proces.once('close', resolve))
  return { ud, fejl }
}

test('the examples of the client’s README run as they stand against a site, on the built package alone', async () => {
  const eksempler = [...README.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, kode = '']) => kode)
  expect(eksempler).toHaveLength(4)
  const [lever = '', laes = '', afstem = '', hoer = ''] = eksempler
  expect(await run(lever)).toEqual({ ud: '1 modtaget\n', fejl: '' })
  expect(await run(lever)).toEqual({ ud: '1 modtaget\n', fejl: '' })
  expect(await run(laes)).toEqual({ ud: 'fundet 1\nstemmer true\n', fejl: '' })
  // The note has come, and the case that says whose it is has not.
  const oensket = 'ønskes lever 5d1c0a52-6f0e-4c0e-9d43-2b1f6a7e0003 UDEN_SAG'
  expect(await run(afstem)).toEqual({ ud: `afstemt false false\n${oensket}\n`, fejl: '' })
  await expect
    .poll(() => run(hoer), { timeout: 20_000, interval: 200 })
    .toEqual({ ud: 'dk.borgerblikket.journalnotat.importeret.v1 5d1c0a52-6f0e-4c0e-9d43-2b1f6a7e0003\n', fejl: '' })
})

test('the package has types: a field that is misspelt does not compile', () => {
  const kode = `import { createKlient } from '@borgerblikket/klient'
const klient = createKlient({ adresse: 'http://localhost', legitimation: { udviklingsnoegle: 'x' } })
void klient.lever([{ art: 'aftale', TITEL }], { noegle: 'x' })
`
  const compile = (felt: string) => {
    const fil = join(mappe, 'proeve.ts')
    writeFileSync(fil, kode.replace('TITEL', felt))
    const tsc = join(ROD, 'klient/node_modules/typescript/bin/tsc')
    const flag = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2022']
    return spawnSync(process.execPath, [tsc, ...flag, fil], { cwd: mappe, encoding: 'utf8' }).stdout
  }
  expect(compile("id: 'x', tidspunkt: '2026-01-01T00:00:00Z', egenskaber: [], aktoerer: []")).toBe('')
  expect(compile("id: 'x', tidspunkt: '2026-01-01T00:00:00Z', egenskaper: [], aktoerer: []")).toContain('egenskaper')
})
