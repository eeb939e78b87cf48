import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Rolle } from '#adgang'
import { type CvrNummer, type KleMoenster, newUuid, type Rettighedsgruppe, type Uuid, uuid } from '#kernel'
import { startBesoeg } from '#partsoverblik/besoeg'
import { danskDag, systemClock } from '#platform/clock'
import { ansvarlig, ejer, lavSag, part } from '../byggere/elementer.ts'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { BROBYSKOV, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** An employee looks citizens up; what should be looked into reaches those who answer for it, and an extract for the auditor takes two persons. */

const GODTFRED = '6101801010'
const LONNIE = '6202802020'
let sted: Testwebsted
let ulla: Medarbejder
let karen: Paaarbejde
let henrik: Paaarbejde
let rune: Paaarbejde

type Medarbejder = Paaarbejde & {
  readonly cvr: CvrNummer
  readonly navn: string
  readonly rettigheder: readonly Rettighedsgruppe[]
}
const alt = (kommune: CvrNummer): Rettighedsgruppe => ({
  kommune,
  systemroller: ['se'],
  kle: ['*' as KleMoenster],
  foelsomhed: 'VIP_SAGER',
})
const logInd = (navn: string, roller: readonly Rolle[], cvr = KORSBAEK, rettigheder: readonly Rettighedsgruppe[] = []) =>
  logIndPaaArbejde(sted, { cvr, roller, navn, rettigheder })

beforeAll(async () => {
  sted = await startWebsted()
  const rettigheder = [alt(KORSBAEK)]
  const hvem = await logInd('Ulla Jakobsen', ['sagsbehandler'], KORSBAEK, rettigheder)
  ulla = { ...hvem, cvr: KORSBAEK, navn: 'Ulla Jakobsen', rettigheder }
  karen = await logInd('Karen Østerby', ['tilsyn'])
  henrik = await logInd('Henrik Aabo', ['projektansvarlig'])
  rune = await logInd('Rune Ellegaard', ['tilsyn', 'projektansvarlig'], BROBYSKOV)
})
afterAll(() => sted.close())

async function besoeg(hvem: Medarbejder, cpr: string, valg: { formaal?: 'henvendelse' | 'andet'; begrundelse?: string } = {}) {
  const medarbejder = { ...hvem, enheder: [] }
  const svar = await startBesoeg(sted.system, medarbejder, { part: await sted.part(cpr), ...valg })
  return svar.ok ? svar.value : svar.afvisning
}
const idOf = (svar: Awaited<ReturnType<typeof besoeg>>): Uuid => {
  if (typeof svar === 'string') throw new Error(svar)
  return svar.besoeg
}
/** That the citizen is the one at work, and that somebody works in the municipality, as its list says. */
const erMedarbejder = async (hvem: Medarbejder, cpr: string) =>
  sted.base.asOwner(`INSERT INTO medarbejderpart VALUES ($1, $2, $3, 'arbejdsgiver', now()) ON CONFLICT DO NOTHING`, [
    KORSBAEK,
    hvem.id,
    await sted.part(cpr),
  ])
const erAnsat = async (cpr: string) =>
  sted.base.asOwner('INSERT INTO ansat VALUES ($1, $2, now()) ON CONFLICT DO NOTHING', [KORSBAEK, await sted.part(cpr)])
const koe = async (hvem: Paaarbejde) => (await hvem.browser.get('/kommune/alarmer')).tekst

test('the purpose is asked where no case is one’s own, and is the case where one is', async () => {
  expect(await besoeg(ulla, GODTFRED)).toBe('FORMAAL_MANGLER')
  const sag = lavSag(
    { id: randomUUID(), kommune: KORSBAEK, parter: [part('Primær part', GODTFRED)] },
    {
      sagsaktoerer: [
        ejer(),
        ansvarlig(),
        { rolle: 'Primær behandler', type: 'Bruger', referenceId: ulla.id, fuldtNavn: 'Ulla Jakobsen', cvrNummer: KORSBAEK },
      ] as never,
    },
  )
  await sted.lever('a', [sag])
  const id = idOf(await besoeg(ulla, GODTFRED))
  const [raekke] = await sted.base.asOwner('SELECT formaal, sag_id FROM opslagsbesoeg WHERE besoeg_id = $1', [id])
  expect(raekke).toEqual({ formaal: 'sagsbehandling', sag_id: sag.id })
})

test('looking oneself up is asked about before anything is shown, and stands first in the queue', async () => {
  const mia = {
    ...(await logInd('Mia Prøve', ['sagsbehandler'], KORSBAEK, [alt(KORSBAEK)])),
    cvr: KORSBAEK,
    navn: 'Mia Prøve',
    rettigheder: [alt(KORSBAEK)],
  }
  await erAnsat(LONNIE)
  const kollega = idOf(await besoeg(mia, LONNIE, { formaal: 'henvendelse' }))
  await erMedarbejder(mia, '6303803030')
  const svar = await besoeg(mia, '6303803030', { formaal: 'andet', begrundelse: 'Skulle se min egen sag' })
  expect(svar).toMatchObject({ venter: true })
  const side = await mia.browser.get(`/kommune/borger/${idOf(svar)}`)
  expect(side.tekst).not.toContain('6303803030')
  expect(side.tekst).toContain(`/kommune/borger/${idOf(svar)}/bekraeft`)
  const liste = await koe(henrik)
  expect(liste.indexOf(idOf(svar))).toBeGreaterThan(0)
  expect(liste.indexOf(kollega)).toBeGreaterThan(liste.indexOf(idOf(svar)))
  const detalje = (await henrik.browser.get(`/kommune/alarmer/${idOf(svar)}`)).tekst
  expect(detalje).toContain('Opslag på sig selv')
  expect(detalje).toContain('Skulle se min egen sag')
  expect(detalje).toContain('intet blev vist')
  expect(detalje).not.toContain(await sted.part('6303803030'))
  expect((await mia.browser.get('/kommune/alarmer')).status).toBe(403)
})

test('a judgement needs an outcome, a next step where there was no reason, and why; it takes the visit out of the queue', async () => {
  await erAnsat('6404804040')
  const id = idOf(await besoeg(ulla, '6404804040', { formaal: 'henvendelse' }))
  const sti = `/kommune/alarmer/${id}`
  const vurder = (felter: Record<string, string>) =>
    henrik.post(sti, { foer: '0', udfald: '', naeste: '', begrundelse: '', ...felter })
  const hvorfor = 'Der var ingen opgave hos borgeren'
  expect((await vurder({ begrundelse: hvorfor })).status).toBe(400)
  expect((await vurder({ udfald: 'uberettiget', begrundelse: hvorfor })).tekst).toContain('Vælg, hvad der nu skal ske.')
  expect((await vurder({ udfald: 'berettiget', begrundelse: 'kort' })).status).toBe(400)
  expect((await vurder({ udfald: 'berettiget', begrundelse: `Det var ${GODTFRED}` })).status).toBe(400)
  expect(await koe(henrik)).toContain(id)
  const svar = await vurder({ udfald: 'uberettiget', naeste: 'personalesag', begrundelse: hvorfor })
  expect([svar.status, svar.headers.location]).toEqual([303, `${sti}?gemt=1`])
  expect((await koe(henrik)).split('id="afgjorte"')[0]).not.toContain(id)
  expect((await vurder({ udfald: 'berettiget', begrundelse: hvorfor })).status).toBe(409)
  const side = (await henrik.browser.get(sti)).tekst
  expect(side).toContain('En personalesag')
  expect(side).toContain(hvorfor)
})

test('another municipality sees, opens and judges none of it, and nobody their own', async () => {
  await erAnsat('6505805050')
  const id = idOf(await besoeg(ulla, '6505805050', { formaal: 'henvendelse' }))
  const sti = `/kommune/alarmer/${id}`
  expect(await koe(rune)).not.toContain(id)
  expect((await rune.browser.get(sti)).status).toBe(404)
  const egen = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['tilsyn'], navn: 'Ulla Jakobsen', id: ulla.id })
  expect(await koe(egen)).not.toContain(id)
  expect((await egen.browser.get(sti)).status).toBe(404)
  for (const hvem of [rune, egen])
    await hvem.post(sti, { foer: '0', udfald: 'berettiget', begrundelse: 'Det er der ikke noget galt i' })
  expect(await sted.base.asOwner('SELECT 1 FROM alarmudfald WHERE besoeg_id = $1', [id])).toEqual([])
  const anden = uuid(randomUUID())
  const findesIkke = (await henrik.browser.get(`/kommune/alarmer/${anden}`)).tekst.replaceAll(anden, '')
  expect((await rune.browser.get(sti)).tekst.includes('findes ikke') === findesIkke.includes('findes ikke')).toBe(true)
})

