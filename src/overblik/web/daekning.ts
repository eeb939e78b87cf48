import {
  details,
  formatDato,
  formatListe,
  formatTid,
  html,
  type Ikonnavn,
  type Indhold,
  ikon,
  type Markup,
  type Sidekontekst,
  table,
} from '#web'
import type { DaekningVisning, KommuneVisning, Mangel } from '../visninger.ts'
import { isUvist, kontaktdele } from './dele.ts'
import { omraadenavn, omraadeorden } from './omraader.ts'
import { ord } from './texts/index.ts'

const UDBETALING_DANMARK = 'Udbetaling Danmark'

/**
 * What a list rests on, municipality by municipality: shown, proved empty, not known and why, not connected and whom to ask. Ends with
 * the sentence that is the same for everybody, whatever is hidden.
 */
export function daekningsdel(
  k: Sidekontekst,
  daekning: readonly DaekningVisning[],
  ikkeKilder: readonly string[] = [],
  mangler: readonly Mangel[] = [],
): Markup {
  const t = ord(k.sprog).daekning
  return html`<section class="bb-daekning bb-flade bb-graa" aria-labelledby="daekning">
  <h2 id="daekning">${t.overskrift}</h2>
  ${daekning.length === 0 ? html`<p>${isUvist(mangler) ? t.ikkeHentet : t.ingen}</p>` : groupBy(daekning, ({ kommune }) => kommune.cvr).map((gruppe) => kommunedel(k, gruppe))}
  ${kunDagtilbud(k)}
  ${ikkeKilder.map((navn) => html`<p>${navn === UDBETALING_DANMARK ? t.udbetalingDanmark : t.ikkeKilde(navn)}</p>`)}
  <p>${ord(k.sprog).undtaget}</p>
  ${systemdetaljer(k, daekning)}
</section>`
}

/** What is not told of at all while one looks for somebody else. */
export const kunDagtilbud = (k: Sidekontekst): Markup | undefined =>
  k.vedroerer ? html`<p>${ord(k.sprog).daekning.andre}</p>` : undefined

/** The empty list: "there is none" only where each part of it is proved; else that we do not know. */
export function tomListe(k: Sidekontekst, daekning: readonly DaekningVisning[], mangler: readonly Mangel[] = []): Markup {
  const t = ord(k.sprog)
  if (daekning.length > 0 && daekning.every(({ udsagn }) => udsagn === 'intet')) {
    const tid = aeldsteBevis(daekning)
    const saetninger = [...new Set(daekning.map(({ art }) => t.arter[art].intet))]
    return html`<div class="bb-tom">${saetninger.map((saetning) => html`<p>${saetning}</p>`)}${tid ? html`<p>${t.daekning.opgjort} ${tidspunktdel(k, tid)}. ${t.tom.bekraeftet}</p>` : undefined}</div>`
  }
  return html`<div class="bb-tom"><p>${t.tom.ikkeVidst}</p><p>${isUvist(mangler) ? t.tom.ikkeHentet : t.tom.ikkeVidstTekst}</p></div>`
}

/** The time to which all of it is known: that of the source whose last delivery is oldest. */
export function aeldsteLevering(daekning: readonly DaekningVisning[]): KildeTid {
  const tider = daekning.flatMap(({ kilder }) => kilder.map(({ senesteLevering }) => senesteLevering))
  return tider.some((tid) => tid === undefined) ? undefined : tider.sort()[0]
}
type KildeTid = DaekningVisning['kilder'][number]['senesteLevering']

/** The time as of which all of it is known, where all of it is: that of the oldest proof. */
export function aeldsteBevis(daekning: readonly DaekningVisning[]): DaekningVisning['bevistTil'] {
  const tider = daekning.map(({ bevistTil }) => bevistTil)
  return tider.includes(undefined) ? undefined : tider.toSorted()[0]
}

