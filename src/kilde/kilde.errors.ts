/** Why a sender is not let in. */
export type Legitimationsafvisning =
  | 'LEGITIMATION_MANGLER'
  | 'LEGITIMATION_UKENDT'
  | 'LEGITIMATION_TVETYDIG'
  | 'CERTIFIKAT_UDLOEBET'
  | 'UDVIKLINGSNOEGLE_IKKE_TILLADT'
  | 'KILDE_SPAERRET'

/** Why a token is not accepted. */
export type Tokenafvisning =
  | 'TOKEN_UGYLDIGT'
  | 'TOKEN_UDLOEBET'
  | 'TOKEN_BUNDET'
  | 'LEGITIMATION_TVETYDIG'
  | 'LEGITIMATION_UKENDT'
  | 'KILDE_SPAERRET'

/** Why a client assertion (RFC 7523) proves nothing. */
export type Paastandsafvisning =
  | 'PAASTAND_UGYLDIG'
  | 'PAASTAND_ALGORITME'
  | 'PAASTAND_NOEGLE_UKENDT'
  | 'PAASTAND_SIGNATUR'
  | 'PAASTAND_MODTAGER'
  | 'PAASTAND_UDLOEBET'
  | 'PAASTAND_FOR_LANG'
  | 'PAASTAND_GENTAGET'
  | 'KILDE_SPAERRET'

/** Why something about a source cannot be registered. */
export type Forvaltningsafvisning =
  | 'KILDE_UKENDT'
  | 'KILDE_FINDES'
  | 'KLIENTID_MANGLER'
  | 'CERTIFIKAT_ULAESELIGT'
  | 'CERTIFIKAT_UDLOEBET'
  | 'CERTIFIKAT_FINDES'
  | 'CERTIFIKAT_UKENDT'
  | 'FOR_MANGE_CERTIFIKATER'
  | 'NOEGLE_ULAESELIG'
  | 'NOEGLE_HEMMELIG'
  | 'NOEGLE_FINDES'
  | 'NOEGLE_UKENDT'
  | 'FOR_MANGE_NOEGLER'
  | 'SAGSLINK_UGYLDIGT'

/** Why a source may not deliver an item; to the sender all of them are IND-005. */
export type Leveringsafvisning =
  | 'KILDE_SPAERRET'
  | 'KOMMUNE_IKKE_AFTALT'
  | 'KLE_IKKE_AFTALT'
  | 'MASTER_ER_ET_ANDET_SYSTEM'
  | 'UDEN_FOR_TOKENET'

type Saetning = { readonly da: string; readonly en: string }

/** The sentence the sender reads. */
export const KILDE_SAETNINGER: Readonly<
  Record<Legitimationsafvisning | Tokenafvisning | Paastandsafvisning | Forvaltningsafvisning | Leveringsafvisning, Saetning>
> = {
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
  UDEN_FOR_TOKENET: {
    da: 'Tokenet giver ikke ret til at levere for denne kommune og dette KLE-nummer sammen.',
    en: 'The token gives no right to deliver for this municipality and this KLE number together.',
  },
  TOKEN_BUNDET: {
    da: 'Tokenet er bundet til et certifikat, som forbindelsen ikke har; kald med det certifikat, som tokenet blev hentet med.',
    en: 'The token is bound to a certificate that the connection has not; call with the one that the token was fetched with.',
  },
  PAASTAND_UGYLDIG: {
    da: 'client_assertion skal være et JWT med kid, iss og sub som klient-id, aud, exp og jti.',
    en: 'client_assertion must be a JWT with kid, iss and sub being the client id, aud, exp and jti.',
  },
  PAASTAND_ALGORITME: {
    da: 'client_assertion skal være signeret med PS256, ES256 eller EdDSA, og nøglen skal være af den slags.',
    en: 'client_assertion must be signed with PS256, ES256 or EdDSA, and the key must be of that kind.',
  },
  PAASTAND_NOEGLE_UKENDT: {
    da: 'Klienten har ingen nøgle med den kid; få den offentlige nøgle registreret hos den driftsansvarlige.',
    en: 'The client has no key of that kid; have the public key registered with the operator.',
  },
  PAASTAND_SIGNATUR: {
    da: 'Signaturen i client_assertion er forkert.',
    en: 'The signature of client_assertion is wrong.',
  },
  PAASTAND_MODTAGER: {
    da: 'aud i client_assertion skal være adressen, hvor tokenet hentes, eller udstederens.',
    en: 'aud of client_assertion must be the address that the token is fetched at, or that of the issuer.',
  },
  PAASTAND_UDLOEBET: {
    da: 'client_assertion gælder ikke nu; kontrollér uret, og lav en ny.',
    en: 'client_assertion is not valid now; check the clock and make a new one.',
  },
  PAASTAND_FOR_LANG: {
    da: 'client_assertion må højst gælde i fem minutter.',
    en: 'client_assertion may be valid for five minutes at most.',
  },
  PAASTAND_GENTAGET: {
    da: 'client_assertion er brugt før; lav en ny med sin egen jti til hvert kald.',
    en: 'client_assertion has been used before; make a new one with a jti of its own for each call.',
  },
  KILDE_UKENDT: { da: 'Der er ingen kilde med det id.', en: 'There is no source of that id.' },
  KILDE_FINDES: {
    da: 'Der er allerede en kilde med det id eller klient-id.',
    en: 'There is a source of that id or client id already.',
  },
  KLIENTID_MANGLER: {
    da: 'Kilden har intet klient-id, så den kan ikke bruge en hemmelighed eller en nøgle.',
    en: 'The source has no client id, so it cannot use a secret or a key.',
  },
  CERTIFIKAT_ULAESELIGT: { da: 'Filen er ikke eet certifikat i PEM-form.', en: 'The file is not one certificate in PEM form.' },
  CERTIFIKAT_FINDES: { da: 'Certifikatet er allerede registreret.', en: 'The certificate is registered already.' },
  CERTIFIKAT_UKENDT: { da: 'Kilden har ikke det certifikat.', en: 'The source has no such certificate.' },
  FOR_MANGE_CERTIFIKATER: {
    da: 'Kilden har allerede to certifikater, som gælder; fjern det gamle først.',
    en: 'The source has two valid certificates already; remove the old one first.',
  },
  NOEGLE_ULAESELIG: {
    da: 'Filen er ikke en JWK eller et JWKS med RSA (mindst 2048 bit), P-256 eller Ed25519.',
    en: 'The file is no JWK or JWKS of RSA (at least 2048 bits), P-256 or Ed25519.',
  },
  NOEGLE_HEMMELIG: {
    da: 'Filen har den private nøgle med; send kun den offentlige, og lav et nyt par.',
    en: 'The file has the private key in it; send the public one alone, and make a new pair.',
  },
  NOEGLE_FINDES: { da: 'Kilden har allerede en nøgle med den kid.', en: 'The source has a key of that kid already.' },
  NOEGLE_UKENDT: { da: 'Kilden har ingen nøgle med den kid.', en: 'The source has no key of that kid.' },
  FOR_MANGE_NOEGLER: {
    da: 'Kilden har allerede fem nøgler; fjern en først.',
    en: 'The source has five keys already; remove one first.',
  },
  SAGSLINK_UGYLDIGT: {
    da: 'Sagslinket skal være en https-adresse uden login med {sagsnummer} eller {uuid} efter værtsnavnet, højst 300 tegn.',
    en: 'The case link must be an https address without a login, with {sagsnummer} or {uuid} after the host, 300 characters at most.',
  },
}
