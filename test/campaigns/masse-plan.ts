import { type Art, uuid, uuidFromName } from '#kernel'
import type { ElementKilde } from '#modtagelse'
import {
  lavAftale,
  lavBevilling,
  lavDokument,
  lavEffektuering,
  lavNotat,
  lavSag,
  part,
  tilakteret,
  ydelsesmodtager,
} from '../byggere/elementer.ts'
import { createTerning, type Terning } from '../byggere/tilfaeldighed.ts'

/**
 * What sources deliver in a large campaign: lives of things that belong together, each made from its seed when it is its turn. What one life
 * does concerns no other, and its steps come in one order, so that what must be there in the end hangs on nothing but what was acknowledged.
 */

export type Kanal = 'rest' | 'soap'
export type Emne = 'omsorg' | 'ydelse'
export type Operation = 'importer' | 'opdater' | 'fjern'
export type Slags = 'ny' | 'ændring' | 'fjernelse' | 'gentagelse' | 'uorden' | 'brudt'

/** One delivery: what is done to one object. */
export type Led = {
  readonly operation: Operation
  readonly art: Art
  /** Undefined where the line cannot be read. */
  readonly objekt: string | undefined
  readonly tidspunkt: string
  readonly cpr: string
  readonly slags: Slags
  readonly ventet: 'modtaget' | 'uaendret' | 'afvist'
  /** The rule that a broken one is to be refused with. */
  readonly regel?: string
  /** The line as REST has it. */
  readonly element: Readonly<Record<string, unknown>>
  /** What is sent where it is not the element. */
  readonly raa?: string
  /** What goes with it when it is deleted. */
  readonly medfoelger?: readonly string[]
}

const NAVNERUM = uuid('2f6a1d74-53a7-4c1e-9a0e-0f7f0c3a9b11')
/** Day of birth + 60: persons that cannot be. */
const CPR = Array.from(
  { length: 400 },
  (_, i) => `${61 + (i % 28)}${String(1 + (i % 12)).padStart(2, '0')}70${String(1000 + i * 17).padStart(4, '0')}`,
)
/** No index takes this municipality from these sources. */
const FREMMED_CVR = '87654321'

/** A change every hour, so that none falls together with another. */
const tid = (time: number): string => new Date(Date.UTC(2026, 0, 5, 8) + time * 3_600_000).toISOString()

/** The steps of one life in the order in which they are sent, whatever their own times are. */
export function planForloeb(seed: number, navn: string, emne: Emne, kanal: Kanal): readonly Led[] {
  const r = createTerning(seedFor(seed, navn))
  const id = (led: string): string => uuidFromName(NAVNERUM, `${seed} ${navn} ${led}`)
  const cpr = r.vaelg(CPR)
  const liv = emne === 'omsorg' ? makeOmsorg(r, id, cpr, kanal) : makeYdelse(r, id, cpr)
  return addBrudte(r, addGentagelser(r, liv), { id, kanal })
}

/** Any text to a seed (FNV-1a). */
const seedFor = (seed: number, navn: string): number =>
  [...navn].reduce((sum, tegn) => Math.imul(sum ^ tegn.charCodeAt(0), 16_777_619), 2_166_136_261 ^ seed)

function importer(element: ElementKilde, cpr: string, slags: Slags = 'ny'): Led {
  const { id = '', tidspunkt = '', art } = element
  return { operation: 'importer', art, objekt: id, tidspunkt, cpr, slags, ventet: 'modtaget', element }
}
const opdater = (art: Art, id: string, tidspunkt: string, cpr: string, felter: Readonly<Record<string, unknown>>): Led => ({
  operation: 'opdater',
  art,
  objekt: id,
  tidspunkt,
  cpr,
  slags: 'ændring',
  ventet: 'modtaget',
  element: { operation: 'opdater', art, id, tidspunkt, ...felter },
})
const fjern = (art: Art, id: string, tidspunkt: string, cpr: string, medfoelger: readonly string[] = [], flag = {}): Led => ({
  operation: 'fjern',
  art,
  objekt: id,
  tidspunkt,
  cpr,
  slags: 'fjernelse',
  ventet: 'modtaget',
  element: { operation: 'fjern', art, id, tidspunkt, ...flag },
  medfoelger,
})

