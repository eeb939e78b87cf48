import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { parseUuid } from '#kernel'
import { sendProblem } from '#platform/http'
import {
  type AfvisningRaekke,
  countKvitteringer,
  type KvitteringRaekke,
  listAfvisninger,
  listKvitteringer,
  type Modtagelsesdeps,
  settleOnWord,
} from '../leverance/index.ts'
import { type Kildeadgangsdeps, kildeOf, requireKilder } from './kilde-adgang.ts'
import { toKvitteringslinje } from './kvitteringslinje.ts'
import { answerFejl, FINDES_IKKE, FORESPOERGSEL_UGYLDIG } from './problemer.ts'
import { fejlsvar, jsonSvar, KILDESIKRING } from './skema.ts'

type Deps = Pick<Modtagelsesdeps, 'db'> & Kildeadgangsdeps

const HOEJST = 1_000
const antal = Type.Optional(
  Type.Integer({ minimum: 1, maximum: HOEJST, description: `Så mange ad gangen, højst ${HOEJST}; 100, hvor intet siges` }),
)
const efter = Type.Optional(Type.String({ maxLength: 100, description: 'naeste fra det forrige svar' }))
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const kilde = { config: { adgang: 'kilde', rateLimit: { max: 600, timeWindow: 60_000 } } } as const
const faelles = { tags: ['egne leverancer'], security: KILDESIKRING }

/** What a source can read back of its own: refused lines, deliveries and their receipts. Another's answer as what does not exist. */
export const egneLeverancerRoute: FastifyPluginAsync<Deps> = async (scope, deps) => {
  scope.setValidatorCompiler(() => () => true)
  scope.setSerializerCompiler(() => JSON.stringify)
  requireKilder(scope, deps)
  answerFejl(scope)
  scope.get(
    '/api/v1/afvisninger',
    {
      ...kilde,
      schema: {
        ...faelles,
        summary: 'Kildens egne afviste linjer, ældste først',
        description:
          'En åben afvisning gør, at borgeren ikke får at vide, at der intet er. Den er afgjort, når objektet er modtaget, eller når kilden siger det.',
        querystring: Type.Object({
          tilstand: Type.Optional(Type.Union([Type.Literal('aabne'), Type.Literal('alle')])),
          antal,
          efter,
        }),
        response: { 200: jsonSvar('En side af afvisninger', 'Afvisninger'), ...fejlsvar(400, 401, 403, 429, 503) },
      },
    },
    (request, reply) => sendAfvisninger(deps, request, reply),
  )
  scope.post(
    '/api/v1/afvisninger/:id/afgoerelse',
    {
      ...kilde,
      schema: {
        ...faelles,
        summary: 'Sig, at en afvist linje er afgjort',
        description: 'Til linjer, hvis objekt ikke kunne læses, og til dem, der ikke skal sendes igen. Kan gentages.',
        params,
        response: { 204: { description: 'Afgjort' }, ...fejlsvar(401, 403, 404, 429, 503) },
      },
    },
    (request, reply) => afgoer(deps, request, reply),
  )
  scope.get(
    '/api/v1/leverancer/:id',
    {
      ...kilde,
      schema: {
        ...faelles,
        summary: 'En af kildens egne leverancer, talt op',
        params,
        response: { 200: jsonSvar('Leverancen', 'Leverance'), ...fejlsvar(401, 403, 404, 429, 503) },
      },
    },
    (request, reply) => sendLeverance(deps, request, reply),
  )
  scope.get(
    '/api/v1/leverancer/:id/kvitteringer',
    {
      ...kilde,
      schema: {
        ...faelles,
        summary: 'Kvitteringerne for en af kildens egne leverancer',
        params,
        querystring: Type.Object({ antal, efter }),
        response: { 200: jsonSvar('En side af kvitteringer', 'Kvitteringer'), ...fejlsvar(400, 401, 403, 404, 429, 503) },
      },
    },
    (request, reply) => sendKvitteringer(deps, request, reply),
  )
}

const MODTAGELSE = { rolle: 'modtagelse' } as const

type Sidevalg = { readonly antal: number; readonly efter: string | undefined }

/** The page that is asked for, or undefined where a parameter is unknown, given twice or of a wrong form. */
function readSide(request: FastifyRequest, kendte: readonly string[]): Sidevalg | undefined {
  const query = request.query as Readonly<Record<string, unknown>>
  const { antal: oensket = '100', efter: fra } = query
  if (!Object.entries(query).every(([navn, vaerdi]) => kendte.includes(navn) && typeof vaerdi === 'string')) return undefined
  const tal = /^\d{1,4}$/.test(String(oensket)) ? Number(oensket) : 0
  return tal >= 1 && tal <= HOEJST ? { antal: tal, efter: fra as string | undefined } : undefined
}

