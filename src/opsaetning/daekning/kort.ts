import {
  type AabenAfvisning,
  type Daekning,
  type Emnefelt,
  type Forbehold,
  type KildeDaekning,
  type Udsagn,
  type Udsagnsgrundlag,
  udsagnFor,
} from '#afstemning/daekning'
import { ARTER, type Art, type CvrNummer, type Tidspunkt, type Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { LIVSOMRAADER, type LivsomraadeNoegle } from '#klassifikation'
import type { Noedstop, Opsaetning } from '#visning'

/** The map of coverage of one municipality. Pure: it follows from the same facts as what citizens are told, and can never say otherwise. */

/** How a source stands in a field, from best to worst. `venter`: it agreed, and has delivered since without having been confirmed. */
export const KILDETILSTANDE = ['bevist', 'venter', 'delvis', 'uafstemt', 'afviste', 'forsinket', 'stoppet', 'mangler'] as const
export type Kildetilstand = (typeof KILDETILSTANDE)[number]

/** A source in a field: a kind of thing in an area of life. */
export type Kildefelt = {
  readonly art: Art
  readonly tilstand: Kildetilstand
  /** All that keeps it from being proved. */
  readonly forbehold: readonly Forbehold[]
  /** Undefined where it is expected and not connected. */
  readonly daekning: KildeDaekning | undefined
  readonly senesteLevering: Tidspunkt | undefined
  readonly afviste: number
}

/** A source in an area; the worst of its fields decides. */
export type Kildeomraade = {
  readonly kilde: Kilde
  readonly tilstand: Kildetilstand
  readonly felter: readonly Kildefelt[]
}

/** What citizens who see nothing of a kind are told. */
export type Artsudsagn = {
  readonly art: Art
  readonly aaben: boolean
  readonly udsagn: Exclude<Udsagn['udsagn'], 'vist'>
  readonly forbehold: readonly Forbehold[]
}

export type Omraadekort = {
  readonly omraade: LivsomraadeNoegle
  /** The kinds of system that the municipality says could hold such things; none where it does not know. */
  readonly forventede: readonly string[]
  /** Those of them that no connected source is of. */
  readonly utilsluttede: readonly string[]
  readonly arter: readonly Artsudsagn[]
  readonly kilder: readonly Kildeomraade[]
}

export type Kommunekort = {
  readonly kommune: CvrNummer
  readonly omraader: readonly Omraadekort[]
  /** The sources that deliver for the municipality, may, or did. */
  readonly kilder: readonly Kilde[]
}

/** Of the fields that a municipality shows: how many are proved, how many are not for some reason, and how many nobody delivers. */
export type Felttal = { readonly bevist: number; readonly forbehold: number; readonly ikkeTilsluttet: number }

export type Kortgrundlag = {
  readonly daekning: Daekning
  readonly opsaetning: Opsaetning
  /** The municipality's stops in force. */
  readonly stop: readonly Noedstop[]
  readonly nu: Tidspunkt
}

export function kommunekort(grundlag: Kortgrundlag, kommune: CvrNummer): Kommunekort {
  const { fakta } = grundlag.daekning
  const leverer = new Set(fakta.raekker.flatMap((raekke) => (raekke.kommune === kommune ? [raekke.kilde] : [])))
  const kilder = fakta.kilder
    .filter((kilde) => leverer.has(kilde.id) || kilde.kommuner.includes(kommune))
    .toSorted((a, b) => a.slags.localeCompare(b.slags) || a.navn.localeCompare(b.navn, 'da'))
  const egne = fakta.raekker.filter((raekke) => raekke.kommune === kommune)
  const senest = new Map(egne.map((raekke) => [noegle(raekke, raekke.kilde), raekke.senesteLevering]))
  const afvisninger = fakta.afvisninger.filter((en) => en.kommune === undefined || en.kommune === kommune)
  const omraader = LIVSOMRAADER.map(({ noegle: omraade }): Omraadekort => {
    const felter = ARTER.map((art) => ({ kommune, livsomraade: omraade, art }))
    const alle = felter.map((felt) => grundlag.daekning.grundlagFor(felt, grundlag.opsaetning, grundlag.nu, grundlag.stop))
    return {
      omraade,
      ...forventning(alle),
      arter: alle.map((et, i) => artsudsagn(et, ARTER[i] as Art)),
      kilder: kilder.flatMap((kilde) => kildeomraade({ kilde, felter, alle, senest, afvisninger }) ?? []),
    }
  })
  return { kommune, omraader, kilder }
}

/** One statement for all six kinds: what is expected is said of an area. */
function forventning(alle: readonly Udsagnsgrundlag[]): Pick<Omraadekort, 'forventede' | 'utilsluttede'> {
  const forventede = alle[0]?.forventedeSlags ?? []
  const tilsluttede = new Set(alle.flatMap(({ tilsluttede }) => tilsluttede.map(({ kilde }) => kilde.slags)))
  return { forventede, utilsluttede: forventede.filter((slags) => !tilsluttede.has(slags)) }
}

function artsudsagn(grundlag: Udsagnsgrundlag, art: Art): Artsudsagn {
  const { udsagn, forbehold } = udsagnFor(grundlag)
  return { art, aaben: grundlag.aaben, udsagn: udsagn === 'vist' ? 'ikkeSet' : udsagn, forbehold }
}

const noegle = ({ kommune, livsomraade, art }: Emnefelt, kilde: Uuid): string => `${kommune} ${livsomraade} ${art} ${kilde}`

/** A source, and what is known of one area: its six fields, each with what its statement follows from. */
type Kildegrundlag = {
  readonly kilde: Kilde
  readonly felter: readonly Emnefelt[]
  readonly alle: readonly Udsagnsgrundlag[]
  readonly senest: ReadonlyMap<string, Tidspunkt | undefined>
  readonly afvisninger: readonly AabenAfvisning[]
}

/** Undefined where the source has nothing to do with the area. */
function kildeomraade({ kilde, felter, alle, senest, afvisninger }: Kildegrundlag): Kildeomraade | undefined {
  const egne = alle.flatMap((grundlag, i): Kildefelt[] => {
    const felt = felter[i] as Emnefelt
    const led = grundlag.tilsluttede.find((en) => en.kilde.id === kilde.id)
    const mangler = grundlag.ikkeTilsluttede.some((en) => en.id === kilde.id)
    if (!led) return mangler ? [{ ...UDEN, art: felt.art }] : []
    const afviste = countAfviste(afvisninger, kilde, felt)
    const forbehold = kildeforbehold(grundlag, led, afviste)
    const tilstand = isStoppet(kilde, felt.kommune) ? 'stoppet' : tilstandFor(forbehold)
    return [{ art: felt.art, tilstand, forbehold, daekning: led, senesteLevering: senest.get(noegle(felt, kilde.id)), afviste }]
  })
  return egne.length === 0 ? undefined : { kilde, tilstand: vaerste(egne.map(({ tilstand }) => tilstand)), felter: egne }
}

const UDEN = { tilstand: 'mangler', forbehold: [], daekning: undefined, senesteLevering: undefined, afviste: 0 } as const

/** What could be said were this source the only one: what is the matter with it, and with nothing else. */
const kildeforbehold = (grundlag: Udsagnsgrundlag, led: KildeDaekning, afviste: number): readonly Forbehold[] =>
  udsagnFor({
    ...grundlag,
    aaben: true,
    tilsluttede: [led],
    baerende: [],
    forventedeSlags: [led.kilde.slags],
    ikkeTilsluttede: [],
    aabneAfvisninger: afviste,
    stoppet: false,
  }).forbehold

/** Blocked by the operator, or taken out of operation for the municipality: it delivers no more, whatever it has delivered. */
export const isStoppet = ({ spaerret, kommuner }: Kilde, kommune: CvrNummer): boolean =>
  spaerret !== undefined || !kommuner.includes(kommune)

/** Worst first. */
const TILSTANDE: readonly (readonly [string, Kildetilstand])[] = [
  ['forsinket', 'forsinket'],
  ['afviste', 'afviste'],
  ['ikkeAfstemt', 'uafstemt'],
  ['kunSiden', 'delvis'],
  ['ikkeBevist', 'venter'],
]

const tilstandFor = (forbehold: readonly string[]): Kildetilstand =>
  TILSTANDE.find(([navn]) => forbehold.includes(navn))?.[1] ?? (forbehold.length === 0 ? 'bevist' : 'venter')

export const vaerste = (tilstande: readonly Kildetilstand[]): Kildetilstand =>
  KILDETILSTANDE.findLast((tilstand) => tilstande.includes(tilstand)) ?? 'bevist'

/** The source's own refused lines that may be about the field; what a line did not show it may be about. */
const countAfviste = (afvisninger: readonly AabenAfvisning[], kilde: Kilde, felt: Emnefelt): number =>
  afvisninger
    .filter(
      (en) =>
        en.kilde === kilde.id &&
        (en.kommune !== undefined || kilde.kommuner.includes(felt.kommune)) &&
        (en.livsomraade ?? felt.livsomraade) === felt.livsomraade &&
        (en.art ?? felt.art) === felt.art,
    )
    .reduce((sum, { antal }) => sum + antal, 0)

export const countArter = (arter: readonly Artsudsagn[]): Felttal => {
  const aabne = arter.filter(({ aaben }) => aaben)
  const antal = (udsagn: Artsudsagn['udsagn']): number => aabne.filter((en) => en.udsagn === udsagn).length
  return { bevist: antal('intet'), forbehold: antal('ikkeSet'), ikkeTilsluttet: antal('ikkeTilsluttet') }
}

export const plusTal = (a: Felttal, b: Felttal): Felttal => ({
  bevist: a.bevist + b.bevist,
  forbehold: a.forbehold + b.forbehold,
  ikkeTilsluttet: a.ikkeTilsluttet + b.ikkeTilsluttet,
})
export const INTET_TAL: Felttal = { bevist: 0, forbehold: 0, ikkeTilsluttet: 0 }
export const felterI = ({ bevist, forbehold, ikkeTilsluttet }: Felttal): number => bevist + forbehold + ikkeTilsluttet

export const kommunetal = ({ omraader }: Kommunekort): Felttal =>
  omraader.reduce((sum, { arter }) => plusTal(sum, countArter(arter)), INTET_TAL)
