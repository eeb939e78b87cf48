import { bladsalt, feltsalt, hashFelt, hashLinjetekst, LUKKEDE, type LukketFelt, readLinjetekst, toLinjetekst } from './blad.ts'
import type { Linjeraekke } from './forsegling.sql.ts'
import { toLoglinje } from './forsegling.sql.ts'
import { readKontrolpunkt } from './kontrolpunkt.ts'
import { parseVerifikator, type Verifikator } from './note.ts'
import { type Hash, inklusionsbevis, type LaesNode } from './trae.ts'
import { type Traehoved, verifyInklusion } from './verificer.ts'

/** Lines about one person with the proof of each: what somebody takes home and checks anywhere. */
export type Logudtraek = {
  readonly form: typeof FORM
  /** The log's key, and the checkpoint that the proofs lead to; null where nothing has been sealed yet. */
  readonly noegle: string
  readonly kontrolpunkt: string | null
  /** Which lines there are here; absent in older extracts, which held the newest. */
  readonly periode?: Udtraeksperiode
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

const FORM = 'borgerblikket-adgangslogudtraek-1'

/** `aabne`: which closed fields of a line may be told. */
export function toUdtraek(
  raekker: readonly Linjeraekke[],
  log: { readonly noegle: string; readonly kontrolpunkt: string | undefined; readonly antal: number; readonly laes: LaesNode },
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
        aabne(raekke).map((felt) => [felt, { vaerdi: linje[felt], salt: feltsalt(salt, felt).toString('base64') }]),
      ),
      bevis:
        raekke.nr > log.antal ? null : inklusionsbevis(raekke.nr - 1, log.antal, log.laes).map((led) => led.toString('base64')),
    }
  })
  return { form: FORM, noegle: log.noegle, kontrolpunkt: log.kontrolpunkt ?? null, periode, linjer }
}

export type Udtraekskontrol = { readonly beviste: number; readonly udaekkede: number; readonly forkerte: readonly number[] }

/**
 * Whether each line stands in the log at its place: believes nothing but `noegle`, the log's key, which the reader has from elsewhere. Undefined
 * where it is no such extract, or not signed by that key. Lines are counted from 1 in the extract.
 */
export function verifyUdtraek(vaerdi: unknown, noegle: Verifikator): Udtraekskontrol | undefined {
  const udtraek = vaerdi as Logudtraek | null
  if (udtraek?.form !== FORM || !Array.isArray(udtraek.linjer)) return undefined
  const egen = parseVerifikator(String(udtraek.noegle))
  if (!egen.ok || !egen.value.id.equals(noegle.id)) return undefined
  const laest = udtraek.kontrolpunkt === null ? undefined : readKontrolpunkt(String(udtraek.kontrolpunkt), noegle)
  if (laest && !laest.ok) return undefined
  const hoved = laest?.value.kontrolpunkt
  const udfald = udtraek.linjer.map((led) => verifyLinje(led, hoved))
  return {
    beviste: udfald.filter((en) => en === 'bevist').length,
    udaekkede: udfald.filter((en) => en === 'udaekket').length,
    forkerte: udfald.flatMap((en, i) => (en === 'forkert' ? [i + 1] : [])),
  }
}

function verifyLinje(led: Udtrukket, hoved: Traehoved | undefined): 'bevist' | 'udaekket' | 'forkert' {
  const felter = readLinjetekst(String(led?.linje))
  if (!felter || !holdsAabne(led, felter)) return 'forkert'
  if (led.bevis === null) return 'udaekket'
  if (!hoved || !Array.isArray(led.bevis)) return 'forkert'
  const blad = hashLinjetekst(Buffer.from(String(led.salt), 'base64'), led.linje)
  const bevis = led.bevis.map((en): Hash => Buffer.from(String(en), 'base64'))
  return verifyInklusion(blad, Number(felter['nr']) - 1, hoved, bevis) ? 'bevist' : 'forkert'
}

const holdsAabne = ({ aabne }: Udtrukket, felter: Readonly<Record<string, unknown>>): boolean =>
  LUKKEDE.every((felt) => {
    const aaben = aabne?.[felt]
    return !aaben || hashFelt(Buffer.from(String(aaben.salt), 'base64'), aaben.vaerdi) === felter[felt]
  })
