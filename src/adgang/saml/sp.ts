import type { X509Certificate } from 'node:crypto'
import type { Noeglepar } from '#platform/crypto'
import type { Websted } from '../websted.ts'
import { ATTRIBUT, BINDING, GCM, NS, OAEP, OAEP11, PERSISTENT } from './navne.ts'

/** The addresses of the login by SAML. */
export const SAMLSTIER = {
  /** POST: where a provider sends the browser with its answer. */
  svar: '/arbejde/saml/svar',
  /** The way on from there, by GET, on which the browser brings its cookie. */
  videre: '/arbejde/saml/videre',
  /** GET and POST: a provider's log out, and its answer to ours. */
  logud: '/arbejde/saml/log-ud',
  metadata: '/arbejde/saml/metadata',
} as const

/** This site as identity providers know it. */
export type Tjeneste = {
  readonly entityId: string
  readonly svar: string
  readonly logud: string
  readonly noegle: string
  readonly certifikat: X509Certificate
}

export const createTjeneste = ({ origin }: Websted, { noegle, certifikat }: Noeglepar, entityId?: string): Tjeneste => ({
  entityId: entityId ?? origin + SAMLSTIER.metadata,
  svar: origin + SAMLSTIER.svar,
  logud: origin + SAMLSTIER.logud,
  noegle: noegle.export({ type: 'pkcs8', format: 'pem' }).toString(),
  certifikat,
})

/** What an answer has to tell by OIOSAML 3, and what it may. */
const BEDT_OM: readonly (readonly [string, boolean])[] = [
  [ATTRIBUT.specVersion, true],
  [ATTRIBUT.loa, true],
  [ATTRIBUT.cvr, true],
  [ATTRIBUT.persistent, true],
  [ATTRIBUT.orgName, false],
  [ATTRIBUT.fullName, false],
  [ATTRIBUT.privilegier, false],
]

/**
 * Our metadata (SAML V2.0 Metadata), for the provider to read. Written here, since the library's own offers encryption that we refuse and no
 * log out by redirect.
 */
export function skrivTjenestemetadata({ entityId, svar, logud, certifikat }: Tjeneste): string {
  const noegle = `<ds:KeyInfo xmlns:ds="${NS.ds}"><ds:X509Data><ds:X509Certificate>${certifikat.raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`
  const metoder = [...GCM.keys(), OAEP, OAEP11].map((algoritme) => `<md:EncryptionMethod Algorithm="${algoritme}"/>`).join('')
  const logudsteder = [BINDING.redirect, BINDING.post]
    .map((binding) => `<md:SingleLogoutService Binding="${binding}" Location="${undvig(logud)}"/>`)
    .join('')
  const attributter = BEDT_OM.map(
    ([navn, kraevet]) =>
      `<md:RequestedAttribute Name="${navn}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" isRequired="${kraevet}"/>`,
  ).join('')
  const bedtOm = `<md:AttributeConsumingService index="0" isDefault="true"><md:ServiceName xml:lang="da">Borgerblikket</md:ServiceName>${attributter}</md:AttributeConsumingService>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="${NS.md}" entityID="${undvig(entityId)}"><md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="${NS.samlp}"><md:KeyDescriptor use="signing">${noegle}</md:KeyDescriptor><md:KeyDescriptor use="encryption">${noegle}${metoder}</md:KeyDescriptor>${logudsteder}<md:NameIDFormat>${PERSISTENT}</md:NameIDFormat><md:AssertionConsumerService Binding="${BINDING.post}" Location="${undvig(svar)}" index="0" isDefault="true"/>${bedtOm}</md:SPSSODescriptor></md:EntityDescriptor>
`
}

const undvig = (tekst: string): string => tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
