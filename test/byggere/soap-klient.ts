import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Client, ClientSSLSecurity, createClientAsync } from 'soap'
import { readXml, type Xml as Xmlelement } from '../../src/modtagelse/soap/faelles/xml-trae.ts'
import { medTaalmod } from './taalmod.ts'

/**
 * Another's SOAP client, made of a WSDL and knowing nothing of ours: it writes the message, sends it, and reads the answer by the WSDL's
 * schemas. Three things it cannot do by itself are put right: it takes the header's part of a message for the body's; it loses the
 * namespaces of lists from other schemas than the operation's, so each name is given with its prefix, and no lists; and where a type extends
 * one that extends a third from another schema, it writes what the third has last instead of first.
 */
const NAVNERUM = {
  sdi: 'urn:oio:sts:sagdok:sagdokumentindeks:6',
  sag: 'urn:oio:sts:sagdok:sag:6',
  si: 'urn:oio:sts:sagdok:sagindeks:6',
  di: 'urn:oio:sts:sagdok:dokumentindeks:6',
  sd: 'urn:oio:sagdok:3.0.0',
  gd: 'urn:oio:sts:generelledefinitioner:6',
}
/** A prefix and two more for the same namespace: an element that stands several times is a name of its own each time. */
const xmlnsAttributes = Object.entries(NAVNERUM).flatMap(([praefiks, value]) =>
  ['', '2', '3'].map((nr) => ({ name: `xmlns:${praefiks}${nr}`, value })),
)

export type Soapvalg = {
  readonly endpoint: string
  readonly headers?: Readonly<Record<string, string>>
  /** A client certificate, by files, and the server's own as the one to trust. */
  readonly certifikat?: { readonly noegle: string; readonly certifikat: string; readonly ca: string }
}

export type Unikretur = {
  readonly StatusKode: number | string
  readonly FejlbeskedTekst?: string
  readonly Type: string
  readonly UUIDIdentifikator: string
}
export type Importersvar = {
  readonly UnikRetur: readonly Unikretur[]
  readonly transaktion: string | undefined
  readonly xml: string
}

/** Makes a client of a WSDL, by file or address. */
export async function createSoapKlient(wsdl: string, { endpoint, headers = {}, certifikat }: Soapvalg) {
  const mappe = mkdtempSync(join(tmpdir(), 'bbwsdl-'))
  const klient = await createClientAsync(await copyWithBodyFirst(wsdl, mappe), {
    forceSoap12Headers: true,
    overrideRootElement: { namespace: 'sdi', xmlnsAttributes },
    endpoint,
  }).finally(() => rmSync(mappe, { recursive: true }))
  if (certifikat)
    klient.setSecurity(
      new ClientSSLSecurity(certifikat.noegle, certifikat.certifikat, certifikat.ca, { rejectUnauthorized: true }),
    )
  for (const [navn, vaerdi] of Object.entries(headers)) klient.addHttpHeader(navn, vaerdi)
  const retur = async (navn: Operation, transaktion: string, args: object) => toRetur(await kald(klient, navn, transaktion, args))
  return {
    importer: (transaktion: string, sager: readonly object[]) =>
      retur('importer', transaktion, gentag('sdi', 'SagIndeks', sager)),
    opdater: (transaktion: string, sager: readonly object[]) =>
      retur('opdater', transaktion, gentag('sdi', 'OpdaterSagIndeks', sager)),
    fjern: (transaktion: string, input: object) => retur('fjern', transaktion, input),
    fremsoeg: (transaktion: string, input: object) => kald(klient, 'fremsoeg', transaktion, input),
  }
}

