import { setTimeout as wait } from 'node:timers/promises'
import { Listr } from 'listr2'
import { Opstartsfejl } from '#platform/database'
import type { Endepunkt } from '../klient/koer-sag.ts'
import type { UnderskrevetRapport } from '../rapport/verificer.ts'
import type { Begivenhedsresultat } from '../server/bedoem-afsender.ts'

export type Servervalg = {
  readonly version: string
  readonly kommune: string
  readonly arter: readonly string[]
  readonly kle: string | undefined
  readonly print: (linje: string) => void
}

type Start = {
  readonly id: string
  readonly frist: string
  readonly personer: Readonly<Record<string, string>>
  readonly begivenheder: readonly Begivenhedsresultat[]
}
type Stand = { readonly begivenheder: readonly Begivenhedsresultat[]; readonly afviste: readonly { readonly regel: string }[] }

const STI = '/api/v1/afproevning/koersler'
const RYTME_MS = 5_000

/** Begins a run at the sandbox, tells what to do, follows it until all has come or the time is up, and gives the sandbox's signed report. */
export async function koerServer(
  endepunkt: Endepunkt,
  { version, kommune, arter, kle, print }: Servervalg,
): Promise<UnderskrevetRapport> {
  const koersel = (await kald(endepunkt, STI, {
    version,
    kommune,
    ...(arter.length > 0 ? { arter } : {}),
    ...(kle === undefined ? {} : { kle }),
  })) as Start
  print(`Kørsel ${koersel.id}. Gør dette i systemet inden ${koersel.frist}:`)
  for (const { person, goer } of koersel.begivenheder) print(`  Person ${person} (${koersel.personer[person] ?? ''}): ${goer.da}`)
  let stand: Stand = { begivenheder: koersel.begivenheder, afviste: [] }
  const udfald = (id: string) => stand.begivenheder.find((en) => en.id === id)?.udfald
  const faerdig = () =>
    stand.afviste.length > 0 || stand.begivenheder.every((en) => en.udfald === 'bestaaet' || en.udfald === 'fejlet')
  const follow = async () => {
    while (!faerdig() && Date.now() < Date.parse(koersel.frist)) {
      await wait(RYTME_MS)
      stand = (await kald(endepunkt, `${STI}/${koersel.id}`)) as Stand
    }
  }
  const foelger = follow()
  const opgaver = koersel.begivenheder.map(({ id, goer, hint }) => ({
    title: goer.da,
    task: async (_ctx: unknown, task: { output: string; skip(besked: string): void }) => {
      task.output = hint.da
      while (udfald(id) === 'ikkeProevet' && !faerdig() && Date.now() < Date.parse(koersel.frist)) await wait(500)
      if (udfald(id) === 'fejlet') throw new Error(hint.da)
      if (udfald(id) === 'ikkeProevet') task.skip(hint.da)
    },
  }))
  await new Listr(opgaver, { concurrent: true, exitOnError: false, fallbackRenderer: 'simple' }).run()
  await foelger
  return (await kald(endepunkt, `${STI}/${koersel.id}/afslutning`, {})) as UnderskrevetRapport
}

async function kald({ origin, legitimation }: Endepunkt, sti: string, body?: object): Promise<unknown> {
  const svar = await fetch(new URL(sti, origin), {
    method: body ? 'POST' : 'GET',
    headers: { ...(await legitimation()), ...(body ? { 'content-type': 'application/json' } : {}) },
    signal: AbortSignal.timeout(30_000),
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch(() => {
    throw new Opstartsfejl(`${origin} svarer ikke. Er adressen rigtig, og kører serveren?`)
  })
  const laest = (await svar.json().catch(() => ({}))) as { readonly da?: string; readonly detail?: string }
  if (!svar.ok) throw new Opstartsfejl(`${origin} svarede ${svar.status}: ${laest.da ?? laest.detail ?? 'uden forklaring'}`)
  return laest
}
