import { readFileSync } from 'node:fs'
import { Opstartsfejl } from '#platform/database'
import type { Endepunkt } from '../klient/koer-sag.ts'
import { laesVisning, logIndSomBorger } from '../klient/visning-klient.ts'

export type Endepunktsvalg = {
  readonly mod: URL
  readonly noegleFil?: string
  readonly tokenFil?: string
  readonly restSti: string
  readonly soapSti: string
  readonly ydelseSti: string
  readonly visning: boolean
}

/** A secret's file: never an argument, which other users of the machine can read. */
function readHemmelighed(fil: string): string {
  try {
    return readFileSync(fil === '-' ? 0 : fil, 'utf8').trim()
  } catch {
    throw new Opstartsfejl(`Filen ${fil} kan ikke læses.`)
  }
}

/** How the system shows who it is. Throws Opstartsfejl where nothing or two things are given. */
function readLegitimation({ noegleFil, tokenFil }: Endepunktsvalg): Readonly<Record<string, string>> {
  if ((noegleFil === undefined) === (tokenFil === undefined))
    throw new Opstartsfejl('Angiv enten --noegle-fil eller --token-fil: hvordan systemet viser, hvem det er.')
  return noegleFil === undefined
    ? { authorization: `Bearer ${readHemmelighed(tokenFil ?? '')}` }
    : { 'x-borgerblikket-udviklingsnoegle': readHemmelighed(noegleFil) }
}

/** The endpoint that the command is to try. Throws Opstartsfejl. */
export function createEndepunkt(valg: Endepunktsvalg): Endepunkt {
  const legitimation = readLegitimation(valg)
  return {
    origin: valg.mod.origin,
    restSti: valg.restSti,
    soapSti: valg.soapSti,
    ydelseSti: valg.ydelseSti,
    legitimation: async () => legitimation,
    visning: valg.visning ? async (cpr) => laesVisning(await logIndSomBorger(valg.mod.origin, cpr)) : undefined,
  }
}
