import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Config } from '#config'
import { startNotattagning } from '#demo/fagsystemer'
import { startTestvidne } from '#demo/vidne'
import type { System } from './system.ts'

/** Begins what the demo has of surroundings while it runs: systems that take notes, and a witness of the access log. Answers how to stop. */
export function startOmgivelser(system: System, app: FastifyInstance, { url, dataMappe }: Config): () => Promise<void> {
  const warn = (besked: string) => (fejl: unknown) => app.log.warn({ err: fejl instanceof Error ? fejl.name : 'unknown' }, besked)
  const stopNotater = startNotattagning(new URL(url), warn('the demo asked for no notes'))
  const mappe = join(dataMappe, 'testvidne')
  const stopVidne = startTestvidne({ system, origin: url, mappe, onFejl: warn('the demo’s witness signed nothing') })
  return async () => {
    await Promise.all([stopNotater(), stopVidne()])
  }
}
