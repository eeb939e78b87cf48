import type { Beroert } from '#afstemning/livstegn'
import { lockRegion, type NyRegistrering, register } from '#indeks'
import type { Uuid } from '#kernel'
import { resolveParter } from '#part'
import type { Transaktion } from '#platform/database'
import { collectPartsnumre, laesElement } from '../laesning/index.ts'
import { indBrud } from '../regler/index.ts'
import { type Afvist, keepAfviste } from './afviste.ts'
import { toBeroerte, touch } from './beroerte.ts'
import type { Import, KontrolleretLinje, Opdatering, Sletning } from './check-linje.ts'
import { fjern } from './fjern.ts'
import { type Forberedt, toImport } from './forbered.ts'
import { insertKvitteringer, insertUdbakke, type NyHaendelse, settleAfvisninger } from './leverance.sql.ts'
import { type Leveret, recordLeverede } from './leverede.ts'
import { keepNotatvalg } from './notatvalg.ts'
import { type Flettet, mergeLinjer } from './opdater.ts'
import type { Resultat } from './resultat.ts'
import { type Findbart, keepSoegeord } from './soegeord.ts'
import { toTrin } from './trin.ts'
import { type Kvittering, type Leverance, linjeHash, type Modtagelsesdeps, stedOf } from './typer.ts'
import { isUdenfor } from './udenfor.ts'

type Godkendt = Import | Opdatering | Sletning

type Registreringer = Forberedt['registreringer']

/** What was kept of a batch, and whose proofs that breaks: for the caller to record when all else in the transaction is done. */
type Gemt = { readonly kvitteringer: Kvittering[]; readonly beroerte: readonly Beroert[] }

/** Keeps a batch of checked lines, passed or refused, with receipts, refusals, coverage and outbox, in the caller's transaction. */
export async function gem(
  tx: Transaktion,
  deps: Modtagelsesdeps,
  leverance: Leverance,
  linjer: readonly KontrolleretLinje[],
  registreringer: Registreringer,
): Promise<Gemt> {
  const { resultater, beroerte, skrevet } = await writeLinjer(tx, deps, leverance, linjer.filter(isGodkendt), registreringer)
  const afviste = linjer.flatMap((linje): Afvist[] => {
    const brud = findBrud(linje, resultater.get(linje.linje))
    return brud ? [{ linje, brud }] : []
  })
  const godtagne = linjer.filter(isGodkendt).filter((linje) => !findBrud(linje, resultater.get(linje.linje)))
  const kvitteringer = linjer.map((linje) => toKvittering(linje, resultater.get(linje.linje)))
  const [afvistes] = await Promise.all([
    keepAndSettle(tx, deps, leverance, { afviste, godtagne, resultater }),
    skrevet,
    recordLeverede(tx, leverance, ...toLeverede([...resultater.values()]), deps),
    announce(tx, godtagne, resultater),
    tx.run(insertKvitteringer(kvitteringer.map((kvittering, i) => toRaekke(deps, leverance, kvittering, linjer[i]?.raa ?? '')))),
  ])
  return { kvitteringer, beroerte: [...toBeroerte(leverance.kilde, resultater.values()), ...beroerte, ...afvistes] }
}

type Resultater = ReadonlyMap<number, Resultat>

type Afgjort = { readonly afviste: readonly Afvist[]; readonly godtagne: readonly Godkendt[]; readonly resultater: Resultater }

/** In the order of the lines: an object taken in settles what was refused of it before, not what is refused of it after. */
async function keepAndSettle(
  tx: Transaktion,
  deps: Modtagelsesdeps,
  leverance: Leverance,
  afgjort: Afgjort,
): Promise<readonly Beroert[]> {
  const { afviste, godtagne, resultater } = afgjort
  const fulgte = afviste.filter(({ linje }) => isFulgt(linje, godtagne))
  const foer = await keepAfviste(tx, deps, leverance, fulgte)
  await settle(tx, leverance, godtagne, resultater)
  const efter = await keepAfviste(
    tx,
    deps,
    leverance,
    afviste.filter((led) => !fulgte.includes(led)),
  )
  return [...foer, ...efter]
}

const isFulgt = ({ linje, beroerer }: KontrolleretLinje, godtagne: readonly Godkendt[]): boolean =>
  beroerer.objekt !== undefined && godtagne.some((godtagen) => godtagen.id === beroerer.objekt && godtagen.linje > linje)
const isGodkendt = (linje: KontrolleretLinje): linje is Godkendt => linje.brud.length === 0

/** What became of each line, and the writing of the last of it, which goes on while receipts are made: waited for before anything is said. */
type Skrivning = {
  readonly resultater: Resultater
  /** What was there already and was changed by it: other sources' too. */
  readonly beroerte: readonly Beroert[]
  readonly skrevet: Promise<unknown>
}

