import type { CvrNummer, Uuid } from '#kernel'

/** A fictive person at work to log in as, in a fictive organisation. */
export type Testmedarbejder = {
  /** The professional identity's persistent id. */
  readonly id: Uuid
  readonly navn: string
  readonly cvr: CvrNummer
  readonly organisation: string
  /** One sentence: what this person does here. */
  readonly historie: string
  readonly sikring?: 'Low' | 'Substantial' | 'High'
  /** A login whose organisation the broker does not tell, which a real site must refuse. */
  readonly udenOrganisation?: boolean
  /** What the login says that they may (OIO-BPP in base64). */
  readonly privilegier?: string
}

/** The claim that carries rights, named as OIOSAML 3's attribute is. */
const PRIVILEGIER = 'https://data.gov.dk/model/core/eid/privilegesIntermediate'

const NSIS = 'https://data.gov.dk/concept/core/nsis/'

/** The claims of a professional identity, by the scope that carries them. Source: domain.md 7. */
export const ERHVERVSCLAIMS = {
  nemlogin: ['nemlogin.name', 'nemlogin.cvr', 'nemlogin.org_name', 'nemlogin.persistent_professional_id', PRIVILEGIER],
}

/** What the broker says of the person: never a CPR number, which is not asked for. */
export function erhvervsclaimsOf(person: Testmedarbejder): { sub: string; [claim: string]: string } {
  const niveau = NSIS + (person.sikring ?? 'Substantial')
  return {
    sub: person.id,
    idp: 'nemlogin',
    identity_type: 'professional',
    loa: niveau,
    ial: niveau,
    aal: niveau,
    'nemlogin.name': person.navn,
    ...(person.privilegier === undefined ? {} : { [PRIVILEGIER]: person.privilegier }),
    ...(person.udenOrganisation
      ? {}
      : {
          'nemlogin.cvr': person.cvr,
          'nemlogin.org_name': person.organisation,
          'nemlogin.persistent_professional_id': `urn:uuid:${person.id}`,
        }),
  }
}
