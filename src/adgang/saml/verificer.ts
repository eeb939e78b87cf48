import type { SAML } from '@node-saml/node-saml'
import { type Afvist, afvist, ok, type Resultat, type Tidspunkt } from '#kernel'
import { HOEJST_ALDER_MS, UR_MS } from './assertion.ts'
import { NS } from './navne.ts'
import type { Samlafvisning } from './saml.errors.ts'
import type { Tjeneste } from './sp.ts'
import { gyldigeCertifikater, type Udbyder } from './udbyder.ts'
import { isUnderskrevet } from './underskrift.ts'

const BIBLIOTEK = () => import('@node-saml/node-saml')

export type Samlvalg = {
  readonly tjeneste: Tjeneste
  readonly udbyder: Udbyder
  readonly nu: Tidspunkt
  /** The id of the request: the one that is made now, or the one that an answer must name. */
  readonly id: string
  /** Whether the answer's own signature must hold. */
  readonly signeret?: boolean
}

/** The library as one message needs it. Loaded at the first login: a start without it is a fifth of a second quicker. */
export async function openSaml({ tjeneste, udbyder, nu, id, signeret = true }: Samlvalg): Promise<Resultat<SAML, Samlafvisning>> {
  const certifikater = gyldigeCertifikater(udbyder, Date.parse(nu))
  if (certifikater.length === 0) return afvist('CERTIFIKAT_UDLOEBET')
  const { SAML, ValidateInResponseTo } = await BIBLIOTEK()
  return ok(
    new SAML({
      issuer: tjeneste.entityId,
      // Asked by laesAssertion, to which white space about an address is none, as to XML.
      audience: false,
      callbackUrl: tjeneste.svar,
      entryPoint: udbyder.login,
      ...(udbyder.logud ? { logoutUrl: udbyder.logud.anmodning } : {}),
      idpCert: certifikater.map((certifikat) => certifikat.toString()),
      idpIssuer: udbyder.entityId,
      privateKey: tjeneste.noegle,
      signatureAlgorithm: 'sha256',
      digestAlgorithm: 'sha256',
      identifierFormat: null,
      forceAuthn: !udbyder.genbrugLogin,
      // KOMBIT's older profile has no such classes; what comes is judged by its attributes in any case.
      authnContext: ['https://data.gov.dk/eid/Professional', 'https://data.gov.dk/concept/core/nsis/loa/Substantial'],
      racComparison: 'minimum',
      disableRequestedAuthnContext: !udbyder.spoergNiveau,
      wantAssertionsSigned: true,
      wantAuthnResponseSigned: signeret,
      acceptedClockSkewMs: UR_MS,
      maxAssertionAgeMs: HOEJST_ALDER_MS,
      generateUniqueId: () => id,
      validateInResponseTo: ValidateInResponseTo.always,
      // It knows the one request that this message belongs to; that an answer is used once is the database's to keep.
      cacheProvider: {
        saveAsync: async (key, value) => ({ value: value ?? key, createdAt: Date.parse(nu) }),
        getAsync: async (key) => (key === id ? nu : null),
        removeAsync: async (key) => key,
      },
    }),
  )
}

/** An answer and the assertion in it, looked over and opened. */
type Aabnet = { readonly svar: string; readonly assertion: string }

/**
 * The XML of the assertion that was signed. The answer's own signature is over what was encrypted, so it is asked first and by itself; the library
 * is then given the opened assertion in an answer that says nothing else. What it says of a fault is not passed on: it can repeat the message.
 */
export async function verifySvar({ svar, assertion }: Aabnet, valg: Samlvalg): Promise<Resultat<string, Samlafvisning>> {
  const saml = await openSaml({ ...valg, signeret: false })
  if (!saml.ok) return saml
  const certifikater = gyldigeCertifikater(valg.udbyder, Date.parse(valg.nu))
  try {
    if (valg.signeret !== false && !(await isUnderskrevet(svar, certifikater))) return afvist('SIGNATUR_FORKERT')
    const { profile } = await saml.value.validatePostResponseAsync({ SAMLResponse: omslut(assertion, valg.id) })
    const xml = profile?.getAssertionXml?.()
    return xml === undefined ? afvist('UVENTET_ELEMENT') : ok(xml)
  } catch (fejl) {
    return toAfvisning(fejl)
  }
}

/** A prefix that no assertion has: what it was signed in is as it was. */
const omslut = (assertion: string, forsoeg: string): string =>
  Buffer.from(
    `<omslag:Response xmlns:omslag="${NS.samlp}" ID="_omslag" Version="2.0" InResponseTo="${forsoeg}">${assertion}</omslag:Response>`,
  ).toString('base64')

const FEJL: readonly (readonly [RegExp, Samlafvisning])[] = [
  [/^SAML assertion expired/, 'UDLOEBET'],
  [/^SAML assertion not yet valid/, 'FRA_FREMTIDEN'],
  [/^No valid subject confirmation/, 'UDLOEBET'],
  [/InResponseTo/, 'FORSOEG_UKENDT'],
  [/^Error parsing (NotBefore|NotOnOrAfter|IssueInstant)/, 'TID_UGYLDIG'],
]

const toAfvisning = (fejl: unknown): Afvist<Samlafvisning> => {
  const besked = fejl instanceof Error ? fejl.message : ''
  return afvist(FEJL.find(([moenster]) => moenster.test(besked))?.[1] ?? 'SIGNATUR_FORKERT')
}
