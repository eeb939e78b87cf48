import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Uuid } from '#kernel'
import {
  ENHED,
  lavAftale,
  lavBevilling,
  lavDokument,
  lavEffektuering,
  lavNotat,
  lavSag,
  part,
  tilakteret,
  ydelsesmodtager,
} from '../byggere/elementer.ts'
import { logSagsbehandlerInd, rettighed, type Sagsbehandler } from '../byggere/sagsbehandler.ts'
import { BROBYSKOV, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** A caseworker sees one citizen's whole engagement, within rights and for a purpose: over HTTP, as the pages do it. */

const ALMA = '6101800021'
const BO = '6202810023'
const CECILIE = '6303820025'

let sted: Testwebsted
let karen: Sagsbehandler
let alma: Uuid
let bo: Uuid
const ider = Object.fromEntries(
  ['hjaelp', 'brev', 'notat', 'job', 'naboens', 'fremmed', 'bevilling', 'udbetaling', 'moede', 'foelsom'].map((navn) => [
    navn,
    randomUUID(),
  ]),
)
const id = (navn: string): string => ider[navn] ?? ''

beforeAll(async () => {
  sted = await startWebsted({ opsaetning: [konfiguration({ kle: '27' })] })
  const mig = [part('Primær part', ALMA)]
  await sted.lever('a', [
    lavSag(
      { id: id('hjaelp'), parter: mig, titel: 'Hjælp til rengøring', nummer: '26/1001' },
      { journalposter: [tilakteret(id('brev'))] },
    ),
    lavDokument({ id: id('brev'), titel: 'Brev om rengøring', type: 'Brev, indgaaende' }),
    lavNotat({
      id: id('notat'),
      sag: id('hjaelp'),
      titel: 'Samtale i telefonen',
      notat: 'Hun spurgte til tirsdag <b>og</b> onsdag.',
    }),
    lavSag(
      { id: id('job'), parter: mig, titel: 'Opfølgning på job', nummer: '26/2002', kle: '32.24.04' },
      { journalposter: [{ ...tilakteret(id('brev')), journalpostEgenskaber: { dokumenttitel: 'Overskrift i jobsagen' } }] },
    ),
    lavSag(
      { id: id('foelsom'), parter: mig, titel: 'Noget følsomt om helbred' },
      {
        sagIndeksEgenskaber: [
          {
            virkning: { fra: '2026-01-05T08:00:00.000Z' },
            foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER',
            oprettetTidspunkt: '2026-01-05T08:00:00.000Z',
          },
        ],
      },
    ),
    lavSag({ id: id('fremmed'), parter: mig, titel: 'Sag hos naboerne', kommune: BROBYSKOV }),
    lavSag({ id: id('naboens'), parter: [part('Primær part', BO)], titel: 'Bos egen sag', nummer: '26/3003' }),
    lavBevilling({
      id: id('bevilling'),
      parter: ydelsesmodtager(ALMA),
      sag: id('hjaelp'),
      navn: 'Rengøringshjælp',
      kle: '27.36.04',
    }),
    lavEffektuering({ id: id('udbetaling'), modtager: ALMA, bevillinger: [id('bevilling')], beloeb: '1250.50' }),
    lavAftale({ id: id('moede'), parter: mig, sag: id('hjaelp'), titel: 'Hjemmebesøg hos Alma' }),
  ])
  alma = await sted.part(ALMA)
  bo = await sted.part(BO)
  karen = await logSagsbehandlerInd(sted, [rettighed(['27.*'])])
})
afterAll(() => sted.close())

const hent = async (hvem: Sagsbehandler, sti: string): Promise<string> => {
  const svar = await hvem.browser.get(sti)
  expect([sti, svar.status]).toEqual([sti, 200])
  expect(svar.headers['cache-control']).toContain('no-store')
  return svar.tekst
}
const FANER = ['sager', 'ydelser', 'dokumenter', 'notater', 'tidslinje', 'aftaler', 'kontakt', 'familie', 'borgeren']
const alt = async (hvem: Sagsbehandler, besoeg: string): Promise<string> =>
  (
    await Promise.all(
      [...FANER.map((fane) => `?fane=${fane}`), '/udskrift', '/udtraek.csv', '/udtraek.json'].map((mere) =>
        hent(hvem, besoeg + mere),
      ),
    )
  ).join('\n')
const links = (side: string): string[] =>
  [...side.matchAll(/class="bb-tinglink" href="([^"]+)"/g)].map(([, sti]) => (sti ?? '').replaceAll('&amp;', '&'))
const logget = () =>
  sted.base.asOwner<{
    hvad: string
    aktoer_id: string
    part_id: string
    formaal: string
    korrelation: string
    objekt_id: string | null
    antal: number
  }>(
    "SELECT hvad, aktoer_id, part_id, formaal, korrelation, objekt_id, antal FROM adgangslog WHERE grund = 'jobfunktionsrolle' ORDER BY nr",
  )

describe('a caseworker with rights to KLE 27', () => {
  test('sees what lies within them in its tab, with the source’s own words', async () => {
    const besoeg = await karen.slaaOp(alma)
    const sager = await hent(karen, besoeg)
    expect(sager).toContain('Hjælp til rengøring')
    expect(sager).toContain('26/1001')
    expect(sager).toContain('Kastanje Sag')
    expect(await hent(karen, `${besoeg}?fane=dokumenter`)).toContain('Brev om rengøring')
    expect(await hent(karen, `${besoeg}?fane=notater`)).toContain('Samtale i telefonen')
    const ydelser = await hent(karen, `${besoeg}?fane=ydelser`)
    expect(ydelser).toContain('Rengøringshjælp')
    expect(ydelser).toContain('1.250,50 kr.')
    expect(await hent(karen, `${besoeg}?fane=aftaler`)).toContain('Hjemmebesøg hos Alma')
    expect(await hent(karen, `${besoeg}?fane=tidslinje`)).toContain('Sagen blev oprettet')
    expect(await hent(karen, `${besoeg}?fane=kontakt`)).toContain('Borgerservice')
  })

  test('sees nothing of other numbers, of what is too sensitive, of another municipality, nor of somebody else: in no tab, list, file or count', async () => {
    const side = await alt(karen, await karen.slaaOp(alma))
    expect(side).toContain('Hjælp til rengøring')
    for (const andet of [
      'Opfølgning på job',
      '26/2002',
      'Overskrift i jobsagen',
      'Noget følsomt',
      'Sag hos naboerne',
      'Bos egen sag',
      ALMA,
      BO,
      alma,
    ])
      expect(side).not.toContain(andet)
    expect(side).not.toMatch(/Noget mere, som du ikke kan se/)
    expect([...side.matchAll(/bb-faneantal">([^<]+)</g)].map(([, antal]) => antal)).not.toContain('3')
  })

  test('nothing about the citizen stands in an address', async () => {
    const besoeg = await karen.slaaOp(alma)
    const side = await alt(karen, besoeg)
    const adresser = [...side.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, sti]) => sti ?? '')
    for (const hemmeligt of [ALMA, alma, ...Object.values(ider), '26/1001', 'reng'])
      expect(adresser.join('\n')).not.toContain(hemmeligt)
    expect(sted.log.join('\n')).not.toContain(ALMA)
  })

  test('opens a thing beside the list, with what goes with it and why it can be seen', async () => {
    const besoeg = await karen.slaaOp(alma)
    const [sti = ''] = links(await hent(karen, besoeg))
    const side = await hent(karen, sti.split('#')[0] ?? '')
    expect(sti).toMatch(/\?ting=[\w-]{16}#detalje$/)
    expect(side).toContain('id="detalje"')
    expect(side).toContain('Ansvarlig enhed')
    expect(side).toContain('Brev om rengøring')
    expect(side).toContain('Du har ret til KLE 27.*, til og med fortrolige personoplysninger.')
    expect(side).toContain('Borgeren læser: “Hjælp til rengøring”')
    const [notat = ''] = links(await hent(karen, `${besoeg}?fane=notater`))
    const laest = await hent(karen, notat.split('#')[0] ?? '')
    expect(laest).toContain('Hun spurgte til tirsdag &lt;b&gt;og&lt;/b&gt; onsdag.')
    expect((await logget()).filter(({ objekt_id }) => objekt_id === id('notat')).map(({ hvad }) => hvad)).toEqual(['notattekst'])
  })

  test('reads what the citizen is shown of it, and by which rule not', async () => {
    const side = await hent(karen, `${await karen.slaaOp(alma)}?fane=borgeren`)
    expect(side).toMatch(/\d af 6 vises for borgeren/)
    expect(side).toContain('Brev om rengøring')
  })

  test('narrows the list by what stands in the address, and keeps the choice by a name', async () => {
    const besoeg = await karen.slaaOp(alma)
    expect(await hent(karen, `${besoeg}?status=lukkede`)).toContain('Intet passer på det valgte filter')
    expect(await hent(karen, `${besoeg}?status=aabne&omraade=hjaelp-pleje-og-handicap`)).toContain('1 af 1 med det valgte filter')
    const gemt = await karen.post(`${besoeg}/visninger`, { navn: 'Åbne ældresager', fane: 'sager', status: 'aabne' })
    expect([gemt.status, gemt.headers.location]).toEqual([303, `${besoeg}?status=aabne&gjort=gemt`])
    const hosBo = await hent(karen, await karen.slaaOp(bo))
    expect(hosBo).toContain('Åbne ældresager')
    expect(await hent(await logSagsbehandlerInd(sted, [rettighed(['27.*'])]), besoeg).catch(() => 'not theirs')).toBe(
      'not theirs',
    )
    expect((await karen.post(`${besoeg}/visninger`, { navn: `Sager om ${ALMA}` })).status).toBe(400)
    const [visning] = await sted.base.asOwner<{ visning_id: string }>('SELECT visning_id FROM borgervisning')
    const anden = await logSagsbehandlerInd(sted, [rettighed(['27.*'])])
    const hosAnden = await anden.slaaOp(alma)
    expect(await hent(anden, hosAnden)).not.toContain('Åbne ældresager')
    await anden.post(`${hosAnden}/visninger/slet`, { visning: visning?.visning_id ?? '' })
    expect(await hent(karen, besoeg)).toContain('Åbne ældresager')
    await karen.post(`${besoeg}/visninger/slet`, { visning: visning?.visning_id ?? '' })
    expect(await hent(karen, besoeg)).not.toContain('Åbne ældresager')
  })
})

describe('who may see more, or less', () => {
  test('a right to know that something exists tells its kind and unit, and nothing of what it is', async () => {
    const kender = await logSagsbehandlerInd(sted, [rettighed(['27.*']), rettighed(['32.*'], { systemroller: ['kendskab'] })])
    const side = await alt(kender, await kender.slaaOp(alma))
    expect(side).toContain('Noget mere, som du ikke kan se')
    expect(side).toContain('1 sag, Borgerservice')
    for (const andet of ['Opfølgning på job', '26/2002', '32.24.04', 'Noget følsomt']) expect(side).not.toContain(andet)
  })

  test('two groups are two: numbers up to one level and other numbers up to another are not each other’s', async () => {
    const begge = await logSagsbehandlerInd(sted, [rettighed(['27.*']), rettighed(['32.*'], { foelsomhed: 'VIP_SAGER' })])
    const side = await hent(begge, await begge.slaaOp(alma))
    expect(side).toContain('Opfølgning på job')
    expect(side).not.toContain('Noget følsomt')
    const hoejt = await logSagsbehandlerInd(sted, [rettighed(['*'], { foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER' })])
    expect(await hent(hoejt, await hoejt.slaaOp(alma))).toContain('Noget følsomt')
  })

  test('another municipality’s caseworker sees what is that municipality’s, and no more', async () => {
    const rune = await logSagsbehandlerInd(sted, [rettighed(['*'], { kommune: BROBYSKOV, foelsomhed: 'VIP_SAGER' })], {
      cvr: BROBYSKOV,
    })
    const side = await alt(rune, await rune.slaaOp(alma))
    expect(side).toContain('Sag hos naboerne')
    for (const andet of ['Hjælp til rengøring', 'Opfølgning på job', 'Brev om rengøring', 'Rengøringshjælp'])
      expect(side).not.toContain(andet)
    const falsk = await logSagsbehandlerInd(sted, [rettighed(['*'], { kommune: KORSBAEK, foelsomhed: 'VIP_SAGER' })], {
      cvr: BROBYSKOV,
    })
    expect(await alt(falsk, await falsk.slaaOp(alma))).not.toContain('Hjælp til rengøring')
  })

  test('without groups nothing is seen; who has no such role, as an auditor, is not let in', async () => {
    const uden = await logSagsbehandlerInd(sted, [])
    const side = await hent(uden, await uden.slaaOp(alma))
    expect(side).toContain('Der er ingen sager, som du har ret til at se.')
    const tilsyn = await logSagsbehandlerInd(sted, [rettighed(['*'])], { roller: ['tilsyn'] })
    expect((await tilsyn.browser.get(await tilsyn.slaaOp(alma))).status).toBe(403)
    expect((await sted.browser().get(await uden.slaaOp(alma))).status).toBe(303)
  })

  test('the whole CPR number is an act of its own: by a right of its own, with a line of its own', async () => {
    const besoeg = await karen.slaaOp(alma)
    const side = await hent(karen, besoeg)
    expect(side).toContain('610180-****')
    expect(side).not.toContain('Vis hele CPR-nummeret')
    const nej = await karen.post(`${besoeg}/cpr`)
    expect([nej.status, nej.tekst.includes('0021')]).toEqual([403, false])
    const maa = await logSagsbehandlerInd(sted, [rettighed(['27.*'], { systemroller: ['se', 'cpr'] })])
    const egen = await maa.slaaOp(alma)
    expect(await hent(maa, egen)).toContain('Vis hele CPR-nummeret')
    const ja = await maa.post(`${egen}/cpr`)
    expect([ja.status, ja.tekst.includes('610180-0021')]).toEqual([200, true])
    expect((await logget()).filter(({ hvad, aktoer_id }) => hvad === 'fuldtCpr' && aktoer_id === maa.id)).toHaveLength(1)
    expect((await logget()).filter(({ hvad, aktoer_id }) => hvad === 'fuldtCpr' && aktoer_id === karen.id)).toHaveLength(0)
  })
})

describe('from a search to a visit', () => {
  const sedler = (side: string): string[] =>
    [...side.matchAll(/type="radio" id="borger-\d+" name="borger" value="([^"]+)"/g)].map(([, seddel]) => seddel ?? '')

  test('a number is posted and shown nowhere again; who is found is opened for a purpose, and nobody else’s slip opens anything', async () => {
    expect(await hent(karen, '/kommune/borger')).toContain('Find en borger')
    const fundet = await karen.post('/kommune/borger', { tekst: '610180-0021' })
    expect(fundet.status).toBe(200)
    expect(fundet.tekst).toContain('1 fundet')
    expect(fundet.tekst).toContain('610180-****')
    for (const hemmeligt of ['610180-0021', ALMA, alma]) expect(fundet.tekst).not.toContain(hemmeligt)
    const [seddel = ''] = sedler(fundet.tekst)
    const uden = await karen.post('/kommune/borger/aabn', { borger: seddel, formaal: '' })
    expect([uden.status, uden.tekst.includes('Hvorfor slår du op?')]).toEqual([200, true])
    // Nobody had asked yet, so nothing was done wrong; leaving it empty once it is asked for is.
    expect(uden.tekst).not.toContain('Der er noget, du skal rette')
    const igen = await karen.post('/kommune/borger/aabn', { borger: seddel, formaal: '', spurgt: '1' })
    expect([igen.status, igen.tekst.includes('Der er noget, du skal rette')]).toEqual([400, true])
    const aabnet = await karen.post('/kommune/borger/aabn', { borger: seddel, formaal: 'vejledning' })
    expect(aabnet.status).toBe(303)
    expect(await hent(karen, aabnet.headers.location ?? '')).toContain('Hjælp til rengøring')
    const anden = await logSagsbehandlerInd(sted, [rettighed(['*'])])
    for (const forkert of [seddel, alma, '', 'x'.repeat(90)])
      expect((await anden.post('/kommune/borger/aabn', { borger: forkert, formaal: 'vejledning' })).status).toBe(400)
  })

  test.each(['6101800021', '610180-0021', '61 01 80 00 21', '61.01.80-0021', '６１ 01 80-0021', 'Alma 61 01 80 0021'])(
    'a number is not written back into the field, however it was written: %s',
    async (tekst) => {
      const svar = await karen.post('/kommune/borger', { tekst })
      expect(svar.status).toBe(200)
      expect(svar.tekst).not.toContain(tekst)
      expect((await karen.post('/kommune/borger', { tekst: 'Algade 12, 8000' })).tekst).toContain('Algade 12, 8000')
    },
  )

  test('of whom nothing may be seen, and who is nobody, the answer is the same', async () => {
    const kunJob = await logSagsbehandlerInd(sted, [rettighed(['15.*'])])
    const svar = await Promise.all([BO, '6808880033'].map((tekst) => kunJob.post('/kommune/borger', { tekst })))
    expect(svar.map(({ status }) => status)).toEqual([200, 200])
    expect(svar[0]?.tekst).toContain('Ingen fundet.')
    expect(svar[0]?.tekst).toBe(svar[1]?.tekst)
  })

  test('the purpose is taken from a case of one’s own where there is one', async () => {
    const behandler = await logSagsbehandlerInd(sted, [rettighed(['27.*'])], { enheder: [ENHED] })
    const [seddel = ''] = sedler((await behandler.post('/kommune/borger', { tekst: ALMA })).tekst)
    const aabnet = await behandler.post('/kommune/borger/aabn', { borger: seddel, formaal: '' })
    expect(aabnet.status).toBe(303)
    expect(await hent(behandler, aabnet.headers.location ?? '')).toContain('Formål: Sagsbehandling')
  })

  test('of the family only those are told of whom something may be seen, and each is looked up by itself', async () => {
    const barn = '6101190041'
    await sted.lever('a', [
      lavSag({ id: randomUUID(), parter: [part('Primær part', barn)], titel: 'Plads i dagtilbud', kle: '28.09.40' }),
    ])
    const barnet = await sted.part(barn)
    await sted.registrer(
      [{ part: barnet, foedt: '2019-01-01', adressebeskyttet: false, doed: null }],
      [{ barn: barnet, indehaver: alma, fra: '2019-01-01', til: null }],
    )
    const lukket = await hent(karen, `${await karen.slaaOp(alma)}?fane=familie`)
    expect(lukket).toContain('Du har ikke ret til at se noget om denne person.')
    const boern = await logSagsbehandlerInd(sted, [rettighed(['27.*', '28.*'])])
    const side = await hent(boern, `${await boern.slaaOp(alma)}?fane=familie`)
    expect(side).not.toContain('Du har ikke ret til at se noget om denne person.')
    expect(side).not.toContain('Plads i dagtilbud')
    expect(side).not.toContain(barnet)
    const seddel = /name="borger" value="([^"]+)"/.exec(side)?.[1] ?? ''
    const aabnet = await boern.post('/kommune/borger/aabn', { borger: seddel, formaal: 'henvendelse' })
    expect(await hent(boern, aabnet.headers.location ?? '')).toContain('Plads i dagtilbud')
    const linjer = (await logget()).filter(({ aktoer_id, part_id }) => aktoer_id === boern.id && part_id === barnet)
    expect(linjer.map(({ hvad }) => hvad)).toEqual(['soegning', 'partsoverblik'])
  })
})

describe('the visit', () => {
  test('two tabs about two citizens never mix, whichever is asked first', async () => {
    const [hosAlma, hosBo] = [await karen.slaaOp(alma), await karen.slaaOp(bo)]
    for (const [sti, sit, andens] of [
      [hosAlma, 'Hjælp til rengøring', 'Bos egen sag'],
      [hosBo, 'Bos egen sag', 'Hjælp til rengøring'],
      [hosAlma, 'Hjælp til rengøring', 'Bos egen sag'],
    ] as const) {
      const side = await hent(karen, sti)
      expect([side.includes(sit), side.includes(andens)]).toEqual([true, false])
      // The tab says which page and which visit it is, and nobody's name.
      expect(side).toMatch(/<title>Sager, besøg kl\. \d+\.\d\d – Borgerblikket<\/title>/)
      expect(await hent(karen, `${sti}/notat`)).toMatch(/<title>[^<,]+, besøg kl\. \d+\.\d\d – Borgerblikket<\/title>/)
    }
    const mange = await Promise.all(Array.from({ length: 40 }, (_, i) => hent(karen, i % 2 === 0 ? hosAlma : hosBo)))
    mange.forEach((side, i) => {
      expect([side.includes('Hjælp til rengøring'), side.includes('Bos egen sag')]).toEqual([i % 2 === 0, i % 2 === 1])
    })
    // What one visit calls a thing is nothing in another, also where both are about the same citizen.
    const [sti = ''] = links(await hent(karen, hosAlma))
    const ref = /ting=([\w-]+)/.exec(sti)?.[1] ?? ''
    expect(await hent(karen, `${hosBo}?ting=${ref}`)).toContain('Det kan ikke vises')
    const igen = await karen.slaaOp(alma, 'vejledning')
    expect(await hent(karen, `${igen}?ting=${ref}`)).toContain('Det kan ikke vises')
  })

  test('its address means nothing to another, to another session of one’s own, nor without a login; no visit and another’s are answered alike', async () => {
    const besoeg = await karen.slaaOp(alma)
    const anden = await logSagsbehandlerInd(sted, [rettighed(['*'], { foelsomhed: 'VIP_SAGER' })])
    const svar = await Promise.all(
      [besoeg, `/kommune/borger/${randomUUID()}`, '/kommune/borger/x'].map((sti) => anden.browser.get(sti)),
    )
    expect(svar.map(({ status }) => status)).toEqual([410, 410, 410])
    expect(
      new Set(
        svar.map(({ tekst }) => tekst.replaceAll(/kommune\/borger\/[\w-]+/g, '').replaceAll(/sprog=en&amp;|til=[^"]*/g, '')),
      ).size,
    ).toBe(1)
    for (const mere of ['/udskrift', '/udtraek.csv', '/udtraek.json'])
      expect((await anden.browser.get(besoeg + mere)).status).toBe(410)
    expect((await anden.post(`${besoeg}/cpr`)).status).toBe(410)
    expect((await sted.browser().get(besoeg)).status).toBe(303)
  })

  test('a session that ends in the middle shows nothing more', async () => {
    const gitte = await logSagsbehandlerInd(sted, [rettighed(['27.*'])])
    const besoeg = await gitte.slaaOp(alma)
    expect(await hent(gitte, besoeg)).toContain('Hjælp til rengøring')
    await sted.base.asOwner('UPDATE medarbejdersession SET afsluttet = now() WHERE session_id = $1', [gitte.session])
    const svar = await gitte.browser.get(besoeg)
    expect(svar.status).not.toBe(200)
    expect(svar.tekst).not.toContain('Hjælp til rengøring')
  })

  test('a form that was not made by the session’s own page changes nothing', async () => {
    const besoeg = await karen.slaaOp(alma)
    expect((await karen.browser.post(`${besoeg}/cpr`, {})).status).toBe(403)
    expect((await karen.browser.post(`${besoeg}/visninger`, { navn: 'x', _formular: 'forkert' })).status).toBe(403)
  })

  test('every page is a line of the log before it is a page: for the visit, its purpose and its citizen, also where there was nothing', async () => {
    const gitte = await logSagsbehandlerInd(sted, [rettighed(['27.*'])])
    const besoeg = await gitte.slaaOp(alma, 'vejledning')
    const korrelation = besoeg.split('/').at(-1)
    await hent(gitte, besoeg)
    await hent(gitte, `${besoeg}/udtraek.csv`)
    const cecilie = await sted.part(CECILIE)
    await hent(gitte, await gitte.slaaOp(cecilie))
    const egne = (await logget()).filter(({ aktoer_id }) => aktoer_id === gitte.id)
    expect(egne.map(({ hvad, part_id, formaal }) => [hvad, part_id, formaal])).toEqual([
      ['partsoverblik', alma, 'vejledning'],
      ['udtraek', alma, 'vejledning'],
      ['partsoverblik', cecilie, 'henvendelse'],
    ])
    expect(egne.slice(0, 2).map((linje) => linje.korrelation)).toEqual([korrelation, korrelation])
  })

  test('where the log cannot be written nothing is shown, of any page', async () => {
    const besoeg = await karen.slaaOp(alma)
    await sted.base.asOwner('REVOKE INSERT ON adgangslog FROM borgerblikket_log')
    try {
      for (const mere of ['', '?fane=notater', '/udskrift', '/udtraek.csv', '/udtraek.json']) {
        const svar = await karen.browser.get(besoeg + mere)
        expect([mere, svar.status]).toEqual([mere, 503])
        expect(svar.tekst).not.toMatch(/rengøring|Alma|610180/)
      }
    } finally {
      await sted.base.asOwner('GRANT INSERT ON adgangslog TO borgerblikket_log')
    }
    expect(await hent(karen, besoeg)).toContain('Hjælp til rengøring')
  })
})

test('what leaves as a file is what the list shows, and no cell is a formula', async () => {
  await sted.lever('a', [
    lavSag({
      id: randomUUID(),
      parter: [part('Primær part', CECILIE)],
      titel: '=HYPERLINK("https://ond.example")',
      nummer: '+1',
    }),
  ])
  const besoeg = await karen.slaaOp(await sted.part(CECILIE))
  const csv = await hent(karen, `${besoeg}/udtraek.csv`)
  expect(csv).toContain(`"'=HYPERLINK(""https://ond.example"")";'+1`)
  const { ting } = JSON.parse(await hent(karen, `${besoeg}/udtraek.json`)) as { ting: { titel: string }[] }
  expect(ting.map(({ titel }) => titel)).toEqual(['=HYPERLINK("https://ond.example")'])
})

test('a part that cannot be read is named, and the rest of the page stands', async () => {
  const besoeg = await karen.slaaOp(alma)
  await sted.base.asOwner('ALTER TABLE foraeldremyndighed RENAME TO foraeldremyndighed_vaek')
  try {
    const side = await hent(karen, besoeg)
    expect(side).toContain('Noget kan ikke vises lige nu')
    expect(side).toContain('tværgående bemærkninger')
    expect(side).toContain('Hjælp til rengøring')
    expect(await hent(karen, `${besoeg}?fane=familie`)).not.toContain('ingen forældremyndighed')
  } finally {
    await sted.base.asOwner('ALTER TABLE foraeldremyndighed_vaek RENAME TO foraeldremyndighed')
  }
  expect(await hent(karen, besoeg)).not.toContain('Noget kan ikke vises lige nu')
})
