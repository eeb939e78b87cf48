import { createHash } from 'node:crypto'
import { recordLevering } from '#afstemning/daekning'
import { type NyRegistrering, type Registreringsudfald, register } from '#indeks'
import { type CvrNummer, type KleEmne, newUuid, type Uuid } from '#kernel'
import { livsomraadeFor } from '#klassifikation'
import { resolveParter } from '#part'
import { seal } from '#platform/crypto'
import type { Transaktion } from '#platform/database'
import type { ElementKilde } from '../element/element.kilde.ts'
import { collectPartsnumre, laesElement, replacePartsnumre } from '../laesning/index.ts'
import { indBrud, type Regelbrud } from '../regler/index.ts'
import type { KontrolleretLinje } from './check-linje.ts'
import { toKanonisk } from './kanonisk.ts'
import { findPlaceringer, insertAfvisninger, insertKvitteringer, insertUdbakke, settleAfvisninger } from './leverance.sql.ts'
import { type Kvittering, type Leverance, linjeHash, type Modtagelsesdeps } from './typer.ts'

type Godkendt = Extract<KontrolleretLinje, { brud: readonly [] }>
type Afvist = { readonly linje: KontrolleretLinje; readonly brud: readonly [Regelbrud, ...Regelbrud[]] }

/** What a sealed content is bound to: it opens only as the registration it was sealed for. */
export const indholdsAad = (objekt: Uuid, tidspunkt: string): string => `registrering ${objekt} ${tidspunkt}`

/** Keeps a batch of checked lines, passed or refused, with receipts, refusals, coverage and outbox, in the caller's transaction. */
export async function gem(
  tx: Transaktion,
  deps: Modtagelsesdeps,
  leverance: Leverance,
  linjer: readonly KontrolleretLinje[],
): Promise<Kvittering[]> {
  const godkendte = linjer.filter(isGodkendt)
  const nye = await toRegistreringer(tx, deps, leverance, godkendte)
  const udfald = await register(tx, nye)
  const resultat = new Map(godkendte.map((linje, i) => [linje.linje, udfald[i] as Registreringsudfald]))
  const afviste = linjer.flatMap((linje): Afvist[] => {
    const brud = findBrud(linje, resultat.get(linje.linje))
    return brud ? [{ linje, brud }] : []
  })
  const modtagne = godkendte.filter((linje) => isModtaget(resultat.get(linje.linje)))
  await recordLeverede(
    tx,
    leverance,
    // A line that changes nothing shows as well as another that the source is alive.
    nye.filter((_, i) => isModtaget(udfald[i]) || udfald[i] === 'uaendret'),
    nye.filter((_, i) => udfald[i] === 'aendret'),
    deps,
  )
  const godtagne = godkendte.filter((linje) => !findBrud(linje, resultat.get(linje.linje)))
  // In the order of the lines: an object taken in settles what was refused of it before, not what is refused of it after.
  const fulgte = afviste.filter(({ linje }) => isFulgt(linje, godtagne))
  await keepAfviste(tx, deps, leverance, fulgte)
  await settle(tx, leverance, godtagne, resultat)
  await keepAfviste(
    tx,
    deps,
    leverance,
    afviste.filter((led) => !fulgte.includes(led)),
  )
  await announce(
    tx,
    modtagne.filter((linje) => resultat.get(linje.linje) === 'aendret'),
    nye,
  )
  const kvitteringer = linjer.map((linje) => toKvittering(linje, resultat.get(linje.linje)))
  await tx.run(
    insertKvitteringer(
      leverance.id,
      kvitteringer.map((kvittering, i) => toRaekke(kvittering, linjer[i]?.raa ?? '')),
    ),
  )
  return kvitteringer
}

const isFulgt = ({ linje, beroerer }: KontrolleretLinje, godtagne: readonly Godkendt[]): boolean =>
  beroerer.objekt !== undefined && godtagne.some((godtagen) => godtagen.id === beroerer.objekt && godtagen.linje > linje)
const isGodkendt = (linje: KontrolleretLinje): linje is Godkendt => linje.brud.length === 0
const isModtaget = (udfald: Registreringsudfald | undefined): boolean => udfald === 'aendret' || udfald === 'historik'

async function toRegistreringer(
  tx: Transaktion,
  deps: Modtagelsesdeps,
  leverance: Leverance,
  linjer: readonly Godkendt[],
): Promise<NyRegistrering[]> {
  const parter = await resolveParter(
    tx,
    deps.noegler,
    linjer.flatMap((linje) => collectPartsnumre(linje.element)),
  )
  return linjer.map(({ element, id, tidspunkt, master }) => {
    const udenNumre = replacePartsnumre(withoutLeveringsvalg(element), parter)
    const indhold = toKanonisk(udenNumre)
    return {
      objekt: laesElement(udenNumre, deps.roller),
      tidspunkt,
      kilde: leverance.kilde.id,
      master,
      leverance: leverance.id,
      hash: createHash('sha256').update(indhold).digest('hex'),
      indhold: seal(deps.noegler.indhold, indhold, indholdsAad(id, tidspunkt)),
    }
  })
}