const nyTitel = (titel: string, fra: string, nummer: Readonly<Record<string, string>>) => ({
  egenskaber: [{ virkning: { fra }, titel, ...nummer }],
})

/** A case with documents, and over REST a note and an appointment. One in twelve comes with its documents before it. */
function makeOmsorg(r: Terning, id: (led: string) => string, cpr: string, kanal: Kanal): Led[] {
  const dokumenter = Array.from({ length: r.heltal(1, 3) }, (_, i) => id(`dokument ${i}`))
  const sagId = id('sag')
  const lavVersion = (titel: string, time: number) =>
    lavSag(
      { id: sagId, parter: [part('Primær part', cpr)], titel, tid: tid(time) },
      { journalposter: dokumenter.map((dokument) => tilakteret(dokument)) },
    )
  const dokumentled = dokumenter.map((dokument, i) =>
    importer(lavDokument({ id: dokument, parter: [part('Parter', cpr)], titel: `Brev ${i + 1} om hjælp`, tid: tid(1) }), cpr),
  )
  const [notat, aftale] = [id('notat'), id('aftale')]
  const andre =
    kanal === 'soap'
      ? []
      : [
          importer(lavNotat({ id: notat, sag: sagId, tid: tid(1) }), cpr),
          importer(lavAftale({ id: aftale, sag: sagId, parter: [part('Primær part', cpr)], tid: tid(1) }), cpr),
        ]
  const sag = importer(lavVersion('Hjælp i hjemmet', 0), cpr)
  const begyndelse = r.chance(0.08)
    ? [...dokumentled.map((led): Led => ({ ...led, slags: 'uorden' })), sag, ...andre]
    : [sag, ...dokumentled, ...andre]
  const nummer = { sagsnummer: `S-${sagId.slice(-6)}` }
  const aendringer = [
    opdater('sag', sagId, tid(10), cpr, nyTitel('Hjælp i hjemmet, ændret', tid(10), nummer)),
    ...(r.chance(0.3) ? lateVersion(lavVersion('Hjælp i hjemmet, igen', 20), lavVersion('Hjælp, som kom sent', 5), cpr) : []),
    ...(r.chance(0.5) ? [opdater('sag', sagId, tid(30), cpr, nyTitel('Hjælp i hjemmet, sidste gang', tid(30), nummer))] : []),
  ]
  return [...begyndelse, ...aendringer, ...endOmsorg(r, { sagId, dokumenter, notat, aftale }, cpr, kanal)]
}

/** A newer version, and afterwards an older one: history, which changes nothing. */
const lateVersion = (ny: ElementKilde, gammel: ElementKilde, cpr: string): Led[] => [
  { ...importer(ny, cpr), slags: 'ændring' },
  importer(gammel, cpr, 'uorden'),
]

type Omsorg = {
  readonly sagId: string
  readonly dokumenter: readonly string[]
  readonly notat: string
  readonly aftale: string
}

function endOmsorg(r: Terning, { sagId, dokumenter, notat, aftale }: Omsorg, cpr: string, kanal: Kanal): Led[] {
  const [dokument = ''] = dokumenter
  const notater = kanal === 'soap' ? [] : [notat]
  const slut = r.heltal(1, 10)
  if (slut === 1) return [fjern('sag', sagId, tid(40), cpr, [...dokumenter, ...notater])]
  if (slut === 2) return [fjern('sag', sagId, tid(40), cpr, notater, { efterladSagsloeseDokumenter: true })]
  if (slut === 3 && kanal === 'rest') return [fjern('dokument', dokument, tid(40), cpr)]
  return slut === 4 && kanal === 'rest' ? [fjern('aftale', aftale, tid(40), cpr)] : []
}

