import type { FastifyReply } from 'fastify'

/** A refusal as RFC 9457 has it, with a rule's number and a sentence in each language. It never repeats what was sent. */
export type Problem = {
  readonly status: number
  /** The rule or outcome, as IND-015 or FINDES_IKKE. */
  readonly kode: string
  readonly da: string
  readonly en: string
}

export const sendProblem = (reply: FastifyReply, { status, kode, da, en }: Problem): FastifyReply =>
  reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: 'about:blank', title: en, detail: da, status, kode }))
