import type { Felt } from './katalog.typer.ts'
import type { Saetning } from './regelbrud.ts'

/** The sentences of the catalogue's rules: what is wrong and what to do, by the kind of breach. `hvad` names the element, as "Primær part: FuldtNavn". */
type Lav = (hvad: string, felt: Felt) => Saetning

const mangler: Lav = (hvad) => ({ da: `${hvad} mangler; udfyld elementet.`, en: `${hvad} is missing; fill it in.` })

const udelades: Lav = (hvad) => ({ da: `${hvad} skal udelades; fjern elementet.`, en: `${hvad} must be left out; remove it.` })

const langt: Lav = (hvad, { maks }) => ({
  da: `${hvad} må højst være ${maks} tegn; forkort teksten.`,
  en: `${hvad} may be ${maks} characters at most; shorten it.`,
})

const enLinje: Lav = (hvad) => ({
  da: `${hvad} skal være én linje; fjern linjeskift og styretegn.`,
  en: `${hvad} must be one line; remove line breaks and control characters.`,
})

const crlf: Lav = (hvad) => ({
  da: `${hvad} må kun have linjeskift (CRLF); fjern tabulatorer og andre styretegn.`,
  en: `${hvad} may hold line breaks (CRLF) only; remove tabs and other control characters.`,
})

const kode: Lav = (hvad, { koder = [] }) => ({
  da: `${hvad} skal være en af: ${koder.join(' · ')}; ret værdien.`,
  en: `${hvad} must be one of: ${koder.join(' · ')}; correct the value.`,
})

const enkle: Readonly<Record<string, Lav>> = {
  tid: (hvad) => ({
    da: `${hvad} skal være en dateTime med zone; skriv som 2026-01-31T12:00:00+01:00.`,
    en: `${hvad} must be a dateTime with a zone; write it as 2026-01-31T12:00:00+01:00.`,
  }),
  dato: (hvad) => ({
    da: `${hvad} skal være en dato; skriv som 2026-01-31.`,
    en: `${hvad} must be a date; write it as 2026-01-31.`,
  }),
  datoEllerTid: (hvad) => ({
    da: `${hvad} skal være en dato eller en dateTime med zone; ret værdien.`,
    en: `${hvad} must be a date or a dateTime with a zone; correct the value.`,
  }),
  uuid: (hvad) => ({ da: `${hvad} skal være en UUID; ret værdien.`, en: `${hvad} must be a UUID; correct the value.` }),
  rolle: (hvad) => ({
    da: `${hvad} skal være rollens UUID eller navn; udfyld den.`,
    en: `${hvad} must be the UUID or name of the role; fill it in.`,
  }),
  boolsk: (hvad) => ({
    da: `${hvad} skal være true eller false; ret værdien.`,
    en: `${hvad} must be true or false; correct the value.`,
  }),
  heltal: (hvad) => ({
    da: `${hvad} skal være et heltal; ret værdien.`,
    en: `${hvad} must be a whole number; correct the value.`,
  }),
  cvr: (hvad) => ({ da: `${hvad} skal være otte cifre; ret værdien.`, en: `${hvad} must be eight digits; correct the value.` }),
  beloeb: (hvad) => ({
    da: `${hvad} skal være et decimaltal som tekst med punktum, som 11423.50; ret værdien.`,
    en: `${hvad} must be a decimal number as text with a point, as 11423.50; correct the value.`,
  }),
  kle: (hvad) => ({
    da: `${hvad} skal være et KLE-emne NN.NN.NN; ret værdien.`,
    en: `${hvad} must be a KLE number NN.NN.NN; correct the value.`,
  }),
  kassation: (hvad) => ({
    da: `${hvad} skal være B, K eller klassens UUID; ret værdien.`,
    en: `${hvad} must be B, K or the UUID of the class; correct the value.`,
  }),
  notatformat: (hvad) => ({
    da: `${hvad} skal være formatets UUID, eller Text, RTF eller OOXML; ret værdien.`,
    en: `${hvad} must be the UUID of the format, or Text, RTF or OOXML; correct the value.`,
  }),
}

const ID_ORD = {
  uuid: { da: 'en UUID', en: 'a UUID' },
  urn: { da: 'en URN', en: 'a URN' },
  uuidEllerUrn: { da: 'en UUID eller en URN', en: 'a UUID or a URN' },
} as const

const reference: Lav = (hvad, { ider = 'uuidEllerUrn', urner = [] }) => {
  const former = urner.map(({ skrevet }) => skrevet).join(', ')
  const { da, en } = ID_ORD[ider]
  return {
    da: `${hvad} skal være ${da}${former && ` af formen ${former}`}; ret værdien.`,
    en: `${hvad} must be ${en}${former && ` of the form ${former}`}; correct the value.`,
  }
}

const type: Lav = (hvad, { typer }) => {
  const navne = typer ? ` ${typer.join(' / ')}` : ''
  return {
    da: `${hvad} skal være objekttypens${navne} UUID eller navn; ret værdien.`,
    en: `${hvad} must be the UUID or name of the object type${navne}; correct the value.`,
  }
}

const cpr: Lav = (hvad) => ({
  da: `${hvad} er ikke et muligt CPR-nummer; ret nummeret.`,
  en: `${hvad} is not a possible CPR number; correct the number.`,
})

/** What can be wrong with one element. */
export type Fejl = 'mangler' | 'udelades' | 'langt' | 'form' | 'cpr'

const lavere = (felt: Felt): Lav => {
  if (felt.form === 'enLinje') return enLinje
  if (felt.form === 'crlf') return crlf
  if (felt.form === 'kode') return kode
  if (felt.form === 'reference') return reference
  if (felt.form === 'type') return type
  return enkle[felt.form] ?? mangler
}

/** The sentence for `fejl` in `felt`; `sted` is the role, where the element belongs to a relation. */
export function saetning(fejl: Fejl, felt: Felt, sted: string | undefined): Saetning {
  const hvad = sted === undefined ? felt.navn : `${sted}: ${felt.navn}`
  if (fejl === 'mangler') return mangler(hvad, felt)
  if (fejl === 'udelades') return udelades(hvad, felt)
  if (fejl === 'langt') return langt(hvad, felt)
  if (fejl === 'cpr') return cpr(hvad, felt)
  return lavere(felt)(hvad, felt)
}

export const relationMangler = (relation: string, rolle: string): Saetning => ({
  da: `${relation} med rollen ${rolle} mangler; send relationen med.`,
  en: `The relation ${relation} with the role ${rolle} is missing; include it.`,
})

export const relationerOverlapper = (relation: string, rolle: string): Saetning => ({
  da: `${relation} med rollen ${rolle} må kun findes én gang ad gangen; luk den første virkning, hvor den næste begynder.`,
  en: `The relation ${relation} with the role ${rolle} may exist once at a time; end the first virkning where the next begins.`,
})
