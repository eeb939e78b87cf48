import { freePort, makeMappe, removeMappe, startProces, stopProces, untilServing } from './serverproces.ts'

/** How long a start on data that are there takes, from the command until a page is served, in ms, slowest last. */
export async function measureStarttid(gange: number): Promise<number[]> {
  const dataMappe = makeMappe('bbstart-')
  const miljoe = { BORGERBLIKKET_DATA: dataMappe, BORGERBLIKKET_BORGERE: '1000' }
  const tider: number[] = []
  try {
    for (let i = 0; i <= gange; i++) {
      const begyndt = Date.now()
      const server = startProces({ ...miljoe, PORT: String(await freePort()) })
      await untilServing(server, 120_000)
      // The first start makes and fills the database.
      if (i > 0) tider.push(Date.now() - begyndt)
      await stopProces(server)
    }
    return tider.sort((a, b) => a - b)
  } finally {
    removeMappe(dataMappe)
  }
}
