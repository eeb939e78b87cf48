import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aktiver, aktivSti, dkfdsUdsnit } from './aktiver.ts'
import { klasserI, parseCss, udsnit } from './css-udsnit.ts'
import { IKONER, ikonudsnit } from './ikoner.ts'
import { registerStatisk } from './statisk.route.ts'

const uden = (css: string, ...klasser: string[]): string => udsnit(parseCss(css), new Set(klasser))

describe('the cut of a stylesheet', () => {
  test.each([
    ['a rule for an element stays', 'p{margin:0}', [], 'p{margin:0}'],
    ['a rule for an unknown class goes', '.a{x:1}.b{x:2}', ['b'], '.b{x:2}'],
    ['of several selectors those that can be met stay', '.a,.b,p{x:1}', ['b'], '.b,p{x:1}'],
    ['all classes of a selector must be known', '.a .b{x:1}.a.b>p{x:2}', ['a'], ''],
    ['what must not be carried need not be known', 'ul:not(.a):not(.b){x:1}', [], 'ul:not(.a):not(.b){x:1}'],
    ['a class in an attribute selector is no class', '[data-x=".a"]{x:1}', [], '[data-x=".a"]{x:1}'],
    ['an empty block goes', '@media print{.a{x:1}}', [], ''],
    ['a block keeps its rest', '@media print{.a{x:1}.b{x:2}}', ['b'], '@media print{.b{x:2}}'],
    ['a brace in a string is no brace', '.a::before{content:"}"}.b{x:1}', ['b'], '.b{x:1}'],
    ['fonts and charsets go', '@charset "UTF-8";@font-face{src:url(x)}p{x:1}', [], 'p{x:1}'],
    [
      'an animation stays with its user',
      '@keyframes k{from{x:1}to{x:2}}.a{animation:k 1s}',
      ['a'],
      '@keyframes k{from{x:1}to{x:2}}.a{animation:k 1s}',
    ],
    ['and goes without one', '@keyframes k{from{x:1}to{x:2}}.a{animation:k 1s}', [], ''],
    ['comments go', '/* .a{ */p{x:1}', [], 'p{x:1}'],
  ])('%s', (_navn, css, klasser, ventet) => {
    expect(uden(css, ...klasser)).toBe(ventet)
  })

  test('what does not close is refused', () => {
    expect(() => parseCss('.a{content:"x}')).toThrow(SyntaxError)
    expect(() => parseCss('.a{x:1')).toThrow(SyntaxError)
  })

  test('klasserI reads names as CSS writes them', () => {
    expect(klasserI('a.card:not(.x .y)>.breadcrumbs__list li.is-1::after')).toEqual(['card', 'breadcrumbs__list', 'is-1'])
  })
})

test('of dkfds a seventh is left, with the rules that its components need', () => {
  const css = dkfdsUdsnit()
  expect(css.length).toBeLessThan(45_000)
  for (const regel of [
    '.alert-warning{',
    '.badge.badge-success{',
    '.breadcrumbs .breadcrumbs__list',
    '.details .details-summary',
    '.table.table-md-responsive-headers',
    '.skipnav',
    '.form-select',
    '.pagination',
  ])
    expect(css, regel).toContain(regel)
  for (const regel of ['.accordion{', '.fds-modal', '.toast', '@font-face']) expect(css, regel).not.toContain(regel)
})

test('an icon that dkfds does not have stops the start', () => {
  expect(() => ikonudsnit('<svg><symbol id="a"></symbol></svg>', ['b'])).toThrow('no icon named b')
  expect(
    aktiver()
      .get('ikoner.svg')
      ?.indhold.toString()
      .match(/<symbol/g),
  ).toHaveLength(IKONER.length)
})

test('the style refers only to files that are served, and to nothing inline', () => {
  const css = aktiver().get('borgerblikket.css')?.indhold.toString() ?? ''
  const stier = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map(([, sti]) => sti)
  expect(stier.length).toBeGreaterThan(6)
  const kendte = new Set([...aktiver().values()].map(({ sti }) => sti))
  for (const sti of stier) expect(kendte.has(String(sti)), sti).toBe(true)
  expect(css).not.toContain('data:')
  expect(css).not.toContain('..')
})

describe('serving', () => {
  let app: FastifyInstance
  beforeAll(async () => {
    app = Fastify()
    await registerStatisk(app)
  })
  afterAll(() => app.close())
  const hent = (sti: string, kodning: string) => app.inject({ url: sti, headers: { 'accept-encoding': kodning } })

  test('style as small as the visitor can read it, for a year', async () => {
    const sti = aktivSti('borgerblikket.css')
    const hel = await hent(sti, '')
    const br = await hent(sti, 'gzip, deflate, br')
    const gz = await hent(sti, 'gzip')
    expect(hel.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect([hel.headers['content-encoding'], br.headers['content-encoding'], gz.headers['content-encoding']]).toEqual([
      undefined,
      'br',
      'gzip',
    ])
    expect(brotliDecompressSync(br.rawPayload).equals(hel.rawPayload)).toBe(true)
    expect(gunzipSync(gz.rawPayload).equals(hel.rawPayload)).toBe(true)
    expect(br.rawPayload.length).toBeLessThan(14_000)
    expect(br.headers['content-type']).toBe('text/css; charset=utf-8')
  })

  test('the typeface as it is', async () => {
    const svar = await hent(aktivSti('IBMPlexSans-Regular-Latin1.woff2'), 'br')
    expect([svar.headers['content-type'], svar.headers['content-encoding'], svar.rawPayload.length]).toEqual([
      'font/woff2',
      undefined,
      16_748,
    ])
  })

  test.each(['/statisk/000000000000/borgerblikket.css', '/statisk/x/..%2f..%2fpackage.json', '/statisk/x/y'])(
    '%s is not there',
    async (sti) => {
      expect((await hent(sti, '')).statusCode).toBe(404)
    },
  )
})

test('a name that no file has is a fault of ours', () => {
  expect(() => aktivSti('findes-ikke.css')).toThrow('No file named')
})
