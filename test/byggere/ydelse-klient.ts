import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClientAsync } from 'soap'

/**
 * Another's SOAP client, made of the three WSDLs of Ydelsesindeks as they are served. As in soap-klient.ts it is helped with what it cannot do
 * by itself: the header's part of a message comes last, each name is given with its prefix, and what stands several times has a prefix each.
 * And it writes what a type inherits from its base's base after what it inherits from its base, so the id of a change is put first again.
 */
const NAVNERUM = {
  yi: 'urn:oio:sts:ydelse:ydelseindeks:6',
  bi: 'urn:oio:sts:ydelse:bevillingindeks:6',
  oef: 'urn:oio:sts:ydelse:oekonomiskeffektueringindeks:6',
  bby: 'urn:borgerblikket:ydelse:1',
  sd: 'urn:oio:sagdok:3.0.0',
  gd: 'urn:oio:sts:generelledefinitioner:6',
  go: 'urn:oio:sts:generelleoperationer:6',
}
const xmlnsAttributes = Object.entries(NAVNERUM).flatMap(([praefiks, value]) =>
  ['', '2', '3'].map((nr) => ({ name: `xmlns:${praefiks}${nr}`, value })),
)

type Xml = { readonly [navn: string]: unknown }
export type Raasvar = { readonly svar: Xml; readonly xml: string; readonly transaktion: string | undefined }

const STIER = {
  yi: '/soap/ydelseindeks/6',
  bi: '/soap/bevillingindeks/6',
  oef: '/soap/oekonomiskeffektueringindeks/6',
} as const
type Tjeneste = keyof typeof STIER

async function createKlient(origin: string, tjeneste: Tjeneste, headers: Readonly<Record<string, string>>): Promise<Client> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbydelse-'))
  const endpoint = `${origin}${STIER[tjeneste]}`
  const wsdl = await (await fetch(`${endpoint}?wsdl`)).text()
  const del = (navn: string) => `<wsdl:part[^>]*name="${navn}"[^>]*/>`
  const fil = join(mappe, 'indeks.wsdl')
  writeFileSync(fil, wsdl.replace(new RegExp(`(${del('header')})(\\s*)(${del('(?:request|response)')})`, 'g'), '$3$2$1'))
  const klient = await createClientAsync(fil, {
    forceSoap12Headers: true,
    overrideRootElement: { namespace: tjeneste, xmlnsAttributes },
    endpoint,
  }).finally(() => rmSync(mappe, { recursive: true }))
  for (const [navn, vaerdi] of Object.entries(headers)) klient.addHttpHeader(navn, vaerdi)
  return klient
}

async function kald(klient: Client, navn: string, transaktion: string, args: object): Promise<Raasvar> {
  klient.clearSoapHeaders()
  klient.addSoapHeader(
    `<hd:RequestHeader xmlns:hd="http://kombit.dk/xml/schemas/RequestHeader/1/"><hd:TransactionUUID>${transaktion}</hd:TransactionUUID></hd:RequestHeader>`,
  )
  type Metode = (
    args: object,
    valg: { postProcess(xml: string): string },
  ) => Promise<[Xml, string, { RequestHeader?: { TransactionUUID?: string } }]>
  const [svar, xml, hoved] = await (klient as unknown as Record<string, Metode>)[`${navn}Async`]!(args, {
    postProcess: putIdFirst,
  })
  return { svar, xml, transaktion: hoved?.RequestHeader?.TransactionUUID }
}

const putIdFirst = (xml: string): string =>
  xml.replace(
    /(<(?:yi:Opdater\w+)>)(<(bi|oef):AttributListe.*?<\/\3:AttributListe>)(<sd:UUIDIdentifikator[^>]*>[^<]*<\/sd:UUIDIdentifikator>)/gs,
    '$1$4$2',
  )

/** The clients of all three services. */
export async function createYdelseKlient(origin: string, headers: Readonly<Record<string, string>>) {
  const [yi, bi, oef] = [
    await createKlient(origin, 'yi', headers),
    await createKlient(origin, 'bi', headers),
    await createKlient(origin, 'oef', headers),
  ]
  return {
    beskriv: () => [yi, bi, oef].map((klient) => klient.describe() as Xml),
    importer: (transaktion: string, args: object) => kald(yi, 'importer', transaktion, args),
    opdater: (transaktion: string, args: object) => kald(yi, 'opdater', transaktion, args),
    fremsoeg: (transaktion: string, args: object) => kald(yi, 'fremsoeg', transaktion, args),
    fjernBevilling: (transaktion: string, id: string) => kald(bi, 'fjern', transaktion, med('sd', { UUIDIdentifikator: id })),
    fjernEffektuering: (transaktion: string, id: string) => kald(oef, 'fjern', transaktion, med('sd', { UUIDIdentifikator: id })),
  }
}

