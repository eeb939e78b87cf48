import { html, type Markup, renderSide, type Sidekontekst, type Sprog } from '#web'
import { pageHeader } from './dele.ts'
import { type Sidetekster, siderDa } from './texts/sider.da.ts'
import { siderEn } from './texts/sider.en.ts'

export const sidetekster = (sprog: Sprog): Sidetekster => (sprog === 'da' ? siderDa : siderEn)

/** The pages that are text alone. They can be read without logging in. */
export type Tekstside = Exclude<keyof Sidetekster, 'forside'>

type Afsnit = { readonly id?: string; readonly overskrift: string; readonly tekst: readonly string[] }

export function tekstsideView(k: Sidekontekst, side: Tekstside): Markup {
  const tekst = sidetekster(k.sprog)[side]
  const afsnit: readonly Afsnit[] = tekst.afsnit
  return renderSide(k, {
    indhold: html`<div class="bb-smal">${pageHeader(tekst.titel, tekst.lead)}
${afsnit.map(
  (
    del,
    i,
  ) => html`<section aria-labelledby="${del.id ?? `afsnit-${i}`}"><h2 class="bb-tekstoverskrift" id="${del.id ?? `afsnit-${i}`}">${del.overskrift}</h2>
  ${del.tekst.map((linje) => html`<p>${linje}</p>`)}</section>`,
)}</div>`,
  })
}
