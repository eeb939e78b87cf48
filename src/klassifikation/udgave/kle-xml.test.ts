import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kleEmne, udgaveAf, xmlAf } from '../test-byggere.ts'
import { parseKleXml } from './kle-xml.ts'
import type { KleOpslag, KleUdgave } from './udgave.ts'

const bytes = (tekst: string): Uint8Array => new TextEncoder().encode(tekst)
const read = (tekst: string) => parseKleXml([bytes(tekst)], 'test.xml')

async function kode(tekst: string): Promise<string> {
  const resultat = await read(tekst)
  return resultat.ok ? 'OK' : resultat.afvisning.kode
}

const emne = (indhold = '', nr = '27.36.04') =>
  `<Emne><EmneNr>${nr}</EmneNr><EmneTitel>Personlig og praktisk hjælp</EmneTitel><EmneAdministrativInfo><OprettetDato>2009-05-01</OprettetDato></EmneAdministrativInfo>${indhold}</Emne>`
const plan = (emner: string, udgivet = '<UdgivelsesDato>2025-05-01</UdgivelsesDato>', foer = '') =>
  `${foer}<KLE-Emneplan>${udgivet}<Hovedgruppe><HovedgruppeNr>27</HovedgruppeNr><HovedgruppeTitel>Social Service</HovedgruppeTitel><Gruppe><GruppeNr>27.36</GruppeNr><GruppeTitel>Personlig hjælp, omsorg og pleje m.v.</GruppeTitel>${emner}</Gruppe></Hovedgruppe></KLE-Emneplan>`

describe("KL's emneplan", () => {
  test('every field of REST version 1.3 that we use is read, and guidance texts are passed over', async () => {
    const resultat = await read(
      plan(
        `<Emne>
          <EmneNr>27.36.04</EmneNr>
          <EmneTitel>Hjælp &amp; pleje</EmneTitel>
          <EmneVejledning><VejledningTekst><p>Emnet <b>dækker</b> <ul><li>27.99.99</li></ul></p></VejledningTekst></EmneVejledning>
          <EmneRetskildeReference><RetskildeTitel>Serviceloven</RetskildeTitel><RetsinfoAccessionsNr>A2020</RetsinfoAccessionsNr></EmneRetskildeReference>
          <EmneAdministrativInfo><OprettetDato>2009-05-01</OprettetDato><RettetDato>2011-05-01</RettetDato></EmneAdministrativInfo>
          <BevaringJaevnfoerArkivloven>K</BevaringJaevnfoerArkivloven>
          <SletningJaevnfoerPersondataloven>P1825D</SletningJaevnfoerPersondataloven>
          <EmneFilter><FilterTitel>JobcenterDelplan</FilterTitel></EmneFilter>
          <EmneStikord><Orden>1</Orden><Tekst>Hjemmehjælp</Tekst></EmneStikord>
          <EmneStikord><Orden>1</Orden><Tekst><![CDATA[Praktisk hjælp]]></Tekst></EmneStikord>
          <UUID>3EF1B91F-7F31-11E6-8BB0-0050C2490048</UUID>
        </Emne>`,
        undefined,
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- KL -->\n',
      ),
    )
    if (!resultat.ok) throw new Error(resultat.afvisning.besked.en)
    expect(resultat.value).toMatchObject({ udgivet: '2025-05-01', kilde: 'test.xml', uddrag: false })
    expect([...resultat.value.emner.values()]).toEqual([
      {
        nr: '27.36.04',
        titel: 'Hjælp & pleje',
        uuid: '3ef1b91f-7f31-11e6-8bb0-0050c2490048',
        bevaring: 'K',
        sletning: 'P1825D',
        afloestAf: [],
        stikord: ['Hjemmehjælp', 'Praktisk hjælp'],
      },
    ])
    expect(resultat.value.grupper.get('27.36')?.titel).toBe('Personlig hjælp, omsorg og pleje m.v.')
    expect(resultat.value.hovedgrupper.get('27')?.titel).toBe('Social Service')
  })

  test('an end is read from UdgaaetDato and from Flyttet, with the numbers that take over', async () => {
    const udgaaet =
      '<EmneAdministrativInfo><OprettetDato>2009-05-01</OprettetDato><Historisk><UdgaaetDato>2024-01-01</UdgaaetDato></Historisk></EmneAdministrativInfo>'
    const flyttet =
      '<EmneAdministrativInfo><OprettetDato>2009-05-01</OprettetDato><Historisk><Flyttet><FlyttetDato>2024-02-01</FlyttetDato><AfloestAf><EmneNr>34.10.10</EmneNr></AfloestAf><AfloestAf><EmneNr>34.10.30</EmneNr></AfloestAf><AfloestAf><GruppeNr>34.15</GruppeNr></AfloestAf></Flyttet></Historisk></EmneAdministrativInfo>'
    const resultat = await read(plan(emne(udgaaet, '27.36.04') + emne(flyttet, '27.36.08')))
    if (!resultat.ok) throw new Error(resultat.afvisning.besked.en)
    expect(resultat.value.emner.get(kleEmne('27.36.04'))).toMatchObject({ nr: '27.36.04', udgaar: '2024-01-01', afloestAf: [] })
    expect(resultat.value.emner.get(kleEmne('27.36.08'))).toMatchObject({
      nr: '27.36.08',
      udgaar: '2024-02-01',
      afloestAf: ['34.10.10', '34.10.30'],
    })
  })

  test('what lies in a group that has ended has ended with it', async () => {
    const slut = '<GruppeAdministrativInfo><Historisk><UdgaaetDato>2020-01-01</UdgaaetDato></Historisk></GruppeAdministrativInfo>'
    const resultat = await read(plan(slut + emne()))
    if (!resultat.ok) throw new Error(resultat.afvisning.besked.en)
    expect(resultat.value.emner.get(kleEmne('27.36.04'))?.udgaar).toBe('2020-01-01')
    expect(resultat.value.grupper.get('27.36')?.udgaar).toBe('2020-01-01')
  })

  test('any edition written as XML comes back the same, however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(udgaveAf(), fc.integer({ min: 1, max: 97 }), async (udgave, laengde) => {
        const data = bytes(xmlAf(udgave))
        const stykker = Array.from({ length: Math.ceil(data.length / laengde) }, (_, i) =>
          data.subarray(i * laengde, (i + 1) * laengde),
        )
        expect(await parseKleXml(stykker, udgave.kilde)).toEqual({ ok: true, value: udgave })
      }),
      { seed: 20261014, numRuns: 100 },
    )
  })
})

