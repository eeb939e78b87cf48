import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { udviklingsnoegle } from '../../src/demo/indlaes/registre.ts'
import type { Kilde, Verden } from '../../src/demo/verden/index.ts'
import { type Anlaeg, type Benchserver, databasePider } from './anlaeg.ts'
import { measureDele } from './dele.ts'
import { cpuSekunder, followRss, maskineSekunder } from './maskine.ts'
import { post } from './post.ts'
import { hoejst, type Maal, mindst } from './resultat.ts'

/** What an intake writes, in the order in which it is put back. */
const TABELLER = ['registrering', 'objekt', 'afhaengighed', 'overblik', 'kvittering', 'udbakke', 'soegeord'] as const

const OPVARMNING = 2

type Levering = { readonly kilde: Kilde; readonly bytes: Buffer; readonly linjer: number }

/** All that each source delivers, ready to be sent: making it is not what is measured. */
export function readyLeveringer(verden: Verden): Levering[] {
  return verden.kilder
    .map((kilde) => {
      const linjer = [...verden.leverancer(kilde)].map((element) => `${JSON.stringify(element)}\n`)
      return { kilde, bytes: Buffer.from(linjer.join('')), linjer: linjer.length }
    })
    .filter(({ linjer }) => linjer > 0)
}

type Indlaesning = {
  readonly sekunder: number
  readonly serverCpu: number
  readonly databaseCpu: number
  /** The sender's, which is this program. */
  readonly afsenderCpu: number
  /** What anything else on the machine took meanwhile: a run with more than a little says nothing of seconds. */
  readonly andresCpu: number
  readonly rssTop: number
}

/** Intake over HTTP by one sender at a time and by all at once, against COPY of the rows that came of it. */
export async function measureIndlaesning(
  anlaeg: Anlaeg,
  leveringer: readonly Levering[],
  nodeFlag: readonly string[],
): Promise<Maal[]> {
  const antal = leveringer.reduce((sum, { linjer }) => sum + linjer, 0)
  const server = await anlaeg.startServer('varig', nodeFlag)
  // A program that has just started is slow until its code is compiled, which takes a second core meanwhile: that is measured by how long a
  // start takes. After two rounds processor time a line stays what it is.
  for (let runde = 1; runde <= OPVARMNING; runde++) {
    await deliver(anlaeg, server, leveringer, `opvarmning-${runde}`, leveringer.length)
    await empty(anlaeg)
  }
  const enAdGangen = await deliver(anlaeg, server, leveringer, 'enkelt', 1)
  await empty(anlaeg)
  const alle = await deliver(anlaeg, server, leveringer, 'samtidig', leveringer.length)
  await server.stop()
  const copy = await measureCopy(anlaeg)
  await anlaeg.asOwner('ANALYZE')
  const prSekund = (sekunder: number) => `${(antal / sekunder).toFixed(0)}/s`
  const prLinje = (sekunder: number) => Math.max(0, (sekunder * 1e6) / antal).toFixed(0)
  const cpu = ({ serverCpu, databaseCpu, afsenderCpu, andresCpu }: Indlaesning) =>
    `µs CPU/linje: server ${prLinje(serverCpu)}, database ${prLinje(databaseCpu)}, afsender ${prLinje(afsenderCpu)}, andet på maskinen ${prLinje(andresCpu)}`
  const copyCpu = copy.databaseCpu + copy.afsenderCpu
  const iProcessortid = ({ serverCpu, databaseCpu }: Indlaesning) =>
    `af COPYs processortid ${(copyCpu / (serverCpu + databaseCpu)).toFixed(2)}`
  const forhold = copy.sekunder / enAdGangen.sekunder
  return [
    {
      hvad: `COPY af rækkerne bag ${antal} linjer (${copy.mb.toFixed(0)} MB, ${copy.raekker} rækker)`,
      tal: `${prSekund(copy.sekunder)}; µs CPU/linje: database ${prLinje(copy.databaseCpu)}, afsender ${prLinje(copy.afsenderCpu)}`,
      detaljer: copy,
    },
    {
      hvad: 'indlæsning over REST, én afsender',
      tal: `${prSekund(enAdGangen.sekunder)}; ${cpu(enAdGangen)}; ${iProcessortid(enAdGangen)}`,
      forhold,
      krav: mindst(forhold, 0.5),
      detaljer: enAdGangen,
    },
    {
      hvad: `indlæsning over REST, ${leveringer.length} afsendere samtidig`,
      tal: `${prSekund(alle.sekunder)}; ${cpu(alle)}; ${iProcessortid(alle)}`,
      forhold: copy.sekunder / alle.sekunder,
      krav: mindst(copy.sekunder / alle.sekunder, 0.5),
      detaljer: alle,
    },
    {
      hvad: 'serverens hukommelse under indlæsning',
      tal: `højst ${Math.max(enAdGangen.rssTop, alle.rssTop).toFixed(0)} MB`,
      forhold: Math.max(enAdGangen.rssTop, alle.rssTop),
      krav: hoejst(Math.max(enAdGangen.rssTop, alle.rssTop), 300, ' MB'),
    },
    ...measureDele(leveringer),
  ]
}

