import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

/** A message as the receiver got it. `gyldig`: the signature was right with the secret that the receiver has. */
export type Modtaget = {
  readonly id: string
  readonly tekst: string
  readonly objekt: string
  readonly gyldig: boolean
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** What to do with a message: answer a status, or whatever else a receiver can come up with. */
export type Opfoersel = (modtaget: Modtaget, svar: ServerResponse) => void | Promise<void>

/** Somebody else's system, on a port of its own. It answers challenges rightly once it has been given the secret. */
export type Modtager = {
  readonly url: string
  readonly modtaget: Modtaget[]
  give(hemmelighed: string): void
  opfoer(opfoersel: Opfoersel): void
  close(): Promise<void>
}

export const answerStatus =
  (status: number, headers: Readonly<Record<string, string>> = {}): Opfoersel =>
  (_modtaget, svar) => {
    svar.writeHead(status, headers).end()
  }

export async function startModtager(port = 0): Promise<Modtager> {
  const modtaget: Modtaget[] = []
  let hemmelighed: string | undefined
  let opfoersel: Opfoersel = answerStatus(204)
  const server = createServer((request, svar) => {
    void handle(request, svar)
  })
  const handle = async (request: IncomingMessage, svar: ServerResponse): Promise<void> => {
    const dele: Buffer[] = []
    for await (const del of request) dele.push(del as Buffer)
    const tekst = Buffer.concat(dele).toString()
    const besked = readBesked(request, tekst, hemmelighed)
    const { type, udfordring } = readJson(tekst)
    if (type === 'dk.borgerblikket.abonnement.udfordring.v1') {
      if (!besked.gyldig || !hemmelighed) svar.writeHead(401).end()
      else svar.writeHead(200).end(JSON.stringify({ svar: answerChallenge(hemmelighed, String(udfordring)) }))
      return
    }
    modtaget.push(besked)
    await opfoersel(besked, svar)
  }
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/haendelser`,
    modtaget,
    give: (ny) => {
      hemmelighed = ny
    },
    opfoer: (ny) => {
      opfoersel = ny
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const answerChallenge = (hemmelighed: string, udfordring: string): string =>
  createHmac('sha256', Buffer.from(hemmelighed.slice('whsec_'.length), 'base64'))
    .update(udfordring)
    .digest('base64')

function readJson(tekst: string): { readonly type?: string; readonly udfordring?: string; readonly subject?: string } {
  try {
    return JSON.parse(tekst) as object
  } catch {
    return {}
  }
}

function readBesked(request: IncomingMessage, tekst: string, hemmelighed: string | undefined): Modtaget {
  const { headers } = request
  const id = String(headers['webhook-id'])
  return { id, tekst, objekt: readJson(tekst).subject ?? '', gyldig: isGyldig(headers, tekst, hemmelighed), headers }
}

/** By another's code than ours; the time in the header is that of the test's clock, so it is not compared with the machine's. */
function isGyldig(headers: IncomingMessage['headers'], tekst: string, hemmelighed: string | undefined): boolean {
  if (!hemmelighed) return false
  const tid = new Date(Number(headers['webhook-timestamp']) * 1000)
  const ventet = new Webhook(hemmelighed).sign(String(headers['webhook-id']), tid, tekst)
  return String(headers['webhook-signature']).split(' ').includes(ventet)
}
