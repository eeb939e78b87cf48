import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import rhea, { type EventContext } from 'rhea'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createHaendelsesbed, type Haendelsesbed } from '../../../test/byggere/haendelser.ts'
import { removeOld } from '../oprydning.ts'
import { listBrokere } from './broker.sql.ts'
import { createUdgiver, type Udgiver } from './udgiver.ts'

/** A receiver that speaks AMQP 1.0, as a broker does: a container of the library's, which is not what is tried here. */
type Peer = {
  readonly url: string
  readonly modtaget: { readonly id: string; readonly emne: string; readonly body: string; readonly type: string }[]
  /** What to do with a message: settle it, or something worse. */
  opfoer: (context: EventContext) => void
  close(): Promise<void>
}

async function startPeer(port = 0): Promise<Peer> {
  const container = rhea.create_container()
  const modtaget: Peer['modtaget'] = []
  const valg = { port, host: '127.0.0.1', autoaccept: false }
  const server = container.listen(valg) as unknown as Server
  await once(server, 'listening')
  const forbindelser = new Set<EventContext['connection']>()
  container.on('connection_open', ({ connection }: EventContext) => forbindelser.add(connection))
  container.on('disconnected', () => undefined)
  container.on('receiver_open', ({ receiver }: EventContext) => {
    receiver?.set_target({ address: receiver.target.address ?? '' })
  })
  const peer: Peer = {
    url: `amqp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    modtaget,
    opfoer: ({ delivery }) => delivery?.accept(),
    close: async () => {
      for (const connection of forbindelser) (connection as unknown as { socket: { destroy(): void } }).socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  container.on('message', (context: EventContext) => {
    const { message } = context
    modtaget.push({
      id: String(message?.message_id),
      emne: String(message?.subject),
      type: String(message?.content_type),
      body: String((message?.body as { content: Buffer } | undefined)?.content),
    })
    peer.opfoer(context)
  })
  return peer
}

let bed: Haendelsesbed
let peer: Peer
const udgivere: Udgiver[] = []
beforeAll(async () => {
  bed = await createHaendelsesbed()
  peer = await startPeer()
})
afterEach(async () => {
  await Promise.all(udgivere.splice(0).map((udgiver) => udgiver.close()))
  peer.modtaget.length = 0
  peer.opfoer = ({ delivery }) => delivery?.accept()
})
afterAll(async () => {
  await peer.close()
  await bed.close()
})

const open = (adresse: string, url = peer.url): Udgiver => {
  const udgiver = createUdgiver(bed.deps, { url, protokol: '1.0', adresse })
  udgivere.push(udgiver)
  return udgiver
}
const tilstand = async (adresse: string) => {
  const [brokere] = await bed.base.db.readBatch({ rolle: 'beskedfordeler' }, [listBrokere()])
  return brokere.find(({ navn }) => navn === `1.0 ${adresse}`)
}
const skete = async (antal: number) => {
  const objekter = await bed.skete(...Array.from({ length: antal }, () => ({})))
  await bed.udsender.distribute()
  return objekter
}

test('a broker is told of all that happens from when it was named, in order, as CloudEvents', async () => {
  const udgiver = open('haendelser')
  await skete(1)
  expect(await udgiver.publishNext()).toBe(0)
  const objekter = await skete(3)
  expect(await udgiver.publishNext()).toBe(3)
  expect(await udgiver.publishNext()).toBe(0)
  expect(peer.modtaget.map(({ body }) => (JSON.parse(body) as { subject: string }).subject)).toEqual(objekter)
  const [foerste] = peer.modtaget
  expect(foerste?.emne).toBe('sag.importeret.11111111.27.35.04')
  expect(foerste?.type).toBe('application/cloudevents+json; charset=utf-8')
  expect((JSON.parse(foerste?.body ?? '') as { id: string }).id).toBe(foerste?.id)
  expect(await tilstand('haendelser')).toMatchObject({ mangler: 0, hul_fra: null, senest_fejl: null })
})

test('what the broker rejects, or does not settle before the line is cut, is sent again, and nothing after it is passed over', async () => {
  const udgiver = open('afviser')
  await udgiver.publishNext()
  const objekter = await skete(4)
  let nr = 0
  // Each in a turn of its own: of outcomes that are settled together the library tells only one.
  peer.opfoer = ({ delivery }) => {
    const afvist = ++nr === 3
    setTimeout(() => (afvist ? delivery?.reject() : delivery?.accept()), nr * 5)
  }
  await expect(udgiver.publishNext()).rejects.toThrow('The broker answered rejected')
  expect(await tilstand('afviser')).toMatchObject({ mangler: 4, senest_fejl: 'The broker answered rejected' })
  peer.opfoer = ({ connection }) => (connection as unknown as { socket: { destroy(): void } }).socket.destroy()
  await expect(udgiver.publishNext()).rejects.toThrow('The broker ended the connection')
  peer.opfoer = ({ delivery }) => delivery?.accept()
  peer.modtaget.length = 0
  expect(await udgiver.publishNext()).toBe(4)
  expect(peer.modtaget.map(({ body }) => (JSON.parse(body) as { subject: string }).subject)).toEqual(objekter)
  expect(await tilstand('afviser')).toMatchObject({ mangler: 0, senest_fejl: null })
})

test('a broker that is not there is found again when it comes', async () => {
  const midlertidig = await startPeer()
  const port = Number(new URL(midlertidig.url).port)
  const udgiver = open('forsvinder', midlertidig.url)
  await udgiver.publishNext()
  await skete(1)
  expect(await udgiver.publishNext()).toBe(1)
  await midlertidig.close()
  const [objekt] = await skete(1)
  await expect(udgiver.publishNext()).rejects.toThrow(/broker/)
  await expect(udgiver.publishNext()).rejects.toThrow(/broker/)
  const igen = await startPeer(port)
  expect(await udgiver.publishNext()).toBe(1)
  expect(igen.modtaget.map(({ body }) => (JSON.parse(body) as { subject: string }).subject)).toEqual([objekt])
  await igen.close()
})

test('of two processes one tells the broker; the other takes over when it has been silent', async () => {
  const [foerste, anden] = [open('to'), open('to')]
  await foerste.publishNext()
  await skete(2)
  expect(await anden.publishNext()).toBe(0)
  expect(await foerste.publishNext()).toBe(2)
  await skete(1)
  bed.ur.frem(61_000)
  expect(await anden.publishNext()).toBe(1)
  expect(await foerste.publishNext()).toBe(0)
})

test('where events were removed before the broker could be told, the gap is said', async () => {
  const udgiver = open('hul')
  await udgiver.publishNext()
  await skete(3)
  bed.ur.frem(31 * 86_400_000)
  await removeOld({ ...bed.deps, dage: 30 })
  const [objekt] = await skete(1)
  expect(await udgiver.publishNext()).toBe(1)
  expect(peer.modtaget.map(({ body }) => (JSON.parse(body) as { subject: string }).subject)).toEqual([objekt])
  const efter = await tilstand('hul')
  expect((efter?.hul_til ?? 0) - (efter?.hul_fra ?? 0)).toBe(2)
})
