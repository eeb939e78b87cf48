import type { FastifyInstance, FastifyRequest } from 'fastify'

/**
 * A scope for JSON that is read strictly (parseStrengJson): the body comes as text, at most so many bytes, and the schemas of its routes are
 * for the reader of the documentation, since what breaks them is refused by name.
 */
export function readJsonAsText(scope: FastifyInstance, bodyLimit: number): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit },
    async (_request: FastifyRequest, tekst: string) => tekst,
  )
  scope.setValidatorCompiler(() => () => true)
  scope.setSerializerCompiler(() => JSON.stringify)
}
