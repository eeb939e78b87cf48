import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { afvist, ok, type Resultat } from '#kernel'

/**
 * Signed notes and the keys that sign them, by the C2SP specifications signed-note and tlog-cosignature: a text, an empty line, and a line for each signature.
 */

/** What a signature is over. `note`: the text as it is. `vidne`: the text and the time at which a witness saw it. */
export type Underskriftsart = 'note' | 'vidne'
const ALGORITME: Readonly<Record<Underskriftsart, number>> = { note: 0x01, vidne: 0x04 }

/** Who signs, as whoever verifies knows them. */
export type Verifikator = {
  readonly navn: string
  readonly art: Underskriftsart
  /** Four bytes that tell keys of the same name apart. */
  readonly id: Buffer
  readonly noegle: KeyObject
}

export type Underskriver = Verifikator & { readonly privat: KeyObject }

export type Underskrift = { readonly navn: string; readonly id: Buffer; readonly bytes: Buffer }
export type Note = { readonly tekst: string; readonly underskrifter: readonly Underskrift[] }

/** A signature that was found and holds. `tid`: what a witness says the time was, in whole seconds since 1970. */
export type Gyldig = { readonly navn: string; readonly art: Underskriftsart; readonly tid: number | undefined }

const HOEJST_TEGN = 65_536
const HOEJST_UNDERSKRIFTER = 100
/** What stands before the key itself in Ed25519's SubjectPublicKeyInfo. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')
/** None but line feeds may stand in a note; nor may what stands for bytes that were no text. */
const STYRETEGN = /[^\P{Cc}\n]|\uFFFD/u
const NAVN = /^[^\s+\p{Cc}]{1,200}$/u
const ID_LAENGDE = 4
const ED25519_LAENGDE = 64
const TID_LAENGDE = 8

/** Throws RangeError for a name that cannot stand in a note, and for a key that is not Ed25519. */
export function createUnderskriver(navn: string, art: Underskriftsart, privat: KeyObject): Underskriver {
  return { ...toVerifikator(navn, art, createPublicKey(privat)), privat }
}

/** A witness. As createUnderskriver. */
export const createVidne = (navn: string, privat: KeyObject): Underskriver => createUnderskriver(navn, 'vidne', privat)

function toVerifikator(navn: string, art: Underskriftsart, noegle: KeyObject): Verifikator {
  if (!NAVN.test(navn)) throw new RangeError('A name in a note has neither spaces nor plus signs')
  if (noegle.asymmetricKeyType !== 'ed25519') throw new RangeError('Notes are signed with Ed25519')
  const id = createHash('sha256').update(`${navn}\n`).update(raaNoegle(art, noegle)).digest().subarray(0, ID_LAENGDE)
  return { navn, art, id, noegle }
}

const raaNoegle = (art: Underskriftsart, noegle: KeyObject): Buffer =>
  Buffer.concat([Buffer.from([ALGORITME[art]]), noegle.export({ type: 'spki', format: 'der' }).subarray(SPKI.length)])

/** The key as one line of text, as it is handed from hand to hand: name, id, and the key. */
export const formatVerifikator = ({ navn, art, id, noegle }: Verifikator): string =>
  `${navn}+${id.toString('hex')}+${raaNoegle(art, noegle).toString('base64')}`

