import { hasOverlap, parseDato, parseTidspunkt } from '#kernel'
import type { ElementKilde } from '../element/element.kilde.ts'
import { checkFelt, type Post } from './check-felt.ts'
import { parsePeriode } from './check-virkning.ts'
import { EFFEKTUERINGSPLAN } from './katalog.egne.ts'
import type { Brudliste, Saetning } from './regelbrud.ts'
import type { Rollekatalog } from './roller.ts'

type Kilde<A extends ElementKilde['art']> = Extract<ElementKilde, { art: A }>

/** Our own rules over more than one field, by number. */
const TVAERGAAENDE: Readonly<Record<string, Saetning>> = {
  'NOT-008': {
    da: 'Notat skal være udfyldt, hvor formatet er Text, og må højst være 100 KB; ret notatet.',
    en: 'Notat must be filled in where the format is Text, and may be 100 KB at most; correct the note.',
  },
  'BEV-024': {
    da: 'En bevilling skal have mindst én bevilget ydelse; send den med.',
    en: 'A grant must have at least one granted benefit; include it.',
  },
  'BEV-025': {
    da: 'Bevillingslutdato ligger før Bevillingstartdato; ret perioden.',
    en: 'Bevillingslutdato lies before Bevillingstartdato; correct the period.',
  },
  'BEV-026': {
    da: 'BevilgetYdelseSlutdato ligger før BevilgetYdelseStartdato; ret perioden.',
    en: 'BevilgetYdelseSlutdato lies before BevilgetYdelseStartdato; correct the period.',
  },
  'BEV-027': {
    da: 'To bevilgede ydelser har samme Id på samme tid; giv hver sit Id.',
    en: 'Two granted benefits have the same Id at the same time; give each an Id of its own.',
  },
  'BEV-028': {
    da: 'En bevilget ydelse må højst have to it-systemer; fjern resten.',
    en: 'A granted benefit may have two it-systems at most; remove the rest.',
  },
  'BEV-029': {
    da: 'Kun en økonomisk ydelse har en effektueringsplan; fjern planen, eller ret ydelsestypen.',
    en: 'Only an economic benefit has a payment plan; remove the plan or correct the ydelsestype.',
  },
  'BEV-037': {
    da: 'EffektueringsplanSlutdato ligger før EffektueringsplanStartdato; ret perioden.',
    en: 'EffektueringsplanSlutdato lies before EffektueringsplanStartdato; correct the period.',
  },
  'EFF-017': { da: 'Slutdato ligger før Startdato; ret perioden.', en: 'Slutdato lies before Startdato; correct the period.' },
  'EFF-018': {
    da: 'En effektuering skal pege på mindst én bevilget ydelse; send OekonomiskYdelseEffektuering med.',
    en: 'A payment must point at at least one granted benefit; include OekonomiskYdelseEffektuering.',
  },
  'EFF-019': { da: 'Effektueringen har intet beløb; angiv mindst ét.', en: 'The payment has no amount; give at least one.' },
  'EFF-027': {
    da: 'YdelsesperiodeSlutdato ligger før YdelsesperiodeStartdato; ret perioden.',
    en: 'YdelsesperiodeSlutdato lies before YdelsesperiodeStartdato; correct the period.',
  },
  'AFT-015': {
    da: 'Sluttidspunkt ligger før Starttidspunkt; ret aftalen.',
    en: 'Sluttidspunkt lies before Starttidspunkt; correct the appointment.',
  },
  'AFT-016': {
    da: 'En aftale uden sag skal selv have Primær part og Primær klasse; send dem med.',
    en: 'An appointment without a case must have Primær part and Primær klasse itself; include them.',
  },
}

const NOTAT_MAKS = 100 * 1024

const add = (brud: Brudliste, regel: string, sti: string): void =>
  brud.add(regel, sti, TVAERGAAENDE[regel] ?? { da: regel, en: regel })

/** True where both are dates or instants and `slut` is earlier. Where one of them is a day, days are compared. */
function isBaglaens(start = '', slut = ''): boolean {
  const [fra, til] = [parseTidspunkt(start), parseTidspunkt(slut)]
  if (fra && til) return til < fra
  const dag = (tekst: string) => parseDato(tekst.slice(0, 10))
  const [foerste, sidste] = [dag(start), dag(slut)]
  return foerste !== undefined && sidste !== undefined && sidste < foerste
}

export function checkJournalnotat({ egenskaber = [] }: Kilde<'journalnotat'>, brud: Brudliste): void {
  for (const [i, { notat, format }] of egenskaber.entries()) {
    if (notat && notat.length * 3 > NOTAT_MAKS && Buffer.byteLength(notat) > NOTAT_MAKS)
      add(brud, 'NOT-008', `egenskaber[${i}].notat`)
    if (!notat && format === 'Text') add(brud, 'NOT-008', `egenskaber[${i}].notat`)
  }
}

function checkPlaner(
  ydelse: NonNullable<Kilde<'bevilling'>['bevilgedeYdelser']>[number],
  sti: string,
  brud: Brudliste,
  roller: Rollekatalog,
): void {
  const planer = ydelse.oekonomiskEffektueringsplaner ?? []
  if (planer.length > 0 && ydelse.ydelsestype !== undefined && ydelse.ydelsestype !== 'Økonomisk')
    add(brud, 'BEV-029', `${sti}.oekonomiskEffektueringsplaner`)
  for (const [i, plan] of planer.entries()) {
    const plansti = `${sti}.oekonomiskEffektueringsplaner[${i}]`
    for (const felt of EFFEKTUERINGSPLAN) checkFelt(felt, plan as Post, plansti, undefined, brud, roller)
    if (isBaglaens(plan.effektueringsplanStartdato, plan.effektueringsplanSlutdato)) add(brud, 'BEV-037', plansti)
  }
}

export function checkBevilling(bevilling: Kilde<'bevilling'>, brud: Brudliste, roller: Rollekatalog): void {
  for (const [i, saet] of (bevilling.egenskaber ?? []).entries())
    if (isBaglaens(saet.bevillingstartdato, saet.bevillingslutdato)) add(brud, 'BEV-025', `egenskaber[${i}].bevillingslutdato`)
  const ydelser = bevilling.bevilgedeYdelser ?? []
  if (ydelser.length === 0) add(brud, 'BEV-024', 'bevilgedeYdelser')
  for (const [i, ydelse] of ydelser.entries()) {
    const sti = `bevilgedeYdelser[${i}]`
    if (isBaglaens(ydelse.bevilgetYdelseStartdato, ydelse.bevilgetYdelseSlutdato))
      add(brud, 'BEV-026', `${sti}.bevilgetYdelseSlutdato`)
    if ((ydelse.itSystemer ?? []).length > 2) add(brud, 'BEV-028', `${sti}.itSystemer`)
    checkPlaner(ydelse, sti, brud, roller)
  }
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
