import { readFileSync } from 'node:fs'
import { operatoerFor } from '#adgang'
import { type CprNummer, parseCprNummer, parseUuid, type Uuid } from '#kernel'
import type { Noegler } from '#platform/crypto'
import type { Forklaringsdeps } from './forklar.ts'
import { forklarForDrift } from './forklar-for-drift.ts'
import { writeForklaring } from './forklar-tekst.ts'
import { AFVIST } from './web/forklar.route.ts'

/** `borgerblikket visning forklar`. The CPR number comes from a file or standard input: an argument would stand in the shell's history. */
export type Forklarvalg = {
  readonly objekt: string
  /** A file, or '-' for standard input. */
  readonly cprFil: string
  readonly formaal: string
  readonly som: string
  readonly json: boolean
}

type Io = {
  /** The login name of the one at the keyboard; only an id made of it is kept. */
  readonly bruger: string
  /** An id that the site has given its operators; else one of `bruger`. */
  readonly operatoer: Uuid | undefined
  readonly print: (tekst: string) => void
}

/** What is wrong with the command's options, or undefined. Answered before anything is opened. */
export function checkForklarvalg({ objekt, som }: Forklarvalg): string | undefined {
  if (!parseUuid(objekt)) return '--objekt skal være objektets UUID.'
  return som === 'egen' || som === 'foraeldremyndighed' ? undefined : '--som skal være egen eller foraeldremyndighed.'
}

/** Explains and prints; answers the sentence that says why it could not. Throws what forklarForDrift throws. */
export async function runForklar(
  deps: Forklaringsdeps & { readonly noegler: Noegler },
  valg: Forklarvalg,
  { bruger, operatoer = operatoerFor(`os ${bruger}`), print }: Io,
): Promise<string | undefined> {
  const objekt = parseUuid(valg.objekt)
  const cpr = readCpr(valg.cprFil)
  if (!objekt || !cpr) return 'Der skal stå ét CPR-nummer (ti cifre) i filen eller på standard input.'
  const betragter = valg.som === 'foraeldremyndighed' ? 'foraeldremyndighed' : 'egen'
  const svar = await forklarForDrift(deps, { operatoer, formaal: valg.formaal, cpr, objekt, betragter })
  if (!svar.ok) return AFVIST[svar.afvisning].da
  print(valg.json ? JSON.stringify(svar.value, null, 2) : writeForklaring(svar.value))
  return undefined
}

function readCpr(fil: string): CprNummer | undefined {
  try {
    return parseCprNummer(readFileSync(fil === '-' ? 0 : fil, 'utf8').trim())
  } catch {
    // No such file, or nothing on standard input: the sentence says what is to stand there.
    return undefined
  }
}
