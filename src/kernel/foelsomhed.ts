/** How sensitive an item is, from least to most; a right to one includes those before it. Source: SF1470, SagIndeksEgenskaber. */
export const FOELSOMHEDER = [
  'IKKE_FORTROLIGE_DATA',
  'FORTROLIGE_PERSONOPLYSNINGER',
  'FOELSOMME_PERSONOPLYSNINGER',
  'VIP_SAGER',
] as const
export type Foelsomhed = (typeof FOELSOMHEDER)[number]

export const parseFoelsomhed = (text: string): Foelsomhed | undefined => FOELSOMHEDER.find((kendt) => kendt === text)
