/**
 * The one JSON text of a value: keys in order, nothing between. For the schemas' elements, whose keys are words, it is that of RFC 8785, in
 * a third of the time of writing it piece by piece: the keys are put in order first, and the writing is left to JSON.stringify.
 */
export const toKanonisk = (vaerdi: unknown): string => JSON.stringify(sorted(vaerdi))

type Felter = Readonly<Record<string, unknown>>

/** The value with all keys in order. What is in order already is given as it is: most of an element is, and copying it is what takes time. */
function sorted(vaerdi: unknown): unknown {
  if (typeof vaerdi !== 'object' || vaerdi === null) return vaerdi
  if (Array.isArray(vaerdi)) return sortedListe(vaerdi)
  const felter = vaerdi as Felter
  const navne = Object.keys(felter)
  return isOrdnet(navne) ? sortedFelter(felter, navne) : copyInOrder(felter, order(navne))
}

/** In place: what has a handful of names is ordered sooner so than by sort, which takes room of its own for each. */
function order(navne: string[]): readonly string[] {
  if (navne.length > FAA) return navne.sort()
  for (let i = 1; i < navne.length; i++) {
    const navn = navne[i] as string
    let j = i
    for (; j > 0 && (navne[j - 1] as string) > navn; j--) navne[j] = navne[j - 1] as string
    navne[j] = navn
  }
  return navne
}
const FAA = 32

function isOrdnet(navne: readonly string[]): boolean {
  for (let i = 1; i < navne.length; i++) if ((navne[i - 1] as string) > (navne[i] as string)) return false
  return true
}

function sortedListe(liste: readonly unknown[]): readonly unknown[] {
  const ordnet = liste.map(sorted)
  return ordnet.every((led, i) => led === liste[i]) ? liste : ordnet
}

function sortedFelter(felter: Felter, navne: readonly string[]): Felter {
  const ordnede = navne.map((navn) => sorted(felter[navn]))
  if (navne.every((navn, i) => ordnede[i] === felter[navn])) return felter
  return Object.fromEntries(navne.map((navn, i) => [navn, ordnede[i]]))
}

function copyInOrder(felter: Felter, navne: readonly string[]): Felter {
  const ordnet: Record<string, unknown> = {}
  for (const navn of navne) ordnet[navn] = sorted(felter[navn])
  return ordnet
}
