import autocannon from 'autocannon'
import { cpuSekunder, percentil } from './maskine.ts'

/** What one stretch of load gave. Times in milliseconds; processor time in microseconds a response, by who used it. */
export type Lastmaaling = {
  readonly prSekund: number
  readonly p50: number
  readonly p99: number
  readonly svar: number
  readonly fejl: number
  readonly bytesPrSvar: number
  readonly cpuUs: { readonly server: number; readonly database: number; readonly lastgiver: number }
}

export type Lastvalg = {
  readonly url: string
  /** One request each; every connection goes through them in an order of its own. */
  readonly cookies: readonly string[]
  readonly klienter: number
  readonly sekunder: number
  readonly server: number
  readonly database: readonly number[]
}

/** Loads one address with citizens taken by turns. Throws where anything but 200 came back: such figures would be of something else. */
export async function loadHttp(valg: Lastvalg): Promise<Lastmaaling> {
  const foer = [cpuSekunder([valg.server]), cpuSekunder(valg.database), process.cpuUsage()] as const
  const begyndt = performance.now()
  const { tider, fejl, bytes } = await cannon(valg)
  const sekunder = (performance.now() - begyndt) / 1000
  if (fejl > 0 || tider.length === 0) throw new Error(`${fejl} of ${tider.length} answers of ${valg.url} were not 200`)
  const us = (brugt: number): number => Math.round((brugt * 1e6) / tider.length)
  const egen = process.cpuUsage(foer[2])
  return {
    prSekund: tider.length / sekunder,
    p50: percentil(tider, 0.5),
    p99: percentil(tider, 0.99),
    svar: tider.length,
    fejl,
    bytesPrSvar: Math.round(bytes / tider.length),
    cpuUs: {
      server: us(cpuSekunder([valg.server]) - foer[0]),
      database: us(cpuSekunder(valg.database) - foer[1]),
      lastgiver: us((egen.user + egen.system) / 1e6),
    },
  }
}

async function cannon({ url, cookies, klienter, sekunder }: Lastvalg) {
  const tider: number[] = []
  let fejl = 0
  let bytes = 0
  let foerste = 0
  const maal = {
    url,
    connections: klienter,
    duration: sekunder,
    setupClient: (klient: autocannon.Client) => {
      foerste += Math.ceil(cookies.length / klienter)
      const egne = cookies.map((_, i) => cookies[(foerste + i) % cookies.length] ?? '')
      klient.setRequests(egne.map((cookie) => ({ method: 'GET' as const, headers: { cookie } })))
    },
  }
  await new Promise<void>((resolve, reject) => {
    const instans = autocannon(maal, (error) => (error ? reject(error) : resolve()))
    instans.on('response', (_klient, status, laengde, ms) => {
      tider.push(ms)
      bytes += laengde
      if (status !== 200) fejl++
    })
    instans.on('reqError', () => fejl++)
  })
  return { tider, fejl, bytes }
}
