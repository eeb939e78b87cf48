import { loadavg } from 'node:os'
import { Command, InvalidArgumentError, Option } from 'commander'
import { describeAndel } from './interval.ts'
import { type Maal, measureTiteltjek } from './maal-titeltjek.ts'
import { createKontrolsaet } from './titler/kontrolsaet.ts'
import { createTitler, type Maerkettitel } from './titler/titler.ts'
import { createTitlerB } from './titler-b/titler-b.ts'

/**
 * `node test/maaling/titeltjek.ts`: how much of what must not be shown the title check withholds, and how much it withholds for nothing,
 * on titles that were written before its rules. Titles are shown with --vis alone. Exits with 1 where a target is missed.
 */
const program = new Command('titeltjek')
  .option('--froe <tal>', 'seed of the set', readTal, 1)
  .addOption(
    new Option('--saet <saet>', 'the first set, or the second, whose halves are measured apart').choices(['a', 'b']).default('a'),
  )
  .option('--vis', 'also the titles that went wrong', false)
  .option('--kategorier', 'every kind, also those without a fault', false)
  .parse()
const { froe, saet, vis, kategorier } = program.opts<{ froe: number; saet: 'a' | 'b'; vis: boolean; kategorier: boolean }>()

const start = performance.now()
const antal = saet === 'b' ? measureB() : measureA()
process.stdout.write(
  `\n${antal} titles of seed ${froe} in ${((performance.now() - start) / 1000).toFixed(1)} s; machine's load ${loadavg()[0]?.toFixed(1)}\n`,
)

function measureA(): number {
  const titler = createTitler(froe)
  measure(titler, vis)
  // Without targets, and never shown: what the first set has taught must hold here as well.
  for (const { navn, andel } of measureTiteltjek(createKontrolsaet()))
    if (andel.af > 0) process.stdout.write(`\ncontrol set, ${navn}: ${describeAndel(andel)}`)
  process.stdout.write('\n')
  return titler.length
}

/** The titles of the second half are never shown: whoever betters the rules would learn them. */
function measureB(): number {
  const titler = createTitlerB(froe)
  for (const halvdel of ['udvikling', 'proeve'] as const) {
    process.stdout.write(
      `\n— ${halvdel === 'udvikling' ? 'the half the rules were bettered on' : 'the half that nobody looks at'}\n`,
    )
    measure(
      titler.filter((titel) => titel.halvdel === halvdel),
      vis && halvdel === 'udvikling',
    )
  }
  return titler.length
}

function measure(titler: readonly Maerkettitel[], medTitler: boolean): void {
  const maal = measureTiteltjek(titler)
  for (const et of maal) write(et, medTitler)
  if (!maal.every(({ naaet }) => naaet)) process.exitCode = 1
}

function write({ navn, andel, naaet, maal: krav, kategorier: alle, fejl, bemaerkning }: Maal, medTitler: boolean): void {
  const linjer = [`\n${naaet ? 'ok  ' : 'FAIL'} ${navn}: ${describeAndel(andel)}; wanted ${krav}`]
  if (bemaerkning !== undefined) linjer.push(`     ${bemaerkning}`)
  const ramte = new Set(fejl.map(({ titel }) => titel.kategori))
  for (const { kategori, andel: dens } of alle)
    if (kategorier || ramte.has(kategori)) linjer.push(`     ${kategori}: ${describeAndel(dens)}`)
  if (medTitler)
    for (const { titel, fund } of fejl) linjer.push(`       ${titel.titel} [${fund.map(({ kode }) => kode).join(' ')}]`)
  process.stdout.write(`${linjer.join('\n')}\n`)
}

function readTal(tekst: string): number {
  if (!/^\d{1,9}$/.test(tekst)) throw new InvalidArgumentError('A whole number of at most nine digits')
  return Number(tekst)
}
