import type { CloudEvent } from './skema.ts'

export type Webhook = {
  /** `whsec_…`; while a secret is being changed, the old and the new. */
  readonly hemmelighed: string | readonly string[]
  readonly headers: { get(navn: string): string | null } | Readonly<Record<string, string | readonly string[] | undefined>>
  /** The body exactly as it came. */
  readonly body: string
  readonly nu?: Date
}

/** What came: something that happened (`id` is the same when it comes again), or the challenge that proves the receiver, with its answer. */
export type Webhookbesked =
  | { readonly type: 'haendelse'; readonly id: string; readonly haendelse: CloudEvent }
  | { readonly type: 'udfordring'; readonly id: string; readonly svar: string }

const HOEJST_ALDER_S = 300

/** Somebody else sent it, or it was changed on the way, or it is old. Answer 401, and use nothing of it. */
export class UgyldigWebhook extends Error {
  override readonly name = 'UgyldigWebhook'
}

/** Verifies what we were sent (Standard Webhooks) and reads it. Throws UgyldigWebhook. */
export async function verificerWebhook({ hemmelighed, headers, body, nu = new Date() }: Webhook): Promise<Webhookbesked> {
  const id = findHeader(headers, 'webhook-id')
  const tid = findHeader(headers, 'webhook-timestamp')
  const underskrifter = findHeader(headers, 'webhook-signature')
  if (!id || !/^\d{1,12}$/.test(tid) || Math.abs(nu.getTime() / 1000 - Number(tid)) > HOEJST_ALDER_S)
    throw new UgyldigWebhook('Beskeden har ingen gyldig tid.')
  for (const en of typeof hemmelighed === 'string' ? [hemmelighed] : hemmelighed) {
    const noegle = await importNoegle(en)
    if (await isSigned(noegle, underskrifter, `${id}.${tid}.${body}`)) return readBesked(noegle, id, body)
  }
  throw new UgyldigWebhook('Beskeden er ikke signeret med hemmeligheden.')
}

function findHeader(headers: Webhook['headers'], navn: string): string {
  const isHeaders = (en: Webhook['headers']): en is { get(navn: string): string | null } => typeof en['get'] === 'function'
  const vaerdi = isHeaders(headers) ? headers.get(navn) : headers[navn]
  return typeof vaerdi === 'string' ? vaerdi : ''
}

async function importNoegle(hemmelighed: string) {
  const raa = unbase64(hemmelighed.replace(/^whsec_/, ''))
  return crypto.subtle.importKey('raw', raa, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}

type Noegle = Awaited<ReturnType<typeof importNoegle>>

async function isSigned(noegle: Noegle, underskrifter: string, tekst: string): Promise<boolean> {
  for (const underskrift of underskrifter.split(' ')) {
    const [version, vaerdi = ''] = underskrift.split(',')
    if (version !== 'v1' || !/^[A-Za-z0-9+/]+=*$/.test(vaerdi)) continue
    // Compared by the runtime, in constant time.
    if (await crypto.subtle.verify('HMAC', noegle, unbase64(vaerdi), new TextEncoder().encode(tekst))) return true
  }
  return false
}

async function readBesked(noegle: Noegle, id: string, body: string): Promise<Webhookbesked> {
  const laest = JSON.parse(body) as CloudEvent | { readonly udfordring: string }
  if (!('udfordring' in laest)) return { type: 'haendelse', id, haendelse: laest }
  const udregnet = await crypto.subtle.sign('HMAC', noegle, new TextEncoder().encode(laest.udfordring))
  return { type: 'udfordring', id, svar: btoa(String.fromCharCode(...new Uint8Array(udregnet))) }
}

function unbase64(tekst: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(tekst), (tegn) => tegn.charCodeAt(0))
  } catch {
    throw new UgyldigWebhook('Hemmeligheden eller signaturen er ikke base64.')
  }
}
