import { type TSchema, Type } from 'typebox'
import { DokumentKildeSchema, JournalnotatKildeSchema, SagKildeSchema } from '../element/sag-dokument.kilde.ts'
import { AftaleKildeSchema, BevillingKildeSchema, OekonomiskEffektueringKildeSchema } from '../element/ydelse.kilde.ts'
import { EKSEMPLER } from './eksempler.ts'
import { AFSTEMNING_SKEMAER } from './skema.afstemning.ts'
import { LIVSTEGN_SKEMAER } from './skema.livstegn.ts'
import { OBJEKT_SKEMAER } from './skema.objekter.ts'

/** The named schemas of the intake, for the OpenAPI document: routes name them by `ref`. */

export const ref = (navn: string): TSchema => ({ $ref: `#/components/schemas/${navn}` }) as unknown as TSchema

const uuid = (description: string) => Type.String({ format: 'uuid', description })
const tid = (description: string) => Type.String({ format: 'date-time', description })
const antal = (description: string) => Type.Integer({ minimum: 0, description })
const nullable = (skema: TSchema) => Type.Union([skema, Type.Null()])

export const NDJSON = 'application/x-ndjson'
const PROBLEMTYPE = 'application/problem+json'

const Udfald = Type.Union([Type.Literal('modtaget'), Type.Literal('uaendret'), Type.Literal('afvist')], {
  description: 'modtaget: gemt. uaendret: gemt før. afvist: se brud',
})
const linjenr = Type.Integer({ minimum: 1, description: 'Linjens nummer i leverancen, fra 1' })

const kvittering = {
  linje: linjenr,
  id: Type.Optional(uuid('Objektets UUID, hvor den kunne læses')),
  udfald: Udfald,
  brud: Type.Optional(Type.Array(ref('Regelbrud'), { description: 'Hvorfor linjen er afvist' })),
  advarsler: Type.Optional(
    Type.Array(ref('Regelbrud'), {
      description: 'Nye eller skærpede regler, som linjen bryder, og som afviser fra en senere dag',
    }),
  ),
}
const optalt = {
  linjer: antal('Alle linjer, der er kvitteret for'),
  modtaget: antal('Gemt'),
  uaendret: antal('Gemt før'),
  afvist: antal('Afvist'),
}

const ARTSNAVNE = ['Sag', 'Dokument', 'Journalnotat', 'Bevilling', 'OekonomiskEffektuering', 'Aftale'] as const

