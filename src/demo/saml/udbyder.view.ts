import { html } from '#web'
import { ramme } from '../mitid/valg.view.ts'
import type { Testudbyder } from './testsagsbehandler.ts'

const ISTED = { da: 'kommunens eget login', en: 'the municipality’s own login' }

/** Carries the answer on where scripts run; a file of its own, as no page has any in it. */
export const VIDERE = { sti: '/videre.js', script: 'document.forms[0].submit()' } as const

/** Whom one can be at this municipality. Works without JavaScript; the request goes along in the form. */
export const udbyderside = ({ navn, folk }: Testudbyder, sti: string, query: string) =>
  ramme(
    `Log ind hos ${navn}`,
    html`<p lang="en">Choose whom to be at work.</p>
<form method="post" action="${sti}">
<input type="hidden" name="query" value="${query}">
<ul>${folk.map(
      (en, nr) => html`<li>
<button type="submit" name="medarbejder" value="${nr}" aria-describedby="historie-${nr}">Log ind som ${en.navn}</button>
<p id="historie-${nr}">${en.historie}</p>
</li>`,
    )}</ul>
</form>`,
    ISTED,
  )

/** Carries the answer to the site: by itself, or by the button. */
export const videreside = (sted: string, svar: string) =>
  ramme(
    'Du er logget ind',
    html`<form method="post" action="${sted}">
<input type="hidden" name="SAMLResponse" value="${svar}">
<button type="submit">Fortsæt til Borgerblikket <span lang="en">(continue)</span></button>
</form>
<script src="${VIDERE.sti}"></script>`,
    ISTED,
  )
