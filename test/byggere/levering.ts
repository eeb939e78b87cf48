import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import type { Readable } from 'node:stream'
import type { Svar } from './klient.ts'
import { send } from './klient.ts'
import { type Kildenavn, type Testwebsted, udviklingsnoegle } from './websted.ts'

export const somKilde = (navn: Kildenavn): Record<string, string> => ({
  'x-borgerblikket-udviklingsnoegle': udviklingsnoegle(navn),
})

/** A receipt or the closing line, as it stood on the wire. */
export type Svarlinje = {
  readonly linje?: number
  readonly id?: string
  readonly udfald?: string
  readonly brud?: readonly { readonly regel: string; readonly sti: string; readonly da: string; readonly en: string }[]
  readonly slut?: true
  readonly leverance?: string
  readonly linjer?: number
  readonly modtaget?: number
  readonly uaendret?: number
  readonly afvist?: number
}

export const toLinjer = (tekst: string): Svarlinje[] =>
  tekst
    .split('\n')
    .filter((linje) => linje !== '')
    .map((linje) => JSON.parse(linje) as Svarlinje)

export const ndjson = (elementer: readonly unknown[]): string =>
  elementer.map((element) => `${JSON.stringify(element)}\n`).join('')

/** Posts a body to the intake as source a, with headers on top of the usual ones; one that is undefined is left out. */
export function post(
  sted: Testwebsted,
  body: string | Buffer,
  headers: Readonly<Record<string, string | undefined>> = {},
  sti = '/api/v1/leverancer',
): Promise<Svar> {
  const alle = { 'content-type': 'application/x-ndjson', 'idempotency-key': randomUUID(), ...somKilde('a'), ...headers }
  const givne = Object.fromEntries(Object.entries(alle).filter(([, vaerdi]) => vaerdi !== undefined)) as Record<string, string>
  return send(sted.origin, sti, { method: 'POST', headers: givne, body }, sted.agent)
}

/** An answer as it comes: its text so far, and how it ended. */
export type Stroemsvar = { readonly status: number; readonly tekst: string; readonly afbrudt: boolean }

/** Streams a body; reads the answer only when all is sent, where `laesSidst`. */
export function postStroem(
  sted: Testwebsted,
  stroem: Readable,
  headers: Readonly<Record<string, string>> = {},
  { laesSidst = false }: { readonly laesSidst?: boolean } = {},
): Promise<Stroemsvar> {
  const { hostname, port } = new URL(sted.origin)
  const alle = { 'content-type': 'application/x-ndjson', 'idempotency-key': randomUUID(), ...somKilde('a'), ...headers }
  return new Promise((resolve, reject) => {
    const ud = request({ hostname, port, path: '/api/v1/leverancer', method: 'POST', headers: alle, agent: false }, (ind) => {
      let tekst = ''
      const read = () => ind.on('data', (del: Buffer) => (tekst += del.toString('utf8')))
      ind.on('error', () => undefined)
      ind.on('close', () => resolve({ status: ind.statusCode ?? 0, tekst, afbrudt: !ind.complete }))
      if (laesSidst && !stroem.readableEnded) stroem.once('end', () => setTimeout(read, 200))
      else read()
    })
    ud.on('error', reject)
    // A stream that fails is a line that goes dead.
    stroem.on('error', () => ud.destroy())
    stroem.pipe(ud)
  })
}
