import type { FastifyInstance } from 'fastify'

/** The OpenAPI 3.1 document of the routes below /api/, with the named schemas that they point at. Pages are not for programs. */
export function buildOpenapi(
  app: FastifyInstance,
  skemaer: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const dokument = app.swagger() as { readonly components?: object; readonly paths?: Readonly<Record<string, unknown>> }
  return {
    ...dokument,
    servers: [{ url: '/' }],
    components: { ...dokument.components, schemas: skemaer },
    paths: Object.fromEntries(Object.entries(dokument.paths ?? {}).filter(([sti]) => sti.startsWith('/api/'))),
  }
}
