import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { arbejdskontekst, grundlagForKommune, medarbejderOf, type Rolle, requireMedarbejder } from '#adgang'
import { readForKommune } from '#adgangslog'
import { parseTidspunkt, type Tidspunkt } from '#kernel'
import type { Kilderegister } from '#kilde'
import { danskDag } from '#platform/clock'
import { alert, formatAntal, html, renderArbejdsside, sendCsv, sendHtml, sidehoved, textInput, writeCsv } from '#web'
import { findForslag, HOEJST_FORSLAG } from '../tal.sql.ts'
import type { Gennemgangsdeps } from './koe.route.ts'
import { STI } from './stier.ts'
import { fundord, ord } from './texts/index.ts'

export type Forslagsdeps = Gennemgangsdeps & { readonly kilder: Pick<Kilderegister, 'find'> }
export const FORSLAGSMODTAGERE: readonly Rolle[] = ['fagsystemansvarlig', 'kvalitetsansvarlig', 'projektansvarlig']
const SKJULT = { schema: { hide: true } } as const
const BEGYNDELSE = '2000-01-01T00:00:00.000Z' as Tidspunkt

/**
 * The corrected titles, for whoever is to correct them in the systems. A list that is fetched, and no event: an event says that an object is
 * another than it was, to those who subscribe, and carries nothing of what is in it; a suggestion changes no object.
 */
export function registerForslag(scope: FastifyInstance, deps: Forslagsdeps): void {
  requireMedarbejder(scope, deps, FORSLAGSMODTAGERE)
  scope.get(STI.forslag, SKJULT, (request, reply) => sendSide(deps, request, reply))
  scope.get(STI.csv, SKJULT, (request, reply) => sendForslag(deps, request, reply))
}

function sendSide(deps: Forslagsdeps, request: FastifyRequest, reply: FastifyReply, fejl?: string) {
  const k = arbejdskontekst(deps, request)
  const t = ord(k.sprog).forslag
  const felt = { id: 'fra', navn: 'fra', etiket: t.fra, hjaelp: t.fraHjaelp, vaerdi: '', ...(fejl ? { fejl } : {}) }
  const indhold = html`${sidehoved(t.overskrift, t.lead)}
<div class="bb-smal"><p>${t.om}</p>${fejl ? alert(k.sprog, 'error', { indhold: fejl }) : undefined}
<form method="get" action="${STI.csv}" class="bb-formular">${textInput(k.sprog, felt)}<button type="submit" class="button button-primary">${t.hent}</button></form>
<p class="bb-meta">${t.hoejst(formatAntal(HOEJST_FORSLAG, k.sprog))}</p></div>`
  return sendHtml(reply, renderArbejdsside(k, { indhold }), fejl ? 400 : 200)
}

async function sendForslag(deps: Forslagsdeps, request: FastifyRequest, reply: FastifyReply) {
  const { sprog } = arbejdskontekst(deps, request)
  const t = ord(sprog).forslag
  const dag = String((request.query as Readonly<Record<string, unknown>>)['fra'] ?? '').trim()
  const fra = dag === '' ? BEGYNDELSE : /^\d{4}-\d{2}-\d{2}$/.test(dag) ? parseTidspunkt(`${dag}T00:00:00Z`) : undefined
  if (!fra) return sendSide(deps, request, reply, t.datoFejl)
  const grundlag = grundlagForKommune(medarbejderOf(request), 'gennemgangAfTitler')
  const [raekker] = await readForKommune(deps, grundlag, { hvad: 'titler' }, [findForslag(grundlag.kommune, fra)])
  const systemer = new Map<string, string>()
  for (const id of new Set(raekker.map(({ kilde_id }) => kilde_id))) systemer.set(id, (await deps.kilder.find(id))?.navn ?? id)
  const linjer = raekker.map((raekke) => [
    raekke.item_id,
    ord(sprog).art[raekke.art],
    systemer.get(raekke.kilde_id) ?? '',
    raekke.enhedsnavn,
    raekke.fund.map((kode) => fundord(sprog, kode)).join(', '),
    raekke.titel,
    danskDag(raekke.rettet),
  ])
  return sendCsv(reply, 'rettede-titler', writeCsv(t.kolonner, linjer))
}
