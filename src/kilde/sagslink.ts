import { maskCpr, type Uuid } from '#kernel'

/** What a source's template may name: the case's own number, or the object's UUID. */
const PLADSER = ['sagsnummer', 'uuid'] as const
const HOEJST = 300

/**
 * A template of the address of a case in its fagsystem, as `https://sag.example.dk/sager/{sagsnummer}`; undefined for one that cannot be used. Over
 * https, without a login in it, with one of the two places at least, and none in the name of the host: what is put in may not choose where it goes.
 */
export function parseSagslink(tekst: string): string | undefined {
  const skabelon = tekst.trim()
  if (skabelon.length > HOEJST || /[\s<>"'`\\]/.test(skabelon)) return undefined
  const pladser = [...skabelon.matchAll(/\{([^{}]*)\}/g)].map(([, navn]) => navn)
  if (pladser.length === 0 || !pladser.every((navn) => PLADSER.some((plads) => plads === navn))) return undefined
  const udfyldt = skabelon.replaceAll(/\{[^{}]*\}/g, 'x')
  if (/[{}]/.test(udfyldt)) return undefined
  const url = parseUrl(udfyldt)
  const vaert = skabelon.slice(0, skabelon.indexOf('/', 'https://'.length))
  const rigtig =
    url?.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    !vaert.includes('{') &&
    skabelon.startsWith(`https://${url.host}/`)
  return rigtig ? skabelon : undefined
}

const parseUrl = (tekst: string): URL | undefined => (URL.canParse(tekst) ? new URL(tekst) : undefined)

/**
 * The address of a thing in its fagsystem; undefined where the source has no template, the thing has no number that it asks for, or the number could
 * be a person's: an address is kept by browsers and by those between.
 */
export function sagslinkFor(
  skabelon: string | undefined,
  ting: { readonly nummer: string; readonly id: Uuid },
): string | undefined {
  if (skabelon === undefined || parseSagslink(skabelon) === undefined) return undefined
  const nummer = ting.nummer.trim()
  if (skabelon.includes('{sagsnummer}') && (nummer === '' || nummer.length > 50 || maskCpr(nummer) !== nummer)) return undefined
  return skabelon.replaceAll('{sagsnummer}', encodeURIComponent(nummer)).replaceAll('{uuid}', ting.id)
}
