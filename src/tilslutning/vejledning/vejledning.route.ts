import type { FastifyPluginAsync } from 'fastify'
import type { Medarbejderpunkt } from '#adgang'
import { declareAdgang } from '#platform/http'
import { html, sendHtml } from '#web'
import { readVejledningsfiler, type Vejledningsfil } from './swagger-filer.ts'

const STI = '/api/docs'

/** What the page about the API hangs into the vendors' menu. */
export const VEJLEDNINGSPUNKTER: readonly Medarbejderpunkt[] = [
  {
    maalgruppe: 'leverandoer',
    sti: STI,
    roller: ['leverandoer'],
    navn: { da: 'API', en: 'API' },
    om: { da: 'Læs om alle kald, og prøv dem i browseren.', en: 'Read about all calls, and try them in the browser.' },
  },
]

const SKJULT = { schema: { hide: true } } as const

/** GET /api/docs: the site's OpenAPI document to read and to try, public and without anything from elsewhere. */
export const vejledningRoute: FastifyPluginAsync = async (scope) => {
  declareAdgang(scope, 'offentlig')
  let laest: Promise<ReadonlyMap<string, Vejledningsfil>> | undefined
  scope.get(STI, SKJULT, (_request, reply) => sendHtml(reply, side()))
  scope.get<{ Params: { fil: string } }>(`${STI}/:fil`, SKJULT, async (request, reply) => {
    laest ??= readVejledningsfiler()
    const fil = (await laest).get(request.params.fil)
    if (!fil) return reply.code(404).type('text/plain; charset=utf-8').send('404')
    void reply.type(fil.type).header('cache-control', 'public, max-age=3600').header('vary', 'accept-encoding')
    const pakket = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) ? fil.gzip : undefined
    if (pakket) void reply.header('content-encoding', 'gzip')
    return reply.send(pakket ?? fil.indhold)
  })
}

const side = () => html`<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Borgerblikket: API</title>
<link rel="stylesheet" href="${STI}/swagger-ui.css">
</head>
<body>
<main>
<noscript><p>Siden bruger JavaScript. Beskrivelsen som fil: <a href="/api/v1/openapi.json">openapi.json</a>. <span lang="en">This page needs JavaScript.</span></p></noscript>
<div id="api"></div>
</main>
<script src="${STI}/swagger-ui.js"></script>
<script src="${STI}/init.js"></script>
</body>
</html>`
