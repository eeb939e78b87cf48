import type { Uuid } from '#kernel'
import type { Database, Transaktion } from '#platform/database'
import { type Afvigelsesslags, findRaekkeside, findSide, guessAntal, type Raekkenoegle, readOneInstant } from './genopbyg.sql.ts'
import { type Billede, FOER_ALLE, type Laes, readBillede, readSande } from './genopbyg-billede.ts'
import { addKanter, findMangler, mendObjekter, type OnRettet } from './genopbyg-ret.ts'
import { type Afhaengighed, afhaengighederAf } from './objekt.ts'

export type { RegistreringRaekke } from './genopbyg.sql.ts'
export type { Rettelse } from './genopbyg-ret.ts'

export type Genopbygningsvalg = {
  /** True: what differs is put right, a few objects at a time in the locks of an intake. False: nothing is changed and nobody waits. */
  readonly ret: boolean
  /** How many objects are in memory at a time, unless they are large. */
  readonly side?: number
  /** How many differences are listed; all are counted. */
  readonly hoejst?: number
  readonly onProgress?: (trin: Genopbygningstrin, antal: number) => void
  readonly onRettet?: OnRettet
  /** Stops after the page that is being read. */
  readonly signal?: AbortSignal
}
export type Genopbygningstrin = 'registreringer' | 'overblik' | 'sammenligning'

/** One row that is not as the registrations say. The key is an id, or two. */
export type Afvigelse = {
  readonly tabel: 'objekt' | 'afhaengighed' | 'overblik'
  readonly noegle: readonly Uuid[]
  readonly slags: Afvigelsesslags
  /** The object that it is about: the only one of the ids that says nothing of a person. */
  readonly objekt: Uuid
}

export type Genopbygning = {
  readonly objekter: number
  readonly raekker: number
  /** Where the current state was not what the registrations give, by id alone. */
  readonly afvigelser: readonly Afvigelse[]
  readonly antalAfvigelser: number
  /** How many times an object was put right; one may be, of what it declares first and of its rows after. */
  readonly rettede: number
  /** True where so many dependences were missing that what follows from some of them was not looked for. */
  readonly ufuldstaendig: boolean
  readonly afbrudt: boolean
}

/**
 * Builds objekt, afhaengighed and overblik anew from the registrations alone, page by page in the order of the objects' ids, and compares: they
 * must be equal. Each page is read as of one instant of its own, in which every delivery is either whole or not there: so deliveries go on, and
 * nothing waits. What differs is read again in the locks before it is put right. Memory is bounded by the page, whatever the number of
 * registrations. `laes` opens a registration's sealed content and reads it; what it throws is thrown on. May be cut off anywhere and done again.
 */
export async function genopbyg(db: Database, laes: Laes, valg: Genopbygningsvalg): Promise<Genopbygning> {
  const koersel = createKoersel(db, laes, valg)
  // First all that is declared, so that what an object takes facts from is known when its rows are worked out.
  await koersel.eachSide('registreringer', (ider) => checkErklaerede(koersel, ider))
  await koersel.eachSide('overblik', (ider) => checkObjekter(koersel, ider))
  // Last the rows that no object's own row tells of: they are found by looking at every row.
  await checkUkendteRaekker(koersel)
  return koersel.resultat
}

/** About how many there are to look at, for showing how far it is. */
export async function guessOmfang(db: Database): Promise<Readonly<Record<Genopbygningstrin, number>>> {
  const [[antal]] = await db.readBatch({ rolle: 'modtagelse' }, [guessAntal()])
  const { objekter, raekker } = antal ?? { objekter: 0, raekker: 0 }
  return { registreringer: objekter, overblik: objekter, sammenligning: raekker }
}

/** How much sealed content is read at a time, beside what it stands on. */
const SIDE_BYTES = 8 << 20
const HOEJST_MANGLENDE = 200_000

type Koersel = ReturnType<typeof createKoersel>

function createKoersel(db: Database, laes: Laes, valg: Genopbygningsvalg) {
  const { ret, side = 500, hoejst = 1000, signal, onProgress = () => undefined, onRettet = async () => undefined } = valg
  const afvigelser: Afvigelse[] = []
  const resultat = { objekter: 0, raekker: 0, afvigelser, antalAfvigelser: 0, rettede: 0, ufuldstaendig: false, afbrudt: false }
  const read = <T>(work: (tx: Transaktion) => Promise<T>): Promise<T> =>
    db.transaction({ rolle: 'modtagelse' }, async (tx) => {
      await tx.run(readOneInstant())
      return work(tx)
    })
  const goOn = (): boolean => {
    if (signal?.aborted) resultat.afbrudt = true
    return !resultat.afbrudt
  }
  return {
    ret,
    side,
    laes,
    resultat,
    onProgress,
    read,
    goOn,
    rettedeps: { db, laes, onRettet },
    /** Dependences that are declared and do not stand, by the object that they are missing for. */
    manglende: new Map<Uuid, Uuid[]>(),
    report: (fundne: readonly Afvigelse[]) => {
      resultat.antalAfvigelser += fundne.length
      afvigelser.push(...fundne.slice(0, Math.max(0, hoejst - afvigelser.length)))
    },
    eachSide: async (trin: 'registreringer' | 'overblik', work: (ider: readonly Uuid[]) => Promise<void>) => {
      for (let efter = FOER_ALLE; goOn(); ) {
        const naeste = cutAt(await read((tx) => tx.run(findSide(efter, side))))
        const sidste = naeste.at(-1)
        if (!sidste) return
        await work(naeste)
        efter = sidste
        onProgress(trin, naeste.length)
      }
    },
  }
}

