import type { Tidspunkt } from '#kernel'
import type { Forloeb } from '../forloeb.ts'
import { bankdagFra, type Dato, iKontortid, plusDage, plusMaaneder } from '../kalender.ts'
import type { Led } from '../katalog/sagstype.ts'
import { createTilfaeldighed, type Tilfaeldighed } from '../tilfaeldighed.ts'

export type Fremdrift = 'Opstaaet' | 'Oplyst' | 'Afgjort' | 'Afsluttet'
export type Trin = { readonly status: Fremdrift; readonly dato: Dato }

/** What has happened in a matter up to and with yesterday, and what is known of its future. */
export type Tidslinje = {
  readonly idag: Dato
  readonly trin: readonly Trin[]
  readonly afgjort: Dato | undefined
  readonly afsluttet: Dato | undefined
  /** True where the decision went against the citizen. */
  readonly afslag: boolean
  /** True where the decision letter is not sent yet. */
  readonly brevVenter: boolean
  /** The first and last day of what was granted; `til` undefined is until further notice. Undefined where nothing is granted. */
  readonly bevilget: { readonly fra: Dato; readonly til: Dato | undefined } | undefined
}

/** A stream of chance for one part of a matter, so that a change in one part leaves the others as they were. */
export const createDel = (forloeb: Forloeb, del: string): Tilfaeldighed =>
  createTilfaeldighed(`${forloeb.navnerum}/${forloeb.noegle}/${del}`)

const omtrent = (r: Tilfaeldighed, dage: number): number => Math.max(1, Math.round(dage * (0.5 + r.tal())))

type Dage = { readonly oplyst?: number; readonly afgjort?: number; readonly afsluttet?: number }

/** The days of the steps by the type's habit, one case in six jumping over Oplyst, one in ten straight to Afsluttet. */
function planlagteDage(forloeb: Forloeb, r: Tilfaeldighed): Dage {
  const { dage } = forloeb.type
  if (forloeb.tilpasning.dage) return forloeb.tilpasning.dage
  const oplyst = omtrent(r, dage.oplyst)
  const afgjort = Math.max(oplyst + 1, omtrent(r, dage.afgjort))
  const afsluttet = dage.afsluttet === undefined ? undefined : Math.max(afgjort + 1, omtrent(r, dage.afsluttet))
  if (afsluttet !== undefined && r.chance(0.1)) return { afsluttet }
  return { ...(r.chance(1 / 6) ? {} : { oplyst }), afgjort, ...(afsluttet === undefined ? {} : { afsluttet }) }
}

function grantedPeriod(forloeb: Forloeb, r: Tilfaeldighed, afgjort: Dato): { fra: Dato; til: Dato | undefined } {
  const [mindst, mest] = forloeb.type.bevilling?.maaneder ?? [0, 0]
  const maaneder = forloeb.tilpasning.maaneder ?? (mest === 0 ? undefined : r.heltal(mindst, mest))
  // Until further notice often ends all the same: people move, get well, or die.
  if (maaneder === undefined && !r.chance(0.25)) return { fra: afgjort, til: undefined }
  return { fra: afgjort, til: plusDage(plusMaaneder(afgjort, maaneder ?? r.heltal(6, 36)), -1) }
}

/** The steps that have happened. Offices work on weekdays. */
function happened(
  dage: Dage,
  start: Dato,
  idag: Dato,
): { oplyst: Dato | undefined; afgjort: Dato | undefined; lukket: Dato | undefined } {
  const paa = (antal: number | undefined): Dato | undefined => {
    const dato = antal === undefined ? undefined : bankdagFra(plusDage(start, antal))
    return dato !== undefined && dato < idag ? dato : undefined
  }
  return { oplyst: paa(dage.oplyst), afgjort: paa(dage.afgjort), lukket: paa(dage.afsluttet) }
}

