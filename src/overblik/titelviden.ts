import { CPR_MASKE, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { checkBlokerende, checkNotat, REGELVERSION, type Titelkontekst } from '#kvalitet/titeltjek'
import {
  graver,
  isTilbageholdt,
  splitAfsnit,
  tekstHash,
  titlerAf,
  type Vurdering,
  type Vurderingsviden,
  vurderNotat,
  vurderTekst,
} from '#kvalitet/vurdering'
import type { Noedstop } from '#visning'
import type { OverblikRaekke, VisningsvalgRaekke } from './overblik.sql.ts'
import type { Tosproget } from './visninger.ts'

/** What is known of a person's titles: by the worker, and of what it has not come to, by the same checks while the page is made. */
export type Titelviden = {
  /** What is known of this exact text of the item. */
  vurderingFor(raekke: OverblikRaekke, tekst: string): Vurdering
  /** True where the item may lie at the wrong person, and nobody has said otherwise. */
  isTilbageholdt(raekke: OverblikRaekke): boolean
  /** A note's text without the paragraphs that tell of somebody else. */
  notattekst(raekke: OverblikRaekke, tekst: string): string
  /** Another text of the item's than its title or a note, in the same way. The worker does not judge these. */
  fritekst(raekke: OverblikRaekke, tekst: string): string
  /** A text of one line that is no title, as a state, a number or a benefit's name: undefined where it tells of somebody else. */
  linje(raekke: OverblikRaekke, tekst: string | undefined): string | undefined
  /** Since when what is known of the item has been as it is; undefined where the worker has not come to it. */
  vurderetSiden(item: Uuid): Tidspunkt | undefined
}

/** Only what blocks, and no dictionary: quick enough for a page. Names of others than lists know, only the worker can tell. */
const HURTIGT = { regelversion: REGELVERSION, checkTitel: checkBlokerende, checkNotat }

/** What stands where a paragraph is left out; in the text in Danish, which a page in another language says in its own. */
export const UDELADT: Tosproget = {
  da: '[Udeladt: oplysning om en anden person]',
  en: '[Left out: information about another person]',
}

/**
 * `egneNavne`: what whoever is asked about is called, as far as the page knows: their own name is no third person's. There is no moment in which a
 * title is shown that nothing has looked at: what the worker has not judged, or has judged by older rules, is judged here.
 */
export function createTitelviden(kendte: readonly Vurderingsviden[], egneNavne: readonly string[]): Titelviden {
  const efterItem = new Map(kendte.map((led) => [led.item, led]))
  const fundne = new WeakMap<OverblikRaekke, Map<string, Vurdering>>()
  const kontekstFor = ({ art, kle, kilde_id }: OverblikRaekke): Titelkontekst => ({
    art,
    kle: kle || undefined,
    kilde: kilde_id,
    egneNavne,
    kendteNavne: [],
  })
  const findVurdering = (raekke: OverblikRaekke, tekst: string): Vurdering => {
    const viden = efterItem.get(raekke.item_id)
    const hash = tekstHash(tekst)
    const kendt = viden?.vurderinger.find((vurdering) => vurdering.hash === hash)
    if (kendt && viden?.regelversion === REGELVERSION) return kendt
    const ny = vurderTekst(HURTIGT, tekst, kontekstFor(raekke))
    return kendt ? graver(kendt, ny) : ny
  }
  const isVurderet = ({ item_id }: OverblikRaekke, tekst: string): boolean => {
    const viden = efterItem.get(item_id)
    const hash = tekstHash(tekst)
    return viden?.regelversion === REGELVERSION && viden.vurderinger.some((vurdering) => vurdering.hash === hash)
  }
  const vurderingFor = (raekke: OverblikRaekke, tekst: string): Vurdering => {
    const egne = fundne.get(raekke) ?? new Map<string, Vurdering>()
    fundne.set(raekke, egne)
    const vurdering = egne.get(tekst) ?? findVurdering(raekke, tekst)
    egne.set(tekst, vurdering)
    return vurdering
  }
  // A payment's name comes again with every payment.
  const linjer = new Map<string, boolean>()
  const isKunOmEgen = (raekke: OverblikRaekke, tekst: string): boolean => {
    const noegle = `${raekke.art} ${tekst}`
    const svar = linjer.get(noegle) ?? vurderTekst(HURTIGT, tekst, kontekstFor(raekke)).udfald !== 'blokeret'
    linjer.set(noegle, svar)
    return svar
  }
  return {
    vurderingFor,
    isTilbageholdt: (raekke) =>
      titlerAf(raekke.data).some(
        (titel) => isTilbageholdt(vurderingFor(raekke, titel)) || (mayBeMisfiled(raekke, titel) && !isVurderet(raekke, titel)),
      ),
    notattekst: (raekke, tekst) => {
      const viden = efterItem.get(raekke.item_id)
      const hash = tekstHash(tekst)
      const kendt = viden?.notater.find((notat) => notat.hash === hash)
      if (kendt && viden?.regelversion === REGELVERSION) return withoutAfsnit(tekst, kendt.udeladt)
      const { udeladt } = vurderNotat(HURTIGT, tekst, kontekstFor(raekke))
      return withoutAfsnit(tekst, [...udeladt, ...(kendt?.udeladt ?? [])])
    },
    fritekst: (raekke, tekst) => withoutAfsnit(tekst, vurderNotat(HURTIGT, tekst, kontekstFor(raekke)).udeladt),
    linje: (raekke, tekst) => (tekst && isKunOmEgen(raekke, tekst) ? tekst : undefined),
    vurderetSiden: (item) => {
      // As the database writes an instant in JSON.
      const siden = efterItem.get(item)?.vurderet
      return siden === undefined ? undefined : tidspunkt(siden)
    },
  }
}

/**
 * Only the worker can tell whose number intake took out of a title, and whose the cases of a paper are: what may be so waits for it, which takes
 * about a second. A paper that a person's own row puts on one case alone does not show that it stands on another's too.
 */
const mayBeMisfiled = ({ data }: OverblikRaekke, titel: string): boolean =>
  titel.includes(CPR_MASKE) || (data.art === 'dokument' && data.sager.length > 1)

/** What of a decision about showing stands in the one row that findVisningsvalg reads. Its not being there is a fault, not nothing stopped. */
export function readVisningsvalg(
  raekke: VisningsvalgRaekke | undefined,
  egneNavne: readonly string[],
): { readonly stop: readonly Noedstop[]; readonly titler: Titelviden } {
  if (!raekke) throw new TypeError('What is stopped was not read')
  const kendte = raekke.vurderinger === null ? [] : (JSON.parse(raekke.vurderinger) as readonly Vurderingsviden[])
  const stop = (raekke.stop ?? []).map((et) => ({ ...et, siden: tidspunkt(et.siden) }))
  return { stop, titler: createTitelviden(kendte, egneNavne) }
}

function withoutAfsnit(tekst: string, udeladt: readonly number[]): string {
  if (udeladt.length === 0) return tekst
  const linjeslut = (afsnit: string) => /\n*$/u.exec(afsnit)?.[0] ?? ''
  return splitAfsnit(tekst)
    .map((afsnit, nr) => (udeladt.includes(nr) ? UDELADT.da + linjeslut(afsnit) : afsnit))
    .join('')
}
