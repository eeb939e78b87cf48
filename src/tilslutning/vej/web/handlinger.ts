import { type Arbejdskontekst, formular, html, type Markup, textInput } from '#web'
import type { Handling, Mulighed } from '../muligheder.ts'
import type { Systemside } from '../sider.ts'
import { VEJ_SAETNINGER } from '../vej.errors.ts'
import { aarsagsfelt, aftalefelter } from './dele.ts'
import type { Vejtekster } from './texts/da.ts'
import { ord } from './texts/index.ts'

/** What this person can do now, most likely first, each with what it leads to; what must wait says for what. */
export const handlinger = (k: Arbejdskontekst, sti: string, { muligheder, vej }: Systemside): Markup =>
  html`<div class="bb-handlinger">${muligheder.map((mulighed) => handling(k, sti, mulighed, isGjort(mulighed, vej)))}</div>`

/** Seldom needed, or with effect at once: behind a step of its own. */
const FOLDET: ReadonlySet<Handling> = new Set(['skiftVersion', 'suspender', 'udfasning'])

function handling(k: Arbejdskontekst, sti: string, mulighed: Mulighed, gjort: boolean): Markup {
  const t = tekstFor(k, mulighed)
  const foldet = gjort || FOLDET.has(mulighed.hvad)
  const indhold = html`<p>${t.om}</p>${
    mulighed.spaerret
      ? html`<p class="bb-meta"><strong>${ord(k.sprog).handling.venter}.</strong> ${VEJ_SAETNINGER[mulighed.spaerret][k.sprog]}</p>`
      : formularFor(
          k,
          sti,
          mulighed,
          mulighed.hvad === 'aabnSandkasse' && gjort ? ord(k.sprog).handling.aabnSandkasse.igen : t.knap,
        )
  }`
  return foldet
    ? html`<details class="details"><summary class="details-summary">${t.overskrift}</summary><div class="details-text">${indhold}</div></details>`
    : html`<div class="bb-flade"><h3 class="h5">${t.overskrift}</h3>${indhold}</div>`
}

/** Done once already, and may be done again. */
const isGjort = ({ hvad, kommune }: Mulighed, vej: Systemside['vej']): boolean =>
  (hvad === 'aabnSandkasse' && vej.sandkasse !== undefined) ||
  (hvad === 'noterAftale' && kommune !== undefined && vej.aftaler.has(kommune))

function tekstFor(k: Arbejdskontekst, { hvad, kommune }: Mulighed) {
  const t: Vejtekster['handling'] = ord(k.sprog).handling
  if (hvad === 'suspender') return kommune ? t.suspenderKommune : t.suspenderSystem
  return t[hvad]
}

function formularFor(k: Arbejdskontekst, sti: string, { hvad, kommune }: Mulighed, knap: string): Markup {
  switch (hvad) {
    case 'skiftVersion': {
      const felt = textInput(k.sprog, { id: 'version', navn: 'version', etiket: ord(k.sprog).systemer.version, vaerdi: '' })
      return formular(k, sti, { skjult: { type: hvad }, felter: [felt], knap, klasse: 'button button-secondary' })
    }
    case 'noterAftale':
      return formular(k, sti, { skjult: { type: hvad }, felter: aftalefelter(k, 'aftale'), knap })
    case 'aabnSandkasse':
      return formular(k, sti, { skjult: { type: hvad }, knap })
    case 'suspender':
      return formular(k, sti, {
        skjult: { type: hvad, omfang: kommune ? 'kommune' : 'system' },
        felter: [aarsagsfelt(k, 'stop-aarsag')],
        knap,
        klasse: 'button button-warning',
      })
    default:
      return formular(k, sti, {
        skjult: { type: 'foreslaa', hvad, omfang: kommune ? 'kommune' : 'system' },
        knap,
        klasse: hvad === 'udfasning' ? 'button button-warning' : 'button button-primary',
      })
  }
}
