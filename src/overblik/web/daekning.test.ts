import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toText } from '#web'
import { kontekst } from '../../../test/byggere/sider.ts'
import { daekning, daekningFor, intetFor, KORSBAEK, NABO, tid } from '../../../test/byggere/visninger.ts'
import type { DaekningVisning } from '../visninger.ts'
import { aeldsteBevis, aeldsteLevering, daekningsdel, tomListe } from './daekning.ts'

const k = kontekst('da', '/sager')
const INTET = 'Der er ingen sager, som kan vises her.'
const UNDTAGET = 'Nogle sager og oplysninger kan være undtaget efter loven.'
const tom = (del: Parameters<typeof tomListe>[1]) => toText(tomListe(k, del))

describe('"there is none"', () => {
  test('is said where every area is proved, with the time it rests on', async () => {
    expect(await tom(intetFor('sag'))).toContain(INTET)
    const side = await tom(intetFor('sag'))
    expect(side).toContain('Opgjort <time datetime="2026-10-08T06:05:00.000Z">i dag kl. 8.05</time>.')
    expect(side).toContain('har bekræftet, at vi har alt det')
  })

  test.each(['ikkeSet', 'ikkeTilsluttet', 'vist'] as const)('is not said where one area is %s', async (udsagn) => {
    const side = await tom([...intetFor('sag').slice(1), daekning(KORSBAEK, 'sundhed', 'sag', udsagn)])
    expect(side).not.toContain('Der er ingen')
    expect(side).toContain('Det betyder ikke, at der ikke er noget.')
  })

  test('is not said where nothing is known at all', async () => {
    expect(await tom([])).not.toContain('Der er ingen')
    expect(await toText(daekningsdel(k, []))).toContain('Vi ved ikke, om kommuner har noget om dig her')
  })

  test('follows from the statements alone, for any mixture of them', async () => {
    const del = fc.record({
      kommune: fc.constantFrom(KORSBAEK, NABO),
      omraade: fc.constantFrom('sundhed', 'andet', 'bolig-og-byggeri'),
      udsagn: fc.constantFrom('vist' as const, 'intet' as const, 'ikkeSet' as const, 'ikkeTilsluttet' as const),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(del, { maxLength: 8 }), async (dele) => {
        const kendt = dele.map(({ kommune, omraade, udsagn }) => daekning(kommune, omraade, 'sag', udsagn))
        const bevist = kendt.length > 0 && dele.every(({ udsagn }) => udsagn === 'intet')
        expect((await tom(kendt)).includes('Der er ingen')).toBe(bevist)
        const tekst = await toText(daekningsdel(k, kendt))
        expect(tekst.includes(INTET)).toBe(dele.some(({ udsagn }) => udsagn === 'intet'))
        expect(tekst).toContain(UNDTAGET)
      }),
      { seed: 20261008, numRuns: 200 },
    )
  })
})

test('what is not known is said with its reasons, and where to ask', async () => {
  const side = await toText(daekningsdel(k, daekningFor('sag')))
  expect(side).toContain(
    'Vi har ikke set nogen sager, men vi kan ikke sige, at der ingen er, fordi vi kun har oplysninger fra 1. januar 2019 og frem og vi ikke har talt efter',
  )
  expect(side).toContain('Vi viser ingen sager herfra. Spørg kommunen.')
  expect(side).toContain('Der kan mangle noget, fordi den seneste levering er forsinket.')
  expect(side).toContain('<a href="tel:70123400">')
})

test('how far back is said only where every source has told it', async () => {
  const del = daekning(KORSBAEK, 'sundhed', 'sag', 'ikkeSet', { forbehold: ['kunSiden'] })
  const [kilde] = del.kilder
  if (!kilde) throw new Error('no source')
  const side = (...fra: (string | undefined)[]) =>
    toText(daekningsdel(k, [{ ...del, kilder: fra.map((dataFra) => ({ ...kilde, dataFra })) }]))
  expect(await side('2019-01-01', '2021-02-03')).toContain('fordi vi kun har oplysninger fra 3. februar 2021 og frem')
  for (const ukendt of [await side(undefined), await side('2019-01-01', undefined)]) {
    expect(ukendt).toContain('fordi vi ikke ved, hvor langt tilbage oplysningerne går')
    expect(ukendt).not.toContain('vi kun har')
  }
})

test('while one looks for somebody else it is said that only dagtilbud is shown', async () => {
  const vedroerer = { part: 'x', navn: 'dit barn', grund: 'foraeldremyndighed' } as const
  const saetning = 'For andre end dig selv vises kun dagtilbud.'
  expect(await toText(daekningsdel(kontekst('da', '/sager', { vedroerer }), []))).toContain(saetning)
  expect(await toText(daekningsdel(k, []))).not.toContain(saetning)
})

test('who is not a source is named, and what they pay', async () => {
  const side = await toText(daekningsdel(k, daekningFor('sag'), ['Udbetaling Danmark', 'Fonden <b>']))
  expect(side).toContain('Udbetaling Danmark er ikke tilsluttet. Derfor kan du ikke se folkepension')
  expect(side).toContain('Fonden &lt;b&gt; er ikke tilsluttet.')
})

test('two kinds of which the same is said share a line; the name of a system stands folded', async () => {
  const to = (['bevilling', 'oekonomiskEffektuering'] as const).map((art) => daekning(KORSBAEK, 'sundhed', art, 'vist'))
  const side = await toText(daekningsdel(k, to))
  expect(side.match(/<li>/g)).toHaveLength(1)
  expect(side).toContain('Her er de bevillinger og udbetalinger, som kan vises.')
  expect(side.indexOf('Acadre')).toBeGreaterThan(side.indexOf('<details'))
})

test('what is proved is told as of the oldest proof, and what is not as of when something last came', async () => {
  const til = (bevistTil: DaekningVisning['bevistTil']) => daekning(KORSBAEK, 'sundhed', 'sag', 'intet', { bevistTil })
  expect(aeldsteBevis([til(tid('2026-10-08', '08:00')), til(tid('2026-10-07', '09:00'))])).toBe(tid('2026-10-07', '09:00'))
  expect(aeldsteBevis([til(tid('2026-10-08', '08:00')), til(undefined)])).toBeUndefined()
  expect(aeldsteBevis([])).toBeUndefined()
  expect(await toText(daekningsdel(k, [til(tid('2026-10-08', '08:00'))]))).toContain('>i dag kl. 8.00</time>.')
  const uvist = daekning(KORSBAEK, 'sundhed', 'sag', 'ikkeSet', { forbehold: ['ikkeBevist'] })
  const side = await toText(daekningsdel(k, [uvist]))
  expect(side).toContain(
    'fordi et af kommunens systemer ikke har bekræftet, at vi har det seneste. Senest modtaget i dag kl. 8.12.',
  )
  expect(side).not.toContain('<time')
})

test('a list is as old as its oldest source, and of unknown age where one never delivered', () => {
  const med = (...tider: (ReturnType<typeof tid> | undefined)[]) =>
    tider.map((senesteLevering) => {
      const del = daekning(KORSBAEK, 'sundhed', 'sag', 'vist')
      return { ...del, kilder: del.kilder.map((kilde) => ({ ...kilde, senesteLevering })) }
    })
  expect(aeldsteLevering(med(tid('2026-10-08'), tid('2026-10-01')))).toBe(tid('2026-10-01'))
  expect(aeldsteLevering(med(tid('2026-10-08'), undefined))).toBeUndefined()
  expect(aeldsteLevering([])).toBeUndefined()
})
