import { request } from 'node:http'
import { newUuid } from '#kernel'
import { type ElementKilde, normalizeRest } from '#modtagelse'
import { writeImporter } from '#modtagelse/soap'
import { NAVNERUM_URI } from '../../src/modtagelse/soap/faelles/navnerum.ts'
import { writeBesked, writeImporterYdelse } from '../../src/modtagelse/soap/ydelsesindeks/skriv.ts'
import type { Led } from './masse-plan.ts'

/** Steps of a life as SOAP messages, and what was answered of each. */

export type Soapkilde = { readonly id: string; readonly navn: string; readonly udviklingsnoegle: string }
type Besked = { readonly sti: string; readonly xml: string }
export type Soapudfald = { readonly taget: boolean; readonly regel: string | undefined; readonly objekt: string | undefined }

/** So many objects go in one message at most. */
const HOEJST = 4

/** The steps in messages: what follows each other and is of one operation and kind, no object twice; what is deleted goes alone. */
export function toBeskeder(ledr: readonly Led[]): Led[][] {
  const ud: Led[][] = []
  for (const led of ledr) {
    const sidste = ud.at(-1)
    if (sidste && sidste.length < HOEJST && sidste.every((andet) => isSammen(andet, led))) sidste.push(led)
    else ud.push([led])
  }
  return ud
}

const isSammen = (a: Led, b: Led): boolean =>
  a.operation === b.operation && a.operation !== 'fjern' && a.art === b.art && a.objekt !== b.objekt

export function toBesked(kilde: Soapkilde, ledr: readonly Led[]): Besked {
  const [foerste] = ledr
  if (!foerste) throw new RangeError('A message holds at least one object')
  const erYdelse = foerste.art === 'bevilling' || foerste.art === 'oekonomiskEffektuering'
  return erYdelse ? toYdelsesbesked(kilde, ledr, foerste) : toSagsbesked(kilde, ledr, foerste)
}

const somKilde = (kilde: Soapkilde, { element }: Led): ElementKilde =>
  normalizeRest(element as unknown as ElementKilde, { itSystem: kilde.id, systemNavn: kilde.navn } as never)

function toSagsbesked(kilde: Soapkilde, ledr: readonly Led[], { operation }: Led): Besked {
  const sti = '/soap/sagdokumentindeks/6'
  const transaktion = newUuid()
  if (operation === 'importer')
    return {
      sti,
      xml: writeImporter(
        ledr.map((led) => somKilde(kilde, led)),
        transaktion,
      ),
    }
  const indhold = ledr.map((led) => (operation === 'opdater' ? writeSagsaendring(kilde, led) : writeSagsfjernelse(led)))
  const navn = operation === 'opdater' ? 'Opdater' : 'Fjern'
  return { sti, xml: konvolut(`sdi:${navn}SagDokumentIndeksInput`, indhold.join('')) }
}

const XMLNS = Object.entries(NAVNERUM_URI)
  .map(([praefiks, uri]) => `xmlns:${praefiks}="${uri}"`)
  .join(' ')
const konvolut = (input: string, indhold: string): string =>
  `<soap:Envelope ${XMLNS}><soap:Body><${input}>${indhold}</${input}></soap:Body></soap:Envelope>`
const uuidtekst = (id: string | undefined): string => `<sd:UUIDIdentifikator>${id}</sd:UUIDIdentifikator>`
const virkning = (praefiks: string, fra: string, { id }: Soapkilde): string =>
  `<${praefiks}:Virkning><sd:FraTidspunkt><sd:TidsstempelDatoTid>${fra}</sd:TidsstempelDatoTid></sd:FraTidspunkt><sd:TilTidspunkt><sd:GraenseIndikator>true</sd:GraenseIndikator></sd:TilTidspunkt><sd:AktoerRef>${uuidtekst(id)}</sd:AktoerRef><sd:AktoerTypeKode>ItSystem</sd:AktoerTypeKode></${praefiks}:Virkning>`

type Egenskaber = { readonly titel: string; readonly sagsnummer: string }

function writeSagsaendring(kilde: Soapkilde, { objekt, tidspunkt, element }: Led): string {
  const [egenskaber] = element['egenskaber'] as readonly Egenskaber[]
  const { titel = '', sagsnummer = '' } = egenskaber ?? {}
  return `<sdi:OpdaterSagIndeks>${uuidtekst(objekt)}<sag:AttributListe><sag:Egenskaber>${virkning('sag', tidspunkt, kilde)}<sag:BrugervendtNoegle>${sagsnummer}</sag:BrugervendtNoegle><sag:Sagsnummer>${sagsnummer}</sag:Sagsnummer><sag:Titel>${titel}</sag:Titel></sag:Egenskaber></sag:AttributListe><sdi:Tidspunkt>${tidspunkt}</sdi:Tidspunkt></sdi:OpdaterSagIndeks>`
}

