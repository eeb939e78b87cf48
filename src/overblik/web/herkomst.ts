import type { Tidspunkt } from '#kernel'
import { badge, details, factList, formatDato, formatTid, html, type Markup, type Sidekontekst } from '#web'
import type { HerkomstVisning } from '../visninger.ts'
import { ord } from './texts/index.ts'

/** Where an item comes from, folded: the kind of system on the line, its name and the times beneath. Without it the page says what is lacking. */
export function herkomstDel(k: Sidekontekst, herkomst: HerkomstVisning | undefined, navn: string): Markup | undefined {
  if (!herkomst) return undefined
  const t = ord(k.sprog).herkomst
  const tid = (vaerdi: Tidspunkt | undefined, uden: string) => (vaerdi === undefined ? uden : formatTid(vaerdi, k.sprog, k.nu))
  const resume = html`${t.fra(herkomst.systemslags[k.sprog])}<span class="sr-only">: ${navn}</span>`
  return html`<div class="bb-herkomst">${details(
    resume,
    factList([
      [t.system, herkomst.systemnavn || t.ukendt],
      [t.modtaget, herkomst.modtaget === undefined ? t.ukendt : formatDato(herkomst.modtaget, k.sprog)],
      [t.opdateret, formatTid(herkomst.opdateret, k.sprog, k.nu)],
      [t.kontrolleret, tid(herkomst.kontrolleret, t.ikkeKontrolleret)],
    ]),
  )}</div>`
}

/** That something has come or changed since the last visit, as a word on a colour. */
export function nytMaerke(k: Sidekontekst, herkomst: HerkomstVisning | undefined): Markup | undefined {
  if (!herkomst?.nyt) return undefined
  const t = ord(k.sprog).herkomst
  return html`${badge('info', t[herkomst.nyt])}<span class="sr-only"> ${t.siden}</span>`
}
