import { readBase64 } from '../merkle/base64.ts'
import type { Hash } from '../merkle/trae.ts'

/** What a log asks of a witness: to sign `note`, which goes on from the log of `gammel` lines (C2SP tlog-witness, add-checkpoint). */
export type Vidneanmodning = { readonly gammel: number; readonly bevis: readonly Hash[]; readonly note: string }

const HASH = 32
/** No tree that can be counted is proved by more, which the specification says too. */
const HOEJST_LED = 63

export const formatAnmodning = ({ gammel, bevis, note }: Vidneanmodning): string =>
  `old ${gammel}\n${bevis.map((led) => `${led.toString('base64')}\n`).join('')}\n${note}`

/** What formatAnmodning wrote; undefined for anything else. Nothing of the note is read. */
export function parseAnmodning(tekst: string): Vidneanmodning | undefined {
  const skel = tekst.indexOf('\n\n')
  const [hoved = '', ...linjer] = tekst.slice(0, Math.max(0, skel)).split('\n')
  const [, tal] = /^old (0|[1-9]\d{0,15})$/.exec(hoved) ?? []
  const gammel = Number(tal)
  if (tal === undefined || !Number.isSafeInteger(gammel) || linjer.length > HOEJST_LED) return undefined
  const bevis = linjer.map((linje) => readBase64(linje, HASH)).filter((led) => led !== undefined)
  return bevis.length === linjer.length ? { gammel, bevis, note: tekst.slice(skel + 2) } : undefined
}
