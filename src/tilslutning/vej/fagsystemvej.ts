import type { CvrNummer, KlePraefiks, Tidspunkt, Uuid } from '#kernel'
import type { Aftale, Forslag, Haendelse } from './haendelse.ts'

/** The road of a fagsystem into production: what has happened, and from it where it stands. Pure. */

export type Forslagsart = 'pilot' | 'godkendelse' | 'udrulning' | 'genoptagelse' | 'udfasning'

export type Fagsystemskridt =
  | {
      readonly type: 'registreret'
      readonly navn: string
      readonly slags: string
      readonly leverandoer: CvrNummer
      readonly version: string
      readonly kle: readonly KlePraefiks[]
      /** A source that delivered before it came on the road: where it goes on as it did. */
      readonly overtaget?: readonly CvrNummer[]
    }
  | { readonly type: 'nyVersion'; readonly version: string }
  | ({ readonly type: 'aftaleNoteret'; readonly kommune: CvrNummer } & Aftale)
  | { readonly type: 'sandkasseAabnet'; readonly kommune: CvrNummer }
  | {
      readonly type: 'afproevet'
      readonly koersel: Uuid
      readonly version: string
      readonly proeveversion: string
      readonly bestaaet: boolean
    }
  | { readonly type: 'foreslaaet'; readonly forslag: Uuid; readonly hvad: Forslagsart; readonly kommune?: CvrNummer }
  | { readonly type: 'bekraeftet'; readonly forslag: Uuid }
  | { readonly type: 'trukketTilbage'; readonly forslag: Uuid; readonly aarsag: string }
  | { readonly type: 'suspenderet'; readonly kommune?: CvrNummer; readonly aarsag: string }

export type Fagsystemhaendelse = Haendelse<Fagsystemskridt>

export type Stop = { readonly siden: Tidspunkt; readonly aarsag: string; readonly cvr: CvrNummer | undefined }

/** A municipality that the system delivers for. */
export type Kommunedrift = { readonly tilstand: 'pilot' | 'drift'; readonly siden: Tidspunkt; readonly stop: Stop | undefined }

export type Proeve = {
  readonly koersel: Uuid
  readonly version: string
  readonly proeveversion: string
  readonly bestaaet: boolean
  readonly tid: Tidspunkt
}

export type Fagsystemvej = {
  /** The it-system's UUID: what its items name as Master. */
  readonly id: Uuid
  /** The number of the last step. */
  readonly nr: number
  readonly navn: string
  readonly slags: string
  readonly leverandoer: CvrNummer
  readonly version: string
  readonly kle: readonly KlePraefiks[]
  readonly registreret: Tidspunkt
  /** The operator put a source that delivered already on this road. */
  readonly overtaget: boolean
  readonly aftaler: ReadonlyMap<CvrNummer, Aftale>
  readonly sandkasse: { readonly kommune: CvrNummer; readonly siden: Tidspunkt } | undefined
  /** The newest test of the version that runs now. */
  readonly proeve: Proeve | undefined
  readonly kommuner: ReadonlyMap<CvrNummer, Kommunedrift>
  readonly godkendt: Tidspunkt | undefined
  readonly stop: Stop | undefined
  readonly udfaset: Tidspunkt | undefined
  /** What waits for a second person. */
  readonly forslag: readonly Forslag<Forslagsart>[]
}

/** The steps of the road, in order. */
export const TRIN = ['registreret', 'aftalt', 'sandkasse', 'afproevet', 'pilot', 'godkendt'] as const
export type Trin = (typeof TRIN)[number]

/** Whether a step of the road has been reached, and still stands. */
export const isNaaet = (vej: Fagsystemvej, trin: Trin): boolean => NAAET[trin](vej)

const NAAET: { readonly [T in Trin]: (vej: Fagsystemvej) => boolean } = {
  registreret: () => true,
  aftalt: ({ aftaler }) => aftaler.size > 0,
  // One that was taken over in operation needs no sandbox, but is to be tested like all others.
  sandkasse: ({ sandkasse, godkendt }) => sandkasse !== undefined || godkendt !== undefined,
  afproevet: ({ proeve }) => proeve?.bestaaet === true,
  pilot: ({ kommuner }) => kommuner.size > 0,
  godkendt: ({ godkendt }) => godkendt !== undefined,
}

/** The first step that has not been reached; undefined where the road is at its end. */
export const naesteTrin = (vej: Fagsystemvej): Trin | undefined => TRIN.find((trin) => !isNaaet(vej, trin))

/**
 * Whether the source with this id is the road's to govern: the road made it, or the operator put it here. An id can be registered by whoever
 * knows it, before the source that has it stands here by the operator's command.
 */
export const isKildensVej = ({ overtaget, sandkasse, kommuner }: Fagsystemvej): boolean =>
  overtaget || sandkasse !== undefined || kommuner.size > 0

