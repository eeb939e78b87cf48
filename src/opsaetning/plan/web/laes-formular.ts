import { afvist, type KlePraefiks, newUuid, ok, parseKlePraefiks, parseUuid, type Resultat } from '#kernel'
import { LIVSOMRAADER } from '#klassifikation'
import { DOKUMENTTYPER } from '#opsaetning/konfiguration'
import { type Formular, parseDag, parseJaNej, parseLinje, readFelt, readVaerdier } from '#platform/http'
import { type Etape, KVALITETER, numreFor, type Planskridt } from '../plan.ts'

/** Parses what the forms of the plan send. What cannot be read is named by its field. */

export type Feltfejl = 'tekst' | 'dag' | 'raekkefoelge' | 'kle' | 'intet' | 'tal' | 'valg'
export type Etapefelter = {
  readonly vaerdier: Readonly<Record<string, readonly string[]>>
  readonly fejl: Readonly<Record<string, Feltfejl>>
}

const FELTER = [
  ...['id', 'navn', 'omraader', 'kle', 'fra', 'til', 'ansvarlig', 'fradato', 'aeldreAktive'],
  ...['kvalitet', 'stikproeve', 'dokumenttyper', 'aarsag'],
] as const

/** More numbers than these are areas, and are chosen as such. */
const HOEJST_NUMRE = 60

/** Which plan the form stood on. */
export const readNr = (formular: Formular): number =>
  /^\d{1,6}$/.test(readFelt(formular, 'nr')) ? Number(readFelt(formular, 'nr')) : -1

export const readAarsag = (formular: Formular): string | undefined => parseLinje(readFelt(formular, 'aarsag'))

/** What can be read of each field; undefined where it cannot. */
function readFelter(formular: Formular) {
  const kvalitet = KVALITETER.find((en) => en === readFelt(formular, 'kvalitet'))
  return {
    navn: parseLinje(readFelt(formular, 'navn'), 80),
    omraader: valgteAf(
      readVaerdier(formular, 'omraader'),
      LIVSOMRAADER.map(({ noegle }) => noegle),
    ),
    kle: readNumre(readFelt(formular, 'kle')),
    fra: parseDag(readFelt(formular, 'fra')),
    til: parseDag(readFelt(formular, 'til')),
    ansvarlig: parseLinje(readFelt(formular, 'ansvarlig'), 80),
    fradato: parseDag(readFelt(formular, 'fradato')),
    aeldreAktive: parseJaNej(readFelt(formular, 'aeldreAktive')),
    kvalitet,
    stikproeve: kvalitet === 'stikproeve' ? readTal(readFelt(formular, 'stikproeve')) : 0,
    dokumenttyper: valgteAf(readVaerdier(formular, 'dokumenttyper'), DOKUMENTTYPER),
    aarsag: readAarsag(formular),
  }
}
type Laest = ReturnType<typeof readFelter>

const FEJL: { readonly [F in keyof Laest]: Feltfejl } = {
  ...{ navn: 'tekst', ansvarlig: 'tekst', aarsag: 'tekst', kle: 'kle', fra: 'dag', til: 'dag', fradato: 'dag' },
  ...{ omraader: 'valg', aeldreAktive: 'valg', kvalitet: 'valg', dokumenttyper: 'valg', stikproeve: 'tal' },
}

/** What does not hang together, of fields that can each be read. */
const sammenhaengsfejl = ({ kle, omraader, fra, til }: Laest): Readonly<Record<string, Feltfejl>> => ({
  ...(kle && omraader && numreFor({ omraader, kle }).length === 0 ? { kle: 'intet' } : {}),
  ...(fra && til && til < fra ? { til: 'raekkefoelge' } : {}),
})

/** A stage as its form says it, with the reason. */
export function readEtape(formular: Formular): Resultat<Extract<Planskridt, { type: 'etapeSat' }>, Etapefelter> {
  const laest = readFelter(formular)
  const navne = Object.keys(FEJL) as (keyof Laest)[]
  const ulaeste = navne.flatMap((navn) => (laest[navn] === undefined ? [[navn, FEJL[navn]] as const] : []))
  const fejl = { ...sammenhaengsfejl(laest), ...Object.fromEntries(ulaeste) }
  if (Object.keys(fejl).length > 0 || !isHel(laest))
    return afvist({ vaerdier: Object.fromEntries(FELTER.map((en) => [en, readVaerdier(formular, en)])), fejl })
  const { aarsag, ...etape } = laest
  return ok({ type: 'etapeSat', etape: { id: parseUuid(readFelt(formular, 'id')) ?? newUuid(), ...etape }, aarsag })
}

const isHel = (laest: Laest): laest is { readonly [F in keyof Laest]: NonNullable<Laest[F]> } =>
  Object.values(laest).every((vaerdi) => vaerdi !== undefined)

/** Those of a list that were chosen, in its order; undefined where something else was. */
function valgteAf<V extends string>(valgte: readonly string[], mulige: readonly V[]): readonly V[] | undefined {
  const fundne = mulige.filter((en) => valgte.includes(en))
  return fundne.length === new Set(valgte).size ? fundne : undefined
}

const readTal = (tekst: string): number | undefined =>
  /^\d{1,4}$/.test(tekst) && Number(tekst) >= 1 && Number(tekst) <= 1_000 ? Number(tekst) : undefined

/** Numbers with spaces, commas or lines between; undefined where one of them is none, or they are too many. */
function readNumre(tekst: string): readonly KlePraefiks[] | undefined {
  const led = tekst.split(/[\s,;]+/).filter(Boolean)
  const numre = led.flatMap((et) => parseKlePraefiks(et) ?? [])
  return numre.length === led.length && led.length <= HOEJST_NUMRE ? [...new Set(numre)].sort() : undefined
}

/** What a form begins with: a stage that there is, or what is known of a new one. */
export const felterAf = (etape: Partial<Etape>): Etapefelter => ({
  vaerdier: {
    id: etape.id ? [etape.id] : [],
    navn: [etape.navn ?? ''],
    omraader: etape.omraader ?? [],
    kle: [(etape.kle ?? []).join(' ')],
    fra: [dansk(etape.fra)],
    til: [dansk(etape.til)],
    ansvarlig: [etape.ansvarlig ?? ''],
    fradato: [dansk(etape.fradato)],
    aeldreAktive: [etape.aeldreAktive === true ? 'ja' : 'nej'],
    kvalitet: [etape.kvalitet ?? 'faste'],
    stikproeve: [etape.stikproeve ? String(etape.stikproeve) : ''],
    dokumenttyper: etape.dokumenttyper ?? [],
    aarsag: [''],
  },
  fejl: {},
})

/** 2027-03-01 as it is typed: 01-03-2027. */
const dansk = (dag: string | undefined): string => (dag ? dag.split('-').reverse().join('-') : '')
