import type { CvrNummer } from '#kernel'

/** One group of privileges, of which all holds together. */
export type Privilegiegruppe = {
  readonly roller: readonly string[]
  readonly kle: readonly string[]
  readonly foelsomhed: string
}

const BPP = 'http://itst.dk/oiosaml/basic_privilege_profile'
const CONSTRAINTS = 'http://sts.kombit.dk/constraints'

/** What a municipality's provider says that somebody may, in base64 (OIO Basic Privilege Profile; names of domain.md 2). */
export function skrivOioBpp(cvr: CvrNummer, grupper: readonly Privilegiegruppe[], rollebase: string): string {
  const graense = (navn: string, vaerdi: string): string => `<Constraint Name="${CONSTRAINTS}/${navn}/1">${vaerdi}</Constraint>`
  const skrivGruppe = ({ roller, kle, foelsomhed }: Privilegiegruppe): string =>
    `<PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:${cvr}">${roller
      .map((rolle) => `<Privilege>${rollebase}/roles/usersystemrole/${rolle}/1</Privilege>`)
      .join('')}${graense('KLE', kle.join(','))}${graense('foelsomhed', foelsomhed)}</PrivilegeGroup>`
  const liste = `<bpp:PrivilegeList xmlns:bpp="${BPP}">${grupper.map(skrivGruppe).join('')}</bpp:PrivilegeList>`
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${liste}`).toString('base64')
}
