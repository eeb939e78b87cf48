import { randomBytes } from 'node:crypto'
import { Command, InvalidArgumentError } from 'commander'
import type { BrokerKonfiguration } from '#adgang'
import { indlaesVerden, startTestlogin, type Testlogin, udviklingsnoegle, type Verden } from '#demo'
import { alder, foedselsdato } from '#kernel'
import { importerKle } from '#klassifikation'
import { danskDag } from '#platform/clock'
import { Opstartsfejl } from '#platform/database'
import { createApp, openSystem, type System } from './compose.ts'
import { type Config, readConfig } from './config.ts'

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
program
  .command('klassifikation')
  .command('importer <fil>')
  .description('Læs en KLE-udgave (KL’s XML, OS2KLE-tekst eller JSON), og vis, hvad den indeholder')
  .option('--udgivet <dato>', 'udgavens dato, YYYY-MM-DD')
  .action((fil: string, valg: { udgivet?: string }) =>
    guarded(async () => {
      const svar = await importerKle(fil, { print: (linje) => console.log(linje), ...valg })
      if (!svar.ok) throw new Opstartsfejl(svar.afvisning.besked.da)
    }),
  )
await program.parseAsync()

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

async function loadDemo(borgere: number): Promise<void> {
  const config = readConfig(process.env)
  const system = await openSystem(config)
  try {
    await indlaesVerden(system, { seed: config.demo?.seed ?? 1, borgere })
  } finally {
    await system.close()
  }
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const system = await openSystem(config)
  const verden = config.demo ? await indlaesVerden(system, config.demo) : undefined
  const testlogin = verden && (await startBroker(config, system, verden))
  const app = await createApp(system, testlogin?.konfiguration ?? requireMitid(config))
  const stop = stopOnce(async () => {
    await app.close()
    await testlogin?.server.close()
    await system.close()
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  try {
    await app.listen({ port: config.port, host: config.host })
  } catch (error) {
    await stop()
    throw (error as { code?: string }).code === 'EADDRINUSE'
      ? new Opstartsfejl(`Port ${config.port} er optaget: stop det, der bruger den, eller vælg en anden med PORT.`)
      : error
  }
  announce(config, verden)
}

function stopOnce(work: () => Promise<void>): () => Promise<void> {
  let igang: Promise<void> | undefined
  return () => {
    igang ??= work()
    return igang
  }
}

function requireMitid(config: Config): BrokerKonfiguration {
  if (!config.mitid) throw new Opstartsfejl('Der er ingen MitID-broker: angiv MITID_UDSTEDER.')
  return config.mitid
}

async function startBroker(
  config: Config,
  system: System,
  verden: Verden,
): Promise<{ server: Testlogin; konfiguration: BrokerKonfiguration }> {
  const klient = { id: 'borgerblikket', hemmelighed: randomBytes(24).toString('hex') }
  const idag = danskDag(system.clock.now())
  const server = await startTestlogin({
    port: config.demo?.brokerPort ?? 0,
    klient: { ...klient, returadresser: [`${config.url}/log-ind/retur`], logudadresser: [`${config.url}/logget-ud`] },
    personer: verden.testpersoner.map(({ cpr, navn, historie }) => ({
      cpr,
      navn,
      historie: historie.da,
      alder: alder(foedselsdato(cpr) ?? idag, idag),
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
  console.log(
    `\nFagsystemer, der kan levere (POST ${config.url}/api/v1/leverancer, SOAP ${config.url}/soap/sagdokumentindeks/6?wsdl):`,
  )
  for (const kilde of verden.kilder)
    console.log(`  ${kilde.id}  ${kilde.navn.padEnd(16)} X-Borgerblikket-Udviklingsnoegle: ${udviklingsnoegle(kilde)}`)
  console.log(`\nLog ind: ${config.url}/log-ind · Stop med Ctrl-C`)
}
