import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import {
  arbejdskontekst,
  kommunepunkt,
  type MedarbejderDeps,
  type Medarbejderpunkt,
  medarbejderOf,
  type Rolle,
  requireMedarbejder,
} from '#adgang'
import { parseKlePraefiks } from '#kernel'
import type { Kilderegister } from '#kilde'
import { standardKleord } from '#klassifikation'
import { sendHtml } from '#web'
import { countSvar } from '../forstaaelse.sql.ts'
import { kvartalsnoegle, senesteKvartaler } from '../kvartal.ts'
import { suppress } from '../undertryk.ts'
import { FORSTAAELSESSTI, forstaaelseView } from './forstaaelse.view.ts'
import { forstaaelseDa } from './texts/da.ts'
import { forstaaelseEn } from './texts/en.ts'

export type ForstaaelseDeps = MedarbejderDeps & { readonly kilder: Kilderegister }

const ROLLER: readonly Rolle[] = ['projektansvarlig', 'kvalitetsansvarlig']

/** What this hangs into the municipality's menu. */
export const FORSTAAELSESPUNKTER: readonly Medarbejderpunkt[] = [
  kommunepunkt(FORSTAAELSESSTI, ROLLER, forstaaelseDa.punkt, forstaaelseEn.punkt),
]

/** Whether citizens understand the notes, for a municipality's project and quality leads. */
export const forstaaelseRoutes: FastifyPluginAsync<ForstaaelseDeps> = async (scope, deps) => {
  requireMedarbejder(scope, deps, ROLLER)
  scope.get(FORSTAAELSESSTI, { schema: { hide: true } }, (request, reply) => sendSvar(deps, request, reply))
}

async function sendSvar(deps: ForstaaelseDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const k = arbejdskontekst(deps, request)
  const { cvr } = medarbejderOf(request)
  const kvartaler = senesteKvartaler(deps.clock.now())
  const oensket = (request.query as Readonly<Record<string, unknown>>)['kvartal']
  const valgt = kvartaler.find((kvartal) => kvartalsnoegle(kvartal) === oensket) ?? kvartaler[0]
  const [raekker] = await deps.db.readBatch({ rolle: 'opsaetning' }, [countSvar(cvr, valgt.fra, valgt.til)])
  const systemer = new Map((await deps.kilder.alle()).map(({ id, navn }) => [id, navn]))
  const linjer = raekker.map(({ kilde_id, gruppe, ja, nej }) => {
    const praefiks = parseKlePraefiks(gruppe)
    const navn = praefiks ? `${standardKleord(praefiks).titel[k.sprog]} (KLE ${gruppe})` : gruppe
    return { omraade: navn, system: systemer.get(kilde_id), svar: suppress({ ja, nej }) }
  })
  return sendHtml(reply, forstaaelseView(k, { kvartaler, valgt, linjer }))
}
