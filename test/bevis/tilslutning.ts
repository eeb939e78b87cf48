import type { Bevislinje } from './linje.ts'
import { TILSLUTNING_HASTIGHED } from './linjer/tilslutning-hastighed.ts'
import { TILSLUTNING_INDTAG } from './linjer/tilslutning-indtag.ts'
import { TILSLUTNING_INTERFACE } from './linjer/tilslutning-interface.ts'
import { TILSLUTNING_VEJ } from './linjer/tilslutning-vej.ts'

/** The evidence for the connection of fagsystemer: the interfaces, what is delivered, the compliance test and its road, and the speed. */
export const TILSLUTNING: readonly Bevislinje[] = [
  ...TILSLUTNING_INTERFACE,
  ...TILSLUTNING_VEJ,
  ...TILSLUTNING_INDTAG,
  ...TILSLUTNING_HASTIGHED,
]
