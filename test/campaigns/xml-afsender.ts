import { generateKeyPairSync, type KeyObject, randomUUID, X509Certificate } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalizeRest } from '#modtagelse'
import { findTokenIRstr, type Signeringsvalg, signIdws, skrivRst, writeImporter } from '#modtagelse/soap'
import { createCertifikat } from '#platform/crypto'
import { entityId, TOKENTJENESTE_STI } from '#tilslutning/tokentjeneste'
import { writeBesked, writeImporterYdelse } from '../../src/modtagelse/soap/ydelsesindeks/skriv.ts'
import { lavBevilling, lavSag, part, ydelsesmodtager } from '../byggere/elementer.ts'
import { send } from '../byggere/klient.ts'
import { MASSEKILDER } from './masse-leverer.ts'
import { startProces } from './serverproces.ts'
import { MAERKE } from './xml-angreb-liste.ts'

/** A sender of each SOAP service at a running server, with a registered key and a token for it. */

type Tjeneste = {
  readonly navn: string
  readonly sti: string
  readonly emne: 'omsorg' | 'ydelse'
  readonly handling: string
  readonly besked: () => string
}

const CPR = '7101703333'
const kildeOf = (emne: 'omsorg' | 'ydelse') => ({ itSystem: MASSEKILDER[emne].id, systemNavn: MASSEKILDER[emne].navn }) as never
const medNote = (besked: string): string => besked.replace('</sd:UUIDIdentifikator>', `$&<sd:NoteTekst>${MAERKE}</sd:NoteTekst>`)
const fjernelse = (praefiks: string): string =>
  medNote(writeBesked(`${praefiks}:FjernInput`, `<sd:UUIDIdentifikator>${randomUUID()}</sd:UUIDIdentifikator>`, randomUUID()))

/** Every service, and a message that it reads, about something new each time. */
const TJENESTER: readonly Tjeneste[] = [
  {
    navn: 'SagDokumentIndeks',
    sti: '/soap/sagdokumentindeks/6',
    emne: 'omsorg',
    handling: 'http://kombit.dk/sts/sagdokumentindeks/importer',
    besked: () => {
      const sag = lavSag({ id: randomUUID(), titel: MAERKE, parter: [part('Primær part', CPR)] })
      return writeImporter([normalizeRest(sag, kildeOf('omsorg'))], randomUUID())
    },
  },
  {
    navn: 'YdelseIndeks',
    sti: '/soap/ydelseindeks/6',
    emne: 'ydelse',
    handling: 'http://kombit.dk/sts/ydelseindeks/importer',
    besked: () => {
      const bevilling = lavBevilling({ id: randomUUID(), navn: MAERKE, parter: ydelsesmodtager(CPR) })
      return writeImporterYdelse([normalizeRest(bevilling, kildeOf('ydelse'))], randomUUID())
    },
  },
  {
    navn: 'BevillingIndeks',
    sti: '/soap/bevillingindeks/6',
    emne: 'ydelse',
    handling: 'http://kombit.dk/sts/ydelseindeks/bevillingindeks/fjern',
    besked: () => fjernelse('bi'),
  },
  {
    navn: 'OekonomiskEffektueringIndeks',
    sti: '/soap/oekonomiskeffektueringindeks/6',
    emne: 'ydelse',
    handling: 'http://kombit.dk/sts/ydelseindeks/oekonomiskEffektuering/fjern',
    besked: () => fjernelse('oef'),
  },
]

export type Afsender = {
  readonly tjeneste: string
  readonly usigneret: () => string
  readonly signeret: (valg?: Partial<Signeringsvalg>) => string
  readonly signeretAf: (noegle: KeyObject) => string
  readonly noegle: KeyObject
  /** A key that is nobody's. */
  readonly fremmed: KeyObject
  readonly andetSted: string
  readonly send: (besked: string | Buffer) => Promise<{ readonly status: number; readonly tekst: string }>
}

export type Noegler = Readonly<
  Record<'omsorg' | 'ydelse', { readonly noegle: KeyObject; readonly certifikat: X509Certificate; readonly pem: string }>
>

export function makeNoegler(): Noegler {
  const lav = (navn: string) => {
    const { privateKey: noegle } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const nu = Date.now()
    const pem = createCertifikat({ navn, noegle, fra: new Date(nu - 1e6), til: new Date(nu + 1e9), vaerter: ['localhost'] })
    return { noegle, pem, certifikat: new X509Certificate(pem) }
  }
  return { omsorg: lav('Lindely Omsorg'), ydelse: lav('Ydelsesbogen') }
}

/** Registers the certificates as an operator does: by the command line, while no server runs on the folder. */
export async function registerNoegler(dataMappe: string, noegler: Noegler): Promise<void> {
  for (const emne of ['omsorg', 'ydelse'] as const) {
    const fil = join(dataMappe, '..', `${emne}.pem`)
    writeFileSync(fil, noegler[emne].pem)
    const kommando = ['kilde', 'certifikat', 'tilfoej', MASSEKILDER[emne].id, fil]
    const proces = startProces({ BORGERBLIKKET_DATA: dataMappe }, { kommando })
    const kode = await proces.slut
    rmSync(fil)
    if (kode !== 0) throw new Error(`${kommando.join(' ')} ended with ${kode}: ${proces.ord()}`)
  }
}

/** Orders a token for each source, and gives a sender for each service. */
export async function createAfsendere(url: string, noegler: Noegler): Promise<Afsender[]> {
  const tokens = {
    omsorg: await orderToken(url, noegler.omsorg.certifikat),
    ydelse: await orderToken(url, noegler.ydelse.certifikat),
  }
  const { privateKey: fremmed } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return TJENESTER.map((tjeneste, nr): Afsender => {
    const { navn, sti, emne, handling, besked } = tjeneste
    const { noegle } = noegler[emne]
    const signer = (med: KeyObject, valg: Partial<Signeringsvalg> = {}) =>
      signIdws(besked(), med, tokens[emne], { til: `${url}${sti}`, handling, ...valg })
    return {
      tjeneste: navn,
      usigneret: besked,
      signeret: (valg) => signer(noegle, valg),
      signeretAf: (med) => signer(med),
      noegle,
      fremmed,
      andetSted: `${url}${TJENESTER[(nr + 1) % TJENESTER.length]?.sti}`,
      send: (body) => post(url, sti, MASSEKILDER[emne].udviklingsnoegle, body),
    }
  })
}

async function orderToken(url: string, certifikat: X509Certificate): Promise<string> {
  const headers = { 'content-type': 'application/xml' }
  const svar = await send(url, TOKENTJENESTE_STI, { method: 'POST', headers, body: skrivRst(entityId(url), certifikat) })
  const token = findTokenIRstr(svar.tekst)
  if (!token) throw new Error(`The order for a token was answered ${svar.status}: ${svar.tekst.slice(0, 500)}`)
  return token
}

/** Status 0: the line was cut, as it is where a message is too large to be read to its end. */
function post(url: string, sti: string, noegle: string, body: string | Buffer) {
  const headers = {
    'content-type': 'application/soap+xml; charset=utf-8',
    'x-borgerblikket-udviklingsnoegle': noegle,
    'content-length': String(Buffer.byteLength(body)),
  }
  return send(url, sti, { method: 'POST', headers, body }).catch(() => ({ status: 0, tekst: '' }))
}
