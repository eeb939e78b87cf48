import { readBase64 } from './base64.ts'
import {
  bladsalt,
  feltsalt,
  hashFelt,
  hashLinjetekst,
  type LaestLinje,
  LUKKEDE,
  type LukketFelt,
  lukkedeI,
  readLinjetekst,
  SALTLAENGDE,
  toLinjetekst,
} from './blad.ts'
import type { Linjeraekke } from './forsegling.sql.ts'
import { toLoglinje } from './forsegling.sql.ts'
import { readKontrolpunkt } from './kontrolpunkt.ts'
import { parseVerifikator, type Verifikator } from './note.ts'
import { type Hash, inklusionsbevis, konsistensbevis, type LaesNode } from './trae.ts'
import { type Traehoved, verifyInklusion } from './verificer.ts'

/** Lines about one person with the proof of each: what somebody takes home and checks anywhere. */
export type Logudtraek = {
  readonly form: typeof FORM
  /** The log's key, and the checkpoint that the proofs lead to; null where nothing has been sealed yet. */
  readonly noegle: string
  readonly kontrolpunkt: string | null
  /** The newest checkpoint that witnesses have signed, with their signatures; null where none has, absent in older extracts. */
  readonly bevidnet?: string | null
  /** Which lines there are here; absent in older extracts, which held the newest. */
  readonly periode?: Udtraeksperiode
  /** That the log goes on from the checkpoints of the files that were fetched before: so one from before is held against this one, alone with both. */
  readonly konsistens?: readonly { readonly fra: number; readonly bevis: readonly string[] }[]
  readonly linjer: readonly Udtrukket[]
}

/** Days by the Danish calendar, the last one with; `hvem` as it was chosen. */
export type Udtraeksperiode = {
  readonly fra: string
  readonly til: string | null
  readonly hvem: string | null
  /** UTC: where there were more lines than an extract holds, it is whole from here on. */
  readonly helFra: string | null
}

type Udtrukket = {
  /** As it is hashed. */
  readonly linje: string
  readonly salt: string
  /** Closed fields that are told: the value, and the salt that shows it is the one. */
  readonly aabne: Readonly<Partial<Record<LukketFelt, { readonly vaerdi: string | number | null; readonly salt: string }>>>
  /** From the leaf to the root; null where the line is newer than the checkpoint. */
  readonly bevis: readonly string[] | null
}

/** So many lines an extract holds; where there are more it is whole from the oldest of them on. */
export const HOEJST_I_UDTRAEK = 2_000
const HASH = 32
const FORM = 'borgerblikket-adgangslogudtraek-1'

/** `aabne`: which closed fields of a line may be told. `foer`: the sizes that files before this one were fetched at, and that witnesses have signed. */
export function toUdtraek(
  raekker: readonly Linjeraekke[],
  log: {
    readonly noegle: string
    readonly kontrolpunkt: string | undefined
    readonly bevidnet: string | undefined
    readonly antal: number
    readonly laes: LaesNode
    readonly foer: readonly number[]
  },
  aabne: (raekke: Linjeraekke) => readonly LukketFelt[],
  periode: Udtraeksperiode,
): Logudtraek {
  const linjer = raekker.map((raekke): Udtrukket => {
    const linje = toLoglinje(raekke)
    const { salt } = raekke
    return {
      linje: toLinjetekst(salt, linje),
      salt: bladsalt(salt).toString('base64'),
      aabne: Object.fromEntries(
        // What stands open in a line of an older form is not opened again.
        aabne(raekke)
          .filter((felt) => lukkedeI(linje.form).includes(felt))
          .map((felt) => [felt, { vaerdi: linje[felt], salt: feltsalt(salt, felt).toString('base64') }]),
      ),
      bevis:
        raekke.nr > log.antal ? null : inklusionsbevis(raekke.nr - 1, log.antal, log.laes).map((led) => led.toString('base64')),
    }
  })
  const konsistens = log.foer.map((fra) => ({
    fra,
    bevis: konsistensbevis(fra, log.antal, log.laes).map((led) => led.toString('base64')),
  }))
  const { noegle, kontrolpunkt = null, bevidnet = null } = log
  return { form: FORM, noegle, kontrolpunkt, bevidnet, periode, konsistens, linjer }
}

