import type { CvrNummer, Tidspunkt, Uuid, Virkning } from '#kernel'
import { type Adgang, adgangFor } from './adgang/adgang.ts'
import { egenUdbetaling } from './egen-udbetaling.ts'
import type { BevillingObjekt, EffektueringObjekt, GaeldendeObjekt, Objekt, SagObjekt } from './objekt.ts'
import type { FaellesData, OverblikData, Periode, SagsfaktaData } from './overblik-data.ts'
import { within } from './perioder.ts'

/** One row of the overview: one item as one part has it. */
export type OverblikRaekke = {
  readonly part: Uuid
  readonly item: Uuid
  readonly kommune: CvrNummer
  readonly kle: string
  readonly kilde: Uuid
  readonly sager: readonly Uuid[]
  /** Tidspunkt of the item's own registration: a change of its case, perhaps one that is not shown, must not call it new. */
  readonly aendret: Tidspunkt
  /** When the item's own newest registration came, and when its first one did. */
  readonly modtaget: Tidspunkt
  readonly foerstModtaget: Tidspunkt
  readonly data: OverblikData
  /** Long text, read only by the item's own page. */
  readonly indhold: unknown
  /** Which of the municipality's people may see the item; never read for a citizen. */
  readonly adgang: Adgang
}

/** Finds the current state of an object that another one takes facts from; undefined where it has not been delivered. */
export type Opslag = (id: Uuid) => GaeldendeObjekt | undefined

/**
 * One that an item takes facts from, and the roles it gives: those of its parties in the times the item stands on it. A role that ended
 * before the item came gives none.
 */
type Led<O extends Objekt = Objekt> = {
  readonly objekt: O
  readonly parter: Objekt['parter']
  /** When the item stands on it; undefined is always. */
  readonly paa: readonly Virkning[] | undefined
}

const toLed = <O extends Objekt>(objekt: O, paa?: readonly Virkning[]): Led<O> => ({
  objekt,
  parter: paa ? objekt.parter.flatMap((part) => clip(part, paa)) : objekt.parter,
  paa,
})

/** The fact in the times that lie in `paa`. */
const clip = <T extends { readonly virkning: Virkning }>(fakta: T, paa: readonly Virkning[]): T[] =>
  within(fakta.virkning, paa).map((virkning) => ({ ...fakta, virkning }))

/**
 * The rows of the overview that follow from an object and from what it takes facts from. A pure function of current states, so the order
 * that deliveries came in cannot show. `sagerMed` are the cases that list a document.
 */
export function projectObjekt(gaeldende: GaeldendeObjekt, opslag: Opslag, sagerMed: readonly Uuid[]): OverblikRaekke[] {
  const { objekt } = gaeldende
  const sager = findSager(gaeldende, opslag, sagerMed)
  const ophav = findOphav(gaeldende, opslag, sager)
  const parter = partsOf(ophav)
  if (parter.size === 0) return []
  const raekker: OverblikRaekke[] = []
  const bevillinger = objekt.art === 'oekonomiskEffektuering' ? bevillingerAf(objekt, opslag) : []
  const adgang = adgangFor(gaeldende, { sager, bevillinger, master: (id) => opslag(id)?.master })
  for (const [part, roller] of parter) {
    // Only what the part has a role on may shape the part's row: another person's case or grant on the same item stays out of it.
    const egne = sager.filter((sag) => hasPart(sag, part))
    const egetOphav = ophav.filter((led) => hasPart(led, part))
    const grundlag = [objekt, ...egne.map((led) => led.objekt), ...egetOphav.map((led) => led.objekt)]
    const kommune = grundlag.find((led) => led.kommune !== undefined)?.kommune
    if (!kommune) continue
    const visningsklasser = visningsklasserOf(objekt, [...ophav, ...sager], part)
    raekker.push({
      part,
      item: objekt.id,
      kommune,
      kle: kleOf(objekt, egne, egetOphav),
      kilde: gaeldende.kilde,
      sager: objekt.art === 'sag' ? [objekt.id] : egne.map((sag) => sag.objekt.id),
      aendret: gaeldende.tidspunkt,
      modtaget: gaeldende.modtaget,
      foerstModtaget: gaeldende.foerstModtaget,
      data: toData(
        objekt,
        { ...faellesOf(objekt, grundlag), roller, visningsklasser },
        {
          part,
          sager: egne,
          ophav: egetOphav,
          sagUkendt: isSagUkendt([objekt, ...egetOphav.map((led) => led.objekt)], opslag),
        },
      ),
      indhold: objekt.art === 'journalnotat' ? { notater: objekt.notater } : undefined,
      adgang,
    })
  }
  return raekker.sort((a, b) => (a.part < b.part ? -1 : 1))
}

