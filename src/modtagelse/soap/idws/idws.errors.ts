import type { Laesefejl } from './trae.ts'

/** Why a message is not accepted as sent by whom its token says. The first that is found is told. */
export type IdwsAfvisning =
  | Laesefejl
  | 'KONVOLUT_UGYLDIG'
  | 'SIKKERHED_MANGLER'
  | 'SIKKERHED_TVETYDIG'
  | 'UVENTET_ELEMENT'
  | 'TIDSSTEMPEL_UGYLDIGT'
  | 'BESKED_UDLOEBET'
  | 'BESKED_FRA_FREMTIDEN'
  | 'ADRESSERING_UGYLDIG'
  | 'BESKED_TIL_ANDEN'
  | 'BESKED_GENTAGET'
  | 'SIGNATUR_UGYLDIG'
  | 'ALGORITME_IKKE_TILLADT'
  | 'TRANSFORMATION_IKKE_TILLADT'
  | 'FOR_MANGE_REFERENCER'
  | 'REFERENCE_UKENDT'
  | 'REFERENCE_DUBLERET'
  | 'DEL_IKKE_SIGNERET'
  | 'KONTROLSUM_FORKERT'
  | 'SIGNATUR_FORKERT'
  | 'NOEGLE_IKKE_TOKENETS'
  | 'SAMLTOKEN_UGYLDIG'
  | 'UDSTEDER_UKENDT'
  | 'SAMLTOKENSIGNATUR_FORKERT'
  | 'SAMLTOKEN_UDLOEBET'
  | 'SAMLTOKEN_FRA_FREMTIDEN'
  | 'MODTAGER_FORKERT'
  | 'IKKE_HOLDER_OF_KEY'
  | 'CERTIFIKAT_UGYLDIGT'
  | 'CERTIFIKAT_ET_ANDET'
  | 'KILDE_UKENDT'
  | 'SAMLTOKEN_FRA_ANDEN_KILDE'
  | 'RETTIGHED_MANGLER'
  | 'TILLID_MANGLER'

type Saetning = { readonly da: string; readonly en: string; readonly soapfejl: Sikkerhedsfejl }
/** The fault codes of WS-Security 1.1 (12). */
export type Sikkerhedsfejl =
  | 'InvalidSecurity'
  | 'UnsupportedAlgorithm'
  | 'InvalidSecurityToken'
  | 'FailedAuthentication'
  | 'FailedCheck'
  | 'SecurityTokenUnavailable'
  | 'MessageExpired'

const fejl = (soapfejl: Sikkerhedsfejl, da: string, en: string): Saetning => ({ soapfejl, da, en })

