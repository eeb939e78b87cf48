import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import {
  operatoerFor,
  type Privilegieopsaetning,
  parseFoelsomhedsvaerdier,
  type Samlkonfiguration,
  STANDARDPRIVILEGIER,
} from '#adgang'
import type { Brokeropsaetning } from '#beskedfordeler'
import { parseUuid, type Uuid } from '#kernel'
import { hashNoegle } from '#kilde'
import { Opstartsfejl } from '#platform/database'
import type { Afsenderhemmeligheder } from '#tilslutning/fil'
import type { IdwsKonfiguration } from '#tilslutning/tokentjeneste'

/** How this installation is run. Read once, here, from the environment; nothing else reads it. */
export type Config = {
  readonly port: number
  readonly host: string
  /** The site's own address as citizens see it. */
  readonly url: string
  readonly dataMappe: string
  /** Undefined: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined
  readonly pgBruger: string | undefined
  /** The login role that the application uses at DATABASE_URL. */
  readonly databaseRolle: string | undefined
  readonly mitid: { readonly udsteder: string; readonly klientId: string; readonly klientHemmelighed: string } | undefined
  /** A made-up Denmark with a stand-in for MitID; without a broker of its own an installation is this. */
  readonly demo:
    | { readonly borgere: number; readonly seed: number; readonly brokerPort: number; readonly samlPort: number }
    | undefined
  /** For fagsystemer that deliver by SOAP with a certificate: a listener of its own that asks for one. */
  readonly fagsystemTls:
    | { readonly port: number; readonly certifikat: string; readonly noegle: string; readonly ca: string | undefined }
    | undefined
  /** How signed SOAP messages (OIO IDWS) are taken; undefined: none can be, but in a demo those of the sandbox's own token service. */
  readonly idws: IdwsKonfiguration | undefined
  /** Login of employees by their organisations' own providers (SAML); undefined: none. */
  readonly saml: Samlkonfiguration | undefined
  /** How the rights that a login brings (OIO-BPP) are written here. */
  readonly privilegier: Privilegieopsaetning
  /** Who may ask why something is shown to a person or not, by API: off where undefined. Of the key only the hash is kept. */
  readonly drift: { readonly noeglehash: Uint8Array; readonly operatoer: Uuid } | undefined
  /** The operator's id in the access log when commands are run; undefined: one made of the login name. */
  readonly operatoer: Uuid | undefined
  /** Roles and classes whose UUIDs the site knows better than we (a JSON file). */
  readonly rollefil: string | undefined
  /** Threads that take in deliveries beside the one that serves pages; 0: that one does both. */
  readonly traade: number
  /** How many proxies stand in front of the server, each of which adds the address it was called from. */
  readonly proxyLed: number
  /** A folder with editions of KLE; undefined: our own excerpt alone. */
  readonly kleUdgaver: string | undefined
  /** The municipalities' contact points (a JSON file); undefined: none, and in a demo the made-up ones. */
  readonly henvendelsessteder: string | undefined
  /** The national minimum list of areas (a JSON file); undefined: the project's own proposal. */
  readonly minimumsliste: string | undefined
  readonly logniveau: string
  /** The beat that a citizen's answers are given on, in milliseconds; 0: none. */
  readonly svartaktMs: number
  /** How many days events are kept for those who fetch them. */
  readonly haendelserDage: number
  /** How many months a remark about a citizen is kept after it has ended. */
  readonly bemaerkningerMaaneder: number
  /** Whether the server deletes once a day what its time is over for, or leaves it to be done by command. */
  readonly oprydning: 'daglig' | 'manuel'
  /** A message broker that is told of all events; undefined: none. */
  readonly broker: Brokeropsaetning | undefined
  /** How the daily mail about advis is sent; undefined: none is. */
  readonly mail: { readonly url: string; readonly fra: string } | undefined
  /** Who this machine is to another site, where a command delivers to one. */
  readonly afsender: Afsenderhemmeligheder
}

type Miljoe = Readonly<Record<string, string | undefined>>

