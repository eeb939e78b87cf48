import { appendFileSync } from 'node:fs'

/** Tells the evidence command what a test saw, where it is run by it (BEVIS_TAL names its file); else nothing. */
export function noterTal(saetning: string): void {
  const fil = process.env['BEVIS_TAL']
  if (fil) appendFileSync(fil, `${saetning}\n`)
}
