import { randomBytes } from 'node:crypto'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { ARBEJDSINDGANG, addAdgangCommands, BORGERINDGANG, type BrokerKonfiguration, type Saml } from '#adgang'
import { addAdgangslogCommands } from '#adgangslog'
import { addBeskedfordelerCommands } from '#beskedfordeler'
import {
  createApp,
  listenForFagsystemer,
  openSystem,
  type System,
  startEvents,
  startKvalitet,
  startLogforsegling,
  startOmgivelser,
  startUdbydere,
  vurderingsdeps,
} from '#compose'
import { type Config, readConfig } from '#config'
import { indlaesVerden, startTestlogin, type Testlogin, udviklingsnoegle, type Verden } from '#demo'
import { addFagsystemCommands } from '#demo/fagsystemer'
import { alder, foedselsdato } from '#kernel'
import { addKildeCommands } from '#kilde'
import { importerKle, type KleUdgave, slaaOp } from '#klassifikation'
import { addVurderingCommands } from '#kvalitet/vurdering'
import { addGenopbygningCommands } from '#modtagelse/genopbygning'
import { checkForklarvalg, type Forklarvalg, runForklar } from '#overblik'
import { addAnsatteCommand } from '#partsoverblik/alarm'
import { addRydCommand } from '#partsoverblik/oprydning'
import { danskDag, systemClock } from '#platform/clock'
import { ensureDataMappe, Opstartsfejl, requireUnlocked } from '#platform/database'
import { addAfproevningCommands } from '#tilslutning/afproevning'
import { addLeverCommands } from '#tilslutning/fil'
import { type Koersel, requireFreePort, runKoersel, toPortfejl } from './koersel.ts'

/** The command line. Faults that the operator can mend are one sentence and exit code 1. */
const program = new Command('borgerblikket').description('Borgerens overblik over egne sager og ydelser').showHelpAfterError()

program
  .command('start')
  .description('Start serveren (og i en demo: databasen, testlogin og den opdigtede verden)')
  .action(() => guarded(start))
program
  .command('demo')
  .description('Fyld databasen med en større opdigtet verden')
  .option('--borgere <antal>', 'antal borgere', parseAntal, 20_000)
  .action((valg: { borgere: number }) => guarded(() => loadDemo(valg.borgere)))
const klassifikation = program.command('klassifikation').description('KLE: udgaver og numre')
klassifikation
  .command('slaaop <nummer>')
  .description('Hvad et KLE-nummer, som 27.35.04-G01, betyder på en dag')
  .option('--dato <dato>', 'dagen, YYYY-MM-DD', danskDag(systemClock.now()))
  .option('--udgave <fil>', 'slå op i denne udgave også')
  .option('--udgivet <dato>', 'udgavens dato, hvor filen ikke har den')
  .action((nummer: string, valg: { dato: string; udgave?: string; udgivet?: string }) =>
    guarded(async () => {
      const udgaver = valg.udgave ? [await readUdgave(valg.udgave, valg.udgivet)] : []
      for (const linje of slaaOp(nummer, valg.dato, udgaver)) console.log(linje)
    }),
  )
klassifikation
  .command('importer <fil>')
  .description('Læs en KLE-udgave (KL’s XML, OS2KLE-tekst eller JSON), og vis, hvad den indeholder')
  .option('--udgivet <dato>', 'udgavens dato, YYYY-MM-DD')
  .action((fil: string, valg: { udgivet?: string }) => guarded(() => readUdgave(fil, valg.udgivet)))
program
  .command('visning')
  .command('forklar')
  .description('Forklar, hvorfor noget vises for en borger, eller hvorfor ikke. Opslaget logges, og borgeren kan se det')
  .requiredOption('--objekt <uuid>', 'sagens, dokumentets eller ydelsens UUID')
  .requiredOption('--cpr-fil <fil>', 'fil med personens CPR-nummer; - er standard input')
  .requiredOption('--formaal <tekst>', 'hvorfor du ser efter, 10 til 200 tegn')
  .option('--som <hvem>', 'med hvis øjne: egen eller foraeldremyndighed', 'egen')
  .option('--json', 'skriv hele forklaringen som JSON', false)
  .action((valg: Forklarvalg) => guarded(() => forklar(valg)))
