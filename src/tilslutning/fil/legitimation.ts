import { readFileSync } from 'node:fs'
import type { Legitimation, Privatnoegle } from '@borgerblikket/klient/kilde'
import { Opstartsfejl } from '#platform/database'

/** Where secrets are found: in files, or in the environment; never among the arguments, which other users of the machine can read. */
export type Legitimationsvalg = {
  readonly noegleFil?: string
  readonly tokenFil?: string
  readonly klientId?: string
  readonly hemmelighedFil?: string
  readonly privatnoegleFil?: string
}

/** What the environment says of the same; undefined where it says nothing. */
export type Afsenderhemmeligheder = {
  readonly udviklingsnoegle: string | undefined
  readonly token: string | undefined
  readonly klientId: string | undefined
  readonly hemmelighed: string | undefined
  readonly privatnoegle: string | undefined
}

/** How the system shows who it is. Throws Opstartsfejl where nothing or more than one thing is given. */
export function readLegitimation(valg: Legitimationsvalg, miljoe: Afsenderhemmeligheder): Legitimation {
  const find = (fil: string | undefined, ellers: string | undefined) => (fil === undefined ? ellers : readFil(fil))
  const udviklingsnoegle = find(valg.noegleFil, miljoe.udviklingsnoegle)
  const token = find(valg.tokenFil, miljoe.token)
  const hemmelighed = find(valg.hemmelighedFil, miljoe.hemmelighed)
  const privat = find(valg.privatnoegleFil, miljoe.privatnoegle)
  const klientId = valg.klientId ?? miljoe.klientId
  if ([udviklingsnoegle, token, hemmelighed, privat].filter((en) => en !== undefined).length !== 1)
    throw new Opstartsfejl(HVORDAN)
  if (udviklingsnoegle !== undefined) return { udviklingsnoegle }
  if (token !== undefined) return { token }
  if (klientId === undefined) throw new Opstartsfejl('Angiv også --klient-id.')
  return hemmelighed === undefined ? { klientId, privatnoegle: readJwk(privat ?? '') } : { klientId, hemmelighed }
}

const HVORDAN = `Angiv én måde at vise, hvem I er:
  --noegle-fil <fil>                             udviklingsnøgle (BORGERBLIKKET_UDVIKLINGSNOEGLE)
  --token-fil <fil>                              adgangstoken (BORGERBLIKKET_TOKEN)
  --klient-id <id> --hemmelighed-fil <fil>       hemmelighed (BORGERBLIKKET_HEMMELIGHED)
  --klient-id <id> --privatnoegle-fil <fil>      privat nøgle som JWK (BORGERBLIKKET_PRIVATNOEGLE)
En fil kan være - (standard input).`

function readFil(fil: string): string {
  try {
    return readFileSync(fil === '-' ? 0 : fil, 'utf8').trim()
  } catch {
    throw new Opstartsfejl(`Filen ${fil} kan ikke læses.`)
  }
}

function readJwk(tekst: string): Privatnoegle {
  try {
    const jwk: unknown = JSON.parse(tekst)
    if (typeof jwk === 'object' && jwk !== null && 'd' in jwk) return jwk as Privatnoegle
  } catch {
    // Told below; what was read is not repeated.
  }
  throw new Opstartsfejl('Den private nøgle kan ikke læses som JWK.')
}
