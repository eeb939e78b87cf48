import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { html, type Markup, toText } from '../html.ts'
import { alert, badge, details } from './besked.ts'
import { errorSummary, postKnap, select, textInput } from './formular.ts'
import { ikon } from './ikon.ts'
import { backLink, breadcrumbs, pagination, sidetal } from './navigation.ts'
import { factList, table, timeline } from './opstilling.ts'
import { checkboxes, textArea } from './valg.ts'

const DKFDS = join(dirname(createRequire(import.meta.url).resolve('dkfds')), '../../src/components')
const skabelon = (sti: string): string => readFileSync(join(DKFDS, sti), 'utf8')

/** Each element with its dkfds classes, as "tag.class", in order. Our own classes begin with bb-. */
const struktur = (markup: string): string[] =>
  [...markup.matchAll(/<([a-z0-9]+)\b[^>]*?\sclass="([^"]*)"/g)].flatMap(([, tag, klasser = '']) =>
    klasser
      .split(/\s+/)
      .filter((klasse) => klasse && !klasse.startsWith('bb-'))
      .map((klasse) => `${tag}.${klasse}`),
  )

/** True where dkfds' own macro gives an element of this kind this class. */
const giver = (makro: string, led: string): boolean => {
  const [tag, klasse = ''] = led.split('.')
  // Icons get their classes through a macro of their own.
  if (tag === 'svg' && makro.includes(`"classes": "${klasse}"`)) return true
  const varianter = klasse.replace(/-(info|success|warning|error)$/, '-{{')
  return [...makro.matchAll(/<(?:([a-z0-9]+)|\{\{[^}]*\}\})[^<]*?class="([^<>]*?)"/g)].some(
    ([, navn, klasser = '']) =>
      (navn === undefined || navn === tag) &&
      (new RegExp(`(^|[\\s}])${klasse}($|[\\s{"])`).test(klasser) || klasser.includes(varianter)),
  )
}

const felt = { id: 'soeg', navn: 'soeg', etiket: 'Søg', hjaelp: 'Et ord', fejl: 'Skriv noget', vaerdi: 'x' }
const KOMPONENTER: readonly (readonly [string, readonly string[], Markup])[] = [
  ['alert', ['alerts/alerts.njk'], alert('da', 'warning', { overskrift: 'Obs', indhold: 'Tekst' })],
  ['badge', ['badge/badges.njk'], html`${badge('success', 'Afgjort')}${badge('neutral', 'Lukket')}`],
  ['details', ['details/details.njk'], details('Mere', 'Tekst')],
  ['breadcrumbs', ['breadcrumbs/breadcrumbs.njk'], breadcrumbs('da', [{ tekst: 'Sager', sti: '/sager' }, { tekst: 'Pas' }])],
  ['back link', ['back-link/back-link.njk'], backLink('/', 'Tilbage')],
  ['pagination', ['pagination/pagination.njk'], html`${pagination('da', 5, 20, (nr) => `/sager?side=${nr}`)}`],
  [
    'text field',
    ['form/controls/text-input.njk', 'form/controls/label.njk', 'form/controls/helptext.njk', 'form/controls/errormessage.njk'],
    textInput('da', felt),
  ],
  [
    'select',
    ['form/controls/select.njk', 'form/controls/label.njk', 'form/controls/helptext.njk', 'form/controls/errormessage.njk'],
    select('da', felt, [{ vaerdi: 'x', tekst: 'X' }]),
  ],
  [
    'checkboxes',
    ['checkboxes/checkboxes.njk', 'checkboxes/checkbox.njk', 'form/controls/helptext.njk', 'form/controls/errormessage.njk'],
    checkboxes('da', { ...felt, valgte: ['x'] }, [
      { vaerdi: 'x', tekst: 'X' },
      { vaerdi: 'y', tekst: 'Y' },
    ]),
  ],
  [
    'text area',
    ['form/controls/text-area.njk', 'form/controls/label.njk', 'form/controls/helptext.njk', 'form/controls/errormessage.njk'],
    textArea('da', felt, 3),
  ],
  ['table', ['table/table.njk'], html`${table('Navn', [{ overskrift: 'A', celle: String }], [1])}`],
]

test.each(KOMPONENTER)("our %s has the elements and classes of dkfds' own", async (_navn, makroer, markup) => {
  const makro = [...makroer, 'icons/icons--svg.njk'].map(skabelon).join('\n')
  const led = struktur(await toText(markup)).filter((del) => !KENDTE_AFVIGELSER.has(del))
  expect(led.length).toBeGreaterThan(0)
  expect(led.filter((del) => !giver(makro, del))).toEqual([])
})

/** Where we differ, with the reason: text that may hold several paragraphs is a div; a table's name is read out. */
const KENDTE_AFVIGELSER = new Set(['div.alert-text', 'h2.alert-heading', 'caption.sr-only', 'table.table-md-responsive-headers'])

