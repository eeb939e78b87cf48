import type { Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { parseTidspunkt, parseUuid } from '#kernel'
import { parseStrengJson } from '#modtagelse'
import type { Nyt } from '../abonnement/index.ts'
import type { Genudsendelse } from '../udsendelse/index.ts'
import { AbonnementsoenskeSchema, GenudsendelseSchema } from './skema.ts'

const oenske = Compile(AbonnementsoenskeSchema)
const genudsendelse = Compile(GenudsendelseSchema)

/** What a subscription is asked for with, or undefined where it is not that. */
export function parseNyt(tekst: string): Nyt | undefined {
  const vaerdi = parseStrengJson(tekst)
  if (!oenske.Check(vaerdi)) return undefined
  const { form = 'cloudevent', formaal = 'notifikation', ...givet } = vaerdi as Static<typeof AbonnementsoenskeSchema>
  const { navn, url, arter = [], haendelser = [], kommuner = [], kle = [] } = givet
  return { navn, url, form, formaal, arter, haendelser, kommuner, kle } as Nyt
}

/** What is to be sent anew; nothing is all of it. Undefined where it is something else. */
export function parseGenudsendelse(tekst: string): Genudsendelse | undefined {
  const vaerdi = tekst === '' ? {} : parseStrengJson(tekst)
  if (!genudsendelse.Check(vaerdi)) return undefined
  const { haendelse, fra } = vaerdi as Static<typeof GenudsendelseSchema>
  const laest = {
    haendelse: haendelse === undefined ? undefined : parseUuid(haendelse),
    fra: fra === undefined ? undefined : parseTidspunkt(fra),
  }
  const ulaest = (haendelse !== undefined && !laest.haendelse) || (fra !== undefined && !laest.fra)
  return ulaest ? undefined : laest
}
