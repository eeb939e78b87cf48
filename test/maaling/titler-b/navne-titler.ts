import type { Terning } from '../../byggere/tilfaeldighed.ts'
import { EFTERNAVN, KVINDE, MAND, ORDEFTERNAVN, ORDFORNAVN, UDLAND } from './befolkning.ts'

type Navn = { readonly fornavn: string; readonly efternavn: string; readonly mellem: string }
type Oprindelse = 'dansk' | 'ordnavn' | 'udland'

const ANDEL_UDLAND = 0.25

/** A line of `NAVNE_LINJER` with names of nobody in particular. `tvetydig`: every name in it, or one of two, is an ordinary word too. */
export function fillNavne(
  linje: string,
  tvetydig: boolean,
  terning: Terning,
): { readonly titel: string; readonly kategori: string } {
  const maade = linje[0] === '~' || linje[0] === '^' ? linje[0] : ''
  const skabelon = linje.slice(maade.length)
  const oprindelse: Oprindelse = tvetydig ? 'ordnavn' : terning.chance(ANDEL_UDLAND) ? 'udland' : 'dansk'
  const helt = /\{(?:n|m|o|u)/.test(skabelon)
  const et = createNavn(oprindelse, helt, terning)
  const andet = createNavn(oprindelse, helt, terning)
  const titel = skabelon.replace(/\{([a-z])(s?)\}/gi, (felt, bogstav: string, genitiv: string) => {
    const det = bogstav === bogstav.toUpperCase() ? andet : et
    const tekst = write(bogstav.toLowerCase(), det, terning) ?? felt
    return genitiv ? toEjefald(tekst) : tekst
  })
  return { titel: inSkrift(titel, skabelon, maade), kategori: describe(skabelon, maade, oprindelse) }
}

const inSkrift = (titel: string, _skabelon: string, maade: string): string =>
  maade === '~' ? titel.toLowerCase() : maade === '^' ? titel.toUpperCase() : titel

function describe(skabelon: string, maade: string, oprindelse: Oprindelse): string {
  const slags =
    skabelon.includes('{u}') || skabelon.includes('.pdf')
      ? 'i filnavn'
      : /\{i\}/.test(skabelon)
        ? 'initialer'
        : /\{(?:n|m|o)/.test(skabelon)
          ? 'helt navn'
          : /\{fs?\}/.test(skabelon)
            ? 'kun fornavn'
            : 'kun efternavn'
  return `${slags}${maade === '~' ? ', små' : maade === '^' ? ', store' : ''}, ${oprindelse}`
}

function createNavn(oprindelse: Oprindelse, helt: boolean, terning: Terning): Navn {
  if (oprindelse === 'udland') {
    const { fornavne, efternavne } = terning.vaelg(Object.values(UDLAND))
    return { fornavn: terning.vaelg(fornavne), efternavn: terning.vaelg(efternavne), mellem: terning.vaelg(fornavne) }
  }
  const dansk = { fornavn: terning.vaelg(terning.chance(0.5) ? MAND : KVINDE), efternavn: terning.vaelg(EFTERNAVN) }
  const mellem = terning.vaelg(terning.chance(0.5) ? EFTERNAVN : ORDEFTERNAVN)
  if (oprindelse === 'dansk') return { ...dansk, mellem }
  const ordnavn = { fornavn: terning.vaelg(ORDFORNAVN), efternavn: terning.vaelg(ORDEFTERNAVN), mellem }
  if (!helt) return ordnavn
  return terning.vaelg([ordnavn, { ...ordnavn, fornavn: dansk.fornavn }, { ...ordnavn, efternavn: dansk.efternavn }])
}

function write(bogstav: string, { fornavn, efternavn, mellem }: Navn, terning: Terning): string | undefined {
  const forbogstav = [...fornavn][0] ?? ''
  const skrivemaader: Readonly<Record<string, () => string>> = {
    n: () => `${fornavn} ${efternavn}`,
    m: () => `${fornavn} ${mellem} ${efternavn}`,
    o: () => `${efternavn}, ${fornavn}`,
    f: () => fornavn,
    e: () => efternavn,
    u: () => [fornavn, efternavn].join(terning.vaelg(['_', '-', ' ', ''])),
    i: () =>
      terning.vaelg([
        `${forbogstav}. ${efternavn}`,
        `${fornavn} ${[...efternavn][0]}.`,
        `${forbogstav}.${[...mellem][0]}. ${efternavn}`,
      ]),
  }
  return skrivemaader[bogstav]?.()
}

const toEjefald = (tekst: string): string => (/[sxz]$/i.test(tekst) ? `${tekst}'` : `${tekst}s`)
