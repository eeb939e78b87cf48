import { type NyRegistrering, type Objekt, toSkiver } from '#indeks'
import { type Uuid, uuidFromName, type Virkning } from '#kernel'
import { del, KORSBAEK, objekt, registrering } from '../indeks.ts'
import type { Ting, Verden } from './vilkaarlig.ts'

/** A world of chance as it stands in the index: its things delivered about one person of the world's own. */
export type Indeksverden = Verden & {
  readonly part: Uuid
  /** What a thing is called in the index: the same world may stand there many times. */
  readonly idFor: (ting: Pick<Ting, 'id'>) => Uuid
}

/** A document says nothing of its cases, they say that it is on them: on one that has not been delivered it is not. */
export function toIndeksverden(verden: Verden, part: Uuid): Indeksverden {
  const leverede = new Set(verden.ting.map(({ id }) => id))
  const ting = verden.ting.map((en) =>
    en.art === 'dokument' ? { ...en, paa: en.paa.filter(({ til }) => leverede.has(til)) } : en,
  )
  return { ...verden, ting, part, idFor: ({ id }) => uuidFromName(part, id) }
}

const ALTID = { fra: '1800-01-01T00:00:00.000Z', til: null } as Virkning

/** What is delivered of the world, each thing by its own Master. */
export const registreringerFor = (verden: Indeksverden): NyRegistrering[] =>
  verden.ting.flatMap((ting) => {
    const led = toObjekt(verden, ting)
    return led ? [registrering(led, '2023-01-01', { master: ting.itsystem, kilde: ting.itsystem })] : []
  })

function toObjekt(verden: Indeksverden, ting: Ting): Objekt | undefined {
  const id = verden.idFor(ting)
  const parter = [{ part: verden.part, rolle: 'Primær part', virkning: ALTID }]
  const forhold = { ejere: ting.ejer, foelsomhed: ting.foelsomhed, enheder: ting.enheder, profil: ting.profil }
  const adgang = toSkiver({ ...forhold, kler: ting.kle })
  const [sag] = ting.paa
  const titler = [{ titel: `Om ${id}`, nummer: id, virkning: ALTID }]
  switch (ting.art) {
    case 'sag':
      return { ...objekt('sag', '', { parter, adgang, titler, ...poster(verden, ting) }), id }
    case 'dokument': {
      // Whose it is stands in the facts; what the projection goes by is that nobody else's case lists it.
      const kommune = ting.paa.length > 0 ? undefined : KORSBAEK
      return { ...objekt('dokument', '', { parter, adgang, kommune }), id }
    }
    case 'journalnotat':
      return (
        sag && {
          ...objekt('journalnotat', '', {
            sag: verden.idFor({ id: sag.til }),
            viaSag: true,
            foelsomhed: ting.foelsomhed,
            adgang,
          }),
          id,
        }
      )
    case 'aftale':
      return { ...objekt('aftale', '', { parter, adgang, sag: sag && verden.idFor({ id: sag.til }) }), id }
    case 'bevilling':
      return { ...objekt('bevilling', '', { parter, adgang }), id }
    case 'oekonomiskEffektuering':
      return {
        ...objekt('oekonomiskEffektuering', '', {
          kommune: undefined as never,
          adgang: toSkiver(forhold),
          ydelser: linjer(verden, ting),
        }),
        id,
      }
  }
}

/** What is on the case: documents, and notes that came inside it. */
function poster(verden: Indeksverden, { id }: Ting) {
  const paa = (art: Ting['art']) =>
    verden.ting.flatMap((ting) =>
      ting.art === art ? ting.paa.flatMap(({ til, virkning }) => (til === id ? [{ id: verden.idFor(ting), virkning }] : [])) : [],
    )
  return {
    journalposter: paa('dokument').map(({ id: dokument, virkning }) => ({ dokument, titel: undefined, virkning })),
    notater: paa('journalnotat').map(({ id: notat, virkning }) => ({ notat, virkning })),
  }
}

/** A line with each number, and one without for each grant. */
function linjer(verden: Indeksverden, { paa, kle }: Ting) {
  const [foerste] = paa
  const linje = (til: Uuid) => ({ ...del(''), bevilling: verden.idFor({ id: til }), ydelse: 'ingen', virkning: ALTID })
  return [
    ...paa.map(({ til }) => linje(til)),
    ...(foerste ? kle.map(({ kle: nummer, virkning }) => ({ ...linje(foerste.til), beskrivelse: nummer, virkning })) : []),
  ]
}