/** Does what the lines ask for, step by step. */
async function writeLinjer(
  tx: Transaktion,
  deps: Modtagelsesdeps,
  leverance: Leverance,
  linjer: readonly Godkendt[],
  registreringer: Registreringer,
): Promise<Skrivning> {
  const uforberedte = linjer.filter((linje) => !registreringer.has(linje))
  const parter = await resolveParter(tx, deps.noegler, uforberedte.flatMap(toPartsnumre))
  const omgjorte = await keepNotatvalg(tx, deps, linjer.filter(isImport))
  const importer = new Map(
    linjer.filter(isImport).map((linje) => {
      const omgjort = omgjorte.get(linje)
      return [linje, (omgjort ? undefined : registreringer.get(linje)) ?? toImport(deps, leverance, omgjort ?? linje, parter)]
    }),
  )
  const trin = toTrin(linjer)
  if (trin.length > 1 || trin.some(([foerste]) => foerste?.operation !== 'importer'))
    await lockAlle(tx, deps, linjer, [...importer.values()])
  const resultater = new Map<number, Resultat>()
  const beroerte: Beroert[] = []
  const findbare: Findbart[] = []
  let skrevet: Promise<unknown> = Promise.resolve()
  for (const led of trin) {
    const nye = led.filter(isImport).flatMap((linje) => {
      const ny = importer.get(linje)
      return ny ? [{ linje, ny }] : []
    })
    // Where it failed that is what is told of, and not that nothing can be done after it.
    await skrevet
    const aendrede = await toAendrede(tx, deps, leverance, led.filter(isOpdatering), { parter, resultater })
    const registreret = await registerAlle(tx, leverance, [...nye, ...aendrede], resultater)
    skrevet = registreret.skrevet
    for (const et of registreret.beroerte) beroerte.push(et)
    findbare.push(registreret.findbart)
    for (const linje of led.filter(isSletning)) resultater.set(linje.linje, await fjern(tx, leverance, linje))
  }
  const findbart = { steder: findbare.flatMap(({ steder }) => steder), sager: findbare.flatMap(({ sager }) => sager) }
  const alt = Promise.all([skrevet, keepSoegeord(tx, deps.noegler, findbart)])
  // What goes wrong is told to whoever waits for it.
  alt.catch(() => undefined)
  return { resultater, beroerte, skrevet: alt }
}

const isImport = (linje: Godkendt): linje is Import => linje.operation === 'importer'
const isOpdatering = (linje: Godkendt): linje is Opdatering => linje.operation === 'opdater'
const isSletning = (linje: Godkendt): linje is Sletning => linje.operation === 'fjern'

const toPartsnumre = (linje: Godkendt) =>
  linje.operation === 'fjern' ? [] : collectPartsnumre(linje.operation === 'importer' ? linje.element : linje.aendring)

/**
 * Takes the locks of all the steps at once, in order: one that took more for each step could wait for somebody who waits for it. What a
 * change names is locked too; the objects that it stands on already are reached from itself.
 */
async function lockAlle(
  tx: Transaktion,
  { roller }: Modtagelsesdeps,
  linjer: readonly Godkendt[],
  importer: readonly NyRegistrering[],
): Promise<void> {
  const objekter = [
    ...importer.map(({ objekt }) => objekt),
    ...linjer.filter(isOpdatering).map((led) => laesElement(led.aendring, roller)),
  ]
  await lockRegion(
    tx,
    objekter,
    linjer.map(({ id }) => id),
  )
}

type Ny = { readonly linje: Godkendt; readonly ny: NyRegistrering }

async function registerAlle(
  tx: Transaktion,
  { kilde }: Leverance,
  nye: readonly Ny[],
  resultater: Map<number, Resultat>,
): Promise<Pick<Skrivning, 'skrevet' | 'beroerte'> & { readonly findbart: Findbart }> {
  const { udfald, kommuner, beroerte, steder, skrevet } = await register(
    tx,
    nye.map(({ ny }) => ny),
    // A source could else draw over what is not its own any more to where it may deliver.
    (nu, grundlag) => !isUdenfor(kilde, nu, grundlag),
  )
  for (const [i, { linje, ny }] of nye.entries()) {
    const et = udfald[i]
    if (et === 'aendret' || et === 'historik' || et === 'uaendret')
      resultater.set(linje.linje, { udfald: et, ny, kommune: kommuner[i] })
    else if (et) resultater.set(linje.linje, { brud: [indBrud(et, '')] })
  }
  return {
    beroerte: touch(
      beroerte,
      nye.map(({ ny }) => ny.tidspunkt),
    ),
    findbart: { steder, sager: nye.flatMap(({ ny }, i) => (udfald[i] === 'aendret' ? [ny] : [])) },
    skrevet,
  }
}

