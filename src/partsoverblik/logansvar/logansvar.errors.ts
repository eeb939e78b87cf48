import type { Tosproget } from '#overblik'

export type Svarafvisning =
  | 'FINDES_IKKE'
  | 'ER_BESVARET'
  | 'TEKST_MANGLER'
  | 'TEKST_FOR_LANG'
  | 'NUMMER_I_SVARET'
  | 'NAVN_I_SVARET'

export type Undtagelsesafvisning =
  | 'FINDES_IKKE'
  | 'HJEMMEL_MANGLER'
  | 'BEGRUNDELSE_MANGLER'
  | 'DATO_UGYLDIG'
  | 'LAENGERE_END_LINJERNE'
  | 'ER_SET'
  | 'ER_UNDTAGET'
  | 'SAMME_PERSON'
  | 'IKKE_I_TILSTAND'

export const SVARSAETNINGER: Readonly<Record<Svarafvisning, Tosproget>> = {
  FINDES_IKKE: { da: 'Spørgsmålet findes ikke her.', en: 'There is no such question here.' },
  ER_BESVARET: { da: 'Spørgsmålet er allerede besvaret.', en: 'The question has been answered already.' },
  TEKST_MANGLER: { da: 'Skriv et svar.', en: 'Write an answer.' },
  TEKST_FOR_LANG: { da: 'Skriv højst 2.000 tegn.', en: 'Write at most 2,000 characters.' },
  NUMMER_I_SVARET: {
    da: 'Der står noget i svaret, der ligner et CPR-nummer. Skriv det uden.',
    en: 'There is something like a CPR number in the answer. Write it without.',
  },
  NAVN_I_SVARET: {
    da: 'Der står et navn i svaret. Borgeren får enheden og grunden at vide, men ikke medarbejderes eller andres navne.',
    en: 'There is a name in the answer. The citizen is told the unit and the reason, but not the names of employees or others.',
  },
}

export const UNDTAGELSESSAETNINGER: Readonly<Record<Undtagelsesafvisning, Tosproget>> = {
  FINDES_IKKE: { da: 'Det findes ikke her.', en: 'There is no such thing here.' },
  HJEMMEL_MANGLER: { da: 'Vælg den regel, der giver lov.', en: 'Choose the rule that allows it.' },
  BEGRUNDELSE_MANGLER: {
    da: 'Skriv begrundelsen med 10 til 1.000 tegn.',
    en: 'Write the reason in 10 to 1,000 characters.',
  },
  DATO_UGYLDIG: {
    da: 'Vælg en dag efter i dag og højst et år frem.',
    en: 'Choose a day after today and no more than a year ahead.',
  },
  LAENGERE_END_LINJERNE: {
    da: 'Vælg en tidligere dag. Et besøg kan undtages i højst 21 måneder, fra det begyndte, så borgeren når at se det, før linjerne bliver slettet.',
    en: 'Choose an earlier day. A visit can be kept back for at most 21 months from its beginning, so that the citizen can see it before its lines are deleted.',
  },
  ER_SET: {
    da: 'Borgeren har set siden med opslag, siden besøget begyndte. Det, der er set, kan ikke undtages, uden at det ses.',
    en: 'The citizen has seen the page of look-ups since the visit began. What has been seen cannot be kept back without that being seen.',
  },
  ER_UNDTAGET: { da: 'Besøget er allerede foreslået eller undtaget.', en: 'The visit is proposed or kept back already.' },
  SAMME_PERSON: {
    da: 'Den, der har foreslået det, kan ikke godkende det. En anden skal gøre det.',
    en: 'The one who has proposed it cannot approve it. Somebody else must.',
  },
  IKKE_I_TILSTAND: { da: 'Det er allerede afgjort.', en: 'It has been decided already.' },
}