addAdgangCommands(program, {
  run: (work) => guarded(() => runKoersel(async (koersel) => work(await openInto(koersel, readConfig(process.env))))),
  bruger: userInfo().username,
  print: (linje) => console.log(linje),
  guarded,
  saml: () => readConfig(process.env).saml,
})
addAdgangslogCommands(program, {
  run: (work) => guarded(() => runKoersel(async (koersel) => work(await openInto(koersel, readConfig(process.env))))),
  guarded,
  clock: systemClock,
  print: (linje) => console.log(linje),
})
addKildeCommands(program, {
  run: (work) => guarded(() => runKoersel(async (koersel) => work(await openInto(koersel, readConfig(process.env))))),
  bruger: userInfo().username,
  print: (linje) => console.log(linje),
})
const partsoverblik = program.command('partsoverblik').description('Sagsbehandleres opslag på borgere')
addAnsatteCommand(partsoverblik, {
  run: (work) => guarded(() => runKoersel(async (koersel) => work(await openInto(koersel, readConfig(process.env))))),
  print: (linje) => console.log(linje),
})
addRydCommand(partsoverblik, {
  run: (work) =>
    guarded(() =>
      runKoersel(async (koersel) => {
        const system = await openInto(koersel, readConfig(process.env))
        return work({ ...system, bemaerkningerMaaneder: system.config.bemaerkningerMaaneder })
      }),
    ),
  print: (linje) => console.log(linje),
})
addBeskedfordelerCommands(program, {
  run: (work) => guarded(() => runKoersel(async (koersel) => work(await openInto(koersel, readConfig(process.env))))),
  print: (linje) => console.log(linje),
})
addVurderingCommands(program, {
  run: (work) =>
    guarded(() =>
      runKoersel(async (koersel) => work(vurderingsdeps(await openInto(koersel, readConfig(process.env))), koersel.signal)),
    ),
  print: (linje) => console.log(linje),
})
addGenopbygningCommands(program, {
  run: (work) =>
    guarded(() => runKoersel(async (koersel) => work(await openInto(koersel, readConfig(process.env)), koersel.signal))),
  bruger: userInfo().username,
  print: (linje) => console.log(linje),
  exit: (kode) => {
    process.exitCode = kode
  },
})
addAfproevningCommands(program, {
  noeglemappe: () => join(readConfig(process.env).dataMappe, 'noegler'),
  print: (linje) => console.log(linje),
  guarded,
})

addLeverCommands(program, { miljoe: () => readConfig(process.env).afsender, print: (linje) => console.log(linje), guarded })
addFagsystemCommands(program, { print: (linje) => console.log(linje), guarded })

/** Reads an edition and prints what is in it. */
async function readUdgave(fil: string, udgivet: string | undefined): Promise<KleUdgave> {
  const svar = await importerKle(fil, { print: (linje) => console.log(linje), ...(udgivet ? { udgivet } : {}) })
  if (!svar.ok) throw new Opstartsfejl(svar.afvisning.besked.da)
  return svar.value
}

function parseAntal(tekst: string): number {
  const antal = Number(tekst)
  if (!Number.isInteger(antal) || antal < 0) throw new InvalidArgumentError('et helt tal, tak')
  return antal
}

async function guarded(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Opstartsfejl)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

async function openInto(koersel: Koersel, config: Config): Promise<System> {
  ensureDataMappe(config.dataMappe)
  const system = await openSystem(config, { signal: koersel.signal, onTabt: koersel.fail })
  await koersel.opened(system.close)
  return system
}

function loadDemo(borgere: number): Promise<void> {
  return runKoersel(async (koersel) => {
    const config = readConfig(process.env)
    const system = await openInto(koersel, config)
    await indlaesVerden(system, { seed: config.demo?.seed ?? 1, borgere })
  })
}

const forklar = (valg: Forklarvalg): Promise<void> =>
  runKoersel(async (koersel) => {
    const fejl = checkForklarvalg(valg)
    if (fejl) throw new Opstartsfejl(fejl)
    const config = readConfig(process.env)
    const system = await openInto(koersel, config)
    const print = (tekst: string) => console.log(tekst)
    const afvist = await runForklar(system, valg, { bruger: userInfo().username, operatoer: config.operatoer, print })
    if (afvist) throw new Opstartsfejl(afvist)
  })

function start(): Promise<void> {
  return runKoersel(
    async (koersel) => {
      const config = readConfig(process.env)
      // Before anything is changed, and before the long work.
      if (!config.databaseUrl) await requireUnlocked(config.dataMappe)
      await requireFreePort(config.port, config.host)
      const system = await openInto(koersel, config)
      // Beside the loading, which takes seconds: their keys are made meanwhile.
      const udbydere = config.demo && !system.saml ? openUdbydere(koersel, system) : undefined
      const verden = config.demo ? await indlaesVerden(system, config.demo) : undefined
      const testlogin = verden && (await startBroker(config, system, verden))
      if (testlogin) await koersel.opened(testlogin.server.close)
      const app = await createApp(
        system,
        testlogin?.konfiguration ?? requireMitid(config),
        undefined,
        (await udbydere) ?? system.saml,
      )
      await koersel.opened(() => closeApp(app))
      await app.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
        throw toPortfejl(error, config.port, config.host)
      })
      await koersel.opened(await listenForFagsystemer(app, config))
      await koersel.opened(startEvents(system, app))
      await koersel.opened(startKvalitet(system, app))
      await koersel.opened(await startLogforsegling(system, app))
      if (config.demo) await koersel.opened(startOmgivelser(system, app, config))
      announce(config, verden)
    },
    { forever: true },
  )
}

