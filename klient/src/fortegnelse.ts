/** An object as two indexes are compared by: its UUID and the Tidspunkt of its newest registration. */
export type Objektversion = readonly [id: string, tidspunkt: string]

/** A node of the tree: how many digests begin with a prefix, and SHA-256 over them in order, hexadecimal. */
export type Fortegnelsesknude = { readonly antal: number; readonly hash: string }

/** All that the system has for a municipality, at an instant: about 60 bytes of memory an object. */
export type Fortegnelse = {
  readonly antal: number
  /** The node of all digests that begin with these hexadecimal digits; '' is the root. */
  knude(praefiks: string): Promise<Fortegnelsesknude>
  /** The objects whose digests begin so. */
  objekter(praefiks: string): Objektversion[]
}

const DIGEST = 32
const ID = 16
const TID = 8

/**
 * Makes the picture that is compared: give it everything that the system is Master of for the municipality, as it is at one instant. Throws TypeError
 * for an id that is no UUID or a time that is none.
 */
export async function createFortegnelse(objekter: Iterable<Objektversion> | AsyncIterable<Objektversion>): Promise<Fortegnelse> {
  const sha256 = findSha256()
  const digests = createTabel(DIGEST)
  const ider = createTabel(ID)
  const tider = createTabel(TID)
  const add = ([id, tidspunkt]: Objektversion): Promise<void> | undefined => {
    const ms = Date.parse(tidspunkt)
    if (!UUID.test(id) || Number.isNaN(ms)) throw new TypeError('Et objekt har ikke et UUID og et tidspunkt.')
    packId(id, ider)
    const fra = tider.add()
    tider.view().setFloat64(fra, ms)
    const tid = KANONISK.test(tidspunkt) ? tidspunkt : new Date(ms).toISOString()
    return sha256.add(`${id.toLowerCase()}|${tid}`, digests)
  }
  // Waiting where nothing is waited for takes ten times as long for a million objects.
  if (Symbol.iterator in objekter)
    for (const objekt of objekter) {
      const venter = add(objekt)
      if (venter) await venter
    }
  else for await (const objekt of objekter) await add(objekt)
  const orden = findOrden(digests)
  const sorteret = inOrden(digests, orden)
  const cut = (praefiks: string) => findUdsnit(sorteret, orden.length, praefiks)
  return {
    antal: orden.length,
    knude: async (praefiks) => {
      const { fra, til } = cut(praefiks)
      return { antal: til - fra, hash: await sha256.of(sorteret.subarray(fra * DIGEST, til * DIGEST)) }
    },
    objekter: (praefiks) => {
      const { fra, til } = cut(praefiks)
      return Array.from(orden.subarray(fra, til), (nr) => [unpackId(ider, nr), readTid(tider, nr)] as const)
    },
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const KANONISK = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Fields of one size, one after another, in one piece of memory that grows. */
type Tabel = {
  readonly bredde: number
  antal(): number
  /** Makes room for one more, and answers where it begins. */
  add(): number
  bytes(): Uint8Array<ArrayBuffer>
  view(): DataView
}

function createTabel(bredde: number): Tabel {
  let bytes = new Uint8Array(1_024 * bredde)
  let view = new DataView(bytes.buffer)
  let antal = 0
  return {
    bredde,
    antal: () => antal,
    add: () => {
      if ((antal + 1) * bredde > bytes.length) {
        // Twice as large each time, it is copied little.
        const stoerre = new Uint8Array(bytes.length * 2)
        stoerre.set(bytes)
        bytes = stoerre
        view = new DataView(bytes.buffer)
      }
      return antal++ * bredde
    },
    bytes: () => bytes,
    view: () => view,
  }
}

type Sha256 = { add(tekst: string, tabel: Tabel): Promise<void> | undefined; of(bytes: Uint8Array<ArrayBuffer>): Promise<string> }
type Nodecrypto = { hash(navn: string, indhold: string | Uint8Array, form: 'binary' | 'hex'): string }

/** Node's own where there is one: Web Crypto answers later each time, which takes ten times as long for a million objects. */
function findSha256(): Sha256 {
  const { process } = globalThis as { process?: { getBuiltinModule?: (navn: string) => Partial<Nodecrypto> | undefined } }
  const node = process?.getBuiltinModule?.('node:crypto')
  if (!node?.hash) return WEBCRYPTO
  const { hash } = node as Nodecrypto
  return {
    add: (tekst, tabel) => {
      const digest = hash('sha256', tekst, 'binary')
      const fra = tabel.add()
      const bytes = tabel.bytes()
      for (let i = 0; i < DIGEST; i++) bytes[fra + i] = digest.charCodeAt(i)
      return undefined
    },
    of: async (bytes) => hash('sha256', bytes, 'hex'),
  }
}

const WEBCRYPTO: Sha256 = {
  add: async (tekst, tabel) => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(tekst)))
    const fra = tabel.add()
    tabel.bytes().set(digest, fra)
  },
  of: async (bytes) => toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
}

