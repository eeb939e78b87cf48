import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KleEmne } from '#kernel'
import { borgertitel } from '#klassifikation'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** Anybody may look up what a number meant on a day, and who answers for it. */

let sted: Testwebsted
let mappe: string
beforeAll(async () => {
  mappe = mkdtempSync(join(tmpdir(), 'bbkle-'))
  const linje = (nr: string, titel: string) => `KLENummer='${nr}':KLETitel='${titel}':Keywords[Weight]=`
  const linjer = [linje('27.35.04', 'Et nummer med nyt navn'), linje('27.99.01', 'Et helt nyt nummer')]
  writeFileSync(join(mappe, '2030-01-01-os2kle.txt'), `${linjer.join('\n')}\n`)
  sted = await startWebsted({ miljoe: { KLE_UDGAVER: mappe } })
})
afterAll(async () => {
  await sted.close()
  rmSync(mappe, { recursive: true, force: true })
})

const hent = async (sti: string) => {
  const svar = await fetch(`${sted.origin}/api/v1/${sti}`)
  return { status: svar.status, headers: svar.headers, json: (await svar.json()) as Record<string, unknown> }
}

test('a number is answered by the edition of the day, in KLE words and in the citizen’s', async () => {
  const nu = await hent('klassifikation/emner/27.36.04?dato=2026-03-01')
  expect(nu.json).toMatchObject({
    nr: '27.36.04',
    udgave: '2026-02-01',
    livsomraade: 'hjaelp-pleje-og-handicap',
    altidLukket: false,
  })
  expect(nu.json['borger']).toEqual({
    da: borgertitel('27.36.04' as KleEmne, 'da'),
    en: borgertitel('27.36.04' as KleEmne, 'en'),
  })
  expect(nu.json['borger']).toMatchObject({ da: { niveau: 'emne' } })
  expect((await hent('klassifikation/emner/27.35.04?dato=2030-02-01')).json).toMatchObject({
    titel: 'Et nummer med nyt navn',
    udgave: '2030-01-01',
  })
  expect((await hent('klassifikation/emner/27.99.01?dato=2026-03-01')).json).toMatchObject({ status: 404 })
  expect((await hent('klassifikation/emner/27.36.04-G01')).json).toMatchObject({
    handlingsfacet: { nr: 'G01', titel: 'Generelle sager' },
  })
})

test('the list is walked page by page and holds each number once', async () => {
  const numre: string[] = []
  let efter: unknown
  do {
    const { json } = await hent(
      `klassifikation/emner?udgave=2026-02-01&under=27&antal=7${efter ? `&efter=${String(efter)}` : ''}`,
    )
    numre.push(...(json['emner'] as { nr: string }[]).map(({ nr }) => nr))
    efter = json['naeste']
  } while (efter)
  expect(new Set(numre).size).toBe(numre.length)
  expect(numre.length).toBeGreaterThan(20)
  expect(numre).toEqual(numre.toSorted())
  expect(numre.every((nr) => nr.startsWith('27.'))).toBe(true)
})

test('who answers is the unit’s place, else the area’s, else the main one', async () => {
  const { json } = await hent('organisation/myndigheder/11111111/henvendelsessteder')
  const steder = json['henvendelsessteder'] as { noegle: string; navn: string }[]
  expect(steder.length).toBeGreaterThan(1)
  expect(JSON.stringify(steder)).not.toContain('enheder')
  const pleje = await hent('organisation/myndigheder/11111111/ansvar?kle=27.36.04')
  expect(pleje.json).toMatchObject({ grundlag: 'livsomraade' })
  expect((await hent('organisation/myndigheder/11111111/ansvar?enhed=00000000-0000-4000-8000-000000000001')).json).toMatchObject({
    grundlag: 'hoved',
  })
  expect((await hent('organisation/myndigheder')).json['myndigheder']).toHaveLength(100)
})

test.each([
  ['klassifikation/emner/27.3', 400],
  ['klassifikation/emner/27.36.04?dato=i-dag', 400],
  ['klassifikation/emner/27.36.04?dato=2026-01-01&dato=2027-01-01', 400],
  ['klassifikation/emner?antal=1001', 400],
  ['klassifikation/emner?under=27.3', 400],
  ['klassifikation/emner?udgave=1999-01-01', 404],
  ['organisation/myndigheder/1', 404],
  ['organisation/myndigheder/11111111/ansvar', 400],
  ['organisation/myndigheder/11111111/ansvar?kle=x', 400],
])('%s is refused with a problem document', async (sti, status) => {
  const svar = await hent(sti)
  expect(svar.status).toBe(status)
  expect(svar.headers.get('content-type')).toMatch(/problem\+json/)
  expect(svar.headers.get('cache-control')).toBe('no-store')
})

test('what is answered is what the OpenAPI document says, and may be asked from any site', async () => {
  const dokument = (await hent('openapi.json')).json as {
    components: { schemas: Record<string, object> }
    paths: Record<string, unknown>
  }
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const steder: readonly (readonly [string, string])[] = [
    ['klassifikation/udgaver', 'KleUdgaver'],
    ['klassifikation/livsomraader', 'Livsomraader'],
    ['klassifikation/handlingsfacetter', 'Handlingsfacetter'],
    ['klassifikation/emner', 'KleEmner'],
    ['klassifikation/emner/27.36.04', 'KleEmne'],
    ['organisation/myndigheder', 'Myndigheder'],
    ['organisation/myndigheder/11111111', 'Myndighed'],
    ['organisation/myndigheder/11111111/henvendelsessteder', 'Henvendelsessteder'],
    ['organisation/myndigheder/11111111/ansvar?kle=27.36.04', 'Ansvar'],
  ]
  for (const [sti, navn] of steder) {
    const svar = await hent(sti)
    const gyldigt = ajv.compile(dokument.components.schemas[navn] ?? false)
    expect(gyldigt(svar.json), `${sti}: ${JSON.stringify(gyldigt.errors)}`).toBe(true)
    expect(svar.headers.get('access-control-allow-origin')).toBe('*')
  }
  expect(Object.keys(dokument.paths)).toContain('/api/v1/klassifikation/emner/{nummer}')
})
