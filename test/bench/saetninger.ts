import type { Adgangsgrundlag } from '#kernel'
import type { Kontekst, Statement } from '#platform/database'
import { createLogskriver } from '../../src/adgangslog/skriver.ts'
import { listSager, type Sidedeps } from '../../src/overblik/sider.ts'
import { settingsFor } from '../../src/platform/database/session-settings.ts'

type Sendt = { readonly kontekst: Kontekst; readonly statements: readonly Statement<unknown>[] }

/** Ends a read after it has been sent: nothing is to be shown, only to be written down. */
class Optaget extends Error {}

/** The batch that the program sends for a citizen's list of cases, written down by the program itself on a database that only listens. */
export async function recordBatch(deps: Sidedeps, grundlag: Adgangsgrundlag): Promise<readonly string[]> {
  let sendt: Sendt | undefined
  const db = {
    ...deps.db,
    readBatch: async (kontekst: Kontekst, statements: readonly Statement<unknown>[]) => {
      sendt = { kontekst, statements }
      throw new Optaget()
    },
  }
  await listSager({ ...deps, db: db as Sidedeps['db'] }, grundlag).catch((error: unknown) => {
    if (!(error instanceof Optaget)) throw error
  })
  if (!sendt) throw new Error('The list of cases sent no batch')
  return ['BEGIN READ ONLY', ...settingsFor(sendt.kontekst).split('; '), ...sendt.statements.map(toLiteral), 'COMMIT']
}

/** The transaction in which the program writes `antal` rows of the log about the citizens. */
export async function recordLog(grundlag: readonly Adgangsgrundlag[], antal: number): Promise<readonly string[]> {
  const bunker: Sendt[] = []
  const skriver = createLogskriver({
    writeBatch: async (kontekst, statements) => {
      bunker.push({ kontekst, statements })
      return [Number(statements[0]?.values[0])]
    },
  })
  const poster = Array.from({ length: antal }, (_, i) => {
    const et = grundlag[i % grundlag.length]
    if (!et) throw new Error('No citizens to write about')
    const { aktoer, part, grund, korrelation } = et
    const hvad = 'sager'
    return skriver.append({
      aktoerType: aktoer.type,
      aktoer: aktoer.part,
      part,
      grund,
      formaal: 'seEgneData',
      hvad,
      objekt: undefined,
      antal: 14,
      korrelation,
    })
  })
  await Promise.all(poster)
  const [bunke] = bunker
  if (bunker.length > 1 || !bunke) throw new Error('The log writer sent another number of transactions than one')
  return ['BEGIN', ...settingsFor(bunke.kontekst).split('; '), ...bunke.statements.map(toLiteral), 'COMMIT']
}

/** The statement with its values written into it: pgbench has no values of its own that are not numbers. */
const toLiteral = ({ text, values }: Statement<unknown>): string =>
  text.replaceAll(/\$(\d+)/g, (_, nr: string) => literal(values[Number(nr) - 1])).replaceAll(/\s+/g, ' ')

function literal(vaerdi: unknown): string {
  if (vaerdi === null || vaerdi === undefined) return 'NULL'
  if (Array.isArray(vaerdi)) return quote(`{${vaerdi.map((led) => (led === null ? 'NULL' : `"${String(led)}"`)).join(',')}}`)
  return quote(String(vaerdi))
}

const quote = (tekst: string): string => `'${tekst.replaceAll("'", "''")}'`
