export type Advisafvisning = 'DAGE_UGYLDIGE' | 'DAG_UGYLDIG' | 'FOR_MANGE' | 'NAVN_UGYLDIGT' | 'MAIL_UGYLDIG' | 'FINDES_IKKE'

type Saetning = { readonly da: string; readonly en: string }

/** What whoever asks for advis is told. */
export const ADVISSAETNINGER: Readonly<Record<Advisafvisning, Saetning>> = {
  DAGE_UGYLDIGE: { da: 'Skriv et helt antal dage fra 0 til 60.', en: 'Write a whole number of days from 0 to 60.' },
  DAG_UGYLDIG: {
    da: 'Skriv en dato efter i dag og højst to år frem, som 24-12-2026.',
    en: 'Write a day after today and at most two years ahead, as 24-12-2026.',
  },
  FOR_MANGE: {
    da: 'Du har allerede 200 abonnementer. Afmeld nogle først.',
    en: 'You have 200 subscriptions already. End some first.',
  },
  NAVN_UGYLDIGT: {
    da: 'Skriv gruppens navn på én linje, fra 2 til 100 tegn.',
    en: "Write the group's name on one line, of 2 to 100 characters.",
  },
  MAIL_UGYLDIG: { da: 'Skriv én mailadresse, som navn@kommune.dk.', en: 'Write one mail address, as name@kommune.dk.' },
  FINDES_IKKE: {
    da: 'Det, du vil have advis om, findes ikke, eller du har ikke ret til at se det.',
    en: 'What you ask to be told of does not exist, or you have no right to see it.',
  },
}
