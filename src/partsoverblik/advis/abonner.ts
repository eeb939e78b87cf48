import type { Medarbejder } from '#adgang'
import { afvist, newUuid, ok, type Resultat, tidspunkt, type Uuid } from '#kernel'
import { type Clock, danskDag } from '#platform/clock'
import { type Noegler, openIfOurs, seal } from '#platform/crypto'
import type { Database, Kontekst } from '#platform/database'
import { parseDag, parseLinje } from '#platform/http'
import { dagEfter } from '#web'
import type { Advisafvisning } from './advis.errors.ts'
import {
  type Advisejer,
  countAbonnementer,
  deleteAbonnement,
  deleteMail,
  deleteMedlem,
  deleteSamme,
  findMail,
  findMedlemskab,
  insertAbonnement,
  insertGruppe,
  insertMedlem,
  lockEgne,
  markAlleLaest,
  markLaest,
  type NytAbonnement,
  setMail,
} from './advis.sql.ts'
import { ABONNEMENT_DAGE, HOEJST_ABONNEMENTER } from './advis.ts'

export type Advisdeps = { readonly db: Database; readonly clock: Clock; readonly noegler: Noegler }
type Hvem = Pick<Medarbejder, 'id' | 'cvr'>

/** The role and limits under which an employee's own is kept. */
export const adviskontekst = ({ id, cvr }: Advisejer): Kontekst => ({
  rolle: 'sagsskriver',
  parter: [],
  grund: 'advis',
  aktoer: id,
  kommune: cvr,
})

/** What somebody asks to be told of. Whether they may see what it names is for the caller, who has read it on their ground. */
export type Abonnementsoenske =
  | { readonly slags: 'egneSager' }
  | { readonly slags: 'part'; readonly part: Uuid; readonly gruppe?: Uuid | undefined }
  | { readonly slags: 'sag'; readonly part: Uuid; readonly objekt: Uuid; readonly gruppe?: Uuid | undefined }
  | { readonly slags: 'frist'; readonly part: Uuid; readonly objekt: Uuid; readonly dageFoer: number }
  | { readonly slags: 'paamindelse'; readonly part: Uuid; readonly objekt?: Uuid | undefined; readonly dag: string }

/** Asks to be told; the same asked again is one, with what was asked last. What ends by itself ends after a year, or after its day. Throws DatabaseFejl. */
export async function subscribe(
  { db, clock }: Advisdeps,
  hvem: Hvem,
  oenske: Abonnementsoenske,
): Promise<Resultat<true, Advisafvisning>> {
  const nu = clock.now()
  const idag = danskDag(nu)
  if (oenske.slags === 'frist' && !(Number.isInteger(oenske.dageFoer) && oenske.dageFoer >= 0 && oenske.dageFoer <= 60))
    return afvist('DAGE_UGYLDIGE')
  const dag = oenske.slags === 'paamindelse' ? parseDag(oenske.dag) : undefined
  if (oenske.slags === 'paamindelse' && (!dag || dag <= idag || dag > dagEfter(idag, 2 * ABONNEMENT_DAGE)))
    return afvist('DAG_UGYLDIG')
  const dage = dag ? 2 * ABONNEMENT_DAGE + 7 : ABONNEMENT_DAGE
  const udloeber = tidspunkt(new Date(Date.parse(nu) + dage * 86_400_000))
  return db.transaction(adviskontekst(hvem), async (tx) => {
    const nyt: NytAbonnement = { ...oenske, id: newUuid(), dag, udloeber }
    await tx.run(lockEgne(hvem))
    // Members are told what one of them asked for, and nobody else asks for them.
    if (nyt.gruppe && !(await tx.run(findMedlemskab(hvem, nyt.gruppe)))[0]) return afvist('FINDES_IKKE')
    await tx.run(deleteSamme(hvem, nyt))
    const [staar] = await tx.run(countAbonnementer(hvem))
    if ((staar?.antal ?? 0) >= HOEJST_ABONNEMENTER) return afvist('FOR_MANGE')
    await tx.run(insertAbonnement(hvem, nyt, nu))
    return ok(true)
  })
}

/** One step on what is the employee's own; what is not theirs, or never was, is not told apart. */
export type Advistrin =
  | { readonly trin: 'afmeld' | 'laest' | 'meldInd' | 'meldUd'; readonly id: Uuid }
  | { readonly trin: 'alleLaest'; readonly til: string }
  | { readonly trin: 'nyGruppe'; readonly navn: string }
  | { readonly trin: 'mail'; readonly adresse: string }

export const mailaad = ({ id, cvr }: Advisejer): string => `borgerblikket/advismail ${id} ${cvr}`

/** Takes it. Throws DatabaseFejl. */
export async function take(
  { db, clock, noegler }: Advisdeps,
  hvem: Hvem,
  trin: Advistrin,
): Promise<Resultat<true, Advisafvisning>> {
  const nu = clock.now()
  const write = async (...statements: Parameters<Database['writeBatch']>[1]): Promise<Resultat<true, Advisafvisning>> => {
    await db.writeBatch(adviskontekst(hvem), statements)
    return ok(true)
  }
  switch (trin.trin) {
    case 'afmeld':
      return write(deleteAbonnement(hvem, trin.id))
    case 'laest':
      return write(markLaest(hvem, trin.id, nu))
    case 'alleLaest': {
      const til = Date.parse(trin.til)
      return write(markAlleLaest(hvem, Number.isNaN(til) ? nu : tidspunkt(new Date(Math.min(til, Date.parse(nu)))), nu))
    }
    case 'meldInd':
      return write(insertMedlem(hvem, trin.id, nu))
    case 'meldUd':
      return write(deleteMedlem(hvem, trin.id))
    case 'nyGruppe': {
      const navn = parseLinje(trin.navn, 100)
      // As the database counts: a sign outside the first plane is one.
      if (!navn || [...navn].length < 2) return afvist('NAVN_UGYLDIGT')
      const id = newUuid()
      return write(insertGruppe(hvem, id, navn, nu), insertMedlem(hvem, id, nu))
    }
    case 'mail': {
      if (trin.adresse === '') return write(deleteMail(hvem))
      if (!isMailadresse(trin.adresse)) return afvist('MAIL_UGYLDIG')
      return write(setMail(hvem, seal(noegler.indhold, trin.adresse, mailaad(hvem)), nu))
    }
  }
}

/** One address and nothing else: no line break, list or name can come into a mail's head by it. */
export const isMailadresse = (tekst: string): boolean =>
  tekst.length <= 200 && /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(tekst)

/** The address that the employee's mail goes to; undefined where they want none. Throws DatabaseFejl. */
export async function readMailadresse({ db, noegler }: Advisdeps, hvem: Hvem): Promise<string | undefined> {
  const [[raekke]] = await db.readBatch(adviskontekst(hvem), [findMail(hvem)])
  return raekke && openIfOurs(noegler.indhold, raekke.adresse, mailaad(hvem))?.toString('utf8')
}
