import type { KleEmne } from '#kernel'
import { borgertitel } from '#klassifikation'
import {
  type Arbejdskontekst,
  alert,
  formatAntal,
  formularfelt,
  html,
  type Markup,
  renderArbejdsside,
  sidehoved,
  table,
  textInput,
} from '#web'
import { procentOp, upperLimit } from '../sikkerhed.ts'
import type { Enhedstal, Plantettal, Proevetal } from '../tal.sql.ts'
import { minutesLeft, type Tempo } from '../tid-tilbage.ts'
import { STI } from './stier.ts'
import { ord } from './texts/index.ts'
import { enhedsord } from './titeldel.ts'

export type Lederside = {
  readonly enheder: readonly Enhedstal[]
  readonly proever: readonly Proevetal[]
  readonly plantede: readonly Plantettal[]
  readonly tempo: ReadonlyMap<string | null, Tempo>
  readonly hver: number
}

/** Fewer answers than these tell of persons and not of a unit. */
const MINDST_SVAR = 5

/** How the review goes: the units, what the samples say, and whether titles are really read. */
export function lederView(k: Arbejdskontekst, side: Lederside, maaStyre: boolean, udfald?: 'gemt' | 'fejl'): Markup {
  const t = ord(k.sprog).overblik
  return renderArbejdsside(k, {
    indhold: html`
${sidehoved(t.overskrift, t.lead)}
${udfald === 'gemt' ? alert(k.sprog, 'success', { indhold: t.gemt }) : undefined}
<section class="bb-afsnit" aria-labelledby="fremdrift"><h2 id="fremdrift" class="h3">${t.fremdrift}</h2>${fremdrift(k, side)}</section>
<section class="bb-afsnit" aria-labelledby="proever"><h2 id="proever" class="h3">${t.proever}</h2><p>${t.proeverLead}</p>${proever(k, side.proever)}</section>
<section class="bb-afsnit" aria-labelledby="plantede"><h2 id="plantede" class="h3">${t.plantede}</h2><p>${t.plantedeLead}</p>${plantede(k, side)}${hverFormular(k, side.hver, udfald === 'fejl')}</section>
<ul class="bb-afsnit">${maaStyre ? html`<li><a href="${STI.retter}">${t.retterLink}</a></li>` : html`<li><a href="${STI.koe}">${t.koeLink}</a></li>`}
<li><a href="${STI.forslag}">${t.forslagLink}</a></li></ul>`,
  })
}

function fremdrift(k: Arbejdskontekst, { enheder, tempo }: Lederside): Markup {
  const t = ord(k.sprog).overblik
  if (enheder.length === 0) return html`<p>${t.ingen}</p>`
  const tal = (navn: 'venter' | 'godkendt' | 'rettet' | 'afvist') => ({
    overskrift: t.kolonner[navn],
    celle: (led: Enhedstal) => formatAntal(led[navn], k.sprog),
    tal: true,
  })
  const tid = ({ enhed, venter }: Enhedstal) => {
    const minutter = minutesLeft(venter, tempo.get(enhed), tempo.get(null))
    return minutter === undefined ? ord(k.sprog).koe.tidUkendt : ord(k.sprog).koe.tid(minutter)
  }
  return html`${table(
    t.fremdrift,
    [
      { overskrift: t.kolonner.enhed, celle: ({ enhedsnavn }) => enhedsord(k, enhedsnavn) },
      tal('venter'),
      tal('godkendt'),
      tal('rettet'),
      tal('afvist'),
      { overskrift: t.kolonner.tid, celle: tid },
    ],
    enheder,
  )}<p class="bb-meta">${t.tidForklaring}</p>`
}

function proever(k: Arbejdskontekst, proevetal: readonly Proevetal[]): Markup {
  const t = ord(k.sprog).overblik
  if (proevetal.length === 0) return html`<p>${t.ingenProever}</p>`
  const tal = (n: number) => formatAntal(n, k.sprog)
  const siger = ({ set, daarlige }: Proevetal) => {
    if (set === 0) return t.sigerIntet
    const procent = procentOp(upperLimit(daarlige, set).hoejst)
    return t.siger(tal(daarlige), tal(set), k.sprog === 'da' ? String(procent).replace('.', ',') : String(procent))
  }
  return table(
    t.proever,
    [
      { overskrift: t.proevekolonner.kle, celle: ({ kle }) => html`${borgertitel(kle as KleEmne, k.sprog).titel} (${kle})` },
      { overskrift: t.proevekolonner.udtrukket, celle: ({ udtrukket }) => tal(udtrukket), tal: true },
      { overskrift: t.proevekolonner.set, celle: ({ set }) => tal(set), tal: true },
      { overskrift: t.proevekolonner.daarlige, celle: ({ daarlige }) => tal(daarlige), tal: true },
      { overskrift: t.proevekolonner.siger, celle: siger },
    ],
    proevetal,
  )
}

/** Units with few answers are put together: what so few found would be known as somebody's. */
export function groupPlantede(plantede: readonly Plantettal[]): readonly Plantettal[] {
  const store = plantede.filter(({ antal }) => antal >= MINDST_SVAR)
  const smaa = plantede.filter(({ antal }) => antal < MINDST_SVAR)
  const andre = {
    enhed: '',
    antal: smaa.reduce((sum, led) => sum + led.antal, 0),
    fundet: smaa.reduce((sum, led) => sum + led.fundet, 0),
  }
  return andre.antal >= MINDST_SVAR ? [...store, andre] : store
}

function plantede(k: Arbejdskontekst, { plantede: tal, enheder }: Lederside): Markup {
  const t = ord(k.sprog).overblik
  const grupper = groupPlantede(tal)
  const navne = new Map(enheder.map((led) => [led.enhed, enhedsord(k, led.enhedsnavn)]))
  if (grupper.length === 0) return html`<p>${t.ingenPlantede}</p>`
  return table(
    t.plantede,
    [
      { overskrift: t.plantetkolonner.enhed, celle: ({ enhed }) => (enhed === '' ? t.andre : (navne.get(enhed) ?? t.andre)) },
      { overskrift: t.plantetkolonner.antal, celle: ({ antal }) => formatAntal(antal, k.sprog), tal: true },
      {
        overskrift: t.plantetkolonner.fundet,
        celle: ({ fundet, antal }) => t.plantetfundet(formatAntal(fundet, k.sprog), formatAntal(antal, k.sprog)),
      },
    ],
    grupper,
  )
}

function hverFormular(k: Arbejdskontekst, hver: number, fejl: boolean): Markup {
  const t = ord(k.sprog).overblik
  const felt = {
    id: 'hver',
    navn: 'hver',
    etiket: t.hver,
    hjaelp: t.hverHjaelp,
    vaerdi: String(hver),
    ...(fejl ? { fejl: t.hverFejl } : {}),
  }
  return html`<form method="post" action="${STI.overblik}" class="bb-formular bb-smal">${formularfelt(k)}${textInput(k.sprog, felt)}
  <button type="submit" class="button button-secondary">${t.gem}</button></form>`
}
