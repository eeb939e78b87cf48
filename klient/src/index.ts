/** The typed client of Borgerblikket's REST interface, for those who build fagsystemer. */
export { BorgerblikketFejl, Forbindelsesfejl } from './fejl.ts'
export type { Kaldsvalg } from './kald.ts'
export { createKlient, type Haendelsesvalg, type Klient } from './klient.ts'
export type { Legitimation } from './legitimation.ts'
export type { Leveringsvalg, Stykkesvar } from './lever.ts'
export type { Privatnoegle } from './paastand.ts'
export type * from './skema.ts'
export { UgyldigWebhook, verificerWebhook, type Webhook, type Webhookbesked } from './webhook.ts'
