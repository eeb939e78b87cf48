import { availableParallelism, loadavg } from 'node:os'
import { createFortegnelse, type Fortegnelse, type Objektversion } from '../../../klient/src/fortegnelse.ts'
import { createForloeb } from '../../../src/afstemning/fortegnelse/index.ts'
import { sortedDigests } from '../../../src/afstemning/trae/digest.ts'
import { createSammenligning, digestOf, type Knudesvar, type Version } from '../../../src/afstemning/trae/index.ts'
import { digestsInMemory } from '../../../src/afstemning/trae/knude.ts'
import { cvrNummer, tidspunkt, type Uuid, uuid, uuidFromName } from '../../../src/kernel/index.ts'
import { openAnlaeg } from '../../bench/anlaeg.ts'
import type { Bevislinje, Bevisudfald } from '../linje.ts'

/** One object of so many differs. */
const EN_AF = 10_000
const HOEJST_ANDEL = 0.02
const HOEJST_MS = 5_000
const NAVNERUM = uuid('7c1b4c36-6d62-4d0b-9a0f-3a3b8f0d2f11')
const START = Date.UTC(2020, 0, 1)

/** Where others use the machine too, what the comparison itself used is what it takes on a machine of its own: it has one thread. */
const isOptaget = (): boolean => (loadavg()[0] ?? 0) > availableParallelism()
const belastning = (): string => `the machine's load ${loadavg()[0]?.toFixed(1)}`
const sek = (ms: number): string => `${(ms / 1000).toFixed(2)} s`

/** Object number `nr`. Ids that look made at random, times over years. */
const version = (nr: number, senere = 0): Version => ({
  id: uuidFromName(NAVNERUM, String(nr)),
  tidspunkt: tidspunkt(new Date(START + nr * 137_000 + senere)),
})

/** Two sets of about `antal` that differ in one of ten thousand: a third only in one, a third only in the other, the rest with another time. */
function makeMaengder(antal: number) {
  const forskelle = Math.max(3, Math.round(antal / EN_AF))
  const kun = Math.floor(forskelle / 3)
  const faelles = Array.from({ length: antal - kun }, (_, nr) => version(nr))
  const spredt = (led: number): number => Math.floor((led + 0.5) * (faelles.length / forskelle))
  const aendrede = Array.from({ length: forskelle - 2 * kun }, (_, led) => spredt(led * 2))
  const her = [...faelles, ...Array.from({ length: kun }, (_, led) => version(antal + led))]
  const hos = [...faelles, ...Array.from({ length: kun }, (_, led) => version(antal + 1_000 + led))]
  for (const nr of aendrede) hos[nr] = version(nr, 60_000)
  const kunHer = [...her.slice(faelles.length), ...aendrede.map((nr) => version(nr))].map(digestOf).sort()
  const kunHos = [...hos.slice(faelles.length), ...aendrede.map((nr) => version(nr, 60_000))].map(digestOf).sort()
  return { her, hos, kunHer, kunHos, forskelle, kun }
}

const toListe = (versioner: readonly Version[]): Objektversion[] => versioner.map((led) => [led.id, led.tidspunkt])

