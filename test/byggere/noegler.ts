import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createNoegler, type Noegler } from '#platform/crypto'

/** Keys of the test file's own, which leave nothing behind. */
export function makeTestnoegler(): Noegler {
  const mappe = mkdtempSync(join(tmpdir(), 'bbnoegler-'))
  try {
    return createNoegler(mappe)
  } finally {
    rmSync(mappe, { recursive: true })
  }
}
