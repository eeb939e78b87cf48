import { constants, createHash, privateDecrypt } from 'node:crypto'

/** The two hashes of RSA-OAEP (RFC 8017, 7.1): that of the label, and that of the mask. */
export type Oaephash = { readonly sum: Hash; readonly maske: Hash }
export type Hash = 'sha1' | 'sha256' | 'sha512'

/**
 * Opens what has been encrypted by RSA-OAEP with an empty label. Where the two hashes are one, OpenSSL does it all. Where they differ, as XML
 * Encryption lets them and Node cannot say, the padding is taken off here: all of it is looked at before anything is said, since whoever could
 * tell one fault from another could open it without the key. Throws where it does not open.
 */
export function openOaep(noegle: string, ciffer: Buffer, { sum, maske }: Oaephash): Buffer {
  if (sum === maske) return privateDecrypt({ key: noegle, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: sum }, ciffer)
  const blok = privateDecrypt({ key: noegle, padding: constants.RSA_NO_PADDING }, ciffer)
  const etiket = createHash(sum).digest()
  const laengde = etiket.length
  if (blok.length < 2 * laengde + 2) throw new Error('too short')
  const [froe, db] = [blok.subarray(1, 1 + laengde), blok.subarray(1 + laengde)]
  xor(froe, mgf1(db, laengde, maske))
  xor(db, mgf1(froe, db.length, maske))
  let fejl = blok[0] ?? 1
  for (let i = 0; i < laengde; i++) fejl |= (db[i] ?? 0) ^ (etiket[i] ?? 0)
  const { start, ulovlig } = findStart(db, laengde)
  if ((fejl | ulovlig) !== 0) throw new Error('does not open')
  return db.subarray(start)
}

/** Where the message begins: after the zeros and a one. Goes through all of it, wherever that is. */
function findStart(db: Buffer, fra: number): { readonly start: number; readonly ulovlig: number } {
  let start = 0
  let leder = 1
  let ulovlig = 0
  for (let i = fra; i < db.length; i++) {
    const en = db[i] ?? 0
    const erEt = Number(en === 1)
    ulovlig |= leder & Number(en > 1)
    start += (leder & erEt) * (i + 1)
    leder &= 1 - erEt
  }
  return { start, ulovlig: ulovlig | leder }
}

function mgf1(froe: Buffer, laengde: number, hash: Hash): Buffer {
  const dele: Buffer[] = []
  for (let i = 0, ialt = 0; ialt < laengde; i++) {
    const taeller = Buffer.alloc(4)
    taeller.writeUInt32BE(i)
    const del = createHash(hash).update(froe).update(taeller).digest()
    dele.push(del)
    ialt += del.length
  }
  return Buffer.concat(dele, laengde)
}

function xor(til: Buffer, maske: Buffer): void {
  for (const [i, en] of maske.entries()) til[i] = (til[i] ?? 0) ^ en
}
