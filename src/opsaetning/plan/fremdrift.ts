import { isUnderPraefiks, type KlePraefiks, type Tidspunkt, type Uuid } from '#kernel'
import { isAaben, kommendeVersioner, type Udkast } from '#opsaetning/konfiguration'
import { danskDag } from '#platform/clock'
import type { KleKonfiguration, Opsaetning } from '#visning'
import { type Etape, numreFor, type Plan } from './plan.ts'

/** How far a plan has come: computed from what is configured, drafted and waiting. Pure, and nothing of it is typed in by hand. */

/** What progress is computed from. */
export type Planfakta = {
  readonly nu: Tidspunkt
  readonly opsaetning: Opsaetning
  /** The municipality's drafts. */
  readonly udkast: readonly Udkast[]
  /** How many titles wait for a look, by emne. */
  readonly ventende: ReadonlyMap<string, number>
}

/** `forslag`: waits for another's approval. `kommer`: approved, and comes into force by its date. */
export type Nummertilstand = 'vist' | 'kommer' | 'forslag' | 'udkast' | 'lukket'
export type Nummerfremdrift = {
  readonly kle: KlePraefiks
  readonly tilstand: Nummertilstand
  /** The draft or proposal that has it. */
  readonly udkast: Udkast | undefined
  /** When it is to come into force. */
  readonly kommer: Tidspunkt | undefined
  /** What holds for it where it is shown. */
  readonly gaeldende: KleKonfiguration | undefined
}

export type Etapetilstand = 'naaet' | 'forsinket' | 'igang' | 'planlagt'
export type Etapefremdrift = {
  readonly etape: Etape
  readonly tilstand: Etapetilstand
  readonly numre: readonly Nummerfremdrift[]
  readonly vist: number
  /** Titles of its numbers that wait for a look. */
  readonly ventende: number
}

export const planfremdrift = (plan: Plan, fakta: Planfakta): readonly Etapefremdrift[] =>
  plan.etaper.map((etape) => etapefremdrift(plan, etape, fakta))

function etapefremdrift({ kommune }: Plan, etape: Etape, fakta: Planfakta): Etapefremdrift {
  const numre = numreFor(etape).map((kle) => nummerfremdrift(kommune, kle, fakta))
  const vist = numre.filter(({ tilstand }) => tilstand === 'vist').length
  return { etape, tilstand: tilstandAf(etape, numre, vist, fakta.nu), numre, vist, ventende: ventendeUnder(numre, fakta) }
}

function nummerfremdrift(kommune: Plan['kommune'], kle: KlePraefiks, { opsaetning, udkast, nu }: Planfakta): Nummerfremdrift {
  if (isAaben(opsaetning, kommune, kle, nu)) {
    const gaeldende = opsaetning.konfigurationFor(kommune, kle, nu)
    return { kle, tilstand: 'vist', udkast: undefined, kommer: undefined, gaeldende }
  }
  const intet = { kle, udkast: undefined, kommer: undefined, gaeldende: undefined }
  const kommende = kommendeVersioner(opsaetning, kommune, kle, nu).find((version) => version.aaben)
  if (kommende) return { ...intet, tilstand: 'kommer', kommer: kommende.gaelderFra }
  const med = udkast.filter((et) => opensNummer(et, kle))
  const forslag = med.find(({ tilstand }) => tilstand === 'foreslaaet')
  if (forslag) return { ...intet, tilstand: 'forslag', udkast: forslag }
  const aabent = med.find(({ tilstand }) => tilstand === 'udkast')
  return aabent ? { ...intet, tilstand: 'udkast', udkast: aabent } : { ...intet, tilstand: 'lukket' }
}

/** True where the draft opens the number, or a group that it lies in and that nothing nearer closes. */
function opensNummer({ linjer }: Udkast, kle: KlePraefiks): boolean {
  const naermest = linjer.filter((linje) => isUnderPraefiks(kle, linje.kle)).toSorted((a, b) => b.kle.length - a.kle.length)[0]
  return naermest?.felter.aaben === true
}

