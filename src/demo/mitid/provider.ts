import { generateKeyPair, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import Provider, { type Configuration, type JWK, type KoaContextWithOIDC } from 'oidc-provider'
import { danskDag, systemClock } from '#platform/clock'
import { createAdapter } from './adapter.ts'
import { ERHVERVSCLAIMS, erhvervsclaimsOf } from './testmedarbejder.ts'
import { CLAIMS, claimsOf } from './testperson.ts'
import { VALG, type Valgt, type Valgte } from './valg.ts'
import { fejlSide, loggetUdSide } from './valg.view.ts'

/** The site that people are sent back to. */
export type Testklient = {
  readonly id: string
  readonly hemmelighed: string
  readonly returadresser: readonly string[]
  readonly logudadresser: readonly string[]
}

/** The cookies of the stand-in's own session, as oidc-provider names them. */
export const SESSION_COOKIES = ['_session', '_session.sig'] as const
const TIMER = 3600

/** An OpenID provider in the manner of a MitID broker, with a key made for this run. */
export async function createProvider(udsteder: string, klient: Testklient, valgte: Valgte): Promise<Provider> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const noegle = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomBytes(4).toString('hex') }
  const provider: Provider = new Provider(udsteder, {
    ...settings(klient, valgte),
    jwks: { keys: [noegle as JWK] },
    loadExistingGrant: (ctx) => grantAll(provider, ctx),
  })
  // Refusals are answered and shown; they are no news for the demo's own log.
  provider.silent = true
  return provider
}

function settings(klient: Testklient, valgte: Valgte): Configuration {
  return {
    adapter: createAdapter(),
    clients: [
      {
        client_id: klient.id,
        client_secret: klient.hemmelighed,
        redirect_uris: [...klient.returadresser],
        post_logout_redirect_uris: [...klient.logudadresser],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    scopes: ['openid', 'mitid', 'ssn', 'nemlogin'],
    claims: { ...CLAIMS, ...ERHVERVSCLAIMS },
    // A broker of this kind puts the claims in the ID token itself.
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(32).toString('hex')] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: TIMER, Grant: TIMER },
    interactions: { url: (_ctx, { uid }) => `${VALG}${uid}` },
    findAccount: (_ctx, sub) => {
      const valgt = valgte.get(sub)
      return valgt && { accountId: sub, claims: () => claimsOfValgt(valgt) }
    },
    clientBasedCORS: () => false,
    renderError: async (ctx, { error }) => sendInKoa(ctx, await fejlSide(error)),
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: endAtOnce,
        postLogoutSuccessSource: async (ctx) => sendInKoa(ctx, await loggetUdSide()),
      },
    },
  }
}

const claimsOfValgt = (valgt: Valgt) =>
  valgt.type === 'medarbejder' ? erhvervsclaimsOf(valgt.medarbejder) : claimsOf(valgt.person, danskDag(systemClock.now()))

function sendInKoa(ctx: KoaContextWithOIDC, side: { toString(): string }): void {
  ctx.type = 'html'
  ctx.body = String(side)
}

/** Logs out without asking once more, as the citizen has just asked for it. */
async function endAtOnce(ctx: KoaContextWithOIDC): Promise<void> {
  const { session } = ctx.oidc
  const videre = session?.state?.['postLogoutRedirectUri']
  await session?.destroy()
  for (const navn of SESSION_COOKIES) ctx.res.appendHeader('set-cookie', `${navn}=; Path=/; Max-Age=0; HttpOnly`)
  if (typeof videre !== 'string') return sendInKoa(ctx, await loggetUdSide())
  ctx.status = 303
  ctx.redirect(videre)
}

/** Nobody is asked for consent: logging in at a public authority is not one. */
async function grantAll(provider: Provider, ctx: KoaContextWithOIDC) {
  const { client, account } = ctx.oidc
  if (!client || !account) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
  grant.addOIDCScope('openid mitid ssn nemlogin')
  await grant.save()
  return grant
}