/** Each name with the prefix of its namespace. */
export const med = (praefiks: string, felter: Xml): Xml =>
  Object.fromEntries(Object.entries(felter).map(([navn, vaerdi]) => [`${praefiks}:${navn}`, vaerdi]))
const gentag = (praefiks: string, navn: string, vaerdier: readonly object[]): Xml =>
  Object.fromEntries(vaerdier.map((vaerdi, i) => [`${praefiks}${i === 0 ? '' : i + 1}:${navn}`, vaerdi]))
const uuid = (id: string): Xml => med('sd', { UUIDIdentifikator: id })
const urn = (tekst: string): Xml => med('sd', { URNIdentifikator: tekst })

/** The roles and types of KOMBIT's public samples (external test environment). */
const OFFENTLIGE = {
  bevillingsejer: 'abdf4d3e-f113-4282-b13e-6cd32a82621c',
  ydelsesmodtager: '93af57a7-7658-4fac-98da-9e5ac7a7d9a5',
  bevillingsmodtager: '3102fa7e-f56e-4510-b0d4-1650c590dc3b',
  effektueringsejer: 'a91824c4-da1d-47f9-bce2-5d6597879415',
  effektueringsmodtager: '68d4b903-acae-4f2f-aafc-45bd999ed81f',
  organisation: '45b7dafb-d90e-41da-b30e-ba007e577a8a',
  person: 'c59f1523-1786-48c7-baff-466de1db3320',
} as const

const virkning = (tid: string, system: string): Xml =>
  med('sd', {
    FraTidspunkt: med('sd', { TidsstempelDatoTid: tid }),
    TilTidspunkt: med('sd', { GraenseIndikator: true }),
    AktoerRef: urn(`urn:oio:it-system-uuid:${system}`),
    AktoerTypeKode: 'ItSystem',
  })

const registreret = (tid: string, system: string): Xml =>
  med('sd', { Tidspunkt: tid, LivscyklusKode: 'Importeret', BrugerRef: urn(`urn:oio:it-system-uuid:${system}`) })

type Person = { readonly cpr: string; readonly navn: string }
export type Eksempelbevilling = {
  readonly id: string
  readonly tid: string
  readonly system: string
  readonly ydelse: string
  readonly modtager: Person
}

