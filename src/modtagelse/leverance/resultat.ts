import type { NyRegistrering } from '#indeks'
import type { CvrNummer } from '#kernel'
import type { Afvist } from './afviste.ts'
import type { Fjernelsesresultat } from './fjern.ts'

/** What became of a line that had no fault of its own. `historik`: kept, but a newer registration is current. */
export type Resultat =
  | {
      readonly udfald: 'aendret' | 'historik' | 'uaendret'
      readonly ny: NyRegistrering
      /** The municipality that it is for, where it was kept and that can be told. */
      readonly kommune?: CvrNummer | undefined
    }
  | Fjernelsesresultat
  | { readonly brud: Afvist['brud'] }
