import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { skemaFor } from '../../src/modtagelse/soap/faelles/skema.ts'
import { validateElement, withDokument } from '../../src/modtagelse/soap/faelles/validate.ts'
import { writeBesked } from '../../src/modtagelse/soap/ydelsesindeks/skriv.ts'
import { YDELSESTJENESTER } from '../../src/modtagelse/soap/ydelsesindeks/tjenester.ts'
import { send } from '../byggere/klient.ts'
import { somKilde } from '../byggere/levering.ts'
import { KILDER, startWebsted, type Testwebsted } from '../byggere/websted.ts'
import {
  createYdelseKlient,
  eksempelaendring,
  eksempelbeloeb,
  eksempelbevilling,
  eksempeleffektuering,
  eksempelsoegning,
  med,
  type Raasvar,
} from '../byggere/ydelse-klient.ts'

/** Ydelsesindeks by another's client, made of the WSDLs that are served; and what citizens then see. */
const GODTFRED = { cpr: '8712450017', navn: 'Godtfred Lund' }
const UDLEJER = { cpr: '6903510015', navn: 'Ulrik Udlejer' }
const NABO = { cpr: '6612450019', navn: 'Nanna Nabo' }

let sted: Testwebsted
let klient: Awaited<ReturnType<typeof createYdelseKlient>>
beforeAll(async () => {
  sted = await startWebsted()
  klient = await createYdelseKlient(sted.origin, somKilde('a'))
})
afterAll(() => sted.close())

/** Every answer is valid by the schema that is served. */
function gyldigt(raa: Raasvar): Raasvar {
  const [tjeneste] = YDELSESTJENESTER
  const brud = withDokument(raa.xml, (rod) =>
    validateElement(skemaFor(tjeneste!), rod.get('/*/*[last()]/*') as Parameters<typeof validateElement>[1]),
  )
  expect(brud).toEqual([])
  return raa
}

const system = KILDER.a.id
const TID = '2026-01-20T08:00:00+01:00'
const SENERE = '2026-01-21T08:00:00+01:00'

const retur = ({ svar }: Raasvar) =>
  svar['UnikRetur'] as { StatusKode: number; UUIDIdentifikator: string; FejlbeskedTekst?: string }[]

const opslag = async (person: { readonly cpr: string; readonly navn: string }) => {
  const browser = await sted.logInd(person.cpr, person.navn)
  const { status, tekst } = await browser.get('/api/v1/mig/ydelser')
  expect(status).toBe(200)
  return tekst
}

const soeg = (felter: object) => med('yi', { ...felter, SoegUdtryk: {} })

test('the client finds the five operations in the three services', () => {
  const porte = klient
    .beskriv()
    .flatMap((tjenester) =>
      Object.values(tjenester).flatMap((port) =>
        Object.entries(port as object).map(([navn, operationer]) => [navn, Object.keys(operationer as object).sort()]),
      ),
    )
  expect(porte).toEqual([
    ['YdelseIndeks', ['fremsoeg', 'importer', 'opdater']],
    ['BevillingIndeks', ['fjern']],
    ['OekonomiskEffektueringIndeks', ['fjern']],
  ])
})

