import type { Klient } from '@borgerblikket/klient/kilde'
import type { Bog } from '../indlaes/bog.ts'
import type { Fagsystem } from './systemer.ts'

type Koerende = { readonly system: Fagsystem; readonly klient: Klient; readonly bog: Bog }

/** What came of one municipality's reconciliation. `livstegn`: the sign of life after it proved it anew. */
export type Afstemningsudfald = {
  readonly kommune: string
  readonly antal: number
  readonly stemmer: boolean
  readonly forskelle: number
  readonly bevist: boolean
  readonly livstegn: boolean
}

/** Each source reconciles what all its systems have, and says that it lives. Several systems may deliver as one source, which answers for all of it. */
export async function afstemAlle(
  koerende: readonly Koerende[],
  tell: (kilde: string, udfald: Afstemningsudfald) => void,
): Promise<void> {
  for (const [kilde, systemer] of Map.groupBy(koerende, ({ system }) => system.somKilde))
    for (const kommune of new Set(systemer.flatMap(({ bog }) => [...bog.kommuner()])))
      tell(kilde, await afstemEn(systemer, kommune))
}

async function afstemEn(systemer: readonly Koerende[], kommune: Parameters<Bog['stateOf']>[0]): Promise<Afstemningsudfald> {
  const klient = systemer[0]?.klient
  if (!klient) throw new TypeError('A source without a system')
  const boeger = systemer.map(({ bog }) => bog.stateOf(kommune))
  const objekter = boeger.flatMap((bog) => bog.objekter)
  const sendt = boeger.reduce((sum, bog) => sum + bog.sendt, 0)
  const tidspunkt = new Date()
  const svar = await klient.afstem({ kommune, tidspunkt, sendt, objekter })
  const nu = new Date().toISOString()
  const livstegn = await klient.livstegn({
    // The clock is a number that only rises.
    loebenummer: Date.parse(nu),
    tidspunkt: nu,
    kommuner: [{ kommune, vandmaerke: nu, sendt, koe: 0 }],
  })
  return {
    kommune,
    antal: objekter.length,
    stemmer: svar.stemmer,
    forskelle: svar.manglerHer.length + svar.manglerHosKilden.length + svar.forskellige.length,
    bevist: svar.bevist,
    livstegn: livstegn.bevist.every(({ bevist }) => bevist),
  }
}
