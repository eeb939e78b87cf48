import { type Art, type Tidspunkt, type Uuid, uuidFromName } from '#kernel'
import { rigtigtElement } from '../familie.ts'
import { PLADSHOLDER_PERSON, PLADSHOLDER_SYSTEM } from '../klargoer.ts'
import { FORESKREVET as F, type Personbogstav } from './forloeb.ts'
import { personerFor } from './observer.ts'

/** A sender that does what a run asks, for tests: each line carries all that its kind can, so that any rule can be broken in one of them. */
export type Afsendt = { readonly navn: string; readonly element: Record<string, unknown> }
type Poster = Record<string, unknown>[]

export type Afsenderkoersel = {
  readonly id: Uuid
  readonly system: { readonly id: Uuid; readonly navn: string }
  readonly nu: Tidspunkt
}

const SEKUND = 1_000

/** All lines of a right sender, in the order in which things happened. `nu` is when the last of them was sent. */
export function rigtigAfsender(koersel: Afsenderkoersel): Afsendt[] {
  const { id: koerselId } = koersel
  const tid = (sekunderSiden: number) => new Date(Date.parse(koersel.nu) - sekunderSiden * SEKUND).toISOString()
  const id = (navn: string) => uuidFromName(koerselId, navn)
  const byg = (
    art: Art,
    person: Personbogstav,
    navn: string,
    sekunder: number,
    ret: (element: Record<string, unknown>) => void,
  ): Afsendt => {
    const element = tilpas(rigtigtElement(art), koersel, personerFor(koerselId)[person])
    Object.assign(element, { id: id(navn), tidspunkt: tid(sekunder) })
    ret(element)
    return { navn, element }
  }
  const sag = (
    person: Personbogstav,
    navn: string,
    sekunder: number,
    titel: string,
    koder: readonly string[],
    ret?: (sag: Record<string, unknown>) => void,
  ) =>
    byg('sag', person, navn, sekunder, (element) => {
      const [egenskaber] = element['egenskaber'] as Poster
      Object.assign(egenskaber ?? {}, { titel })
      const [indeks] = element['sagIndeksEgenskaber'] as Poster
      Object.assign(indeks ?? {}, { foelsomhed: F.foelsomhed })
      element['fremdrift'] = koder.map((kode, i) => fremdrift(element, kode, i, koder.length))
      element['journalposter'] = []
      kunPrimaerPart(element)
      ret?.(element)
    })
  return [
    sag('A', 'sag A', 50, F.titelFoer, ['Opstaaet']),
    sag('A', 'sag A', 40, F.titelEfter, ['Opstaaet']),
    sag('A', 'sag A', 30, F.titelEfter, ['Opstaaet', 'Afgjort']),
    sag('A', 'sag A', 20, F.titelEfter, ['Opstaaet', 'Afgjort', 'Afsluttet']),
    sag('B', 'sag B', 20, F.undtaget, ['Opstaaet'], medUndtagelse),
    sag('C', 'sag C', 20, F.offentlig, ['Opstaaet'], (element) => {
      const [egenskaber] = element['egenskaber'] as Poster
      Object.assign(egenskaber ?? {}, { offentlighedUndtaget: { titelAlternativTekst: F.hemmelig } })
    }),
    sag('D', 'sag D', 20, F.medDokument, ['Opstaaet'], (element) => {
      const [post] = rigtigtElement('sag')['journalposter'] as Poster
      element['journalposter'] = [
        { ...(tilpas({ post }, koersel, '')['post'] as object), rolle: 'Tilakteret', referenceId: id('dokument') },
      ]
      delete (element['journalposter'] as Poster)[0]?.['journalpostEgenskaber']
    }),
    byg('dokument', 'D', 'dokument', 15, (element) => {
      const [egenskaber] = element['egenskaber'] as Poster
      Object.assign(egenskaber ?? {}, { titel: F.dokument, type: 'Brev, udgaaende' })
      element['dokumentklasser'] = (element['dokumentklasser'] as Poster).filter(({ rolle }) => rolle !== 'Visningsklasse')
    }),
    byg('journalnotat', 'D', 'notat', 15, (element) => {
      const [egenskaber] = element['egenskaber'] as Poster
      Object.assign(egenskaber ?? {}, { titel: F.notat, notat: 'Ringet.', format: 'Text' })
      element['sag'] = id('sag D')
    }),
    byg('bevilling', 'E', 'bevilling', 15, (element) => {
      const [ydelse] = element['bevilgedeYdelser'] as Poster
      Object.assign(ydelse ?? {}, { id: '1', navn: F.ydelse, ydelsestype: 'Økonomisk' })
      Object.assign((ydelse?.['ydelse'] ?? {}) as object, { ydelsesnavn: F.ydelse })
      element['bevillingssager'] = []
    }),
    byg('oekonomiskEffektuering', 'E', 'effektuering', 10, (element) => {
      const [egenskaber] = element['egenskaber'] as Poster
      for (const felt of ['samletBruttobeloeb', 'beloebEfterSkatATP', 'beloebSendtTilUdbetaling', 'beloebUdbetalt'])
        Object.assign(egenskaber ?? {}, { [felt]: F.beloeb })
      const [del] = element['oekonomiskYdelseEffektueringer'] as Poster
      Object.assign(del ?? {}, {
        ydelsesbeloeb: F.beloeb,
        bevilgetYdelseRef: { bevilling: id('bevilling'), bevilgetYdelseId: '1' },
      })
    }),
  ]
}

function fremdrift(element: Record<string, unknown>, kode: string, i: number, antal: number): Record<string, unknown> {
  const [foerste] = rigtigtElement('sag')['fremdrift'] as { virkning: Record<string, unknown> }[]
  const fra = (nr: number) => `2026-01-0${nr + 1}T08:00:00.000Z`
  const virkning = {
    ...foerste?.virkning,
    aktoerRef: element['brugerRef'],
    fra: fra(i),
    til: i + 1 === antal ? null : fra(i + 1),
  }
  return { virkning, fremdriftStatusKode: kode }
}

const kunPrimaerPart = (element: Record<string, unknown>): void => {
  element['sagsparter'] = (element['sagsparter'] as Poster).filter(({ rolle }) => rolle === 'Primær part')
  element['sagsklasser'] = (element['sagsklasser'] as Poster).filter(({ rolle }) => rolle !== 'Visningsklasse')
}

const medUndtagelse = (element: Record<string, unknown>): void => {
  const visning = (rigtigtElement('sag')['sagsklasser'] as Poster).find(({ rolle }) => rolle === 'Visningsklasse')
  ;(element['sagsklasser'] as Poster).push({ ...visning })
}

/** The system and the person of the run in place of those of the example. */
const tilpas = (element: Record<string, unknown>, { system }: Afsenderkoersel, cpr: string): Record<string, unknown> =>
  JSON.parse(JSON.stringify(element).replaceAll(PLADSHOLDER_SYSTEM, system.id).replaceAll(PLADSHOLDER_PERSON, cpr)) as Record<
    string,
    unknown
  >
