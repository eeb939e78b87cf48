import type { CvrNummer, Tidspunkt } from '#kernel'
import { kommuneMedCvr, myndighedsnavn } from '#myndighed'
import { type Arbejdskontekst, alert, badge, formatDag, formular, html, type Maerkat, type Markup, textInput } from '#web'
import { type Fagsystemvej, isNaaet, naesteTrin, TRIN } from '../fagsystemvej.ts'
import type { Person } from '../haendelse.ts'
import type { Helbredstilstand } from '../helbred.ts'
import type { Ventende } from '../sider.ts'
import { VEJ_SAETNINGER } from '../vej.errors.ts'
import { ord } from './texts/index.ts'

/** Parts that several pages of Tilslutning have. */

export const kommunenavn = (cvr: CvrNummer | undefined): string => (cvr === undefined ? '' : (myndighedsnavn(cvr) ?? cvr))

/** The place alone, for a heading. */
export const kortnavn = (cvr: CvrNummer): string => kommuneMedCvr(cvr)?.kortnavn ?? cvr

/** A system's kind in words; one that is not known says so. */
export const slagsord = (k: Arbejdskontekst, slags: string): string => {
  const kendte: { readonly [slags: string]: string } = ord(k.sprog).systemer.slagsOrd
  return kendte[slags] ?? ord(k.sprog).systemer.slagsOrd.andet
}

/** How far the system has come, and what is the matter with it, as words on colours. */
export function vejmaerker(k: Arbejdskontekst, vej: Fagsystemvej): readonly Markup[] {
  const t = ord(k.sprog)
  if (vej.udfaset) return [badge('neutral', t.system.udfaset)]
  const naaede = TRIN.filter((trin) => isNaaet(vej, trin)).length
  const iDrift = [...vej.kommuner.values()].filter(({ stop }) => !stop).length
  return [
    badge(naesteTrin(vej) ? 'info' : 'success', t.systemer.naaede(naaede, TRIN.length)),
    ...(iDrift > 0 && !vej.stop ? [badge('success', t.systemer.iDrift(iDrift))] : []),
    ...(vej.stop ? [badge('error', t.system.stoppet)] : []),
  ]
}

const HELBRED: { readonly [T in Helbredstilstand]: Maerkat } = {
  god: 'success',
  forsinket: 'warning',
  afvisninger: 'warning',
  intet: 'neutral',
}
export const helbredsmaerke = (k: Arbejdskontekst, tilstand: Helbredstilstand): Markup =>
  badge(HELBRED[tilstand], ord(k.sprog).system.helbred[tilstand])

export const dag = (k: Arbejdskontekst, tid: Tidspunkt | string): string => formatDag(tid, k.sprog, k.nu)

/** The three facts of an agreement. `praefiks` keeps ids apart where a page has two such forms. */
export function aftalefelter(k: Arbejdskontekst, praefiks: string): readonly Markup[] {
  const t = ord(k.sprog).felt
  const felt = (navn: 'underskrevet' | 'underskriver' | 'reference', hjaelp?: string) =>
    textInput(k.sprog, { id: `${praefiks}-${navn}`, navn, etiket: t[navn], vaerdi: '', ...(hjaelp ? { hjaelp } : {}) })
  return [felt('underskrevet', t.underskrevetHjaelp), felt('underskriver'), felt('reference', t.referenceHjaelp)]
}

export const aarsagsfelt = (k: Arbejdskontekst, id: string): Markup => {
  const t = ord(k.sprog).felt
  return textInput(k.sprog, { id, navn: 'aarsag', etiket: t.aarsag, hjaelp: t.aarsagHjaelp, vaerdi: '' })
}

/** What waits for a second person, with what this person can do about it. */
export const ventendeliste = <V extends Ventende>(
  k: Arbejdskontekst,
  seer: Person,
  sti: (ventende: V) => string,
  liste: readonly V[],
): Markup =>
  html`<ul class="nobullet-list bb-ventende">${liste.map((en) => html`<li><div class="bb-flade bb-gul">${ventendeDel(k, seer, sti(en), en)}</div></li>`)}</ul>`

function ventendeDel(k: Arbejdskontekst, seer: Person, sti: string, en: Ventende): Markup {
  const t = ord(k.sprog).forslag
  const naegtet = en.bekraeft === true || en.bekraeft === 'IKKE_DIN_ROLLE' ? undefined : VEJ_SAETNINGER[en.bekraeft][k.sprog]
  return html`<h3 class="h5">${t.hvad[en.hvad](kommunenavn(en.kommune))}</h3>
  <p>${t.foreslaaet(navnFor(seer, en.af), dag(k, en.tid))}</p>
  ${en.bekraeft === true ? formular(k, sti, { skjult: { type: 'bekraeft', forslag: en.id }, knap: t.bekraeft }) : undefined}
  ${naegtet === undefined ? undefined : html`<p>${naegtet}</p>`}
  ${
    en.traek
      ? html`<details class="details"><summary class="details-summary">${en.egetForslag ? t.traek : t.afvis}</summary><div class="details-text">${formular(
          k,
          sti,
          {
            skjult: { type: 'traekTilbage', forslag: en.id },
            felter: [textInput(k.sprog, { id: `hvorfor-${en.id}`, navn: 'aarsag', etiket: t.aarsag, vaerdi: '' })],
            knap: en.egetForslag ? t.traek : t.afvis,
            klasse: 'button button-secondary',
          },
        )}</div></details>`
      : undefined
  }`
}

/** A colleague by name; somebody elsewhere by organisation, since their names are no business of ours. */
export const navnFor = (seer: Pick<Person, 'cvr'>, af: Omit<Person, 'roller'>): string =>
  af.cvr === seer.cvr ? `${af.navn}, ${af.organisation}` : af.organisation

/** What came of the step just asked for, at the top of the page. */
export const udfaldsbesked = (
  k: Arbejdskontekst,
  udfald: { readonly ok: boolean; readonly tekst?: string } | undefined,
): Markup | undefined =>
  udfald &&
  alert(k.sprog, udfald.ok ? 'success' : 'error', {
    overskrift: udfald.ok ? ord(k.sprog).nyt.skridtTaget : ord(k.sprog).nyt.kunneIkke,
    indhold: udfald.tekst ?? '',
  })
