import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cvrNummer, newUuid, type Tidspunkt, tidspunkt } from '#kernel'
import { REGELVERSION } from '#kvalitet/titeltjek'
import { createOpsaetning, type KleKonfiguration } from '#visning'
import { registerForventninger, registerKilder, registerKommuner, registerPersoner } from '../../src/demo/indlaes/registre.ts'
import { createVerden } from '../../src/demo/verden/index.ts'
import { keepFakta } from '../../src/opsaetning/forhaandsvisning/fakta/vedligehold.ts'
import { createForhaandsvisninger, type Koersel } from '../../src/opsaetning/forhaandsvisning/koersler.ts'
import { delstart } from '../../src/opsaetning/forhaandsvisning/traade.ts'
import { UDGANGSPUNKT } from '../../src/opsaetning/konfiguration/indhold.ts'
import { type Anlaeg, databasePider, openAnlaeg } from './anlaeg.ts'
import { fillIndeks, readyLeveringer } from './indlaesning.ts'
import { cpuMedEndte, cpuSekunder, describeMaskine, followRss, median } from './maskine.ts'
import { hoejst, type Maal, printTabel, writeJson } from './resultat.ts'

/** How long a preview takes on an index of a given size, from its start to its result. One municipality has all of it. */
const { values: valg } = parseArgs({
  options: {
    ting: { type: 'string', default: '60000' },
    borgere: { type: 'string', default: '1500' },
    runder: { type: 'string', default: '3' },
    // A folder in which the filled database stays from run to run.
    behold: { type: 'string' },
    json: { type: 'string' },
    // Without the facts that are kept beside the index: what the first preview costs after a load, before the worker has come by.
    uden: { type: 'boolean', default: false },
  },
})

const HOEJST_SEKUNDER = 10
const KORSBAEK = cvrNummer('11111111')
const nu = tidspunkt(new Date())
const aaben = (kle: string, mere: Partial<KleKonfiguration> = {}): KleKonfiguration => ({
  kommune: KORSBAEK,
  kle,
  gaelderFra: '2020-01-01T00:00:00.000Z' as Tidspunkt,
  ...UDGANGSPUNKT,
  aaben: true,
  fradato: '2020-01-01',
  titelvisning: 'sagens',
  kvalitetskrav: 'ingen',
  visDokumenttitler: true,
  visJournalnotater: true,
  visYdelser: true,
  visUdbetalinger: true,
  visAftaler: true,
  ...mere,
})

const anlaeg = await openAnlaeg(valg.behold)
const maal: Maal[] = []
try {
  const maskine = describeMaskine()
  console.log(`${maskine.processor}, ${maskine.kerner} kerner, belastning ${maskine.belastningFoer.join(' ')}`)
  const grupper = await fill(anlaeg)
  const alle = grupper.map((gruppe) => aaben(gruppe))
  if (valg.uden) await anlaeg.asOwner('TRUNCATE partsfakta')
  else await keepAlleFakta(anlaeg)
  const [stoerste = '27'] = grupper
  const emne = await mostUsed(anlaeg)
  await measure(`et emne åbnes (${emne})`, [], [aaben(emne)])
  await measure(`en hovedgruppe åbnes (${stoerste})`, [], [aaben(stoerste)])
  await measure('en hovedgruppe lukkes, de andre er åbne', alle, [...alle.slice(1), aaben(stoerste, { aaben: false })])
  await measure('alt åbnes på én gang', [], alle)
} finally {
  printTabel(maal)
  const efter = loadavg().map((led) => Number(led.toFixed(2)))
  console.log(`belastning nu ${efter.join(' ')}`)
  const tid = new Date().toISOString()
  writeJson(valg.json ?? join(import.meta.dirname, 'resultater', `forhaandsvisning-${tid.replaceAll(':', '-')}.json`), {
    tid,
    valg,
    belastningEfter: efter,
    maal,
  })
  await anlaeg.close()
}