test('a grant and its payment are imported, changed, found and removed; the beneficiary sees them, and neither the payee nor a neighbour does', async () => {
  const bevilling = { id: randomUUID(), tid: TID, system, ydelse: 'Kontanthjælp til Godtfred', modtager: GODTFRED }
  const betaling = { id: randomUUID(), tid: TID, system, bevilling: bevilling.id, beloeb: '11423.51', betales: UDLEJER }
  const transaktion = randomUUID()
  const importeret = gyldigt(
    await klient.importer(transaktion, {
      ...med('yi', {
        BevillingIndeks: eksempelbevilling(bevilling),
        OekonomiskEffektueringIndeks: eksempeleffektuering(betaling),
      }),
    }),
  )
  expect(importeret.transaktion).toBe(transaktion)
  expect(retur(importeret)).toMatchObject([
    { StatusKode: 20, Type: 'BevillingIndeks', UUIDIdentifikator: bevilling.id },
    { StatusKode: 20, Type: 'OekonomiskEffektueringIndeks', UUIDIdentifikator: betaling.id },
  ])

  const set = await opslag(GODTFRED)
  expect([set.includes(bevilling.ydelse), set.includes(betaling.beloeb)]).toEqual([true, true])
  for (const anden of [UDLEJER, NABO]) {
    const andens = await opslag(anden)
    expect([andens.includes(bevilling.ydelse), andens.includes(betaling.beloeb), andens.includes(betaling.id)]).toEqual([
      false,
      false,
      false,
    ])
  }

  const aendret = gyldigt(
    await klient.opdater(randomUUID(), {
      ...med('yi', {
        OpdaterBevillingIndeks: eksempelaendring({ ...bevilling, tid: SENERE, ydelse: 'Kontanthjælp, ny sats' }),
        OpdaterOekonomiskEffektueringIndeks: eksempelbeloeb({ ...betaling, tid: SENERE, beloeb: '11500.52' }),
      }),
    }),
  )
  expect(retur(aendret).map(({ StatusKode, FejlbeskedTekst }) => [StatusKode, FejlbeskedTekst])).toEqual([
    [20, undefined],
    [20, undefined],
  ])
  const efter = await opslag(GODTFRED)
  expect([efter.includes('Kontanthjælp, ny sats'), efter.includes('11500.52')]).toEqual([true, true])

  const fundet = gyldigt(await klient.fremsoeg(randomUUID(), eksempelsoegning(GODTFRED.cpr)))
  expect(fundet.xml).toContain(bevilling.id)
  expect(fundet.xml).toContain(`urn:oio:cpr-nr:${GODTFRED.cpr}`)
  expect(fundet.xml).toContain('<yi:Element>bevillinger</yi:Element><yi:Antal>1</yi:Antal>')
  const ingen = gyldigt(await klient.fremsoeg(randomUUID(), eksempelsoegning(NABO.cpr)))
  expect(ingen.xml).toContain('<yi:Antal>0</yi:Antal>')
  const ved = gyldigt(await klient.fremsoeg(randomUUID(), soeg({ OekonomiskEffektueringUuid: betaling.id })))
  expect([ved.xml.includes('11500.52'), ved.xml.includes(bevilling.id), ved.xml.includes('Kontanthjælp')]).toEqual([
    true,
    true,
    false,
  ])

  for (const fjernet of [
    await klient.fjernEffektuering(randomUUID(), betaling.id),
    await klient.fjernBevilling(randomUUID(), bevilling.id),
  ])
    expect(gyldigt(fjernet).svar['StandardRetur']).toMatchObject({ StatusKode: 20 })
  const slut = await opslag(GODTFRED)
  expect([slut.includes('Kontanthjælp'), slut.includes('11500')]).toEqual([false, false])
  const tomt = gyldigt(await klient.fremsoeg(randomUUID(), soeg({ BevillingUuid: bevilling.id })))
  expect(tomt.xml).toContain('<yi:Antal>0</yi:Antal>')
})

test('a payment that comes before its grant is kept, and seen when the grant comes', async () => {
  const bevilling = { id: randomUUID(), tid: SENERE, system, ydelse: 'Tilskud til husleje', modtager: NABO }
  const betaling = { id: randomUUID(), tid: TID, system, bevilling: bevilling.id, beloeb: '2222.21', betales: UDLEJER }
  const foerst = await klient.importer(randomUUID(), med('yi', { OekonomiskEffektueringIndeks: eksempeleffektuering(betaling) }))
  expect(retur(gyldigt(foerst))).toMatchObject([{ StatusKode: 20 }])
  expect(await opslag(NABO)).not.toContain('2222.21')
  await klient.importer(randomUUID(), med('yi', { BevillingIndeks: eksempelbevilling(bevilling) }))
  const set = await opslag(NABO)
  expect([set.includes('2222.21'), set.includes('Tilskud til husleje')]).toEqual([true, true])
  expect(await opslag(UDLEJER)).not.toContain('2222.21')
})

