import { type Static, Type } from 'typebox'
import {
  fremdriftsliste,
  JournalpostKildeSchema,
  liste,
  lukket,
  OffentlighedUndtagetSchema,
  registreringsfelter,
  relationsliste,
  tekst,
  virkning,
} from './faelles.kilde.ts'

const boolsk = (description: string) => Type.Optional(Type.Boolean({ description }))
const foelsomhed = tekst('IKKE_FORTROLIGE_DATA, FORTROLIGE_PERSONOPLYSNINGER, FOELSOMME_PERSONOPLYSNINGER eller VIP_SAGER')
const offentlighedUndtaget = Type.Optional(OffentlighedUndtagetSchema)

/** A case as received. Source: SF1470 Sag, interface 6. */
export const SagKildeSchema = Type.Object(
  {
    art: Type.Literal('sag'),
    ...registreringsfelter,
    egenskaber: liste(
      Type.Object(
        {
          virkning,
          brugervendtNoegle: tekst('Samme værdi som sagsnummer'),
          sagsnummer: tekst('Højst 50 tegn'),
          titel: tekst('Den offentlige titel: én linje, højst 255 tegn'),
          beskrivelse: tekst('Højst 4096 tegn'),
          hjemmelspecifikation: tekst('Højst 1024 tegn'),
          kassationskode: tekst('UUID for bevares (B) eller kasseres (K), eller bogstavet'),
          afleveretIndikator: boolsk('Udeladt er ikke det samme som false'),
          principielIndikator: boolsk('Udeladt er ikke det samme som false'),
          offentlighedUndtaget,
        },
        lukket,
      ),
    ),
    sagIndeksEgenskaber: liste(
      Type.Object(
        {
          virkning,
          sagsstatus: tekst('Fagsystemets egen statustekst'),
          sagskategori: tekst('Højst 255 tegn'),
          foelsomhed,
          lokation: tekst('Højst 255 tegn'),
          oprettetTidspunkt: tekst('Hvornår sagen blev oprettet, dateTime med zone'),
        },
        lukket,
      ),
    ),
    fremdrift: fremdriftsliste,
    sagsaktoerer: relationsliste,
    sagsparter: relationsliste,
    sagsklasser: relationsliste,
    sagsrelationer: relationsliste,
    sagsgenstande: relationsliste,
    journalposter: liste(JournalpostKildeSchema),
    itSystemer: relationsliste,
    sikkerhedsprofiler: relationsliste,
  },
  lukket,
)
export type SagKilde = Static<typeof SagKildeSchema>

/** A document (metadata, never the file) as received. Which cases it is on is said by the cases' journalposter. Source: SF1470 Dokument. */
export const DokumentKildeSchema = Type.Object(
  {
    art: Type.Literal('dokument'),
    ...registreringsfelter,
    egenskaber: liste(
      Type.Object(
        {
          virkning,
          brugervendtNoegle: tekst('Samme værdi som dokumentnummer'),
          dokumentnummer: tekst('Højst 50 tegn'),
          titel: tekst('Én linje, højst 255 tegn'),
          beskrivelse: tekst('Højst 4096 tegn'),
          brevDato: tekst('YYYY-MM-DD; skal stå på indgående breve'),
          offentlighedUndtaget,
          versionIdentifikator: Type.Optional(Type.Integer()),
          underversionIdentifikator: Type.Optional(Type.Integer()),
          kassationskode: tekst('UUID for bevares (B) eller kasseres (K), eller bogstavet'),
          foelsomhed,
          type: tekst('Brev, udgaaende; Brev, indgaaende; Internt Notat; Eksternt Notat; Rapport; Plan ...'),
        },
        lukket,
      ),
    ),
    fremdrift: fremdriftsliste,
    dokumentrelationer: relationsliste,
    dokumentaktoerer: relationsliste,
    dokumentparter: relationsliste,
    dokumentklasser: relationsliste,
    itSystemer: relationsliste,
    sikkerhedsprofiler: relationsliste,
  },
  lukket,
)
export type DokumentKilde = Static<typeof DokumentKildeSchema>

/** A journal note of its own (REST). Over SOAP notes come inside their case, and are read into this. */
export const JournalnotatKildeSchema = Type.Object(
  {
    art: Type.Literal('journalnotat'),
    ...registreringsfelter,
    sag: tekst('UUID for den sag, notatet står på'),
    indeks: tekst('Journalpostens indeks, hvor notatet kom med sin sag: det vises kun, så længe sagen har posten'),
    egenskaber: liste(
      Type.Object(
        {
          virkning,
          titel: tekst('Én linje, højst 255 tegn'),
          notat: tekst('Text: notatets tekst. RTF og OOXML: base64. Højst 100 KB'),
          format: tekst('Text, RTF eller OOXML'),
          foelsomhed: tekst('Notatets egen følsomhed, som for en sag; udeladt er den sagens'),
          undtagetForBorger: boolsk('true: vises ikke for borgeren, heller ikke hvor sagen gør'),
        },
        lukket,
      ),
    ),
    itSystemer: relationsliste,
  },
  lukket,
)
export type JournalnotatKilde = Static<typeof JournalnotatKildeSchema>
