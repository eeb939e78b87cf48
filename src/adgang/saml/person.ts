import { type Afvist, afvist, type CvrNummer, ok, parseCvrNummer, type Resultat } from '#kernel'
import { type Erhvervsperson, parseMedarbejderId } from '../medarbejder/claims.ts'
import type { Sikringsniveau } from '../session.ts'
import type { Navneid, Udsagn } from './assertion.ts'
import { ATTRIBUT, TRANSIENT } from './navne.ts'
import type { Samlafvisning } from './saml.errors.ts'
import type { Udbyder } from './udbyder.ts'

const { kombit: KOMBIT } = ATTRIBUT

/** Somebody at work as an identity provider tells of them, and the privileges it brought, unread. */
export type Samlperson = Omit<Erhvervsperson, 'privilegier'> & { readonly privilegier: string | undefined }

type Attributter = Udsagn['attributter']

/**
 * Whom an assertion lets in: by OIOSAML 3 (also as KOMBIT's newer profile builds upon it), or by KOMBIT's older profile; at NSIS Substantial or
 * High; in an organisation that this provider may speak for. An attribute that must be there once and is there twice counts as missing.
 * Source of the names: domain.md 2.
 */
export function parseSamlperson(
  { attributter, navneid }: { readonly attributter: Attributter; readonly navneid: Pick<Navneid, 'vaerdi' | 'format'> },
  { cvr: egne }: Pick<Udbyder, 'cvr'>,
): Resultat<Samlperson, Samlafvisning> {
  const profil = findProfil(attributter)
  if (!profil) return afvist('PROFIL_UKENDT')
  const loa = findNiveau(attributter, profil)
  if (!loa) return afvist('FOR_LAV_SIKRING')
  const cvr = findCvr(attributter)
  if (!cvr.ok) return cvr
  if (!egne.includes(cvr.value)) return afvist('CVR_FREMMED')
  const id = parseMedarbejderId(findId(attributter, navneid) ?? '')
  // One list by both names is one: providers send it so while those they serve change profile.
  const privilegier = [...new Set([ATTRIBUT.privilegier, KOMBIT.privilegier].flatMap((navn) => attributter.get(navn) ?? []))]
  if (!id || privilegier.length > 1) return afvist('PROFIL_UKENDT')
  return ok({
    id,
    cvr: cvr.value,
    organisation: kort(findEneste(attributter, ATTRIBUT.orgName)) || `CVR ${cvr.value}`,
    navn: kort(findNavn(attributter, navneid.vaerdi)) || id,
    loa,
    privilegier: privilegier[0],
  })
}

/** The one value of an attribute; undefined where there is none or more than one. */
function findEneste(attributter: Attributter, navn: string): string | undefined {
  const vaerdier = attributter.get(navn) ?? []
  return vaerdier.length === 1 ? vaerdier[0] : undefined
}

type Profil = 'oiosaml3' | 'kombit'

function findProfil(attributter: Attributter): Profil | undefined {
  if (attributter.has(ATTRIBUT.specVersion))
    return findEneste(attributter, ATTRIBUT.specVersion) === 'OIO-SAML-3.0' ? 'oiosaml3' : undefined
  const kombit =
    findEneste(attributter, KOMBIT.specVer) === 'DK-SAML-2.0' && findEneste(attributter, KOMBIT.kombitSpecVer) === '1.0'
  return kombit ? 'kombit' : undefined
}

const NSIS: ReadonlyMap<string | undefined, Sikringsniveau> = new Map([
  ['Substantial', 'Substantial'],
  ['High', 'High'],
])
/** The four levels from before NSIS: the third and fourth are what Substantial and High became. */
const FIRE_TRIN: ReadonlyMap<string | undefined, Sikringsniveau> = new Map([
  ['3', 'Substantial'],
  ['4', 'High'],
])

/** Where NSIS' level is told it decides, in both profiles; the older scale counts only where the older profile has nothing else. */
function findNiveau(attributter: Attributter, profil: Profil): Sikringsniveau | undefined {
  if (attributter.has(ATTRIBUT.loa) || profil === 'oiosaml3') return NSIS.get(findEneste(attributter, ATTRIBUT.loa))
  return FIRE_TRIN.get(findEneste(attributter, KOMBIT.niveau))
}

/** The one CVR number that is named, by either name; two that differ are none. */
function findCvr(attributter: Attributter): { readonly ok: true; readonly value: CvrNummer } | Afvist<Samlafvisning> {
  const naevnte = [...(attributter.get(ATTRIBUT.cvr) ?? []), ...(attributter.get(KOMBIT.cvr) ?? [])]
  const cvr = new Set(naevnte).size === 1 ? parseCvrNummer(naevnte[0] ?? '') : undefined
  return cvr ? ok(cvr) : afvist('INGEN_ORGANISATION')
}

/**
 * KOMBIT's name id is `C=DK,O=<cvr>,CN=<navn>,Serial=<uuid>`. The values of a part. A name can hold a comma and what looks like the next part, so
 * who is named in two ways is nobody.
 */
const findLed = (navneid: string, led: string): readonly string[] =>
  navneid
    .split(',')
    .map((del) => del.trim())
    .filter((del) => del.toLowerCase().startsWith(`${led.toLowerCase()}=`))
    .map((del) => del.slice(led.length + 1))

/** Who it is at every login, by the attribute or the name id; a name id that is another each time says it not. */
function findId(attributter: Attributter, { vaerdi, format }: Pick<Navneid, 'vaerdi' | 'format'>): string | undefined {
  if (attributter.has(ATTRIBUT.persistent)) return findEneste(attributter, ATTRIBUT.persistent)
  if (format === TRANSIENT) return undefined
  const [serial = vaerdi, ...flere] = findLed(vaerdi, 'Serial')
  return flere.length > 0 ? undefined : serial
}

const findNavn = (attributter: Attributter, navneid: string): string | undefined =>
  findEneste(attributter, ATTRIBUT.fullName) ??
  ([ATTRIBUT.firstName, ATTRIBUT.lastName].flatMap((navn) => findEneste(attributter, navn) ?? []).join(' ') ||
    findLed(navneid, 'CN')[0])

const kort = (tekst: string | undefined): string =>
  (tekst ?? '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200)
