/** A message broker that is told of everything: its protocol, and where at it. */
export type Brokeropsaetning = {
  /** amqps://bruger:adgangskode@vært:port/vhost; amqp: without TLS only on the machine itself. */
  readonly url: string
  readonly protokol: '1.0' | '0-9-1'
  /** The address (1.0) or the exchange (0-9-1), which the broker's operator has made. */
  readonly adresse: string
}

export type Brokerbesked = {
  readonly id: string
  /** sag.opdateret.11111111.27.35.04: what a topic exchange and a filter are bound by. */
  readonly emne: string
  readonly type: string
  readonly body: string
}

/** An open connection to a broker. */
export type Brokerforbindelse = {
  /** Sends in order; answers when the broker has confirmed all. Throws Brokerfejl, and then any of them may have come. */
  publish(beskeder: readonly Brokerbesked[]): Promise<void>
  close(): Promise<void>
}

/** The broker could not be reached, or did not take a message. The message holds no address and no password. */
export class Brokerfejl extends Error {
  override readonly name = 'Brokerfejl'
}

export const INDHOLDSTYPE = 'application/cloudevents+json; charset=utf-8'
export const FRIST_MS = 20_000

/** Throws Brokerfejl where `work` takes longer than a broker that is well ever does. */
export async function withinFrist<T>(work: Promise<T>, hvad: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const udloeb = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Brokerfejl(`${hvad}: no answer in time`)), FRIST_MS)
  })
  try {
    return await Promise.race([work, udloeb])
  } finally {
    clearTimeout(timer)
  }
}
