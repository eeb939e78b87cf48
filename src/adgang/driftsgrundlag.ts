import { afvist, type Driftsgrundlag, maskCpr, newUuid, ok, type Resultat, type Uuid, uuid, uuidFromName } from '#kernel'
import type { Kontekst } from '#platform/database'

/** Why a purpose is not taken. */
export type Formaalsafvisning = 'FORMAAL_UGYLDIGT'

const NAVNERUM = uuid('7c0f4a52-6a1d-5c3e-8b0e-2d9a41f6c713')

/** The id that the log names an operator by, of a name that need not be kept: a login name, or the hash of a key. */
export const operatoerFor = (navn: string): Uuid => uuidFromName(NAVNERUM, navn)

const MINDST_TEGN = 10
const HOEJST_TEGN = 200

/** A purpose is a sentence on one line, and without numbers that could be somebody's: the log is no place for them. */
export function isFormaal(tekst: string): boolean {
  const laengde = tekst.trim().length
  return laengde >= MINDST_TEGN && laengde <= HOEJST_TEGN && !/\p{Cc}|\d{7}/u.test(tekst) && maskCpr(tekst) === tekst
}

/** The operator's ground for finding out about one part. Who may be an operator is for the command line and the operator's key to say. */
export const grundlagForDrift = (valg: {
  readonly operatoer: Uuid
  readonly part: Uuid
  readonly formaal: string
}): Resultat<Driftsgrundlag, Formaalsafvisning> =>
  isFormaal(valg.formaal)
    ? ok({
        aktoer: { type: 'drift', id: valg.operatoer },
        part: valg.part,
        grund: 'drift',
        formaal: valg.formaal.trim(),
        korrelation: newUuid(),
      } as Driftsgrundlag)
    : afvist('FORMAAL_UGYLDIGT')

/** The database role of the ground: the operator's, which sees the one part. */
export const kontekstForDrift = ({ part, grund }: Driftsgrundlag): Kontekst => ({ rolle: 'drift', parter: [part], grund })
