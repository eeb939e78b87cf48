import type { Tidspunkt, Uuid } from '#kernel'
import { maskCpr } from '#kernel'
import { collectPartnavne } from '../laesning/index.ts'
import { openElement } from './registrering.ts'
import type { Modtagelsesdeps } from './typer.ts'

/**
 * The names that a kept registration gives its parties, with the part where it is known: what is a third person's name can be told by nobody
 * else. Throws Forseglingsfejl where it was not sealed as this registration with our keys.
 */
export const laesPartnavne =
  (deps: Pick<Modtagelsesdeps, 'noegler'>) =>
  ({
    objekt_id,
    tidspunkt,
    indhold,
  }: {
    readonly objekt_id: Uuid
    readonly tidspunkt: Tidspunkt
    readonly indhold: Uint8Array
  }): readonly { readonly part: Uuid | undefined; readonly navn: string }[] =>
    collectPartnavne(openElement(deps, objekt_id, tidspunkt, indhold)).map(({ part, navn }) => ({ part, navn: maskCpr(navn) }))
