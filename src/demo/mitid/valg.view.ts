import { html, type Indhold } from '#web'
import type { Testmedarbejder } from './testmedarbejder.ts'
import type { Testperson } from './testperson.ts'

const STIL = `
  body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; color: #1a1a1a; background: #fff }
  .advarsel { border: 3px solid #b45309; background: #fffbeb; padding: .75rem 1rem; margin: 0 0 1.5rem }
  .fejl { border-left: 6px solid #b91c1c; padding: .5rem 1rem; background: #fef2f2 }
  ul { list-style: none; padding: 0 }
  li { border-top: 1px solid #6b7280; padding: .75rem 0 }
  li p, label + p { margin: .25rem 0 }
  button, input { font: inherit; padding: .5rem .75rem; min-height: 2.75rem; border: 2px solid #1d4ed8; border-radius: 4px }
  button { background: #1d4ed8; color: #fff; cursor: pointer }
  button.stille { background: #fff; color: #1d4ed8 }
  :focus-visible { outline: 3px solid #000; outline-offset: 2px }
  label { display: block; font-weight: 600; margin-top: .75rem }
  form { margin: 0 0 1.5rem }
`

const MITID = { da: 'MitID', en: 'MitID' }

/** The frame of the stand-ins’ pages, which says on each that it is one. */
export const ramme = (titel: string, indhold: Indhold, isted = MITID) => html`<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${titel} – Testlogin, ikke ${isted.da}</title>
<style>${STIL}</style>
</head>
<body>
<main>
<h1>${titel}</h1>
<div class="advarsel">
<p><strong>Testlogin – ikke ${isted.da}.</strong> Denne side står i stedet for ${isted.da} i en demonstration. Alle personer er opdigtede. Indtast aldrig oplysninger om virkelige mennesker.</p>
<p lang="en"><strong>Test login – not ${isted.en}.</strong> This page stands in for ${isted.en} in a demonstration. All persons are made up. Never enter information about real people.</p>
</div>
${indhold}
</main>
</body>
</html>`

export type Formularfejl = { readonly cpr: string }

const personlinje = (person: Testperson, nr: number) => html`<li>
<button type="submit" name="person" value="${nr}" aria-describedby="historie-${nr}">Log ind som ${person.navn}, ${person.alder} år</button>
<p id="historie-${nr}">${person.historie}</p>
</li>`

const fejlboks = (fejl: Formularfejl) => html`<div class="fejl" role="alert" id="fejl">
<p>Du er ikke logget ind: ${fejl.cpr} kan ikke bruges her. Brug et opdigtet CPR-nummer på ti cifre, hvor der er lagt 60 til dagen, for eksempel 610190-1234. <a href="#cpr">Ret nummeret</a></p>
<p lang="en">You are not logged in: use a fictive CPR number of ten digits with 60 added to the day, such as 610190-1234.</p>
</div>`

/** The list of test persons and a field for a number of one's own. Works without JavaScript; `sti` is where the forms go. */
export const valgSide = (sti: string, personer: readonly Testperson[], fejl?: Formularfejl) =>
  ramme(
    'Vælg, hvem du vil logge ind som',
    html`${fejl ? fejlboks(fejl) : ''}
<p lang="en">Choose whom to log in as.</p>
<h2>Testpersoner <span lang="en">(test persons)</span></h2>
<form method="post" action="${sti}">
<ul>
${personer.map(personlinje)}
</ul>
</form>
<h2>Et andet opdigtet CPR-nummer <span lang="en">(another fictive CPR number)</span></h2>
<form method="post" action="${sti}">
<label for="cpr">CPR-nummer</label>
<p id="cpr-hjaelp">Ti cifre, med 60 lagt til dagen: 61 for den 1. i måneden. <span lang="en">Ten digits, with 60 added to the day.</span></p>
<input id="cpr" name="cpr" inputmode="numeric" autocomplete="off" required maxlength="11" value="${fejl?.cpr ?? ''}" aria-invalid="${fejl ? 'true' : 'false'}" aria-describedby="cpr-hjaelp${fejl ? ' fejl' : ''}">
<button type="submit">Log ind med nummeret</button>
</form>
<form method="post" action="${sti}">
<button class="stille" type="submit" name="afbryd" value="1">Afbryd login <span lang="en">(cancel)</span></button>
</form>`,
  )

const medarbejderlinje = (medarbejder: Testmedarbejder, nr: number) => html`<li>
<button type="submit" name="medarbejder" value="${nr}" aria-describedby="historie-${nr}">Log ind som ${medarbejder.navn}</button>
<p id="historie-${nr}">${medarbejder.historie}</p>
</li>`

/** The people at work, by organisation. Works without JavaScript. */
export const arbejdsvalgSide = (sti: string, medarbejdere: readonly Testmedarbejder[]) =>
  ramme(
    'Vælg, hvem du vil være på arbejde',
    html`<p lang="en">Choose whom to be at work.</p>
<form method="post" action="${sti}">
${[...new Set(medarbejdere.map(({ organisation }) => organisation))].map((organisation) => {
  const egne = medarbejdere.flatMap((en, nr) => (en.organisation === organisation ? [medarbejderlinje(en, nr)] : []))
  return html`<h2>${organisation}</h2><ul>${egne}</ul>`
})}
</form>
<form method="post" action="${sti}">
<button class="stille" type="submit" name="afbryd" value="1">Afbryd login <span lang="en">(cancel)</span></button>
</form>`,
  )

/** What went wrong, in words without details. */
export const fejlSide = (kode: string) =>
  ramme(
    'Testlogin kunne ikke gennemføres',
    html`<p>Gå tilbage til siden, du kom fra, og begynd forfra. (${kode})</p>
<p lang="en">Go back to the page you came from and start again.</p>`,
  )

export const loggetUdSide = () =>
  ramme(
    'Du er logget ud af testlogin',
    html`<p>Du kan lukke siden.</p><p lang="en">You are logged out and can close the page.</p>`,
  )