/** What the sender is told. Nothing of the message is repeated. */
export const IDWS_SAETNINGER: Readonly<Record<IdwsAfvisning, Saetning>> = {
  XML_UGYLDIG: fejl(
    'InvalidSecurity',
    'Meddelelsen er ikke velformet XML 1.0 i UTF-8 uden DTD og uden behandlingsinstruktioner.',
    'The message is not well-formed XML 1.0 in UTF-8 without a DTD and without processing instructions.',
  ),
  XML_FOR_STOR: fejl(
    'InvalidSecurity',
    'Meddelelsen har for mange eller for dybe elementer; del den.',
    'The message has too many elements, or too deep ones; divide it.',
  ),
  DUBLERET_ID: fejl('InvalidSecurity', 'To elementer har samme id.', 'Two elements have the same id.'),
  KOMMENTAR_I_SIKKERHED: fejl(
    'InvalidSecurity',
    'Der må ikke stå kommentarer i wsse:Security.',
    'There may be no comments in wsse:Security.',
  ),
  KONVOLUT_UGYLDIG: fejl(
    'InvalidSecurity',
    'Konvolutten skal have netop een Header og derefter een Body.',
    'The envelope must have exactly one Header followed by one Body.',
  ),
  SIKKERHED_MANGLER: fejl('InvalidSecurity', 'Meddelelsen mangler wsse:Security.', 'The message has no wsse:Security.'),
  SIKKERHED_TVETYDIG: fejl(
    'InvalidSecurity',
    'Der skal være netop een wsse:Security, direkte i Header.',
    'There must be exactly one wsse:Security, directly in Header.',
  ),
  UVENTET_ELEMENT: fejl(
    'InvalidSecurity',
    'wsse:Security skal have netop eet tidsstempel, eet SAML-token og een signatur, og de må ikke stå andre steder.',
    'wsse:Security must have exactly one timestamp, one token and one signature, which may stand nowhere else.',
  ),
  TIDSSTEMPEL_UGYLDIGT: fejl(
    'InvalidSecurity',
    'wsu:Timestamp skal have Created og derefter Expires, i UTC.',
    'wsu:Timestamp must have Created followed by Expires, in UTC.',
  ),
  BESKED_UDLOEBET: fejl(
    'MessageExpired',
    'Meddelelsen er for gammel; signér den på ny (højst fem minutter).',
    'The message is too old; sign it anew (at most five minutes).',
  ),
  BESKED_FRA_FREMTIDEN: fejl(
    'InvalidSecurity',
    'Meddelelsens tidsstempel ligger i fremtiden; kontrollér uret.',
    "The message's timestamp lies in the future; check the clock.",
  ),
  ADRESSERING_UGYLDIG: fejl(
    'InvalidSecurity',
    'To, Action og MessageID (WS-Addressing) skal stå netop een gang, direkte i Header.',
    'To, Action and MessageID (WS-Addressing) must stand exactly once, directly in Header.',
  ),
  BESKED_TIL_ANDEN: fejl(
    'FailedCheck',
    'Meddelelsen er signeret til en anden adresse (wsa:To).',
    'The message is signed for another address (wsa:To).',
  ),
  BESKED_GENTAGET: fejl(
    'FailedCheck',
    'Meddelelsen er modtaget før; en ny skal have sit eget MessageID.',
    'The message has been received before; a new one needs a MessageID of its own.',
  ),
  SIGNATUR_UGYLDIG: fejl(
    'InvalidSecurity',
    'En signatur har ikke den form, som OIO IDWS siger.',
    'A signature has not the form that OIO IDWS says.',
  ),
  ALGORITME_IKKE_TILLADT: fejl(
    'UnsupportedAlgorithm',
    'Kun RSA-SHA256, SHA-256 og eksklusiv kanonisering kan bruges.',
    'Only RSA-SHA256, SHA-256 and exclusive canonicalization can be used.',
  ),
  TRANSFORMATION_IKKE_TILLADT: fejl(
    'UnsupportedAlgorithm',
    'En reference har en transformation, som ikke kan bruges.',
    'A reference has a transform that cannot be used.',
  ),
  FOR_MANGE_REFERENCER: fejl('InvalidSecurity', 'Signaturen har for mange referencer.', 'The signature has too many references.'),
  REFERENCE_UKENDT: fejl(
    'InvalidSecurity',
    'En reference peger på noget, som ikke skal signeres.',
    'A reference points to something that is not to be signed.',
  ),
  REFERENCE_DUBLERET: fejl('InvalidSecurity', 'To referencer peger på det samme.', 'Two references point to the same.'),
  DEL_IKKE_SIGNERET: fejl(
    'InvalidSecurity',
    'Body, tidsstempel, SAML-token og alle WS-Addressing-felter skal være signeret.',
    'Body, timestamp, token and all WS-Addressing headers must be signed.',
  ),
  KONTROLSUM_FORKERT: fejl(
    'FailedCheck',
    'Noget er ændret, efter at det blev signeret.',
    'Something was changed after it was signed.',
  ),
  SIGNATUR_FORKERT: fejl(
    'FailedCheck',
    'Meddelelsens signatur passer ikke med SAML-tokenets nøgle.',
    "The message's signature does not fit the token's key.",
  ),
  NOEGLE_IKKE_TOKENETS: fejl(
    'SecurityTokenUnavailable',
    'Signaturens KeyInfo skal pege på SAML-tokenet (SAMLID).',
    "The signature's KeyInfo must point to the token (SAMLID).",
  ),
  SAMLTOKEN_UGYLDIG: fejl(
    'InvalidSecurityToken',
    'SAML-tokenet er ikke en SAML 2.0 Assertion med Issuer, Subject, Conditions og signatur.',
    'The token is no SAML 2.0 assertion with Issuer, Subject, Conditions and signature.',
  ),
  UDSTEDER_UKENDT: fejl(
    'FailedAuthentication',
    'SAML-tokenets udsteder er ikke en, som vi stoler på.',
    "The token's issuer is not one that we trust.",
  ),
  SAMLTOKENSIGNATUR_FORKERT: fejl(
    'FailedAuthentication',
    'SAML-tokenets signatur er ikke udstederens.',
    "The token's signature is not its issuer's.",
  ),
  SAMLTOKEN_UDLOEBET: fejl(
    'InvalidSecurityToken',
    'SAML-tokenet er udløbet; hent en ny.',
    'The token has expired; fetch a new one.',
  ),
  SAMLTOKEN_FRA_FREMTIDEN: fejl('InvalidSecurityToken', 'SAML-tokenet gælder ikke endnu.', 'The token is not valid yet.'),
  MODTAGER_FORKERT: fejl(
    'FailedAuthentication',
    'SAML-tokenet er udstedt til et andet system.',
    'The token is issued for another system.',
  ),
  IKKE_HOLDER_OF_KEY: fejl(
    'InvalidSecurityToken',
    'SAML-tokenet skal være holder-of-key med netop eet certifikat.',
    'The token must be holder-of-key with exactly one certificate.',
  ),
  CERTIFIKAT_UGYLDIGT: fejl(
    'InvalidSecurityToken',
    'Certifikatet i SAML-tokenet gælder ikke nu eller har ikke en RSA-nøgle på mindst 2048 bit.',
    'The certificate in the token is not valid now or has no RSA key of at least 2048 bits.',
  ),
  CERTIFIKAT_ET_ANDET: fejl(
    'FailedAuthentication',
    'Forbindelsens certifikat er ikke det, som SAML-tokenet er udstedt til.',
    'The certificate of the connection is not the one that the token is issued to.',
  ),
  KILDE_UKENDT: fejl(
    'FailedAuthentication',
    'SAML-tokenets certifikat er ikke registreret hos en kilde.',
    "The token's certificate is registered with no source.",
  ),
  SAMLTOKEN_FRA_ANDEN_KILDE: fejl(
    'FailedAuthentication',
    'SAML-tokenet hører til en anden kilde end den, som kalder.',
    'The token belongs to another source than the one that calls.',
  ),
  RETTIGHED_MANGLER: fejl(
    'FailedAuthentication',
    'SAML-tokenet giver ingen rettighed til at levere her.',
    'The token gives no right to deliver here.',
  ),
  TILLID_MANGLER: fejl(
    'SecurityTokenUnavailable',
    'Installationen er ikke sat op til at efterprøve wsse:Security; send uden, eller kontakt den driftsansvarlige.',
    'The installation is not set up to verify wsse:Security; send without it, or contact the operator.',
  ),
}