/** The same WSDL with each message's header part last. */
async function copyWithBodyFirst(wsdl: string, mappe: string): Promise<string> {
  const fil = join(mappe, 'indeks.wsdl')
  if (!/^https?:/.test(wsdl)) cpSync(dirname(wsdl), mappe, { recursive: true })
  const tekst = /^https?:/.test(wsdl) ? await (await fetch(wsdl)).text() : readFileSync(wsdl, 'utf8')
  const del = (navn: string) => `<wsdl:part[^>]*name="${navn}"[^>]*?(?:/>|>\\s*</wsdl:part>)`
  writeFileSync(fil, tekst.replace(new RegExp(`(${del('header')})(\\s*)(${del('(?:request|response)')})`, 'g'), '$3$2$1'))
  return fil
}

type Operation = 'importer' | 'opdater' | 'fremsoeg' | 'fjern'
type Raasvar = { readonly svar: unknown; readonly transaktion: string | undefined; readonly xml: string }

async function kald(klient: Client, navn: Operation, transaktion: string, args: object): Promise<Raasvar> {
  klient.clearSoapHeaders()
  klient.addSoapHeader(
    `<hd:RequestHeader xmlns:hd="http://kombit.dk/xml/schemas/RequestHeader/1/"><hd:TransactionUUID>${transaktion}</hd:TransactionUUID></hd:RequestHeader>`,
  )
  type Metode = (
    args: object,
    valg: { postProcess(xml: string): string },
  ) => Promise<[unknown, string, { RequestHeader?: { TransactionUUID?: string } }]>
  const metoder = klient as unknown as Record<`${Operation}Async`, Metode>
  const [svar, xml, hoved] = await medTaalmod(
    () => metoder[`${navn}Async`](args, { postProcess: putFaellesFirst }).catch(fromFejl),
    (taget) => taget === undefined,
  ).then((taget) => taget ?? Promise.reject(new Error('The service stayed busy')))
  return { svar, transaktion: hoved?.RequestHeader?.TransactionUUID, xml }
}

/** Undefined: busy. Throws all else. */
function fromFejl(fejl: unknown): undefined {
  if ((fejl as { response?: { status?: number } }).response?.status !== 503) throw fejl
}

/** What stands in the schema that all share comes before what extends it. */
function putFaellesFirst(xml: string): string {
  const visit = (element: Xmlelement): string => {
    const boern = element.boern.map((barn) => ({ faelles: barn.navn.startsWith('sd:'), tekst: visit(barn) }))
    const [foerste, sidste] = [element.boern[0], element.boern.at(-1)]
    if (!foerste || !sidste) return xml.slice(element.fra, element.til)
    const ordnede = /^sdi:(OpdaterSagIndeks|SoegSag)$/.test(element.navn)
      ? boern.toSorted((a, b) => Number(b.faelles) - Number(a.faelles))
      : boern
    return xml.slice(element.fra, foerste.fra) + ordnede.map(({ tekst }) => tekst).join('') + xml.slice(sidste.til, element.til)
  }
  return visit(readXml(xml))
}

function toRetur({ svar, transaktion, xml }: Raasvar): Importersvar {
  const retur = (svar as { UnikRetur?: Unikretur | Unikretur[] }).UnikRetur
  return { UnikRetur: retur === undefined ? [] : Array.isArray(retur) ? retur : [retur], transaktion, xml }
}

/** The roles and types of KOMBIT's public samples (external test environment). */
export const OFFENTLIGE = {
  Ejer: '9e979b84-b846-4472-8622-58007dc63c7e',
  Ansvarlig: 'a1263342-d348-44ba-a566-233f37c4cb67',
  'Primær behandler': 'bf1f93ed-9441-4af4-835b-baeb201f3076',
  'Primær part': 'd839f26a-d4d1-4441-b2d6-3dbbb12a9404',
  'Primær klasse': 'a86c6581-ec85-412d-a655-31a1f1d5b14f',
  Handlingsklasse: '05ef7011-11a7-4e4c-a46b-3de6aa457fc3',
  'IT-system Master': '251c24fd-57b0-4afc-9d73-b063d1957eb3',
  'IT-system Afsender': '1b3c6a6d-e977-4491-9bf8-b41ee6999f39',
  Organisation: 'bc6972cd-8f2b-4b9d-8d37-62916d6a71aa',
  OrgEnhed: 'c5fc3b3b-5197-49ee-92e6-ae6ba1957174',
  Bruger: '85d65133-4b00-460d-992e-3984857b5768',
  Person: 'c189ba35-de4b-4363-a8b7-67f1456cf56f',
  Klasse: '267235ea-526d-4a18-8001-f2a0e563eba1',
  'IT-system': '29fe1da2-897a-46cd-b635-b9be8e0bffd6',
} as const

