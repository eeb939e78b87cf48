import { Presets, SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import type { Clock } from '#platform/clock'
import { type Database, Opstartsfejl } from '#platform/database'
import { type Bevidnvalg, bevidnTilFil } from './bevidn-fil.ts'
import { describeVidner, readHoldte, readNoegle } from './filer.ts'
import { type KontrolleretFil, verifyEtUdtraek, verifyFil } from './filkontrol.ts'
import { checkFuldstaendig } from './fuldstaendig.ts'
import { kontrollerLog, type Logbrud, type Logkontrol } from './kontroller.ts'
import type { Verificeret } from './kontrolpunkt.ts'

export type Kontrolvaert = {
  /** Opens the database, does the work, and closes it. */
  readonly run: (work: (system: { readonly db: Database }) => Promise<void>) => Promise<void>
  /** What needs no database. Faults that the operator can mend are one sentence and exit code 1. */
  readonly guarded: (work: () => Promise<void>) => Promise<void>
  readonly clock: Clock
  readonly print: (linje: string) => void
}

type Verifyvalg = {
  readonly kontrolpunkt: readonly string[]
  readonly noegle: string
  readonly vidne: readonly string[]
  readonly udtraek?: string
  readonly foer?: string
  readonly konsistens: readonly string[]
}

const addTo = (vaerdi: string, hidtil: readonly string[]): readonly string[] => [...hidtil, vaerdi]

/** `borgerblikket adgangslog verify`, `fuldstaendig` and `bevidn`. */
export function addKontrolCommands(gruppe: Command, vaert: Kontrolvaert): void {
  gruppe
    .command('verify')
    .description('Byg loggens træ op af dens egne linjer, og hold det op mod kontrolpunkter, der er gemt andre steder')
    .option('--kontrolpunkt <fil>', 'et gemt kontrolpunkt; kan gives flere gange', addTo, [])
    .option('--udtraek <fil>', 'kontrollér en fil, som en borger har hentet, i stedet for hele loggen; kræver ingen database')
    .option('--foer <fil>', 'en fil, som borgeren har hentet før: er alt fra den her endnu, og er loggen gået videre fra den?')
    .option('--konsistens <fil>', 'et bevis, som er hentet på /adgangslog/konsistens; kan gives flere gange', addTo, [])
    .requiredOption('--noegle <linje>', 'loggens nøgle, som den stod, da kontrolpunktet blev gemt')
    .option('--vidne <linje>', 'et vidnes nøgle; kan gives flere gange', addTo, [])
    .action((valg: Verifyvalg) =>
      vaert.guarded(async () => {
        // Before the database is opened.
        const noegle = readNoegle(valg.noegle)
        const vidner = valg.vidne.map((linje) => readNoegle(linje, 'vidne'))
        const holdte = readHoldte(valg.kontrolpunkt, noegle, vidner)
        const { udtraek, foer, konsistens } = valg
        if (udtraek !== undefined) return verifyFil({ udtraek, foer, konsistens, holdte, vidner }, noegle, vaert.print)
        if (holdte.length === 0) throw new Opstartsfejl('Giv mindst ét kontrolpunkt, som er gemt et andet sted end i databasen.')
        return vaert.run(({ db }) => verify(db, holdte, vaert.print))
      }),
    )
  gruppe
    .command('fuldstaendig')
    .description('For den, der fører tilsyn: står alt, hvad loggen har om personen, i filen, eller er det undtaget efter loven?')
    .requiredOption('--udtraek <fil>', 'en fil, som en borger har hentet, uden filter')
    .requiredOption('--noegle <linje>', 'loggens nøgle')
    .action(({ udtraek, noegle }: { readonly udtraek: string; readonly noegle: string }) =>
      vaert.guarded(async () => {
        const laest = verifyEtUdtraek(udtraek, readNoegle(noegle), vaert.print)
        return vaert.run(({ db }) => tellFuldstaendig(db, laest, vaert.print))
      }),
    )
  gruppe
    .command('bevidn')
    .description('Hent en logs nyeste kontrolpunkt, og skriv under på det, hvis loggen er gået videre fra det forrige')
    .requiredOption('--log <adresse>', 'loggens adresse, https://…')
    .requiredOption('--noegle <linje>', 'loggens nøgle')
    .requiredOption('--navn <navn>', 'vidnets navn, uden mellemrum')
    .requiredOption('--mappe <mappe>', 'hvor vidnets nøgle og det underskrevne kontrolpunkt står')
    .action((valg: Bevidnvalg) =>
      vaert.guarded(async () => {
        const { antal, fil, noegle } = await bevidnTilFil(valg, vaert.clock)
        vaert.print(`Skrevet under på ${antal} linjer i ${fil}.`)
        vaert.print(`Vidnets nøgle: ${noegle}`)
      }),
    )
}

async function verify(db: Database, holdte: readonly Verificeret[], print: (linje: string) => void): Promise<void> {
  const bjaelke = new SingleBar({ format: 'Bygger træet {bar} {value} linjer', hideCursor: true }, Presets.shades_classic)
  const stoerste = Math.max(...holdte.map(({ kontrolpunkt }) => kontrolpunkt.antal))
  bjaelke.start(stoerste, 0)
  const hoveder = holdte.map(({ kontrolpunkt, vidner }) => ({
    ...kontrolpunkt,
    set: vidner.flatMap(({ tid }) => (tid === undefined ? [] : [tid])),
  }))
  const kontrol = await kontrollerLog(db, hoveder, (linjer) => bjaelke.update(Math.min(linjer, stoerste))).finally(() =>
    bjaelke.stop(),
  )
  for (const linje of describe(kontrol, holdte)) print(linje)
  if (kontrol.brud.length > 0) throw new Opstartsfejl('Loggen er ikke, hvad der er skrevet under på.')
}

async function tellFuldstaendig(
  db: Database,
  { udtraek, kontrol }: KontrolleretFil,
  print: (linje: string) => void,
): Promise<void> {
  const svar = await checkFuldstaendig(db, udtraek, kontrol.hoved?.antal ?? 0)
  if (!svar) throw new Opstartsfejl('Filen holder ingen linjer, eller kun nogle efter valg: hent en uden filter.')
  print(`${svar.iFilen} linjer om personen står i filen, og ${svar.undtaget} er undtaget efter loven.`)
  if (svar.mangler.length > 0)
    throw new Opstartsfejl(
      `Disse linjer i loggen mangler i filen uden at være undtaget: ${svar.mangler.slice(0, 20).join(', ')}.`,
    )
}

/** What was found, and what nothing was found out of. */
function describe(
  { brud, linjer, slettede, slettetFoer, stille, udaekkede, udaekketFra }: Logkontrol,
  holdte: readonly Verificeret[],
): string[] {
  return [
    ...brud.map(describeBrud),
    `${linjer} linjer, heraf ${slettede} slettet efter fristen${slettetFoer ? ` (fra før ${slettetFoer.slice(0, 10)})` : ''}. ${holdte.length} kontrolpunkter holdt op imod dem.`,
    ...(stille ? [describeStille(stille)] : []),
    describeVidner(holdte),
    `${udaekkede} linjer er nyere end det nyeste af kontrolpunkterne${udaekketFra ? ` (fra ${udaekketFra})` : ''}: om dem er intet vist.`,
    'Kontrollen viser ikke, at alt, der er læst, er blevet logget: kun, at det loggede ikke er ændret.',
  ]
}

const describeStille = ({ fra, til }: NonNullable<Logkontrol['stille']>): string =>
  `SE EFTER: der er skrevet ned, at linjer fra før ${fra.slice(0, 10)} er slettet, og den ældste, der er tilbage, er fra ${til.slice(0, 10)}. Var loggen i brug imellem, er der slettet linjer, som var for unge.`

function describeBrud(brud: Logbrud): string {
  switch (brud.slags) {
    case 'ROD_FORSKELLIG':
      return `BRUD: de første ${brud.antal} linjer er ikke dem, der er skrevet under på.`
    case 'LINJER_MANGLER':
      return `BRUD: der er skrevet under på ${brud.antal} linjer, og så mange er her ikke.`
    case 'LINJE_UDEN_PLADS':
      return `BRUD: en linje har nummer ${brud.nr}. Loggen begynder med 1.`
    case 'LINJE_SLETTET':
      return `BRUD: linje ${brud.nr} er væk, og ældre linjer er her endnu.`
    case 'SLETTET_UDEN_FRIST':
      return `BRUD: de første ${brud.antal} linjer er væk, og det er ikke skrevet ned, at de blev slettet efter fristen.`
    case 'SLETTET_FOR_TIDLIGT':
      return `BRUD: de første ${brud.antal} linjer er væk, og nogle af dem var yngre, end de måtte være, da de blev slettet.`
    case 'TID_UMULIG':
      return `BRUD: linje ${brud.nr} siger, at den er skrevet efter, at et vidne havde set den.`
    case 'LINJE_AENDRET':
      return `BRUD: linje ${brud.nr} siger noget andet, end da den blev forseglet.`
  }
}
