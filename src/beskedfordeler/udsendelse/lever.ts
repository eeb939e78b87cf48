import { newUuid, type Tidspunkt, tidspunkt, type Uuid, uuidFromName } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Noegler } from '#platform/crypto'
import type { Database, Statement } from '#platform/database'
import {
  type Abonnement,
  type Ejer,
  type Graenser,
  type Klarraekke,
  listKlare,
  mayHear,
  openHemmelighed,
  signHeaders,
  toAbonnement,
  toGraenser,
} from '../abonnement/index.ts'
import { type Haendelse, toCloudEvent, toHaendelse, toHaendelsesbesked } from '../haendelse/index.ts'
import { call, parseModtager } from '../kald/index.ts'
import { naesteForsoeg, pusterum, readUdfald } from './forsoeg.ts'
import type { Optegner } from './optegner.ts'
import {
  giveBack,
  insertForsoeg,
  type Laantraekke,
  lend,
  noteFejl,
  noteStoppet,
  postpone,
  settleBortfaldet,
  settleDoed,
  settleLeveret,
} from './udsendelse.sql.ts'

export type Leveringsdeps = {
  readonly db: Database
  readonly clock: Clock
  readonly noegler: Noegler
  /** The site's own address: where the events are from. */
  readonly url: string
  readonly lokal: boolean
  readonly fristMs: number
  /** In [0, 1): how much a wait differs from the others'. */
  readonly terning: () => number
}

const ROLLE = { rolle: 'beskedfordeler' } as const
/** Longer than a delivery and its record can take; after it the process that had it is taken to be dead. */
const LAAN_MS = 30_000

/** Something lent out, with all that its delivery needs; it holds while the process that lent it is at it. */
export type Opgave = {
  readonly abonnement: Abonnement
  readonly graenser: Graenser | undefined
  readonly hemmeligheder: readonly string[]
  readonly fejlITraek: number
  readonly haendelse: Haendelse
  readonly forsoeg: number
  readonly laan: Uuid
}

/** How many more may be on the way to a subscription now, by its failures in a row. */
export type Plads = (abonnement: Uuid, fejlITraek: number) => number

/** Lends what is due, a few to each subscription, so that none of them can use up what the others need. Throws DatabaseFejl. */
export async function lendDue({ db, clock, noegler }: Leveringsdeps, plads: Plads): Promise<Opgave[]> {
  const nu = clock.now()
  const [klare] = await db.readBatch(ROLLE, [listKlare(nu)])
  const med = klare
    .map((klar) => ({ klar, antal: plads(klar.abonnement_id, klar.fejl_i_traek) }))
    .filter(({ klar, antal }) => antal > 0 && klar.hemmelighed !== null)
  if (med.length === 0) return []
  const laan = newUuid()
  const til = tidspunkt(new Date(Date.parse(nu) + LAAN_MS))
  return db.transaction(ROLLE, async (tx) => {
    const opgaver: Opgave[] = []
    for (const { klar, antal } of med) {
      const raekker = await tx.run(lend(klar.abonnement_id, antal, laan, nu, til))
      if (raekker.length > 0) opgaver.push(...toOpgaver(noegler, klar, raekker, laan, nu))
    }
    return opgaver
  })
}

function toOpgaver(
  noegler: Noegler,
  klar: Klarraekke,
  raekker: readonly Laantraekke[],
  laan: Uuid,
  nu: Tidspunkt,
): readonly Opgave[] {
  const abonnement = toAbonnement(klar)
  const gemte = [klar.hemmelighed, klar.forrige_til !== null && klar.forrige_til > nu ? klar.forrige_hemmelighed : null]
  const faelles = {
    abonnement,
    graenser: toGraenser(abonnement, klar),
    hemmeligheder: gemte.flatMap((gemt) => (gemt ? [openHemmelighed(noegler.indhold, abonnement.id, gemt)] : [])),
    fejlITraek: klar.fejl_i_traek,
    laan,
  }
  return raekker.map((raekke) => ({
    ...faelles,
    haendelse: toHaendelse(raekke),
    forsoeg: raekke.forsoeg - raekke.forsoeg_foer + 1,
  }))
}

/**
 * Sends one event and hands what became of it to the recorder. The limits are asked again here: what was put in the queue while its owner
 * could hear of it may not be the owner's any more. A process that dies after the receiver has answered sends it again, with the same webhook-id.
 */
export async function deliver(deps: Leveringsdeps, optegner: Optegner, opgave: Opgave): Promise<void> {
  const { abonnement, graenser, haendelse, laan } = opgave
  if (!graenser || !mayHear(graenser, haendelse)) {
    const grund = graenser ? 'IKKE_LAENGERE_AFTALT' : 'EJER_SPAERRET'
    return optegner.record(abonnement.id, [settleBortfaldet(abonnement.id, haendelse.loebenr, laan, deps.clock.now(), grund)])
  }
  const adresse = parseModtager(abonnement.url, deps.lokal)
  const svar = adresse.ok
    ? await call({ url: adresse.value, ...writeBesked(deps, opgave), lokal: deps.lokal, fristMs: deps.fristMs })
    : ({ fejl: 'ADRESSE_IKKE_OFFENTLIG' } as const)
  await optegner.record(abonnement.id, toOptegnelse(deps, opgave, readUdfald(svar)))
}

/** The same event to the same subscription has the same id, whoever sends it and however often. */
export const beskedId = (abonnement: Uuid, haendelse: Uuid): Uuid => uuidFromName(abonnement, haendelse)

function writeBesked({ clock, url }: Leveringsdeps, { abonnement, hemmeligheder, haendelse }: Opgave) {
  const xml = abonnement.form === 'haendelsesbesked'
  const body = xml ? toHaendelsesbesked(haendelse, url, modtagerOf(abonnement.ejer)) : toCloudEvent(haendelse, url)
  const signatur = signHeaders(hemmeligheder, beskedId(abonnement.id, haendelse.id), new Date(clock.now()), body)
  const type = xml ? 'application/xml; charset=utf-8' : 'application/cloudevents+json; charset=utf-8'
  return { body, headers: { 'content-type': type, ...signatur } }
}

const modtagerOf = (ejer: Ejer): string =>
  'kilde' in ejer ? `urn:oio:it-system-uuid:${ejer.kilde}` : `urn:oio:cvr-nr:${ejer.kommune}`

function toOptegnelse(
  { clock, terning }: Leveringsdeps,
  { abonnement: { id }, haendelse: { loebenr }, laan, forsoeg, fejlITraek }: Opgave,
  svar: ReturnType<typeof readUdfald>,
): Statement<never>[] {
  const nu = clock.now()
  if (svar.udfald === 'leveret') return [settleLeveret(id, loebenr, laan, nu)]
  const { fejl, status } = svar
  const forsoegt = insertForsoeg(id, loebenr, laan, nu, fejl, status)
  if (svar.udfald === 'stoppet') return [forsoegt, giveBack(id, loebenr, laan), noteStoppet(id, nu, fejl)]
  const naeste = naesteForsoeg(forsoeg, nu, terning())
  return [
    forsoegt,
    naeste ? postpone(id, loebenr, laan, naeste, fejl) : settleDoed(id, loebenr, laan, nu, fejl),
    noteFejl(id, nu, fejl, pusterum(fejlITraek, nu)),
  ]
}
