import { toCloudEvent, typeOf } from './besked.ts'
import type { Haendelse } from './haendelse.ts'

/** An element of the message: its name, and its text or what stands in it. */
type Led = readonly [navn: string, indhold: string | readonly Led[]]

const BESKEDVERSION = '1.0'
/** Our own: the field's XSD is not public, so the elements' names and order are its own and the namespace is not claimed to be. */
const NAVNERUM = 'urn:borgerblikket:haendelsesbesked:1'
const HANDLING = { importeret: 'Importer', opdateret: 'Opdater', fjernet: 'Fjern', skrevet: 'Opret' } as const

/**
 * The event as the field's Haendelsesbesked (Beskedfordeler, SF1461 and SF1462): what receivers filter by stands in the envelope, and
 * Beskeddata holds the CloudEvent. No RelateretObjekt: those would be the parties. `modtager` is the it-system or authority it is for.
 */
export function toHaendelsesbesked(haendelse: Haendelse, kilde: string, modtager: string | undefined): string {
  const besked: Led = [
    'Haendelsesbesked',
    [
      ['BeskedId', `urn:uuid:${haendelse.id}`],
      ['BeskedVersion', BESKEDVERSION],
      [
        'Beskedkuvert',
        [
          ['Filtreringsdata', toFiltreringsdata(haendelse, modtager)],
          [
            'Leveranceinformation',
            [
              ['Dannelsestidspunkt', haendelse.tid],
              ['TransaktionsId', `urn:uuid:${haendelse.id}`],
              ['Kildesystem', kilde],
              ['Sikkerhedsklassificering', 'Ikke fortrolige data'],
            ],
          ],
        ],
      ],
      ['Beskeddata', toCloudEvent(haendelse, kilde)],
    ],
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(besked, ` xmlns="${NAVNERUM}"`)}`
}

function toFiltreringsdata(haendelse: Haendelse, modtager: string | undefined): readonly Led[] {
  const { id, objekt, art, tidspunkt, master, kommune, kle } = haendelse
  const myndighed = kommune && `urn:oio:cvr-nr:${kommune}`
  return [
    ['Beskedtype', typeOf(haendelse)],
    ...optional('BeskedAnsvarligAktoer', myndighed),
    ...optional('TilladtModtager', modtager),
    [
      'ObjektRegistrering',
      [
        ['ObjektRegistreringId', `urn:uuid:${id}`],
        ...optional('RegistreringsAktoer', master && `urn:oio:it-system-uuid:${master}`),
        ['Registreringstidspunkt', tidspunkt],
        ...optional('ObjektAnsvarligMyndighed', myndighed),
        ['ObjektId', `urn:uuid:${objekt}`],
        ['ObjektType', art],
        ['ObjektHandling', HANDLING[haendelse.haendelse]],
        ...optional('OpgaveEmne', kle && `urn:oio:kle:${kle}`),
      ],
    ],
  ]
}

const optional = (navn: string, tekst: string | undefined): Led[] => (tekst ? [[navn, tekst]] : [])

const write = ([navn, indhold]: Led, attributter = ''): string =>
  `<${navn}${attributter}>${typeof indhold === 'string' ? toXmlTekst(indhold) : indhold.map((led) => write(led)).join('')}</${navn}>`

const toXmlTekst = (tekst: string): string => tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
