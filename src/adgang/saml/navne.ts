/** Names of SAML 2.0, XML Signature and XML Encryption. */
export const NS = {
  saml: 'urn:oasis:names:tc:SAML:2.0:assertion',
  samlp: 'urn:oasis:names:tc:SAML:2.0:protocol',
  md: 'urn:oasis:names:tc:SAML:2.0:metadata',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xenc: 'http://www.w3.org/2001/04/xmlenc#',
  xenc11: 'http://www.w3.org/2009/xmlenc11#',
  excC14n: 'http://www.w3.org/2001/10/xml-exc-c14n#',
} as const

export const BINDING = {
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
} as const

export const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

export const PERSISTENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'
export const TRANSIENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'

/** What counts as signed: RSA with SHA-256 or SHA-512. Whatever is not in these lists is refused by its name, HMAC and SHA-1 among it. */
export const SIGNATURER: ReadonlySet<string> = new Set([
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
])
export const KONTROLSUMMER: ReadonlySet<string> = new Set([
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmlenc#sha512',
])
/** Exclusive canonicalization (SAML core, 5.4.3). With or without comments is the same here: a message with a comment is refused. */
export const KANONISKE: ReadonlySet<string> = new Set([NS.excC14n, `${NS.excC14n}WithComments`])
export const OMSLUTTET = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'

/** Only encryption that shows whether it was tampered with; CBC would tell an attacker where a guess went wrong. */
export const GCM: ReadonlyMap<string, 'aes-128-gcm' | 'aes-256-gcm'> = new Map([
  ['http://www.w3.org/2009/xmlenc11#aes128-gcm', 'aes-128-gcm'],
  ['http://www.w3.org/2009/xmlenc11#aes256-gcm', 'aes-256-gcm'],
])
/** RSA-OAEP; by the older name its mask is made with SHA-1, which is no signature there and rests on nothing that has been broken. */
export const OAEP = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p'
export const OAEP11 = 'http://www.w3.org/2009/xmlenc11#rsa-oaep'
export const HASH: ReadonlyMap<string, 'sha1' | 'sha256' | 'sha512'> = new Map([
  ['http://www.w3.org/2000/09/xmldsig#sha1', 'sha1'],
  ['http://www.w3.org/2001/04/xmlenc#sha256', 'sha256'],
  ['http://www.w3.org/2001/04/xmlenc#sha512', 'sha512'],
])
export const MGF: typeof HASH = new Map([
  ['http://www.w3.org/2009/xmlenc11#mgf1sha1', 'sha1'],
  ['http://www.w3.org/2009/xmlenc11#mgf1sha256', 'sha256'],
  ['http://www.w3.org/2009/xmlenc11#mgf1sha512', 'sha512'],
])

export const STATUS = {
  succes: 'urn:oasis:names:tc:SAML:2.0:status:Success',
  afbrudt: 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed',
  ukendtNiveau: 'urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext',
} as const

/** The attributes that are read, by OIOSAML 3 (and KOMBIT's newer profile upon it) and by KOMBIT's older one. Source: domain.md 2. */
export const ATTRIBUT = {
  specVersion: 'https://data.gov.dk/model/core/specVersion',
  loa: 'https://data.gov.dk/concept/core/nsis/loa',
  cvr: 'https://data.gov.dk/model/core/eid/professional/cvr',
  orgName: 'https://data.gov.dk/model/core/eid/professional/orgName',
  persistent: 'https://data.gov.dk/model/core/eid/professional/uuid/persistent',
  fullName: 'https://data.gov.dk/model/core/eid/fullName',
  firstName: 'https://data.gov.dk/model/core/eid/firstName',
  lastName: 'https://data.gov.dk/model/core/eid/lastName',
  privilegier: 'https://data.gov.dk/model/core/eid/privilegesIntermediate',
  kombit: {
    specVer: 'dk:gov:saml:attribute:SpecVer',
    kombitSpecVer: 'dk:gov:saml:attribute:KombitSpecVer',
    cvr: 'dk:gov:saml:attribute:CvrNumberIdentifier',
    niveau: 'dk:gov:saml:attribute:AssuranceLevel',
    privilegier: 'dk:gov:saml:attribute:Privileges_intermediate',
  },
} as const