/** As many as are not too large together; one at least. */
function cutAt(fundne: readonly { readonly id: Uuid; readonly bytes: number }[]): Uuid[] {
  let bytes = 0
  const ider: Uuid[] = []
  for (const led of fundne) {
    bytes += led.bytes
    if (ider.length > 0 && bytes > SIDE_BYTES) break
    ider.push(led.id)
  }
  return ider
}

async function checkErklaerede(koersel: Koersel, ider: readonly Uuid[]): Promise<void> {
  const { antal, mangler, erklaerere } = await koersel.read(async (tx) => {
    const sande = await readSande(tx, koersel.laes, ider)
    const alle = [...sande.values()].map(({ objekt }) => ({ id: objekt.id, kanter: afhaengighederAf(objekt) }))
    const fundne = await findMangler(tx, uniqueKanter(alle.flatMap((led) => led.kanter)))
    const noegler = new Set(fundne.map(keyOf))
    const skyldige = alle.filter((led) => led.kanter.some((kant) => noegler.has(keyOf(kant)))).map((led) => led.id)
    return { antal: sande.size, mangler: fundne, erklaerere: skyldige }
  })
  koersel.resultat.objekter += antal
  // Both ends may declare one that is missing, each on a page of its own.
  const nye = mangler.filter((kant) => !koersel.manglende.get(kant.objekt)?.includes(kant.af))
  koersel.report(
    nye.map((kant) => ({ tabel: 'afhaengighed', noegle: [kant.af, kant.objekt], slags: 'mangler', objekt: kant.objekt })),
  )
  if (koersel.ret) koersel.resultat.rettede += await addKanter(koersel.rettedeps, erklaerere)
  else keepManglende(koersel, nye)
}

function keepManglende({ manglende, resultat }: Koersel, kanter: readonly Afhaengighed[]): void {
  for (const { af, objekt } of kanter) {
    if (manglende.size >= HOEJST_MANGLENDE) resultat.ufuldstaendig = true
    else manglende.set(objekt, [...(manglende.get(objekt) ?? []), af])
  }
}

const keyOf = (kant: Afhaengighed): string => `${kant.af} ${kant.objekt}`
const uniqueKanter = (kanter: readonly Afhaengighed[]): Afhaengighed[] => [
  ...new Map(kanter.map((kant) => [keyOf(kant), kant])).values(),
]

async function checkObjekter(koersel: Koersel, ider: readonly Uuid[]): Promise<void> {
  const manglende = (id: Uuid) => koersel.manglende.get(id) ?? []
  const billede = await koersel.read((tx) => readBillede(tx, koersel.laes, ider, { manglende }))
  koersel.resultat.raekker += billede.raekker.length
  koersel.report(toAfvigelser(billede))
  const skaeve = [
    ...billede.objektafvigelser.map((led) => led.id),
    ...billede.raekkeafvigelser.map((led) => led.item),
    ...billede.loeseKanter.map((kant) => kant.objekt),
  ]
  if (koersel.ret && skaeve.length > 0)
    koersel.resultat.rettede += await mendObjekter(koersel.rettedeps, [...new Set(skaeve)].sort(), billede.loeseKanter)
}

const toAfvigelser = ({ objektafvigelser, raekkeafvigelser, loeseKanter }: Billede): Afvigelse[] => [
  ...objektafvigelser.map(({ id, slags }) => ({ tabel: 'objekt' as const, noegle: [id], slags, objekt: id })),
  ...loeseKanter.map(({ af, objekt }) => ({
    tabel: 'afhaengighed' as const,
    noegle: [af, objekt],
    slags: 'overskydende' as const,
    objekt,
  })),
  ...raekkeafvigelser.map(toRaekkeafvigelse),
]

const toRaekkeafvigelse = ({ part, item, slags }: Raekkenoegle & { readonly slags: Afvigelsesslags }): Afvigelse => ({
  tabel: 'overblik',
  noegle: [part, item],
  slags,
  objekt: item,
})

const RAEKKER_PR_OBJEKT = 4

async function checkUkendteRaekker(koersel: Koersel): Promise<void> {
  const antal = koersel.side * RAEKKER_PR_OBJEKT
  for (let efter: Raekkenoegle = { part: FOER_ALLE, item: FOER_ALLE }; koersel.goOn(); ) {
    const { raekker, fundne } = await koersel.read((tx) => findUkendte(tx, koersel, efter, antal))
    const sidste = raekker.at(-1)
    if (!sidste) return
    koersel.report(fundne.map((led) => toRaekkeafvigelse({ ...led, slags: 'overskydende' })))
    if (koersel.ret && fundne.length > 0) {
      const ider = [...new Set(fundne.map((led) => led.item))].sort()
      koersel.resultat.rettede += await mendObjekter(koersel.rettedeps, ider, [], fundne)
    }
    efter = sidste
    koersel.onProgress('sammenligning', raekker.length)
  }
}

/** A page of rows, and those of them that neither the item's own row nor its registrations tell of. */
async function findUkendte(tx: Transaktion, koersel: Koersel, efter: Raekkenoegle, antal: number) {
  const raekker = await tx.run(findRaekkeside(efter, antal))
  const ukendte = raekker.filter((led) => !led.kendt)
  if (ukendte.length === 0) return { raekker, fundne: [] }
  const manglende = (id: Uuid) => koersel.manglende.get(id) ?? []
  const ider = [...new Set(ukendte.map((led) => led.item))]
  const { objekter } = await readBillede(tx, koersel.laes, ider, { manglende })
  return { raekker, fundne: ukendte.filter((led) => !objekter.get(led.item)?.raekker.includes(led.part)) }
}
