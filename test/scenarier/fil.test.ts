import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#config'
import { ARTER, type Art } from '#kernel'
import { Opstartsfejl } from '#platform/database'
import { addLeverCommands } from '#tilslutning/fil'
import { EKSEMPLER } from '../../src/modtagelse/rest/eksempler.ts'
import { KOLONNER } from '../../src/tilslutning/fil/csv-kolonner.ts'
import { startWebsted, type Testwebsted, udviklingsnoegle } from '../byggere/websted.ts'

const ROD = join(import.meta.dirname, '..', '..')

let sted: Testwebsted
let mappe: string
beforeAll(async () => {
  sted = await startWebsted()
  mappe = mkdtempSync(join(tmpdir(), 'bbfil-'))
})
afterAll(async () => {
  await sted.close()
  rmSync(mappe, { recursive: true, force: true })
})

const skriv = (navn: string, indhold: string | Buffer): string => {
  const fil = join(mappe, navn)
  writeFileSync(fil, indhold)
  return fil
}
const uuidNr = (nr: number): string => `f1100000-0000-4000-8000-${String(nr).padStart(12, '0')}`
const aftale = (nr: number): string => JSON.stringify({ ...EKSEMPLER.aftale, id: uuidNr(nr) })
const afvist = (nr: number): string => aftale(nr).replace('"Aktiv"', '"Måske"')

function start(args: readonly string[]) {
  return spawn(process.execPath, ['src/main.ts', 'tilslutning', ...args], {
    cwd: ROD,
    env: { PATH: process.env['PATH'], BORGERBLIKKET_UDVIKLINGSNOEGLE: udviklingsnoegle('a') },
  })
}

/** The command as it is typed, in this process. */
async function run(args: readonly string[], miljoe: Readonly<Record<string, string>> = {}) {
  const linjer: string[] = []
  let kode = 0
  const program = new Command('borgerblikket')
  addLeverCommands(program, {
    miljoe: () => readConfig({ BORGERBLIKKET_UDVIKLINGSNOEGLE: udviklingsnoegle('a'), ...miljoe }).afsender,
    print: (linje) => void linjer.push(linje),
    guarded: (work) =>
      work().then(
        () => undefined,
        (fejl: unknown) => {
          if (!(fejl instanceof Opstartsfejl)) throw fejl
          linjer.push(fejl.message)
          kode = 1
        },
      ),
  })
  const foer = process.exitCode
  process.exitCode = 0
  await program.parseAsync(['tilslutning', ...args], { from: 'user' })
  kode ||= Number(process.exitCode)
  process.exitCode = foer
  return { kode, tekst: linjer.join('\n') }
}
const lever = (fil: string, ...flag: string[]) => run(['lever', fil, '--mod', sted.origin, ...flag])
const afvisteI = (fil: string) =>
  readFileSync(`${fil}.afvist.ndjson`, 'utf8')
    .trim()
    .split('\n')
    .map((linje) => JSON.parse(linje) as { sted: number; id: string; brud: { regel: string; da: string }[]; indhold: string })
const antalAf = async (fra: number, til: number): Promise<number> => {
  const [raekke] = await sted.base.asOwner<{ antal: string }>(
    'SELECT count(*) AS antal FROM registrering WHERE objekt_id BETWEEN $1 AND $2',
    [uuidNr(fra), uuidNr(til)],
  )
  return Number(raekke?.antal)
}

test('a packed file of lines: what is refused is written down with rule, sentence and line; the same file again changes nothing', async () => {
  const linjer = [aftale(1), '', afvist(2), aftale(3), '{ikke json', aftale(4)]
  const fil = skriv('linjer.ndjson.gz', gzipSync(linjer.join('\n')))
  const svar = await lever(fil, '--stykke', '2')
  expect(svar).toMatchObject({ kode: 2, tekst: expect.stringContaining('3 modtaget, 0 uændret, 2 afvist') })
  const foerste = afvisteI(fil)
  expect(foerste.map(({ sted: nr, id, brud }) => [nr, id, brud[0]?.regel])).toEqual([
    [3, uuidNr(2), 'AFT-013'],
    [5, undefined, 'IND-014'],
  ])
  expect([foerste[0]?.indhold, foerste[0]?.brud[0]?.da]).toEqual([afvist(2), expect.stringContaining('Aflyst')])
  expect(existsSync(`${fil}.tilstand.json`)).toBe(false)
  expect(await lever(fil, '--stykke', '2')).toMatchObject({ kode: 2, tekst: expect.stringContaining('3 modtaget') })
  expect(afvisteI(fil)).toEqual(foerste)
  expect(await antalAf(1, 9)).toBe(3)
})

