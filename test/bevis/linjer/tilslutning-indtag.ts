import { describeHaendelsesproeve, runHaendelsesproeve } from '../../campaigns/haendelser.ts'
import { describeMasseproeve, runMassekampagne } from '../../campaigns/masse.ts'
import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** A tenth, a twentieth and a fiftieth are promised; what falls much below was not tried. */
const MINDST = { gentagelse: 0.09, uorden: 0.045, brudt: 0.018 } as const

/** What is delivered, and what is told of it, whatever is killed meanwhile. */
export const TILSLUTNING_INDTAG: readonly Bevislinje[] = [
  {
    navn: 'masse',
    paastand:
      'Deliveries over REST and SOAP with a tenth repeated, a twentieth out of order and a fiftieth broken, while server and database are killed at random, end in exactly the acknowledged set, and every refusal is listed for its sender.',
    run: async ({ fuld }) => {
      const antal = fuld ? 1_000_000 : 100_000
      const proeve = await runMassekampagne({ antal, seed: 1, onTal: (tekst) => console.log(`  ${tekst}`) })
      const mangler = (Object.keys(MINDST) as (keyof typeof MINDST)[]).filter(
        (slags) => proeve.talt[slags] / proeve.leverancer < MINDST[slags],
      )
      return {
        ok: proeve.brud.length === 0 && proeve.leverancer >= antal && proeve.drab.length > 2 && mangler.length === 0,
        set: [...describeMasseproeve(proeve), ...mangler.map((slags) => `too few: ${slags}`)],
      }
    },
  },
  {
    navn: 'haendelser',
    paastand:
      'While the server is killed in the middle of its deliveries each event reaches its receivers, in order, under one id, and by mark.',
    run: async ({ fuld }) => {
      const proeve = await runHaendelsesproeve(fuld ? 3_000 : 300, 1)
      return {
        ok: proeve.brud.length === 0 && proeve.haendelser > 0 && proeve.drab > 0,
        set: [describeHaendelsesproeve(proeve)],
      }
    },
  },
  proever({
    navn: 'haendelser.proever',
    paastand:
      'Subscriptions are proved, narrow, signed and retried; dead letters are kept and driven again; brokers of both protocols are published to.',
    filer: ['src/beskedfordeler', 'test/scenarier/haendelser.test.ts', 'test/scenarier/haendelser.eksempel.test.ts'],
  }),
  proever({
    navn: 'fil',
    paastand: 'A file of lines, rows or messages is delivered from the command line, and goes on where it was after a kill.',
    filer: ['test/scenarier/fil.test.ts', 'src/tilslutning/fil'],
  }),
  proever({
    navn: 'klient',
    paastand: 'The typed client is made of the routes themselves, and does what it says from a package of its own.',
    filer: ['test/scenarier/klient.test.ts', 'test/scenarier/klient.pakke.test.ts'],
  }),
  proever({
    navn: 'notater',
    paastand:
      'Notes as text, RTF and OOXML are read to plain text without macros and within 100 KB, with a visibility and sensitivity of their own.',
    filer: ['src/modtagelse/notat', 'test/scenarier/notat.visning.test.ts'],
  }),
]
