import { afvist, type KleEmne, ok, parseDato, type Resultat } from '#kernel'
import type { EmneAfvisning } from '../klassifikation.errors.ts'
import type { LokaleEmner } from './lokale-emner.ts'
import type { KleOpslag, KleUdgave } from './udgave.ts'

/** What a number meant on a day. */
export type ResolveretEmne = {
  readonly nr: KleEmne
  readonly titel: string
  readonly gruppetitel?: string
  readonly hovedgruppetitel?: string
  /** The edition's date, or `lokal` for a number of the municipality's own. */
  readonly udgave: string
  /** `aeldste-kendte`: the day lies before every edition we hold, so the oldest one answers, and may answer wrongly. */
  readonly grundlag: 'gaeldende' | 'aeldste-kendte' | 'lokal'
  readonly opslag?: KleOpslag
}

/**
 * What `kle` means on `dato` (YYYY-MM-DD, the day of the case in Copenhagen): in the newest edition published on or before that day,
 * after the municipality's own numbers. Editions may come in any order. Never throws; a number without meaning has a named reason.
 */
export function resolveEmne(
  udgaver: readonly KleUdgave[],
  kle: KleEmne,
  dato: string,
  lokale?: LokaleEmner,
): Resultat<ResolveretEmne, EmneAfvisning> {
  if (parseDato(dato) === undefined) return afvist({ kode: 'UGYLDIG_DATO' })
  const lokal = lokale?.get(kle)
  if (lokal && lokal.fra <= dato) {
    if (lokal.til === undefined || dato < lokal.til)
      return ok({ nr: kle, titel: lokal.titel, udgave: 'lokal', grundlag: 'lokal' })
    return afvist({ kode: 'UDGAAET', udgaaet: lokal.til, titel: lokal.titel, afloestAf: [] })
  }
  const ordnede = [...udgaver].sort(byAge)
  const gaeldende = ordnede.findLast((udgave) => udgave.udgivet <= dato)
  const udgave = gaeldende ?? ordnede[0]
  if (!udgave) return afvist({ kode: 'INGEN_UDGAVE' })
  const opslag = udgave.emner.get(kle)
  if (!opslag) return afvist(explainMissing(ordnede, udgave, kle))
  if (opslag.udgaar !== undefined && opslag.udgaar <= dato) return afvist(ended(opslag, opslag.udgaar))
  return ok(resolved(udgave, opslag, gaeldende ? 'gaeldende' : 'aeldste-kendte'))
}

/** Oldest first; of two of the same day the excerpt first, so that the full edition answers. */
const byAge = (a: KleUdgave, b: KleUdgave): number =>
  a.udgivet === b.udgivet ? Number(b.uddrag) - Number(a.uddrag) : a.udgivet < b.udgivet ? -1 : 1

function resolved(udgave: KleUdgave, opslag: KleOpslag, grundlag: ResolveretEmne['grundlag']): ResolveretEmne {
  const gruppetitel = udgave.grupper.get(opslag.nr.slice(0, 5))?.titel
  const hovedgruppetitel = udgave.hovedgrupper.get(opslag.nr.slice(0, 2))?.titel
  return {
    nr: opslag.nr,
    titel: opslag.titel,
    ...(gruppetitel === undefined ? {} : { gruppetitel }),
    ...(hovedgruppetitel === undefined ? {} : { hovedgruppetitel }),
    udgave: udgave.udgivet,
    grundlag,
    opslag,
  }
}

const ended = ({ titel, afloestAf }: KleOpslag, udgaaet: string): EmneAfvisning => ({
  kode: 'UDGAAET',
  udgaaet,
  titel,
  afloestAf,
})

/** Gone since an earlier edition, not there before a later one, or nowhere. An excerpt's silence proves neither, so there it is unknown. */
function explainMissing(ordnede: readonly KleUdgave[], udgave: KleUdgave, kle: KleEmne): EmneAfvisning {
  const tidligere = ordnede.findLast((anden) => anden.udgivet < udgave.udgivet && anden.emner.has(kle))
  const foer = tidligere?.emner.get(kle)
  if (tidligere && foer) {
    const uden = ordnede.find((anden) => anden.udgivet > tidligere.udgivet && !anden.uddrag && !anden.emner.has(kle))
    const udgaaet = foer.udgaar ?? uden?.udgivet
    if (udgaaet !== undefined && udgaaet <= udgave.udgivet) return ended(foer, udgaaet)
    return { kode: 'UKENDT_NUMMER' }
  }
  const senere = ordnede.find((anden) => anden.udgivet > udgave.udgivet && anden.emner.has(kle))
  const titel = senere?.emner.get(kle)?.titel
  if (senere && titel !== undefined && !udgave.uddrag) return { kode: 'IKKE_OPRETTET_ENDNU', fra: senere.udgivet, titel }
  return { kode: 'UKENDT_NUMMER' }
}
