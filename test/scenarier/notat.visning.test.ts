import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid, uuidFromName } from '#kernel'
import { writeImporter } from '#modtagelse/soap'
import { KORSBAEK_SAG, TRANSAKTION } from '../../src/modtagelse/soap/sagdokumentindeks/korsbaek.testdata.ts'
import { ndjson, post, somKilde, toLinjer } from '../byggere/levering.ts'
import { medTaalmod } from '../byggere/taalmod.ts'
import { KILDER, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** The standard gives a journal note no visibility of its own. Ours may have one, set over REST, also where the note comes with its case over SOAP. */

const LUND = '8712450017'
const SAG = newUuid()
const NOTAT = uuidFromName(SAG, '1')

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted()
})
afterAll(() => sted.close())

const medTid = (tid: string): Parameters<typeof writeImporter>[0][number] => {
  const sag = JSON.parse(JSON.stringify(KORSBAEK_SAG)) as { itSystemer: { referenceId: string }[] }
  for (const system of sag.itSystemer) system.referenceId = KILDER.a.id
  return { ...sag, id: SAG, tidspunkt: tid } as never
}
async function leverSag(tid: string): Promise<void> {
  const svar = await medTaalmod(
    () => sted.leverSoap('a', writeImporter([medTid(tid)], TRANSAKTION)),
    ({ status }) => status === 503,
  )
  expect(svar.tekst).toContain('<sd:StatusKode>20</sd:StatusKode>')
}

/** Sets the note's own visibility over REST; answers the outcome or the rule. */
async function saet(tidspunkt: string, undtagetForBorger: boolean): Promise<string | undefined> {
  const virkning = {
    fra: '2026-01-05T08:00:00+01:00',
    til: null,
    aktoerRef: `urn:oio:it-system-uuid:${KILDER.a.id}`,
    aktoerTypeKode: 'ItSystem',
  }
  const egenskaber = [{ virkning, titel: 'Telefonsamtale', notat: 'Aftalt besøg', format: 'Text', undtagetForBorger }]
  const linje = { operation: 'opdater', art: 'journalnotat', id: NOTAT, tidspunkt, egenskaber }
  const svar = await post(sted, ndjson([linje]), { 'x-borgerblikket-udviklingsnoegle': undefined, ...somKilde('a') })
  const [led] = toLinjer(svar.tekst)
  return led?.brud?.[0]?.regel ?? led?.udfald
}

const ser = async (): Promise<boolean> => (await (await sted.logInd(LUND)).get('/api/v1/mig/notater')).tekst.includes(NOTAT)

test('a note that is hidden over REST stays hidden when its case is delivered again over SOAP, until it is opened over REST', async () => {
  await leverSag('2026-01-05T08:00:00.000Z')
  expect(await ser()).toBe(true)
  expect(await saet('2026-01-06T08:00:00.000Z', true)).toBe('modtaget')
  expect(await ser()).toBe(false)
  await leverSag('2026-01-07T08:00:00.000Z')
  expect(await ser()).toBe(false)
  // The same message again is the same registration, also after the note has been opened.
  await leverSag('2026-01-07T08:00:00.000Z')
  expect(await saet('2026-01-08T08:00:00.000Z', false)).toBe('modtaget')
  await leverSag('2026-01-07T08:00:00.000Z')
  await leverSag('2026-01-05T08:00:00.000Z')
  expect(await ser()).toBe(true)
  await leverSag('2026-01-09T08:00:00.000Z')
  expect(await ser()).toBe(true)
})