export const MODTAGELSE_SKEMAER: Readonly<Record<string, TSchema>> = {
  Problem: Type.Object(
    {
      type: Type.String(),
      title: Type.String({ description: 'Sætningen på engelsk' }),
      detail: Type.String({ description: 'Sætningen på dansk' }),
      status: Type.Integer(),
      kode: Type.String({ description: 'Reglens nummer eller udfaldet, som IND-015 eller FINDES_IKKE' }),
    },
    { description: 'RFC 9457. Gentager aldrig det, der blev sendt' },
  ),
  Regelbrud: Type.Object({
    regel: Type.String({ description: 'Reglens nummer, som SAG-008 eller IND-002' }),
    sti: Type.String({ description: 'Hvor i objektet' }),
    da: Type.String(),
    en: Type.String(),
  }),
  Kvittering: Type.Object(kvittering, { description: 'Svaret på én linje, når den er gemt eller afvist' }),
  Slutlinje: Type.Object(
    { slut: Type.Literal(true), leverance: uuid('Leverancens id'), ...optalt },
    { description: 'Svarets sidste linje. Mangler den, er svaret afbrudt: send igen med samme Idempotency-Key' },
  ),
  Sag: { ...SagKildeSchema, examples: [EKSEMPLER.sag] },
  Dokument: { ...DokumentKildeSchema, examples: [EKSEMPLER.dokument] },
  Journalnotat: { ...JournalnotatKildeSchema, examples: [EKSEMPLER.journalnotat] },
  Bevilling: { ...BevillingKildeSchema, examples: [EKSEMPLER.bevilling] },
  OekonomiskEffektuering: { ...OekonomiskEffektueringKildeSchema, examples: [EKSEMPLER.oekonomiskEffektuering] },
  Aftale: { ...AftaleKildeSchema, examples: [EKSEMPLER.aftale] },
  ...OBJEKT_SKEMAER,
  Linje: Type.Union(
    [...ARTSNAVNE.map((navn) => ref(navn)), ...ARTSNAVNE.map((navn) => ref(`${navn}Aendring`)), ref('Fjernelse')],
    {
      description:
        'Én linje i leverancen: ét objekt af de seks arter, en ændring (operation opdater) eller en fjernelse (operation fjern); feltet art siger hvilken art',
    },
  ),
  Leverance: Type.Object({
    id: uuid('Leverancens id'),
    paabegyndt: tid('Hvornår den første linje kom'),
    kanal: Type.Union([Type.Literal('rest'), Type.Literal('soap'), Type.Literal('fil')]),
    ...optalt,
  }),
  Kvitteringer: Type.Object({
    kvitteringer: Type.Array(ref('Kvittering')),
    naeste: Type.Optional(Type.String({ description: 'Giv den som efter for at få de næste; mangler den, er der ikke flere' })),
  }),
  Afvisning: Type.Object({
    id: uuid('Afvisningens id'),
    leverance: uuid('Leverancens id'),
    linje: linjenr,
    objekt: nullable(uuid('Objektets UUID, hvor den kunne læses')),
    art: nullable(Type.String()),
    brud: Type.Array(ref('Regelbrud')),
    modtaget: tid('Hvornår linjen kom'),
    afgjort: nullable(tid('Hvornår den blev afgjort: objektet blev modtaget, eller kilden sagde det')),
  }),
  Afvisninger: Type.Object({
    afvisninger: Type.Array(ref('Afvisning')),
    naeste: Type.Optional(Type.String({ description: 'Giv den som efter for at få de næste; mangler den, er der ikke flere' })),
  }),
  Optaelling: Type.Object(
    {
      optaelling: Type.Array(
        Type.Object(
          {
            kommune: Type.String({ pattern: '^[0-9]{8}$', description: 'CVR-nummer' }),
            kle: Type.String({ pattern: '^[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}$', description: 'KLE-emne' }),
            art: Type.String({ description: 'sag, dokument, journalnotat, bevilling, oekonomiskEffektuering eller aftale' }),
            antal: antal('Så mange har kilden; 0 er også et svar'),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 20_000 },
      ),
    },
    {
      additionalProperties: false,
      description: 'Alt, hvad kilden har for hver kommune, der er nævnt',
      examples: [{ optaelling: [{ kommune: '11111111', kle: '27.35.04', art: 'sag', antal: 1 }] }],
    },
  ),
  Afstemning: Type.Object({
    tidspunkt: tid('Hvornår der blev talt hos os'),
    stemmer: Type.Boolean({ description: 'true: ingen forskelle' }),
    forskelle: Type.Array(
      Type.Object({
        kommune: Type.String(),
        livsomraade: Type.String({ description: 'Livsområdet, som KLE-numrene hører til' }),
        art: Type.String(),
        kilde: Type.Optional(antal('Kildens tal; mangler, hvor kilden intet har sagt')),
        indeks: antal('Vores tal'),
      }),
    ),
  }),
  ...AFSTEMNING_SKEMAER,
  ...LIVSTEGN_SKEMAER,
  Token: Type.Object({ access_token: Type.String(), token_type: Type.Literal('Bearer'), expires_in: Type.Integer() }),
  Tokenfejl: Type.Object({
    error: Type.String({ description: 'Som RFC 6749, 5.2' }),
    error_description: Type.String(),
    ...{ type: Type.String(), title: Type.String(), detail: Type.String(), status: Type.Integer(), kode: Type.String() },
  }),
}

const problemsvar = (description: string) => ({ description, content: { [PROBLEMTYPE]: { schema: ref('Problem') } } })

/** An answer of JSON in a named schema. */
export const jsonSvar = (description: string, navn: string) => ({
  description,
  content: { 'application/json': { schema: ref(navn) } },
})

/** The refusals that any route for sources can give. */
export const FEJLSVAR = {
  400: problemsvar('Forespørgslen kan ikke behandles, som den er'),
  401: problemsvar('Afsenderen er ikke kendt'),
  403: problemsvar('Kilden er spærret'),
  404: problemsvar('Det findes ikke hos denne kilde'),
  409: problemsvar('Det passer ikke med det, der blev sagt før'),
  410: problemsvar('Det er forbi; begynd forfra'),
  413: problemsvar('For stor'),
  415: problemsvar('Indholdets type eller kodning er ukendt'),
  422: problemsvar('Søgningen rammer for meget'),
  429: problemsvar('For mange kald; se Retry-After'),
  503: problemsvar('Ikke lige nu; se Retry-After'),
} as const

/** Picks some of FEJLSVAR. */
export const fejlsvar = (...status: readonly (keyof typeof FEJLSVAR)[]) =>
  Object.fromEntries(status.map((nummer) => [nummer, FEJLSVAR[nummer]]))

export const KILDESIKRING = [{ token: [] }, { udviklingsnoegle: [] }, { certifikat: [] }]
