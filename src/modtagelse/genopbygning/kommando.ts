import type { Command } from 'commander'
import { type Afvigelse, guessOmfang } from '#indeks'
import { type Fremgang, startFremgang } from '#platform/progress'
import { guessSoegeord } from './genopbygning.sql.ts'
import { type Genopbygningsdeps, type Kontrol, type Kontroltrin, kontrollerIndeks } from './genopbygning.ts'

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
        if (!resultat.afbrudt) vaert.exit(antalForskelle(resultat) > 0 || resultat.ufuldstaendig ? FORSKELLE : 0)
      }),
    )
}

/** Looks again after it has put something right: that it is equal is then seen, and not concluded. Answers what the last look found. */
async function runGenopbyg(
  system: Genopbygningsdeps,
  signal: AbortSignal,
  { bruger, print }: Kommandovaert,
  { ret, json }: Valg,
): Promise<Kontrol> {
  const look = json ? kontrollerIndeks : showing
  const resultat = await look(system, { ret, signal }, bruger)
  const rettede = resultat.rettede + resultat.soegeord.rettede
  if (!ret || resultat.afbrudt || rettede + antalForskelle(resultat) === 0) return resultat
  if (!json) for (const linje of [...toListe(resultat), `${antal(rettede)} rettelser. Der ses efter igen.`]) print(linje)
  const efter = await look(system, { ret: false, signal }, bruger)
  return { ...efter, rettede: resultat.rettede, soegeord: { ...efter.soegeord, rettede: resultat.soegeord.rettede } }
}

/** What an intake leaves behind is none. */
const antalForskelle = ({ antalAfvigelser, soegeord }: Kontrol): number =>
  antalAfvigelser + soegeord.manglende + soegeord.overskydende

/** With a bar for each step. */
const showing: typeof kontrollerIndeks = async (system, valg, hvem) => {
  const [objekter, [[ord]]] = await Promise.all([
    guessOmfang(system.db),
    system.db.readBatch({ rolle: 'modtagelse' }, [guessSoegeord()]),
  ])
  const omfang = { ...objekter, sagsnumre: objekter.registreringer, personer: ord?.parter ?? 0, soegeord: ord?.ord ?? 0 }
  const fremgang = new Map<Kontroltrin, Fremgang>()
  const onProgress = (trin: Kontroltrin, skridt: number) => {
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

const TRIN: Readonly<Record<Kontroltrin, string>> = {
  registreringer: 'Registreringer',
  overblik: 'Objekter og rækker',
  sammenligning: 'Rækker, som intet objekt kendes ved',
  sagsnumre: 'Søgeord for sager',
  personer: 'Søgeord for personer og virksomheder',
  soegeord: 'Søgeord, som intet kendes ved',
}

function toLinjer(resultat: Kontrol, ret: boolean): string[] {
  const { objekter, raekker, afbrudt, ufuldstaendig, soegeord } = resultat
  const set = `${antal(objekter)} objekter og ${antal(raekker)} rækker`
  const forskelle = antalForskelle(resultat)
  const rest =
    soegeord.efterladte > 0 && !ret
      ? [`${antal(soegeord.efterladte)} gamle søgeord, som ingen findes ved; --ret fjerner dem.`]
      : []
  if (afbrudt) return [...toListe(resultat), `Afbrudt efter ${set}. Kør igen; det, som er rettet, er rettet helt.`]
  if (forskelle === 0) return [...rest, `Ens: ${set}.`]
  return [
    ...toListe(resultat),
    ...rest,
    `${antal(forskelle)} forskelle i ${set}.${ret ? '' : ' Intet er ændret; --ret retter.'}`,
    ...(ufuldstaendig ? ['Der mangler så mange afhængigheder, at der kan være flere forskelle. --ret finder dem alle.'] : []),
  ]
}

/** A row's key has a person's id in it. */
const withoutParter = (resultat: Kontrol) => ({
  ...resultat,
  afvigelser: resultat.afvigelser.map(({ objekt, tabel, slags }) => ({ objekt, tabel, slags })),
})

/** By object: a row's key has a person's id in it, which is not for a terminal. */
function toListe({ afvigelser, antalAfvigelser, soegeord }: Kontrol): string[] {
  const linjer = afvigelser.map(({ objekt, tabel, slags }) => `  ${objekt}  ${TABEL[tabel]} ${slags}`)
  const resten = antalAfvigelser - afvigelser.length
  const ord = [
    ...(soegeord.manglende > 0 ? [`  ${antal(soegeord.manglende)} søgeord mangler`] : []),
    ...(soegeord.overskydende > 0 ? [`  ${antal(soegeord.overskydende)} søgeord overskydende`] : []),
  ]
  return [...linjer, ...(resten > 0 ? [`  … og ${antal(resten)} til`] : []), ...ord]
}
const TABEL: Readonly<Record<Afvigelse['tabel'], string>> = {
  objekt: 'objektet',
  afhaengighed: 'en afhængighed',
  overblik: 'en række i overblikket',
}

const antal = (tal: number): string => tal.toLocaleString('da-DK')