const idOf = (request: FastifyRequest) => parseUuid((request.params as { readonly id: string }).id)

async function sendAfvisninger({ db }: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const side = readSide(request, ['tilstand', 'antal', 'efter'])
  const { tilstand = 'aabne' } = request.query as { readonly tilstand?: string }
  const maerke = side && readMaerke(side.efter)
  if (!side || !maerke || (tilstand !== 'aabne' && tilstand !== 'alle')) return sendProblem(reply, FORESPOERGSEL_UGYLDIG)
  // One more than asked for tells whether there are more.
  const [raekker] = await db.readBatch(MODTAGELSE, [
    listAfvisninger(kildeOf(request).id, maerke, tilstand === 'aabne', side.antal + 1),
  ])
  const viste = raekker.slice(0, side.antal)
  const sidste = raekker.length > side.antal ? viste.at(-1) : undefined
  return reply.send({ afvisninger: viste.map(toAfvisning), ...(sidste ? { naeste: writeMaerke(sidste) } : {}) })
}

/** Before all that there can be. */
const FOERST = { modtaget: '-infinity', id: '00000000-0000-0000-0000-000000000000' } as const
const MAERKE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)\/([0-9a-f-]{36})$/

/** Where a page ended; to the sender it is a mark without a meaning. */
const writeMaerke = ({ maerke, afvisning_id }: AfvisningRaekke): string =>
  Buffer.from(`${maerke}/${afvisning_id}`).toString('base64url')

function readMaerke(efter: string | undefined): { readonly modtaget: string; readonly id: string } | undefined {
  if (efter === undefined) return FOERST
  const [, modtaget = '', id = ''] = MAERKE.exec(Buffer.from(efter, 'base64url').toString('latin1')) ?? []
  return Number.isNaN(Date.parse(modtaget)) || !parseUuid(id) ? undefined : { modtaget, id }
}

const toAfvisning = (raekke: AfvisningRaekke) => ({
  id: raekke.afvisning_id,
  leverance: raekke.leverance_id,
  linje: raekke.linje,
  objekt: raekke.objekt_id,
  art: raekke.art,
  brud: raekke.brud,
  modtaget: raekke.modtaget,
  afgjort: raekke.afgjort,
})

async function afgoer({ db }: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const id = idOf(request)
  const fundet = id && (await db.transaction(MODTAGELSE, (tx) => settleOnWord(tx, kildeOf(request).id, id)))
  return fundet ? reply.code(204).send() : sendProblem(reply, FINDES_IKKE)
}

async function sendLeverance({ db }: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const id = idOf(request)
  const [raekke] = id ? (await db.readBatch(MODTAGELSE, [countKvitteringer(kildeOf(request).id, id)]))[0] : []
  if (!raekke) return sendProblem(reply, FINDES_IKKE)
  const { leverance_id, paabegyndt, kanal, modtaget, uaendret, afvist } = raekke
  return reply.send({ id: leverance_id, paabegyndt, kanal, linjer: modtaget + uaendret + afvist, modtaget, uaendret, afvist })
}

async function sendKvitteringer({ db }: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const side = readSide(request, ['antal', 'efter'])
  if (!side || !/^\d{0,9}$/.test(side.efter ?? '')) return sendProblem(reply, FORESPOERGSEL_UGYLDIG)
  const id = idOf(request)
  if (!id) return sendProblem(reply, FINDES_IKKE)
  const kildeId = kildeOf(request).id
  const [egne, raekker] = await db.readBatch(MODTAGELSE, [
    countKvitteringer(kildeId, id),
    listKvitteringer(kildeId, id, Number(side.efter ?? 0), side.antal + 1),
  ])
  if (egne.length === 0) return sendProblem(reply, FINDES_IKKE)
  const viste = raekker.slice(0, side.antal)
  const sidste = raekker.length > side.antal ? viste.at(-1) : undefined
  return reply.send({ kvitteringer: viste.map(toKvittering), ...(sidste ? { naeste: String(sidste.linje) } : {}) })
}

const toKvittering = ({ linje, objekt_id, udfald, brud }: KvitteringRaekke) =>
  toKvitteringslinje({ linje, id: objekt_id ?? undefined, udfald, brud: brud ?? [] })
