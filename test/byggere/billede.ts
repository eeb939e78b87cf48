import type { Objekt } from '#indeks'
import { type Tidspunkt, tidspunkt } from '#kernel'
import { INGEN_ORDVALG, type Ordvalg } from '#klassifikation'
import { checkBlokerende, checkNotat, REGELVERSION } from '#kvalitet/titeltjek'
import { titlerAf, type Vurderingsviden, vurderTekst } from '#kvalitet/vurdering'
import { createOpsaetning } from '#visning'
import type { GaeldendeObjekt } from '../../src/indeks/objekt.ts'
import { projectAlle, toGaeldende } from '../../src/indeks/projektion.bygger.ts'
import { type Billede, createBillede } from '../../src/overblik/billede.ts'
import { readSammenhaeng } from '../../src/overblik/fakta.ts'
import type { OverblikRaekke } from '../../src/overblik/overblik.sql.ts'
import { createTitelviden } from '../../src/overblik/titelviden.ts'
import { konfiguration } from '../../src/visning/fakta.bygger.ts'
import { id, kl12 } from './indeks.ts'

export { konfiguration }

/** What Ulla is shown of objects of the index, from projection to picture, without a database. */

export const NU = tidspunkt('2026-11-22T12:00:00.000Z')

/** Open for all the numbers that the tests use, as a municipality has it that has just opened: quarantine and all. */
const AABEN = ['27', '28', '32', '34', '54'].map((kle) =>
  konfiguration({ kle, gaelderFra: kl12('2020-01-01'), fradato: '2000-01-01' }),
)

const raekkerFor = (navn: string, objekter: readonly (Objekt | GaeldendeObjekt)[]): OverblikRaekke[] =>
  projectAlle(objekter)
    .filter(({ part }) => part === id(navn))
    .map(({ part, item, kommune, kle, kilde, aendret, modtaget, foerstModtaget, data }) => ({
      part_id: part,
      item_id: item,
      art: data.art,
      kommune,
      kle,
      kilde_id: kilde,
      aendret,
      modtaget,
      foerst_modtaget: foerstModtaget,
      // As the database gives it back.
      data: JSON.parse(JSON.stringify(data)) as OverblikRaekke['data'],
    }))

/** As the worker leaves it that has come to the item and found nothing amiss with where it lies. */
const toVurderet = ({ item_id: item, art, kilde_id: kilde, data }: OverblikRaekke): Vurderingsviden => {
  const tjek = { regelversion: REGELVERSION, checkTitel: checkBlokerende, checkNotat }
  const vurder = (titel: string) => vurderTekst(tjek, titel, { art, kilde, kle: undefined, egneNavne: ['Ulla'], kendteNavne: [] })
  return { item, regelversion: REGELVERSION, vurderinger: titlerAf(data).map(vurder), notater: [], vurderet: NU }
}

export function billedeAf(
  objekter: readonly (Objekt | GaeldendeObjekt)[],
  {
    nu = NU,
    navn = 'Ulla',
    konfigurationer = AABEN,
    ordvalg = INGEN_ORDVALG,
  }: { nu?: Tidspunkt; navn?: string; konfigurationer?: typeof AABEN; ordvalg?: Ordvalg } = {},
): Billede {
  const raekker = raekkerFor(navn, objekter)
  const opsaetning = createOpsaetning(konfigurationer)
  return createBillede(
    raekker,
    {
      nu,
      grund: 'egen',
      alder: undefined,
      opsaetning,
      stop: [],
      titler: createTitelviden(raekker.map(toVurderet), ['Ulla']),
      ...readSammenhaeng(raekker, nu),
    },
    ordvalg,
  )
}

/** The names of those of the objects that are shown. */
export const visteNavne = (billede: Billede, ...navne: readonly string[]): string[] =>
  navne.filter((navn) => billede.efterId.has(id(navn)))

/** For tests elsewhere of what is made of objects as they stand in the index. */
export { type GaeldendeObjekt, toGaeldende }
