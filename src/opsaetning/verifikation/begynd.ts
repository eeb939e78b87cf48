import { isFormaal } from '#adgang'
import { type CvrNummer, newUuid, parseCprNummer, parseUuid, type Tidspunkt, type Uuid } from '#kernel'
import { applyUdkast, ikrafttraeden, readUdkast, type Udkast, withoutLukkede } from '#opsaetning/konfiguration'
import { findPerson } from '#part'
import type { Clock } from '#platform/clock'
import type { Noegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import { type Formular, readFelt } from '#platform/http'
import type { Opsaetning } from '#visning'
import type { Seddel } from './seddel.ts'
import { insertVerifikation, type Verifikation } from './verifikation.sql.ts'

export type Verifikationsdeps = {
  readonly db: Database
  readonly clock: Clock
  readonly noegler: Noegler
  readonly opsaetning: { current(): Promise<Opsaetning> }
}

/** The purposes to choose from; what it was in this case is said in a sentence. */
export const FORMAAL = ['borgerSpoerger', 'kvalitet', 'aendring', 'fejl'] as const
export type Verifikationsformaal = (typeof FORMAAL)[number]

/** What was typed, as far as it may be shown again: the number is not. */
export type Tastet = {
  readonly formaal: string
  readonly begrundelse: string
  readonly udkast: string
  readonly objekt: string
  readonly fejl: ReadonlySet<'cpr' | 'formaal' | 'begrundelse' | 'udkast' | 'objekt'>
}
export const INTET_TASTET: Tastet = { formaal: '', begrundelse: '', udkast: '', objekt: '', fejl: new Set() }

type Hvem = { readonly id: Uuid; readonly cvr: CvrNummer; readonly navn: string }
/**
 * Begins a visit: writes down why, and answers what its addresses are to carry. A number that nobody has is taken as one that somebody has, about
 * whom there is nothing: neither the answer nor the log tells them apart. Throws DatabaseFejl.
 */
export async function begynd(
  deps: Verifikationsdeps,
  hvem: Hvem,
  slags: Verifikation['slags'],
  formular: Formular,
): Promise<{ readonly ok: true; readonly seddel: Omit<Seddel, 'til'> } | { readonly ok: false; readonly tastet: Tastet }> {
  const cpr = parseCprNummer(readFelt(formular, 'cpr').replaceAll(/[\s-]/g, ''))
  const [begrundelse, valgtFormaal, valgtUdkast] = [
    readFelt(formular, 'begrundelse'),
    readFelt(formular, 'formaal'),
    readFelt(formular, 'udkast'),
  ]
  const formaal = FORMAAL.find((led) => led === valgtFormaal)
  const objekt = parseUuid(readFelt(formular, 'objekt'))
  const udkast = valgtUdkast === '' ? undefined : await readValgtUdkast(deps, hvem.cvr, valgtUdkast)
  const fejl = new Set<'cpr' | 'formaal' | 'begrundelse' | 'udkast' | 'objekt'>()
  if (!cpr) fejl.add('cpr')
  if (!formaal) fejl.add('formaal')
  if (!isFormaal(begrundelse)) fejl.add('begrundelse')
  if (valgtUdkast !== '' && !udkast) fejl.add('udkast')
  if (slags === 'forklaring' && !objekt) fejl.add('objekt')
  if (!cpr || !formaal || fejl.size > 0)
    return {
      ok: false,
      tastet: { formaal: valgtFormaal, begrundelse, udkast: valgtUdkast, objekt: readFelt(formular, 'objekt'), fejl },
    }
  const part = (await findPerson(deps.db, deps.noegler, cpr)) ?? newUuid()
  const verifikation: Verifikation = {
    id: newUuid(),
    kommune: hvem.cvr,
    medarbejder: { id: hvem.id, navn: hvem.navn },
    tid: deps.clock.now(),
    slags,
    formaal,
    begrundelse,
    udkast: udkast?.id,
  }
  await deps.db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run(insertVerifikation(verifikation)))
  return { ok: true, seddel: { part, verifikation: verifikation.id, udkast: udkast?.id, objekt } }
}

const readValgtUdkast = async (deps: Verifikationsdeps, cvr: CvrNummer, id: string): Promise<Udkast | undefined> => {
  const valgt = parseUuid(id)
  const udkast = valgt && (await readUdkast(deps, cvr, valgt))
  return udkast && (udkast.tilstand === 'udkast' || udkast.tilstand === 'foreslaaet') ? udkast : undefined
}

/** By which rules, and as of when: today's, or the draft's when it would come into force. */
export type Regler = { readonly opsaetning: Opsaetning; readonly tid: Tidspunkt; readonly udkast: Udkast | undefined }

/** Undefined where the draft is no more. Throws SnapshotFejl and DatabaseFejl. */
export async function findRegler(deps: Verifikationsdeps, cvr: CvrNummer, id: Uuid | undefined): Promise<Regler | undefined> {
  const [opsaetning, tid] = [await deps.opsaetning.current(), deps.clock.now()]
  if (!id) return { opsaetning, tid, udkast: undefined }
  const udkast = await readValgtUdkast(deps, cvr, id)
  return udkast && { opsaetning: applyUdkast(opsaetning, withoutLukkede(udkast), tid), tid: ikrafttraeden(udkast, tid), udkast }
}
