import { randomBytes } from 'node:crypto'
import { afvist, ok, type Resultat, type Uuid } from '#kernel'
import { isEgenAnmodning } from './anmodning.ts'
import { type Logudbesked, laesLogudbesked, type Sendt } from './logudbesked.ts'
import type { Samlafvisning } from './saml.errors.ts'
import { endSessionerFra, insertEngangsvaerdi } from './saml.sql.ts'
import { fraMs, navneidHash, type Samldeps, sha256, udbyderId } from './saml.ts'
import { openSaml } from './verificer.ts'

/** What a provider's message about a log out led to. */
export type Logududfald =
  /** The provider's own log out: the sessions that came from it are over. `url`: where it wants to be told, if anywhere. */
  | { readonly type: 'afsluttet'; readonly url: string | undefined; readonly sessioner: readonly Uuid[] }
  /** Its answer to ours. */
  | { readonly type: 'besvaret'; readonly lykkedes: boolean }

/** Takes a provider's message about a log out, or refuses it and does nothing. Throws DatabaseFejl. */
export async function tagImodLogud(deps: Samldeps, sendt: Sendt): Promise<Resultat<Logududfald, Samlafvisning>> {
  const nu = deps.clock.now()
  const besked = await laesLogudbesked(deps.saml, sendt, nu)
  if (!besked.ok) return besked
  if (besked.value.type === 'anmodning') return endSessioner(deps, besked.value)
  const { udbyder, paa, lykkedes } = besked.value
  const egen = isEgenAnmodning(deps.noegler, paa, { udbyder: udbyder.noegle, slags: 'logud', nu })
  return egen ? ok({ type: 'besvaret', lykkedes }) : afvist('FORSOEG_UKENDT')
}

/** Ends the sessions in all tabs. Answers alike whether there were any, so that nobody can ask who is logged in. */
async function endSessioner(
  deps: Samldeps,
  { udbyder, id, udloeber, navneid, sessionsindeks, relayState }: Extract<Logudbesked, { readonly type: 'anmodning' }>,
): Promise<Resultat<Logududfald, Samlafvisning>> {
  const { db, noegler, clock, saml } = deps
  const nu = clock.now()
  const sessioner = await db.transaction({ rolle: 'login' }, async (tx) => {
    if ((await tx.count(insertEngangsvaerdi(udbyderId(udbyder), 'logud', sha256(id), fraMs(udloeber)))) !== 1) return undefined
    const hash = navneidHash(noegler, udbyder, navneid)
    const afsluttede: Uuid[] = []
    for (const indeks of sessionsindeks.length > 0 ? sessionsindeks.map(sha256) : [undefined])
      afsluttede.push(...(await tx.run(endSessionerFra(udbyder.noegle, hash, indeks, nu))).map(({ session_id }) => session_id))
    return afsluttede
  })
  if (!sessioner) return afvist('GENBRUGT')
  if (!udbyder.logud) return ok({ type: 'afsluttet', url: undefined, sessioner })
  const til = { ...udbyder, logud: { ...udbyder.logud, anmodning: udbyder.logud.svar } }
  const bibliotek = await openSaml({ tjeneste: saml.tjeneste, udbyder: til, nu, id: `_${randomBytes(20).toString('hex')}` })
  if (!bibliotek.ok) return ok({ type: 'afsluttet', url: undefined, sessioner })
  const profil = { ID: id, issuer: udbyder.entityId, nameID: navneid, nameIDFormat: '' }
  const url = await bibliotek.value.getLogoutResponseUrlAsync(profil, relayState ?? '', {}, true)
  return ok({ type: 'afsluttet', url, sessioner })
}
