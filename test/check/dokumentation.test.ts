import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ARTER, ok, uuid } from '#kernel'
import type { IndkommenLinje, Kvittering } from '../../src/modtagelse/leverance/index.ts'
import { checkAendring, checkElement, normalizeAendring, normalizeRest } from '../../src/modtagelse/regler/index.ts'
import { parseLinje } from '../../src/modtagelse/rest/parse-linje.ts'
import { parseSoegning } from '../../src/modtagelse/rest/parse-soegning.ts'
import { handleSoap } from '../../src/modtagelse/soap/faelles/handle-soap.ts'
import type { Soapkald } from '../../src/modtagelse/soap/faelles/tjeneste.ts'
import { toKald } from '../../src/modtagelse/soap/sagdokumentindeks/kald.testdata.ts'
import { SAGDOKUMENTINDEKS } from '../../src/modtagelse/soap/sagdokumentindeks/tjeneste.ts'
import { checkSoegning } from '../../src/modtagelse/soegning/check-soegning.ts'

const read = (navn: string) => readFileSync(new URL(`../../docs/tilslutning/${navn}`, import.meta.url), 'utf8')
const eksempler = (navn: string, sprog: string) =>
  [...read(navn).matchAll(new RegExp(`^\`\`\`${sprog}\\n([\\s\\S]*?)\\n\`\`\`$`, 'gm'))].map(([, indhold = '']) => indhold)

const AFSENDER = { itSystem: uuid('849ce7e7-57ee-5381-ae85-fc13f56ebf75'), systemNavn: 'Lindely Omsorg' }

/** What a line is taken in as, with the rules it breaks. */
function takeIn(linje: string) {
  const laest = parseLinje(linje)
  if ('opdater' in laest) return { art: 'opdater', brud: checkAendring(normalizeAendring(laest.opdater, AFSENDER)) }
  if ('fjern' in laest) return { art: 'fjern', brud: laest.brud }
  if (!('element' in laest)) return { art: undefined, brud: laest.brud }
  return { art: laest.element.art, brud: checkElement(normalizeRest(laest.element, AFSENDER)) }
}

test('each example line of the REST guide passes the rules; every kind has one, and so have a change and a deletion', () => {
  const svar = eksempler('rest.md', 'json').map(takeIn)
  expect(svar).toEqual(['opdater', 'fjern', ...ARTER].map((art) => ({ art, brud: [] })))
})

test('the search of the REST guide is one', () => {
  const [soegning = ''] = eksempler('rest.md', 'text').filter((tekst) => tekst.startsWith('{"arter"'))
  const laest = parseSoegning(soegning)
  expect(laest && checkSoegning(laest)).toMatchObject({ ok: true })
})

/** What the examples show although the rules do not ask for it. */
const VALGFRI = new Set(['sagsparter', 'journalposter', 'status', 'bevillingssager'])

test('the examples are minimal: without any other of its fields a line is refused', () => {
  const hele = eksempler('rest.md', 'json').filter((linje) => !linje.includes('"operation"'))
  const undvaerlige = hele.flatMap((linje) => {
    const element = JSON.parse(linje) as Record<string, unknown>
    const felter = Object.keys(element).filter((felt) => !VALGFRI.has(felt))
    const uden = (felt: string) => JSON.stringify({ ...element, [felt]: undefined })
    return felter.filter((felt) => takeIn(uden(felt)).brud.length === 0).map((felt) => `${String(element['art'])}.${felt}`)
  })
  expect(undvaerlige).toEqual([])
})

test('each message of the SOAP guide is understood: what it brings, changes, asks for and removes', async () => {
  const modtaget: unknown[] = []
  const modtag = async (linjer: readonly IndkommenLinje[]): Promise<Kvittering[]> => {
    const slags = (linje: IndkommenLinje) => ['element', 'opdater', 'fjern'].find((felt) => felt in linje)
    modtaget.push(...linjer.map((linje) => ({ slags: slags(linje), brud: linje.brud })))
    return linjer.map(({ linje }) => ({ linje, id: undefined, udfald: 'modtaget', brud: [] }))
  }
  const soeg: Soapkald['soeg'] = async (soegning) => {
    modtaget.push(soegning)
    return ok({ ialt: {}, fund: [] })
  }
  for (const besked of eksempler('soap.md', 'xml')) {
    const svar = await handleSoap(SAGDOKUMENTINDEKS, toKald({ modtag, soeg }), besked)
    expect(svar.body).toContain('<sd:StatusKode>20</sd:StatusKode>')
  }
  expect(modtaget).toMatchObject([
    { slags: 'element', brud: [] },
    { slags: 'opdater', brud: [] },
    { arter: ['sag'], antal: 50, udtryk: { og: [{ liste: 'egenskaber' }, { liste: 'sagsparter' }, { ikke: {} }] } },
    { slags: 'fjern', brud: [] },
  ])
})
