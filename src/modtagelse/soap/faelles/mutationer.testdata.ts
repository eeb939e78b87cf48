import { NAVNERUM_URI } from './navnerum.ts'
import { readSkemafiler } from './skema.ts'
import type { SoapTjeneste } from './tjeneste.ts'
import { escapeXml } from './xml-tekst.ts'
import type { Xml } from './xml-trae.ts'

/** Seeded mutations of messages, for comparing two schemas: each result is well-formed, and valid or not. */
export type Tilfaeldig = () => number

/** A small generator (mulberry32) that gives the same numbers for the same seed everywhere. */
export function tilfaeldig(froe: number): Tilfaeldig {
  let tilstand = froe >>> 0
  return () => {
    tilstand = (tilstand + 0x6d2b79f5) >>> 0
    let blandet = Math.imul(tilstand ^ (tilstand >>> 15), tilstand | 1)
    blandet ^= blandet + Math.imul(blandet ^ (blandet >>> 7), blandet | 61)
    return ((blandet ^ (blandet >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Knude = { navn: string; attributter: string; tekst: string; boern: Knude[] }

export const toKnude = ({ navn, tekst, boern }: Xml): Knude => ({
  navn,
  attributter: '',
  tekst: boern.length > 0 ? '' : tekst,
  boern: boern.map(toKnude),
})

export const writeKnude = ({ navn, attributter, tekst, boern }: Knude): string =>
  `<${navn}${attributter}>${escapeXml(tekst)}${boern.map(writeKnude).join('')}</${navn}>`

/** The namespaces that mutations use: the wire's, XML Schema's, and one that nobody knows. */
const NAVNERUM_I_PROEVER: readonly (readonly [string, string])[] = [
  ...Object.entries(NAVNERUM_URI),
  ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
  ['xs', 'http://www.w3.org/2001/XMLSchema'],
  ['fremmed', 'urn:fremmed'],
]

/** A root element around `indhold` with all their prefixes. */
export const pak = (indhold: string): string =>
  `<rod ${NAVNERUM_I_PROEVER.map(([praefiks, uri]) => `xmlns:${praefiks}="${uri}"`).join(' ')}>${indhold}</rod>`

/** The words that mutations put in: every element and type name of a service's own schema, as `<prefix>:<name>`. */
export type Ordforraad = { readonly elementer: readonly string[]; readonly typer: readonly string[] }

export function ordforraadFor(tjeneste: SoapTjeneste): Ordforraad {
  // A sign of life stands in headers alone.
  const filer = Object.entries(readSkemafiler(tjeneste)).filter(([fil]) => fil !== 'livstegn.xsd')
  const skemaer = filer.map(([fil, indhold]) => {
    const xsd = indhold.toString('utf8')
    const uri = /targetNamespace="([^"]*)"/.exec(xsd)?.[1]
    const praefiks = NAVNERUM_I_PROEVER.find(([, kendt]) => kendt === uri)?.[0]
    if (!praefiks) throw new Error(`No prefix for the namespace of ${fil}`)
    return { xsd, praefiks }
  })
  const navne = (slags: string) =>
    skemaer.flatMap(({ xsd, praefiks }) =>
      [...xsd.matchAll(new RegExp(`<xs:${slags} name="([^"]*)"`, 'g'))].map(([, navn]) => `${praefiks}:${navn}`),
    )
  return { elementer: navne('element'), typer: navne('(?:complex|simple)Type') }
}

const PRAEFIKSER: readonly string[] = NAVNERUM_I_PROEVER.map(([praefiks]) => praefiks).filter(
  (navn) => !/^(soap|xsi?)$/.test(navn),
)
const LAENGDER = [0, 1, 8, 9, 36, 37, 50, 51, 255, 256, 1024, 1025, 4096, 4097]

const TEKSTER = [
  '',
  ' ',
  'x',
  'true',
  'TRUE',
  ' true ',
  '1',
  '0',
  'false',
  '-7',
  '1.5',
  '007',
  '99999999999999999999',
  '2026-02-28',
  '2026-02-30',
  '2026-01-01T00:00:00',
  '2026-01-01T00:00:00Z',
  '2026-01-01T24:00:00+01:00',
  '2026-13-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  'b7a1c0de-0000-4000-8000-000000000001',
  'B7A1C0DE-0000-4000-8000-00000000000G',
  'URN:Empty',
  'SGVq',
  'SGVq=',
  'Opstaaet',
  'Bestilt',
  'Importeret',
  'VIP_SAGER',
  'Brev',
  'Brev, indgaaende',
  'ItSystem',
  'Publiceret',
  'AND',
  'sager',
  'Stigende',
  '11111111',
  'æøå\n\tÆØÅ',
]

const vaelg = <T>(fra: readonly T[], t: Tilfaeldig): T => fra[Math.floor(t() * fra.length)] as T

function alle(rod: Knude): Knude[] {
  return [rod, ...rod.boern.flatMap(alle)]
}

const medBoern = (rod: Knude): Knude[] => alle(rod).filter(({ boern }) => boern.length > 0)
const plads = (knude: Knude, t: Tilfaeldig): number => Math.floor(t() * knude.boern.length)

type Mutation = (rod: Knude, t: Tilfaeldig, ord: Ordforraad) => void

const skiftTekst: Mutation = (rod, t) => {
  const blad = vaelg(
    alle(rod).filter(({ boern }) => boern.length === 0),
    t,
  )
  if (blad) blad.tekst = t() < 0.3 ? 'æ'.repeat(vaelg(LAENGDER, t)) : vaelg(TEKSTER, t)
}

const slet: Mutation = (rod, t) => {
  const foraelder = vaelg(medBoern(rod), t)
  foraelder?.boern.splice(plads(foraelder, t), 1)
}

const fordobl: Mutation = (rod, t) => {
  const foraelder = vaelg(medBoern(rod), t)
  const barn = foraelder && vaelg(foraelder.boern, t)
  if (barn) foraelder.boern.splice(foraelder.boern.indexOf(barn), 0, structuredClone(barn))
}

const byt: Mutation = (rod, t) => {
  const foraelder = vaelg(medBoern(rod), t)
  if (!foraelder) return
  const [fra, til] = [plads(foraelder, t), plads(foraelder, t)]
  foraelder.boern.splice(til, 0, ...foraelder.boern.splice(fra, 1))
}

const omdoeb: Mutation = (rod, t, ord) => {
  const knude = vaelg(alle(rod), t)
  knude.navn = t() < 0.5 ? vaelg(ord.elementer, t) : vaelg(alle(rod), t).navn
}

const skiftNavnerum: Mutation = (rod, t) => {
  const knude = vaelg(alle(rod), t)
  knude.navn = `${vaelg(PRAEFIKSER, t)}:${knude.navn.split(':')[1]}`
}

const indsaet: Mutation = (rod, t, ord) => {
  const foraelder = vaelg(alle(rod), t)
  const ny =
    t() < 0.5
      ? structuredClone(vaelg(alle(rod), t))
      : { navn: vaelg(ord.elementer, t), attributter: '', tekst: vaelg(TEKSTER, t), boern: [] }
  foraelder.boern.splice(plads(foraelder, t), 0, ny)
}

/** Any element of another namespace may stand in a LokalUdvidelseListe, where it is declared and valid. */
const udvid: Mutation = (rod, t, ord) => {
  const lister = alle(rod).filter(({ navn }) => navn === 'gd:LokalUdvidelseListe')
  const ny = { navn: vaelg(ord.elementer, t), attributter: '', tekst: vaelg(TEKSTER, t), boern: [] }
  if (lister.length > 0) vaelg(lister, t).boern.unshift(ny)
}

const attribut: Mutation = (rod, t, ord) => {
  const valg = [
    `xsi:type="${vaelg(ord.typer, t)}"`,
    `xsi:type="${vaelg(ord.typer, t)}"`,
    'xsi:nil="true"',
    'fremmed="1"',
    'xsi:type="xs:string"',
  ]
  vaelg(alle(rod), t).attributter = ` ${vaelg(valg, t)}`
}

const toem: Mutation = (rod, t) => {
  const foraelder = vaelg(medBoern(rod), t)
  if (foraelder) foraelder.boern = []
}

const blandIndhold: Mutation = (rod, t) => {
  vaelg(alle(rod), t).tekst = vaelg([' \n ', 'løs tekst'], t)
}

const MUTATIONER: readonly Mutation[] = [
  skiftTekst,
  skiftTekst,
  skiftTekst,
  skiftTekst,
  slet,
  slet,
  fordobl,
  byt,
  omdoeb,
  skiftNavnerum,
  indsaet,
  udvid,
  attribut,
  toem,
  blandIndhold,
]

/** `grundlag` with one to three mutations. */
export function muter(grundlag: Knude, t: Tilfaeldig, ord: Ordforraad): Knude {
  const rod = structuredClone(grundlag)
  const antal = 1 + Math.floor(t() * 3)
  for (let i = 0; i < antal; i++) vaelg(MUTATIONER, t)(rod, t, ord)
  return rod
}

/** The same tree with one child of each name at every level: every kind of element once. */
function udtynd(knude: Knude): Knude {
  const foerste = new Map<string, Knude>()
  for (const barn of knude.boern) if (!foerste.has(barn.navn)) foerste.set(barn.navn, barn)
  return { ...knude, boern: [...foerste.values()].map(udtynd) }
}

/** `grundlag`, thinned, with every text in turn at every length that a facet could name, and with every sample value. */
export function* muterBlade(grundlag: Knude): Generator<Knude> {
  const rod = udtynd(grundlag)
  for (const blad of alle(rod).filter(({ boern }) => boern.length === 0)) {
    const { tekst } = blad
    for (const ny of [...LAENGDER.map((laengde) => 'æ'.repeat(laengde)), ...TEKSTER]) {
      blad.tekst = ny
      yield rod
    }
    blad.tekst = tekst
  }
}
