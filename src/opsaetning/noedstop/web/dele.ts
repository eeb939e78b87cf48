import { livsomraadeMedNoegle } from '#klassifikation'
import { aabentForslag, type Stopforloeb, type Stophaendelse, type Stopperson } from '#visning'
import { type Arbejdskontekst, details, formatDag, formatListe, formatTid, formularfelt, html, type Markup, textArea } from '#web'
import { ord } from './texts/index.ts'

export const STI = '/kommune/noedstop'

/** The words for what can be stopped: the municipality's sources by id, and the types of document. */
export type Stopord = {
  readonly kilder: ReadonlyMap<string, string>
  readonly dokumenttyper: ReadonlyMap<string, string>
}

export const dag = (k: Arbejdskontekst, tid: string): string => formatDag(tid, k.sprog, k.nu)

export const hvemOf = (k: Arbejdskontekst, mig: Stopperson, { id, navn }: Stopperson): string =>
  id === mig.id ? ord(k.sprog).aktive.duSelv : navn

/** What a stop hides, as the beginning of a sentence. What is no longer known by name is told by its key. */
export function hvadOf(k: Arbejdskontekst, { kilder, dokumenttyper }: Stopord, { slags, vaerdi }: Stopforloeb): string {
  const t = ord(k.sprog).hvad
  switch (slags) {
    case 'ting':
      return t.ting(vaerdi)
    case 'dokumenttype':
      return t.dokumenttype(dokumenttyper.get(vaerdi) ?? vaerdi)
    case 'kilde':
      return t.kilde(kilder.get(vaerdi) ?? vaerdi)
    case 'omraade':
      return t.omraade(livsomraadeMedNoegle(vaerdi)?.navn[k.sprog] ?? vaerdi)
  }
}

type Aktivside = Stopord & { readonly mig: Stopperson; readonly rolleindehavere: readonly Stopperson[] }

/** A stop in force, with what this person can do about it. */
export function aktivtStop(k: Arbejdskontekst, side: Aktivside, stop: Stopforloeb): Markup {
  const t = ord(k.sprog).aktive
  const forslag = aabentForslag(stop)
  const siden = t.siden(hvemOf(k, side.mig, stop.af), formatTid(stop.siden, k.sprog, k.nu))
  return html`<div class="bb-flade bb-gul" id="stop-${stop.id}"><h3 class="h5">${hvadOf(k, side, stop)}</h3>
<p class="bb-meta">${siden}</p><p>${stop.begrundelse}</p>
${forslag ? ventende(k, side, stop, forslag) : foreslaa(k, stop)}</div>`
}

function foreslaa(k: Arbejdskontekst, { id }: Stopforloeb): Markup {
  const t = ord(k.sprog).aktive
  const felt = {
    id: `hvorfor-${id}`,
    navn: 'begrundelse',
    etiket: ord(k.sprog).nyt.begrundelse,
    hjaelp: t.foreslaaHjaelp,
    vaerdi: '',
  }
  return details(
    t.foreslaa,
    trinformular(k, id, 'foreslaaet', t.foreslaaKnap, 'button button-secondary', [textArea(k.sprog, felt, 2)]),
  )
}

function ventende(k: Arbejdskontekst, { mig, rolleindehavere }: Aktivside, { id }: Stopforloeb, forslag: Stophaendelse): Markup {
  const t = ord(k.sprog).aktive
  const eget = forslag.af.id === mig.id
  const andre = rolleindehavere.filter((person) => person.id !== forslag.af.id).map(({ navn }) => navn)
  const hvem = andre.length === 0 ? t.ingenAnden : t.kanBekraefte(formatListe(andre, k.sprog))
  return html`<p>${t.forslag(hvemOf(k, mig, forslag.af), dag(k, forslag.tid))}</p><p>${forslag.begrundelse}</p>
${eget ? html`<p>${hvem}</p>` : undefined}
<div class="bb-knapper">${eget ? undefined : trinformular(k, id, 'bekraeftet', t.bekraeft, 'button button-primary')}
${trinformular(k, id, 'trukketTilbage', eget ? t.traek : t.afvis, 'button button-secondary')}</div>`
}

const trinformular = (
  k: Arbejdskontekst,
  id: string,
  trin: string,
  knap: string,
  klasse: string,
  felter: readonly Markup[] = [],
): Markup => html`<form method="post" action="${STI}/${id}" class="bb-formular">${formularfelt(k)}<input type="hidden" name="trin" value="${trin}">
${felter}
<button type="submit" class="${klasse}">${knap}</button></form>`
