import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ok } from '#kernel'
import type { IndkommenLinje, Kvittering } from '../../src/modtagelse/leverance/index.ts'
import { listRegler } from '../../src/modtagelse/regler/index.ts'
import { handleSoap } from '../../src/modtagelse/soap/faelles/handle-soap.ts'
import type { Soapkald } from '../../src/modtagelse/soap/faelles/tjeneste.ts'
import { toKald } from '../../src/modtagelse/soap/sagdokumentindeks/kald.testdata.ts'
import { YDELSESTJENESTER } from '../../src/modtagelse/soap/ydelsesindeks/tjenester.ts'

const GUIDE = readFileSync(new URL('../../docs/tilslutning/ydelsesindeks.md', import.meta.url), 'utf8')
const EKSEMPLER = [...GUIDE.matchAll(/^```xml\n([\s\S]*?)\n```$/gm)].map(([, xml = '']) => xml)
const [YDELSEINDEKS, , OEKONOMISKEFFEKTUERINGINDEKS] = YDELSESTJENESTER

test('each message of the guide to Ydelsesindeks is understood: what it brings, changes, asks for and removes', async () => {
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
  expect(EKSEMPLER.length).toBe(4)
  for (const besked of EKSEMPLER) {
    const tjeneste = besked.includes('oef:FjernInput') ? OEKONOMISKEFFEKTUERINGINDEKS : YDELSEINDEKS
    const svar = await handleSoap(tjeneste!, toKald({ modtag, soeg }), besked)
    expect(svar.body).toContain('<sd:StatusKode>20</sd:StatusKode>')
    expect(svar.body).not.toContain('<sd:StatusKode>40</sd:StatusKode>')
  }
  expect(modtaget).toMatchObject([
    { slags: 'element', brud: [] },
    { slags: 'element', brud: [] },
    { slags: 'opdater', brud: [] },
    {
      arter: ['bevilling'],
      antal: 50,
      udtryk: {
        og: [
          { liste: 'bevilgedeYdelser', felter: { 'ydelse.klassifikation.brugervendtNoegle': '27.36.*' } },
          { liste: 'bevillingsparter', felter: { rolle: 'Ydelsesmodtager', referenceId: 'urn:oio:cpr-nr:8712450017' } },
        ],
      },
    },
    {
      arter: ['oekonomiskEffektuering'],
      udtryk: {
        liste: 'egenskaber',
        intervaller: { dispositionsdato: { fra: '2026-02-01T00:00:00+01:00', til: '2026-02-28T23:59:59+01:00' } },
      },
      sortering: [{ efter: { liste: 'egenskaber', felt: 'dispositionsdato' }, retning: 'faldende' }],
    },
    { slags: 'fjern', brud: [] },
  ])
})

test('the example grant and payment are minimal: without any element that a rule asks for they are refused', async () => {
  const [importer = ''] = EKSEMPLER
  const valgfri = /<(bi:(Navn|OekonomiskEffektueringsplan|Bevillingsaktoer)|gd:LokalUdvidelseListe|bby:|oef:Ydelses)/
  const linjer = importer.split('\n')
  const felter = linjer.flatMap((linje, i) => (/^ {12,}<(\w+:[\w-]+)>.+<\/\1>$/.test(linje) && !valgfri.test(linje) ? [i] : []))
  expect(felter.length).toBeGreaterThan(30)
  const undvaerlige: string[] = []
  for (const felt of felter) {
    const brudt: boolean[] = []
    const modtag = async (alle: readonly IndkommenLinje[]): Promise<Kvittering[]> => {
      brudt.push(...alle.map(({ brud }) => brud.length > 0))
      return alle.map(({ linje, brud }) => ({ linje, id: undefined, udfald: brud.length > 0 ? 'afvist' : 'modtaget', brud }))
    }
    await handleSoap(YDELSEINDEKS!, toKald({ modtag }), linjer.filter((_, i) => i !== felt).join('\n'))
    if (!brudt.includes(true)) undvaerlige.push(linjer[felt]?.trim().replace(/>.*/, '>') ?? '')
  }
  expect([...new Set(undvaerlige)].sort()).toEqual(UNDVAERLIGE)
})

/** What the examples show although the rules do not ask for it: the plan's Id, names of parties, all amounts but one. */
const UNDVAERLIGE: readonly string[] = [
  '<bi:Beregningsfrekvens>',
  '<bi:Dispositionsdag>',
  '<bi:EffektueringsplanStartdato>',
  '<bi:ForudBagud>',
  '<bi:FuldtNavn>',
  '<bi:Id>',
  '<bi:ManueltGodkendes>',
  '<bi:Ydelsesbeloeb>',
  '<oef:BeloebEfterSkatATP>',
  '<oef:BeloebSendtTilUdbetaling>',
  '<oef:SamletBruttobeloeb>',
]

test('every rule that the guide names is in the catalogue', () => {
  const kendte = new Set((['bevilling', 'oekonomiskEffektuering'] as const).flatMap(listRegler).map(({ nummer }) => nummer))
  const naevnte = [...GUIDE.matchAll(/`((?:BEV|EFF)-\d{3})`/g)].map(([, nummer = '']) => nummer)
  expect(naevnte.length).toBeGreaterThan(5)
  expect(naevnte.filter((nummer) => !kendte.has(nummer))).toEqual([])
})
