import Type from 'typebox'
import Schema from 'typebox/schema'
import { afvist, type Resultat } from '#kernel'
import {
  type Henvendelsesregister,
  type Henvendelsessted,
  type HenvendelsesstedAfvisning,
  registerHenvendelsessteder,
} from './henvendelsessted.ts'

const Tekst = Type.String({ minLength: 1, maxLength: 500 })
const Enhed = Type.Object(
  { id: Type.Optional(Tekst), navn: Type.Optional(Tekst) },
  { additionalProperties: false, minProperties: 1 },
)
const Sted = Type.Object(
  {
    noegle: Type.String({ pattern: '^[a-z0-9-]{1,50}$' }),
    kommune: Type.String({ pattern: '^[0-9]{8}$' }),
    navn: Tekst,
    telefon: Tekst,
    aabningstider: Type.Object({ da: Tekst, en: Tekst }, { additionalProperties: false }),
    sikkerPost: Tekst,
    adresse: Type.Optional(Tekst),
    enheder: Type.Array(Enhed),
    livsomraader: Type.Array(Tekst),
    hoved: Type.Boolean(),
  },
  { additionalProperties: false },
)
const LISTE = Schema.Compile(Type.Array(Sted))

const REGLER: Readonly<Record<HenvendelsesstedAfvisning['kode'], string>> = {
  NAVN_ROEBER: 'navnet fortæller, hvad henvendelsen handler om',
  IKKE_HTTPS: 'sikkerPost skal være en https-adresse',
  DUBLET: 'noegle er brugt to gange i kommunen',
  ENHED_TO_STEDER: 'en enhed hører til to steder',
  HOVED_MANGLER: 'kommunen har intet sted med hoved: true',
  FLERE_HOVED: 'kommunen har flere steder med hoved: true',
}

/** Contact points as a JSON list of Henvendelsessted. Refused with the end of a Danish sentence that says what is wrong and where. */
export function readHenvendelsessteder(json: string): Resultat<Henvendelsesregister, string> {
  let indhold: unknown
  try {
    indhold = JSON.parse(json)
  } catch {
    return afvist('det er ikke JSON.')
  }
  if (!LISTE.Check(indhold)) {
    const [, [fejl]] = LISTE.Errors(indhold)
    return afvist(`${fejl?.instancePath || 'listen'} har ikke den form, der er beskrevet i docs/drift/start.md.`)
  }
  const svar = registerHenvendelsessteder(indhold as unknown as readonly Henvendelsessted[])
  if (svar.ok) return svar
  const { kode, kommune, noegle } = svar.afvisning
  return afvist(`${[kommune, noegle].filter(Boolean).join(' ')}: ${REGLER[kode]}.`)
}
