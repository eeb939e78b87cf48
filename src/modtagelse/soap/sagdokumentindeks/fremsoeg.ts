import { type Art, parseUuid, type Uuid } from '#kernel'
import type { ElementKilde } from '../../element/element.kilde.ts'
import { type Fund, HOEJST_ANTAL, type Soegeafvisning, type Soegesvar, type Soegning } from '../../soegning/index.ts'
import type { Besked } from '../faelles/besked.ts'
import { NAVNERUM_URI } from '../faelles/navnerum.ts'
import { soegIder } from '../faelles/soeg-ider.ts'
import { Soegefejl, toSoegebrud } from '../faelles/soegebrud.ts'
import { type SoapSvar, writeIndFault, writeStandardOutput } from '../faelles/svar.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'
import { DOKUMENT, type Objektkobling, SAG } from './elementfelter.ts'
import { type Fremsoegning, readFremsoeg, type Visning } from './fremsoeg-input.ts'
import { joinNotater, notatIdOf } from './saml-notater.ts'
import { type Antal, writeFremsoeg } from './skriv-fremsoeg.ts'

const OUTPUT = { element: 'FremsoegSagDokumentIndeksOutput', uri: NAVNERUM_URI.sdi } as const

/** The core refused a search; told as StandardRetur. */
class Afvistsoegning extends Error {
  readonly afvisning: Soegeafvisning
  constructor(afvisning: Soegeafvisning) {
    super(`A search was refused: ${afvisning}`)
    this.name = 'Afvistsoegning'
    this.afvisning = afvisning
  }
}

/**
 * Answers fremsoeg of SF1470 with what the index holds of the source's own, as it was sent: a snapshot of each object's current
 * registration, notes inside their cases again. Throws what `soeg` throws.
 */
export async function answerFremsoeg(kald: Soapkald, besked: Besked): Promise<SoapSvar> {
  const { hoved, operation, fejl } = besked
  if (fejl.length > 0) return writeIndFault('IND-001', 400, hoved)
  try {
    const soegning = readFremsoeg(operation, kald.roller)
    const sager = await soegArt(kald, SAG, soegning.sager, visSag(soegning))
    const dokumenter = await soegArt(kald, DOKUMENT, soegning.dokumenter, visDokument(soegning))
    const fundne = [...sager.fund, ...dokumenter.fund]
    const alle = [...fundne, ...(await findInkluderede(kald, soegning, fundne))]
    const fund = await withNotater(kald, alle, soegning.visning)
    return writeFremsoeg(
      hoved,
      [...sager.antal, ...dokumenter.antal],
      fund.map((led) => onlyVist(led, soegning.visning)),
      kald,
    )
  } catch (grund) {
    const afvisning =
      grund instanceof Afvistsoegning ? grund.afvisning : grund instanceof Soegefejl ? 'SOEGNING_UGYLDIG' : undefined
    if (!afvisning) throw grund
    return writeStandardOutput(hoved, OUTPUT, [toSoegebrud(afvisning)], kald.statuskoder)
  }
}

type Vis = readonly string[] | undefined

/** What is included is found by the relations, which are read also where they are not shown. */
const plus = (vis: Vis, ...lister: readonly (string | false)[]): Vis =>
  vis && [...new Set([...vis, ...lister.filter((liste) => liste !== false)])]

const visSag = ({ visning, inkluder }: Fremsoegning): Vis =>
  plus(visning.sag, inkluder.journalpost && 'journalposter', inkluder.sagsrelation && 'sagsrelationer')
const visDokument = ({ visning, inkluder }: Fremsoegning): Vis =>
  plus(visning.dokument, inkluder.dokument && 'dokumentrelationer')

