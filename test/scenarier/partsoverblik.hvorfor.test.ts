import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newUuid, type Uuid } from '#kernel'
import { referencerFor } from '../../src/partsoverblik/side/reference.ts'
import { lavDokument, lavSag, part, tilakteret } from '../byggere/elementer.ts'
import { logSagsbehandlerInd, rettighed, type Sagsbehandler } from '../byggere/sagsbehandler.ts'
import { BROBYSKOV, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** "Hvorfor kan jeg ikke se den?": told of what may be known of, and as of nothing of all else. Over HTTP, as the page does it. */

const ALMA = '6101800021'
const BO = '6202810023'
const NAVNE = ['hjaelp', 'job', 'lokal', 'foelsom', 'fremmed', 'brev', 'andetBrev', 'bosJob'] as const
type Navn = (typeof NAVNE)[number]
const ider = Object.fromEntries(NAVNE.map((navn) => [navn, randomUUID()])) as unknown as Readonly<Record<Navn, Uuid>>

let sted: Testwebsted
let alma: Uuid
let bo: Uuid
/** Sees 27 up to confidential, and may know of 32 up to confidential: not of what is more sensitive, nor of other numbers. */
let karen: Sagsbehandler

const foelsomhed = (niveau: 'FOELSOMME_PERSONOPLYSNINGER') => ({
  sagIndeksEgenskaber: [
    { virkning: { fra: '2026-01-05T08:00:00.000Z' }, foelsomhed: niveau, oprettetTidspunkt: '2026-01-05T08:00:00.000Z' },
  ],
})

beforeAll(async () => {
  sted = await startWebsted({ opsaetning: [konfiguration({ kle: '27' })] })
  const mig = [part('Primær part', ALMA)]
  await sted.lever('a', [
    lavSag({ id: ider.hjaelp, parter: mig, titel: 'Hjælp til rengøring', nummer: '26/1001' }),
    lavSag(
      { id: ider.job, parter: mig, titel: 'Opfølgning på job', nummer: '26/2002', kle: '32.24.04' },
      { journalposter: [tilakteret(ider.brev), tilakteret(ider.andetBrev)] },
    ),
    lavSag({ id: ider.lokal, parter: mig, titel: 'Kørsel til møde', nummer: '26/4004', kle: '32.30.04' }),
    lavSag(
      { id: ider.foelsom, parter: mig, titel: 'Noget følsomt om helbred', kle: '32.24.04' },
      { ...foelsomhed('FOELSOMME_PERSONOPLYSNINGER'), journalposter: [tilakteret(ider.andetBrev)] },
    ),
    lavSag(
      { id: ider.fremmed, parter: mig, titel: 'Sag hos naboerne', kommune: BROBYSKOV, kle: '32.24.04' },
      { journalposter: [tilakteret(ider.andetBrev)] },
    ),
    lavDokument({ id: ider.brev, titel: 'Brev på én sag', type: 'Brev, indgaaende' }),
    lavDokument({ id: ider.andetBrev, titel: 'Brev på tre sager', type: 'Brev, indgaaende' }),
    lavSag({ id: ider.bosJob, parter: [part('Primær part', BO)], titel: 'Bos jobsag', kle: '32.24.04' }),
  ])
  alma = await sted.part(ALMA)
  bo = await sted.part(BO)
  karen = await logSagsbehandlerInd(sted, [rettighed(['27.*']), rettighed(['32.*'], { systemroller: ['kendskab'] })])
})
afterAll(() => sted.close())

const visit = (besoeg: string): Uuid => besoeg.split('/').at(-1) as Uuid
const ref = (besoeg: string, navn: Navn): string => referencerFor(sted.system.noegler, visit(besoeg))(ider[navn])
const svarPaa = (hvem: Sagsbehandler, besoeg: string, ting: string, mere = '') =>
  hvem.browser.get(`${besoeg}?ting=${ting}${mere}`)
const panel = (side: string): string => /<section id="detalje"[\s\S]*?<\/section>/.exec(side)?.[0] ?? ''
const liste = (side: string): string => /<section class="[^"]*bb-skjulte"[\s\S]*?<\/section>/.exec(side)?.[0] ?? ''
const logget = (besoeg: string) =>
  sted.base.asOwner<{ hvad: string; objekt_id: string | null; antal: number }>(
    'SELECT hvad, objekt_id, antal FROM adgangslog WHERE korrelation = $1 ORDER BY nr',
    [visit(besoeg)],
  )
