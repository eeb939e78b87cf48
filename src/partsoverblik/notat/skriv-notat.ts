import { type Laesedeps, readForSagsbehandler } from '#adgangslog'
import { afvist, type Medarbejdergrundlag, ok, type Resultat, type Tidspunkt, type Uuid, uuidFromName } from '#kernel'
import { vedTid } from '#overblik'
import { type Noegler, open, seal } from '#platform/crypto'
import type { Notatafvisning } from './notat.errors.ts'
import { findModtager, insertNotat, listNotater, listSager, type NotatRaekke, type Sagsraekke } from './notat.sql.ts'
import { findFund, type Notatfund, type Notatindhold, refuse, type SkrevetNotat } from './notat.ts'

export type Notatdeps = Laesedeps & { readonly noegler: Noegler }

/** A case that a note may be written on. */
export type Notatsag = { readonly id: Uuid; readonly kle: string; readonly titel: string; readonly nummer: string }

/** Where the seal of a note's text belongs: to its id, its case and its municipality. */
export const notataad = (notat: Uuid, sag: Uuid, kommune: string): string => `borgerblikket/notat ${notat} ${sag} ${kommune}`

/** Notes are written with the rights of those groups that say so, each as a whole: a right to see one thing and to write on another is none. */
const skrivende = (grundlag: Medarbejdergrundlag): Medarbejdergrundlag => ({
  ...grundlag,
  rettigheder: grundlag.rettigheder.filter(({ systemroller }) => systemroller.includes('notat')),
})

/** So many days a system may be silent before nothing more is written for it. */
const TAVS_DAGE = 30
const HOEJST_VENTENDE = 100

/**
 * The cases that the employee may write on, and the notes that were written on cases that they may see. Both reads are logged. Throws as
 * readForSagsbehandler, and Forseglingsfejl.
 */
export async function readNotatside(
  deps: Notatdeps,
  grundlag: Medarbejdergrundlag,
): Promise<{ readonly sager: readonly Notatsag[]; readonly notater: readonly SkrevetNotat[] }> {
  const nu = deps.clock.now()
  const ret = skrivende(grundlag)
  const [[sager], [notater]] = await Promise.all([
    readForSagsbehandler(deps, ret, { hvad: 'sager' }, [listSager(ret, nu)]),
    readForSagsbehandler(deps, grundlag, { hvad: 'skrevneNotater' }, [listNotater(grundlag, nu)]),
  ])
  return { sager: sager.map((raekke) => toNotatsag(raekke, nu)), notater: notater.map((raekke) => toNotat(deps.noegler, raekke)) }
}

function toNotatsag({ item_id, kle, data }: Sagsraekke, nu: Tidspunkt): Notatsag {
  const titel = data.art === 'sag' ? vedTid(data.titler, nu) : undefined
  return { id: item_id, kle, titel: titel?.titel ?? '', nummer: titel?.nummer ?? '' }
}

const toNotat = ({ indhold: ring }: Noegler, raekke: NotatRaekke): SkrevetNotat => {
  const { notat_id, sag_id, kommune, indhold } = raekke
  const tekst = indhold && open(ring, indhold, notataad(notat_id, sag_id, kommune)).toString('utf8')
  return {
    id: notat_id,
    sag: sag_id,
    kommune,
    tilstand: raekke.tilstand,
    tilstandTid: raekke.tilstand_tid,
    grund: raekke.afvist_grund ?? undefined,
    grundtekst: raekke.afvist_tekst,
    skrevet: raekke.skrevet,
    af: raekke.af,
    afNavn: raekke.af_navn,
    indhold: tekst ? (JSON.parse(tekst) as Notatindhold) : undefined,
  }
}

export type Notatoenske = Notatindhold & {
  readonly sag: Uuid
  /** Made with the form: a form that is sent twice as it stands is one note. */
  readonly noegle: Uuid
  /** What was found has been looked at. */
  readonly set: boolean
}

/** What came of it: the note's id, or why not and what was found. */
export type Notatsvar = Resultat<Uuid, { readonly grund: Notatafvisning; readonly fund: Notatfund }>

/**
 * Writes a note on a case for its system to fetch. It is kept sealed, with the event that tells the system, in one transaction: when this answers,
 * it is not lost. Throws as readForSagsbehandler, or DatabaseFejl.
 */
export async function writeNotat(
  deps: Notatdeps,
  grundlag: Medarbejdergrundlag,
  hvem: { readonly navn: string; readonly enhed: string | undefined },
  oenske: Notatoenske,
): Promise<Notatsvar> {
  const { kommune, part, aktoer } = grundlag
  const indhold: Notatindhold = { titel: oenske.titel.trim(), tekst: oenske.tekst.replaceAll('\r\n', '\n').trim() }
  const fund = findFund(indhold)
  const nej = (grund: Notatafvisning): Notatsvar => afvist({ grund, fund })
  const { sag: oensket } = oenske
  const nu = deps.clock.now()
  const ret = skrivende(grundlag)
  const [sager] = await readForSagsbehandler(deps, ret, { hvad: 'sager', objekt: oensket }, [listSager(ret, nu)])
  const sag = sager.find(({ item_id }) => item_id === oensket)
  if (!sag) return nej('FINDES_IKKE')
  const grund = refuse(indhold, fund, oenske.set)
  if (grund) return nej(grund)
  // With what it says: a form that was sent, gone back to and changed is another note, and not the first one once more.
  const id = uuidFromName(aktoer.id, `notat ${oenske.noegle} ${sag.item_id} ${JSON.stringify(indhold)}`)
  const kontekst = { rolle: 'sagsskriver', parter: [part], grund: 'notat', aktoer: aktoer.id, kommune } as const
  return deps.db.transaction(kontekst, async (tx): Promise<Notatsvar> => {
    const [modtager] = await tx.run(findModtager(sag.item_id, kommune))
    if (!modtager) return nej('FINDES_IKKE')
    const { master, senest, venter } = modtager
    if (!senest || Date.parse(nu) - Date.parse(senest) > TAVS_DAGE * 86_400_000) return nej('SYSTEMET_HENTER_IKKE')
    if (venter >= HOEJST_VENTENDE) return nej('FOR_MANGE')
    const forseglet = seal(deps.noegler.indhold, JSON.stringify(indhold), notataad(id, sag.item_id, kommune))
    const faelles = { id, kommune, part, sag: sag.item_id, kle: sag.kle, master }
    await tx.run(insertNotat({ ...faelles, af: aktoer.id, afNavn: hvem.navn, enhed: hvem.enhed, indhold: forseglet }, nu))
    return ok(id)
  })
}
