import createFetchClient from 'openapi-fetch'
import { type Afstemningssvar, type Afstemningsvalg, afstem } from './afstem.ts'
import { BorgerblikketFejl } from './fejl.ts'
import { createKald, type Kaldsvalg } from './kald.ts'
import { type Leveringsvalg, lever, type Stykkesvar } from './lever.ts'
import type {
  Afstemning,
  Afvisning,
  CloudEvent,
  Kvittering,
  Leverance,
  Leveringsoensker,
  Linje,
  Livstegn,
  Livstegnssvar,
  Notathenvisning,
  Notatkvittering,
  Objekt,
  Objektsvar,
  Optaelling,
  paths,
  SkrevetNotat,
  Soegesvar,
  Soegning,
} from './skema.ts'

export type Haendelsesvalg = {
  /** Where the last fetch ended; undefined: the oldest that is kept; `nu`: what happens from now on. */
  readonly efter?: string | undefined
  /** Keeps the mark, when all events before it have been taken. */
  readonly gem?: (maerke: string) => void | Promise<void>
  readonly formaal?: 'synkronisering' | 'notifikation'
  readonly art?: string
  readonly haendelse?: string
  readonly kommune?: string
  readonly kle?: string
  /** Seconds to wait for something to happen, at most 20; 0 ends when there is no more. */
  readonly vent?: number
  readonly signal?: AbortSignal
}

/** A source's whole use of the REST interface. Every call throws BorgerblikketFejl where it is refused, and Forbindelsesfejl where nobody answers. */
export type Klient = {
  /** Every operation of the OpenAPI document, typed, with credentials: what has no name of its own below. */
  readonly api: ReturnType<typeof createFetchClient<paths>>
  /** Any call to the site with credentials, as a SOAP message. */
  send(request: Request): Promise<Response>
  lever(linjer: Iterable<Linje | string> | AsyncIterable<Linje | string>, valg: Leveringsvalg): AsyncGenerator<Stykkesvar, void>
  leverance(id: string): Promise<Leverance>
  kvitteringer(leverance: string): AsyncGenerator<Kvittering, void>
  afvisninger(tilstand?: 'aabne' | 'alle'): AsyncGenerator<Afvisning, void>
  afgoer(afvisning: string): Promise<void>
  objekt(id: string, valg?: { readonly historik?: boolean }): Promise<Objektsvar>
  objekter(art?: Linje['art']): AsyncGenerator<Objekt, void>
  soeg(soegning: Soegning): Promise<Soegesvar>
  optael(optaelling: Optaelling['optaelling']): Promise<Afstemning>
  /** Finds exactly what the index and the system differ in for a municipality; where they agree, that there is nothing can be proved. */
  afstem(valg: Afstemningsvalg): Promise<Afstemningssvar>
  /** Says that the system lives and how far it is: after a reconciliation that agreed, this is what keeps the proof new. */
  livstegn(livstegn: Livstegn): Promise<Livstegnssvar>
  /** What reconciliations have found, and what is not delivered (or deleted) yet. */
  leveringsoensker(): AsyncGenerator<Leveringsoensker['oensker'][number], void>
  haendelser(valg?: Haendelsesvalg): AsyncGenerator<CloudEvent, void>
  /** Notes that caseworkers have written for the system's own cases and that it has not acknowledged, oldest first, without their text. */
  notater(): AsyncGenerator<Notathenvisning, void>
  /** A note with its text; fetched again it is the same, until it is on the case. */
  notat(id: string): Promise<SkrevetNotat>
  /** Says that the system has kept the note, or why it does not take it. Can be said again. */
  kvitterNotat(id: string, kvittering: Notatkvittering): Promise<void>
}

const SIDE = 1_000
const OBJEKTSIDE = 500
const NOTATSIDE = 500

