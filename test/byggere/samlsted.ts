import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CvrNummer } from '#kernel'
import { type Browser, type Svar, send } from './klient.ts'
import {
  type Attributter,
  createTestudbyder,
  laesQuery,
  laesSted,
  type Sted,
  type Svarvalg,
  type Testudbyder,
} from './saml-udbyder.ts'
import { startWebsted, type Testwebsted, type Webstedsvalg } from './websted.ts'

/** What the site is told of a provider. */
export type Udbyderopsaetning = {
  readonly cvr: readonly CvrNummer[]
  readonly domaener?: readonly string[]
  readonly svarSigneret?: boolean
  readonly spoergNiveau?: boolean
  readonly genbrugLogin?: boolean
  readonly metadata?: (udbyder: Testudbyder) => string
}

export type Samlsted = Omit<Testwebsted, 'logInd'> & {
  readonly sted: Sted
  readonly udbyder: (navn: string) => Testudbyder
  /** A login that has been begun, up to where the provider has it. */
  begynd(navn: string, til?: string): Promise<Begyndt>
  /** Sends an answer as a browser does from the provider's site: without any cookie of ours. */
  sendSvar(svar: string, mere?: Readonly<Record<string, string>>): Promise<Svar>
  /** The whole way; answers where it ended. */
  logInd(
    navn: string,
    attributter: Attributter,
    mere?: Partial<Svarvalg>,
  ): Promise<{ readonly browser: Browser; readonly svar: Svar }>
}

export type Begyndt = { readonly browser: Browser; readonly forsoeg: string; readonly anmodning: string; readonly sti: string }

/** A site whose employees log in at providers of the tests' own, which it knows by file as any installation does. */
export async function startSamlsted(
  opsaetning: Readonly<Record<string, Udbyderopsaetning>>,
  valg: Webstedsvalg = {},
): Promise<Samlsted> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbsaml-'))
  const udbydere = new Map(Object.keys(opsaetning).map((navn) => [navn, createTestudbyder(navn)]))
  const udbyder = (navn: string): Testudbyder => {
    const fundet = udbydere.get(navn)
    if (!fundet) throw new Error(`There is no provider ${navn}`)
    return fundet
  }
  for (const [navn, { metadata }] of Object.entries(opsaetning))
    writeFileSync(join(mappe, `${navn}.xml`), metadata?.(udbyder(navn)) ?? udbyder(navn).metadata())
  const fil = join(mappe, 'udbydere.json')
  const liste = Object.entries(opsaetning).map(([noegle, { metadata: _, ...felter }]) => ({
    noegle,
    navn: `${noegle} Kommune`,
    metadata: `${noegle}.xml`,
    ...felter,
  }))
  writeFileSync(fil, JSON.stringify({ udbydere: liste }))
  const websted = await startWebsted({ ...valg, miljoe: { ...valg.miljoe, SAML_UDBYDERE: fil } })
  const { origin, agent } = websted
  const sted = laesSted(await hentMetadata(origin, agent))
  const begynd: Samlsted['begynd'] = async (navn, til = '/arbejde') => {
    const browser = websted.browser()
    const svar = await browser.get(`/arbejde/log-ind?udbyder=${navn}&til=${encodeURIComponent(til)}`)
    const { id, xml, sti } = laesQuery(String(svar.headers.location), sted)
    return { browser, forsoeg: id, anmodning: xml, sti }
  }
  const sendSvar: Samlsted['sendSvar'] = (svar, mere = {}) =>
    send(
      origin,
      new URL(sted.svar).pathname,
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
        body: new URLSearchParams({ SAMLResponse: svar, ...mere }).toString(),
      },
      agent,
    )
  return {
    ...websted,
    sted,
    udbyder,
    begynd,
    sendSvar,
    logInd: async (navn, attributter, mere = {}) => {
      const { browser, forsoeg } = await begynd(navn)
      const svar = await sendSvar(udbyder(navn).svar({ sted, forsoeg, attributter, ...mere }))
      return { browser, svar: svar.status === 303 ? await browser.get(String(svar.headers.location)) : svar }
    },
    close: async () => {
      await websted.close()
      rmSync(mappe, { recursive: true, force: true })
    },
  }
}

/** Our metadata, as a provider fetches them. A site that has just started on a busy machine may ask for patience first. */
async function hentMetadata(origin: string, agent: Agent): Promise<string> {
  for (let forsoeg = 0; forsoeg < 50; forsoeg++) {
    const { status, tekst } = await send(origin, '/arbejde/saml/metadata', {}, agent)
    if (status !== 503) return tekst
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('The site is busy')
}

const NAVN = 'https://data.gov.dk/model/core'

/** The attributes of an employee by OIOSAML 3, with the names of domain.md 2. */
export const oiosaml3 = (cvr: string, mere: Attributter = {}): Attributter => ({
  [`${NAVN}/specVersion`]: 'OIO-SAML-3.0',
  'https://data.gov.dk/concept/core/nsis/loa': 'Substantial',
  [`${NAVN}/eid/professional/cvr`]: cvr,
  [`${NAVN}/eid/professional/orgName`]: 'Prøve Kommune',
  [`${NAVN}/eid/professional/uuid/persistent`]: '7f3c2a10-0d5b-4e0e-8a52-1f6d1b2c3d4e',
  [`${NAVN}/eid/fullName`]: 'Sanne Prøve',
  ...mere,
})

/** The same by KOMBIT's older profile. */
export const kombit = (cvr: string, mere: Attributter = {}): Attributter => ({
  'dk:gov:saml:attribute:SpecVer': 'DK-SAML-2.0',
  'dk:gov:saml:attribute:KombitSpecVer': '1.0',
  'dk:gov:saml:attribute:AssuranceLevel': '3',
  'dk:gov:saml:attribute:CvrNumberIdentifier': cvr,
  ...mere,
})
