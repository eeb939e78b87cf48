import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'amqplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHaendelsesbed, type Haendelsesbed } from '../../../test/byggere/haendelser.ts'
import { freePort } from '../../../test/byggere/port.ts'
import { connectAmqp091 } from './amqp-0-9-1.ts'
import { createUdgiver } from './udgiver.ts'

const SERVER = '/usr/lib/rabbitmq/bin/rabbitmq-server'
const findes = process.platform === 'linux' && existsSync(SERVER)

/** A RabbitMQ of the test's own: its own name, folder and ports, and no word to any other on the machine. */
type Rabbit = { readonly url: string; close(): Promise<void> }

async function startRabbit(): Promise<Rabbit> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbrabbit-'))
  const [port, dist, epmd] = [await freePort('127.0.0.1'), await freePort('127.0.0.1'), await freePort('127.0.0.1')]
  const konfiguration = join(mappe, 'rabbitmq.conf')
  writeFileSync(konfiguration, `listeners.tcp.1 = 127.0.0.1:${port}\nlog.console = true\nlog.file = false\n`)
  for (const navn of ['mnesia', 'log', 'hjem']) mkdirSync(join(mappe, navn))
  const konto = process.getuid?.() === 0 ? readKonto() : undefined
  if (konto) for (const sti of ['', 'mnesia', 'log', 'hjem', 'rabbitmq.conf']) chownSync(join(mappe, sti), konto.uid, konto.gid)
  const proces: ChildProcess = spawn(SERVER, [], {
    env: {
      PATH: process.env['PATH'],
      HOME: join(mappe, 'hjem'),
      RABBITMQ_NODENAME: `bb${port}@localhost`,
      RABBITMQ_MNESIA_BASE: join(mappe, 'mnesia'),
      RABBITMQ_LOG_BASE: join(mappe, 'log'),
      RABBITMQ_CONFIG_FILE: konfiguration,
      RABBITMQ_ENABLED_PLUGINS_FILE: join(mappe, 'hjem', 'plugins'),
      RABBITMQ_DIST_PORT: String(dist),
      ERL_EPMD_PORT: String(epmd),
      RABBITMQ_PID_FILE: join(mappe, 'hjem', 'pid'),
    },
    stdio: 'ignore',
    // A group of its own, so that all of it can be ended by its id.
    detached: true,
    ...(konto ?? {}),
  })
  const url = `amqp://guest:guest@127.0.0.1:${port}`
  const close = async () => {
    const slut = new Promise((resolve) => proces.once('exit', resolve))
    if (proces.pid && proces.exitCode === null) {
      process.kill(-proces.pid, 'SIGTERM')
      await slut
    }
    execFileSync('sh', ['-c', `ERL_EPMD_PORT=${epmd} epmd -kill >/dev/null 2>&1 || true`])
    rmSync(mappe, { recursive: true, force: true })
  }
  for (let forsoeg = 0; forsoeg < 240; forsoeg++) {
    const forbindelse = await connect(url).catch(() => undefined)
    if (forbindelse) {
      await forbindelse.close()
      return { url, close }
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  await close()
  throw new Error('RabbitMQ did not start')
}

const readKonto = () => {
  const id = (hvad: string) => Number(execFileSync('id', [hvad, 'rabbitmq'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

describe.skipIf(!findes)('a RabbitMQ (skipped where /usr/lib/rabbitmq is not installed)', () => {
  let bed: Haendelsesbed
  let rabbit: Rabbit
  beforeAll(async () => {
    ;[bed, rabbit] = await Promise.all([createHaendelsesbed(), startRabbit()])
  })
  afterAll(async () => {
    await rabbit?.close()
    await bed?.close()
  })

  test('is told through a topic exchange, with confirms, and a queue bound by kind, municipality and number gets its own', async () => {
    const forbindelse = await connect(rabbit.url)
    const kanal = await forbindelse.createChannel()
    await kanal.assertExchange('haendelser', 'topic', { durable: true })
    const { queue } = await kanal.assertQueue('', { exclusive: true })
    await kanal.bindQueue(queue, 'haendelser', 'sag.*.11111111.27.#')
    const udgiver = createUdgiver(bed.deps, { url: rabbit.url, protokol: '0-9-1', adresse: 'haendelser' })
    await udgiver.publishNext()
    const [egen] = await bed.skete({}, { kommune: '12345678' }, { kle: '28.09.40' }, { art: 'dokument' })
    await bed.udsender.distribute()
    expect(await udgiver.publishNext()).toBe(4)
    const foerste = await kanal.get(queue, { noAck: true })
    if (!foerste) throw new Error('Nothing came')
    expect((JSON.parse(foerste.content.toString()) as { subject: string }).subject).toBe(egen)
    expect(foerste.properties).toMatchObject({
      contentType: 'application/cloudevents+json; charset=utf-8',
      deliveryMode: 2,
      type: 'dk.borgerblikket.sag.importeret.v1',
    })
    expect(await kanal.get(queue, { noAck: true })).toBe(false)
    await udgiver.close()
    await forbindelse.close()
  })

  test('an exchange that is not there is said, and nothing is counted as sent; made, all of it comes', async () => {
    const opsaetning = { url: rabbit.url, protokol: '0-9-1', adresse: 'senere' } as const
    await expect(connectAmqp091(opsaetning)).rejects.toThrow('The broker refused the exchange')
    const udgiver = createUdgiver(bed.deps, opsaetning)
    await udgiver.publishNext()
    await bed.skete({}, {})
    await bed.udsender.distribute()
    await expect(udgiver.publishNext()).rejects.toThrow('The broker refused the exchange')
    const forbindelse = await connect(rabbit.url)
    const kanal = await forbindelse.createChannel()
    await kanal.assertExchange('senere', 'fanout')
    expect(await udgiver.publishNext()).toBe(2)
    // The operator takes it away while we hold a channel.
    await kanal.deleteExchange('senere')
    await bed.skete({})
    await bed.udsender.distribute()
    await expect(udgiver.publishNext()).rejects.toThrow(/broker/)
    await kanal.assertExchange('senere', 'fanout')
    expect(await udgiver.publishNext()).toBe(1)
    await udgiver.close()
    await forbindelse.close()
  })
})