test('the comparison sees a class that dkfds does not have', () => {
  const makro = skabelon('alerts/alerts.njk')
  expect(giver(makro, 'div.alert-warning')).toBe(true)
  expect(giver(makro, 'div.alert-boks')).toBe(false)
  expect(giver(skabelon('details/details.njk'), 'div.details-summary')).toBe(false)
  expect(readdirSync(DKFDS).length).toBeGreaterThan(20)
})

describe('structure', () => {
  const tekst = async (markup: Markup | undefined): Promise<string> =>
    markup ? (await toText(markup)).replace(/\s*\n\s*/g, '') : ''

  test('an icon is decoration unless it has a name', async () => {
    expect(await tekst(ikon('check'))).toMatch(
      /^<svg class="icon-svg" focusable="false" aria-hidden="true"><use href="\/statisk\/[\w-]+\/ikoner\.svg#check"><\/use><\/svg>$/,
    )
    expect(await tekst(ikon('info', { navn: 'Information' }))).toContain('role="img" aria-label="Information"')
  })

  test('a field names its help and its error, and keeps what was typed', async () => {
    const markup = await tekst(textInput('da', { ...felt, vaerdi: '"><b>' }, 'search'))
    expect(markup).toContain('<label class="form-label" for="soeg">Søg</label>')
    expect(markup).toContain(
      '<input type="search" id="soeg" name="soeg" class="form-input" value="&quot;&gt;&lt;b&gt;" aria-describedby="soeg-hint soeg-error" aria-invalid="true">',
    )
    const uden = await tekst(textInput('da', { id: 'a', navn: 'a', etiket: 'A', vaerdi: '' }))
    expect(uden).not.toContain('aria-')
  })

  test('a select has its choice selected', async () => {
    const valg = [
      { vaerdi: '', tekst: 'Alle' },
      { vaerdi: 'x', tekst: 'X' },
    ]
    expect(await tekst(select('da', { ...felt, vaerdi: 'x' }, valg))).toContain(
      '<option value="">Alle</option><option value="x" selected>X</option>',
    )
  })

  test('of several choices those chosen are checked, and the first can be gone to from the summary', async () => {
    const valg = [
      { vaerdi: 'x', tekst: 'X' },
      { vaerdi: 'y', tekst: 'Y' },
    ]
    const markup = await tekst(checkboxes('da', { ...felt, valgte: ['y'] }, valg))
    expect(markup).toContain('id="soeg" name="soeg" class="form-checkbox" value="x"><label')
    expect(markup).toContain('id="soeg-2" name="soeg" class="form-checkbox" value="y" checked><label')
  })

  test('a text area keeps what was typed, and nothing in it is markup', async () => {
    expect(await tekst(textArea('da', { ...felt, vaerdi: '</textarea><b>' }, 3))).toContain(
      '>&lt;/textarea&gt;&lt;b&gt;</textarea>',
    )
  })

  test('errors are summed up with links to their fields, and not where there are none', async () => {
    expect(await tekst(errorSummary('da', [felt, { ...felt, id: 'andet' }]))).toContain(
      '<li><a href="#soeg">Skriv noget</a></li><li><a href="#andet">',
    )
    expect(errorSummary('da', [{ id: 'a', navn: 'a', etiket: 'A', vaerdi: '' }])).toBeUndefined()
  })

  test('what changes something is posted', async () => {
    expect(await tekst(postKnap('/log-ud', { tekst: 'Log ud', klasse: 'button', felter: { part: '1' } }))).toBe(
      '<form method="post" action="/log-ud"><input type="hidden" name="part" value="1"><button type="submit" class="button">Log ud</button></form>',
    )
  })

  test('cells carry their heading for the phone', async () => {
    expect(await tekst(table('Beløb', [{ overskrift: 'Kr.', celle: String, tal: true }], [1]))).toContain(
      '<td data-title="Kr." class="bb-tal">1</td>',
    )
  })

  test('the last step is where it stands; facts without a value are left out', async () => {
    const trin = [
      { titel: 'A', tid: '1', aktuelt: false },
      { titel: 'B', tid: '2', aktuelt: true },
    ]
    expect((await tekst(timeline(trin))).match(/aria-current="step"/g)).toHaveLength(1)
    expect(
      await tekst(
        factList([
          ['A', 'a'],
          ['B', undefined],
        ]),
      ),
    ).toBe('<dl class="bb-fakta"><div><dt>A</dt><dd>a</dd></div></dl>')
  })
})

test.each([
  [1, 1, [1]],
  [3, 7, [1, 2, 3, 4, 5, 6, 7]],
  [1, 20, [1, 2, undefined, 20]],
  [10, 20, [1, undefined, 9, 10, 11, undefined, 20]],
  [19, 20, [1, undefined, 18, 19, 20]],
])('on page %i of %i these can be reached', (nuvaerende, alle, ventet) => {
  expect(sidetal(nuvaerende, alle)).toEqual(ventet)
})

test('one page needs no pages', () => {
  expect(pagination('da', 1, 1, String)).toBeUndefined()
})
