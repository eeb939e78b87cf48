import { type CvrNummer, parseKleMoenster, type Rettighedsgruppe, type Systemrolle, type Uuid, uuid } from '#kernel'
import { startBesoeg } from '#partsoverblik/besoeg'
import { logIndPaaArbejde, type Paaarbejde } from './medarbejder.ts'
import { KORSBAEK, type Testwebsted } from './websted.ts'

/** Rights to all that a municipality has, up to the highest sensitivity, unless something else is said. */
export const rettighed = (valg: {
  readonly kommune?: CvrNummer
  readonly kle?: readonly string[]
  readonly foelsomhed?: Rettighedsgruppe['foelsomhed']
  readonly systemroller?: readonly Systemrolle[]
}): Rettighedsgruppe => ({
  kommune: valg.kommune ?? KORSBAEK,
  systemroller: valg.systemroller ?? ['se', 'kendskab', 'notat'],
  kle: (valg.kle ?? ['*']).flatMap((tekst) => parseKleMoenster(tekst) ?? []),
  foelsomhed: valg.foelsomhed ?? 'VIP_SAGER',
})

export type Sagsbehandler = Paaarbejde & {
  /** Begins a visit to somebody; answers the address of its pages. */
  besoeg(part: Uuid): Promise<string>
}

/** A caseworker who is logged in, with rights to all of the municipality unless others are given. */
export async function logIndSomSagsbehandler(
  sted: Testwebsted,
  valg: {
    readonly cvr?: CvrNummer
    readonly navn?: string
    readonly id?: Uuid
    readonly rettigheder?: readonly Rettighedsgruppe[]
    readonly enheder?: readonly string[]
  } = {},
): Promise<Sagsbehandler> {
  const { cvr = KORSBAEK, navn = 'Prøve Medarbejder', enheder = [] } = valg
  const { rettigheder = [rettighed({ kommune: cvr })] } = valg
  const hvem = await logIndPaaArbejde(sted, { ...valg, cvr, roller: ['sagsbehandler'], rettigheder })
  return {
    ...hvem,
    besoeg: async (part) => {
      const valgt = { part, formaal: 'henvendelse', begrundelse: 'Borgeren ringer' } as const
      const svar = await startBesoeg(sted.system, { id: hvem.id, cvr, navn, rettigheder, enheder, session: hvem.session }, valgt)
      if (!svar.ok) throw new Error(`The visit was refused: ${svar.afvisning}`)
      return `/kommune/borger/${svar.value.besoeg}`
    },
  }
}

/** The part of somebody who has been delivered about. */
export async function partAf(sted: Testwebsted, objekt: string): Promise<Uuid> {
  const [raekke] = await sted.base.asOwner<{ parter: string[] }>('SELECT parter FROM objekt WHERE objekt_id = $1', [objekt])
  return uuid(raekke?.parter[0] ?? '')
}
