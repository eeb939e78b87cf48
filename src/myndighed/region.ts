/** The regions, from the north-east to the north, as they are until the end of 2026; the last is that of made-up municipalities. */
export const REGIONER = ['hovedstaden', 'sjaelland', 'syddanmark', 'midtjylland', 'nordjylland', 'opdigtet'] as const
export type Region = (typeof REGIONER)[number]

/** Those whose code lies among another region's. */
const UNDTAGELSER: Readonly<Record<string, Region>> = {
  ...{ '0253': 'sjaelland', '0259': 'sjaelland', '0265': 'sjaelland', '0269': 'sjaelland', '0400': 'hovedstaden' },
  ...{ '0607': 'syddanmark', '0621': 'syddanmark', '0630': 'syddanmark', '0773': 'nordjylland', '0787': 'nordjylland' },
}

/** The region of a municipality by its code, as CPR writes it: codes were given out county by county. */
export function regionFor(kode: string): Region {
  const undtaget = UNDTAGELSER[kode]
  if (undtaget) return undtaget
  if (kode < '0100') return 'opdigtet'
  if (kode < '0300') return 'hovedstaden'
  if (kode < '0400') return 'sjaelland'
  if (kode < '0600') return 'syddanmark'
  return kode < '0800' ? 'midtjylland' : 'nordjylland'
}