/** Sixteen bytes, in four quarters. */
function packId(id: string, tabel: Tabel): void {
  const hex = id.slice(0, 8) + id.slice(9, 13) + id.slice(14, 18) + id.slice(19, 23) + id.slice(24)
  const fra = tabel.add()
  for (let i = 0; i < 4; i++) tabel.view().setUint32(fra + i * 4, Number.parseInt(hex.slice(i * 8, i * 8 + 8), 16))
}

function unpackId(tabel: Tabel, nr: number): string {
  const hex = toHex(tabel.bytes().subarray(nr * ID, (nr + 1) * ID))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const readTid = (tabel: Tabel, nr: number): string => new Date(tabel.view().getFloat64(nr * TID)).toISOString()

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const SPANDE = 65_536
/** So few are put in order by moving them: asking for a sorting costs more. */
const FAA = 40

/** The numbers of the digests in the order of their bytes. They are spread evenly, so by two bytes they fall into small heaps. */
function findOrden(digests: Tabel): Uint32Array {
  const antal = digests.antal()
  const view = digests.view()
  const slut = new Uint32Array(SPANDE + 1)
  for (let nr = 0; nr < antal; nr++) {
    const spand = view.getUint16(nr * DIGEST) + 1
    slut[spand] = (slut[spand] ?? 0) + 1
  }
  for (let spand = 0; spand < SPANDE; spand++) slut[spand + 1] = (slut[spand + 1] ?? 0) + (slut[spand] ?? 0)
  const plads = slut.slice()
  const orden = new Uint32Array(antal)
  for (let nr = 0; nr < antal; nr++) {
    const spand = view.getUint16(nr * DIGEST)
    const her = plads[spand] ?? 0
    orden[her] = nr
    plads[spand] = her + 1
  }
  const bytes = digests.bytes()
  const compareNumre = (a: number, b: number) =>
    view.getUint32(a * DIGEST + 2) - view.getUint32(b * DIGEST + 2) ||
    compare(bytes.subarray(a * DIGEST, (a + 1) * DIGEST), bytes.subarray(b * DIGEST, (b + 1) * DIGEST))
  for (let spand = 0; spand < SPANDE; spand++) sortHeap(orden.subarray(slut[spand], slut[spand + 1]), compareNumre)
  return orden
}

function sortHeap(numre: Uint32Array, compareNumre: (a: number, b: number) => number): void {
  if (numre.length > FAA) numre.sort(compareNumre)
  else
    for (let i = 1; i < numre.length; i++) {
      const nr = numre[i] ?? 0
      let j = i - 1
      for (; j >= 0 && compareNumre(numre[j] ?? 0, nr) > 0; j--) numre[j + 1] = numre[j] ?? 0
      numre[j + 1] = nr
    }
}

function inOrden(digests: Tabel, orden: Uint32Array): Uint8Array<ArrayBuffer> {
  const bytes = digests.bytes()
  const sorteret = new Uint8Array(orden.length * DIGEST)
  orden.forEach((nr, plads) => {
    sorteret.set(bytes.subarray(nr * DIGEST, (nr + 1) * DIGEST), plads * DIGEST)
  })
  return sorteret
}

function compare(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < DIGEST; i++) {
    const forskel = (a[i] ?? 0) - (b[i] ?? 0)
    if (forskel !== 0) return forskel
  }
  return 0
}

function findUdsnit(sorteret: Uint8Array, antal: number, praefiks: string): { readonly fra: number; readonly til: number } {
  const graense = (ciffer: string) => {
    const hex = praefiks.padEnd(DIGEST * 2, ciffer)
    return Uint8Array.from({ length: DIGEST }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16))
  }
  const findPlads = (digest: Uint8Array, ogLig: boolean): number => {
    let [lav, hoej] = [0, antal]
    while (lav < hoej) {
      const midt = (lav + hoej) >>> 1
      const orden = compare(sorteret.subarray(midt * DIGEST, (midt + 1) * DIGEST), digest)
      if (orden < 0 || (ogLig && orden === 0)) lav = midt + 1
      else hoej = midt
    }
    return lav
  }
  return { fra: findPlads(graense('0'), false), til: findPlads(graense('f'), true) }
}
