import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Livstegn } from '#afstemning/livstegn'
import { parseCvrNummer, parseTidspunkt } from '#kernel'
import { LIVSTEGN_SKEMAER } from './skema.livstegn.ts'

const validator = Compile(LIVSTEGN_SKEMAER['Livstegn'] as TSchema)

type LivstegnKilde = {
  readonly loebenummer: number
  readonly tidspunkt: string
  readonly kommuner: readonly {
    readonly kommune: string
    readonly vandmaerke: string
    readonly sendt: number
    readonly koe: number
  }[]
  readonly naeste?: string
}

/** The sign of life as it was sent, or undefined where it is none. */
export function parseLivstegn(vaerdi: unknown): Livstegn | undefined {
  if (!validator.Check(vaerdi)) return undefined
  const kilde = vaerdi as LivstegnKilde
  const tidspunkt = parseTidspunkt(kilde.tidspunkt)
  const naeste = kilde.naeste === undefined ? undefined : parseTidspunkt(kilde.naeste)
  if (!tidspunkt || (kilde.naeste !== undefined && !naeste)) return undefined
  const kommuner = kilde.kommuner.flatMap(({ kommune, vandmaerke, ...tal }) => {
    const [cvr, maerke] = [parseCvrNummer(kommune), parseTidspunkt(vandmaerke)]
    return cvr && maerke ? [{ ...tal, kommune: cvr, vandmaerke: maerke }] : []
  })
  if (kommuner.length !== kilde.kommuner.length) return undefined
  return { loebenummer: kilde.loebenummer, tidspunkt, kommuner, naeste }
}
