import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { isUnderPraefiks, parseDato, parseHandlingsfacet, parseKleEmne, parseKlePraefiks } from '#kernel'
import {
  borgertitel,
  type EmneAfvisning,
  facettitel,
  isAltidLukket,
  KENDTE_FACETTER,
  type KleOpslag,
  type KleUdgave,
  LIVSOMRAADER,
  livsomraadeFor,
  resolveEmne,
} from '#klassifikation'
import { type Clock, danskDag } from '#platform/clock'
import { type Problem, sendProblem } from '#platform/http'
import { openScope, opslagsskema, param, sendIkkeFundet, UGYLDIG } from './svar.ts'

export type KlassifikationDeps = { readonly udgaver: readonly KleUdgave[]; readonly clock: Clock }

const HOEJST = 1_000
const STANDARD = 200
const ROD = '/api/v1/klassifikation'

/** Open look-ups in KLE with its editions, so that a small system need not keep a copy of its own. Source: KL Emnesystematik. */
export const klassifikationRoute: FastifyPluginAsync<KlassifikationDeps> = async (scope, { udgaver, clock }) => {
  openScope(scope)
  scope.get(`${ROD}/udgaver`, opslagsskema('KLE-udgaverne, nyeste først', 'KleUdgaver'), (_request, reply) =>
    reply.send({ udgaver: udgaver.map(({ udgivet, kilde, uddrag, emner }) => ({ udgivet, kilde, uddrag, emner: emner.size })) }),
  )
  scope.get(`${ROD}/livsomraader`, opslagsskema('De ni livsområder og deres numre', 'Livsomraader'), (_request, reply) =>
    reply.send({ livsomraader: LIVSOMRAADER }),
  )
  scope.get(`${ROD}/handlingsfacetter`, opslagsskema('De kendte handlingsfacetter', 'Handlingsfacetter'), (_request, reply) =>
    reply.send({ handlingsfacetter: [...KENDTE_FACETTER.values()] }),
  )
  scope.get(`${ROD}/emner`, opslagsskema('En udgaves emner, i nummerorden', 'KleEmner', { query: LISTE }), (request, reply) =>
    listEmner(udgaver, request.query, reply),
  )
  scope.get<{ Params: { nummer: string } }>(
    `${ROD}/emner/:nummer`,
    opslagsskema('Hvad et KLE-nummer betyder på en dag', 'KleEmne', { path: NUMMER, query: DAG }),
    (request, reply) => sendEmne(udgaver, danskDag(clock.now()), request.params.nummer, request.query, reply),
  )
}

const tekst = (description: string) => ({ type: 'string', description })
const NUMMER = { type: 'object', required: ['nummer'], properties: { nummer: tekst('27.35.04, eller med facet 27.35.04-G01') } }
const DAG = { type: 'object', properties: { dato: tekst('Dagen, YYYY-MM-DD; i dag, hvor intet siges') } }
const LISTE = {
  type: 'object',
  properties: {
    udgave: tekst('Udgavens dato; den nyeste, hvor intet siges'),
    under: tekst('Kun under dette nummer: 27, 27.35 eller 27.35.04'),
    efter: tekst('Fortsæt efter dette nummer'),
    antal: { type: 'integer', minimum: 1, maximum: HOEJST, default: STANDARD },
  },
}

function listEmner(udgaver: readonly KleUdgave[], query: unknown, reply: FastifyReply): FastifyReply {
  const [udgivet, under, efter, antal] = ['udgave', 'under', 'efter', 'antal'].map((navn) => param(query, navn))
  const praefiks = under ? parseKlePraefiks(under) : undefined
  const hoejst = antal === undefined ? STANDARD : Number(antal)
  const ugyldig = [udgivet, under, efter, antal].includes(null) || (under && !praefiks) || (efter && !parseKleEmne(efter))
  if (ugyldig || !Number.isInteger(hoejst) || hoejst < 1 || hoejst > HOEJST) return sendProblem(reply, UGYLDIG)
  const udgave = udgivet ? udgaver.find((en) => en.udgivet === udgivet) : udgaver[0]
  if (!udgave) return sendIkkeFundet(reply)
  const fundne = [...udgave.emner.values()]
    .filter(({ nr }) => (!praefiks || isUnderPraefiks(nr, praefiks)) && (!efter || nr > efter))
    .toSorted((a, b) => (a.nr < b.nr ? -1 : 1))
  const side = fundne.slice(0, hoejst)
  const naeste = fundne.length > side.length ? side.at(-1)?.nr : undefined
  return reply.send({ udgave: udgave.udgivet, emner: side.map(toEmne), ...(naeste ? { naeste } : {}) })
}

function sendEmne(
  udgaver: readonly KleUdgave[],
  iDag: string,
  nummer: string,
  query: unknown,
  reply: FastifyReply,
): FastifyReply {
  const [emne = '', facet] = nummer.split('-', 2)
  const kle = parseKleEmne(emne)
  const dato = param(query, 'dato') ?? iDag
  if (!kle || param(query, 'dato') === null || !parseDato(dato) || (facet !== undefined && !parseHandlingsfacet(facet)))
    return sendProblem(reply, UGYLDIG)
  const svar = resolveEmne(udgaver, kle, dato)
  if (!svar.ok) return sendProblem(reply, toProblem(svar.afvisning))
  const { opslag, ...resten } = svar.value
  const kendtFacet = facet === undefined ? undefined : parseHandlingsfacet(facet)
  return reply.send({
    ...(opslag ? toEmne(opslag) : {}),
    ...resten,
    dato,
    livsomraade: livsomraadeFor(kle).noegle,
    altidLukket: isAltidLukket(kle),
    borger: { da: borgertitel(kle, 'da'), en: borgertitel(kle, 'en') },
    ...(kendtFacet ? { handlingsfacet: { nr: kendtFacet, titel: facettitel(kendtFacet) ?? null } } : {}),
  })
}

const toEmne = ({ nr, titel, uuid, udgaar, afloestAf, bevaring, sletning, stikord }: KleOpslag) => ({
  nr,
  titel,
  ...(uuid ? { uuid } : {}),
  ...(udgaar ? { udgaar } : {}),
  ...(afloestAf.length > 0 ? { afloestAf } : {}),
  ...(bevaring ? { bevaring } : {}),
  ...(sletning ? { sletning } : {}),
  ...(stikord.length > 0 ? { stikord } : {}),
})

/** A number without meaning on the day, with the reason. */
function toProblem(afvisning: EmneAfvisning): Problem {
  const problem = (kode: string, da: string, en: string): Problem => ({ status: 404, kode, da, en })
  switch (afvisning.kode) {
    case 'UDGAAET': {
      const afloest = afvisning.afloestAf.join(', ')
      return problem(
        'KLE_UDGAAET',
        `Nummeret ophørte ${afvisning.udgaaet}${afloest ? `, afløst af ${afloest}` : ''}.`,
        `The number ended ${afvisning.udgaaet}${afloest ? `, replaced by ${afloest}` : ''}.`,
      )
    }
    case 'IKKE_OPRETTET_ENDNU':
      return problem(
        'KLE_IKKE_OPRETTET_ENDNU',
        `Nummeret kom først med udgaven af ${afvisning.fra}.`,
        `The number came with the edition of ${afvisning.fra} only.`,
      )
    default:
      return problem(
        'KLE_UKENDT',
        'Nummeret står ikke i de kendte udgaver; det kan være lokalt.',
        'The number is in none of the known editions; it may be a local one.',
      )
  }
}