/** The changes that could be merged into something new. What became of the others is put among the results. */
async function toAendrede(
  tx: Transaktion,
  deps: Modtagelsesdeps,
  leverance: Leverance,
  linjer: readonly Opdatering[],
  { parter, resultater }: { readonly parter: ReadonlyMap<string, Uuid>; readonly resultater: Map<number, Resultat> },
): Promise<Ny[]> {
  if (linjer.length === 0) return []
  const flettede = await mergeLinjer(tx, deps, leverance, linjer, parter)
  return linjer.flatMap((linje, i) => {
    const flettet = flettede[i] as Flettet
    if ('brud' in flettet) resultater.set(linje.linje, flettet)
    else if (flettet.uaendret) resultater.set(linje.linje, { udfald: 'uaendret', ny: flettet.ny })
    else return [{ linje, ny: flettet.ny }]
    return []
  })
}

/** The breaches of a refused line: its own, or what the index found. */
function findBrud(linje: KontrolleretLinje, resultat: Resultat | undefined): Afvist['brud'] | undefined {
  if (!isGodkendt(linje)) return linje.brud
  return resultat && 'brud' in resultat ? resultat.brud : undefined
}

/** What came, which shows that the source is alive also where it changed nothing; and what of it is current now. */
function toLeverede(resultater: readonly Resultat[]): [Leveret[], Leveret[]] {
  const nye = resultater.flatMap((led) => ('ny' in led ? [led] : []))
  const fjernede = resultater.flatMap((led) => ('fjernede' in led ? led.fjernede : [])).map(({ gaeldende }) => gaeldende)
  return [[...nye.map(({ ny }) => ny), ...fjernede], nye.filter(({ udfald }) => udfald === 'aendret').map(({ ny }) => ny)]
}

async function settle(
  tx: Transaktion,
  leverance: Leverance,
  godtagne: readonly Godkendt[],
  resultater: Resultater,
): Promise<void> {
  if (godtagne.length === 0) return
  const accepterede = godtagne.flatMap(({ id, tidspunkt, operation, linje }) => {
    const resultat = resultater.get(linje)
    if (!resultat || 'brud' in resultat) return []
    if ('ny' in resultat) {
      // A change says nothing of what an earlier line was to change, only of what came with its own Tidspunkt.
      const [fra, hel] = operation === 'opdater' ? [tidspunkt, false] : [undefined, true]
      return [{ objekt: id, fra, tidspunkt, aendret: hel && resultat.udfald === 'aendret' }]
    }
    const ider = [id, ...resultat.fjernede.map(({ gaeldende }) => gaeldende.objekt.id)]
    return [...new Set(ider)].map((objekt) => ({ objekt, fra: undefined, tidspunkt, aendret: true }))
  })
  await tx.run(settleAfvisninger(leverance.kilde.id, accepterede))
}

/** What has become different, for those who are to be told. */
async function announce(tx: Transaktion, godtagne: readonly Godkendt[], resultater: Resultater): Promise<void> {
  const haendelser = godtagne.flatMap((linje): readonly NyHaendelse[] => {
    const resultat = resultater.get(linje.linje)
    if (!resultat || 'brud' in resultat) return []
    if ('fjernede' in resultat)
      return resultat.fjernede.map(({ gaeldende: { objekt, art, master } }) => ({
        objekt: objekt.id,
        tidspunkt: resultat.tidspunkt,
        art,
        haendelse: 'fjernet',
        master,
        kommune: objekt.kommune,
        kle: objekt.kle,
        udenNotifikation: isTavs(linje),
      }))
    if (resultat.udfald !== 'aendret') return []
    const { objekt, tidspunkt, master } = resultat.ny
    const haendelse = linje.operation === 'opdater' ? 'opdateret' : 'importeret'
    const { id, art, kommune, kle } = objekt
    return [{ objekt: id, tidspunkt, art, haendelse, master, kommune, kle, udenNotifikation: isTavs(linje) }]
  })
  if (haendelser.length > 0) await tx.run(insertUdbakke(haendelser))
}

function isTavs(linje: Godkendt): boolean {
  if (linje.operation === 'importer') return linje.element.udenNotifikation === true
  return (linje.operation === 'opdater' ? linje.aendring : linje.fjernelse).udenNotifikation === true
}

function toKvittering(linje: KontrolleretLinje, resultat: Resultat | undefined): Kvittering {
  const brud = findBrud(linje, resultat)
  if (brud) return { linje: linje.linje, id: linje.beroerer.objekt, udfald: 'afvist', brud }
  return {
    linje: linje.linje,
    id: linje.beroerer.objekt,
    udfald: resultat && isUaendret(resultat) ? 'uaendret' : 'modtaget',
    brud: linje.operation === 'importer' && 'varsler' in linje ? (linje.varsler ?? []) : [],
  }
}

const isUaendret = (resultat: Resultat): boolean =>
  'fjernede' in resultat ? resultat.fjernede.length === 0 : 'udfald' in resultat && resultat.udfald === 'uaendret'

const toRaekke = (deps: Modtagelsesdeps, leverance: Leverance, { linje, id, udfald, brud }: Kvittering, raa: string) => ({
  ...stedOf(leverance, linje),
  linje_hash: linjeHash(deps, raa),
  objekt_id: id ?? null,
  udfald,
  brud: brud.length > 0 ? brud : null,
})
