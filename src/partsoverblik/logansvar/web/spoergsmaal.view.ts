import { grundord } from '#overblik'
import {
  type Arbejdskontekst,
  alert,
  backLink,
  badge,
  type Felt,
  factList,
  formatDag,
  formatDato,
  formatTid,
  formular,
  html,
  type Indhold,
  type Markup,
  renderArbejdsside,
  sidehoved,
  table,
  textArea,
  textInput,
} from '#web'
import { SVARSAETNINGER, type Svarafvisning } from '../logansvar.errors.ts'
import type { Spoergsmaalslinje, Spoergsmaalsvisning } from '../spoergsmaal.ts'
import type { Logvalg } from '../valg.ts'
import { ord } from './texts/index.ts'

export const SPOERGSMAALSSTI = '/kommune/hvem-har-set'
export const VALGSTI = `${SPOERGSMAALSSTI}/valg`
export const spoergsmaalssti = (id: string): string => `${SPOERGSMAALSSTI}/spoergsmaal/${id}`

/** What was typed as the municipality's choice, and whether it was refused or is saved. */
export type Valgformular = {
  readonly svarfrist: string
  readonly opbevaring: string
  readonly udfald?: 'fejl' | 'gemt' | undefined
}

/** The queue: what is late stands first and is said at the top. */
export function spoergsmaalView(
  k: Arbejdskontekst,
  v: {
    readonly linjer: readonly Spoergsmaalslinje[]
    readonly valg: Logvalg
    readonly formular: Valgformular
    readonly sendt: boolean
  },
): Markup {
  const t = ord(k.sprog)
  const [ventende, besvarede] = [v.linjer.filter(({ svaret }) => !svaret), v.linjer.filter(({ svaret }) => svaret)]
  const forSent = ventende.filter((en) => en.forSent).length
  return renderArbejdsside(k, {
    indhold: html`${sidehoved(t.overskrift, t.lead)}
${v.sendt ? alert(k.sprog, 'success', { indhold: t.spoergsmaal.sendt }) : undefined}
${forSent > 0 ? alert(k.sprog, 'warning', { indhold: t.overskredet(forSent) }) : undefined}
<section class="bb-afsnit" aria-labelledby="ventende"><h2 id="ventende" class="h3">${t.ventende}</h2>${ventende.length === 0 ? html`<p>${t.ingen}</p>` : tabel(k, t.ventende, ventende)}</section>
${besvarede.length === 0 ? undefined : html`<section class="bb-afsnit" aria-labelledby="besvarede"><h2 id="besvarede" class="h3">${t.besvarede}</h2>${tabel(k, t.besvarede, besvarede)}</section>`}
${valgdel(k, v.valg, v.formular)}`,
  })
}

const tabel = (k: Arbejdskontekst, navn: string, linjer: readonly Spoergsmaalslinje[]): Markup => {
  const t = ord(k.sprog)
  return table(
    navn,
    [
      { overskrift: t.besoegt, celle: ({ besoegt }) => formatTid(besoegt, k.sprog, k.nu) },
      { overskrift: t.stillet, celle: ({ stillet }) => formatDag(stillet, k.sprog, k.nu) },
      { overskrift: t.frist, celle: ({ frist }) => formatDato(frist, k.sprog) },
      { overskrift: t.tilstand, celle: (linje) => tilstand(k, linje) },
      {
        overskrift: t.aabn,
        celle: ({ id, besoegt }) =>
          html`<a href="${spoergsmaalssti(id)}">${t.aabn}<span class="sr-only"> ${formatTid(besoegt, k.sprog, k.nu)}</span></a>`,
      },
    ],
    linjer,
  )
}

function tilstand(k: Arbejdskontekst, { svaret, forSent }: Spoergsmaalslinje): Markup {
  const t = ord(k.sprog).tilstande
  if (svaret) return badge('success', t.besvaret)
  return forSent ? badge('error', t.forSent) : badge('info', t.venter)
}

function valgdel(k: Arbejdskontekst, valg: Logvalg, { svarfrist, opbevaring, udfald }: Valgformular): Markup {
  const t = ord(k.sprog).valg
  const felt = (navn: 'svarfrist' | 'opbevaring', vaerdi: string): Felt => ({
    id: navn,
    navn,
    etiket: t[navn],
    hjaelp: t[`${navn}Hjaelp`],
    vaerdi,
    ...(udfald === 'fejl' ? { fejl: t.fejl } : {}),
  })
  return html`<section class="bb-afsnit" aria-labelledby="valg"><h2 id="valg" class="h3">${t.overskrift}</h2><p>${t.lead}</p>
${udfald === 'gemt' ? alert(k.sprog, 'success', { niveau: 3, indhold: t.gemt }) : undefined}
${formular(k, VALGSTI, { felter: [textInput(k.sprog, felt('svarfrist', svarfrist)), textInput(k.sprog, felt('opbevaring', opbevaring))], knap: t.gem, klasse: 'button button-secondary' })}
${valg.aendret ? html`<p class="bb-meta">${t.senest(valg.aendret.navn, formatDag(valg.aendret.tid, k.sprog, k.nu))}</p>` : undefined}</section>`
}

/** One question, the visit it is about, and the answer or where to write it. */
export function etSpoergsmaalView(
  k: Arbejdskontekst,
  v: Spoergsmaalsvisning,
  afvist?: { readonly tekst: string; readonly fejl: Svarafvisning },
): Markup {
  const t = ord(k.sprog).spoergsmaal
  const felt = {
    id: 'svar',
    navn: 'svar',
    etiket: t.etiket,
    hjaelp: t.hjaelp,
    vaerdi: afvist?.tekst ?? '',
    ...(afvist ? { fejl: SVARSAETNINGER[afvist.fejl][k.sprog] } : {}),
  }
  return renderArbejdsside(k, {
    indhold: html`${backLink(SPOERGSMAALSSTI, t.tilbage)}
${sidehoved(t.overskrift, t.lead, [tilstand(k, v)])}
${afvist ? alert(k.sprog, 'error', { indhold: SVARSAETNINGER[afvist.fejl][k.sprog] }) : undefined}
<section class="bb-afsnit" aria-labelledby="borgeren"><h2 id="borgeren" class="h3">${t.borgeren}</h2><p>${lines(v.tekst)}</p>
<p class="bb-meta">${ord(k.sprog).stillet} ${formatDag(v.stillet, k.sprog, k.nu)}. ${ord(k.sprog).frist} ${formatDato(v.frist, k.sprog)}.</p></section>
<section class="bb-afsnit" aria-labelledby="besoeget"><h2 id="besoeget" class="h3">${t.besoeget}</h2>${
      v.besoeg
        ? factList([
            [t.begyndt, formatTid(v.besoeg.begyndt, k.sprog, k.nu)],
            [t.hvem, v.besoeg.navn ?? v.besoeg.medarbejder],
            [t.formaal, grundord(v.besoeg)[k.sprog]],
          ])
        : html`<p>${t.slettet}</p>`
    }</section>
${
  v.svar
    ? html`<section class="bb-afsnit" aria-labelledby="svaret"><h2 id="svaret" class="h3">${t.etiket}</h2><p>${lines(v.svar.tekst)}</p><p class="bb-meta">${t.svaret(v.svar.navn)}, ${formatTid(v.svar.tid, k.sprog, k.nu)}</p></section>`
    : formular(k, spoergsmaalssti(v.id), { felter: [textArea(k.sprog, felt, 6)], knap: t.send })
}`,
  })
}

const lines = (tekst: string): Indhold => tekst.split(/\r?\n/).map((linje, i) => (i === 0 ? linje : html`<br>${linje}`))
