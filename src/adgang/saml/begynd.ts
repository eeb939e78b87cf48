import type { Profile } from '@node-saml/node-saml'
import { ok, type Resultat, type Tidspunkt } from '#kernel'
import { openIfOurs } from '#platform/crypto'
import type { Medarbejdersession } from '../medarbejder/session.ts'
import { createAnmodningsid } from './anmodning.ts'
import type { Samlafvisning } from './saml.errors.ts'
import { findSamlsession } from './saml.sql.ts'
import { type Samldeps, SESSION_AAD, type Udbydersession } from './saml.ts'
import type { Udbyder } from './udbyder.ts'
import { openSaml } from './verificer.ts'

/** Where to send the browser to log in, by a signed request of its own, and the request's id. */
export async function begyndLogin(
  { saml: { tjeneste }, noegler, clock }: Samldeps,
  udbyder: Udbyder,
  udloeber: Tidspunkt,
): Promise<Resultat<{ readonly url: string; readonly forsoeg: string }, Samlafvisning>> {
  const forsoeg = createAnmodningsid(noegler, { udbyder: udbyder.noegle, slags: 'login', udloeber })
  const saml = await openSaml({ tjeneste, udbyder, nu: clock.now(), id: forsoeg })
  // Without a RelayState: where to go afterwards is the browser's own sealed cookie to know, and nobody's to say on the way.
  return saml.ok ? ok({ url: await saml.value.getAuthorizeUrlAsync('', undefined, {}), forsoeg }) : saml
}

/** How long a provider may take to answer a log out. */
const LOGUD_MS = 600_000

/**
 * Where to send the browser so that the provider ends its session too. Undefined where the session did not come from a provider; `url` undefined
 * where that takes no log outs, or is known no more. Throws DatabaseFejl.
 */
export async function begyndLogud(
  { saml: { tjeneste, udbydere }, noegler, clock, db }: Samldeps,
  session: Pick<Medarbejdersession, 'id'>,
): Promise<{ readonly url: string | undefined } | undefined> {
  const [[raekke]] = await db.readBatch({ rolle: 'login' }, [findSamlsession(session.id)])
  if (!raekke) return undefined
  const udbyder = udbydere.find(({ noegle }) => noegle === raekke.udbyder)
  const aabnet = openIfOurs(noegler.indhold, raekke.forseglet, SESSION_AAD)
  if (!udbyder?.logud || !aabnet) return { url: undefined }
  const nu = clock.now()
  const udloeber = new Date(Date.parse(nu) + LOGUD_MS).toISOString() as Tidspunkt
  const id = createAnmodningsid(noegler, { udbyder: udbyder.noegle, slags: 'logud', udloeber })
  const saml = await openSaml({ tjeneste, udbyder, nu, id })
  if (!saml.ok) return { url: undefined }
  return { url: await saml.value.getLogoutUrlAsync(toProfil(JSON.parse(aabnet.toString('utf8'))), '', {}) }
}

function toProfil({ navneid, sessionsindeks }: Udbydersession): Profile {
  const { vaerdi, format, kvalifikator, spKvalifikator } = navneid
  return {
    issuer: '',
    nameID: vaerdi,
    ...(format === undefined ? {} : { nameIDFormat: format }),
    ...(kvalifikator === undefined ? {} : { nameQualifier: kvalifikator }),
    ...(spKvalifikator === undefined ? {} : { spNameQualifier: spKvalifikator }),
    ...(sessionsindeks === undefined ? {} : { sessionIndex: sessionsindeks }),
  } as Profile
}