const hasPart = (led: Led, part: Uuid): boolean => led.parter.some((egen) => egen.part === part)

/**
 * The classes of the item and of all that it stands on. A class hides whosever case it comes from, since a paper that one case exempts must
 * not come out through another; but of somebody else's case no more than that is told.
 */
function visningsklasserOf(objekt: Objekt, led: readonly Led[], part: Uuid): FaellesData['visningsklasser'] {
  const arvede = led.flatMap((et) => {
    const { visningsklasser } = et.objekt
    const egne = hasPart(et, part) ? visningsklasser : visningsklasser.map(withoutReference)
    return et.paa ? egne.flatMap((klasse) => clip(klasse, et.paa ?? [])) : egne
  })
  return objekt.visningsklasser.length + arvede.length > 0
    ? unique([...objekt.visningsklasser, ...arvede], (led) => led.klasse)
    : []
}

const withoutReference = <T extends { readonly klasse: string }>(led: T): T =>
  led.klasse.startsWith('ukendt') ? { ...led, klasse: 'ukendt' } : led

/** The cases an item stands on, in a fixed order. */
function findSager(gaeldende: GaeldendeObjekt, opslag: Opslag, sagerMed: readonly Uuid[]): Led<SagObjekt>[] {
  const { objekt } = gaeldende
  const ider = sagIds(objekt, opslag, sagerMed)
  if (ider.length === 0) return []
  return [...new Set(ider)].sort().flatMap((id) => {
    const fundet = opslag(id)
    if (fundet?.objekt.art !== 'sag' || id === objekt.id || !mayStandOn(gaeldende, fundet)) return []
    const paa = listedOn(objekt, fundet.objekt)
    return paa?.length === 0 ? [] : [toLed(fundet.objekt, paa)]
  })
}

/**
 * Ids can be had by others than those they belong to. One municipality's case shows its parties no paper of another's: whoever names a
 * paper's id in a case of their own would else read what it is called. And a case's notes are part of the case, which only its Master may
 * change (SF1470): a system that knows the case's id cannot write to the citizen in another's name.
 */
