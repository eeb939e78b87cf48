import type { Art, Uuid } from '#kernel'
import type { EffektueringData, FaellesData, OverblikData, SagsfaktaData } from '../overblik-data.ts'

type Raekke = {
  readonly item_id: Uuid
  readonly art: Art
  readonly kle: string
  readonly data: OverblikData
  /** Of a grant: it names a unit itself. Left out: that is not known, and the unit may be its case's. */
  readonly egen_enhed?: boolean
}

/**
 * All of a part's rows that somebody may see, without what they carry of cases and grants that the same may not: a document on two cases is seen by the
 * one, and must not tell that there is another, what it is called there, which unit answers for that or what the part is there, or how much somebody is
 * paid by another grant.
 */
export function withoutUsete<R extends Raekke>(raekker: readonly R[]): R[] {
  const sete = new Map(raekker.map((raekke) => [raekke.item_id, raekke]))
  return raekker.map((raekke) => {
    const { data } = raekke
    if (data.art === 'sag') return raekke
    const sager = data.sager.filter(({ id }) => sete.has(id))
    const uden = data.art === 'oekonomiskEffektuering' ? egneDele(data, sete) : data
    return sager.length < data.sager.length || uden !== data
      ? { ...raekke, kle: kleOf(raekke, uden, sager, sete), data: { ...uden, sager, ...arvet(raekke, uden, sager, sete) } }
      : raekke
  })
}

/** A document names its unit always (SF1470), a grant where it does, and all else has the unit of what it stands on: of that, what is left. Roles likewise. */
function arvet(
  { egen_enhed = false }: Raekke,
  data: OverblikData,
  sager: readonly SagsfaktaData[],
  sete: ReadonlyMap<Uuid, Raekke>,
): Pick<FaellesData, 'ansvarlig' | 'roller'> {
  const bevillinger = data.art === 'oekonomiskEffektuering' ? data.ydelser.map(({ bevilling }) => bevilling) : []
  const led = [...sager.map(({ id }) => id), ...bevillinger].flatMap((id) => sete.get(id)?.data ?? [])
  const egen = data.art === 'dokument' || (data.art === 'bevilling' && egen_enhed)
  const roller = new Set(led.flatMap((et) => et.roller.map(({ rolle }) => rolle)))
  return {
    ansvarlig: egen ? data.ansvarlig : (led.find(({ ansvarlig }) => ansvarlig.length > 0)?.ansvarlig ?? []),
    roller: ARVER_ROLLER.has(data.art) ? data.roller.filter(({ rolle }) => roller.has(rolle)) : data.roller,
  }
}

const ARVER_ROLLER: ReadonlySet<Art> = new Set(['dokument', 'journalnotat', 'oekonomiskEffektuering'])

/** As for one who has no part in the other grants: the lines go, and with them the totals. */
function egneDele(data: EffektueringData, sete: ReadonlyMap<Uuid, unknown>): EffektueringData {
  const ydelser = data.ydelser.filter(({ bevilling }) => sete.has(bevilling))
  if (ydelser.length === data.ydelser.length) return data
  const uden = { brutto: undefined, efterSkat: undefined, sendt: undefined, udbetalt: undefined }
  return { ...data, ydelser, hele: false, udbetalinger: data.udbetalinger.map((udbetaling) => ({ ...udbetaling, ...uden })) }
}

/** The number of what is left: the case's that is seen, the line's, else the item's own. */
function kleOf(raekke: Raekke, data: OverblikData, sager: readonly SagsfaktaData[], sete: ReadonlyMap<Uuid, Raekke>): string {
  switch (data.art) {
    case 'dokument':
    case 'journalnotat': {
      const egne = data.art === 'dokument' ? data.kler.map(({ kle }) => kle) : []
      return [...sager.flatMap(({ id }) => sete.get(id)?.kle ?? []), ...egne][0] ?? ''
    }
    case 'oekonomiskEffektuering':
      return data.ydelser.find(({ kle }) => kle !== undefined)?.kle ?? ''
    default:
      return raekke.kle
  }
}
