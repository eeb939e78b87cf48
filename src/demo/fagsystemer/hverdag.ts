import type { Linje } from '@borgerblikket/klient/kilde'
import { type Tidspunkt, tidspunkt } from '#kernel'
import type { ElementKilde } from '#modtagelse'
import type { Fagsystemsag } from '../verden/index.ts'
import type { Sjusk, Vaner } from './systemer.ts'

/** One delivery of a system: its lines, and what to send instead of those that its carelessness gets refused. */
export type Levering = { readonly noegle: string; readonly elementer: readonly Linje[]; readonly rettet: readonly Linje[] }

export type Hverdag = {
  /** What is sent at the end of a day. `sidste`: all that was held back too. */
  levering(dag: string, sidste: boolean): readonly Levering[]
}

type Kendt = { readonly indhold: string; readonly element: ElementKilde }
type Post = Readonly<Record<string, unknown>>

const URET_FORAN_MS = 10 * 60_000

/** A system's days, one after another: it knows what it has sent, and its habits decide what it sends next. Everything follows from the arguments. */
export function createHverdag(vaner: Vaner, sager: readonly Fagsystemsag[], nu: Tidspunkt): Hverdag {
  const kendte = new Map<string, Kendt>()
  const ventende: { readonly dag: number; readonly levering: Levering }[] = []
  let nummer = 0

  /** What is sent of one item: nothing where there is nothing new (or all of it again), the item, or a mistake and what mends it. */
  function tellOne(raa: ElementKilde, dag: string, sjuskes: boolean): { readonly linje?: Linje; readonly rettet?: Linje } {
    const { tidspunkt: _, ...indhold } = raa
    const tekst = JSON.stringify(indhold)
    const foer = kendte.get(String(raa.id))
    if (foer?.indhold === tekst) return vaner.hvad === 'alt' ? { linje: foer.element as Linje } : {}
    const element = { ...raa, tidspunkt: timeOf(dag, nu, vaner.urMs ?? 0) } as ElementKilde
    kendte.set(String(raa.id), { indhold: tekst, element })
    const linje = foer && vaner.maade === 'opdater' ? toAendring(foer.element, element) : (element as Linje)
    const forkert = vaner.sjusk && sjuskes && !foer ? sjusket(vaner.sjusk, element, nu) : undefined
    return forkert ? { linje: forkert, rettet: linje } : { linje }
  }

  /** What a matter has to say after the day. */
  function tell({ elementer }: Fagsystemsag, dag: string, nr: number): Levering[] {
    const svar = elementer(dag).map((raa) => tellOne(raa, dag, nr % 3 === 0))
    const linjer = svar.flatMap(({ linje }) => linje ?? [])
    const rettet = svar.flatMap((en) => en.rettet ?? [])
    return linjer.length === 0 ? [] : [{ noegle: '', elementer: linjer, rettet }]
  }

  function today(dag: string): Levering[] {
    const alle = sager.flatMap((sag, nr) => tell(sag, dag, nr))
    const samlet = vaner.hvornaar === 'nat' && alle.length > 0 ? [merge(alle)] : alle
    const navngivne = samlet.map((en) => ({ ...en, noegle: `${dag}/${++nummer}` }))
    return vaner.sender === 'dobbelt' ? navngivne.flatMap((en) => [en, { ...en, noegle: `${en.noegle}/igen` }]) : navngivne
  }

  let dagnr = 0
  return {
    levering: (dag, sidste) => {
      dagnr++
      ventende.push(...today(dag).map((levering) => ({ dag: dagnr, levering })))
      // Two days at a time, the newest first, so that what is older comes last.
      if (vaner.sender === 'omvendt' && !sidste && dagnr % 2 === 1) return []
      const klare = ventende.filter((en) => sidste || en.dag + (vaner.dageForsinket ?? 0) <= dagnr)
      ventende.splice(0, ventende.length, ...ventende.filter((en) => !klare.includes(en)))
      const leveringer = klare.map(({ levering }) => levering)
      return vaner.sender === 'omvendt' ? leveringer.reverse() : leveringer
    },
  }
}

const merge = (alle: readonly Levering[]): Levering => ({
  noegle: '',
  elementer: alle.flatMap(({ elementer }) => elementer),
  rettet: alle.flatMap(({ rettet }) => rettet),
})

/** What was written on the day before `dag`, at closing time. A clock that is ahead shows only in what is written now. */
function timeOf(dag: string, nu: Tidspunkt, urMs: number): Tidspunkt {
  const lukketid = Date.parse(`${dag}T00:00:00Z`) - 8 * 3_600_000
  return tidspunkt(new Date(urMs > 0 && dag === nu.slice(0, 10) ? Date.parse(nu) + urMs : lukketid))
}

const AENDRES = ['egenskaber', 'sagIndeksEgenskaber', 'fremdrift'] as const

/** Only the posts that are new, where nothing but a case's own fields has changed; else the whole. */
function toAendring(foer: ElementKilde, nu: ElementKilde): Linje {
  const [gammel, ny] = [foer as Post, nu as Post]
  const aendrede = Object.keys(ny).filter(
    (felt) => felt !== 'tidspunkt' && JSON.stringify(ny[felt]) !== JSON.stringify(gammel[felt]),
  )
  if (nu.art !== 'sag' || aendrede.some((felt) => !AENDRES.some((en) => en === felt))) return nu as Linje
  const lister = aendrede.map((felt) => [felt, newPosts(gammel[felt] as readonly Post[], ny[felt] as readonly Post[])])
  return { operation: 'opdater', art: 'sag', id: nu.id, tidspunkt: nu.tidspunkt, ...Object.fromEntries(lister) } as Linje
}

function newPosts(gamle: readonly Post[], nye: readonly Post[]): readonly Post[] {
  const kendte = new Set(gamle.map((post) => JSON.stringify(post)))
  return nye.filter((post) => !kendte.has(JSON.stringify(post)))
}

/** The item as a careless system writes it, or undefined where its mistake is not about such an item. */
function sjusket({ hvad }: Sjusk, element: ElementKilde, nu: Tidspunkt): Linje | undefined {
  const post = structuredClone(element) as unknown as Record<string, never> & { egenskaber: Record<string, unknown>[] }
  switch (hvad) {
    case 'toLinjer':
      if (element.art !== 'sag') return undefined
      post.egenskaber = post.egenskaber.map((en) => ({ ...en, titel: `${String(en['titel'])}\n(fortsat)` }))
      break
    case 'ingenOpstaaet':
      if (element.art !== 'sag') return undefined
      return { ...element, fremdrift: [{ virkning: element.egenskaber?.[0]?.virkning, fremdriftStatusKode: 'Oplyst' }] } as Linje
    case 'urForan':
      return { ...element, tidspunkt: tidspunkt(new Date(Date.parse(nu) + URET_FORAN_MS)) } as Linje
    case 'ukendtType':
      if (element.art !== 'dokument') return undefined
      post.egenskaber = post.egenskaber.map((en) => ({ ...en, type: 'Brev' }))
      break
  }
  return post as unknown as Linje
}
