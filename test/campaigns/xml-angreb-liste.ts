import { omsigner } from '../../src/modtagelse/soap/idws/idws.bygger.ts'
import { ALG, NS } from '../../src/modtagelse/soap/idws/navne.ts'
import type { Afsender } from './xml-afsender.ts'

/** Messages that are made to be believed, to reach out of the process, or to exhaust it; each made anew from one that is taken. */

/** Where a message points that must not be followed. */
export type Kanariefugle = { readonly http: string; readonly fil: string }

export type Xmlangreb = {
  readonly navn: string
  readonly lav: (afsender: Afsender, fugle: Kanariefugle) => string | Buffer
  /** It is no attack on what is read, only on what is fetched: it may be taken, where nothing is fetched. */
  readonly maaTages?: true
  /** It is to be sent once before, and taken then. */
  readonly foerst?: true
}

/** Changes a text that must be there: an attack that changes nothing would prove nothing. */
function byt(tekst: string, fra: string | RegExp, til: string): string {
  const ny = tekst.replace(fra, () => til)
  if (ny === tekst) throw new Error(`The message does not hold ${fra}`)
  return ny
}

/** A word in every message, within its Body: attacks take its place. */
export const MAERKE = 'Mærket tekst'

const udenErklaering = (xml: string): string => xml.replace(/^<\?xml.*?\?>\n?/, '')
const medDtd = (xml: string, dtd: string): string => `<?xml version="1.0"?>\n<!DOCTYPE x ${dtd}>${udenErklaering(xml)}`
const iMaerket = (xml: string, indsat: string): string => byt(xml, MAERKE, indsat)
const LATTER = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')
/** Just below the largest message that is read, and above. */
const STOR = 4_500_000
const FOR_STOR = 6_000_000

type Tekstangreb = readonly [string, (xml: string, fugle: Kanariefugle) => string | Buffer, { readonly maaTages?: true }?]

/** On the XML alone: tried as they stand, and in a message that was signed before it was changed. */
const TEKSTANGREB: readonly Tekstangreb[] = [
  ['a DTD at a web address', (xml, { http }) => medDtd(xml, `SYSTEM "${http}"`)],
  ['a DTD in a file', (xml, { fil }) => medDtd(xml, `SYSTEM "file://${fil}"`)],
  ['an empty DTD after a comment', (xml) => `<!-- først -->${udenErklaering(medDtd(xml, '[]'))}`],
  ['an external entity in a file', (xml, { fil }) => medDtd(iMaerket(xml, '&x;'), `[<!ENTITY x SYSTEM "file://${fil}">]`)],
  ['an external entity at a web address', (xml, { http }) => medDtd(iMaerket(xml, '&x;'), `[<!ENTITY x SYSTEM "${http}">]`)],
  ['an external parameter entity', (xml, { http }) => medDtd(xml, `[<!ENTITY % x SYSTEM "${http}"> %x;]`)],
  ['an entity bomb of nine levels', (xml) => medDtd(iMaerket(xml, '&a9;'), `[<!ENTITY a0 "ha">${LATTER}]`)],
  [
    'an entity of 100 KB named 2,000 times',
    (xml) => medDtd(iMaerket(xml, '&b;'.repeat(2_000)), `[<!ENTITY b "${'x'.repeat(100_000)}">]`),
  ],
  ['an entity that nobody declared', (xml) => iMaerket(xml, '&x;')],
  ['50,000 levels', (xml) => iMaerket(xml, `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`)],
  ['a million levels that never end', (xml) => iMaerket(xml, '<a>'.repeat(1_000_000))],
  [
    '50,000 levels in the header',
    (xml) => byt(xml, '</soap:Header>', `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</soap:Header>`),
  ],
  ['an attribute of 4.5 MB', (xml) => iMaerket(xml, `<a b="${'x'.repeat(STOR)}"/>`)],
  ['an attribute of 6 MB', (xml) => iMaerket(xml, `<a b="${'x'.repeat(FOR_STOR)}"/>`)],
  ['100,000 attributes', (xml) => iMaerket(xml, `<a ${Array.from({ length: 100_000 }, (_, i) => `b${i}="1"`).join(' ')}/>`)],
  [
    '20,000 namespaces',
    (xml) => iMaerket(xml, `<a ${Array.from({ length: 20_000 }, (_, i) => `xmlns:p${i}="urn:${i}"`).join(' ')}/>`),
  ],
  ['a name of 1 MB', (xml) => iMaerket(xml, `<${'a'.repeat(1_000_000)}/>`)],
  ['300,000 elements', (xml) => iMaerket(xml, '<a/>'.repeat(300_000))],
  [
    'an XInclude of a file',
    (xml, { fil }) => iMaerket(xml, `<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="${fil}" parse="text"/>`),
  ],
  [
    'a schema and a style sheet at a web address',
    (xml, { http }) =>
      `<?xml-stylesheet href="${http}" type="text/xsl"?>${udenErklaering(xml).replace('<soap:Body', `<soap:Body xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x ${http}"`)}`,
    { maaTages: true },
  ],
  ['UTF-16', (xml) => Buffer.from(`\uFEFF${xml}`, 'utf16le')],
  ['a message that stops in the middle', (xml) => xml.slice(0, -40)],
]

