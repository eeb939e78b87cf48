import type { Command } from 'commander'
import { type CvrNummer, parseCvrNummer, parseTidspunkt, parseUuid, type Resultat, type Uuid } from '#kernel'
import type { Kilde, Kilderegister } from '#kilde'
import type { Clock } from '#platform/clock'
import type { Noegler } from '#platform/crypto'
import { type Database, Opstartsfejl } from '#platform/database'
import {
  type Afvisning,
  createAbonnement,
  deleteAbonnement,
  type Ejer,
  pauseAbonnement,
  proveModtager,
  resumeAbonnement,
  rotateHemmelighed,
  toProblem,
} from './abonnement/index.ts'
import { listBrokere } from './broker/index.ts'
import { removeOld } from './oprydning.ts'
import { parseNyt } from './rest/parse-abonnement.ts'
import { type AbonnementMedDrift, listDoedeFor, listMedDrift, resend } from './udsendelse/index.ts'

/** What the commands stand on: the open system, and how this installation is run. */
export type Kommandosystem = {
  readonly db: Database
  readonly clock: Clock
  readonly noegler: Noegler
  readonly kilder: Kilderegister
  readonly config: { readonly demo: unknown; readonly haendelserDage: number }
}

type Kommandovaert = {
  /** Opens the system, does the work, and closes it. */
  readonly run: (work: (system: Kommandosystem) => Promise<void>) => Promise<void>
  readonly print: (linje: string) => void
}

type Opretvalg = {
  readonly kilde?: string
  readonly kommune?: string
  readonly navn: string
  readonly url: string
  readonly form?: string
  readonly formaal?: string
  readonly arter?: string
  readonly haendelser?: string
  readonly kommuner?: string
  readonly kle?: string
}

/** `borgerblikket beskedfordeler …`: the operator's hand on subscriptions, deliveries and brokers. */
export function addBeskedfordelerCommands(program: Command, vaert: Kommandovaert): void {
  const gruppe = program.command('beskedfordeler').description('Hændelser ud: abonnementer, leveringer og brokere')
  gruppe
    .command('tilstand')
    .description('Hvert abonnement og hver broker: hvad venter, siden hvornår, og hvad er fejlet')
    .action(() => vaert.run((system) => printTilstand(system, vaert.print)))
  addOpret(gruppe, vaert)
  addHandlinger(gruppe, vaert)
  gruppe
    .command('doede <abonnement>')
    .description('Det, der blev opgivet, ældste først')
    .action((id: string) => vaert.run((system) => printDoede(system, toId(id), vaert.print)))
  gruppe
    .command('genudsend <abonnement>')
    .description('Send det igen, som blev opgivet')
    .option('--haendelse <uuid>', 'kun denne hændelse')
    .option('--fra <tidspunkt>', 'kun dem, der blev lagt i kø fra dette tidspunkt, som 2026-11-01T00:00:00Z')
    .action((id: string, valg: { haendelse?: string; fra?: string }) =>
      vaert.run(async (system) => {
        const genudsendelse = {
          haendelse: valg.haendelse === undefined ? undefined : toId(valg.haendelse),
          fra: valg.fra === undefined ? undefined : toTid(valg.fra),
        }
        vaert.print(`${require(await resend(system, undefined, toId(id), genudsendelse))} hændelser ligger i køen igen.`)
      }),
    )
  gruppe
    .command('ryd-op')
    .description('Fjern nu, hvad der er ældre end det, der gemmes; serveren gør det selv hver dag')
    .action(() =>
      vaert.run(async (system) => {
        const fjernet = await removeOld({ ...system, dage: system.config.haendelserDage })
        vaert.print(`${fjernet} hændelser er fjernet.`)
      }),
    )
}

function addOpret(gruppe: Command, { run, print }: Kommandovaert): void {
  gruppe
    .command('opret')
    .description('Opret et abonnement for en kilde eller for en kommune; hemmeligheden skrives én gang')
    .option('--kilde <uuid>', 'kildens it-system-UUID')
    .option('--kommune <cvr>', 'eller kommunens CVR-nummer')
    .requiredOption('--navn <navn>', 'hvad det skal hedde')
    .requiredOption('--url <url>', 'hvor der sendes til')
    .option('--form <form>', 'cloudevent eller haendelsesbesked')
    .option('--formaal <formaal>', 'notifikation eller synkronisering')
    .option('--arter <liste>', 'slags objekter, adskilt af komma')
    .option('--haendelser <liste>', 'importeret, opdateret, fjernet, adskilt af komma')
    .option('--kommuner <liste>', 'CVR-numre, adskilt af komma')
    .option('--kle <liste>', 'KLE-numre, adskilt af komma')
    .action((valg: Opretvalg) => run((system) => opret(system, valg, print)))
}

const HANDLINGER = [
  { navn: 'bevis', om: 'Send modtageren en udfordring; svarer den rigtigt, begynder udsendelsen', run: proveModtager },
  { navn: 'pause', om: 'Hold pause; hændelser gemmes imens', run: pauseAbonnement },
  { navn: 'genoptag', om: 'Gå videre efter en pause', run: resumeAbonnement },
  { navn: 'slet', om: 'Slet abonnementet og dets hemmeligheder', run: deleteAbonnement },
] as const

