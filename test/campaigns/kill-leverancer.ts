import { uuid, uuidFromName } from '#kernel'
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
import type { Terning } from '../byggere/tilfaeldighed.ts'
import { type Leverance, toLinje } from './afsender.ts'

/** Deliveries of all six kinds, with changes, repetitions and lines that are refused, and what the index must hold of them. */

const NAVNERUM = uuid('6d2c0f37-9f4e-4a55-8a55-7b1d1c2e3f40')
const CPR = Array.from({ length: 40 }, (_, i) => `${String(61 + (i % 28))}0170${String(1000 + i * 7).padStart(4, '0')}`)

export type Forventning = {
  /** object id and Tidspunkt of each registration that must be there, exactly once. */
  readonly registreringer: Set<string>
  /** The newest Tidspunkt of each object. */
  readonly nyeste: Map<string, string>
  /** delivery and line of each refusal. */
  readonly afvisninger: Set<string>
}

export type Plan = { readonly leverancer: readonly Leverance[]; readonly forventning: Forventning }

const tid = (nr: number): string => new Date(Date.UTC(2026, 0, 5, 8) + nr * 1000).toISOString()
const NOEGLER = { omsorg: 'udvikling-lindely-omsorg', ydelse: 'udvikling-ydelsesbogen' } as const

/**
 * A delivery for each of `laengder`, of about so many lines, by turns from two sources. No two deliveries have an object in common, so what
 * the index must hold does not hang on the order in which deliveries that run together are taken in.
 */
export function planLeverancer(r: Terning, navn: string, laengder: readonly number[]): Plan {
  const forventning: Forventning = { registreringer: new Set(), nyeste: new Map(), afvisninger: new Set() }
  const leverancer = laengder.map((linjer, nr): Leverance => {
    const noegle = `${navn}-${nr}`
    const kilde = nr % 2 === 0 ? 'omsorg' : 'ydelse'
    const tekster: string[] = []
    for (let gruppe = 0; tekster.length < linjer; gruppe++)
      for (const element of makeGruppe(r, `${noegle}-${gruppe}`, kilde))
        tekster.push(keep(r, element, noegle, tekster.length + 1, forventning))
    return { noegle, udviklingsnoegle: NOEGLER[kilde], linjer: tekster }
  })
  return { leverancer, forventning }
}

/** The line of an element: one in twelve is spoiled, so that it is refused. */
function keep(r: Terning, element: ElementKilde, noegle: string, linje: number, forventning: Forventning): string {
  if (r.chance(1 / 12)) {
    forventning.afvisninger.add(`${noegle} ${linje}`)
    return r.chance(0.5) ? `${JSON.stringify({ ...element, ukendtFelt: 1 })}\n` : `${JSON.stringify(element).slice(0, -1)}\n`
  }
  const { id = '', tidspunkt = '' } = element
  forventning.registreringer.add(`${id} ${tidspunkt}`)
  if ((forventning.nyeste.get(id) ?? '') < tidspunkt) forventning.nyeste.set(id, tidspunkt)
  return toLinje(element)
}

/** Things that belong together, in the order in which a source sends them: then changes, then some of it once more. */
function makeGruppe(r: Terning, navn: string, kilde: keyof typeof NOEGLER): ElementKilde[] {
  const id = (led: string) => uuidFromName(NAVNERUM, `${navn} ${led}`)
  const cpr = r.vaelg(CPR)
  const nye = kilde === 'omsorg' ? makeOmsorg(r, id, cpr) : makeYdelse(r, id, cpr)
  const aendrede = r.nogle(nye, 0.4).map((element): ElementKilde => ({ ...element, tidspunkt: tid(r.heltal(1, 500)) }))
  return [...nye, ...aendrede, ...r.nogle(nye, 0.15)]
}

function makeOmsorg(r: Terning, id: (led: string) => string, cpr: string): ElementKilde[] {
  const dokumenter = Array.from({ length: r.heltal(1, 4) }, (_, i) => id(`dokument ${i}`))
  const sag = lavSag(
    { id: id('sag'), parter: [part('Primær part', cpr)], titel: `Sag om hjælp i hjemmet ${r.heltal(1, 9999)}` },
    { journalposter: dokumenter.map((dokument) => tilakteret(dokument)) },
  )
  return [
    sag,
    ...dokumenter.map((dokument) => lavDokument({ id: dokument, parter: [part('Parter', cpr)], titel: 'Brev om hjælp' })),
    lavNotat({ id: id('notat'), sag: id('sag') }),
    lavAftale({ id: id('aftale'), sag: id('sag'), parter: [part('Primær part', cpr)] }),
  ]
}

function makeYdelse(r: Terning, id: (led: string) => string, cpr: string): ElementKilde[] {
  return [
    lavBevilling({ id: id('bevilling'), parter: ydelsesmodtager(cpr), beloeb: `${r.heltal(1000, 20000)}.00` }),
    ...Array.from({ length: r.heltal(1, 5) }, (_, i) =>
      lavEffektuering({
        id: id(`effektuering ${i}`),
        modtager: cpr,
        bevillinger: [id('bevilling')],
        dispositionsdato: `2026-0${i + 1}-28`,
        beloeb: `${r.heltal(1000, 20000)}.00`,
      }),
    ),
  ]
}
