import type { KeyObject } from 'node:crypto'
import { newUuid } from '#kernel'
import { kanonisk } from './kanonisk.ts'
import { skrivAdresse, skrivKonvolut, skrivMedId, skrivSignatur, skrivTidsstempel, splitBesked } from './konvolut.ts'
import { NS, SAML2_TOKEN, SAMLID } from './navne.ts'
import { attribut, er, laesTrae } from './trae.ts'

export type Signeringsvalg = {
  /** The address that the message is sent to. */
  readonly til: string
  /** WS-Addressing's Action. */
  readonly handling: string
  /** When it is signed, in ms since 1970; now where nothing is said. */
  readonly nu?: number
  /** How long it lasts, in ms; five minutes where nothing is said. */
  readonly levetid?: number
  /** urn:uuid:<a new one> where nothing is said. A message that is sent again needs another. */
  readonly beskedId?: string
}

/**
 * Signs a SOAP message as OIO IDWS has it, for the one who holds `noegle`, the key of the certificate that `token` (a SAML 2.0 assertion as
 * issued) names: addresses, timestamp, body, token and a sign of life. For simulators, the compliance test and tests. Other header blocks that
 * stand there are kept, unsigned; a message has no addresses of its own. Throws TypeError where the message or the token cannot be read.
 */
export function signIdws(besked: string | Uint8Array, noegle: KeyObject, token: string, valg: Signeringsvalg): string {
  const { til, handling, nu = Date.now(), levetid = 300_000, beskedId = `urn:uuid:${newUuid()}` } = valg
  const { ns, blokke, body: krop } = splitBesked(besked)
  const body = skrivMedId(krop, 'id-body')
  const laest = laesTrae(token, new Set(), '')
  const tokenId = typeof laest === 'string' ? undefined : attribut(laest.rod, 'ID')
  if (typeof laest === 'string' || !tokenId) throw new TypeError('The token is no SAML 2.0 assertion')
  const adresser = [skrivAdresse('To', til), skrivAdresse('Action', handling), skrivAdresse('MessageID', beskedId)]
  const tidsstempel = skrivTidsstempel(nu, nu + levetid)
  const tegn = blokke.filter((blok) => er(blok, NS.livstegn, 'Livstegn')).map((blok) => skrivMedId(blok, 'id-livstegn'))
  const andre = blokke.filter((blok) => !er(blok, NS.livstegn, 'Livstegn'))
  const kanoniskToken = kanonisk(laest.rod)
  const reference = skrivTokenreference(tokenId, ' wsu:Id="id-token"')
  const signatur = skrivSignatur({
    noegle,
    keyInfo: skrivTokenreference(tokenId, ''),
    dele: [...adresser, ...tegn, body, tidsstempel, { id: 'id-token', tekst: kanoniskToken, str: true }],
  })
  const sikkerhed = `${tidsstempel.tekst}${kanoniskToken}${reference}${signatur}`
  return skrivKonvolut(
    ns,
    [...[...adresser, ...tegn].map(({ tekst }) => tekst), ...andre.map((blok) => kanonisk(blok))],
    sikkerhed,
    body.tekst,
  )
}

const skrivTokenreference = (tokenId: string, attributter: string): string =>
  `<wsse:SecurityTokenReference xmlns:wsse="${NS.wsse}" xmlns:wsse11="${NS.wsse11}" xmlns:wsu="${NS.wsu}" wsse11:TokenType="${SAML2_TOKEN}"${attributter}><wsse:KeyIdentifier ValueType="${SAMLID}">${tokenId}</wsse:KeyIdentifier></wsse:SecurityTokenReference>`