test('an extract about an employee takes two persons, six months at most, and reaches the one who ordered it alone', async () => {
  const STI = '/kommune/alarmer/udtraek'
  const log = {
    aktoerType: 'medarbejder',
    kommune: KORSBAEK,
    grund: 'jobfunktionsrolle',
    objekt: undefined,
    korrelation: newUuid(),
  }
  const om = await sted.part(GODTFRED)
  await sted.system.log.append({ ...log, aktoer: ulla.id, part: om, formaal: 'henvendelse', hvad: 'overblik', antal: 7 })
  await sted.system.log.append({ ...log, aktoer: newUuid(), part: om, formaal: 'klage', hvad: 'overblik', antal: 9 })
  await sted.system.log.append({
    ...log,
    kommune: BROBYSKOV,
    aktoer: ulla.id,
    part: om,
    formaal: 'vejledning',
    hvad: 'overblik',
    antal: 8,
  })
  const idag = danskDag(systemClock.now())
  const felter = { om: 'medarbejder', medarbejder: ulla.id, fra: idag, til: idag, formaal: 'Halvårlig revision af opslag' }
  expect((await henrik.post(STI, felter)).status).toBe(403)
  expect((await karen.post(STI, { ...felter, fra: '2020-01-01' })).tekst).toContain('højst dække seks måneder')
  expect((await karen.post(STI, { ...felter, formaal: '' })).status).toBe(400)
  expect((await karen.post(STI, felter)).status).toBe(303)
  const [raekke] = await sted.base.asOwner<{ udtraek_id: string }>(`SELECT udtraek_id FROM logudtraek WHERE om = 'medarbejder'`)
  const sti = `${STI}/${raekke?.udtraek_id}`
  expect((await karen.browser.get(`${sti}/csv`)).status).toBe(404)
  expect((await karen.post(`${sti}/svar`, { svar: 'ja' })).status).toBe(409)
  expect((await karen.browser.get(`${sti}/csv`)).status).toBe(404)
  expect((await rune.post(`${sti}/svar`, { svar: 'ja' })).status).toBe(409)
  expect((await henrik.post(`${sti}/svar`, { svar: 'ja' })).status).toBe(303)
  const csv = await karen.browser.get(`${sti}/csv`)
  expect(csv.status).toBe(200)
  expect(csv.tekst).toContain(';henvendelse;overblik;')
  expect(csv.tekst).not.toMatch(/klage|vejledning/)
  expect(csv.tekst).not.toContain(om)
  expect((await rune.browser.get(`${sti}/csv`)).status).toBe(404)
  const tilsyn = await logInd('En Anden', ['tilsyn'])
  expect((await tilsyn.browser.get(`${sti}/json`)).status).toBe(404)
  const [logget] = await sted.base.asOwner(
    `SELECT count(*)::int AS antal FROM adgangslog WHERE formaal = 'tilsynMedOpslag' AND part_id = $1 AND aktoer_id = $2`,
    [om, karen.id],
  )
  expect(logget).toEqual({ antal: 1 })
})

