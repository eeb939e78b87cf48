import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lavDokument, lavSag, part, tilakteret } from '../byggere/elementer.ts'
import { logIndPaaArbejde } from '../byggere/medarbejder.ts'
import {
  aaben,
  BORGER,
  createScenarie,
  ENHED_A,
  ENHED_B,
  emptyAlt,
  GENNEMGANG,
  judgeAlt,
  logIndGennemgaaer,
  opgaverOm,
  withoutPlantede,
} from '../byggere/titelopgaver.ts'
import { BROBYSKOV, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** The review of titles, as caseworkers meet it. */

const ALT = ['27', '28'].map((kle) => konfiguration({ kle, kvalitetskrav: 'alle' }))
const BROBY = konfiguration({ kommune: BROBYSKOV, kle: '27', kvalitetskrav: 'alle' })

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted({ opsaetning: [...ALT, BROBY] })
  await withoutPlantede(sted)
})
afterAll(() => sted.close())
beforeEach(() => emptyAlt(sted))

const { leverSag, side, svar, borgerSer } = createScenarie(() => sted)

describe('a title', () => {
  test('waits for its review, is approved, and is on the citizen’s page at once; taken back it waits again', async () => {
    const sag = await leverSag()
    await judgeAlt(sted)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
    expect(await borgerSer()).not.toContain(sag.titel)
    const foerst = await side(simon)
    expect(foerst).toContain(sag.titel)
    const opgave = aaben(foerst)
    const godkendt = await svar(simon, { ...opgave, slags: 'godkend' })
    expect(godkendt.status).toBe(303)
    expect(await borgerSer()).toContain(sag.titel)
    const bagefter = await simon.browser.get(String(godkendt.headers.location))
    expect(bagefter.tekst).toContain('Titlen er godkendt.')
    const [{ version } = { version: 0 }] = await opgaverOm(sted, sag.id)
    expect((await svar(simon, { opgave: opgave.opgave, version: String(version), slags: 'fortryd' })).status).toBe(303)
    expect(await borgerSer()).not.toContain(sag.titel)
    // Every step stays.
    const gjort = await sted.base.asOwner('SELECT slags, nr FROM titelgennemgang ORDER BY nr')
    expect(gjort).toEqual([
      { slags: 'godkend', nr: 1 },
      { slags: 'fortryd', nr: 2 },
    ])
  })

  test('is corrected: the citizen reads the reviewer’s words, and the source’s stand as they were', async () => {
    const sag = await leverSag({ titel: 'HJPL SEK 4' })
    await judgeAlt(sted)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
    const opgave = aaben(await side(simon))
    await svar(simon, { ...opgave, slags: 'ret', titel: '  Hjælp til   rengøring ' })
    const ser = await borgerSer()
    expect(ser).toContain('Hjælp til rengøring')
    expect(ser).not.toContain('HJPL')
    const [objekt] = await sted.base.asOwner<{ titel: string }>(
      `SELECT data -> 'titler' -> 0 ->> 'titel' AS titel FROM objekt WHERE objekt_id = $1`,
      [sag.id],
    )
    expect(objekt?.titel).toBe('HJPL SEK 4')
  })

  test('with a CPR number is no correction, however it is insisted on, and what was typed stays', async () => {
    await leverSag()
    await judgeAlt(sted)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
    const opgave = aaben(await side(simon))
    for (const titel of ['Hjælp til 010180-0011', 'Hjælp til 6101800011']) {
      const nej = await svar(simon, { ...opgave, slags: 'ret', titel, trods: '1' })
      expect(nej.status).toBe(409)
      expect(nej.tekst).toContain(titel)
    }
    expect(await sted.base.asOwner('SELECT 1 FROM titelgennemgang')).toEqual([])
  })

  test('is withheld with a reason: safe words stand there, and the reason can be counted', async () => {
    const sag = await leverSag({ titel: 'Besværlig klager' })
    await judgeAlt(sted)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
    const opgave = aaben(await side(simon))
    expect((await svar(simon, { ...opgave, slags: 'afvis' })).status).toBe(409)
    expect((await svar(simon, { ...opgave, slags: 'afvis', aarsag: 'andet' })).status).toBe(409)
    expect((await svar(simon, { ...opgave, slags: 'afvis', aarsag: 'haardTone' })).status).toBe(303)
    const ser = await borgerSer()
    expect(ser).not.toContain('Besværlig')
    expect(ser).toContain(sag.id)
    expect(await sted.base.asOwner('SELECT slags, aarsag FROM titelgennemgang')).toEqual([
      { slags: 'afvis', aarsag: 'haardTone' },
    ])
  })

  test('that the source changes is another: what waited lapses, and the new one has a place of its own', async () => {
    const sag = await leverSag({ titel: 'Gammel titel' })
    await judgeAlt(sted)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
    const opgave = aaben(await side(simon))
    const tid = '2026-02-01T08:00:00.000Z'
    await sted.lever('a', [lavSag({ id: sag.id, titel: 'Ny titel', tid, parter: [part('Primær part', BORGER)] })])
    await judgeAlt(sted)
    const nej = await svar(simon, { ...opgave, slags: 'godkend' })
    expect(nej.status).toBe(409)
    expect(nej.tekst).toContain('Fagsystemet har leveret en anden titel siden')
    const tilstande = (await opgaverOm(sted, sag.id)).map(({ tilstand }) => tilstand)
    expect(tilstande.sort()).toEqual(['foraeldet', 'venter'])
    expect(await side(simon)).toContain('Ny titel')
  })

  test('that is decided stays decided when it is judged anew', async () => {
    const sag = await leverSag()
    await judgeAlt(sted)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
    await svar(simon, { ...aaben(await side(simon)), slags: 'godkend' })
    await sted.base.asOwner("UPDATE titelvurdering SET grundlag = ''")
    await sted.base.asOwner('UPDATE vurderingsmaerke SET regelversion = NULL')
    await judgeAlt(sted)
    expect(await borgerSer()).toContain(sag.titel)
    expect((await opgaverOm(sted, sag.id)).map(({ tilstand }) => tilstand)).toEqual(['godkendt'])
  })

  test('is read in the citizen’s log once for each time that it is opened, and not by being in the list', async () => {
    await leverSag()
    await leverSag({ titel: 'En anden titel' })
    await judgeAlt(sted)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
    const antal = async () =>
      Number(
        (await sted.base.asOwner<{ n: string }>("SELECT count(*) AS n FROM adgangslog WHERE formaal = 'gennemgangAfTitler'"))[0]
          ?.n,
      )
    const foer = await antal()
    await side(simon)
    expect(await antal()).toBe(foer + 1)
  })
})