function openUdbydere(koersel: Koersel, system: System): Promise<Saml> {
  const aabnet = startUdbydere(system).then(async ({ server, saml }) => {
    await koersel.opened(server.close)
    return saml
  })
  // Where the loading fails first, nobody waits for them any more.
  aabnet.catch(() => undefined)
  return aabnet
}

const VENT_PAA_SVAR_MS = 2_000

/** Lets what is being answered be finished, for a short while; a delivery that is cut is sent again by its sender. */
async function closeApp(app: Awaited<ReturnType<typeof createApp>>): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), VENT_PAA_SVAR_MS)
  await app.close()
  clearTimeout(cut)
}

function requireMitid(config: Config): BrokerKonfiguration {
  if (!config.mitid) throw new Opstartsfejl('Der er ingen MitID-broker: angiv MITID_UDSTEDER.')
  return config.mitid
}

/** Where the stand-in may send people back to: both entrances. */
const adresserFor = (url: string) => ({
  returadresser: [BORGERINDGANG, ARBEJDSINDGANG].map(({ stier }) => url + stier.retur),
  logudadresser: [BORGERINDGANG, ARBEJDSINDGANG].map(({ stier }) => url + stier.loggetUd),
})

async function startBroker(
  config: Config,
  system: System,
  verden: Verden,
): Promise<{ server: Testlogin; konfiguration: BrokerKonfiguration }> {
  const klient = { id: 'borgerblikket', hemmelighed: randomBytes(24).toString('hex') }
  const idag = danskDag(system.clock.now())
  const server = await startTestlogin({
    port: config.demo?.brokerPort ?? 0,
    klient: { ...klient, ...adresserFor(config.url) },
    personer: verden.testpersoner.map(({ cpr, navn, historie }) => ({
      cpr,
      navn,
      historie: historie.da,
      alder: alder(foedselsdato(cpr) ?? idag, idag),
    })),
    medarbejdere: verden.medarbejdere.map(({ id, navn, organisation, historie }) => ({
      id,
      navn,
      cvr: organisation.cvr,
      organisation: organisation.navn,
      historie: historie.da,
    })),
  })
  return { server, konfiguration: { udsteder: server.udsteder, klientId: klient.id, klientHemmelighed: klient.hemmelighed } }
}

function announce(config: Config, verden: Verden | undefined): void {
  console.log(`\nBorgerblikket kører på ${config.url}`)
  if (!verden) return
  console.log('\nTestpersoner (opdigtede; vælg dem ved log ind):')
  for (const { cpr, navn, historie } of verden.testpersoner)
    console.log(`  ${cpr.slice(0, 6)}-${cpr.slice(6)}  ${navn.padEnd(22)} ${historie.da}`)
  console.log(`\nFolk på arbejde (opdigtede; log ind på ${config.url}/arbejde):`)
  for (const organisation of new Set(verden.medarbejdere.map((en) => en.organisation.navn))) {
    console.log(`  ${organisation}`)
    for (const { navn, historie } of verden.medarbejdere.filter((en) => en.organisation.navn === organisation))
      console.log(`    ${navn.padEnd(20)} ${historie.da}`)
  }
  for (const { navn, cvr } of config.saml ? [] : verden.kommuner) {
    console.log(`  ${navn}, med kommunens eget login`)
    for (const en of verden.sagsbehandlere.filter(({ kommune }) => kommune.cvr === cvr))
      console.log(`    ${en.navn.padEnd(20)} ${en.historie.da}`)
  }
  console.log(
    `\nFagsystemer, der kan levere (POST ${config.url}/api/v1/leverancer, SOAP ${config.url}/soap/sagdokumentindeks/6?wsdl):`,
  )
  for (const kilde of verden.kilder)
    console.log(`  ${kilde.id}  ${kilde.navn.padEnd(16)} X-Borgerblikket-Udviklingsnoegle: ${udviklingsnoegle(kilde)}`)
  console.log(`\nAPI: ${config.url}/api/docs · ti minutter med curl: docs/tilslutning/hurtig-start.md`)
  console.log(`\nLog ind: ${config.url}/log-ind · Stop med Ctrl-C`)
}

await program.parseAsync()