async function soegArt(
  kald: Soapkald,
  kobling: Objektkobling,
  soegning: Soegning | undefined,
  vis: Vis,
): Promise<{ readonly antal: readonly Antal[]; readonly fund: readonly Fund[] }> {
  if (!soegning) return { antal: [], fund: [] }
  const { ialt, fund } = await soeg(kald, { ...soegning, vis })
  const antal = {
    kobling,
    ialt: ialt[kobling.art] ?? 0,
    foerste: soegning.foerste ?? 0,
    antal: soegning.antal ?? HOEJST_ANTAL,
  }
  return { antal: [antal], fund }
}

async function soeg(kald: Soapkald, soegning: Soegning): Promise<Soegesvar> {
  const svar = await kald.soeg(soegning)
  if (!svar.ok) throw new Afvistsoegning(svar.afvisning)
  return svar.value
}

async function findAlle(kald: Soapkald, art: Art, ider: readonly Uuid[], vis: Vis): Promise<readonly Fund[]> {
  const svar = await soegIder(kald, art, ider, vis)
  if (!svar.ok) throw new Afvistsoegning(svar.afvisning)
  return svar.value
}

/** So many of each kind are included at most; who wants more asks for them by UUID. */
const HOEJST_INKLUDERET = HOEJST_ANTAL

async function findInkluderede(
  kald: Soapkald,
  { inkluder, visning }: Fremsoegning,
  fundne: readonly Fund[],
): Promise<readonly Fund[]> {
  const kendte = new Set(fundne.map(({ id }) => id))
  const nye = (...lister: readonly (string | false)[]) =>
    [...new Set(fundne.flatMap(({ element }) => lister.flatMap((liste) => (liste ? readReferencer(element, liste) : []))))]
      .filter((id) => !kendte.has(id))
      .slice(0, HOEJST_INKLUDERET)
  const sager = nye(inkluder.sagsrelation && 'sagsrelationer')
  const dokumenter = nye(inkluder.journalpost && 'journalposter', inkluder.dokument && 'dokumentrelationer')
  return [
    ...(await findAlle(kald, 'sag', sager, visning.sag)),
    ...(await findAlle(kald, 'dokument', dokumenter, visning.dokument)),
  ]
}

const readReferencer = (element: ElementKilde, liste: string): Uuid[] =>
  (((element as Readonly<Record<string, unknown>>)[liste] ?? []) as readonly { readonly referenceId?: string }[]).flatMap(
    ({ referenceId = '' }) => parseUuid(referenceId) ?? [],
  )

/** The cases with their notes, where notes are asked for. */
async function withNotater(kald: Soapkald, fund: readonly Fund[], { journalposter }: Visning): Promise<readonly Fund[]> {
  if (journalposter === 'udenNotater') return fund
  const ider = fund.flatMap(({ element }) =>
    element.art === 'sag' ? (element.journalposter ?? []).flatMap((post) => notatIdOf(post) ?? []) : [],
  )
  const notater = await findAlle(kald, 'journalnotat', [...new Set(ider)], ['egenskaber'])
  const efterId = new Map(notater.map(({ id, element }) => [id, element]))
  return fund.map((led) => (led.element.art === 'sag' ? { ...led, element: joinNotater(led.element, efterId) } : led))
}

/** What was read for another reason than to be shown is taken out again. */
function onlyVist(led: Fund, visning: Visning): Fund {
  const { element } = led
  const vis = element.art === 'sag' ? visning.sag : visning.dokument
  const felter = Object.entries(element).flatMap(([felt, vaerdi]): [string, unknown][] => {
    if (!Array.isArray(vaerdi)) return [[felt, vaerdi]]
    if (vis && !vis.includes(felt)) return []
    return [[felt, felt === 'journalposter' ? onlyPoster(vaerdi as Journalposter, visning.journalposter) : vaerdi]]
  })
  return { ...led, element: Object.fromEntries(felter) as ElementKilde }
}

type Journalposter = readonly { readonly rolle?: string }[]

const onlyPoster = (poster: Journalposter, vis: Visning['journalposter']): Journalposter =>
  vis === 'alle' ? poster : poster.filter(({ rolle }) => (rolle === 'Journalnotat') === (vis === 'kunNotater'))
