import { createHash } from 'node:crypto'

const BLOK = 64

/**
 * HMAC-SHA-256 (RFC 2104) of texts under a key of no more than a block, for many at once: 32 bytes. Throws RangeError for a longer key. Node's own costs as much to begin as ten hashes, and
 * eight of them a line were four fifths of what sealing the log costs, in the thread that answers everybody.
 */
export function hmacUnder(noegle: Buffer): (besked: string) => Buffer {
  if (noegle.length > BLOK) throw new RangeError(`A key of more than ${BLOK} bytes`)
  const [indre, ydre] = [Buffer.alloc(BLOK, 0x36), Buffer.alloc(BLOK, 0x5c)]
  for (const [i, byte] of noegle.entries()) {
    indre[i] = 0x36 ^ byte
    ydre[i] = 0x5c ^ byte
  }
  return (besked) => {
    const inderst = createHash('sha256').update(indre).update(besked).digest()
    return createHash('sha256').update(ydre).update(inderst).digest()
  }
}
