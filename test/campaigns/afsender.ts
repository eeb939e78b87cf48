import { type ClientRequest, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { ElementKilde } from '#modtagelse'

/** A fagsystem that delivers by REST, and remembers every receipt that reached it whole, whatever became of the rest of the answer. */

export type Leverance = { readonly noegle: string; readonly udviklingsnoegle: string; readonly linjer: readonly string[] }
export type Kvittering = {
  readonly linje: number
  readonly id?: string
  readonly udfald: 'modtaget' | 'uaendret' | 'afvist'
  readonly brud?: readonly { readonly regel: string }[]
}
type Slutlinje = {
  readonly slut: true
  readonly linjer: number
  readonly modtaget: number
  readonly uaendret: number
  readonly afvist: number
}

export type Afsendelse = {
  readonly leverance: Leverance
  /** By line, as first told. */
  readonly kvitteringer: Map<number, Kvittering>
  /** Lines whose receipt was another when the delivery was sent again. */
  readonly modsigelser: string[]
  forsoeg: number
  slut: Slutlinje | undefined
}

export const createAfsendelse = (leverance: Leverance): Afsendelse => ({
  leverance,
  kvitteringer: new Map(),
  modsigelser: [],
  forsoeg: 0,
  slut: undefined,
})

const STYKKE = 40

/**
 * Sends the delivery from its first line, at the pace given (ms between pieces of 40 lines), and reads receipts meanwhile. `onKvittering`
 * is told of each receipt that is new. True where the closing line came.
 */
export async function send(
  url: string,
  afsendelse: Afsendelse,
  pauseMs: number,
  onKvittering: () => void = () => undefined,
): Promise<boolean> {
  afsendelse.forsoeg++
  const { noegle, udviklingsnoegle, linjer } = afsendelse.leverance
  const ud = request(`${url}/api/v1/leverancer`, {
    method: 'POST',
    agent: false,
    headers: {
      'content-type': 'application/x-ndjson',
      'idempotency-key': noegle,
      'x-borgerblikket-udviklingsnoegle': udviklingsnoegle,
    },
  })
  const svar = readSvar(ud, afsendelse, onKvittering)
  for (let fra = 0; fra < linjer.length && !ud.destroyed; fra += STYKKE) {
    ud.write(linjer.slice(fra, fra + STYKKE).join(''))
    if (pauseMs > 0) await wait(pauseMs)
  }
  ud.end()
  return svar
}

/** Resolves when the answer has ended, in whatever way; a line counts when its newline has come. */
function readSvar(ud: ClientRequest, afsendelse: Afsendelse, onKvittering: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    ud.once('error', () => resolve(false))
    ud.once('response', (ind) => {
      let rest = ''
      const end = () => resolve(ind.statusCode === 200 && afsendelse.slut !== undefined)
      ind.setEncoding('utf8')
      ind.on('data', (tekst: string) => {
        if (ind.statusCode !== 200) return
        const linjer = (rest + tekst).split('\n')
        rest = linjer.pop() ?? ''
        for (const linje of linjer) note(afsendelse, linje, onKvittering)
      })
      ind.once('end', end)
      ind.once('error', end)
      ind.once('close', end)
    })
  })
}

function note(afsendelse: Afsendelse, linje: string, onKvittering: () => void): void {
  const laest = JSON.parse(linje) as Kvittering | Slutlinje
  if ('slut' in laest) {
    afsendelse.slut = laest
    return
  }
  const kendt = afsendelse.kvitteringer.get(laest.linje)
  if (kendt) {
    if (!isDeepStrictEqual(kendt, laest))
      afsendelse.modsigelser.push(`${JSON.stringify(kendt)} blev til ${JSON.stringify(laest)}`)
    return
  }
  afsendelse.kvitteringer.set(laest.linje, laest)
  onKvittering()
}

export const toLinje = (element: ElementKilde): string => `${JSON.stringify(element)}\n`
