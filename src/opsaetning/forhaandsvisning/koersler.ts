import { grundlagForKommune } from '#adgang'
import { type CvrNummer, newUuid, type Tidspunkt, type Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Opsaetning } from '#visning'
import { changedPraefikser } from './beroert.ts'
import { type Eksempelsted, mixEksempler } from './eksempelsteder.ts'
import { Afbrudt } from './gennemgaa.ts'
import { findLoebenr, insertResultat, type Resultat } from './lager.sql.ts'
import { addOptaelling, ingenting } from './optaelling.ts'
import { ALLE_PARTER, splitStraekning } from './straekning.ts'
import type { Delkoersel, Delstart } from './traade.ts'

/** What is to be previewed, by whom. `hash` is of the draft and of what is in force. */
export type Bestilling = {
  readonly kommune: CvrNummer
  readonly udkast: Uuid
  readonly hash: string
  readonly foer: Opsaetning
  readonly efter: Opsaetning
  readonly tid: Tidspunkt
  readonly af: { readonly id: Uuid; readonly navn: string }
}

/** A preview that is under way or has ended, as the pages see it. */
export type Koersel = {
  readonly udkast: Uuid
  readonly hash: string
  readonly startet: Tidspunkt
  readonly tilstand: 'venter' | 'koerer' | 'faerdig' | 'afbrudt' | 'fejlet'
  /** How much of the index is done, and of how much; undefined until all stretches have begun. */
  readonly fremdrift: { readonly faerdige: number; readonly iAlt: number } | undefined
  readonly resultat: Resultat | undefined
  readonly eksempler: readonly Eksempelsted[]
}

export type Forhaandsvisninger = {
  /** Starts one; where the municipality has one under way, that one goes on and nothing is started. Answers whether it did. */
  start(bestilling: Bestilling): boolean
  stop(kommune: CvrNummer): void
  /** The municipality's newest since the server started. */
  seneste(kommune: CvrNummer): Koersel | undefined
  /** Stops all that is under way, and waits for it. */
  close(): Promise<void>
}

export type Koerselsdeps = {
  readonly db: Database
  readonly clock: Clock
  /** How a stretch of one is worked. */
  readonly startDel: Delstart
  readonly onFejl: (fejl: unknown) => void
}

/** As many as there are cores on the smallest machine: a third would only take from the pages. */
const TRAADE = 2

type Plads = { koersel: Koersel; readonly dele: Delkoersel[]; stoppet: boolean; readonly slut: Promise<void> }

/** Previews: one at a time for each municipality, and one at a time on the machine; the others wait. */
export function createForhaandsvisninger(deps: Koerselsdeps): Forhaandsvisninger {
  const pladser = new Map<CvrNummer, Plads>()
  let koe: Promise<void> = Promise.resolve()
  const isIGang = (plads: Plads | undefined) => plads?.koersel.tilstand === 'venter' || plads?.koersel.tilstand === 'koerer'
  const stop = (plads: Plads | undefined) => {
    if (!plads) return
    plads.stoppet = true
    for (const del of plads.dele) del.stop()
  }
  return {
    start: (bestilling) => {
      if (isIGang(pladser.get(bestilling.kommune))) return false
      const { udkast, hash } = bestilling
      const koersel: Koersel = {
        udkast,
        hash,
        startet: deps.clock.now(),
        tilstand: 'venter',
        fremdrift: undefined,
        resultat: undefined,
        eksempler: [],
      }
      let begynd: (plads: Plads) => void = () => undefined
      const foerst = new Promise<Plads>((resolve) => {
        begynd = resolve
      })
      const foer = koe
      const slut = foerst.then(async (plads) => {
        await foer
        await carryOut(deps, bestilling, plads)
      })
      const plads: Plads = { koersel, dele: [], stoppet: false, slut }
      koe = slut
      pladser.set(bestilling.kommune, plads)
      begynd(plads)
      return true
    },
    stop: (kommune) => stop(pladser.get(kommune)),
    seneste: (kommune) => pladser.get(kommune)?.koersel,
    close: async () => {
      for (const plads of pladser.values()) stop(plads)
      await Promise.all([...pladser.values()].map(({ slut }) => slut))
    },
  }
}

/** From waiting to its end. Throws nothing: what fails is told to the operator by name, and to the page as failed. */
async function carryOut(deps: Koerselsdeps, bestilling: Bestilling, plads: Plads): Promise<void> {
  try {
    if (plads.stoppet) throw new Afbrudt('Stopped')
    plads.koersel = { ...plads.koersel, tilstand: 'koerer' }
    const { resultat, eksempler } = await count(deps, bestilling, plads)
    await deps.db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run(insertResultat(resultat)))
    plads.koersel = { ...plads.koersel, tilstand: 'faerdig', resultat, eksempler }
  } catch (error) {
    plads.koersel = { ...plads.koersel, tilstand: error instanceof Afbrudt ? 'afbrudt' : 'fejlet' }
    if (!(error instanceof Afbrudt)) deps.onFejl(error)
  }
}

async function count(deps: Koerselsdeps, { kommune, udkast, hash, foer, efter, tid, af }: Bestilling, plads: Plads) {
  const begyndt = performance.now()
  const [[hoved]] = await deps.db.readBatch({ rolle: 'opsaetning' }, [findLoebenr()])
  const praefikser = changedPraefikser(foer, efter, kommune, tid)
  const faelles = {
    grundlag: grundlagForKommune({ id: af.id, cvr: kommune }, 'forhaandsvisning'),
    foer: versionerAf(foer),
    efter: versionerAf(efter),
    tid,
    praefikser,
  }
  const straekninger = praefikser.length > 0 ? splitStraekning(ALLE_PARTER, TRAADE) : []
  const naaet = straekninger.map((): number | undefined => undefined)
  const svar = straekninger.map((straekning, nr) => {
    const onFremdrift = (tusindedele: number) => {
      naaet[nr] = tusindedele
      const kendte = naaet.filter((del) => del !== undefined)
      const faerdige = kendte.reduce((sum, del) => sum + del, 0)
      const fremdrift = kendte.length === naaet.length ? { faerdige, iAlt: 1_000 * naaet.length } : undefined
      plads.koersel = { ...plads.koersel, fremdrift }
    }
    const koersel = deps.startDel({ ...faelles, straekning }, onFremdrift)
    plads.dele.push(koersel)
    return koersel.svar
  })
  const dele = await allOrStop(svar, plads.dele)
  const resultat: Resultat = {
    id: newUuid(),
    kommune,
    udkast,
    hash,
    tid: deps.clock.now(),
    gaelder: tid,
    loebenr: hoved?.sidste ?? 0,
    millisekunder: Math.round(performance.now() - begyndt),
    af,
    tal: dele.reduce((sum, del) => addOptaelling(sum, del.tal), ingenting()),
  }
  return { resultat, eksempler: mixEksempler(dele.flatMap(({ eksempler }) => eksempler)) }
}

const versionerAf = (opsaetning: Opsaetning) => opsaetning.kommuner().flatMap((cvr) => opsaetning.versionerFor(cvr))

/** Where one fails the others are ended, and waited for, before it is told. */
async function allOrStop<T>(svar: readonly Promise<T>[], dele: readonly Delkoersel[]): Promise<readonly T[]> {
  try {
    return await Promise.all(svar)
  } catch (error) {
    for (const del of dele) del.stop()
    await Promise.allSettled(svar)
    throw error
  }
}
