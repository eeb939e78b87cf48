import { type TSchema, Type } from 'typebox'
import { ARTER } from '#kernel'
import { FORMAAL } from '../abonnement/index.ts'
import { FORMER, HAENDELSESARTER } from '../haendelse/index.ts'

/** The named schemas of events and subscriptions, for the OpenAPI document. */

const oneOf = <T extends string>(vaerdier: readonly T[], description: string) =>
  Type.Union(
    vaerdier.map((vaerdi) => Type.Literal(vaerdi)),
    { description },
  )
const uuid = (description: string) => Type.String({ format: 'uuid', description })
const tid = (description: string) => Type.String({ format: 'date-time', description })
const antal = (description: string) => Type.Integer({ minimum: 0, description })
const nullable = (skema: TSchema) => Type.Union([skema, Type.Null()])
const list = (skema: TSchema, description: string) => Type.Optional(Type.Array(skema, { maxItems: 500, description }))
const ref = (navn: string): TSchema => ({ $ref: `#/components/schemas/${navn}` }) as unknown as TSchema

const oensker = {
  formaal: Type.Optional(
    oneOf(
      FORMAAL,
      'notifikation: ikke det, som ingen skal have besked om (UdenNotifikation). synkronisering: alt. notifikation, hvor intet siges',
    ),
  ),
  arter: list(oneOf(ARTER, 'Slags objekt'), 'Slags objekter; tom er alle'),
  haendelser: list(oneOf(HAENDELSESARTER, 'Hvad der skete'), 'Hvad der skal være sket; tom er alt'),
  kommuner: list(
    Type.String({ pattern: '^[0-9]{8}$' }),
    'CVR-numre; tom er alle, kilden er aftalt for. Uden for dem afvises det',
  ),
  kle: list(Type.String({ pattern: '^[0-9]{2}(\\.[0-9]{2}){0,2}$' }), 'KLE-numre, hele eller begyndelsen; tom er alle aftalte'),
}

/** What a subscription is asked for with. */
export const AbonnementsoenskeSchema = Type.Object(
  {
    navn: Type.String({
      minLength: 1,
      maxLength: 100,
      pattern: '^[^\\u0000-\\u001f]+$',
      description: 'Kildens eget navn for det',
    }),
    url: Type.String({ minLength: 1, maxLength: 500, description: 'Hvor der sendes til: https, på det åbne internet' }),
    form: Type.Optional(oneOf(FORMER, 'cloudevent (JSON), hvor intet siges, eller haendelsesbesked (XML)')),
    ...oensker,
  },
  {
    additionalProperties: false,
    examples: [{ navn: 'Vores kopi', url: 'https://modtager.example/haendelser', formaal: 'synkronisering', arter: ['sag'] }],
  },
)

export const GenudsendelseSchema = Type.Object(
  {
    haendelse: Type.Optional(uuid('Kun denne hændelse')),
    fra: Type.Optional(tid('Kun dem, der blev lagt i kø fra dette tidspunkt')),
  },
  { additionalProperties: false, description: 'Uden felter: alle døde' },
)

export const BESKEDFORDELER_SKEMAER: Readonly<Record<string, TSchema>> = {
  Abonnementsoenske: AbonnementsoenskeSchema,
  Abonnement: Type.Object({
    id: uuid('Abonnementets id'),
    navn: Type.String(),
    url: Type.String(),
    form: oneOf(FORMER, 'Hvad der sendes'),
    ...oensker,
    tilstand: oneOf(
      ['afventerBevis', 'aktiv', 'pauset', 'stoppet'],
      'afventerBevis: modtageren har ikke svaret på udfordringen. stoppet: modtageren svarede 410',
    ),
    oprettet: tid('Hvornår'),
    drift: Type.Object(
      {
        venter: antal('Ikke leveret endnu'),
        aeldste: nullable(tid('Siden hvornår den ældste har ventet')),
        leveret: antal('Leveret i alt'),
        doede: antal('Opgivet efter alle forsøg; kan sendes igen'),
        bortfaldne: antal('For gamle, eller ikke længere aftalt, før de kunne leveres'),
        fejlITraek: antal('Mislykkede forsøg siden det seneste, der lykkedes'),
        senestLeveret: nullable(tid('Seneste levering')),
        senestFejlet: nullable(tid('Seneste mislykkede forsøg')),
        senestFejl: nullable(Type.String({ description: 'Hvorfor, som SVAREDE_IKKE_I_TIDE eller FEJL_HOS_MODTAGER' })),
      },
      { description: 'Hvordan det går' },
    ),
  }),
  NytAbonnement: Type.Object({
    abonnement: ref('Abonnement'),
    hemmelighed: Type.String({ description: 'whsec_…: til at prøve signaturer med. Vises kun denne ene gang' }),
  }),
  Abonnementer: Type.Object({ abonnementer: Type.Array(ref('Abonnement')) }),
  Hemmelighed: Type.Object({
    hemmelighed: Type.String({ description: 'Vises kun denne ene gang' }),
    forrigeTil: tid('Så længe signeres der også med den forrige'),
  }),
  DoedeHaendelser: Type.Object({
    doede: Type.Array(
      Type.Object({
        haendelse: uuid('Hændelsens id'),
        objekt: uuid('Objektets UUID'),
        dannet: tid('Hvornår den blev lagt i kø'),
        doed: tid('Hvornår den blev opgivet'),
        forsoeg: antal('Forsøg i alt'),
        grund: Type.String({ description: 'Hvorfor det sidste forsøg mislykkedes' }),
      }),
    ),
    naeste: Type.Optional(Type.String({ description: 'Giv den som efter for at få de næste; mangler den, er der ikke flere' })),
  }),
  Genudsendelse: GenudsendelseSchema,
  Genudsendt: Type.Object({ antal: antal('Så mange ligger i køen igen') }),
  CloudEvent: Type.Object(
    {
      specversion: Type.Literal('1.0'),
      id: uuid('Hændelsens id; to med samme id er den samme'),
      source: Type.String(),
      type: Type.String({ description: 'Som dk.borgerblikket.sag.opdateret.v1' }),
      subject: uuid('Objektets UUID'),
      time: tid('Hvornår ændringen blev gemt her'),
      datacontenttype: Type.String(),
      data: Type.Object({
        objekt: uuid('Objektets UUID'),
        art: oneOf(ARTER, 'Slags objekt'),
        haendelse: oneOf(HAENDELSESARTER, 'Hvad der skete'),
        tidspunkt: tid('Afsenderens tidspunkt; af to hændelser om ét objekt har den seneste det seneste'),
        kommune: nullable(Type.String({ description: 'CVR-nummer' })),
        kle: nullable(Type.String({ description: 'KLE-emne' })),
        master: nullable(uuid('It-systemet, som objektet hører til')),
        udenNotifikation: Type.Boolean({ description: 'Ingen skal have besked' }),
      }),
    },
    { description: 'CloudEvents 1.0. Siger, at noget skete, og med hvad; aldrig med hvem' },
  ),
  Haendelser: Type.Object({
    haendelser: Type.Array(ref('CloudEvent')),
    naeste: Type.String({ description: 'Giv den som efter næste gang, også når der intet var' }),
    flere: Type.Boolean({ description: 'Der er mere nu' }),
  }),
}

const svar = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})

/** The refusals of these routes that other routes for sources do not have. */
export const EGNE_SVAR = {
  409: svar('Kan ikke gøres i denne tilstand'),
  410: svar('Der er et hul: det, der fulgte efter mærket, er fjernet'),
  422: svar('Modtageren beviste ikke, at den har hemmeligheden'),
} as const
