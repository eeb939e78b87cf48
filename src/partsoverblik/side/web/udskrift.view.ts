import { danskDag } from '#platform/clock'
import { type Arbejdskontekst, formatKlokken, html, type Markup, renderArbejdsside, table } from '#web'
import { omraadenavn } from '../omraade.ts'
import type { Overblikside } from '../side.ts'
import type { Ting } from '../visninger.ts'
import { flerdel } from './forbehold.view.ts'
import { emneord, kortDag, kroner, titelord } from './ord.ts'
import { sideSti } from './stier.ts'
import { ord, tilstandsord } from './texts/index.ts'

/** What the tab shows with its filter, all of it, as it is to be printed: who, when, and on whose account stand on top. */
export function udskriftView(k: Arbejdskontekst, side: Overblikside): Markup {
  const t = ord(k.sprog)
  const { person, valg, valgte, besoeg, nu } = side
  return renderArbejdsside(k, {
    indhold: html`<div class="bb-rapport"><h1>${person?.navn ?? t.soeg.udenNavn}</h1>
<p>${[person?.nummer, t.faner[valg.fane], k.medarbejder?.organisation, k.medarbejder?.navn, `${kortDag(danskDag(nu))} ${formatKlokken(nu, k.sprog)}`].filter(Boolean).join(' · ')}</p>
<p class="bb-knapper d-print-none"><a href="${sideSti(besoeg, { ...valg, side: 1 })}">${t.detalje.tilbage}</a></p>
${flerdel(k, side)}
${table(
  t.faner[valg.fane],
  [
    // A column that would say the same in every line, or nothing, takes the paper from the others.
    ...(new Set(valgte.map(({ art }) => art)).size > 1
      ? [{ overskrift: t.udtraek.kolonner[0] ?? '', celle: ({ art }: Ting) => t.art[art] }]
      : []),
    {
      overskrift: t.liste.hvad,
      celle: (ting: Ting) =>
        html`${titelord(k.sprog, ting)}<span class="bb-under">${[ting.nummer, emneord(k.sprog, ting.kle), omraadenavn(ting.omraade, k.sprog)].filter(Boolean).join(' · ')}</span>`,
    },
    { overskrift: t.liste.status, celle: ({ tilstand }: Ting) => tilstandsord(k.sprog, tilstand) },
    { overskrift: t.liste.enhed, celle: ({ enhed }: Ting) => enhed?.navn },
    { overskrift: t.liste.dato, celle: ({ dag }: Ting) => html`<span class="bb-dato">${kortDag(dag)}</span>` },
    ...(valgte.some(({ art }) => art === 'oekonomiskEffektuering')
      ? [
          {
            overskrift: t.liste.beloeb,
            tal: true,
            celle: (ting: Ting) => (ting.art === 'oekonomiskEffektuering' ? kroner(k.sprog, ting.beloeb) : undefined),
          } as const,
        ]
      : []),
  ],
  valgte,
)}</div>`,
  })
}