const writeSagsfjernelse = ({ objekt, element }: Led): string =>
  `<sdi:SagUuid>${uuidtekst(objekt)}</sdi:SagUuid>${element['efterladSagsloeseDokumenter'] === true ? '<sdi:EfterladSagsloeseDokumenter>true</sdi:EfterladSagsloeseDokumenter>' : ''}`

function toYdelsesbesked(kilde: Soapkilde, ledr: readonly Led[], { operation, art, objekt }: Led): Besked {
  const transaktion = newUuid()
  if (operation === 'importer')
    return {
      sti: '/soap/ydelseindeks/6',
      xml: writeImporterYdelse(
        ledr.map((led) => somKilde(kilde, led)),
        transaktion,
      ),
    }
  if (operation === 'opdater')
    return {
      sti: '/soap/ydelseindeks/6',
      xml: writeBesked(
        'yi:OpdaterYdelseIndeksInput',
        ledr.map((led) => writeBevillingsaendring(kilde, led)).join(''),
        transaktion,
      ),
    }
  const [sti, praefiks] = art === 'bevilling' ? ['bevillingindeks', 'bi'] : ['oekonomiskeffektueringindeks', 'oef']
  return { sti: `/soap/${sti}/6`, xml: writeBesked(`${praefiks}:FjernInput`, uuidtekst(objekt), transaktion) }
}

function writeBevillingsaendring(kilde: Soapkilde, { objekt, tidspunkt, element }: Led): string {
  const [ydelse] = element['bevilgedeYdelser'] as readonly { readonly navn: string }[]
  return `<yi:OpdaterBevillingIndeks>${uuidtekst(objekt)}<bi:AttributListe><bi:BevilgetYdelse>${virkning('bi', tidspunkt, kilde)}<bi:Id>1</bi:Id><bi:Navn>${ydelse?.navn}</bi:Navn><bi:BevilgetYdelseStartdato>2026-01-01T00:00:00+01:00</bi:BevilgetYdelseStartdato></bi:BevilgetYdelse></bi:AttributListe><yi:Tidspunkt>${tidspunkt}</yi:Tidspunkt></yi:OpdaterBevillingIndeks>`
}

/** What was answered of each object in order; undefined where no answer came or the server was busy. Throws where it answers anything else. */
export async function sendBesked(url: string, kilde: Soapkilde, { sti, xml }: Besked): Promise<Soapudfald[] | undefined> {
  const svar = await post(`${url}${sti}`, kilde, xml)
  if (!svar || svar.status === 503 || svar.status === 429 || svar.status === 500) return undefined
  if (svar.status !== 200) throw new Error(`${sti} was answered ${svar.status}: ${svar.tekst.slice(0, 500)}`)
  const ialt = /<sd:StandardRetur>(.*?)<\/sd:StandardRetur>/s.exec(svar.tekst)
  const dele = ialt
    ? [ialt[1] ?? '']
    : [...svar.tekst.matchAll(/<sd:UnikRetur>(.*?)<\/sd:UnikRetur>/gs)].map(([, del = '']) => del)
  return dele.map((del) => ({
    taget: del.includes('<sd:StatusKode>20</sd:StatusKode>'),
    regel: /[A-Z]{3}-\d{3}/.exec(del)?.[0],
    objekt: /<sd:UUIDIdentifikator>([^<]*)/.exec(del)?.[1],
  }))
}

function post(url: string, { udviklingsnoegle }: Soapkilde, xml: string): Promise<{ status: number; tekst: string } | undefined> {
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/soap+xml; charset=utf-8',
      'x-borgerblikket-udviklingsnoegle': udviklingsnoegle,
    }
    const ud = request(url, { method: 'POST', agent: false, headers }, (ind) => {
      const dele: Buffer[] = []
      ind.on('data', (del: Buffer) => dele.push(del))
      ind.once('close', () =>
        resolve(ind.complete ? { status: ind.statusCode ?? 0, tekst: Buffer.concat(dele).toString('utf8') } : undefined),
      )
      ind.once('error', () => undefined)
    })
    ud.once('error', () => resolve(undefined))
    ud.end(xml)
  })
}
