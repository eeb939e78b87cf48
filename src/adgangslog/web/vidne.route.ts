import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { declareAdgang, type Problem, sendProblem } from '#platform/http'
import { formatVerifikator } from '../merkle/note.ts'
import { type Medunderskriftsafvisning, readAndenLog, signAndenLog, type Vidnedeps } from '../vidne/andres-log.ts'

const TEKST = 'text/plain; charset=utf-8'
/** A note and a proof are less. */
const HOEJST_BYTES = 80_000

const AFVIST: Readonly<Record<Exclude<Medunderskriftsafvisning, 'ANDEN_STOERRELSE'>, Omit<Problem, 'kode'>>> = {
  ANMODNING_UGYLDIG: {
    status: 400,
    da: 'Send linjen »old« med antallet, beviset, en tom linje og kontrolpunktet (C2SP tlog-witness).',
    en: 'Send the line “old” with the size, the proof, an empty line, and the checkpoint (C2SP tlog-witness).',
  },
  LOG_UKENDT: {
    status: 404,
    da: 'Her skrives ikke under på en log med det navn. Dem, der driver installationen, skal tilføje den.',
    en: 'No log of that name is signed here. Those who run the installation must add it.',
  },
  UNDERSKRIFT_MANGLER: {
    status: 403,
    da: 'Kontrolpunktet er ikke underskrevet med den nøgle, som loggen kendes på her.',
    en: 'The checkpoint is not signed with the key that the log is known by here.',
  },
  // Without a size to go on from, which a log would ask from again.
  ANDEN_ROD: {
    status: 409,
    da: 'Der er skrevet under på lige så mange linjer med en anden rod. To forskellige logge bruger det samme navn.',
    en: 'As many lines have been signed with another root. Two different logs use the same name.',
  },
  HAENGER_IKKE_SAMMEN: {
    status: 422,
    da: 'Beviset viser ikke, at loggen er gået videre fra det, der er skrevet under på.',
    en: 'The proof does not show that the log has gone on from what was signed before.',
  },
}

const INTET: Problem = {
  status: 404,
  kode: 'FINDES_IKKE',
  da: 'Her er ikke skrevet under på en log med det navn.',
  en: 'No log of that name has been signed here.',
}

/** The installation as a witness of others' logs: the whole of C2SP tlog-witness but the signing of subtrees, which is optional. */
export const vidneRoute: FastifyPluginAsync<Vidnedeps> = async (scope, deps) => {
  declareAdgang(scope, 'offentlig')
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    '*',
    { parseAs: 'string', bodyLimit: HOEJST_BYTES },
    async (_request: unknown, tekst: string) => tekst,
  )
  scope.get('/adgangslog/vidne/noegle', { schema: { hide: true } }, (_request, reply) =>
    reply.type(TEKST).send(`${formatVerifikator(deps.vidne)}\n`),
  )
  scope.post('/adgangslog/vidne/add-checkpoint', { schema: { hide: true }, bodyLimit: HOEJST_BYTES }, async ({ body }, reply) => {
    const svar = await signAndenLog(deps, typeof body === 'string' ? body : '')
    if (svar.ok) return reply.type(TEKST).send(`${svar.value}\n`)
    if (svar.afvisning === 'ANDEN_STOERRELSE') return sendStoerrelse(reply, svar.antal ?? 0)
    return sendProblem(reply, { kode: svar.afvisning, ...AFVIST[svar.afvisning] })
  })
  scope.get<{ Params: { hash: string } }>(
    '/adgangslog/vidne/:hash/checkpoint',
    { schema: { hide: true } },
    async ({ params }, reply) => {
      const note = /^[0-9a-f]{64}$/.test(params.hash) ? await readAndenLog(deps.db, params.hash) : undefined
      return note === undefined ? sendProblem(reply, INTET) : reply.type(TEKST).send(note)
    },
  )
}

/** As the specification has it: the size that was signed last, by which the log asks again. */
const sendStoerrelse = (reply: FastifyReply, antal: number): FastifyReply =>
  reply.code(409).type('text/x.tlog.size').send(`${antal}\n`)
