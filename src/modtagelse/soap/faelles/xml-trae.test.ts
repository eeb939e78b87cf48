import { XmlCData, XmlElement, XmlText } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { fuldtElement, somKilde } from '../../regler/fuldt-element.testdata.ts'
import { KORSBAEK_SAG, TRANSAKTION } from '../sagdokumentindeks/korsbaek.testdata.ts'
import { writeImporter } from '../sagdokumentindeks/skriv-importer.ts'
import { SAGDOKUMENTINDEKS } from '../sagdokumentindeks/tjeneste.ts'
import { muter, ordforraadFor, pak, tilfaeldig, toKnude, writeKnude } from './mutationer.testdata.ts'
import { NAVNERUM_URI, praefiksFor } from './navnerum.ts'
import { withDokument } from './validate.ts'
import { escapeXml } from './xml-tekst.ts'
import { createStifoelger, find, readXml, type Xml } from './xml-trae.ts'

type Trae = { navn: string; tekst: string; boern: Trae[] }

/** libxml2's own reading, which ours must equal. */
function libxml2Trae(element: XmlElement): Trae {
  const trae: Trae = { navn: `${praefiksFor.get(element.namespaceUri) ?? '?'}:${element.name}`, tekst: '', boern: [] }
  for (const node of element.find('node()')) {
    if (node instanceof XmlElement) trae.boern.push(libxml2Trae(node))
    else if (node instanceof XmlText || node instanceof XmlCData) trae.tekst += node.content
  }
  return trae
}

const vores = ({ navn, tekst, boern }: Xml): Trae => ({ navn, tekst, boern: boern.map(vores) })

const ens = (xml: string) => expect(vores(readXml(xml))).toEqual(withDokument(xml, libxml2Trae))

test.each([
  ['references', '<a>&lt;&gt;&amp;&quot;&apos;&#230;&#xE6;&#x1F600;&amp;lt;</a>'],
  ['CDATA, with tags in it', '<a>før<![CDATA[<b>&amp;</b>]]>efter<![CDATA[]]]></a>'],
  [
    'comments and instructions anywhere',
    '<?xml version="1.0"?><!-- <x> --><a><!-- </a> > --><?p <b> ?>t<b/><!----></a><!-- c --><?q?>',
  ],
  ['line ends', '<a>\r\n1\r2\n&#13;&#10;3<![CDATA[\r\n]]></a>'],
  ['an attribute with the end of a tag in it', '<a x="/>" y=\'"&gt;\'><b z=">"/></a>'],
  ['white space wherever it may stand', '<a  x = "1"\n ><b\n/ ></a >'.replace('/ >', '/>')],
  ['default namespaces, set and taken away', `<a xmlns="${NAVNERUM_URI.sag}"><b xmlns=""><c/></b><d xmlns="urn:x"/><e/></a>`],
  ['prefixes that change their meaning', `<p:a xmlns:p="${NAVNERUM_URI.sag}"><p:b xmlns:p="${NAVNERUM_URI.di}"/><p:c/></p:a>`],
  ['a namespace with a reference in it', '<a xmlns="urn:oio:sagdok:3&#46;0.0"/>'],
  ['letters outside ASCII in names', '<æ><ø-1.2_3>å</ø-1.2_3></æ>'],
  ['a byte order mark', '\uFEFF<a>x</a>'],
])('reads %s as libxml2 does', (_, xml) => ens(xml))

test('reads messages and their mutations as libxml2 does', () => {
  const elementer = [KORSBAEK_SAG, somKilde(fuldtElement('sag')), somKilde(fuldtElement('dokument'))]
  const xml = writeImporter(elementer, TRANSAKTION)
  ens(xml)
  const knude = toKnude(readXml(xml))
  const t = tilfaeldig(7)
  const ord = ordforraadFor(SAGDOKUMENTINDEKS)
  for (let i = 0; i < 100; i++) ens(pak(writeKnude(muter(knude, t, ord))))
})

test('text written is the text read, whatever is in it; what XML cannot carry becomes U+FFFD', () => {
  const tekst = '<a href="x">\'&amp;\' ]]> \r\n\r\t😀 æ</a>'
  expect(readXml(`<a>${escapeXml(tekst)}</a>`).tekst).toBe(tekst)
  expect(escapeXml('a\0b\ud800c\uffff')).toBe('a\ufffdb\ufffdc\ufffd')
})

test("libxml2's paths lead to the same element", () => {
  const xml = writeImporter([KORSBAEK_SAG], TRANSAKTION)
  const rod = readXml(xml)
  const vej = createStifoelger(rod)(
    '/soap:Envelope/soap:Body/sdi:ImporterSagDokumentIndeksInput/sdi:SagIndeks/sag:Registrering/sag:RelationListe/sag:Sagsaktoer[2]/gd:Rolle',
  )
  expect(vej.map(({ navn }) => navn).at(-1)).toBe('gd:Rolle')
  const liste = vej.at(-3)
  expect(liste && vej.at(-2)).toBe(liste?.boern[1])
  expect(createStifoelger(rod)('/*/*[2]/*/@x').at(-1)).toBe(find(find(rod, 'soap:Body'), 'sdi:ImporterSagDokumentIndeksInput'))
  expect(createStifoelger(rod)('/soap:Envelope/findes:ikke/a').map(({ navn }) => navn)).toEqual(['soap:Envelope'])
})
