import { loadavg } from 'node:os'
import { describeOperation, runWsdlklienter } from '../../campaigns/wsdl-klienter.ts'
import { describeXmlangreb, runXmlangreb } from '../../campaigns/xml-angreb.ts'
import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** The interfaces: what another's client can do, and what nobody can. */
export const TILSLUTNING_INTERFACE: readonly Bevislinje[] = [
  {
    navn: 'wsdl',
    paastand:
      'A client that an independent library makes of each WSDL does every operation of both indexes at a running server, and each answer is valid by the schemas.',
    run: async () => {
      const { proever: alle, sprunget } = await runWsdlklienter()
      const operationer = new Set(alle.map(({ tjeneste, operation }) => `${tjeneste} ${operation.split(' ')[0]}`))
      return {
        ok: operationer.size === 9 && alle.every(({ brud }) => brud.length === 0),
        set: [
          ...alle.map(describeOperation),
          `${operationer.size} operations of 9`,
          ...sprunget.map((led) => `not tried: ${led}`),
        ],
      }
    },
  },
  proever({
    navn: 'wsdl.proever',
    paastand:
      'The services are those of the official WSDL; the schema of Ydelsesindeks has all of the outline; who is not Master changes, finds and removes nothing.',
    filer: [
      'test/scenarier/soap-operationer.test.ts',
      'test/scenarier/ydelsesindeks.test.ts',
      'src/modtagelse/soap/sagdokumentindeks/wsdl.test.ts',
      'src/modtagelse/soap/ydelsesindeks/omrids.test.ts',
    ],
  }),
  proever({
    navn: 'operationer',
    paastand:
      'The patterns AM-01 to AM-04, partial success, flags of removal, Vis, sorting and paging do over SOAP and REST what the guides say.',
    filer: [
      'src/modtagelse/soap/sagdokumentindeks/operationer.sql.test.ts',
      'src/modtagelse/soap/sagdokumentindeks/tur-retur.sql.test.ts',
      'src/modtagelse/soap/ydelsesindeks',
      'test/scenarier/rest.operationer.test.ts',
      'src/modtagelse/leverance',
    ],
  }),
  {
    navn: 'xml',
    paastand:
      'External entities, entity bombs, 50,000 levels, DTDs, huge attributes, wrapped, wrong, expired and replayed signatures are each refused within a second at every SOAP service, with and without WS-Security, without file or network access and without memory growth.',
    run: async ({ fuld }) => {
      const proeve = await runXmlangreb({ gange: fuld ? 10 : 3, antal: fuld ? 5_000 : 500 })
      return {
        ok: proeve.maal.length > 0 && proeve.brud.length === 0,
        set: [...describeXmlangreb(proeve), `machine's load ${loadavg()[0]?.toFixed(1)}`],
      }
    },
  },
  proever({
    navn: 'xml.proever',
    paastand:
      'Every attack on a signed message that has a name is refused by its name, and two other implementations agree on what is canonical.',
    filer: ['src/modtagelse/soap/idws', 'src/modtagelse/soap/sagdokumentindeks/fjendtlige-operationer.test.ts'],
  }),
  proever({
    navn: 'hvem',
    paastand:
      'A source is known by certificate, signed token or signed request, each taken once; it delivers for its it-system, municipalities and KLE numbers alone.',
    filer: ['test/scenarier/tilslutning.idws.test.ts', 'test/scenarier/tilslutning.certifikat.test.ts', 'src/kilde'],
  }),
]
