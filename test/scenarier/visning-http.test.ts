import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Tidspunkt, tidspunkt } from '#kernel'
import type { ElementKilde } from '#modtagelse'
import {
  lavAftale,
  lavBevilling,
  lavDokument,
  lavEffektuering,
  lavNotat,
  lavSag,
  part,
  tilakteret,
  UNDTAGET,
  ydelsesmodtager,
} from '../byggere/elementer.ts'
import { hvorfor } from '../byggere/forklaring.ts'
import { judgeAlt } from '../byggere/titelopgaver.ts'
import { BROBYSKOV, KILDER, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

const START = tidspunkt('2026-04-15T10:00:00Z')
const BORGER = '6101800011'
const NABO = '6202810013'

let sted: Testwebsted
let nu: Tidspunkt = START
beforeAll(async () => {
  sted = await startWebsted({ clock: { now: () => nu } })
})
afterAll(() => sted.close())

type Sag = Extract<ElementKilde, { art: 'sag' }>
const sagFor = (kle: string, mere: Partial<Sag> = {}, felter: { tid?: string; kommune?: string; titel?: string } = {}) =>
  lavSag({ id: randomUUID(), parter: [part('Primær part', BORGER)], kle, titel: `Sag ${randomUUID()}`, ...felter }, mere)
const titelAf = (sag: Sag) => sag.egenskaber?.[0]?.titel ?? ''
const idAf = (element: { readonly id?: string | undefined }) => element.id ?? ''

/** What the citizen can find of an item: on the lists, on its own page, as data. All agree, or the test fails. */
async function ses(
  id: string,
  liste: 'sager' | 'dokumenter' | 'notater' | 'ydelser' | 'aftaler' = 'sager',
  cpr = BORGER,
): Promise<boolean> {
  const browser = await sted.logInd(cpr)
  const data = (await browser.get(`/api/v1/mig/${liste}`)).tekst.includes(id)
  if (liste === 'sager') {
    const side = await browser.get(`/sager/${id}`)
    const paaListen = (await browser.get('/sager')).tekst.includes(id)
    expect([side.status, paaListen, (await browser.get(`/api/v1/mig/sager/${id}`)).status]).toEqual(
      data ? [200, true, 200] : [404, false, 404],
    )
  }
  return data
}
/** Whether the citizen sees it, and what the operator is told. */
const udfald = async (id: string, liste?: Parameters<typeof ses>[1], cpr = BORGER) => [
  await ses(id, liste, cpr),
  await hvorfor(sted, cpr, id),
]
const vises = [true, 'vises']
const skjult = (grund: string) => [false, grund]
const aabn = (felter: Parameters<typeof konfiguration>[0]) => sted.system.opsaetning.save([konfiguration(felter)])

describe('who sees what, by role', () => {
  test('the primær part of a case does; a sekundær part and an ydelsesmodtager of it do not', async () => {
    const sag = lavSag({ id: randomUUID(), parter: [part('Primær part', BORGER), part('Sekundær part', NABO)] })
    const anden = lavSag({ id: randomUUID(), parter: [part('Ydelsesmodtager', NABO)] })
    await sted.lever('a', [sag, anden])
    expect(await udfald(idAf(sag))).toEqual(vises)
    expect(await udfald(idAf(sag), 'sager', NABO)).toEqual(skjult('ROLLE'))
    expect(await udfald(idAf(anden), 'sager', NABO)).toEqual(skjult('ROLLE'))
  })

  test('a role that has ended shows no more', async () => {
    const sag = sagFor('27.36.04')
    await sted.lever('a', [sag])
    expect(await udfald(idAf(sag))).toEqual(vises)
    const relation = sag.sagsparter?.[0]
    await sted.lever('a', [
      {
        ...sag,
        tidspunkt: '2026-04-01T08:00:00Z',
        sagsparter: [{ ...relation, virkning: { fra: '2026-01-05T08:00:00Z', til: '2026-04-01T08:00:00Z' } }],
      },
    ])
    expect(await udfald(idAf(sag))).toEqual(skjult('ROLLE'))
  })

  test('a grant is seen by the one who is granted it; a landlord who is paid sees nothing of a tenant', async () => {
    const bevilling = lavBevilling({ id: randomUUID(), parter: ydelsesmodtager(BORGER) })
    const effektuering = lavEffektuering({ id: randomUUID(), modtager: NABO, bevillinger: [idAf(bevilling)] })
    await sted.lever('a', [bevilling, effektuering])
    expect(await udfald(idAf(bevilling), 'ydelser')).toEqual(vises)
    expect(await udfald(idAf(effektuering), 'ydelser')).toEqual(vises)
    expect([await ses(idAf(bevilling), 'ydelser', NABO), await ses(idAf(effektuering), 'ydelser', NABO)]).toEqual([false, false])
  })
})

describe('what the caseworker has exempted', () => {
  test('a case "Visning undtaget for borger" is hidden with its documents and notes, and comes back when the class is ended', async () => {
    const dokument = lavDokument({ id: randomUUID() })
    const sag = sagFor('27.36.04', { journalposter: [tilakteret(idAf(dokument))] })
    const klasser = sag.sagsklasser ?? []
    const notat = lavNotat({ id: randomUUID(), sag: idAf(sag) })
    await sted.lever('a', [{ ...sag, sagsklasser: [...klasser, UNDTAGET] }, dokument, notat])
    expect(await udfald(idAf(sag))).toEqual(skjult('UNDTAGET_FOR_BORGER'))
    expect(await udfald(idAf(dokument), 'dokumenter')).toEqual(skjult('UNDTAGET_FOR_BORGER'))
    expect(await udfald(idAf(notat), 'notater')).toEqual(skjult('UNDTAGET_FOR_BORGER'))
    await sted.lever('a', [{ ...sag, tidspunkt: '2026-02-01T08:00:00Z' }])
    expect(await udfald(idAf(sag))).toEqual(vises)
    expect(await udfald(idAf(dokument), 'dokumenter')).toEqual(vises)
    expect(await udfald(idAf(notat), 'notater')).toEqual(vises)
  })

  test('a document may be exempted by itself', async () => {
    const dokument = lavDokument({ id: randomUUID() })
    const sag = sagFor('27.36.04', { journalposter: [tilakteret(idAf(dokument))] })
    await sted.lever('a', [sag, { ...dokument, dokumentklasser: [...(dokument.dokumentklasser ?? []), UNDTAGET] }])
    expect(await udfald(idAf(sag))).toEqual(vises)
    expect(await udfald(idAf(dokument), 'dokumenter')).toEqual(skjult('UNDTAGET_FOR_BORGER'))
  })
})

describe('what the municipality has opened', () => {
  test('nothing of a number is shown until it is opened, and then at once; closing works at once too', async () => {
    const sag = sagFor('20.05.04')
    await sted.lever('a', [sag])
    expect(await udfald(idAf(sag))).toEqual(skjult('IKKE_AABNET'))
    await aabn({ kle: '20.05' })
    expect(await udfald(idAf(sag))).toEqual(vises)
    await aabn({ kle: '20.05', aaben: false })
    expect(await udfald(idAf(sag))).toEqual(skjult('IKKE_AABNET'))
  })

  test('a number that is to be opened on a later day is not open yet', async () => {
    const sag = sagFor('20.10.04')
    await sted.lever('a', [sag])
    await aabn({ kle: '20.10', gaelderFra: tidspunkt('2026-05-01T00:00:00Z') })
    expect(await udfald(idAf(sag))).toEqual(skjult('IKKE_AABNET'))
    nu = tidspunkt('2026-05-01T00:00:00Z')
    expect(await udfald(idAf(sag))).toEqual(vises)
    nu = START
  })

  test('one municipality opening a number opens nothing in another', async () => {
    const [her, der] = [sagFor('20.15.04'), sagFor('20.15.04', {}, { kommune: BROBYSKOV })]
    await sted.lever('a', [her, der])
    await aabn({ kle: '20.15', kommune: KORSBAEK })
    expect(await udfald(idAf(her))).toEqual(vises)
    expect(await udfald(idAf(der))).toEqual(skjult('IKKE_AABNET'))
  })

  test('an always-closed number stays closed though its group is open, until the jurist opens exactly it', async () => {
    const [magt, underretning] = [sagFor('27.66.04'), sagFor('34.10.30')]
    await sted.lever('a', [magt, underretning])
    await aabn({ kle: '34' })
    await aabn({ kle: '27.66', juristAabnet: true })
    expect(await udfald(idAf(magt))).toEqual(skjult('ALTID_LUKKET'))
    expect(await udfald(idAf(underretning))).toEqual(skjult('ALTID_LUKKET'))
    await aabn({ kle: '27.66.04', juristAabnet: true })
    expect(await udfald(idAf(magt))).toEqual(vises)
    expect(await udfald(idAf(underretning))).toEqual(skjult('ALTID_LUKKET'))
  })

  test('a case of before the fradato is hidden, unless older active ones are shown; a closed one then stays hidden', async () => {
    const gammel = sagFor('29.18.04')
    const virkning = { fra: '2026-01-05T08:00:00Z' }
    const lukket = sagFor('29.18.04', {
      fremdrift: [
        { virkning: { ...virkning, til: '2026-01-20T08:00:00Z' }, fremdriftStatusKode: 'Opstaaet' },
        { virkning: { fra: '2026-01-20T08:00:00Z' }, fremdriftStatusKode: 'Afsluttet' },
      ],
    })
    const ny = sagFor('29.18.04', {}, { tid: '2026-03-02T08:00:00.000Z' })
    await sted.lever('a', [gammel, lukket, ny])
    await aabn({ kle: '29.18', fradato: '2026-03-01' })
    expect(await udfald(idAf(gammel))).toEqual(skjult('FOER_FRADATO'))
    expect(await udfald(idAf(lukket))).toEqual(skjult('FOER_FRADATO'))
    expect(await udfald(idAf(ny))).toEqual(vises)
    await aabn({ kle: '29.18', fradato: '2026-03-01', visAeldreAktive: true })
    expect(await udfald(idAf(gammel))).toEqual(vises)
    expect(await udfald(idAf(lukket))).toEqual(skjult('FOER_FRADATO'))
  })

  test('only the chosen systems are shown; where none is chosen all are', async () => {
    const [fraA, fraB] = [sagFor('15.20.04'), sagFor('15.20.04')]
    await sted.lever('a', [fraA])
    await sted.lever('b', [fraB])
    await aabn({ kle: '15.20', fagsystemfilter: [KILDER.b.id] })
    expect(await udfald(idAf(fraA))).toEqual(skjult('FAGSYSTEM_IKKE_VALGT'))
    expect(await udfald(idAf(fraB))).toEqual(vises)
    await aabn({ kle: '15.20' })
    expect(await udfald(idAf(fraA))).toEqual(vises)
  })

  test("documents and notes are shown where they are chosen, and a case's own title only where it is", async () => {
    const dokument = lavDokument({ id: randomUUID(), kle: '02.34.02' })
    const sag = sagFor('02.34.02', { journalposter: [tilakteret(idAf(dokument))] })
    const notat = lavNotat({ id: randomUUID(), sag: idAf(sag) })
    await sted.lever('a', [sag, dokument, notat])
    await aabn({ kle: '02.34', visDokumenttitler: false, visJournalnotater: false, titelvisning: 'kle' })
    expect(await udfald(idAf(sag))).toEqual(vises)
    expect(await udfald(idAf(dokument), 'dokumenter')).toEqual(skjult('DOKUMENTTYPE_IKKE_VALGT'))
    expect(await udfald(idAf(notat), 'notater')).toEqual(skjult('JOURNALNOTATER_IKKE_VALGT'))
    const side = async () => (await (await sted.logInd(BORGER)).get(`/sager/${idAf(sag)}`)).tekst
    expect(await side()).not.toContain(titelAf(sag))
    await aabn({ kle: '02.34' })
    expect(await udfald(idAf(dokument), 'dokumenter')).toEqual(vises)
    expect(await udfald(idAf(notat), 'notater')).toEqual(vises)
    expect(await side()).toContain(titelAf(sag))
  })

  test('a document on a hidden case is hidden though its own number is open, and seen on another case that is shown', async () => {
    const dokument = lavDokument({ id: randomUUID(), kle: '27.36.04' })
    const [lukket, aaben] = [
      sagFor('21.01.02', { journalposter: [tilakteret(idAf(dokument))] }),
      sagFor('27.36.04', { journalposter: [tilakteret(idAf(dokument))] }),
    ]
    await sted.lever('a', [lukket, dokument])
    expect(await udfald(idAf(dokument), 'dokumenter')).toEqual(skjult('IKKE_AABNET'))
    await sted.lever('a', [aaben])
    // A paper on two cases waits until it is known that both are the same person's.
    expect((await udfald(idAf(dokument), 'dokumenter'))[0]).toBe(false)
    await judgeAlt(sted)
    expect(await udfald(idAf(dokument), 'dokumenter')).toEqual(vises)
  })
})

describe('a decision is not told before its letter', () => {
  const afgjort = (tid: string): Pick<Sag, 'fremdrift'> => ({
    fremdrift: [
      { virkning: { fra: '2026-01-05T08:00:00Z', til: tid }, fremdriftStatusKode: 'Opstaaet' },
      { virkning: { fra: tid }, fremdriftStatusKode: 'Afgjort' },
    ],
  })

  test('the letter, the grant and new notes wait; the case is told as it stood; all comes with the letter', async () => {
    await aabn({ kle: '32.24', karantaene: true })
    const tid = '2026-04-15T08:00:00.000Z'
    const brev = lavDokument(
      { id: randomUUID(), kle: '32.24.04', tid },
      { fremdrift: [{ virkning: { fra: tid }, fremdriftStatusKode: 'Underudarbejdelse' }] },
    )
    const sag = sagFor('32.24.04', { ...afgjort(tid), tidspunkt: tid, journalposter: [tilakteret(idAf(brev), tid)] })
    const notat = lavNotat({ id: randomUUID(), sag: idAf(sag), tid })
    const bevilling = lavBevilling({ id: randomUUID(), parter: ydelsesmodtager(BORGER), sag: idAf(sag), tid })
    const aftale = lavAftale({ id: randomUUID(), sag: idAf(sag), parter: [part('Primær part', BORGER)], tid, kle: '32.24.04' })
    await sted.lever('a', [brev, sag, notat, bevilling, aftale])
    const fremdrift = async () => {
      const svar = await (await sted.logInd(BORGER)).get(`/api/v1/mig/sager/${idAf(sag)}`)
      return (JSON.parse(svar.tekst) as { sag: { fremdrift: string } }).sag.fremdrift
    }
    expect(await udfald(idAf(sag))).toEqual(vises)
    expect(await fremdrift()).toBe('Opstaaet')
    expect(await udfald(idAf(brev), 'dokumenter')).toEqual(skjult('KARANTAENE'))
    expect(await udfald(idAf(notat), 'notater')).toEqual(skjult('KARANTAENE'))
    expect(await udfald(idAf(bevilling), 'ydelser')).toEqual(skjult('KARANTAENE'))
    // It is addressed to the citizen, who could lose a right by not knowing.
    expect(await udfald(idAf(aftale), 'aftaler')).toEqual(vises)

    const sendt = '2026-04-16T08:00:00.000Z'
    nu = tidspunkt('2026-04-16T12:00:00Z')
    const [foer] = brev.fremdrift ?? []
    const egenskaber = brev.egenskaber?.map((felter) => ({ ...felter, brevDato: '2026-04-16' }))
    await sted.lever('a', [
      {
        ...brev,
        tidspunkt: sendt,
        ...(egenskaber ? { egenskaber } : {}),
        fremdrift: [
          { ...foer, virkning: { fra: tid, til: sendt } },
          { virkning: { fra: sendt }, fremdriftStatusKode: 'Endeligt' },
        ],
      },
    ])
    expect(await fremdrift()).toBe('Afgjort')
    for (const [id, liste] of [
      [idAf(brev), 'dokumenter'],
      [idAf(notat), 'notater'],
      [idAf(bevilling), 'ydelser'],
    ] as const)
      expect([liste, ...(await udfald(id, liste))]).toEqual([liste, ...vises])
    nu = START
  })

  test('where no letter is known a week is waited', async () => {
    await aabn({ kle: '32.25', karantaene: true })
    const tid = '2026-04-14T08:00:00.000Z'
    const sag = sagFor('32.25.04', { ...afgjort(tid), tidspunkt: tid })
    const bevilling = lavBevilling({ id: randomUUID(), parter: ydelsesmodtager(BORGER), sag: idAf(sag), tid, kle: '32.25.04' })
    await sted.lever('a', [sag, bevilling])
    expect(await udfald(idAf(bevilling), 'ydelser')).toEqual(skjult('KARANTAENE'))
    nu = tidspunkt('2026-04-21T08:00:00Z')
    expect(await udfald(idAf(bevilling), 'ydelser')).toEqual(vises)
    nu = START
  })

  test('while the municipality waits some working days, the case reads as it did the moment before: steps, words, title and dates', async () => {
    await aabn({ kle: '32.27', karantaene: false, ventArbejdsdage: 2, fradato: '2026-06-01', visAeldreAktive: true })
    const foer = sagFor('32.27.04', {}, { tid: '2026-01-05T08:00:00.000Z', titel: 'Ansøgning om hjælp' })
    await sted.lever('a', [foer])
    const laes = async () => {
      const borger = await sted.logInd(BORGER)
      const stier = ['/api/v1/mig/sager', `/api/v1/mig/sager/${idAf(foer)}`, `/sager/${idAf(foer)}`, '/sager', '/nyt']
      const sider = await Promise.all(stier.map((sti) => borger.get(sti)))
      // What tells when the session ends, and the form's own key, are of the login and not of the case.
      return sider.map(({ tekst }) => tekst.replaceAll(/data-[a-z-]+="[^"]*"|value="[^"]*"|nonce="[^"]*"/g, ''))
    }
    const foerAfgoerelsen = await laes()
    // Decided and closed on the Wednesday, an hour ago, with a new title: active, it would be shown though it is older than the fradato.
    const tid = '2026-04-15T08:00:00.000Z'
    const [egenskaber] = foer.egenskaber ?? []
    const afgjortSag: Sag = {
      ...foer,
      tidspunkt: tid,
      egenskaber: [
        { ...egenskaber, virkning: { fra: '2026-01-05T08:00:00Z', til: tid } },
        { ...egenskaber, virkning: { fra: tid }, titel: 'Afslag på hjælp' },
      ],
      fremdrift: [
        { virkning: { fra: '2026-01-05T08:00:00Z', til: tid }, fremdriftStatusKode: 'Opstaaet' },
        { virkning: { fra: tid, til: '2026-04-15T08:30:00Z' }, fremdriftStatusKode: 'Afgjort' },
        { virkning: { fra: '2026-04-15T08:30:00Z' }, fremdriftStatusKode: 'Afsluttet' },
      ],
    }
    await sted.lever('a', [afgjortSag])
    expect(await laes()).toEqual(foerAfgoerelsen)
    expect(foerAfgoerelsen.join('')).toContain('Ansøgning om hjælp')
    // On the Friday the days have passed: it is closed, and so older than what is shown.
    nu = tidspunkt('2026-04-16T22:00:00Z')
    expect(await udfald(idAf(foer))).toEqual(skjult('FOER_FRADATO'))
    await aabn({ kle: '32.27', karantaene: false, ventArbejdsdage: 2 })
    expect((await laes()).join('')).toContain('Afslag på hjælp')
    nu = START
  })

  test('the municipality can do without the quarantine', async () => {
    await aabn({ kle: '32.26', karantaene: false })
    const tid = '2026-04-15T08:00:00.000Z'
    const bevilling = lavBevilling({ id: randomUUID(), parter: ydelsesmodtager(BORGER), tid, kle: '32.26.04' })
    await sted.lever('a', [bevilling])
    expect(await udfald(idAf(bevilling), 'ydelser')).toEqual(vises)
  })
})

describe('holders of forældremyndighed', () => {
  const BARN = '6309125015'
  const FORAELDER = '6104850017'
  const FREMMED = '6105860018'

  /** Logs in, chooses to look for the child, and says whether the child's item is found. */
  async function serFor(foraelder: string, id: string): Promise<boolean> {
    const browser = await sted.logInd(foraelder)
    await browser.post('/se-for', { part: await sted.part(BARN) })
    return (await browser.get('/api/v1/mig/sager')).tekst.includes(id)
  }
  const myndighed = async (til: string | null) =>
    sted.registrer(
      [{ part: await sted.part(BARN), foedt: '2012-09-03', adressebeskyttet: false, doed: null }],
      [{ barn: await sted.part(BARN), indehaver: await sted.part(FORAELDER), fra: '2012-09-03', til }],
    )

  test("see a child's dagtilbud and nothing else, until the child is 15 or the custody ends; nobody else does", async () => {
    await myndighed(null)
    const til = (kle: string) => lavSag({ id: randomUUID(), parter: [part('Primær part', BARN)], kle })
    const [dagtilbud, pleje] = [til('28.06.04'), til('27.36.04')]
    await sted.lever('a', [dagtilbud, pleje])
    const set = async () => [
      await serFor(FORAELDER, idAf(dagtilbud)),
      await serFor(FORAELDER, idAf(pleje)),
      await serFor(FREMMED, idAf(dagtilbud)),
    ]
    expect(await set()).toEqual([true, false, false])
    expect(await hvorfor(sted, BARN, idAf(dagtilbud), 'foraeldremyndighed')).toBe('vises')
    expect(await hvorfor(sted, BARN, idAf(pleje), 'foraeldremyndighed')).toBe('FORAELDREMYNDIGHED')
    // The parent is no party: nothing of the child's is about them.
    await expect(hvorfor(sted, FORAELDER, idAf(dagtilbud))).rejects.toThrow('intet sådant objekt')

    nu = tidspunkt('2027-09-02T21:59:00Z')
    expect(await serFor(FORAELDER, idAf(dagtilbud))).toBe(true)
    nu = tidspunkt('2027-09-02T22:00:00Z')
    expect(await serFor(FORAELDER, idAf(dagtilbud))).toBe(false)
    expect(await hvorfor(sted, BARN, idAf(dagtilbud), 'foraeldremyndighed')).toBe('FORAELDREMYNDIGHED')
    nu = START

    await myndighed('2026-04-15')
    expect(await serFor(FORAELDER, idAf(dagtilbud))).toBe(false)
    await myndighed(null)
    expect(await serFor(FORAELDER, idAf(dagtilbud))).toBe(true)
  })
})