/** What is read beside something else is logged in whatever order. */
const sorteret = (linjer: Awaited<ReturnType<typeof logget>>) => linjer.map((en) => JSON.stringify(en)).sort()
const HEMMELIGT = [
  'Opfølgning på job',
  '26/2002',
  '32.24.04',
  'Kørsel',
  '32.30.04',
  'følsomt',
  'naboerne',
  'Brev på',
  'Brobyskov',
]

describe('what may only be known of', () => {
  test('has a link of its own, also where several are told of in a line, and is explained group by group', async () => {
    const besoeg = await karen.slaaOp(alma)
    const side = liste((await karen.browser.get(besoeg)).tekst)
    expect(side).toContain('2 sager, Borgerservice')
    expect(side).toContain('2 dokumenter, Borgerservice')
    const links = [...side.matchAll(/class="bb-hvorfor" href="[^"]*[?&](?:amp;)?ting=([\w-]{16})#detalje"/g)].map(([, en]) => en)
    expect([...links].sort()).toEqual((['job', 'lokal', 'brev', 'andetBrev'] as const).map((navn) => ref(besoeg, navn)).sort())
    const svar = await svarPaa(karen, besoeg, ref(besoeg, 'job'))
    expect(svar.status).toBe(200)
    expect(svar.headers['cache-control']).toContain('no-store')
    const forklaret = panel(svar.tekst)
    expect(forklaret).toContain('Hvorfor kan jeg ikke se den?')
    expect(forklaret).toContain('Borgerservice')
    expect(forklaret).toMatch(
      /Du har ret til KLE 27\.\*, til og med fortrolige personoplysninger\.[\s\S]*?Sagen har et emne \(KLE\), som rettigheden ikke dækker\./,
    )
    expect(forklaret).toMatch(
      /Du har ret til at vide, at noget findes, for KLE 32\.\*[\s\S]*?Rettigheden lader dig ikke se indholdet\./,
    )
    for (const andet of HEMMELIGT) expect(svar.tekst).not.toContain(andet)
    for (const id of [alma, ALMA, ...Object.values(ider)]) expect(svar.tekst).not.toContain(id)
    expect((await logget(besoeg)).at(-1)).toEqual({ hvad: 'adgangsforklaring', objekt_id: ider.job, antal: 1 })
  })

  test('is explained in English to who reads English', async () => {
    const besoeg = await karen.slaaOp(alma)
    const engelsk = panel((await svarPaa(karen, besoeg, ref(besoeg, 'job'), '&sprog=en')).tekst)
    await karen.browser.get(`${besoeg}?sprog=da`)
    expect(engelsk).toContain('Why can I not see it?')
    expect(engelsk).toContain('The case has a subject (KLE) that the right does not cover.')
    expect(engelsk).toContain('The right does not let you see the content.')
    expect(engelsk).toContain('You have the right to know that something exists, for KLE 32.*')
    expect(engelsk).not.toMatch(/[æøå]/i)
  })

  test('says nothing of cases that it stands on besides and that may not be known of', async () => {
    const besoeg = await karen.slaaOp(alma)
    const [paaEn, paaTre] = await Promise.all(
      (['brev', 'andetBrev'] as const).map(async (navn) => {
        const her = ref(besoeg, navn)
        return panel((await svarPaa(karen, besoeg, her)).tekst).replaceAll(her, 'REF')
      }),
    )
    expect(paaEn).toContain('En tilknyttet sag har et emne (KLE), som rettigheden ikke dækker.')
    expect(paaTre).toBe(paaEn)
  })

  test('is explained anew by what the login brought: a group more, a rule more', async () => {
    const kender = await logSagsbehandlerInd(sted, [
      rettighed(['*'], { systemroller: ['kendskab'], foelsomhed: 'VIP_SAGER' }),
      rettighed(['32.*'], { enheder: ['en helt anden enhed'] }),
    ])
    const besoeg = await kender.slaaOp(alma)
    const forklaret = panel((await svarPaa(kender, besoeg, ref(besoeg, 'foelsom'))).tekst)
    expect(forklaret).toContain('Sagen er mere følsom, end rettigheden går til.')
    expect(forklaret).toContain('Sagen hører ikke til en af de enheder, som rettigheden er begrænset til.')
    expect(forklaret).not.toContain('Sagen har et emne (KLE)')
    expect(forklaret).not.toMatch(/følsomme personoplysninger|32\.24|helbred/)
  })
})

describe('what may not be known of', () => {
  /** The page but for what its own address says. */
  /** Without the reference, and without the minute that the session ends in: two answers may lie on each side of one. */
  const uden = (tekst: string, her: string): string =>
    tekst.replaceAll(her, 'REF').replaceAll(/(<p class="small-text bb-udloeb">)[^<]*/g, '$1')

  test.each([
    ['too sensitive', 'foelsom'],
    ['another municipality’s', 'fremmed'],
    ['another citizen’s', 'bosJob'],
  ] as const)('is answered as what does not exist, byte for byte and line for line of the log: %s', async (_, navn) => {
    const besoeg = await karen.slaaOp(alma)
    const findesIkke = referencerFor(sted.system.noegler, visit(besoeg))(newUuid())
    const her = ref(besoeg, navn)
    const foer = (await logget(besoeg)).length
    const svar = await svarPaa(karen, besoeg, her)
    const midt = (await logget(besoeg)).length
    const ingen = await svarPaa(karen, besoeg, findesIkke)
    const log = await logget(besoeg)
    expect([svar.status, uden(svar.tekst, her)]).toEqual([ingen.status, uden(ingen.tekst, findesIkke)])
    expect(Object.keys(svar.headers).sort()).toEqual(Object.keys(ingen.headers).sort())
    expect(svar.tekst).toContain('Det kan ikke vises. Enten findes det ikke mere')
    expect(sorteret(log.slice(foer, midt))).toEqual(sorteret(log.slice(midt)))
    expect(log.slice(foer).map(({ hvad }) => hvad)).not.toContain('adgangsforklaring')
  })

  test('neither is anything told to who has no right to know of things', async () => {
    const uvidende = await logSagsbehandlerInd(sted, [rettighed(['27.*'])])
    const besoeg = await uvidende.slaaOp(alma)
    const her = ref(besoeg, 'job')
    const findesIkke = referencerFor(sted.system.noegler, visit(besoeg))(newUuid())
    const [svar, ingen] = [await svarPaa(uvidende, besoeg, her), await svarPaa(uvidende, besoeg, findesIkke)]
    expect(uden(svar.tekst, her)).toBe(uden(ingen.tekst, findesIkke))
    expect(svar.tekst).not.toContain('Hvorfor kan jeg ikke se')
  })

  test('a reference of another visit, of another citizen’s or of somebody else’s visit is as one that is not there', async () => {
    const [hosAlma, igen, hosBo] = [await karen.slaaOp(alma), await karen.slaaOp(alma, 'vejledning'), await karen.slaaOp(bo)]
    const anden = await logSagsbehandlerInd(sted, [rettighed(['32.*'], { systemroller: ['kendskab'] })])
    const andens = await anden.slaaOp(alma)
    for (const [besoeg, fremmed] of [
      [igen, ref(hosAlma, 'job')],
      [hosBo, ref(hosAlma, 'job')],
      [hosBo, ref(hosBo, 'job')],
      [hosAlma, ref(hosBo, 'bosJob')],
      [hosAlma, ref(andens, 'job')],
    ] as const) {
      const findesIkke = 'x'.repeat(16)
      const [svar, ingen] = [await svarPaa(karen, besoeg, fremmed), await svarPaa(karen, besoeg, findesIkke)]
      expect(uden(svar.tekst, fremmed)).toBe(uden(ingen.tekst, findesIkke))
      expect(panel(svar.tekst)).toContain('Det kan ikke vises.')
    }
    expect((await svarPaa(karen, andens, ref(andens, 'job'))).status).toBe(410)
  })
})

test('two tabs about two citizens each explain their own, whichever is asked first', async () => {
  const [hosAlma, hosBo] = [await karen.slaaOp(alma), await karen.slaaOp(bo)]
  const foer = { alma: (await logget(hosAlma)).length, bo: (await logget(hosBo)).length }
  const sider = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const besoeg = i % 2 === 0 ? hosAlma : hosBo
      return (await svarPaa(karen, besoeg, ref(besoeg, i % 2 === 0 ? 'job' : 'bosJob'))).tekst
    }),
  )
  sider.forEach((side, i) => {
    expect(panel(side)).toContain('Sagen har et emne (KLE)')
    expect([side.includes('2 sager, Borgerservice'), side.includes('1 sag, Borgerservice')]).toEqual([i % 2 === 0, i % 2 === 1])
  })
  for (const [besoeg, navn] of [
    [hosAlma, 'job'],
    [hosBo, 'bosJob'],
  ] as const) {
    const forklarede = (await logget(besoeg))
      .slice(besoeg === hosAlma ? foer.alma : foer.bo)
      .filter(({ hvad }) => hvad === 'adgangsforklaring')
    expect(new Set(forklarede.map(({ objekt_id }) => objekt_id))).toEqual(new Set([ider[navn]]))
    expect(forklarede).toHaveLength(10)
  }
})