/** By the minute for people, exact for machines. */
export const tidspunktdel = (k: Sidekontekst, tid: NonNullable<DaekningVisning['bevistTil']>): Markup =>
  html`<time datetime="${tid}">${formatTid(tid, k.sprog, k.nu)}</time>`

/** Why something is not known, as the end of a sentence. */
const forbeholdsord = (k: Sidekontekst, { forbehold, kilder }: DaekningVisning): string => {
  const t = ord(k.sprog).daekning
  // A day is said only where that of every source is known; the latest is the one from which all have delivered.
  const dage = kilder.map(({ dataFra }) => dataFra)
  const dataFra = dage.includes(undefined) ? undefined : dage.sort().at(-1)
  const grunde = forbehold.map((grund) => t.forbehold[grund](dataFra && formatDato(dataFra, k.sprog)))
  return grunde.length > 0 ? formatListe(grunde, k.sprog) : t.uvist
}

function kommunedel(k: Sidekontekst, daekning: readonly DaekningVisning[]): Markup {
  const [foerste] = daekning
  const kontakt = daekning.find((del) => del.kontakt !== undefined)?.kontakt
  const ikkeAlt = daekning.some(({ udsagn }) => udsagn === 'ikkeSet' || udsagn === 'ikkeTilsluttet')
  return html`<h3>${foerste?.kommune.navn}</h3>
  <ul class="bb-liste">${sorteret(daekning).map((linje) => udsagnslinje(k, linje))}</ul>
  ${kontakt && ikkeAlt ? details(`${ord(k.sprog).daekning.kontakt}: ${kontakt.navn}`, kontaktdele(k, kontakt)) : undefined}`
}

const ORDEN: readonly DaekningVisning['udsagn'][] = ['vist', 'intet', 'ikkeSet', 'ikkeTilsluttet']

/** The same statement about these kinds of thing in these areas. */
type Linje = { readonly arter: readonly DaekningVisning['art'][]; readonly del: readonly DaekningVisning[] }

/** What is said, apart from where and about what. */
const sagt = ({ udsagn, forbehold, kilder }: DaekningVisning): string =>
  [udsagn, ...forbehold, forbehold.includes('kunSiden') ? kilder.map(({ dataFra }) => dataFra).join() : ''].join('|')

/** Areas, and kinds of thing, about which the same is said stand in one line. */
function sorteret(daekning: readonly DaekningVisning[]): Linje[] {
  const omraader = groupBy(daekning, (del) => `${del.omraade}|${sagt(del)}`).map((del) => ({
    arter: del.map(({ art }) => art),
    del,
  }))
  return groupBy(omraader, ({ arter, del: [foerste] }) => `${arter.join()}|${foerste && sagt(foerste)}`)
    .map((linjer) => ({ arter: linjer[0]?.arter ?? [], del: linjer.flatMap(({ del }) => del) }))
    .sort((a, b) => ORDEN.indexOf(a.del[0]?.udsagn ?? 'vist') - ORDEN.indexOf(b.del[0]?.udsagn ?? 'vist'))
}

function udsagnslinje(k: Sidekontekst, { arter, del }: Linje): Markup {
  const [foerste] = del
  if (!foerste) return html``
  const noegler = [...new Set(del.map(({ omraade }) => omraade))].sort((a, b) => omraadeorden(a) - omraadeorden(b))
  const omraader = noegler.map((noegle) => omraadenavn(noegle, k.sprog)).join(' · ')
  return html`<li>${tegn(foerste.udsagn, html`<strong>${omraader}</strong><br>${saetning(k, foerste, arter)} ${senest(k, del)}`)}</li>`
}

