import { setTimeout as wait } from 'node:timers/promises'
import { BorgerblikketFejl, Forbindelsesfejl } from '@borgerblikket/klient/kilde'
import { type Command, InvalidArgumentError } from 'commander'
import { systemClock } from '#platform/clock'
import { Opstartsfejl } from '#platform/database'
import { startFremgang } from '#platform/progress'
import type { Afstemningsudfald } from './afstem.ts'
import { koerFagsystemer, type Systemudfald } from './koer.ts'
import { createKilder, tagNotater } from './notater.ts'
import { FAGSYSTEMER, type Fagsystem } from './systemer.ts'

export type Fagsystemkommandoer = {
  readonly print: (linje: string) => void
  readonly guarded: (work: () => Promise<unknown>) => Promise<void>
}

type Valg = {
  readonly mod: URL
  readonly kun: readonly string[]
  readonly varighed: number
  readonly dage: number
  readonly sager: number
  readonly seed: number
  readonly afstem: boolean
}

/** `demo fagsystemer`: hangs below the program's `demo`. */
export function addFagsystemCommands(program: Command, { print, guarded }: Fagsystemkommandoer): void {
  const demo = program.commands.find((kommando) => kommando.name() === 'demo') ?? program.command('demo')
  demo
    .command('fagsystemer')
    .description('Lad opdigtede fagsystemer levere til en demo, hvert med sine vaner, gennem de rigtige snitflader')
    .option('--mod <adresse>', 'demoens adresse', parseAdresse, new URL('http://localhost:8080'))
    .option(
      '--kun <navn>',
      'kun dette system, eller denne slags; kan gentages',
      (en, hidtil: readonly string[]) => [...hidtil, en],
      [],
    )
    .option(
      '--varighed <tid>',
      'fordel dagene over så lang tid, som 30s eller 10m; ellers så hurtigt som muligt',
      parseVarighed,
      0,
    )
    .option('--dage <antal>', 'dage, der gennemleves', parseAntal, 7)
    .option('--sager <antal>', 'sager i hvert system', parseAntal, 20)
    .option('--seed <tal>', 'samme tal giver de samme sager', parseAntal, 1)
    .option('--afstem', 'stem af til sidst, og send livstegn; kun hvor ingen andre leverer som de samme kilder', false)
    .option('--vis', 'vis systemerne og deres vaner', false)
    .action((valg: Valg & { readonly vis: boolean }) =>
      guarded(async () => (valg.vis ? printSystemer(FAGSYSTEMER, print) : run(valg, print))),
    )
  demo
    .command('notater')
    .description('Lad demoens kilder tage de notater, der er skrevet på deres sager, og levere dem tilbage')
    .option('--mod <adresse>', 'demoens adresse', parseAdresse, new URL('http://localhost:8080'))
    .option('--varighed <tid>', 'bliv ved så længe, som 10m; ellers én gang', parseVarighed, 0)
    .action((valg: { readonly mod: URL; readonly varighed: number }) => guarded(() => runNotater(valg, print)))
}

function printSystemer(systemer: readonly Fagsystem[], print: (linje: string) => void): void {
  for (const { navn, art, somKilde, om } of systemer)
    print(`${navn.padEnd(18)} ${art.padEnd(15)} som ${somKilde.padEnd(15)} ${om}`)
}

const NOTATPAUSE_MS = 2_000

/** Every source of the demo asks for notes, and takes what waits: the case is its own, or the note would not wait for it. */
async function runNotater(
  { mod, varighed }: { readonly mod: URL; readonly varighed: number },
  print: (linje: string) => void,
): Promise<void> {
  const slut = Date.now() + varighed
  const klienter = createKilder(mod)
  for (;;) {
    for (const { navn, klient } of klienter) {
      const { journaliserede } = await tagNotater(klient, () => true).catch((fejl: unknown) => {
        if (fejl instanceof BorgerblikketFejl || fejl instanceof Forbindelsesfejl) throw new Opstartsfejl(fejl.message)
        throw fejl
      })
      if (journaliserede > 0) print(`${navn.padEnd(18)} ${journaliserede} notater på sagen`)
    }
    if (Date.now() + NOTATPAUSE_MS > slut) return
    await wait(NOTATPAUSE_MS)
  }
}

