import { newUuid } from '#kernel'
import { createRollekatalog } from '#modtagelse'
import { udviklingsnoegle } from '../../src/demo/indlaes/registre.ts'
import type { Kilde, Verden } from '../../src/demo/verden/index.ts'
import type { ElementKilde } from '../../src/modtagelse/leverance/index.ts'
import { normalizeRest } from '../../src/modtagelse/regler/index.ts'
import { readBesked } from '../../src/modtagelse/soap/faelles/konvolut.ts'
import { skemaFor } from '../../src/modtagelse/soap/faelles/skema.ts'
import { readTekst, validateElement, withDokument } from '../../src/modtagelse/soap/faelles/validate.ts'
import { writeImporter } from '../../src/modtagelse/soap/index.ts'
import { SAGDOKUMENTINDEKS } from '../../src/modtagelse/soap/sagdokumentindeks/tjeneste.ts'
import { type Anlaeg, type Benchserver, databasePider } from './anlaeg.ts'
import { cpuSekunder, median } from './maskine.ts'
import { post } from './post.ts'
import { type Maal, mindst } from './resultat.ts'

type Soapvalg = { readonly sager: number; readonly klienter: number; readonly nodeFlag: readonly string[] }

/**
 * Cases as SOAP messages, one and fifty a message, from senders at the same time, with everything on, against parsing and XSD validation of
 * the same messages alone on one core, before and after. A third of the cases warms up both.
 */
export async function measureSoap(anlaeg: Anlaeg, verden: Verden, valg: Soapvalg): Promise<Maal[]> {
  const { kilde, sager } = collectSager(verden, valg.sager)
  const server = await anlaeg.startServer('varig', valg.nodeFlag)
  const opvarmning = Math.ceil(sager.length / 3)
  await sendAlle(server, kilde, toBeskeder(sager.slice(0, opvarmning / 2), 1), valg.klienter)
  await sendAlle(server, kilde, toBeskeder(sager.slice(opvarmning / 2, opvarmning), 50), valg.klienter)
  const nye = sager.slice(opvarmning)
  const halv = Math.ceil(nye.length / 2)
  const maal = [
    await measureBeskeder(anlaeg, server, kilde, { sager: nye.slice(0, halv), prBesked: 1, klienter: valg.klienter }),
    await measureBeskeder(anlaeg, server, kilde, { sager: nye.slice(halv), prBesked: 50, klienter: Math.min(valg.klienter, 4) }),
  ]
  await server.stop()
  return maal
}

type Forsoeg = { readonly sager: readonly ElementKilde[]; readonly prBesked: number; readonly klienter: number }

async function measureBeskeder(
  anlaeg: Anlaeg,
  server: Benchserver,
  kilde: Kilde,
  { sager, prBesked, klienter }: Forsoeg,
): Promise<Maal> {
  const beskeder = toBeskeder(sager, prBesked)
  const foer = [await measureXsd(beskeder), await measureXsd(beskeder)]
  const databaseFoer = cpuSekunder(await databasePider(anlaeg))
  const begyndt = performance.now()
  const cpu = cpuSekunder([server.pid])
  await sendAlle(server, kilde, beskeder, klienter)
  const sekunder = (performance.now() - begyndt) / 1000
  const serverCpu = ((cpuSekunder([server.pid]) - cpu) * 1e6) / sager.length
  const databaseCpu = ((cpuSekunder(await databasePider(anlaeg)) - databaseFoer) * 1e6) / sager.length
  const alene = median([...foer, await measureXsd(beskeder)])
  const kb = beskeder.reduce((sum, { length }) => sum + length, 0) / sager.length / 1024
  const forhold = alene / sekunder
  return {
    hvad: `SOAP, ${prBesked} ${prBesked === 1 ? 'sag' : 'sager'} i hver besked, ${klienter} forbindelser, mod XSD alene`,
    tal: `${(sager.length / sekunder).toFixed(0)} mod ${(sager.length / alene).toFixed(0)} sager/s à ${kb.toFixed(1)} KB; µs CPU/sag: XSD alene ${((alene * 1e6) / sager.length).toFixed(0)}, server ${serverCpu.toFixed(0)}, database ${databaseCpu.toFixed(0)}`,
    forhold,
    krav: mindst(forhold, 0.6),
    detaljer: { sekunder, alene, sager: sager.length, kb, serverCpu, databaseCpu },
  }
}

/** The cases of the source that has most of them, as its deliveries say they are. */
function collectSager(verden: Verden, hoejst: number): { kilde: Kilde; sager: ElementKilde[] } {
  const roller = createRollekatalog({})
  const [stoerst] = verden.kilder
    .map((kilde) => ({
      kilde,
      sager: [...verden.leverancer(kilde)]
        .filter((element) => element.art === 'sag')
        .slice(0, hoejst)
        .map((sag) => normalizeRest(sag, { itSystem: kilde.id, systemNavn: kilde.navn }, roller)),
    }))
    .sort((a, b) => b.sager.length - a.sager.length)
  if (!stoerst || stoerst.sager.length === 0) throw new Error('The world has no cases')
  return stoerst
}

const toBeskeder = (sager: readonly ElementKilde[], prBesked: number): Buffer[] =>
  Array.from({ length: Math.ceil(sager.length / prBesked) }, (_, i) =>
    Buffer.from(writeImporter(sager.slice(i * prBesked, (i + 1) * prBesked), newUuid())),
  )

/** Seconds for parsing and validating in this process, one after the other. */
async function measureXsd(beskeder: readonly Buffer[]): Promise<number> {
  const skema = skemaFor(SAGDOKUMENTINDEKS)
  const [foerste = Buffer.alloc(0)] = beskeder
  const laest = await readBesked(SAGDOKUMENTINDEKS, foerste)
  if ('status' in laest || laest.besked.fejl.length > 0) throw new Error('The messages are not valid')
  const begyndt = performance.now()
  for (const bytes of beskeder) {
    readTekst(bytes)
    withDokument(bytes, (rod) => validateElement(skema, rod.get('/*/*[last()]/*') as Parameters<typeof validateElement>[1]))
  }
  return (performance.now() - begyndt) / 1000
}

async function sendAlle(server: Benchserver, kilde: Kilde, beskeder: readonly Buffer[], klienter: number): Promise<void> {
  const koe = [...beskeder]
  const tag = async () => {
    for (let besked = koe.pop(); besked; besked = koe.pop()) await send(server, kilde, besked)
  }
  await Promise.all(Array.from({ length: klienter }, tag))
}

async function send(server: Benchserver, kilde: Kilde, besked: Buffer): Promise<void> {
  const headers = { 'content-type': 'application/soap+xml', 'x-borgerblikket-udviklingsnoegle': udviklingsnoegle(kilde) }
  const { status, tekst } = await post(`${server.url}/soap/sagdokumentindeks/6`, headers, besked)
  if (status !== 200 || /(IND|SAG|DOK)-\d{3}/.test(tekst)) throw new Error(`A case was refused: ${status} ${tekst.slice(0, 600)}`)
}
