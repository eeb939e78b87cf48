import { parseTidspunkt, type Tidspunkt } from '#kernel'
import { openIfOurs, seal } from '#platform/crypto'
import { cookieName, listCookies, readCookie, setCookie } from '../cookie.ts'
import { safeRetursti } from '../retursti.ts'
import type { SessionDeps } from '../session.ts'
import type { Indgang } from './indgang.ts'

/** A login that has begun and not yet come back. Kept by the browser alone, sealed. */
export type Forsoeg = {
  /** By which the answer names it: OpenID's state, or the id of a SAML request. */
  readonly state: string
  readonly retursti: string
  readonly udloeber: Tidspunkt
}

/** The same at the broker, with what its answer is checked against. */
export type Loginforsoeg = Forsoeg & { readonly nonce: string; readonly verifier: string }

const SEKUNDER = 600
/** How long after it was begun an attempt ends. */
export const FORSOEG_MS = SEKUNDER * 1000
/** Two tabs can log in at once; the oldest attempts beyond this give way, so that the header cannot be filled up. */
const HOEJST = 4
const STATE = /^[\w-]{20,100}$/

/** Of the entrance only what its attempts are kept by. */
export type Forsoegsdeps = SessionDeps & { readonly indgang: Pick<Indgang, 'cookie' | 'aad' | 'hjem'> }

const navnOf = ({ cookie }: Pick<Indgang, 'cookie'>, state: string): string => `${cookie}${state.slice(0, 12)}`

export const forsoegUdloeber = (nu: Tidspunkt): Tidspunkt => new Date(Date.parse(nu) + FORSOEG_MS).toISOString() as Tidspunkt

/** The Set-Cookie lines that keep an attempt, each attempt in a cookie of its own. */
export function keepForsoeg(deps: Forsoegsdeps, cookies: string | undefined, forsoeg: Forsoeg): string[] {
  const vaerdi = seal(deps.noegler.session, JSON.stringify(forsoeg), deps.indgang.aad).toString('base64url')
  return [...dropExcess(deps, cookies), setCookie(deps.websted, navnOf(deps.indgang, forsoeg.state), vaerdi, SEKUNDER)]
}

function dropExcess(deps: Forsoegsdeps, cookies: string | undefined): string[] {
  const praefiks = cookieName(deps.websted, deps.indgang.cookie)
  const gamle = listCookies(cookies)
    .filter(({ navn }) => navn.startsWith(praefiks))
    .map(({ navn, vaerdi }) => ({ navn, udloeber: openForsoeg(deps, vaerdi)?.udloeber ?? '' }))
    .sort((a, b) => (a.udloeber < b.udloeber ? 1 : -1))
  return gamle
    .filter(({ udloeber }, i) => udloeber === '' || i >= HOEJST - 1)
    .map(({ navn }) => setCookie(deps.websted, deps.indgang.cookie + navn.slice(praefiks.length), '', 0))
}

/** The attempt at the broker that a `state` answers. */
export function findLoginforsoeg(deps: Forsoegsdeps, cookies: string | undefined, state: unknown): Loginforsoeg | undefined {
  const forsoeg = findForsoeg(deps, cookies, state)
  return forsoeg?.nonce !== undefined && forsoeg.verifier !== undefined
    ? { ...forsoeg, nonce: forsoeg.nonce, verifier: forsoeg.verifier }
    : undefined
}

type Aabnet = Forsoeg & { readonly [felt in 'nonce' | 'verifier']?: string }

/** The attempt that a `state` answers, where this browser began it and it has not expired. */
export function findForsoeg(deps: Forsoegsdeps, cookies: string | undefined, state: unknown): Aabnet | undefined {
  if (typeof state !== 'string' || !STATE.test(state)) return undefined
  const vaerdi = readCookie(cookies, cookieName(deps.websted, navnOf(deps.indgang, state)))
  const forsoeg = vaerdi === undefined ? undefined : openForsoeg(deps, vaerdi)
  return forsoeg?.state === state ? forsoeg : undefined
}

/** An attempt answers once: its cookie goes with the answer. */
export const forgetForsoeg = ({ websted, indgang }: Forsoegsdeps, { state }: Forsoeg): string =>
  setCookie(websted, navnOf(indgang, state), '', 0)

function openForsoeg({ noegler, clock, indgang }: Forsoegsdeps, vaerdi: string): Aabnet | undefined {
  const aabnet = openIfOurs(noegler.session, Buffer.from(vaerdi, 'base64url'), indgang.aad)
  if (!aabnet) return undefined
  const { state, nonce, verifier, retursti, udloeber } = JSON.parse(aabnet.toString('utf8')) as Record<string, unknown>
  const slut = parseTidspunkt(String(udloeber))
  if (typeof state !== 'string' || !slut || clock.now() >= slut) return undefined
  return {
    state,
    retursti: safeRetursti(retursti, indgang.hjem),
    udloeber: slut,
    ...(typeof nonce === 'string' ? { nonce } : {}),
    ...(typeof verifier === 'string' ? { verifier } : {}),
  }
}
