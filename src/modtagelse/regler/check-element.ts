import { type Art, parseTidspunkt } from '#kernel'
import type { ElementKilde } from '../element/element.kilde.ts'
import { checkFelt, type Feltkontrol, type Post, type Sted, toFeltkontrol } from './check-felt.ts'
import { checkRelationsliste, groupByListe, type Listeregler } from './check-relationer.ts'
import { addInd, checkEneAdGangen, checkVirkning } from './check-virkning.ts'
import { checkAftale, checkBevilling, checkEffektuering, checkJournalnotat } from './check-ydelse.ts'
import { KATALOGER } from './katalog.ts'
import { Brudliste, type Regelbrud } from './regelbrud.ts'
import { type Rollekatalog, standardRoller } from './roller.ts'

type Kilde<A extends Art> = Extract<ElementKilde, { art: A }>

/** Lists whose posts stand side by side; in all others one post holds at a time (IND-008). */
export const FLERE_AD_GANGEN: ReadonlySet<string> = new Set(['bevilgedeYdelser', 'oekonomiskYdelseEffektueringer'])
/** Lists that may be empty or absent. */
const KAN_MANGLE = new Set(['status', 'bevilgedeYdelser', 'oekonomiskYdelseEffektueringer'])

export type Saetkontrol = { readonly liste: string | undefined; readonly felter: readonly Feltkontrol[] }
type Artskontrol = { readonly saet: readonly Saetkontrol[]; readonly relationer: ReadonlyMap<string, Listeregler> }

/** The tables of each kind, made ready. */
export const KONTROLLER = Object.fromEntries(
  Object.entries(KATALOGER).map(([art, { saet, relationer }]) => [
    art,
    {
      saet: saet.map(({ liste, felter }) => ({ liste, felter: felter.flatMap(toFeltkontrol) })),
      relationer: groupByListe(relationer),
    },
  ]),
) as unknown as Readonly<Record<Art, Artskontrol>>

/** Of the item itself, which stands in no list. */
export const SELV: Sted = { liste: '' }

export const poster = (element: ElementKilde | Post, liste: string): readonly Post[] =>
  ((element as Post)[liste] as readonly Post[] | undefined) ?? []

function checkSaet({ liste, felter }: Saetkontrol, element: ElementKilde, brud: Brudliste, roller: Rollekatalog): void {
  if (liste === undefined) {
    for (const felt of felter) checkFelt(felt, element as Post, SELV, undefined, brud, roller)
    return
  }
  const [ydre = '', indre] = liste.split('.')
  if (indre !== undefined) {
    for (const [i, post] of poster(element, ydre).entries())
      for (const [nr, del] of poster(post, indre).entries())
        for (const felt of felter) checkFelt(felt, del, { liste: `${ydre}[${i}].${indre}`, nr }, undefined, brud, roller)
    return
  }
  const saet = poster(element, liste)
  // Where there is no set at all its required fields are missing, each with its own number.
  if (saet.length === 0 && !KAN_MANGLE.has(liste))
    for (const felt of felter) checkFelt(felt, {}, { liste }, undefined, brud, roller)
  const perioder = saet.map((post, nr) => {
    const sted = { liste, nr }
    for (const felt of felter) checkFelt(felt, post, sted, undefined, brud, roller)
    return checkVirkning(post, sted, brud)
  })
  if (!FLERE_AD_GANGEN.has(liste)) checkEneAdGangen(perioder, liste, brud)
}

/** The two names of one number carry the same value (SAG-007, DOK-007). A name that is wrong by itself is told as that alone. */
function checkSammeNummer(saet: readonly Post[], nummer: 'Sagsnummer' | 'Dokumentnummer', regel: string, brud: Brudliste): void {
  const felt = nummer.toLowerCase()
  for (const [i, post] of saet.entries()) {
    const [sti, noeglesti] = [`egenskaber[${i}].${felt}`, `egenskaber[${i}].brugervendtNoegle`]
    if (post[felt] === post['brugervendtNoegle'] || brud.brud.some((andet) => andet.sti === sti || andet.sti === noeglesti))
      continue
    brud.add(regel, sti, {
      da: `${nummer} og BrugervendtNoegle skal have samme værdi; ret den ene.`,
      en: `${nummer} and BrugervendtNoegle must carry the same value; correct one of them.`,
    })
  }
}

function checkSag(sag: Kilde<'sag'>, brud: Brudliste): void {
  checkSammeNummer((sag.egenskaber ?? []) as readonly Post[], 'Sagsnummer', 'SAG-007', brud)
  const tilstande = sag.fremdrift ?? []
  // A case is imported with its whole history of states. No state at all, or a wrong one, is SAG-016 already.
  const harOpstaaet = tilstande.some(({ fremdriftStatusKode }) => fremdriftStatusKode === 'Opstaaet')
  if (!harOpstaaet && !brud.brud.some(({ regel }) => regel === 'SAG-016')) addInd(brud, 'IND-009', 'fremdrift')
  for (const [i, { oprettetTidspunkt }] of (sag.sagIndeksEgenskaber ?? []).entries())
    if (oprettetTidspunkt && !parseTidspunkt(oprettetTidspunkt))
      addInd(brud, 'IND-012', `sagIndeksEgenskaber[${i}].oprettetTidspunkt`)
}

const PARTSLISTER = ['sagsparter', 'dokumentparter', 'bevillingsparter', 'parter']
/** Each party gives rows of its own, of the item and of all that stands on it: one line could otherwise make millions. */
const HOEJST_PARTER = 200

export function checkAntalParter(element: ElementKilde, brud: Brudliste): void {
  for (const liste of PARTSLISTER) if (poster(element, liste).length > HOEJST_PARTER) addInd(brud, 'IND-020', liste)
}

/** What each kind has beyond its table. */
function checkSaerligt(element: ElementKilde, brud: Brudliste, roller: Rollekatalog): void {
  if (element.art === 'sag') checkSag(element, brud)
  else if (element.art === 'dokument')
    checkSammeNummer((element.egenskaber ?? []) as readonly Post[], 'Dokumentnummer', 'DOK-007', brud)
  else if (element.art === 'journalnotat') checkJournalnotat(element, brud)
  else if (element.art === 'bevilling') checkBevilling(element, brud, roller)
  else if (element.art === 'oekonomiskEffektuering') checkEffektuering(element, brud)
  else checkAftale(element, brud, roller)
}

/**
 * Every rule that the received item breaks, in catalogue order after too many parties, at most HOEJST_BRUD of them; none: the item may be taken in. Pure.
 * Checks what one item can show; what needs the index (order, owner, rights) has IND numbers of its own and is checked by leverance/.
 */
export function checkElement(element: ElementKilde, roller: Rollekatalog = standardRoller): Regelbrud[] {
  const brud = new Brudliste()
  checkAntalParter(element, brud)
  const { saet, relationer } = KONTROLLER[element.art]
  for (const et of saet) checkSaet(et, element, brud, roller)
  for (const [liste, regler] of relationer) checkRelationsliste(liste, regler, poster(element, liste), brud, roller)
  checkSaerligt(element, brud, roller)
  return brud.brud
}
