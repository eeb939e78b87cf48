import { createHash } from 'node:crypto'
import { type CprNummer, type CvrNummer, type KleEmne, type Uuid, uuidFromName } from '#kernel'
import type { Proevesag } from './sag.ts'

/** What the messages of the folders name, so that each can be sent as it is; a run puts its own in their place. */
export const PLADSHOLDER_SYSTEM = 'b7a1c0de-0000-4000-8000-000000000001'
const PLADSHOLDER_KOMMUNE = '11111111'
export const PLADSHOLDER_PERSON = '8712450017'
/** Cases stand on the first, and are moved from the second; benefits are the third. */
const PLADSHOLDER_SAGSKLE = /27\.36\.0[48]/g
const PLADSHOLDER_YDELSESKLE = '32.24.04'
const PLADSHOLDER_ID = /afb00000-0000-4000-8000-[0-9a-f]{12}/g

/** One run of the test: whose it is, and what makes its objects and persons its own. */
export type Koerselsidentitet = {
  readonly id: Uuid
  readonly system: { readonly id: Uuid; readonly navn: string }
  readonly kommune: CvrNummer
  /** The numbers to use for those of the folders, where the system delivers for others. */
  readonly kle?: { readonly sag?: KleEmne; readonly ydelse?: KleEmne }
}

/** The seventh digits that say 1900-1999 for these years. */
const ARHUNDREDETAL = [0, 1, 2, 3, 4, 9]

const to = (tal: number): string => String(tal).padStart(2, '0')

/**
 * A fictive person of the run's own: day + 60, so nobody real; born 1940-1999, as digit 7 says, so grown up. The same name in
 * the same run is the same person; that two runs draw the same one is one in a hundred million.
 */
export function traekPerson(koersel: Uuid, navn: string): CprNummer {
  const bytes = createHash('sha256').update(`${koersel} ${navn}`).digest()
  const dag = 61 + (bytes.readUInt16BE(0) % 28)
  const maaned = 1 + (bytes.readUInt16BE(2) % 12)
  const aar = 40 + (bytes.readUInt16BE(4) % 60)
  return `${to(dag)}${to(maaned)}${to(aar)}${ARHUNDREDETAL[bytes.readUInt8(6) % ARHUNDREDETAL.length]}${String(bytes.readUInt16BE(7) % 1000).padStart(3, '0')}` as CprNummer
}

/** The fictive persons of a case in a run, by letter. */
const traekPersoner = (koersel: Uuid, sag: Pick<Proevesag, 'navn' | 'personer'>): ReadonlyMap<string, CprNummer> =>
  new Map(Object.keys(sag.personer ?? {}).map((bogstav) => [bogstav, traekPerson(koersel, `${sag.navn} ${bogstav}`)]))

/** The case with the run's own objects, persons, system and municipality. Pure, so a run can be repeated to the letter. */
export function klargoer(sag: Proevesag, koersel: Koerselsidentitet): Proevesag {
  const personer = traekPersoner(koersel.id, sag)
  const numre = new Map(Object.entries(sag.personer ?? {}).map(([bogstav, nummer]) => [nummer, personer.get(bogstav) ?? nummer]))
  const moenster = numre.size > 0 ? new RegExp([...numre.keys()].join('|'), 'g') : undefined
  const skift = (tekst: string): string => {
    const medIder = tekst
      .replaceAll(PLADSHOLDER_ID, (id) => egetId(koersel.id, sag.navn, id))
      .replaceAll(PLADSHOLDER_SYSTEM, koersel.system.id)
      .replaceAll(PLADSHOLDER_KOMMUNE, koersel.kommune)
    return moenster
      ? medKle(medIder, koersel).replaceAll(moenster, (nummer) => numre.get(nummer) ?? nummer)
      : medKle(medIder, koersel)
  }
  return {
    ...sag,
    personer: Object.fromEntries(personer),
    trin: sag.trin.map((trin) => ({ ...trin, besked: gentag(skift(trin.besked), trin.gentag, koersel.id) })),
    ...(sag.visning ? { visning: JSON.parse(skift(JSON.stringify(sag.visning))) as Proevesag['visning'] } : {}),
  } as Proevesag
}

function medKle(tekst: string, { kle = {} }: Koerselsidentitet): string {
  const medSag = kle.sag === undefined ? tekst : tekst.replaceAll(PLADSHOLDER_SAGSKLE, kle.sag)
  return kle.ydelse === undefined ? medSag : medSag.replaceAll(PLADSHOLDER_YDELSESKLE, kle.ydelse)
}

const egetId = (koersel: Uuid, sag: string, id: string): Uuid => uuidFromName(koersel, `${sag} ${id}`)

/** The file's one line as many, each with an object id of its own. */
function gentag(besked: string, antal: number | undefined, koersel: Uuid): string {
  if (antal === undefined) return besked
  const linje = besked.trim()
  const id = /"id":\s*"([0-9a-f-]{36})"/.exec(linje)?.[1]
  if (id === undefined) throw new TypeError('A line that is repeated must have an id')
  return Array.from({ length: antal }, (_, i) => `${linje.replaceAll(id, uuidFromName(koersel, `${id} ${i}`))}\n`).join('')
}
