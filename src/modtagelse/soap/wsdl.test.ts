import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createClientAsync } from 'soap'
import { expect, test } from 'vitest'

const VORES = fileURLToPath(new URL('wsdl/sagdokumentindeks.wsdl', import.meta.url))
const OFFICIEL = fileURLToPath(new URL('../../../../shared/reference/sf1470/SagDokumentIndeksService_6.wsdl', import.meta.url))

/** What the client makes of a WSDL, without the prefixes that each document chooses for itself. */
const beskriv = async (wsdl: string) => {
  const tekst = JSON.stringify((await createClientAsync(wsdl)).describe())
  const uden = tekst.replace(/"targetNSAlias":"[^"]*",?/g, '').replace(/\|[a-z0-9]+:/g, '|')
  return JSON.parse(uden) as Record<string, Record<string, Record<string, unknown>>>
}

test('a SOAP client of others loads our WSDL and finds the four operations', async () => {
  const porte = await beskriv(VORES)
  const operationer = porte['SagDokumentIndeksService_6']?.['SagDokumentIndeks'] ?? {}
  expect(Object.keys(operationer).sort()).toEqual(['fjern', 'fremsoeg', 'importer', 'opdater'])
})

test.skipIf(!existsSync(OFFICIEL))(
  'the client sees the same service in ours as in the official one (skipped where that is not at hand)',
  async () => {
    expect(await beskriv(VORES)).toEqual(await beskriv(OFFICIEL))
  },
)