test('killed in the middle and run again, a file goes on where it was: nothing lost, nothing doubled, each refusal once', async () => {
  const [foerste, antal] = [1_000, 8_000]
  const linjer = Array.from({ length: antal }, (_, i) => (i % 100 === 7 ? afvist(foerste + i) : aftale(foerste + i)))
  const fil = skriv('stor.ndjson', linjer.join('\n'))
  const args = ['lever', fil, '--mod', sted.origin, '--stykke', '200']
  for (const efter of [3, 12]) {
    const proces = start(args)
    const stykker = () =>
      existsSync(`${fil}.tilstand.json`) ? JSON.parse(readFileSync(`${fil}.tilstand.json`, 'utf8')).stykker : 0
    while (stykker() < efter) await new Promise((resolve) => setTimeout(resolve, 5))
    proces.kill('SIGKILL')
    await once(proces, 'close')
    expect(stykker()).toBeLessThan(40)
  }
  // As though the state had been written a moment before the refusals that it does not know of.
  writeFileSync(`${fil}.afvist.ndjson`, `${readFileSync(`${fil}.afvist.ndjson`, 'utf8')}{"sted":1,"hal`)
  const svar = await run(args)
  expect(svar).toMatchObject({ kode: 2, tekst: expect.stringContaining('7920 modtaget, 0 uændret, 80 afvist') })
  expect(svar.tekst).toContain('Går videre efter')
  const afviste = afvisteI(fil).map(({ sted: nr }) => nr)
  expect(afviste).toEqual(Array.from({ length: 80 }, (_, i) => i * 100 + 8))
  expect(await antalAf(foerste, foerste + antal)).toBe(7_920)
})

const RAEKKER: Readonly<Record<Art, string>> = {
  sag: `id,tidspunkt,sagsnummer,titel,foelsomhed,opstaaet,afgjort,kle,facet,undtaget,dokumenter,kommune,kommunenavn,enhed,enhedsnavn,cpr,navn
${uuidNr(20_001)},2026-01-05T08:00:00+01:00,27.35.04-1,"Besøg, forebyggende",FORTROLIGE_PERSONOPLYSNINGER,2026-01-05,2026-01-09,27.35.04,G01,ja,${uuidNr(20_002)},11111111,Korsbæk Kommune,urn:oio:korsbaek:enhed:42,Omsorg,871245-0017,Godtfred Lund`,
  dokument: `id,tidspunkt,dokumentnummer,titel,brevdato,foelsomhed,type,tilstand,kle,kommune,kommunenavn,enhed,enhedsnavn
${uuidNr(20_002)},2026-01-06,2026-7,Tilbud,2026-01-06,FORTROLIGE_PERSONOPLYSNINGER,"Brev, udgaaende",Endeligt,27.35.04,11111111,Korsbæk Kommune,urn:oio:korsbaek:enhed:42,Omsorg`,
  journalnotat: `id,tidspunkt,sag,titel,undtaget,notat
${uuidNr(20_003)},2026-01-07,${uuidNr(20_001)},Telefonsamtale,ja,Ønsker besøg om formiddagen`,
  bevilling: `id,tidspunkt,startdato,foelsomhed,status,ydelsestype,ydelsesnavn,kle,beloeb,frekvens,forudBagud,sag,cpr,navn,kommune,kommunenavn
${uuidNr(20_004)},2026-01-20,2026-02-01,FORTROLIGE_PERSONOPLYSNINGER,Aktiv,Økonomisk,Tilskud,27.36.04,1250.00,Månedlig,Forud,${uuidNr(20_001)},8712450017,Godtfred Lund,11111111,Korsbæk Kommune`,
  oekonomiskEffektuering: `id,tidspunkt,dispositionsdato,brutto,udbetalt,periodeFra,periodeTil,beloeb,bevilling,kommune,kommunenavn
${uuidNr(20_005)},2026-01-28,2026-01-30,1250.00,1250.00,2026-02-01,2026-02-28,1250.00,${uuidNr(20_004)},11111111,Korsbæk Kommune`,
  aftale: `id,tidspunkt,type,titel,start,slut,sted,status,foelsomhed,kle,kommune,kommunenavn,cpr,navn
${uuidNr(20_006)},2026-01-08,Aftale,Besøg,2026-02-12T10:00:00+01:00,2026-02-12T11:00:00+01:00,Hjemme,Aktiv,FORTROLIGE_PERSONOPLYSNINGER,27.35.04,11111111,Korsbæk Kommune,8712450017,Godtfred Lund`,
}

