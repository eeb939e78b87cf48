import { setImmediate as nextTurn } from 'node:timers/promises'
import { uuid } from '#kernel'
import { REGELVERSION } from '#kvalitet/titeltjek'
import type { Clock } from '#platform/clock'
import type { Database, Transaktion } from '#platform/database'
import { startRunder } from '#platform/runder'
import {
  deleteFakta,
  type Faktamaerke,
  type FuldRaekke,
  findForaeldede,
  findFulde,
  findStykkeende,
  findTitelefterslaeb,
  lockFaktamaerke,
  type NyeFakta,
  type Partsted,
  setFaktamaerke,
  toFulde,
  upsertFakta,
} from './fakta.sql.ts'
import { FAKTAVERSION, writeFakta } from './partsfakta.ts'

export type Faktadeps = { readonly db: Pick<Database, 'transaction'>; readonly clock: Clock }

/** What a step came to: `intet`, there was nothing to do; `nye`, persons whose facts were written; `slut`, that the pass is at its end. */
export type Faktaskridt = { readonly intet: boolean; readonly nye: number; readonly slut: boolean }
const INTET: Faktaskridt = { intet: true, nye: 0, slut: false }

const FOER_ALLE = uuid('00000000-0000-0000-0000-000000000000')
const SIDSTE = uuid('ffffffff-ffff-ffff-ffff-ffffffffffff')
/** Items that are looked at in one transaction, and persons whose facts are written together: citizens want their pages meanwhile. */
const TING_AD_GANGEN = 4_000
const PARTER_AD_GANGEN = 20
/** Of somebody with more no facts are kept: a preview reads the items. */
const HOEJST_PR_PART = 2_000
/** So far behind the worker on titles may be: while much comes in, its judgements would make what is written here old at once. */
const HOEJST_EFTERSLAEB = 1_000

/** A pass is followed by twenty times its own length without one, so that it stays a small part of what a server does, whatever its size. */
const HVIL_EFTER_GENNEMLOEB = 20
const KORTESTE_HVIL_MS = 5 * 60_000
const LAENGSTE_HVIL_MS = 24 * 3_600_000

/**
 * Does the next piece of a pass over everybody's facts: writes those that are not of what is in the index now. Where none is due, or another process is
 * at it, it does nothing. No preview depends on its having been done: what is not kept, or has changed, is read in full. Throws DatabaseFejl.
 */
export function keepFakta({ db, clock }: Faktadeps): Promise<Faktaskridt> {
  return db.transaction({ rolle: 'kvalitet' }, async (tx) => {
    const [maerke] = await tx.run(lockFaktamaerke())
    if (!maerke) return INTET
    const [titler] = await tx.run(findTitelefterslaeb())
    if ((titler?.efterslaeb ?? Number.POSITIVE_INFINITY) > HOEJST_EFTERSLAEB) return INTET
    const nu = clock.now()
    if (maerke.efter !== null && maerke.version === FAKTAVERSION) return keepStykke(tx, maerke, clock)
    if (!isTid(maerke, Date.parse(nu))) return INTET
    return keepStykke(tx, { version: FAKTAVERSION, efter: FOER_ALLE, begyndt: nu, faerdig: null }, clock)
  })
}

function isTid({ version, begyndt, faerdig }: Faktamaerke, nu: number): boolean {
  if (version !== FAKTAVERSION || begyndt === null || faerdig === null) return true
  const slut = Date.parse(faerdig)
  const hvil = Math.max((slut - Date.parse(begyndt)) * HVIL_EFTER_GENNEMLOEB, KORTESTE_HVIL_MS)
  return nu - slut >= Math.min(hvil, LAENGSTE_HVIL_MS)
}

async function keepStykke(tx: Transaktion, maerke: Faktamaerke, clock: Clock): Promise<Faktaskridt> {
  const efter = maerke.efter ?? FOER_ALLE
  const [ende] = await tx.run(findStykkeende(efter, TING_AD_GANGEN))
  const foraeldede = await tx.run(findForaeldede(efter, ende?.part_id ?? SIDSTE, FAKTAVERSION, HOEJST_PR_PART))
  const koe: Partsted[] = foraeldede.filter(({ antal }) => antal !== null)
  const nye = koe.length
  while (koe.length > 0) {
    const fulde = await tx.run(findFulde(koe.splice(0, PARTER_AD_GANGEN), REGELVERSION))
    await tx.run(upsertFakta(fulde.map(toFakta), FAKTAVERSION))
    await nextTurn()
  }
  const vaek = foraeldede.filter(({ antal }) => antal === null)
  if (vaek.length > 0) await tx.run(deleteFakta(vaek))
  await tx.run(setFaktamaerke(ende ? { ...maerke, efter: ende.part_id } : { ...maerke, efter: null, faerdig: clock.now() }))
  return { intet: false, nye, slut: !ende }
}

const toFakta = ({ ting, ...raekke }: FuldRaekke): NyeFakta => ({ ...raekke, ...writeFakta(toFulde({ ...raekke, ting })) })

const PAUSE_MS = 5_000
/** Where it writes, half of a processor is left to those who want a page; where it only looks, nineteen twentieths of one. */
const HVIL_NAAR_DER_SKRIVES = 1
const HVIL_NAAR_DER_SES = 19

/** Keeps the facts in this process; others may do so too, and one at a time does. Answers how to stop: what is under way is waited for. */
export const startFakta = (deps: Faktadeps, onFejl: (fejl: unknown) => void): (() => Promise<void>) =>
  startRunder({
    work: async () => {
      const begyndt = performance.now()
      const { intet, nye } = await keepFakta(deps)
      const tog = performance.now() - begyndt
      return intet ? PAUSE_MS : tog * (nye > 0 ? HVIL_NAAR_DER_SKRIVES : HVIL_NAAR_DER_SES)
    },
    onFejl,
    efterFejlMs: PAUSE_MS,
  })
