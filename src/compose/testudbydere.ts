import { createSamlTil, type Saml } from '#adgang'
import { KOMMUNER, SAGSBEHANDLERE, startTestudbydere, type Testudbyder, type Testudbydere } from '#demo'
import { makeNoeglepar } from '#platform/crypto'
import type { System } from './system.ts'

/** A demo's stand-ins for the municipalities' own logins, which bring what their caseworkers may; each on keys made for this run. */
export async function startUdbydere({
  config,
  websted,
  privilegier,
}: Pick<System, 'config' | 'websted' | 'privilegier'>): Promise<{ readonly server: Testudbydere; readonly saml: Saml }> {
  const sted = createSamlTil(websted, await makeNoeglepar('Borgerblikket'))
  const server = await startTestudbydere({
    port: config.demo?.samlPort ?? 0,
    sted: sted.metadata,
    rollebase: privilegier.rollebase,
    udbydere: KOMMUNER.map(toTestudbyder),
  })
  const udbydere = server.metadata.map(({ udbyder: { noegle, navn, cvr }, xml }) => ({ noegle, navn, cvr: [cvr], metadata: xml }))
  return { server, saml: sted.med(udbydere) }
}

const toTestudbyder = ({ by, navn, cvr }: (typeof KOMMUNER)[number]): Testudbyder => ({
  noegle: by.toLowerCase().replaceAll('æ', 'ae'),
  navn,
  cvr,
  folk: SAGSBEHANDLERE.filter(({ kommune }) => kommune.cvr === cvr).map(({ id, navn: personnavn, historie, rettigheder }) => ({
    id,
    navn: personnavn,
    cvr,
    organisation: navn,
    historie: historie.da,
    privilegier: rettigheder,
  })),
})