function addHandlinger(gruppe: Command, { run, print }: Kommandovaert): void {
  for (const handling of HANDLINGER)
    gruppe
      .command(`${handling.navn} <abonnement>`)
      .description(handling.om)
      .action((id: string) =>
        run(async (system) => {
          require(await handling.run(toDeps(system), undefined, toId(id)))
          print('Gjort.')
        }),
      )
  gruppe
    .command('hemmelighed <abonnement>')
    .description('Giv abonnementet en ny hemmelighed; den forrige gælder et døgn endnu')
    .action((id: string) =>
      run(async (system) => {
        const { hemmelighed, forrigeTil } = require(await rotateHemmelighed(toDeps(system), undefined, toId(id)))
        print(hemmelighed)
        print(`Den forrige gælder til ${forrigeTil}.`)
      }),
    )
}

async function opret(system: Kommandosystem, valg: Opretvalg, print: (linje: string) => void): Promise<void> {
  const split = (liste: string | undefined) => liste?.split(',').map((led) => led.trim())
  const { navn, url, form, formaal } = valg
  const lister = {
    arter: split(valg.arter),
    haendelser: split(valg.haendelser),
    kommuner: split(valg.kommuner),
    kle: split(valg.kle),
  }
  // Left out, not undefined: the form is the one that REST has.
  const nyt = parseNyt(JSON.stringify({ navn, url, form, formaal, ...lister }))
  if (!nyt) throw new Opstartsfejl(toProblem('ABONNEMENT_UGYLDIGT').da)
  const { abonnement, hemmelighed } = require(await createAbonnement(toDeps(system), await findEjer(system, valg), nyt))
  print(abonnement.id)
  print(hemmelighed)
  print(`Giv modtageren hemmeligheden, og kør: borgerblikket beskedfordeler bevis ${abonnement.id}`)
}

async function findEjer({ kilder }: Kommandosystem, { kilde, kommune }: Opretvalg): Promise<Kilde | CvrNummer> {
  if ((kilde === undefined) === (kommune === undefined)) throw new Opstartsfejl('Angiv enten --kilde eller --kommune.')
  const ejer = kilde === undefined ? parseCvrNummer(kommune ?? '') : await kilder.find(toId(kilde))
  if (!ejer) throw new Opstartsfejl('Der er ingen kilde med den UUID, eller CVR-nummeret har ikke otte cifre.')
  return ejer
}

async function printTilstand(system: Kommandosystem, print: (linje: string) => void): Promise<void> {
  for (const led of await listMedDrift(system, undefined)) for (const linje of describe(led)) print(linje)
  const [brokere] = await system.db.readBatch({ rolle: 'beskedfordeler' }, [listBrokere()])
  for (const broker of brokere) {
    const hul =
      broker.hul_fra === null ? '' : `; HUL: nr. ${broker.hul_fra} til ${broker.hul_til} blev fjernet, før de kunne sendes`
    const fejl = broker.senest_fejl === null ? '' : `; fejl ${broker.senest_fejlet}: ${broker.senest_fejl}`
    print(`broker ${broker.navn}: mangler ${broker.mangler}, senest sendt ${broker.senest_sendt ?? 'aldrig'}${fejl}${hul}`)
  }
}

function describe({ abonnement, drift }: AbonnementMedDrift): string[] {
  const { id, navn, url, tilstand, ejer } = abonnement
  return [
    `${id}  ${tilstand}  ${navn}  ${describeEjer(ejer)}  ${url}`,
    `  venter ${drift.venter}${drift.aeldste ? ` (ældste ${drift.aeldste})` : ''}, leveret ${drift.leveret}, døde ${drift.doede}, ` +
      `bortfaldne ${drift.bortfaldne}, fejl i træk ${drift.fejlITraek}, senest leveret ${drift.senestLeveret ?? 'aldrig'}` +
      (drift.senestFejl ? `, senest fejlet ${drift.senestFejlet} ${drift.senestFejl}` : ''),
  ]
}

const describeEjer = (ejer: Ejer): string => ('kilde' in ejer ? `kilde ${ejer.kilde}` : `kommune ${ejer.kommune}`)

const SIDE = 1_000

async function printDoede(system: Kommandosystem, id: Uuid, print: (linje: string) => void): Promise<void> {
  let efter: string | undefined
  do {
    const side = require(await listDoedeFor(system, undefined, id, { efter, antal: SIDE }))
    for (const { haendelse_id, objekt_id, dannet, afgjort, forsoeg, grund } of side.doede)
      print(`${haendelse_id}  objekt ${objekt_id}  i kø ${dannet}  opgivet ${afgjort}  ${forsoeg} forsøg  ${grund}`)
    efter = side.naeste
  } while (efter !== undefined)
}

const toDeps = (system: Kommandosystem) => ({ ...system, lokal: system.config.demo !== undefined })

/** The value, or the refusal's sentence as the command's. */
function require<T>(svar: Resultat<T, Afvisning>): T {
  if (!svar.ok) throw new Opstartsfejl(toProblem(svar.afvisning).da)
  return svar.value
}

function toId(tekst: string): Uuid {
  const id = parseUuid(tekst)
  if (!id) throw new Opstartsfejl('Der skal stå en UUID.')
  return id
}

function toTid(tekst: string) {
  const tid = parseTidspunkt(tekst)
  if (!tid) throw new Opstartsfejl('--fra skal være et tidspunkt med zone, som 2026-11-01T00:00:00Z.')
  return tid
}