/** Reads the configuration. Throws Opstartsfejl with the name of the variable that is wrong. */
export function readConfig(miljoe: Miljoe): Config {
  const port = readTal(miljoe, 'PORT', 8080, 1, 65_535)
  const mitid = readMitid(miljoe)
  const url = miljoe['BORGERBLIKKET_URL'] ?? `http://localhost:${port}`
  if (!URL.canParse(url))
    throw new Opstartsfejl('BORGERBLIKKET_URL skal være en hel adresse, som https://borgerblikket.kommune.dk.')
  if (!mitid && !isLoopback(url))
    throw new Opstartsfejl(
      'Testlogin kan kun bruges på denne maskine: angiv MITID_UDSTEDER, når BORGERBLIKKET_URL er en rigtig adresse.',
    )
  return {
    port,
    host: miljoe['HOST'] ?? 'localhost',
    url: new URL(url).origin,
    dataMappe: resolve(miljoe['BORGERBLIKKET_DATA'] ?? join(import.meta.dirname, '..', '..', 'data')),
    databaseUrl: miljoe['DATABASE_URL'] || undefined,
    pgBruger: miljoe['BORGERBLIKKET_PG_BRUGER'],
    databaseRolle: miljoe['BORGERBLIKKET_DATABASE_ROLLE'],
    mitid,
    demo: mitid ? undefined : readDemo(miljoe),
    fagsystemTls: readFagsystemTls(miljoe),
    idws: readIdws(miljoe, mitid === undefined),
    saml: readSaml(miljoe),
    privilegier: readPrivilegier(miljoe),
    drift: readDrift(miljoe),
    operatoer: readOperatoer(miljoe),
    rollefil: miljoe['BORGERBLIKKET_ROLLER'],
    // One core is left to the pages and the database: with a thread for each of two cores both were slower, measured.
    traade: readTal(miljoe, 'MODTAGELSE_TRAADE', Math.min(2, Math.max(availableParallelism() - 1, 0)), 0, 16),
    proxyLed: readTal(miljoe, 'PROXY_LED', 0, 0, 10),
    henvendelsessteder: miljoe['HENVENDELSESSTEDER'] || undefined,
    minimumsliste: miljoe['MINIMUMSLISTE'] || undefined,
    kleUdgaver: miljoe['KLE_UDGAVER'] || undefined,
    logniveau: miljoe['LOGNIVEAU'] ?? 'warn',
    svartaktMs: readTal(miljoe, 'SVARTAKT_MS', 5, 0, 100),
    haendelserDage: readTal(miljoe, 'HAENDELSER_DAGE', 30, 1, 365),
    bemaerkningerMaaneder: readTal(miljoe, 'BEMAERKNINGER_MAANEDER', 60, 12, 120),
    oprydning: readOprydning(miljoe),
    broker: readBroker(miljoe),
    mail: readMail(miljoe),
    afsender: {
      udviklingsnoegle: miljoe['BORGERBLIKKET_UDVIKLINGSNOEGLE'] || undefined,
      token: miljoe['BORGERBLIKKET_TOKEN'] || undefined,
      klientId: miljoe['BORGERBLIKKET_KLIENT_ID'] || undefined,
      hemmelighed: miljoe['BORGERBLIKKET_HEMMELIGHED'] || undefined,
      privatnoegle: miljoe['BORGERBLIKKET_PRIVATNOEGLE'] || undefined,
    },
  }
}

