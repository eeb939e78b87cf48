import type { Uuid } from '#kernel'
import { LIVSOMRAADER } from '#klassifikation'
import { DOKUMENTTYPER, dokumenttype } from '#opsaetning/konfiguration'
import {
  type Arbejdskontekst,
  checkboxes,
  details,
  errorSummary,
  type Felt,
  formularfelt,
  html,
  type Markup,
  renderArbejdsside,
  select,
  sidehoved,
  textInput,
} from '#web'
import { KVALITETER } from '../plan.ts'
import type { Etapefelter } from './laes-formular.ts'
import { etapesti, NY_ETAPE, STI } from './stier.ts'
import { ord } from './texts/index.ts'

export type Etapeside = {
  readonly felter: Etapefelter
  /** The plan that the form stands on. */
  readonly nr: number
  readonly id: Uuid
  /** Undefined of a new stage. */
  readonly navn: string | undefined
}

/** The form of a stage: the four questions, one after the other. */
export function etapeView(k: Arbejdskontekst, side: Etapeside): Markup {
  const t = ord(k.sprog).etape
  const felt = (navn: string, etiket: string, hjaelp?: string): Felt => feltAf(k, side, navn, etiket, hjaelp)
  const navn = felt('navn', t.navn, t.navnHjaelp)
  const kle = felt('kle', t.kle, t.kleHjaelp)
  const dage = [felt('fra', t.fra, t.dagHjaelp), felt('til', t.til, t.dagHjaelp)]
  const ansvarlig = felt('ansvarlig', t.ansvarlig, t.ansvarligHjaelp)
  const fradato = felt('fradato', t.fradato, t.dagHjaelp)
  const stikproeve = felt('stikproeve', t.stikproeve, t.stikproeveHjaelp)
  const aarsag = felt('aarsag', t.aarsag)
  const tekst = (en: Felt): Markup => textInput(k.sprog, en)
  const { overskrift, sti } =
    side.navn === undefined ? { overskrift: t.ny, sti: NY_ETAPE } : { overskrift: t.ret, sti: etapesti(side.id) }
  return renderArbejdsside(k, {
    krummer: [{ tekst: ord(k.sprog).punkt.navn, sti: STI }, { tekst: side.navn ?? overskrift }],
    indhold: html`<div class="bb-smal">${sidehoved(overskrift, t.lead)}
${errorSummary(k.sprog, [navn, felt('omraader', t.omraader), kle, ...dage, ansvarlig, fradato, felt('aeldreAktive', t.aeldreAktive), felt('kvalitet', t.kvalitet), stikproeve, felt('dokumenttyper', t.dokumenttyper), aarsag, felt('fjern-aarsag', t.aarsag)])}
<form method="post" action="${sti}">${formularfelt(k)}<input type="hidden" name="nr" value="${String(side.nr)}"><input type="hidden" name="id" value="${side.id}">
${tekst(navn)}
<h2 class="h4">${t.sp1}</h2>${omraader(k, side)}${tekst(kle)}
<h2 class="h4">${t.sp2}</h2>${dage.map(tekst)}${tekst(ansvarlig)}
<h2 class="h4">${t.sp3}</h2>${tekst(fradato)}${jaNej(k, felt('aeldreAktive', t.aeldreAktive))}
<h2 class="h4">${t.sp4}</h2>${kvalitet(k, felt('kvalitet', t.kvalitet))}${tekst(stikproeve)}${dokumenttyper(k, side)}
${tekst(aarsag)}
<p class="bb-knapper"><button type="submit" class="button button-primary">${t.gem}</button></p></form>
${side.navn === undefined ? undefined : details(t.fjern, fjern(k, side))}</div>`,
  })
}

function feltAf(k: Arbejdskontekst, { felter }: Etapeside, navn: string, etiket: string, hjaelp?: string): Felt {
  const brud = felter.fejl[navn]
  return {
    ...{ id: navn, navn, etiket, vaerdi: felter.vaerdier[navn]?.[0] ?? '' },
    ...(hjaelp ? { hjaelp } : {}),
    ...(brud ? { fejl: ord(k.sprog).etape.fejl[brud] } : {}),
  }
}

const flervalg = (k: Arbejdskontekst, side: Etapeside, navn: string, etiket: string, hjaelp?: string) => {
  const { vaerdi: _, ...felt } = feltAf(k, side, navn, etiket, hjaelp)
  return { ...felt, valgte: side.felter.vaerdier[navn] ?? [] }
}

const omraader = (k: Arbejdskontekst, side: Etapeside): Markup =>
  checkboxes(
    k.sprog,
    flervalg(k, side, 'omraader', ord(k.sprog).etape.omraader),
    LIVSOMRAADER.filter(({ praefikser }) => praefikser.length > 0).map(({ noegle, navn }) => ({
      vaerdi: noegle,
      tekst: navn[k.sprog],
    })),
  )

const dokumenttyper = (k: Arbejdskontekst, side: Etapeside): Markup => {
  const t = ord(k.sprog).etape
  return checkboxes(
    k.sprog,
    flervalg(k, side, 'dokumenttyper', t.dokumenttyper, t.dokumenttyperHjaelp),
    DOKUMENTTYPER.map((type) => ({ vaerdi: type, tekst: dokumenttype(type) })),
  )
}

const jaNej = (k: Arbejdskontekst, felt: Felt): Markup =>
  select(k.sprog, felt, [
    { vaerdi: 'nej', tekst: ord(k.sprog).nej },
    { vaerdi: 'ja', tekst: ord(k.sprog).ja },
  ])

const kvalitet = (k: Arbejdskontekst, felt: Felt): Markup => {
  const { kvaliteter } = ord(k.sprog).plan
  const tekstAf = (en: (typeof KVALITETER)[number]): string => (en === 'stikproeve' ? kvaliteter.stikproeveValg : kvaliteter[en])
  return select(
    k.sprog,
    felt,
    KVALITETER.map((en) => ({ vaerdi: en, tekst: tekstAf(en) })),
  )
}

const fjern = (k: Arbejdskontekst, side: Etapeside): Markup => {
  const t = ord(k.sprog).etape
  const { id, nr } = side
  return html`<p>${t.fjernOm}</p><form method="post" action="${etapesti(id)}/fjern">${formularfelt(k)}<input type="hidden" name="nr" value="${String(nr)}">
${textInput(k.sprog, { ...feltAf(k, side, 'fjern-aarsag', t.aarsag), navn: 'aarsag' })}
<button type="submit" class="button button-secondary">${t.fjernKnap}</button></form>`
}
