import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { isFiktivCpr, parseCprNummer } from '#kernel'
import type { Testmedarbejder } from './testmedarbejder.ts'
import { mitidUuid, type Testperson } from './testperson.ts'
import { arbejdsvalgSide, fejlSide, valgSide } from './valg.view.ts'

export const VALG = '/valg/'
const HOEJST_BYTES = 4096

export type Valgt =
  | { readonly type: 'person'; readonly person: Testperson }
  | { readonly type: 'medarbejder'; readonly medarbejder: Testmedarbejder }

/** Who has been chosen at this stand-in, by the id that the tokens speak of. */
export type Valgte = Map<string, Valgt>

type Folk = {
  readonly valgte: Valgte
  readonly personer: readonly Testperson[]
  readonly medarbejdere: readonly Testmedarbejder[]
}

type Svar = Valgt | { readonly type: 'afbrudt' } | { readonly type: 'fejl'; readonly cpr: string }

/**
 * Shows whom one can be (GET) and takes the choice (POST) of one login under way: people at work where the site asks for them, else
 * citizens. Either kind is taken at either: to refuse the wrong kind is the site's part.
 */
export async function handleValg(provider: Provider, folk: Folk, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const igang = await underWay(provider, req, res)
  if (igang === undefined) return send(res, 400, await fejlSide('udløbet'))
  const side = (fejl?: { readonly cpr: string }) =>
    igang.arbejde ? arbejdsvalgSide(igang.sti, folk.medarbejdere) : valgSide(igang.sti, folk.personer, fejl)
  if (req.method !== 'POST') return send(res, 200, await side())
  const svar = readSvar(await readForm(req), folk)
  if (svar.type === 'fejl') return send(res, 422, await side({ cpr: svar.cpr }))
  if (svar.type === 'afbrudt')
    return provider.interactionFinished(req, res, { error: 'access_denied', error_description: 'cancelled by the user' })
  const accountId = svar.type === 'medarbejder' ? svar.medarbejder.id : mitidUuid(svar.person)
  folk.valgte.set(accountId, svar)
  return provider.interactionFinished(req, res, { login: { accountId, remember: false } })
}

type Igang = { readonly sti: string; readonly arbejde: boolean }

/** The login that this browser has under way, or undefined. */
async function underWay(provider: Provider, req: IncomingMessage, res: ServerResponse): Promise<Igang | undefined> {
  const uid = (req.url ?? '').slice(VALG.length).split('?')[0]
  try {
    const { uid: igang, params } = await provider.interactionDetails(req, res)
    const scopes = String(params['scope'] ?? '').split(' ')
    return igang === uid ? { sti: `${VALG}${igang}`, arbejde: scopes.includes('nemlogin') } : undefined
  } catch {
    // Expired, finished, or another browser's: told to the reader as such.
    return undefined
  }
}

function readSvar(form: URLSearchParams, { personer, medarbejdere }: Folk): Svar {
  if (form.has('afbryd')) return { type: 'afbrudt' }
  const medarbejder = medarbejdere[Number(form.get('medarbejder') ?? Number.NaN)]
  if (medarbejder) return { type: 'medarbejder', medarbejder }
  const valgt = personer[Number(form.get('person') ?? Number.NaN)]
  if (valgt) return { type: 'person', person: valgt }
  const indtastet = (form.get('cpr') ?? '').trim()
  const cpr = parseCprNummer(indtastet)
  // A real person's number must not even be tried out here.
  if (!cpr || !isFiktivCpr(cpr)) return { type: 'fejl', cpr: indtastet.slice(0, 20) }
  const kendt = personer.find((person) => person.cpr === cpr)
  return { type: 'person', person: kendt ?? { cpr, navn: 'Testperson', historie: '', alder: 0 } }
}

async function readForm(req: IncomingMessage): Promise<URLSearchParams> {
  let tekst = ''
  for await (const del of req) {
    tekst += String(del)
    if (tekst.length > HOEJST_BYTES) return new URLSearchParams()
  }
  return new URLSearchParams(tekst)
}

/** Answers with a page. No form-action: the form's answer redirects to the site, whose address is not this one's. */
export function send(res: ServerResponse, status: number, side: { toString(): string }): void {
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  res.end(String(side))
}