/** A grant of one benefit with a payment plan, as a client of the WSDL would state it. */
export function eksempelbevilling({ id, tid, system, ydelse, modtager }: Eksempelbevilling): Xml {
  const Virkning = virkning(tid, system)
  const relation = (rolle: keyof typeof OFFENTLIGE, type: keyof typeof OFFENTLIGE, reference: Xml, egne: Xml): Xml => ({
    ...med('gd', { Virkning, Rolle: uuid(OFFENTLIGE[rolle]), Type: uuid(OFFENTLIGE[type]), ReferenceID: reference }),
    ...med('bi', egne),
  })
  const part = (rolle: keyof typeof OFFENTLIGE) =>
    relation(rolle, 'person', urn(`urn:oio:cpr-nr:${modtager.cpr}`), { FuldtNavn: modtager.navn })
  const bevilget = {
    Virkning,
    Id: '1',
    Navn: ydelse,
    BevilgetYdelseStartdato: '2026-01-01T00:00:00+01:00',
    Ydelse: med('bi', { Ydelsesnavn: ydelse, Klassifikation: med('bi', { BrugervendtNoegle: '32.24.04' }) }),
    OekonomiskEffektueringsplan: med('bi', {
      Id: '1',
      Beregningsfrekvens: 'Månedlig',
      ForudBagud: 'Bagud',
      Dispositionsdag: 'Sidste bankdag i måneden',
      Ydelsesbeloeb: '11423.50',
    }),
  }
  const registrering = {
    ...registreret(tid, system),
    ...med('bi', {
      AttributListe: med('bi', {
        Egenskaber: med('bi', { Virkning, Bevillingstartdato: '2026-01-01', Foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER' }),
        BevilgetYdelse: med('bi', bevilget),
      }),
      TilstandListe: med('gd', {
        LokalUdvidelseListe: med('bby', { BevillingStatus: med('bby', { Virkning, StatusKode: 'Aktiv' }) }),
      }),
      RelationListe: {
        ...gentag('bi', 'Bevillingspart', [part('ydelsesmodtager'), part('bevillingsmodtager')]),
        ...med('bi', {
          Bevillingsaktoer: relation('bevillingsejer', 'organisation', urn('urn:oio:cvr-nr:11111111'), {
            FuldtNavn: 'Korsbæk Kommune',
            'CVR-nr': '11111111',
          }),
        }),
      },
    }),
  }
  return med('bi', { BevillingIndeks: { ...uuid(id), ...med('bi', { Registrering: registrering }) } })
}

export type Eksempeleffektuering = {
  readonly id: string
  readonly tid: string
  readonly system: string
  readonly bevilling: string
  readonly beloeb: string
  readonly betales: Person
}

/** A payment of the grant's benefit to somebody, as a client of the WSDL would state it. */
export function eksempeleffektuering({ id, tid, system, bevilling, beloeb, betales }: Eksempeleffektuering): Xml {
  const Virkning = virkning(tid, system)
  const relation = (rolle: keyof typeof OFFENTLIGE, type: keyof typeof OFFENTLIGE, reference: Xml): Xml =>
    med('gd', { Virkning, Rolle: uuid(OFFENTLIGE[rolle]), Type: uuid(OFFENTLIGE[type]), ReferenceID: reference })
  const registrering = {
    ...registreret(tid, system),
    ...med('oef', {
      AttributListe: med('oef', {
        Egenskaber: med('oef', {
          Virkning,
          SamletBruttobeloeb: beloeb,
          Dispositionsdato: '2026-01-30T00:00:00+01:00',
          BeloebUdbetalt: beloeb,
        }),
      }),
      TilstandListe: {},
      RelationListe: med('oef', {
        OekonomiskYdelseEffektueringRelation: {
          ...med('gd', { Virkning }),
          ...med('oef', {
            YdelsesperiodeStartdato: '2026-01-01T00:00:00+01:00',
            YdelsesperiodeSlutdato: '2026-01-31T00:00:00+01:00',
            Ydelsesbeloeb: beloeb,
            BevilgetYdelseRef: { ...uuid(bevilling), ...med('oef', { BevilgetYdelseId: '1' }) },
          }),
        },
        Aktoer: {
          ...relation('effektueringsejer', 'organisation', urn('urn:oio:cvr-nr:11111111')),
          ...med('oef', { FuldtNavn: 'Korsbæk Kommune', 'CVR-nr': '11111111' }),
        },
        OekonomiskEffektueringPart: {
          ...relation('effektueringsmodtager', 'person', urn(`urn:oio:cpr-nr:${betales.cpr}`)),
          ...med('oef', { FuldtNavn: betales.navn }),
        },
      }),
    }),
  }
  return med('oef', { OekonomiskEffektueringIndeks: { ...uuid(id), ...med('oef', { Registrering: registrering }) } })
}

/** A change of the grant from `tid` on: another name of the benefit, and its owner as before. */
export function eksempelaendring({ id, tid, system, ydelse }: Omit<Eksempelbevilling, 'modtager'>): Xml {
  const bevilget = {
    Virkning: virkning(tid, system),
    Id: '1',
    Navn: ydelse,
    BevilgetYdelseStartdato: '2026-01-01T00:00:00+01:00',
  }
  return {
    ...uuid(id),
    ...med('bi', { AttributListe: med('bi', { BevilgetYdelse: med('bi', bevilget) }) }),
    ...med('yi', { Tidspunkt: tid }),
  }
}

/** A change of the payment from `tid` on: its amount. */
export function eksempelbeloeb({ id, tid, system, beloeb }: Pick<Eksempeleffektuering, 'id' | 'tid' | 'system' | 'beloeb'>): Xml {
  const egenskaber = {
    Virkning: virkning(tid, system),
    SamletBruttobeloeb: beloeb,
    Dispositionsdato: '2026-01-30T00:00:00+01:00',
    BeloebUdbetalt: beloeb,
  }
  return {
    ...uuid(id),
    ...med('oef', { AttributListe: med('oef', { Egenskaber: med('oef', egenskaber) }) }),
    ...med('yi', { Tidspunkt: tid }),
  }
}

/** A search for the grants of a beneficiary. */
export const eksempelsoegning = (cpr: string): Xml =>
  med('yi', {
    SoegUdtryk: med('yi', {
      SoegBevillingIndeks: {
        ...med('sd', { FoersteResultatReference: 0, MaksimalAntalKvantitet: 10 }),
        ...med('bi', {
          AttributListe: {},
          TilstandListe: {},
          RelationListe: med('bi', {
            Bevillingspart: med('gd', {
              Rolle: uuid(OFFENTLIGE.ydelsesmodtager),
              ReferenceID: urn(`urn:oio:cpr-nr:${cpr}`),
            }),
          }),
        }),
      },
    }),
  })
