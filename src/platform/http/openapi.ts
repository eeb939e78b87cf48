import type { FastifyInstance } from 'fastify'

/** Ways of saying who one is that the plugin's types do not know. */
const SIKRINGER = {
  certifikat: { type: 'mutualTLS', description: 'Klientcertifikat på den port, som er til fagsystemer' },
  driftsnoegle: { type: 'apiKey', in: 'header', name: 'X-Borgerblikket-Driftsnoegle' },
}

/** The OpenAPI 3.1 document of all routes that are told of, with the named schemas that they point at. */
export function buildOpenapi(
  app: FastifyInstance,
  skemaer: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const dokument = app.swagger() as { readonly components?: { readonly securitySchemes?: object } }
  const { securitySchemes } = dokument.components ?? {}
  return {
    ...dokument,
    servers: [{ url: '/' }],
    components: { ...dokument.components, schemas: skemaer, securitySchemes: { ...securitySchemes, ...SIKRINGER } },
  }
}
