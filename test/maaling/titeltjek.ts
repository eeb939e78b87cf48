import { loadavg } from 'node:os'
import { Command, InvalidArgumentError } from 'commander'
import { describeAndel } from './interval.ts'
import { type Maal, measureTiteltjek } from './maal-titeltjek.ts'
import { createKontrolsaet } from './titler/kontrolsaet.ts'
import { createTitler } from './titler/titler.ts'

/**
 * `node test/maaling/titeltjek.ts`: how much of what must not be shown the title check withholds, and how much it withholds for nothing,
 * on titles that were written before its rules. Titles are shown with --vis alone. Exits with 1 where a target is missed.
 */
const program = new Command('titeltjek')
  .option('--froe <tal>', 'seed of the set', readTal, 1)
  .option('--vis', 'also the titles that went wrong', false)
  .option('--kategorier', 'every kind, also those without a fault', false)
  .parse()
const { froe, vis, kategorier } = program.opts<{ froe: number; vis: boolean; kategorier: boolean }>()

const start = performance.now()
const titler = createTitler(froe)
const maal = measureTiteltjek(titler)
for (const et of maal) write(et)
// Without targets, and never shown: what the first set has taught must hold here as well.
for (const { navn, andel } of measureTiteltjek(createKontrolsaet()))
  if (andel.af > 0) process.stdout.write(`\ncontrol set, ${navn}: ${describeAndel(andel)}`)
process.stdout.write('\n')
process.stdout.write(
  `\n${titler.length} titles of seed ${froe} in ${((performance.now() - start) / 1000).toFixed(1)} s; machine's load ${loadavg()[0]?.toFixed(1)}\n`,
)
process.exitCode = maal.every(({ naaet }) => naaet) ? 0 : 1

function write({ navn, andel, naaet, maal: krav, kategorier: alle, fejl, bemaerkning }: Maal): void {
  const linjer = [`\n${naaet ? 'ok  ' : 'FAIL'} ${navn}: ${describeAndel(andel)}; wanted ${krav}`]
  if (bemaerkning !== undefined) linjer.push(`     ${bemaerkning}`)
  const ramte = new Set(fejl.map(({ titel }) => titel.kategori))
  for (const { kategori, andel: dens } of alle)
    if (kategorier || ramte.has(kategori)) linjer.push(`     ${kategori}: ${describeAndel(dens)}`)
  if (vis) for (const { titel, fund } of fejl) linjer.push(`       ${titel.titel} [${fund.map(({ kode }) => kode).join(' ')}]`)
  process.stdout.write(`${linjer.join('\n')}\n`)
}

function readTal(tekst: string): number {
  if (!/^\d{1,9}$/.test(tekst)) throw new InvalidArgumentError('A whole number of at most nine digits')
  return Number(tekst)
}