function readIdws(miljoe: Miljoe, demo: boolean): Config['idws'] {
  const maade = miljoe['BORGERBLIKKET_IDWS']
  const tillidsfil = miljoe['BORGERBLIKKET_IDWS_TILLID'] || undefined
  const noegle = miljoe['BORGERBLIKKET_IDWS_NOEGLE']
  const certifikat = miljoe['BORGERBLIKKET_IDWS_CERTIFIKAT']
  if (!maade) {
    if (tillidsfil || noegle || certifikat)
      throw new Opstartsfejl(
        'BORGERBLIKKET_IDWS skal være kraevet eller valgfri, når der er en tillidsfil eller en nøgle til svar.',
      )
    return undefined
  }
  if (maade !== 'kraevet' && maade !== 'valgfri') throw new Opstartsfejl('BORGERBLIKKET_IDWS skal være kraevet eller valgfri.')
  if (!tillidsfil && !demo) throw new Opstartsfejl('BORGERBLIKKET_IDWS er angivet: angiv også BORGERBLIKKET_IDWS_TILLID.')
  if (!noegle !== !certifikat)
    throw new Opstartsfejl('BORGERBLIKKET_IDWS_NOEGLE og BORGERBLIKKET_IDWS_CERTIFIKAT skal angives sammen.')
  return { kraevet: maade === 'kraevet', tillidsfil, noegle: noegle && certifikat ? { noegle, certifikat } : undefined }
}

function readSaml(miljoe: Miljoe): Config['saml'] {
  const udbydere = miljoe['SAML_UDBYDERE']
  const [noegle, certifikat] = [miljoe['SAML_NOEGLE'], miljoe['SAML_CERTIFIKAT']]
  if (!noegle !== !certifikat) throw new Opstartsfejl('SAML_NOEGLE og SAML_CERTIFIKAT skal angives sammen.')
  if (!udbydere && noegle) throw new Opstartsfejl('SAML_NOEGLE er angivet: angiv også SAML_UDBYDERE.')
  if (!udbydere) return undefined
  const entityId = miljoe['SAML_ENTITY_ID'] || undefined
  return { udbydere, noegle: noegle && certifikat ? { noegle, certifikat } : undefined, entityId }
}

function readPrivilegier(miljoe: Miljoe): Privilegieopsaetning {
  const { rollebase, foelsomheder } = STANDARDPRIVILEGIER
  const tekst = miljoe['OIOBPP_FOELSOMHEDER']
  const egne = tekst ? parseFoelsomhedsvaerdier(tekst) : foelsomheder
  if (!egne) throw new Opstartsfejl('OIOBPP_FOELSOMHEDER skal være som 1=IKKE_FORTROLIGE_DATA,2=FORTROLIGE_PERSONOPLYSNINGER.')
  return { rollebase: miljoe['OIOBPP_ROLLEBASE']?.replace(/\/$/, '') || rollebase, foelsomheder: egne }
}

function readOprydning(miljoe: Miljoe): Config['oprydning'] {
  const maade = miljoe['BORGERBLIKKET_OPRYDNING'] || 'daglig'
  if (maade !== 'daglig' && maade !== 'manuel') throw new Opstartsfejl('BORGERBLIKKET_OPRYDNING skal være daglig eller manuel.')
  return maade
}

const MINDST_NOEGLE = 32

function readDrift(miljoe: Miljoe): Config['drift'] {
  const noegle = miljoe['BORGERBLIKKET_DRIFTSNOEGLE']
  if (!noegle) return undefined
  if (noegle.length < MINDST_NOEGLE)
    throw new Opstartsfejl(`BORGERBLIKKET_DRIFTSNOEGLE skal være tilfældig og på mindst ${MINDST_NOEGLE} tegn.`)
  const noeglehash = hashNoegle(noegle)
  // Another key is another operator; the id tells nothing of the key.
  const operatoer = readOperatoer(miljoe) ?? operatoerFor(`noegle ${Buffer.from(noeglehash).toString('hex')}`)
  return { noeglehash, operatoer }
}

function readOperatoer(miljoe: Miljoe): Uuid | undefined {
  const tekst = miljoe['BORGERBLIKKET_OPERATOER']
  if (!tekst) return undefined
  const operatoer = parseUuid(tekst)
  if (!operatoer) throw new Opstartsfejl('BORGERBLIKKET_OPERATOER skal være en UUID.')
  return operatoer
}

const isLoopback = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)

function readTal(miljoe: Miljoe, navn: string, standard: number, mindst: number, hoejst: number): number {
  const tekst = miljoe[navn]
  if (tekst === undefined || tekst === '') return standard
  const tal = Number(tekst)
  if (!Number.isInteger(tal) || tal < mindst || tal > hoejst)
    throw new Opstartsfejl(`${navn} skal være et helt tal fra ${mindst} til ${hoejst}.`)
  return tal
}