function tilstandAf({ fra, til }: Etape, numre: readonly Nummerfremdrift[], vist: number, nu: Tidspunkt): Etapetilstand {
  const idag = danskDag(nu)
  if (numre.length > 0 && vist === numre.length) return 'naaet'
  if (til < idag) return 'forsinket'
  return fra <= idag || numre.some(({ tilstand }) => tilstand !== 'lukket') ? 'igang' : 'planlagt'
}

/** An emne counts once, under whichever of the numbers it lies. */
function ventendeUnder(numre: readonly { readonly kle: KlePraefiks }[], { ventende }: Planfakta): number {
  let antal = 0
  for (const [emne, egne] of ventende) if (numre.some(({ kle }) => isUnderPraefiks(emne, kle))) antal += egne
  return antal
}

/** What the whole plan comes to: each number once, though two stages name it. */
export type Plantal = {
  readonly numre: number
  readonly vist: number
  readonly kommer: number
  readonly forslag: number
  readonly tilbage: number
  readonly ventende: number
}

export function plantal(etaper: readonly Etapefremdrift[], fakta: Planfakta): Plantal {
  const numre = [...new Map(etaper.flatMap((etape) => etape.numre).map((nummer) => [nummer.kle, nummer])).values()]
  const count = (tilstand: Nummertilstand): number => numre.filter((nummer) => nummer.tilstand === tilstand).length
  return {
    numre: numre.length,
    vist: count('vist'),
    kommer: count('kommer'),
    forslag: count('forslag'),
    tilbage: count('udkast') + count('lukket'),
    ventende: ventendeUnder(numre, fakta),
  }
}

/** What to do now, as one step. */
export type NaesteSkridt =
  | { readonly slags: 'lavEtape' }
  | { readonly slags: 'lavUdkast'; readonly etape: Etape; readonly antal: number }
  | { readonly slags: 'forhaandsvis' | 'foreslaa' | 'godkend' | 'ventPaaAnden'; readonly etape: Etape; readonly udkast: Udkast }
  | { readonly slags: 'ventTilDato'; readonly etape: Etape; readonly dag: string }
  | { readonly slags: 'gennemse'; readonly antal: number }
  | { readonly slags: 'altVist' }

/**
 * The first thing that the plan waits for, in the order of its stages. `mig`: who asks, since nobody approves what they have written
 * themselves. `forhaandsvist`: the drafts whose preview still holds.
 */
export function findNaesteSkridt(
  etaper: readonly Etapefremdrift[],
  spoerger: { readonly mig: Uuid; readonly forhaandsvist: ReadonlySet<Uuid>; readonly ventende: number; readonly nu: Tidspunkt },
): NaesteSkridt {
  if (etaper.length === 0) return { slags: 'lavEtape' }
  for (const etape of etaper) {
    const skridt = skridtI(etape, spoerger)
    if (skridt) return skridt
  }
  if (spoerger.ventende > 0) return { slags: 'gennemse', antal: spoerger.ventende }
  for (const { etape, numre } of etaper) {
    const dag = numre.flatMap(({ kommer }) => (kommer && kommer > spoerger.nu ? [danskDag(kommer)] : [])).sort()[0]
    if (dag) return { slags: 'ventTilDato', etape, dag }
  }
  return { slags: 'altVist' }
}

/** What a stage waits for from somebody; undefined where it waits for nothing but a date. */
function skridtI(
  { etape, numre }: Etapefremdrift,
  { mig, forhaandsvist }: { readonly mig: Uuid; readonly forhaandsvist: ReadonlySet<Uuid> },
): NaesteSkridt | undefined {
  const forslag = numre.find(({ tilstand }) => tilstand === 'forslag')?.udkast
  if (forslag) return { slags: mayGodkende(forslag, mig) ? 'godkend' : 'ventPaaAnden', etape, udkast: forslag }
  const udkast = numre.find(({ tilstand }) => tilstand === 'udkast')?.udkast
  if (udkast) return { slags: forhaandsvist.has(udkast.id) ? 'foreslaa' : 'forhaandsvis', etape, udkast }
  const antal = numre.filter(({ tilstand }) => tilstand === 'lukket').length
  return antal > 0 ? { slags: 'lavUdkast', etape, antal } : undefined
}

const mayGodkende = ({ redaktoerer, forslag }: Udkast, mig: Uuid): boolean => !redaktoerer.has(mig) && forslag?.af.id !== mig
