import { type LivsomraadeNoegle, livsomraadeMedNoegle } from '#klassifikation'
import { danskDag } from '#platform/clock'
import {
  type Arbejdskontekst,
  formatAntal,
  formatDato,
  formatListe,
  html,
  type Kolonne,
  type Markup,
  renderArbejdsside,
  sidehoved,
  soejle,
  table,
} from '#web'
import { type Aabenhedsrapport, type Omraadelinje, TINGSLAGS } from '../aabenhed.ts'
import { AABENHED } from './stier.ts'
import { ord } from './texts/index.ts'

/** The report for the management: sentences first, then a table with bars, then the kinds. Made to be printed. */
export function aabenhedView(k: Arbejdskontekst, kommune: string, rapport: Aabenhedsrapport): Markup {
  const t = ord(k.sprog).aabenhed
  const harAndre = rapport.andre > 0
  return renderArbejdsside(k, {
    indhold: html`<div class="bb-rapport">
${sidehoved(t.overskrift, t.lead(kommune, formatDato(danskDag(k.nu), k.sprog)))}
<section aria-labelledby="kort"><h2 id="kort" class="h3">${t.kort}</h2><ul>${saetninger(k, rapport).map((en) => html`<li>${en}</li>`)}</ul></section>
<section class="bb-afsnit" aria-labelledby="omraader"><h2 id="omraader" class="h3">${t.omraader}</h2><p class="bb-meta">${harAndre ? t.tegn : t.tegnAlene}</p>
${table(t.omraader, omraadekolonner(k, harAndre), rapport.linjer)}</section>
<section class="bb-afsnit" aria-labelledby="slags"><h2 id="slags" class="h3">${t.slagsOverskrift}</h2><p class="bb-meta">${harAndre ? t.slagsOm : undefined}</p>
${table(t.slagsOverskrift, slagskolonner(k, rapport), rapport.linjer)}<p class="bb-meta">${t.altid}</p></section>
<p class="bb-knapper d-print-none"><a class="button button-secondary" href="${AABENHED}/csv">${t.hent}</a></p></div>`,
  })
}

const navnAf = (k: Arbejdskontekst, omraade: LivsomraadeNoegle): string => livsomraadeMedNoegle(omraade)?.navn[k.sprog] ?? omraade

/** What the figures say, in sentences. */
function saetninger(k: Arbejdskontekst, { linjer, andre, numre, vist }: Aabenhedsrapport): readonly string[] {
  const t = ord(k.sprog).aabenhed
  const liste = (valgte: readonly Omraadelinje[]): string =>
    formatListe(
      valgte.map(({ omraade }) => navnAf(k, omraade)),
      k.sprog,
    )
  const [mest] = linjer.toSorted((a, b) => b.vist / b.numre - a.vist / a.numre)
  const intet = linjer.filter((linje) => linje.vist === 0)
  const bagefter = intet.filter((linje) => linje.andre.antal > 0)
  return [
    vist === 0 ? t.intet : t.viViser(formatAntal(vist, k.sprog), formatAntal(numre, k.sprog)),
    ...(mest && vist > 0 ? [t.flest(navnAf(k, mest.omraade))] : []),
    ...(intet.length > 0 && vist > 0 ? [t.lukkede(liste(intet))] : []),
    andre > 0 ? t.andre(andre) : t.ingenAndre,
    ...(bagefter.length > 0 ? [t.bagefter(liste(bagefter))] : []),
  ]
}

function omraadekolonner(k: Arbejdskontekst, harAndre: boolean): readonly Kolonne<Omraadelinje>[] {
  const t = ord(k.sprog).aabenhed
  const andel = ({ vist, numre }: Omraadelinje): number => vist / numre
  const snit = ({ andre, numre }: Omraadelinje): number | undefined => (andre.snit === undefined ? undefined : andre.snit / numre)
  const kolonner: readonly Kolonne<Omraadelinje>[] = [
    { overskrift: t.kolonner.omraade, celle: ({ omraade }) => navnAf(k, omraade) },
    {
      overskrift: t.kolonner.vi,
      celle: (linje) => html`${t.af(String(linje.vist), String(linje.numre))} ${soejle(andel(linje), snit(linje))}`,
    },
  ]
  const andre: Kolonne<Omraadelinje> = { overskrift: t.kolonner.andre, celle: (linje) => String(linje.andre.antal), tal: true }
  return harAndre ? [...kolonner, andre] : kolonner
}

function slagskolonner(k: Arbejdskontekst, { andre }: Aabenhedsrapport): readonly Kolonne<Omraadelinje>[] {
  const t = ord(k.sprog).aabenhed
  return [
    { overskrift: t.kolonner.omraade, celle: ({ omraade }) => navnAf(k, omraade) },
    ...TINGSLAGS.map((slags) => ({
      overskrift: t.slags[slags],
      celle: (linje: Omraadelinje) => t.celle(linje.slags.has(slags), linje.andre.slags[slags], andre),
    })),
  ]
}
