import type createFetchClient from 'openapi-fetch'
import { BorgerblikketFejl } from './fejl.ts'
import { createFortegnelse, type Fortegnelse, type Objektversion } from './fortegnelse.ts'
import type { Kald } from './kald.ts'
import { type Privatnoegle, signUdenIndhold } from './paastand.ts'
import type { Afstemningsresultat, Fortegnelsesrod, paths, Trin, Trinsvar } from './skema.ts'

export type Afstemningsvalg = {
  /** CVR number. */
  readonly kommune: string
  /** As of when the inventory is: take the time first, then read the objects of that time. */
  readonly tidspunkt: Date | string
  /** How many registrations for the municipality you know that were kept: receipts `modtaget`, all that you ever had. */
  readonly sendt: number
  /** Everything that the system is Master of for the municipality, or a picture made of it already. */
  readonly objekter: Iterable<Objektversion> | AsyncIterable<Objektversion> | Fortegnelse
  /** Where an object belongs: told for those that differ, only that field is silent until they are delivered; else all of the municipality. */
  readonly felt?: (id: string) => { readonly art: string; readonly kle: string } | undefined
  /** Signs what is stated, as evidence. With credentials that have a key of one's own, that key is used. */
  readonly signatur?: { readonly privatnoegle: Privatnoegle; readonly kid?: string | undefined } | undefined
}

export type Afstemningssvar = Afstemningsresultat & { readonly afstemning: string }

type Api = ReturnType<typeof createFetchClient<paths>>

/** A comparison that was cut off (a restart, a quarter of an hour) is begun again this often. */
const FORSOEG = 3

/**
 * Reconciles a municipality: what differs is found in a few messages, however much agrees. Throws BorgerblikketFejl where it is refused, and
 * Forbindelsesfejl where nobody answers.
 */
export async function afstem(kald: Kald, api: Api, valg: Afstemningsvalg): Promise<Afstemningssvar> {
  const { objekter } = valg
  const fortegnelse = 'knude' in objekter ? objekter : await createFortegnelse(objekter)
  const { antal, hash } = await fortegnelse.knude('')
  const rod: Fortegnelsesrod = {
    kommune: valg.kommune,
    tidspunkt: new Date(valg.tidspunkt).toISOString(),
    sendt: valg.sendt,
    antal,
    rod: hash,
  }
  for (let nr = 1; ; nr++)
    try {
      return await compare(api, fortegnelse, valg, await begin(kald, rod, valg.signatur))
    } catch (fejl) {
      if (!(fejl instanceof BorgerblikketFejl && fejl.kode === 'AFSTEMNING_UDLOEBET') || nr >= FORSOEG) throw fejl
    }
}

/** Sent as the very text that is signed. */
async function begin(kald: Kald, rod: Fortegnelsesrod, signatur: Afstemningsvalg['signatur']): Promise<Trin> {
  const body = JSON.stringify(rod)
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (signatur) headers['x-jws-signature'] = await signUdenIndhold(signatur.privatnoegle, signatur.kid, body)
  const svar = await kald.send(new Request(new URL('/api/v1/afstemninger', kald.adresse), { method: 'POST', headers, body }))
  const laest: unknown = await svar.json().catch(() => ({}))
  if (!svar.ok) throw new BorgerblikketFejl(svar.status, typeof laest === 'object' && laest !== null ? laest : {})
  return laest as Trin
}

async function compare(api: Api, fortegnelse: Fortegnelse, { felt }: Afstemningsvalg, begyndt: Trin): Promise<Afstemningssvar> {
  const params = { path: { id: begyndt.afstemning } }
  let trin = begyndt
  while (!trin.resultat) {
    const noder: Trinsvar['noder'] = []
    for (const p of trin.spoerg) noder.push({ p, ...(await fortegnelse.knude(p)) })
    for (const p of trin.objekter) noder.push({ p, objekter: fortegnelse.objekter(p).map((objekt) => withFelt(objekt, felt)) })
    const { data, error, response } = await api.POST('/api/v1/afstemninger/{id}/trin', { params, body: { noder } })
    if (!data) throw new BorgerblikketFejl(response.status, typeof error === 'object' && error !== null ? error : {})
    trin = data
  }
  return { afstemning: trin.afstemning, ...trin.resultat }
}

function withFelt([id, tidspunkt]: Objektversion, felt: Afstemningsvalg['felt']): string[] {
  const sted = felt?.(id)
  return sted ? [id, tidspunkt, sted.art, sted.kle] : [id, tidspunkt]
}
