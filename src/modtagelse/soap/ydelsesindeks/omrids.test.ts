import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ParseOption, XmlDocument, XmlElement } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { YDELSE_URI } from '../faelles/navnerum.ts'

/** The XSDs are of our own making; that they have the structure of the interface is compared with the outline of its facts. */
const OMRIDS = fileURLToPath(new URL('../../../../../shared/reference/ydelsesindeks-6.md', import.meta.url))
const FILER = {
  [YDELSE_URI.bi]: 'bevillingindeks.xsd',
  [YDELSE_URI.oef]: 'oekonomiskeffektueringindeks.xsd',
  [YDELSE_URI.yi]: 'ydelseindeks.xsd',
} as const

/** What is said of each type and global element of a namespace, as lines. */
type Omrids = ReadonlyMap<string, readonly string[]>

/** The outline calls one namespace by two prefixes. */
const ens = (linje: string): string => linje.replaceAll('oei:', 'oef:')

function readOmrids(): ReadonlyMap<string, Omrids> {
  const fundne = new Map<string, Map<string, string[]>>()
  let [her, type]: [Map<string, string[]> | undefined, string[] | undefined] = [undefined, undefined]
  for (const linje of readFileSync(OMRIDS, 'utf8').split('\n')) {
    const uri = /^### .* namespace `(.*)`$/.exec(linje)?.[1]
    if (uri !== undefined) {
      her = fundne.get(uri) ?? new Map<string, string[]>()
      fundne.set(uri, her)
    }
    const [, navn, kode] = /^\*\*(.+?)\*\*(?:: (string.*))?$/.exec(linje) ?? []
    const [, element, typenavn] = /^element \*\*(.+?)\*\* : (.+)$/.exec(linje) ?? []
    if (navn !== undefined) {
      type = kode === undefined ? [] : [kode]
      her?.set(navn, type)
    } else if (element !== undefined) her?.set(`element ${element}`, [ens(typenavn ?? '')])
    else if (/^ *- /.test(linje)) type?.push(ens(linje.replace(/- /, '')))
  }
  return fundne
}

const boern = (xml: XmlElement, navn?: string): XmlElement[] =>
  xml.find('*').filter((led): led is XmlElement => led instanceof XmlElement && (navn === undefined || led.name === navn))
const attribut = (xml: XmlElement, navn: string): string | undefined => xml.attr(navn)?.value

function kardinalitet(xml: XmlElement): string {
  const [mindst, hoejst] = [attribut(xml, 'minOccurs') ?? '1', attribut(xml, 'maxOccurs') ?? '1']
  return mindst === '1' && hoejst === '1' ? '' : ` [${mindst}..${hoejst === 'unbounded' ? '*' : hoejst}]`
}

/** A simple type: its base, with its codes or its facets. */
function simpel(xml: XmlElement): string {
  const [begraensning] = boern(xml, 'restriction')
  const facetter = begraensning ? boern(begraensning) : []
  const koder = facetter.filter(({ name }) => name === 'enumeration').map((led) => attribut(led, 'value'))
  if (koder.length > 0) return `string one of ${koder.join(' | ')}`
  return `string (${facetter.map((led) => `${led.name}=${attribut(led, 'value')}`).join(', ')})`
}

function indhold(gruppe: XmlElement, ind = ''): string[] {
  return boern(gruppe).flatMap((led) => {
    if (led.name === 'choice') return [`${ind}choice${kardinalitet(led)}:`, ...indhold(led, `${ind}  `)]
    const [egen] = boern(led, 'simpleType')
    const ref = attribut(led, 'ref')
    const type = egen ? simpel(egen) : attribut(led, 'type')?.replace(/^xs:/, '')
    return [`${ind}${ref === undefined ? `${attribut(led, 'name')} : ${type}` : `ref ${ref}`}${kardinalitet(led)}`]
  })
}

function sammensat(type: XmlElement): string[] {
  const [udvidelse] = boern(type, 'complexContent').flatMap((led) => boern(led, 'extension'))
  const foran = udvidelse ? [`(extends ${attribut(udvidelse, 'base')})`] : []
  return [
    ...foran,
    ...boern(udvidelse ?? type).flatMap((led) =>
      led.name === 'choice' ? [`choice${kardinalitet(led)}:`, ...indhold(led, '  ')] : indhold(led),
    ),
  ]
}

function readXsd(fil: string): Omrids {
  const dokument = XmlDocument.fromBuffer(readFileSync(new URL(`xsd/${fil}`, import.meta.url)), {
    option: ParseOption.XML_PARSE_NONET,
  })
  try {
    const rod = dokument.root
    return new Map([
      ...boern(rod, 'simpleType').map((led): [string, string[]] => [attribut(led, 'name') ?? '', [simpel(led)]]),
      ...boern(rod, 'complexType').map((led): [string, string[]] => [attribut(led, 'name') ?? '', sammensat(led)]),
      ...boern(rod, 'element').map((led): [string, string[]] => [
        `element ${attribut(led, 'name')}`,
        [attribut(led, 'type') ?? ''],
      ]),
    ])
  } finally {
    dokument.dispose()
  }
}

const sorteret = (omrids: Omrids | undefined) => Object.fromEntries([...(omrids ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)))

test.skipIf(!existsSync(OMRIDS)).each(Object.entries(FILER))(
  '%s has every type and element of the outline as it is there, and no others (skipped where the outline is not at hand)',
  (uri, fil) => {
    const ventet = readOmrids().get(uri)
    expect(ventet?.size).toBeGreaterThan(20)
    expect(sorteret(readXsd(fil))).toEqual(sorteret(ventet))
  },
)
