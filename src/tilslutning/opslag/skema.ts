import { type TSchema, Type } from 'typebox'

/** The named schemas of the open look-ups, for the OpenAPI document. */

const tekst = (description: string) => Type.String({ description })
const tosproget = Type.Object({ da: Type.String(), en: Type.String() })
const maaske = <T extends TSchema>(skema: T) => Type.Optional(skema)

const emne = {
  nr: tekst('KLE-emne, NN.NN.NN'),
  titel: tekst('KLE’s egen titel'),
  uuid: maaske(Type.String({ format: 'uuid' })),
  udgaar: maaske(tekst('Den første dag, nummeret ikke er i brug')),
  afloestAf: maaske(Type.Array(Type.String())),
  bevaring: maaske(tekst('B bevares, K kasseres, K5 og K10 efter så mange år')),
  sletning: maaske(tekst('Varighed efter ISO 8601 fra sagens lukning')),
  stikord: maaske(Type.Array(Type.String())),
}
const borgertekst = Type.Object({
  titel: tekst('I borgerens ord'),
  forklaring: Type.String(),
  niveau: tekst('emne, gruppe, hovedgruppe eller livsomraade: hvor tæt på nummeret ordene er'),
})

const Myndighed = Type.Object({
  kode: tekst('CPR’s kommunekode'),
  navn: Type.String(),
  kortnavn: Type.String(),
  cvr: Type.String(),
  fiktiv: Type.Boolean({ description: 'true: opdigtet, til prøver' }),
})
const Henvendelsessted = Type.Object({
  noegle: Type.String(),
  kommune: tekst('CVR-nummer'),
  navn: Type.String(),
  telefon: Type.String(),
  aabningstider: tosproget,
  sikkerPost: tekst('Adressen til sikker besked'),
  adresse: maaske(Type.String()),
})

export const OPSLAG_SKEMAER: Readonly<Record<string, TSchema>> = {
  KleUdgaver: Type.Object({
    udgaver: Type.Array(
      Type.Object({
        udgivet: Type.String({ format: 'date' }),
        kilde: Type.String(),
        uddrag: Type.Boolean({ description: 'true: kun nogle numre; at et mangler, siger intet' }),
        emner: Type.Integer(),
      }),
    ),
  }),
  Livsomraader: Type.Object({
    livsomraader: Type.Array(
      Type.Object({ noegle: Type.String(), navn: tosproget, praefikser: Type.Array(tekst('Det længste præfiks vinder')) }),
    ),
  }),
  Handlingsfacetter: Type.Object({ handlingsfacetter: Type.Array(Type.Object({ nr: Type.String(), titel: Type.String() })) }),
  KleEmner: Type.Object({
    udgave: Type.String({ format: 'date' }),
    emner: Type.Array(Type.Object(emne)),
    naeste: maaske(tekst('Send som efter for den næste side; mangler på den sidste')),
  }),
  KleEmne: Type.Object({
    ...emne,
    gruppetitel: maaske(Type.String()),
    hovedgruppetitel: maaske(Type.String()),
    udgave: Type.String(),
    grundlag: tekst('gaeldende, aeldste-kendte eller lokal'),
    dato: Type.String({ format: 'date' }),
    livsomraade: Type.String(),
    altidLukket: Type.Boolean({ description: 'true: vises ikke for borgere, før kommunens jurist har åbnet nummeret' }),
    borger: Type.Object({ da: borgertekst, en: borgertekst }),
    handlingsfacet: maaske(Type.Object({ nr: Type.String(), titel: Type.Union([Type.String(), Type.Null()]) })),
  }),
  Myndighed,
  Myndigheder: Type.Object({ myndigheder: Type.Array(Myndighed) }),
  Henvendelsessteder: Type.Object({ henvendelsessteder: Type.Array(Henvendelsessted) }),
  Ansvar: Type.Object({ henvendelsessted: Henvendelsessted, grundlag: tekst('enhed, livsomraade eller hoved') }),
}
