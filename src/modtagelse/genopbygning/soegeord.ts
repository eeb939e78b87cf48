import { type CvrNummer, type Uuid, uuid } from '#kernel'
import {
  addMissing,
  deleteSoegeord,
  findManglendeSoegeord,
  findParterUdenSoegeord,
  findSoegeordside,
  findUpaakaldte,
  holdSoegeord,
  restoreSoegeord,
  reveal,
  type Soegeord,
  type Soegeordsraekke,
} from '#part'
import type { Noegler } from '#platform/crypto'
import type { Database, Transaktion } from '#platform/database'
import { soegeordForSag } from '../leverance/index.ts'
import { findSager, findSagsside, findSlettedeSager, readOneInstant, type Sagsraekke } from './genopbygning.sql.ts'

export type Soegeordstrin = 'sagsnumre' | 'personer' | 'soegeord'

export type Soegeordsvalg = {
  readonly ret: boolean
  /** How many parts or objects are in memory at a time; of tokens four times as many. */
  readonly side?: number
  readonly onProgress?: ((trin: Soegeordstrin, antal: number) => void) | undefined
  /** Told in the transaction that puts them right. */
  readonly onRettet?: (tx: Transaktion, rettet: { readonly tilfoejet: number; readonly fjernet: number }) => Promise<void>
  readonly signal?: AbortSignal | undefined
}

/** What people and cases are found by, held against what they should be found by: numbers alone, since each is about a person. */
export type Soegeordskontrol = {
  /** Tokens that were looked at. */
  readonly antal: number
  /** Should be there: somebody is not found. */
  readonly manglende: number
  /** Nothing calls for them, and no intake leaves such behind: somebody is found by what is not theirs. */
  readonly overskydende: number
  /** Left behind by intake, of what a case was called or where somebody had something: they lead to nothing that can be seen. No difference. */
  readonly efterladte: number
  readonly rettede: number
  readonly afbrudt: boolean
}

/**
 * Works out anew what parts and cases are found by, page by page, from their own rows alone, and compares; with `ret` adds what is missing and
 * takes away what nothing calls for. The rows are to have been compared with their registrations first. Each page is read as of one instant,
 * so deliveries go on. What is taken away is looked at again while nobody can add a token. Throws Forseglingsfejl for a row that was not
 * sealed with our keys. May be cut off anywhere and done again.
 */
export async function kontrollerSoegeord(db: Database, noegler: Noegler, valg: Soegeordsvalg): Promise<Soegeordskontrol> {
  const koersel = createKoersel(db, noegler, valg)
  await checkSager(koersel)
  await checkParter(koersel)
  // Last: it knows a municipality's token by having met the municipality.
  await checkOverskydende(koersel)
  return koersel.resultat
}

type Koersel = ReturnType<typeof createKoersel>

function createKoersel(db: Database, noegler: Noegler, valg: Soegeordsvalg) {
  const { ret, side = 500, signal, onProgress = () => undefined, onRettet = async () => undefined } = valg
  const resultat = { antal: 0, manglende: 0, overskydende: 0, efterladte: 0, rettede: 0, afbrudt: false }
  const write = async (slags: 'tilfoejet' | 'fjernet', work: (tx: Transaktion) => Promise<number>): Promise<void> => {
    resultat.rettede += await db.transaction({ rolle: 'modtagelse' }, async (tx) => {
      const antal = await work(tx)
      if (antal > 0) await onRettet(tx, { tilfoejet: 0, fjernet: 0, [slags]: antal })
      return antal
    })
  }
  return {
    noegler,
    ret,
    side,
    resultat,
    kommuner: new Set<CvrNummer>(),
    onProgress,
    read: <T>(work: (tx: Transaktion) => Promise<T>): Promise<T> =>
      db.transaction({ rolle: 'modtagelse' }, async (tx) => {
        await tx.run(readOneInstant())
        return work(tx)
      }),
    write,
    goOn: (): boolean => {
      if (signal?.aborted) resultat.afbrudt = true
      return !resultat.afbrudt
    },
  }
}

const FOERSTE = uuid('00000000-0000-0000-0000-000000000000')

const ordFor = (noegler: Noegler, { id, kommune, numre }: Sagsraekke): Soegeordsraekke[] =>
  kommune ? soegeordForSag(noegler, { id, kommune, numre }) : []

