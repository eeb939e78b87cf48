import { type Arbejdskontekst, antal, badge, formatListe, formatTid, html, type Maerkat, type Markup } from '#web'
import type { Advarsel, Advarselsslags, Ansvarlig } from '../advarsler.ts'
import { omraadenavn, slagsord } from './dele.ts'
import { feltsti, type Kortstier, NOEDSTOP, omraadesti } from './stier.ts'
import { ord } from './texts/index.ts'

/** What somebody must do something about, most urgent first. */
export function advarselsliste(k: Arbejdskontekst, advarsler: readonly Advarsel[], stier: Kortstier): Markup {
  const t = ord(k.sprog).handling
  if (advarsler.length === 0) return html`<p>${t.ingen}</p>`
  return html`<ul class="bb-liste bb-raekker">${advarsler.map(
    (en) => html`<li><div><p class="bb-titel"><a class="bb-raekkelink" href="${vejFor(en, stier)}">${saetning(k, en)}</a></p>
<p class="bb-status">${t.goer[en.slags]} ${naar(k, en)}</p><p class="bb-meta">${t.steder(steder(k, en))}</p></div>
<div class="bb-side2">${badge(HVEM[en.hvem], t.skal(t.hvem[en.hvem]))}</div></li>`,
  )}</ul>`
}

/** Who reads this page first: what the municipality itself must do stands out. */
const HVEM: { readonly [A in Ansvarlig]: Maerkat } = { kommune: 'warning', leverandoer: 'neutral', drift: 'neutral' }

const steder = (k: Arbejdskontekst, { omraader }: Advarsel): string =>
  formatListe(
    omraader.map((omraade) => omraadenavn(k.sprog, omraade)),
    k.sprog,
  )

function saetning(k: Arbejdskontekst, { slags, kilde, systemslags, antal: n }: Advarsel): string {
  const t = ord(k.sprog).handling
  const system = kilde?.navn ?? ''
  switch (slags) {
    case 'afviste':
      return t.afviste(system, antal(n ?? 0, t.linjer.en, t.linjer.flere, k.sprog))
    case 'manglerSlags':
      return t.manglerSlags(slagsord(k.sprog, systemslags ?? ''))
    case 'ukendt':
    case 'stoppet':
      return t[slags]
    case 'spaerret':
    case 'udeAfDrift':
    case 'forsinket':
    case 'ikkeAfstemt':
    case 'ikkeTilsluttet':
    case 'kunSiden':
      return t[slags](system)
  }
}

function naar(k: Arbejdskontekst, { slags, siden }: Advarsel): string | undefined {
  const t = ord(k.sprog).handling
  if (!siden) return undefined
  const hvornaar = formatTid(siden, k.sprog, k.nu)
  return slags === 'forsinket' ? t.tavstSiden(hvornaar) : t.siden(hvornaar)
}

/** Where one can do it, or see more. */
function vejFor({ slags, kilde, omraader }: Advarsel, stier: Kortstier): string {
  const [foerste = ''] = omraader
  const vej: Partial<Record<Advarselsslags, string | undefined>> = {
    udeAfDrift: kilde && stier.system(kilde.id),
    ikkeTilsluttet: stier.tilslutning,
    manglerSlags: stier.forventning,
    ukendt: stier.forventning,
    // The operator stops nothing for a municipality.
    stoppet: stier.forventning && NOEDSTOP,
  }
  return vej[slags] ?? (kilde ? feltsti(stier, foerste, kilde.id) : omraadesti(stier, foerste))
}
