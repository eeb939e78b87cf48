import { recordBeroerte } from '#afstemning/livstegn'
import { newUuid, type Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { hmac } from '#platform/crypto'
import type { Database } from '#platform/database'
import { checkLinje, type KontrolleretLinje } from './check-linje.ts'
import { gem } from './gem.ts'
import { Koefejl } from './koe.ts'
import { insertLeverancer } from './leverance.sql.ts'
import type { IndkommenLinje, Kvittering, Leverance, Modtagelsesdeps } from './typer.ts'
import { writeInTurn } from './write-in-turn.ts'

/** A message whose lines have been through the rules, and who waits for its receipts. */
type Besked = {
  readonly kontrollerede: readonly KontrolleretLinje[]
  readonly svar: (kvitteringer: Kvittering[]) => void
  readonly fejl: (error: unknown) => void
}

/** Messages that wait for those of the same source before them to be written. */
type Samler = { readonly venter: Besked[]; iGang: boolean }

/** What goes into one transaction. */
const HOEJST_LINJER = 500
const HOEJST_TEGN = 4_000_000
/** So many messages of a source may wait; one more is answered as unavailable. */
const HOEJST_VENTENDE = 256

const samlere = new WeakMap<Database, Map<string, Samler>>()

/**
 * Takes in the lines of one message, which is a delivery of its own: an object's identity, not the message's, makes a repeated one harmless.
 * Messages of a source that come while others of it are being written share the next transaction, and one flush to disk. Their order among
 * themselves is that in which they came. Answers when everything it says is durable. Throws DatabaseFejl, or Koefejl where too many wait
 * already, and then nothing of the message is kept.
 */
export async function modtagBesked(
  deps: Modtagelsesdeps,
  kilde: Kilde,
  linjer: readonly IndkommenLinje[],
): Promise<readonly Kvittering[]> {
  const kontrollerede = linjer.map((linje) => checkLinje(deps, kilde, linje))
  // What the source may do can be changed between two messages: only those that may do the same are written as one.
  const samler = samlerFor(deps.db, JSON.stringify(kilde))
  if (samler.venter.length >= HOEJST_VENTENDE) throw new Koefejl('Too many messages of the source wait')
  return new Promise((svar, fejl) => {
    samler.venter.push({ kontrollerede, svar, fejl })
    if (!samler.iGang) void writeVentende(deps, kilde, samler)
  })
}

function samlerFor(db: Database, noegle: string): Samler {
  const egne = samlere.get(db) ?? new Map<string, Samler>()
  samlere.set(db, egne)
  const kendt = egne.get(noegle)
  if (kendt) return kendt
  // A source whose rights were changed has another name here than before.
  for (const [anden, { venter, iGang }] of egne) if (!iGang && venter.length === 0) egne.delete(anden)
  const samler = { venter: [], iGang: false }
  egne.set(noegle, samler)
  return samler
}

async function writeVentende(deps: Modtagelsesdeps, kilde: Kilde, samler: Samler): Promise<void> {
  samler.iGang = true
  while (samler.venter.length > 0) await writeSamlet(deps, kilde, takeNext(samler.venter))
  samler.iGang = false
}

/** The first message, and those after it that there is room for. */
function takeNext(venter: Besked[]): Besked[] {
  let [linjer, tegn, antal] = [0, 0, 0]
  for (const { kontrollerede } of venter) {
    linjer += kontrollerede.length
    tegn += kontrollerede.reduce((sum, { raa }) => sum + raa.length, 0)
    if (antal > 0 && (linjer > HOEJST_LINJER || tegn > HOEJST_TEGN)) break
    antal++
  }
  return venter.splice(0, antal)
}

/** Never throws: each message is told its own. Where they cannot be written together each is tried by itself, so that none suffers for another. */
async function writeSamlet(deps: Modtagelsesdeps, kilde: Kilde, beskeder: readonly Besked[]): Promise<void> {
  try {
    const kvitteringer = await keepBeskeder(deps, kilde, beskeder)
    for (const [i, besked] of beskeder.entries()) besked.svar(kvitteringer[i] ?? [])
  } catch (error) {
    if (beskeder.length === 1) beskeder[0]?.fejl(error)
    else for (const besked of beskeder) await writeSamlet(deps, kilde, [besked])
  }
}

async function keepBeskeder(deps: Modtagelsesdeps, kilde: Kilde, beskeder: readonly Besked[]): Promise<Kvittering[][]> {
  const nye = beskeder.map((besked) => ({ ...besked, id: newUuid() }))
  const steder = nye.flatMap(({ id, kontrollerede }) => kontrollerede.map(({ linje }) => ({ leverance: id, linje })))
  const linjer = nye.flatMap(({ kontrollerede }) => kontrollerede).map((linje, i) => ({ ...linje, linje: i + 1 }))
  const leverance: Leverance = { id: nye[0]?.id as Uuid, kilde, genoptaget: false, steder }
  const navngivne = nye.map(({ id }) => ({ id, noegle: hmac(deps.noegler.opslag, `leverance ${id}`).toString('hex') }))
  const kvitteringer = await writeInTurn(deps, kilde.id, async (tx) => {
    const [, gemt] = await Promise.all([
      tx.run(insertLeverancer(kilde.id, 'soap', navngivne)),
      gem(tx, deps, leverance, linjer, new Map()),
    ])
    await recordBeroerte(tx, gemt.beroerte)
    return gemt.kvitteringer
  })
  const egne = kvitteringer.map((kvittering, i) => ({ ...kvittering, linje: steder[i]?.linje ?? kvittering.linje }))
  return nye.map(({ kontrollerede }) => egne.splice(0, kontrollerede.length))
}