async function checkSager(koersel: Koersel): Promise<void> {
  const { noegler, resultat } = koersel
  for (let efter = FOERSTE; koersel.goOn(); ) {
    const { objekter, mangler } = await koersel.read(async (tx) => {
      const side = await tx.run(findSagsside(efter, koersel.side))
      const ventet = side.flatMap((sag) => ordFor(noegler, sag))
      return { objekter: side, mangler: ventet.length > 0 ? await tx.run(findManglendeSoegeord(ventet)) : [] }
    })
    const sidste = objekter.at(-1)
    if (!sidste) return
    for (const { kommune } of objekter) if (kommune) koersel.kommuner.add(kommune)
    resultat.manglende += mangler.length
    const uden = [...new Set(mangler.map(({ id }) => reveal(noegler, id)))]
    if (koersel.ret && uden.length > 0)
      await koersel.write('tilfoejet', async (tx) =>
        addMissing(
          tx,
          (await tx.run(findSager(uden))).flatMap((sag) => ordFor(noegler, sag)),
        ),
      )
    efter = sidste.id
    koersel.onProgress('sagsnumre', objekter.length)
  }
}

async function checkParter(koersel: Koersel): Promise<void> {
  const { noegler, resultat } = koersel
  for (let efter = FOERSTE; koersel.goOn(); ) {
    const side = await koersel.read((tx) => findParterUdenSoegeord(tx, noegler, efter, koersel.side))
    if (!side.sidste) return
    for (const kommune of side.kommuner) koersel.kommuner.add(kommune)
    resultat.manglende += side.mangler
    if (koersel.ret && side.parter.length > 0) await koersel.write('tilfoejet', (tx) => restoreSoegeord(tx, noegler, side.parter))
    efter = side.sidste
    koersel.onProgress('personer', side.antal)
  }
}

const ORD_PR_SIDE = 4
/** Less than any token. */
const MINDSTE = String(-(2n ** 63n)) as Soegeord

async function checkOverskydende(koersel: Koersel): Promise<void> {
  const { resultat } = koersel
  for (let efter: Soegeordsraekke = { ord: MINDSTE, id: FOERSTE }; koersel.goOn(); ) {
    const { side, fundne } = await koersel.read(async (tx) => {
      const raekker = await tx.run(findSoegeordside(efter, koersel.side * ORD_PR_SIDE))
      return { side: raekker, fundne: await findUden(tx, koersel, raekker) }
    })
    const sidste = side.at(-1)
    if (!sidste) return
    resultat.antal += side.length
    const efterladte = fundne.filter(({ efterladt }) => efterladt).length
    resultat.efterladte += efterladte
    resultat.overskydende += fundne.length - efterladte
    if (koersel.ret && fundne.length > 0) await koersel.write('fjernet', (tx) => takeAway(tx, koersel, fundne))
    efter = sidste
    koersel.onProgress('soegeord', side.length)
  }
}

type Uden = { readonly raekke: Soegeordsraekke; readonly efterladt: boolean }

/** Those that neither a part nor a case calls for. */
async function findUden(
  tx: Transaktion,
  { noegler, kommuner }: Koersel,
  raekker: readonly Soegeordsraekke[],
): Promise<readonly Uden[]> {
  if (raekker.length === 0) return []
  const upaakaldte = await findUpaakaldte(tx, noegler, raekker, kommuner)
  const andre = [...new Set(upaakaldte.flatMap(({ id, erPart }) => (erPart ? [] : [id])))]
  if (andre.length === 0) return upaakaldte.map(({ raekke, gammel }) => ({ raekke, efterladt: gammel }))
  const [sager, slettede] = await Promise.all([tx.run(findSager(andre)), tx.run(findSlettedeSager(andre))])
  const kaldt = new Set(sager.flatMap((sag) => ordFor(noegler, sag)).map(toNoegle))
  const kendte = new Set<Uuid>([...sager, ...slettede].map(({ id }) => id))
  return upaakaldte
    .filter(({ raekke }) => !kaldt.has(toNoegle(raekke)))
    .map(({ raekke, id, gammel }) => ({ raekke, efterladt: gammel || kendte.has(id) }))
}

const toNoegle = ({ ord, id }: Soegeordsraekke): string => `${ord} ${id}`

/** Looks at them again when nobody can add a token: who has got something meanwhile has been told that theirs was there already. */
async function takeAway(tx: Transaktion, koersel: Koersel, fundne: readonly Uden[]): Promise<number> {
  await tx.run(holdSoegeord())
  const endnu = await findUden(
    tx,
    koersel,
    fundne.map(({ raekke }) => raekke),
  )
  return endnu.length > 0 ? tx.count(deleteSoegeord(endnu.map(({ raekke }) => raekke))) : 0
}