/** Loads a world through the intake and clones its citizens, in the order of the key. Answers the hovedgrupper, the largest first. */
async function fill({ system, asOwner }: Anlaeg): Promise<readonly string[]> {
  const [fyldt] = await asOwner('SELECT 1 AS n FROM overblik LIMIT 1')
  if (!fyldt) await load({ system, asOwner })
  // The checks may have changed since it was filled: what is measured is an index that the worker has been through.
  await asOwner('UPDATE titelvurdering SET regelversion = $1 WHERE regelversion <> $1', [REGELVERSION])
  await asOwner('VACUUM ANALYZE titelvurdering')
  const [maalt] = await asOwner(
    'SELECT count(*)::int AS ting, count(DISTINCT part_id)::int AS borgere, pg_size_pretty(pg_table_size($1::regclass)) AS fylder FROM overblik',
    ['overblik'],
  )
  console.log(`${String(maalt?.['ting'])} ting om ${String(maalt?.['borgere'])} borgere, ${String(maalt?.['fylder'])}`)
  const grupper = await asOwner('SELECT left(kle, 2) AS gruppe FROM overblik GROUP BY 1 ORDER BY count(*) DESC')
  return grupper.map((raekke) => String(raekke['gruppe'])).filter((gruppe) => /^\d\d$/.test(gruppe))
}

async function load({ system, asOwner }: Pick<Anlaeg, 'system' | 'asOwner'>): Promise<void> {
  const verden = createVerden({ seed: 1, borgere: Number(valg.borgere), nu })
  await registerKilder(system.kilder, verden)
  await registerKommuner(system, verden)
  await registerForventninger(system, verden)
  await registerPersoner(system, verden.personer(), () => undefined)
  await fillIndeks(anlaeg, readyLeveringer(verden))
  await asOwner('DELETE FROM overblik WHERE kommune <> $1', [KORSBAEK])
  const [antal] = await asOwner('SELECT count(*)::int AS n FROM overblik')
  const kopier = Math.max(0, Math.ceil(Number(valg.ting) / Number(antal?.['n'] ?? 1)) - 1)
  await asOwner(
    `INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data, indhold)
     SELECT md5(o.part_id::text || g)::uuid, o.item_id, o.art, o.kommune, o.kle, o.kilde_id, o.sager, o.aendret, o.data, o.indhold
     FROM overblik o, generate_series(1, ${kopier}) AS g ORDER BY 1, 2`,
  )
  await asOwner('CLUSTER overblik USING overblik_pkey')
  await asOwner(
    `INSERT INTO titelvurdering (part_id, item_id, kommune, kle, regelversion, vurderinger)
     SELECT part_id, item_id, kommune, kle, $1, '[{"hash":"0123456789012345678901","udfald":"ren","tilbageholdt":false,"gennemgang":"ingen","fund":[]}]'
     FROM overblik ORDER BY part_id, item_id ON CONFLICT DO NOTHING`,
    [REGELVERSION],
  )
  await asOwner('VACUUM ANALYZE overblik')
  await asOwner('VACUUM ANALYZE titelvurdering')
}

/** As the server's worker does, without its rests. */
async function keepAlleFakta({ system, asOwner }: Anlaeg): Promise<void> {
  await asOwner('UPDATE vurderingsmaerke SET gennemloeb_regelversion = NULL, loebenr = (SELECT sidste FROM udbakke_hoved)')
  await asOwner('UPDATE partsfaktamaerke SET efter = NULL, begyndt = NULL, faerdig = NULL')
  const [begyndt, cpu, database] = [performance.now(), process.cpuUsage(), await databaseSekunder(anlaeg)]
  let nye = 0
  for (let skridt = { intet: false, nye: 0, slut: false }; !skridt.slut; nye += skridt.nye) {
    skridt = await keepFakta(system)
    if (skridt.intet) throw new Error('The facts were not kept')
  }
  await asOwner('VACUUM ANALYZE partsfakta')
  const { user, system: kerne } = process.cpuUsage(cpu)
  const [maalt] = await asOwner('SELECT pg_size_pretty(pg_total_relation_size($1::regclass)) AS fylder', ['partsfakta'])
  console.log(
    `fakta om ${nye} borgere skrevet på ${((performance.now() - begyndt) / 1000).toFixed(1)} s (CPU i Node ${((user + kerne) / 1e6).toFixed(1)} s, i databasen ${((await databaseSekunder(anlaeg)) - database).toFixed(1)} s), ${String(maalt?.['fylder'])}`,
  )
}

