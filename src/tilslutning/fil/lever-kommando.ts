import { existsSync, readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { ARTER, type Art } from '#kernel'
import { Opstartsfejl } from '#platform/database'
import { KOLONNER } from './csv-kolonner.ts'
import { type Filformat, formatOf } from './laes-fil.ts'
import { type Afsenderhemmeligheder, type Legitimationsvalg, readLegitimation } from './legitimation.ts'
import { leverFil } from './lever-fil.ts'
import { egneNavne, type Mapning, readMapning } from './mapning.ts'

export type Leverkommandoer = {
  readonly miljoe: () => Afsenderhemmeligheder
  readonly print: (linje: string) => void
  readonly guarded: (work: () => Promise<unknown>) => Promise<void>
}

type Levervalg = Legitimationsvalg & {
  readonly mod: URL
  readonly format?: Filformat
  readonly art?: Art
  readonly mapning?: string
  readonly stykke: number
  readonly forfra: boolean
}

/** Something of the file was refused: it is delivered, and there is something to mend. */
const NOGET_AFVIST = 2

/** `tilslutning lever <fil>` and `tilslutning kolonner <art>`. */
export function addLeverCommands(program: Command, { miljoe, print, guarded }: Leverkommandoer): void {
  const tilslutning =
    program.commands.find((kommando) => kommando.name() === 'tilslutning') ??
    program.command('tilslutning').description('Fagsystemers vej i drift')
  tilslutning
    .command('lever <fil>')
    .description(
      'Lever en fil: NDJSON, CSV eller XML (importer til SF1470 eller Ydelsesindeks), også pakket med gzip. Afbrydes den, så kør den igen',
    )
    .requiredOption('--mod <adresse>', 'stedet, der leveres til, som http://localhost:8080', parseAdresse)
    .addOption(new Option('--format <format>', 'hvad filen er; ellers efter dens navn').choices(['ndjson', 'csv', 'xml']))
    .addOption(new Option('--art <art>', 'til CSV med vores kolonnenavne: hvad rækkerne er').choices([...ARTER]))
    .option('--mapning <fil>', 'til CSV med egne kolonnenavne: en JSON-fil, der siger, hvad de hedder her')
    .option('--noegle-fil <fil>', 'fil med udviklingsnøglen; - er standard input')
    .option('--token-fil <fil>', 'fil med et adgangstoken')
    .option('--klient-id <id>', 'klient-id, til hemmelighed eller privat nøgle')
    .option('--hemmelighed-fil <fil>', 'fil med klientens hemmelighed')
    .option('--privatnoegle-fil <fil>', 'fil med klientens private nøgle som JWK')
    .option('--stykke <antal>', 'linjer ad gangen', parseStykke, 1_000)
    .option('--forfra', 'glem, hvor langt filen var nået; det, der er modtaget, gemmes ikke to gange', false)
    .action((fil: string, valg: Levervalg) => guarded(() => run(fil, valg, miljoe, print)))
  tilslutning
    .command('kolonner <art>')
    .description(`Vis kolonnenavnene til CSV: ${ARTER.join(', ')}`)
    .action((art: string) => guarded(async () => printKolonner(art, print)))
}

async function run(
  fil: string,
  valg: Levervalg,
  miljoe: Leverkommandoer['miljoe'],
  print: (linje: string) => void,
): Promise<void> {
  if (!existsSync(fil)) throw new Opstartsfejl(`Filen ${fil} findes ikke.`)
  const format = valg.format ?? formatOf(fil)
  const mapning = format === 'csv' ? findMapning(valg) : undefined
  const legitimation = readLegitimation(valg, miljoe())
  const udfald = await leverFil({ ...valg, fil, format, mapning, adresse: valg.mod, legitimation, print })
  const { modtaget, uaendret, afvist, advarsler, afvistfil } = udfald
  print(`${modtaget} modtaget, ${uaendret} uændret, ${afvist} afvist`)
  for (const [regel, antal] of Object.entries(advarsler))
    print(`${regel}: ${antal} linjer bryder reglen, som afviser fra en senere dag`)
  if (afvist === 0) return
  print(`De afviste står med regel og sætning i ${afvistfil}. Slå reglen op i docs/tilslutning/fejlkatalog.md.`)
  process.exitCode = NOGET_AFVIST
}

function findMapning({ art, mapning: fil }: Levervalg): Mapning {
  if ((art === undefined) === (fil === undefined)) throw new Opstartsfejl('En CSV-fil kræver enten --art eller --mapning.')
  if (art !== undefined) return egneNavne(art)
  if (!existsSync(fil ?? '')) throw new Opstartsfejl(`Filen ${fil ?? ''} findes ikke.`)
  return readMapning(readFileSync(fil ?? '', 'utf8'))
}

function printKolonner(navn: string, print: (linje: string) => void): void {
  const art = ARTER.find((kendt) => kendt === navn)
  if (!art) throw new Opstartsfejl(`Ukendt art. Brug en af: ${ARTER.join(', ')}.`)
  for (const kolonne of KOLONNER[art]) print(`${kolonne.navn.padEnd(18)} ${kolonne.om}`.trimEnd())
}

function parseAdresse(tekst: string): URL {
  if (!URL.canParse(tekst) || !/^https?:$/.test(new URL(tekst).protocol)) throw new InvalidArgumentError('en hel adresse, tak')
  return new URL(tekst)
}

const HOEJST_STYKKE = 10_000

function parseStykke(tekst: string): number {
  const antal = Number(tekst)
  if (!Number.isInteger(antal) || antal < 1 || antal > HOEJST_STYKKE)
    throw new InvalidArgumentError(`et helt tal fra 1 til ${HOEJST_STYKKE}, tak`)
  return antal
}
