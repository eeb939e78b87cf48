import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Markup, SPROG, toText } from '#web'
import { aftalerView } from '../../src/overblik/web/aftaler.view.ts'
import { dokumenterView } from '../../src/overblik/web/dokumenter.view.ts'
import { hvadKanJegSeView } from '../../src/overblik/web/hvad-kan-jeg-se.view.ts'
import { hvemHarSetView } from '../../src/overblik/web/hvem-har-set.view.ts'
import { notaterView, notatView } from '../../src/overblik/web/notater.view.ts'
import { nytView } from '../../src/overblik/web/nyt.view.ts'
import { parseSagsfilter } from '../../src/overblik/web/sagsfilter.ts'
import { sagslisteView } from '../../src/overblik/web/sagsliste.view.ts'
import { sagssideView } from '../../src/overblik/web/sagsside.view.ts'
import { startsideView } from '../../src/overblik/web/startside.view.ts'
import { parseAar, ydelserView } from '../../src/overblik/web/ydelser.view.ts'
import { DKFDS_KLASSER } from '../../src/web/assets/dkfds-klasser.ts'
import { kontekst, renderNavngivet, SIDER } from '../byggere/sider.ts'
import * as v from '../byggere/visninger.ts'

const NAVNE = Object.keys(SIDER)
/** Those who work with systems are told of systems and numbers by name; citizens never. */
const BORGERSIDER = NAVNE.filter(
  (navn) =>
    !/^(vej|afproevning|konfiguration|gennemgang|noedstop|forhaandsvisning|plan|ord|tal|daekning|alarmer|borger|advis|attest)(-|$)/.test(
      navn,
    ),
)
const uden = (side: string, maerke: string) => side.replace(new RegExp(`<${maerke}\\b[\\s\\S]*?</${maerke}>`, 'g'), '')

