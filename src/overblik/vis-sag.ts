import type { AftaleData, DokumentData, JournalnotatData, SagData } from '#indeks'
import type { KleEmne } from '#kernel'
import { livsomraadeFor } from '#klassifikation'
import { kommuneMedCvr } from '#myndighed'
import { danskDag } from '#platform/clock'
import { fremdriftForBorger } from '#visning'
import { type Billede, type Vist, visteAf, visteSager } from './billede.ts'
import { egetOrd, egneStatusord, sagsord } from './ord.ts'
import { gaeldendeVed, vedTid } from './perioder.ts'
import { aftaleord, dokumenttypeord, notatord } from './sikre-ord.ts'
import { titelFor } from './titelvalg.ts'
import type { AftaleVisning, DokumentVisning, JournalnotatVisning, KommuneVisning, SagVisning } from './visninger.ts'

export const toKommune = (cvr: KommuneVisning['cvr']): KommuneVisning => ({ cvr, navn: kommuneMedCvr(cvr)?.navn ?? 'Kommunen' })

export const omraadeAf = (kle: string): string => livsomraadeFor(kle as KleEmne).noegle

/** The common part of everything shown. A case that waits is told as of an earlier time than its registration's. */
export const faelles = ({ herkomst }: Billede, vist: Vist, opdateret = vist.raekke.aendret) => ({
  id: vist.raekke.item_id,
  kommune: toKommune(vist.vinkler[0].kommune),
  omraade: omraadeAf(vist.vinkler[0].kle),
  herkomst: herkomst?.herkomstFor(vist, opdateret),
})

/** A case in the citizen's words: its own title where the municipality shows it, else the KLE number's. TitelAlternativTekst is never read. */
function toSagVisning(billede: Billede, vist: Vist & { readonly data: SagData }): SagVisning {
  const { data, raekke, konfiguration, pr, vinkler } = vist
  const { nu, breve } = billede.grundlag
  const trin = fremdriftForBorger(data.fremdrift, konfiguration, breve.get(raekke.item_id) ?? [], nu)
  const egen = vedTid(data.titler, pr)
  const [{ kommune, kle }] = vinkler
  const ord = sagsord(billede, kommune, kle)
  const { titler } = billede.grundlag
  const kildens = gaeldendeVed(data.sagsstatus, pr)?.tekst
  const opdateret = pr < raekke.aendret ? (trin.at(-1)?.fra ?? data.oprettet) : raekke.aendret
  return {
    ...faelles(billede, vist, opdateret),
    titel: titelFor(billede, vist, () => ord.titel),
    forklaring: ord.forklaring,
    sagsnummer: titler.linje(raekke, egen?.nummer) ?? '',
    fremdrift: trin.at(-1)?.fremdrift ?? 'Opstaaet',
    tidslinje: trin,
    egneOrd: egneStatusord(billede, kommune),
    sagsstatus: titler.linje(raekke, kildens),
    // The municipality's own words are for everybody, and are shown though the source's are withheld.
    sagsstatusOrd: kildens ? egetOrd(billede, kommune, 'sagsstatus', kildens) : undefined,
    oprettet: data.oprettet,
    opdateret,
    hjemmel: titler.linje(raekke, egen?.hjemmel),
  }
}

export const sagerOf = (billede: Billede): SagVisning[] =>
  visteAf(billede, 'sag')
    .map((vist) => toSagVisning(billede, vist))
    .sort((a, b) => (a.opdateret < b.opdateret ? 1 : a.opdateret > b.opdateret ? -1 : a.id < b.id ? -1 : 1))

function toDokumentVisning(billede: Billede, vist: Vist & { readonly data: DokumentData }): DokumentVisning {
  const egenskaber = vedTid(vist.data.titler, billede.grundlag.nu)
  const type = egenskaber?.type ?? 'Andet'
  const typeOrd = egetOrd(billede, vist.vinkler[0].kommune, 'dokumenttype', type)
  return {
    ...faelles(billede, vist),
    titel: titelFor(billede, vist, () => typeOrd ?? dokumenttypeord(type)),
    type,
    typeOrd,
    dato: egenskaber?.brevDato ?? danskDag(vist.data.oprettet),
    sager: visteSager(billede, vist),
  }
}

export const dokumenterOf = (billede: Billede): DokumentVisning[] =>
  visteAf(billede, 'dokument')
    .map((vist) => toDokumentVisning(billede, vist))
    .sort((a, b) => newestFirst(a.dato, b.dato, a.id, b.id))

export const newestFirst = (a: string, b: string, idA: string, idB: string): number =>
  a < b ? 1 : a > b ? -1 : idA < idB ? -1 : 1

function toNotatVisning(billede: Billede, vist: Vist & { readonly data: JournalnotatData }): JournalnotatVisning {
  return {
    ...faelles(billede, vist),
    titel: titelFor(billede, vist, () => notatord(vist.data.oprettet)),
    dato: vist.data.oprettet,
    sag: visteSager(billede, vist)[0],
    tekst: undefined,
  }
}

export const notaterOf = (billede: Billede): JournalnotatVisning[] =>
  visteAf(billede, 'journalnotat')
    .map((vist) => toNotatVisning(billede, vist))
    .sort((a, b) => newestFirst(a.dato, b.dato, a.id, b.id))

function toAftaleVisning(billede: Billede, vist: Vist & { readonly data: AftaleData }): AftaleVisning[] {
  const aftale = vedTid(vist.data.aftaler, billede.grundlag.nu)
  if (!aftale) return []
  const { virkning: _, ...indhold } = aftale
  const { titler } = billede.grundlag
  return [
    {
      ...faelles(billede, vist),
      ...indhold,
      titel: titelFor(billede, vist, () => aftaleord(indhold.type)),
      beskrivelse: indhold.beskrivelse && titler.fritekst(vist.raekke, indhold.beskrivelse),
      slut: indhold.slut,
      sted: titler.linje(vist.raekke, indhold.sted),
      sag: visteSager(billede, vist)[0],
    },
  ]
}

/** Nearest first. */
export const aftalerOf = (billede: Billede): AftaleVisning[] =>
  visteAf(billede, 'aftale')
    .flatMap((vist) => toAftaleVisning(billede, vist))
    .sort((a, b) => newestFirst(b.start, a.start, a.id, b.id))
