import type { Kommunegrundlag, Tidspunkt } from '#kernel'
import type { Database } from '#platform/database'
import { createOpsaetning, type KleKonfiguration } from '#visning'
import { type Eksempelsted, vaelgEksempler } from './eksempelsteder.ts'
import { gennemgaa } from './gennemgaa.ts'
import type { Optaelling } from './optaelling.ts'
import type { Straekning } from './straekning.ts'

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
