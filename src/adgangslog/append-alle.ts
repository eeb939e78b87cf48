import type { Logpost } from './adgangslog.sql.ts'
import type { Logskriver } from './skriver.ts'

/** A page of a source's can concern a hundred thousand parts, and citizens' reads wait in the same queue of the log, which has an end. */
const AD_GANGEN = 250
const koeer = new WeakMap<Logskriver, Promise<unknown>>()

/** Writes a few rows at once, and of long ones one read's at a time. Throws Logfejl. */
export async function appendAlle(log: Logskriver, poster: readonly Logpost[]): Promise<void> {
  const write = (bunke: readonly Logpost[]) => Promise.all(bunke.map((post) => log.append(post)))
  if (poster.length <= AD_GANGEN / 10) {
    await write(poster)
    return
  }
  for (let fra = 0; fra < poster.length; fra += AD_GANGEN) {
    const foer = koeer.get(log) ?? Promise.resolve()
    const skrevet = foer.then(() => write(poster.slice(fra, fra + AD_GANGEN)))
    // One that fails is told to whoever reads, and lets the next one go on.
    koeer.set(
      log,
      skrevet.catch(() => undefined),
    )
    await skrevet
  }
}
