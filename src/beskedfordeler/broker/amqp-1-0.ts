import rhea, { type Connection, type ConnectionOptions, type Delivery, type EventContext, type Sender } from 'rhea'
import {
  type Brokerbesked,
  Brokerfejl,
  type Brokerforbindelse,
  type Brokeropsaetning,
  INDHOLDSTYPE,
  withinFrist,
} from './opsaetning.ts'

/** Opens a sender to an address of an AMQP 1.0 broker. A message counts when the broker has accepted it. Throws Brokerfejl. */
export async function connectAmqp10({ url, adresse }: Brokeropsaetning): Promise<Brokerforbindelse> {
  const container = rhea.create_container()
  const venter = new Map<Delivery, (fejl?: Brokerfejl) => void>()
  const forbindelse = container.connect(toValg(new URL(url)))
  const afbrydelse = new Brokerfejl('The broker ended the connection')
  let brudt: Brokerfejl | undefined
  const breakOff = (): void => {
    brudt ??= afbrydelse
    for (const settle of venter.values()) settle(brudt)
    venter.clear()
  }
  for (const haendelse of ['disconnected', 'connection_close', 'sender_close', 'session_close'] as const)
    forbindelse.on(haendelse, breakOff)
  // Told by the events above as well; without a listener they would end the process.
  for (const haendelse of ['connection_error', 'sender_error', 'session_error', 'error', 'protocol_error'] as const)
    forbindelse.on(haendelse, breakOff)
  const settle = (fejl?: Brokerfejl) => (context: EventContext) => {
    const { delivery } = context
    if (!delivery) return
    venter.get(delivery)?.(fejl)
    venter.delete(delivery)
  }
  forbindelse.on('accepted', settle())
  for (const svar of ['rejected', 'released', 'modified'] as const)
    forbindelse.on(svar, settle(new Brokerfejl(`The broker answered ${svar}`)))
  const sender = await withinFrist(
    openSender(forbindelse, adresse, () => brudt),
    'open',
  ).catch((fejl: unknown) => {
    forbindelse.close()
    throw fejl
  })
  return {
    publish: async (beskeder) => {
      const svar: Promise<void>[] = []
      for (const besked of beskeder) {
        await withinFrist(
          untilSendable(sender, () => brudt),
          'credit',
        )
        const accepteret = new Promise<void>((resolve, reject) => {
          venter.set(sender.send(toMessage(besked)), (fejl) => (fejl ? reject(fejl) : resolve()))
        })
        // Looked at below; one that fails before then must not end the process.
        accepteret.catch(() => undefined)
        svar.push(accepteret)
      }
      await withinFrist(Promise.all(svar), 'accept')
    },
    close: async () => {
      forbindelse.close()
    },
  }
}

function toValg(url: URL): ConnectionOptions {
  const tls = url.protocol === 'amqps:'
  const username = decodeURIComponent(url.username)
  const password = decodeURIComponent(url.password)
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return {
    host,
    port: Number(url.port || (tls ? 5671 : 5672)),
    // One connection, and a new one when it breaks: what was not confirmed is sent again by whoever asked.
    reconnect: false,
    idle_time_out: 30_000,
    ...(username ? { username, password } : {}),
    ...(tls ? { transport: 'tls' as const, servername: host } : {}),
  } as ConnectionOptions
}

function openSender(forbindelse: Connection, adresse: string, brudt: () => Brokerfejl | undefined): Promise<Sender> {
  return new Promise((resolve, reject) => {
    const sender = forbindelse.open_sender({ target: { address: adresse } })
    forbindelse.once('sender_open', () => resolve(sender))
    for (const haendelse of ['disconnected', 'connection_close', 'sender_close', 'sender_error', 'connection_error'] as const)
      forbindelse.once(haendelse, () => reject(brudt() ?? new Brokerfejl('The broker refused')))
  })
}

/** The broker says by credit how much it takes. */
async function untilSendable(sender: Sender, brudt: () => Brokerfejl | undefined): Promise<void> {
  const fejl = brudt()
  if (fejl) throw fejl
  if (sender.sendable()) return
  await new Promise<void>((resolve, reject) => {
    sender.once('sendable', () => resolve())
    sender.connection.once('disconnected', () => reject(brudt() ?? new Brokerfejl('The broker ended the connection')))
  })
}

const toMessage = ({ id, emne, type, body }: Brokerbesked) => ({
  message_id: id,
  subject: emne,
  content_type: INDHOLDSTYPE,
  durable: true,
  application_properties: { 'cloudEvents:type': type },
  body: rhea.message.data_section(Buffer.from(body)),
})
