import { afvist, type KlePraefiks, newUuid, ok, parseKlePraefiks, parseUuid, type Resultat } from '#kernel'
import { type Formular, parseDag, parseJaNej, parseLinje, readFelt, readVaerdier } from '#platform/http'
import { KVALITETSKRAV, TITELVISNINGER } from '#visning'
import { isLukketNummer } from '../anvend.ts'
import type { Udkastkommando } from '../decide-udkast.ts'
import {
  DOKUMENTTYPER,
  FELTER,
  type Felt,
  type Feltvalg,
  GRAENSER,
  isSammeVaerdi,
  type KleIndhold,
  UDGANGSPUNKT,
} from '../indhold.ts'
import type { NytUdkast } from '../ret-udkast.ts'
import type { Linje } from '../udkast.ts'

/** Parses what the forms of the configuration send. What cannot be read is named by its field. */

export type Feltfejl = 'dag' | 'tal' | 'valg' | 'tekst' | 'langTekst' | 'intet' | 'kle'
/** What was typed, by field, and what is wrong with it. */
export type Felter = {
  readonly vaerdier: Readonly<Record<string, readonly string[]>>
  readonly fejl: Readonly<Record<string, Feltfejl>>
}
export const INTET_TASTET: Felter = { vaerdier: {}, fejl: {} }

/** A text area's lines as one. */
const langTekst = (formular: Formular, navn: string): string | undefined =>
  parseLinje(readFelt(formular, navn).replaceAll(/\s*\r?\n\s*/g, ' '), 1_000)

const tastet = (formular: Formular, navne: readonly string[]): Felter['vaerdier'] =>
  Object.fromEntries(navne.map((navn) => [navn, readVaerdier(formular, navn)]))

const EGENSKABER = ['id', 'navn', 'begrundelse', 'ikraft'] as const

/** A draft's name, reason and day, and for a new one its id. */
export function readEgenskaber(formular: Formular): Resultat<NytUdkast, Felter> {
  const navn = parseLinje(readFelt(formular, 'navn'))
  const begrundelse = langTekst(formular, 'begrundelse')
  const dag = readFelt(formular, 'ikraft')
  const ikraft = dag === '' ? undefined : parseDag(dag)
  if (navn && begrundelse && (dag === '' || ikraft))
    return ok({ id: parseUuid(readFelt(formular, 'id')) ?? newUuid(), navn, begrundelse, ...(ikraft ? { ikraft } : {}) })
  const fejl: Record<string, Feltfejl> = {
    ...(navn ? {} : { navn: 'tekst' }),
    ...(begrundelse ? {} : { begrundelse: 'langTekst' }),
    ...(dag === '' || ikraft ? {} : { ikraft: 'dag' }),
  }
  return afvist({ vaerdier: tastet(formular, EGENSKABER), fejl })
}

const tal =
  (hoejst: number) =>
  (tekst: string): number | undefined =>
    /^\d{1,6}$/.test(tekst) && Number(tekst) <= hoejst ? Number(tekst) : undefined
const enAf =
  <V extends string>(mulige: readonly V[]) =>
  (tekst: string): V | undefined =>
    mulige.find((en) => en === tekst)
const liste =
  <V extends string>(laes: (led: string) => V | undefined) =>
  (valgte: readonly string[]): readonly V[] | undefined => {
    const laest = valgte.flatMap((en) => laes(en) ?? [])
    return laest.length === valgte.length && laest.length <= GRAENSER.systemer ? laest : undefined
  }
type Laeser<F extends Felt> = { readonly laes: (valgte: readonly string[]) => KleIndhold[F] | undefined; readonly fejl: Feltfejl }
const en = <V>(laes: (tekst: string) => V | undefined, fejl: Feltfejl = 'valg') => ({
  laes: (valgte: readonly string[]) => laes(valgte[0] ?? ''),
  fejl,
})
const flere = <V extends string>(laes: (led: string) => V | undefined) => ({ laes: liste(laes), fejl: 'valg' as const })

const LAESERE: { readonly [F in Felt]: Laeser<F> } = {
  aaben: en(parseJaNej),
  // Left empty it is what nobody has chosen, which keeps a number from being opened.
  fradato: en((tekst) => (tekst === '' ? UDGANGSPUNKT.fradato : parseDag(tekst)), 'dag'),
  visAeldreAktive: en(parseJaNej),
  fagsystemfilter: flere(parseUuid),
  titelvisning: en(enAf(TITELVISNINGER)),
  kvalitetskrav: en(enAf(KVALITETSKRAV)),
  stikproeve: en(tal(GRAENSER.stikproeve), 'tal'),
  visDokumenttitler: en(parseJaNej),
  dokumenttyper: flere<string>(enAf(DOKUMENTTYPER)),
  visJournalnotater: en(parseJaNej),
  notatsystemer: flere(parseUuid),
  notatfristDage: en(tal(GRAENSER.notatfristDage), 'tal'),
  karantaene: en(parseJaNej),
  ventArbejdsdage: en(tal(GRAENSER.ventArbejdsdage), 'tal'),
  visYdelser: en(parseJaNej),
  visUdbetalinger: en(parseJaNej),
  visAftaler: en(parseJaNej),
}

