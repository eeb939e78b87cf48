import { type Static, Type } from 'typebox'
import { liste, lukket, registreringsfelter, relationsliste, tekst, virkning } from './faelles.kilde.ts'

const beloeb = (description: string) => tekst(`${description}: decimaltal som tekst, som "11423.50"`)

const EffektueringsplanSchema = Type.Object(
  {
    id: tekst('Planens id'),
    effektueringsplanStartdato: tekst('dateTime eller dato'),
    effektueringsplanSlutdato: tekst('dateTime eller dato'),
    beregningsfrekvens: tekst('Som "Månedlig"'),
    forudBagud: tekst('Forud eller Bagud'),
    dispositionsdag: tekst('Som "Sidste bankdag i måneden"'),
    ydelsesbeloeb: beloeb('Beløb pr. gang'),
    manueltGodkendes: Type.Optional(Type.Boolean()),
  },
  lukket,
)

/** A relation of Ydelsesindeks without a virkning of its own: its rolle and type are UUIDs of the sender's classification. */
const udenVirkning = {
  rolle: tekst('UUID'),
  type: tekst('UUID'),
  indeks: tekst('Højst 36 tegn'),
  referenceId: tekst('UUID eller URN'),
}

/** One granted benefit of a bevilling, of any of the four kinds of ydelse (KL byggeblokke: Ydelse). */
const BevilgetYdelseSchema = Type.Object(
  {
    virkning,
    id: tekst('Den bevilgede ydelses id i bevillingen, højst 36 tegn'),
    navn: tekst('Navnet på det bevilgede'),
    ydelsestype: tekst('Økonomisk, Fysisk, Ressource eller Tilladelse'),
    bevilgetYdelseStartdato: tekst('dateTime eller dato'),
    bevilgetYdelseSlutdato: tekst('dateTime eller dato'),
    begrundelse: tekst('Højst 4096 tegn'),
    tilbagebetalingspligtig: Type.Optional(Type.Boolean()),
    meddelelse: tekst('Meddelelse til borgeren'),
    omfang: tekst('Fysisk og ressource: hvor meget, som "2 timer om ugen" eller "1 rollator"'),
    itSystemer: relationsliste,
    ydelse: Type.Optional(
      Type.Object(
        {
          ...udenVirkning,
          ydelsesnavn: tekst('Højst 255 tegn'),
          klassifikation: Type.Optional(
            Type.Object({ ...udenVirkning, brugervendtNoegle: tekst('KLE-emne'), klassetitel: tekst('Højst 255 tegn') }, lukket),
          ),
        },
        lukket,
      ),
    ),
    oekonomiskEffektueringsplaner: liste(EffektueringsplanSchema),
  },
  lukket,
)

/** A grant as received. Source: Ydelsesindeks 6, BevillingIndeks; ydelsestype and omfang from KL's byggeblokke. */
export const BevillingKildeSchema = Type.Object(
  {
    art: Type.Literal('bevilling'),
    ...registreringsfelter,
    egenskaber: liste(
      Type.Object(
        {
          virkning,
          brugervendtNoegle: tekst('Højst 50 tegn'),
          bevillingstartdato: tekst('dateTime eller dato'),
          bevillingslutdato: tekst('dateTime eller dato'),
          begrundelse: tekst('Højst 4096 tegn'),
          foelsomhed: tekst('Som for en sag'),
        },
        lukket,
      ),
    ),
    status: liste(Type.Object({ virkning, statusKode: tekst('Aktiv, Inaktiv eller Passiv') }, lukket)),
    bevilgedeYdelser: liste(BevilgetYdelseSchema),
    bevillingssager: relationsliste,
    bevillingsparter: relationsliste,
    bevillingsaktoerer: relationsliste,
    itSystemer: relationsliste,
    sikkerhedsprofiler: relationsliste,
  },
  lukket,
)
export type BevillingKilde = Static<typeof BevillingKildeSchema>

/** A payment, planned or made, as received. Source: Ydelsesindeks 6, OekonomiskEffektueringIndeks. */
export const OekonomiskEffektueringKildeSchema = Type.Object(
  {
    art: Type.Literal('oekonomiskEffektuering'),
    ...registreringsfelter,
    egenskaber: liste(
      Type.Object(
        {
          virkning,
          brugervendtNoegle: tekst('Højst 50 tegn'),
          startdato: tekst('dateTime eller dato'),
          slutdato: tekst('dateTime eller dato'),
          samletBruttobeloeb: beloeb('Før skat'),
          dispositionsdato: tekst('Dagen pengene er til rådighed: dateTime eller dato'),
          beloebEfterSkatATP: beloeb('Efter skat og ATP'),
          beloebSendtTilUdbetaling: beloeb('Sendt til udbetaling'),
          beloebUdbetalt: beloeb('Udbetalt'),
          udbetalingsafdeling: tekst('Højst 255 tegn'),
          sendtTilUdbetalingTekst: tekst('Højst 255 tegn'),
          udbetaltTekst: tekst('Højst 255 tegn'),
          godkendt: Type.Optional(Type.Boolean({ description: 'false: udbetalingen er ikke godkendt endnu' })),
        },
        lukket,
      ),
    ),
    oekonomiskYdelseEffektueringer: liste(
      Type.Object(
        {
          virkning,
          ...udenVirkning,
          ydelsesperiodeStartdato: tekst('dateTime eller dato'),
          ydelsesperiodeSlutdato: tekst('dateTime eller dato'),
          ydelsesbeloeb: beloeb('Ydelsens del af udbetalingen'),
          klassifikationsbeskrivelse: tekst('Højst 255 tegn'),
          bevilgetYdelseRef: Type.Optional(
            Type.Object({ bevilling: tekst('Bevillingens UUID'), bevilgetYdelseId: tekst('Id i bevillingen') }, lukket),
          ),
        },
        lukket,
      ),
    ),
    aktoerer: relationsliste,
    parter: relationsliste,
    itSystemer: relationsliste,
  },
  lukket,
)
export type OekonomiskEffektueringKilde = Static<typeof OekonomiskEffektueringKildeSchema>

/** An appointment or a deadline as received. The field list of Borgervendt Kalenderaftale is not public; the names here are our own. */
export const AftaleKildeSchema = Type.Object(
  {
    art: Type.Literal('aftale'),
    ...registreringsfelter,
    sag: tekst('UUID for sagen, hvor der er en'),
    egenskaber: liste(
      Type.Object(
        {
          virkning,
          type: tekst('Aftale eller Frist'),
          titel: tekst('Én linje, højst 255 tegn'),
          beskrivelse: tekst('Højst 4096 tegn: hvad borgeren skal gøre eller medbringe'),
          starttidspunkt: tekst('Aftalens begyndelse eller fristens udløb, dateTime med zone'),
          sluttidspunkt: tekst('Aftalens slutning, dateTime med zone'),
          sted: tekst('Hvor, højst 255 tegn'),
          status: tekst('Aktiv, Aflyst, Afholdt eller Opfyldt'),
          foelsomhed: tekst('Som for en sag'),
        },
        lukket,
      ),
    ),
    aktoerer: relationsliste,
    parter: relationsliste,
    klasser: relationsliste,
    itSystemer: relationsliste,
  },
  lukket,
)
export type AftaleKilde = Static<typeof AftaleKildeSchema>
