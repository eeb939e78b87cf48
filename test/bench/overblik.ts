import { type Anlaeg, type Benchserver, databasePider } from './anlaeg.ts'
import { type Borger, logBorgereInd } from './borgere.ts'
import { type Lastmaaling, loadHttp } from './http-last.ts'
import { followRss, median } from './maskine.ts'
import { type Manuskript, type Pgmaaling, runManuskripter } from './pgbench.ts'
import { hoejst, type Maal, mindst } from './resultat.ts'
import { recordBatch, recordLog } from './saetninger.ts'

export type Overblikvalg = {
  readonly sekunder: number
  readonly runder: number
  readonly klienter: number
  readonly nodeFlag: readonly string[]
}

const DATA = '/api/v1/mig/sager'
const SIDE = '/overblik'
/** pgbench takes at most 128 scripts, and the same citizens are asked for over HTTP. */
const BORGERE = 100

const tal = (maaling: { prSekund: number; p50: number; p99: number }): string =>
  `${maaling.prSekund.toFixed(0)}/s, p50 ${maaling.p50.toFixed(1)} ms, p99 ${maaling.p99.toFixed(1)} ms`

const medianAf = <T>(runder: readonly T[], led: (runde: T) => number): number => median(runder.map(led))

/** The overview over HTTP against pgbench with the same statements, the log's price, and the server's memory meanwhile. */
export async function measureOverblik(anlaeg: Anlaeg, valg: Overblikvalg): Promise<Maal[]> {
  const borgere = await logBorgereInd(anlaeg, BORGERE)
  const varig = await anlaeg.startServer('varig', valg.nodeFlag)
  const straks = await anlaeg.startServer('straks')
  const hent = createHent(anlaeg, borgere)
  const laesninger = await laesescripts(anlaeg, borgere)
  for (const server of [varig, straks]) for (const sti of [DATA, SIDE]) await hent(server, sti, valg.klienter, 1.5)
  const hukommelse = followRss(varig.pid)
  const runder: Runde[] = []
  for (let i = 0; i < valg.runder; i++)
    runder.push(await measureRunde(anlaeg, { borgere, varig, straks, hent, laesninger, ...valg }))
  const rss = hukommelse.stop()
  const en = await measureEn(anlaeg, { borgere, varig, hent, laesninger, ...valg })
  await varig.stop()
  await straks.stop()
  return [...toMaal(runder, valg), ...en, toHukommelse(rss)]
}

type Hent = (server: Benchserver, sti: string, klienter: number, sekunder: number) => Promise<Lastmaaling>

const createHent =
  (anlaeg: Anlaeg, borgere: readonly Borger[]): Hent =>
  async (server, sti, klienter, sekunder) =>
    loadHttp({
      url: server.url + sti,
      cookies: borgere.map((borger) => borger.cookie),
      klienter,
      sekunder,
      server: server.pid,
      database: await databasePider(anlaeg),
    })

const VAEGT = 10

const laesescripts = (anlaeg: Anlaeg, borgere: readonly Borger[]): Promise<Manuskript[]> =>
  Promise.all(
    borgere.map(async ({ grundlag }) => ({
      saetninger: await recordBatch(anlaeg.system, grundlag),
      vaegt: VAEGT,
      svar: true,
    })),
  )

/** How many reads shared one write of the log, of the rows after `nr`. */
async function logbunke({ asOwner }: Anlaeg, nr: number): Promise<number> {
  const [raekke] = await asOwner(
    'SELECT count(*) AS linjer, count(DISTINCT xmin::text) AS skrivninger FROM adgangslog WHERE nr > $1',
    [nr],
  )
  return Math.max(1, Math.round(Number(raekke?.['linjer']) / Math.max(1, Number(raekke?.['skrivninger']))))
}

const senesteLog = async ({ asOwner }: Anlaeg): Promise<number> =>
  Number((await asOwner('SELECT antal FROM adgangslog_hoved'))[0]?.['antal'])

type Opstilling = Overblikvalg & {
  readonly borgere: readonly Borger[]
  readonly varig: Benchserver
  readonly straks: Benchserver
  readonly hent: Hent
  readonly laesninger: readonly Manuskript[]
}

type Runde = {
  readonly data: Lastmaaling
  readonly side: Lastmaaling
  readonly dataStraks: Lastmaaling
  readonly bunke: number
  /** The statements as the program sends them: a write of the log for every `bunke` reads. */
  readonly pg: Pgmaaling
  readonly pgUdenLog: Pgmaaling
  /** Every answer with a log row in a transaction of its own. */
  readonly pgEgenLog: Pgmaaling
}

