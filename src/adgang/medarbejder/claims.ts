import { afvist, type CvrNummer, ok, parseCvrNummer, parseUuid, type Resultat, type Uuid, uuid, uuidFromName } from '#kernel'
import { parseNiveau } from '../oidc/niveau.ts'
import type { Sikringsniveau } from '../session.ts'

/** Why a professional login is refused. */
export type Arbejdsafvisning = 'IKKE_ERHVERV' | 'FOR_LAV_SIKRING' | 'INGEN_ORGANISATION'

/** Somebody at work as the broker's ID token tells of them. */
export type Erhvervsperson = {
  readonly id: Uuid
  readonly cvr: CvrNummer
  readonly organisation: string
  readonly navn: string
  readonly loa: Sikringsniveau
  /** What the login says that they may (OIO-BPP), unread; undefined where it says nothing. */
  readonly privilegier?: string | undefined
}

const NAVNERUM = uuid('3b1d6f0e-54c7-5a2b-9d38-7a1e0c5f2b94')
const HOEJST_ID = 200

/**
 * The id that roles are given to, of NemLog-in's persistent id: the UUID in it (urn:uuid:…), else one that is always made the same of it.
 * Undefined for an empty or endless one.
 */
export function parseMedarbejderId(tekst: string): Uuid | undefined {
  const id = tekst.trim()
  if (id === '' || id.length > HOEJST_ID) return undefined
  return parseUuid(id.replace(/^urn:uuid:/i, '')) ?? uuidFromName(NAVNERUM, id)
}

/**
 * Whom an ID token lets in: a professional identity at NSIS Substantial or High, in an organisation with a CVR number. What is missing is
 * refused like what is wrong. Claims as in domain.md 7.
 */
export function parseErhvervsperson(claims: Readonly<Record<string, unknown>>): Resultat<Erhvervsperson, Arbejdsafvisning> {
  if (claims['identity_type'] !== 'professional') return afvist('IKKE_ERHVERV')
  const loa = parseNiveau(claims['loa'])
  if (!loa) return afvist('FOR_LAV_SIKRING')
  const cvr = parseCvrNummer(textOf(claims['nemlogin.cvr']))
  const id = parseMedarbejderId(textOf(claims['nemlogin.persistent_professional_id']))
  if (!cvr || !id) return afvist('INGEN_ORGANISATION')
  const organisation = shortOf(claims['nemlogin.org_name']) || `CVR ${cvr}`
  return ok({ id, cvr, organisation, navn: shortOf(claims['nemlogin.name']) || id, loa, privilegier: findPrivilegier(claims) })
}

/** The claims that carry OIO-BPP, named as the attributes of OIOSAML 3 and of KOMBIT's older profile are (domain.md 2). */
const PRIVILEGIER = [
  'https://data.gov.dk/model/core/eid/privilegesIntermediate',
  'dk:gov:saml:attribute:Privileges_intermediate',
] as const

/** The one payload, by itself or alone in a list. More than one, or something else, is one that cannot be read: half of a list of rights is no list. */
function findPrivilegier(claims: Readonly<Record<string, unknown>>): string | undefined {
  const naevnte = PRIVILEGIER.map((navn) => claims[navn]).filter((claim) => claim !== undefined && claim !== null)
  const [en, ...flere] = naevnte.flatMap((claim) => (Array.isArray(claim) && claim.length === 1 ? claim : [claim]))
  if (naevnte.length === 0) return undefined
  return typeof en === 'string' && flere.length === 0 ? en : ''
}

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '')
const shortOf = (claim: unknown): string =>
  textOf(claim)
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200)
