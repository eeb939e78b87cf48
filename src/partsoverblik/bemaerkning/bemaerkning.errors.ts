export type Bemaerkningsafvisning =
  | 'SLAGS_MANGLER'
  | 'TEKST_UGYLDIG'
  | 'DETALJE_UGYLDIG'
  | 'BEGRUNDELSE_MANGLER'
  | 'PERIODE_UGYLDIG'
  | 'FOR_LAENGE'
  | 'FOR_MANGE'
  | 'HVORFOR_MANGLER'
  | 'FINDES_IKKE'

type Saetning = { readonly da: string; readonly en: string }

/** What whoever writes a remark is told. */
export const BEMAERKNINGSSAETNINGER: Readonly<Record<Bemaerkningsafvisning, Saetning>> = {
  SLAGS_MANGLER: { da: 'Vælg, hvad bemærkningen er om.', en: 'Choose what the remark is about.' },
  TEKST_UGYLDIG: {
    da: 'Skriv en kort tekst på én linje, højst 200 tegn, uden CPR-nummer.',
    en: 'Write a short text on one line, at most 200 characters, without a CPR number.',
  },
  DETALJE_UGYLDIG: {
    da: 'Skriv stedet eller kontakten på én linje, højst 200 tegn, uden CPR-nummer.',
    en: 'Write the place or the contact on one line, at most 200 characters, without a CPR number.',
  },
  BEGRUNDELSE_MANGLER: {
    da: 'Skriv en begrundelse på mindst 20 tegn og højst 1.000, uden CPR-nummer.',
    en: 'Write a reason of at least 20 and at most 1,000 characters, without a CPR number.',
  },
  PERIODE_UGYLDIG: {
    da: 'Skriv datoer som 24-11-2026. Slutdatoen skal være efter startdatoen og efter i dag, og ingen af dem må ligge langt væk.',
    en: 'Write dates as 24-11-2026. The end must be after the start and after today, and neither may be far away.',
  },
  FOR_LAENGE: {
    da: 'Denne slags bemærkning gælder højst et år. Er den stadig nødvendig, skal den skrives igen.',
    en: 'This kind of remark holds for a year at most. If it is still needed then, it must be written again.',
  },
  FOR_MANGE: {
    da: 'Der står allerede 20 bemærkninger om borgeren. Afslut nogle først.',
    en: 'There are 20 remarks about the citizen already. End some first.',
  },
  HVORFOR_MANGLER: {
    da: 'Skriv hvorfor med mindst fem tegn, uden CPR-nummer.',
    en: 'Write why, in at least five characters, without a CPR number.',
  },
  FINDES_IKKE: { da: 'Bemærkningen findes ikke, eller den er afsluttet.', en: 'The remark does not exist, or it has ended.' },
}
