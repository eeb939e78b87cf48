import { readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { type CvrNummer, parseCvrNummer } from '#kernel'
import { kommuneMedCvr } from '#myndighed'
import type { Clock } from '#platform/clock'
import type { Noegler } from '#platform/crypto'
import { type Database, Opstartsfejl } from '#platform/database'
import { type Ansatafvisning, parseAnsatte, replaceAnsatte } from './ansatte.ts'

type Deps = { readonly db: Database; readonly clock: Clock; readonly noegler: Noegler }
export type Alarmkommandoer = {
  readonly run: (work: (deps: Deps) => Promise<void>) => Promise<void>
  readonly print: (linje: string) => void
}

const HOEJST_BYTES = 10_000_000

/** `partsoverblik ansatte`: whom a municipality employs, so that it is seen who looks themselves or a colleague up. */
export function addAnsatteCommand(gruppe: Command, { run, print }: Alarmkommandoer): void {
  gruppe
    .command('ansatte')
    .description(
      'Indlæs, hvem kommunen har ansat, til alarmer om opslag på sig selv og på kolleger. Erstatter den liste, der var',
    )
    .requiredOption('--cvr <nummer>', 'kommunens CVR-nummer', parseKommune)
    .requiredOption('--fil <fil>', 'en linje til hver: CPR-nummer;medarbejderens id (kan udelades). - er standard input')
    .action((valg: { cvr: CvrNummer; fil: string }) =>
      run(async (deps) => {
        const ansatte = parseAnsatte(readListe(valg.fil))
        if (!ansatte.ok) throw new Opstartsfejl(saetning(ansatte.afvisning))
        const { personer, logins } = await replaceAnsatte(deps, valg.cvr, ansatte.value)
        print(`Listen er indlæst: ${personer} ansatte i CVR ${valg.cvr}, og for ${logins} kendes det, hvad de logger ind med.`)
      }),
    )
}

function parseKommune(tekst: string): CvrNummer {
  const cvr = parseCvrNummer(tekst)
  if (!cvr || !kommuneMedCvr(cvr)) throw new InvalidArgumentError('det er ikke en kommunes CVR-nummer')
  return cvr
}

function readListe(fil: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(fil === '-' ? 0 : fil)
  } catch {
    throw new Opstartsfejl(`Filen ${fil} kan ikke læses.`)
  }
  if (bytes.length > HOEJST_BYTES) throw new Opstartsfejl('Filen er for stor: højst 10 MB.')
  return bytes.toString('utf8')
}

/** A line is named by its number: what stands in it is a person's. */
function saetning(afvisning: Ansatafvisning): string {
  switch (afvisning.kode) {
    case 'LINJE':
      return `Linje ${afvisning.linje} kan ikke læses: skriv CPR-nummer;medarbejderens id som UUID. Intet er ændret.`
    case 'TO_PERSONER':
      return `Linje ${afvisning.linje} giver en medarbejders id til en anden person end en linje før. Intet er ændret.`
    case 'TOM':
      return 'Listen er tom. Intet er ændret.'
    case 'FOR_MANGE':
      return 'Listen er for lang: højst 100.000 linjer. Intet er ændret.'
  }
}
