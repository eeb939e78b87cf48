import type { Forloeb } from '../forloeb.ts'
import { type Dato, skrivDato } from '../kalender.ts'
import type { Titel } from '../katalog/sagstype.ts'
import { VEJE } from '../navne.ts'
import { createTilfaeldighed } from '../tilfaeldighed.ts'
import { createDel } from './tidslinje.ts'

const HOEJST = 255

/** The fictional home of a citizen: street and number, and the property's BFE number. Nobody with a protected address has a street. */
export function bolig({ borger, navnerum }: Forloeb): { readonly vej: string; readonly bfe: string } {
  const r = createTilfaeldighed(`${navnerum}/${borger.noegle}/bolig`)
  const vej = `${r.vaelg(VEJE)} ${r.heltal(1, 88)}`
  const bfe = String(r.heltal(900_000_000, 999_999_999)).padStart(10, '0')
  return { vej: borger.person.adressebeskyttet ? 'oplyst i sagen' : vej, bfe }
}

const udfyld = (forloeb: Forloeb, tekst: string, dato: Dato): string =>
  tekst.includes('{')
    ? tekst
        .replace('{vej}', () => bolig(forloeb).vej)
        .replace('{aar}', dato.slice(0, 4))
        .replace('{dato}', skrivDato(dato))
    : tekst

/** A title as the source's people would have written it on `dato`. */
export function skrivTitel(forloeb: Forloeb, titel: Titel, dato: Dato): string {
  const skrivemaade = forloeb.kilde.skrivemaade
  const raa = skrivemaade === 'officiel' ? (titel.officiel ?? titel.klar) : skrivemaade === 'klar' ? titel.klar : titel.kort
  const tekst = udfyld(forloeb, raa, dato).slice(0, HOEJST)
  return skrivemaade === 'versaler' ? tekst.toLocaleUpperCase('da') : tekst
}

/** The title of the case itself. One abbreviator in thirty writes the citizen's name into it, as happens. */
export function skrivSagstitel(forloeb: Forloeb): string {
  if (forloeb.tilpasning.titel !== undefined) return forloeb.tilpasning.titel
  const titel = skrivTitel(forloeb, forloeb.type.titel, forloeb.start)
  const medNavn = forloeb.kilde.skrivemaade === 'forkortet' && createDel(forloeb, 'navn').chance(1 / 30)
  return medNavn ? `${titel} - ${forloeb.borger.person.navn.split(' ')[0]}` : titel
}

/** The case's number, each system in its own way. */
export function sagsnummer(forloeb: Forloeb): string {
  const aar = forloeb.start.slice(2, 4)
  const nr = forloeb.noegle.toUpperCase()
  switch (forloeb.kilde.skrivemaade) {
    case 'officiel':
      return `${forloeb.type.kle}-G01-${nr}-${aar}`
    case 'forkortet':
      return `${aar}/${nr}`
    case 'versaler':
      return `OMS-20${aar}-${nr}`
    case 'klar':
      return `20${aar}-${nr}`
  }
}
