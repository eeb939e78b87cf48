import { type TSchema, Type } from 'typebox'

/** The named schemas of the reconciliation with a source's inventory. */

const uuid = (description: string) => Type.String({ format: 'uuid', description })
const tid = (description: string) => Type.String({ format: 'date-time', description })
const antal = (description: string) => Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description })
const ref = (navn: string): TSchema => ({ $ref: `#/components/schemas/${navn}` }) as unknown as TSchema
const praefiks = Type.String({ pattern: '^[0-9a-f]{0,64}$', description: 'De første hexadecimale cifre i objekternes aftryk' })
const hash = (description: string) => Type.String({ pattern: '^[0-9a-f]{64}$', description })
const lukket = { additionalProperties: false } as const

/** What one step may bring: all that is asked for at a time. */
const HOEJST_KNUDER = 1_280
const HOEJST_OBJEKTER = 24

const Objektversion = Type.Array(Type.String({ maxLength: 64 }), {
  minItems: 2,
  maxItems: 4,
  description:
    'Objektets UUID og Tidspunkt; derefter, hvor kilden vil, art og KLE-emne, så kun det felt tier, mens objektet mangler',
})

const manglerHer = Type.Object({
  id: uuid('Objektet'),
  tidspunkt: tid('Som kilden har det'),
  hvorfor: Type.String({
    description:
      'IKKE_MODTAGET, AFVIST, FJERNET (kilden har slettet det her), UDEN_SAG (det, det står på, mangler) eller ANDEN_KOMMUNE (vi har det for en anden kommune)',
  }),
  afgjort: Type.Optional(tid('Hvornår det blev afgjort')),
})
const manglerHosKilden = Type.Object({
  id: uuid('Objektet'),
  her: tid('Som vi har det'),
  afgjort: Type.Optional(tid('Hvornår det blev afgjort')),
})
const forskellig = Type.Object({
  id: uuid('Objektet'),
  tidspunkt: tid('Som kilden har det'),
  her: tid('Som vi har det'),
  afgjort: Type.Optional(tid('Hvornår det blev afgjort')),
})

const resultatfelter = {
  stemmer: Type.Boolean({ description: 'true: ingen forskelle, og intet ændrede sig imens' }),
  bevist: Type.Boolean({ description: 'true: borgeren kan få at vide, at der intet er, pr. tidspunktet' }),
  manglerHer: Type.Array(manglerHer),
  manglerHosKilden: Type.Array(manglerHosKilden),
  forskellige: Type.Array(forskellig),
  iBevaegelse: antal('Objekter, der ændrede sig, mens der blev stemt af; begynd forfra for at få dem med'),
  afkortet: Type.Boolean({ description: 'true: der er flere forskelle, end der nævnes' }),
}

export const AFSTEMNING_SKEMAER: Readonly<Record<string, TSchema>> = {
  Fortegnelsesrod: Type.Object(
    {
      kommune: Type.String({ pattern: '^[0-9]{8}$', description: 'CVR-nummer' }),
      tidspunkt: tid('Hvornår fortegnelsen er taget, højst et døgn gammel'),
      sendt: antal('Så mange registreringer for kommunen ved kilden, at vi har kvitteret for som modtaget, nogensinde'),
      antal: antal('Objekter, som kilden er Master for i kommunen'),
      rod: hash('SHA-256 over alle objekters aftryk i rækkefølge, hexadecimalt'),
    },
    { ...lukket, description: 'Hele kildens fortegnelse for en kommune, som ét aftryk' },
  ),
  Trinsvar: Type.Object(
    {
      noder: Type.Array(
        Type.Union([
          Type.Object({ p: praefiks, antal: antal('Objekter under præfikset'), hash: hash('SHA-256 over deres aftryk') }, lukket),
          Type.Object({ p: praefiks, objekter: Type.Array(Objektversion, { maxItems: HOEJST_OBJEKTER }) }, lukket),
        ]),
        { minItems: 1, maxItems: HOEJST_KNUDER },
      ),
    },
    { ...lukket, description: 'Svar på det, der blev spurgt om; det hele, eller noget af det' },
  ),
  Trin: Type.Object({
    afstemning: uuid('Afstemningens id'),
    spoerg: Type.Array(praefiks, { description: 'Svar med antal og hash for hvert' }),
    objekter: Type.Array(praefiks, { description: 'Svar med selve objekterne for hvert' }),
    resultat: Type.Optional(ref('Afstemningsresultat')),
  }),
  Afstemningsresultat: Type.Object(resultatfelter, { description: 'Når der ikke spørges om mere' }),
  Kildeafstemning: Type.Object({
    afstemning: uuid('Afstemningens id'),
    kommune: Type.String(),
    tidspunkt: tid('Hvornår kildens fortegnelse er taget'),
    paabegyndt: tid('Hvornår den blev sammenlignet med vores'),
    tilstand: Type.String({ description: 'igang, afbrudt, stemmer, forskelle eller bevaegelse' }),
    sendt: antal('Som kilden oplyste'),
    antalKilde: antal('Kildens objekter'),
    antalHer: antal('Vores'),
    rod: Type.String(),
    udsagn: Type.String({ description: 'Det, kilden oplyste, tegn for tegn; det, der er signeret' }),
    signatur: Type.Optional(Type.String({ description: 'Kildens signatur af udsagnet (detached JWS)' })),
    kid: Type.Optional(Type.String({ description: 'Den af kildens nøgler, den er lavet med' })),
    ...resultatfelter,
    naeste: Type.Optional(Type.String({ description: 'Giv den som efter for at få de næste; mangler den, er der ikke flere' })),
  }),
  Leveringsoensker: Type.Object({
    oensker: Type.Array(
      Type.Object({
        afstemning: uuid('Den afstemning, der fandt det'),
        kommune: Type.String(),
        id: uuid('Objektet'),
        hvad: Type.Union([Type.Literal('lever'), Type.Literal('fjern')], {
          description: 'lever: send det, som det er nu. fjern: det findes kun her; slet det, eller lever det igen',
        }),
        tidspunkt: Type.Optional(tid('Som kilden oplyste det')),
        her: Type.Optional(tid('Som vi har det')),
        hvorfor: Type.Optional(Type.String()),
      }),
    ),
    naeste: Type.Optional(Type.String({ description: 'Giv den som efter for at få de næste; mangler den, er der ikke flere' })),
  }),
}
