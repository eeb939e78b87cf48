import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Kildeobjekt, Oplyst, Trinknude } from '#afstemning/fortegnelse'
import { parseArt, parseCvrNummer, parseKleEmne, parseTidspunkt, parseUuid } from '#kernel'
import { parseStrengJson } from './parse-linje.ts'
import { AFSTEMNING_SKEMAER } from './skema.afstemning.ts'

const ROD = Compile(AFSTEMNING_SKEMAER['Fortegnelsesrod'] as TSchema)
const TRIN = Compile(AFSTEMNING_SKEMAER['Trinsvar'] as TSchema)

/** The root of an inventory, or undefined where it is none. */
export function parseRod(tekst: string): Omit<Oplyst, 'udsagn' | 'signatur'> | undefined {
  const vaerdi = parseStrengJson(tekst)
  if (!ROD.Check(vaerdi)) return undefined
  const rod = vaerdi as { kommune: string; tidspunkt: string; sendt: number; antal: number; rod: string }
  const [kommune, tidspunkt] = [parseCvrNummer(rod.kommune), parseTidspunkt(rod.tidspunkt)]
  return kommune && tidspunkt ? { kommune, tidspunkt, sendt: rod.sendt, antal: rod.antal, rod: rod.rod } : undefined
}

type Raa =
  | { readonly p: string; readonly antal: number; readonly hash: string }
  | { readonly p: string; readonly objekter: readonly (readonly string[])[] }

/** What a step answers, or undefined where it is no answer. */
export function parseTrin(tekst: string): readonly Trinknude[] | undefined {
  const vaerdi = parseStrengJson(tekst)
  if (!TRIN.Check(vaerdi)) return undefined
  const svar: Trinknude[] = []
  for (const led of (vaerdi as { readonly noder: readonly Raa[] }).noder) {
    if (!('objekter' in led)) svar.push(led)
    else {
      const objekter = led.objekter.map(parseObjektversion)
      if (!objekter.every((objekt) => objekt !== undefined)) return undefined
      svar.push({ p: led.p, objekter })
    }
  }
  return svar
}

/** An object's UUID and Tidspunkt and, where they are told, both its kind and its KLE number; undefined for anything else. */
export function parseObjektversion(led: readonly unknown[]): Kildeobjekt | undefined {
  if (!led.every((del) => typeof del === 'string') || (led.length !== 2 && led.length !== 4)) return undefined
  const [id, tidspunkt] = [parseUuid(led[0] ?? ''), parseTidspunkt(led[1] ?? '')]
  if (!id || !tidspunkt) return undefined
  if (led.length === 2) return { id, tidspunkt }
  const [art, kle] = [parseArt(led[2] ?? ''), parseKleEmne(led[3] ?? '')]
  return art && kle ? { id, tidspunkt, felt: { art, kle } } : undefined
}