test.each(ARTER)('CSV under our own column names: %s', async (art) => {
  const fil = skriv(`${art}.csv`, `\uFEFF${RAEKKER[art]}\r\n`)
  expect(await lever(fil, '--art', art)).toMatchObject({ kode: 0, tekst: expect.stringContaining('1 modtaget') })
})

test('CSV under a vendor’s own names, by a mapping: values are translated, and columns that are not named are left out', async () => {
  const fil = skriv(
    'egne.csv',
    `Nr;Ændret;Aftaletype;Emne;Begynder;Tilstand;Hemmelig;Ejer\n${uuidNr(21_001)};2026-01-08;A;Besøg, måske;2026-02-12T10:00:00+01:00;OK;x;8712450017`,
  )
  const mapning = skriv(
    'mapning.json',
    JSON.stringify({
      art: 'aftale',
      kolonner: {
        Nr: 'id',
        Ændret: 'tidspunkt',
        Aftaletype: 'type',
        Emne: 'titel',
        Begynder: 'start',
        Tilstand: 'status',
        Ejer: 'cpr',
      },
      vaerdier: { kommune: '11111111', kommunenavn: 'Korsbæk Kommune', kle: '27.35.04' },
      omsaet: { type: { A: 'Aftale' }, status: { OK: 'Aktiv' } },
    }),
  )
  expect(await lever(fil, '--mapning', mapning)).toMatchObject({ kode: 2, tekst: expect.stringContaining('1 afvist') })
  expect(afvisteI(fil)[0]?.brud.map(({ regel }) => regel)).toEqual(['AFT-014'])
  const rettet = JSON.parse(readFileSync(mapning, 'utf8')) as { vaerdier: Record<string, string> }
  rettet.vaerdier['foelsomhed'] = 'FORTROLIGE_PERSONOPLYSNINGER'
  skriv('mapning.json', JSON.stringify(rettet))
  expect(await lever(fil, '--mapning', mapning)).toMatchObject({ kode: 0, tekst: expect.stringContaining('1 modtaget') })
})

test.each([
  ['an unknown column', 'a.csv', 'id,tidspunkt,tittel\n1,2,3', ['--art', 'aftale'], 'Ukendte kolonner: tittel'],
  ['a row of another length', 'b.csv', 'id,titel\n1,2\n1,2,3', ['--art', 'aftale'], 'Linje 3 i'],
  ['CSV without a kind', 'c.csv', 'id\n1', [], 'kræver enten --art eller --mapning'],
  ['text that is not UTF-8', 'd.ndjson', Buffer.from([0x7b, 0xe6, 0x7d]), [], 'er ikke UTF-8'],
  ['half a packed file', 'e.ndjson.gz', gzipSync(aftale(1)).subarray(0, 60), [], 'kan ikke pakkes ud'],
  ['an unknown name', 'f.docx', 'x', [], 'Filen skal hedde'],
  ['XML that is no envelope', 'g.xml', '<a/>', [], 'ikke er en hel besked'],
  ['a message of another service', 'h.xml', '<s:Envelope><s:Body><x:Andet/></s:Body></s:Envelope>', [], 'er ikke en importer'],
] as const)('%s is told in a sentence, and nothing is sent', async (_navn, navn, indhold, flag, besked) => {
  const foer = await antalAf(0, 99_999_999)
  expect(await lever(skriv(navn, indhold as string), ...flag)).toMatchObject({ kode: 1, tekst: expect.stringContaining(besked) })
  expect(await antalAf(0, 99_999_999)).toBe(foer)
})