/** A case without a closing day of its own closes with what it granted, or a month after a refusal. */
function closing(
  dage: Dage,
  lukket: Dato | undefined,
  afgjort: Dato | undefined,
  bevilget: Tidslinje['bevilget'],
  afslag: boolean,
) {
  if (dage.afsluttet !== undefined) return lukket
  return afslag && afgjort ? plusDage(afgjort, 30) : bevilget?.til
}

export function createTidslinje(forloeb: Forloeb, idag: Dato): Tidslinje {
  const { type, tilpasning, start } = forloeb
  const r = createDel(forloeb, 'tidslinje')
  const dage = planlagteDage(forloeb, r)
  const { oplyst, afgjort, lukket } = happened(dage, start, idag)
  const tilfaeldigtAfslag = r.chance(0.1) && type.bevilling !== undefined
  const afslag = afgjort !== undefined && (tilpasning.afslag ?? tilfaeldigtAfslag)
  const bevilget = afgjort !== undefined && !afslag && type.bevilling ? grantedPeriod(forloeb, r, afgjort) : undefined
  const udloeb = closing(dage, lukket, afgjort, bevilget, afslag)
  const afsluttet = udloeb !== undefined && udloeb < idag ? udloeb : undefined
  const nylig = afgjort !== undefined && plusDage(afgjort, 10) > idag && afsluttet === undefined
  const trin = [
    { status: 'Opstaaet', dato: start },
    { status: 'Oplyst', dato: oplyst },
    { status: 'Afgjort', dato: afgjort },
    { status: 'Afsluttet', dato: afsluttet },
  ] as const
  return {
    idag,
    trin: trin.filter((et): et is Extract<typeof et, { dato: Dato }> => et.dato !== undefined) as readonly Trin[],
    afgjort,
    afsluttet,
    afslag,
    brevVenter: tilpasning.brevVenter ?? (nylig && r.chance(0.6)),
    bevilget,
  }
}

/**
 * An instant in office hours of the day, the matter's own hour and then minute `plads` (0-159), so that what happens on one day
 * keeps its order.
 */
export const tidPaa = (forloeb: Forloeb, dato: Dato, plads: number): Tidspunkt =>
  iKontortid(
    dato,
    ((forloeb.noegle.length * 37 + (forloeb.noegle.codePointAt(forloeb.noegle.length - 1) ?? 0) * 11) % 240) + plads,
  )

/** About once a year from the decision for as long as the case or what it granted runs. */
function loebendeDage(forloeb: Forloeb, linje: Tidslinje, r: Tilfaeldighed): Dato[] {
  if (!linje.afgjort || linje.afslag) return []
  const slut = linje.afsluttet ?? linje.bevilget?.til ?? linje.idag
  const antal = forloeb.tilpasning.loebendeDokumenter
  const skridt = antal ? 9 : r.heltal(330, 400)
  const dage: Dato[] = []
  let dag = bankdagFra(plusDage(linje.afgjort, antal ? 3 : r.heltal(20, 120)))
  for (; dag <= slut && dag < linje.idag && dage.length < (antal ?? 6); dag = bankdagFra(plusDage(dag, skridt))) dage.push(dag)
  return dage
}

/** The days on which something of this part of a case's life happens: none where the case has not got there. */
export function dageForLed(forloeb: Forloeb, linje: Tidslinje, led: Led, r: Tilfaeldighed): Dato[] {
  if (led === 'start') return [forloeb.start]
  if (led === 'loebende') return loebendeDage(forloeb, linje, r)
  if (led === 'afgoerelse') return linje.afgjort ? [linje.afgjort] : []
  const oplyst = linje.trin.find(({ status }) => status === 'Oplyst')?.dato
  const dag = oplyst ?? bankdagFra(plusDage(forloeb.start, r.heltal(1, 9)))
  const slut = linje.afgjort ?? linje.afsluttet
  return dag < linje.idag && (slut === undefined || dag <= slut) ? [dag] : []
}