function saetning(k: Sidekontekst, del: DaekningVisning, arter: Linje['arter']): string {
  const t = ord(k.sprog)
  if (del.udsagn === 'intet') return arter.map((art) => t.arter[art].intet).join(' ')
  const flere = formatListe(
    arter.map((art) => t.arter[art].flere),
    k.sprog,
  )
  if (del.udsagn === 'ikkeTilsluttet') return t.daekning.ikkeTilsluttet(flere)
  const fordi = forbeholdsord(k, del)
  if (del.udsagn === 'ikkeSet') return t.daekning.ikkeSet(flere, fordi)
  return del.forbehold.length > 0 ? `${t.daekning.vist(flere)} ${t.daekning.kanMangle(fordi)}` : t.daekning.vist(flere)
}

/** As of when: proved where it is, else of what we last received. */
function senest(k: Sidekontekst, gruppe: readonly DaekningVisning[]): Indhold {
  const bevistTil = aeldsteBevis(gruppe)
  if (bevistTil) return html`${ord(k.sprog).daekning.opgjort} ${tidspunktdel(k, bevistTil)}.`
  const tid = aeldsteLevering(gruppe)
  return tid && ord(k.sprog).daekning.senest(formatTid(tid, k.sprog, k.nu))
}

const TEGN: { readonly [U in DaekningVisning['udsagn']]: readonly [Ikonnavn, string] } = {
  vist: ['success', 'bb-tegn bb-tegn-vist'],
  intet: ['check', 'bb-tegn bb-tegn-vist'],
  ikkeSet: ['help', 'bb-tegn bb-tegn-ikke'],
  ikkeTilsluttet: ['visibility-off', 'bb-tegn bb-tegn-ikke'],
}

/** A sign before the words, which say the same. */
export const tegn = (udsagn: DaekningVisning['udsagn'], indhold: Indhold): Markup => {
  const [navn, klasse] = TEGN[udsagn]
  return html`<span class="${klasse}">${ikon(navn)}<span>${indhold}</span></span>`
}

/** The systems by product name: here only, and folded. */
function systemdetaljer(k: Sidekontekst, daekning: readonly DaekningVisning[]): Markup | undefined {
  const t = ord(k.sprog).daekning
  const raekker = groupBy(
    daekning.flatMap(({ kommune, omraade, kilder }) => kilder.map((kilde) => ({ kommune, omraade, kilde }))),
    ({ kommune, kilde }) => `${kommune.cvr}|${kilde.navn}`,
  )
  if (raekker.length === 0) return undefined
  const tid = (vaerdi: string | undefined) => (vaerdi === undefined ? t.ukendt : formatDato(vaerdi, k.sprog))
  const tabel = table(
    t.systemer,
    [
      { overskrift: t.system, celle: ([r]) => html`${r?.kilde.slags[k.sprog]} (${r?.kilde.navn}), ${r?.kommune.navn}` },
      {
        overskrift: t.omraade,
        celle: (gruppe) => [...new Set(gruppe.map(({ omraade }) => omraadenavn(omraade, k.sprog)))].join(', '),
      },
      { overskrift: t.siden, celle: ([r]) => tid(r?.kilde.tilsluttetSiden) },
      { overskrift: t.dataFra, celle: ([r]) => tid(r?.kilde.dataFra) },
      {
        overskrift: t.senestTitel,
        celle: ([r]) => (r?.kilde.senesteLevering ? formatTid(r.kilde.senesteLevering, k.sprog, k.nu) : t.ukendt),
      },
    ],
    raekker,
  )
  return details(t.systemer, tabel)
}

/** Elements with the same key, in the order in which each key came first. */
export function groupBy<T>(elementer: readonly T[], noegle: (element: T) => string): T[][] {
  const grupper = new Map<string, T[]>()
  for (const element of elementer) {
    const gruppe = grupper.get(noegle(element))
    if (gruppe) gruppe.push(element)
    else grupper.set(noegle(element), [element])
  }
  return [...grupper.values()]
}

export const kommunerI = (daekning: readonly { readonly kommune: KommuneVisning }[]): KommuneVisning[] =>
  groupBy(daekning, ({ kommune }) => kommune.cvr).flatMap(([foerste]) => (foerste ? [foerste.kommune] : []))
