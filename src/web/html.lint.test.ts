import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { html, join as joinMarkup, toText } from './html.ts'

const SRC = join(import.meta.dirname, '..')

type Ramme = { readonly slags: 'kode'; dybde: number } | { readonly slags: 'skabelon'; readonly erHtml: boolean; tekst: string }

// Written apart, so that this file's own checker does not take them for forgotten templates.
const STED = '$' + '{'
const PLADS = `${STED}}`

const I_KODE = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|[\s\S]/y
const I_SKABELON = /\\[\s\S]|\$\{|[\s\S]/y

/** The texts of all `html` templates of a source, with ${} for each place. Knows strings, comments, and templates within places. */
function skabeloner(kilde: string): string[] {
  const fundne: string[] = []
  const rammer: Ramme[] = [{ slags: 'kode', dybde: 0 }]
  for (let i = 0; i < kilde.length; ) {
    const ramme = rammer.at(-1) as Ramme
    const moenster = ramme.slags === 'kode' ? I_KODE : I_SKABELON
    moenster.lastIndex = i
    const led = moenster.exec(kilde)?.[0] ?? ''
    if (ramme.slags === 'kode') laesKode(ramme, led, rammer, /\bhtml$/.test(kilde.slice(Math.max(0, i - 6), i)))
    else laesSkabelon(ramme, led, rammer, fundne)
    i += led.length
  }
  return fundne
}

function laesKode(ramme: Ramme & { slags: 'kode' }, led: string, rammer: Ramme[], erHtml: boolean): void {
  if (led === '`') rammer.push({ slags: 'skabelon', erHtml, tekst: '' })
  else if (led === '}' && ramme.dybde === 0) rammer.pop()
  else ramme.dybde += led === '{' ? 1 : led === '}' ? -1 : 0
}

function laesSkabelon(ramme: Ramme & { slags: 'skabelon' }, led: string, rammer: Ramme[], fundne: string[]): void {
  if (led === '`') {
    rammer.pop()
    if (ramme.erHtml) fundne.push(ramme.tekst)
    return
  }
  ramme.tekst += led === STED ? PLADS : led
  if (led === STED) rammer.push({ slags: 'kode', dybde: 0 })
}

/** Places where a value stands as an attribute without quotes: in a tag, or in a template that is an attribute by itself. */
function ucitererede(skabelon: string): string[] {
  const tags = skabelon.match(/<[a-z/!](?:"[^"]*"|'[^']*'|[^"'>])*>?/gi) ?? []
  const dele = /^\s+[\w-]+=/.test(skabelon) ? [...tags, skabelon] : tags
  return dele.filter((del) => /=\s*\$\{\}/.test(del.replace(/"[^"]*"|'[^']*'/g, '""')))
}

const kilder = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((fil) => fil.endsWith('.ts') && !fil.endsWith('.test.ts'))
  .map((fil) => join(SRC, fil))
  // The stand-in for MitID is another site, with a style of its own.
  .filter((fil) => !fil.includes(join('demo', 'mitid')))
  .filter((fil) => /\bhtml`/.test(readFileSync(fil, 'utf8')))

test('the lint finds what it is for', () => {
  // § stands for a dollar sign.
  const kilde = (tekst: string) => tekst.replaceAll('§', '$')
  const farlig = kilde('const a = html`<a href=§{sti} class="x">§{html`<b id=§{id}>`}</a>`; html` id=§{x}`')
  expect(skabeloner(farlig)).toHaveLength(3)
  expect(skabeloner(farlig).flatMap(ucitererede)).toHaveLength(3)
  expect(ucitererede(kilde('<a href="§{}">1 =§{}</a>'))).toEqual([])
  expect(skabeloner(kilde("// html`x`\nconst s = 'html`y`'; const t = `<i>§{html`<b>`}`"))).toEqual(['<b>'])
})

test('every value in an attribute stands between quotes', () => {
  expect(kilder.length).toBeGreaterThan(15)
  const fejl = kilder.flatMap((fil) =>
    skabeloner(readFileSync(fil, 'utf8')).flatMap((skabelon) =>
      ucitererede(skabelon).map((sted) => `${relative(SRC, fil)}: ${sted}`),
    ),
  )
  expect(fejl).toEqual([])
})

test('no template has style or script of its own, and none passes markup unescaped', () => {
  const fejl = kilder.flatMap((fil) => {
    const kilde = readFileSync(fil, 'utf8')
    const indlejret = skabeloner(kilde).filter((skabelon) =>
      /<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:/i.test(skabelon),
    )
    return [...indlejret, ...(/\braw\(/.test(kilde) ? ['raw('] : [])].map((sted) => `${relative(SRC, fil)}: ${sted.slice(0, 80)}`)
  })
  expect(fejl).toEqual([])
})

test('values are escaped once, markup is not, and what is not there gives nothing', async () => {
  expect(await toText(html`<p title="${'"\'<&>'}">${'<b>'}${html`<i>${'&'}</i>`}${undefined}${[1, 'a']}</p>`)).toBe(
    '<p title="&quot;&#39;&lt;&amp;&gt;">&lt;b&gt;<i>&amp;</i>1a</p>',
  )
  expect(await toText(joinMarkup(['a', undefined, html`<b>b</b>`], ' · '))).toBe('a · <b>b</b>')
})
