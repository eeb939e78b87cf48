import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createHaendelsesbed, type Haendelsesbed } from '../../../test/byggere/haendelser.ts'
import { answerStatus } from '../../../test/byggere/modtager.ts'
import { KILDER } from '../../../test/byggere/websted.ts'
import { listEgne, pauseAbonnement, resumeAbonnement, rotateHemmelighed } from '../abonnement/index.ts'
import { HOEJST_FORSOEG } from './forsoeg.ts'
import { beskedId } from './lever.ts'
import { findMedDrift, resend } from './tilstand.ts'

let bed: Haendelsesbed
beforeAll(async () => {
  bed = await createHaendelsesbed()
})
afterAll(() => bed.close())
// What an earlier test subscribed to hears no more.
beforeEach(() => bed.base.asOwner(`UPDATE abonnement SET tilstand = 'slettet'`))

const drift = async (id: string) => {
  const fundet = await findMedDrift(bed.deps, KILDER.a.id, id as never)
  if (!fundet) throw new Error('The subscription is gone')
  return { ...fundet.drift, tilstand: fundet.abonnement.tilstand }
}
/** Sends until nothing more can be sent now. */
const sendAlt = async () => {
  await bed.udsender.distribute()
  let antal = 0
  for (let nu = -1; nu !== 0; antal += nu) nu = await bed.udsender.deliverDue()
  return antal
}
const MINUT = 60_000
const TIME = 60 * MINUT

