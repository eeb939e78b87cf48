/** Why what a municipality says of its systems was not kept, with the sentence that is read. */
export type Forventningsafvisning = 'IKKE_DIN_ROLLE' | 'ANDEN_VAR_FOERST' | 'INTET_AENDRET' | 'UKENDT_SLAGS' | 'FOR_MANGE'

export const FORVENTNING_SAETNINGER: {
  readonly [A in Forventningsafvisning]: { readonly da: string; readonly en: string }
} = {
  IKKE_DIN_ROLLE: {
    da: 'Kun en projektansvarlig kan sige, hvilke systemer kommunen har.',
    en: 'Only a project lead can say which systems the municipality has.',
  },
  ANDEN_VAR_FOERST: {
    da: 'En kollega har rettet noget imens. Intet er gemt. Her er det, som det er nu.',
    en: 'A colleague has changed something meanwhile. Nothing was saved. Here it is as it is now.',
  },
  INTET_AENDRET: {
    da: 'Det stod der allerede. Intet er ændret.',
    en: 'It said so already. Nothing has changed.',
  },
  UKENDT_SLAGS: {
    da: 'Vælg mellem de slags systemer, der står på listen.',
    en: 'Choose between the kinds of system on the list.',
  },
  FOR_MANGE: {
    da: 'Der er rettet så mange gange, at der ikke kan gemmes flere rettelser. Tal med den driftsansvarlige.',
    en: 'There have been so many changes that no more can be kept. Talk to whoever runs the site.',
  },
}
