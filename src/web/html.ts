import type { FastifyReply } from 'fastify'
import { html as hono } from 'hono/html'

/** Escaped markup. Every value put into it is escaped, except markup itself; undefined, null and booleans give nothing. */
export type Markup = ReturnType<typeof hono>

/** What may stand in a place of a template. */
export type Indhold = Markup | string | number | undefined | readonly Indhold[]

/** Escaping tagged template. Attributes must be quoted: an unquoted one is injectable (kept by html.lint.test.ts). */
export const html: (strings: TemplateStringsArray, ...values: Indhold[]) => Markup = hono

/** The markup as text. `html` gives a String object, or a promise where one is inside. */
export const toText = async (markup: Markup): Promise<string> => String(await markup)

/** Sends the markup as a page. All pages hold personal data or depend on who asks, so none may be stored. */
export async function sendHtml(reply: FastifyReply, markup: Markup, status = 200): Promise<FastifyReply> {
  const text = await toText(markup)
  return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)
}

/** The parts that are there, with `skille` between. */
export const join = (dele: readonly Indhold[], skille: Markup | string): Markup =>
  html`${dele.filter((del) => del !== undefined).map((del, i) => (i === 0 ? del : [skille, del]))}`
