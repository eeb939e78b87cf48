import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid, parseKleEmne } from '#kernel'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { BROBYSKOV, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** A municipality decides what is shown, through the pages alone. */

let sted: Testwebsted
const P = {} as { [navn: string]: Paaarbejde }
const STI = '/kommune/konfiguration'

beforeAll(async () => {
  sted = await startWebsted({
    opsaetning: [
      konfiguration({ kle: '28', fradato: '2024-01-01' }),
      konfiguration({ kle: '28.77', aaben: false }),
      konfiguration({ kommune: BROBYSKOV, kle: '27.36' }),
    ],
  })
  const ind = async (navn: string, cvr: typeof KORSBAEK, ...roller: Parameters<typeof logIndPaaArbejde>[1]['roller']) => {
    P[navn] = await logIndPaaArbejde(sted, {
      cvr,
      roller,
      navn,
      organisation: cvr === KORSBAEK ? 'Korsbæk Kommune' : 'Brobyskov',
    })
  }
  await ind('Henrik', KORSBAEK, 'projektansvarlig')
  await ind('Gitte', KORSBAEK, 'projektansvarlig')
  await ind('Bente', KORSBAEK, 'projektansvarlig')
  await ind('Vibeke', KORSBAEK, 'fagsystemansvarlig')
  await ind('Karen', KORSBAEK, 'kvalitetsansvarlig')
  await ind('Rune', BROBYSKOV, 'projektansvarlig')
})
afterAll(() => sted.close())

const hvem = (navn: string): Paaarbejde => {
  const person = P[navn]
  if (!person) throw new TypeError(`Nobody is called ${navn}`)
  return person
}
const laes = async (navn: string, sti: string): Promise<string> => (await hvem(navn).browser.get(sti)).tekst
const skjult = (side: string, navn: string, efter = ''): string =>
  new RegExp(`${efter}[\\s\\S]*?name="${navn}" value="([^"]*)"`).exec(side)?.[1] ?? ''
/** What the form of a number has, with some of it changed. */
async function saet(navn: string, udkast: string, kle: string, felter: Readonly<Record<string, string>>) {
  const side = await laes(navn, `${udkast}/nummer?kle=${kle}`)
  const valgte = [...side.matchAll(/<select[^>]*name="(\w+)"[\s\S]*?<option value="([^"]*)" selected/g)].map(([, a, b]) => [a, b])
  const tekster = [...side.matchAll(/<input type="text"[^>]*name="(\w+)"[^>]*value="([^"]*)"/g)].map(([, a, b]) => [a, b])
  const alle = { nr: skjult(side, 'nr'), kle, ...Object.fromEntries([...valgte, ...tekster]), ...felter }
  return hvem(navn).post(`${udkast}/nummer`, alle)
}
async function begynd(navn: string, felter: Readonly<Record<string, string>> = {}): Promise<string> {
  const svar = await hvem(navn).post(`${STI}/udkast/ny`, {
    id: randomUUID(),
    navn: 'Ældre åbnes',
    begrundelse: 'Direktionen 3. november',
    ...felter,
  })
  expect(svar.status).toBe(303)
  return (svar.headers.location ?? '').split('?')[0] ?? ''
}
const skridt = async (navn: string, udkast: string, type: string, felter: Readonly<Record<string, string>> = {}) => {
  const side = await laes(navn, udkast)
  const efter = `name="type" value="${type}"`
  const hash = skjult(side, 'hash', efter)
  return hvem(navn).post(`${udkast}/skridt`, {
    type,
    nr: skjult(side, 'nr'),
    ...(hash ? { hash } : {}),
    aarsag: 'Aftalt på mødet',
    ...felter,
  })
}
const aaben = async (kle: string, cvr = KORSBAEK) =>
  (await sted.system.opsaetning.current()).konfigurationFor(cvr, parseKleEmne(kle), sted.system.clock.now())?.aaben === true

const AABN = { aaben: 'ja', fradato: '01-03-2026', titelvisning: 'kle', visYdelser: 'ja' }

test('one begins, another approves, and what was closed is shown from then on; nothing before', async () => {
  const udkast = await begynd('Henrik')
  expect(await laes('Henrik', udkast)).toContain('Udkastet ændrer ikke noget endnu')
  expect((await saet('Henrik', udkast, '27.36', AABN)).status).toBe(303)
  const side = await laes('Henrik', udkast)
  expect(side).toContain('Åben for borgerne: Nej → Ja')
  expect(side).toContain('Sager fra og med: Ikke valgt → 1. marts 2026')
  // What was chosen while it was closed is told too.
  expect(side).toContain('Når det er åbent, gælder også:')
  expect(side).toContain('Afgørelser venter på brevet: Ja')
  expect(side).toContain(`href="/kommune/forhaandsvisning?udkast=${udkast.split('/').at(-1)}"`)
  expect(side).not.toContain('Sæt i kraft nu')
  // Alone it cannot be put into force, whatever the form says.
  expect((await skridt('Henrik', udkast, 'gennemfoerAlene', { hash: skjult(side, 'hash') })).status).toBe(409)
  expect((await skridt('Henrik', udkast, 'foreslaa')).headers.location).toContain('gjort=foreslaaet')
  expect(await aaben('27.36.04')).toBe(false)
  expect((await skridt('Henrik', udkast, 'godkend', { hash: skjult(side, 'hash') })).tekst).toContain('Noget kan blive synligt')
  expect((await skridt('Gitte', udkast, 'godkend')).headers.location).toContain('gjort=godkendt')
  expect(await aaben('27.36.04')).toBe(true)
  const historik = await laes('Vibeke', `${STI}/historik`)
  expect(historik).toContain('Foreslået af Henrik, godkendt af Gitte.')
  expect(historik).toContain('Åben for borgerne: Nej → Ja')
  expect(historik).toContain('Aftalt på mødet')
  expect(await laes('Vibeke', `${STI}/nummer/27.36.04`)).toContain('efter 27.36 siden')
})

test('whoever has edited cannot approve, though another proposed; a third can', async () => {
  const udkast = await begynd('Henrik')
  await saet('Henrik', udkast, '29.18', AABN)
  expect(await laes('Gitte', udkast)).toContain('Retter du i udkastet, kan du ikke selv godkende det')
  expect((await saet('Gitte', udkast, '29.21', AABN)).status).toBe(303)
  await skridt('Henrik', udkast, 'foreslaa')
  expect((await skridt('Gitte', udkast, 'godkend', { hash: skjult(await laes('Bente', udkast), 'hash') })).tekst).toContain(
    'Du har selv rettet i udkastet',
  )
  expect((await skridt('Bente', udkast, 'godkend')).status).toBe(303)
  expect(await aaben('29.21.04')).toBe(true)
})

test('an approval names what was seen: taken back, changed and proposed again, the old page approves nothing', async () => {
  const udkast = await begynd('Henrik')
  await saet('Henrik', udkast, '15.17', AABN)
  await skridt('Henrik', udkast, 'foreslaa')
  const gammel = await laes('Gitte', udkast)
  expect((await saet('Henrik', udkast, '15.17', { ...AABN, visUdbetalinger: 'ja' })).tekst).toContain('Træk det tilbage først')
  await skridt('Henrik', udkast, 'traekTilbage')
  await saet('Henrik', udkast, '15.17', { ...AABN, visUdbetalinger: 'ja' })
  await skridt('Henrik', udkast, 'foreslaa')
  const hash = skjult(gammel, 'hash', 'name="type" value="godkend"')
  const paaGammel = await hvem('Gitte').post(`${udkast}/skridt`, { type: 'godkend', nr: skjult(gammel, 'nr'), hash })
  expect(paaGammel.status).toBe(409)
  expect(paaGammel.tekst).toContain('Noget er ændret, siden du åbnede siden')
  // With the number right and the hash wrong too.
  expect((await skridt('Gitte', udkast, 'godkend', { hash })).tekst).toContain('Det, du så, er ikke det, der er foreslået nu')
  expect(await aaben('15.17.06')).toBe(false)
})

test('what was approved meanwhile makes a proposal stale, and says what has changed', async () => {
  const [foerste, anden] = [await begynd('Henrik'), await begynd('Bente')]
  await saet('Henrik', foerste, '28.09', { visJournalnotater: 'nej', visAftaler: 'ja', fradato: '2023-01-01' })
  await skridt('Henrik', foerste, 'foreslaa')
  const foerDet = skjult(await laes('Gitte', foerste), 'hash', 'name="type" value="godkend"')
  await saet('Bente', anden, '28', { fradato: '2022-01-01' })
  await skridt('Bente', anden, 'foreslaa')
  expect((await skridt('Gitte', anden, 'godkend')).status).toBe(303)
  expect(await laes('Gitte', foerste)).not.toContain('Godkend ændringen')
  const svar = await skridt('Gitte', foerste, 'godkend', { hash: foerDet })
  expect(svar.status).toBe(409)
  expect(svar.tekst).toContain('En anden ændring er trådt i kraft')
  expect(svar.tekst).toContain('28.09: Sager fra og med var 1. januar 2024 og er nu 1. januar 2022')
})

test('a proposal whose proposer is no longer a project lead cannot be approved', async () => {
  const midlertidig = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'], navn: 'Midlertidig' })
  P['Midlertidig'] = midlertidig
  const udkast = await begynd('Midlertidig')
  await saet('Midlertidig', udkast, '05.09', AABN)
  await skridt('Midlertidig', udkast, 'foreslaa')
  await sted.base.asOwner(
    `INSERT INTO rolleophoer (tildeling_id, gaelder_fra, frataget_af, begrundelse) SELECT tildeling_id, now() - interval '1 second', 'x', 'x' FROM rolletildeling WHERE medarbejder_id = $1`,
    [midlertidig.id],
  )
  const svar = await skridt('Gitte', udkast, 'godkend')
  expect(svar.tekst).toContain('er ikke projektansvarlig mere')
  expect(await aaben('05.09.04')).toBe(false)
  expect((await skridt('Gitte', udkast, 'traekTilbage')).status).toBe(303)
})

test('one person closes at once, with all below; the reason is asked for; sent twice it is one change', async () => {
  expect(await aaben('28.09.40')).toBe(true)
  expect((await hvem('Henrik').post(`${STI}/luk`, { kle: '28', aarsag: '' })).status).toBe(409)
  expect((await hvem('Henrik').post(`${STI}/luk`, { kle: '28', aarsag: 'CPR 0101701234' })).status).toBe(409)
  expect(await aaben('28.09.40')).toBe(true)
  for (const _ of [1, 2])
    expect((await hvem('Henrik').post(`${STI}/luk`, { kle: '28', aarsag: 'Fejl i titler' })).status).toBe(303)
  expect(await aaben('28.09.40')).toBe(false)
  const historik = await laes('Karen', `${STI}/historik`)
  expect(historik.match(/28 lukket/g)).toHaveLength(1)
  expect(historik).toContain('Gjort af Henrik alene: kun mindre vises.')
})

test('a draft that only narrows takes one, and holds at once', async () => {
  const udkast = await begynd('Henrik', { navn: 'Mindre vises' })
  await saet('Henrik', udkast, '27.36', { visYdelser: 'nej' })
  expect(await laes('Henrik', udkast)).toContain('Sæt i kraft nu')
  expect((await skridt('Henrik', udkast, 'gennemfoerAlene')).headers.location).toContain('gjort=gennemfoert')
  expect(
    (await sted.system.opsaetning.current()).konfigurationFor(KORSBAEK, '27.36.04', sted.system.clock.now())?.visYdelser,
  ).toBe(false)
})

test('an always-closed number opens by itself alone, with the jurist’s word and two persons', async () => {
  const udkast = await begynd('Henrik', { navn: 'Krisecenter' })
  expect((await saet('Henrik', udkast, '27.57.12', AABN)).tekst).toContain('Skriv, hvad juristen har bekræftet')
  const gruppe = await saet('Henrik', udkast, '34.10', { ...AABN, juristNavn: 'Jurist Jensen', juristTekst: 'Må åbnes' })
  expect(gruppe.status).toBe(303)
  expect(await laes('Henrik', udkast)).toContain('kan kun åbnes som et enkelt emne')
  expect(await laes('Henrik', udkast)).not.toContain('Foreslå ændringen')
  await skridt('Henrik', udkast, 'fjernLinje', { kle: '34.10' })
  await saet('Henrik', udkast, '27.57.12', {
    ...AABN,
    juristNavn: 'Jurist Jensen',
    juristTekst: 'Borgeren har selv bedt om det i alle sager',
  })
  expect(await laes('Gitte', udkast)).toContain('Juristens bekræftelse, Jurist Jensen')
  await skridt('Henrik', udkast, 'foreslaa')
  expect((await skridt('Gitte', udkast, 'godkend')).status).toBe(303)
  const gaeldende = (await sted.system.opsaetning.current()).konfigurationFor(KORSBAEK, '27.57.12', sted.system.clock.now())
  expect(gaeldende).toMatchObject({ kle: '27.57.12', aaben: true, juristAabnet: true })
})

test('dated ahead, it is approved now and comes into force by itself; a day that has come is refused', async () => {
  expect(
    (await hvem('Henrik').post(`${STI}/udkast/ny`, { id: randomUUID(), navn: 'A', begrundelse: 'B', ikraft: '31-02-2030' }))
      .status,
  ).toBe(400)
  const udkast = await begynd('Henrik', { ikraft: '01-03-2090' })
  await saet('Henrik', udkast, '02.34', AABN)
  await skridt('Henrik', udkast, 'foreslaa')
  expect((await skridt('Gitte', udkast, 'godkend')).status).toBe(303)
  expect(await aaben('02.34.02')).toBe(false)
  const opsaetning = await sted.system.opsaetning.current()
  expect(opsaetning.konfigurationFor(KORSBAEK, '02.34.02', '2090-02-28T23:00:00.000Z' as never)?.aaben).toBe(true)
  expect(await laes('Henrik', `${STI}/nummer/02.34`)).toContain('Fra 1. marts 2090 gælder en ny udgave.')
  const passeret = await begynd('Henrik', { ikraft: '2020-01-01' })
  await saet('Henrik', passeret, '02.34.02', { visAftaler: 'ja' })
  expect(
    (await skridt('Henrik', passeret, 'foreslaa', { hash: skjult(await laes('Henrik', passeret), 'hash') })).tekst,
  ).toContain('Datoen skal ligge efter i dag')
})

test('two tabs: the second says that something changed; the same form sent twice is one step', async () => {
  const id = newUuid()
  const ny = { id, navn: 'Sendt to gange', begrundelse: 'B' }
  const [ene, anden] = [await hvem('Henrik').post(`${STI}/udkast/ny`, ny), await hvem('Henrik').post(`${STI}/udkast/ny`, ny)]
  expect([ene.status, anden.status, ene.headers.location]).toEqual([303, 303, anden.headers.location])
  const udkast = `${STI}/udkast/${id}`
  const form = {
    nr: '1',
    kle: '09.13',
    aaben: 'ja',
    fradato: '2026-01-01',
    visAeldreAktive: 'nej',
    titelvisning: 'kle',
    kvalitetskrav: 'alle',
    stikproeve: '0',
    visDokumenttitler: 'nej',
    visJournalnotater: 'nej',
    notatfristDage: '0',
    karantaene: 'ja',
    ventArbejdsdage: '0',
    visYdelser: 'nej',
    visUdbetalinger: 'nej',
    visAftaler: 'nej',
  }
  for (const _ of [1, 2]) expect((await hvem('Henrik').post(`${udkast}/nummer`, form)).status).toBe(303)
  expect((await hvem('Henrik').post(`${udkast}/nummer`, { ...form, visAftaler: 'ja' })).tekst).toContain(
    'Noget er ændret, siden du åbnede siden',
  )
  expect(
    (await hvem('Henrik').browser.post(`${udkast}/nummer`, { ...form, nr: '2', visAftaler: 'ja', _formular: 'forkert' })).status,
  ).toBe(403)
  expect((await laes('Henrik', udkast)).match(/rettede 09\.13/g)).toHaveLength(1)
})

test('another municipality’s draft is none, whatever is asked of it; those who read along change nothing', async () => {
  const udkast = await begynd('Henrik')
  await saet('Henrik', udkast, '03.10', AABN)
  await skridt('Henrik', udkast, 'foreslaa')
  const hash = skjult(await laes('Gitte', udkast), 'hash', 'name="type" value="godkend"')
  expect((await hvem('Rune').browser.get(udkast)).status).toBe(404)
  expect((await hvem('Rune').browser.get(`${udkast}/nummer?kle=27`)).status).toBe(404)
  for (const type of ['godkend', 'kasser', 'traekTilbage'])
    expect((await hvem('Rune').post(`${udkast}/skridt`, { type, nr: '3', hash, aarsag: 'x' })).status).toBe(404)
  expect(
    (await hvem('Rune').post(`${STI}/udkast/ny`, { id: udkast.split('/').at(-1) ?? '', navn: 'A', begrundelse: 'B' })).status,
  ).toBe(404)
  expect(await laes('Rune', `${STI}/historik`)).not.toContain('Henrik')
  for (const navn of ['Vibeke', 'Karen']) {
    expect((await hvem(navn).browser.get(udkast)).status).toBe(200)
    expect(await laes(navn, udkast)).not.toContain('Godkend ændringen')
    expect((await hvem(navn).post(`${udkast}/skridt`, { type: 'godkend', nr: '3', hash })).status).toBe(403)
    expect((await hvem(navn).post(`${STI}/luk`, { kle: '27.36', aarsag: 'x' })).status).toBe(403)
  }
  expect(await aaben('03.10.04')).toBe(false)
})

test('the tree, the search and the comparison name no persons, and count what lies in the index', async () => {
  expect(await laes('Vibeke', STI)).toContain('27 Hjælp og støtte')
  expect(await laes('Vibeke', `${STI}?under=27`)).toContain('href="/kommune/konfiguration/nummer/27.36"')
  expect(await laes('Vibeke', `${STI}?soeg=genoptr%C3%A6ning`)).toContain('29.21')
  expect(await laes('Vibeke', `${STI}?soeg=%3Cscript%3E`)).toContain('Intet nummer passer til “&lt;script&gt;”')
  expect(await laes('Vibeke', `${STI}/sammenlign`)).toContain('1 af 1')
  expect(await laes('Vibeke', `${STI}/nummer/27.36`)).toContain('Brobyskov Kommune')
  expect((await hvem('Vibeke').browser.get(`${STI}/nummer/27.3`)).status).toBe(404)
})
