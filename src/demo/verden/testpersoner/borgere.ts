import type { CprNummer } from '#kernel'
import { type Dato, plusMaaneder } from '../kalender.ts'
import { BROBYSKOV, KORSBAEK, type Kommune } from '../kommuner.ts'
import { fiktivCpr } from '../personer/cpr.ts'
import { adresseFor } from '../personer/folkeregister.ts'
import type { Borger, Foraeldremyndighed, Koen, Person } from '../personer/person.ts'

/** The people of the hand-made stories, by the name their story goes under. */
export type Navngivne = Readonly<
  Record<
    | 'jobsoeger'
    | 'aeldre'
    | 'mor'
    | 'farMed'
    | 'farUden'
    | 'morBrobyskov'
    | 'ung'
    | 'barn'
    | 'barnUden'
    | 'kunSkjult'
    | 'ingen'
    | 'ejer'
    | 'beskyttet'
    | 'godtfred'
    | 'mange',
    Borger
  >
>

type Foedt = { readonly noegle: string; readonly navn: string; readonly foedt: Dato; readonly koen: Koen; readonly plads: number }

const testCpr = (foedt: Dato, plads: number, koen: Koen): CprNummer => fiktivCpr(foedt, plads, koen)

function create(hvem: Foedt, kommune: Kommune, resten: Partial<Person> = {}): Borger {
  const person: Person = {
    cpr: testCpr(hvem.foedt, hvem.plads, hvem.koen),
    navn: hvem.navn,
    tidligereNavne: [],
    foedt: hvem.foedt,
    kommune,
    bopael: [{ kommune, fra: hvem.foedt, til: null }],
    // Families of the stories have a surname of their own.
    adresse: adresseFor(`test/${hvem.navn.split(' ').at(-1)}`, kommune),
    adressebeskyttet: false,
    foraeldre: [],
    boern: [],
    foraeldremyndighed: [],
    ...resten,
  }
  return { noegle: `t-${hvem.noegle}`, koen: hvem.koen, person }
}

const kvinde = (noegle: string, navn: string, foedt: Dato, plads: number): Foedt => ({
  noegle,
  navn,
  foedt,
  koen: 'kvinde',
  plads,
})
const mand = (noegle: string, navn: string, foedt: Dato, plads: number): Foedt => ({ noegle, navn, foedt, koen: 'mand', plads })

const MOR = kvinde('mor', 'Sofie Lindholm', '1986-09-03', 2)
const FAR_MED = mand('far-med', 'Jonas Lindholm', '1984-01-27', 3)
const FAR_UDEN = mand('far-uden', 'Rasmus Holm', '1990-06-18', 4)
const MOR_BROBYSKOV = kvinde('mor-brobyskov', 'Camilla Vestergaard', '1991-10-09', 5)

const cprFor = ({ foedt, plads, koen }: Foedt): CprNummer => testCpr(foedt, plads, koen)

/** Born on New Year's Day, so that a child keeps its age, and its number, the whole year. */
const foedtForAar = (idag: Dato, alder: number): Dato => `${Number(idag.slice(0, 4)) - alder}-01-01`

function createBarn(hvem: Foedt, kommune: Kommune, foraeldre: readonly Foedt[], mistet?: { af: Foedt; dato: Dato }): Borger {
  const barn = cprFor(hvem)
  const foraeldremyndighed: Foraeldremyndighed[] = foraeldre.map((foraelder) => ({
    barn,
    indehaver: cprFor(foraelder),
    fra: hvem.foedt,
    til: mistet?.af === foraelder ? mistet.dato : null,
  }))
  return create(hvem, kommune, { foraeldre: foraeldre.map(cprFor), foraeldremyndighed })
}

/** Everybody with a story. Grown-ups' numbers are the same for ever, children's the same for a calendar year. */
export function createNavngivne(idag: Dato): Navngivne {
  const ung = createBarn(mand('ung', 'Emil Lindholm', foedtForAar(idag, 15), 6), KORSBAEK, [MOR, FAR_MED])
  const barn = createBarn(kvinde('barn', 'Alma Lindholm', foedtForAar(idag, 4), 7), KORSBAEK, [MOR, FAR_MED])
  const barnUden = createBarn(
    mand('barn-uden', 'Viggo Vestergaard', foedtForAar(idag, 7), 8),
    BROBYSKOV,
    [MOR_BROBYSKOV, FAR_UDEN],
    { af: FAR_UDEN, dato: plusMaaneder(idag, -30) },
  )
  const lindholm = { boern: [ung.person.cpr, barn.person.cpr] }
  const vestergaard = { boern: [barnUden.person.cpr] }
  const aeldre = kvinde('aeldre', 'Inger Østergaard', '1941-05-22', 1)
  const flyttede = plusMaaneder(idag, -14)
  return {
    ung,
    barn,
    barnUden,
    jobsoeger: create(mand('jobsoeger', 'Mads Kjærgaard', '1988-03-14', 1), KORSBAEK),
    aeldre: create(aeldre, KORSBAEK, {
      bopael: [
        { kommune: BROBYSKOV, fra: aeldre.foedt, til: flyttede },
        { kommune: KORSBAEK, fra: flyttede, til: null },
      ],
    }),
    mor: create(MOR, KORSBAEK, { ...lindholm, tidligereNavne: ['Sofie Bruun'] }),
    farMed: create(FAR_MED, KORSBAEK, lindholm),
    farUden: create(FAR_UDEN, KORSBAEK, vestergaard),
    morBrobyskov: create(MOR_BROBYSKOV, BROBYSKOV, vestergaard),
    kunSkjult: create(mand('kun-skjult', 'Henrik Dalgaard', '1979-02-11', 1), KORSBAEK),
    ingen: create(kvinde('ingen', 'Lone Abildgaard', '1979-02-12', 1), KORSBAEK),
    ejer: create(mand('ejer', 'Niels Brandt', '1962-11-30', 1), KORSBAEK),
    beskyttet: create(kvinde('beskyttet', 'Maria Storm', '1993-07-07', 1), BROBYSKOV, { adressebeskyttet: true }),
    godtfred: create(mand('godtfred', 'Godtfred Lund', '1948-04-15', 1), KORSBAEK),
    mange: create(kvinde('mange', 'Birthe Nørregaard', '1955-12-01', 1), KORSBAEK),
  }
}

/** In no register and on no case; only somebody who can log in. */
export const UKENDT = { navn: 'Aksel Fjord', cpr: testCpr('1970-08-08', 1, 'mand') } as const
