/** Why something in the review was not done, with the sentence that is shown. */
export const GENNEMGANG_SAETNINGER = {
  FINDES_IKKE: {
    da: 'Titlen findes ikke i din kø. Den kan være væk, eller også hører den til et område, du ikke gennemgår.',
    en: 'The title is not in your queue. It may be gone, or belong to an area that you do not review.',
  },
  ALLEREDE_AFGJORT: {
    da: 'En kollega nåede det først: titlen er afgjort. Din beslutning er ikke gemt.',
    en: 'A colleague was first: the title has been decided. Your decision was not saved.',
  },
  FORAELDET: {
    da: 'Fagsystemet har leveret en anden titel siden. Din beslutning er ikke gemt, og den nye titel får sin egen plads i køen.',
    en: 'The system has delivered another title since. Your decision was not saved, and the new title gets a place of its own in the queue.',
  },
  IKKE_AFGJORT: {
    da: 'Der er ikke noget at fortryde: titlen venter allerede.',
    en: 'There is nothing to undo: the title is already waiting.',
  },
  IKKE_DIN: {
    da: 'Det var en kollega, der afgjorde titlen. Kun kollegaen selv eller den kvalitetsansvarlige kan fortryde.',
    en: 'A colleague decided the title. Only that colleague or the quality lead can undo it.',
  },
  SKAL_FRIGIVES: {
    da: 'Svar først på, om tingen ligger hos den rigtige borger. Titlen kan ikke godkendes, før den er frigivet.',
    en: 'First answer whether the item lies with the right citizen. The title cannot be approved until it is released.',
  },
  IKKE_TILBAGEHOLDT: {
    da: 'Tingen er ikke holdt tilbage, så der er ikke noget at frigive.',
    en: 'The item is not held back, so there is nothing to release.',
  },
  TAGET: {
    da: 'En kollega ser på titlen lige nu. Du har fået den næste i køen.',
    en: 'A colleague is looking at the title right now. You have been given the next in the queue.',
  },
  ANTAL_AENDRET: {
    da: 'Antallet af ens titler har ændret sig, siden du så det. Intet er gemt. Se det nye antal, og prøv igen.',
    en: 'The number of identical titles has changed since you saw it. Nothing was saved. See the new number, and try again.',
  },
  TITEL_UGYLDIG: {
    da: 'Skriv en titel på én linje, højst 255 tegn og uden CPR-nummer.',
    en: 'Write a title of one line, at most 255 characters and without a CPR number.',
  },
  TITEL_BLOKERES: {
    da: 'Den rettede titel kan ikke vises for borgeren. Se, hvad kontrollen fandt, og ret den igen.',
    en: 'The corrected title cannot be shown to the citizen. See what the check found, and correct it again.',
  },
  AARSAG_MANGLER: {
    da: 'Vælg, hvorfor titlen ikke skal vises. Vælger du “Andet”, skal du skrive hvorfor, uden CPR-nummer.',
    en: 'Choose why the title is not to be shown. If you choose “Other”, write why, without a CPR number.',
  },
  IKKE_DIN_ROLLE: {
    da: 'Det må kun en projektansvarlig.',
    en: 'Only a project lead may do that.',
  },
  UKENDT: {
    da: 'Formularen kunne ikke læses. Intet er gemt.',
    en: 'The form could not be read. Nothing was saved.',
  },
} as const satisfies Readonly<Record<string, { readonly da: string; readonly en: string }>>

export type Gennemgangsafvisning = keyof typeof GENNEMGANG_SAETNINGER
