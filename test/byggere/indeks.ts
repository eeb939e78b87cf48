import { createHash } from 'node:crypto'
import { genopbyg, type NyRegistrering, type Objekt, type RegistreringRaekke, register } from '#indeks'
import { cvrNummer, type Tidspunkt, tidspunkt, type Uuid, uuid, uuidFromName, type Virkning } from '#kernel'
import type { Database } from '#platform/database'

/** Objects of the index with as little as may be, and registrations of them whose content is not sealed. */

const NAVNERUM = uuid('1f6e2ad0-6a55-4d0e-9a55-2b9c9a1e7c10')
/** The same name, the same id: 'sag 1', 'Ulla'. */
export const id = (navn: string): Uuid => uuidFromName(NAVNERUM, navn)

export const KORSBAEK = cvrNummer('11111111')
export const MASTER = id('fagsystem')

/** Noon on a day, as 2026-01-05. */
export const kl12 = (dag: string): Tidspunkt => tidspunkt(`${dag}T12:00:00.000Z`)
export const virkning = (fra = '2020-01-01', til?: string): Virkning => ({
  fra: kl12(fra),
  til: til === undefined ? null : kl12(til),
})

export const part = (navn: string, rolle = 'Primær part', hvornaar = virkning()) => ({
  part: id(navn),
  rolle,
  virkning: hvornaar,
})

const faelles = {
  kommune: KORSBAEK,
  kle: '27.35.04',
  parter: [],
  visningsklasser: [],
  foelsomhed: [],
  oprettet: kl12('2020-01-01'),
  ansvarlig: [],
} as const

const KLER = [{ kle: '27.35.04', virkning: virkning() }]

type Art = Objekt['art']
type Af<A extends Art> = Extract<Objekt, { art: A }>
type Felter<A extends Art> = Partial<Omit<Af<A>, 'art' | 'id'>>

const tomme: { readonly [A in Art]: Omit<Af<A>, 'id' | 'art'> } = {
  sag: {
    ...faelles,
    titler: [],
    facet: undefined,
    fremdrift: [],
    sagsstatus: [],
    kler: KLER,
    journalposter: [],
    notater: [],
  },
  dokument: { ...faelles, kler: [], titler: [], fremdrift: [] },
  journalnotat: { ...faelles, kommune: undefined, kle: undefined, titler: [], notater: [], sag: id('sag'), viaSag: false },
  bevilling: { ...faelles, rammer: [], status: [], ydelser: [], sager: [] },
  oekonomiskEffektuering: { ...faelles, kle: undefined, udbetalinger: [], ydelser: [] },
  aftale: { ...faelles, kler: [], aftaler: [], sag: undefined, partersomSagen: false },
}

/** An object of the kind, by name. */
export const objekt = <A extends Art>(art: A, navn: string, felter: Felter<A> = {}): Af<A> =>
  ({ id: id(navn), art, ...tomme[art], ...felter }) as unknown as Af<A>

export const titel = (tekst: string, hvornaar = virkning()) => ({ titel: tekst, nummer: 'N', virkning: hvornaar })
export const dokumenttitel = (tekst: string, hvornaar = virkning()) => ({
  ...titel(tekst, hvornaar),
  type: 'Brev, udgaaende',
  brevDato: undefined,
})
export const post = (dokument: string, overskrift?: string, hvornaar = virkning()) => ({
  dokument: id(dokument),
  titel: overskrift,
  virkning: hvornaar,
})
export const del = (bevilling: string, ydelse = '1') => ({
  bevilling: id(bevilling),
  ydelse,
  beskrivelse: undefined,
  fra: undefined,
  til: undefined,
  beloeb: undefined,
  virkning: virkning(),
})
export const ydelse = (navn: string) => ({
  id: '1',
  navn,
  type: 'Økonomisk' as const,
  kle: '32.24.04',
  fra: undefined,
  til: undefined,
  omfang: undefined,
  meddelelse: undefined,
  planer: [],
  virkning: virkning(),
})

/** What is sent about the object at noon on a day. */
export const registrering = (af: Objekt, dag: string, andet: Partial<NyRegistrering> = {}): NyRegistrering => {
  const indhold = Buffer.from(JSON.stringify(af), 'utf8')
  const hash = createHash('sha256').update(indhold).digest('hex')
  return { objekt: af, tidspunkt: kl12(dag), kilde: MASTER, master: MASTER, leverance: id('leverance'), hash, indhold, ...andet }
}

export const laesUforseglet = ({ indhold }: RegistreringRaekke): Objekt =>
  JSON.parse(Buffer.from(indhold).toString('utf8')) as Objekt

export const registerAlle = (db: Database, ...nye: readonly NyRegistrering[]) =>
  db.transaction({ rolle: 'modtagelse' }, async (tx) => {
    const { udfald, skrevet } = await register(tx, nye)
    await skrevet
    return udfald
  })

/** What a rebuild from the registrations finds to be otherwise. */
export const findAfvigelser = async (db: Database) => (await genopbyg(db, laesUforseglet, { ret: false, side: 7 })).afvigelser
