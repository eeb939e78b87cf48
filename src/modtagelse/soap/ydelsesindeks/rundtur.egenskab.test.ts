import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuldtElement, somKilde, type Vilkaarlig } from '../../regler/fuldt-element.testdata.ts'
import { standardRoller } from '../../regler/index.ts'
import { find, readXml } from '../faelles/xml-trae.ts'
import { readObjekter } from './laes.ts'
import { writeImporterYdelse } from './skriv.ts'

/** Whatever a grant or payment says, and whatever it leaves out, is read as it was written. */
const ORD = fc.string({
  unit: fc.constantFrom('a', 'Å', '€', '😀', '&', '<', '>', '"', "'", ']]>', '\n', ' ', '-', '7'),
  minLength: 1,
  maxLength: 12,
})
// Times and identifiers have forms of their own; which text they hold is for the rules to say.
const FASTE = new Set([
  'art',
  'rolle',
  'type',
  'referenceId',
  'fra',
  'til',
  'aktoerRef',
  'id',
  'bevilling',
  'tidspunkt',
  'brugerRef',
])
const erTid = (felt: string) => /dato$/i.test(felt)

/** A copy in which each field stays, goes, or says something else, and lists are of none to two posts. */
function omskriv(vaerdi: unknown, felt: string, kilde: (hoejst: number) => number, ord: () => string): unknown {
  if (Array.isArray(vaerdi)) return Array.from({ length: kilde(3) }, () => omskriv(vaerdi[0], felt, kilde, ord))
  if (typeof vaerdi === 'object' && vaerdi !== null) {
    const felter = Object.entries(vaerdi).flatMap(([navn, led]): [string, unknown][] => {
      const ny = omskriv(led, navn, kilde, ord)
      const tom = typeof ny === 'object' && ny !== null && Object.keys(ny).length === 0
      return tom || (kilde(4) === 0 && navn !== 'art') ? [] : [[navn, ny]]
    })
    return Object.fromEntries(felter)
  }
  if (erTid(felt) && felt !== 'bevillingstartdato' && felt !== 'bevillingslutdato') return '2026-01-15T10:00:00+01:00'
  return typeof vaerdi === 'string' && !FASTE.has(felt) ? ord() : vaerdi
}

test.each(['bevilling', 'oekonomiskEffektuering'] as const)('a %s of any shape and text is read as it was written', (art) => {
  const fuldt = fuldtElement(art)
  if (art === 'oekonomiskEffektuering') for (const saet of fuldt['egenskaber'] as Vilkaarlig[]) delete saet['godkendt']
  // Without a virkning of its own on the wire.
  if (art === 'bevilling') for (const relation of fuldt['itSystemer'] as Vilkaarlig[]) delete relation['virkning']
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat({ max: 11 })), fc.infiniteStream(ORD), (tal, ordene) => {
      const element = omskriv(
        fuldt,
        '',
        (hoejst) => (tal.next().value as number) % hoejst,
        () => ordene.next().value as string,
      ) as Vilkaarlig
      const rod = readXml(writeImporterYdelse([somKilde(element)], 'x'))
      const input = find(find(rod, 'soap:Body'), 'yi:ImporterYdelseIndeksInput')!
      expect(readObjekter(input, standardRoller)[0]?.elementer[0]?.element).toEqual(element)
    }),
    { seed: 20261122, numRuns: 500 },
  )
})
