import type { Problem } from '#platform/http'

/** The refusals of this module that have a sentence. None repeats what was sent. */
export const AFVISNINGER = {
  FINDES_IKKE: {
    status: 404,
    da: 'Det findes ikke hos denne kilde.',
    en: 'There is no such thing at this source.',
  },
  ABONNEMENT_UGYLDIGT: {
    status: 400,
    da: 'Et felt er ukendt, mangler eller har en forkert form; se Abonnementsoenske i /api/v1/openapi.json.',
    en: 'A field is unknown, missing or of a wrong form; see Abonnementsoenske in /api/v1/openapi.json.',
  },
  ADRESSE_UGYLDIG: {
    status: 400,
    da: 'url skal være en hel adresse på højst 500 tegn, uden brugernavn og uden #.',
    en: 'url must be a whole address of at most 500 characters, without a user name and without #.',
  },
  ADRESSE_IKKE_HTTPS: { status: 400, da: 'url skal begynde med https.', en: 'url must begin with https.' },
  ADRESSE_IKKE_OFFENTLIG: {
    status: 400,
    da: 'url fører til en adresse, som ikke er på det åbne internet.',
    en: 'url leads to an address that is not on the public internet.',
  },
  KOMMUNE_IKKE_AFTALT: {
    status: 403,
    da: 'Der kan kun abonneres på de kommuner, som kilden er aftalt for.',
    en: 'Only the municipalities that are agreed for the source can be subscribed to.',
  },
  KLE_IKKE_AFTALT: {
    status: 403,
    da: 'Der kan kun abonneres på de KLE-numre, som kilden er aftalt for.',
    en: 'Only the KLE numbers that are agreed for the source can be subscribed to.',
  },
  FOR_MANGE_ABONNEMENTER: {
    status: 409,
    da: 'Der kan højst være 50 abonnementer; slet et først.',
    en: 'There can be at most 50 subscriptions; delete one first.',
  },
  TILSTAND_PASSER_IKKE: {
    status: 409,
    da: 'Det kan ikke gøres ved et abonnement i denne tilstand.',
    en: 'This cannot be done to a subscription in this state.',
  },
  BEVIS_FEJLEDE: {
    status: 422,
    da: 'Modtageren svarede ikke 200 med den rigtige udregning af udfordringen. Se docs/tilslutning/haendelser.md.',
    en: 'The receiver did not answer 200 with the right answer to the challenge. See docs/tilslutning/haendelser.md.',
  },
} as const satisfies Readonly<Record<string, Omit<Problem, 'kode'>>>

export type Afvisning = keyof typeof AFVISNINGER

export const toProblem = (kode: Afvisning): Problem => ({ kode, ...AFVISNINGER[kode] })
