import { type Command, InvalidArgumentError, Option } from 'commander'
import { type CvrNummer, parseCvrNummer, parseDato, type Tidspunkt, type Uuid } from '#kernel'
import { type Clock, danskDag, startOfDanskDag } from '#platform/clock'
import { type Database, Opstartsfejl } from '#platform/database'
import { parseMedarbejderId } from './claims.ts'
import { ROLLER, type Rolle } from './medarbejder.ts'
import { ROLLEAFVISNINGER } from './rolle.errors.ts'
import { listTildelinger, type TildelingRaekke } from './rolle.sql.ts'
import { fratagRolle, tildelRolle } from './tildel-rolle.ts'

type Deps = { readonly db: Database; readonly clock: Clock }

/** What the commands are run with: the system opened and closed around them, the operator's login, and where to print. */
export type Adgangskommandoer = {
  readonly run: (work: (deps: Deps) => Promise<void>) => Promise<void>
  readonly bruger: string
  readonly print: (linje: string) => void
}

type Hvem = { readonly cvr: CvrNummer; readonly id: Uuid; readonly rolle: Rolle; readonly begrundelse: string }
type Nyt = Hvem & { readonly navn: string; readonly fra?: Tidspunkt; readonly til?: Tidspunkt }

/** `adgang tildel`, `adgang fratag` and `adgang vis`: the operator gives, takes away and looks over the roles of people at work. */
export function addRolleCommands(adgang: Command, { run, bruger, print }: Adgangskommandoer): void {
  const af = `drift:${bruger}`
  withHvem(adgang.command('tildel').description('Giv en medarbejder en rolle'))
    .requiredOption('--navn <navn>', 'personens navn, som listen skal vise det')
    .option('--fra <dato>', 'første dag, YYYY-MM-DD (ellers straks)', parseDag)
    .option('--til <dato>', 'dagen, rollen ophører, YYYY-MM-DD (ellers til den fratages)', parseDag)
    .action((valg: Nyt) =>
      run(async (deps) => {
        const svar = await tildelRolle(deps, { ...valg, medarbejder: valg.id, af })
        if (!svar.ok) throw new Opstartsfejl(ROLLEAFVISNINGER[svar.afvisning])
        print(`${valg.navn} har rollen ${valg.rolle} i CVR ${valg.cvr}. Den gælder fra næste sidevisning.`)
      }),
    )
  withHvem(adgang.command('fratag').description('Fratag en medarbejder en rolle; det gælder fra næste sidevisning')).action(
    (valg: Hvem) =>
      run(async (deps) => {
        const svar = await fratagRolle(deps, { ...valg, medarbejder: valg.id, af })
        if (!svar.ok) throw new Opstartsfejl(ROLLEAFVISNINGER[svar.afvisning])
        print(`Rollen ${valg.rolle} i CVR ${valg.cvr} er frataget.`)
      }),
  )
  adgang
    .command('vis')
    .description('Hvem har hvilke roller, givet af hvem og hvorfor: til den løbende gennemgang i hver organisation')
    .option('--cvr <nummer>', 'kun denne organisation', parseCvr)
    .option('--historik', 'også roller, der er ophørt', false)
    .action((valg: { cvr?: CvrNummer; historik: boolean }) =>
      run(async ({ db, clock }) => {
        const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [listTildelinger(valg.cvr, clock.now())])
        for (const linje of formatTildelinger(raekker, valg.historik)) print(linje)
      }),
    )
}

const withHvem = (kommando: Command): Command =>
  kommando
    .requiredOption('--cvr <nummer>', 'organisationens CVR-nummer', parseCvr)
    .requiredOption('--id <id>', 'personens id i organisationen, som siden “Du har ingen rolle her” viser det', parseId)
    .addOption(new Option('--rolle <rolle>', 'rollen').choices(ROLLER).makeOptionMandatory())
    .requiredOption('--begrundelse <tekst>', 'hvorfor; gemmes med rollen')

function parseCvr(tekst: string): CvrNummer {
  const cvr = parseCvrNummer(tekst)
  if (!cvr) throw new InvalidArgumentError('et CVR-nummer er otte cifre')
  return cvr
}

function parseId(tekst: string): Uuid {
  const id = parseMedarbejderId(tekst)
  if (!id) throw new InvalidArgumentError('et id er en UUID eller NemLog-ins egen id, højst 200 tegn')
  return id
}

function parseDag(tekst: string): Tidspunkt {
  if (!parseDato(tekst)) throw new InvalidArgumentError('en dag skrives YYYY-MM-DD')
  return startOfDanskDag(tekst)
}

/** The list by organisation: those that hold, or all with how they ended. */
function formatTildelinger(raekker: readonly TildelingRaekke[], historik: boolean): readonly string[] {
  const vises = raekker.filter((raekke) => historik || raekke.gaelder)
  if (vises.length === 0) return ['Ingen har en rolle her.']
  return [...new Set(vises.map(({ cvr }) => cvr))].flatMap((cvr) => [
    `CVR ${cvr}`,
    ...vises.filter((raekke) => raekke.cvr === cvr).flatMap(formatTildeling),
  ])
}

function formatTildeling(raekke: TildelingRaekke): readonly string[] {
  const { navn, rolle, medarbejder_id, gaelder_fra, gaelder_til, givet_af, begrundelse, ophoert } = raekke
  const til = gaelder_til ? ` til ${danskDag(gaelder_til)}` : ''
  const linje = `  ${navn.padEnd(26)} ${rolle.padEnd(19)} ${medarbejder_id}  fra ${danskDag(gaelder_fra)}${til}, givet af ${givet_af}: ${begrundelse}`
  if (!ophoert) return [linje]
  return [linje, `    frataget ${danskDag(ophoert)} af ${raekke.frataget_af ?? ''}: ${raekke.ophoer_begrundelse ?? ''}`]
}
