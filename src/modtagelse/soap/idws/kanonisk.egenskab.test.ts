import fc from 'fast-check'
import { XmlC14NMode, XmlDocument, XmlElement } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { kanonisk } from './kanonisk.ts'
import { boernOf, laesTrae } from './trae.ts'

/** Two independent canonicalizers say what is right: libxml2's own, in which most of the field's signatures are made, is asked here. */
const libxml2 = (xml: string, inklusive: readonly string[]): string => {
  const dokument = XmlDocument.fromString(xml)
  try {
    const barn = dokument.root.find('*').find((node) => node instanceof XmlElement)
    if (!barn) throw new Error('The root has no element')
    return barn.canonicalizeToString({
      mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
      inclusiveNamespacePrefixes: [...inklusive],
      withComments: false,
    })
  } finally {
    dokument.dispose()
  }
}
const vores = (xml: string, inklusive: readonly string[]): string => {
  const laest = laesTrae(xml, new Set(), '')
  if (typeof laest === 'string') throw new Error(laest)
  return kanonisk(boernOf(laest.rod)[0]!, { inklusive: inklusive.map((praefiks) => (praefiks === '#default' ? '' : praefiks)) })
}

const PRAEFIKSER = ['', 'a', 'b', 'c'] as const
const NAVNERUM = ['urn:1', 'urn:2', 'urn:3']
const tekst = fc.stringMatching(/^[ a-zæøå&<>"'\t\n\r]{0,12}$/)
const skriv = (vaerdi: string) =>
  vaerdi
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;')

type Knude = {
  readonly praefiks: (typeof PRAEFIKSER)[number]
  readonly erklaeret: Readonly<Partial<Record<string, string>>>
  readonly attributter: readonly (readonly [praefiks: string, vaerdi: string])[]
  readonly boern: readonly (Knude | string)[]
}
const { knude } = fc.letrec<{ knude: Knude }>((tie) => ({
  knude: fc.record({
    praefiks: fc.constantFrom(...PRAEFIKSER),
    erklaeret: fc.dictionary(fc.constantFrom(...PRAEFIKSER), fc.constantFrom(...NAVNERUM), { maxKeys: 3 }),
    attributter: fc.uniqueArray(fc.tuple(fc.constantFrom('', 'a', 'b', 'c', 'xml'), tekst), {
      maxLength: 3,
      selector: ([praefiks]) => praefiks,
    }),
    boern: fc.array(fc.oneof({ maxDepth: 4 }, tekst, tie('knude')), { maxLength: 3 }),
  }),
}))

/** Every prefix is declared outermost, so that all that is made is well-formed. Attributes of one element are kept apart by their names. */
const toXml = ({ praefiks, erklaeret, attributter, boern }: Knude, dybde = 0): string => {
  const navn = praefiks ? `${praefiks}:e` : 'e'
  const navnerum = Object.entries(erklaeret).map(([p, ns]) => (p ? ` xmlns:${p}="${ns}"` : ` xmlns="${dybde % 2 ? '' : ns}"`))
  const alle = attributter.map(([p, vaerdi]) =>
    p === 'xml' ? ` xml:lang="${skriv(vaerdi)}"` : ` ${p ? `${p}:` : ''}n${p}="${skriv(vaerdi)}"`,
  )
  const indhold = boern.map((barn) => (typeof barn === 'string' ? skriv(barn) : toXml(barn, dybde + 1)))
  return `<${navn}${navnerum.join('')}${alle.join('')}>${indhold.join('<!-- k -->')}</${navn}>`
}

test('what is made canonical is what libxml2 makes of it, whatever stands in it and around it', () => {
  const inklusive = fc.constantFrom<readonly string[]>([], ['a'], ['a', 'c'], ['#default', 'b'], ['findes-ikke'])
  fc.assert(
    fc.property(knude, inklusive, (rod, praefikser) => {
      const xml = `<r xmlns="urn:0" xmlns:a="urn:1" xmlns:b="urn:2" xmlns:c="urn:3">${toXml(rod)}</r>`
      expect(vores(xml, praefikser)).toBe(libxml2(xml, praefikser))
    }),
    { seed: 20261122, numRuns: 2000 },
  )
})

test.each([
  ['CDATA is text', '<r><a><![CDATA[<&>]]></a></r>', '<a>&lt;&amp;&gt;</a>'],
  ['an empty element has an end tag', '<r><a/></r>', '<a></a>'],
  ['a line ends with LF', '<r><a>x\r\ny\rz</a></r>', '<a>x\ny\nz</a>'],
  ['a written CR stays one', '<r><a b="&#13;&#10;&#9;">&#13;</a></r>', '<a b="&#xD;&#xA;&#x9;">&#xD;</a>'],
  [
    'an unused namespace is left out',
    '<r xmlns:p="urn:p"><a xmlns:q="urn:q"><p:b/></a></r>',
    '<a><p:b xmlns:p="urn:p"></p:b></a>',
  ],
])('%s', (_, xml, forventet) => {
  expect(vores(xml, [])).toBe(forventet)
})
