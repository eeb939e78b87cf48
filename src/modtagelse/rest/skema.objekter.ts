import { type TObject, type TSchema, Type } from 'typebox'
import type { Art } from '#kernel'
import { FjernelseKildeSchema } from '../element/aendring.kilde.ts'
import { DokumentKildeSchema, JournalnotatKildeSchema, SagKildeSchema } from '../element/sag-dokument.kilde.ts'
import { AftaleKildeSchema, BevillingKildeSchema, OekonomiskEffektueringKildeSchema } from '../element/ydelse.kilde.ts'
import { HOEJST_ANTAL } from '../soegning/index.ts'
import { AENDRINGSEKSEMPLER, FJERNELSESEKSEMPEL } from './eksempler.ts'

/** The named schemas of changes, deletions and reading back, for the OpenAPI document. */

const ref = (navn: string): TSchema => ({ $ref: `#/components/schemas/${navn}` }) as unknown as TSchema
const tid = (description: string) => Type.String({ format: 'date-time', description })
const uuid = (description: string) => Type.String({ format: 'uuid', description })
const lukket = { additionalProperties: false } as const

/** A change of one kind: the item's own fields, those that change. */
const aendringAf = (skema: TObject, art: Art): TSchema =>
  Type.Object({ operation: Type.Literal('opdater'), ...skema.properties }, { ...lukket, examples: [AENDRINGSEKSEMPLER[art]] })

const interval = (description: string) =>
  Type.Object({ fra: Type.Optional(tid('Med i intervallet')), til: Type.Optional(tid('Ikke med')) }, { ...lukket, description })
const vaerdiinterval = Type.Object({ fra: Type.Optional(Type.String()), til: Type.Optional(Type.String()) }, lukket)

const art = Type.Union(
  ['sag', 'dokument', 'journalnotat', 'bevilling', 'oekonomiskEffektuering', 'aftale'].map((navn) => Type.Literal(navn)),
)

const fund = {
  id: uuid('Objektets UUID'),
  art,
  tidspunkt: tid('Registreringstidspunkt hos afsenderen'),
  modtaget: tid('Hvornår indekset modtog registreringen (StsTidspunkt)'),
  element: ref('Element'),
}

const betingelser = [
  Type.Object({ og: Type.Array(ref('Soegeudtryk')) }, lukket),
  Type.Object({ eller: Type.Array(ref('Soegeudtryk')) }, lukket),
  Type.Object({ ikke: ref('Soegeudtryk') }, lukket),
  Type.Object({ art }, lukket),
  Type.Object({ id: uuid('Netop det objekt') }, lukket),
  Type.Object({ tidspunkt: interval('Den gældende registrerings Tidspunkt') }, lukket),
  Type.Object({ modtaget: interval('Den gældende registrerings StsTidspunkt') }, lukket),
  Type.Object({ brugerRef: Type.String() }, lukket),
  Type.Object({ sagsloes: Type.Literal(true) }, { ...lukket, description: 'Et dokument, som ingen sag har' }),
  Type.Object(
    {
      liste: Type.String({ description: 'Listens navn i objektet, som egenskaber eller sagsparter' }),
      felter: Type.Optional(
        Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]), {
          description: 'Felter, der skal have værdien; * er hvad som helst, og store og små bogstaver er ens',
        }),
      ),
      intervaller: Type.Optional(
        Type.Record(Type.String(), vaerdiinterval, { description: 'Datoer, tidspunkter eller beløb; begge ender er med' }),
      ),
      virkning: Type.Optional(interval('Posten gælder på et tidspunkt i intervallet')),
    },
    { ...lukket, description: 'Én post i listen, hvor alt dette gælder' },
  ),
]

export const OBJEKT_SKEMAER: Readonly<Record<string, TSchema>> = {
  SagAendring: aendringAf(SagKildeSchema, 'sag'),
  DokumentAendring: aendringAf(DokumentKildeSchema, 'dokument'),
  JournalnotatAendring: aendringAf(JournalnotatKildeSchema, 'journalnotat'),
  BevillingAendring: aendringAf(BevillingKildeSchema, 'bevilling'),
  OekonomiskEffektueringAendring: aendringAf(OekonomiskEffektueringKildeSchema, 'oekonomiskEffektuering'),
  AftaleAendring: aendringAf(AftaleKildeSchema, 'aftale'),
  Fjernelse: Type.Object(
    { operation: Type.Literal('fjern'), ...FjernelseKildeSchema.properties },
    { ...lukket, examples: [FJERNELSESEKSEMPEL] },
  ),
  Element: Type.Union(
    ['Sag', 'Dokument', 'Journalnotat', 'Bevilling', 'OekonomiskEffektuering', 'Aftale'].map((navn) => ref(navn)),
    { description: 'Objektet, som det er sendt; det, der må udelades, er udfyldt' },
  ),
  Objekt: Type.Object(fund),
  Objektsvar: Type.Object({
    ...fund,
    historik: Type.Optional(Type.Array(ref('Objekt'), { description: 'Registreringerne, den nyeste først' })),
  }),
  Objekter: Type.Object({
    objekter: Type.Array(ref('Objekt')),
    naeste: Type.Optional(Type.String({ description: 'Giv den som efter for at få de næste; mangler den, er der ikke flere' })),
  }),
  Soegeudtryk: Type.Union(betingelser),
  Soegning: Type.Object(
    {
      arter: Type.Array(art, { minItems: 1 }),
      ider: Type.Optional(Type.Array(uuid('Kun disse'), { maxItems: 500 })),
      udtryk: Type.Optional(ref('Soegeudtryk')),
      vis: Type.Optional(
        Type.Array(Type.String(), { description: 'Lister, der svares med; uden er det alle, og tom er det ingen' }),
      ),
      sortering: Type.Optional(
        Type.Array(
          Type.Object(
            {
              efter: Type.Union([
                Type.Literal('tidspunkt'),
                Type.Literal('modtaget'),
                Type.Literal('brugerRef'),
                Type.Object({ liste: Type.String(), felt: Type.String(), rolle: Type.Optional(Type.String()) }, lukket),
              ]),
              retning: Type.Optional(Type.Union([Type.Literal('stigende'), Type.Literal('faldende')])),
            },
            lukket,
          ),
        ),
      ),
      foerste: Type.Optional(Type.Integer({ minimum: 0, description: 'FoersteResultatReference: så mange springes over' })),
      antal: Type.Optional(Type.Integer({ minimum: 0, maximum: HOEJST_ANTAL, description: 'MaksimalAntalKvantitet' })),
      efter: Type.Optional(uuid('Kun objekter efter dette id, hvor der ikke er sorteret')),
    },
    {
      ...lukket,
      examples: [
        {
          arter: ['sag'],
          udtryk: {
            og: [
              { liste: 'sagsparter', felter: { rolle: 'Primær part', referenceId: 'urn:oio:cpr-nr:8712450017' } },
              { ikke: { liste: 'fremdrift', felter: { fremdriftStatusKode: 'Afsluttet' } } },
            ],
          },
        },
      ],
    },
  ),
  Soegesvar: Type.Object({
    ialt: Type.Record(Type.String(), Type.Integer({ minimum: 0 }), { description: 'Hvor mange af hver art, der passer' }),
    fund: Type.Array(ref('Objekt')),
  }),
}
