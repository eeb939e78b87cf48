import { ALG } from './navne.ts'
import { type Attribut, type Element, er } from './trae.ts'

export type Kanonvalg = {
  /** The prefixes that are written as inclusive canonicalization has them (InclusiveNamespaces); '' is the default namespace. */
  readonly inklusive?: readonly string[]
  /** One child that is left out: the signature that stands inside what it signs. */
  readonly uden?: Element
  /** Writes xmlns="" on the outermost element, as WSS4J's STR-Transform does. */
  readonly tomtStandardnavnerum?: boolean
}

/** The namespaces in force where the writing has come to. One map, changed on the way in and back on the way out: a copy for each element could be made dear. */
type Skrevne = Map<string, string>
/** No namespace: what a prefix stands for before it is declared. */
const INTET = ''

/**
 * Exclusive XML canonicalization 1.0 without comments (W3C, 2002) of an element. Written by hand because of cost: it walks the tree once,
 * where xml-crypto's clones it and copies the prefixes at each node, after a parse of its own. Tested against libxml2's and xml-crypto's.
 */
export function kanonisk(element: Element, valg: Kanonvalg = {}): string {
  const ud: string[] = []
  const inklusive = valg.inklusive ?? []
  const arvede = inklusive.map((praefiks) => [praefiks, findNavnerum(element, praefiks)] as const)
  write(element, new Map(), { ud, inklusive, uden: valg.uden, tomt: valg.tomtStandardnavnerum === true }, arvede)
  return ud.join('')
}

type Omgivelser = {
  readonly ud: string[]
  readonly inklusive: readonly string[]
  readonly uden: Element | undefined
  readonly tomt: boolean
}
type Erklaering = readonly [praefiks: string, ns: string | undefined]

/** `egne`: what the element itself declares of the inclusive prefixes; for the outermost one, what is in force there. */
function write(element: Element, skrevne: Skrevne, om: Omgivelser, egne: readonly Erklaering[]): void {
  const { ud } = om
  const yderst = skrevne.size === 0
  const nye = findNye(element, skrevne, egne)
  ud.push('<', element.navn)
  if (om.tomt && yderst && !nye.some(([praefiks]) => praefiks === '')) ud.push(' xmlns=""')
  for (const [praefiks, ns] of nye) ud.push(praefiks === '' ? ' xmlns="' : ` xmlns:${praefiks}="`, escapeAttribut(ns), '"')
  for (const { navn, vaerdi } of sorted(element.attributter)) ud.push(' ', navn, '="', escapeAttribut(vaerdi), '"')
  ud.push('>')
  const foer = nye.map(([praefiks]) => skrevne.get(praefiks) ?? INTET)
  for (const [praefiks, ns] of nye) skrevne.set(praefiks, ns)
  for (const barn of element.boern) {
    if (typeof barn === 'string') ud.push(escapeTekst(barn))
    else if (barn !== om.uden) write(barn, skrevne, om, om.inklusive.length === 0 ? [] : declared(barn, om.inklusive))
  }
  // Set back and not deleted: a prefix that is deleted and set again 100,000 times leaves as many holes in a Map's row.
  for (const [i, [praefiks]] of nye.entries()) skrevne.set(praefiks, foer[i] ?? INTET)
  ud.push('</', element.navn, '>')
}

/** The namespaces to be written on this element: of its own name, of its attributes' and of the inclusive prefixes, where they are news. */
function findNye({ praefiks, ns, attributter }: Element, skrevne: Skrevne, egne: readonly Erklaering[]): [string, string][] {
  const nye: [string, string][] = []
  const add = (navn: string, vaerdi: string): void => {
    if (navn === 'xml' || (skrevne.get(navn) ?? INTET) === vaerdi || nye.some(([kendt]) => kendt === navn)) return
    nye.push([navn, vaerdi])
  }
  add(praefiks, ns)
  for (const attributten of attributter) if (attributten.ns !== '') add(praefiksOf(attributten), attributten.ns)
  for (const [navn, vaerdi] of egne) if (vaerdi !== undefined) add(navn, vaerdi)
  return nye.length > 1 ? nye.sort(([a], [b]) => compare(a, b)) : nye
}

const praefiksOf = ({ navn, lokal }: Attribut): string => navn.slice(0, navn.length - lokal.length - 1)

const declared = ({ erklaeret }: Element, inklusive: readonly string[]): Erklaering[] =>
  inklusive.flatMap((praefiks): Erklaering[] => (Object.hasOwn(erklaeret, praefiks) ? [[praefiks, erklaeret[praefiks]]] : []))

function findNavnerum(element: Element, praefiks: string): string | undefined {
  for (let her: Element | undefined = element; her; her = her.foraelder)
    if (Object.hasOwn(her.erklaeret, praefiks)) return her.erklaeret[praefiks]
  return undefined
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sorted = (attributter: readonly Attribut[]): readonly Attribut[] =>
  attributter.length > 1 ? attributter.toSorted((a, b) => compare(a.ns, b.ns) || compare(a.lokal, b.lokal)) : attributter

const TEKST: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' }
const ATTRIBUT: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}
const escapeTekst = (tekst: string): string => tekst.replace(/[&<>\r]/g, (tegn) => TEKST[tegn] ?? tegn)
const escapeAttribut = (tekst: string): string => tekst.replace(/[&<"\t\n\r]/g, (tegn) => ATTRIBUT[tegn] ?? tegn)

/** The prefixes of an InclusiveNamespaces child, `[]` where there is none, undefined where it is not one that we take. */
export function laesInklusive(metode: Element): readonly string[] | undefined {
  const [boern, ...flere] = metode.boern.filter((barn) => typeof barn !== 'string' || barn.trim() !== '')
  if (boern === undefined) return []
  if (flere.length > 0 || typeof boern === 'string' || !er(boern, ALG.excC14n, 'InclusiveNamespaces')) return undefined
  const praefikser = (boern.attributter.find(({ lokal }) => lokal === 'PrefixList')?.vaerdi ?? '').split(/\s+/).filter(Boolean)
  if (praefikser.length > HOEJST_PRAEFIKSER || boern.boern.length > 0) return undefined
  return praefikser.map((praefiks) => (praefiks === '#default' ? '' : praefiks))
}
const HOEJST_PRAEFIKSER = 50
