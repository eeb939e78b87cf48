import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CvrNummer, Uuid } from '#kernel'
import { tidspunkt } from '#kernel'
import type { Database } from '#platform/database'
import type { Stand } from '../livstegn/index.ts'
import { DIGEST_BYTES, type Digestraekke, findUdsnit, type Version } from '../trae/index.ts'
import { allowMemory, allowTime, fetchBillede, findStand, openBillede, POST_BYTES, readOneInstant } from './billede.sql.ts'

/** What the index held of a source for a municipality at an instant. Lies in files that nobody else can open, and no more. */
export type Billede = {
  readonly raekke: Digestraekke
  /** How the source stood with the municipality then: what has come since is told by it. */
  readonly stand: Stand
  /** The object that a digest of the picture is made of. */
  find(digest: string): Version
  close(): void
}

const UROERT: Stand = { modtaget: 0, roert: 0 }
/** Rows of a 256th each that are held at a time: of ten million objects, 5 MB. */
const RAEKKER = 4

/**
 * Takes the picture, in one transaction that sees one instant and keeps nobody waiting. Memory does not grow with the objects; the
 * time does, some seconds a million. Throws DatabaseFejl.
 */
export async function takeBillede(db: Database, kilde: Uuid, kommune: CvrNummer): Promise<Billede> {
  const digests = openSkjult()
  const objekter = openSkjult()
  try {
    const stand = await db.transaction({ rolle: 'modtagelse' }, async (tx) => {
      await tx.run(readOneInstant())
      await tx.run(allowTime())
      await tx.run(allowMemory())
      const [kendt] = await tx.run(findStand(kilde, kommune))
      await tx.run(openBillede(kilde, kommune))
      for (;;) {
        const raekker = await tx.run(fetchBillede(RAEKKER))
        for (const { poster } of raekker) writePoster(poster, digests, objekter)
        if (raekker.length < RAEKKER) return kendt ?? UROERT
      }
    })
    return toBillede(digests, objekter, stand)
  } catch (fejl) {
    digests.close()
    objekter.close()
    throw fejl
  }
}

type Skjult = {
  readonly laengde: () => number
  add(bytes: Uint8Array): void
  laes(fra: number, til: number): Buffer
  close(): void
}

/** A file without a name: it is gone with the process, however that ends. */
function openSkjult(): Skjult {
  const mappe = mkdtempSync(join(tmpdir(), 'bbafstemning-'))
  const fil = openSync(join(mappe, 'billede'), 'wx+', 0o600)
  rmSync(mappe, { recursive: true })
  let laengde = 0
  let aaben = true
  return {
    laengde: () => laengde,
    add: (bytes) => {
      for (let skrevet = 0; skrevet < bytes.length; ) skrevet += writeSync(fil, bytes, skrevet)
      laengde += bytes.length
    },
    laes: (fra, til) => {
      const bytes = Buffer.alloc(til - fra)
      for (let laest = 0; laest < bytes.length; ) {
        const antal = readSync(fil, bytes, laest, bytes.length - laest, fra + laest)
        if (antal === 0) throw new RangeError('Beyond the end of the picture')
        laest += antal
      }
      return bytes
    },
    close: () => {
      if (aaben) closeSync(fil)
      aaben = false
    },
  }
}

const OBJEKT_BYTES = POST_BYTES - DIGEST_BYTES

function writePoster(poster: Uint8Array, digests: Skjult, objekter: Skjult): void {
  const antal = poster.length / POST_BYTES
  const [foran, efter] = [Buffer.alloc(antal * DIGEST_BYTES), Buffer.alloc(antal * OBJEKT_BYTES)]
  for (let nr = 0; nr < antal; nr++) {
    const fra = nr * POST_BYTES
    foran.set(poster.subarray(fra, fra + DIGEST_BYTES), nr * DIGEST_BYTES)
    efter.set(poster.subarray(fra + DIGEST_BYTES, fra + POST_BYTES), nr * OBJEKT_BYTES)
  }
  digests.add(foran)
  objekter.add(efter)
}

function toBillede(digests: Skjult, objekter: Skjult, stand: Stand): Billede {
  const raekke: Digestraekke = {
    antal: digests.laengde() / DIGEST_BYTES,
    laes: (fra, til) => digests.laes(fra * DIGEST_BYTES, til * DIGEST_BYTES),
  }
  return {
    raekke,
    stand,
    find: (digest) => {
      const { fra } = findUdsnit(raekke, digest)
      return readVersion(objekter.laes(fra * OBJEKT_BYTES, (fra + 1) * OBJEKT_BYTES))
    },
    close: () => {
      digests.close()
      objekter.close()
    },
  }
}

function readVersion(bytes: Buffer): Version {
  const hex = bytes.toString('hex', 0, 16)
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Uuid
  return { id, tidspunkt: tidspunkt(new Date(Number(bytes.readBigInt64BE(16)))) }
}
