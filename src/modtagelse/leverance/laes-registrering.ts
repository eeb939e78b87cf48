import type { Objekt, RegistreringRaekke } from '#indeks'
import { open } from '#platform/crypto'
import type { ElementKilde } from '../element/element.kilde.ts'
import { laesElement } from '../laesning/index.ts'
import { indholdsAad } from './gem.ts'
import type { Modtagelsesdeps } from './typer.ts'

/** Reads what a kept registration says, for rebuilding. Throws Forseglingsfejl where it was not sealed as this registration with our keys. */
export const laesRegistrering =
  ({ noegler, roller }: Pick<Modtagelsesdeps, 'noegler' | 'roller'>) =>
  ({ objekt, tidspunkt, indhold }: RegistreringRaekke): Objekt =>
    laesElement(
      JSON.parse(open(noegler.indhold, indhold, indholdsAad(objekt, tidspunkt)).toString('utf8')) as ElementKilde,
      roller,
    )