const body = (xml: string): string => xml.slice(xml.indexOf('<soap:Body'), xml.lastIndexOf('</soap:Body>') + 12)
const falskBody = (xml: string): string => byt(body(xml).replace(/ wsu:Id="[^"]*"/, ' wsu:Id="falsk"'), MAERKE, 'Falsk tekst')
const REFERENCE = /<ds:Reference URI="#id-body">.*?<\/ds:Reference>/
const omsign = ({ noegle }: Afsender, xml: string, aendr: (info: string) => string): string => omsigner(xml, { noegle }, aendr)

/** On the signature: all of them in messages that hold a token of the source's own. */
const SIGNATURANGREB: readonly Xmlangreb[] = [
  {
    navn: 'wrapping: the signed Body in the header, another in its place',
    lav: (afsender) => {
      const xml = afsender.signeret()
      return byt(
        byt(xml, `${body(xml)}</soap:Envelope>`, `${falskBody(xml)}</soap:Envelope>`),
        '</soap:Header>',
        `<x:W xmlns:x="urn:x">${body(xml)}</x:W></soap:Header>`,
      )
    },
  },
  {
    navn: 'wrapping: a second Body before the signed one',
    lav: (afsender) => {
      const xml = afsender.signeret()
      return byt(xml, body(xml), falskBody(xml) + body(xml))
    },
  },
  {
    navn: 'wrapping: the signed Body in an Object of the signature',
    lav: (afsender) => {
      const xml = afsender.signeret()
      const objekt = `<ds:Object>${body(xml)}</ds:Object></ds:Signature></wsse:Security>`
      return byt(
        byt(xml, `${body(xml)}</soap:Envelope>`, `${falskBody(xml)}</soap:Envelope>`),
        /<\/ds:Signature><\/wsse:Security>/,
        objekt,
      )
    },
  },
  {
    navn: 'wrapping: the same id twice',
    lav: (afsender) =>
      byt(afsender.signeret(), '</soap:Header>', `<x:F xmlns:x="urn:x" xmlns:wsu="${NS.wsu}" wsu:Id="id-body"/></soap:Header>`),
  },
  { navn: 'the text changed after signing', lav: (afsender) => iMaerket(afsender.signeret(), 'En anden tekst') },
  {
    navn: 'a wrong digest, rightly signed',
    lav: (afsender) =>
      omsign(afsender, afsender.signeret(), (info) => byt(info, /<ds:DigestValue>[^<]*/, `<ds:DigestValue>${'A'.repeat(43)}=`)),
  },
  {
    navn: 'the Body left unsigned',
    lav: (afsender) => omsign(afsender, afsender.signeret(), (info) => byt(info, REFERENCE, '')),
  },
  {
    navn: 'a reference to a web address',
    lav: (afsender, { http }) => omsign(afsender, afsender.signeret(), (info) => byt(info, 'URI="#id-body"', `URI="${http}"`)),
  },
  {
    navn: 'a reference to a file',
    lav: (afsender, { fil }) =>
      omsign(afsender, afsender.signeret(), (info) => byt(info, 'URI="#id-body"', `URI="file://${fil}"`)),
  },
  {
    navn: 'a style sheet as transform',
    lav: (afsender) =>
      omsign(afsender, afsender.signeret(), (info) =>
        byt(
          info,
          `<ds:Transform Algorithm="${ALG.excC14n}">`,
          '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116">',
        ),
      ),
  },
  {
    navn: 'a key that is to be fetched',
    lav: (afsender, { http }) => {
      const xml = afsender.signeret()
      const fra = xml.lastIndexOf('<ds:KeyInfo>')
      return `${xml.slice(0, fra)}<ds:KeyInfo><ds:RetrievalMethod URI="${http}"/></ds:KeyInfo>${xml.slice(xml.indexOf('</ds:KeyInfo>', fra) + 13)}`
    },
  },
  { navn: 'signed by another key than the token’s', lav: (afsender) => afsender.signeretAf(afsender.fremmed) },
  { navn: 'expired ten minutes ago', lav: (afsender) => afsender.signeret({ nu: Date.now() - 600_000 }) },
  { navn: 'from ten minutes ahead', lav: (afsender) => afsender.signeret({ nu: Date.now() + 600_000 }) },
  { navn: 'for another interface', lav: (afsender) => afsender.signeret({ til: afsender.andetSted }) },
  { navn: 'replayed', lav: (afsender) => afsender.signeret(), foerst: true },
]

/** All of them, those on the text twice. */
export const XMLANGREB: readonly (Xmlangreb & { readonly signeret: boolean })[] = [
  ...TEKSTANGREB.map(([navn, lav, mere]) => ({
    navn,
    signeret: false,
    lav: (afsender: Afsender, fugle: Kanariefugle) => lav(afsender.usigneret(), fugle),
    ...mere,
  })),
  ...TEKSTANGREB.map(([navn, lav, mere]) => ({
    navn,
    signeret: true,
    lav: (afsender: Afsender, fugle: Kanariefugle) => lav(afsender.signeret(), fugle),
    ...mere,
  })),
  ...SIGNATURANGREB.map((angreb) => ({ ...angreb, signeret: true })),
]
