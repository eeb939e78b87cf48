import { type Tidspunkt, uuidFromName } from '#kernel'
import type { Forloeb } from '../forloeb.ts'
import type { Dato } from '../kalender.ts'
import type { Dokumentmal } from '../katalog/sagstype.ts'
import { ansvarlig, behandler, type Element, ejer, enhedFor, fra, part, primaerKlasse, undtagetForBorger } from './relationer.ts'
import { createDel, dageForLed, type Tidslinje, tidPaa } from './tidslinje.ts'
import { sagsnummer, skrivTitel } from './titler.ts'

/** A document that exists, before it is written out: its case needs to point at it first. */
export type Papir = {
  readonly id: string
  readonly mal: Dokumentmal
  readonly dato: Dato
  readonly tid: Tidspunkt
  readonly faerdig: Tidspunkt
  readonly nr: number
  /** Written, but not yet sent. */
  readonly venter: boolean
}

/** The papers of a matter in the order they came. A refusal is called so; while a letter waits, so does nothing else. */
export function listPapirer(forloeb: Forloeb, linje: Tidslinje): Papir[] {
  const r = createDel(forloeb, 'papirer')
  const papirer: Papir[] = []
  for (const mal of forloeb.type.dokumenter)
    for (const dato of dageForLed(forloeb, linje, mal.led, r)) {
      const nr = papirer.length + 1
      const plads = 10 + 2 * (nr % 40)
      papirer.push({
        id: uuidFromName(forloeb.navnerum, `${forloeb.noegle}/dokument/${nr}`),
        mal,
        dato,
        tid: tidPaa(forloeb, dato, plads),
        faerdig: tidPaa(forloeb, dato, plads + 1),
        nr,
        venter: linje.brevVenter && mal.led === 'afgoerelse' && mal.type === 'Brev, udgaaende',
      })
    }
  return papirer
}

function titelFor(forloeb: Forloeb, linje: Tidslinje, { mal, dato }: Papir): string {
  if (linje.afslag && mal.led === 'afgoerelse' && mal.type === 'Brev, udgaaende')
    return skrivTitel(forloeb, { klar: 'Afslag på din ansøgning', kort: 'AFSLAG', officiel: 'Meddelelse om afslag' }, dato)
  return skrivTitel(forloeb, mal.titel, dato)
}

function fremdrift({ mal, tid, faerdig, venter }: Papir): NonNullable<Element<'dokument'>['fremdrift']> {
  if (venter) return [{ virkning: fra(tid), fremdriftStatusKode: 'Underudarbejdelse' }]
  const foerst = mal.type === 'Brev, indgaaende' ? 'Modtaget' : 'Underudarbejdelse'
  return [
    { virkning: fra(tid, faerdig), fremdriftStatusKode: foerst },
    { virkning: fra(faerdig), fremdriftStatusKode: 'Endeligt' },
  ]
}

export function createDokument(forloeb: Forloeb, linje: Tidslinje, papir: Papir): Element<'dokument'> {
  const virkning = fra(papir.tid)
  const nummer = `${sagsnummer(forloeb)}/${papir.nr}`
  const undtaget = createDel(forloeb, `dokument/${papir.nr}`).chance(0.01)
  return {
    art: 'dokument',
    id: papir.id,
    tidspunkt: papir.venter ? papir.tid : papir.faerdig,
    egenskaber: [
      {
        virkning,
        dokumentnummer: nummer,
        titel: titelFor(forloeb, linje, papir),
        ...(papir.mal.type.startsWith('Brev') && !papir.venter ? { brevDato: papir.dato } : {}),
        kassationskode: 'K',
        foelsomhed: forloeb.type.foelsomhed,
        type: papir.mal.type,
      },
    ],
    fremdrift: fremdrift(papir),
    dokumentaktoerer: [ejer(forloeb.kommune), ansvarlig(enhedFor(forloeb)), ...behandler(forloeb)],
    dokumentparter: [part('Parter', forloeb.borger.person)],
    dokumentklasser: [primaerKlasse(forloeb), ...(undtaget ? [undtagetForBorger] : [])],
  }
}
