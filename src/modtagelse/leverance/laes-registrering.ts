import type { Objekt, RegistreringRaekke } from '#indeks'
import { laesElement } from '../laesning/index.ts'
import { openElement } from './registrering.ts'
import type { Modtagelsesdeps } from './typer.ts'

/** Reads what a kept registration says, for rebuilding. Throws Forseglingsfejl where it was not sealed as this registration with our keys. */
export const laesRegistrering =
  ({ noegler, roller }: Pick<Modtagelsesdeps, 'noegler' | 'roller'>) =>
  ({ objekt, tidspunkt, indhold }: RegistreringRaekke): Objekt =>
    laesElement(openElement({ noegler }, objekt, tidspunkt, indhold), roller)
