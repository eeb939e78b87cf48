import { Presets, SingleBar } from 'cli-progress'

/** A bar on a terminal; a line at the beginning and the end elsewhere, so that a log stays readable. */
export type Fremgang = { step(antal: number): void; stop(): void }

/** `total` undefined: a count without an end in sight. */
export function startFremgang(navn: string, total: number | undefined): Fremgang {
  const begyndt = Date.now()
  let naaet = 0
  const bar = process.stdout.isTTY ? createBar(navn, total) : undefined
  if (!bar) console.log(`${navn} …`)
  return {
    step: (antal) => {
      naaet += antal
      bar?.update(naaet)
    },
    stop: () => {
      bar?.stop()
      const sekunder = (Date.now() - begyndt) / 1000
      console.log(`${navn}: ${naaet.toLocaleString('da-DK')} på ${sekunder.toFixed(1).replace('.', ',')} s`)
    },
  }
}

function createBar(navn: string, total: number | undefined): SingleBar {
  const format =
    total === undefined ? `${navn} {value}` : `${navn} [{bar}] {percentage} % · {value}/{total} · {eta_formatted} tilbage`
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic)
  bar.start(total ?? 0, 0)
  return bar
}