/** The municipalities that the system may deliver for now: those with it in operation and not stopped, and the sandbox. */
export function leveringskommuner(vej: Fagsystemvej): CvrNummer[] {
  if (vej.stop || vej.udfaset) return []
  const drift = [...vej.kommuner].filter(([, { stop }]) => stop === undefined).map(([cvr]) => cvr)
  return [...new Set([...(vej.sandkasse ? [vej.sandkasse.kommune] : []), ...drift])]
}

/** Where a system stands after all that has happened to it; undefined before it was registered. */
export const fagsystemvej = (id: Uuid, haendelser: readonly Fagsystemhaendelse[]): Fagsystemvej | undefined =>
  haendelser.reduce<Fagsystemvej | undefined>((vej, haendelse) => advance(id, vej, haendelse), undefined)

export function advance(id: Uuid, vej: Fagsystemvej | undefined, haendelse: Fagsystemhaendelse): Fagsystemvej | undefined {
  const { data, nr, tid } = haendelse
  if (data.type === 'registreret') return vej ?? begin(id, haendelse, data)
  if (!vej) return undefined
  return { ...vej, ...change(vej, haendelse, tid), nr }
}

type Registrering = Extract<Fagsystemskridt, { type: 'registreret' }>
const begin = (
  id: Uuid,
  { nr, tid }: Fagsystemhaendelse,
  { navn, slags, leverandoer, version, kle, overtaget }: Registrering,
): Fagsystemvej => ({
  id,
  nr,
  navn,
  slags,
  leverandoer,
  version,
  kle,
  registreret: tid,
  overtaget: overtaget !== undefined,
  aftaler: new Map(),
  sandkasse: undefined,
  proeve: undefined,
  kommuner: new Map((overtaget ?? []).map((cvr) => [cvr, { tilstand: 'drift', siden: tid, stop: undefined }])),
  godkendt: overtaget && overtaget.length > 0 ? tid : undefined,
  stop: undefined,
  udfaset: undefined,
  forslag: [],
})

function change(vej: Fagsystemvej, { data, af }: Fagsystemhaendelse, tid: Tidspunkt): Partial<Fagsystemvej> {
  switch (data.type) {
    case 'registreret':
      return {}
    case 'nyVersion':
      // A test is of one version: the next one must be tested anew. Municipalities in operation go on meanwhile.
      return { version: data.version, proeve: undefined }
    case 'aftaleNoteret': {
      const { underskrevet, underskriver, reference } = data
      return { aftaler: new Map(vej.aftaler).set(data.kommune, { underskrevet, underskriver, reference }) }
    }
    case 'sandkasseAabnet':
      return { sandkasse: { kommune: data.kommune, siden: tid } }
    case 'afproevet':
      return data.version === vej.version ? { proeve: { ...data, tid } } : {}
    case 'foreslaaet':
      return af ? { forslag: [...vej.forslag, { id: data.forslag, hvad: data.hvad, kommune: data.kommune, af, tid }] } : {}
    case 'trukketTilbage':
      return { forslag: vej.forslag.filter(({ id }) => id !== data.forslag) }
    case 'suspenderet':
      return stopped(vej, data.kommune, { siden: tid, aarsag: data.aarsag, cvr: af?.cvr })
    case 'bekraeftet':
      return confirmed(vej, data.forslag, tid)
  }
}

function confirmed(vej: Fagsystemvej, id: Uuid, tid: Tidspunkt): Partial<Fagsystemvej> {
  const forslag = vej.forslag.find((en) => en.id === id)
  if (!forslag) return {}
  const resten = { forslag: vej.forslag.filter((en) => en !== forslag) }
  const { kommune } = forslag
  const iGang = (tilstand: Kommunedrift['tilstand']) =>
    kommune ? { kommuner: new Map(vej.kommuner).set(kommune, { tilstand, siden: tid, stop: undefined }) } : {}
  switch (forslag.hvad) {
    case 'pilot':
      return { ...resten, ...iGang('pilot') }
    case 'udrulning':
      return { ...resten, ...iGang('drift') }
    case 'godkendelse':
      return {
        ...resten,
        godkendt: tid,
        kommuner: new Map([...vej.kommuner].map(([cvr, en]) => [cvr, { ...en, tilstand: 'drift' }])),
      }
    case 'genoptagelse':
      return { ...resten, ...stopped(vej, kommune, undefined) }
    case 'udfasning':
      return { forslag: [], udfaset: tid }
  }
}

function stopped(vej: Fagsystemvej, kommune: CvrNummer | undefined, stop: Stop | undefined): Partial<Fagsystemvej> {
  if (kommune === undefined) return { stop }
  const drift = vej.kommuner.get(kommune)
  return drift ? { kommuner: new Map(vej.kommuner).set(kommune, { ...drift, stop }) } : {}
}