describe('a caseworker', () => {
  test('sees only own areas: not in the list, the count, by the address, nor by deciding', async () => {
    const egen = await leverSag({ titel: 'Egen titel' })
    const fremmede = [
      await leverSag({ titel: 'Fremmed nummer', kle: '28.09.40' }),
      await leverSag({ titel: 'Fremmed enhed', enhed: ENHED_B }),
      await leverSag({ titel: 'Fremmed kommune', kommune: BROBYSKOV }),
    ]
    await judgeAlt(sted)
    // A number from one right and a unit from another are no right together.
    const simon = await logIndGennemgaaer(sted, { kle: ['27'], enheder: [ENHED_A] })
    const tekst = await side(simon)
    expect(tekst).toContain('Egen titel')
    expect(tekst).toContain('1 venter')
    for (const fremmed of fremmede) {
      const [opgave] = await opgaverOm(sted, fremmed.id)
      const ved = await side(simon, `?opgave=${opgave?.opgave_id}`)
      expect(ved).not.toContain(fremmed.titel)
      expect(ved).toContain('findes ikke i din kø')
      for (const slags of ['godkend', 'frigiv', 'fortryd'])
        expect((await svar(simon, { opgave: opgave?.opgave_id ?? '', version: '0', slags })).status).toBe(409)
      expect((await opgaverOm(sted, fremmed.id))[0]).toMatchObject({ tilstand: 'venter', version: 0 })
    }
    expect((await opgaverOm(sted, egen.id))[0]?.tilstand).toBe('venter')
  })

  test('another municipality’s is kept out by row-level security too, with the WHERE of the statements switched off', async () => {
    const fremmed = await leverSag({ titel: 'Fremmed kommune', kommune: BROBYSKOV })
    await judgeAlt(sted)
    const [opgave] = await opgaverOm(sted, fremmed.id)
    const som = (kommune: string, formaal: string) => ({ rolle: 'kommune', kommune, formaal, aktoer: randomUUID() }) as never
    const ser = (kommune: string) =>
      sted.system.db.readBatch(som(kommune, 'gennemgangAfTitler'), [
        { text: 'SELECT 1 FROM titelopgave', values: [] },
        { text: 'SELECT 1 FROM gennemgangsret', values: [] },
        { text: "SELECT 1 FROM titelgennemgang WHERE kommune <> '11111111'", values: [] },
      ])
    expect((await ser(KORSBAEK))[0]).toEqual([])
    expect((await ser(BROBYSKOV))[0]).toHaveLength(1)
    const aendr = (kommune: string, formaal: string) =>
      sted.system.db.transaction(som(kommune, formaal), (tx) =>
        tx.count({
          text: "UPDATE titelopgave SET tilstand = 'godkendt' WHERE opgave_id = $1",
          values: [opgave?.opgave_id ?? ''],
        }),
      )
    expect(await aendr(KORSBAEK, 'gennemgangAfTitler')).toBe(0)
    // And no other purpose changes anything.
    expect(await aendr(BROBYSKOV, 'forhaandsvisning')).toBe(0)
    expect(await aendr(BROBYSKOV, 'gennemgangAfTitler')).toBe(1)
  })

  test('meets own cases first, by the id that the sources know the person by', async () => {
    const behandler = randomUUID()
    await leverSag({ titel: 'Hjælp til indkøb' })
    await leverSag({ titel: 'Hjælp til bad', behandler })
    await judgeAlt(sted)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'], behandlere: [behandler] })
    expect(await side(simon)).toMatch(/id="titel">Hjælp til bad/)
    const anden = await logIndGennemgaaer(sted, { kle: ['27'] })
    expect(await side(anden)).toMatch(/id="titel">Hjælp til indkøb/)
  })

  test('without areas is told so, and one without the role gets no page', async () => {
    await leverSag()
    await judgeAlt(sted)
    const uden = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['sagsbehandler'] })
    expect(await side(uden)).toContain('Du har ikke fået områder')
    const analytiker = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['analytiker'] })
    expect((await analytiker.browser.get(GENNEMGANG)).status).toBe(403)
  })
})

