import type { Kommunegrundlag, Tidspunkt, Uuid } from '#kernel'
import type { Database } from '#platform/database'
import { createOpsaetning, type KleKonfiguration } from '#visning'
import { type Eksempelsted, vaelgEksempler } from './eksempelsteder.ts'
import type { Straekning } from './forhaandsvisning.sql.ts'
import { gennemgaa } from './gennemgaa.ts'
import type { Optaelling } from './optaelling.ts'

/** A stretch of a preview, as it is handed to a thread: plain values alone. */
export type Del = {
  readonly grundlag: Kommunegrundlag
  readonly foer: readonly KleKonfiguration[]
  readonly efter: readonly KleKonfiguration[]
  readonly tid: Tidspunkt
  readonly praefikser: readonly string[]
  readonly straekning: Straekning
}

export type Delresultat = { readonly tal: Optaelling; readonly eksempler: readonly Eksempelsted[] }

/** Works a stretch through. Throws what gennemgaa throws. */
export async function runDel(
  deps: { readonly db: Pick<Database, 'transaction'> },
  { grundlag, foer, efter, ...del }: Del,
  onFremdrift: (faerdige: number, iAlt: number) => void,
): Promise<Delresultat> {
  const valgte = vaelgEksempler()
  const tal = await gennemgaa(deps, grundlag, {
    ...del,
    foer: createOpsaetning(foer),
    efter: createOpsaetning(efter),
    onFremdrift,
    onPart: valgte.see,
  })
  return { tal, eksempler: valgte.steder() }
}

/** The parts' whole range in as many stretches of the same width: their ids are random, so that each has as much in it. */
export function toStraekninger(antal: number): readonly Straekning[] {
  const graense = (nr: number) =>
    `${Math.floor((nr * 0x1_0000) / antal)
      .toString(16)
      .padStart(4, '0')}0000-0000-0000-0000-000000000000` as Uuid
  return Array.from({ length: antal }, (_, nr) => ({
    fra: graense(nr),
    til: nr + 1 < antal ? graense(nr + 1) : undefined,
  }))
}
