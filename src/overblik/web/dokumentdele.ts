import { formatDato, html, type Markup, type Sidekontekst, sagSti } from '#web'
import type { DokumentVisning } from '../visninger.ts'
import { metalinje, titel } from './dele.ts'
import { herkomstDel, nytMaerke } from './herkomst.ts'
import { omraadenavn } from './omraader.ts'
import { ord } from './texts/index.ts'

/** The kind of document in words; a kind outside the standard's list is just a document. */
const dokumenttype = (k: Sidekontekst, { type, typeOrd }: DokumentVisning): string => {
  const typer: { readonly [type: string]: string } = ord(k.sprog).dokumenter.typer
  return typeOrd?.[k.sprog] ?? typer[type] ?? ord(k.sprog).dokumenter.typer.Andet
}

/** The shipped words for each kind of document in the standard's list. */
export const standardDokumenttyper = (sprog: Sidekontekst['sprog']): Readonly<Record<string, string>> =>
  ord(sprog).dokumenter.typer

/** Documents as rows: what it is, from when, and the way to its case. The file itself is not here. */
export const dokumentliste = (k: Sidekontekst, dokumenter: readonly DokumentVisning[], medSag: boolean): Markup =>
  html`<ul class="bb-liste bb-raekker">${dokumenter.map((dokument) => {
    const t = ord(k.sprog)
    const navn = titel(k, dokument.titel[k.sprog], 'dokument')
    const steder = medSag ? [omraadenavn(dokument.omraade, k.sprog), dokument.kommune.navn] : []
    return html`<li id="${dokument.id}"><div>
    <p class="bb-titel">${navn}</p>
    ${metalinje([dokumenttype(k, dokument), ...steder])}
    ${medSag ? html`<p class="bb-meta">${dokument.sager.map((id) => html`<a href="${sagSti(id)}">${t.seSagen}<span class="sr-only">: ${navn}</span></a> `)}</p>` : undefined}
    ${herkomstDel(k, dokument.herkomst, navn)}
  </div><div class="bb-side2">${nytMaerke(k, dokument.herkomst)}<span class="bb-meta bb-dato">${formatDato(dokument.dato, k.sprog)}</span></div></li>`
  })}</ul>`
