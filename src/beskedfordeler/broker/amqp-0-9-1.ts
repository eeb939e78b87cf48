import { connect } from 'amqplib'
import { Brokerfejl, type Brokerforbindelse, type Brokeropsaetning, FRIST_MS, INDHOLDSTYPE, withinFrist } from './opsaetning.ts'

/**
 * Opens a channel with publisher confirms to an exchange of an AMQP 0-9-1 broker (RabbitMQ). The exchange is the operator's and must be there: one
 * that we made would be of a kind that nobody chose. Throws Brokerfejl.
 */
export async function connectAmqp091({ url, adresse }: Brokeropsaetning): Promise<Brokerforbindelse> {
  const forbindelse = await connect(url, { timeout: FRIST_MS, servername: new URL(url).hostname }).catch(() => {
    throw new Brokerfejl('The broker does not answer')
  })
  // Told by what is published next; without a listener they would end the process.
  forbindelse.on('error', () => undefined)
  try {
    const kanal = await withinFrist(forbindelse.createConfirmChannel(), 'channel')
    kanal.on('error', () => undefined)
    await withinFrist(kanal.checkExchange(adresse), 'exchange')
    return {
      publish: async (beskeder) => {
        try {
          for (const { id, emne, type, body } of beskeder)
            kanal.publish(adresse, emne, Buffer.from(body), {
              messageId: id,
              type,
              contentType: INDHOLDSTYPE,
              persistent: true,
            })
          await withinFrist(kanal.waitForConfirms(), 'confirm')
        } catch (fejl) {
          throw fejl instanceof Brokerfejl ? fejl : new Brokerfejl('The broker did not confirm')
        }
      },
      close: () => forbindelse.close().catch(() => undefined),
    }
  } catch (fejl) {
    await forbindelse.close().catch(() => undefined)
    throw fejl instanceof Brokerfejl ? fejl : new Brokerfejl('The broker refused the exchange')
  }
}
