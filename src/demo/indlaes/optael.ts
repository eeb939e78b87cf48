import { emnefelterFor, type Optaelling, type Tilslutning } from '#afstemning/daekning'
import type { CvrNummer, KleEmne } from '#kernel'
import type { Kilde as RegistreretKilde } from '#kilde'
import { type LivsomraadeNoegle, livsomraadeFor } from '#klassifikation'
import type { ElementKilde } from '#modtagelse'
import type { Kilde } from '../verden/index.ts'

type Felt = { readonly kommune: string; readonly kle: string }

/** A source's own count of what it has, made while it delivers: by municipality, area of life and kind, with 0 where it has none. */
export type Optaeller = { add(element: ElementKilde): void; result(): Optaelling[] }

export function createOptaeller(kilde: Kilde, kendt: RegistreretKilde): Optaeller {
  const antal = new Map(felterAf(kilde, kendt).map((felt) => [noegle(felt), 0]))
  // Notes stand on their case and payments on their grant: both are counted where that belongs.
  const steder = new Map<string, Felt>()
  return {
    add: (element) => {
      const felt = readFelt(element) ?? steder.get(ophavAf(element) ?? '')
      if (!felt) return
      if (element.art === 'sag' || element.art === 'bevilling') steder.set(element.id ?? '', felt)
      const navn = noegle({ kommune: felt.kommune, livsomraade: livsomraadeFor(felt.kle as KleEmne).noegle, art: element.art })
      antal.set(navn, (antal.get(navn) ?? 0) + 1)
    },
    result: () =>
      [...antal].map(([navn, tal]) => {
        const [kommune, livsomraade, art] = navn.split(' ') as [CvrNummer, LivsomraadeNoegle, Optaelling['art']]
        return { kommune, livsomraade, art, antal: tal }
      }),
  }
}

const noegle = (felt: { readonly kommune: string; readonly livsomraade: string; readonly art: string }): string =>
  `${felt.kommune} ${felt.livsomraade} ${felt.art}`

/** The fields that the source is connected for, where it delivers for the municipality at all. */
export const felterAf = (kilde: Kilde, kendt: RegistreretKilde): Omit<Tilslutning, 'kilde'>[] =>
  emnefelterFor(kendt).flatMap((felt) => {
    const tilslutning = kilde.tilslutninger.find(({ kommune }) => kommune.cvr === felt.kommune)
    return tilslutning ? [{ ...felt, tilsluttetSiden: tilslutning.siden, dataFra: tilslutning.dataTilbageTil }] : []
  })

function ophavAf(element: ElementKilde): string | undefined {
  if (element.art === 'journalnotat') return element.sag
  if (element.art === 'oekonomiskEffektuering') return element.oekonomiskYdelseEffektueringer?.[0]?.bevilgetYdelseRef?.bevilling
  return undefined
}

function readFelt(element: ElementKilde): Felt | undefined {
  const { kommune, kle } = readDele(element)
  return kommune !== undefined && kle !== undefined ? { kommune, kle } : undefined
}

type Relation = { readonly rolle?: string; readonly cvrNummer?: string; readonly brugervendtNoegle?: string }
const med = (relationer: readonly Relation[] | undefined, rolle: string) =>
  relationer?.find((relation) => relation.rolle === rolle)

function readDele(element: ElementKilde): { readonly kommune: string | undefined; readonly kle: string | undefined } {
  switch (element.art) {
    case 'sag':
      return {
        kommune: med(element.sagsaktoerer, 'Ejer')?.cvrNummer,
        kle: med(element.sagsklasser, 'Primær klasse')?.brugervendtNoegle,
      }
    case 'dokument':
      return {
        kommune: med(element.dokumentaktoerer, 'Ejer')?.cvrNummer,
        kle: med(element.dokumentklasser, 'Primær klasse')?.brugervendtNoegle,
      }
    case 'aftale':
      return { kommune: med(element.aktoerer, 'Ejer')?.cvrNummer, kle: med(element.klasser, 'Primær klasse')?.brugervendtNoegle }
    case 'bevilling':
      return {
        kommune: med(element.bevillingsaktoerer, 'Ejer')?.cvrNummer,
        kle: element.bevilgedeYdelser?.[0]?.ydelse?.klassifikation?.brugervendtNoegle,
      }
    default:
      return { kommune: undefined, kle: undefined }
  }
}
