import { afvist, type CvrNummer, type KlePraefiks, ok, parseKlePraefiks, parseUuid, type Resultat, type Uuid } from '#kernel'
import { type Formular, parseDag, parseLinje, readFelt } from '#platform/http'
import type { Fagsystemkommando } from '../decide-fagsystem.ts'
import type { Kommunekommando } from '../decide-kommune.ts'
import type { Forslagsart } from '../fagsystemvej.ts'
import type { NytFagsystem } from '../gaa-videre.ts'
import type { Aftale } from '../haendelse.ts'

/** Parses what the forms of Tilslutning send. What cannot be read is named by its field. */

/** What was typed, and the names of the fields that cannot be used. */
export type Registreringsfelter = { readonly vaerdier: { readonly [navn: string]: string }; readonly fejl: ReadonlySet<string> }
export type Feltafvisning = 'tekst' | 'dag' | 'ukendt'

const SLAGS: ReadonlySet<string> = new Set(['esdh', 'eoj', 'jobcenter', 'pladsanvisning', 'ydelse', 'sundhed', 'andet'])
const FORSLAG: ReadonlySet<string> = new Set<Forslagsart>(['pilot', 'godkendelse', 'udrulning', 'genoptagelse', 'udfasning'])

export const INTET_TASTET: Registreringsfelter = { vaerdier: { slags: 'esdh' }, fejl: new Set() }

/** A new system as the vendor's form has it. */
export function readRegistrering(formular: Formular, leverandoer: CvrNummer): Resultat<NytFagsystem, Registreringsfelter> {
  const vaerdier = Object.fromEntries(['navn', 'id', 'slags', 'version', 'kle'].map((navn) => [navn, readFelt(formular, navn)]))
  const laest = {
    navn: parseLinje(vaerdier['navn'] ?? ''),
    id: parseUuid(vaerdier['id'] ?? ''),
    slags: SLAGS.has(vaerdier['slags'] ?? '') ? vaerdier['slags'] : undefined,
    version: parseLinje(vaerdier['version'] ?? ''),
    kle: readKle(vaerdier['kle'] ?? ''),
  }
  const { navn, id, slags, version, kle } = laest
  if (navn && id && slags && version && kle) return ok({ type: 'registreret', id, navn, slags, leverandoer, version, kle })
  return afvist({ vaerdier, fejl: new Set(Object.entries(laest).flatMap(([felt, vaerdi]) => (vaerdi ? [] : [felt]))) })
}

function readKle(tekst: string): readonly KlePraefiks[] | undefined {
  const dele = tekst.split(/[\s,;]+/).filter(Boolean)
  const laest = dele.flatMap((del) => parseKlePraefiks(del) ?? [])
  return laest.length === dele.length && dele.length <= 100 ? laest : undefined
}

function readAftale(formular: Formular): Resultat<Aftale, Feltafvisning> {
  const underskrevet = parseDag(readFelt(formular, 'underskrevet'))
  const underskriver = parseLinje(readFelt(formular, 'underskriver'))
  const reference = parseLinje(readFelt(formular, 'reference'))
  if (!underskrevet) return afvist('dag')
  return underskriver && reference ? ok({ underskrevet, underskriver, reference }) : afvist('tekst')
}

/** A step on a system's road as a form asks for it. `egen`: the municipality in whose name, where it is one's. */
export function readFagsystemkommando(
  formular: Formular,
  egen: CvrNummer | undefined,
): Resultat<Fagsystemkommando, Feltafvisning> {
  const type = readFelt(formular, 'type')
  const kommune = readFelt(formular, 'omfang') === 'kommune' ? egen : undefined
  if (type === 'aabnSandkasse') return ok({ type })
  if (type === 'skiftVersion') return withTekst(readFelt(formular, 'version'), (version) => ({ type, version }))
  if (type === 'suspender') return withTekst(readFelt(formular, 'aarsag'), (aarsag) => ({ type, kommune, aarsag }))
  if (type === 'noterAftale') {
    const aftale = readAftale(formular)
    if (!aftale.ok) return aftale
    return egen ? ok({ type, kommune: egen, ...aftale.value }) : afvist('ukendt')
  }
  if (type === 'foreslaa') {
    const hvad = readFelt(formular, 'hvad')
    return FORSLAG.has(hvad) ? ok({ type, hvad: hvad as Forslagsart, kommune }) : afvist('ukendt')
  }
  return readSvarPaaForslag(formular, type)
}

/** A step on a municipality's own road as a form asks for it. */
export function readKommunekommando(formular: Formular): Resultat<Kommunekommando, Feltafvisning> {
  const type = readFelt(formular, 'type')
  if (type === 'foreslaaKlar') return ok({ type })
  if (type !== 'noterDatabehandleraftale') return readSvarPaaForslag(formular, type)
  const aftale = readAftale(formular)
  return aftale.ok ? ok({ type, ...aftale.value }) : aftale
}

type SvarPaaForslag =
  | { readonly type: 'bekraeft'; readonly forslag: Uuid }
  | { readonly type: 'traekTilbage'; readonly forslag: Uuid; readonly aarsag: string }

function readSvarPaaForslag(formular: Formular, type: string): Resultat<SvarPaaForslag, Feltafvisning> {
  const forslag = parseUuid(readFelt(formular, 'forslag'))
  if (!forslag || (type !== 'bekraeft' && type !== 'traekTilbage')) return afvist('ukendt')
  return type === 'bekraeft'
    ? ok({ type, forslag })
    : withTekst(readFelt(formular, 'aarsag'), (aarsag) => ({ type, forslag, aarsag }))
}

function withTekst<T>(tekst: string, make: (tekst: string) => T): Resultat<T, Feltafvisning> {
  const laest = parseLinje(tekst)
  return laest ? ok(make(laest)) : afvist('tekst')
}
