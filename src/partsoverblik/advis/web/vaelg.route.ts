import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { medarbejderOf, requireMedarbejder } from '#adgang'
import { readForSagsbehandler } from '#adgangslog'
import { parseUuid, type Uuid } from '#kernel'
import { vedTid } from '#overblik'
import { type Besoegsrequest, inBesoeg, readBesoegt } from '#partsoverblik/besoeg'
import { danskDag } from '#platform/clock'
import { hmac } from '#platform/crypto'
import { type Formular, readFelt } from '#platform/http'
import { formatDato, sendHtml } from '#web'
import { type Abonnementsoenske, adviskontekst, subscribe } from '../abonner.ts'
import { ADVISSAETNINGER } from '../advis.errors.ts'
import { listGrupper, listValgbare, type Tingraekke } from '../advis.sql.ts'
import { fristdag } from '../advis.ts'
import { ABONNENTER, type Advisrutedeps } from './advis.route.ts'
import { vaelgView } from './vaelg.view.ts'

const STI = '/kommune/borger/:besoeg/advis'
const SKJULT = { schema: { hide: true } } as const

/** A Fastify plugin: what to be told of about the citizen of a visit. */
export const advisvalgRoutes: FastifyPluginAsync<Advisrutedeps> = async (scope, deps) => {
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, ABONNENTER)
    under.get(STI, SKJULT, (request, reply) => inBesoeg(deps, request, reply, sendSide))
    under.post(STI, SKJULT, (request, reply) => inBesoeg(deps, request, reply, choose))
  })
}

/** What the visit's addresses and forms call a thing here: it means nothing in another visit. */
const advisref = ({ noegler }: Pick<Advisrutedeps, 'noegler'>, besoeg: Uuid, ting: Uuid): string =>
  hmac(noegler.session.aktuel, `borgerblikket/advis ${besoeg} ${ting}`).toString('base64url').slice(0, 16)

type Side = Besoegsrequest<Advisrutedeps>

/** The cases and deadlines that the employee may see, on the visit's ground; logged. */
const readValgbare = async ({ deps, grundlag }: Side): Promise<readonly Tingraekke[]> =>
  (await readForSagsbehandler(deps, grundlag, { hvad: 'advisvalg' }, [listValgbare(grundlag, deps.clock.now())]))[0]

async function sendSide(side: Side, fejl?: string): Promise<FastifyReply> {
  const { deps, request, reply, k, grundlag } = side
  const hvem = medarbejderOf(request)
  const [ting, [grupper], besoegt] = await Promise.all([
    readValgbare(side),
    deps.db.readBatch(adviskontekst(hvem), [listGrupper(hvem)]),
    readBesoegt(deps, grundlag),
  ])
  const besoeg = grundlag.korrelation
  const tilbage = `/kommune/borger/${besoeg}`
  const idag = danskDag(k.nu)
  const sager = ting.flatMap(({ item_id, data }) => {
    const titel = data.art === 'sag' ? vedTid(data.titler, k.nu) : undefined
    return titel
      ? [{ vaerdi: advisref(deps, besoeg, item_id), tekst: [titel.titel, titel.nummer].filter(Boolean).join(' · ') }]
      : []
  })
  const frister = ting.flatMap(({ item_id, data }) => {
    const dag = data.art === 'aftale' ? fristdag(data.aftaler, k.nu) : undefined
    if (data.art !== 'aftale' || dag === undefined || dag < idag) return []
    const titel = vedTid(data.aftaler, k.nu)?.titel ?? ''
    return [{ vaerdi: advisref(deps, besoeg, item_id), tekst: `${titel} · ${formatDato(dag, k.sprog)}` }]
  })
  const query = request.query as Formular
  const gjort = readFelt(query, 'gjort') === 'ja'
  const valgtSag = readFelt(query, 'sag')
  return sendHtml(
    reply,
    vaelgView(k, { tilbage, sti: `${tilbage}/advis`, besoegt, sager, frister, grupper, valgtSag, gjort, fejl }),
    fejl === undefined ? 200 : 422,
  )
}

async function choose(side: Side): Promise<FastifyReply> {
  const { deps, request, reply, k, grundlag } = side
  const formular = (request.body ?? {}) as Formular
  const ref = readFelt(formular, 'ref')
  const ting =
    ref === ''
      ? undefined
      : (await readValgbare(side)).find(({ item_id }) => advisref(deps, grundlag.korrelation, item_id) === ref)
  const oenske = readOenske(formular, grundlag.part, ting)
  const nej = ADVISSAETNINGER.FINDES_IKKE[k.sprog]
  if (!oenske || (ref !== '' && !ting)) return sendSide(side, nej)
  const svar = await subscribe(deps, medarbejderOf(request), oenske)
  if (!svar.ok) return sendSide(side, ADVISSAETNINGER[svar.afvisning][k.sprog])
  return reply.redirect(`/kommune/borger/${grundlag.korrelation}/advis?gjort=ja`, 303)
}

function readOenske(formular: Formular, part: Uuid, ting: Tingraekke | undefined): Abonnementsoenske | undefined {
  const gruppe = parseUuid(readFelt(formular, 'gruppe'))
  const dage = readFelt(formular, 'dage')
  switch (readFelt(formular, 'slags')) {
    case 'part':
      return { slags: 'part', part, gruppe }
    case 'sag':
      return ting?.art === 'sag' ? { slags: 'sag', part, objekt: ting.item_id, gruppe } : undefined
    case 'frist':
      return ting?.art === 'aftale'
        ? { slags: 'frist', part, objekt: ting.item_id, dageFoer: /^\d{1,2}$/.test(dage) ? Number(dage) : -1 }
        : undefined
    case 'paamindelse':
      return ting && ting.art !== 'sag'
        ? undefined
        : { slags: 'paamindelse', part, objekt: ting?.item_id, dag: readFelt(formular, 'dag') }
    default:
      return undefined
  }
}
