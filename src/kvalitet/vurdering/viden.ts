import type { Tidspunkt, Uuid } from '#kernel'
import type { Notatvurdering, Vurdering } from './vurdering.ts'

/** What a reader of one person's items is told of one of them. */
export type Vurderingsviden = {
  readonly item: Uuid
  readonly regelversion: number
  readonly vurderinger: readonly Vurdering[]
  readonly notater: readonly Notatvurdering[]
  readonly vurderet: Tidspunkt
}

/**
 * An item is held back until a person has said that it lies where it should, which takes the mark off (withGennemgang). That a title was approved
 * says nothing of it: that may have been before the item came to whoever has it now.
 */
export const isTilbageholdt = ({ tilbageholdt }: Vurdering): boolean => tilbageholdt

/** The graver of two judgements of the same text, with what people have decided of the first. */
export function graver(kendt: Vurdering, ny: Vurdering): Vurdering {
  const haardest = UDFALD.find((udfald) => kendt.udfald === udfald || ny.udfald === udfald) ?? 'blokeret'
  return {
    ...kendt,
    udfald: haardest,
    tilbageholdt: kendt.tilbageholdt || ny.tilbageholdt,
    fund: [...new Set([...kendt.fund, ...ny.fund])],
  }
}
const UDFALD = ['blokeret', 'advaret', 'ren'] as const