/** What formatVerifikator wrote. Refuses what is no such line, or is one whose id is not that of its key. */
export function parseVerifikator(linje: string): Resultat<Verifikator, 'NOEGLE_UGYLDIG'> {
  const [, navn = '', hex = '', base64 = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(linje.trim()) ?? []
  const raa = Buffer.from(base64, 'base64')
  const art = (Object.keys(ALGORITME) as Underskriftsart[]).find((en) => ALGORITME[en] === raa[0])
  if (!art || raa.length !== 33 || !NAVN.test(navn)) return afvist('NOEGLE_UGYLDIG')
  const noegle = createPublicKey({ key: Buffer.concat([SPKI, raa.subarray(1)]), format: 'der', type: 'spki' })
  const verifikator = toVerifikator(navn, art, noegle)
  return verifikator.id.toString('hex') === hex ? ok(verifikator) : afvist('NOEGLE_UGYLDIG')
}

/** The text with one signature more. `tid`: seconds since 1970, for a witness. Throws RangeError for a text that a note cannot hold. */
export function signNote({ tekst, underskrifter }: Note, underskriver: Underskriver, tid: number): Note {
  if (!tekst.endsWith('\n') || tekst.includes('\n\n'))
    throw new RangeError('The text of a note ends its last line, and has no empty one')
  const { navn, id, art, privat } = underskriver
  const bytes = sign(null, toUnderskrevet(tekst, art, tid), privat)
  const hele = art === 'note' ? bytes : Buffer.concat([tidsbytes(tid), bytes])
  return { tekst, underskrifter: [...underskrifter, { navn, id, bytes: hele }] }
}

function tidsbytes(tid: number): Buffer {
  const bytes = Buffer.alloc(TID_LAENGDE)
  bytes.writeBigUInt64BE(BigInt(tid))
  return bytes
}

const toUnderskrevet = (tekst: string, art: Underskriftsart, tid: number): Buffer =>
  Buffer.from(art === 'note' ? tekst : `cosignature/v1\ntime ${tid}\n${tekst}`)

export const formatNote = ({ tekst, underskrifter }: Note): string =>
  `${tekst}\n${underskrifter.map((en) => `${formatUnderskrift(en)}\n`).join('')}`

/** A signature as it stands in a note, without the line feed. */
export const formatUnderskrift = ({ navn, id, bytes }: Underskrift): string =>
  `— ${navn} ${Buffer.concat([id, bytes]).toString('base64')}`

/** Reads a note; nothing in it is verified. Refuses what is none. */
export function parseNote(tekst: string): Resultat<Note, 'NOTE_UGYLDIG'> {
  const skel = tekst.lastIndexOf('\n\n')
  if (tekst.length > HOEJST_TEGN || skel < 0 || !tekst.endsWith('\n') || STYRETEGN.test(tekst)) return afvist('NOTE_UGYLDIG')
  const linjer = tekst.slice(skel + 2, -1).split('\n')
  if (linjer.length > HOEJST_UNDERSKRIFTER) return afvist('NOTE_UGYLDIG')
  const underskrifter = linjer.flatMap((linje): Underskrift[] => {
    const [, navn = '', base64 = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(linje) ?? []
    const bytes = Buffer.from(base64, 'base64')
    return bytes.length > ID_LAENGDE ? [{ navn, id: bytes.subarray(0, ID_LAENGDE), bytes: bytes.subarray(ID_LAENGDE) }] : []
  })
  return underskrifter.length === linjer.length ? ok({ tekst: tekst.slice(0, skel + 1), underskrifter }) : afvist('NOTE_UGYLDIG')
}

/** The signatures that hold by keys that are known. One by a known key that does not hold spoils the note: undefined. */
export function verifyNote(note: Note, kendte: readonly Verifikator[]): readonly Gyldig[] | undefined {
  const gyldige: Gyldig[] = []
  for (const { navn, id, bytes } of note.underskrifter) {
    const kendt = kendte.find((en) => en.navn === navn && en.id.equals(id))
    if (!kendt) continue
    const gyldig = verifyOne(note.tekst, kendt, bytes)
    if (!gyldig) return undefined
    if (!gyldige.some((led) => led.navn === navn && led.art === gyldig.art)) gyldige.push(gyldig)
  }
  return gyldige
}

/** Beyond this a number is another than the one that was signed. */
const SIKRE_TID = BigInt(Number.MAX_SAFE_INTEGER)

function verifyOne(tekst: string, { navn, art, noegle }: Verifikator, bytes: Buffer): Gyldig | undefined {
  if (art === 'note')
    return bytes.length === ED25519_LAENGDE && verify(null, toUnderskrevet(tekst, art, 0), noegle, bytes)
      ? { navn, art, tid: undefined }
      : undefined
  if (bytes.length !== TID_LAENGDE + ED25519_LAENGDE) return undefined
  const skrevet = bytes.readBigUInt64BE()
  if (skrevet > SIKRE_TID) return undefined
  const tid = Number(skrevet)
  return verify(null, toUnderskrevet(tekst, art, tid), noegle, bytes.subarray(TID_LAENGDE)) ? { navn, art, tid } : undefined
}