test('messages of both services in one file are taken in, and a refused object is written down with its rule', async () => {
  const besked = (guide: string) =>
    /```xml\n([\s\S]*?)```/.exec(readFileSync(join(ROD, 'docs/tilslutning', guide), 'utf8'))?.[1] ?? ''
  const egen = (xml: string) => xml.replaceAll('849ce7e7-57ee-5381-ae85-fc13f56ebf75', 'a0000000-0000-4000-8000-00000000000a')
  const sag = egen(besked('soap.md'))
  const forkert = sag.replaceAll('5d1c0a52-6f0e-4c0e-9d43-2b1f6a7e0011', uuidNr(30_001)).replace('>Opstaaet<', '>Oplyst<')
  const fil = skriv('beskeder.xml', `${sag}\n${egen(besked('ydelsesindeks.md'))}\n${forkert}`)
  expect(await lever(fil)).toMatchObject({ kode: 2, tekst: expect.stringContaining('3 modtaget, 0 uændret, 1 afvist') })
  expect(afvisteI(fil).map(({ sted: nr, id, brud }) => [nr, id, brud[0]?.regel])).toEqual([[3, uuidNr(30_001), 'IND-009']])
})

test('rules that refuse from a later day are told by number, and the delivery is as good', async () => {
  const advarsel = JSON.stringify([{ regel: 'AFT-008', sti: '', da: '', en: '' }])
  const kvittering = (nr: number) => `{"linje":${nr},"id":"x","udfald":"modtaget","advarsler":${advarsel}}`
  const slut = '{"slut":true,"leverance":"x","linjer":2,"modtaget":2,"uaendret":0,"afvist":0}'
  const server = createServer((_, svar) => svar.end(`${kvittering(1)}\n${kvittering(2)}\n${slut}\n`)).listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const fil = skriv('advaret.ndjson', [1, 2, 3, 4].map((nr) => aftale(50_000 + nr)).join('\n'))
  const svar = await run(['lever', fil, '--mod', `http://localhost:${port}`, '--stykke', '2'])
  server.closeAllConnections()
  server.close()
  expect(svar).toMatchObject({
    kode: 0,
    tekst: expect.stringContaining('AFT-008: 4 linjer bryder reglen, som afviser fra en senere dag'),
  })
})

test('one way to say who one is, never on the command line itself; a wrong one is told', async () => {
  const fil = skriv('hvem.ndjson', aftale(40_001))
  const uden = { BORGERBLIKKET_UDVIKLINGSNOEGLE: '' }
  const mod = ['lever', fil, '--mod', sted.origin]
  expect(await run(mod, uden)).toMatchObject({ kode: 1, tekst: expect.stringContaining('Angiv én måde') })
  expect(await run(mod, { BORGERBLIKKET_TOKEN: 'x' })).toMatchObject({ kode: 1, tekst: expect.stringContaining('Angiv én måde') })
  expect(await run(mod, { BORGERBLIKKET_UDVIKLINGSNOEGLE: 'forkert' })).toMatchObject({
    kode: 1,
    tekst: expect.stringContaining('401'),
  })
  const noeglefil = skriv('noegle', `${udviklingsnoegle('a')}\n`)
  expect(await run([...mod, '--noegle-fil', noeglefil], uden)).toMatchObject({ kode: 0 })
})

test('the column names can be asked for, and stand in the guide', async () => {
  const guide = readFileSync(join(ROD, 'docs/tilslutning/fil.md'), 'utf8')
  for (const art of ARTER) {
    const { kode, tekst } = await run(['kolonner', art])
    expect([kode, tekst.trim().split('\n').length]).toEqual([0, KOLONNER[art].length])
    const afsnit = guide.split(`### ${art}\n`)[1]?.split('\n### ')[0] ?? ''
    expect([...afsnit.matchAll(/^\| `(\w+)` \|/gm)].map(([, navn]) => navn)).toEqual(KOLONNER[art].map(({ navn }) => navn))
  }
})
