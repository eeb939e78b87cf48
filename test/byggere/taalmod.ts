/** So long is waited for a machine that is busy with other things. */
const FORSOEG = 60
const PAUSE_MS = 500

/** Asks again while the answer is that it is busy (503, nothing kept): a test is about something else than the machine's load. */
export async function medTaalmod<T>(ask: () => Promise<T>, erOptaget: (svar: T) => boolean): Promise<T> {
  for (let forsoeg = 1; ; forsoeg++) {
    const svar = await ask()
    if (!erOptaget(svar) || forsoeg === FORSOEG) return svar
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}
