import type { IBeggeSprog } from '#web'

/** Why something cannot be done with the configuration. Each sentence says what to do. */
export type Konfigurationsafvisning =
  | 'FINDES_IKKE'
  | 'IKKE_DIN_ROLLE'
  | 'ANDEN_VAR_FOERST'
  | 'ER_AFSLUTTET'
  | 'ER_FORESLAAET'
  | 'ER_IKKE_FORESLAAET'
  | 'INTET_AT_FORESLAA'
  | 'FOR_MANGE_LINJER'
  | 'DATO_PASSERET'
  | 'KRAEVER_TO'
  | 'HAR_RETTET'
  | 'AENDRET_SIDEN_FORSLAG'
  | 'FORAELDET'
  | 'FORSLAGSSTILLER_UDEN_ROLLE'
  | 'KUN_ENKELTNUMRE'
  | 'JURIST_MANGLER'
  | 'FRADATO_MANGLER'
  | 'STIKPROEVE_MANGLER'
  | 'KUN_STRAKS'
  | 'ER_LUKKET'

export const KONFIGURATION_SAETNINGER: { readonly [A in Konfigurationsafvisning]: IBeggeSprog } = {
  FINDES_IKKE: { da: 'Det findes ikke her.', en: 'There is no such thing here.' },
  IKKE_DIN_ROLLE: {
    da: 'Kun en projektansvarlig kan ændre, hvad der vises. Du kan læse med.',
    en: 'Only a project lead can change what is shown. You can read along.',
  },
  ANDEN_VAR_FOERST: {
    da: 'Noget er ændret, siden du åbnede siden: i en anden fane eller af en kollega. Intet er gemt. Her er det, som det står nu.',
    en: 'Something has changed since you opened the page: in another tab or by a colleague. Nothing was saved. Here it is as it stands now.',
  },
  ER_AFSLUTTET: { da: 'Udkastet er afsluttet. Lav et nyt.', en: 'The draft is closed. Make a new one.' },
  ER_FORESLAAET: {
    da: 'Udkastet er foreslået og kan ikke rettes, så det, der godkendes, er det, der blev foreslået. Træk det tilbage først.',
    en: 'The draft is proposed and cannot be edited, so that what is approved is what was proposed. Take it back first.',
  },
  ER_IKKE_FORESLAAET: { da: 'Udkastet er ikke foreslået.', en: 'The draft is not proposed.' },
  INTET_AT_FORESLAA: {
    da: 'Udkastet ændrer ikke noget. Tilføj et nummer først.',
    en: 'The draft changes nothing. Add a number first.',
  },
  FOR_MANGE_LINJER: {
    da: 'Et udkast kan højst have 500 numre. Del det i to.',
    en: 'A draft can have 500 numbers. Split it in two.',
  },
  DATO_PASSERET: {
    da: 'Datoen skal ligge efter i dag. Skriv en ny, eller lad feltet stå tomt: så gælder det fra godkendelsen.',
    en: 'The date must lie after today. Write a new one, or leave the field empty: then it holds from the approval.',
  },
  KRAEVER_TO: {
    da: 'Noget kan blive synligt, så to personer skal stå bag: en, der foreslår, og en anden, der godkender.',
    en: 'Something can become visible, so it takes two persons: one who proposes, and another who approves.',
  },
  HAR_RETTET: {
    da: 'Du har selv rettet i udkastet og kan ikke godkende det. Bed en anden projektansvarlig om det.',
    en: 'You have edited the draft yourself and cannot approve it. Ask another project lead.',
  },
  AENDRET_SIDEN_FORSLAG: {
    da: 'Det, du så, er ikke det, der er foreslået nu. Læs forslaget igen, før du godkender.',
    en: 'What you saw is not what is proposed now. Read the proposal again before you approve.',
  },
  FORAELDET: {
    da: 'En anden ændring er trådt i kraft, siden det blev foreslået. Se nedenfor, hvad der er ændret. Træk forslaget tilbage, og foreslå det igen.',
    en: 'Another change has come into force since it was proposed. See below what has changed. Take the proposal back, and propose it again.',
  },
  FORSLAGSSTILLER_UDEN_ROLLE: {
    da: 'Den, der foreslog det, er ikke projektansvarlig mere. Afvis forslaget, og lad en anden foreslå det igen.',
    en: 'The one who proposed it is no longer a project lead. Decline the proposal, and let somebody else propose it again.',
  },
  KUN_ENKELTNUMRE: {
    da: 'Nummeret er altid lukket for borgere og kan kun åbnes som et enkelt emne (NN.NN.NN), ikke som gruppe.',
    en: 'The number is always closed to citizens and can only be opened as a single subject (NN.NN.NN), not as a group.',
  },
  JURIST_MANGLER: {
    da: 'Nummeret er altid lukket for borgere. Det kan kun åbnes med navnet på kommunens jurist og dennes bekræftelse.',
    en: "The number is always closed to citizens. It can only be opened with the name of the municipality's lawyer and their confirmation.",
  },
  FRADATO_MANGLER: {
    da: 'Vælg, hvor langt tilbage sager vises (fradato), for de numre, der åbnes.',
    en: 'Choose how far back cases are shown (from-date) for the numbers that are opened.',
  },
  STIKPROEVE_MANGLER: {
    da: 'Skriv, hvor mange titler stikprøven skal have.',
    en: 'Write how many titles the sample is to have.',
  },
  KUN_STRAKS: {
    da: 'Det, en person gør alene, gælder med det samme. Fjern datoen fra udkastet, eller foreslå det.',
    en: 'What one person does alone holds at once. Remove the date from the draft, or propose it.',
  },
  ER_LUKKET: { da: 'Nummeret er allerede lukket.', en: 'The number is closed already.' },
}
