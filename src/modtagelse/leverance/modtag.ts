import { newUuid } from '#kernel'
import type { Kilde } from '#kilde'
import { hmac } from '#platform/crypto'
import { DatabaseFejl } from '#platform/database'
import { indBrud } from '../regler/index.ts'
import { checkLinje } from './check-linje.ts'
import { gem } from './gem.ts'
import { findKvitteringer, findLeverance, insertLeverance, type Kanal, type KvitteringRaekke } from './leverance.sql.ts'
import { type IndkommenLinje, type Kvittering, type Leverance, linjeHash, type Modtagelsesdeps } from './typer.ts'

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

/** Deadlock and serialization failure: the whole batch is tried again, since nothing of it was kept. */
const KAN_GENTAGES = new Set(['40P01', '40001'])

/**
 * Takes in a batch of lines: checks each by the rules, keeps and projects those that pass, keeps and counts those that do not, in one
 * transaction. When this answers, everything it says is durable. Answers one receipt a line, in order. Throws DatabaseFejl, and then
 * nothing of the batch is kept.
 */
export async function modtagLinjer(
  deps: Modtagelsesdeps,
  leverance: Leverance,
  linjer: readonly IndkommenLinje[],
): Promise<Kvittering[]> {
  const kontrollerede = linjer.map((linje) => checkLinje(deps, leverance.kilde, linje))
  for (let forsoeg = 1; ; forsoeg++) {
    try {
      return await deps.db.transaction({ rolle: 'modtagelse' }, async (tx) => {
        const svarede = leverance.genoptaget
          ? await tx.run(
              findKvitteringer(
                leverance.id,
                linjer.map((linje) => linje.linje),
              ),
            )
          : []
        const kendte = new Map(svarede.map((raekke) => [raekke.linje, raekke]))
        const nye = kontrollerede.filter((linje) => !kendte.has(linje.linje))
        const gemte = nye.length > 0 ? await gem(tx, deps, leverance, nye) : []
        const efterLinje = new Map(gemte.map((kvittering) => [kvittering.linje, kvittering]))
        return linjer.map((linje) => efterLinje.get(linje.linje) ?? repeatKvittering(linje, kendte.get(linje.linje)))
      })
    } catch (error) {
      if (!(error instanceof DatabaseFejl && KAN_GENTAGES.has(error.kode ?? '') && forsoeg < 5)) throw error
    }
  }
}

/** The answer that was given before, where the line is the same as then. */
function repeatKvittering(linje: IndkommenLinje, kendt: KvitteringRaekke | undefined): Kvittering {
  if (!kendt || kendt.linje_hash !== linjeHash(linje.raa))
    return { linje: linje.linje, id: undefined, udfald: 'afvist', brud: [indBrud('IND-019', '')] }
  return { linje: linje.linje, id: kendt.objekt_id ?? undefined, udfald: kendt.udfald, brud: kendt.brud ?? [] }
}
