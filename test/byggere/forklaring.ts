import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runForklar } from '#overblik'
import { type Svar, send } from './klient.ts'
import type { Testwebsted } from './websted.ts'

export const DRIFTSNOEGLE = 'en-tilfaeldig-noegle-kun-til-proeverne'
/** For startWebsted: the operator's API is on. */
export const MED_DRIFT = { BORGERBLIKKET_DRIFTSNOEGLE: DRIFTSNOEGLE }

/** Asks as the operator why an item is shown to a person or not; headers and the query can be given another value or taken away. */
export function askForklaring(
  sted: Testwebsted,
  cpr: string,
  objekt: string,
  mere: { readonly som?: string; readonly headers?: Readonly<Record<string, string | undefined>> } = {},
): Promise<Svar> {
  const alle = {
    'x-borgerblikket-driftsnoegle': DRIFTSNOEGLE,
    'x-borgerblikket-cpr': cpr,
    'x-borgerblikket-formaal': encodeURIComponent('Borgeren har spurgt, hvorfor sagen ikke ses'),
    ...mere.headers,
  }
  const headers = Object.fromEntries(Object.entries(alle).filter(([, vaerdi]) => vaerdi !== undefined)) as Record<string, string>
  const som = mere.som === undefined ? '' : `&som=${mere.som}`
  return send(sted.origin, `/api/v1/drift/forklaring?objekt=${objekt}${som}`, { headers }, sted.agent)
}

/** 'vises', or the reason why not, as the operator's command says it. Throws where there is no such item about the person. */
export async function hvorfor(sted: Testwebsted, cpr: string, objekt: string, som = 'egen'): Promise<string> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbforklar-'))
  const cprFil = join(mappe, 'cpr')
  writeFileSync(cprFil, `${cpr}\n`)
  let svar = ''
  const valg = { objekt, cprFil, formaal: 'Borgeren har spurgt, hvorfor sagen ikke ses', som, json: true }
  const fejl = await runForklar(sted.system, valg, { bruger: 'prøve', operatoer: undefined, print: (tekst) => (svar = tekst) })
  rmSync(mappe, { recursive: true })
  if (fejl) throw new Error(fejl)
  const { vises, grund } = JSON.parse(svar) as { readonly vises: boolean; readonly grund?: string }
  return vises ? 'vises' : (grund ?? 'uden grund')
}
