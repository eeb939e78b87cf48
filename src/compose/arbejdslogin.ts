import type { FastifyInstance } from 'fastify'
import {
  ARBEJDSINDGANG,
  arbejdeRoutes,
  type BrokerKonfiguration,
  createBroker,
  createSamlindgang,
  type MedarbejderDeps,
  type Saml,
  samlRoutes,
} from '#adgang'
import type { System } from './system.ts'

/** What people at work meet before a module's own pages: the broker, and their organisations' own logins where there are any. */
export async function registerArbejdslogin(
  app: FastifyInstance,
  system: System,
  arbejde: MedarbejderDeps,
  { broker, saml }: { readonly broker: BrokerKonfiguration; readonly saml: Saml | undefined },
): Promise<void> {
  const samldeps = saml && { ...system, ...arbejde, saml }
  const andenIndgang = samldeps && createSamlindgang(samldeps)
  const brokeren = createBroker(broker, system.websted, ARBEJDSINDGANG)
  await app.register(arbejdeRoutes, { ...system, ...arbejde, andenIndgang, broker: brokeren })
  if (samldeps) await app.register(samlRoutes, samldeps)
}