describe('an item that may lie with the wrong person', () => {
  /** As a check that finds another's number on the case leaves it. */
  const holdBack = async (item: string) => {
    await sted.base.asOwner('UPDATE titelopgave SET tilbageholdt = true, rang = 0 WHERE item_id = $1', [item])
    await sted.base.asOwner(
      `UPDATE titelvurdering SET vurderinger = jsonb_set(vurderinger, '{0,tilbageholdt}', 'true') WHERE item_id = $1`,
      [item],
    )
  }

  test('is hidden until somebody says that it lies right; then its title still waits; and both can be taken back', async () => {
    const sag = await leverSag({ titel: 'Hjælp til indkøb' })
    await judgeAlt(sted)
    await holdBack(sag.id)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
    expect(await borgerSer()).not.toContain(sag.id)
    const opgave = aaben(await side(simon))
    // A title says nothing of where the item lies.
    for (const felter of [{ slags: 'godkend' }, { slags: 'ret', titel: 'En ny titel' }])
      expect((await svar(simon, { ...opgave, ...felter })).tekst).toContain(
        'Svar først på, om tingen ligger hos den rigtige borger',
      )
    expect((await svar(simon, { ...opgave, slags: 'frigiv' })).status).toBe(303)
    expect(await borgerSer()).toContain(sag.id)
    expect(await borgerSer()).not.toContain('Hjælp til indkøb')
    expect((await svar(simon, { ...opgave, version: '1', slags: 'godkend' })).status).toBe(303)
    expect(await borgerSer()).toContain('Hjælp til indkøb')
    // What the checks find again does not hold it back again.
    await sted.base.asOwner("UPDATE titelvurdering SET grundlag = ''")
    await sted.base.asOwner('UPDATE vurderingsmaerke SET regelversion = NULL')
    await judgeAlt(sted)
    expect(await borgerSer()).toContain('Hjælp til indkøb')
    for (const version of ['2', '3']) {
      const [nu] = await opgaverOm(sted, sag.id)
      expect((await svar(simon, { ...opgave, version: String(nu?.version ?? version), slags: 'fortryd' })).status).toBe(303)
    }
    expect(await borgerSer()).not.toContain(sag.id)
  })

  test('stays hidden where it is left so', async () => {
    const sag = await leverSag()
    await judgeAlt(sted)
    await holdBack(sag.id)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
    const opgave = aaben(await side(simon))
    expect((await svar(simon, { ...opgave, slags: 'afvis', aarsag: 'forkertSag' })).status).toBe(303)
    expect(await borgerSer()).not.toContain(sag.id)
  })
})

