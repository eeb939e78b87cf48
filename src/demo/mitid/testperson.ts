import { alder, type CprNummer, foedselsdato, newUuid, type Uuid, uuid, uuidFromName } from '#kernel'

/** A fictive person to log in as. The last fields make the logins that a real site must refuse. */
export type Testperson = {
  /** Day + 60: nobody real has it. */
  readonly cpr: CprNummer
  readonly navn: string
  /** One sentence: who this is and what to look for. */
  readonly historie: string
  readonly alder: number
  readonly sikring?: 'Low' | 'Substantial' | 'High'
  readonly udenCpr?: boolean
  readonly identitet?: 'private' | 'professional'
}

const NAVNERUM = uuid('6f0f6c1e-5f0b-4c58-9d6f-1d2a2f6e7a10')
const NSIS = 'https://data.gov.dk/concept/core/nsis/'

/** The id MitID would know the person by: the same at every login. */
export const mitidUuid = (person: Testperson): Uuid =>
  uuidFromName(NAVNERUM, `${person.cpr} ${person.sikring ?? ''}${person.udenCpr ?? ''}${person.identitet ?? ''}`)

/** The claims that a broker gives of a person, by the scopes that carry them. Source: domain.md 7. */
export const CLAIMS = {
  openid: ['sub', 'idp', 'identity_type', 'loa', 'ial', 'aal'],
  mitid: [
    'mitid.uuid',
    'mitid.identity_name',
    'mitid.age',
    'mitid.date_of_birth',
    'mitid.has_cpr',
    'mitid.ial_identity_assurance_level',
    'mitid.transaction_id',
  ],
  ssn: ['dk.cpr'],
}

/** What the broker says of the person on `dag` (YYYY-MM-DD). */
export function claimsOf(person: Testperson, dag: string): { sub: string; [claim: string]: string } {
  const niveau = NSIS + (person.sikring ?? 'Substantial')
  const foedt = foedselsdato(person.cpr) ?? dag
  const id = mitidUuid(person)
  return {
    sub: id,
    idp: 'mitid',
    identity_type: person.identitet ?? 'private',
    loa: niveau,
    ial: niveau,
    aal: niveau,
    'mitid.uuid': id,
    'mitid.identity_name': person.navn,
    'mitid.age': String(alder(foedt, dag)),
    'mitid.date_of_birth': foedt,
    'mitid.has_cpr': String(!person.udenCpr),
    'mitid.ial_identity_assurance_level': (person.sikring ?? 'Substantial').toUpperCase(),
    'mitid.transaction_id': newUuid(),
    ...(person.udenCpr ? {} : { 'dk.cpr': person.cpr }),
  }
}
