import { type Art, type CvrNummer, type KleEmne, parseKleEmne, type Tidspunkt, type Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { livsomraadeFor } from '#klassifikation'
import type { Transaktion } from '#platform/database'
import { type Emnefelt, emnefelterFor, findTilslutninger, upsertAfstemt } from '../daekning/index.ts'
import { lockBeviser, proveAfstemt, recordBeroerte, type Stand } from '../livstegn/index.ts'
import type { Fund, Version } from '../trae/index.ts'
import { closeAfstemning, insertForskelle, setBevist, settleForskelle, supersedeForskelle } from './afstemning.sql.ts'
import type { Afstemningsresultat, Forskel, Hvorfor, Kildeobjekt, Oplyst } from './afstemning.ts'
import { findAfviste, findFjernede, findHer } from './billede.sql.ts'

/** A comparison that has nothing more to ask. */
export type Slut = {
  readonly id: Uuid
  readonly kilde: Kilde
  readonly oplyst: Oplyst
  readonly stand: Stand
  readonly fund: Fund<Kildeobjekt>
  /** Ours of the picture, by the digests that only we have. */
  readonly kunHer: readonly Version[]
  readonly nu: Tidspunkt
}

/**
 * Says what came of it, in one transaction (role modtagelse): the differences, which fields agree, and, where all of them do, the proof. A difference
 * that is no more than what stands refused takes no proof away: the refused line silences where it may belong by itself, until it is settled. What
 * has changed here since the picture, or at the source since its inventory, is neither: then nothing is proved, and it can be asked again.
 */
export async function closeForloeb(tx: Transaktion, slut: Slut): Promise<Afstemningsresultat> {
  const { id, kilde, oplyst, fund, nu } = slut
  const sager = await classify(tx, slut)
  const forskelle = sager.flatMap(({ forskel }) => forskel ?? [])
  const iBevaegelse = sager.filter(({ forskel }) => !forskel).length
  const tilstand = forskelle.length > 0 ? 'forskelle' : iBevaegelse > 0 ? 'bevaegelse' : 'stemmer'
  const udfald = { tilstand, forskelle, iBevaegelse, afkortet: fund.afkortet } as const
  await tx.run(closeAfstemning(id, udfald, nu))
  await tx.run(settleForskelle(kilde.id, nu))
  if (tilstand !== 'bevaegelse') await tx.run(supersedeForskelle(kilde.id, oplyst.kommune, id, nu))
  if (forskelle.length > 0) await tx.run(insertForskelle(id, forskelle))
  const uventede = sager.filter((sag) => !sag.staarAfvist)
  if (tilstand !== 'bevaegelse') await markFelter(tx, slut, uventede)
  return { ...udfald, bevist: await prove(tx, slut, uventede) }
}

/** The locks of the proofs come last: whoever delivers waits for them. */
async function prove(tx: Transaktion, { id, kilde, oplyst, stand, fund, nu }: Slut, uventede: readonly Sag[]): Promise<boolean> {
  if (fund.afkortet || uventede.some(({ forskel }) => forskel)) {
    await recordBeroerte(tx, [{ kilde: kilde.id, kommune: oplyst.kommune, antal: 0, nyeste: undefined }])
    return false
  }
  if (uventede.length > 0) return false
  await tx.run(lockBeviser(kilde.id, [oplyst.kommune]))
  const [svar] = await tx.run(proveAfstemt(kilde.id, oplyst.kommune, stand, { ...oplyst, nu }))
  if (svar?.bevist) await tx.run(setBevist(id))
  return svar?.bevist === true
}

/**
 * One object that one side has and the other has not so. Without `forskel` it is in motion. `staarAfvist`: what the source has stated of it is what
 * stands refused here. `felter`: where it may belong; undefined: anywhere.
 */
type Sag = {
  readonly forskel: Forskel | undefined
  readonly staarAfvist: boolean
  readonly felter: readonly Omit<Emnefelt, 'kommune'>[] | undefined
}

async function classify(tx: Transaktion, slut: Slut): Promise<Sag[]> {
  const her = new Map(slut.kunHer.map((version) => [version.id, version.tidspunkt]))
  const hos = newestOfEach(slut.fund.kunHosKilden)
  const ider = [...new Set([...her.keys(), ...hos.keys()])]
  if (ider.length === 0) return []
  const { id: kilde } = slut.kilde
  const [nu, fjernede, afviste] = await Promise.all([
    tx.run(findHer(kilde, ider)),
    tx.run(findFjernede(kilde, ider)),
    tx.run(findAfviste(kilde, ider)),
  ])
  const nuMedId = new Map(nu.map((raekke) => [raekke.objekt_id, raekke]))
  const fjernet = new Map(fjernede.map((raekke) => [raekke.objekt_id, raekke.fjernet]))
  const afvist = Map.groupBy(afviste, (raekke) => raekke.objekt_id)
  return ider.map((id) => {
    const nuHer = nuMedId.get(id)
    const egne = afvist.get(id)
    const led = { id, her: her.get(id), hos: hos.get(id), nuHer, fjernet: fjernet.get(id), afvist: egne !== undefined }
    const forskel = toForskel(led, slut.oplyst)
    const staarAfvist = forskel !== undefined && isAfvistHer(led, egne ?? [], slut.oplyst)
    return { forskel, staarAfvist, felter: felterOf(led) }
  })
}

/** The very registration that the source states stands refused, and silences this municipality. */
const isAfvistHer = (
  { hos }: Pick<Led, 'hos'>,
  egne: readonly { readonly tidspunkt: Tidspunkt | null; readonly kommune: string | null }[],
  oplyst: Oplyst,
): boolean =>
  egne.some(
    ({ tidspunkt, kommune }) =>
      tidspunkt !== null && tidspunkt === hos?.tidspunkt && (kommune ?? oplyst.kommune) === oplyst.kommune,
  )

type Nu = { readonly tidspunkt: Tidspunkt; readonly art: Art; readonly kommune: CvrNummer | null; readonly kle: string | null }
type Led = {
  readonly id: Uuid
  readonly her: Tidspunkt | undefined
  readonly hos: Kildeobjekt | undefined
  readonly nuHer: Nu | undefined
  readonly fjernet: Tidspunkt | undefined
  readonly afvist: boolean
}

/** A source may name the same object with two times; the newer is what it has. */
function newestOfEach(objekter: readonly Kildeobjekt[]): ReadonlyMap<Uuid, Kildeobjekt> {
  const nyeste = new Map<Uuid, Kildeobjekt>()
  for (const objekt of objekter) if ((nyeste.get(objekt.id)?.tidspunkt ?? '') < objekt.tidspunkt) nyeste.set(objekt.id, objekt)
  return nyeste
}

function toForskel(led: Led, { kommune, tidspunkt: sandt }: Oplyst): Forskel | undefined {
  const { id, her, hos, nuHer, fjernet } = led
  if (her !== undefined) {
    // Registered after the inventory was taken, or changed or gone here since the picture.
    if (her > sandt || nuHer?.tidspunkt !== her) return undefined
    return hos ? { slags: 'forskellig', id, tidspunkt: hos.tidspunkt, her } : { slags: 'manglerHosKilden', id, her }
  }
  if (!hos || (fjernet !== undefined && fjernet > sandt)) return undefined
  // With the time that we hold it at the source has stated it twice; with another it has come since the picture.
  if (nuHer?.kommune === kommune) return undefined
  return { slags: 'manglerHer', id, tidspunkt: hos.tidspunkt, hvorfor: whyMissing(led) }
}

function whyMissing({ nuHer, fjernet, afvist }: Led): Hvorfor {
  if (nuHer) return nuHer.kommune === null ? 'UDEN_SAG' : 'ANDEN_KOMMUNE'
  if (fjernet !== undefined) return 'FJERNET'
  return afvist ? 'AFVIST' : 'IKKE_MODTAGET'
}

/** Where it lies here, and where the source says that it lies; where it does not say, or we cannot tell, anywhere. */
function felterOf({ hos, nuHer }: Led): Sag['felter'] {
  const vores = nuHer ? [toFelt(nuHer.art, nuHer.kle)] : []
  const deres = hos ? [hos.felt && toFelt(hos.felt.art, hos.felt.kle)] : []
  const felter = [...vores, ...deres]
  return felter.every((felt) => felt !== undefined) ? felter : undefined
}

function toFelt(art: Art, kle: string | null): Omit<Emnefelt, 'kommune'> | undefined {
  const emne = kle === null ? undefined : parseKleEmne(kle)
  return emne && { art, livsomraade: livsomraadeFor(emne as KleEmne).noegle }
}

const noegle = ({ livsomraade, art }: Omit<Emnefelt, 'kommune'>): string => `${livsomraade} ${art}`

/**
 * Every field of the source's in the municipality: those of what differs agree no more, all others do, since an inventory is of all. Fields of what is
 * in motion stay as they were.
 */
async function markFelter(tx: Transaktion, { kilde, oplyst, fund, nu }: Slut, sager: readonly Sag[]): Promise<void> {
  const { kommune, tidspunkt } = oplyst
  const egne = emnefelterFor({ kommuner: [kommune], kle: kilde.kle })
  const alle = new Map([...(await tx.run(findTilslutninger(kilde.id, [kommune]))), ...egne].map((felt) => [noegle(felt), felt]))
  const collect = (valgte: readonly Sag[]) => ({
    alle: valgte.some(({ felter }) => felter === undefined),
    navne: new Set(valgte.flatMap(({ felter }) => (felter ?? []).map(noegle))),
  })
  const forskellige = collect(sager.filter(({ forskel }) => forskel))
  const roerlige = collect(sager.filter(({ forskel }) => !forskel))
  const felter = [...alle].flatMap(([navn, { livsomraade, art }]) => {
    const ens = !fund.afkortet && !forskellige.alle && !forskellige.navne.has(navn)
    if (ens && (roerlige.alle || roerlige.navne.has(navn))) return []
    return [{ kommune, livsomraade, art, kilde: kilde.id, ens }]
  })
  await tx.run(upsertAfstemt(felter, tidspunkt < nu ? tidspunkt : nu))
}