test('an object that is deleted takes the review of its titles along, the words of a correction too', async () => {
  const [sag, anden] = [await leverSag({ titel: 'HJPL' }), await leverSag()]
  await judgeAlt(sted)
  const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
  for (const { id } of [sag, anden]) {
    const [opgave] = await opgaverOm(sted, id)
    await svar(simon, { opgave: opgave?.opgave_id ?? '', version: '0', slags: 'ret', titel: `Rettet ${id.slice(0, 4)}` })
  }
  await sted.lever('a', [{ operation: 'fjern', art: 'sag', id: sag.id } as never])
  await judgeAlt(sted)
  expect(await opgaverOm(sted, sag.id)).toEqual([])
  const tekster = await sted.base.asOwner<{ titel: string }>('SELECT titel FROM titelgennemgang')
  expect(tekster).toEqual([{ titel: `Rettet ${anden.id.slice(0, 4)}` }])
  expect(await borgerSer()).toContain(`Rettet ${anden.id.slice(0, 4)}`)
})

test('the queue is narrowed by area, unit and finding, and what cannot be read narrows nothing', async () => {
  await leverSag({ titel: 'scan0012.pdf' })
  await leverSag({ titel: 'Hjælp til indkøb', enhed: ENHED_B })
  await leverSag({ titel: 'Plads i vuggestue', kle: '28.09.40' })
  await judgeAlt(sted)
  const simon = await logIndGennemgaaer(sted, {})
  const titel = async (soeg: string) => /id="titel">(.*?)<\/p>/.exec(await side(simon, soeg))?.[1]?.replaceAll(/<[^>]+>/g, '')
  expect(await titel('?omraade=boern-og-familie')).toBe('Plads i vuggestue')
  expect(await titel(`?enhed=${ENHED_B}`)).toBe('Hjælp til indkøb')
  expect(await titel('?fund=FILNAVN')).toBe('scan0012.pdf')
  expect(await side(simon, `?enhed=${ENHED_B}&fund=FILNAVN`)).toContain('Ingen titler passer til det, du har valgt.')
  for (const soeg of ["?fund=x'--&omraade=%00&enhed=%27&opgave=x&k[]=1&ens=2", '?omraade=a&omraade=b'])
    expect((await simon.browser.get(`/kommune/gennemgang${soeg}`)).status, soeg).toBe(200)
})

test('a document is reviewed by who handles its case, where it names nobody itself', async () => {
  const [dok, sag, behandler] = [randomUUID(), randomUUID(), randomUUID()]
  const aktoerer = [
    { rolle: 'Ejer', fuldtNavn: 'Kommunen', cvrNummer: KORSBAEK },
    { rolle: 'Ansvarlig', referenceId: ENHED_A, fuldtNavn: 'Hjemmeplejen', cvrNummer: KORSBAEK },
    { rolle: 'Primær behandler', type: 'Bruger', referenceId: behandler, fuldtNavn: 'Bente Behandler', cvrNummer: KORSBAEK },
  ]
  await sted.lever('a', [
    lavSag({ id: sag, parter: [part('Primær part', BORGER)] }, { sagsaktoerer: aktoerer, journalposter: [tilakteret(dok)] }),
    lavDokument({ id: dok, titel: 'scan0012.pdf' }),
  ])
  await judgeAlt(sted)
  expect(await opgaverOm(sted, dok)).toMatchObject([{ behandler, tilstand: 'venter' }])
  // No citizen's row knows who it is.
  const raekker = await sted.base.asOwner<{ tekst: string }>('SELECT data::text AS tekst FROM overblik')
  expect(raekker.some(({ tekst }) => tekst.includes(behandler) || tekst.includes('Bente'))).toBe(false)
})
