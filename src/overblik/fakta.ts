import type { SagsfaktaData } from '#indeks'
import { type CvrNummer, gaeldende, type KleEmne, type Tidspunkt, type Uuid } from '#kernel'
import { isAltidLukket, livsomraadeFor } from '#klassifikation'
import { danskDag } from '#platform/clock'
import {
  type Brevfakta,
  decideVisning,
  fremdriftForBorger,
  type KleKonfiguration,
  type Noedstop,
  type Opsaetning,
  sendtDag,
  type Visningsafgoerelse,
  type Visningsfakta,
} from '#visning'
import type { OverblikRaekke } from './overblik.sql.ts'
import { gaeldendeVed, vedTid } from './perioder.ts'
import type { Titelviden } from './titelviden.ts'

/** What a decision about showing stands on, besides the item: who looks, when, and what the rest of the part's items say. */
export type Afgoerelsesgrundlag = {
  readonly nu: Tidspunkt
  readonly grund: 'egen' | 'foraeldremyndighed'
  readonly alder: number | undefined
  readonly opsaetning: Opsaetning
  /** The emergency stops in force, of all municipalities. */
  readonly stop: readonly Noedstop[]
  /** What is known of the titles. */
  readonly titler: Titelviden
  /** Outgoing letters by case, with when we got what they say. */
  readonly breve: ReadonlyMap<Uuid, readonly (Brevfakta & { readonly modtaget?: Tidspunkt | undefined })[]>
  /** When each grant came into being. */
  readonly bevillinger: ReadonlyMap<Uuid, Tidspunkt>
}

