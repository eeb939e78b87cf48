import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** What is delivered: by whose rules it is taken in, and that the end state depends on nothing but what was sent. */
export const INDTAG: readonly Bevislinje[] = [
  proever({
    navn: 'indtag.soap',
    paastand:
      'KOMBIT’s example case is imported over SOAP; each rule that importer can break is broken in turn and refused with its own number.',
    filer: ['src/modtagelse/soap', 'src/modtagelse/regler', 'test/scenarier/soap.test.ts'],
    kun: '^(?!.*official and own XSD)',
  }),
  proever({
    navn: 'indtag.xsd',
    paastand: 'The official schema and our own give the same verdict on seeded mutations and on every text at each length.',
    filer: ['src/modtagelse/soap/sagdokumentindeks/compare-xsd.test.ts'],
    miljoe: { fuld: { BEVIS_MUTATIONER: '5000' } },
  }),
  proever({
    navn: 'indtag.rest',
    paastand:
      'A delivery over REST is answered line by line, survives cuts and repetition, and its refusals are kept for the sender.',
    filer: [
      'src/modtagelse/rest',
      'test/scenarier/rest.adgang.test.ts',
      'test/scenarier/rest.egne.test.ts',
      'test/scenarier/rest.levering.test.ts',
    ],
  }),
  proever({
    navn: 'indtag.historier',
    paastand:
      'Shuffled and repeated histories of all six kinds end byte-equal to the ordered one, and a rebuild from registrations equals the current state.',
    filer: ['test/scenarier/historier.test.ts', 'src/indeks'],
    miljoe: { fuld: { BEVIS_HISTORIER: '1000' } },
  }),
]
