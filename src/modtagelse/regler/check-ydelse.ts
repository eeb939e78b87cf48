import { hasOverlap, parseDato, parseTidspunkt, parseUuid } from '#kernel'
import { danskDag } from '#platform/clock'
import type { ElementKilde } from '../element/element.kilde.ts'
import { laesSendtNotat } from '../notat/laes-notat.ts'
import { isUrn } from './check-felt.ts'
import { addInd, parsePeriode } from './check-virkning.ts'
import { TVAERREGLER } from './katalog.tvaer.ts'
import type { Brudliste } from './regelbrud.ts'
import type { Rollekatalog } from './roller.ts'

type Kilde<A extends ElementKilde['art']> = Extract<ElementKilde, { art: A }>

const NOTAT_MAKS = 100 * 1024

const add = (brud: Brudliste, regel: string, sti: string): void =>
  brud.add(regel, sti, TVAERREGLER.get(regel) ?? { da: regel, en: regel })

/** The Danish day of a date or an instant. */
const toDag = (tekst = ''): string | undefined => {
  const tid = parseTidspunkt(tekst)
  return tid ? danskDag(tid) : parseDato(tekst)
}

/** True where both are dates or instants and `slut` is earlier. Where one of them is a day, days are compared. */
function isBaglaens(start = '', slut = ''): boolean {
  const [fra, til] = [parseTidspunkt(start), parseTidspunkt(slut)]
  if (fra && til) return til < fra
  const [foerste, sidste] = [toDag(start), toDag(slut)]
  return foerste !== undefined && sidste !== undefined && sidste < foerste
}

export function checkJournalnotat({ egenskaber = [] }: Kilde<'journalnotat'>, brud: Brudliste): void {
  for (const [i, { notat, format }] of egenskaber.entries()) {
    if (notat && notat.length * 3 > NOTAT_MAKS && Buffer.byteLength(notat) > NOTAT_MAKS)
      add(brud, 'NOT-008', `egenskaber[${i}].notat`)
    if (!notat && format === 'Text') add(brud, 'NOT-008', `egenskaber[${i}].notat`)
    if (notat && !laesSendtNotat(notat, format).ok) add(brud, 'NOT-012', `egenskaber[${i}].notat`)
  }
}

type Bevilling = Kilde<'bevilling'>
type Bevilgetydelse = NonNullable<Bevilling['bevilgedeYdelser']>[number]
/** Days as YYYY-MM-DD; undefined is open. */
type Ramme = { readonly fra: string | undefined; readonly til: string | undefined }

/** The days that all attribute sets of a grant span together: a plan may belong to an earlier or a later one. */
function findRamme(saet: Bevilling['egenskaber'] = []): Ramme {
  const perioder = saet.filter((en) => !isBaglaens(en.bevillingstartdato, en.bevillingslutdato))
  const [fra] = perioder.flatMap((en) => toDag(en.bevillingstartdato) ?? []).sort()
  const slut = perioder.map((en) => toDag(en.bevillingslutdato))
  return { fra, til: slut.includes(undefined) ? undefined : slut.sort().at(-1) }
}

/** True where a day of the plan lies outside; days are compared, since the two are seldom told with the same precision. */
const isUdenfor = (plan: Ramme, { fra, til }: Ramme): boolean =>
  [plan.fra, plan.til].some((dag) => dag !== undefined && ((fra !== undefined && dag < fra) || (til !== undefined && dag > til)))

/** The kinds of benefit that are not money. */
const UDEN_PLAN = new Set(['Fysisk', 'Ressource', 'Tilladelse'])

function checkPlaner(ydelse: Bevilgetydelse, ramme: Ramme, sti: string, brud: Brudliste): void {
  const planer = ydelse.oekonomiskEffektueringsplaner ?? []
  if (planer.length > 0 && UDEN_PLAN.has(ydelse.ydelsestype ?? '')) add(brud, 'BEV-029', `${sti}.oekonomiskEffektueringsplaner`)
  const { bevilgetYdelseStartdato: start, bevilgetYdelseSlutdato: slut } = ydelse
  const rammer = isBaglaens(start, slut) ? [ramme] : [ramme, { fra: toDag(start), til: toDag(slut) }]
  for (const [i, plan] of planer.entries()) {
    const plansti = `${sti}.oekonomiskEffektueringsplaner[${i}]`
    const { effektueringsplanStartdato: fra, effektueringsplanSlutdato: til } = plan
    // A period that is wrong in itself is told as that alone.
    if (isBaglaens(fra, til)) add(brud, 'BEV-037', plansti)
    else if (rammer.some((en) => isUdenfor({ fra: toDag(fra), til: toDag(til) }, en))) add(brud, 'BEV-040', plansti)
  }
}

