import { afvist, ok, type Resultat, type Tidspunkt } from '#kernel'
import { ATTRIBUT, BEARER, NS } from './navne.ts'
import type { Samlafvisning } from './saml.errors.ts'
import type { Tjeneste } from './sp.ts'
import { boernOf, type Element, eneste, er, findBoern, laesTid, laesXml, tekstOf } from './xml.ts'

/** Clocks may differ by a minute. */
export const UR_MS = 60_000
/** An assertion older than this is not taken, whatever it says of itself. */
export const HOEJST_ALDER_MS = 600_000
/** No session of ours is longer. An end that is never is one that no calendar has. */
const DAG_MS = 86_400_000
const HOEJST_ATTRIBUTTER = 100

/** Whom an assertion is about, as the provider wants to hear it again at log out. */
export type Navneid = {
  readonly vaerdi: string
  readonly format: string | undefined
  readonly kvalifikator: string | undefined
  readonly spKvalifikator: string | undefined
}

/** What a provider says of somebody, in an assertion that has been verified. */
export type Udsagn = {
  readonly id: string
  readonly navneid: Navneid
  /** The provider's own session, by which it tells of a log out. */
  readonly sessionsindeks: string | undefined
  /** When the provider's session ends at the latest, in ms. */
  readonly senest: number | undefined
  /** After this the assertion could not be used again in any case, in ms. */
  readonly udloeber: number
  readonly attributter: ReadonlyMap<string, readonly string[]>
}

type Svar<T> = Resultat<T, Samlafvisning>

/** What an assertion must fit. */
export type Ventet = {
  readonly tjeneste: Tjeneste
  readonly forsoeg: string
  readonly nu: Tidspunkt
  /** The employee must have been asked since then, in ms; undefined: also a login of earlier in the day will do. */
  readonly tidligst: number | undefined
}

/**
 * Reads an assertion of the octets that the signature covers, and those alone: that it is for us, for the request that was made, and valid now.
 * The library asks some of this too; it lets through what is left out, and here nothing may be.
 */
export function laesAssertion(xml: string, { tjeneste, forsoeg, nu, tidligst }: Ventet): Svar<Udsagn> {
  const laest = laesXml(xml)
  if (typeof laest === 'string') return afvist(laest)
  const { rod } = laest
  const id = rod.attributter.get('ID')
  const subject = eneste(rod, NS.saml, 'Subject')
  const navneid = eneste(subject, NS.saml, 'NameID')
  const vaerdi = tekstOf(navneid)
  const authn = eneste(rod, NS.saml, 'AuthnStatement')
  if (!er(rod, NS.saml, 'Assertion') || !id || !vaerdi || vaerdi.length > 1024 || !authn) return afvist('UVENTET_ELEMENT')
  const ms = Date.parse(nu)
  const udstedt = checkUdstedt(rod, ms)
  if (!udstedt.ok) return udstedt
  const betingelser = checkBetingelser(eneste(rod, NS.saml, 'Conditions'), tjeneste, ms)
  if (!betingelser.ok) return betingelser
  const bekraeftet = checkBekraeftelse(subject, tjeneste, forsoeg, ms)
  if (!bekraeftet.ok) return bekraeftet
  const senest = laesSenest(authn, ms)
  if (!senest.ok) return senest
  // A provider that was told to ask anew, and did not, says so by this (core, 3.4.1).
  const spurgt = laesTid(authn.attributter.get('AuthnInstant'))
  if (tidligst !== undefined && (spurgt === undefined || spurgt < tidligst - UR_MS)) return afvist('GAMMELT_LOGIN')
  const attributter = laesAttributter(rod)
  if (!attributter) return afvist('UVENTET_ELEMENT')
  return ok({
    id,
    navneid: {
      vaerdi,
      format: navneid?.attributter.get('Format'),
      kvalifikator: navneid?.attributter.get('NameQualifier'),
      spKvalifikator: navneid?.attributter.get('SPNameQualifier'),
    },
    sessionsindeks: authn.attributter.get('SessionIndex'),
    senest: senest.value,
    udloeber: Math.min(Math.max(betingelser.value, bekraeftet.value), udstedt.value + HOEJST_ALDER_MS) + UR_MS,
    attributter,
  })
}

