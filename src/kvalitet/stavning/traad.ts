import { parentPort } from 'node:worker_threads'
import { checkTitel, type Fund, loadOrdbog } from '#kvalitet/titeltjek'

export type TilStavning = { readonly nr: number; readonly titel: string }
export type Stavet = { readonly nr: number; readonly fund: readonly Fund[] }

const ordbog = await loadOrdbog()

parentPort?.on('message', ({ nr, titel }: TilStavning) => {
  const fund = checkTitel(titel, { art: 'sag', egneNavne: [], kendteNavne: [], ordbog }).filter(
    ({ kode }) => kode === 'STAVEFEJL',
  )
  parentPort?.postMessage({ nr, fund } satisfies Stavet)
})