/** Without what is said of this delivery alone: the same sent again to be told of to nobody is the same, not other content. */
const withoutLeveringsvalg = (element: ElementKilde): ElementKilde =>
  Object.fromEntries(Object.entries(element).filter(([felt]) => felt !== 'udenNotifikation')) as ElementKilde

/** The breaches of a refused line: its own, or what the index found. */
function findBrud(
  linje: KontrolleretLinje,
  udfald: Registreringsudfald | undefined,
): readonly [Regelbrud, ...Regelbrud[]] | undefined {
  if (!isGodkendt(linje)) return linje.brud
  return udfald === 'IND-002' || udfald === 'IND-004' || udfald === 'IND-006' ? [indBrud(udfald, '')] : undefined
}

/** Keeps refused lines, sealed, with what they touch. */
export async function keepAfviste(
  tx: Transaktion,
  deps: Modtagelsesdeps,
  leverance: Leverance,
  afviste: readonly Afvist[],
): Promise<void> {
  if (afviste.length === 0) return
  const nye = afviste.map(({ linje, brud }) => {
    const id = newUuid()
    return {
      id,
      linje: linje.linje,
      ...linje.beroerer,
      // A time that is itself what was refused says nothing of when.
      tidspunkt: brud[0].regel === 'IND-003' ? undefined : linje.beroerer.tidspunkt,
      brud,
      krypteret: seal(deps.noegler.indhold, linje.raa, `afvisning ${id}`),
    }
  })
  await tx.run(insertAfvisninger(leverance.id, leverance.kilde.id, nye))
}

async function settle(
  tx: Transaktion,
  leverance: Leverance,
  godtagne: readonly Godkendt[],
  resultat: ReadonlyMap<number, Registreringsudfald>,
): Promise<void> {
  if (godtagne.length === 0) return
  const accepterede = godtagne.map(({ id, tidspunkt, linje }) => ({
    objekt: id,
    tidspunkt,
    aendret: resultat.get(linje) === 'aendret',
  }))
  await tx.run(settleAfvisninger(leverance.kilde.id, accepterede))
}

/**
 * Coverage: what kind of thing came, for which municipality and area. Notes and payments take both from what they stand on. One that came
 * before it is recorded when that comes, with the time when it came itself where another source brings it: to count it for every area meanwhile would say of areas that
 * the source has nothing in that it delivers there, and until then nobody sees it, so nobody is told "none" beside it.
 */
async function recordLeverede(
  tx: Transaktion,
  leverance: Leverance,
  leverede: readonly NyRegistrering[],
  aendrede: readonly NyRegistrering[],
  deps: Modtagelsesdeps,
) {
  if (leverede.length === 0) return
  const uden = leverede.filter((ny) => !ny.objekt.kommune || !ny.objekt.kle).map((ny) => ny.objekt.id)
  const paa = aendrede.filter(({ objekt }) => objekt.art === 'sag' || objekt.art === 'bevilling').map((ny) => ny.objekt.id)
  const placerede = uden.length + paa.length > 0 ? await tx.run(findPlaceringer(uden, paa)) : []
  const tid = deps.clock.now()
  const leveringer = [
    ...leverede.flatMap(({ objekt: { kommune, kle, art } }) =>
      kommune && kle ? [{ kommune, kle, art, kilde: leverance.kilde.id, tid }] : [],
    ),
    ...placerede.map(({ kilde_id, modtaget, ...placeret }) => ({
      ...placeret,
      kilde: kilde_id,
      tid: kilde_id === leverance.kilde.id ? tid : modtaget,
    })),
  ].map(({ kommune, kle, ...levering }) => ({
    ...levering,
    kommune: kommune as CvrNummer,
    livsomraade: livsomraadeFor(kle as KleEmne).noegle,
  }))
  if (leveringer.length > 0) await recordLevering(tx, leveringer)
}

async function announce(tx: Transaktion, aendrede: readonly Godkendt[], nye: readonly NyRegistrering[]): Promise<void> {
  if (aendrede.length === 0) return
  const objekter = new Map(nye.map((ny) => [ny.objekt.id, ny.objekt]))
  await tx.run(
    insertUdbakke(
      aendrede.map(({ id, tidspunkt, master, element: { art, udenNotifikation = false } }) => {
        const objekt = objekter.get(id)
        const sted = { kommune: objekt?.kommune, kle: objekt?.kle }
        return { objekt: id, tidspunkt, art, haendelse: 'importeret', master, ...sted, udenNotifikation }
      }),
    ),
  )
}

function toKvittering(linje: KontrolleretLinje, udfald: Registreringsudfald | undefined): Kvittering {
  const brud = findBrud(linje, udfald)
  if (brud) return { linje: linje.linje, id: linje.beroerer.objekt, udfald: 'afvist', brud }
  return { linje: linje.linje, id: linje.beroerer.objekt, udfald: udfald === 'uaendret' ? 'uaendret' : 'modtaget', brud: [] }
}

const toRaekke = ({ linje, id, udfald, brud }: Kvittering, raa: string) => ({
  linje,
  linje_hash: linjeHash(raa),
  objekt_id: id ?? null,
  udfald,
  brud: brud.length > 0 ? brud : null,
})
