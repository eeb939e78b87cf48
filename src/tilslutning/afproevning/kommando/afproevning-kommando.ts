import { existsSync, readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { JWK } from 'jose'
import { type CvrNummer, type KleEmne, parseCvrNummer, parseKleEmne, parseUuid, type Uuid } from '#kernel'
import { Opstartsfejl } from '#platform/database'
import { createUnderskriver, isUnderskrevet } from '../rapport/underskrift.ts'
import { type UnderskrevetRapport, underskrivRapport, verificerJson } from '../rapport/verificer.ts'
import { createEndepunkt, type Endepunktsvalg } from './endepunkt.ts'
import { koerKlient } from './koer-klient.ts'
import { koerServer } from './koer-server.ts'
import { skrivRapporter } from './skriv-rapporter.ts'

/** What the commands are run with: where the installation's keys stand, where to print, and how a fault that can be mended is told. */
export type Afproevningskommandoer = {
  readonly noeglemappe: () => string
  readonly print: (linje: string) => void
  readonly guarded: (work: () => Promise<unknown>) => Promise<void>
}

type Testvalg = Omit<Endepunktsvalg, 'visning'> & {
  readonly system?: Uuid
  readonly navn: string
  readonly systemversion: string
  readonly kommune: CvrNummer
  readonly kle?: KleEmne
  readonly ydelsesKle?: KleEmne
  readonly kanal: 'rest' | 'soap'
  readonly kun: readonly string[]
  readonly samtidige: number
  readonly visning: boolean
  readonly server: boolean
  readonly arter: readonly string[]
  readonly ud: string
}

/** `tilslutning test` and `tilslutning rapport verificer`. */
export function addAfproevningCommands(program: Command, omgivelser: Afproevningskommandoer): void {
  const tilslutning =
    program.commands.find((kommando) => kommando.name() === 'tilslutning') ??
    program.command('tilslutning').description('Fagsystemers vej i drift')
  addTest(tilslutning, omgivelser)
  tilslutning
    .command('rapport')
    .description('Rapporter fra afprøvningen')
    .command('verificer <fil>')
    .description('Efterprøv en rapports underskrift: rapport.json, eller en fil med sin .jws ved siden af')
    .option('--noegler <fil>', 'installationens offentlige nøgler (/tilslutning/noegler.json); ellers denne installations egen')
    .action((fil: string, valg: { noegler?: string }) => omgivelser.guarded(() => verificer(fil, valg.noegler, omgivelser)))
}

function addTest(tilslutning: Command, omgivelser: Afproevningskommandoer): void {
  tilslutning
    .command('test')
    .description(
      'Prøv et fagsystems tilslutning: send vores sager til et endepunkt, eller (--server) lad sandkassen bedømme, hvad systemet leverer',
    )
    .requiredOption('--mod <adresse>', 'endepunktet, som http://localhost:8080', parseAdresse)
    .option('--system <uuid>', 'it-systemets UUID (Master); kræves uden --server', parseSystem)
    .option('--navn <navn>', 'systemets navn i rapporten', 'Fagsystem')
    .option('--systemversion <version>', 'systemets version i rapporten', 'ukendt')
    .option('--kommune <cvr>', 'kommunen, der leveres for', parseKommune, '11111111' as CvrNummer)
    .option('--kle <nummer>', 'KLE-nummer for sager inden for systemets aftale (ellers 27.36.04)', parseKle)
    .option('--ydelses-kle <nummer>', 'KLE-nummer for ydelser (ellers 32.24.04)', parseKle)
    .option('--noegle-fil <fil>', 'fil med systemets udviklingsnøgle; - er standard input')
    .option('--token-fil <fil>', 'fil med et adgangstoken; - er standard input')
    .addOption(new Option('--kanal <kanal>', 'hvordan sager og dokumenter sendes').choices(['rest', 'soap']).default('rest'))
    .option('--rest-sti <sti>', 'stien til REST', '/api/v1/leverancer')
    .option('--soap-sti <sti>', 'stien til SOAP', '/soap/sagdokumentindeks/6')
    .option('--ydelse-sti <sti>', 'stien til Ydelsesindeks over SOAP', '/soap/ydelseindeks/6')
    .option('--kun <tekst>', 'kun sager, hvis navn indeholder teksten; kan gentages', addTo, [])
    .option('--samtidige <antal>', 'sager ad gangen', parseSamtidige, 4)
    .option('--no-visning', 'se ikke, hvad de opdigtede borgere ser')
    .option('--server', 'sandkassen foreskriver og bedømmer; systemet selv leverer', false)
    .option('--art <art>', 'med --server: kun denne art; kan gentages', addTo, [])
    .option('--ud <mappe>', 'hvor rapporterne skrives', 'afproevning')
    .action((valg: Testvalg & { readonly art: readonly string[] }) =>
      omgivelser.guarded(() => test({ ...valg, arter: valg.art }, omgivelser)),
    )
}

async function test(valg: Testvalg, { noeglemappe, print }: Afproevningskommandoer): Promise<void> {
  const endepunkt = createEndepunkt(valg)
  const { kommune, systemversion: version, arter, kle } = valg
  if (valg.server) {
    // The sandbox has signed its own judgement; this machine has no part in it.
    const underskrevet = await koerServer(endepunkt, { version, kommune, arter, kle, print })
    return tell(underskrevet, await skrivRapporter(valg.ud, underskrevet, undefined), print)
  }
  if (!valg.system) throw new Opstartsfejl('Angiv --system: it-systemets UUID, som objekterne nævner som Master.')
  const somSoap = valg.kanal === 'soap'
  const rapport = await koerKlient(endepunkt, { ...valg, system: valg.system, version, somSoap })
  const underskriver = await createUnderskriver(noeglemappe())
  const underskrevet = await underskrivRapport(underskriver, rapport)
  tell(underskrevet, await skrivRapporter(valg.ud, underskrevet, underskriver), print)
}

const HOEJST_VIST = 20

/** Says what came of it; the process ends with 1 where it was not passed. */
function tell({ rapport }: UnderskrevetRapport, filer: readonly string[], print: (linje: string) => void): void {
  const { antal, bestaaet, sager } = rapport
  const daarlige = sager.filter(({ udfald }) => udfald === 'fejlet')
  for (const { navn, fund } of daarlige.slice(0, HOEJST_VIST)) {
    print(`✗ ${navn}`)
    for (const { regel, udfald, hvad } of fund) if (udfald === 'fejlet') print(`    ${regel}: ${hvad.da}`)
  }
  if (daarlige.length > HOEJST_VIST) print(`… og ${daarlige.length - HOEJST_VIST} til; se rapporten`)
  print(`${antal.bestaaet} bestået, ${antal.fejlet} fejlet, ${antal.advaret} med advarsel, ${antal.ikkeProevet} ikke prøvet`)
  print(bestaaet ? 'Bestået.' : 'Ikke bestået.')
  for (const fil of filer) print(`  ${fil}`)
  if (!bestaaet) process.exitCode = 1
}

async function verificer(
  fil: string,
  noeglefil: string | undefined,
  { noeglemappe, print }: Afproevningskommandoer,
): Promise<void> {
  if (!existsSync(fil)) throw new Opstartsfejl(`Filen ${fil} findes ikke.`)
  const noegler = noeglefil === undefined ? [(await createUnderskriver(noeglemappe())).offentlig] : readNoegler(noeglefil)
  if (!(await isRapportUnderskrevet(fil, noegler)))
    throw new Opstartsfejl(`${fil} er ikke underskrevet af installationen, eller den er ændret siden.`)
  print(`${fil} er underskrevet af installationen og ikke ændret siden.`)
}

async function isRapportUnderskrevet(fil: string, noegler: readonly JWK[]): Promise<boolean> {
  const indhold = readFileSync(fil)
  if (fil.endsWith('.json')) return verificerJson(indhold.toString('utf8'), noegler)
  const ved = `${fil}.jws`
  if (!existsSync(ved)) throw new Opstartsfejl(`Underskriften ${ved} mangler.`)
  return isUnderskrevet(indhold, readFileSync(ved, 'utf8'), noegler)
}

function readNoegler(fil: string): readonly JWK[] {
  try {
    const { keys } = JSON.parse(readFileSync(fil, 'utf8')) as { readonly keys?: readonly JWK[] }
    if (Array.isArray(keys)) return keys
  } catch {
    // Told below.
  }
  throw new Opstartsfejl(`Filen ${fil} er ikke et nøglesæt (JWKS).`)
}

const addTo = (vaerdi: string, hidtil: readonly string[]): readonly string[] => [...hidtil, vaerdi]

function parseAdresse(tekst: string): URL {
  if (!URL.canParse(tekst) || !/^https?:$/.test(new URL(tekst).protocol)) throw new InvalidArgumentError('en hel adresse, tak')
  return new URL(tekst)
}

function parseSystem(tekst: string): Uuid {
  const id = parseUuid(tekst)
  if (!id) throw new InvalidArgumentError('en UUID, tak')
  return id
}

function parseKommune(tekst: string): CvrNummer {
  const cvr = parseCvrNummer(tekst)
  if (!cvr) throw new InvalidArgumentError('otte cifre, tak')
  return cvr
}

function parseKle(tekst: string): KleEmne {
  const kle = parseKleEmne(tekst)
  if (!kle) throw new InvalidArgumentError('et KLE-nummer som 27.36.04, tak')
  return kle
}

const HOEJST_SAMTIDIGE = 32

function parseSamtidige(tekst: string): number {
  const antal = Number(tekst)
  if (!Number.isInteger(antal) || antal < 1 || antal > HOEJST_SAMTIDIGE)
    throw new InvalidArgumentError(`et helt tal fra 1 til ${HOEJST_SAMTIDIGE}, tak`)
  return antal
}
