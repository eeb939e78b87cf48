import { randomBytes } from 'node:crypto'
import { afvist, ok, type Resultat } from '#kernel'
import { openIfOurs, seal } from '#platform/crypto'
import { startMedarbejdersession } from '../medarbejder/log-ind.ts'
import { laesPrivilegier } from '../medarbejder/privilegier.ts'
import type { Medarbejdersession } from '../medarbejder/session.ts'
import { FORSOEG_MS } from '../oidc/forsoeg.ts'
import { udloeberAf } from './anmodning.ts'
import { laesAssertion, type Udsagn } from './assertion.ts'
import { gennemseSvar } from './gennemse.ts'
import { parseSamlperson, type Samlperson } from './person.ts'
import type { Samlafvisning } from './saml.errors.ts'
import {
  deleteSvar,
  deleteUdloebneEngangsvaerdier,
  deleteUdloebneSvar,
  insertEngangsvaerdi,
  insertSamlsession,
  insertSvar,
} from './saml.sql.ts'
import { fraMs, navneidHash, type Samldeps, SESSION_AAD, sha256, udbyderId } from './saml.ts'
import { verifySvar } from './verificer.ts'

const SVAR_AAD = 'borgerblikket/saml-svar'
/** The browser follows at once; a slow one has two minutes. */
const VENTER_MS = 120_000
const RYDDES = 4

/** By what a browser fetches an answer. */
export type Afhentning = {
  /** The request's id, which the browser that asked has in its cookie. */
  readonly forsoeg: string
  /** What only the browser that delivered the answer has been told. */
  readonly kode: string
}

/** What an answer said, until the browser that asked comes for it. */
type Gemt = {
  readonly udbyder: string
  readonly person: Samlperson
  readonly udsagn: Pick<Udsagn, 'navneid' | 'sessionsindeks' | 'senest'>
}

/**
 * Takes a provider's answer: verifies it, uses up its id and the request's, and keeps what it said. Nobody is logged in by this: the answer
 * may come by anybody's browser. Answers by what it is fetched, or why it is refused. Throws DatabaseFejl.
 */
export async function tagImodSvar(deps: Samldeps, sendt: string): Promise<Resultat<Afhentning, Samlafvisning>> {
  const nu = deps.clock.now()
  const { tjeneste, udbydere } = deps.saml
  const gennemset = gennemseSvar({ tjeneste, udbydere, noegler: deps.noegler }, sendt, nu)
  if (!gennemset.ok) return gennemset
  const { udbyder, forsoeg, signeret } = gennemset.value
  const valg = { tjeneste, udbyder, nu, id: forsoeg, signeret: signeret || udbyder.svarSigneret }
  const xml = await verifySvar(gennemset.value, valg)
  if (!xml.ok) return xml
  const tidligst = udbyder.genbrugLogin ? undefined : udloeberAf(forsoeg) - FORSOEG_MS
  const udsagn = laesAssertion(xml.value, { tjeneste, forsoeg, nu, tidligst })
  if (!udsagn.ok) return udsagn
  const person = parseSamlperson(udsagn.value, udbyder)
  if (!person.ok) return person
  const { id, udloeber, navneid, sessionsindeks, senest } = udsagn.value
  const gemt: Gemt = { udbyder: udbyder.noegle, person: person.value, udsagn: { navneid, sessionsindeks, senest } }
  const afhentning = { forsoeg, kode: randomBytes(16).toString('base64url') }
  const forseglet = seal(deps.noegler.session, JSON.stringify(gemt), aadOf(afhentning))
  const nye = await deps.db.transaction({ rolle: 'login' }, async (tx) => {
    await tx.run(deleteUdloebneSvar(nu))
    await tx.run(deleteUdloebneEngangsvaerdier(nu, RYDDES))
    const assertion = await tx.count(insertEngangsvaerdi(udbyderId(udbyder), 'assertion', sha256(id), fraMs(udloeber)))
    return assertion === 1 ? tx.count(insertSvar(sha256(forsoeg), forseglet, fraMs(Date.parse(nu) + VENTER_MS))) : 0
  })
  return nye === 1 ? ok(afhentning) : afvist('GENBRUGT')
}

const aadOf = ({ forsoeg, kode }: Afhentning): string => `${SVAR_AAD} ${forsoeg} ${kode}`

/**
 * Logs in the browser that began `forsoeg`, which the caller has seen by its cookie, and that delivered the answer, which `kode` says: else whoever
 * makes another person answer a request begun elsewhere would be logged in as them. The answer is taken out by it and cannot be used again.
 * Throws DatabaseFejl.
 */
export async function fuldfoerLogin(
  deps: Samldeps,
  afhentning: Afhentning,
  forrige: Medarbejdersession | undefined,
): Promise<Resultat<Medarbejdersession, Samlafvisning>> {
  const [raekke] = await deps.db.transaction({ rolle: 'login' }, (tx) =>
    tx.run(deleteSvar(sha256(afhentning.forsoeg), deps.clock.now())),
  )
  const aabnet = raekke && openIfOurs(deps.noegler.session, raekke.forseglet, aadOf(afhentning))
  if (!aabnet) return afvist('FORSOEG_UKENDT')
  const { udbyder, person, udsagn } = JSON.parse(aabnet.toString('utf8')) as Gemt
  const { navneid, sessionsindeks, senest } = udsagn
  const { privilegier, ...hvem } = person
  const session = await startMedarbejdersession(deps, {
    ...hvem,
    ...laesPrivilegier(privilegier, person.cvr, deps.privilegier),
    forrige,
    senest: senest === undefined ? undefined : fraMs(senest),
    medfoelger: ({ id }) =>
      insertSamlsession({
        session: id,
        udbyder,
        navneidHash: navneidHash(deps.noegler, { noegle: udbyder }, navneid.vaerdi),
        indeksHash: sessionsindeks === undefined ? undefined : sha256(sessionsindeks),
        forseglet: seal(deps.noegler.indhold, JSON.stringify({ navneid, sessionsindeks }), SESSION_AAD),
      }),
  })
  return ok(session)
}
