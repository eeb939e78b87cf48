import type { XmlElement } from 'libxml2-wasm'
import { HEADER_URI } from './navnerum.ts'

/** WS-Addressing 1.0, as far as a service that answers on the same connection needs it. */
export type Adressering = { readonly messageId: string | undefined; readonly action: string | undefined }

const ANONYM = `${HEADER_URI.wsa}/anonymous`
/** A message's id is echoed, so its length is bounded. */
const HOEJST_TEGN = 500

const FELTER = ['MessageID', 'Action', 'To', 'From', 'ReplyTo', 'FaultTo', 'RelatesTo'] as const
const GENTAGELIGE = new Set<string>(['RelatesTo'])

export const isAdressering = ({ name, namespaceUri }: XmlElement): boolean =>
  namespaceUri === HEADER_URI.wsa && (FELTER as readonly string[]).includes(name)

/** Why the header blocks cannot be followed: WS-Addressing's own name for the fault. */
export type Adresseringsfejl = 'InvalidAddressingHeader' | 'OnlyAnonymousAddressSupported'

/**
 * Reads the addressing blocks of a header. An answer is never sent to an address that a message names: whoever could name one could have
 * this server call others.
 */
export function readAdressering(blokke: readonly XmlElement[]): Adressering | Adresseringsfejl {
  const egne = blokke.filter(isAdressering)
  const med = (navn: string) => egne.filter(({ name }) => name === navn)
  if (FELTER.some((navn) => !GENTAGELIGE.has(navn) && med(navn).length > 1)) return 'InvalidAddressingHeader'
  const svaradresser = [...med('ReplyTo'), ...med('FaultTo')].map(
    (blok) => blok.get('wsa:Address', { wsa: HEADER_URI.wsa })?.content.trim() ?? '',
  )
  if (svaradresser.some((adresse) => adresse !== ANONYM)) return 'OnlyAnonymousAddressSupported'
  const [messageId, action] = [med('MessageID')[0]?.content.trim(), med('Action')[0]?.content.trim()]
  if ([messageId, action].some((vaerdi) => vaerdi !== undefined && (vaerdi === '' || vaerdi.length > HOEJST_TEGN)))
    return 'InvalidAddressingHeader'
  return { messageId, action }
}
