import { type TSchema, Type } from 'typebox'
import { AFVISNINGSGRUNDE, NOTATTILSTANDE } from '../tilstand.ts'

/** The named schemas of notes for their systems, for the OpenAPI document. */

const uuid = (description: string) => Type.String({ format: 'uuid', description })
const tid = (description: string) => Type.String({ format: 'date-time', description })
const oneOf = <T extends string>(vaerdier: readonly T[], description: string) =>
  Type.Union(
    vaerdier.map((vaerdi) => Type.Literal(vaerdi)),
    { description },
  )
const ref = (navn: string): TSchema => ({ $ref: `#/components/schemas/${navn}` }) as unknown as TSchema

const HENVISNING = {
  id: uuid('Notatets UUID: lever det tilbage som journalnotat med samme id'),
  sag: uuid('Sagen, som notatet hører til; kilden er dens Master'),
  kommune: Type.String({ description: 'CVR-nummer' }),
  kle: Type.String({ description: 'Sagens KLE-emne' }),
  skrevet: tid('Hvornår det blev skrevet'),
  tilstand: oneOf(NOTATTILSTANDE, 'venter: kilden har ikke kvitteret'),
}

/** What a system says of a note that it has fetched. */
export const NotatkvitteringSchema = Type.Union([
  Type.Object({ udfald: Type.Literal('modtaget') }, { additionalProperties: false, title: 'Modtaget' }),
  Type.Object(
    {
      udfald: Type.Literal('afvist'),
      grund: oneOf(AFVISNINGSGRUNDE, 'Hvorfor; forfatteren får det at vide'),
      tekst: Type.Optional(Type.String({ maxLength: 500, description: 'Hvorfor med ord, på én linje og uden personnumre' })),
    },
    { additionalProperties: false, title: 'Afvist' },
  ),
])

export const NOTAT_SKEMAER: Readonly<Record<string, TSchema>> = {
  Notathenvisning: Type.Object(HENVISNING),
  Notater: Type.Object({
    notater: Type.Array(ref('Notathenvisning')),
    naeste: Type.Optional(Type.String({ description: 'Giv den som efter for at få de næste; mangler den, er der ikke flere' })),
  }),
  SkrevetNotat: Type.Object({
    ...HENVISNING,
    titel: Type.String({ description: 'Én linje' }),
    tekst: Type.String({ description: 'Ren tekst med linjeskift' }),
    forfatter: Type.Object(
      {
        id: uuid('Medarbejderens id fra loginnet'),
        navn: Type.String(),
        enhed: Type.Union([Type.String(), Type.Null()], { description: 'Enheden, som loginnet nævnte' }),
      },
      { description: 'Hvem der skrev det; til journalen, aldrig til borgeren' },
    ),
  }),
  Notatkvittering: NotatkvitteringSchema,
}