test('an extract about a citizen, and a random sample, name no citizen; a number is never sent back', async () => {
  const STI = '/kommune/alarmer/udtraek'
  const idag = danskDag(systemClock.now())
  const faelles = { fra: idag, til: idag, formaal: 'Borgeren har spurgt, hvem der har set' }
  const fejl = await karen.post(STI, { om: 'borger', cpr: GODTFRED, ...faelles, formaal: 'kort' })
  expect([fejl.status, fejl.tekst.includes(GODTFRED)]).toEqual([400, false])
  await karen.post(STI, { om: 'borger', cpr: GODTFRED, ...faelles })
  await karen.post(STI, { om: 'stikproeve', antal: '500', ...faelles })
  const raekker = await sted.base.asOwner<{ udtraek_id: string }>(`SELECT udtraek_id FROM logudtraek WHERE om <> 'medarbejder'`)
  expect(raekker).toHaveLength(2)
  for (const { udtraek_id } of raekker) {
    const json = await karen.browser.get(`${STI}/${udtraek_id}/json`)
    expect(json.status).toBe(200)
    expect(json.tekst).not.toContain(await sted.part(GODTFRED))
    expect(json.tekst).not.toContain(GODTFRED)
  }
})

test('the figures are numbers, and those who look after alarms alone reach the pages', async () => {
  expect((await henrik.browser.get('/kommune/alarmer/tal')).tekst).toContain('Opslag på sig selv')
  const bodil = await logInd('Bodil Prøve', ['sagsbehandler', 'borgerservice', 'kvalitetsansvarlig'])
  for (const sti of ['/kommune/alarmer', '/kommune/alarmer/tal', '/kommune/alarmer/udtraek'])
    expect((await bodil.browser.get(sti)).status).toBe(403)
})

