import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { KILDER } from '../../src/demo/verden/kilder.ts'
import { createAfsendelse, type Kvittering, send } from './afsender.ts'
import type { Massescene } from './masse.ts'
import { type Emne, type Led, planForloeb, toTekst } from './masse-plan.ts'
import { type Soapkilde, sendBesked, toBesked, toBeskeder } from './masse-soap.ts'

/** The senders of a large campaign: each sends its own lives, one thing after the other, until everything has been answered. */

/** A delivery over REST that is finished: what it is called, and what its receipts said, to be compared with what is read back. */
export type Restleverance = {
  readonly noegle: string
  readonly emne: Emne
  readonly leverance: string
  readonly linjer: number
  readonly forsoeg: number
  readonly kvitteringer: string
  readonly modsigelser: readonly string[]
}

/** Shares of the whole: three quarters over REST. SOAP has many short messages, so more senders at the same time. */
const REST: readonly { readonly emne: Emne; readonly del: number }[] = [
  { emne: 'omsorg', del: 0.25 },
  { emne: 'omsorg', del: 0.25 },
  { emne: 'ydelse', del: 0.25 },
]
const SOAP: readonly { readonly emne: Emne; readonly del: number }[] = [
  ...Array.from({ length: 4 }, () => ({ emne: 'omsorg', del: 0.15 / 4 }) as const),
  ...Array.from({ length: 3 }, () => ({ emne: 'ydelse', del: 0.1 / 3 }) as const),
]

const findKilde = (navn: string, udviklingsnoegle: string): Soapkilde => {
  const kilde = KILDER.find((led) => led.navn === navn)
  if (!kilde) throw new Error(`The demo has no source ${navn}`)
  return { id: kilde.id, navn, udviklingsnoegle }
}
export const MASSEKILDER: Readonly<Record<Emne, Soapkilde>> = {
  omsorg: findKilde('Lindely Omsorg', 'udvikling-lindely-omsorg'),
  ydelse: findKilde('Ydelsesbogen', 'udvikling-ydelsesbogen'),
}

export const createLeverer = (scene: Massescene): { readonly alle: () => Promise<void> } => ({
  alle: async () => {
    try {
      await Promise.all([
        ...REST.map((spor, nr) => runRest(scene, spor.emne, `rest ${nr}`, scene.antal * spor.del)),
        ...SOAP.map((spor, nr) => runSoap(scene, spor.emne, `soap ${nr}`, scene.antal * spor.del)),
      ])
    } finally {
      scene.faerdig = true
    }
  },
})

const FORLOEB_I_GANG = 120
const DELE = 3

/** Lives begin, go on and end in deliveries of their own: a delivery holds the first third of some, the second of those before, the last of older ones. */
async function runRest(scene: Massescene, emne: Emne, spor: string, antal: number): Promise<void> {
  const iGang: (readonly Led[])[][] = []
  const hold = Math.max(4, Math.min(FORLOEB_I_GANG, Math.ceil(antal / 60)))
  for (let [nr, sendt] = [0, 0]; sendt < antal || iGang.some((led) => led.length > 0); nr++) {
    const nye =
      sendt < antal
        ? Array.from({ length: hold }, (_, i) => planForloeb(scene.seed, `${spor} ${nr * hold + i}`, emne, 'rest'))
        : []
    iGang.unshift(nye)
    const ledr = iGang.flatMap((hele, alder) => mix(hele.map((liv) => third(liv, alder))))
    if (iGang.length === DELE) iGang.pop()
    if (ledr.length > 0) await deliverRest(scene, emne, `${spor} ${nr}`, ledr)
    sendt += ledr.length
    if (nye.length === 0 && ledr.length === 0) return
  }
}

const third = (liv: readonly Led[], nr: number): readonly Led[] =>
  liv.slice(Math.floor((liv.length * nr) / DELE), Math.floor((liv.length * (nr + 1)) / DELE))

/** The first of each, then the second of each, and so on. */
function mix(lister: readonly (readonly Led[])[]): Led[] {
  const laengst = Math.max(0, ...lister.map(({ length }) => length))
  return Array.from({ length: laengst }, (_, i) => lister.flatMap((liste) => liste[i] ?? [])).flat()
}

