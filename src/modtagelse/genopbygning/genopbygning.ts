import { type Beroert, recordBeroerte } from '#afstemning/livstegn'
import { type Genopbygning, type Genopbygningstrin, type Genopbygningsvalg, genopbyg, type Rettelse } from '#indeks'
import { newUuid } from '#kernel'
import type { Statement, Transaktion } from '#platform/database'
import { laesRegistrering, type Modtagelsesdeps } from '../leverance/index.ts'
import { insertUdbakke, type NyHaendelse } from '../leverance/leverance.sql.ts'
import { insertGenopbygningshaendelse } from './genopbygning.sql.ts'
import { kontrollerSoegeord, type Soegeordskontrol, type Soegeordstrin } from './soegeord.ts'

export type Genopbygningsdeps = Pick<Modtagelsesdeps, 'db' | 'noegler' | 'roller'>

export type Kontrol = Genopbygning & { readonly soegeord: Soegeordskontrol }
export type Kontroltrin = Genopbygningstrin | Soegeordstrin
export type Kontrolvalg = Omit<Genopbygningsvalg, 'onRettet' | 'onProgress'> & {
  readonly onProgress?: (trin: Kontroltrin, antal: number) => void
}

/**
 * Compares the current state with what the registrations alone say, and what people and cases are found by with the current state, and puts it
 * right where asked. Who did it, what was found and each object that
 * was put right is kept. What was put right was shown otherwise than the sources had it: so the proof of completeness is broken where it stood and
 * where it belongs, and whoever follows changes is told of it, in the transaction that puts it right. Throws DatabaseFejl, and Forseglingsfejl where a registration was not sealed with
 * our keys; what has been put right by then is whole, and stays.
 */
export async function kontrollerIndeks(deps: Genopbygningsdeps, valg: Kontrolvalg, hvem: string): Promise<Kontrol> {
  const koersel = newUuid()
  const log = (statement: Statement<never>) => deps.db.writeBatch({ rolle: 'modtagelse' }, [statement])
  await log(insertGenopbygningshaendelse(koersel, 'begyndt', { ret: valg.ret }, hvem))
  const resultat = await genopbyg(deps.db, laesRegistrering(deps), {
    ...valg,
    onRettet: async (tx, rettelser) => {
      const objekter = rettelser.map((led) => led.objekt)
      await tx.run(insertGenopbygningshaendelse(koersel, 'rettet', { objekter }, hvem))
      await announce(tx, rettelser)
    },
  })
  const soegeord = await kontrollerSoegeord(deps.db, deps.noegler, {
    ...valg,
    onRettet: (tx, rettet) =>
      tx.run(insertGenopbygningshaendelse(koersel, 'rettet', { soegeord: rettet }, hvem)).then(() => undefined),
  })
  const { afvigelser, ...antal } = resultat
  const fundne = [...new Set(afvigelser.map((led) => led.objekt))]
  await log(insertGenopbygningshaendelse(koersel, 'sluttet', { ...antal, fundne, soegeord }, hvem))
  return { ...resultat, afbrudt: resultat.afbrudt || soegeord.afbrudt, soegeord }
}

async function announce(tx: Transaktion, rettelser: readonly Rettelse[]): Promise<void> {
  const haendelser = rettelser.flatMap(toHaendelse)
  if (haendelser.length > 0) await tx.run(insertUdbakke(haendelser))
  await recordBeroerte(tx, rettelser.flatMap(toBeroerte))
}

/** The sources have changed nothing, so the citizen gets no notice of it. */
const toHaendelse = ({ objekt, hvad, fjernet, hjemsteder }: Rettelse): NyHaendelse[] =>
  hvad
    ? [
        {
          ...hvad,
          objekt,
          haendelse: fjernet ? 'fjernet' : 'opdateret',
          kommune: hjemsteder[0]?.kommune,
          udenNotifikation: true,
        },
      ]
    : []

/** What belongs nowhere that can be told may be of any of its source's municipalities. Nothing is counted: nothing came. */
const toBeroerte = ({ hjemsteder }: Rettelse): Beroert[] =>
  hjemsteder.map(({ kilde, kommune }) => ({ kilde, kommune, antal: 0, nyeste: undefined }))