test('one who searches and opens nobody is seen by others than themselves, and an extract about them is a link away', async () => {
  const ida = {
    ...(await logInd('Ida Ivrig', ['sagsbehandler', 'projektansvarlig', 'tilsyn'], KORSBAEK, [alt(KORSBAEK)])),
    navn: 'Ida Ivrig',
  }
  await ida.post('/kommune/borger', { tekst: GODTFRED })
  expect(await koe(henrik)).not.toContain('Ida Ivrig')
  await sted.base.asOwner('UPDATE soegedag SET antal = 51 WHERE medarbejder_id = $1', [ida.id])
  expect(await koe(henrik)).toContain('Ida Ivrig')
  expect(await koe(henrik)).not.toContain('om=medarbejder')
  for (const hvem of [ida, rune]) expect(await koe(hvem)).toContain('Ingen de seneste 28 dage.')
  const [, link = ''] = /href="([^"#]*om=medarbejder[^"#]*)#/.exec(await koe(karen)) ?? []
  const formular = (await karen.browser.get(link.replaceAll('&amp;', '&'))).tekst
  expect(formular).toContain(`<option value="${ida.id}" selected>`)
  const idag = danskDag(systemClock.now())
  expect(formular).toContain(`value="${idag.split('-').reverse().join('-')}"`)
  const felter = { om: 'medarbejder', medarbejder: ida.id, fra: idag, til: idag, formaal: 'Usædvanligt mange søgninger' }
  expect((await karen.post('/kommune/alarmer/udtraek', felter)).status).toBe(303)
  const [raekke] = await sted.base.asOwner<{ udtraek_id: string }>(
    'SELECT udtraek_id FROM logudtraek WHERE om_medarbejder = $1',
    [ida.id],
  )
  const sti = `/kommune/alarmer/udtraek/${raekke?.udtraek_id}`
  expect((await henrik.post(`${sti}/svar`, { svar: 'ja' })).status).toBe(303)
  expect((await karen.browser.get(`${sti}/csv`)).tekst).toContain(';soegning;')
})