/** A draft's line: every field is read, and those are kept that differ from `grundlag`, what would hold without the line. */
export function readLinje(formular: Formular, kle: KlePraefiks, grundlag: KleIndhold): Resultat<Linje, Felter> {
  const laest = FELTER.map((navn) => ({ navn, vaerdi: LAESERE[navn].laes(readVaerdier(formular, navn)) }))
  const fejl: Record<string, Feltfejl> = Object.fromEntries(
    laest.flatMap(({ navn, vaerdi }) => (vaerdi === undefined ? [[navn, LAESERE[navn].fejl]] : [])),
  )
  const felter = Object.fromEntries(
    laest.flatMap(({ navn, vaerdi }) => (vaerdi === undefined || isSammeVaerdi(vaerdi, grundlag[navn]) ? [] : [[navn, vaerdi]])),
  ) as Feltvalg
  const aaben = felter.aaben ?? grundlag.aaben
  const fradato = felter.fradato ?? grundlag.fradato
  if (aaben && fradato >= UDGANGSPUNKT.fradato) fejl['fradato'] ??= 'dag'
  const jurist = readJurist(formular)
  const vilJurist = isLukketNummer(kle) && aaben
  if (vilJurist && !jurist.navn && (!grundlag.juristAabnet || readFelt(formular, 'juristNavn'))) fejl['juristNavn'] = 'tekst'
  if (vilJurist && !jurist.tekst && (!grundlag.juristAabnet || readFelt(formular, 'juristTekst')))
    fejl['juristTekst'] = 'langTekst'
  const { navn, tekst } = jurist
  const bekraeftet = vilJurist && navn && tekst ? { jurist: { navn, tekst } } : {}
  if (Object.keys(fejl).length === 0 && Object.keys(felter).length > 0) return ok({ kle, felter, ...bekraeftet })
  const alt = [...FELTER, 'juristNavn', 'juristTekst']
  return afvist({ vaerdier: tastet(formular, alt), fejl: Object.keys(fejl).length > 0 ? fejl : { aaben: 'intet' } })
}

const readJurist = (formular: Formular) => ({
  navn: parseLinje(readFelt(formular, 'juristNavn')),
  tekst: langTekst(formular, 'juristTekst'),
})

/** Which draft, and after which of its steps. */
export const readNr = (formular: Formular): number =>
  /^\d{1,6}$/.test(readFelt(formular, 'nr')) ? Number(readFelt(formular, 'nr')) : -1

/** A step on a draft as the page's forms ask for it, but for its lines. */
export function readKommando(formular: Formular): Resultat<Udkastkommando, Feltfejl> {
  const type = readFelt(formular, 'type')
  const hash = readFelt(formular, 'hash')
  switch (type) {
    case 'godkend':
      return ok({ type, hash })
    case 'fjernLinje': {
      const kle = parseKlePraefiks(readFelt(formular, 'kle'))
      return kle ? ok({ type, kle }) : afvist('kle')
    }
    case 'foreslaa':
    case 'gennemfoerAlene':
      return withAarsag(formular, (aarsag) => ({ type, hash, aarsag }))
    case 'traekTilbage':
    case 'kasser':
      return withAarsag(formular, (aarsag) => ({ type, aarsag }))
    case 'omdoeb': {
      const laest = readEgenskaber(formular)
      if (!laest.ok) return afvist(Object.values(laest.afvisning.fejl)[0] ?? 'tekst')
      const { navn, begrundelse, ikraft } = laest.value
      return ok({ type, navn, begrundelse, ikraft })
    }
    default:
      return afvist('valg')
  }
}

function withAarsag<T>(formular: Formular, make: (aarsag: string) => T): Resultat<T, Feltfejl> {
  const aarsag = parseLinje(readFelt(formular, 'aarsag'))
  return aarsag ? ok(make(aarsag)) : afvist('tekst')
}

/** Closing a number, with the reason. */
export function readLukning(formular: Formular): Resultat<{ readonly kle: KlePraefiks; readonly aarsag: string }, Feltfejl> {
  const kle = parseKlePraefiks(readFelt(formular, 'kle'))
  return kle ? withAarsag(formular, (aarsag) => ({ kle, aarsag })) : afvist('kle')
}
