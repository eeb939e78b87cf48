import { CPR_MASKE, type Tidspunkt, type Uuid } from '#kernel'
import type { Fund, Journaliseringsfakta, Titelkontekst } from '#kvalitet/titeltjek'
import { danskDag } from '#platform/clock'
import type { Transaktion } from '#platform/database'
import { findSagsparter, type Sagsparter } from './journalisering.sql.ts'
import { titlerAf } from './tekster.ts'
import { findRegistreringer, type Tingraekke } from './vurdering.sql.ts'

/** Whose numbers stood in a title when it was delivered; undefined is somebody that nobody knows. */
export type Titelparter = { readonly titel: string; readonly parter: readonly (Uuid | undefined)[] }

export type Journaliseringsdeps = {
  readonly checkJournalisering: (fakta: Journaliseringsfakta, kontekst: Titelkontekst) => readonly Fund[]
  /** Whose numbers the titles in sealed registrations hold; undefined for one that cannot be read, which `onFejl` is told. */
  readonly findTitelparter: (
    tx: Transaktion,
    raekker: readonly { readonly objekt_id: Uuid; readonly tidspunkt: Tidspunkt; readonly indhold: Uint8Array }[],
    onFejl: (fejl: unknown) => void,
  ) => Promise<ReadonlyMap<Uuid, readonly Titelparter[] | undefined>>
  readonly onFejl?: (fejl: unknown) => void
}

/** What is known of where an item is filed, as seen from its part. All of it is in the fingerprint of what the item is judged on. */
export type Journalisering = {
  readonly sagsparter: readonly (readonly Uuid[])[]
  readonly naboer: Journaliseringsfakta['naboer']
  /** The titles that hold another's number than the part's. */
  readonly fremmede: readonly string[]
}

/** The objects that say who the item is about: itself, and the cases it stands on. */
export const ophavOf = ({ item_id, sager }: Tingraekke): readonly Uuid[] => [...new Set([item_id, ...sager])]

/** What is known of where each of these persons' items is filed. All of a person's rows are handed in. Throws DatabaseFejl. */
export async function readJournalisering(
  tx: Transaktion,
  deps: Journaliseringsdeps,
  raekker: readonly Tingraekke[],
): Promise<(raekke: Tingraekke) => Journalisering> {
  // Nothing else stands on more than one case.
  const dokumenter = [...new Set(raekker.filter(({ art }) => art === 'dokument').map(({ item_id }) => item_id))]
  const sagsparter = dokumenter.length > 0 ? await tx.run(findSagsparter(dokumenter)) : []
  const efterItem = Map.groupBy(sagsparter, ({ item_id }) => item_id)
  const titelparter = await readTitelparter(tx, deps, raekker)
  const naboer = groupNaboer(raekker)
  return (raekke) => ({
    sagsparter: toParter(efterItem.get(raekke.item_id) ?? []),
    naboer: naboer(raekke),
    fremmede: titlerAf(raekke.data).filter((titel) => isFremmed(raekke, titel, titelparter)),
  })
}

/** A case that names nobody as its primary part is whoever's it names. */
const toParter = (sager: readonly Sagsparter[]): Journalisering['sagsparter'] =>
  sager.map(({ primaere, alle }) => (primaere.length > 0 ? primaere : alle))

type Kendte = ReadonlyMap<Uuid, readonly Titelparter[] | undefined>

/** Opened only where a title has held a number: few do, and each is opened at every look, since a number may have got an owner since. */
async function readTitelparter(tx: Transaktion, deps: Journaliseringsdeps, raekker: readonly Tingraekke[]): Promise<Kendte> {
  const medNumre = raekker.filter(({ data }) => titlerAf(data).some(mayHoldNummer))
  const objekter = [...new Set(medNumre.flatMap(ophavOf))]
  if (objekter.length === 0) return new Map()
  return deps.findTitelparter(tx, await tx.run(findRegistreringer(objekter)), (fejl) => deps.onFejl?.(fejl))
}

const mayHoldNummer = (titel: string): boolean =>
  titel.includes(CPR_MASKE) || (titel.normalize('NFKC').match(/\p{Nd}/gu)?.length ?? 0) >= 10

/** A number that was taken out, and that nobody can tell whose it was, is somebody else's. */
function isFremmed(raekke: Tingraekke, titel: string, kendte: Kendte): boolean {
  if (!mayHoldNummer(titel)) return false
  const parter = ophavOf(raekke)
    .flatMap((id) => kendte.get(id) ?? [])
    .filter((led) => led.titel === titel)
    .flatMap((led) => led.parter)
  return parter.some((part) => part !== raekke.part_id) || (parter.length === 0 && titel.includes(CPR_MASKE))
}