export type Udtraekskontrol = {
  readonly beviste: number
  /** Newer than the checkpoint: when the oldest of them was written, and how many there are. */
  readonly udaekkede: number
  readonly udaekketFra: string | undefined
  /** Not what stands in the log. Lines are counted from 1 in the extract. */
  readonly forkerte: readonly number[]
  /** About somebody else than the first line is, or there twice: an extract holds neither. */
  readonly fremmede: readonly number[]
  /** What the proofs lead to; undefined where nothing had been sealed. */
  readonly hoved: Traehoved | undefined
}

/**
 * Whether each line stands in the log at its place: believes nothing but `noegle`, the log's key, which the reader has from elsewhere. Undefined
 * where it is no such extract, or not signed by that key.
 */
export function verifyUdtraek(vaerdi: unknown, noegle: Verifikator): Udtraekskontrol | undefined {
  const udtraek = vaerdi as Logudtraek | null
  if (udtraek?.form !== FORM || !Array.isArray(udtraek.linjer)) return undefined
  const egen = parseVerifikator(String(udtraek.noegle))
  if (!egen.ok || egen.value.navn !== noegle.navn || !egen.value.id.equals(noegle.id)) return undefined
  const laest = udtraek.kontrolpunkt === null ? undefined : readKontrolpunkt(String(udtraek.kontrolpunkt), noegle)
  if (laest && !laest.ok) return undefined
  const hoved = laest?.value.kontrolpunkt
  const udfald = udtraek.linjer.map((led) => verifyLinje(led, hoved))
  const felter = udtraek.linjer.map((led) => readLinjetekst(led?.linje))
  const udaekkede = felter.filter((_, i) => udfald[i] === 'udaekket')
  return {
    beviste: udfald.filter((en) => en === 'bevist').length,
    udaekkede: udaekkede.length,
    udaekketFra: udaekkede.map((en) => String(en?.tid)).sort()[0],
    forkerte: udfald.flatMap((en, i) => (en === 'forkert' ? [i + 1] : [])),
    fremmede: findFremmede(felter),
    hoved,
  }
}

function findFremmede(felter: readonly (LaestLinje | undefined)[]): readonly number[] {
  const [foerste] = felter.filter((en) => en !== undefined)
  const sete = new Set<number>()
  return felter.flatMap((en, i) => {
    if (!en) return []
    const fremmed = en.part !== foerste?.part || sete.has(en.nr)
    sete.add(en.nr)
    return fremmed ? [i + 1] : []
  })
}

function verifyLinje(led: Udtrukket, hoved: Traehoved | undefined): 'bevist' | 'udaekket' | 'forkert' {
  const felter = readLinjetekst(led?.linje)
  if (!felter || !holdsAabne(led, felter)) return 'forkert'
  // One that the checkpoint covers has a proof, or is not what stands in the log.
  if (led.bevis === null) return hoved && felter.nr <= hoved.antal ? 'forkert' : 'udaekket'
  const salt = readBase64(led.salt, SALTLAENGDE.blad)
  const bevis = readBevis(led.bevis)
  if (!hoved || !salt || !bevis) return 'forkert'
  return verifyInklusion(hashLinjetekst(salt, led.linje), felter.nr - 1, hoved, bevis) ? 'bevist' : 'forkert'
}

/** The hashes of a proof; undefined where one is none. */
export function readBevis(bevis: unknown): readonly Hash[] | undefined {
  if (!Array.isArray(bevis)) return undefined
  const hashes = bevis.map((en) => readBase64(en, HASH)).filter((en) => en !== undefined)
  return hashes.length === bevis.length ? hashes : undefined
}

/**
 * What is opened are fields that are closed in the line, each by a salt of its whole length: by a longer one the rest of a number could pass for the
 * number.
 */
function holdsAabne({ aabne }: Udtrukket, felter: LaestLinje): boolean {
  if (typeof aabne !== 'object' || aabne === null) return false
  return Object.entries(aabne as Readonly<Record<string, { readonly vaerdi?: unknown; readonly salt?: unknown } | null>>).every(
    ([felt, aaben]) => {
      const [salt, vaerdi] = [readBase64(aaben?.salt, SALTLAENGDE.felt), aaben?.vaerdi]
      const vaerdiOk = typeof vaerdi === 'string' || typeof vaerdi === 'number' || vaerdi === null
      return LUKKEDE.some((en) => en === felt) && salt && vaerdiOk && hashFelt(salt, vaerdi) === felter[felt]
    },
  )
}
