import { userInfo } from 'node:os'
import type { Command } from 'commander'
import type { Clock } from '#platform/clock'
import { type Database, Opstartsfejl } from '#platform/database'
import { readNoegle } from '../merkle/filer.ts'
import { formatVerifikator, parseVerifikator } from '../merkle/note.ts'
import { addVidne } from './laes.ts'
import { deleteVidne, endAndenLog, HOEJST_VIDNER, listAndreLogge, listVidner, upsertAndenLog } from './vidne.sql.ts'

type Vidnevaert = {
  /** Opens the database, does the work, and closes it. */
  readonly run: (work: (system: { readonly db: Database }) => Promise<void>) => Promise<void>
  readonly clock: Clock
  readonly print: (linje: string) => void
}

/** `borgerblikket adgangslog vidne …`: who signs our log. `borgerblikket adgangslog andres …`: whose logs we sign. */
export function addVidneCommands(adgangslog: Command, vaert: Vidnevaert): void {
  const vidne = adgangslog.command('vidne').description('Vidner, der skriver under på loggens kontrolpunkter')
  vidne
    .command('tilfoej')
    .description('Lad et vidne skrive under fra nu af; igen med en ny adresse, hvis det er flyttet')
    .requiredOption('--noegle <linje>', 'vidnets nøgle, som du har den fra vidnet selv')
    .requiredOption('--adresse <url>', 'https://… uden /add-checkpoint, eller file:///… for en fil, som vidnet holder ved lige')
    .action((valg: { noegle: string; adresse: string }) => nameVidne(vaert, valg.noegle, valg.adresse))
  vidne
    .command('fjern')
    .description('Spørg ikke et vidne mere; hvad det har skrevet under på, bliver')
    .requiredOption('--noegle <linje>', 'vidnets nøgle')
    .action((valg: { noegle: string }) => removeVidne(vaert, valg.noegle))
  vidne
    .command('vis')
    .description('Vis vidnerne, og hvad hvert har skrevet under på senest')
    .action(() => showVidner(vaert))
  const andres = adgangslog.command('andres').description('Andres logge, som denne installation er vidne for')
  andres
    .command('tilfoej')
    .description('Skriv under på en anden log, når den er gået videre fra det forrige; igen med en ny nøgle, hvis den er skiftet')
    .requiredOption('--noegle <linje>', 'loggens nøgle, som du har den fra dem, der driver den')
    .action((valg: { noegle: string }) => addLog(vaert, valg.noegle))
  andres
    .command('fjern')
    .description('Skriv ikke under mere; hvad der er skrevet under på, huskes')
    .requiredOption('--noegle <linje>', 'loggens nøgle')
    .action((valg: { noegle: string }) => endLog(vaert, valg.noegle))
  andres
    .command('vis')
    .description('Vis loggene, og hvor langt der er skrevet under på hver')
    .action(() => showLogge(vaert))
}

const nameVidne = async ({ run, clock, print }: Vidnevaert, linje: string, adresse: string): Promise<void> => {
  const noegle = readNoegle(linje, 'vidne')
  const vidne = { noegle: formatVerifikator(noegle), adresse: readAdresse(adresse) }
  await run(async ({ db }) => {
    if (!(await addVidne({ db, clock }, vidne, userInfo().username)))
      throw new Opstartsfejl(`Der er allerede ${HOEJST_VIDNER} vidner. Fjern et af dem først.`)
    print(`${noegle.navn} bliver spurgt hvert minut. Se med »adgangslog vidne vis«, om det skriver under.`)
  })
}

const LOKALE = new Set(['localhost', '127.0.0.1', '[::1]'])

function readAdresse(adresse: string): string {
  const url = URL.parse(adresse)
  const lokal = url?.protocol === 'http:' && LOKALE.has(url.hostname)
  if (!url || !(url.protocol === 'https:' || url.protocol === 'file:' || lokal) || url.username || url.search || url.hash)
    throw new Opstartsfejl('Adressen skal være https://… eller file:///…, uden login, spørgsmålstegn og havelåge.')
  return url.href.replace(/\/$/, '')
}

const removeVidne = ({ run, print }: Vidnevaert, linje: string): Promise<void> =>
  run(async ({ db }) => {
    const noegle = readNoegle(linje, 'vidne')
    const antal = await db.transaction({ rolle: 'opsaetning' }, (tx) => tx.count(deleteVidne(formatVerifikator(noegle))))
    if (antal === 0) throw new Opstartsfejl('Der er intet vidne med den nøgle.')
    print(`${noegle.navn} bliver ikke spurgt mere.`)
  })

const showVidner = ({ run, print }: Vidnevaert): Promise<void> =>
  run(async ({ db }) => {
    const [vidner] = await db.readBatch({ rolle: 'forsegling' }, [listVidner()])
    if (vidner.length === 0) print('Ingen vidner: loggen hviler på sin egen underskrift alene.')
    for (const { noegle, adresse, antal, tid, tilfoejet_af } of vidner) {
      print(`${noegle}\n  ${adresse}, tilføjet af ${tilfoejet_af}`)
      print(antal === null ? '  Har ikke skrevet under på noget endnu.' : `  Skrev senest under på ${antal} linjer, ${tid}.`)
    }
  })

const addLog = ({ run, clock, print }: Vidnevaert, linje: string): Promise<void> =>
  run(async ({ db }) => {
    const noegle = readNoegle(linje)
    await db.transaction({ rolle: 'opsaetning' }, (tx) =>
      tx.run(upsertAndenLog(noegle.navn, formatVerifikator(noegle), clock.now(), userInfo().username)),
    )
    print(`Der skrives under på ${noegle.navn}, når den spørger. Giv dem nøglen, som står på /adgangslog/vidne/noegle.`)
  })

const endLog = ({ run, clock, print }: Vidnevaert, linje: string): Promise<void> =>
  run(async ({ db }) => {
    const { navn } = readNoegle(linje)
    const antal = await db.transaction({ rolle: 'opsaetning' }, (tx) =>
      tx.count(endAndenLog(navn, clock.now(), userInfo().username)),
    )
    if (antal === 0) throw new Opstartsfejl('Der skrives ikke under på en log med den nøgle.')
    print(`Der skrives ikke mere under på ${navn}.`)
  })

const showLogge = ({ run, print }: Vidnevaert): Promise<void> =>
  run(async ({ db }) => {
    const [logge] = await db.readBatch({ rolle: 'vidne' }, [listAndreLogge()])
    if (logge.length === 0) print('Der skrives ikke under på andres logge.')
    for (const { oprindelse, noegle, aktiv, antal, tid } of logge) {
      const holder = parseVerifikator(noegle).ok && aktiv
      print(`${oprindelse}: ${antal} linjer${tid ? `, ${tid}` : ''}${holder ? '' : ' (der skrives ikke under mere)'}`)
    }
  })