test('beside what is seen stand the groups that let it through, and the others with what stops them', async () => {
  const begge = await logSagsbehandlerInd(sted, [
    rettighed(['32.*'], { foelsomhed: 'IKKE_FORTROLIGE_DATA' }),
    rettighed(['27.*']),
  ])
  const besoeg = await begge.slaaOp(alma)
  const side = panel((await svarPaa(begge, besoeg, ref(besoeg, 'hjaelp'))).tekst)
  const [giver = '', andre = ''] = side.slice(side.indexOf('Hvorfor kan jeg se det her?')).split('Dine andre rettigheder')
  expect(giver).toContain('Du har ret til KLE 27.*')
  expect(giver).not.toContain('KLE 32.*')
  expect(andre).toContain('Du har ret til KLE 32.*, til og med ikke fortrolige data.')
  expect(andre).toContain('Sagen er mere følsom, end rettigheden går til.')
  const [job, brev] = [rettighed(['32.24.*']), rettighed(['32.*'], { foelsomhed: 'IKKE_FORTROLIGE_DATA' })]
  const jobber = await logSagsbehandlerInd(sted, [job, brev])
  const jobbesoeg = await jobber.slaaOp(alma)
  const hosBreve = await Promise.all(
    (['brev', 'andetBrev'] as const).map(async (navn) => {
      const tekst = panel((await svarPaa(jobber, jobbesoeg, ref(jobbesoeg, navn), '&fane=dokumenter')).tekst)
      return tekst.slice(tekst.indexOf('Hvorfor kan jeg se det her?'))
    }),
  )
  expect(hosBreve[0]).toContain('Dine andre rettigheder')
  expect(hosBreve[1]).toBe(hosBreve[0])
})

