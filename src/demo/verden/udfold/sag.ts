import { type Tidspunkt, type Uuid, uuidFromName } from '#kernel'
import type { JournalpostKilde, RelationKilde, VirkningKilde } from '#modtagelse'
import type { Forloeb } from '../forloeb.ts'
import {
  afgoerelsesklasse,
  ansvarlig,
  behandler,
  type Element,
  ejer,
  enhedFor,
  fra,
  isUndtaget,
  part,
  primaerKlasse,
  undtagetForBorger,
} from './relationer.ts'
import { type Tidslinje, tidPaa } from './tidslinje.ts'
import { bolig, sagsnummer, skrivSagstitel } from './titler.ts'

export const sagId = (forloeb: Forloeb): Uuid => uuidFromName(forloeb.navnerum, `${forloeb.noegle}/sag`)

const STATUSTEKST = {
  officiel: { Opstaaet: 'Under oplysning', Oplyst: 'Under behandling', Afgjort: 'Afgjort', Afsluttet: 'Henlagt' },
  forkortet: { Opstaaet: 'Ny', Oplyst: 'I gang', Afgjort: 'Afg.', Afsluttet: 'Lukket' },
  versaler: { Opstaaet: 'OPRETTET', Oplyst: 'OPLYST', Afgjort: 'BEVILGET', Afsluttet: 'AFSL.' },
  klar: { Opstaaet: 'Modtaget', Oplyst: 'Behandles', Afgjort: 'Afgjort', Afsluttet: 'Afsluttet' },
} as const

/** The whole history of states, each until the next. */
function fremdrift(forloeb: Forloeb, linje: Tidslinje): { virkning: VirkningKilde; fremdriftStatusKode: string }[] {
  const tider = linje.trin.map(({ dato }, n) => tidPaa(forloeb, dato, n))
  return linje.trin.map(({ status }, n) => ({
    virkning: fra(tider[n] as Tidspunkt, tider[n + 1] ?? null),
    fremdriftStatusKode: status,
  }))
}

function parter(forloeb: Forloeb): RelationKilde[] {
  const { person } = forloeb.borger
  const relationer = [part('Primær part', person), ...forloeb.ledsagere.map((ledsager) => part('Sekundær part', ledsager.person))]
  if (forloeb.type.bevilling?.ydelser.some(({ type }) => type === 'Økonomisk')) relationer.push(part('Ydelsesmodtager', person))
  return relationer
}

function klasser(forloeb: Forloeb, linje: Tidslinje): RelationKilde[] {
  const relationer: RelationKilde[] = [primaerKlasse(forloeb), { rolle: 'Handlingsklasse', brugervendtNoegle: 'G01' }]
  if (isUndtaget(forloeb)) relationer.push(undtagetForBorger)
  if (linje.afgjort && forloeb.type.bevilling)
    relationer.push(afgoerelsesklasse(linje.afslag, fra(tidPaa(forloeb, linje.afgjort, 2))))
  return relationer
}

function genstande(forloeb: Forloeb): RelationKilde[] {
  const { vej, bfe } = bolig(forloeb)
  return [{ rolle: 'Byggeri', type: 'Bygning', referenceId: `urn:oio:ejendom:bfe-nr:${bfe}`, tekstfelt: vej }]
}

const journalposter = (dokumenter: readonly { readonly id: string; readonly tid: Tidspunkt }[]): JournalpostKilde[] =>
  dokumenter.map(({ id, tid }) => ({ virkning: fra(tid), rolle: 'Tilakteret', referenceId: id }))

/** The case of a matter, with its whole history and everything filed on it. `sidst` is when its source last touched it. */
export function createSag(
  forloeb: Forloeb,
  linje: Tidslinje,
  dokumenter: readonly { readonly id: string; readonly tid: Tidspunkt }[],
): Element<'sag'> {
  const historik = fremdrift(forloeb, linje)
  const virkning = fra(historik[0]?.virkning.fra as Tidspunkt)
  const senesteTrin = (historik.at(-1)?.virkning.fra ?? '') as Tidspunkt
  const sidst = dokumenter.reduce((senest, { tid }) => (tid > senest ? tid : senest), senesteTrin)
  const nummer = sagsnummer(forloeb)
  const status = linje.trin.at(-1)?.status ?? 'Opstaaet'
  const { type } = forloeb
  return {
    art: 'sag',
    id: sagId(forloeb),
    tidspunkt: sidst,
    egenskaber: [
      {
        virkning,
        sagsnummer: nummer,
        titel: skrivSagstitel(forloeb),
        ...(type.hjemmel === undefined ? {} : { hjemmelspecifikation: type.hjemmel }),
        kassationskode: 'K',
      },
    ],
    sagIndeksEgenskaber: [
      {
        virkning: fra(senesteTrin),
        sagsstatus: STATUSTEKST[forloeb.kilde.skrivemaade][status],
        foelsomhed: type.foelsomhed,
        oprettetTidspunkt: virkning.fra as string,
      },
    ],
    fremdrift: historik,
    sagsaktoerer: [ejer(forloeb.kommune), ansvarlig(enhedFor(forloeb)), ...behandler(forloeb)],
    sagsparter: parter(forloeb),
    sagsklasser: klasser(forloeb, linje),
    ...(type.bygning ? { sagsgenstande: genstande(forloeb) } : {}),
    ...(dokumenter.length > 0 ? { journalposter: journalposter(dokumenter) } : {}),
  }
}