/** Gathers what the rules need from all of a part's rows, as it is now. */
export function readSammenhaeng(
  raekker: readonly OverblikRaekke[],
  nu: Tidspunkt,
): Pick<Afgoerelsesgrundlag, 'breve' | 'bevillinger'> {
  const breve = new Map<Uuid, (Brevfakta & { readonly modtaget?: Tidspunkt | undefined })[]>()
  const bevillinger = new Map<Uuid, Tidspunkt>()
  for (const { item_id, data, modtaget } of raekker) {
    if (data.art === 'bevilling') bevillinger.set(item_id, data.oprettet)
    if (data.art !== 'dokument') continue
    const egenskaber = gaeldendeVed(data.titler, nu)
    if (egenskaber?.type !== 'Brev, udgaaende') continue
    const brev = { oprettet: data.oprettet, fremdrift: data.fremdrift, brevDato: egenskaber.brevDato, modtaget }
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

/** Documents and notes are looked at on each of their cases; all else by its own number. By the numbers that hold at `nu`. */
export function synsvinkler(raekke: OverblikRaekke, nu: Tidspunkt): Synsvinkel[] {
  const { data, kommune } = raekke
  if (data.art === 'sag') return [{ sag: undefined, kle: kleVed(data.kler, nu), kommune }]
  if ((data.art === 'dokument' || data.art === 'journalnotat') && data.sager.length > 0)
    return data.sager.map((sag) => ({ sag, kle: kleVed(sag.kler, nu), kommune: sag.kommune ?? kommune }))
  return [{ sag: data.sager[0], kle: kleOf(raekke, nu), kommune }]
}

/** '' where there is none at the time, which hides. */
const kleVed = (kler: SagsfaktaData['kler'], nu: Tidspunkt): string => gaeldendeVed(kler, nu)?.kle ?? ''

/** An appointment's own number, a grant's and payment's from their benefits; else that of the case. */
function kleOf({ data, kle }: OverblikRaekke, nu: Tidspunkt): string {
  if (data.art === 'sag') return kleVed(data.kler, nu)
  if (data.art === 'aftale' && data.kler.length > 0) return kleVed(data.kler, nu)
  const harYdelsesnummer = 'ydelser' in data && data.ydelser.some((ydelse) => ydelse.kle !== undefined)
  const [sag] = data.sager
  return sag && !harYdelsesnummer ? kleVed(sag.kler, nu) : kle
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
  stop: grundlag.stop,
})

/**
 * The facts of an item looked at in one way. What takes work is worked out when a rule asks: most of what is hidden is so by the first rules,
 * and those who count over all items (a preview) would spend half their time on answers that nobody reads. A class, since making an object with
 * as many functions of its own for each item took, measured, as long as the rules themselves.
 */
class Tingfakta implements Visningsfakta {
  readonly #raekke: OverblikRaekke
  readonly #vinkel: Synsvinkel
  readonly #grundlag: Afgoerelsesgrundlag
  constructor(raekke: OverblikRaekke, vinkel: Synsvinkel, grundlag: Afgoerelsesgrundlag) {
    this.#raekke = raekke
    this.#vinkel = vinkel
    this.#grundlag = grundlag
  }
  get art() {
    return this.#raekke.art
  }
  get objekt() {
    return this.#raekke.item_id
  }
  get sagsIder() {
    return sagerOf(this.#raekke).map(({ id }) => id)
  }
  get bevillingsIder() {
    const { data } = this.#raekke
    return data.art === 'oekonomiskEffektuering' ? data.ydelser.map((ydelse) => ydelse.bevilling) : []
  }
  get kommune() {
    return this.#vinkel.kommune
  }
  get kommuner() {
    return findKommuner(this.#raekke)
  }
  get livsomraader() {
    return findLivsomraader(this.#raekke, this.#vinkel, this.#grundlag.nu)
  }
  get kle() {
    return this.#vinkel.kle || undefined
  }
  get kilde() {
    return this.#raekke.kilde_id
  }
  get tilbageholdt() {
    return this.#grundlag.titler.isTilbageholdt(this.#raekke)
  }
  get roller() {
    return this.#raekke.data.roller
  }
  get visningsklasser() {
    return this.#raekke.data.visningsklasser
  }
  get sagUkendt() {
    const { data } = this.#raekke
    return 'sagUkendt' in data && data.sagUkendt === true
  }
  get egetNummerLukket() {
    return hasLukketNummer(this.#raekke, this.#vinkel, this.#grundlag)
  }
  get oprettet() {
    return this.#vinkel.sag?.oprettet ?? this.#raekke.data.oprettet
  }
  get opstaaet() {
    return findOpstaaet(this.#raekke, this.#grundlag)
  }
  get aktiv() {
    return isAktiv(this.#raekke, this.#vinkel, this.#grundlag)
  }
  get dokument() {
    const { data } = this.#raekke
    return data.art === 'dokument' ? toDokumentfakta(data, this.#grundlag.nu) : undefined
  }
  get sager() {
    return sagerOf(this.#raekke).map(({ id, fremdrift }) => ({ fremdrift, breve: this.#grundlag.breve.get(id) ?? [] }))
  }
}

export const toFakta = (raekke: OverblikRaekke, vinkel: Synsvinkel, grundlag: Afgoerelsesgrundlag): Visningsfakta =>
  new Tingfakta(raekke, vinkel, grundlag)

/** The cases that it stands on; of a case, itself. */
const sagerOf = ({ item_id, data }: OverblikRaekke): readonly Pick<SagsfaktaData, 'id' | 'fremdrift'>[] =>
  data.art === 'sag' ? [{ id: item_id, fremdrift: data.fremdrift }] : data.sager

/** Who may stop it: the municipality that delivered it, and those of its cases. */
const findKommuner = ({ kommune, data }: OverblikRaekke): CvrNummer[] =>
  data.art === 'sag' ? [kommune] : [...new Set([kommune, ...data.sager.flatMap((sag) => sag.kommune ?? [])])]

/** Its own number's and its cases': a stop of one area stops what stands in another as well. */
function findLivsomraader({ data }: OverblikRaekke, { kle }: Synsvinkel, nu: Tidspunkt): string[] {
  const sagernes = data.art === 'sag' ? [] : data.sager.map(({ kler }) => kleVed(kler, nu))
  return [...new Set([kle, ...sagernes].map((nummer) => livsomraadeFor(nummer as KleEmne).noegle))]
}

/** A number of the document's own that is always closed, and that the jurist has not opened by name. */
function hasLukketNummer({ data }: OverblikRaekke, { kommune }: Synsvinkel, { opsaetning, nu }: Afgoerelsesgrundlag): boolean {
  if (data.art !== 'dokument') return false
  return gaeldende(data.kler, nu).some(({ kle }) => {
    const konfiguration = opsaetning.konfigurationFor(kommune, kle, nu)
    const juristAabnet = konfiguration?.aaben && konfiguration.juristAabnet && konfiguration.kle === kle
    return isAltidLukket(kle as KleEmne) && !juristAabnet
  })
}

/** A payment tells of each grant that it carries out, so it came into being with the newest. */
function findOpstaaet({ data }: OverblikRaekke, { bevillinger }: Afgoerelsesgrundlag): Tidspunkt {
  if (data.art !== 'oekonomiskEffektuering') return data.oprettet
  const seneste = data.ydelser
    .flatMap((ydelse) => bevillinger.get(ydelse.bevilling) ?? [])
    .sort()
    .at(-1)
  return seneste ?? data.oprettet
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
  if (data.art !== 'bevilling') return true
  const til = vedTid(data.rammer, grundlag.nu)?.til
  return til === undefined || til >= danskDag(grundlag.nu)
}

function toDokumentfakta(data: Extract<OverblikRaekke['data'], { art: 'dokument' }>, nu: Tidspunkt): Visningsfakta['dokument'] {
  const egenskaber = gaeldendeVed(data.titler, nu)
  if (!egenskaber) return undefined
  const { type, brevDato } = egenskaber
  const { oprettet, fremdrift } = data
  const sendt = type === 'Brev, udgaaende' ? sendtDag({ oprettet, fremdrift, brevDato }, nu) : undefined
  // What it is, and how far, must hold now: a letter that is finished tomorrow is not finished, and of what has ended nothing is known.
  return { type, fremdrift: gaeldendeVed(fremdrift, nu)?.status, brevDato, sendt }
}
