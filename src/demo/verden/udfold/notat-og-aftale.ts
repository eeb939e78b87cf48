import { uuidFromName } from '#kernel'
import type { Forloeb } from '../forloeb.ts'
import { bankdagFra, type Dato, iKontortid, plusDage } from '../kalender.ts'
import type { Aftalemal } from '../katalog/sagstype.ts'
import type { Tilfaeldighed } from '../tilfaeldighed.ts'
import { ansvarlig, type Element, ejer, enhedFor, fra, part, primaerKlasse } from './relationer.ts'
import { sagId } from './sag.ts'
import { createDel, dageForLed, type Tidslinje, tidPaa } from './tidslinje.ts'
import { skrivTitel } from './titler.ts'

/** Journal notes, each an item of its own on its case. */
export function* createNotater(forloeb: Forloeb, linje: Tidslinje): Generator<Element<'journalnotat'>> {
  const r = createDel(forloeb, 'notater')
  let nr = 0
  for (const mal of forloeb.type.notater)
    for (const dato of dageForLed(forloeb, linje, mal.led, r)) {
      nr++
      const tid = tidPaa(forloeb, dato, 100 + (nr % 25))
      yield {
        art: 'journalnotat',
        id: uuidFromName(forloeb.navnerum, `${forloeb.noegle}/notat/${nr}`),
        tidspunkt: tid,
        sag: sagId(forloeb),
        egenskaber: [{ virkning: fra(tid), titel: skrivTitel(forloeb, mal.titel, dato), notat: mal.tekst, format: 'Text' }],
      }
    }
}

type Moede = { readonly dato: Dato; readonly aftalt: Dato; readonly status: 'Aktiv' | 'Aflyst' | 'Afholdt' | 'Opfyldt' }

/** How long a deadline that was not met stays with the citizen before the office gives it up. */
const OVERSKREDET_DAGE = 20
/** How long after a decision something of the decision may still lie ahead. */
const EFTER_AFGOERELSE_DAGE = 40

/** What became of one whose day has passed. A deadline that was not met stays Aktiv: that is how a citizen sees what is overdue. */
function udfald(mal: Aftalemal, dato: Dato, idag: Dato, r: Tilfaeldighed): Moede['status'] {
  const overskredet = r.chance(0.4) && dato > plusDage(idag, -OVERSKREDET_DAGE)
  if (mal.type === 'Aftale') return 'Afholdt'
  return overskredet ? 'Aktiv' : 'Opfyldt'
}

/** True where the case is open and has got to what the appointment is about, so that one may lie ahead. */
function isVentende(linje: Tidslinje, { led }: Aftalemal): boolean {
  if (linje.afsluttet) return false
  if (led === 'start' || led === 'oplysning') return !linje.afgjort
  if (!linje.afgjort || linje.afslag) return false
  return led === 'loebende' || linje.afgjort > plusDage(linje.idag, -EFTER_AFGOERELSE_DAGE)
}

/** Past ones belong to a step of the case; one may lie ahead. */
function* moeder(forloeb: Forloeb, linje: Tidslinje, mal: Aftalemal, r: Tilfaeldighed): Generator<Moede> {
  for (const aftalt of dageForLed(forloeb, linje, mal.led, r)) {
    const dato = bankdagFra(plusDage(aftalt, r.heltal(5, 25)))
    const overstaaet = udfald(mal, dato, linje.idag, r)
    const aflyst = r.chance(0.07)
    yield { dato, aftalt, status: aflyst ? 'Aflyst' : dato < linje.idag ? overstaaet : 'Aktiv' }
  }
  if (isVentende(linje, mal) && (forloeb.tilpasning.aftaleForude ?? r.chance(0.5))) {
    const aftalt = plusDage(linje.idag, -r.heltal(1, 7))
    const dato = bankdagFra(plusDage(linje.idag, r.heltal(2, 28)))
    yield { dato, aftalt: aftalt > forloeb.start ? aftalt : forloeb.start, status: 'Aktiv' }
  }
}

/** Appointments and deadlines, past and in the weeks to come. */
export function* createAftaler(forloeb: Forloeb, linje: Tidslinje): Generator<Element<'aftale'>> {
  const r = createDel(forloeb, 'aftaler')
  const enhed = enhedFor(forloeb)
  let nr = 0
  for (const mal of forloeb.type.aftaler ?? [])
    for (const { dato, aftalt, status } of moeder(forloeb, linje, mal, r)) {
      nr++
      const tid = tidPaa(forloeb, aftalt, 130 + (nr % 25))
      const virkning = fra(tid)
      const minut = r.heltal(1, 22) * 15
      yield {
        art: 'aftale',
        id: uuidFromName(forloeb.navnerum, `${forloeb.noegle}/aftale/${nr}`),
        tidspunkt: tid,
        sag: sagId(forloeb),
        egenskaber: [
          {
            virkning,
            type: mal.type,
            titel: skrivTitel(forloeb, mal.titel, dato),
            ...(mal.beskrivelse === undefined ? {} : { beskrivelse: mal.beskrivelse }),
            // A deadline runs out at the end of its day in Copenhagen, which is 21 or 22 hours UTC; 21 is right all year for the date.
            starttidspunkt: mal.type === 'Frist' ? `${dato}T21:00:00.000Z` : iKontortid(dato, minut),
            ...(mal.type === 'Aftale' ? { sluttidspunkt: iKontortid(dato, minut + 45) } : {}),
            ...(mal.sted === undefined ? {} : { sted: mal.sted.replace('{enhed}', enhed.navn) }),
            status,
            foelsomhed: forloeb.type.foelsomhed,
          },
        ],
        aktoerer: [ejer(forloeb.kommune), ansvarlig(enhed)],
        parter: [part('Primær part', forloeb.borger.person)],
        klasser: [primaerKlasse(forloeb)],
      }
    }
}
