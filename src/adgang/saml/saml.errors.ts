import type { Arbejdsfejlart } from '#web'
import type { Laesefejl } from './xml.ts'

/**
 * Why an answer or a log out was refused: the kind that is logged, which never holds anything of the message, and the page that the person sees.
 * A fault that somebody may have made on purpose gets the same page as one by mistake: it tells what to do, not what was found.
 */
export const SAML_SIDER = {
  XML_UGYLDIG: 'samlAfvist',
  XML_KOMMENTAR: 'samlAfvist',
  XML_DUBLERET_ID: 'samlAfvist',
  FOR_STOR: 'ugyldig',
  FORMULAR_UGYLDIG: 'ugyldig',
  IKKE_ET_SVAR: 'samlAfvist',
  UDBYDER_UKENDT: 'samlAfvist',
  DESTINATION_FORKERT: 'samlAfvist',
  AFBRUDT: 'loginAfbrudt',
  AFVIST_AF_UDBYDER: 'samlAfvistDer',
  NIVEAU_UKENDT: 'samlAfvistDer',
  FORSOEG_UKENDT: 'loginUkendt',
  FLERE_ASSERTIONS: 'samlAfvist',
  IKKE_KRYPTERET: 'samlAfvist',
  KRYPTERING_IKKE_TILLADT: 'samlAfvist',
  KAN_IKKE_DEKRYPTERES: 'samlAfvist',
  UVENTET_ELEMENT: 'samlAfvist',
  SIGNATUR_MANGLER: 'samlAfvist',
  SIGNATUR_TVETYDIG: 'samlAfvist',
  SIGNATUR_FORKERT: 'samlAfvist',
  ALGORITME_IKKE_TILLADT: 'samlAfvist',
  CERTIFIKAT_UDLOEBET: 'samlAfvist',
  AUDIENCE_FORKERT: 'samlAfvist',
  MODTAGER_FORKERT: 'samlAfvist',
  IKKE_BEARER: 'samlAfvist',
  GAMMELT_LOGIN: 'samlAfvist',
  UDLOEBET: 'samlTid',
  FRA_FREMTIDEN: 'samlTid',
  TID_UGYLDIG: 'samlAfvist',
  GENBRUGT: 'loginUkendt',
  PROFIL_UKENDT: 'samlAfvist',
  FOR_LAV_SIKRING: 'loginNiveau',
  INGEN_ORGANISATION: 'loginUdenOrganisation',
  CVR_FREMMED: 'samlFremmed',
  LOGUD_UGYLDIGT: 'logUdAfvist',
} as const satisfies Readonly<Record<Laesefejl, Arbejdsfejlart>> & Readonly<Record<string, Arbejdsfejlart>>

export type Samlafvisning = keyof typeof SAML_SIDER
