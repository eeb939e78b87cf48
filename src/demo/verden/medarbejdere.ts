import type { Rolle } from '#adgang'
import { type CvrNummer, cvrNummer, type Uuid, uuidFromName } from '#kernel'
import { behandlere, findEnhed } from './enheder.ts'
import { FAST } from './id.ts'
import { KOMMUNER, type Kommune } from './kommuner.ts'

/** An organisation that people work for. */
export type Organisation = { readonly navn: string; readonly cvr: CvrNummer }

/** Made up; neither number has a valid check digit, so no company has them. */
const LEVERANDOER: Organisation = { navn: 'Birkelund Fagsystemer A/S', cvr: cvrNummer('10000001') }
const DRIFTSORGANISATION: Organisation = { navn: 'Driftsfællesskabet Borgerblikket', cvr: cvrNummer('20000001') }

/** Somebody to log in as at work, and why. `rolle` undefined: logged in, but nobody has given them one. */
export type Medarbejderperson = {
  readonly id: Uuid
  readonly navn: string
  readonly organisation: Organisation
  readonly rolle: Rolle | undefined
  readonly historie: { readonly da: string; readonly en: string }
}

const person = (
  noegle: string,
  navn: string,
  organisation: Organisation,
  rolle: Rolle | undefined,
  [da, en]: readonly [string, string],
): Medarbejderperson => ({
  id: uuidFromName(FAST, `medarbejder/${noegle}`),
  navn,
  organisation: { navn: organisation.navn, cvr: organisation.cvr },
  rolle,
  historie: { da, en },
})

const NAVNE: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  Korsbæk: ['Vibeke Skovdal', 'Henrik Aabo', 'Gitte Lundsgaard', 'Karen Østerby', 'Simon Fuglsang'],
  Brobyskov: ['Rune Ellegaard', 'Mette Vangsgaard', 'Torben Kjærsig', 'Birthe Nymark', 'Anders Holbæk'],
}

const ANSVARLIG = ['Fagsystemansvarlig: hvad systemerne leverer', 'Responsible for systems: what they deliver'] as const
const PROJEKT = [
  ['Projektansvarlig: den første af to, der godkender', 'Project lead: the first of two who approve'],
  ['Projektansvarlig: den anden af to, der godkender', 'Project lead: the second of two who approve'],
] as const
const KVALITET = [
  'Kvalitetsansvarlig: køen af titler, stikprøver og nødstop',
  'Responsible for quality: the queue of titles, samples and emergency stops',
] as const
const SAGSBEHANDLER = ['Sagsbehandler: titlerne på egne sager', 'Caseworker: the titles of own cases'] as const
const DRIFT = [
  ['Driftsansvarlig: den første af to, der godkender', 'Responsible for operations: the first of two who approve'],
  ['Driftsansvarlig: den anden af to, der godkender', 'Responsible for operations: the second of two who approve'],
] as const

function iKommune(kommune: Kommune): Medarbejderperson[] {
  const navne = NAVNE[kommune.by]
  if (!navne) throw new RangeError(`Nobody works in ${kommune.by}`)
  const [ansvarlig, foerste, anden, kvalitet, sagsbehandler] = navne
  return [
    person(`${kommune.kode}/fagsystem`, ansvarlig, kommune, 'fagsystemansvarlig', ANSVARLIG),
    person(`${kommune.kode}/projekt-1`, foerste, kommune, 'projektansvarlig', PROJEKT[0]),
    person(`${kommune.kode}/projekt-2`, anden, kommune, 'projektansvarlig', PROJEKT[1]),
    person(`${kommune.kode}/kvalitet`, kvalitet, kommune, 'kvalitetsansvarlig', KVALITET),
    person(`${kommune.kode}/sagsbehandler`, sagsbehandler, kommune, 'sagsbehandler', SAGSBEHANDLER),
  ]
}

/** What the caseworkers may review: some units' titles, of which a few caseworkers' cases are their own. */
export const GENNEMGANGSRETTER = KOMMUNER.flatMap((kommune) => {
  const folk = iKommune(kommune)
  const hvem = folk.find(({ rolle }) => rolle === 'sagsbehandler')
  const af = folk.find(({ rolle }) => rolle === 'projektansvarlig')
  const enheder = (['visitation', 'hjaelpemidler', 'plads', 'ydelse'] as const).map((art) => findEnhed(kommune, art))
  const egne = enheder.flatMap((enhed) => behandlere(enhed).slice(0, 2)).map(({ id }) => id)
  return hvem && af ? [{ hvem, af, kle: [], enheder: enheder.map(({ id }) => id), behandlere: egne }] : []
})

/** The people at work of the made-up Denmark: a vendor's, each municipality's and the operator's. */
export const MEDARBEJDERE: readonly Medarbejderperson[] = [
  person('leverandoer-1', 'Sanne Birk', LEVERANDOER, 'leverandoer', [
    'Leverandør: tilslutter fagsystemer',
    'Vendor: connects systems',
  ]),
  person('leverandoer-2', 'Jonas Riis', LEVERANDOER, 'leverandoer', [
    'Leverandør: kollega, der ser det samme',
    'Vendor: a colleague who sees the same',
  ]),
  person('leverandoer-ny', 'Nikoline Holst', LEVERANDOER, undefined, [
    'Er lige ansat og har ingen rolle endnu',
    'Has just been hired and has no role yet',
  ]),
  ...KOMMUNER.flatMap(iKommune),
  person('drift-1', 'Lars Overgaard', DRIFTSORGANISATION, 'driftsansvarlig', DRIFT[0]),
  person('drift-2', 'Amina Yildiz', DRIFTSORGANISATION, 'driftsansvarlig', DRIFT[1]),
  person('tilsyn', 'Grethe Maigaard', DRIFTSORGANISATION, 'tilsyn', [
    'Tilsyn: følger med i, hvem der må hvad, og kan ikke ændre noget',
    'Auditor: follows who may do what, and cannot change anything',
  ]),
]
