/** Why a sender is not let in. */
export type Legitimationsafvisning =
  | 'LEGITIMATION_MANGLER'
  | 'LEGITIMATION_UKENDT'
  | 'LEGITIMATION_TVETYDIG'
  | 'CERTIFIKAT_UDLOEBET'
  | 'UDVIKLINGSNOEGLE_IKKE_TILLADT'
  | 'KILDE_SPAERRET'

/** Why a token is not accepted. */
export type Tokenafvisning = 'TOKEN_UGYLDIGT' | 'TOKEN_UDLOEBET' | 'LEGITIMATION_UKENDT' | 'KILDE_SPAERRET'

/** Why a source may not deliver an item; to the sender all of them are IND-005. */
export type Leveringsafvisning = 'KILDE_SPAERRET' | 'KOMMUNE_IKKE_AFTALT' | 'KLE_IKKE_AFTALT' | 'MASTER_ER_ET_ANDET_SYSTEM'

type Saetning = { readonly da: string; readonly en: string }

/** The sentence the sender reads. */
export const KILDE_SAETNINGER: Readonly<Record<Legitimationsafvisning | Tokenafvisning | Leveringsafvisning, Saetning>> = {
  LEGITIMATION_MANGLER: {
    da: 'Kaldet har hverken token, nøgle eller certifikat; send det, som kilden er aftalt med.',
    en: 'The call has no token, key or certificate; send the one agreed for the source.',
  },
  LEGITIMATION_UKENDT: {
    da: 'Legitimationen hører ikke til en kilde, som vi kender; kontrollér nøglen, hemmeligheden eller certifikatet.',
    en: 'The credentials belong to no source we know; check the key, the secret or the certificate.',
  },
  LEGITIMATION_TVETYDIG: {
    da: 'Kaldet har mere end én slags legitimation; send kun den, som kilden er aftalt med.',
    en: 'The call has more than one kind of credentials; send only the one agreed for the source.',
  },
  CERTIFIKAT_UDLOEBET: {
    da: 'Certifikatet gælder ikke nu; forny det, og få det nye registreret hos den driftsansvarlige.',
    en: 'The certificate is not valid now; renew it and have the new one registered with the operator.',
  },
  UDVIKLINGSNOEGLE_IKKE_TILLADT: {
    da: 'Udviklingsnøgler kan ikke bruges her; brug et token eller et certifikat.',
    en: 'Development keys cannot be used here; use a token or a certificate.',
  },
  KILDE_SPAERRET: {
    da: 'Kilden er spærret; kontakt den driftsansvarlige.',
    en: 'The source is blocked; contact the operator.',
  },
  TOKEN_UGYLDIGT: {
    da: 'Tokenet er ikke gyldigt her; hent et nyt med kildens klient-id og hemmelighed.',
    en: "The token is not valid here; fetch a new one with the source's client id and secret.",
  },
  TOKEN_UDLOEBET: {
    da: 'Tokenet er udløbet; hent et nyt.',
    en: 'The token has expired; fetch a new one.',
  },
  KOMMUNE_IKKE_AFTALT: {
    da: 'Kilden må ikke levere for denne kommune.',
    en: 'The source may not deliver for this municipality.',
  },
  KLE_IKKE_AFTALT: {
    da: 'Kilden må ikke levere for dette KLE-nummer.',
    en: 'The source may not deliver for this KLE number.',
  },
  MASTER_ER_ET_ANDET_SYSTEM: {
    da: 'Objektets Master er et andet system end kilden.',
    en: 'The Master of the object is another system than the source.',
  },
}
