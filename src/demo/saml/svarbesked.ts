import { randomBytes } from 'node:crypto'
import type { Testsagsbehandler } from './testsagsbehandler.ts'

/** Names of SAML 2.0 and OIOSAML 3 (domain.md 2), as a provider writes them. */
const CORE = 'https://data.gov.dk/model/core'
const NSIS = 'https://data.gov.dk/concept/core/nsis'
const GYLDIG_MS = 300_000

export type Svarfelter = {
  readonly udbyder: string
  readonly entityId: string
  readonly svarsted: string
  /** The id of the request that is answered. */
  readonly paa: string
  readonly person: Testsagsbehandler
  readonly privilegier: string
  /** The stand-in's own session. */
  readonly indeks: string
}

export const nytId = (): string => `_${randomBytes(20).toString('hex')}`

/** An answer to a login, not yet signed nor encrypted: a professional at NSIS Substantial, with what they may. */
export function skrivSvar({ udbyder, entityId, svarsted, paa, person, privilegier, indeks }: Svarfelter): string {
  const nu = new Date()
  const [udstedt, til] = [nu.toISOString(), new Date(nu.getTime() + GYLDIG_MS).toISOString()]
  const attributter = Object.entries(attributterOf(person, privilegier))
    .map(
      ([navn, vaerdi]) =>
        `<saml:Attribute Name="${navn}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"><saml:AttributeValue>${tekst(vaerdi)}</saml:AttributeValue></saml:Attribute>`,
    )
    .join('')
  return (
    `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${nytId()}" Version="2.0" IssueInstant="${udstedt}" Destination="${tekst(svarsted)}" InResponseTo="${tekst(paa)}">` +
    `<saml:Issuer>${tekst(udbyder)}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>` +
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${nytId()}" Version="2.0" IssueInstant="${udstedt}"><saml:Issuer>${tekst(udbyder)}</saml:Issuer>` +
    `<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">${CORE}/eid/professional/uuid/${person.id}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData InResponseTo="${tekst(paa)}" NotOnOrAfter="${til}" Recipient="${tekst(svarsted)}"/></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${udstedt}" NotOnOrAfter="${til}"><saml:AudienceRestriction><saml:Audience>${tekst(entityId)}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${udstedt}" SessionIndex="${indeks}"><saml:AuthnContext><saml:AuthnContextClassRef>${NSIS}/loa/Substantial</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `<saml:AttributeStatement>${attributter}</saml:AttributeStatement></saml:Assertion></samlp:Response>`
  )
}

const attributterOf = (
  { id, navn, cvr, organisation }: Testsagsbehandler,
  privilegier: string,
): Readonly<Record<string, string>> => ({
  [`${CORE}/specVersion`]: 'OIO-SAML-3.0',
  [`${NSIS}/loa`]: 'Substantial',
  [`${NSIS}/ial`]: 'Substantial',
  [`${NSIS}/aal`]: 'Substantial',
  [`${CORE}/eid/fullName`]: navn,
  [`${CORE}/eid/professional/cvr`]: cvr,
  [`${CORE}/eid/professional/orgName`]: organisation,
  [`${CORE}/eid/professional/uuid/persistent`]: `urn:uuid:${id}`,
  [`${CORE}/eid/privilegesIntermediate`]: privilegier,
})

const tekst = (vaerdi: string): string =>
  vaerdi.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
