import { ARTER, type Art, type CvrNummer, type KleEmne, type Tidspunkt } from '#kernel'
import type { Kilde } from '#kilde'
import { isAltidLukket, LIVSOMRAADER, type LivsomraadeNoegle, livsomraadeFor } from '#klassifikation'
import type { KleKonfiguration, Opsaetning } from '#visning'
import type { Emnefelt } from './daekning.ts'

/** Whether a municipality shows a kind of thing in an area at all, and the earliest day it does so from: a fradato, or FRA_ALTID. */
export type Aabning = { readonly aaben: boolean; readonly visesFra: string | undefined }

/** Where older cases that are still active are shown too: they may be of any age, so no source reaches back far enough to prove there is none. */
export const FRA_ALTID = '0001-01-01'

/** One number opened opens the area: more than what is opened can never be shown, and more than that is never said. */
export function aabningFor(opsaetning: Opsaetning, { kommune, livsomraade, art }: Emnefelt, nu: Tidspunkt): Aabning {
  const fradatoer = praefikserFor(opsaetning, kommune, livsomraade, nu).flatMap((praefiks) => {
    const konfiguration = opsaetning.konfigurationFor(kommune, praefiks, nu)
    if (!konfiguration || !showsArt(konfiguration, art) || !isAabent(konfiguration, praefiks)) return []
    return [konfiguration.visAeldreAktive ? FRA_ALTID : konfiguration.fradato]
  })
  return { aaben: fradatoer.length > 0, visesFra: fradatoer.sort()[0] }
}

/** The area's own prefixes, and those within it that the municipality has configured. */
function praefikserFor(opsaetning: Opsaetning, kommune: CvrNummer, livsomraade: LivsomraadeNoegle, nu: Tidspunkt): string[] {
  const egne = LIVSOMRAADER.find(({ noegle }) => noegle === livsomraade)?.praefikser ?? []
  const konfigurerede = opsaetning.gaeldendeFor(kommune, nu).map(({ kle }) => kle)
  return [...egne, ...konfigurerede.filter((kle) => livsomraadeFor(kle as KleEmne).noegle === livsomraade)]
}

const isAabent = (konfiguration: KleKonfiguration, praefiks: string): boolean =>
  konfiguration.aaben && (!isAltidLukket(praefiks as KleEmne) || (konfiguration.juristAabnet && konfiguration.kle === praefiks))

function showsArt(konfiguration: KleKonfiguration, art: Art): boolean {
  switch (art) {
    case 'sag':
      return true
    case 'dokument':
      return konfiguration.visDokumenttitler
    case 'journalnotat':
      return konfiguration.visJournalnotater
    case 'bevilling':
      return konfiguration.visYdelser
    case 'oekonomiskEffektuering':
      return konfiguration.visUdbetalinger
    case 'aftale':
      return konfiguration.visAftaler
  }
}

/** True where a source that may deliver within `kle` (none: all) could hold something of the area. */
export function coversLivsomraade(kle: readonly string[], livsomraade: LivsomraadeNoegle): boolean {
  const omraade = LIVSOMRAADER.find(({ noegle }) => noegle === livsomraade)
  return (
    kle.length === 0 ||
    kle.some(
      (praefiks) =>
        livsomraadeFor(praefiks as KleEmne).noegle === livsomraade ||
        omraade?.praefikser.some((eget) => eget.startsWith(`${praefiks}.`)),
    )
  )
}

/** Every field that a source could hold something in: what it is to be connected for, and to state counts for, zeros too. */
export const emnefelterFor = ({ kommuner, kle }: Pick<Kilde, 'kommuner' | 'kle'>): Emnefelt[] =>
  kommuner.flatMap((kommune) =>
    LIVSOMRAADER.filter(({ noegle }) => coversLivsomraade(kle, noegle)).flatMap(({ noegle }) =>
      ARTER.map((art) => ({ kommune, livsomraade: noegle, art })),
    ),
  )
