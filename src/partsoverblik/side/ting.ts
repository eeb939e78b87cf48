import type { FaellesData, SagData } from '#indeks'
import { FOELSOMHEDER, type Foelsomhed, gaeldende, type Tidspunkt, type Uuid } from '#kernel'
import { gaeldendeVed, type OverblikRaekke, vedTid } from '#overblik'
import { danskDag } from '#platform/clock'
import { omraadeFor } from './omraade.ts'
import { toBevilling, toUdbetaling } from './ting-ydelse.ts'
import type { Faellesfelter, Raekke, Tingviden } from './tingviden.ts'
import type { Aftalevisning, Dokumentvisning, Notatvisning, Sagsvisning, Ting } from './visninger.ts'

/**
 * The rows as a caseworker reads them: with the source's own title, number and state, as they hold now (or held last). What has been said of the
 * citizen's showing plays no part here. Newest first. Pure.
 */
export function tingOf(raekker: readonly OverblikRaekke[], viden: Tingviden): Ting[] {
  const synlige = new Set(raekker.filter(({ art }) => art === 'sag').map(({ item_id }) => item_id))
  return raekker
    .map((raekke) => toTing(raekke, faelles(raekke, viden, synlige), viden.nu))
    .sort((a, b) => (a.dag < b.dag ? 1 : a.dag > b.dag ? -1 : a.id < b.id ? -1 : 1))
}

function toTing(raekke: OverblikRaekke, felter: Faellesfelter, nu: Tidspunkt): Ting {
  const { data } = raekke
  switch (data.art) {
    case 'sag':
      return toSag(data, felter, nu)
    case 'dokument':
      return toDokument(raekke as Raekke<'dokument'>, felter, nu)
    case 'journalnotat':
      return toNotat(raekke as Raekke<'journalnotat'>, felter, nu)
    case 'bevilling':
      return toBevilling(data, felter, nu)
    case 'oekonomiskEffektuering':
      return toUdbetaling(data, felter, nu)
    case 'aftale':
      return toAftale(raekke as Raekke<'aftale'>, felter, nu)
  }
}

function faelles(raekke: OverblikRaekke, viden: Tingviden, synlige: ReadonlySet<Uuid>): Faellesfelter {
  const { item_id, data, aendret, foerst_modtaget, kilde_id } = raekke
  const kle = kleVed(raekke, viden.nu)
  return {
    id: item_id,
    ref: viden.refFor(item_id),
    kle,
    omraade: omraadeFor(kle),
    enhed: enhedOf(data, viden),
    system: viden.systemFor(kilde_id),
    foelsomhed: foelsomhedOf(data, viden.nu),
    roller: [...new Set(gaeldende(data.roller, viden.nu).map(({ rolle }) => rolle))],
    sager: data.art === 'sag' ? [] : data.sager.map(({ id }) => id).filter((id) => synlige.has(id)),
    aendret,
    modtaget: foerst_modtaget,
    undtaget: gaeldende(data.visningsklasser, viden.nu).length > 0,
  }
}

/** The number that holds now; else the row's own. */
const kleVed = ({ data, kle }: OverblikRaekke, nu: Tidspunkt): string =>
  ('kler' in data ? gaeldendeVed(data.kler, nu)?.kle : undefined) ?? kle

function enhedOf({ ansvarlig }: FaellesData, { nu, enhedsnoegleFor }: Tingviden): Sagsvisning['enhed'] {
  const fundet = vedTid(ansvarlig, nu)
  return fundet && { noegle: enhedsnoegleFor(fundet.enhed), navn: fundet.navn }
}

/** Nothing said of it is the highest, as where access is decided. */
const foelsomhedOf = ({ foelsomhed }: FaellesData, nu: Tidspunkt): Foelsomhed =>
  gaeldendeVed(foelsomhed, nu)?.foelsomhed ?? (FOELSOMHEDER.at(-1) as Foelsomhed)

function toSag(data: SagData, felter: Faellesfelter, nu: Tidspunkt): Sagsvisning {
  const titel = vedTid(data.titler, nu)
  const status = vedTid(data.fremdrift, nu)?.status ?? 'Opstaaet'
  return {
    ...felter,
    art: 'sag',
    titel: titel?.titel ?? '',
    nummer: titel?.nummer ?? '',
    tilstand: status,
    aaben: status !== 'Afsluttet',
    dag: danskDag(data.oprettet),
    facet: data.facet,
    trin: data.fremdrift
      .filter(({ virkning }) => virkning.fra <= nu)
      .toSorted((a, b) => (a.virkning.fra < b.virkning.fra ? -1 : 1))
      .map((led) => ({ status: led.status, fra: led.virkning.fra })),
    sagsstatus: gaeldendeVed(data.sagsstatus, nu)?.tekst,
    hjemmel: titel?.hjemmel,
  }
}

/** Open while one of the cases that it stands on is. */
const isPaaAabenSag = ({ data }: Raekke<'dokument' | 'journalnotat'>, nu: Tidspunkt): boolean =>
  data.sager.length === 0 || data.sager.some(({ fremdrift }) => vedTid(fremdrift, nu)?.status !== 'Afsluttet')

function toDokument(raekke: Raekke<'dokument'>, felter: Faellesfelter, nu: Tidspunkt): Dokumentvisning {
  const { data } = raekke
  const egne = vedTid(data.titler, nu)
  // The case may call it something else; on which case it is looked at is not chosen here, so the first that does counts.
  const [paaSag] = data.sager.flatMap(({ titler = [] }) => gaeldendeVed(titler, nu) ?? [])
  return {
    ...felter,
    art: 'dokument',
    titel: egne?.titel || (paaSag?.titel ?? ''),
    nummer: egne?.nummer ?? '',
    tilstand: vedTid(data.fremdrift, nu)?.status ?? '',
    aaben: isPaaAabenSag(raekke, nu),
    dag: egne?.brevDato ?? danskDag(data.oprettet),
    type: egne?.type ?? '',
    brevDato: egne?.brevDato,
  }
}

function toNotat(raekke: Raekke<'journalnotat'>, felter: Faellesfelter, nu: Tidspunkt): Notatvisning {
  const { data } = raekke
  const titel = vedTid(data.titler, nu)
  return {
    ...felter,
    art: 'journalnotat',
    titel: titel?.titel ?? '',
    nummer: '',
    tilstand: '',
    aaben: isPaaAabenSag(raekke, nu),
    dag: danskDag(data.oprettet),
    format: titel?.format ?? '',
  }
}

function toAftale(raekke: Raekke<'aftale'>, felter: Faellesfelter, nu: Tidspunkt): Aftalevisning {
  const { data } = raekke
  const aftale = vedTid(data.aftaler, nu)
  const start = aftale?.start ?? data.oprettet
  const status = aftale?.status ?? 'Aktiv'
  return {
    ...felter,
    art: 'aftale',
    titel: aftale?.titel ?? '',
    nummer: '',
    tilstand: status,
    // An appointment the whole of its last day, as the citizen is shown it; a deadline that has passed still waits until the source says that it was met.
    aaben: status === 'Aktiv' && (aftale?.type === 'Frist' || danskDag(aftale?.slut ?? start) >= danskDag(nu)),
    dag: danskDag(start),
    type: aftale?.type ?? 'Aftale',
    start,
    slut: aftale?.slut,
    sted: aftale?.sted,
    beskrivelse: aftale?.beskrivelse,
  }
}
