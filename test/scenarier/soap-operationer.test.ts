import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { XmlElement } from 'libxml2-wasm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { skemaFor } from '../../src/modtagelse/soap/faelles/skema.ts'
import { type Skema, validateElement, withDokument } from '../../src/modtagelse/soap/faelles/validate.ts'
import { harOfficieltSkema, officieltSkema } from '../../src/modtagelse/soap/sagdokumentindeks/officielt-skema.testdata.ts'
import { SAGDOKUMENTINDEKS } from '../../src/modtagelse/soap/sagdokumentindeks/tjeneste.ts'
import { somKilde } from '../byggere/levering.ts'
import { createSoapKlient, eksempelaendring, eksempelsag, eksempelsoegning, toSagUuid } from '../byggere/soap-klient.ts'
import { KILDER, type Kildenavn, startWebsted, type Testwebsted } from '../byggere/websted.ts'

const OFFICIEL = fileURLToPath(new URL('../../../shared/reference/sf1470/SagDokumentIndeksService_6.wsdl', import.meta.url))
const { sti } = SAGDOKUMENTINDEKS

let sted: Testwebsted
let skemaer: readonly Skema[]
beforeAll(async () => {
  sted = await startWebsted()
  skemaer = [skemaFor(SAGDOKUMENTINDEKS), ...(harOfficieltSkema() ? [officieltSkema()] : [])]
})
afterAll(() => sted.close())

/** Every answer is valid by our schema, and by the official one where that is at hand. */
function expectGyldig(xml: string): void {
  const fejl = withDokument(xml, (rod) => skemaer.map((skema) => validateElement(skema, rod.get('/*/*[last()]/*') as XmlElement)))
  expect([xml.slice(0, 200), fejl]).toEqual([xml.slice(0, 200), skemaer.map(() => [])])
}

/** Each case is about somebody else (day + 60), so that a search for one finds one. */
let personer = 0
const nySag = () => ({
  id: randomUUID(),
  tid: '2026-01-05T08:00:00+01:00',
  system: KILDER.a.id,
  nummer: `27.35.04-G01-${Math.floor(Math.random() * 1e9)}-26`,
  titel: 'Aftale om forebyggende hjemmebesøg',
  cpr: `87124500${20 + personer++}`,
  navn: 'Godtfred Lund',
})

type Billede = { readonly ObjektType: { readonly UUIDIdentifikator: string }; readonly Registrering: object }
type Fremsoegsvar = {
  readonly StandardRetur: { readonly StatusKode: number | string }
  readonly Antal: readonly { readonly Element: string; readonly Antal: number | string }[]
  readonly SagFiltreretOejebliksbillede?: Billede | readonly Billede[]
}

describe.each([
  ['the official WSDL', () => OFFICIEL, !existsSync(OFFICIEL)],
  ['the WSDL that is served', () => `${sted.origin}${sti}?wsdl`, false],
] as const)("another's client made of %s", (_, wsdl, mangler) => {
  const start = async (kilde: Kildenavn = 'a') => {
    const klient = await createSoapKlient(wsdl(), { endpoint: `${sted.origin}${sti}`, headers: somKilde(kilde) })
    const fremsoeg = async (input: object) => {
      const { svar, xml } = await klient.fremsoeg(randomUUID(), input)
      expectGyldig(xml)
      const { StandardRetur, Antal, SagFiltreretOejebliksbillede: fundet = [] } = svar as Fremsoegsvar
      const billeder = Array.isArray(fundet) ? (fundet as readonly Billede[]) : [fundet as Billede]
      return {
        kode: Number(StandardRetur.StatusKode),
        antal: Antal.map((led) => [led.Element, Number(led.Antal)]),
        billeder,
        xml,
      }
    }
    return { klient, fremsoeg }
  }

  test.skipIf(mangler)(
    'imports, changes, finds, removes and finds no more; every answer is valid (skipped where the official files are not at hand)',
    async () => {
      const { klient, fremsoeg } = await start()
      const sag = nySag()
      const importeret = await klient.importer(randomUUID(), [eksempelsag(sag)])
      expectGyldig(importeret.xml)
      expect(importeret.UnikRetur).toMatchObject([{ StatusKode: 20, UUIDIdentifikator: sag.id }])

      const transaktion = randomUUID()
      const aendring = { ...sag, tid: '2026-02-01T08:00:00+01:00', titel: 'Ny titel' }
      const aendret = await klient.opdater(transaktion, [eksempelaendring(aendring)])
      expectGyldig(aendret.xml)
      expect(aendret.UnikRetur).toMatchObject([{ StatusKode: 20, Type: 'SagIndeks', UUIDIdentifikator: sag.id }])
      expect(aendret.transaktion).toBe(transaktion)

      const fundet = await fremsoeg(eksempelsoegning(sag.cpr))
      expect([fundet.kode, fundet.antal, fundet.billeder.map(({ ObjektType }) => ObjektType.UUIDIdentifikator)]).toEqual([
        20,
        [['sager', 1]],
        [sag.id],
      ])
      for (const del of [sag.titel, 'Ny titel', 'Oplyst', 'Opstaaet', 'StsTidspunkt', `urn:oio:cpr-nr:${sag.cpr}`])
        expect(fundet.xml).toContain(del)

      const fjernet = await klient.fjern(randomUUID(), toSagUuid(sag.id).fjern)
      expectGyldig(fjernet.xml)
      expect(fjernet.UnikRetur).toMatchObject([{ StatusKode: 20, UUIDIdentifikator: sag.id }])
      const bagefter = await fremsoeg(toSagUuid(sag.id).fremsoeg)
      expect([bagefter.kode, bagefter.antal, bagefter.billeder]).toEqual([20, [['sager', 0]], []])
      const igen = await klient.fjern(randomUUID(), toSagUuid(sag.id).fjern)
      expect(igen.UnikRetur).toMatchObject([{ StatusKode: 20 }])
    },
  )

  test.skipIf(mangler)(
    'another system than the Master finds, changes and removes nothing (skipped where the official files are not at hand)',
    async () => {
      const [master, anden] = [await start('a'), await start('b')]
      const sag = nySag()
      await master.klient.importer(randomUUID(), [eksempelsag(sag)])
      const aendring = eksempelaendring({ ...sag, tid: '2026-02-01T08:00:00+01:00', titel: 'Overtaget' })
      for (const svar of [
        await anden.klient.opdater(randomUUID(), [aendring]),
        await anden.klient.fjern(randomUUID(), toSagUuid(sag.id).fjern),
      ]) {
        expectGyldig(svar.xml)
        expect(svar.UnikRetur).toMatchObject([{ StatusKode: 40, FejlbeskedTekst: expect.stringContaining('IND-021') }])
      }
      expect((await anden.fremsoeg(toSagUuid(sag.id).fremsoeg)).billeder).toEqual([])
      const egen = await master.fremsoeg(toSagUuid(sag.id).fremsoeg)
      expect([egen.billeder.length, egen.xml.includes('Overtaget')]).toEqual([1, false])
    },
  )
})