async function measureRunde(anlaeg: Anlaeg, o: Opstilling): Promise<Runde> {
  const { klienter, sekunder } = o
  const foer = await senesteLog(anlaeg)
  const data = await o.hent(o.varig, DATA, klienter, sekunder)
  const bunke = await logbunke(anlaeg, foer)
  const kør = (manuskripter: readonly Manuskript[]) =>
    runManuskripter(anlaeg.app, manuskripter, { klienter, sekunder: sekunder + 1 })
  const pg = await kør([...o.laesninger, await logscript(o, bunke)])
  const side = await o.hent(o.varig, SIDE, klienter, sekunder)
  const dataStraks = await o.hent(o.straks, DATA, klienter, sekunder)
  const pgUdenLog = await kør(o.laesninger)
  const pgEgenLog = await kør([...o.laesninger, await logscript(o, 1)])
  return { data, side, dataStraks, bunke, pg, pgUdenLog, pgEgenLog }
}

const logscript = async (
  { borgere, laesninger }: Pick<Opstilling, 'borgere' | 'laesninger'>,
  bunke: number,
): Promise<Manuskript> => ({
  saetninger: await recordLog(
    borgere.map((borger) => borger.grundlag),
    bunke,
  ),
  vaegt: Math.max(1, Math.round((laesninger.length * VAEGT) / bunke)),
  svar: false,
})

function toMaal(runder: readonly Runde[], { klienter }: Overblikvalg): Maal[] {
  const forholdTil = (del: (runde: Runde) => number, af: (runde: Runde) => number) => medianAf(runder, (r) => del(r) / af(r))
  const data = forholdTil(
    (r) => r.data.prSekund,
    (r) => r.pg.prSekund,
  )
  const side = forholdTil(
    (r) => r.side.prSekund,
    (r) => r.pg.prSekund,
  )
  const beholdt = forholdTil(
    (r) => r.data.prSekund,
    (r) => r.dataStraks.prSekund,
  )
  const udenLog = forholdTil(
    (r) => r.data.prSekund,
    (r) => r.pgUdenLog.prSekund,
  )
  const egenLog = forholdTil(
    (r) => r.data.prSekund,
    (r) => r.pgEgenLog.prSekund,
  )
  const midt = <K extends 'data' | 'side' | 'dataStraks' | 'pg' | 'pgUdenLog' | 'pgEgenLog'>(led: K): Runde[K] =>
    runder.toSorted((a, b) => a[led].prSekund - b[led].prSekund)[runder.length >> 1]?.[led] as Runde[K]
  const med = midt('pg').med
  const bunke = medianAf(runder, (r) => r.bunke)
  return [
    { hvad: `${med}, ${klienter} klienter: læsning, og log for hver ${bunke}`, tal: tal(midt('pg')), detaljer: runder },
    { hvad: `${med}: læsning alene`, tal: tal(midt('pgUdenLog')) },
    { hvad: `${med}: hver læsning med egen log`, tal: tal(midt('pgEgenLog')) },
    {
      hvad: 'sager som JSON over HTTP, varig log',
      tal: `${tal(midt('data'))}; ${cpuTekst(midt('data'))}`,
      forhold: data,
      krav: mindst(data, 0.25),
    },
    {
      hvad: 'hele startsiden over HTTP, varig log',
      tal: `${tal(midt('side'))}; ${cpuTekst(midt('side'))}`,
      forhold: side,
      krav: mindst(side, 0.25),
    },
    { hvad: '  JSON mod læsning uden log', tal: '', forhold: udenLog },
    { hvad: '  JSON mod læsning med egen log', tal: '', forhold: egenLog },
    {
      hvad: 'beholdt med varig log (mod en, der svarer straks)',
      tal: tal(midt('dataStraks')),
      forhold: beholdt,
      krav: mindst(beholdt, 0.7),
    },
  ]
}

const cpuTekst = ({ cpuUs }: Lastmaaling): string =>
  `µs CPU/svar: server ${cpuUs.server}, database ${cpuUs.database}, lastgiver ${cpuUs.lastgiver}`

/** One client at a time: what a single citizen waits, and what a core does. Four: the tail. */
async function measureEn(anlaeg: Anlaeg, o: Omit<Opstilling, 'straks'>): Promise<Maal[]> {
  const data = await o.hent(o.varig, DATA, 1, o.sekunder)
  const side = await o.hent(o.varig, SIDE, 1, o.sekunder)
  const pg = await runManuskripter(anlaeg.app, [...o.laesninger, await logscript(o, 1)], {
    klienter: 1,
    sekunder: o.sekunder + 1,
  })
  const fire = await o.hent(o.varig, DATA, 4, o.sekunder)
  const fireSide = await o.hent(o.varig, SIDE, 4, o.sekunder)
  return [
    {
      hvad: 'én klient: JSON mod samme med egen log',
      tal: `${tal(data)} mod ${tal(pg)}`,
      forhold: data.prSekund / pg.prSekund,
      detaljer: { data, side, pg },
    },
    { hvad: 'én klient: startsiden', tal: tal(side), forhold: side.prSekund / pg.prSekund },
    {
      hvad: 'p99 med 4 klienter, JSON (sidecache som den er)',
      tal: tal(fire),
      forhold: fire.p99,
      krav: hoejst(fire.p99, 10, ' ms'),
      detaljer: { fire, fireSide },
    },
    { hvad: 'p99 med 4 klienter, startsiden', tal: tal(fireSide), forhold: fireSide.p99, krav: hoejst(fireSide.p99, 10, ' ms') },
  ]
}

