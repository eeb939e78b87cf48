import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { BevillingObjekt, EffektueringObjekt, GaeldendeObjekt, Objekt, SagObjekt } from './objekt.ts'
import type { EffektueringData, FaellesData, OverblikData, Periode, SagsfaktaData } from './overblik-data.ts'

/** One row of the overview: one item as one part has it. */
export type OverblikRaekke = {
  readonly part: Uuid
  readonly item: Uuid
  readonly kommune: CvrNummer
  readonly kle: string
  readonly kilde: Uuid
  readonly sager: readonly Uuid[]
  /** Tidspunkt of the newest registration that the row is made from. */
  readonly aendret: Tidspunkt
  readonly data: OverblikData
  /** Long text, read only by the item's own page. */
  readonly indhold: unknown
}

/** Finds the current state of an object that another one takes facts from; undefined where it has not been delivered. */
export type Opslag = (id: Uuid) => GaeldendeObjekt | undefined

/** An item's grounds: the cases (or the grant and its cases) that it takes parties, KLE number and classes from. */
type Ophav = { readonly objekt: Objekt; readonly tidspunkt: Tidspunkt }

/**
 * The rows of the overview that follow from an object and from what it takes facts from. A pure function of current states, so the order
 * that deliveries came in cannot show. `sagerMed` are the cases that list a document.
 */
export function projectObjekt(gaeldende: GaeldendeObjekt, opslag: Opslag, sagerMed: readonly Uuid[]): OverblikRaekke[] {
  const { objekt } = gaeldende
  const sager = findSager(objekt, opslag, sagerMed)
  const ophav = findOphav(gaeldende, opslag, sager)
  const parter = partsOf(ophav)
  const visningsklasser = [objekt, ...ophav.map((led) => led.objekt), ...sager.map((led) => led.objekt)].flatMap(
    (led) => led.visningsklasser,
  )
  const raekker: OverblikRaekke[] = []
  for (const [part, roller] of parter) {
    // Only what the part has a role on may shape the part's row: another person's case or grant on the same item stays out of it.
    const egne = sager.filter((sag) => hasPart(sag, part))
    const egetOphav = ophav.filter((led) => hasPart(led, part))
    const grundlag = [objekt, ...egne.map((led) => led.objekt), ...egetOphav.map((led) => led.objekt)]
    const kommune = grundlag.find((led) => led.kommune !== undefined)?.kommune
    if (!kommune) continue
    raekker.push({
      part,
      item: objekt.id,
      kommune,
      kle: kleOf(objekt, egne, egetOphav),
      kilde: gaeldende.kilde,
      sager: objekt.art === 'sag' ? [objekt.id] : egne.map((sag) => sag.objekt.id),
      aendret: nyeste([gaeldende, ...egetOphav, ...egne]),
      data: toData(objekt, { ...faellesOf(objekt, grundlag), roller, visningsklasser: unique(visningsklasser) }, egne, egetOphav),
      indhold: objekt.art === 'journalnotat' ? { notater: objekt.notater } : undefined,
    })
  }
  return raekker.sort((a, b) => (a.part < b.part ? -1 : 1))
}

const hasPart = (led: Ophav, part: Uuid): boolean => led.objekt.parter.some((egen) => egen.part === part)

const nyeste = (led: readonly [Ophav, ...Ophav[]]): Tidspunkt =>
  led
    .map((et) => et.tidspunkt)
    .sort()
    .at(-1) ?? led[0].tidspunkt

type SagMedTid = { readonly objekt: SagObjekt; readonly tidspunkt: Tidspunkt }

/** The cases an item stands on, in a fixed order. */
function findSager(objekt: Objekt, opslag: Opslag, sagerMed: readonly Uuid[]): SagMedTid[] {
  const sager = [...new Set(sagIds(objekt, opslag, sagerMed))].sort().flatMap((id) => {
    const fundet = opslag(id)
    return fundet?.objekt.art === 'sag' ? [{ objekt: fundet.objekt, tidspunkt: fundet.tidspunkt }] : []
  })
  return sager.filter((sag) => sag.objekt.id !== objekt.id && isListed(objekt, sag.objekt))
}

function sagIds(objekt: Objekt, opslag: Opslag, sagerMed: readonly Uuid[]): readonly Uuid[] {
  switch (objekt.art) {
    case 'sag':
      return []
    case 'dokument':
      return sagerMed
    case 'bevilling':
      return objekt.sager
    case 'oekonomiskEffektuering':
      return bevillingerAf(objekt, opslag).flatMap((led) => led.objekt.sager)
    default:
      return objekt.sag ? [objekt.sag] : []
  }
}

/** A document, or a note that came inside its case, is on the case only while the case lists it. */
function isListed(objekt: Objekt, sag: SagObjekt): boolean {
  if (objekt.art === 'dokument') return sag.journalposter.some((post) => post.dokument === objekt.id)
  if (objekt.art === 'journalnotat' && objekt.viaSag) return sag.notater.some((post) => post.notat === objekt.id)
  return true
}

const bevillingerAf = (objekt: EffektueringObjekt, opslag: Opslag) =>
  [...new Set(objekt.ydelser.map((ydelse) => ydelse.bevilling))].sort().flatMap((id) => {
    const fundet = opslag(id)
    return fundet?.objekt.art === 'bevilling' ? [{ objekt: fundet.objekt as BevillingObjekt, tidspunkt: fundet.tidspunkt }] : []
  })

