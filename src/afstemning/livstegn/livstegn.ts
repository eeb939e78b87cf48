import type { CvrNummer, Tidspunkt } from '#kernel'

/** A source's sign of life: what it has registered, sent and had confirmed, told under its own number. */
export type Livstegn = {
  /** Its own, from 1, rising. */
  readonly loebenummer: number
  /** When the source made it. */
  readonly tidspunkt: Tidspunkt
  readonly kommuner: readonly Kommunetegn[]
  /** When the next is to be expected. */
  readonly naeste: Tidspunkt | undefined
}

export type Kommunetegn = {
  readonly kommune: CvrNummer
  /** All that the source has registered up to here has been sent and confirmed, and nothing later is counted in `sendt`. */
  readonly vandmaerke: Tidspunkt
  /** How many lines for the municipality the source has had confirmed as 'modtaget', ever. */
  readonly sendt: number
  /** How many registrations wait to be sent. */
  readonly koe: number
}

/** Why a sign proves nothing of a municipality. */
export type UbevistGrund =
  | 'AFSTEMNING_MANGLER'
  | 'KOE'
  | 'ANTAL_FORSKELLIGT'
  /** Something newer than the watermark has been delivered. */
  | 'VANDMAERKE_FORAELDET'

/** What is answered of a municipality. */
export type Livstegnssvar = {
  readonly kommune: CvrNummer
  readonly bevist: boolean
  readonly hvorfor: UbevistGrund | undefined
  /** What we have counted. */
  readonly modtaget: number
  /** What we should have counted by what the source says; undefined where the counts have never been bound together. */
  readonly ventet: number | undefined
}

/** How a pair stands where the sign comes. */
export type Parstand = {
  readonly modtaget: number
  readonly nyeste: Tidspunkt | undefined
  readonly forskydning: number | undefined
  readonly afstemt: Tidspunkt | undefined
}

/** A reconciliation that agreed longer ago says too little of today. */
export const AFSTEMT_GYLDIG_MS = 31 * 24 * 3_600_000

/**
 * What a sign proves of a municipality: that the index holds what the source held at its watermark, but for what stands refused, which silences
 * where it may belong by itself (sammenhold.ts). It takes an agreeing reconciliation that is not too old, nothing that waits, the same count, and
 * nothing newer here than the watermark. Pure.
 */
export function vurderTegn(tegn: Kommunetegn, stand: Parstand, nu: Tidspunkt): Livstegnssvar {
  const ventet = stand.forskydning === undefined ? undefined : tegn.sendt - stand.forskydning
  const hvorfor = findGrund(tegn, stand, ventet, nu)
  return { kommune: tegn.kommune, bevist: hvorfor === undefined, hvorfor, modtaget: stand.modtaget, ventet }
}

function findGrund(
  { vandmaerke, koe }: Kommunetegn,
  { modtaget, nyeste, afstemt }: Parstand,
  ventet: number | undefined,
  nu: Tidspunkt,
): UbevistGrund | undefined {
  if (ventet === undefined || afstemt === undefined || Date.parse(nu) - Date.parse(afstemt) > AFSTEMT_GYLDIG_MS)
    return 'AFSTEMNING_MANGLER'
  if (koe > 0) return 'KOE'
  if (ventet !== modtaget) return 'ANTAL_FORSKELLIGT'
  return nyeste !== undefined && nyeste > vandmaerke ? 'VANDMAERKE_FORAELDET' : undefined
}

/** Why a whole sign is refused; then nothing of it is kept. */
export type Livstegnsafvisning = 'LOEBENUMMER_BRUGT' | 'KOMMUNE_IKKE_AFTALT' | 'LIVSTEGN_UGYLDIGT' | 'LIVSTEGN_TIDSPUNKT'

export const LIVSTEGN_SAETNINGER: Readonly<Record<Livstegnsafvisning, { readonly da: string; readonly en: string }>> = {
  LOEBENUMMER_BRUGT: {
    da: 'Løbenummeret er brugt, eller et højere er. Send næste livstegn med et nummer, der er højere end alle de forrige.',
    en: 'The number has been used, or a higher one has. Send the next sign of life with a number above all those before.',
  },
  KOMMUNE_IKKE_AFTALT: {
    da: 'Kilden leverer ikke for en af kommunerne; nævn kun dem, der er aftalt.',
    en: 'The source does not deliver for one of the municipalities; name only those agreed.',
  },
  LIVSTEGN_UGYLDIGT: {
    da: 'Livstegnet kan ikke læses, eller nævner den samme kommune to gange.',
    en: 'The sign of life cannot be read, or names the same municipality twice.',
  },
  LIVSTEGN_TIDSPUNKT: {
    da: 'Tidspunktet er mere end fem minutter fremme, vandmærket er senere end tidspunktet, eller det næste livstegn er ikke senere.',
    en: 'The time is more than five minutes ahead, the watermark is later than the time, or the next sign of life is not later.',
  },
}

/** As many municipalities as there are, and some to come. */
const HOEJST_KOMMUNER = 200
/** A clock may be this much ahead of ours. */
const HOEJST_FREMME_MS = 5 * 60_000

/** Whether a sign can be one of a source's that may deliver for `kommuner`. Pure. */
export function checkLivstegn(
  { loebenummer, tidspunkt, kommuner, naeste }: Livstegn,
  maaLevereFor: (kommune: CvrNummer) => boolean,
  nu: Tidspunkt,
): Livstegnsafvisning | undefined {
  const tal = [loebenummer, ...kommuner.flatMap(({ sendt, koe }) => [sendt, koe])]
  if (loebenummer < 1 || !tal.every((et) => Number.isSafeInteger(et) && et >= 0)) return 'LIVSTEGN_UGYLDIGT'
  if (kommuner.length === 0 || kommuner.length > HOEJST_KOMMUNER) return 'LIVSTEGN_UGYLDIGT'
  if (new Set(kommuner.map(({ kommune }) => kommune)).size !== kommuner.length) return 'LIVSTEGN_UGYLDIGT'
  if (!kommuner.every(({ kommune }) => maaLevereFor(kommune))) return 'KOMMUNE_IKKE_AFTALT'
  const fremme = Date.parse(tidspunkt) - Date.parse(nu) > HOEJST_FREMME_MS
  const bagvendt = kommuner.some(({ vandmaerke }) => vandmaerke > tidspunkt) || (naeste !== undefined && naeste <= tidspunkt)
  return fremme || bagvendt ? 'LIVSTEGN_TIDSPUNKT' : undefined
}
