import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Medarbejder } from '#adgang'
import { type KleMoenster, newUuid, type Rettighedsgruppe, type Uuid } from '#kernel'
import { soegPersoner } from '#partsoverblik/soegning'
import { createTaktgiver } from '#platform/takt'
import { startMedarbejdersession } from '../../src/adgang/medarbejder/log-ind.ts'
import { indlaesVerden } from '../../src/demo/indlaes/indlaes.ts'
import { createTilfaeldighed } from '../../src/demo/verden/tilfaeldighed.ts'
import { type Anlaeg, databasePider, openAnlaeg } from './anlaeg.ts'
import { cpuSekunder, describeMaskine, median } from './maskine.ts'
import { hoejst, type Maal, printTabel, writeJson } from './resultat.ts'
import { type Benchborger, benchpersoner, fillBorgere, KORSBAEK } from './soegning-verden.ts'

/**
 * How long a caseworker's search takes at an index of a given size: the whole use case, with the log's row on disk before the answer. What is asked of it is
 * processor time, of program and database together: by the clock a machine with others on it says nothing. With `ur` it is the clock, 19 of 20 searches.
 */
const { values: valg } = parseArgs({
  options: {
    // As many as 20,000,000; some 13 a citizen.
    ting: { type: 'string', default: '200000' },
    borgere: { type: 'string', default: '300' },
    soegninger: { type: 'string', default: '150' },
    behold: { type: 'string' },
    // The target is on the clock: for a machine that nobody else uses.
    ur: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})
const HOEJST_MS = 200
const HOEJST_TING = 20_000_000

const anlaeg = await openAnlaeg(valg.behold)
const taktgiver = createTaktgiver(anlaeg.system.config.svartaktMs)
const maal: Maal[] = []
try {
  const maskine = describeMaskine()
  console.log(`${maskine.processor}, ${maskine.kerner} kerner, belastning ${maskine.belastningFoer.join(' ')}`)
  const her = await fill(anlaeg)
  await measureAlt(await logInd(anlaeg, '*'), her)
  // Rights to a number that nobody has anything of: everybody is a stranger.
  await measureFremmede(await logInd(anlaeg, '99.*'), her)
} finally {
  printTabel(maal)
  console.log(`belastning nu ${loadavg().map((led) => led.toFixed(2))}`)
  const tid = new Date().toISOString()
  writeJson(valg.json ?? join(import.meta.dirname, 'resultater', `soegning-${tid.replaceAll(':', '-')}.json`), {
    tid,
    valg,
    maal,
  })
  await taktgiver.close()
  await anlaeg.close()
}

type Her = { readonly borgere: readonly Benchborger[]; readonly sagsnumre: readonly string[] }

/** A small world through the intake, then copies of what its citizens have about citizens of the bench's own; in a kept folder once. */
async function fill(alle: Anlaeg): Promise<Her> {
  const { asOwner } = alle
  const begyndt = performance.now()
  const antal = (await countFyldte(alle)) ?? (await fillVerden(alle))
  // A sample: who is looked for is not to fill the memory.
  const r = createTilfaeldighed('bench/valgte')
  const borgere: Benchborger[] = []
  for (const person of benchpersoner(antal))
    if (person.kommune === KORSBAEK && (borgere.length < 5_000 || r.chance(0.05))) borgere.push(person)
  const numre = await asOwner(
    `SELECT DISTINCT data -> 'titler' -> 0 ->> 'nummer' AS nummer FROM objekt WHERE art = 'sag' AND kommune = $1 AND cardinality(parter) > 0 LIMIT 400`,
    [KORSBAEK],
  )
  const [stoerrelse] = await asOwner(
    `SELECT (SELECT count(*) FROM overblik)::int AS ting, (SELECT count(*) FROM part_oplysning)::int AS borgere, (SELECT count(*) FROM soegeord)::int AS ord,
       pg_size_pretty(pg_total_relation_size('soegeord')) AS ordfylder, pg_size_pretty(pg_total_relation_size('overblik')) AS tingfylder`,
  )
  console.log(
    `${String(stoerrelse?.['ting'])} ting (${String(stoerrelse?.['tingfylder'])}) om ${String(stoerrelse?.['borgere'])} borgere, ${String(stoerrelse?.['ord'])} søgeord (${String(stoerrelse?.['ordfylder'])}), klar på ${((performance.now() - begyndt) / 1000).toFixed(0)} s`,
  )
  return { borgere, sagsnumre: numre.map((raekke) => String(raekke['nummer'])) }
}

/** How many persons of the bench's own a kept folder has from before. */
async function countFyldte({ asOwner }: Anlaeg): Promise<number | undefined> {
  const [har] = await asOwner("SELECT to_regclass('bench_fyldt') AS tabel")
  if (!har?.['tabel']) return undefined
  const [fyldt] = await asOwner('SELECT antal FROM bench_fyldt')
  return Number(fyldt?.['antal'])
}

async function fillVerden(alle: Anlaeg): Promise<number> {
  const { system, asOwner } = alle
  await indlaesVerden(system, { seed: 1, borgere: Number(valg.borgere) })
  const egne = await asOwner(
    'SELECT part_id, count(*)::int AS antal FROM overblik GROUP BY 1 HAVING bool_and(kommune = $1) ORDER BY 1',
    [KORSBAEK],
  )
  const prBorger = egne.reduce((sum, raekke) => sum + Number(raekke['antal']), 0) / egne.length
  const antal = Math.round(Math.min(Number(valg.ting), HOEJST_TING) / prBorger)
  await fillBorgere(
    alle,
    egne.map((raekke) => raekke['part_id'] as Uuid),
    antal,
  )
  await asOwner('CREATE TABLE bench_fyldt AS SELECT $1::int AS antal', [antal])
  return antal
}

/** Somebody who may see these numbers, in the largest municipality. */
async function logInd({ system }: Anlaeg, kle: string): Promise<Medarbejder> {
  const gruppe: Rettighedsgruppe = {
    kommune: KORSBAEK,
    systemroller: ['se', 'kendskab'],
    kle: [kle as KleMoenster],
    foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER',
  }
  const login = { id: newUuid(), cvr: KORSBAEK, navn: 'Bench', organisation: 'Korsbæk', loa: 'High', forrige: undefined } as const
  const session = await startMedarbejdersession(system, { ...login, rettigheder: [gruppe], enheder: [] })
  return {
    id: login.id,
    cvr: KORSBAEK,
    navn: 'Bench',
    roller: ['sagsbehandler'],
    rettigheder: [gruppe],
    enheder: [],
    session: session.id,
  }
}

async function measureAlt(hvem: Medarbejder, { borgere, sagsnumre }: Her): Promise<void> {
  const r = createTilfaeldighed('bench/soegninger')
  const en = (): Benchborger => r.vaelg(borgere)
  const begyndelser = (navn: string): string =>
    navn
      .split(' ')
      .map((led) => led.slice(0, 4))
      .join(' ')
  const aar = ({ cpr }: Benchborger) => (Number(cpr.slice(4, 6)) >= 35 ? 1900 : 2000) + Number(cpr.slice(4, 6))
  const opvarm = Array.from({ length: 20 }, () => ({ tekst: en().navn }))
  await run(hvem, opvarm)
  const antal = Number(valg.soegninger)
  const measure = async (hvad: string, make: () => { tekst: string; foedtFra?: number; foedtTil?: number }) =>
    record(hvad, await run(hvem, Array.from({ length: antal }, make)))
  await measure('navn, fornavn og efternavn', () => ({ tekst: en().navn }))
  await measure('navn, fire bogstaver af hvert', () => ({ tekst: begyndelser(en().navn) }))
  await measure('efternavn alene', () => ({ tekst: en().navn.split(' ').at(-1) ?? '' }))
  await measure('navn med fødselsår', () => {
    const borger = en()
    return { tekst: borger.navn, foedtFra: aar(borger), foedtTil: aar(borger) }
  })
  await measure('adresse', () => ({ tekst: en().adresse }))
  await measure('sagsnummer', () => ({ tekst: r.vaelg(sagsnumre) }))
  await measure('CPR-nummer', () => ({ tekst: en().cpr }))
}

/** A stranger's number and one that nobody has, in turn, so that what else the machine does meets both alike. */
async function measureFremmede(hvem: Medarbejder, { borgere }: Her): Promise<void> {
  const r = createTilfaeldighed('bench/fremmede')
  const maalt = { fremmed: [] as number[], ingen: [] as number[] }
  const cpu = { fremmed: 0, ingen: 0 }
  for (let i = 0; i < Number(valg.soegninger); i++) {
    const tekst = { fremmed: r.vaelg(borgere).cpr, ingen: `6102${String(30 + (i % 60)).padStart(2, '0')}${9000 + i}` }
    for (const slags of i % 2 === 0 ? (['fremmed', 'ingen'] as const) : (['ingen', 'fremmed'] as const)) {
      const { ms, cpuMs, traef } = await run(hvem, [{ tekst: tekst[slags] }])
      if (traef > 0) throw new Error('A stranger was found')
      maalt[slags].push(...ms)
      cpu[slags] += cpuMs / Number(valg.soegninger)
    }
  }
  const forhold = median(maalt.fremmed) / median(maalt.ingen)
  record('CPR-nummer, som ingen har', { ms: maalt.ingen, cpuMs: cpu.ingen, traef: 0, forBrede: 0 })
  record('CPR-nummer på en fremmed', { ms: maalt.fremmed, cpuMs: cpu.fremmed, traef: 0, forBrede: 0 })
  maal.push({ hvad: 'en fremmed mod ingen', tal: 'medianer', forhold, krav: hoejst(forhold, 1.5, ''), detaljer: maalt })
}

type Maalt = {
  readonly ms: readonly number[]
  /** Of processor time, a search. */
  readonly cpuMs: number
  readonly traef: number
  readonly forBrede: number
}

async function run(hvem: Medarbejder, soegninger: readonly { readonly tekst: string }[]): Promise<Maalt> {
  const ms: number[] = []
  const pider = await databasePider(anlaeg)
  const [node, database] = [process.cpuUsage(), cpuSekunder(pider)]
  let traef = 0
  let forBrede = 0
  for (const [i, soegning] of soegninger.entries()) {
    // The bench asks more often than a person may.
    if (i % 20 === 0) await anlaeg.asOwner('TRUNCATE soegetal')
    const begyndt = performance.now()
    const svar = await soegPersoner({ ...anlaeg.system, taktgiver }, hvem, soegning)
    ms.push(performance.now() - begyndt)
    if (svar.ok) traef += svar.value.traef.length
    else if (svar.afvisning === 'FOR_BRED') forBrede++
    else throw new Error(`A search was refused: ${svar.afvisning}`)
  }
  const { user, system } = process.cpuUsage(node)
  const cpuMs = ((user + system) / 1e3 + (cpuSekunder(pider) - database) * 1e3) / soegninger.length
  return { ms, cpuMs, traef, forBrede }
}

function record(hvad: string, { ms, cpuMs, traef, forBrede }: Maalt): void {
  const midt = median(ms)
  const p95 = [...ms].sort((a, b) => a - b)[Math.floor(ms.length * 0.95)] ?? Number.NaN
  const [maalt, enhed] = valg.ur ? [p95, ' ms (p95)'] : [cpuMs, ' ms processortid']
  maal.push({
    hvad,
    tal: `processor ${cpuMs.toFixed(1)} ms, ur ${midt.toFixed(1)} ms (p95 ${p95.toFixed(1)} ms, belastning ${loadavg()[0]?.toFixed(1)}); ${(traef / ms.length).toFixed(1)} fundet hver gang, ${forBrede} af ${ms.length} for brede`,
    forhold: maalt,
    krav: hoejst(maalt, HOEJST_MS, enhed),
    detaljer: { ms, cpuMs, traef, forBrede },
  })
}
