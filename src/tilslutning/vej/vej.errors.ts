import type { IBeggeSprog } from '#web'

/** Why a step cannot be taken. Each sentence says what to do. */
export type Vejafvisning =
  | 'FINDES_IKKE'
  | 'IKKE_DIN_ROLLE'
  | 'FINDES_ALLEREDE'
  | 'KRAEVER_TO'
  | 'FORSLAG_FINDES'
  | 'AFTALE_MANGLER'
  | 'SANDKASSE_MANGLER'
  | 'AFPROEVNING_MANGLER'
  | 'KOMMUNE_IKKE_KLAR'
  | 'PILOT_MANGLER'
  | 'PILOT_UDEN_LEVERING'
  | 'IKKE_GODKENDT'
  | 'ER_SUSPENDERET'
  | 'ER_IKKE_SUSPENDERET'
  | 'ER_UDFASET'
  | 'DATABEHANDLERAFTALE_MANGLER'
  | 'ROLLER_MANGLER'
  | 'KONTAKTER_MANGLER'
  | 'DATO_I_FREMTIDEN'
  | 'ANDEN_VAR_FOERST'

export const VEJ_SAETNINGER: { readonly [A in Vejafvisning]: IBeggeSprog } = {
  FINDES_IKKE: { da: 'Det findes ikke her.', en: 'There is no such thing here.' },
  IKKE_DIN_ROLLE: {
    da: 'Dit skridt kræver en anden rolle. Siden siger, hvem der kan tage det.',
    en: 'That step takes another role. The page says who can take it.',
  },
  FINDES_ALLEREDE: {
    da: 'Systemet er allerede registreret, eller skridtet er taget.',
    en: 'The system is registered already, or the step has been taken.',
  },
  KRAEVER_TO: {
    da: 'To personer skal stå bag. En anden end den, der foreslog det, skal bekræfte.',
    en: 'It takes two persons. Somebody other than the one who proposed it must confirm.',
  },
  FORSLAG_FINDES: {
    da: 'Det er allerede foreslået og venter på en anden person.',
    en: 'It has been proposed already and waits for a second person.',
  },
  AFTALE_MANGLER: {
    da: 'Notér først kommunens databehandleraftale med leverandøren.',
    en: "First note the municipality's data processing agreement with the vendor.",
  },
  SANDKASSE_MANGLER: { da: 'Hent først nøgler til sandkassen.', en: 'First fetch keys for the sandbox.' },
  AFPROEVNING_MANGLER: {
    da: 'Afprøvningen skal være bestået for den version, systemet kører nu.',
    en: 'The compliance test must be passed for the version that the system runs now.',
  },
  KOMMUNE_IKKE_KLAR: {
    da: 'Kommunen er ikke klar endnu. Se kommunens egen liste.',
    en: "The municipality is not ready yet. See the municipality's own list.",
  },
  PILOT_MANGLER: { da: 'Systemet skal først køre i en pilotkommune.', en: 'The system must run in a pilot municipality first.' },
  PILOT_UDEN_LEVERING: {
    da: 'Pilotkommunens system har intet leveret endnu, eller noget står afvist. Vent med godkendelsen.',
    en: "The pilot municipality's system has delivered nothing yet, or something stands refused. Wait with the approval.",
  },
  IKKE_GODKENDT: { da: 'Systemet skal være godkendt først.', en: 'The system must be approved first.' },
  ER_SUSPENDERET: { da: 'Tilslutningen er stoppet. Genoptag den først.', en: 'The connection is suspended. Resume it first.' },
  ER_IKKE_SUSPENDERET: { da: 'Tilslutningen er ikke stoppet.', en: 'The connection is not suspended.' },
  ER_UDFASET: { da: 'Systemet er udfaset og kan ikke komme tilbage.', en: 'The system is retired and cannot come back.' },
  DATABEHANDLERAFTALE_MANGLER: {
    da: 'Notér først databehandleraftalen med driftsleverandøren.',
    en: 'First note the data processing agreement with the operator.',
  },
  ROLLER_MANGLER: {
    da: 'Udpeg først mindst to projektansvarlige og en fagsystemansvarlig.',
    en: 'First name at least two project leads and one system owner.',
  },
  KONTAKTER_MANGLER: {
    da: 'Læg først kommunens henvendelsessteder ind, så borgerne ved, hvem de kan spørge.',
    en: "First enter the municipality's contact points, so that citizens know whom to ask.",
  },
  DATO_I_FREMTIDEN: {
    da: 'Aftalen kan ikke være underskrevet i fremtiden.',
    en: 'The agreement cannot be signed in the future.',
  },
  ANDEN_VAR_FOERST: {
    da: 'En anden tog et skridt samtidig. Se siden igen, og prøv så.',
    en: 'Somebody else took a step at the same time. Look at the page again, then try.',
  },
}
