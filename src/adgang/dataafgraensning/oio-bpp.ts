import {
  afvist,
  type CvrNummer,
  FOELSOMHEDER,
  type Foelsomhed,
  type KleMoenster,
  ok,
  parseKleMoenster,
  parseUuid,
  type Resultat,
  type Rettighedsgruppe,
} from '#kernel'
import { toReference } from './adgangsfakta.ts'
import type { Fundkode } from './oio-bpp.errors.ts'
import { type Gruppekilde, readOioBppXml } from './oio-bpp-xml.ts'
import { type Privilegieopsaetning, parsePrivilegium } from './systemrolle.ts'

/** Something in what a login brought that gives less than it may have been meant to. */
export type Privilegiefund = {
  /** Which group, counted from 1; undefined: all of it. */
  readonly gruppe: number | undefined
  readonly kode: Fundkode
}

export type Privilegielaesning = {
  readonly grupper: readonly Rettighedsgruppe[]
  readonly fund: readonly Privilegiefund[]
}

/**
 * The rights in an OIO-BPP payload (base64; both `…/eid/privilegesIntermediate` and KOMBIT's `Privileges_intermediate` carry it), for a login of
 * `kommune`. Whatever is missing, unknown or unreadable takes rights away and never gives any: the group it stands in gives nothing, and what
 * cannot be read at all gives nobody anything. A privilege that is not ours gives nothing itself. What was found is told without the values.
 */
export function parseOioBpp(base64: string, kommune: CvrNummer, opsaetning: Privilegieopsaetning): Privilegielaesning {
  const kilder = readOioBppXml(base64)
  if (!kilder) return { grupper: [], fund: [{ gruppe: undefined, kode: 'ULAESELIG' }] }
  const grupper: Rettighedsgruppe[] = []
  const fund: Privilegiefund[] = []
  for (const [plads, kilde] of kilder.entries()) {
    const svar = readGruppe(kilde, kommune, opsaetning)
    if (svar.ok) grupper.push(svar.value)
    const fremmede = kilde.privilegier.some((tekst) => !parsePrivilegium(tekst, opsaetning))
    if (!svar.ok) fund.push({ gruppe: plads + 1, kode: svar.afvisning })
    else if (fremmede) fund.push({ gruppe: plads + 1, kode: 'FREMMED_ROLLE' })
  }
  return { grupper, fund }
}

/** Source: domain.md 2. */
const CONSTRAINT = {
  kle: 'http://sts.kombit.dk/constraints/KLE/1',
  foelsomhed: 'http://sts.kombit.dk/constraints/foelsomhed/1',
  orgenhed: 'http://sts.kombit.dk/constraints/orgenhed/1',
  itsystem: 'http://sts.kombit.dk/constraints/itsystem/1',
} as const
const KENDTE: ReadonlySet<string> = new Set(Object.values(CONSTRAINT))

function readGruppe(kilde: Gruppekilde, kommune: CvrNummer, ops: Privilegieopsaetning): Resultat<Rettighedsgruppe, Fundkode> {
  if (kilde.andet) return afvist('UKENDT_INDHOLD')
  if (kilde.scope !== `urn:dk:gov:saml:cvrNumberIdentifier:${kommune}`) return afvist('ANDEN_ORGANISATION')
  const systemroller = [...new Set(kilde.privilegier.flatMap((tekst) => parsePrivilegium(tekst, ops) ?? []))]
  if (systemroller.length === 0) return afvist('INGEN_ROLLE')
  const navne = kilde.constraints.map(({ navn }) => navn)
  if (!navne.every((navn) => KENDTE.has(navn))) return afvist('UKENDT_AFGRAENSNING')
  // Two of a name could mean both or either.
  if (new Set(navne).size < navne.length) return afvist('GENTAGET_AFGRAENSNING')
  const vaerdier = new Map(kilde.constraints.map(({ navn, vaerdi }) => [navn, vaerdi.split(',').map((led) => led.trim())]))
  const [kleled, foelsomhedsled] = [vaerdier.get(CONSTRAINT.kle), vaerdier.get(CONSTRAINT.foelsomhed)]
  if (!kleled) return afvist('MANGLER_KLE')
  if (!foelsomhedsled) return afvist('MANGLER_FOELSOMHED')
  const kle = readAlle<KleMoenster>(kleled, parseKleMoenster)
  const foelsomhed = readHoejeste(foelsomhedsled, ops)
  const enheder = readValgfri(vaerdier.get(CONSTRAINT.orgenhed), parseEnhed)
  const itsystemer = readValgfri(vaerdier.get(CONSTRAINT.itsystem), parseItsystem)
  if (!kle || !foelsomhed || enheder === 'ulaeselig' || itsystemer === 'ulaeselig') return afvist('ULAESELIG_VAERDI')
  return ok({ kommune, systemroller, kle, foelsomhed, ...(enheder && { enheder }), ...(itsystemer && { itsystemer }) })
}

/** Every value, each once; undefined where one cannot be read. */
function readAlle<T extends string>(led: readonly string[], parse: (tekst: string) => T | undefined): readonly T[] | undefined {
  const laest = led.map(parse)
  return laest.every((en) => en !== undefined) ? [...new Set(laest)] : undefined
}

const readValgfri = (led: readonly string[] | undefined, parse: (tekst: string) => string | undefined) =>
  led === undefined ? undefined : (readAlle(led, parse) ?? 'ulaeselig')

/** A right to one level includes those before it, so of several the highest is what was given. */
function readHoejeste(led: readonly string[], { foelsomheder }: Privilegieopsaetning): Foelsomhed | undefined {
  const laest = readAlle(led, (tekst) => foelsomheder.get(tekst))
  return FOELSOMHEDER.findLast((navn) => laest?.includes(navn))
}

const HOEJST_REFERENCE = 200

/** A unit by UUID or URN; anything else is nobody's unit. */
function parseEnhed(tekst: string): string | undefined {
  const reference = toReference(tekst)
  if (reference.length > HOEJST_REFERENCE) return undefined
  return parseUuid(reference) ?? (/^urn:[^\s,*]+$/.test(reference) ? reference : undefined)
}

const parseItsystem = (tekst: string): string | undefined => parseUuid(toReference(tekst).replace(/^urn:oio:it-system-uuid:/, ''))
