import type { Testdatabase } from './database.ts'

/** Every row of every table as text, bytea both as hexadecimal and with its printable bytes as they are. */
export async function dumpDatabase(base: Testdatabase): Promise<{ readonly tabeller: number; readonly tekst: string }> {
  const tabeller = await base.asOwner<{ navn: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS navn FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  )
  const dele: string[] = []
  for (const { navn } of tabeller)
    for (const form of ['hex', 'escape']) {
      await base.asOwner(`SET bytea_output = '${form}'`)
      const raekker = await base.asOwner<{ raekke: string }>(`SELECT t::text AS raekke FROM ${navn} AS t`)
      dele.push(`${navn}\n`, ...raekker.map(({ raekke }) => `${raekke}\n`))
    }
  await base.asOwner('RESET bytea_output')
  return { tabeller: tabeller.length, tekst: dele.join('') }
}
