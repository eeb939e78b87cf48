import type { FastifyPluginAsync } from 'fastify'
import { setSprog } from '#adgang'
import { offentligKontekst } from '#overblik'
import type { Clock } from '#platform/clock'
import { declareAdgang } from '#platform/http'
import { sendHtml } from '#web'
import { type Koerselsdeps, listOverensstemmelse } from '../koersel.ts'
import { overensstemmelseData, overensstemmelseView } from './overensstemmelse.view.ts'

export type OverensstemmelseDeps = Pick<Koerselsdeps, 'db' | 'underskriver'> &
  Parameters<typeof setSprog>[0] & { readonly clock: Clock; readonly demo: boolean }

const STI = '/tilslutning/overensstemmelse'
const STIER = { data: `${STI}.json`, noegler: '/tilslutning/noegler.json' } as const
const SKJULT = { schema: { hide: true } } as const

/** Which systems have passed, and the keys by which their reports are verified: open to everybody. */
export const overensstemmelseRoute: FastifyPluginAsync<OverensstemmelseDeps> = async (scope, deps) => {
  declareAdgang(scope, 'offentlig')
  scope.get(STI, SKJULT, async (request, reply) => {
    setSprog(deps, request, reply)
    const k = offentligKontekst(request, { nu: deps.clock.now(), demo: deps.demo })
    return sendHtml(reply, overensstemmelseView(k, await listOverensstemmelse(deps), STIER))
  })
  scope.get(STIER.data, SKJULT, async () => overensstemmelseData(await listOverensstemmelse(deps)))
  scope.get(STIER.noegler, SKJULT, async () => ({ keys: [deps.underskriver.offentlig] }))
}
