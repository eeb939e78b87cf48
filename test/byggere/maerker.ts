/**
 * Marks that say whose a text, an amount, a day or an id is, wherever it turns up and however it was written: raw, in JSON, HTML or a URL
 * escaped, in base64 or hexadecimal, grouped by thousands, with the month in words.
 */
const firecifret = (nr: number): string => String(nr).padStart(4, '0')

/** Text that only person `nr` may see. The tail is there to be escaped. */
export const tekstmaerke = (nr: number, felt: string): string => `qz${firecifret(nr)}${felt} <æ&"'ø>`
/** The same without characters that a field may refuse. */
export const ordmaerke = (nr: number, felt: string): string => `qz${firecifret(nr)}${felt}`
/** Text that both, and nobody else, may see. */
export const delemaerke = (a: number, b: number, felt: string): string => `qd${firecifret(a)}${firecifret(b)}${felt}`
/** Text that is shown to nobody at all: the secret title, a caseworker's name, what is hidden. */
export const hemmeligtMaerke = (nr: number, felt: string): string => `qx${firecifret(nr)}${felt}`
/** An amount of person `nr`'s, told from the same person's others by `k` (0-99). */
export const beloebsmaerke = (nr: number, k: number): string => `7${firecifret(nr)}${String(k).padStart(2, '0')}.25`
/** An amount for nobody: the whole of a payment that is partly another's. */
export const hemmeligtBeloeb = (nr: number, k: number): string => `8${firecifret(nr)}${String(k).padStart(2, '0')}.25`

const FOERSTE_AAR = 2031
/** A day of person `nr`'s: in 2031 or later, three hundred persons a year. */
export function dagsmaerke(nr: number): string {
  const dag = new Date(Date.UTC(FOERSTE_AAR + Math.floor(nr / 300), 0, 1 + (nr % 300)))
  return dag.toISOString().slice(0, 10)
}

/** Whose a mark is; none: nobody may see it. */
export type Maerke = { readonly ejere: readonly number[]; readonly tekst: string; readonly form: string }

/** What the marks of a world need besides themselves: whose each id is, and every CPR number in it. */
export type Maerkebog = { readonly ider: ReadonlyMap<string, readonly number[]>; readonly cpr: ReadonlySet<string> }

const MAANEDER = [
  ['januar', 'january'],
  ['februar', 'february'],
  ['marts', 'march'],
  ['april', 'april'],
  ['maj', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['august', 'august'],
  ['september', 'september'],
  ['oktober', 'october'],
  ['november', 'november'],
  ['december', 'december'],
].flatMap((navne, nr) => navne.map((navn) => [navn, nr] as const))
const MAANED = new Map<string, number>(MAANEDER)
const MAANEDSNAVN = [...MAANED.keys()].join('|')

const TEKST = /q(?:z(\d{4})|d(\d{4})(\d{4})|x(\d{4}))\w*/gi
/** A hash, a salt or a signature in base64: among thousands of them a few letters are a mark's by chance. What one holds is looked for where it is decoded. */
const HASH = /[A-Za-z0-9+/]{22,}={1,2}/g
const BELOEB = /(?<![\d.,])([78])[.,\s\u00a0]?(\d{3})[.,\s\u00a0]?(\d{3})[.,]25(?!\d)/g
const ISODAG = /(?<!\d)(20[34]\d)-(\d\d)-(\d\d)/g
const ORDDAG = new RegExp(`(?<!\\d)(\\d{1,2})\\.? (${MAANEDSNAVN}) (20[34]\\d)`, 'gi')
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const CPR = /(?<![\d-])(\d{6})[- ]?(\d{4})(?!\d)/g

const ejerAfDag = (aar: number, maaned: number, dag: number): number =>
  (aar - FOERSTE_AAR) * 300 + Math.round((Date.UTC(aar, maaned, dag) - Date.UTC(aar, 0, 1)) / 86_400_000)

/** Every mark in one text as it stands. */
function scan(tekst: string, bog: Maerkebog, form: string): Maerke[] {
  const fundet: Maerke[] = []
  const add = (maerke: string, ejere: readonly number[]) => fundet.push({ ejere, tekst: maerke, form })
  for (const [hel, en, a, b] of tekst.replaceAll(HASH, ' ').matchAll(TEKST))
    add(hel, en ? [Number(en)] : a ? [Number(a), Number(b)] : [])
  for (const [hel, art, foer, efter] of tekst.matchAll(BELOEB))
    add(hel, art === '7' ? [Number(`${foer}${efter}`.slice(0, 4))] : [])
  for (const [hel, aar, maaned, dag] of tekst.matchAll(ISODAG))
    add(hel, [ejerAfDag(Number(aar), Number(maaned) - 1, Number(dag))])
  for (const [hel, dag, maaned = '', aar] of tekst.matchAll(ORDDAG))
    add(hel, [ejerAfDag(Number(aar), MAANED.get(maaned.toLowerCase()) ?? 0, Number(dag))])
  for (const [hel] of tekst.matchAll(UUID)) {
    const ejere = bog.ider.get(hel.toLowerCase())
    if (ejere) add(hel, ejere)
  }
  for (const [hel, dato, loebe] of tekst.matchAll(CPR)) if (bog.cpr.has(`${dato}${loebe}`)) add(hel, [])
  return fundet
}

const ESCAPE = /%([0-9a-f]{2})|&#x([0-9a-f]{1,6});|&#(\d{1,7});|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi
const withoutEscapes = (tekst: string): string =>
  tekst.replace(ESCAPE, (hel, procent, hex, decimal, u, x) => {
    const kode = decimal ? Number(decimal) : Number.parseInt(procent ?? hex ?? u ?? x, 16)
    return kode <= 0x10ffff ? String.fromCodePoint(kode) : hel
  })

/** Words of the text that could be something encoded, decoded from every place in them where it could begin. */
function decodeOrd(tekst: string, ord: RegExp, kodning: 'base64' | 'hex', pladser: number): string {
  const afkodet: string[] = []
  for (const [loeb] of tekst.matchAll(ord))
    for (let fra = 0; fra < pladser; fra++)
      afkodet.push(Buffer.from(fra === 0 ? loeb : loeb.slice(fra), kodning).toString('latin1'))
  return afkodet.join('\n')
}

/** Every mark in the bytes, however it is written there. */
export function findMaerker(bytes: Buffer | string, bog: Maerkebog): Maerke[] {
  const tekst = bytes.toString('utf8')
  const uden = withoutEscapes(tekst)
  return [
    ...scan(tekst, bog, 'raa'),
    ...(uden === tekst ? [] : scan(uden, bog, 'escape')),
    ...scan(decodeOrd(uden, /[A-Za-z0-9+/_-]{12,}/g, 'base64', 4), bog, 'base64'),
    ...scan(decodeOrd(uden, /[0-9a-f]{12,}/gi, 'hex', 2), bog, 'hex'),
  ]
}
