import type { CvrNummer, Foelsomhed, KleEmne, Tidspunkt, Uuid } from '#kernel'
import { openOplysninger } from '#part'
import { danskDag, startOfDanskDag } from '#platform/clock'
import type { Noegler } from '#platform/crypto'
import type { Transaktion } from '#platform/database'
import { dagEfter } from '#web'
import { type Dagraekke, findForhold, findKendetegn, findVaner } from './alarm.sql.ts'
import type { Alarmfakta, Kendetegn, Vaner } from './fakta.ts'
import { isNat } from './regler/tidspunkt.ts'

/** What the visit itself knows before the alarms are decided. */
export type Besoegsviden = {
  readonly tid: Tidspunkt
  readonly part: Uuid
  readonly kommune: CvrNummer
  readonly medarbejder: { readonly id: Uuid; readonly navn: string }
  /** Which citizen the employee is, where that is known. */
  readonly egenPart: Uuid | undefined
  readonly egenSag: boolean
  readonly ting: readonly { readonly kle: KleEmne | undefined; readonly foelsomhed: Foelsomhed }[]
}

const DAGE = 28
const NATTETIMER = Array.from({ length: 24 }, (_, time) => time).filter(isNat)

/**
 * The facts of a visit that is about to begin, read in its own transaction. Undefined where nobody has that part id. Role: besoeg, with both parts
 * named. Throws DatabaseFejl; Forseglingsfejl where a name was tampered with.
 */
export async function gatherFakta(tx: Transaktion, noegler: Noegler, viden: Besoegsviden): Promise<Alarmfakta | undefined> {
  const { tid, part, kommune, medarbejder, egenPart, egenSag, ting } = viden
  const fra = startOfDanskDag(dagEfter(danskDag(tid), -DAGE))
  const hvem = { kommune, medarbejder: medarbejder.id, tid }
  const [[forhold], kendetegn, dage] = await Promise.all([
    tx.run(findForhold(kommune, { part, medarbejder: medarbejder.id, egen: egenPart })),
    tx.run(findKendetegn(egenPart ? [part, egenPart] : [part])),
    tx.run(findVaner(hvem, part, fra, NATTETIMER)),
  ])
  if (!forhold) return undefined
  const kendetegnOf = (id: Uuid | undefined): Kendetegn => {
    const raekke = kendetegn.find(({ part_id }) => part_id === id)
    const kendt = raekke && openOplysninger(noegler, raekke)
    if (!kendt) return { navne: [], adresse: undefined }
    const { adresse } = kendt
    const linje = adresse && [adresse.vej, adresse.husnummer, adresse.etage, adresse.doer, adresse.postnummer].join(' ')
    return { navne: [kendt.navn, ...kendt.tidligere], adresse: linje }
  }
  return {
    tid,
    part,
    kendetegn: kendetegnOf(part),
    adressebeskyttet: forhold.adressebeskyttet,
    medarbejder: { navn: medarbejder.navn, part: egenPart, adresse: kendetegnOf(egenPart).adresse },
    slaegt: forhold.slaegt ?? undefined,
    kollega: forhold.kollega,
    egenSag,
    ting,
    vaner: toVaner(dage, danskDag(tid)),
  }
}

const toVaner = (dage: readonly Dagraekke[], idag: string): Vaner => ({
  iDag: dage.find(({ dag }) => dag === idag)?.borgere ?? 1,
  foer: dage.find(({ dag }) => dag === idag)?.foer ?? 0,
  tidligere: dage.filter(({ dag }) => dag < idag).map(({ dag, borgere, om_natten }) => ({ dag, borgere, omNatten: om_natten })),
})
