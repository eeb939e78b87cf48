import type { Command } from 'commander'
import { type Afvigelse, type Genopbygning, type Genopbygningstrin, guessOmfang } from '#indeks'
import { type Fremgang, startFremgang } from '#platform/progress'
import { type Genopbygningsdeps, kontrollerIndeks } from './genopbygning.ts'

type Kommandovaert = {
  /** Opens the system, does the work, and closes it. */
  readonly run: (work: (system: Genopbygningsdeps, signal: AbortSignal) => Promise<void>) => Promise<void>
  /** The login name of the one at the keyboard, which is recorded. */
  readonly bruger: string
  readonly print: (linje: string) => void
  readonly exit: (kode: number) => void
}

type Valg = { readonly ret: boolean; readonly json: boolean }

/** What the exit code says besides 0, all is equal, and 1, it could not be done. */
const FORSKELLE = 3
const AFBRUDT = 4

/** `borgerblikket drift genopbyg`. */
export function addGenopbygningCommands(program: Command, vaert: Kommandovaert): void {
  program
    .command('drift')
    .description('Drift af databasen')
    .command('genopbyg')
    .description(
      'Byg det, som borgerne ser, op af registreringerne alene, og vis, at det er ens. Leveringer og opslag går videre imens. Kan afbrydes og gentages',
    )
    .option('--ret', 'ret det, som ikke er ens; uden: kun en liste', false)
    .option('--json', 'skriv svaret som JSON', false)
    .action((valg: Valg) =>
      vaert.run(async (system, signal) => {
        // Until it has been to the end: one that is ended by a signal must not look as if all were equal.
        vaert.exit(AFBRUDT)
        const resultat = await runGenopbyg(system, signal, vaert, valg)
        if (valg.json) vaert.print(JSON.stringify(withoutParter(resultat)))
        else for (const linje of toLinjer(resultat, valg.ret)) vaert.print(linje)
        if (!resultat.afbrudt) vaert.exit(resultat.antalAfvigelser > 0 || resultat.ufuldstaendig ? FORSKELLE : 0)
      }),
    )
}

/** Looks again after it has put something right: that it is equal is then seen, and not concluded. Answers what the last look found. */
async function runGenopbyg(
  system: Genopbygningsdeps,
  signal: AbortSignal,
  { bruger, print }: Kommandovaert,
  { ret, json }: Valg,
): Promise<Genopbygning> {
  const look = json ? kontrollerIndeks : showing
  const resultat = await look(system, { ret, signal }, bruger)
  if (!ret || resultat.afbrudt || resultat.antalAfvigelser === 0) return resultat
  const { rettede } = resultat
  if (!json) for (const linje of [...toListe(resultat), `${antal(rettede)} rettelser. Der ses efter igen.`]) print(linje)
  return { ...(await look(system, { ret: false, signal }, bruger)), rettede }
}

/** With a bar for each step. */
const showing: typeof kontrollerIndeks = async (system, valg, hvem) => {
  const omfang = await guessOmfang(system.db)
  const fremgang = new Map<Genopbygningstrin, Fremgang>()
  const onProgress = (trin: Genopbygningstrin, skridt: number) => {
    if (!fremgang.has(trin)) {
      ;[...fremgang.values()].at(-1)?.stop()
      fremgang.set(trin, startFremgang(TRIN[trin], omfang[trin] || undefined))
    }
    fremgang.get(trin)?.step(skridt)
  }
  try {
    return await kontrollerIndeks(system, { ...valg, onProgress }, hvem)
  } finally {
    ;[...fremgang.values()].at(-1)?.stop()
  }
}

const TRIN: Readonly<Record<Genopbygningstrin, string>> = {
  registreringer: 'Registreringer',
  overblik: 'Objekter og rækker',
  sammenligning: 'Rækker, som intet objekt kendes ved',
}

function toLinjer(resultat: Genopbygning, ret: boolean): string[] {
  const { objekter, raekker, antalAfvigelser, afbrudt, ufuldstaendig } = resultat
  const set = `${antal(objekter)} objekter og ${antal(raekker)} rækker`
  if (afbrudt) return [...toListe(resultat), `Afbrudt efter ${set}. Kør igen; det, som er rettet, er rettet helt.`]
  if (antalAfvigelser === 0) return [`Ens: ${set}.`]
  return [
    ...toListe(resultat),
    `${antal(antalAfvigelser)} forskelle i ${set}.${ret ? '' : ' Intet er ændret; --ret retter.'}`,
    ...(ufuldstaendig ? ['Der mangler så mange afhængigheder, at der kan være flere forskelle. --ret finder dem alle.'] : []),
  ]
}

/** A row's key has a person's id in it. */
const withoutParter = (resultat: Genopbygning) => ({
  ...resultat,
  afvigelser: resultat.afvigelser.map(({ objekt, tabel, slags }) => ({ objekt, tabel, slags })),
})

/** By object: a row's key has a person's id in it, which is not for a terminal. */
function toListe({ afvigelser, antalAfvigelser }: Genopbygning): string[] {
  const linjer = afvigelser.map(({ objekt, tabel, slags }) => `  ${objekt}  ${TABEL[tabel]} ${slags}`)
  const resten = antalAfvigelser - afvigelser.length
  return resten > 0 ? [...linjer, `  … og ${antal(resten)} til`] : linjer
}
const TABEL: Readonly<Record<Afvigelse['tabel'], string>> = {
  objekt: 'objektet',
  afhaengighed: 'en afhængighed',
  overblik: 'en række i overblikket',
}

const antal = (tal: number): string => tal.toLocaleString('da-DK')
