import type { Klient } from '@borgerblikket/klient/kilde'
import { SaxesParser } from 'saxes'
import { Opstartsfejl } from '#platform/database'

/** What was answered to one object of a message, or (id undefined) to the message as a whole. */
export type Objektsvar = { readonly id: string | undefined; readonly modtaget: boolean; readonly tekster: readonly string[] }

const STIER: Readonly<Record<string, string>> = {
  ImporterSagDokumentIndeksInput: '/soap/sagdokumentindeks/6',
  OpdaterSagDokumentIndeksInput: '/soap/sagdokumentindeks/6',
  ImporterYdelseIndeksInput: '/soap/ydelseindeks/6',
  OpdaterYdelseIndeksInput: '/soap/ydelseindeks/6',
}
const BODY = /<(?:[\w.-]+:)?Body\b[^>]*>\s*(?:<!--[\s\S]*?-->\s*)*<(?:[\w.-]+:)?([\w.-]+)/

/** Sends one message to the service of its operation, and reads the answer. Throws Opstartsfejl for an operation that delivers nothing. */
export async function sendBesked(klient: Klient, adresse: URL, xml: string, sted: number): Promise<readonly Objektsvar[]> {
  const operation = BODY.exec(xml)?.[1] ?? ''
  const sti = STIER[operation]
  if (!sti)
    throw new Opstartsfejl(`Besked ${sted} er ikke en importer eller opdater til Sags- og Dokumentindekset eller Ydelsesindeks.`)
  const headers = { 'content-type': 'application/soap+xml; charset=utf-8' }
  const svar = await klient.send(new Request(new URL(sti, adresse), { method: 'POST', headers, body: xml }))
  const tekst = await svar.text()
  if (svar.status === 401 || svar.status === 403 || svar.status >= 502)
    throw new Opstartsfejl(`${adresse.origin} svarede ${svar.status} på besked ${sted}. Er legitimationen rigtig?`)
  return readSvar(tekst, sted)
}

/** A receipt with status 20 is taken in; a fault is a refusal of the whole message. Throws Opstartsfejl where it is no answer. */
function readSvar(xml: string, sted: number): readonly Objektsvar[] {
  const svar: { id: string | undefined; modtaget: boolean; tekster: string[] }[] = []
  const sti: string[] = []
  let her = ''
  const parser = new SaxesParser()
  parser.on('doctype', () => {
    throw new Error('a DTD')
  })
  parser.on('error', (fejl) => {
    throw fejl
  })
  parser.on('opentag', ({ name }) => {
    const navn = name.replace(/^.*:/, '')
    sti.push(navn)
    her = ''
    if (navn === 'UnikRetur' || navn === 'Fault') svar.push({ id: undefined, modtaget: false, tekster: [] })
  })
  parser.on('text', (del) => {
    her += del
  })
  parser.on('closetag', () => {
    const navn = sti.pop() ?? ''
    const aktuel = svar.at(-1)
    const tekst = her.trim()
    if (!aktuel || tekst === '') return
    if (navn === 'StatusKode') aktuel.modtaget = /^2\d$/.test(tekst)
    else if (navn === 'UUIDIdentifikator' && sti.includes('UnikRetur')) aktuel.id = tekst
    else if (['FejlbeskedTekst', 'DetaljeretFejlbesked', 'Text'].includes(navn)) aktuel.tekster.push(tekst)
    her = ''
  })
  try {
    parser.write(xml).close()
  } catch {
    throw new Opstartsfejl(`Svaret på besked ${sted} er ikke XML.`)
  }
  if (svar.length === 0) throw new Opstartsfejl(`Svaret på besked ${sted} har ingen kvittering.`)
  return svar
}
