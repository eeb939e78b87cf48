/** Why a group of rights gives nothing, or less than it names. */
export const FUND = {
  ULAESELIG: {
    da: 'Rettighederne fra jeres login kunne ikke læses. Ingen af dem gælder.',
    en: 'The rights from your login could not be read. None of them counts.',
  },
  UKENDT_INDHOLD: {
    da: 'Gruppen indeholder noget, som vi ikke kender. Det kan være en begrænsning, så gruppen giver ingen adgang.',
    en: 'The group holds something that we do not know. It may be a limit, so the group gives no access.',
  },
  ANDEN_ORGANISATION: {
    da: 'Gruppen gælder ikke den organisation, der er logget ind for.',
    en: 'The group is not for the organisation of this login.',
  },
  INGEN_ROLLE: {
    da: 'Gruppen nævner ingen rolle i Borgerblikket.',
    en: 'The group names no role in Borgerblikket.',
  },
  FREMMED_ROLLE: {
    da: 'Gruppen nævner også roller, som Borgerblikket ikke kender. De giver ingen adgang her.',
    en: 'The group also names roles that Borgerblikket does not know. They give no access here.',
  },
  UKENDT_AFGRAENSNING: {
    da: 'Gruppen er begrænset på en måde, som vi ikke kender, så den giver ingen adgang.',
    en: 'The group is limited in a way that we do not know, so it gives no access.',
  },
  GENTAGET_AFGRAENSNING: {
    da: 'Den samme begrænsning står to gange i gruppen, så den giver ingen adgang.',
    en: 'The same limit stands twice in the group, so it gives no access.',
  },
  MANGLER_KLE: {
    da: 'Gruppen siger ikke, hvilke KLE-numre den gælder, så den giver ingen adgang.',
    en: 'The group does not say which KLE numbers it is for, so it gives no access.',
  },
  MANGLER_FOELSOMHED: {
    da: 'Gruppen siger ikke, hvor følsomt det højst må være, så den giver ingen adgang.',
    en: 'The group does not say how sensitive things may be, so it gives no access.',
  },
  ULAESELIG_VAERDI: {
    da: 'En værdi i gruppens begrænsninger kunne ikke læses, så gruppen giver ingen adgang.',
    en: 'A value in the group’s limits could not be read, so the group gives no access.',
  },
} as const satisfies Readonly<Record<string, { readonly da: string; readonly en: string }>>

export type Fundkode = keyof typeof FUND
