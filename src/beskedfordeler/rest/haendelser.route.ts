import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { parseArt, parseCvrNummer, parseKlePraefiks } from '#kernel'
import { answerFejl, fejlsvar, jsonSvar, KILDESIKRING, type Kildeadgangsdeps, kildeOf, requireKilder } from '#modtagelse'
import type { Noegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import { sendProblem } from '#platform/http'
import { FORMAAL, type Oensker, toProblem } from '../abonnement/index.ts'
import { createHovedvagt, HAENDELSESARTER, toCloudEvent } from '../haendelse/index.ts'
import { fetchHaendelser, type Hentning } from '../hent.ts'
import { MAERKEPROBLEMER } from './problemer.ts'
import { EGNE_SVAR } from './skema.ts'

type Deps = Kildeadgangsdeps & { readonly db: Database; readonly noegler: Noegler; readonly url: string }

const HOEJST = 1_000
const HOEJST_VENT_S = 20
/** So many of one source's calls may wait at once. */
const HOEJST_VENTENDE_KALD = 10

const SKEMA = {
  summary: 'Hent, hvad der er sket, siden sidst',
  description:
    'Det, som kilden må høre om: i dens kommuner og KLE-numre. Mærket i naeste går videre, også når der intet var. 410: der er et hul.',
  tags: ['hændelser'],
  security: KILDESIKRING,
  querystring: Type.Object({
    efter: Type.Optional(
      Type.String({ maxLength: 200, description: 'naeste fra det forrige svar; nu: kun det, der sker herefter' }),
    ),
    antal: Type.Optional(Type.Integer({ minimum: 1, maximum: HOEJST, description: 'Højst så mange; 100, hvor intet siges' })),
    vent: Type.Optional(
      Type.Integer({ minimum: 0, maximum: HOEJST_VENT_S, description: 'Vent så mange sekunder på, at noget sker' }),
    ),
    formaal: Type.Optional(Type.String({ description: 'synkronisering (alt), hvor intet siges, eller notifikation' })),
    art: Type.Optional(Type.String({ description: 'Kun denne slags' })),
    haendelse: Type.Optional(Type.String({ description: 'Kun dette: importeret, opdateret, fjernet eller skrevet' })),
    kommune: Type.Optional(Type.String({ description: 'Kun denne kommune (CVR)' })),
    kle: Type.Optional(Type.String({ description: 'Kun dette KLE-nummer og det, der begynder med det' })),
  }),
  response: { 200: jsonSvar('En side af hændelser', 'Haendelser'), ...fejlsvar(400, 401, 403, 429, 503), 410: EGNE_SVAR[410] },
}

/** GET /api/v1/haendelser: what has happened that the source may hear of, after a mark. */
export const haendelserRoute: FastifyPluginAsync<Deps> = async (scope, deps) => {
  const vagt = createHovedvagt(deps.db)
  const ventende = new Map<string, number>()
  // Before the server waits for what it is answering: those who wait for news are told that there is none.
  scope.addHook('preClose', async () => vagt.close())
  scope.setValidatorCompiler(() => () => true)
  scope.setSerializerCompiler(() => JSON.stringify)
  requireKilder(scope, deps)
  answerFejl(scope)
  scope.get(
    '/api/v1/haendelser',
    { config: { adgang: 'kilde', rateLimit: { max: 600, timeWindow: 60_000 } }, schema: SKEMA },
    async (request, reply) => {
      const hentning = parseHentning(request)
      if (!hentning) return sendProblem(reply, toProblem('ABONNEMENT_UGYLDIGT'))
      const { id } = kildeOf(request)
      const antal = ventende.get(id) ?? 0
      const ventMs = antal < HOEJST_VENTENDE_KALD ? hentning.ventMs : 0
      ventende.set(id, antal + 1)
      try {
        return await answer({ ...deps, vagt }, { ...hentning, ventMs }, request, reply)
      } finally {
        const rest = (ventende.get(id) ?? 1) - 1
        if (rest > 0) ventende.set(id, rest)
        else ventende.delete(id)
      }
    },
  )
}

async function answer(
  deps: Parameters<typeof fetchHaendelser>[0] & { readonly url: string },
  hentning: Hentning,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const svar = await fetchHaendelser(deps, kildeOf(request), hentning)
  if (!svar.ok) return sendProblem(reply, MAERKEPROBLEMER[svar.afvisning])
  const { haendelser, naeste, flere } = svar.value
  const events = haendelser.map((haendelse) => toCloudEvent(haendelse, deps.url)).join(',')
  return reply
    .type('application/json; charset=utf-8')
    .send(`{"haendelser":[${events}],"naeste":${JSON.stringify(naeste)},"flere":${String(flere)}}`)
}

const KENDTE = ['efter', 'antal', 'vent', 'formaal', 'art', 'haendelse', 'kommune', 'kle'] as const
type Parametre = Readonly<Partial<Record<(typeof KENDTE)[number], string>>>

/** What is asked for, or undefined where a parameter is unknown, given twice or of a wrong form. */
function parseHentning(request: FastifyRequest): Hentning | undefined {
  const query = request.query as Readonly<Record<string, unknown>>
  const kendt = (navn: string) => (KENDTE as readonly string[]).includes(navn)
  if (!Object.entries(query).every(([navn, vaerdi]) => kendt(navn) && typeof vaerdi === 'string')) return undefined
  const { efter, antal = '100', vent = '0', ...valg } = query as Parametre
  const [tal, sekunder] = [readTal(antal), readTal(vent)]
  const oensker = parseOensker(valg)
  if (tal === undefined || sekunder === undefined || !oensker || tal < 1 || tal > HOEJST || sekunder > HOEJST_VENT_S)
    return undefined
  return { efter, antal: tal, ventMs: sekunder * 1_000, oensker }
}

const readTal = (tekst: string): number | undefined => (/^\d{1,4}$/.test(tekst) ? Number(tekst) : undefined)

function parseOensker({ formaal, art, haendelse, kommune, kle }: Parametre): Oensker | undefined {
  const svar = {
    formaal: formaal === undefined ? ('synkronisering' as const) : FORMAAL.find((kendt) => kendt === formaal),
    arter: readOne(art, parseArt),
    haendelser: readOne(haendelse, (tekst) => HAENDELSESARTER.find((kendt) => kendt === tekst)),
    kommuner: readOne(kommune, parseCvrNummer),
    kle: readOne(kle, parseKlePraefiks),
  }
  return Object.values(svar).every((led) => led !== undefined) ? (svar as Oensker) : undefined
}

function readOne<T>(tekst: string | undefined, parse: (tekst: string) => T | undefined): readonly T[] | undefined {
  if (tekst === undefined) return []
  const laest = parse(tekst)
  return laest === undefined ? undefined : [laest]
}