const HOEJST_FORSOEG = 3_000

async function deliverRest(scene: Massescene, emne: Emne, navn: string, ledr: readonly Led[]): Promise<void> {
  const noegle = `masse ${navn}`
  const { udviklingsnoegle } = MASSEKILDER[emne]
  const afsendelse = createAfsendelse({ noegle, udviklingsnoegle, linjer: ledr.map(toTekst) })
  const onKvittering = () => {
    scene.kvitteret++
  }
  while (!(await send(scene.server.url, afsendelse, 0, onKvittering))) await pause(scene, afsendelse.forsoeg)
  const { kvitteringer, slut, forsoeg, modsigelser } = afsendelse
  const leverance = (slut as { leverance?: string } | undefined)?.leverance ?? ''
  for (const [i, led] of ledr.entries()) {
    const kvittering = kvitteringer.get(i + 1)
    if (!kvittering) throw new Error(`${noegle} has no receipt of line ${i + 1}`)
    const regel = kvittering.brud?.[0]?.regel
    scene.facit.note({ led, emne, udfald: kvittering.udfald, regel, navn: `${leverance} ${i + 1} ${regel}`, forsoeg })
  }
  scene.restleverancer.push({
    noegle,
    emne,
    leverance,
    linjer: ledr.length,
    forsoeg,
    modsigelser,
    kvitteringer: digest([...kvitteringer.values()]),
  })
}

/** Receipts as one short text: line, object, outcome and rules of each. */
export const digest = (kvitteringer: readonly Kvittering[]): string =>
  createHash('sha256')
    .update(
      kvitteringer
        .toSorted((a, b) => a.linje - b.linje)
        .map(({ linje, id = '', udfald, brud = [] }) => `${linje} ${id} ${udfald} ${brud.map(({ regel }) => regel).join(' ')}`)
        .join('\n'),
    )
    .digest('hex')

async function pause(scene: Massescene, forsoeg: number): Promise<void> {
  if (forsoeg > HOEJST_FORSOEG) throw new Error(`A delivery was not finished: ${scene.server.ord().slice(-500)}`)
  await scene.genstart
  await wait(100)
}

/** A few lives at a time, a message of each in turn. */
async function runSoap(scene: Massescene, emne: Emne, spor: string, antal: number): Promise<void> {
  const hold = 5
  for (let [nr, sendt] = [0, 0]; sendt < antal; nr += hold) {
    const liv = Array.from({ length: hold }, (_, i) => toBeskeder(planForloeb(scene.seed, `${spor} ${nr + i}`, emne, 'soap')))
    const laengst = Math.max(...liv.map(({ length }) => length))
    const beskeder = Array.from({ length: laengst }, (_, i) => liv.flatMap((led) => (led[i] ? [led[i]] : []))).flat()
    for (const ledr of beskeder) sendt += await deliverSoap(scene, emne, ledr)
  }
}

async function deliverSoap(scene: Massescene, emne: Emne, ledr: readonly Led[]): Promise<number> {
  const kilde = MASSEKILDER[emne]
  const besked = toBesked(kilde, ledr)
  for (let forsoeg = 1; ; forsoeg++) {
    scene.soapforsoeg++
    const svar = await sendBesked(scene.server.url, kilde, besked)
    if (!svar) {
      await pause(scene, forsoeg)
      continue
    }
    if (svar.length !== ledr.length) throw new Error(`${ledr.length} objects were answered by ${svar.length}`)
    for (const [i, led] of ledr.entries()) {
      const { taget, regel, objekt } = svar[i] as (typeof svar)[number]
      if (objekt !== undefined && objekt !== led.objekt) throw new Error(`${led.objekt} was answered as ${objekt}`)
      scene.facit.note({ led, emne, udfald: taget ? 'modtaget' : 'afvist', regel, navn: `soap ${led.objekt} ${regel}`, forsoeg })
    }
    scene.kvitteret += ledr.length
    scene.soapbeskeder++
    scene.soapobjekter += ledr.length
    return ledr.length
  }
}
