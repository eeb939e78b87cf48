import { INGEN_PART, type Soegelaeser } from '#adgangslog'
import type { Soegegrundlag, Uuid } from '#kernel'
import {
  findIder,
  findOplysninger,
  findVedNumre,
  fitsName,
  openOplysninger,
  reveal,
  type Soegeord,
  tokenOfKommune,
  wordsOf,
} from '#part'
import type { Noegler } from '#platform/crypto'
import type { Statement } from '#platform/database'
import type { Soegemaal } from './parse-soegning.ts'
import { findIngen, findSagsparter, type Kandidat } from './soegning.sql.ts'
import type { Soegetraef } from './typer.ts'

/** More than these are not looked at: nobody reads them, and a search so wide is told to be narrowed. */
const HOEJST_KANDIDATER = 200

/** A candidate with what is known of it, opened; nothing of it leaves the search before it is known that it may. */
export type Person = Kandidat & Omit<Soegetraef, 'part' | 'nummer' | 'enhed'>

export type Kandidater = {
  /** The best first. */
  readonly personer: readonly Person[]
  readonly forBred: boolean
  /** The part that a number alone asked for. */
  readonly spurgt: Uuid | undefined
}

/**
 * All that what was typed may mean. Somebody whom a number finds and nobody at all take the same statements: what is not there is asked for as a part that
 * nobody is.
 */
export async function findKandidater(
  laeser: Soegelaeser,
  noegler: Noegler,
  { kommune }: Pick<Soegegrundlag, 'kommune'>,
  { numre, sagsnummer, navn, adresse, aar }: Soegemaal,
): Promise<Kandidater> {
  const her = tokenOfKommune(noegler, kommune)
  const ider = (ord: readonly Soegeord[] | undefined, et: readonly Soegeord[] = []): Statement<{ readonly id: Uuid }> =>
    ord ? findIder(ord, et, HOEJST_KANDIDATER + 1) : findIngen()
  const [vedNummer, vedSag, vedNavn, vedAdresse] = await laeser.find(
    [],
    [
      numre.length > 0 ? findVedNumre(noegler, numre) : findIngen(),
      ider(sagsnummer && [sagsnummer]),
      ider(navn && [...navn.ord, her], aar),
      ider(adresse && [...adresse, her], aar),
    ],
  )
  const sager = vedSag.map(({ id }) => reveal(noegler, id))
  const [sagsparter] = sager.length > 0 ? await laeser.find([], [findSagsparter(sager, HOEJST_KANDIDATER + 1)]) : [[]]
  const navngivne = new Set(vedNavn.map(({ id }) => reveal(noegler, id)))
  const hele = new Set([...vedNummer.map(({ part_id }) => part_id), ...vedAdresse.map(({ id }) => reveal(noegler, id))])
  const kandidater = collect(hele, navngivne, sagsparter)
  const forBred = [vedSag, vedNavn, vedAdresse, sagsparter].some(({ length }) => length > HOEJST_KANDIDATER)
  const spurgt = vedNummer[0]?.part_id
  const personer = forBred ? [] : await openPersoner(laeser, noegler, kandidater)
  const skrevne = navn?.skrevne ?? []
  const passer = personer.flatMap((person) => {
    if (!navngivne.has(person.part) || hele.has(person.part)) return [person]
    // The tokens of several names may have answered together, and long words only by their beginning.
    const navnet = person.navne.find((et) => fitsName(skrevne, et))
    if (navnet === undefined) return person.item === undefined ? [] : [person]
    return [{ ...person, tidligereNavn: navnet === person.navn ? undefined : navnet }]
  })
  return { personer: passer.sort(byLikeness(skrevne)).map(({ navne: _, ...person }) => person), forBred, spurgt }
}

/** Who is found by a case alone is known by that case alone: another thing of theirs would tell whose case it is. */
function collect(
  hele: ReadonlySet<Uuid>,
  navngivne: ReadonlySet<Uuid>,
  sagsparter: readonly { readonly item_id: Uuid; readonly part_id: Uuid }[],
): Kandidat[] {
  const alene = new Set([...hele, ...navngivne])
  return [
    ...[...alene].map((part) => ({ part, item: undefined })),
    ...sagsparter.flatMap(({ part_id: part, item_id: item }) => (alene.has(part) ? [] : [{ part, item }])),
  ]
}

type Aabnet = Person & { readonly navne: readonly string[] }

async function openPersoner(laeser: Soegelaeser, noegler: Noegler, kandidater: readonly Kandidat[]): Promise<readonly Aabnet[]> {
  const parter = [...new Set(kandidater.map(({ part }) => part))]
  const naevnte = parter.length > 0 ? parter : [INGEN_PART]
  const [raekker] = await laeser.find(naevnte, [findOplysninger(naevnte)])
  const kendte = new Map(raekker.map((raekke) => [raekke.part_id, raekke]))
  return kandidater.flatMap((kandidat): readonly Aabnet[] => {
    const raekke = kendte.get(kandidat.part)
    if (!raekke) return []
    const oplysninger = openOplysninger(noegler, raekke)
    return [
      {
        ...kandidat,
        type: raekke.type,
        navn: oplysninger?.navn,
        tidligereNavn: undefined,
        foedselsaar: raekke.foedt === null ? undefined : Number(raekke.foedt.slice(0, 4)),
        doed: raekke.doed !== null,
        navne: oplysninger ? [oplysninger.navn, ...oplysninger.tidligere] : [],
      },
    ]
  })
}

/** Those whose name of now has most of the words as they were typed, then those who had the name once, then by name and year. */
const byLikeness = (skrevne: readonly string[]) => {
  const hele = ({ navn }: Person): number => {
    const ord = new Set(wordsOf(navn ?? ''))
    return skrevne.filter((et) => ord.has(et)).length
  }
  return (a: Person, b: Person): number =>
    hele(b) - hele(a) ||
    Number(a.tidligereNavn !== undefined) - Number(b.tidligereNavn !== undefined) ||
    (a.navn ?? '').localeCompare(b.navn ?? '', 'da') ||
    (a.foedselsaar ?? 0) - (b.foedselsaar ?? 0)
}
