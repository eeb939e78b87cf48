import { type Kommuneformaal, type Kommunegrundlag, newUuid, type Uuid } from '#kernel'
import type { Kontekst } from '#platform/database'
import type { Medarbejder } from './medarbejder/medarbejder.ts'

/**
 * The ground of somebody at work in a municipality, for one request: what that municipality answers for, and no other. Which roles may have
 * it is for the route to say (requireMedarbejder), as of the same request.
 */
export const grundlagForKommune = (
  medarbejder: Pick<Medarbejder, 'id' | 'cvr'>,
  formaal: Kommuneformaal,
  /** Of several requests that are one visit. */
  korrelation: Uuid = newUuid(),
): Kommunegrundlag =>
  ({
    aktoer: { type: 'medarbejder', id: medarbejder.id },
    kommune: medarbejder.cvr,
    grund: 'kommune',
    formaal,
    korrelation,
  }) as Kommunegrundlag

type Kommunekontekst = Extract<Kontekst, { readonly formaal: unknown }>

const kontekstSom = (rolle: Kommunekontekst['rolle'], { aktoer, kommune, formaal }: Kommunegrundlag): Kommunekontekst => ({
  rolle,
  kommune,
  formaal,
  aktoer: aktoer.id,
})

/** The database role of the ground: it sees the municipality's own rows, without the long text of notes. */
export const kontekstForKommune = (grundlag: Kommunegrundlag): Kontekst => kontekstSom('kommune', grundlag)

/** The role that sees the text of the municipality's own notes, where the purpose asks for it, and of them nothing else. */
export const tekstkontekstForKommune = (grundlag: Kommunegrundlag): Kontekst => kontekstSom('kommunetekst', grundlag)
