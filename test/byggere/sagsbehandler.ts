import type { Medarbejder } from '#adgang'
import type { CvrNummer, Foelsomhed, KleMoenster, Opslagsformaal, Rettighedsgruppe, Systemrolle, Uuid } from '#kernel'
import { startBesoeg } from '#partsoverblik/besoeg'
import { logIndPaaArbejde, type Paaarbejde } from './medarbejder.ts'
import { KORSBAEK, type Testwebsted } from './websted.ts'

/** One group of rights: these numbers up to this sensitivity. */
export const rettighed = (
  kle: readonly string[],
  felter: {
    readonly foelsomhed?: Foelsomhed
    readonly systemroller?: readonly Systemrolle[]
    readonly kommune?: CvrNummer
    readonly enheder?: readonly string[]
  } = {},
): Rettighedsgruppe => ({
  kommune: felter.kommune ?? KORSBAEK,
  systemroller: felter.systemroller ?? ['se'],
  kle: kle as readonly KleMoenster[],
  foelsomhed: felter.foelsomhed ?? 'FORTROLIGE_PERSONOPLYSNINGER',
  ...(felter.enheder ? { enheder: felter.enheder } : {}),
})

/** A caseworker at work, who can begin visits without the search. */
export type Sagsbehandler = Paaarbejde & {
  /** Begins a visit and answers its address. Throws where it is refused. */
  slaaOp(part: Uuid, formaal?: Opslagsformaal): Promise<string>
}

export async function logSagsbehandlerInd(
  sted: Testwebsted,
  rettigheder: readonly Rettighedsgruppe[],
  felter: {
    readonly cvr?: CvrNummer
    readonly roller?: readonly ('sagsbehandler' | 'borgerservice' | 'tilsyn')[]
    readonly enheder?: readonly string[]
  } = {},
): Promise<Sagsbehandler> {
  const { cvr = KORSBAEK, roller = ['sagsbehandler'], enheder = [] } = felter
  const navn = 'Karen Lund'
  const inde = await logIndPaaArbejde(sted, { cvr, roller, navn, organisation: 'Korsbæk Kommune', rettigheder, enheder })
  const hvem: Medarbejder = { id: inde.id, cvr, navn, roller, rettigheder, enheder, session: inde.session }
  return {
    ...inde,
    slaaOp: async (part, formaal = 'henvendelse') => {
      const svar = await startBesoeg(sted.system, hvem, { part, formaal })
      if (!svar.ok) throw new Error(`The visit was refused: ${svar.afvisning}`)
      return `/kommune/borger/${svar.value.besoeg}`
    },
  }
}
