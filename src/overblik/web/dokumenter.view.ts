import { html, type Markup, renderSide, type Sidekontekst } from '#web'
import type { DokumentVisning, Liste } from '../visninger.ts'
import { daekningsdel, tomListe } from './daekning.ts'
import { mangelbesked, pageHeader, retDel } from './dele.ts'
import { dokumentliste } from './dokumentdele.ts'
import { ord } from './texts/index.ts'

/** The documents of all cases, newest first as given. */
export const dokumenterView = (k: Sidekontekst, v: Liste<DokumentVisning>): Markup =>
  renderSide(k, {
    punkt: 'dokumenter',
    indhold: html`
${pageHeader(ord(k.sprog).dokumenter.overskrift, ord(k.sprog).dokumenter.lead)}
${mangelbesked(k, v.mangler)}
${v.linjer.length > 0 ? dokumentliste(k, v.linjer, true) : tomListe(k, v.daekning, v.mangler)}
${daekningsdel(k, v.daekning, [], v.mangler)}
${retDel(k)}`,
  })
