import type { Fund } from '../fund.ts'
import { fold, type LaestTekst, noegler, stedOf } from '../laes-tekst.ts'
import * as data from './ordvalg.data.ts'

/** Diagnoses, judgements and abbreviations. None blocks: what is written about the reader is the reader's to see, but a person should look. */
export function findOrdvalg(laest: LaestTekst): Fund[] {
  return laest.led.flatMap((led, i): Fund[] => {
    if (led.cifre !== undefined) return []
    const sted = stedOf(laest, i, i)
    if (isDiagnose(led.noegle)) return [{ kode: 'DIAGNOSE', alvor: 'advarer', ...sted, forslag: '' }]
    if (HAARDE.has(led.noegle) || HAARDE.has(led.noegle.replace(/(?:t|e)$/, ''))) {
      return [{ kode: 'HAARD_VURDERING', alvor: 'advarer', ...sted, forslag: '' }]
    }
    const fulde = FORKORTELSER.get(led.noegle)
    if (fulde === undefined) return []
    // "PH" is an abbreviation, "ph" perhaps a part of something; "vedr." everybody reads.
    const alvor = ALMINDELIGE.has(led.noegle) ? 'oplyser' : 'advarer'
    return [{ kode: 'INTERN_FORKORTELSE', alvor, ...sted, forslag: led.stor && !led.versaler ? storBegyndelse(fulde) : fulde }]
  })
}

const HAARDE: ReadonlySet<string> = new Set(noegler(data.HAARDE_VURDERINGER))
const ALMINDELIGE: ReadonlySet<string> = new Set(noegler(data.ALMINDELIGE))
const FORKORTELSER: ReadonlyMap<string, string> = new Map(
  data.FORKORTELSER.split('|').map((linje): [string, string] => {
    const [kort = '', fuld = ''] = linje.trim().split('=')
    return [fold(kort), fuld]
  }),
)
const STAMMER: ReadonlySet<string> = new Set(noegler(data.DIAGNOSER))
const KORTEST = 3
const LAENGST = Math.max(...[...STAMMER].map((stamme) => stamme.length))

/** Whether the word begins as a diagnosis does; short ones must be the whole word: "kol" is, "kolonihave" is not. */
function isDiagnose(noegle: string): boolean {
  if (STAMMER.has(noegle)) return true
  for (let n = Math.min(LAENGST, noegle.length - 1); n > KORTEST + 1; n--) if (STAMMER.has(noegle.slice(0, n))) return true
  return false
}

const storBegyndelse = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)