/** The client. Throws TypeError where the address is none. */
export function createKlient(valg: Kaldsvalg): Klient {
  const kald = createKald(valg)
  const api = createFetchClient<paths>({ baseUrl: kald.adresse.origin, fetch: (request) => kald.send(request) })
  return {
    api,
    send: (request) => kald.send(request),
    lever: (linjer, leveringsvalg) => lever(kald, linjer, leveringsvalg),
    leverance: async (id) => unwrap(await api.GET('/api/v1/leverancer/{id}', { params: { path: { id } } })),
    kvitteringer: (id) =>
      pages(async (efter) => {
        const query = { antal: SIDE, ...(efter === undefined ? {} : { efter }) }
        const svar = unwrap(await api.GET('/api/v1/leverancer/{id}/kvitteringer', { params: { path: { id }, query } }))
        return { led: svar.kvitteringer, naeste: svar.naeste }
      }),
    afvisninger: (tilstand = 'aabne') =>
      pages(async (efter) => {
        const query = { tilstand, antal: SIDE, ...(efter === undefined ? {} : { efter }) }
        const svar = unwrap(await api.GET('/api/v1/afvisninger', { params: { query } }))
        return { led: svar.afvisninger, naeste: svar.naeste }
      }),
    afgoer: async (id) => {
      const { response, error } = await api.POST('/api/v1/afvisninger/{id}/afgoerelse', { params: { path: { id } } })
      if (!response.ok) throw toFejl(response, error)
    },
    objekt: async (id, { historik = false } = {}) => {
      const query = historik ? { historik: 'true' as const } : {}
      return unwrap(await api.GET('/api/v1/objekter/{id}', { params: { path: { id }, query } }))
    },
    objekter: (art) =>
      pages(async (efter) => {
        const query = { antal: OBJEKTSIDE, ...(art === undefined ? {} : { art }), ...(efter === undefined ? {} : { efter }) }
        const svar = unwrap(await api.GET('/api/v1/objekter', { params: { query } }))
        return { led: svar.objekter, naeste: svar.naeste }
      }),
    soeg: async (body) => unwrap(await api.POST('/api/v1/soegninger', { body })),
    optael: async (optaelling) => unwrap(await api.POST('/api/v1/optaellinger', { body: { optaelling } })),
    afstem: (afstemningsvalg) => afstem(kald, api, { signatur: egenNoegle(valg.legitimation), ...afstemningsvalg }),
    livstegn: async (body) => unwrap(await api.POST('/api/v1/livstegn', { body })),
    leveringsoensker: () =>
      pages(async (efter) => {
        const query = { antal: SIDE, ...(efter === undefined ? {} : { efter }) }
        const svar = unwrap(await api.GET('/api/v1/leveringsoensker', { params: { query } }))
        return { led: svar.oensker, naeste: svar.naeste }
      }),
    haendelser: (haendelsesvalg = {}) => haendelser(api, haendelsesvalg),
    notater: () =>
      pages(async (efter) => {
        const query = { antal: NOTATSIDE, ...(efter === undefined ? {} : { efter }) }
        const svar = unwrap(await api.GET('/api/v1/notater', { params: { query } }))
        return { led: svar.notater, naeste: svar.naeste }
      }),
    notat: async (id) => unwrap(await api.GET('/api/v1/notater/{id}', { params: { path: { id } } })),
    kvitterNotat: async (id, body) => {
      const { response, error } = await api.POST('/api/v1/notater/{id}/kvittering', { params: { path: { id } }, body })
      if (!response.ok) throw toFejl(response, error)
    },
  }
}

/** The key that the system shows who it is by, if it does so by a key. */
const egenNoegle = (legitimation: Kaldsvalg['legitimation']) =>
  'privatnoegle' in legitimation ? { privatnoegle: legitimation.privatnoegle, kid: legitimation.kid } : undefined

type Svar<T> = { readonly data?: T; readonly error?: unknown; readonly response: Response }

/** What was answered. Throws BorgerblikketFejl with the problem document where it was refused. */
function unwrap<T>({ data, error, response }: Svar<T>): NonNullable<T> {
  if (data === undefined || data === null) throw toFejl(response, error)
  return data
}

const toFejl = ({ status }: Response, error: unknown): BorgerblikketFejl =>
  new BorgerblikketFejl(status, typeof error === 'object' && error !== null ? error : {})

type Side<T> = { readonly led: readonly T[]; readonly naeste?: string | undefined }

async function* pages<T>(fetchSide: (efter: string | undefined) => Promise<Side<T>>): AsyncGenerator<T, void> {
  let efter: string | undefined
  do {
    const side: Side<T> = await fetchSide(efter)
    yield* side.led
    efter = side.naeste
  } while (efter !== undefined)
}

/** Events after a mark, for as long as the caller wants them. A mark that is too old is answered 410 (MAERKE_FOR_GAMMELT): there is a gap. */
async function* haendelser(api: Klient['api'], valg: Haendelsesvalg): AsyncGenerator<CloudEvent, void> {
  const { gem, vent = 0, signal, efter: fra, ...filter } = valg
  let efter = fra
  for (;;) {
    const query = { ...filter, vent, antal: SIDE, ...(efter === undefined ? {} : { efter }) }
    const svar = unwrap(await api.GET('/api/v1/haendelser', { params: { query }, ...(signal ? { signal } : {}) }))
    yield* svar.haendelser
    efter = svar.naeste
    await gem?.(efter)
    if (signal?.aborted || (!svar.flere && vent === 0)) return
  }
}
