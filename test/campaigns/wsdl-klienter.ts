import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { XmlElement } from 'libxml2-wasm'
import { skemaFor } from '../../src/modtagelse/soap/faelles/skema.ts'
import { type Skema, validateElement, withDokument } from '../../src/modtagelse/soap/faelles/validate.ts'
import { harOfficieltSkema, officieltSkema } from '../../src/modtagelse/soap/sagdokumentindeks/officielt-skema.testdata.ts'
import { SAGDOKUMENTINDEKS } from '../../src/modtagelse/soap/sagdokumentindeks/tjeneste.ts'
import { YDELSESTJENESTER } from '../../src/modtagelse/soap/ydelsesindeks/tjenester.ts'
import {
  createSoapKlient,
  eksempelsag,
  eksempelaendring as sagsaendring,
  eksempelsoegning as sagssoegning,
  toSagUuid,
} from '../byggere/soap-klient.ts'
import {
  createYdelseKlient,
  eksempelaendring,
  eksempelbeloeb,
  eksempelbevilling,
  eksempeleffektuering,
  eksempelsoegning,
  med,
} from '../byggere/ydelse-klient.ts'
import { MASSEKILDER } from './masse-leverer.ts'
import { freePort, makeMappe, removeMappe, startProces, stopProces, untilServing } from './serverproces.ts'

/** Another's client, made of each WSDL, does every operation at a real server; each answer is held against the schemas. */

export type Operationsproeve = {
  readonly tjeneste: string
  readonly operation: string
  readonly wsdl: string
  /** What was answered, in short. */
  readonly svar: string
  /** Against which schemas the answer was held. */
  readonly skemaer: readonly string[]
  readonly brud: readonly string[]
}

const OFFICIEL = fileURLToPath(new URL('../../../shared/reference/sf1470/SagDokumentIndeksService_6.wsdl', import.meta.url))
type Navngivet = readonly [string, Skema]

/** `sprunget`: what could not be tried, and why. */
export async function runWsdlklienter(): Promise<{ proever: Operationsproeve[]; sprunget: string[] }> {
  const dataMappe = makeMappe('bbwsdl-')
  const server = startProces({ PORT: String(await freePort()), BORGERBLIKKET_DATA: dataMappe })
  try {
    await untilServing(server, 120_000)
    const officielle = existsSync(OFFICIEL) && harOfficieltSkema()
    const skemaer: Navngivet[] = [['ours', skemaFor(SAGDOKUMENTINDEKS)]]
    if (officielle) skemaer.push(['the official', officieltSkema()])
    const endpoint = `${server.url}${SAGDOKUMENTINDEKS.sti}`
    const proever = await trySager('as served', `${endpoint}?wsdl`, endpoint, skemaer)
    if (officielle) proever.push(...(await trySager('the official', OFFICIEL, endpoint, skemaer)))
    proever.push(...(await tryYdelser(server.url)))
    return {
      proever,
      sprunget: officielle ? [] : ['the official WSDL and schema of SF1470 are not at hand, so only ours were tried'],
    }
  } finally {
    await stopProces(server)
    removeMappe(dataMappe)
  }
}

const TID = '2026-01-05T08:00:00+01:00'
const SENERE = '2026-02-01T08:00:00+01:00'
const koderI = (xml: string): string => [...xml.matchAll(/StatusKode>(\d+)</g)].map(([, kode]) => kode).join(' ')
const antalI = (xml: string): string => [...xml.matchAll(/Antal>(\d+)</g)].map(([, antal]) => antal).join(' ')

function holdAgainst(xml: string, skemaer: readonly Navngivet[]): { skemaer: string[]; brud: string[] } {
  const brud = skemaer.flatMap(([navn, skema]) =>
    withDokument(xml, (rod) => validateElement(skema, rod.get('/*/*[last()]/*') as XmlElement)).map(
      (fejl) => `not valid by ${navn}: ${JSON.stringify(fejl).slice(0, 200)}`,
    ),
  )
  return { skemaer: skemaer.map(([navn]) => navn), brud }
}

/** Every code of the answer is 20, and it holds what it must. */
const expectSvar = (xml: string, holder: readonly string[]): string[] => [
  ...(/^20( 20)*$/.test(koderI(xml)) ? [] : [`was answered ${koderI(xml) || 'without a code'}`]),
  ...holder.filter((del) => !xml.includes(del)).map((del) => `the answer does not hold ${del}`),
]