const toHukommelse = ({ start, top, slut }: { start: number; top: number; slut: number }): Maal => ({
  hvad: 'serverens hukommelse under last',
  tal: `${start.toFixed(0)} → ${slut.toFixed(0)} MB, højst ${top.toFixed(0)} MB`,
  forhold: top,
  krav: hoejst(top, 300, ' MB'),
})

/** Row-level security's own price: the same batch with it on and off, by turns. */
export async function measureRls(anlaeg: Anlaeg, { sekunder, runder, klienter }: Overblikvalg): Promise<Maal[]> {
  const laesninger = await laesescripts(anlaeg, await logBorgereInd(anlaeg, BORGERE))
  const tabeller = ['overblik', 'session', 'part', 'foraeldremyndighed']
  const set = async (til: 'ENABLE' | 'DISABLE') => {
    for (const tabel of tabeller) await anlaeg.asOwner(`ALTER TABLE ${tabel} ${til} ROW LEVEL SECURITY`)
  }
  const par: { med: Pgmaaling; uden: Pgmaaling }[] = []
  try {
    for (let i = 0; i < runder; i++) {
      const med = await runManuskripter(anlaeg.app, laesninger, { klienter, sekunder: sekunder + 1 })
      await set('DISABLE')
      const uden = await runManuskripter(anlaeg.app, laesninger, { klienter, sekunder: sekunder + 1 })
      await set('ENABLE')
      par.push({ med, uden })
    }
  } finally {
    await set('ENABLE')
  }
  const pris = medianAf(par, ({ med, uden }) => 1 - med.prSekund / uden.prSekund)
  const [foerste] = par
  return [
    {
      hvad: 'pris for rækkesikkerhed i samme bundt',
      tal: foerste ? `${foerste.med.prSekund.toFixed(0)}/s mod ${foerste.uden.prSekund.toFixed(0)}/s` : '',
      forhold: pris,
      krav: hoejst(pris, 0.1, ''),
      detaljer: par,
    },
  ]
}

/** The overview of a large table against that of the small one, warm. Clones whole citizens until the table has `raekker` rows. */
export async function measureStor(anlaeg: Anlaeg, valg: Overblikvalg & { readonly raekker: number }): Promise<Maal[]> {
  const lille = await measureStoerrelse(anlaeg, valg)
  await growOverblik(anlaeg, valg.raekker)
  const stor = await measureStoerrelse(anlaeg, valg)
  const forhold = stor.http.prSekund / lille.http.prSekund
  return [
    {
      hvad: `varmt overblik, ${stor.raekker} rækker mod ${lille.raekker}`,
      tal: `${tal(stor.http)} mod ${tal(lille.http)}; SQL alene ${(stor.pg.prSekund / lille.pg.prSekund).toFixed(2)}`,
      forhold,
      krav: mindst(forhold, 0.7),
      detaljer: { lille, stor },
    },
  ]
}

async function measureStoerrelse(anlaeg: Anlaeg, { sekunder, nodeFlag }: Overblikvalg) {
  const borgere = await logBorgereInd(anlaeg, BORGERE)
  const server = await anlaeg.startServer('varig', nodeFlag)
  const hent = createHent(anlaeg, borgere)
  await hent(server, DATA, 4, 1.5)
  const http = await hent(server, DATA, 4, sekunder)
  await server.stop()
  const pg = await runManuskripter(anlaeg.app, await laesescripts(anlaeg, borgere), { klienter: 4, sekunder: sekunder + 1 })
  const [antal] = await anlaeg.asOwner('SELECT count(*) AS n FROM overblik')
  return { raekker: Number(antal?.['n']), http, pg }
}

/** In the order of the key, as the table is to lie. */
async function growOverblik({ asOwner }: Anlaeg, raekker: number): Promise<void> {
  const [nu] = await asOwner('SELECT count(*) AS n FROM overblik')
  const gange = Math.ceil(raekker / Math.max(1, Number(nu?.['n']))) - 1
  if (gange < 1) return
  await asOwner(`
    INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data, indhold)
    SELECT md5(o.part_id::text || g)::uuid, o.item_id, o.art, o.kommune, o.kle, o.kilde_id, o.sager, o.aendret, o.data, o.indhold
    FROM overblik o, generate_series(1, ${gange}) AS g ORDER BY 1, 2`)
  await asOwner('VACUUM ANALYZE overblik')
}
