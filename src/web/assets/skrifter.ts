/** dkfds' typeface, as the subsets it ships: Latin 1 is always wanted, Latin 2 and 3 only by pages with such letters in a name. */
const UDSNIT = [
  {
    navn: 'Latin1',
    tegn: 'U+0000,U+000D,U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2013-2014,U+2018-201A,U+201C-201E,U+2020-2022,U+2026,U+2030,U+2039-203A,U+2044,U+20AC,U+2122,U+2212,U+FB01-FB02',
  },
  {
    navn: 'Latin2',
    tegn: 'U+0100-0101,U+0104-0130,U+0132-0151,U+0154-017F,U+018F,U+0192,U+01A0-01A1,U+01AF-01B0,U+01FA-01FF,U+0218-021B,U+0237,U+0259,U+1E80-1E85,U+1E9E,U+20A1,U+20A4,U+20A6,U+20A8-20AA,U+20AD-20AE,U+20B1-20B2,U+20B4-20B5,U+20B8-20BA,U+20BD,U+20BF',
  },
  { navn: 'Latin3', tegn: 'U+0102-0103,U+1EA0-1EF9,U+20AB' },
] as const

/** Two files serve all weights: what dkfds sets in 500, 600 and 700 is SemiBold. */
const VAEGTE = [
  { fil: 'Regular', vaegt: '400' },
  { fil: 'SemiBold', vaegt: '500 700' },
] as const

export type Skrift = { readonly fil: string; readonly vaegt: string; readonly tegn: string }

export const SKRIFTER: readonly Skrift[] = VAEGTE.flatMap(({ fil, vaegt }) =>
  UDSNIT.map(({ navn, tegn }) => ({ fil: `IBMPlexSans-${fil}-${navn}.woff2`, vaegt, tegn })),
)

/** The file that every page needs for its first letters. */
export const FOERSTE_SKRIFT = 'IBMPlexSans-Regular-Latin1.woff2'

/** `adresse` gives each file's address. The fallback has the typeface's measures, so that text does not move when the file arrives. */
export const skriftCss = (adresse: (fil: string) => string): string =>
  SKRIFTER.map(
    ({ fil, vaegt, tegn }) =>
      `@font-face{font-family:"IBM Plex Sans";font-style:normal;font-weight:${vaegt};font-display:swap;src:url("${adresse(fil)}") format("woff2");unicode-range:${tegn}}`,
  ).join('')