/** Where the parties come from: the cases of documents and notes, the grants of payments, else the item itself. */
function findOphav(gaeldende: GaeldendeObjekt, opslag: Opslag, sager: readonly SagMedTid[]): readonly Ophav[] {
  const { objekt } = gaeldende
  if (objekt.art === 'journalnotat') return sager
  if (objekt.art === 'dokument') return sager.length > 0 ? sager : [gaeldende]
  if (objekt.art === 'oekonomiskEffektuering') return bevillingerAf(objekt, opslag)
  return [gaeldende]
}

function partsOf(ophav: readonly Ophav[]): Map<Uuid, Periode<{ rolle: string }>[]> {
  const parter = new Map<Uuid, Periode<{ rolle: string }>[]>()
  for (const { objekt } of ophav)
    for (const { part, rolle, virkning } of objekt.parter) {
      const roller = parter.get(part) ?? []
      roller.push({ rolle, virkning })
      parter.set(part, roller)
    }
  for (const [part, roller] of parter) parter.set(part, unique(roller))
  return parter
}

function kleOf(objekt: Objekt, sager: readonly SagMedTid[], ophav: readonly Ophav[]): string {
  const arver = objekt.art === 'dokument' || objekt.art === 'journalnotat'
  const raekke = arver
    ? [...sager.map((sag) => sag.objekt), objekt]
    : [objekt, ...ophav.map((led) => led.objekt), ...sager.map((sag) => sag.objekt)]
  return raekke.find((led) => led.kle !== undefined)?.kle ?? ''
}

function faellesOf(objekt: Objekt, grundlag: readonly Objekt[]): Omit<FaellesData, 'roller' | 'visningsklasser'> {
  return {
    foelsomhed: objekt.foelsomhed,
    oprettet: objekt.oprettet,
    ansvarlig: grundlag.find((led) => led.ansvarlig.length > 0)?.ansvarlig ?? [],
  }
}

const toSagsfakta = (sager: readonly SagMedTid[]): SagsfaktaData[] =>
  sager.flatMap(({ objekt: { id, kommune, kle, fremdrift, oprettet } }) =>
    kommune && kle ? [{ id, kommune, kle, fremdrift, oprettet }] : [],
  )

function toData(objekt: Objekt, faelles: FaellesData, egne: readonly SagMedTid[], egetOphav: readonly Ophav[]): OverblikData {
  const sager = toSagsfakta(egne)
  switch (objekt.art) {
    case 'sag': {
      const { art, titler, facet, fremdrift, sagsstatus, hjemmel } = objekt
      return { ...faelles, art, titler, facet, fremdrift, sagsstatus, hjemmel }
    }
    case 'dokument':
      return {
        ...faelles,
        art: objekt.art,
        titler: titlerPaa(objekt.id, objekt.titler, egne),
        fremdrift: objekt.fremdrift,
        sager,
      }
    case 'journalnotat':
      return { ...faelles, art: objekt.art, titler: objekt.titler, sager }
    case 'bevilling': {
      const { art, fra, til, status, ydelser } = objekt
      return { ...faelles, art, fra, til, status, ydelser, sager }
    }
    case 'oekonomiskEffektuering':
      return { ...faelles, art: objekt.art, ...egenUdbetaling(objekt, egetOphav), sager }
    case 'aftale':
      return { ...faelles, art: objekt.art, aftaler: objekt.aftaler, sager }
  }
}

/**
 * The part's share of a payment. One that also carries out somebody else's grant, or one that we do not know, is shown without its
 * totals: they would tell what the other gets.
 */
function egenUdbetaling(
  objekt: EffektueringObjekt,
  bevillinger: readonly Ophav[],
): Pick<EffektueringData, 'udbetalinger' | 'ydelser'> {
  const egne = new Map(bevillinger.flatMap(({ objekt: led }) => (led.art === 'bevilling' ? [[led.id, led] as const] : [])))
  const ydelser = objekt.ydelser.flatMap(({ bevilling: id, ydelse, beskrivelse, fra, til, beloeb }) => {
    const bevilling = egne.get(id)
    if (!bevilling) return []
    const bevilget = bevilling.ydelser.find((led) => led.id === ydelse)
    return [{ bevilling: id, navn: bevilget?.navn ?? beskrivelse ?? '', kle: bevilget?.kle ?? bevilling.kle, fra, til, beloeb }]
  })
  if (ydelser.length === objekt.ydelser.length) return { udbetalinger: objekt.udbetalinger, ydelser }
  const udenBeloeb = { brutto: undefined, efterSkat: undefined, sendt: undefined, udbetalt: undefined }
  return { udbetalinger: objekt.udbetalinger.map((udbetaling) => ({ ...udbetaling, ...udenBeloeb })), ydelser }
}

/** A case may give the document a title of its own (JournalpostEgenskaber/Dokumenttitel), which then replaces the document's. */
function titlerPaa<T extends { readonly titel: string }>(dokument: Uuid, titler: readonly T[], sager: readonly SagMedTid[]): T[] {
  const paaSag = sager
    .flatMap((sag) => sag.objekt.journalposter)
    .find((post) => post.dokument === dokument && post.titel !== undefined)
  return titler.map((titel) => (paaSag?.titel === undefined ? titel : { ...titel, titel: paaSag.titel }))
}

/** Without repetition and in a fixed order, so that equal facts are equal bytes. */
function unique<T>(elementer: readonly T[]): T[] {
  const efterTekst = new Map(elementer.map((element) => [JSON.stringify(element), element]))
  return [...efterTekst].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, element]) => element)
}
