/** The languages of the pages. */
export const SPROG = ['da', 'en'] as const
export type Sprog = (typeof SPROG)[number]

/** The language named, as in `?sprog=en` or a cookie; undefined for anything else. */
export const parseSprog = (text: unknown): Sprog | undefined => SPROG.find((kendt) => kendt === text)

/** A text that registers or configuration give in both languages. */
export type IBeggeSprog = { readonly [S in Sprog]: string }

/** The address of the same page in another language: the query is kept, and `sprog` is set. */
export function withSprog(sti: string, sprog: Sprog): string {
  const [vej = '/', query = ''] = sti.split('?', 2)
  const params = new URLSearchParams(query)
  params.set('sprog', sprog)
  return `${vej}?${params.toString()}`
}