/** When it was issued: not long ago, and not in a time to come, from which it could be used again when what was used up is forgotten. */
function checkUdstedt(rod: Element, nu: number): Svar<number> {
  const udstedt = laesTid(rod.attributter.get('IssueInstant'))
  if (udstedt === undefined) return afvist('TID_UGYLDIG')
  if (nu - UR_MS >= udstedt + HOEJST_ALDER_MS) return afvist('UDLOEBET')
  return nu + UR_MS < udstedt ? afvist('FRA_FREMTIDEN') : ok(udstedt)
}

/** Each assertion is used once here in any case, and nothing is ever issued on the ground of one. */
const BETINGELSER: ReadonlySet<string> = new Set(['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'])

/** When the conditions end. Each of them must be understood and kept (core, 2.5.1). */
function checkBetingelser(conditions: Element | undefined, { entityId }: Tjeneste, nu: number): Svar<number> {
  const tid = checkTid(conditions, nu)
  if (!conditions || !tid.ok) return tid.ok ? afvist('TID_UGYLDIG') : tid
  const dele = boernOf(conditions)
  const modtagere = findBoern(conditions, NS.saml, 'AudienceRestriction')
  const forOs = (en: Element): boolean => findBoern(en, NS.saml, 'Audience').some((audience) => tekstOf(audience) === entityId)
  if (modtagere.length === 0 || !modtagere.every(forOs)) return afvist('AUDIENCE_FORKERT')
  return dele.every((en) => en.ns === NS.saml && BETINGELSER.has(en.lokal)) ? tid : afvist('UVENTET_ELEMENT')
}

/** When the one confirmation ends that says: whoever brings it, here, in answer to the request. Other ways of confirming count for nothing. */
function checkBekraeftelse(subject: Element | undefined, { svar }: Tjeneste, forsoeg: string, nu: number): Svar<number> {
  const alle = findBoern(subject, NS.saml, 'SubjectConfirmation')
  const [bekraeftelse, ...flere] = alle.filter((en) => en.attributter.get('Method') === BEARER)
  const data = eneste(bekraeftelse, NS.saml, 'SubjectConfirmationData')
  if (!data || flere.length > 0) return afvist('IKKE_BEARER')
  if (data.attributter.get('Recipient') !== svar) return afvist('MODTAGER_FORKERT')
  if (data.attributter.get('InResponseTo') !== forsoeg) return afvist('FORSOEG_UKENDT')
  return checkTid(data, nu)
}

/** When it ends; an end that is missing or unreadable is none. */
function checkTid(element: Element | undefined, nu: number): Svar<number> {
  const [fraTekst, til] = [element?.attributter.get('NotBefore'), laesTid(element?.attributter.get('NotOnOrAfter'))]
  const fra = fraTekst === undefined ? Number.NEGATIVE_INFINITY : laesTid(fraTekst)
  if (til === undefined || fra === undefined) return afvist('TID_UGYLDIG')
  if (nu - UR_MS >= til) return afvist('UDLOEBET')
  return nu + UR_MS < fra ? afvist('FRA_FREMTIDEN') : ok(til)
}

function laesSenest(authn: Element, nu: number): Svar<number | undefined> {
  const tekst = authn.attributter.get('SessionNotOnOrAfter')
  if (tekst === undefined) return ok(undefined)
  const senest = laesTid(tekst)
  if (senest === undefined) return afvist('TID_UGYLDIG')
  return senest <= nu ? afvist('UDLOEBET') : ok(Math.min(senest, nu + DAG_MS))
}

const { kombit: KOMBIT, ...OIOSAML3 } = ATTRIBUT
const LAESTE: ReadonlySet<string> = new Set([...Object.values(KOMBIT), ...Object.values(OIOSAML3)])

function laesAttributter(rod: Element): ReadonlyMap<string, readonly string[]> | undefined {
  const alle = findBoern(rod, NS.saml, 'AttributeStatement').flatMap((del) => findBoern(del, NS.saml, 'Attribute'))
  if (alle.length > HOEJST_ATTRIBUTTER) return undefined
  const attributter = new Map<string, readonly string[]>()
  for (const element of alle) {
    const navn = element.attributter.get('Name')
    const vaerdier = findBoern(element, NS.saml, 'AttributeValue').map(tekstOf)
    if (!navn) return undefined
    if (!vaerdier.every((vaerdi) => vaerdi !== undefined)) {
      // Some providers send one that holds elements. Of those that we read none does.
      if (LAESTE.has(navn)) return undefined
      continue
    }
    attributter.set(navn, [...(attributter.get(navn) ?? []), ...vaerdier])
  }
  return attributter
}