/** BEV-028, and that an it-system's rolle is one that the list has. Gives the masters that are named. */
function checkYdelsessystemer({ itSystemer = [] }: Bevilgetydelse, sti: string, brud: Brudliste, roller: Rollekatalog): string[] {
  if (itSystemer.length > 2) add(brud, 'BEV-028', sti)
  return itSystemer.flatMap(({ rolle, referenceId }, i) => {
    if (rolle === undefined || rolle === '' || isUrn(rolle)) return []
    const navn = roller.rolleNavn('itSystemer', rolle)
    if (navn === undefined) addInd(brud, 'IND-010', `${sti}[${i}].rolle`)
    return navn === 'Master' ? (parseUuid(referenceId ?? '') ?? []) : []
  })
}

export function checkBevilling(bevilling: Bevilling, brud: Brudliste, roller: Rollekatalog): void {
  for (const [i, saet] of (bevilling.egenskaber ?? []).entries())
    if (isBaglaens(saet.bevillingstartdato, saet.bevillingslutdato)) add(brud, 'BEV-025', `egenskaber[${i}].bevillingslutdato`)
  const ydelser = bevilling.bevilgedeYdelser ?? []
  if (ydelser.length === 0) add(brud, 'BEV-024', 'bevilgedeYdelser')
  const ramme = findRamme(bevilling.egenskaber)
  const mastere = new Set<string>()
  for (const [i, ydelse] of ydelser.entries()) {
    const sti = `bevilgedeYdelser[${i}]`
    if (isBaglaens(ydelse.bevilgetYdelseStartdato, ydelse.bevilgetYdelseSlutdato))
      add(brud, 'BEV-026', `${sti}.bevilgetYdelseSlutdato`)
    checkPlaner(ydelse, ramme, sti, brud)
    for (const master of checkYdelsessystemer(ydelse, `${sti}.itSystemer`, brud, roller)) mastere.add(master)
  }
  if (mastere.size > 1) add(brud, 'BEV-047', 'bevilgedeYdelser')
  for (const [id, samme] of Map.groupBy(ydelser, (ydelse) => ydelse.id ?? '')) {
    const perioder = samme.map(({ virkning }) => parsePeriode(virkning)).filter((periode) => periode !== undefined)
    if (id !== '' && hasOverlap(perioder)) add(brud, 'BEV-027', 'bevilgedeYdelser')
  }
}

const BELOEB = ['samletBruttobeloeb', 'beloebEfterSkatATP', 'beloebSendtTilUdbetaling', 'beloebUdbetalt'] as const

export function checkEffektuering(effektuering: Kilde<'oekonomiskEffektuering'>, brud: Brudliste): void {
  const { egenskaber = [], oekonomiskYdelseEffektueringer: dele = [] } = effektuering
  for (const [i, saet] of egenskaber.entries()) {
    if (isBaglaens(saet.startdato, saet.slutdato)) add(brud, 'EFF-017', `egenskaber[${i}].slutdato`)
    if (BELOEB.every((felt) => saet[felt] === undefined)) add(brud, 'EFF-019', `egenskaber[${i}]`)
  }
  if (dele.length === 0) add(brud, 'EFF-018', 'oekonomiskYdelseEffektueringer')
  for (const [i, del] of dele.entries())
    if (isBaglaens(del.ydelsesperiodeStartdato, del.ydelsesperiodeSlutdato))
      add(brud, 'EFF-027', `oekonomiskYdelseEffektueringer[${i}].ydelsesperiodeSlutdato`)
}

export function checkAftale(
  { sag, egenskaber = [], parter = [], klasser = [] }: Kilde<'aftale'>,
  brud: Brudliste,
  roller: Rollekatalog,
): void {
  for (const [i, saet] of egenskaber.entries())
    if (isBaglaens(saet.starttidspunkt, saet.sluttidspunkt)) add(brud, 'AFT-015', `egenskaber[${i}].sluttidspunkt`)
  if (sag) return
  const harPart = parter.some(({ rolle }) => roller.rolleNavn('parter', rolle ?? '') === 'Primær part')
  const harKlasse = klasser.some(({ rolle }) => roller.rolleNavn('klasser', rolle ?? '') === 'Primær klasse')
  if (!harPart || !harKlasse) add(brud, 'AFT-016', harPart ? 'klasser' : 'parter')
}