/** A grant and its payments. One in twelve comes with a payment before it. */
function makeYdelse(r: Terning, id: (led: string) => string, cpr: string): Led[] {
  const bevilling = id('bevilling')
  const lavVersion = (navn: string, time: number) =>
    lavBevilling({ id: bevilling, parter: ydelsesmodtager(cpr), navn, tid: tid(time) })
  const ydelser = Array.from({ length: r.heltal(2, 4) }, (_, i) => id(`effektuering ${i}`))
  const lavBetaling = (effektuering: string, i: number, beloeb: string, time: number) =>
    lavEffektuering({
      id: effektuering,
      modtager: cpr,
      bevillinger: [bevilling],
      dispositionsdato: `2026-0${i + 1}-28`,
      beloeb,
      tid: tid(time),
    })
  const betalinger = ydelser.map((effektuering, i) =>
    importer(lavBetaling(effektuering, i, `${r.heltal(1000, 9999)}.00`, 1), cpr),
  )
  const grund = importer(lavVersion('Kontanthjælp', 0), cpr)
  const [foerst, ...resten] = betalinger
  const begyndelse: Led[] = foerst && r.chance(0.08) ? [{ ...foerst, slags: 'uorden' }, grund, ...resten] : [grund, ...betalinger]
  const ydelse = (navn: string) => ({
    bevilgedeYdelser: lavVersion(navn, 10).bevilgedeYdelser?.map((led) => ({ ...led, virkning: { fra: tid(10) } })),
  })
  const [effektuering = ''] = ydelser
  const aendringer = [
    opdater('bevilling', bevilling, tid(10), cpr, ydelse('Kontanthjælp, ny sats')),
    ...(r.chance(0.3)
      ? lateVersion(lavBetaling(effektuering, 0, '5000.00', 20), lavBetaling(effektuering, 0, '4000.00', 5), cpr)
      : []),
  ]
  const slut = r.heltal(1, 8)
  const alle = ydelser.map((led) => fjern('oekonomiskEffektuering', led, tid(40), cpr))
  if (slut === 1) return [...begyndelse, ...aendringer, ...alle, fjern('bevilling', bevilling, tid(41), cpr)]
  return [...begyndelse, ...aendringer, ...(slut === 2 ? alle.slice(0, 1) : [])]
}

/** The chances that make the shares of the whole a tenth and a fiftieth. */
const GENTAGELSE = 0.118
const BRUDT = 0.022

/** Steps once more, later in the life but before the object is deleted. */
function addGentagelser(r: Terning, liv: readonly Led[]): Led[] {
  const ud = [...liv]
  for (const led of r.nogle(liv, GENTAGELSE)) {
    const fra = ud.indexOf(led)
    const slut = ud.findIndex(
      (senere, i) => i > fra && senere.operation === 'fjern' && (senere.objekt === led.objekt || isMed(senere, led)),
    )
    ud.splice(r.heltal(fra + 1, slut === -1 ? ud.length : slut), 0, { ...led, slags: 'gentagelse', ventet: 'uaendret' })
  }
  return ud
}

const isMed = ({ medfoelger = [] }: Led, { objekt }: Led): boolean => objekt !== undefined && medfoelger.includes(objekt)

type Brudvalg = { readonly id: (led: string) => string; readonly kanal: Kanal }

