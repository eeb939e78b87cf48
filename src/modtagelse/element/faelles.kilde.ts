import { type Static, type TSchema, Type } from 'typebox'

/**
 * The parts that every delivered item has in common, as received (REST, and what SOAP is read into). Shape only: what a value may be
 * is for regler/ to say, with the rule's number. Names are the standard's words (OIO Sag/Dokument, SF1470) in lowerCamelCase.
 */
const tekst = (description: string) => Type.Optional(Type.String({ description }))
export const liste = <T extends TSchema>(element: T) => Type.Optional(Type.Array(element, { maxItems: 10_000 }))
const lukket = { additionalProperties: false } as const

export const VirkningKildeSchema = Type.Object(
  {
    fra: tekst('FraTidspunkt: dateTime med zone, med i perioden'),
    til: Type.Optional(
      Type.Union([Type.String(), Type.Null()], { description: 'TilTidspunkt: ikke med i perioden; null er uendelig' }),
    ),
    aktoerRef: tekst('UUID eller URN for den, der har sat virkningen'),
    aktoerTypeKode: tekst('Bruger eller ItSystem'),
    noteTekst: tekst('Højst 1024 tegn'),
  },
  lukket,
)
export type VirkningKilde = Static<typeof VirkningKildeSchema>

const virkning = Type.Optional(VirkningKildeSchema)

const relationsfelter = {
  virkning,
  rolle: tekst('Rollens navn, som "Primær part", eller dens UUID'),
  type: tekst('Objekttypens navn, som "Person", eller dens UUID'),
  indeks: tekst('Nøgle blandt relationer af samme type og rolle, højst 36 tegn'),
  referenceId: tekst('UUID eller URN, som urn:oio:cpr-nr:0000000000'),
}

/** An actor, party, class, case relation, object, it-system or security profile: one shape, since the standard has one RelationType. */
export const RelationKildeSchema = Type.Object(
  {
    ...relationsfelter,
    brugervendtNoegle: tekst('Højst 50 tegn; for en klasse dens nummer, som 27.35.04 eller G01'),
    fuldtNavn: tekst('Højst 255 tegn'),
    cvrNummer: tekst('Otte cifre'),
    facettitel: tekst('Højst 255 tegn'),
    klassetitel: tekst('Højst 255 tegn'),
    tekstfelt: tekst('Sagsgenstand: højst 1024 tegn'),
    systemNavn: tekst('It-system: højst 255 tegn'),
    systemUri: tekst('It-system: udelades'),
  },
  lukket,
)
export type RelationKilde = Static<typeof RelationKildeSchema>

export const OffentlighedUndtagetSchema = Type.Object(
  {
    titelAlternativTekst: tekst('Den hemmelige titel; vises aldrig'),
    offentlighedUndtagetHjemmelTekst: tekst('Højst 1024 tegn'),
  },
  lukket,
)

const JournalnotatEgenskaberSchema = Type.Object(
  {
    titel: tekst('Én linje, højst 255 tegn'),
    notat: tekst('Notatets tekst; over SOAP base64 af højst 100 KB'),
    format: tekst('Text, RTF eller OOXML, eller formatets UUID'),
  },
  lukket,
)

export const JournalpostKildeSchema = Type.Object(
  {
    ...relationsfelter,
    journalpostEgenskaber: Type.Optional(
      Type.Object(
        {
          dokumenttitel: tekst('Erstatter dokumentets titel på denne sag'),
          offentlighedUndtaget: Type.Optional(OffentlighedUndtagetSchema),
          journalnotatEgenskaber: Type.Optional(JournalnotatEgenskaberSchema),
        },
        lukket,
      ),
    ),
  },
  lukket,
)
export type JournalpostKilde = Static<typeof JournalpostKildeSchema>

/** What every registration carries. `id` and `tidspunkt` together name it: the sender's own UUID and the sender's own time. */
export const registreringsfelter = {
  id: tekst('Objektets UUID, dannet af afsenderen (UUIDIdentifikator)'),
  tidspunkt: tekst('Registreringstidspunkt hos afsenderen, dateTime med zone'),
  brugerRef: tekst('UUID eller URN for den bruger eller det system, der har registreret'),
  livscyklusKode: tekst('Altid Importeret'),
  noteTekst: tekst('Højst 1024 tegn'),
  udenNotifikation: Type.Optional(Type.Boolean({ description: 'true: ingen besked til borgeren om denne ændring' })),
}

export const fremdriftsliste = liste(Type.Object({ virkning, fremdriftStatusKode: tekst('Status') }, lukket))
export const relationsliste = liste(RelationKildeSchema)
export { lukket, tekst, virkning }
