import { expect, test } from 'vitest'
import type { Livstegn } from '#afstemning/livstegn'
import { parseCvrNummer } from '#kernel'
import { DatabaseFejl } from '#platform/database'
import { toKald } from '../sagdokumentindeks/kald.testdata.ts'
import { KORSBAEK_SAG, TRANSAKTION } from '../sagdokumentindeks/korsbaek.testdata.ts'
import { writeImporter } from '../sagdokumentindeks/skriv-importer.ts'
import { SAGDOKUMENTINDEKS } from '../sagdokumentindeks/tjeneste.ts'
import { handleSoap } from './handle-soap.ts'
import { readSkemafiler } from './skema.ts'
import type { Soapkald } from './tjeneste.ts'
import { compileSkema, validateElement, withDokument } from './validate.ts'

const GOD = writeImporter([KORSBAEK_SAG], TRANSAKTION)
const KORSBAEK = parseCvrNummer('11111111')!

/** Answers as the intake does, and remembers what came in which order. */
function createModtager(livstegn?: Soapkald['livstegn']) {
  const kom: (Livstegn | 'besked')[] = []
  const kald = toKald({
    modtag: async (linjer) => {
      kom.push('besked')
      return linjer.map(({ linje }) => ({ linje, id: undefined, udfald: 'modtaget' as const, brud: [] }))
    },
    livstegn: async (et) => {
      kom.push(et)
      return livstegn
        ? livstegn(et)
        : { ok: true, value: [{ kommune: KORSBAEK, bevist: false, hvorfor: 'ANTAL_FORSKELLIGT', modtaget: 4, ventet: 5 }] }
    },
  })
  return { kom, send: (header: string) => handleSoap(SAGDOKUMENTINDEKS, kald, GOD.replace('<soap:Header>', `$&${header}`)) }
}

const kommune = (felter = '') =>
  `<x:Kommune><x:Cvr>11111111</x:Cvr><x:Vandmaerke>2026-11-22T10:00:00+01:00</x:Vandmaerke><x:Sendt>12</x:Sendt><x:Koe>0</x:Koe>${felter}</x:Kommune>`
const blok = (indhold: string, attributter = '') =>
  `<x:Livstegn xmlns:x="urn:borgerblikket:livstegn:1"${attributter}><x:Loebenummer>7</x:Loebenummer><x:Tidspunkt>2026-11-22T09:00:00Z</x:Tidspunkt>${indhold}</x:Livstegn>`

test('a sign in the header is taken when the message has been, and answered in the header', async () => {
  const { kom, send } = createModtager()
  const svar = await send(blok(kommune(), ' soap:mustUnderstand="1" xmlns:soap="http://www.w3.org/2003/05/soap-envelope"'))
  expect([svar.status, kom[0], kom[1]]).toEqual([
    200,
    'besked',
    {
      loebenummer: 7,
      tidspunkt: '2026-11-22T09:00:00.000Z',
      kommuner: [{ kommune: KORSBAEK, vandmaerke: '2026-11-22T09:00:00.000Z', sendt: 12, koe: 0 }],
      naeste: undefined,
    },
  ])
  expect(svar.body).toContain(
    '<bbl:Cvr>11111111</bbl:Cvr><bbl:Bevist>false</bbl:Bevist><bbl:Hvorfor>ANTAL_FORSKELLIGT</bbl:Hvorfor>',
  )
  expect(svar.body).toContain('<bbl:Modtaget>4</bbl:Modtaget><bbl:Ventet>5</bbl:Ventet>')
})

test('a message without a sign is answered as ever', async () => {
  const { kom, send } = createModtager()
  expect((await send('')).body).not.toContain('Livstegnssvar')
  expect(kom).toEqual(['besked'])
})

test.each([
  ['two of them', blok(kommune()) + blok(kommune())],
  ['no municipality', blok('')],
  ['an unknown element', blok(`${kommune()}<x:Andet/>`)],
  ['an element twice', blok(`${kommune('<x:Sendt>13</x:Sendt>')}`)],
  ['a number that is none', blok(kommune().replace('>12<', '>1e2<'))],
  ['a number beyond what can be counted', blok(kommune().replace('>12<', '>9999999999999999<'))],
])('%s is refused in the header, and the message is kept', async (_, header) => {
  const { kom, send } = createModtager()
  const svar = await send(header)
  expect([svar.status, kom]).toEqual([200, ['besked']])
  expect(svar.body).toContain('<bbl:Kode>LIVSTEGN_UGYLDIGT</bbl:Kode>')
  expect(svar.body).toContain('<sd:StatusKode>20</sd:StatusKode>')
})

test('where the sign cannot be kept the message is not said to be lost', async () => {
  const { send } = createModtager(async () => {
    throw new DatabaseFejl('down')
  })
  const svar = await send(blok(kommune()))
  expect(svar.body).toContain('<bbl:Kode>UTILGAENGELIG</bbl:Kode>')
  expect(svar.body).toContain('<sd:StatusKode>20</sd:StatusKode>')
})

test('a message that is refused whole uses no sign', async () => {
  const { kom } = createModtager()
  const kald = toKald({})
  const svar = await handleSoap(
    SAGDOKUMENTINDEKS,
    kald,
    GOD.replace('<soap:Header>', `$&${blok(kommune())}`).replace(/Importer/g, 'Ukendt'),
  )
  expect([svar.status === 200, kom]).toEqual([false, []])
})

test('the block and the answer are valid by the schema that is served', async () => {
  const { send } = createModtager()
  const skema = compileSkema('/proeve', readSkemafiler(SAGDOKUMENTINDEKS), 'livstegn.xsd')
  const { body } = await send(blok(kommune()))
  const svar = /<bbl:Livstegnssvar.*<\/bbl:Livstegnssvar>/.exec(body)?.[0] ?? ''
  for (const xml of [blok(kommune()), svar]) expect(withDokument(xml, (rod) => validateElement(skema, rod))).toEqual([])
})
