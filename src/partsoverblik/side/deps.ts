import type { Medarbejder } from '#adgang'
import type { Laesedeps } from '#adgangslog'
import type { Daekningslager } from '#afstemning/daekning'
import type { Kilderegister } from '#kilde'
import type { Ordvalg } from '#klassifikation'
import type { Henvendelsesregister } from '#myndighed'
import type { Noegler } from '#platform/crypto'
import type { Opsaetning } from '#visning'

/** What the page about one citizen is made of, and who asks for it. */

export type Overblikdeps = Laesedeps & {
  readonly noegler: Noegler
  readonly kilder: Kilderegister
  readonly daekning: Daekningslager
  readonly register: Henvendelsesregister
  readonly opsaetning: { current(): Promise<Opsaetning> }
  readonly ordvalg: { current(): Promise<Ordvalg> }
}

export type Besoegende = Pick<Medarbejder, 'id' | 'cvr' | 'rettigheder' | 'enheder' | 'session'>
