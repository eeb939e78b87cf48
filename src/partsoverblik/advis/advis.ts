import { type CvrNummer, gaeldende, type Tidspunkt, type Uuid, type Virkning } from '#kernel'
import { danskDag } from '#platform/clock'
import { dagEfter } from '#web'

/** What an employee can ask to be told of: a case, a person, a deadline, all cases that are theirs to handle, or a day of their own choice. */
export const ABONNEMENTSSLAGS = ['sag', 'part', 'frist', 'egneSager', 'paamindelse'] as const
export type Abonnementsslags = (typeof ABONNEMENTSSLAGS)[number]

export type Advishvad = 'nyt' | 'aendret' | 'frist' | 'paamindelse' | 'notatAfvist' | 'notatForaeldet'

/** Of one employee's in one municipality there are no more than so many. */
export const HOEJST_ABONNEMENTER = 200
export const HOEJST_ADVIS = 1_000
export const HOEJST_MEDLEMMER = 50
/** A subscription that nobody has looked at for so long has been forgotten. */
export const ABONNEMENT_DAGE = 365
/** What was told is kept so long. */
export const ADVIS_DAGE = 90

/** Something that happened, with whom and what it concerns. `behandlere`: of its cases, whoever they were named as when. */
export type Sket = {
  readonly loebenr: number
  readonly tid: Tidspunkt
  readonly objekt: Uuid
  readonly nyt: boolean
  readonly kommune: CvrNummer
  readonly parter: readonly Uuid[]
  readonly sager: readonly Uuid[]
  readonly behandlere: readonly { readonly behandler: string; readonly virkning: Virkning }[]
}

/** Who is to be told: one row for each employee, those of a group among them. */
export type Lytter = {
  readonly medarbejder: Uuid
  readonly kommune: CvrNummer
  readonly slags: Abonnementsslags
  readonly part: Uuid | undefined
  readonly objekt: Uuid | undefined
}

export type NytAdvis = {
  readonly medarbejder: Uuid
  readonly kommune: CvrNummer
  readonly part: Uuid
  readonly objekt: Uuid
  readonly hvad: Advishvad
  readonly noegle: string
  readonly tid: Tidspunkt
}

/**
 * Whom of the listeners an event concerns, each once. Never across municipalities, and never about somebody whom the thing does not concern: a
 * document that has left the citizen's case is not told of. Pure.
 */
export function match(sket: Sket, lyttere: readonly Lytter[], nu: Tidspunkt): readonly NytAdvis[] {
  const fundne = new Map<string, NytAdvis>()
  for (const lytter of lyttere) {
    const part = concerns(sket, lytter, nu)
    const { medarbejder, kommune } = lytter
    if (!part || fundne.has(medarbejder)) continue
    const hvad = sket.nyt ? 'nyt' : 'aendret'
    fundne.set(medarbejder, { medarbejder, kommune, part, objekt: sket.objekt, hvad, noegle: `h${sket.loebenr}`, tid: sket.tid })
  }
  return [...fundne.values()]
}

/** About whom the listener is told of it; undefined where it is not theirs to hear. */
function concerns({ kommune, parter, sager, behandlere }: Sket, lytter: Lytter, nu: Tidspunkt): Uuid | undefined {
  if (lytter.kommune !== kommune) return undefined
  const egen = parter.find((part) => part === lytter.part)
  switch (lytter.slags) {
    case 'part':
      return egen
    case 'sag':
      return sager.some((sag) => sag === lytter.objekt) ? egen : undefined
    case 'egneSager':
      return gaeldende(behandlere, nu).some(({ behandler }) => behandler === lytter.medarbejder) ? parter[0] : undefined
    default:
      return undefined
  }
}

/** An appointment or a deadline in one of its times, as the source has it. */
export type Aftaletid = {
  readonly start: Tidspunkt
  readonly slut?: Tidspunkt | undefined
  readonly status: string
  readonly type: string
  readonly virkning: Virkning
}

/** The day on which it is due: of a deadline its end, of an appointment its beginning; undefined for what is no longer to come about. */
export function fristdag(aftaler: readonly Aftaletid[], nu: Tidspunkt): string | undefined {
  const aftale = gaeldende(aftaler, nu)[0] ?? aftaler.find(({ virkning }) => virkning.fra > nu)
  if (aftale?.status !== 'Aktiv') return undefined
  return danskDag(aftale.type === 'Frist' ? (aftale.slut ?? aftale.start) : aftale.start)
}

/** Is it time to tell of a day that is due, so many days before it? Not when it is past. */
export const isTid = (dag: string, dageFoer: number, idag: string): boolean => idag <= dag && dagEfter(idag, dageFoer) >= dag