/** Only fills the index, for the parts that measure what is read. */
export async function fillIndeks(anlaeg: Anlaeg, leveringer: readonly Levering[]): Promise<void> {
  const server = await anlaeg.startServer('varig')
  await deliver(anlaeg, server, leveringer, 'fyld', leveringer.length)
  await server.stop()
  await anlaeg.asOwner('ANALYZE')
}

async function deliver(
  anlaeg: Anlaeg,
  server: Benchserver,
  leveringer: readonly Levering[],
  navn: string,
  samtidige: number,
): Promise<Indlaesning> {
  const rss = followRss(server.pid)
  const databaseFoer = cpuSekunder(await databasePider(anlaeg))
  const [cpu, egenFoer, maskineFoer] = [cpuSekunder([server.pid]), cpuSekunder([process.pid]), maskineSekunder()]
  const begyndt = performance.now()
  const koe = leveringer.toSorted((a, b) => b.linjer - a.linjer)
  const tag = async () => {
    for (let levering = koe.shift(); levering; levering = koe.shift()) await send(server, levering, navn)
  }
  await Promise.all(Array.from({ length: samtidige }, tag))
  const sekunder = (performance.now() - begyndt) / 1000
  const [serverCpu, afsenderCpu, ialt] = [
    cpuSekunder([server.pid]) - cpu,
    cpuSekunder([process.pid]) - egenFoer,
    maskineSekunder() - maskineFoer,
  ]
  const databaseCpu = cpuSekunder(await databasePider(anlaeg)) - databaseFoer
  const andresCpu = ialt - serverCpu - afsenderCpu - databaseCpu
  return { sekunder, serverCpu, databaseCpu, afsenderCpu, andresCpu, rssTop: rss.stop().top }
}

async function send(server: Benchserver, { kilde, bytes, linjer }: Levering, navn: string): Promise<void> {
  const headers = {
    'content-type': 'application/x-ndjson',
    'idempotency-key': `bench-${navn}`,
    'x-borgerblikket-udviklingsnoegle': udviklingsnoegle(kilde),
  }
  const { status, tekst } = await post(`${server.url}/api/v1/leverancer`, headers, bytes)
  const slut = tekst.trimEnd().split('\n').at(-1) ?? ''
  const taelling = JSON.parse(slut) as { slut?: boolean; modtaget?: number }
  if (status !== 200 || taelling.slut !== true || taelling.modtaget !== linjer)
    throw new Error(`${kilde.navn} was not taken in whole: ${status} ${slut.slice(0, 500)}`)
}

const empty = (anlaeg: Anlaeg) => anlaeg.asOwner(`TRUNCATE ${TABELLER.join(', ')}`)

type Copy = {
  readonly sekunder: number
  /** Said beside the clock's time, which others on the machine make longer. */
  readonly databaseCpu: number
  readonly afsenderCpu: number
  readonly raekker: number
  readonly mb: number
}

/** Takes the rows out, empties the tables, and puts the same bytes back with their indexes there, each table in a transaction. */
async function measureCopy(anlaeg: Anlaeg): Promise<Copy> {
  const client = new pg.Client({ ...anlaeg.ejer, ssl: anlaeg.ejer.ssl ?? false })
  await client.connect()
  const indhold = new Map<string, Buffer>()
  for (const tabel of TABELLER) {
    const dele: Buffer[] = []
    for await (const del of client.query(copyTo(`COPY ${tabel} TO STDOUT`))) dele.push(del as Buffer)
    indhold.set(tabel, Buffer.concat(dele))
  }
  // Committed before: in the transaction that emptied a table, COPY would write no log and be another thing.
  await empty(anlaeg)
  const pider = await databasePider(anlaeg)
  const [databaseFoer, egenFoer] = [cpuSekunder(pider), cpuSekunder([process.pid])]
  const begyndt = performance.now()
  let raekker = 0
  for (const [tabel, bytes] of indhold) {
    const ind = client.query(copyFrom(`COPY ${tabel} FROM STDIN`))
    await pipeline(stykker(bytes), ind)
    raekker += ind.rowCount
  }
  const sekunder = (performance.now() - begyndt) / 1000
  const [databaseCpu, afsenderCpu] = [cpuSekunder(pider) - databaseFoer, cpuSekunder([process.pid]) - egenFoer]
  await client.end()
  return {
    sekunder,
    databaseCpu,
    afsenderCpu,
    raekker,
    mb: [...indhold.values()].reduce((sum, { length }) => sum + length, 0) / 1e6,
  }
}

function* stykker(bytes: Buffer): Generator<Buffer> {
  for (let fra = 0; fra < bytes.length; fra += 65_536) yield bytes.subarray(fra, fra + 65_536)
}
