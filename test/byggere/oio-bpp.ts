/** A group of privileges as a municipality's own system would write it. */
export type Gruppe = {
  readonly scope?: string
  readonly roller: readonly string[]
  readonly graenser: Readonly<Record<string, string>>
}

/** OIO-BPP in base64, written from domain.md 2. */
export const skrivOioBpp = (cvr: string, grupper: readonly Gruppe[]): string =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><bpp:PrivilegeList xmlns:bpp="http://itst.dk/oiosaml/basic_privilege_profile">${grupper
      .map(
        ({ scope = `urn:dk:gov:saml:cvrNumberIdentifier:${cvr}`, roller, graenser }) =>
          `<PrivilegeGroup Scope="${scope}">${roller.map((rolle) => `<Privilege>http://borgerblikket.dk/roles/usersystemrole/${rolle}/1</Privilege>`).join('')}${Object.entries(
            graenser,
          )
            .map(([navn, vaerdi]) => `<Constraint Name="http://sts.kombit.dk/constraints/${navn}/1">${vaerdi}</Constraint>`)
            .join('')}</PrivilegeGroup>`,
      )
      .join('')}</bpp:PrivilegeList>`,
  ).toString('base64')
