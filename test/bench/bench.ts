import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { tidspunkt } from '#kernel'
import { registerForventninger, registerKilder, registerKommuner, registerPersoner } from '../../src/demo/indlaes/registre.ts'
import { createVerden, type Verden } from '../../src/demo/verden/index.ts'
import { type Anlaeg, openAnlaeg } from './anlaeg.ts'
import { fillIndeks, measureIndlaesning, readyLeveringer } from './indlaesning.ts'
import { describeMaskine } from './maskine.ts'
import { measureOverblik, measureRls, measureStor } from './overblik.ts'
import { findPgbench, pgbenchVersion } from './pgbench.ts'
import { type Maal, printTabel, writeJson } from './resultat.ts'
import { measureSoap } from './soap.ts'

/**
 * Measures DESIGN 11's ratios in one run on the machine at hand. The server, the database and whoever loads them share its cores, unpinned,
 * and so they do where pgbench takes the load's place: both sides of a ratio have the same machine, seconds apart, in turns.
 */
const DELE = ['indlaesning', 'soap', 'overblik', 'rls', 'stor'] as const
type Del = (typeof DELE)[number]

const { values: valg } = parseArgs({
  options: {
    borgere: { type: 'string', default: '1000' },
    sekunder: { type: 'string', default: '3' },
    runder: { type: 'string', default: '3' },
    klienter: { type: 'string', default: '8' },
    'stor-raekker': { type: 'string', default: '150000' },
    sager: { type: 'string', default: '3000' },
    kun: { type: 'string' },
    json: { type: 'string' },
    'node-flag': { type: 'string', multiple: true, default: [] },
  },
})

const tal = (navn: 'borgere' | 'sekunder' | 'runder' | 'klienter' | 'stor-raekker' | 'sager'): number => {
  const laest = Number(valg[navn])
  if (!(laest > 0)) throw new RangeError(`--${navn} must be a positive number`)
  return laest
}

const dele = (valg.kun?.split(',') ?? DELE) as readonly Del[]
const ukendt = dele.filter((del) => !DELE.includes(del))
if (ukendt.length > 0) throw new RangeError(`--kun takes ${DELE.join(', ')}, not ${ukendt.join(', ')}`)

const maskine = describeMaskine()
const begyndt = performance.now()
const anlaeg = await openAnlaeg()
try {
  const [version] = await anlaeg.asOwner('SHOW server_version')
  const pgbench = findPgbench()
  const versioner = {
    node: maskine.node,
    postgres: String(version?.['server_version']),
    pgbench: pgbench ? pgbenchVersion(pgbench) : 'findes ikke: samme sætninger fra Node i stedet',
  }
  console.log(`${maskine.processor}, ${maskine.kerner} kerner, belastning ${maskine.belastningFoer.join(' ')}`)
  console.log(`Node ${versioner.node} · PostgreSQL ${versioner.postgres} · ${versioner.pgbench}\n`)
  const maal: Maal[] = []
  // What was measured before something failed is shown all the same.
  await measure(anlaeg, maal).finally(() => printTabel(maal))
  const efter = loadavg().map((led) => Number(led.toFixed(2)))
  console.log(`\n${Math.round((performance.now() - begyndt) / 1000)} s, belastning nu ${efter.join(' ')}`)
  const tid = new Date().toISOString()
  const fil = valg.json ?? join(import.meta.dirname, 'resultater', `${tid.replaceAll(':', '-')}.json`)
  writeJson(fil, { tid, maskine: { ...maskine, belastningEfter: efter }, versioner, valg, maal })
  console.log(fil)
} finally {
  await anlaeg.close()
}

async function measure(anlaeg: Anlaeg, maal: Maal[]): Promise<void> {
  const verden = createVerden({ seed: 1, borgere: tal('borgere'), nu: tidspunkt(new Date()) })
  await registerKilder(anlaeg.system.kilder, verden)
  await registerKommuner(anlaeg.system, verden)
  await registerForventninger(anlaeg.system, verden)
  await registerPersoner(anlaeg.system, verden.personer(), () => undefined)
  const leveringer = readyLeveringer(verden)
  // The other parts need what an intake leaves behind.
  if (!dele.includes('indlaesning')) await fillIndeks(anlaeg, leveringer)
  const faelles = {
    sekunder: tal('sekunder'),
    runder: tal('runder'),
    klienter: tal('klienter'),
    nodeFlag: valg['node-flag'],
  }
  const opgaver: Readonly<Record<Del, () => Promise<Maal[]>>> = {
    indlaesning: () => measureIndlaesning(anlaeg, leveringer, faelles.nodeFlag),
    soap: () => measureSoap(anlaeg, anotherVerden(verden), { sager: tal('sager'), klienter: 16, nodeFlag: faelles.nodeFlag }),
    overblik: () => measureOverblik(anlaeg, faelles),
    rls: () => measureRls(anlaeg, faelles),
    stor: () => measureStor(anlaeg, { ...faelles, raekker: tal('stor-raekker') }),
  }
  for (const del of DELE.filter((en) => dele.includes(en))) {
    const fra = performance.now()
    maal.push(...(await opgaver[del]()))
    console.log(`  ${del}: ${((performance.now() - fra) / 1000).toFixed(0)} s`)
  }
}

/** Of another seed, so that its cases are new to the index. */
function anotherVerden({ kilder }: Verden): Verden {
  return { ...createVerden({ seed: 2, borgere: tal('sager'), nu: tidspunkt(new Date()) }), kilder }
}
