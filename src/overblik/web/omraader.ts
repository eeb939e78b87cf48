import { LIVSOMRAADER, livsomraadeMedNoegle } from '#klassifikation'
import type { Ikonnavn, Sprog } from '#web'

/** The area of life with this key, in words; a key that is not known is shown as it is. */
export const omraadenavn = (noegle: string, sprog: Sprog): string => livsomraadeMedNoegle(noegle)?.navn[sprog] ?? noegle

/** Keys in the order in which pages show areas; unknown ones last. */
export const omraadeorden = (noegle: string): number => {
  const plads = LIVSOMRAADER.findIndex((omraade) => omraade.noegle === noegle)
  return plads === -1 ? LIVSOMRAADER.length : plads
}

const IKONER: { readonly [noegle: string]: Ikonnavn } = {
  'arbejde-og-forsoergelse': 'engineering',
  'boern-og-familie': 'groups',
  'skole-og-uddannelse': 'student',
  'hjaelp-pleje-og-handicap': 'accessibility-new',
  sundhed: 'plus',
  'bolig-og-byggeri': 'home',
  'pension-og-oekonomi': 'payments',
  'borgerservice-trafik-og-fritid': 'map',
}

export const omraadeikon = (noegle: string): Ikonnavn => IKONER[noegle] ?? 'folder-open'
