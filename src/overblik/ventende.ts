import { danskDag } from '#platform/clock'
import type { AftaleVisning } from './visninger.ts'

/** So long a deadline that has passed and is not met still waits, said as passed: somebody may yet act on it. */
const FRIST_DAGE = 14

/** True for what waits on the Danish day `idag`: appointments the whole of their last day, deadlines until two weeks after. */
export function isVentende({ type, status, start, slut }: AftaleVisning, idag: string): boolean {
  if (status !== 'Aktiv') return false
  const sidste = danskDag(slut ?? start)
  return (type === 'Frist' ? addDage(sidste, FRIST_DAGE) : sidste) >= idag
}

const addDage = (dag: string, antal: number): string => new Date(Date.parse(dag) + antal * 86_400_000).toISOString().slice(0, 10)