/** Processor time of the database so far, with that of connections that have been closed. */
async function databaseSekunder(alle: Anlaeg): Promise<number> {
  const pider = await databasePider(alle)
  const postmaster = cpuMedEndte(cpuMedEndte(pider[0] ?? 0)?.foraelder ?? 0)
  return cpuSekunder(pider) + (postmaster?.sekunder ?? Number.NaN)
}

async function mostUsed({ asOwner }: Anlaeg): Promise<string> {
  const [foerste] = await asOwner('SELECT kle FROM overblik GROUP BY 1 ORDER BY count(*) DESC LIMIT 1')
  return String(foerste?.['kle'])
}

async function measure(hvad: string, foer: readonly KleKonfiguration[], efter: readonly KleKonfiguration[]): Promise<void> {
  const hukommelse = followRss(process.pid)
  const [cpu, database] = [process.cpuUsage(), await databaseSekunder(anlaeg)]
  const runder: Koersel[] = []
  for (let i = 0; i < Number(valg.runder); i++) runder.push(await runEn(foer, efter))
  const { top } = hukommelse.stop()
  const { user, system } = process.cpuUsage(cpu)
  const iNode = (user + system) / 1e6 / runder.length
  // A thread's connections are reaped a moment after it has ended.
  await new Promise((resolve) => setTimeout(resolve, 300))
  const iDatabasen = ((await databaseSekunder(anlaeg)) - database) / runder.length
  const sekunder = median(runder.map(({ resultat }) => (resultat?.millisekunder ?? Number.NaN) / 1000))
  const tal = runder[0]?.resultat?.tal
  maal.push({
    hvad,
    tal: `${sekunder.toFixed(1)} s (CPU i Node ${iNode.toFixed(1)} s, i databasen ${iDatabasen.toFixed(1)} s, belastning ${loadavg()[0]?.toFixed(1)}); ${tal?.ting.vises} kommer frem, ${tal?.ting.forsvinder} forsvinder hos ${tal?.borgere.beroerte} berørte; RSS højst ${top.toFixed(0)} MB`,
    forhold: sekunder,
    krav: hoejst(sekunder, HOEJST_SEKUNDER, ' s'),
    detaljer: { iNode, iDatabasen, runder: runder.map(({ resultat }) => resultat), rssTop: top, belastning: loadavg() },
  })
}

async function runEn(foer: readonly KleKonfiguration[], efter: readonly KleKonfiguration[]): Promise<Koersel> {
  const { db, clock, login } = anlaeg.system
  const fejl: unknown[] = []
  const forhaandsvisninger = createForhaandsvisninger({ db, clock, startDel: delstart(db, login), onFejl: (en) => fejl.push(en) })
  forhaandsvisninger.start({
    kommune: KORSBAEK,
    udkast: newUuid(),
    hash: 'bench',
    foer: createOpsaetning(foer),
    efter: createOpsaetning(efter),
    tid: clock.now(),
    af: { id: newUuid(), navn: 'Bench' },
  })
  for (;;) {
    const koersel = forhaandsvisninger.seneste(KORSBAEK)
    if (koersel?.tilstand === 'faerdig') return koersel
    if (koersel?.tilstand === 'fejlet') throw new Error('The preview failed', { cause: fejl[0] })
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
