import { type CvrNummer, cvrNummer } from '#kernel'
import { KOMMUNER_98 } from './kommuner-98.ts'
import { type Region, regionFor } from './region.ts'

/** A municipality. `kode` is CPR's four digits, `navn` what it calls itself ("Korsbæk Kommune"), `kortnavn` the place ("Korsbæk"). */
export type Kommune = {
  readonly kode: string
  readonly navn: string
  readonly kortnavn: string
  readonly cvr: CvrNummer
  readonly region: Region
  /** True for the made-up municipalities of tests and demonstrations, which are in no register. */
  readonly fiktiv: boolean
}

/** Those that do not simply add "Kommune" to their short name. */
const EGNE_NAVNE: Readonly<Record<string, string>> = { '0101': 'Københavns Kommune', '0400': 'Bornholms Regionskommune' }

const kommune = (kode: string, kortnavn: string, cvr: string, fiktiv = false): Kommune => ({
  kode,
  navn: EGNE_NAVNE[kode] ?? `${kortnavn} Kommune`,
  kortnavn,
  cvr: cvrNummer(cvr),
  region: regionFor(kode),
  fiktiv,
})

/** Name and CVR of KOMBIT's public samples. The CVR fails the check digit on purpose, and its code is issued to none. */
export const KORSBAEK: Kommune = kommune('0000', 'Korsbæk', '11111111', true)
/** A second one, so that one citizen can have matters in two municipalities. */
export const BROBYSKOV: Kommune = kommune('0001', 'Brobyskov', '12345678', true)

/** The 98 real municipalities and the two fictional ones, by code. */
export const KOMMUNER: readonly Kommune[] = [
  KORSBAEK,
  BROBYSKOV,
  ...KOMMUNER_98.map(([kode, navn, cvr]) => kommune(kode, navn, cvr)),
]

const EFTER_CVR: ReadonlyMap<string, Kommune> = new Map(KOMMUNER.map((en) => [en.cvr, en]))
const EFTER_KODE: ReadonlyMap<string, Kommune> = new Map(KOMMUNER.map((en) => [en.kode, en]))

/** The municipality with this CVR number, or undefined. */
export const kommuneMedCvr = (cvr: CvrNummer): Kommune | undefined => EFTER_CVR.get(cvr)

/** The municipality with this code (four digits, as CPR writes it), or undefined. */
export const kommuneMedKode = (kode: string): Kommune | undefined => EFTER_KODE.get(kode)

/** Who decides and pays folkepension, boligstøtte, børneydelse and barsel. Not a municipality; named to the citizen wherever it is no source. */
export const UDBETALING_DANMARK = { navn: 'Udbetaling Danmark', cvr: cvrNummer('33236239') } as const

/** The name to show for an authority's CVR number, or undefined where it is neither a municipality nor Udbetaling Danmark. */
export const myndighedsnavn = (cvr: CvrNummer): string | undefined =>
  cvr === UDBETALING_DANMARK.cvr ? UDBETALING_DANMARK.navn : EFTER_CVR.get(cvr)?.navn
