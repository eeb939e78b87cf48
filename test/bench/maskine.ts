import { existsSync, readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'

/** What the figures were made on. A ratio within one run survives another machine; a figure alone does not. */
export type Maskine = {
  readonly processor: string
  readonly kerner: number
  readonly hukommelseGb: number
  readonly node: string
  readonly belastningFoer: readonly number[]
}

export const describeMaskine = (): Maskine => ({
  processor: cpus()[0]?.model ?? '',
  kerner: cpus().length,
  hukommelseGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  belastningFoer: loadavg().map((tal) => Number(tal.toFixed(2))),
})

/** Linux counts processor time in hundredths of a second. */
const TIK_PR_SEKUND = 100

/** Seconds of processor time that the processes have used so far; those that cannot be seen (another machine's) count nothing. */
export function cpuSekunder(pider: readonly number[]): number {
  let tik = 0
  for (const pid of pider) {
    const fil = `/proc/${pid}/stat`
    if (!existsSync(fil)) continue
    // The name in parentheses can hold blanks; what comes after it cannot.
    const felter = readFileSync(fil, 'utf8').split(') ')[1]?.split(' ') ?? []
    tik += Number(felter[11] ?? 0) + Number(felter[12] ?? 0)
  }
  return tik / TIK_PR_SEKUND
}

/** The same of a process and of all its children that have ended, and who started it; undefined where it cannot be seen. */
export function cpuMedEndte(pid: number): { readonly sekunder: number; readonly foraelder: number } | undefined {
  const fil = `/proc/${pid}/stat`
  if (!existsSync(fil)) return undefined
  const felter = readFileSync(fil, 'utf8').split(') ')[1]?.split(' ') ?? []
  const tik = [11, 12, 13, 14].reduce((sum, nr) => sum + Number(felter[nr] ?? 0), 0)
  return { sekunder: tik / TIK_PR_SEKUND, foraelder: Number(felter[1]) }
}

/** Seconds of processor time that the whole machine has used so far, for people and for the system; 0 where it does not tell. */
export function maskineSekunder(): number {
  if (!existsSync('/proc/stat')) return 0
  const [bruger = 0, nice = 0, system = 0] =
    /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]?.split(' ').map(Number) ?? []
  return (bruger + nice + system) / TIK_PR_SEKUND
}

/** Resident memory of a process in MB; undefined where the machine does not tell. */
export function rssMb(pid: number): number | undefined {
  const fil = `/proc/${pid}/status`
  if (!existsSync(fil)) return undefined
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(fil, 'utf8'))?.[1]
  return kb === undefined ? undefined : Number(kb) / 1024
}

/** Samples a process's memory until stopped. */
export function followRss(pid: number): { stop(): { start: number; top: number; slut: number } } {
  const maalt = [rssMb(pid) ?? 0]
  const timer = setInterval(() => maalt.push(rssMb(pid) ?? 0), 250)
  return {
    stop: () => {
      clearInterval(timer)
      maalt.push(rssMb(pid) ?? 0)
      return { start: maalt[0] ?? 0, top: Math.max(...maalt), slut: maalt.at(-1) ?? 0 }
    },
  }
}

export const median = (tal: readonly number[]): number => percentil(tal, 0.5)

export function percentil(tal: readonly number[], del: number): number {
  const ordnet = tal.toSorted((a, b) => a - b)
  return ordnet[Math.min(ordnet.length - 1, Math.floor(ordnet.length * del))] ?? Number.NaN
}
