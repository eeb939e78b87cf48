import { readFejl } from './fejl.ts'
import { type Privatnoegle, signPaastand } from './paastand.ts'
import type { Token } from './skema.ts'

/** How the system shows who it is: one of these, never two. */
export type Legitimation =
  /** A demo on one's own machine. */
  | { readonly udviklingsnoegle: string }
  /** OAuth 2.0 client credentials with a secret. */
  | { readonly klientId: string; readonly hemmelighed: string }
  /** OAuth 2.0 client credentials with a key of one's own (private_key_jwt). */
  | { readonly klientId: string; readonly privatnoegle: Privatnoegle; readonly kid?: string | undefined }
  /** A token that somebody else fetches and renews. */
  | { readonly token: string | (() => Promise<string>) }
  /** A certificate on the connection, which `fetch` is given with. */
  | { readonly certifikat: true }

export type Legitimationsdeps = {
  readonly adresse: URL
  readonly fetch: (request: Request) => Promise<Response>
  readonly nu: () => Date
}

/** The headers of the next call. `glem` forgets what the last answer says is no longer good; false where there is nothing to forget. */
export type Legitimering = { headers(): Promise<Readonly<Record<string, string>>>; glem(): boolean }

/** A token is renewed when a fifth of its time is left: a long call that begins now must not see it end. */
const BRUGES = 0.8

export function createLegitimering(deps: Legitimationsdeps, legitimation: Legitimation): Legitimering {
  if ('udviklingsnoegle' in legitimation) {
    const headers = { 'x-borgerblikket-udviklingsnoegle': legitimation.udviklingsnoegle }
    return { headers: async () => headers, glem: () => false }
  }
  if ('certifikat' in legitimation) return { headers: async () => ({}), glem: () => false }
  if ('token' in legitimation) {
    const { token } = legitimation
    const find = typeof token === 'string' ? async () => token : token
    return { headers: async () => bearer(await find()), glem: () => typeof token !== 'string' }
  }
  let holdt: { readonly token: Promise<Token>; readonly til: () => number } | undefined
  const hent = (): Promise<Token> => {
    const hentet = deps.nu().getTime()
    let til = Number.POSITIVE_INFINITY
    const token = fetchToken(deps, legitimation).then((svar) => {
      til = hentet + svar.expires_in * 1000 * BRUGES
      return svar
    })
    holdt = { token, til: () => til }
    // A token that could not be fetched is not kept: the next call tries again.
    token.catch(() => {
      holdt = undefined
    })
    return token
  }
  return {
    headers: async () => {
      const gyldig = holdt && holdt.til() > deps.nu().getTime() ? holdt.token : hent()
      return bearer((await gyldig).access_token)
    },
    glem: () => {
      holdt = undefined
      return true
    },
  }
}

const bearer = (token: string): Readonly<Record<string, string>> => ({ authorization: `Bearer ${token}` })

const PAASTANDSTYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Throws BorgerblikketFejl where the server refuses. */
async function fetchToken(
  { adresse, fetch, nu }: Legitimationsdeps,
  legitimation: Extract<Legitimation, { readonly klientId: string }>,
): Promise<Token> {
  const url = new URL('/api/v1/token', adresse)
  const { klientId } = legitimation
  const felter: Record<string, string> =
    'hemmelighed' in legitimation
      ? { client_id: klientId, client_secret: legitimation.hemmelighed }
      : {
          client_assertion_type: PAASTANDSTYPE,
          client_assertion: await signPaastand({
            klientId,
            noegle: legitimation.privatnoegle,
            kid: legitimation.kid,
            modtager: url.href,
            nu: nu(),
          }),
        }
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...felter })
  const svar = await fetch(new Request(url, { method: 'POST', body }))
  if (!svar.ok) throw await readFejl(svar)
  return (await svar.json()) as Token
}