function readMitid(miljoe: Miljoe): Config['mitid'] {
  const udsteder = miljoe['MITID_UDSTEDER']
  if (!udsteder) return undefined
  const klientId = miljoe['MITID_KLIENT_ID']
  const klientHemmelighed = miljoe['MITID_KLIENT_HEMMELIGHED']
  if (!klientId || !klientHemmelighed)
    throw new Opstartsfejl('MITID_UDSTEDER er angivet: angiv også MITID_KLIENT_ID og MITID_KLIENT_HEMMELIGHED.')
  return { udsteder, klientId, klientHemmelighed }
}

const readDemo = (miljoe: Miljoe): Config['demo'] => ({
  borgere: readTal(miljoe, 'BORGERBLIKKET_BORGERE', 1_000, 0, 10_000_000),
  seed: readTal(miljoe, 'BORGERBLIKKET_SEED', 1, 0, 2 ** 31),
  brokerPort: readTal(miljoe, 'BORGERBLIKKET_BROKER_PORT', 0, 0, 65_535),
  samlPort: readTal(miljoe, 'BORGERBLIKKET_SAML_PORT', 0, 0, 65_535),
})

function readFagsystemTls(miljoe: Miljoe): Config['fagsystemTls'] {
  const certifikat = miljoe['FAGSYSTEM_TLS_CERTIFIKAT']
  if (!certifikat) return undefined
  const noegle = miljoe['FAGSYSTEM_TLS_NOEGLE']
  if (!noegle) throw new Opstartsfejl('FAGSYSTEM_TLS_CERTIFIKAT er angivet: angiv også FAGSYSTEM_TLS_NOEGLE.')
  const port = readTal(miljoe, 'FAGSYSTEM_TLS_PORT', 8443, 1, 65_535)
  return { port, certifikat, noegle, ca: miljoe['FAGSYSTEM_TLS_CA'] }
}

/** Off unless it is set up. Without TLS only to a server on the machine itself. */
function readMail(miljoe: Miljoe): Config['mail'] {
  const url = miljoe['BORGERBLIKKET_MAIL_URL']
  if (!url) return undefined
  const parsed = URL.parse(url)
  if (!parsed || !(parsed.protocol === 'smtps:' || (parsed.protocol === 'smtp:' && isLoopback(url))))
    throw new Opstartsfejl('BORGERBLIKKET_MAIL_URL skal begynde med smtps:// (smtp:// kun på denne maskine).')
  const fra = miljoe['BORGERBLIKKET_MAIL_FRA'] ?? ''
  if (!/^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{3,190}$/.test(fra))
    throw new Opstartsfejl('BORGERBLIKKET_MAIL_URL er angivet: angiv også BORGERBLIKKET_MAIL_FRA som én mailadresse.')
  return { url, fra }
}

/** Without TLS only a broker on the machine itself is told: what happened would be open to read on the way. */
function readBroker(miljoe: Miljoe): Config['broker'] {
  const url = miljoe['BORGERBLIKKET_AMQP_URL']
  if (!url) return undefined
  const parsed = URL.parse(url)
  if (!parsed || !(parsed.protocol === 'amqps:' || (parsed.protocol === 'amqp:' && isLoopback(url))))
    throw new Opstartsfejl('BORGERBLIKKET_AMQP_URL skal begynde med amqps:// (amqp:// kun på denne maskine).')
  const protokol = miljoe['BORGERBLIKKET_AMQP_PROTOKOL'] ?? '1.0'
  if (protokol !== '1.0' && protokol !== '0-9-1') throw new Opstartsfejl('BORGERBLIKKET_AMQP_PROTOKOL skal være 1.0 eller 0-9-1.')
  const adresse = miljoe['BORGERBLIKKET_AMQP_ADRESSE']
  if (!adresse) throw new Opstartsfejl('BORGERBLIKKET_AMQP_URL er angivet: angiv også BORGERBLIKKET_AMQP_ADRESSE.')
  return { url, protokol, adresse }
}
