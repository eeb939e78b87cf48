import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type CprNummer, type Uuid, uuidFromName } from '#kernel'
import { bedoem, type Fund, samletUdfald, type Udfald } from '../bedoem.ts'
import { type Koerselsidentitet, klargoer } from '../klargoer.ts'
import type { Borgervisning, Observation, Trinobservation, Visningsobservation } from '../observation.ts'
import type { Kanal, Proevesag, Trin } from '../sag.ts'
import { type Afsendelse, laesKvitteringer, post, type Raasvar } from './rest-klient.ts'
import { laesRetur } from './soap-klient.ts'
import { omskrivTilSoap } from './som-soap.ts'

/** Where the messages go, and how the sender shows who it is. */
export type Endepunkt = {
  readonly origin: string
  readonly restSti: string
  readonly soapSti: string
  readonly ydelseSti: string
  /** Credentials as headers; asked for at each message, since a token runs out. */
  readonly legitimation: () => Promise<Readonly<Record<string, string>>>
  /** What a fictive citizen sees there; undefined where that cannot be seen. */
  readonly visning: ((cpr: CprNummer) => Promise<Borgervisning>) | undefined
}

/** What came of one case. */
export type Sagsresultat = {
  readonly sag: string
  readonly slags: 'N' | 'F'
  readonly emne: string
  readonly om: { readonly da: string; readonly en: string }
  readonly kanal: Kanal
  readonly udfald: Udfald
  readonly fund: readonly Fund[]
  readonly ms: number
}

/** Sends a case's messages as the run's system, looks at what the citizen sees, and judges. Never throws: what cannot be tried says so. */
export async function koerSag(
  endepunkt: Endepunkt,
  koersel: Koerselsidentitet,
  sag: Proevesag,
  valg: { readonly somSoap: boolean; readonly idag: string },
): Promise<Sagsresultat> {
  const start = performance.now()
  const klar = klargoer(sag, koersel)
  const omskrevet = valg.somSoap ? omskrivTilSoap(klar, koersel) : { sag: klar, grund: undefined }
  const observation =
    omskrevet.grund === undefined ? await observer(endepunkt, koersel, omskrevet.sag) : ikkeProevet(omskrevet.grund)
  const fund = bedoem(omskrevet.sag, observation, valg.idag)
  const { navn, slags, emne, om } = sag
  return { sag: navn, slags, emne, om, kanal: observation.kanal, udfald: samletUdfald(fund), fund, ms: performance.now() - start }
}

const ikkeProevet = (grund: string): Observation => ({ kanal: 'soap', trin: [], borgere: {}, ikkeProevet: grund })

async function observer(endepunkt: Endepunkt, koersel: Koerselsidentitet, sag: Proevesag): Promise<Observation> {
  const trin: Trinobservation[] = []
  for (const [i, et] of sag.trin.entries()) trin.push(await sendTrin(endepunkt, et, noegleFor(koersel.id, sag, et, i)))
  const kanal = sag.trin.every((et) => et.kanal === 'soap') ? 'soap' : 'rest'
  return { kanal, trin, borgere: await seBorgere(endepunkt, sag) }
}

/** Steps with the same name are one delivery; others are each their own, and a run's own. */
const noegleFor = (koersel: Uuid, sag: Proevesag, { noegle }: Trin, i: number): string =>
  uuidFromName(koersel, `${sag.navn} ${noegle ?? `trin ${i}`}`)

async function sendTrin(endepunkt: Endepunkt, trin: Trin, noegle: string): Promise<Trinobservation> {
  const start = performance.now()
  try {
    const soap = trin.kanal === 'soap'
    const raa = await postIgen({
      url: new URL(stiFor(endepunkt, trin), endepunkt.origin),
      headers: {
        ...(soap
          ? { 'content-type': 'application/soap+xml; charset=utf-8' }
          : { 'content-type': 'application/x-ndjson', 'idempotency-key': noegle }),
        ...(await headersFor(endepunkt, trin)),
      },
      body: trin.besked,
      svarTabt: trin.svarTabt ?? false,
    })
    if (!raa) return { type: 'svarTabt', ms: performance.now() - start }
    return soap ? laesRetur(raa) : laesKvitteringer(raa)
  } catch (fejl) {
    return { type: 'fejl', hvad: hvadAf(fejl), ms: performance.now() - start }
  }
}

const HOEJST_FORSOEG = 6
const HOEJST_VENT_SEKUNDER = 10

/** As a sender should: one that is asked to come back does, a few times, with the same message. */
async function postIgen(afsendelse: Afsendelse): Promise<Raasvar | undefined> {
  for (let forsoeg = 1; ; forsoeg++) {
    const svar = await post(afsendelse)
    if (svar?.status !== 503 || svar.vent === undefined || forsoeg === HOEJST_FORSOEG) return svar
    await wait(Math.min(svar.vent, HOEJST_VENT_SEKUNDER) * 1_000)
  }
}

/** Grants and payments have an interface of their own. */
function stiFor({ restSti, soapSti, ydelseSti }: Endepunkt, { kanal, besked }: Trin): string {
  if (kanal === 'rest') return restSti
  return besked.includes('YdelseIndeksInput') ? ydelseSti : soapSti
}

async function headersFor(
  { legitimation }: Endepunkt,
  trin: Trin,
): Promise<Readonly<Record<string, string | readonly string[]>>> {
  if (trin.legitimation === 'ingen') return {}
  if (trin.legitimation === 'forkert') return { authorization: `Bearer ${randomUUID()}` }
  const rigtig = await legitimation()
  if (trin.legitimation !== 'dobbelt') return rigtig
  return { ...rigtig, authorization: [rigtig['authorization'] ?? `Bearer ${randomUUID()}`, `Bearer ${randomUUID()}`] }
}

async function seBorgere({ visning }: Endepunkt, sag: Proevesag): Promise<Readonly<Record<string, Visningsobservation>>> {
  const set = new Set((sag.visning ?? []).map(({ borger }) => borger))
  if (!visning) return {}
  const par = await Promise.all(
    [...set].map(async (bogstav): Promise<readonly [string, Visningsobservation]> => {
      const cpr = sag.personer?.[bogstav] as CprNummer | undefined
      if (cpr === undefined) return [bogstav, { type: 'fejl', hvad: `person ${bogstav} er ikke nævnt i sagen` }]
      try {
        return [bogstav, { type: 'set', visning: await visning(cpr) }]
      } catch (fejl) {
        return [bogstav, { type: 'fejl', hvad: `visningen kunne ikke ses: ${hvadAf(fejl)}` }]
      }
    }),
  )
  return Object.fromEntries(par)
}

/** Why, without an address's query or a value. */
const hvadAf = (fejl: unknown): string =>
  fejl instanceof Error ? ((fejl as { code?: string }).code ?? fejl.message).slice(0, 120) : 'ukendt fejl'