async function trySager(
  navn: string,
  wsdl: string,
  endpoint: string,
  skemaer: readonly Navngivet[],
): Promise<Operationsproeve[]> {
  const { id: system, udviklingsnoegle } = MASSEKILDER.omsorg
  const klient = await createSoapKlient(wsdl, {
    endpoint,
    headers: { 'x-borgerblikket-udviklingsnoegle': udviklingsnoegle },
  })
  const cpr = navn === 'as served' ? '8712450017' : '8712450025'
  const sag = {
    id: randomUUID(),
    tid: TID,
    system,
    nummer: `27.35.04-${navn.length}-26`,
    titel: 'Aftale',
    cpr,
    navn: 'Godtfred Lund',
  }
  const tag = (operation: string, xml: string, holder: readonly string[]): Operationsproeve => {
    const holdt = holdAgainst(xml, skemaer)
    return {
      tjeneste: 'SagDokumentIndeks',
      operation,
      wsdl: navn,
      svar: [koderI(xml), operation.startsWith('fremsoeg') ? `found ${antalI(xml).split(' ')[0]}` : '']
        .filter(Boolean)
        .join(', '),
      ...holdt,
      brud: [...holdt.brud, ...expectSvar(xml, holder)],
    }
  }
  const aendring = sagsaendring({ ...sag, tid: SENERE, titel: 'Ændret aftale' })
  return [
    tag('importer', (await klient.importer(randomUUID(), [eksempelsag(sag)])).xml, [sag.id]),
    tag('opdater', (await klient.opdater(randomUUID(), [aendring])).xml, [sag.id]),
    tag('fremsoeg', (await klient.fremsoeg(randomUUID(), sagssoegning(cpr))).xml, [sag.id, 'Ændret aftale', 'Antal>1<']),
    tag('fjern', (await klient.fjern(randomUUID(), toSagUuid(sag.id).fjern)).xml, [sag.id]),
    tag('fremsoeg of what is gone', (await klient.fremsoeg(randomUUID(), toSagUuid(sag.id).fremsoeg)).xml, ['Antal>0<']),
  ]
}

async function tryYdelser(url: string): Promise<Operationsproeve[]> {
  const { id: system, udviklingsnoegle } = MASSEKILDER.ydelse
  const klient = await createYdelseKlient(url, { 'x-borgerblikket-udviklingsnoegle': udviklingsnoegle })
  const [foerste] = YDELSESTJENESTER
  if (!foerste) throw new Error('There is no service of Ydelsesindeks')
  const skemaer: readonly Navngivet[] = [['ours', skemaFor(foerste)]]
  const modtager = { cpr: '8712450033', navn: 'Godtfred Lund' }
  const bevilling = { id: randomUUID(), tid: TID, system, ydelse: 'Kontanthjælp', modtager }
  const betaling = { id: randomUUID(), tid: TID, system, bevilling: bevilling.id, beloeb: '11423.51', betales: modtager }
  const tag = (tjeneste: string, operation: string, xml: string, holder: readonly string[]): Operationsproeve => {
    const holdt = holdAgainst(xml, skemaer)
    const fundet = operation.startsWith('fremsoeg') ? `found ${antalI(xml).split(' ')[0]}` : ''
    const svar = [koderI(xml), fundet].filter(Boolean).join(', ')
    return { tjeneste, operation, wsdl: 'as served', svar, ...holdt, brud: [...holdt.brud, ...expectSvar(xml, holder)] }
  }
  const begge = {
    BevillingIndeks: eksempelbevilling(bevilling),
    OekonomiskEffektueringIndeks: eksempeleffektuering(betaling),
  }
  const aendringer = {
    OpdaterBevillingIndeks: eksempelaendring({ ...bevilling, tid: SENERE, ydelse: 'Ny sats' }),
    OpdaterOekonomiskEffektueringIndeks: eksempelbeloeb({ ...betaling, tid: SENERE, beloeb: '11500.52' }),
  }
  const ved = med('yi', { BevillingUuid: bevilling.id, SoegUdtryk: {} })
  const ider = [bevilling.id, betaling.id]
  return [
    tag('YdelseIndeks', 'importer', (await klient.importer(randomUUID(), med('yi', begge))).xml, ider),
    tag('YdelseIndeks', 'opdater', (await klient.opdater(randomUUID(), med('yi', aendringer))).xml, ider),
    tag('YdelseIndeks', 'fremsoeg', (await klient.fremsoeg(randomUUID(), eksempelsoegning(modtager.cpr))).xml, [
      bevilling.id,
      'Ny sats',
    ]),
    tag('OekonomiskEffektueringIndeks', 'fjern', (await klient.fjernEffektuering(randomUUID(), betaling.id)).xml, []),
    tag('BevillingIndeks', 'fjern', (await klient.fjernBevilling(randomUUID(), bevilling.id)).xml, []),
    tag('YdelseIndeks', 'fremsoeg of what is gone', (await klient.fremsoeg(randomUUID(), ved)).xml, ['Antal>0<']),
  ]
}

export const describeOperation = ({ tjeneste, operation, wsdl, svar, skemaer, brud }: Operationsproeve): string =>
  `${tjeneste} ${operation} (WSDL ${wsdl}): ${svar}, held against ${skemaer.join(' and ')}${brud.length === 0 ? '' : ` FAILED ${brud.join('; ')}`}`

if (import.meta.main) {
  const { proever, sprunget } = await runWsdlklienter()
  process.stdout.write(`${[...proever.map(describeOperation), ...sprunget].join('\n')}\n`)
}
