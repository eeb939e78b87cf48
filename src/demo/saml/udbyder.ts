import type { IdentityProvider, ServiceProvider } from 'samlify'
import type { Noeglepar } from '#platform/crypto'
import { skrivOioBpp } from './oio-bpp.ts'
import { nytId, skrivSvar } from './svarbesked.ts'
import type { Testsagsbehandler, Testudbyder } from './testsagsbehandler.ts'

const BINDING = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'

/** The query of a request, as it was sent: its signature is over the text itself. */
export type Query = { readonly raa: string }

/** One municipality's provider, behind the real protocol. */
export type Udbyder = {
  readonly metadata: string
  /** The id of a login that our site has asked for by its signature; undefined for anything else. */
  readLogin(query: Query): Promise<string | undefined>
  /** The answer that names the person, signed, encrypted and signed once more, in base64. */
  svar(paa: string, person: Testsagsbehandler): Promise<string>
  /** Where to send the browser after a log out that our site has asked for; undefined for anything else. */
  readLogud(query: Query): Promise<string | undefined>
}

export type Udbydervalg = {
  readonly udbyder: Testudbyder
  readonly par: Noeglepar
  /** Where it is served. */
  readonly adresse: string
  /** The site's own metadata. */
  readonly stedmetadata: string
  readonly rollebase: string
}

/** A provider made with samlify. The library is loaded at the first login, so that a start does not wait for it. */
export function createUdbyder({ udbyder, par, adresse, stedmetadata, rollebase }: Udbydervalg): Udbyder {
  const metadata = skrivMetadata(adresse, par)
  let ens: Promise<Parter> | undefined
  const parter = (): Promise<Parter> => {
    ens ??= openParter(metadata, stedmetadata, par)
    return ens
  }
  const entityId = find(stedmetadata, /entityID="([^"]+)"/)
  const svarsted = find(stedmetadata, /AssertionConsumerService [^>]*Location="([^"]+)"/)
  return {
    metadata,
    readLogin: async (query) => {
      const { idp, sp } = await parter()
      return readId(() => idp.parseLoginRequest(sp, 'redirect', toRequest(query)))
    },
    svar: async (paa, person) => {
      const { idp, sp } = await parter()
      const context = skrivSvar({
        udbyder: adresse,
        entityId,
        svarsted,
        paa,
        person,
        privilegier: skrivOioBpp(udbyder.cvr, person.privilegier, rollebase),
        indeks: nytId(),
      })
      const customTagReplacement = () => ({ id: nytId(), context })
      const svar = await idp.createLoginResponse(
        sp,
        { extract: { request: { id: paa } } },
        'post',
        {},
        { customTagReplacement, encryptThenSign: true },
      )
      return svar.context
    },
    readLogud: async (query) => {
      const { idp, sp } = await parter()
      const id = await readId(() => idp.parseLogoutRequest(sp, 'redirect', toRequest(query)))
      if (id === undefined) return undefined
      return idp.createLogoutResponse(sp, { extract: { request: { id } } }, 'redirect', { relayState: '' }).context
    },
  }
}

type Parter = { readonly idp: ReturnType<typeof IdentityProvider>; readonly sp: ReturnType<typeof ServiceProvider> }

async function openParter(metadata: string, stedmetadata: string, { noegle }: Noeglepar): Promise<Parter> {
  const samlify = await import('samlify')
  // What comes in is the site's own requests, of which the signature is checked; the schema is not.
  samlify.setSchemaValidator({ validate: async () => 'ok' })
  const kryptering = {
    dataEncryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes128-gcm',
    keyEncryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
  }
  const idp = samlify.IdentityProvider({
    ...kryptering,
    metadata,
    privateKey: noegle.export({ type: 'pkcs8', format: 'pem' }).toString(),
    requestSignatureAlgorithm: RSA_SHA256,
    isAssertionEncrypted: true,
    wantLogoutRequestSigned: true,
  })
  return { idp, sp: samlify.ServiceProvider({ metadata: stedmetadata, wantMessageSigned: true, wantLogoutResponseSigned: true }) }
}

function skrivMetadata(adresse: string, { certifikat }: Noeglepar): string {
  const noegle = `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certifikat.raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
  return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${adresse}"><md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${noegle}<md:SingleLogoutService Binding="${BINDING}" Location="${adresse}/logud"/><md:SingleSignOnService Binding="${BINDING}" Location="${adresse}/login"/></md:IDPSSODescriptor></md:EntityDescriptor>`
}

const find = (metadata: string, moenster: RegExp): string => moenster.exec(metadata)?.[1] ?? ''

/** As samlify wants it: the fields, and the text that the signature is over. */
function toRequest({ raa }: Query) {
  const felter = new URLSearchParams(raa)
  const dele = new Map(raa.split('&').map((del) => [del.slice(0, del.indexOf('=')), del]))
  const signeret = ['SAMLRequest', 'RelayState', 'SigAlg'].flatMap((navn) => dele.get(navn) ?? [])
  return { query: Object.fromEntries(felter), octetString: signeret.join('&') }
}

async function readId(
  parse: () => Promise<{ readonly extract: { readonly request?: Readonly<Record<string, unknown>> } }>,
): Promise<string | undefined> {
  try {
    const id = (await parse()).extract.request?.['id']
    return typeof id === 'string' ? id : undefined
  } catch {
    // Not signed by the site, too old, or no request at all: told to the reader as such.
    return undefined
  }
}
