import { Agent } from 'node:http'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { type CprNummer, type KleMoenster, newUuid, type Rettighedsgruppe, type Uuid } from '#kernel'
import { findOrCreatePerson } from '#part'
import { startBesoeg } from '#partsoverblik/besoeg'
import { startMedarbejdersession } from '../../src/adgang/medarbejder/log-ind.ts'
import { medarbejdersessionCookie } from '../../src/adgang/medarbejder/session.ts'
import { tildelRolle } from '../../src/adgang/medarbejder/tildel-rolle.ts'
import { KORSBAEK, registerAlle } from '../byggere/indeks.ts'
import { send } from '../byggere/klient.ts'
import { type Anlaeg, databasePider, openAnlaeg } from './anlaeg.ts'
import { cpuSekunder, describeMaskine } from './maskine.ts'
import { borgerMed, TING_PR_BORGER } from './partsoverblik.data.ts'
import { hoejst, type Maal, printTabel, writeJson } from './resultat.ts'

/** How long the caseworker's page of a citizen with 500 items takes, over HTTP with everything on, on an index of a given size. */
const { values: valg } = parseArgs({
  options: {
    raekker: { type: 'string', default: '100000' },
    borgere: { type: 'string', default: '40' },
    runder: { type: 'string', default: '3' },
    // A folder in which the filled database stays from run to run.
    behold: { type: 'string' },
    // The target is on the clock: for a machine that nobody else uses.
    ur: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})

const HOEJST_MS = 100
const FANER = ['sager', 'ydelser', 'tidslinje', 'borgeren'] as const

const anlaeg = await openAnlaeg(valg.behold)
try {
  const maskine = describeMaskine()
  console.log(`${maskine.processor}, ${maskine.kerner} kerner, belastning ${maskine.belastningFoer.join(' ')}`)
  const parter = await fill(anlaeg, Number(valg.raekker), Number(valg.borgere))
  const [antal] = await anlaeg.asOwner('SELECT count(*) AS n, pg_total_relation_size($1::regclass) / 1e9 AS gb FROM overblik', [
    'overblik',
  ])
  console.log(
    `${antal?.['n']} rækker i overblikket, ${Number(antal?.['gb']).toFixed(1)} GB; ${TING_PR_BORGER} ting om hver borger`,
  )
  const maal = await measure(anlaeg, parter)
  printTabel(maal)
  console.log(`belastning ${loadavg()[0]?.toFixed(1)}`)
  if (valg.json) writeJson(valg.json, { maskine, maal })
} finally {
  await anlaeg.close()
}

/** One citizen through the index's own code, and copies of them: whole citizens, in the order in which the table is to lie. */
async function fill({ system, asOwner }: Anlaeg, raekker: number, borgere: number): Promise<Uuid[]> {
  const parter: Uuid[] = []
  for (let nr = 0; nr < borgere; nr++) {
    const cpr = `${String(61 + (nr % 28))}0180${String(1000 + nr)}` as CprNummer
    parter.push(await findOrCreatePerson(system.db, system.noegler, cpr))
  }
  const foerste = parter[0] as Uuid
  const [har] = await asOwner('SELECT count(*) AS n, count(*) FILTER (WHERE part_id = $1) AS egne FROM overblik', [foerste])
  // A kept folder that another bench has filled needs no more than the citizens who are looked at.
  if (Number(har?.['egne']) === 0) {
    await registerAlle(system.db, ...borgerMed(foerste))
    await clone(asOwner, foerste, 'unnest($2::uuid[]) AS ny (part)', [parter.slice(1)])
    const gange = Math.max(0, Math.ceil((raekker - Number(har?.['n'])) / TING_PR_BORGER) - borgere)
    // In pieces, so that a row of the log that the database keeps meanwhile can go as they come.
    const STYKKE = 2_000
    for (let fra = 0; fra < gange; fra += STYKKE)
      await clone(
        asOwner,
        foerste,
        `(SELECT md5('kopi ' || g)::uuid AS part FROM generate_series($2::int, $3::int) AS g) AS ny`,
        [fra + 1, Math.min(gange, fra + STYKKE)],
      )
    await asOwner('VACUUM ANALYZE overblik')
    await asOwner('CHECKPOINT')
  }
  return parter
}

function clone(asOwner: Anlaeg['asOwner'], af: Uuid, nye: string, vaerdier: readonly unknown[]) {
  return asOwner(
    `INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, modtaget, foerst_modtaget, data, indhold, adgang)
     SELECT ny.part, o.item_id, o.art, o.kommune, o.kle, o.kilde_id, o.sager, o.aendret, o.modtaget, o.foerst_modtaget, o.data, o.indhold, o.adgang
     FROM overblik o, ${nye} WHERE o.part_id = $1 ORDER BY 1, 2`,
    [af, ...vaerdier],
  )
}

/** An employee with several groups of rights, as the pages know one. */
async function logInd({ system }: Anlaeg) {
  const gruppe = (kle: string, foelsomhed: Rettighedsgruppe['foelsomhed']): Rettighedsgruppe => ({
    kommune: KORSBAEK,
    systemroller: ['se', 'kendskab'],
    kle: [kle as KleMoenster],
    foelsomhed,
  })
  const rettigheder = [
    gruppe('27.*', 'FOELSOMME_PERSONOPLYSNINGER'),
    gruppe('32.*', 'FORTROLIGE_PERSONOPLYSNINGER'),
    gruppe('28.09.*', 'VIP_SAGER'),
  ]
  const hvem = { id: newUuid(), cvr: KORSBAEK, navn: 'Karen Lund', rettigheder, enheder: [], roller: ['sagsbehandler' as const] }
  await tildelRolle(system, {
    cvr: hvem.cvr,
    medarbejder: hvem.id,
    navn: hvem.navn,
    rolle: 'sagsbehandler',
    af: 'bench',
    begrundelse: 'Til målingen',
  })
  const session = await startMedarbejdersession(system, {
    ...hvem,
    organisation: 'Korsbæk',
    loa: 'Substantial',
    forrige: undefined,
  })
  const [cookie = ''] = medarbejdersessionCookie(system, session).split(';')
  return { cookie, hvem: { ...hvem, session: session.id } }
}

async function measure(anlaeg: Anlaeg, parter: readonly Uuid[]): Promise<Maal[]> {
  const { cookie, hvem } = await logInd(anlaeg)
  const besoeg: string[] = []
  for (const part of parter) {
    const svar = await startBesoeg(anlaeg.system, hvem, { part, formaal: 'henvendelse' })
    if (!svar.ok) throw new Error(`The visit was refused: ${svar.afvisning}`)
    besoeg.push(svar.value.besoeg)
  }
  const server = await anlaeg.startServer('varig')
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const hent = async (id: string, fane: string): Promise<number> => {
    const fra = performance.now()
    const svar = await send(server.url, `/kommune/borger/${id}?fane=${fane}`, { headers: { cookie } }, agent)
    const ms = performance.now() - fra
    if (svar.status !== 200 || !svar.tekst.includes('bb-tinglink'))
      throw new Error(`The page ${fane} was answered ${svar.status}`)
    return ms
  }
  // The program is warmed up, as one that has run for a day is, on citizens that are not measured; each of those that are is read for the first time.
  for (let runde = 0; runde < 8; runde++) for (const fane of FANER) for (const id of besoeg.slice(0, 5)) await hent(id, fane)
  const maal: Maal[] = []
  for (const fane of FANER) {
    const tider: number[] = []
    const cpu = async () => cpuSekunder([server.pid, ...(await databasePider(anlaeg))])
    const runder: number[] = []
    for (let runde = 0; runde < Number(valg.runder); runde++) {
      const foer = await cpu()
      for (const id of besoeg.slice(5)) tider.push(await hent(id, fane))
      runder.push((1000 * ((await cpu()) - foer)) / besoeg.slice(5).length)
    }
    maal.push(toMaal(`${fane}, én ad gangen`, tider, runder))
  }
  // Told beside the others; on a machine that others use too, some of it may be answered that it must wait.
  const samtidige = await Promise.all([0, 1, 2, 3].map((i) => hentAlle(besoeg.slice(5), i, hent)))
  const [svarede, maatteVente] = [samtidige.flatMap(({ tider }) => tider), samtidige.reduce((sum, { nej }) => sum + nej, 0)]
  maal.push(toMaal(`sager, fire ad gangen (${maatteVente} måtte vente)`, svarede))
  agent.destroy()
  await server.stop()
  return maal
}

async function hentAlle(besoeg: readonly string[], forskudt: number, hent: (id: string, fane: string) => Promise<number>) {
  const tider: number[] = []
  let nej = 0
  for (const [i] of besoeg.entries()) {
    const ms = await hent(besoeg[(i + forskudt * 7) % besoeg.length] ?? '', 'sager').catch(() => undefined)
    if (ms === undefined) nej++
    else tider.push(ms)
  }
  return { tider, nej }
}

/**
 * The target is on the processor time that a page takes of server and database together, in the round that took least: who shares the processor's caches
 * makes the same work take longer. With `ur` it is on what 19 of 20 pages took by the clock.
 */
function toMaal(hvad: string, tider: readonly number[], runder: readonly number[] = []): Maal {
  const sorteret = tider.toSorted((a, b) => a - b)
  const ved = (andel: number) => sorteret[Math.min(sorteret.length - 1, Math.floor(sorteret.length * andel))] ?? 0
  const ms = (andel: number) => `${ved(andel).toFixed(0)} ms`
  const tal = `p50 ${ms(0.5)}, p95 ${ms(0.95)}, længst ${ms(1)} (${tider.length} sider)`
  if (runder.length === 0) return { hvad, tal, forhold: ved(0.5), detaljer: sorteret }
  const cpuMs = Math.min(...runder)
  const [maalt, enhed] = valg.ur ? [ved(0.95), ' ms (p95)'] : [cpuMs, ' ms processortid']
  return {
    hvad,
    tal: `${tal}, ${runder.map((ms) => ms.toFixed(0)).join('/')} ms processortid`,
    forhold: maalt,
    krav: hoejst(maalt, HOEJST_MS, enhed),
    detaljer: sorteret,
  }
}