test('where the explanation cannot be logged or read, none is shown', async () => {
  const besoeg = await karen.slaaOp(alma)
  const her = ref(besoeg, 'job')
  await sted.base.asOwner('ALTER FUNCTION borgerblikket_adgangsfakta(uuid, uuid) RENAME TO borgerblikket_vaek')
  try {
    const { status, tekst } = await svarPaa(karen, besoeg, her)
    expect(status).toBe(200)
    expect(panel(tekst)).toContain('Forklaringen kan ikke hentes lige nu.')
    expect(panel(tekst)).not.toContain('Rettigheden lader')
    expect(tekst).toContain('Hjælp til rengøring')
  } finally {
    await sted.base.asOwner('ALTER FUNCTION borgerblikket_vaek(uuid, uuid) RENAME TO borgerblikket_adgangsfakta')
  }
  await sted.base.asOwner('REVOKE INSERT ON adgangslog FROM borgerblikket_log')
  try {
    const { status, tekst } = await svarPaa(karen, besoeg, her)
    expect([status, tekst.includes('Rettigheden lader')]).toEqual([503, false])
  } finally {
    await sted.base.asOwner('GRANT INSERT ON adgangslog TO borgerblikket_log')
  }
  expect(panel((await svarPaa(karen, besoeg, her)).tekst)).toContain('Rettigheden lader dig ikke se indholdet.')
})
