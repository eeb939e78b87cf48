import type { FastifyReply, FastifyRequest } from 'fastify'
import { parseSprog, type Sprog } from '#web'
import { readCookie, setCookie } from '../cookie.ts'
import type { Websted } from '../websted.ts'

const SPROG_COOKIE = 'sprog'
const ET_AAR = 31_536_000

/** The language chosen by the query, else the one chosen before, else Danish. */
export function readSprog(request: FastifyRequest): Sprog {
  const query = request.query as Readonly<Record<string, unknown>> | undefined
  // One without the prefix may have been set by another host; it can say no more than a language.
  const cookie = [`__Host-${SPROG_COOKIE}`, SPROG_COOKIE].map((navn) => parseSprog(readCookie(request.headers.cookie, navn)))
  return parseSprog(query?.['sprog']) ?? cookie[0] ?? cookie[1] ?? 'da'
}

/** Set-Cookie for a language chosen by the query; undefined where none was. */
export function sprogCookie(request: FastifyRequest, websted: Websted): string | undefined {
  const valgt = parseSprog((request.query as Readonly<Record<string, unknown>> | undefined)?.['sprog'])
  return valgt && setCookie(websted, SPROG_COOKIE, valgt, ET_AAR)
}

/** Keeps the language that the query chose, where it chose one. */
export function setSprog({ websted }: { readonly websted: Websted }, request: FastifyRequest, reply: FastifyReply): void {
  const cookie = sprogCookie(request, websted)
  if (cookie) reply.header('set-cookie', cookie)
}
