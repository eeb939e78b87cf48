import * as client from 'openid-client'
import { afvist, ok, type Resultat, type Tidspunkt } from '#kernel'
import { Opstartsfejl } from '#platform/database'
import type { Brokerfejl } from '../adgang.errors.ts'
import { isLoopback, type Websted } from '../websted.ts'
import { forsoegUdloeber, type Loginforsoeg } from './forsoeg.ts'
import type { Indgang } from './indgang.ts'

/** Which MitID broker, and as whom we stand there. */
export type BrokerKonfiguration = {
  /** The issuer: metadata are found below it. */
  readonly udsteder: string
  readonly klientId: string
  readonly klientHemmelighed: string
}

/** A login that went wrong, with a code for the operator. Never the library's error itself, which can carry the token and its CPR number. */
export type BrokerAfvisning = { readonly afvisning: Brokerfejl; readonly kode: string }

export type Broker = {
  /** Where to send the browser, and what must be remembered meanwhile. */
  begin(
    retursti: string,
    nu: Tidspunkt,
  ): Promise<Resultat<{ readonly url: URL; readonly forsoeg: Loginforsoeg }, BrokerAfvisning>>
  /** Exchanges the answer in the callback's query for the claims of a verified ID token. */
  complete(query: URLSearchParams, forsoeg: Loginforsoeg): Promise<Resultat<Readonly<Record<string, unknown>>, BrokerAfvisning>>
  /** Where the browser is logged out of the broker too; undefined where the broker has no such place or does not answer. */
  endSessionUrl(): Promise<URL | undefined>
}

const SEKUNDER = 5

/**
 * The broker as one entrance uses it, not asked for anything before the first login: the site starts while the broker is down, and each login tries anew until its
 * metadata have been read. Throws Opstartsfejl for an address that is neither https nor on this machine.
 */
export function createBroker(konfiguration: BrokerKonfiguration, websted: Websted, { stier, scope }: Indgang): Broker {
  const metadata = createDiscovery(konfiguration)
  return {
    begin: async (retursti, nu) => {
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()]
      const forsoeg = { state, nonce, verifier, retursti, udloeber: forsoegUdloeber(nu) }
      const code_challenge = await client.calculatePKCECodeChallenge(verifier)
      return attempt(async () => ({
        forsoeg,
        url: client.buildAuthorizationUrl(await metadata(), {
          redirect_uri: websted.origin + stier.retur,
          scope,
          code_challenge,
          code_challenge_method: 'S256',
          state,
          nonce,
          // Whoever sits at the machine now must log in, even if the one before left the broker's session open.
          prompt: 'login',
        }),
      }))
    },
    complete: (query, forsoeg) =>
      attempt(async () => {
        const url = new URL(`${websted.origin}${stier.retur}?${query.toString()}`)
        const svar = await client.authorizationCodeGrant(await metadata(), url, {
          pkceCodeVerifier: forsoeg.verifier,
          expectedState: forsoeg.state,
          expectedNonce: forsoeg.nonce,
          idTokenExpected: true,
        })
        return { ...svar.claims() }
      }),
    endSessionUrl: async () => {
      // Without id_token_hint: the ID token holds the CPR number, which must stand in no address.
      const svar = await attempt(async () => {
        const kendt = await metadata()
        return kendt.serverMetadata().end_session_endpoint
          ? client.buildEndSessionUrl(kendt, { post_logout_redirect_uri: websted.origin + stier.loggetUd })
          : undefined
      })
      return svar.ok ? svar.value : undefined
    },
  }
}

/** Reads the broker's metadata at the first use; one request for all who wait, and a new one after a failure. */
function createDiscovery({ udsteder, klientId, klientHemmelighed }: BrokerKonfiguration): () => Promise<client.Configuration> {
  const url = URL.canParse(udsteder) ? new URL(udsteder) : undefined
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))))
    throw new Opstartsfejl(`MitID-brokerens adresse ${udsteder} kan ikke bruges: den skal være https.`)
  let laest: Promise<client.Configuration> | undefined
  return () => {
    laest ??= client
      .discovery(url, klientId, undefined, client.ClientSecretPost(klientHemmelighed), {
        timeout: SEKUNDER,
        // The library checks an ID token's signature only when asked to.
        execute: [client.enableNonRepudiationChecks, ...(url.protocol === 'http:' ? [client.allowInsecureRequests] : [])],
      })
      .catch((error: unknown) => {
        laest = undefined
        throw error
      })
    return laest
  }
}

async function attempt<T>(work: () => Promise<T>): Promise<Resultat<T, BrokerAfvisning>> {
  try {
    return ok(await work())
  } catch (error) {
    return afvist(toAfvisning(error))
  }
}

/** What the user is told. Only codes are kept of the error: its cause can hold the token. */
function toAfvisning(error: unknown): BrokerAfvisning {
  if (error instanceof client.AuthorizationResponseError)
    return { afvisning: error.error === 'access_denied' ? 'AFBRUDT' : 'MITID_AFVISTE', kode: error.error }
  if (error instanceof client.ResponseBodyError)
    // A code that was used before, or that was given to somebody else.
    return { afvisning: error.error === 'invalid_grant' ? 'FORSOEG_UKENDT' : 'MITID_AFVISTE', kode: error.error }
  const kode = error instanceof client.ClientError ? (error.code ?? 'ukendt') : error instanceof TypeError ? 'netvaerk' : 'ukendt'
  const unreachable = ['netvaerk', 'OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']
  return { afvisning: unreachable.includes(kode) ? 'MITID_SVARER_IKKE' : 'MITID_AFVISTE', kode }
}
