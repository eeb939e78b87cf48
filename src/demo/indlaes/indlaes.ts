import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Daekningslager } from '#afstemning/daekning'
import { type Tidspunkt, tidspunkt } from '#kernel'
import type { Kilderegister, Kilde as RegistreretKilde } from '#kilde'
import { type ElementKilde, type Modtagelsesdeps, modtagStroem, openLeverance } from '#modtagelse'
import { startFremgang } from '#platform/progress'
import type { Opsaetningslager } from '#visning'
import { createVerden, type Kilde, type Verden } from '../verden/index.ts'
import { type Bogholder, createBogholder, felterAf } from './fortegnelse.ts'
import {
  registerAnsatte,
  registerForventninger,
  registerGennemgangsretter,
  registerKilder,
  registerKommuner,
  registerMedarbejdere,
  registerPersoner,
  registerPlaner,
} from './registre.ts'
import { registerTilslutninger } from './tilslutninger.ts'

export type Indlaesdeps = Modtagelsesdeps & {
  readonly kilder: Kilderegister
  readonly opsaetning: Opsaetningslager
  readonly daekning: Daekningslager
  readonly dataMappe: string
}

/** What the database was filled with. The world's own "now" is kept: with another, the same ids would get other content. */
type Tilstand = { readonly seed: number; readonly nu: Tidspunkt; readonly borgere: number; readonly faerdig: boolean }

const FIL = 'demo.json'

/** The world that this installation's database holds, or will hold. */
function findVerden(
  { dataMappe, clock }: Pick<Indlaesdeps, 'dataMappe' | 'clock'>,
  valg: { seed: number; borgere: number },
): Verden {
  const kendt = readTilstand(dataMappe)
  return createVerden({
    seed: kendt?.seed ?? valg.seed,
    borgere: Math.max(kendt?.borgere ?? 0, valg.borgere),
    nu: kendt?.nu ?? clock.now(),
  })
}

function readTilstand(mappe: string): Tilstand | undefined {
  const fil = join(mappe, FIL)
  if (!existsSync(fil)) return undefined
  const laest = JSON.parse(readFileSync(fil, 'utf8')) as Tilstand
  return { ...laest, nu: tidspunkt(laest.nu) }
}

/**
 * Fills the database with the demo world: registers first, then every source's deliveries through the intake like everybody else's. Takes
 * up an interrupted load where it was, since each delivery has a name; adds what is missing where more citizens are asked for.
 */
export async function indlaesVerden(deps: Indlaesdeps, valg: { seed: number; borgere: number }): Promise<Verden> {
  const kendt = readTilstand(deps.dataMappe)
  const verden = findVerden(deps, valg)
  await registerKilder(deps.kilder, verden)
  await registerKommuner(deps, verden)
  await registerMedarbejdere(deps, verden)
  await registerForventninger(deps, verden)
  await registerGennemgangsretter(deps, verden)
  await registerPlaner(deps, verden)
  await registerTilslutninger(deps, verden)
  if (kendt?.faerdig && kendt.borgere >= valg.borgere) return verden
  const tilstand = { seed: kendt?.seed ?? valg.seed, nu: kendt?.nu ?? deps.clock.now(), borgere: valg.borgere, faerdig: false }
  const save = (naaet: Tilstand) => writeFileSync(join(deps.dataMappe, FIL), JSON.stringify(naaet), { mode: 0o600 })
  save(tilstand)
  const personer = startFremgang('Indlæser personer', valg.borgere)
  await registerPersoner(deps, verden.personer(), (antal) => personer.step(antal))
  personer.stop()
  await registerAnsatte(deps, verden)
  await deliver(deps, verden, valg.borgere)
  save({ ...tilstand, faerdig: true })
  return verden
}

/** About so many items a citizen gets; only for the bar. */
const TING_PR_BORGER = 14

async function deliver(deps: Indlaesdeps, verden: Verden, borgere: number): Promise<void> {
  const fremgang = startFremgang('Leverer sager, dokumenter, ydelser og udbetalinger', borgere * TING_PR_BORGER + 500)
  for (const kilde of verden.kilder) {
    if (kilde.tilslutninger.length === 0) continue
    const kendt = await deps.kilder.find(kilde.id)
    if (!kendt) throw new TypeError('A source of the demo was not entered')
    const del = 20_000
    let nr = 0
    const bogholder = createBogholder(deps, kilde, kendt)
    for (const stykke of inDele(verden.leverancer(kilde), del, bogholder)) {
      const leverance = await openLeverance(deps, kendt, `demo-${borgere}-${nr++}`, 'fil')
      for await (const kvitteringer of modtagStroem(deps, leverance, Readable.from(stykke))) {
        const afvist = kvitteringer.find((kvittering) => kvittering.udfald === 'afvist')
        if (afvist)
          throw new TypeError(
            `The demo delivered something that is refused: ${afvist.brud.map((brud) => `${brud.regel} ${brud.sti}`).join(', ')}`,
          )
        for (const { udfald } of kvitteringer) bogholder.confirm(udfald === 'modtaget')
        fremgang.step(kvitteringer.length)
      }
    }
    await connect(deps, kilde, kendt, bogholder)
  }
  fremgang.stop()
  await deps.daekning.refresh()
}

/** Lines of NDJSON, in pieces of at most `hoejst` lines. */
function* inDele(elementer: Iterable<ElementKilde>, hoejst: number, bogholder: Bogholder): Generator<Iterable<Buffer>> {
  const iterator: Iterator<ElementKilde> = elementer[Symbol.iterator]()
  let naeste = iterator.next()
  while (!naeste.done) {
    const stykke: Buffer[] = []
    while (!naeste.done && stykke.length < hoejst) {
      bogholder.add(naeste.value)
      stykke.push(Buffer.from(`${JSON.stringify(naeste.value)}\n`))
      naeste = iterator.next()
    }
    yield stykke
  }
}

/** Says since when and how far back the source delivers, and proves that the index has what the source has. */
async function connect(deps: Indlaesdeps, kilde: Kilde, kendt: RegistreretKilde, bogholder: Bogholder): Promise<void> {
  await deps.daekning.saveTilslutninger(felterAf(kilde, kendt).map((felt) => ({ ...felt, kilde: kilde.id })))
  await bogholder.afstem()
}