/** Steps that are to be refused, between the others. Each is about an object of its own, or says something wrong of one that is there. */
function addBrudte(r: Terning, liv: readonly Led[], { id, kanal }: Brudvalg): Led[] {
  return liv.flatMap((led, nr): Led[] => {
    if (!r.chance(BRUDT)) return [led]
    const ny = id(`brudt ${nr}`)
    const valg = [
      ...(kanal === 'rest' ? [toUlaeselig, toUkendtFelt] : []),
      ...(led.operation === 'importer' && led.slags === 'ny' ? [toFremmed, toAndetIndhold] : []),
      ...(led.operation === 'importer' && (led.art === 'sag' || led.art === 'dokument') ? [toUdenTitel] : []),
      ...(led.operation === 'fjern' && led.slags === 'fjernelse' ? [toEfterFjern] : []),
      toUkendtObjekt,
    ]
    return [led, r.vaelg(valg)(led, ny)]
  })
}

const brudt = (led: Led, regel: string, felter: Partial<Led>): Led => ({
  ...led,
  slags: 'brudt',
  ventet: 'afvist',
  regel,
  medfoelger: [],
  ...felter,
})
const toUlaeselig = (led: Led): Led => brudt(led, 'IND-014', { objekt: undefined, raa: JSON.stringify(led.element).slice(0, -1) })
const toUkendtFelt = (led: Led, ny: string): Led =>
  brudt(led, 'IND-016', { objekt: ny, element: { ...led.element, id: ny, ukendtFelt: 1 } })
const toUkendtObjekt = (led: Led, ny: string): Led => {
  const tidspunkt = tid(50)
  // Over SOAP a document has no removal of its own.
  const art = led.art === 'dokument' ? 'sag' : led.art
  const element = { operation: 'fjern', art, id: ny, tidspunkt }
  return brudt(led, 'IND-021', { operation: 'fjern', art, objekt: ny, tidspunkt, element })
}
/** Another municipality than the source's. */
const toFremmed = (led: Led, ny: string): Led =>
  JSON.stringify(led.element).includes('"cvrNummer":"11111111"')
    ? brudt(led, 'IND-005', {
        objekt: ny,
        element: JSON.parse(
          JSON.stringify({ ...led.element, id: ny }).replaceAll('"cvrNummer":"11111111"', `"cvrNummer":"${FREMMED_CVR}"`),
        ) as Led['element'],
      })
    : toUkendtObjekt(led, ny)
/** The same Tidspunkt with other content. */
const toAndetIndhold = (led: Led): Led =>
  brudt(led, 'IND-002', { element: withEgenskaber(led, { [navneFelt(led)]: 'Noget andet' }) })
const toUdenTitel = (led: Led, ny: string): Led =>
  brudt(led, led.art === 'sag' ? 'SAG-008' : 'DOK-008', {
    objekt: ny,
    element: { ...withEgenskaber(led, { titel: undefined }), id: ny },
  })
const navneFelt = ({ art }: Led): string =>
  art === 'bevilling' || art === 'oekonomiskEffektuering' ? 'brugervendtNoegle' : 'titel'
const withEgenskaber = ({ element }: Led, felter: Readonly<Record<string, unknown>>): Led['element'] => ({
  ...element,
  egenskaber: (element['egenskaber'] as readonly object[]).map((post) => ({ ...post, ...felter })),
})
/** An import of what has just been deleted. */
const toEfterFjern = (led: Led): Led => {
  const cpr = led.cpr
  const felter = { id: led.objekt ?? '', tid: tid(60) }
  const element =
    led.art === 'sag'
      ? lavSag({ ...felter, parter: [part('Primær part', cpr)] })
      : led.art === 'dokument'
        ? lavDokument({ ...felter, parter: [part('Parter', cpr)] })
        : led.art === 'aftale'
          ? lavAftale({ ...felter, parter: [part('Primær part', cpr)] })
          : led.art === 'bevilling'
            ? lavBevilling({ ...felter, parter: ydelsesmodtager(cpr) })
            : lavEffektuering({ ...felter, modtager: cpr, bevillinger: [felter.id] })
  return brudt(led, 'IND-023', { operation: 'importer', tidspunkt: felter.tid, element })
}

export const toTekst = ({ raa, element }: Led): string => `${raa ?? JSON.stringify(element)}\n`
