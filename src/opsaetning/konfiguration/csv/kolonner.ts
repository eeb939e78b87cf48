import { parseUuid } from '#kernel'
import { parseDag, parseJaNej } from '#platform/http'
import { KVALITETSKRAV, TITELVISNINGER } from '#visning'
import type { IBeggeSprog } from '#web'
import { DOKUMENTTYPER, FELTER, type Felt, GRAENSER, type KleIndhold } from '../indhold.ts'

/** The columns of the configuration as CSV: each field written, and read back. */

/** Undefined: cannot be read. */
type Kolonne<F extends Felt> = {
  readonly navn: string
  /** What a cell may hold, told where it holds something else. */
  readonly ventet: IBeggeSprog
  readonly skriv: (vaerdi: KleIndhold[F]) => string
  readonly laes: (celle: string) => KleIndhold[F] | undefined
}

/** An empty list is all, and an empty cell is no change: so all is written in a word. */
const ALLE = 'alle'
const SKILLE = '|'

const jaNej = (navn: string) => ({
  navn,
  ventet: { da: 'ja eller nej', en: 'ja (yes) or nej (no)' },
  skriv: (vaerdi: boolean) => (vaerdi ? 'ja' : 'nej'),
  laes: (celle: string) => parseJaNej(celle.toLowerCase()),
})

const tal = (navn: string, hoejst: number) => ({
  navn,
  ventet: { da: `et helt tal fra 0 til ${hoejst}`, en: `a whole number from 0 to ${hoejst}` },
  skriv: String,
  laes: (celle: string) => (/^\d{1,6}$/.test(celle) && Number(celle) <= hoejst ? Number(celle) : undefined),
})

const valg = <V extends string>(navn: string, mulige: readonly V[]) => ({
  navn,
  ventet: { da: mulige.join(', '), en: mulige.join(', ') },
  skriv: (vaerdi: V) => vaerdi,
  laes: (celle: string) => mulige.find((en) => en === celle.toLowerCase()),
})

const liste = <V extends string>(navn: string, ventet: IBeggeSprog, laesEn: (led: string) => V | undefined) => ({
  navn,
  ventet: {
    da: `${ALLE}, eller ${ventet.da} med ${SKILLE} imellem`,
    en: `${ALLE} (all), or ${ventet.en} with ${SKILLE} between`,
  },
  skriv: (vaerdi: readonly V[]) => (vaerdi.length === 0 ? ALLE : vaerdi.join(SKILLE)),
  laes: (celle: string): readonly V[] | undefined => {
    if (celle.toLowerCase() === ALLE) return []
    const led = celle.split(SKILLE).map((en) => en.trim())
    const laest = led.flatMap((en) => laesEn(en) ?? [])
    return laest.length === led.length && led.length <= GRAENSER.systemer && new Set(laest).size === led.length
      ? laest
      : undefined
  },
})

const SYSTEMER = { da: 'systemers UUID', en: 'UUIDs of systems' }
const TYPER = { da: DOKUMENTTYPER.join(' / '), en: DOKUMENTTYPER.join(' / ') }
export const KOLONNER: { readonly [F in Felt]: Kolonne<F> } = {
  aaben: jaNej('aaben'),
  fradato: {
    navn: 'fradato',
    ventet: { da: 'en dato som 2026-03-01', en: 'a date as 2026-03-01' },
    skriv: (dag) => dag,
    laes: parseDag,
  },
  visAeldreAktive: jaNej('vis_aeldre_aktive'),
  fagsystemfilter: liste('fagsystemer', SYSTEMER, parseUuid),
  titelvisning: valg('titelvisning', TITELVISNINGER),
  kvalitetskrav: valg('kvalitetskrav', KVALITETSKRAV),
  stikproeve: tal('stikproeve', GRAENSER.stikproeve),
  visDokumenttitler: jaNej('vis_dokumenttitler'),
  dokumenttyper: liste<string>('dokumenttyper', TYPER, (led) =>
    DOKUMENTTYPER.find((type) => type.toLowerCase() === led.toLowerCase()),
  ),
  visJournalnotater: jaNej('vis_journalnotater'),
  notatsystemer: liste('notatsystemer', SYSTEMER, parseUuid),
  notatfristDage: tal('notatfrist_dage', GRAENSER.notatfristDage),
  karantaene: jaNej('vent_paa_brev'),
  ventArbejdsdage: tal('vent_arbejdsdage', GRAENSER.ventArbejdsdage),
  visYdelser: jaNej('vis_ydelser'),
  visUdbetalinger: jaNej('vis_udbetalinger'),
  visAftaler: jaNej('vis_aftaler'),
}

/** The column that names the number. */
export const NUMMER = 'kle'
export const JURIST = { navn: 'jurist_navn', tekst: 'jurist_bekraeftelse' } as const
/** Written for the reader; what stands there is not read back. */
export const TIL_OPLYSNING = ['titel', 'gaelder_fra'] as const

export const feltAfKolonne = (navn: string): Felt | undefined => FELTER.find((felt) => KOLONNER[felt].navn === navn)