function mayStandOn({ objekt, master }: GaeldendeObjekt, sag: GaeldendeObjekt): boolean {
  if (objekt.art === 'dokument') return objekt.kommune === undefined || objekt.kommune === sag.objekt.kommune
  return objekt.art !== 'journalnotat' || master === sag.master
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

/** When the case lists a document, or a note that came inside its case: only then is it on the case. Undefined: the item says so itself. */
function listedOn(objekt: Objekt, sag: SagObjekt): Virkning[] | undefined {
  if (objekt.art === 'dokument')
    return sag.journalposter.filter((post) => post.dokument === objekt.id).map((post) => post.virkning)
  if (objekt.art === 'journalnotat' && objekt.viaSag)
    return sag.notater.filter((post) => post.notat === objekt.id).map((post) => post.virkning)
  return undefined
}

/** The grants that a payment carries out. One that another municipality owns is not: naming its id must not reach its people. */
const bevillingerAf = (objekt: EffektueringObjekt, opslag: Opslag): Led<BevillingObjekt>[] =>
  [...new Set(objekt.ydelser.map((ydelse) => ydelse.bevilling))].sort().flatMap((id) => {
    const fundet = opslag(id)
    if (fundet?.objekt.art !== 'bevilling') return []
    const sammeEjer = objekt.kommune === undefined || objekt.kommune === fundet.objekt.kommune
    return sammeEjer ? [toLed(fundet.objekt)] : []
  })

/** True where the item, or a grant that it takes facts from, names a case that has not been delivered. */
const isSagUkendt = (led: readonly Objekt[], opslag: Opslag): boolean =>
  led
    .flatMap((objekt) => {
      if (objekt.art === 'bevilling') return objekt.sager
      return objekt.art === 'aftale' && objekt.sag ? [objekt.sag] : []
    })
    .some((id) => opslag(id)?.art !== 'sag')

/**
 * Where the parties come from: the cases of documents and notes, the grants of payments, the case of an appointment that names nobody, else
 * the item itself.
 */
function findOphav({ objekt, master }: GaeldendeObjekt, opslag: Opslag, sager: readonly Led<SagObjekt>[]): readonly Led[] {
  switch (objekt.art) {
    case 'journalnotat':
      return sager
    case 'dokument':
      return sager.length > 0 ? sager : [toLed(objekt)]
    case 'oekonomiskEffektuering':
      return bevillingerAf(objekt, opslag)
    case 'aftale':
      // As with notes: who only knows the case's id may not write to its parties.
      return objekt.partersomSagen ? sager.filter((sag) => opslag(sag.objekt.id)?.master === master) : [toLed(objekt)]
    default:
      return [toLed(objekt)]
  }
}

function partsOf(ophav: readonly Led[]): Map<Uuid, Periode<{ rolle: string }>[]> {
  const parter = new Map<Uuid, Periode<{ rolle: string }>[]>()
  for (const led of ophav)
    for (const { part, rolle, virkning } of led.parter) {
      const roller = parter.get(part)
      if (roller) roller.push({ rolle, virkning })
      else parter.set(part, [{ rolle, virkning }])
    }
  for (const [part, roller] of parter)
    parter.set(
      part,
      unique(roller, (led) => led.rolle),
    )
  return parter
}

function kleOf(objekt: Objekt, sager: readonly Led[], ophav: readonly Led[]): string {
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

/** What of all that an item stands on one part's row is made of. */
type Eget = {
  readonly part: Uuid
  readonly sager: readonly Led<SagObjekt>[]
  readonly ophav: readonly Led[]
  readonly sagUkendt: boolean
}

const toSagsfakta = ({ objekt: { id, kommune, kler, fremdrift, oprettet } }: Led<SagObjekt>): SagsfaktaData => ({
  id,
  kommune,
  kler,
  fremdrift,
  oprettet,
})

function toData(objekt: Objekt, faelles: FaellesData, eget: Eget): OverblikData {
  const sager = eget.sager.map(toSagsfakta)
  const paaSager = eget.sagUkendt ? { sager, sagUkendt: true as const } : { sager }
  switch (objekt.art) {
    case 'sag': {
      const { art, titler, kler, facet, fremdrift, sagsstatus } = objekt
      return { ...faelles, art, titler, kler, facet, fremdrift, sagsstatus }
    }
    case 'dokument': {
      const { art, titler, kler, fremdrift } = objekt
      const medTitler = eget.sager.map((sag) => ({ ...toSagsfakta(sag), ...titlerPaa(objekt.id, eget.part, sag) }))
      return { ...faelles, art, titler, kler, fremdrift, sager: medTitler }
    }
    case 'journalnotat':
      return { ...faelles, art: objekt.art, titler: objekt.titler, sager }
    case 'bevilling': {
      const { art, rammer, status, ydelser } = objekt
      return { ...faelles, art, rammer, status, ydelser, ...paaSager }
    }
    case 'oekonomiskEffektuering':
      return {
        ...faelles,
        art: objekt.art,
        ...egenUdbetaling(
          objekt,
          eget.ophav.map((led) => led.objekt),
        ),
        ...paaSager,
      }
    case 'aftale':
      return { ...faelles, art: objekt.art, kler: objekt.kler, aftaler: objekt.aftaler, ...paaSager }
  }
}

/**
 * A case may give the document a title of its own (JournalpostEgenskaber/Dokumenttitel), which replaces the document's while the document
 * is on that case and the part has a role there.
 */
function titlerPaa(dokument: Uuid, part: Uuid, sag: Led<SagObjekt>): Pick<SagsfaktaData, 'titler'> {
  const roller = sag.parter.filter((led) => led.part === part).map((led) => led.virkning)
  const titler = sag.objekt.journalposter.flatMap(({ dokument: id, titel, virkning }) =>
    id === dokument && titel !== undefined ? within(virkning, roller).map((tid) => ({ titel, virkning: tid })) : [],
  )
  return titler.length > 0 ? { titler } : {}
}

/** Without repetition and in a fixed order, so that equal facts are equal bytes. */
function unique<T extends { readonly virkning: Virkning }>(elementer: readonly T[], navn: (element: T) => string): T[] {
  if (elementer.length < 2) return [...elementer]
  const efterTekst = new Map(elementer.map((led) => [`${navn(led)} ${led.virkning.fra} ${led.virkning.til}`, led]))
  return [...efterTekst].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, element]) => element)
}