async function run(valg: Valg, print: (linje: string) => void): Promise<void> {
  const systemer = FAGSYSTEMER.filter(
    ({ navn, art }) => valg.kun.length === 0 || valg.kun.some((en) => en === navn || en === art),
  )
  if (systemer.length === 0)
    throw new Opstartsfejl(`Intet system hedder sådan. De hedder: ${FAGSYSTEMER.map(({ navn }) => navn).join(', ')}.`)
  const fremgang = startFremgang('Fagsystemerne gennemlever deres dage', systemer.length * valg.dage)
  const pause = valg.dage > 1 ? valg.varighed / (valg.dage - 1) : 0
  const afstemte: string[] = []
  const udfald = await koerFagsystemer(systemer, {
    ...valg,
    adresse: valg.mod,
    nu: systemClock.now(),
    vent: () => wait(pause),
    onDag: () => fremgang.step(1),
    ...(valg.afstem ? { onAfstemt: (kilde, udfald) => void afstemte.push(tellAfstemt(kilde, udfald)) } : {}),
  })
    .catch((fejl: unknown) => {
      if (fejl instanceof BorgerblikketFejl || fejl instanceof Forbindelsesfejl) throw new Opstartsfejl(fejl.message)
      throw fejl
    })
    .finally(() => fremgang.stop())
  for (const [navn, et] of udfald) print(`${navn.padEnd(18)} ${tell(et)}`)
  for (const linje of afstemte) print(linje)
  if ([...udfald.values()].some(({ uventede }) => uventede.length > 0)) process.exitCode = 1
}

function tell({ leveringer, modtaget, uaendret, forventede, uventede }: Systemudfald): string {
  const dele = [`${leveringer} leveringer`, `${modtaget} modtaget`, `${uaendret} uændret`]
  if (forventede > 0) dele.push(`${forventede} afvist for sjusk og rettet`)
  if (uventede.length > 0) dele.push(`${uventede.length} AFVIST: ${[...new Set(uventede)].join(', ')}`)
  return dele.join(', ')
}

function tellAfstemt(kilde: string, { kommune, antal, stemmer, forskelle, bevist, livstegn }: Afstemningsudfald): string {
  const enige = stemmer ? 'stemmer' : `${forskelle} forskelle`
  return `${kilde.padEnd(18)} ${kommune}: ${antal} objekter, ${enige}, ${bevist || livstegn ? 'bevist' : 'ikke bevist'}`
}

function parseAdresse(tekst: string): URL {
  if (!URL.canParse(tekst) || !/^https?:$/.test(new URL(tekst).protocol)) throw new InvalidArgumentError('en hel adresse, tak')
  return new URL(tekst)
}

const HOEJST_DAGE_ELLER_SAGER = 10_000

function parseAntal(tekst: string): number {
  const antal = Number(tekst)
  if (!Number.isInteger(antal) || antal < 1 || antal > HOEJST_DAGE_ELLER_SAGER)
    throw new InvalidArgumentError(`et helt tal fra 1 til ${HOEJST_DAGE_ELLER_SAGER}, tak`)
  return antal
}

const ENHEDER: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, t: 3_600_000 }

function parseVarighed(tekst: string): number {
  const [, tal, enhed = ''] = /^(\d{1,6})([smt])$/.exec(tekst) ?? []
  const ms = ENHEDER[enhed]
  if (tal === undefined || ms === undefined) throw new InvalidArgumentError('en tid som 30s, 10m eller 2t, tak')
  return Number(tal) * ms
}
