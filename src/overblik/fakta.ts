import type { SagsfaktaData } from '#indeks'
import type { KleEmne, Tidspunkt, Uuid } from '#kernel'
import { isAltidLukket } from '#klassifikation'
import {
  type Brevfakta,
  decideVisning,
  fremdriftForBorger,
  type KleKonfiguration,
  type Opsaetning,
  type Visningsafgoerelse,
  type Visningsfakta,
} from '#visning'
import type { OverblikRaekke } from './overblik.sql.ts'
import { vedTid } from './perioder.ts'

/** What a decision about showing stands on, besides the item: who looks, when, and what the rest of the part's items say. */
export type Afgoerelsesgrundlag = {
  readonly nu: Tidspunkt
  readonly grund: 'egen' | 'foraeldremyndighed'
  readonly alder: number | undefined
  readonly opsaetning: Opsaetning
  /** Outgoing letters by case. */
  readonly breve: ReadonlyMap<Uuid, readonly Brevfakta[]>
  /** When each grant came into being. */
  readonly bevillinger: ReadonlyMap<Uuid, Tidspunkt>
}

/** Gathers what the rules need from all of a part's rows. */
export function readSammenhaeng(raekker: readonly OverblikRaekke[]): Pick<Afgoerelsesgrundlag, 'breve' | 'bevillinger'> {
  const breve = new Map<Uuid, Brevfakta[]>()
  const bevillinger = new Map<Uuid, Tidspunkt>()
  for (const { item_id, data } of raekker) {
    if (data.art === 'bevilling') bevillinger.set(item_id, data.oprettet)
    if (data.art !== 'dokument') continue
    const seneste = data.titler.at(-1)
    if (seneste?.type !== 'Brev, udgaaende') continue
    const brev = { oprettet: data.oprettet, fremdrift: data.fremdrift, brevDato: seneste.brevDato }
    for (const sag of data.sager) breve.set(sag.id, [...(breve.get(sag.id) ?? []), brev])
  }
  return { breve, bevillinger }
}

/** One way of looking at an item: on one of its cases, with that case's number, or (kle given) as one of its granted benefits. */
export type Synsvinkel = {
  readonly sag: SagsfaktaData | undefined
  readonly kle: string
  readonly kommune: OverblikRaekke['kommune']
}

/** Documents and notes are looked at on each of their cases; all else by its own number. */
export function synsvinkler(raekke: OverblikRaekke): Synsvinkel[] {
  const { data, kle, kommune } = raekke
  if (data.art === 'sag' || data.sager.length === 0) return [{ sag: undefined, kle, kommune }]
  if (data.art === 'dokument' || data.art === 'journalnotat')
    return data.sager.map((sag) => ({ sag, kle: sag.kle, kommune: sag.kommune }))
  return [{ sag: data.sager[0], kle, kommune }]
}

export const konfigurationFor = (grundlag: Afgoerelsesgrundlag, { kommune, kle }: Synsvinkel): KleKonfiguration | undefined =>
  grundlag.opsaetning.konfigurationFor(kommune, kle || undefined, grundlag.nu)

/** May the item be shown, looked at so? */
export function decideFor(raekke: OverblikRaekke, vinkel: Synsvinkel, grundlag: Afgoerelsesgrundlag): Visningsafgoerelse {
  return decideVisning(toFakta(raekke, vinkel, grundlag), toKontekst(vinkel, grundlag))
}

export const toKontekst = (vinkel: Synsvinkel, grundlag: Afgoerelsesgrundlag) => ({
  nu: grundlag.nu,
  grund: grundlag.grund,
  alder: grundlag.alder,
  konfiguration: konfigurationFor(grundlag, vinkel),
  altidLukket: vinkel.kle === '' || isAltidLukket(vinkel.kle as KleEmne),
})

/** The facts of an item looked at in one way. */
export function toFakta(raekke: OverblikRaekke, vinkel: Synsvinkel, grundlag: Afgoerelsesgrundlag): Visningsfakta {
  const { data } = raekke
  const egenSag = data.art === 'sag' ? [{ id: raekke.item_id, fremdrift: data.fremdrift }] : []
  const sager = [...egenSag, ...(data.art === 'sag' ? [] : data.sager)]
  return {
    art: raekke.art,
    kommune: vinkel.kommune,
    kle: vinkel.kle || undefined,
    kilde: raekke.kilde_id,
    roller: data.roller,
    visningsklasser: data.visningsklasser,
    oprettet: vinkel.sag?.oprettet ?? data.oprettet,
    opstaaet: findOpstaaet(raekke, grundlag),
    aktiv: isAktiv(raekke, vinkel, grundlag),
    dokument: data.art === 'dokument' ? toDokumentfakta(data, grundlag.nu) : undefined,
    sager: sager.map(({ id, fremdrift }) => ({ fremdrift, breve: grundlag.breve.get(id) ?? [] })),
  }
}

function findOpstaaet({ data }: OverblikRaekke, { bevillinger }: Afgoerelsesgrundlag): Tidspunkt {
  if (data.art !== 'oekonomiskEffektuering') return data.oprettet
  const [foerste] = data.ydelser.flatMap((ydelse) => bevillinger.get(ydelse.bevilling) ?? []).sort()
  return foerste ?? data.oprettet
}

/** Not closed, by the states as they are shown: one that vanished on the day of an untold decision would tell of it. */
function isAktiv({ item_id, data }: OverblikRaekke, vinkel: Synsvinkel, grundlag: Afgoerelsesgrundlag): boolean {
  const sag = data.art === 'sag' ? { id: item_id, fremdrift: data.fremdrift } : vinkel.sag
  if (sag) {
    const trin = fremdriftForBorger(
      sag.fremdrift,
      konfigurationFor(grundlag, vinkel),
      grundlag.breve.get(sag.id) ?? [],
      grundlag.nu,
    )
    return trin.at(-1)?.fremdrift !== 'Afsluttet'
  }
  if (data.art === 'bevilling') return data.til === undefined || data.til >= grundlag.nu.slice(0, 10)
  return true
}

function toDokumentfakta(data: Extract<OverblikRaekke['data'], { art: 'dokument' }>, nu: Tidspunkt): Visningsfakta['dokument'] {
  const egenskaber = vedTid(data.titler, nu)
  return { type: egenskaber?.type ?? '', fremdrift: vedTid(data.fremdrift, nu)?.status, brevDato: egenskaber?.brevDato }
}