export type Eksempelsag = {
  readonly id: string
  readonly tid: string
  readonly system: string
  readonly nummer: string
  readonly titel: string
  readonly cpr: string
  readonly navn: string
}

type Xml = { readonly [navn: string]: unknown }

/** Each name with the prefix of its namespace. */
const med = (praefiks: string, felter: Xml): Xml =>
  Object.fromEntries(Object.entries(felter).map(([navn, vaerdi]) => [`${praefiks}:${navn}`, vaerdi]))
const gentag = (praefiks: string, navn: string, vaerdier: readonly object[]): Xml =>
  Object.fromEntries(vaerdier.map((vaerdi, i) => [`${praefiks}${i === 0 ? '' : i + 1}:${navn}`, vaerdi]))
const uuid = (id: string): Xml => med('sd', { UUIDIdentifikator: id })
const urn = (tekst: string): Xml => med('sd', { URNIdentifikator: tekst })

/** KOMBIT's example case as a client of the WSDL would state it: an agreement on preventive home visits in Korsbæk Kommune. */
export function eksempelsag({ id, tid, system, nummer, titel, cpr, navn }: Eksempelsag): object {
  const afsender = urn(`urn:oio:it-system-uuid:${system}`)
  const virkning = med('sd', {
    FraTidspunkt: med('sd', { TidsstempelDatoTid: tid }),
    TilTidspunkt: med('sd', { GraenseIndikator: true }),
    AktoerRef: afsender,
    AktoerTypeKode: 'ItSystem',
  })
  const relation = (rolle: keyof typeof OFFENTLIGE, type: keyof typeof OFFENTLIGE, reference: Xml, lokal: Xml = {}): Xml => ({
    ...med('gd', { Virkning: virkning, Rolle: uuid(OFFENTLIGE[rolle]), Type: uuid(OFFENTLIGE[type]), ReferenceID: reference }),
    ...lokal,
  })
  const udvidelse = (navn: string, felter: Xml): Xml =>
    med('gd', { LokalUdvidelseListe: med('si', { [navn]: med('si', felter) }) })
  const aktoer = (
    rolle: keyof typeof OFFENTLIGE,
    type: keyof typeof OFFENTLIGE,
    reference: Xml,
    FuldtNavn: string,
    noegle: string,
  ) =>
    relation(
      rolle,
      type,
      reference,
      udvidelse('SagsaktoerLokalUdvidelse', { BrugervendtNoegle: noegle, FuldtNavn, 'CVR-Nummer': '11111111' }),
    )
  const klasse = (rolle: keyof typeof OFFENTLIGE, reference: string, noegle: string, Klassetitel: string) =>
    relation(rolle, 'Klasse', uuid(reference), udvidelse('SagsklasseLokalUdvidelse', { Klassetitel, BrugervendtNoegle: noegle }))
  const itSystem = (rolle: keyof typeof OFFENTLIGE) =>
    relation(rolle, 'IT-system', uuid(system), med('si', { SystemNavn: 'Korsbæk ESDH' }))
  const egenskaber = { Virkning: virkning, BrugervendtNoegle: nummer, Sagsnummer: nummer, Titel: titel }
  const indeks = { ...med('gd', { Virkning: virkning }), ...med('si', { Foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER' }) }
  const registrering = {
    ...med('sd', { Tidspunkt: tid, LivscyklusKode: 'Importeret', BrugerRef: afsender }),
    ...med('sag', {
      AttributListe: {
        ...med('sag', { Egenskaber: med('sag', egenskaber) }),
        ...med('gd', { LokalUdvidelseListe: med('si', { SagIndeksEgenskaber: indeks }) }),
      },
      TilstandListe: med('sag', { Fremdrift: med('sag', { Virkning: virkning, FremdriftStatusKode: 'Opstaaet' }) }),
      RelationListe: {
        ...gentag('sag', 'Sagsaktoer', [
          aktoer('Ejer', 'Organisation', urn('urn:oio:cvr-nr:11111111'), 'Korsbæk Kommune', '11111111'),
          aktoer('Ansvarlig', 'OrgEnhed', urn('urn:oio:korsbaek:enhed:42'), 'Sundhed og Omsorg', '42'),
          aktoer('Primær behandler', 'Bruger', uuid('c0ffee00-0000-4000-8000-0000000000b2'), 'Ulla Jakobsen', 'ulja'),
        ]),
        ...gentag('sag', 'Sagsklasse', [
          klasse('Primær klasse', 'ebaae311-144a-5bf4-8f3f-5211a77eea63', '27.35.04', 'Forebyggende hjemmebesøg'),
          klasse('Handlingsklasse', '546b098c-0c87-5fa9-8784-a6518dee178d', 'G01', 'Generelle sager'),
        ]),
        ...med('sag', {
          Sagspart: relation(
            'Primær part',
            'Person',
            urn(`urn:oio:cpr-nr:${cpr}`),
            udvidelse('SagspartLokalUdvidelse', { FuldtNavn: navn }),
          ),
        }),
        ...med('gd', {
          LokalUdvidelseListe: gentag('si', 'SagsitsystemRelation', [
            itSystem('IT-system Master'),
            itSystem('IT-system Afsender'),
          ]),
        }),
      },
    }),
  }
  return { ...uuid(id), ...med('sag', { Registrering: registrering }) }
}

/** A change of the example case as a client of the WSDL would state it: a new title from `tid` on, and the next state. */
export function eksempelaendring({ id, tid, system, nummer, titel }: Omit<Eksempelsag, 'cpr' | 'navn'>): object {
  const virkning = med('sd', {
    FraTidspunkt: med('sd', { TidsstempelDatoTid: tid }),
    TilTidspunkt: med('sd', { GraenseIndikator: true }),
    AktoerRef: urn(`urn:oio:it-system-uuid:${system}`),
    AktoerTypeKode: 'ItSystem',
  })
  const egenskaber = { Virkning: virkning, BrugervendtNoegle: nummer, Sagsnummer: nummer, Titel: titel }
  return {
    ...uuid(id),
    ...med('sag', {
      AttributListe: med('sag', { Egenskaber: med('sag', egenskaber) }),
      TilstandListe: med('sag', { Fremdrift: med('sag', { Virkning: virkning, FremdriftStatusKode: 'Oplyst' }) }),
    }),
    ...med('sdi', { Tidspunkt: tid }),
  }
}

/** A search for the cases of a primary part, as a client of the WSDL would state it. */
export const eksempelsoegning = (cpr: string): Xml =>
  med('sdi', {
    SoegUdtryk: med('sdi', {
      SoegSag: {
        ...med('sd', { FoersteResultatReference: 0, MaksimalAntalKvantitet: 10 }),
        ...med('sag', {
          AttributListe: {},
          TilstandListe: {},
          RelationListe: med('sag', {
            Sagspart: med('gd', { Rolle: uuid(OFFENTLIGE['Primær part']), ReferenceID: urn(`urn:oio:cpr-nr:${cpr}`) }),
          }),
        }),
      },
    }),
  })

/** The cases named, for fremsoeg and fjern: the one has them as text, the other as UnikIdType. */
export const toSagUuid = (id: string) => ({
  fremsoeg: med('sdi', { SagUuid: id }),
  fjern: med('sdi', { SagUuid: uuid(id) }),
})
