import { type Noegle, type Noeglenavn, type Noeglering, RINGE, type Ringnavn } from './noegle.ts'
import { addNoegle, ensureNoeglemappe, readOrMake } from './noeglefil.ts'

/** All keys of an installation. They stand in a folder of their own, never in the database that they protect. */
export type Noegler = {
  readonly session: Noeglering
  readonly nummer: Noeglering
  readonly indhold: Noeglering
  /** The HMAC key that personal numbers are looked up by. */
  readonly opslag: Noegle
  /** Where the keys stand, for messages to the operator. */
  readonly mappe: string
  /** The fingerprint of the key in use, which tells nothing about the key. */
  fingerprint(navn: Noeglenavn): string
  /** Makes a new key that seals from now on; what older keys sealed can still be opened. Other processes use it from their next start. */
  rotate(navn: Ringnavn): void
}

/** Reads the keys in `mappe`, or makes them at the first start. Throws Opstartsfejl where a file is damaged or open to others. */
export function createNoegler(mappe: string): Noegler {
  ensureNoeglemappe(mappe)
  const ringe = new Map(RINGE.map((navn) => [navn, toRing(navn, readOrMake(mappe, navn))]))
  const ring = (navn: Ringnavn): Noeglering => ringe.get(navn) as Noeglering
  const opslag = toRing('opslag', readOrMake(mappe, 'opslag')).aktuel
  return {
    mappe,
    opslag,
    get session() {
      return ring('session')
    },
    get nummer() {
      return ring('nummer')
    },
    get indhold() {
      return ring('indhold')
    },
    fingerprint: (navn) => (navn === 'opslag' ? opslag : ring(navn).aktuel).fingeraftryk,
    rotate: (navn) => {
      ringe.set(navn, toRing(navn, addNoegle(mappe, navn)))
    },
  }
}

const toRing = (navn: Noeglenavn, alle: readonly Noegle[]): Noeglering => ({ navn, alle, aktuel: alle.at(-1) as Noegle })