test('an event comes signed, as a CloudEvent, and once', async () => {
  const { id, modtager } = await bed.abonner()
  const [objekt] = await bed.skete({ haendelse: 'opdateret' })
  expect(await sendAlt()).toBe(1)
  expect(await sendAlt()).toBe(0)
  const [besked] = modtager.modtaget
  expect(besked?.gyldig).toBe(true)
  expect(besked?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
  expect(JSON.parse(besked?.tekst ?? '')).toMatchObject({
    specversion: '1.0',
    type: 'dk.borgerblikket.sag.opdateret.v1',
    subject: objekt,
    data: { objekt, art: 'sag', kommune: '11111111', kle: '27.35.04', master: KILDER.b.id, udenNotifikation: false },
  })
  expect(await drift(id)).toMatchObject({ venter: 0, leveret: 1, doede: 0, aeldste: null })
})

test('the field’s own form names the object, the authority and the number in its envelope', async () => {
  const { modtager } = await bed.abonner({ form: 'haendelsesbesked' })
  const [objekt] = await bed.skete({ haendelse: 'fjernet' })
  await sendAlt()
  const [besked] = modtager.modtaget
  expect(besked?.gyldig).toBe(true)
  expect(besked?.headers['content-type']).toBe('application/xml; charset=utf-8')
  for (const led of [
    `<ObjektId>urn:uuid:${objekt}</ObjektId>`,
    '<ObjektHandling>Fjern</ObjektHandling>',
    '<ObjektAnsvarligMyndighed>urn:oio:cvr-nr:11111111</ObjektAnsvarligMyndighed>',
    '<OpgaveEmne>urn:oio:kle:27.35.04</OpgaveEmne>',
    `<TilladtModtager>urn:oio:it-system-uuid:${KILDER.a.id}</TilladtModtager>`,
  ])
    expect(besked?.tekst).toContain(led)
})

test('a receiver that is down for a day and a night loses nothing; after 33 hours it is dead, kept with the reason, and can be sent again', async () => {
  const { id, modtager } = await bed.abonner()
  modtager.opfoer(answerStatus(500))
  await bed.skete({})
  const begyndt = Date.parse(bed.ur.now())
  await sendAlt()
  while (Date.parse(bed.ur.now()) - begyndt < 24 * TIME) {
    bed.ur.frem(10 * MINUT)
    await sendAlt()
  }
  expect(await drift(id)).toMatchObject({ venter: 1, doede: 0, senestFejl: 'FEJL_HOS_MODTAGER' })
  for (let i = 0; i < 12; i++) {
    bed.ur.frem(TIME)
    await sendAlt()
  }
  expect(await drift(id)).toMatchObject({ venter: 0, doede: 1 })
  expect(modtager.modtaget).toHaveLength(HOEJST_FORSOEG)
  expect(new Set(modtager.modtaget.map((besked) => besked.id)).size).toBe(1)
  const forsoeg = await bed.base.asOwner('SELECT fejl, status FROM udsendelsesforsoeg WHERE abonnement_id = $1', [id])
  expect(forsoeg).toEqual(Array(HOEJST_FORSOEG).fill({ fejl: 'FEJL_HOS_MODTAGER', status: 500 }))
  modtager.opfoer(answerStatus(200))
  expect(await resend(bed.deps, KILDER.b.id, id as never, {})).toEqual({ ok: false, afvisning: 'FINDES_IKKE' })
  expect(await resend(bed.deps, KILDER.a.id, id as never, { fra: bed.ur.now() })).toEqual({ ok: true, value: 0 })
  expect(await resend(bed.deps, KILDER.a.id, id as never, {})).toEqual({ ok: true, value: 1 })
  bed.ur.frem(MINUT)
  await sendAlt()
  expect(await drift(id)).toMatchObject({ venter: 0, doede: 0, leveret: 1 })
  expect(new Set(modtager.modtaget.map((besked) => besked.id)).size).toBe(1)
})

test('even where chance makes every wait as short as it can be, it goes on for more than a day', async () => {
  const { id, modtager } = await bed.abonner()
  modtager.opfoer(answerStatus(503))
  const uheldig = { ...bed.deps, terning: () => 0 }
  const { createUdsender } = await import('./udsender.ts')
  const udsender = createUdsender(uheldig)
  await bed.skete({})
  const begyndt = Date.parse(bed.ur.now())
  await udsender.distribute()
  while ((await drift(id)).venter > 0) {
    await udsender.deliverDue()
    bed.ur.frem(5 * MINUT)
  }
  expect(Date.parse(bed.ur.now()) - begyndt).toBeGreaterThan(24 * TIME)
})

test('events of one object come in order, also when one of them fails; other objects are not held up', async () => {
  const { id, modtager } = await bed.abonner()
  const [x, y] = [crypto.randomUUID(), crypto.randomUUID()] as never[]
  const kald: string[] = []
  let nede = true
  modtager.opfoer((besked, svar) => {
    const { haendelse } = JSON.parse(besked.tekst).data as { haendelse: string }
    kald.push(`${besked.objekt === x ? 'x' : 'y'} ${haendelse}`)
    svar.writeHead(besked.objekt === x && nede ? 500 : 200).end()
  })
  await bed.skete(
    { objekt: x!, haendelse: 'importeret' },
    { objekt: x!, haendelse: 'opdateret' },
    { objekt: x!, haendelse: 'fjernet' },
    { objekt: y!, haendelse: 'importeret' },
  )
  await sendAlt()
  expect(kald.toSorted()).toEqual(['x importeret', 'y importeret'])
  nede = false
  bed.ur.frem(MINUT)
  await sendAlt()
  expect(kald.filter((led) => led.startsWith('x'))).toEqual(['x importeret', 'x importeret', 'x opdateret', 'x fjernet'])
  expect(await drift(id)).toMatchObject({ venter: 0, leveret: 4 })
})

test('several processes at once: each event comes once, and those of one object in order', async () => {
  const { modtager } = await bed.abonner()
  const kald: string[] = []
  modtager.opfoer(async (besked, svar) => {
    await new Promise((resolve) => setTimeout(resolve, Number.parseInt(besked.id.slice(0, 2), 16) % 9))
    kald.push(`${besked.objekt} ${(JSON.parse(besked.tekst) as { data: { haendelse: string } }).data.haendelse}`)
    svar.writeHead(204).end()
  })
  const objekter = Array.from({ length: 20 }, () => crypto.randomUUID()) as never[]
  for (const haendelse of ['importeret', 'opdateret', 'fjernet'])
    await bed.skete(...objekter.map((objekt) => ({ objekt, haendelse })))
  const processer = [bed.udsender, bed.newUdsender(), bed.newUdsender()]
  await bed.udsender.distribute()
  for (let stille = 0; stille < 3; ) {
    const antal = await Promise.all(processer.map((proces) => proces.deliverDue()))
    stille = antal.every((led) => led === 0) ? stille + 1 : 0
  }
  expect(kald).toHaveLength(60)
  for (const objekt of objekter)
    expect(kald.filter((led) => led.startsWith(objekt)).map((led) => led.split(' ')[1])).toEqual([
      'importeret',
      'opdateret',
      'fjernet',
    ])
})

test('receivers that hang, close, lead elsewhere or never stop answering: each is told of as what it is, and another is served meanwhile', async () => {
  const ofre = {
    haenger: await bed.abonner(),
    lukker: await bed.abonner(),
    viderestiller: await bed.abonner(),
    endeloes: await bed.abonner(),
    afviser: await bed.abonner(),
    rask: await bed.abonner(),
  }
  ofre.haenger.modtager.opfoer(() => undefined)
  ofre.lukker.modtager.opfoer((_besked, svar) => {
    svar.socket?.destroy()
  })
  const maal = ofre.rask.modtager.url.replace('/haendelser', '/hemmelig')
  ofre.viderestiller.modtager.opfoer(answerStatus(307, { location: maal }))
  let skrevet = 0
  ofre.endeloes.modtager.opfoer((_besked, svar) => {
    svar.writeHead(200)
    const blok = Buffer.alloc(64 * 1024, 'x')
    const skriv = () => {
      while (!svar.destroyed && svar.write(blok)) skrevet += blok.length
      if (!svar.destroyed) svar.once('drain', skriv)
    }
    skriv()
  })
  ofre.afviser.modtager.opfoer(answerStatus(404))
  const [objekt] = await bed.skete({})
  await bed.udsender.distribute()
  let faerdig = false
  const levering = bed.udsender.deliverDue().finally(() => {
    faerdig = true
  })
  while (ofre.rask.modtager.modtaget.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(faerdig).toBe(false)
  expect(await levering).toBe(6)
  const fejl = async (id: string) => (await drift(id)).senestFejl
  expect(await fejl(ofre.haenger.id)).toBe('SVAREDE_IKKE_I_TIDE')
  expect(await fejl(ofre.lukker.id)).toBe('INGEN_FORBINDELSE')
  expect(await fejl(ofre.viderestiller.id)).toBe('VISTE_VIDERE')
  expect(await fejl(ofre.afviser.id)).toBe('AFVIST_AF_MODTAGER')
  expect(await drift(ofre.endeloes.id)).toMatchObject({ leveret: 1, senestFejl: null })
  // The answer was cut off, not read to an end that never came.
  const efter = skrevet
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(skrevet).toBe(efter)
  // Nobody followed the redirect.
  expect(ofre.rask.modtager.modtaget.map((besked) => besked.objekt)).toEqual([objekt])
})

test('a receiver that accepts connections and never speaks costs no more than its time', async () => {
  const { id, modtager } = await bed.abonner()
  const url = new URL(modtager.url)
  await modtager.close()
  const stum: Server = createServer(() => undefined)
  await new Promise<void>((resolve) => stum.listen(Number(url.port), '127.0.0.1', resolve))
  await bed.skete({})
  await sendAlt()
  expect(await drift(id)).toMatchObject({ senestFejl: 'SVAREDE_IKKE_I_TIDE', venter: 1 })
  stum.close()
})

test('410 stops the subscription: what waits is kept, nothing more is put in its queue, and it must be proved before it goes on', async () => {
  const { id, modtager } = await bed.abonner()
  modtager.opfoer(answerStatus(410))
  await bed.skete({})
  await sendAlt()
  expect(await drift(id)).toMatchObject({ tilstand: 'stoppet', venter: 1, senestFejl: 'SVAREDE_410' })
  await bed.skete({})
  bed.ur.frem(TIME)
  await sendAlt()
  expect(modtager.modtaget).toHaveLength(1)
  expect((await drift(id)).venter).toBe(1)
  expect(await resumeAbonnement({ ...bed.deps }, KILDER.a.id, id as never)).toEqual({
    ok: false,
    afvisning: 'TILSTAND_PASSER_IKKE',
  })
  const { proveModtager } = await import('../abonnement/index.ts')
  expect(await proveModtager(bed.deps, KILDER.a.id, id as never)).toEqual({ ok: true, value: true })
  modtager.opfoer(answerStatus(200))
  await sendAlt()
  expect(await drift(id)).toMatchObject({ tilstand: 'aktiv', venter: 0, leveret: 1 })
})

test('paused, events are kept for it; resumed, they come', async () => {
  const { id, modtager } = await bed.abonner()
  await pauseAbonnement(bed.deps, KILDER.a.id, id as never)
  await bed.skete({}, {})
  await sendAlt()
  expect(modtager.modtaget).toHaveLength(0)
  await resumeAbonnement(bed.deps, KILDER.a.id, id as never)
  await sendAlt()
  expect(modtager.modtaget).toHaveLength(2)
})

test('after a change of secret messages are signed with both for a day, then with the new one alone', async () => {
  const { id, hemmelighed, modtager } = await bed.abonner()
  const svar = await rotateHemmelighed(bed.deps, KILDER.a.id, id as never)
  if (!svar.ok) throw new Error(svar.afvisning)
  const { hemmelighed: ny } = svar.value
  const gyldigMed = async (egen: string) => {
    modtager.give(egen)
    await bed.skete({})
    await sendAlt()
    return modtager.modtaget.at(-1)?.gyldig
  }
  expect([await gyldigMed(hemmelighed), await gyldigMed(ny)]).toEqual([true, true])
  bed.ur.frem(25 * TIME)
  expect([await gyldigMed(hemmelighed), await gyldigMed(ny)]).toEqual([false, true])
})

test('a process that dies after the receiver answered, before it was recorded: it comes again with the same id, and only after the loan', async () => {
  const { id, modtager } = await bed.abonner()
  const [objekt] = await bed.skete({})
  const { createUdsender } = await import('./udsender.ts')
  const doende = createUdsender({
    ...bed.deps,
    db: {
      ...bed.base.db,
      // The record is what is lost: the loan is the only other transaction.
      transaction: (kontekst, work) =>
        modtager.modtaget.length > 0 ? Promise.reject(new Error('dead')) : bed.base.db.transaction(kontekst, work),
    },
  })
  await doende.distribute()
  await expect(doende.deliverDue()).rejects.toThrow('dead')
  expect(await sendAlt()).toBe(0)
  bed.ur.frem(2 * MINUT)
  expect(await sendAlt()).toBe(1)
  const [haendelse] = await bed.base.asOwner<{ haendelse_id: string }>('SELECT haendelse_id FROM udbakke WHERE objekt_id = $1', [
    objekt,
  ])
  const ventet = beskedId(id as never, haendelse?.haendelse_id as never)
  expect(modtager.modtaget.map((besked) => besked.id)).toEqual([ventet, ventet])
  expect(await drift(id)).toMatchObject({ venter: 0, leveret: 1 })
})

test('what was put in the queue is not sent where the owner may not hear of it any more', async () => {
  const { id, modtager } = await bed.abonner()
  await bed.skete({}, { kommune: '12345678' })
  await bed.udsender.distribute()
  await bed.kilder.save({ ...KILDER.a, kommuner: [KILDER.a.kommuner[1]!] })
  await sendAlt()
  expect(modtager.modtaget).toHaveLength(1)
  expect(await drift(id)).toMatchObject({ venter: 0, leveret: 1, bortfaldne: 1 })
  await bed.kilder.save({ ...KILDER.a, spaerret: bed.ur.now() })
  await bed.skete({})
  await sendAlt()
  expect(modtager.modtaget).toHaveLength(1)
  await bed.kilder.save(KILDER.a)
  expect((await listEgne(bed.deps, KILDER.b.id)).length).toBe(0)
})
