import { CloudEvent } from 'cloudevents'
import type { Haendelse } from './haendelse.ts'

/** The forms in which a receiver can have an event. */
export const FORMER = ['cloudevent', 'haendelsesbesked'] as const
export type Form = (typeof FORMER)[number]

/** The type of an event, as dk.borgerblikket.sag.opdateret.v1. It only ever grows: what means something else gets another number. */
export const typeOf = ({ art, haendelse }: Pick<Haendelse, 'art' | 'haendelse'>): string =>
  `dk.borgerblikket.${art}.${haendelse}.v1`

/**
 * The event as a CloudEvent 1.0, as JSON. It says that something happened and to what, never to whom, so it can be sent to somebody who may not read the
 * object: no title, no party, no text. `kilde` is the site's own address. Throws where an attribute is not as the standard has it.
 */
export function toCloudEvent(haendelse: Haendelse, kilde: string): string {
  const { id, tid, objekt, tidspunkt, art, master, kommune, kle, udenNotifikation } = haendelse
  const event = new CloudEvent({
    specversion: '1.0',
    id,
    source: `${kilde}/api/v1/haendelser`,
    type: typeOf(haendelse),
    subject: objekt,
    time: tid,
    datacontenttype: 'application/json',
    data: {
      objekt,
      art,
      haendelse: haendelse.haendelse,
      tidspunkt,
      kommune: kommune ?? null,
      kle: kle ?? null,
      master: master ?? null,
      udenNotifikation,
    },
  })
  return JSON.stringify(event)
}
