import { type KlePraefiks, maskCpr, parseKlePraefiks, parseUuid, type Tidspunkt, type Uuid } from '#kernel'
import { type Formular, readFelt } from '#platform/http'

/** What somebody may review: titles of these numbers and of these units. None of either is all. Several rights: what any one of them gives as a whole. */
export type Gennemgangsret = {
  readonly id: Uuid
  readonly medarbejder: Uuid
  readonly navn: string
  readonly kle: readonly KlePraefiks[]
  /** By UUID or URN as the sources name them. */
  readonly enheder: readonly string[]
  /** The ids that the sources know the person by as Primær behandler, besides the login's own. */
  readonly behandlere: readonly Uuid[]
  readonly givet: Tidspunkt
}

export type NyRet = Pick<Gennemgangsret, 'medarbejder' | 'navn' | 'kle' | 'enheder' | 'behandlere'>
export type Retfelt = 'navn' | 'medarbejder' | 'kle' | 'enheder' | 'behandlere'

const HOEJST = 50
const ENHED = /^[\w:.-]{1,100}$/

const stykker = (tekst: string): string[] => tekst.split(/[\s,;]+/).filter(Boolean)

/** A right as the form gives it, or the fields that cannot be used. `kendte`: the units that the municipality's tasks come from. */
export function readRet(felter: Formular): NyRet | ReadonlySet<Retfelt> {
  const felt = (navn: string): string => readFelt(felter, navn)
  const valgte = felter['enheder']
  const enheder = (Array.isArray(valgte) ? valgte : stykker(felt('enheder'))).map(String).filter(Boolean)
  const kle = stykker(felt('kle')).map((del) => parseKlePraefiks(del))
  const behandlere = stykker(felt('behandlere')).map((del) => parseUuid(del))
  const navn = felt('navn')
  const medarbejder = parseUuid(felt('medarbejder'))
  const fejl = new Set<Retfelt>()
  if (navn.length === 0 || navn.length > 100 || /\p{Cc}/u.test(navn) || maskCpr(navn) !== navn) fejl.add('navn')
  if (!medarbejder) fejl.add('medarbejder')
  if (kle.length > HOEJST || kle.includes(undefined)) fejl.add('kle')
  if (enheder.length > HOEJST || !enheder.every((enhed) => ENHED.test(enhed) && maskCpr(enhed) === enhed)) fejl.add('enheder')
  if (behandlere.length > HOEJST || behandlere.includes(undefined)) fejl.add('behandlere')
  if (fejl.size > 0 || !medarbejder) return fejl
  return {
    navn,
    medarbejder,
    kle: kle.filter((del) => del !== undefined),
    enheder,
    behandlere: behandlere.filter((del) => del !== undefined),
  }
}
