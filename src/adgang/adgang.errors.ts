/** Why a citizen was not logged in: the status of the answer and the sentences that the page shows. */
export const LOGIN_AFVISNINGER = {
  FORSOEG_UKENDT: {
    status: 400,
    da: 'Dit login kunne ikke gennemføres, fordi det er udløbet, allerede er brugt eller blev begyndt i en anden browser. Prøv at logge ind igen.',
    en: 'Your login could not be completed because it has expired, has been used already, or was started in another browser. Please log in again.',
  },
  AFBRUDT: {
    status: 400,
    da: 'Du afbrød dit login. Du er ikke logget ind.',
    en: 'You cancelled your login. You are not logged in.',
  },
  MITID_SVARER_IKKE: {
    status: 503,
    da: 'Login med MitID svarer ikke lige nu. Fejlen er ikke din. Prøv igen om et par minutter.',
    en: 'Login with MitID does not answer right now. The fault is not yours. Please try again in a few minutes.',
  },
  MITID_AFVISTE: {
    status: 502,
    da: 'Login med MitID kunne ikke gennemføres på grund af en fejl hos os eller hos MitID. Prøv igen, og kontakt din kommune, hvis det bliver ved.',
    en: 'Login with MitID could not be completed because of a fault here or at MitID. Please try again, and contact your municipality if it persists.',
  },
  FOR_LAV_SIKRING: {
    status: 403,
    da: 'Dit login er på sikringsniveau Lav. Dine oplysninger kan kun vises, når du logger ind med niveau Betydelig eller Høj, for eksempel med MitID-appen.',
    en: 'Your login has assurance level Low. Your information can be shown only when you log in with level Substantial or High, for example with the MitID app.',
  },
  INGEN_CPR: {
    status: 403,
    da: 'Dit MitID er ikke knyttet til et CPR-nummer, så vi kan ikke finde dine sager. Din kommune kan hjælpe dig.',
    en: 'Your MitID is not linked to a CPR number, so we cannot find your cases. Your municipality can help you.',
  },
  IKKE_PRIVAT: {
    status: 403,
    da: 'Du loggede ind med en erhvervsidentitet. Log ind med dit private MitID for at se dine egne oplysninger.',
    en: 'You logged in with a business identity. Log in with your private MitID to see your own information.',
  },
  FOR_UNG: {
    status: 403,
    da: 'Du skal være fyldt 15 år for selv at se dine sager her. Tal med dine forældre, eller spørg din kommune.',
    en: 'You must be 15 years old to see your own cases here. Talk to your parents, or ask your municipality.',
  },
} as const satisfies Record<string, { readonly status: number; readonly da: string; readonly en: string }>

export type LoginAfvisning = keyof typeof LOGIN_AFVISNINGER

/** What can go wrong at every entrance, before it is known who comes. */
export type Brokerfejl = 'FORSOEG_UKENDT' | 'AFBRUDT' | 'MITID_SVARER_IKKE' | 'MITID_AFVISTE'

/** What a page is to be made for, where the answer is not a redirect. `A`: why somebody can be refused at this entrance. */
export type Loginudfald<A extends string> =
  | { readonly type: 'ikkeLoggetInd'; readonly afvisning: A | Brokerfejl; readonly retursti: string }
  /** The wish to log out came from another site's page and was not followed. */
  | { readonly type: 'ikkeLoggetUd' }
  /** Logged out here; the browser goes on to `url` by itself to be logged out at MitID too, and the page has a link for those where it does not. */
  | { readonly type: 'loggetUdHer'; readonly url: string }
  /** The same where the login was the person's own organisation's. */
  | { readonly type: 'loggetUdHerOgDer'; readonly url: string }
  | { readonly type: 'loggetUd' }

export type Adgangsudfald = Loginudfald<LoginAfvisning>
