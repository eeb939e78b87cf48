import { Agent, request } from 'node:http'

/** A sender that costs little: fetch takes as much of the machine for a message as reading it does. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Sends a body and gives the answer whole. */
export const post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): Promise<{ readonly status: number; readonly tekst: string }> =>
  new Promise((resolve, reject) => {
    const kald = request(url, { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } }, (svar) => {
      const dele: Buffer[] = []
      svar.on('data', (del: Buffer) => dele.push(del))
      svar.on('end', () => resolve({ status: svar.statusCode ?? 0, tekst: Buffer.concat(dele).toString('utf8') }))
      svar.on('error', reject)
    })
    kald.on('error', reject)
    kald.end(body)
  })