/** So many of a case's items are compared, in the order of ids. */
const NABOER = 200

/** Items of the same kind, type and day on a case of the same person's: among them may be the same once more. */
function groupNaboer(raekker: readonly Tingraekke[]): (raekke: Tingraekke) => Journalisering['naboer'] {
  const paaSag = Map.groupBy(
    raekker.filter(({ art }) => art !== 'sag').flatMap((raekke) => raekke.sager.map((sag) => ({ sag, raekke }))),
    ({ sag, raekke }) => `${raekke.part_id} ${sag}`,
  )
  const slags = new Map<string, Tingraekke[]>()
  for (const [sag, alle] of paaSag)
    for (const { raekke } of alle.slice(0, NABOER)) {
      const noegle = `${sag} ${slagsOf(raekke)}`
      slags.set(noegle, [...(slags.get(noegle) ?? []), raekke])
    }
  return (raekke) => {
    if (raekke.art === 'sag') return []
    const fundne = raekke.sager.flatMap((sag) => slags.get(`${raekke.part_id} ${sag} ${slagsOf(raekke)}`) ?? [])
    const andre = new Map(fundne.filter(({ item_id }) => item_id !== raekke.item_id).map((nabo) => [nabo.item_id, nabo]))
    return [...andre.values()].map(({ art, data }) => ({ art, titel: titlerAf(data)[0] ?? '', ...kendetegn(data) }))
  }
}

const slagsOf = ({ art, data }: Tingraekke): string => {
  const { dag, dokumenttype } = kendetegn(data)
  return JSON.stringify([art, dag, dokumenttype])
}

type Kendetegn = { readonly dag?: string | undefined; readonly dokumenttype?: string | undefined }

/** The day that an item is of, and its type. What says no time has a time from long before there were cases. */
function kendetegn(data: Tingraekke['data']): Kendetegn {
  switch (data.art) {
    case 'dokument': {
      const nyeste = data.titler.at(-1)
      return { dag: nyeste?.brevDato ?? dagOf(data.oprettet), dokumenttype: nyeste?.type }
    }
    case 'journalnotat':
      return { dag: dagOf(data.oprettet) }
    case 'aftale': {
      const start = data.aftaler.at(-1)?.start
      return { dag: start && dagOf(start) }
    }
    default:
      return {}
  }
}

const dagOf = (tid: Tidspunkt): string | undefined => (tid < '1900' ? undefined : danskDag(tid))

/** From the first of its cases that began to the last that ended; open while one is. */
function sagstidOf(data: Tingraekke['data']): Journaliseringsfakta['sagstid'] {
  if (data.art === 'sag' || data.art === 'aftale' || data.sager.length === 0) return undefined
  const fra = data.sager.map(({ oprettet }) => dagOf(oprettet) ?? oprettet).toSorted()[0]
  const lukket = data.sager
    .map(({ fremdrift }) => fremdrift.at(-1))
    .map((led) => (led?.status === 'Afsluttet' ? led.virkning.fra : undefined))
  const sidst = lukket
    .flatMap((tid) => tid ?? [])
    .toSorted()
    .at(-1)
  return fra === undefined ? undefined : { fra, til: lukket.includes(undefined) || !sidst ? undefined : dagOf(sidst) }
}

/**
 * What is found in where the item with this title is filed. Another's number and cases of different parties hold the item back. Which numbers
 * a source has delivered before is not asked: it would change with every delivery.
 */
export function findJournalisering(
  { checkJournalisering }: Journaliseringsdeps,
  { art, kle, data }: Tingraekke,
  titel: string,
  {
    journalisering: { sagsparter, naboer, fremmede },
    kontekst,
  }: { readonly journalisering: Journalisering; readonly kontekst: Titelkontekst },
): readonly Fund[] {
  const fakta: Journaliseringsfakta = {
    art,
    titel,
    kle: kle || undefined,
    sagstid: sagstidOf(data),
    sagsparter,
    naboer,
    kildensGrupper: new Map(),
    ...kendetegn(data),
  }
  const nummer: Fund = { kode: 'CPR_NUMMER', alvor: 'blokerer', fra: 0, til: titel.length, holderTilbage: true }
  return [...(fremmede.includes(titel) ? [nummer] : []), ...checkJournalisering(fakta, kontekst)]
}
