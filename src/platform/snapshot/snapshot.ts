import type { Clock } from '#platform/clock'

/**
 * A small register kept in memory and read anew now and then: configuration, sources, coverage; never personal data. No timer runs: it is
 * renewed when it is asked for, so nothing keeps the process alive and an idle night does no work.
 */
export type Snapshot<T> = {
  /**
   * The register, at most `hoejstMs` old. Up to `friskMs` as it is; after that as it is while a new one is read; past `hoejstMs` only when
   * it has been read anew. Throws SnapshotFejl where that fails: what may have been closed meanwhile must not be shown.
   */
  current(): Promise<T>
  /** Reads it anew, with all that was committed before the call. Throws SnapshotFejl. */
  refresh(): Promise<T>
}

/** The register cannot be read, and what is in memory is too old to be used. `cause` is why. */
export class SnapshotFejl extends Error {
  override readonly name = 'SnapshotFejl'
}

export type Snapshotvalg<T> = {
  /** What it holds, for messages. */
  readonly navn: string
  readonly load: () => Promise<T>
  readonly clock: Clock
  readonly friskMs?: number
  readonly hoejstMs?: number
}

/** Reads the register for the first time. Throws SnapshotFejl where it cannot be read. */
export async function createSnapshot<T>(valg: Snapshotvalg<T>): Promise<Snapshot<T>> {
  const { navn, load, clock, friskMs = 3_000, hoejstMs = 30_000 } = valg
  const nuMs = (): number => Date.parse(clock.now())
  const read = async (): Promise<{ vaerdi: T; laest: number }> => {
    // Counted from before the reading: what changes while it is read may not be in it.
    const laest = nuMs()
    try {
      return { vaerdi: await load(), laest }
    } catch (error) {
      throw new SnapshotFejl(`${navn} cannot be read`, { cause: error })
    }
  }
  let seneste = await read()
  let iGang: Promise<T> | undefined
  const renew = async (): Promise<T> => {
    try {
      seneste = await read()
      return seneste.vaerdi
    } finally {
      iGang = undefined
    }
  }
  const start = (): Promise<T> => {
    iGang ??= renew()
    return iGang
  }

  return {
    current: async () => {
      const alder = nuMs() - seneste.laest
      // A clock that was set back makes the age unknown.
      if (alder < 0 || alder >= hoejstMs) return start()
      if (alder >= friskMs) start().catch(() => undefined)
      return seneste.vaerdi
    },
    refresh: async () => {
      // One that is under way may have begun before the caller's change.
      await iGang?.catch(() => undefined)
      return start()
    },
  }
}
