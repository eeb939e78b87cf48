export type Notatafvisning =
  | 'TITEL_UGYLDIG'
  | 'TEKST_UGYLDIG'
  | 'CPR_I_NOTATET'
  | 'TITEL_BLOKERET'
  | 'SE_FUND'
  | 'FINDES_IKKE'
  | 'SYSTEMET_HENTER_IKKE'
  | 'FOR_MANGE'

type Saetning = { readonly da: string; readonly en: string }

/** What whoever writes a note is told. */
export const NOTATSAETNINGER: Readonly<Record<Notatafvisning, Saetning>> = {
  TITEL_UGYLDIG: {
    da: 'Skriv en titel på én linje, fra 3 til 255 tegn.',
    en: 'Write a title on one line, of 3 to 255 characters.',
  },
  TEKST_UGYLDIG: {
    da: 'Skriv notatets tekst, fra 3 til 20.000 tegn.',
    en: "Write the note's text, of 3 to 20,000 characters.",
  },
  CPR_I_NOTATET: {
    da: 'Der står et CPR-nummer i notatet. Fjern det; sagen ved, hvem notatet handler om.',
    en: 'There is a CPR number in the note. Remove it; the case knows whom the note is about.',
  },
  TITEL_BLOKERET: {
    da: 'Titlen nævner nogen eller noget, som ikke må stå i en titel. Skriv den om.',
    en: 'The title names somebody or something that may not stand in a title. Write it anew.',
  },
  SE_FUND: {
    da: 'Se på det, der er fundet. Ret det, eller send notatet, som det er.',
    en: 'Look at what was found. Put it right, or send the note as it is.',
  },
  FINDES_IKKE: {
    da: 'Sagen findes ikke, eller du har ikke ret til at skrive notater på den.',
    en: 'The case does not exist, or you have no right to write notes on it.',
  },
  SYSTEMET_HENTER_IKKE: {
    da: 'Sagens fagsystem henter ikke notater herfra. Skriv notatet i fagsystemet.',
    en: "The case's system does not fetch notes from here. Write the note in the system.",
  },
  FOR_MANGE: {
    da: 'Der venter allerede mange notater på sagen. Skriv notatet i fagsystemet.',
    en: 'Many notes wait for the case already. Write the note in the system.',
  },
}