/** Carries the messages as JSON text, as on the wire, and counts both ways. */
async function carry(
  fortegnelse: Fortegnelse,
  start: (rod: { antal: number; hash: string }) => ReturnType<typeof createSammenligning<Version>>,
) {
  const rod = await fortegnelse.knude('')
  let [bytes, beskeder] = [JSON.stringify(rod).length, 1]
  const sammenligning = start(rod)
  for (;;) {
    const spoergsmaal = JSON.stringify(sammenligning.spoergsmaal())
    bytes += spoergsmaal.length
    const { spoerg, objekter } = JSON.parse(spoergsmaal) as { spoerg: string[]; objekter: string[] }
    if (spoerg.length + objekter.length === 0) return { bytes, beskeder, fund: sammenligning.fund() }
    const noder: unknown[] = []
    for (const p of spoerg) noder.push({ p, ...(await fortegnelse.knude(p)) })
    for (const p of objekter) noder.push({ p, objekter: fortegnelse.objekter(p) })
    const svar = JSON.stringify({ noder })
    bytes += svar.length
    beskeder++
    const laest = JSON.parse(svar) as {
      noder: ({ p: string; antal: number; hash: string } | { p: string; objekter: [Uuid, string][] })[]
    }
    const taget = sammenligning.tag(
      laest.noder.map(
        (led): Knudesvar<Version> =>
          'objekter' in led ? { p: led.p, objekter: led.objekter.map(([id, tid]) => ({ id, tidspunkt: tidspunkt(tid) })) } : led,
      ),
    )
    if (!taget.ok) throw new Error(taget.afvisning)
  }
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((led, i) => led === b[i])

async function compareTo(antal: number): Promise<Bevisudfald> {
  const { her, hos, kunHer, kunHos, forskelle, kun } = makeMaengder(antal)
  const hele = toListe(hos)
  const helefortegnelse = hele.reduce((sum, led) => sum + JSON.stringify(led).length + 1, 0)
  const processorFoer = process.cpuUsage()
  const foer = performance.now()
  const raekke = digestsInMemory(sortedDigests(her))
  const vores = performance.now()
  const fortegnelse = await createFortegnelse(hele)
  const kildens = performance.now()
  const { bytes, beskeder, fund } = await carry(fortegnelse, (rod) => createSammenligning<Version>(raekke, rod))
  const slut = performance.now()
  const { user, system } = process.cpuUsage(processorFoer)
  const processor = (user + system) / 1000
  const fundet = isSame([...fund.kunHer].sort(), kunHer) && isSame(fund.kunHosKilden.map(digestOf).sort(), kunHos)
  const andel = bytes / helefortegnelse
  return {
    ok: fundet && andel < HOEJST_ANDEL && Math.min(slut - foer, isOptaget() ? processor : Number.POSITIVE_INFINITY) < HOEJST_MS,
    set: [
      `${her.length.toLocaleString('en')} against ${hos.length.toLocaleString('en')} objects: ${fundet ? 'exactly' : 'NOT exactly'} the ${forskelle} differences (${kun} only here, ${kun} only there, ${forskelle - 2 * kun} of another time)`,
      `${bytes.toLocaleString('en')} bytes both ways in ${beskeder} messages: ${(andel * 100).toFixed(2)} % of the whole inventory's ${helefortegnelse.toLocaleString('en')}`,
      `${sek(slut - foer)} in all (our picture ${sek(vores - foer)}, the source's ${sek(kildens - vores)}, the messages ${sek(slut - kildens)}), of processor time ${sek(processor)}; ${belastning()}`,
    ],
  }
}

const KILDE = {
  id: uuid('a0000000-0000-4000-8000-00000000000a'),
  navn: 'Kastanje Sag',
  slags: 'esdh',
  kommuner: [cvrNummer('11111111')],
  kle: [],
  klientId: undefined,
  rytmeTimer: 24,
  spaerret: undefined,
} as const

/** A fourth of the objects are notes, which have no municipality of their own. */
const FYLD = `INSERT INTO objekt (objekt_id, art, master, kilde_id, tidspunkt, kommune, kle, hash, parter, data)
  SELECT n.id, CASE WHEN n.nr % 4 = 3 THEN 'journalnotat' ELSE 'sag' END, $3, $3, n.tid, CASE WHEN n.nr % 4 = 3 THEN NULL ELSE '11111111' END,
    CASE WHEN n.nr % 4 = 3 THEN NULL ELSE '27.35.04' END, '\\x00', '{}', jsonb_build_object('fyld', repeat('a', 500))
  FROM unnest($1::uuid[], $2::timestamptz[]) WITH ORDINALITY AS n (id, tid, nr)`
const KANTER = `INSERT INTO afhaengighed (af, objekt_id) SELECT n.af, n.objekt FROM unnest($1::uuid[], $2::uuid[]) AS n (af, objekt)`

type Anlaeg = Awaited<ReturnType<typeof openAnlaeg>>

async function fill(anlaeg: Anlaeg, versioner: readonly Version[]): Promise<void> {
  const AD_GANGEN = 40_000
  for (let fra = 0; fra < versioner.length; fra += AD_GANGEN) {
    const del = versioner.slice(fra, fra + AD_GANGEN)
    await anlaeg.asOwner(FYLD, [del.map(({ id }) => id), del.map(({ tidspunkt: tid }) => tid), KILDE.id])
    // Every fourth, by the same count as above, stands on the one before it.
    const notater = del.flatMap(({ id }, i) => (i % 4 === 2 ? [{ id, af: del[i - 1]?.id }] : []))
    await anlaeg.asOwner(KANTER, [notater.map(({ af }) => af ?? null), notater.map(({ id }) => id)])
  }
  for (const tabel of ['objekt', 'afhaengighed']) await anlaeg.asOwner(`ANALYZE ${tabel}`)
}

async function compareToIndeks(antal: number): Promise<Bevisudfald> {
  const { her, hos, forskelle, kun } = makeMaengder(antal)
  const fortegnelse = await createFortegnelse(toListe(hos))
  const anlaeg = await openAnlaeg()
  const forloeb = createForloeb(anlaeg.system)
  try {
    await anlaeg.system.kilder.save(KILDE)
    await fill(anlaeg, her)
    const foer = performance.now()
    let hoejst = process.memoryUsage().rss
    const grund = hoejst
    const maal = setInterval(() => {
      hoejst = Math.max(hoejst, process.memoryUsage().rss)
    }, 20)
    const { antal: deres, hash: rod } = await fortegnelse.knude('')
    const oplyst = { kommune: KILDE.kommuner[0], tidspunkt: anlaeg.system.clock.now(), sendt: deres, antal: deres, rod }
    let svar = await forloeb.start(KILDE, { ...oplyst, udsagn: JSON.stringify(oplyst), signatur: undefined })
    const billede = performance.now()
    while (svar.ok && !svar.value.resultat) {
      const noder: Knudesvar<Version>[] = []
      for (const p of svar.value.spoerg) noder.push({ p, ...(await fortegnelse.knude(p)) })
      for (const p of svar.value.objekter)
        noder.push({ p, objekter: fortegnelse.objekter(p).map(([id, tid]) => ({ id: id as Uuid, tidspunkt: tidspunkt(tid) })) })
      svar = await forloeb.step(KILDE, svar.value.afstemning, noder, JSON.stringify(noder))
    }
    const slut = performance.now()
    clearInterval(maal)
    const fundne = svar.ok ? (svar.value.resultat?.forskelle ?? []) : []
    const tal = (slags: string) => fundne.filter((led) => led.slags === slags).length
    const ens = tal('manglerHer') === kun && tal('manglerHosKilden') === kun && tal('forskellig') === forskelle - 2 * kun
    return {
      ok: ens,
      set: [
        `an index of ${her.length.toLocaleString('en')} objects, a fourth of them notes: ${ens ? 'exactly' : 'NOT exactly'} the ${forskelle} differences, kept with the evidence`,
        `our picture by SQL in ${sek(billede - foer)}, the rest with what it writes in ${sek(slut - billede)}; the process grew by ${Math.round((hoejst - grund) / 1e6)} MB; ${belastning()}`,
      ],
    }
  } finally {
    forloeb.close()
    await anlaeg.close()
  }
}

/** The reconciliation of two indexes that agree in nearly everything. */
export const DAEKNING_AFSTEMNING: readonly Bevislinje[] = [
  {
    navn: 'afstemning',
    paastand:
      'Two indexes of 100,000 objects that differ in 10 (at full size 1,000,000 in 100): exactly those are found, in under 2 % of the bytes of a full inventory, within 5 seconds for both sides together.',
    run: ({ fuld }) => compareTo(fuld ? 1_000_000 : 100_000),
  },
  {
    navn: 'afstemning-indeks',
    paastand: 'The same against an index in the database, whose picture is taken by SQL in bounded memory.',
    run: ({ fuld }) => compareToIndeks(fuld ? 1_000_000 : 50_000),
  },
]