test('another system neither changes, finds nor removes it, and is told what it would be told of what is not there', async () => {
  const bevilling = { id: randomUUID(), tid: TID, system, ydelse: 'Enkeltydelse', modtager: GODTFRED }
  await klient.importer(randomUUID(), med('yi', { BevillingIndeks: eksempelbevilling(bevilling) }))
  const anden = await createYdelseKlient(sted.origin, somKilde('b'))
  const aendring = (id: string) =>
    anden.opdater(randomUUID(), med('yi', { OpdaterBevillingIndeks: eksempelaendring({ ...bevilling, id, tid: SENERE }) }))
  const [fremmed, ingen] = [await aendring(bevilling.id), await aendring(randomUUID())]
  const besked = (raa: Raasvar) => retur(gyldigt(raa)).map(({ StatusKode, FejlbeskedTekst }) => [StatusKode, FejlbeskedTekst])
  expect(besked(fremmed)).toEqual(besked(ingen))
  expect(besked(fremmed)).toEqual([[40, expect.stringMatching(/^IND-021/)]])
  const soegt = gyldigt(await anden.fremsoeg(randomUUID(), soeg({ BevillingUuid: bevilling.id })))
  expect(soegt.xml).toContain('<yi:Antal>0</yi:Antal>')
  const fjernet = await anden.fjernBevilling(randomUUID(), bevilling.id)
  expect(gyldigt(fjernet).svar['StandardRetur']).toMatchObject({
    StatusKode: 40,
    FejlbeskedTekst: expect.stringMatching(/^IND-021/),
  })
  expect(await opslag(GODTFRED)).toContain('Enkeltydelse')
})

test('what fremsoeg gives can be imported again, and is the same registration', async () => {
  const bevilling = { id: randomUUID(), tid: TID, system, ydelse: 'Merudgifter', modtager: GODTFRED }
  const betaling = { id: randomUUID(), tid: TID, system, bevilling: bevilling.id, beloeb: '100.25', betales: GODTFRED }
  await klient.importer(
    randomUUID(),
    med('yi', { BevillingIndeks: eksempelbevilling(bevilling), OekonomiskEffektueringIndeks: eksempeleffektuering(betaling) }),
  )
  const { xml } = gyldigt(
    await klient.fremsoeg(randomUUID(), soeg({ BevillingUuid: bevilling.id, OekonomiskEffektueringUuid: betaling.id })),
  )
  const registreringer = (['bi', 'oef'] as const).map(
    (praefiks) => new RegExp(`<${praefiks}:Registrering>.*?</${praefiks}:Registrering>`, 's').exec(xml)?.[0] ?? '',
  )
  const objekter = [
    `<yi:BevillingIndeks><bi:BevillingIndeks><sd:UUIDIdentifikator>${bevilling.id}</sd:UUIDIdentifikator>${registreringer[0]}</bi:BevillingIndeks></yi:BevillingIndeks>`,
    `<yi:OekonomiskEffektueringIndeks><oef:OekonomiskEffektueringIndeks><sd:UUIDIdentifikator>${betaling.id}</sd:UUIDIdentifikator>${registreringer[1]}</oef:OekonomiskEffektueringIndeks></yi:OekonomiskEffektueringIndeks>`,
  ]
  const igen = await send(
    sted.origin,
    '/soap/ydelseindeks/6',
    {
      method: 'POST',
      headers: { 'content-type': 'application/soap+xml', ...somKilde('a') },
      body: writeBesked('yi:ImporterYdelseIndeksInput', objekter.join(''), randomUUID()),
    },
    sted.agent,
  )
  expect([igen.status, igen.tekst.match(/<sd:StatusKode>20</g)?.length]).toEqual([200, 2])
  const gemte = await sted.base.asOwner<{ antal: string }>(
    `SELECT count(*)::text AS antal FROM registrering WHERE objekt_id IN ('${bevilling.id}', '${betaling.id}')`,
  )
  expect(gemte).toEqual([{ antal: '2' }])
})