describe.each(SPROG)('in %s', (sprog) => {
  test.each(NAVNE)('%s is one page with one heading, nothing forgotten and nothing inline', async (navn) => {
    const side = await renderNavngivet(navn, sprog)
    expect(side.startsWith(`<!doctype html>\n<html lang="${sprog}">`)).toBe(true)
    expect(side.match(/<h1[\s>]/g)).toHaveLength(1)
    // A tab at work says which page it is, and no tab says about whom.
    const titel = /<title>(.*)<\/title>/.exec(side)?.[1] ?? ''
    expect(titel).toMatch(side.includes('class="bb-arbejde"') ? /^([^<]+ – )?Borgerblikket$/ : /^Borgerblikket$/)
    const om = /class="bb-besoegt">\S+ <strong>([^<]+)|<h1 id="person">([^<]+)/.exec(side)
    if (om) expect(titel).not.toContain(om[1] ?? om[2])
    expect(side).not.toMatch(/undefined|\[object|NaN|Invalid|null/)
    expect(side).not.toMatch(/<style|\sstyle=|\son[a-z]+="|<script(?![^>]* src=)/)
    const ider = [...side.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect(ider.filter((id, i) => ider.indexOf(id) !== i)).toEqual([])
  })

  test.each(NAVNE)('%s has only classes that have looks', async (navn) => {
    const side = await renderNavngivet(navn, sprog)
    const klasser = [...side.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, liste = '']) => liste.split(/\s+/))
    expect([...new Set(klasser)].filter((klasse) => !klasse.startsWith('bb-') && !DKFDS_KLASSER.has(klasse))).toEqual([])
  })

  test.each(BORGERSIDER)('%s names no system outside what is folded, no number of KLE, and nobody at work', async (navn) => {
    const side = uden(await renderNavngivet(navn, sprog), 'details')
    expect(side).not.toMatch(/Acadre|KMD|Momentum|SBSYS|\bKLE\b|\b\d\d\.\d\d\.\d\d\b/)
  })
})

test('headings never skip a level', async () => {
  for (const navn of NAVNE) {
    const niveauer = [...(await renderNavngivet(navn, 'da')).matchAll(/<h([1-6])\b/g)].map(([, niveau]) => Number(niveau))
    const spring = niveauer.filter((niveau, i) => niveau - (niveauer[i - 1] ?? 0) > 1)
    expect(spring, `${navn}: ${niveauer.join(' ')}`).toEqual([])
  }
})

/** What a field may hold of its own accord: keys that the pages choose words by. Everything else comes from sources, and may hold anything. */
const NOEGLER = new Set([
  'id',
  'part',
  'cvr',
  'art',
  'fremdrift',
  'tilstand',
  'udsagn',
  'status',
  'aarsag',
  'hvem',
  'sag',
  'bevilling',
  'fra',
  'til',
  'dato',
  'start',
  'slut',
  'tid',
  'siden',
  'dataFra',
  'tilsluttetSiden',
  'senesteLevering',
  'opdateret',
  'bevistTil',
  'modtaget',
  'kontrolleret',
  'nyt',
  'oprettet',
  'siden',
  'stillet',
  'frist',
  'beloeb',
  'foerSkat',
  'efterSkat',
  'forbehold',
  'sager',
])
const YDELSESTYPER = new Set(['Økonomisk', 'Fysisk', 'Ressource', 'Tilladelse', 'Aftale', 'Frist'])

/** The same view with `gift` in every text field. */
function forgift<T>(vaerdi: T, gift: string, navn = ''): T {
  if (typeof vaerdi === 'string') return (NOEGLER.has(navn) || YDELSESTYPER.has(vaerdi) ? vaerdi : gift) as T
  if (Array.isArray(vaerdi)) {
    const liste = vaerdi.map((del) =>
      NOEGLER.has(navn) && typeof del === 'string' ? del : forgift(del, gift, navn === 'sager' ? '' : navn),
    )
    return liste as T
  }
  if (vaerdi === null || typeof vaerdi !== 'object') return vaerdi
  return Object.fromEntries(Object.entries(vaerdi).map(([felt, del]) => [felt, forgift(del, gift, felt)])) as T
}

/** The same view with every title empty. */
const udenTitler = <T>(vaerdi: T): T =>
  JSON.parse(JSON.stringify(vaerdi), (navn, del: unknown) =>
    navn !== 'titel' ? del : typeof del === 'string' ? '' : { da: '', en: '' },
  ) as T

const liste = <T>(linjer: readonly T[], art: Parameters<typeof v.daekningFor>[0]) => ({
  linjer,
  daekning: v.daekningFor(art),
  mangler: [{ del: 'x', aarsag: 'fejl' as const }],
})

/** Every view with poison in every field of its view model and of the shell. */
function forgiftede(gift: string, g = <T>(vaerdi: T): T => forgift(vaerdi, gift)): Record<string, Markup> {
  const barn = { part: v.id('barn'), navn: gift, grund: 'foraeldremyndighed' } as const
  const bruger = { navn: gift, udloeber: v.tid('2026-10-08', '09:45'), kanSe: [barn] }
  const k = kontekst('da', `/x?q=${encodeURIComponent(gift)}`, { bruger, kommune: gift, vedroerer: barn })
  const egen = kontekst('en', '/x', { bruger, kommune: gift })
  const [notat] = v.NOTATER
  return {
    start: startsideView(egen, g(v.STARTSIDE)),
    startBarn: startsideView(k, g(v.STARTSIDE)),
    nyt: nytView(k, g(v.STARTSIDE)),
    sager: sagslisteView(
      k,
      g({ sager: v.SAGER, daekning: v.daekningFor('sag'), mangler: [] }),
      parseSagsfilter({ soeg: '', omraade: '' }),
    ),
    soegt: sagslisteView(
      k,
      { sager: v.SAGER, daekning: [], mangler: [] },
      { ...parseSagsfilter({}), soeg: gift, omraade: gift, kommune: gift },
    ),
    sag: sagssideView(k, g(v.SAGSIDE)),
    sagAfgjort: sagssideView(k, g(v.SAGSIDE_AFGJORT)),
    dokumenter: dokumenterView(k, g(liste(v.DOKUMENTER, 'dokument'))),
    notater: notaterView(k, g(liste(v.NOTATER, 'journalnotat'))),
    notat: notat ? notatView(k, g({ notat, kontakt: v.JOBCENTER })) : '',
    ydelser: ydelserView(
      k,
      g({
        bevillinger: v.BEVILLINGER,
        udbetalinger: v.UDBETALINGER,
        daekning: v.daekningFor('bevilling'),
        mangler: [],
        ikkeKilder: ['x'],
      }),
      parseAar(gift, k),
    ),
    aftaler: aftalerView(k, g(liste(v.AFTALEOVERSIGT, 'aftale'))),
    hvemHarSet: hvemHarSetView(k, g({ ...v.OPSLAGSSIDE, linjer: v.OPSLAG })),
    hvadKanJegSe: hvadKanJegSeView(k, g({ daekning: v.daekningFor('sag'), mangler: [], ikkeKilder: ['x'] })),
  } as Record<string, Markup>
}

describe('whatever a source writes', () => {
  const farligt = fc.tuple(
    fc.constantFrom('"', "'", '<', '>', '&', '`', '</title>', '-->', ']]>'),
    fc.string({ unit: fc.constantFrom(...'<>"\'&/= \n\tx'), maxLength: 12 }),
  )

  test('it comes out as text: no tag and no attribute begins in it, on any page', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(farligt, async ([foerst, rest]) => {
        const gift = `x-kanarie${foerst}${rest}<x-ond onclick="a" ' =x>`
        for (const [navn, markup] of Object.entries(forgiftede(gift))) {
          const side = await toText(markup)
          expect(side, navn).toContain('x-kanarie')
          expect(side, navn).not.toContain(gift)
          expect(side, navn).not.toContain('<x-ond')
          expect(side, navn).not.toMatch(/\sonclick="/)
          // Every quote within a tag still pairs: names of attributes are only those that the pages write.
          const attributter = [...side.matchAll(/<[a-z][a-z0-9]*((?:\s+[a-z:-]+(?:="[^"<]*")?)*)\s*>/g)]
          expect(attributter.length, navn).toBe(side.match(/<[a-z]/g)?.length)
        }
      }),
      { seed: 20261008, numRuns: 40 },
    )
  })

  test('an address in a contact is a link only over https', async () => {
    const side = await toText(
      sagssideView(kontekst('da', '/x'), { ...v.SAGSIDE, kontakt: { ...v.JOBCENTER, sikkerPost: 'javascript:alert(1)' } }),
    )
    expect(side).not.toContain('href="javascript:')
  })

  test('no title leaves no link or heading empty', async () => {
    for (const markup of Object.values(forgiftede('x', udenTitler))) {
      const side = await toText(markup)
      const tomme = side.match(/<(a|h[1-6]|button)\b[^>]*>\s*(<svg(?:(?!<\/svg>)[\s\S])*<\/svg>)?\s*<\/\1>/g)
      expect(tomme).toBeNull()
    }
  })
})

test('past the last page of cases stands the last, and no case is lost between pages', async () => {
  const vis = async (side: string) =>
    toText(
      sagslisteView(kontekst('da', '/sager'), { sager: v.MANGE_SAGER, daekning: [], mangler: [] }, parseSagsfilter({ side })),
    )
  const links = async (side: string) =>
    [...(await vis(side)).matchAll(/class="bb-raekkelink" href="\/sager\/([^"]+)"/g)].map(([, id]) => id)
  const alle = (await Promise.all(['1', '2', '3', '4', '5', '6'].map(links))).flat()
  expect(alle).toEqual(v.MANGE_SAGER.map(({ id }) => id))
  expect(await links('99')).toEqual(await links('6'))
  expect(await vis('2')).toContain('Viser 26 til 50 af 150 sager')
})

test('a deadline that has passed still waits; what is held or cancelled does not', async () => {
  const frist = (start: string, status: 'Aktiv' | 'Opfyldt') => ({
    ...(v.AFTALEOVERSIGT[0] as (typeof v.AFTALEOVERSIGT)[number]),
    id: v.id(start + status),
    start: v.tid(start),
    status,
    titel: v.ens(`${start} ${status}`),
  })
  const side = await toText(
    aftalerView(kontekst('da', '/aftaler'), liste([frist('2026-10-01', 'Aktiv'), frist('2026-10-02', 'Opfyldt')], 'aftale')),
  )
  const [kommende = '', tidligere = ''] = side.split('id="tidligere"')
  expect(kommende).toContain('2026-10-01 Aktiv')
  expect(kommende).toContain('Fristen er gået. Kontakt kommunen.')
  expect(tidligere).toContain('2026-10-02 Opfyldt')
})

test('the year of payments is the chosen one; what has no date is in every year, and nothing else is counted', async () => {
  const k = kontekst('da', '/ydelser')
  const alt = { bevillinger: [], daekning: [], mangler: [], ikkeKilder: [] }
  const udbetalinger = [
    v.udbetaling('A', 'udbetalt', '2026-01-01', '1'),
    v.udbetaling('B', 'udbetalt', '2025-12-31', '1'),
    v.udbetaling('C', 'udbetalt', undefined, '1'),
  ]
  const navne = async (aar: unknown) =>
    [
      ...(await toText(ydelserView(k, { ...alt, udbetalinger }, parseAar(aar, k)))).matchAll(/<span id="[^"]*">(\w)<\/span>/g),
    ].map(([, navn]) => navn)
  expect(await navne(undefined)).toEqual(['A', 'C'])
  expect(await navne('2025')).toEqual(['B', 'C'])
  expect(await navne('2024')).toEqual(['C'])
  expect(await navne('20x4')).toEqual(['A', 'C'])
})

test('a payment planned for a day that has passed is neither coming nor paid', async () => {
  const k = kontekst('da', '/ydelser')
  const udbetalinger = [
    v.udbetaling('Gaaet', 'planlagt', '2026-10-07', '777'),
    v.udbetaling('Dagens', 'planlagt', '2026-10-08', '888'),
    v.udbetaling('Udendag', 'sendt', undefined, '999'),
  ]
  const visning = { bevillinger: [], daekning: [], mangler: [], ikkeKilder: [], udbetalinger }
  const [kommende = '', resten = ''] = (await toText(ydelserView(k, visning, '2026'))).split('id="udbetalt"')
  expect(['Gaaet', 'Dagens', 'Udendag'].map((navn) => kommende.includes(navn))).toEqual([false, true, true])
  expect(resten).toContain('Gaaet')
  expect(resten).not.toContain('777')
})

test('a closed case does not say that help has stopped, and no date for an answer is promised', async () => {
  const side = await toText(
    sagssideView(kontekst('da', '/x'), { ...v.SAGSIDE, sag: { ...v.SYGEDAGPENGE, fremdrift: 'Afsluttet' } }),
  )
  expect(side).toContain('Sagen er lukket. Hjælp og udbetalinger kan fortsætte.')
  expect(side).not.toMatch(/svar senest/i)
})

test('who has looked ends with the same sentence, whether lines were left out or not', async () => {
  for (const linjer of [v.OPSLAG, []])
    expect(await toText(hvemHarSetView(kontekst('da', '/x'), { ...v.OPSLAGSSIDE, linjer }))).toContain(
      'Nogle opslag kan være udeladt efter loven.',
    )
})
