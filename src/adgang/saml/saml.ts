import { createHash } from 'node:crypto'
import { type Tidspunkt, tidspunkt, type Uuid, uuid, uuidFromName } from '#kernel'
import { hmac, type Noeglepar, type Noegler, readNoeglepar, readOrMakeNoeglepar } from '#platform/crypto'
import type { Database } from '#platform/database'
import type { Privilegieopsaetning } from '../dataafgraensning/systemrolle.ts'
import type { SessionDeps } from '../session.ts'
import type { Websted } from '../websted.ts'
import type { Udsagn } from './assertion.ts'
import { readUdbydermetadata } from './metadata.ts'
import { createTjeneste, skrivTjenestemetadata, type Tjeneste } from './sp.ts'
import { readUdbydere, type Udbyder } from './udbyder.ts'

/** Login by SAML as this installation has it. */
export type Saml = { readonly tjeneste: Tjeneste; readonly udbydere: readonly Udbyder[] }

/** How an installation says it. */
export type Samlkonfiguration = {
  /** The file of identity providers. */
  readonly udbydere: string
  /** Our key and its certificate (PEM); undefined: a pair of our own issue, made at the first start. */
  readonly noegle: { readonly noegle: string; readonly certifikat: string } | undefined
  /** The name that providers know us by; undefined: the address of our metadata. */
  readonly entityId: string | undefined
}

/** Reads the providers and our own keys. Throws Opstartsfejl with a sentence for what an operator can mend. */
export async function createSaml(
  { udbydere, noegle, entityId }: Samlkonfiguration,
  noeglemappe: string,
  websted: Websted,
): Promise<Saml> {
  const par = noegle
    ? readNoeglepar(noegle.noegle, noegle.certifikat)
    : readOrMakeNoeglepar(noeglemappe, 'saml', 'Borgerblikket login')
  return { tjeneste: createTjeneste(websted, par, entityId), udbydere: await readUdbydere(udbydere) }
}

/** Providers that are not in a file: a demo's stand-ins, which need our metadata before they can give theirs. */
export function createSamlTil(websted: Websted, par: Noeglepar) {
  const tjeneste = createTjeneste(websted, par)
  return {
    metadata: skrivTjenestemetadata(tjeneste),
    med: (udbydere: readonly Udbyderfelter[]): Saml => ({
      tjeneste,
      udbydere: udbydere.map(({ metadata, ...felter }) => ({
        domaener: [],
        svarSigneret: true,
        genbrugLogin: false,
        spoergNiveau: true,
        metadataEfterset: false,
        genhentes: undefined,
        ...felter,
        ...readUdbydermetadata(Buffer.from(metadata), felter.noegle),
      })),
    }),
  }
}
type Udbyderfelter = Pick<Udbyder, 'noegle' | 'navn' | 'cvr'> & { readonly metadata: string }

export type Samldeps = SessionDeps & {
  readonly db: Database
  readonly saml: Saml
  readonly privilegier: Privilegieopsaetning
}

/** What the provider calls its own session. */
export type Udbydersession = Pick<Udsagn, 'navneid' | 'sessionsindeks'>

export const SESSION_AAD = 'borgerblikket/saml-session'

export const sha256 = (tekst: string): Buffer => createHash('sha256').update(tekst, 'utf8').digest()

const NAVNERUM = uuid('a3f0c7de-5b43-5d0c-8f5e-4a0d1c3b7e21')

/** Where a provider's used values stand: apart from every other provider's and every source's. */
export const udbyderId = ({ entityId }: Pick<Udbyder, 'entityId'>): Uuid => uuidFromName(NAVNERUM, entityId)

/** By what a session is found again when the provider ends its own. A name id can hold a name: only its keyed hash is looked up. */
export const navneidHash = ({ opslag }: Noegler, udbyder: Pick<Udbyder, 'noegle'>, navneid: string): Buffer =>
  hmac(opslag, `borgerblikket/saml-navneid ${udbyder.noegle} ${navneid}`)

export const fraMs = (ms: number): Tidspunkt => tidspunkt(new Date(ms))
