import type { Terning } from '../../byggere/tilfaeldighed.ts'
import { EFTERNAVNE, FORNAVNE, TVETYDIGE_EFTERNAVNE } from './navnelister.ts'
import { RENE_HVERDAG } from './rene-hverdag.ts'
import { RENE_MED_NAVNEORD } from './rene-navneord.ts'
import { RENE } from './rene-skabeloner.ts'

/** Streets, schools, homes and hospitals called after persons and words: no citizens. Made up, but of the usual kind. */
const VEJE = [
  'Skovvej',
  'Lundevej',
  'Holmegade',
  'Søndre Ringvej',
  'H.C. Ørsteds Vej',
  'Carl Nielsens Allé',
  'Dagmarsgade',
  'Bjørnevænget',
  'Sten Blichers Vej',
  'Marie Grubbes Allé',
  'Ravnsbjergvej',
  'Birkelunden',
  'Gl. Landevej',
  'Peter Bangs Vej',
]
const INSTITUTIONER = [
  'Børnehaven Skovbo',
  'Vuggestuen Mariehønen',
  'Plejecenter Bjørnehøj',
  'Sankt Jørgens Skole',
  'Dronning Ingrids Hjem',
  'Lundeskolen',
  'Herluf Trolles Skole',
  'Plejehjemmet Holmegården',
  'Børnehuset Ravnereden',
  'Fritidsklubben Storken',
  'Mariehjemmet',
  'Botilbuddet Bredegade',
  'Marie Jørgensens Skole',
  'Dagplejen Vest',
]
const HOSPITALER = ['Bispebjerg Hospital', 'Rigshospitalet', 'Sygehus Nord', 'Skejby', 'Hospitalet Svaneparken', 'Sankt Lukas']
const BYER = [
  'Nørre Alslev',
  'Holbæk',
  'Lundby',
  'Odder',
  'Karlslunde',
  'Struer',
  'Ærøskøbing',
  'Kerteminde',
  'Lemvig',
  'Hedensted',
]
const KLE = ['15.17.06', '27.36.04', '32.18.08', '02.34.02', '28.09.40', '29.21.04', '27.60.04', '00.07.03']

const RENE_HELE = { ...RENE_HVERDAG, ...RENE_MED_NAVNEORD }

export const ALLE_RENE_SKABELONER: readonly string[] = [...Object.values(RENE).flat(), ...Object.values(RENE_HELE).flatMap(lines)]

export type RenTitel = { readonly titel: string; readonly kategori: string; readonly egen: string }

/** Every everyday title once, and `antal` made of those with fields. */
export function createRene(terning: Terning, antal: number): readonly RenTitel[] {
  const hele = Object.entries(RENE_HELE).flatMap(([kategori, tekst]) =>
    lines(tekst).map((titel) => ({ titel, kategori, egen: createEgen(terning) })),
  )
  const medFelter = Object.entries(RENE).flatMap(([kategori, skabeloner]) =>
    skabeloner.map((skabelon) => ({ kategori, skabelon })),
  )
  const udfyldte = Array.from({ length: antal }, (_, i) => {
    const { kategori, skabelon } = medFelter[i % medFelter.length] ?? { kategori: '', skabelon: '' }
    const egen = createEgen(terning)
    return { titel: fill(skabelon, egen, terning), kategori, egen }
  })
  return [...hele, ...udfyldte]
}

/** The citizen's own name: the case's known party. */
export const createEgen = (terning: Terning): string =>
  `${terning.vaelg(FORNAVNE)} ${terning.vaelg(terning.chance(0.3) ? TVETYDIGE_EFTERNAVNE : EFTERNAVNE)}`

function lines(tekst: string): readonly string[] {
  return tekst.split('\n').flatMap((linje) => (linje.trim() === '' ? [] : [linje.trim()]))
}

const cifre = (terning: Terning, antal: number): string => Array.from({ length: antal }, () => terning.heltal(0, 9)).join('')
const to = (tal: number): string => String(tal).padStart(2, '0')
const delFoer = (tekst: string): string => tekst.split(' ')[0] ?? tekst

/** Ten digits that could be a number given to somebody become one that nobody has: of a day that has not come yet. */
const tiCifre = (tal: string, terning: Terning): string =>
  /^([0-2]\d|3[01])(0\d|1[0-2])/.test(tal)
    ? `${tal.slice(0, 4)}${terning.heltal(30, 57)}${terning.heltal(5, 8)}${tal.slice(7)}`
    : tal

