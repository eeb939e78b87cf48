import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { ARTER } from '#kernel'

/** A case of the compliance test as its folder's sag.json states it. Everything that a run judges by stands here, in plain data. */
const strengt = { additionalProperties: false } as const
const tekst = Type.String({ minLength: 1, maxLength: 1_000 })
const regel = Type.String({ pattern: '^(SAG|DOK|NOT|BEV|EFF|AFT|IND|AFP)-\\d{3}$' })

/** What the line, or the whole message, is to be answered: `modtaget`, `uaendret`, `afvist SAG-008`, or `http 401`. */
const SvarSchema = Type.String({ pattern: '^(modtaget|uaendret|afvist [A-Z]{3}-\\d{3}|http \\d{3})$' })

const TrinSchema = Type.Object(
  {
    fil: Type.String({ pattern: '^[a-z0-9-]+\\.(ndjson|xml)$' }),
    /** What each line or object is answered, in order; one alone stands for all of a message that is repeated or refused as a whole. */
    svar: Type.Array(SvarSchema, { minItems: 1, maxItems: 1_000 }),
    /** Steps with the same one are the same delivery, sent again. */
    noegle: Type.Optional(tekst),
    /** The sender loses the answer: it is not read. */
    svarTabt: Type.Optional(Type.Boolean()),
    legitimation: Type.Optional(Type.Enum(['ingen', 'forkert', 'dobbelt'])),
    /** The one line of the file stands for so many, each an object of its own. */
    gentag: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000 })),
    /** The answer must come within so many milliseconds. */
    hoejstMs: Type.Optional(Type.Integer({ minimum: 1 })),
    /** The rule that a right answer proves; without it AFP-001 for what is accepted, the rule named for what is refused. */
    regel: Type.Optional(regel),
  },
  strengt,
)

export const LISTER = ['sager', 'dokumenter', 'notater', 'bevillinger', 'udbetalinger', 'aftaler'] as const
export type Liste = (typeof LISTER)[number]

const VisningSchema = Type.Object(
  {
    borger: Type.String({ pattern: '^[A-Z]$' }),
    regel,
    liste: Type.Optional(Type.Enum([...LISTER])),
    /** So many items of the list are shown. */
    antal: Type.Optional(Type.Integer({ minimum: 0, maximum: 20_000 })),
    /** One item of the list has these fields, by path, as `titel.da`. */
    ser: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    /** The text is nowhere in all that the citizen sees. */
    ingenSteder: Type.Optional(tekst),
  },
  strengt,
)

const FamilieSchema = Type.Object(
  {
    art: Type.Enum([...ARTER]),
    kanal: Type.Enum(['rest', 'soap']),
    maade: Type.Enum(['mangler', 'for lang', 'form', 'antal', 'skal udelades', 'flere felter']),
  },
  strengt,
)

export const SagSchema = Type.Object(
  {
    om: Type.Object({ da: tekst, en: tekst }, strengt),
    emne: tekst,
    regler: Type.Array(regel),
    /** From which version of the test it counts. */
    fraVersion: Type.String({ pattern: '^\\d+\\.\\d+$' }),
    /** Before this day it only warns. */
    kraevesFra: Type.String({ format: 'date' }),
    /** A right message that the vendor can copy: the folder of a case that is accepted. */
    rigtig: Type.Optional(tekst),
    /** The fictive persons by letter (day + 60); each run draws its own. */
    personer: Type.Optional(Type.Record(Type.String({ pattern: '^[A-Z]$' }), Type.String({ pattern: '^[6-9]\\d{9}$' }))),
    trin: Type.Optional(Type.Array(TrinSchema, { minItems: 1 })),
    visning: Type.Optional(Type.Array(VisningSchema)),
    /** One case for each rule that a full item of the kind can break in this way. */
    familie: Type.Optional(FamilieSchema),
  },
  strengt,
)

export type Sagsfil = Static<typeof SagSchema>
export type Visningskrav = Static<typeof VisningSchema>
export type Familie = Static<typeof FamilieSchema>
export type Kanal = 'rest' | 'soap'

/** One thing that is sent, with what it is to be answered. */
export type Trin = Static<typeof TrinSchema> & { readonly kanal: Kanal; readonly besked: string }

/** A case ready to be tried. */
export type Proevesag = Omit<Sagsfil, 'trin' | 'familie'> & {
  /** The folder's name; a family's case has its rule and way added. */
  readonly navn: string
  /** N: normal, must be accepted. F: faulty, must be refused. */
  readonly slags: 'N' | 'F'
  readonly trin: readonly Trin[]
  readonly familie: string | undefined
}

const validator = Compile(SagSchema)

/** Reads a sag.json. Throws TypeError with the folder and the first fault: a case that cannot be read must stop the test, not shrink it. */
export function parseSagsfil(mappe: string, tekstIFil: string): Sagsfil {
  const vaerdi: unknown = JSON.parse(tekstIFil)
  if (validator.Check(vaerdi)) {
    if ((vaerdi.trin === undefined) === (vaerdi.familie === undefined))
      throw new TypeError(`${mappe}/sag.json must have either trin or familie`)
    return vaerdi
  }
  const [fejl] = validator.Errors(vaerdi)
  throw new TypeError(`${mappe}/sag.json: ${fejl?.instancePath ?? ''} ${fejl?.message ?? ''}`)
}
