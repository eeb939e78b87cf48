import { type Arbejdskontekst, formatAntal, formularfelt, html, type Markup, select, textInput } from '#web'
import type { Mulighed } from '../filtrer.ts'
import { omraadenavn } from '../omraade.ts'
import type { Overblikside } from '../side.ts'
import { FILTERFELTER, hasFilter, type Valg } from '../valg.ts'
import { kortDag } from './ord.ts'
import { besoegSti, sideSti } from './stier.ts'
import { ord, tilstandsord } from './texts/index.ts'

type Valgfelt = 'omraade' | 'status' | 'art' | 'enhed' | 'system'

/** What the tab can be narrowed by: only what is there, and how much of each. A plain form whose choices stand in the address. */
export function filterdel(k: Arbejdskontekst, { besoeg, valg, muligheder, ting }: Overblikside): Markup | undefined {
  if (ting.length === 0) return undefined
  const t = ord(k.sprog).filter
  const navn = (felt: Valgfelt, { vaerdi, navn: eget }: Mulighed): string => {
    if (felt === 'omraade') return omraadenavn(vaerdi, k.sprog)
    if (felt === 'status') return tilstandsord(k.sprog, vaerdi)
    return felt === 'art' ? ord(k.sprog).art[vaerdi as keyof Overbliksarter] : eget
  }
  const vaelger = (felt: Valgfelt): Markup | undefined => {
    const valgbare = muligheder[felt]
    if (valgbare.length < 2 && valg[felt] === '') return undefined
    const foerst =
      felt === 'status'
        ? [
            { vaerdi: 'aabne', tekst: t.aabne },
            { vaerdi: 'lukkede', tekst: t.lukkede },
          ]
        : []
    return select(k.sprog, { id: `f-${felt}`, navn: felt, etiket: t[felt], vaerdi: valg[felt] }, [
      { vaerdi: '', tekst: t.alle },
      ...foerst,
      ...valgbare.map((mulighed) => ({
        vaerdi: mulighed.vaerdi,
        tekst: `${navn(felt, mulighed)} (${formatAntal(mulighed.antal, k.sprog)})`,
      })),
    ])
  }
  const dag = (felt: 'fra' | 'til') =>
    textInput(k.sprog, {
      id: `f-${felt}`,
      navn: felt,
      etiket: t[felt],
      vaerdi: valg[felt] && kortDag(valg[felt]),
      hjaelp: t.dagHjaelp,
    })
  return html`<details class="details"${hasFilter(valg) ? html` open` : undefined}><summary class="details-summary">${t.overskrift}</summary><div class="details-text">
<form method="get" action="${besoegSti(besoeg)}" class="bb-filter bb-filterlinje">
  <input type="hidden" name="fane" value="${valg.fane}">
  ${(['status', 'omraade', 'art', 'enhed', 'system'] as const).map(vaelger)}
  ${dag('fra')}${dag('til')}
  <div class="bb-knapper"><button type="submit" class="button button-secondary">${t.brug}</button></div>
</form></div></details>`
}
type Overbliksarter = ReturnType<typeof ord>['art']

/** The employee's own views, and the way to keep this one. */
export function gemtedel(
  k: Arbejdskontekst,
  { besoeg, valg, gemte }: Overblikside,
  fejl: 'NAVN_UGYLDIGT' | 'FOR_MANGE' | undefined,
): Markup {
  const t = ord(k.sprog).gemte
  const skjult = (felter: Partial<Valg>) =>
    (['fane', ...FILTERFELTER] as const).map(
      (felt) => html`<input type="hidden" name="${felt}" value="${String(felter[felt] ?? '')}">`,
    )
  const felt = {
    id: 'visningsnavn',
    navn: 'navn',
    etiket: t.navn,
    hjaelp: t.navnHjaelp,
    vaerdi: '',
    ...(fejl ? { fejl: t[fejl] } : {}),
  }
  return html`<details class="details"${fejl ? html` open` : undefined}><summary class="details-summary">${t.overskrift} (${String(gemte.length)})</summary><div class="details-text">
  ${
    gemte.length === 0
      ? html`<p>${t.ingen}</p>`
      : html`<ul class="bb-liste bb-gemte">${gemte.map(
          (en) =>
            html`<li><a href="${sideSti(besoeg, en.valg)}">${en.navn}</a><form method="post" action="${besoegSti(besoeg)}/visninger/slet">${formularfelt(k)}<input type="hidden" name="visning" value="${en.id}">${skjult(valg)}<button type="submit" class="function-link" aria-label="${t.sletVisning(en.navn)}">${t.slet}</button></form></li>`,
        )}</ul>`
  }
  <form method="post" action="${besoegSti(besoeg)}/visninger" class="bb-formular">${formularfelt(k)}${skjult(valg)}${textInput(k.sprog, felt)}<button type="submit" class="button button-secondary">${t.gem}</button></form>
</div></details>`
}