describe('refusals', () => {
  const UUID = '<UUID>15b97b4f-08c6-42fc-9a37-3ec048d8d01b</UUID>'
  test.each([
    ['OK', plan(emne(UUID))],
    ['XML_DTD', plan(emne(), undefined, '<!DOCTYPE KLE-Emneplan [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
    ['XML_DTD', plan(emne(), undefined, '<!DOCTYPE KLE-Emneplan>')],
    ['XML_UGYLDIG', plan(emne('&x;'))],
    ['XML_UGYLDIG', plan(emne()).slice(0, -5)],
    ['XML_UGYLDIG', 'ikke XML'],
    ['XML_UGYLDIG', ''],
    ['FORKERT_ROD', '<KLE-Handlingsfacetter/>'],
    ['TEGNSAET', plan(emne(), undefined, '<?xml version="1.0" encoding="ISO-8859-1"?>')],
    ['UDGIVELSESDATO_MANGLER', plan(emne(), '')],
    ['UGYLDIG_DATO', plan(emne(), '<UdgivelsesDato>2025-02-30</UdgivelsesDato>')],
    [
      'UGYLDIG_DATO',
      plan(emne('<EmneAdministrativInfo><Historisk><UdgaaetDato>snart</UdgaaetDato></Historisk></EmneAdministrativInfo>')),
    ],
    ['UGYLDIGT_NUMMER', plan(emne('', '27.36.4'))],
    ['UGYLDIGT_NUMMER', plan('<Emne><EmneTitel>Uden nummer</EmneTitel></Emne>')],
    ['TITEL_MANGLER', plan('<Emne><EmneNr>27.36.04</EmneNr></Emne>')],
    ['TITEL_MANGLER', plan(`<Emne><EmneNr>27.36.04</EmneNr><EmneTitel>${'x'.repeat(501)}</EmneTitel></Emne>`)],
    ['FORKERT_PLACERING', plan(emne('', '28.36.04'))],
    ['DUBLET', plan(emne() + emne())],
    ['UGYLDIG_VAERDI', plan(emne('<UUID>27</UUID>'))],
    ['UGYLDIG_VAERDI', plan(emne('<BevaringJaevnfoerArkivloven>X</BevaringJaevnfoerArkivloven>'))],
    ['UGYLDIG_VAERDI', plan(emne('<SletningJaevnfoerPersondataloven>fem år</SletningJaevnfoerPersondataloven>'))],
    ['OK', plan(emne('<BevaringJaevnfoerArkivloven>tom</BevaringJaevnfoerArkivloven>'))],
    ['INGEN_EMNER', plan('')],
    ['FORKERT_FORM', `<KLE-Emneplan><UdgivelsesDato>2025-05-01</UdgivelsesDato>${emne()}</KLE-Emneplan>`],
    ['XML_FOR_DYB', plan(emne('<a>'.repeat(40) + '</a>'.repeat(40)))],
  ])('%s', async (ventet, xml) => {
    expect(await kode(xml)).toBe(ventet)
  })

  test('a refusal says where and what to do, in both languages', async () => {
    const resultat = await read(plan(`\n\n${emne('<UUID>27</UUID>')}`))
    expect(resultat).toEqual({
      ok: false,
      afvisning: {
        kode: 'UGYLDIG_VAERDI',
        linje: 3,
        element: 'Emne/UUID',
        besked: {
          da: '27 er ikke en værdi, som KLE tillader her. Ret den.',
          en: '27 is no value that KLE allows here. Correct it.',
        },
      },
    })
  })

  test('bytes that are not UTF-8 are refused, also when a character is cut at the end', async () => {
    const gyldig = bytes(plan(emne()))
    for (const data of [Uint8Array.of(...gyldig, 0xc3), Uint8Array.of(0xff, 0xfe, ...gyldig)]) {
      const resultat = await parseKleXml([data], 'test.xml')
      expect(resultat).toMatchObject({ ok: false, afvisning: { kode: 'TEGNSAET' } })
    }
  })

  test('a stream that does not end is stopped at 64 MB, without being kept', async () => {
    const vejledning = bytes('<p>fyld</p>'.repeat(6_000))
    let sendt = 0
    async function* uendelig() {
      yield bytes('<KLE-Emneplan>')
      for (;;) {
        sendt += vejledning.length
        yield vejledning
      }
    }
    expect(await parseKleXml(uendelig(), 'x')).toMatchObject({ ok: false, afvisning: { kode: 'FOR_STOR' } })
    expect(sendt).toBeLessThan(65 * 1024 * 1024)
  })

  test('any bytes and any damaged edition give a value, never a throw', async () => {
    const grundlag = plan(emne(UUID) + emne('', '27.36.08'))
    const skadet = fc
      .tuple(fc.integer({ min: 0, max: grundlag.length }), fc.integer({ min: 0, max: 30 }), fc.string({ unit: 'binary' }))
      .map(([fra, laengde, ny]) => bytes(grundlag.slice(0, fra) + ny + grundlag.slice(fra + laengde)))
    const tegn = fc
      .string({ unit: fc.constantFrom('<', '>', '/', '&', ';', '!', '[', ']', '"', 'KLE-Emneplan', 'Emne', 'UUID', ' ', 'ø') })
      .map(bytes)
    await fc.assert(
      fc.asyncProperty(fc.oneof(skadet, tegn, fc.uint8Array({ maxLength: 400 })), async (data) => {
        const resultat = await parseKleXml([data], 'x')
        expect(resultat.ok || resultat.afvisning.besked.da.length > 20).toBe(true)
      }),
      { seed: 20261014, numRuns: 2000 },
    )
  })
})

test('the builder itself writes what it says', () => {
  const opslag: KleOpslag = { nr: kleEmne('01.02.03'), titel: 'a<b', afloestAf: [], stikord: [] }
  const udgave: KleUdgave = {
    udgivet: '2026-01-01',
    kilde: 'k',
    uddrag: false,
    hovedgrupper: new Map([['01', { nr: '01', titel: 'H' }]]),
    grupper: new Map([['01.02', { nr: '01.02', titel: 'G' }]]),
    emner: new Map([[opslag.nr, opslag]]),
  }
  expect(xmlAf(udgave)).toContain('<EmneTitel>a&lt;b</EmneTitel>')
})
