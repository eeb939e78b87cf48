import { type Beroert, recordBeroerte } from '#afstemning/livstegn'
import { newUuid } from '#kernel'
import type { Kilde } from '#kilde'
import { hmac } from '#platform/crypto'
import { DatabaseFejl, type Transaktion } from '#platform/database'
import { indBrud } from '../regler/index.ts'
import { keepAfviste } from './afviste.ts'
import type { KontrolleretLinje } from './check-linje.ts'
import { checkBunke, type Forberedt } from './forbered.ts'
import { gem } from './gem.ts'
import {
  findAabneAfvisninger,
  findKvitteringer,
  findLeverance,
  insertLeverance,
  type Kanal,
  type KvitteringRaekke,
} from './leverance.sql.ts'
import { type IndkommenLinje, type Kvittering, type Leverance, linjeHash, type Modtagelsesdeps } from './typer.ts'
import { writeInTurn } from './write-in-turn.ts'

/** Opens the delivery named by the sender's Idempotency-Key, or takes up the one that was opened before. Throws DatabaseFejl. */
export async function openLeverance(deps: Modtagelsesdeps, kilde: Kilde, noegle: string, kanal: Kanal): Promise<Leverance> {
  // The sender's own name for the delivery is free text, and may hold a personal number: only its keyed hash is kept.
  const navn = hmac(deps.noegler.opslag, `leverance ${noegle}`).toString('hex')
  return deps.db.transaction({ rolle: 'modtagelse' }, async (tx) => {
    const [ny] = await tx.run(insertLeverance(newUuid(), kilde.id, navn, kanal))
    if (ny) return { id: ny.leverance_id, kilde, genoptaget: false }
    const [kendt] = await tx.run(findLeverance(kilde.id, navn))
    if (!kendt) throw new DatabaseFejl('A delivery was neither made nor found')
    return { id: kendt.leverance_id, kilde, genoptaget: true }
  })
}

/**
 * Takes in a batch of lines: checks each by the rules, keeps and projects those that pass, keeps and counts those that do not, in one
 * transaction. When this answers, everything it says is durable. Answers one receipt a line, in order. Throws DatabaseFejl, or Koefejl where
 * too many batches of the source wait already, and then nothing of the batch is kept.
 */
export const modtagLinjer = (
  deps: Modtagelsesdeps,
  leverance: Leverance,
  linjer: readonly IndkommenLinje[],
): Promise<Kvittering[]> => keepForberedt(deps, leverance, checkBunke(deps, leverance, linjer))

/** As modtagLinjer, of a batch that has been made ready beforehand. */
export const keepForberedt = (deps: Modtagelsesdeps, leverance: Leverance, bunke: Forberedt): Promise<Kvittering[]> =>
  writeInTurn(deps, leverance.kilde.id, (tx, forsoeg) =>
    keepBunke(tx, deps, leverance, bunke, leverance.genoptaget || forsoeg > 1),
  )

async function keepBunke(tx: Transaktion, deps: Modtagelsesdeps, leverance: Leverance, bunke: Forberedt, igen: boolean) {
  const { linjer, kontrollerede, registreringer } = bunke
  const numre = linjer.map((linje) => linje.linje)
  const svarede = igen ? await tx.run(findKvitteringer(leverance.id, numre)) : []
  const kendte = new Map(svarede.map((raekke) => [raekke.linje, raekke]))
  const nye = kontrollerede.filter((linje) => !kendte.has(linje.linje))
  const gemt = nye.length > 0 ? await gem(tx, deps, leverance, nye, registreringer) : { kvitteringer: [], beroerte: [] }
  const andre = kontrollerede.filter((linje) => isAnden(deps, linje, kendte.get(linje.linje)))
  const andres = await keepAndre(tx, deps, leverance, andre)
  await recordBeroerte(tx, [...gemt.beroerte, ...andres])
  const efterLinje = new Map(gemt.kvitteringer.map((kvittering) => [kvittering.linje, kvittering]))
  return linjer.map((linje) => efterLinje.get(linje.linje) ?? repeatKvittering(deps, linje, kendte.get(linje.linje)))
}

const isAnden = (deps: Modtagelsesdeps, linje: { readonly raa: string }, kendt: KvitteringRaekke | undefined): boolean =>
  kendt !== undefined && kendt.linje_hash !== linjeHash(deps, linje.raa)

/** Lines that were sent with a key already used for others: refused like others, and kept once however often they are sent. */
async function keepAndre(
  tx: Transaktion,
  deps: Modtagelsesdeps,
  leverance: Leverance,
  andre: readonly KontrolleretLinje[],
): Promise<readonly Beroert[]> {
  if (andre.length === 0) return []
  const linjer = andre.map(({ linje }) => linje)
  const gemte = new Set((await tx.run(findAabneAfvisninger(leverance.kilde.id, leverance.id, linjer))).map(({ linje }) => linje))
  const nye = andre.filter(({ linje }) => !gemte.has(linje))
  return keepAfviste(
    tx,
    deps,
    leverance,
    nye.map((linje) => ({ linje, brud: [indBrud('IND-019', '')] })),
  )
}

/** The answer that was given before, where the line is the same as then. */
function repeatKvittering(deps: Modtagelsesdeps, linje: IndkommenLinje, kendt: KvitteringRaekke | undefined): Kvittering {
  if (!kendt || isAnden(deps, linje, kendt))
    return { linje: linje.linje, id: undefined, udfald: 'afvist', brud: [indBrud('IND-019', '')] }
  return { linje: linje.linje, id: kendt.objekt_id ?? undefined, udfald: kendt.udfald, brud: kendt.brud ?? [] }
}