/** The numbers are of the spaces that they have in life: no bare ten digits that a reader would take for a person's. */
const FELTER: Readonly<Record<string, (terning: Terning, egen: string) => string>> = {
  sag: (t) =>
    t.vaelg([
      `${t.heltal(2015, 2025)}-${cifre(t, 6)}`,
      `${t.heltal(15, 25)}/${t.heltal(100, 99999)}`,
      `S${t.heltal(2015, 2025)}-${cifre(t, 5)}`,
      `EMN-${t.heltal(2015, 2025)}-${cifre(t, 5)}`,
      `${t.heltal(13, 25)}-${cifre(t, 7)}`,
    ]),
  journal: (t) => `${t.vaelg(KLE)}-${t.vaelg(['G01', 'A53', 'K08', 'P20'])}-${t.heltal(1, 99)}-${t.heltal(14, 25)}`,
  kle: (t) => t.vaelg(KLE),
  facet: (t) => t.vaelg(['G01', 'A53', 'K02']),
  anke: (t) => `${t.heltal(14, 25)}-${cifre(t, 5)}`,
  ticifret: (t) => `${t.vaelg(['00', '40', '45', '51', '55', '59', '60', '92', '99'])}${cifre(t, 8)}`,
  doknr: (t) => cifre(t, t.heltal(5, 8)),
  aar: (t) => String(t.heltal(2012, 2025)),
  uuid: (t) => [8, 4, 4, 4, 12].map((n) => Array.from({ length: n }, () => t.vaelg([...'0123456789abcdef'])).join('')).join('-'),
  faktura: (t) =>
    t.vaelg([
      cifre(t, 6),
      cifre(t, 8),
      cifre(t, 10),
      `19000${cifre(t, 5)}`,
      `5100${cifre(t, 6)}`,
      `F-${cifre(t, 9)}`,
      cifre(t, 12),
    ]),
  ean: (t) => (t.chance(0.3) ? `5790 00${cifre(t, 2)} ${cifre(t, 4)} ${cifre(t, 1)}` : `579000${cifre(t, 7)}`),
  pnr: (t) => tiCifre(`10${to(t.heltal(1, 30))}${cifre(t, 6)}`, t),
  cvr: (t) => `${t.heltal(10, 43)}${cifre(t, 6)}`,
  tlf: (t) => {
    const [a, b, c, d] = [t.heltal(20, 98), t.heltal(10, 99), t.heltal(10, 99), t.heltal(10, 99)]
    return t.vaelg([
      `${a} ${b} ${c} ${d}`,
      `${a}${b}${c}${d}`,
      `+45 ${a} ${b} ${c} ${d}`,
      `+45${a}${b}${c}${d}`,
      `0045${a}${b}${c}${d}`,
      `45 ${a}${b} ${c}${d}`,
    ])
  },
  dato: (t) => {
    const [dag, maaned, aar] = [t.heltal(1, 28), t.heltal(1, 12), t.heltal(2012, 2025)]
    return t.vaelg([
      `${to(dag)}.${to(maaned)}.${aar}`,
      `${dag}.${maaned}.${to(aar % 100)}`,
      `${to(dag)}-${to(maaned)}-${aar}`,
      `${dag}/${maaned}-${to(aar % 100)}`,
      `${to(dag)}${to(maaned)}${to(aar % 100)}`,
    ])
  },
  isodato: (t) => `${t.heltal(2012, 2025)}-${to(t.heltal(1, 12))}-${to(t.heltal(1, 28))}`,
  kompaktdato: (t) => `${t.heltal(2012, 2025)}${to(t.heltal(1, 12))}${to(t.heltal(1, 28))}`,
  uge: (t) => to(t.heltal(1, 52)),
  matrikel: (t) =>
    `${t.heltal(1, 199)}${t.vaelg(['a', 'b', 'cx', 'ab', 'dq', ''])} ${t.vaelg(['Lundby By, Holme', 'Korsbæk Bygrunde', 'Skovby, Galten'])}`,
  bfe: (t) => cifre(t, t.heltal(7, 9)).replace(/^0/, '5'),
  ejendom: (t) => `${t.heltal(101, 860)}-${cifre(t, 6)}`,
  beloeb: (t) =>
    t.vaelg([
      `${t.heltal(1, 99)}.${to(t.heltal(0, 99))}0`,
      `${t.heltal(100, 99999)},${to(t.heltal(0, 99))}`,
      `1.${cifre(t, 3)}.${cifre(t, 3)},00`,
    ]),
  vej: (t) => `${t.vaelg(VEJE)} ${t.heltal(1, 180)}${t.vaelg(['', '', 'A', ', 2. tv', ', st. th'])}`,
  institution: (t) => t.vaelg(INSTITUTIONER),
  hospital: (t) => t.vaelg(HOSPITALER),
  by: (t) => t.vaelg(BYER),
  egen: (_, egen) => egen,
  egens: (_, egen) => (/[sxz]$/i.test(egen) ? `${egen}'` : `${egen}s`),
  egenfor: (_, egen) => delFoer(egen),
  EGEN: (_, egen) => egen.toLocaleUpperCase('da'),
  egensmaa: (_, egen) => egen.toLocaleLowerCase('da'),
  egenomvendt: (_, egen) => `${egen.slice(egen.indexOf(' ') + 1)}, ${delFoer(egen)}`,
}

function fill(skabelon: string, egen: string, terning: Terning): string {
  return skabelon.replace(/\{([A-Za-z]+)\}/g, (_, felt: string) => {
    const skriv = FELTER[felt]
    if (!skriv) throw new Error(`There is no field ${felt}`)
    return skriv(terning, egen)
  })
}
