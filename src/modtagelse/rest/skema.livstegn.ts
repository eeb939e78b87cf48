import { type TSchema, Type } from 'typebox'

/** The named schemas of signs of life, for the OpenAPI document. */

const tal = (minimum: number, description: string) => Type.Integer({ minimum, maximum: Number.MAX_SAFE_INTEGER, description })
const tid = (description: string) => Type.String({ format: 'date-time', maxLength: 40, description })
const kommune = Type.String({ pattern: '^[0-9]{8}$', description: 'CVR-nummer' })

const eksempel = {
  loebenummer: 17,
  tidspunkt: '2026-11-22T09:00:00Z',
  kommuner: [{ kommune: '11111111', vandmaerke: '2026-11-22T09:00:00Z', sendt: 1204, koe: 0 }],
  naeste: '2026-11-22T10:00:00Z',
}

export const LIVSTEGN_SKEMAER: Readonly<Record<string, TSchema>> = {
  Livstegn: Type.Object(
    {
      loebenummer: tal(1, 'Kildens eget nummer; højere end alle de forrige'),
      tidspunkt: tid('Hvornår kilden lavede livstegnet'),
      kommuner: Type.Array(
        Type.Object(
          {
            kommune,
            vandmaerke: tid(
              'Alt, hvad kilden har registreret til og med dette tidspunkt, er sendt og kvitteret for, og intet senere er talt med',
            ),
            sendt: tal(0, 'Hvor mange linjer for kommunen kilden i alt har fået kvitteret som modtaget'),
            koe: tal(0, 'Hvor mange registreringer der venter på at blive sendt'),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 200 },
      ),
      naeste: Type.Optional(tid('Hvornår det næste livstegn kan ventes')),
    },
    { additionalProperties: false, description: 'At kilden lever, og hvor langt den er', examples: [eksempel] },
  ),
  Livstegnssvar: Type.Object({
    bevist: Type.Array(
      Type.Object({
        kommune,
        bevist: Type.Boolean({ description: 'true: indekset er vist at rumme det, kilden havde ved sit vandmærke' }),
        hvorfor: Type.Optional(
          Type.Union(
            ['AFSTEMNING_MANGLER', 'KOE', 'ANTAL_FORSKELLIGT', 'VANDMAERKE_FORAELDET'].map((grund) => Type.Literal(grund)),
            { description: 'Hvorfor intet er bevist' },
          ),
        ),
        modtaget: tal(0, 'Hvor mange linjer vi har talt'),
        ventet: Type.Optional(
          Type.Integer({ description: 'Hvor mange vi skulle have talt efter kildens tal; mangler, til der er afstemt' }),
        ),
      }),
    ),
  }),
}
