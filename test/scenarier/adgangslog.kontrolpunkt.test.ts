import { spawn } from 'node:child_process'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startForsegling } from '#adgangslog'
import { openLogunderskriver } from '../../src/compose/adgangslog.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

const ROD = join(import.meta.dirname, '..', '..')
const CPR = '6202810013'

let sted: Testwebsted
let mappe: string
beforeAll(async () => {
  sted = await startWebsted()
  mappe = mkdtempSync(join(tmpdir(), 'bbvidne-'))
})
afterAll(async () => {
  await sted.close()
  rmSync(mappe, { recursive: true, force: true })
})

async function hent(sti: string): Promise<{ readonly status: number; readonly tekst: string }> {
  const svar = await fetch(`${sted.origin}${sti}`)
  return { status: svar.status, tekst: await svar.text() }
}

const antalI = (kontrolpunkt: string): number => Number(kontrolpunkt.split('\n')[1])

/** Looks so often, and seals as the server does: it begins at once. Answers how many lines are sealed. */
async function seOgForsegl(gange: number): Promise<number> {
  const borger = await sted.logInd(CPR)
  for (let nr = 0; nr < gange; nr++) await borger.get('/sager')
  const [hoved] = await sted.base.asOwner<{ antal: string }>('SELECT antal FROM adgangslog_hoved')
  const stop = startForsegling({ ...sted.system, underskriver: await openLogunderskriver(sted.system) }, (fejl) => {
    throw fejl
  })
  while (antalI((await hent('/adgangslog/kontrolpunkt')).tekst) !== Number(hoved?.antal))
    await new Promise((resolve) => setTimeout(resolve, 20))
  await stop()
  return Number(hoved?.antal)
}

/** A witness runs it elsewhere, without a database. */
const bevidn = (noegle: string, navn = 'vidne.example.dk') =>
  kommando('bevidn', '--log', sted.origin, '--noegle', noegle, '--navn', navn, '--mappe', mappe)

async function kommando(...args: readonly string[]): Promise<{ readonly kode: number | null; readonly sagt: string }> {
  const fil = join(ROD, 'src/main.ts')
  const barn = spawn(process.execPath, [fil, 'adgangslog', ...args], { stdio: ['ignore', 'pipe', 'pipe'], cwd: mappe })
  const dele: Buffer[] = []
  for (const stroem of [barn.stdout, barn.stderr]) stroem.on('data', (del: Buffer) => dele.push(del))
  const [kode] = (await once(barn, 'close')) as [number | null]
  return { kode, sagt: Buffer.concat(dele).toString('utf8') }
}

test('a log without lines has no checkpoint, and proves nothing', async () => {
  expect((await hent('/adgangslog/kontrolpunkt')).status).toBe(404)
  for (const fra_til of ['fra=0&til=1', 'fra=1&til=0', 'fra=-1&til=0', 'fra=x&til=0', 'fra=0', 'fra=0&fra=0&til=0'])
    expect((await hent(`/adgangslog/konsistens?${fra_til}`)).status).toBe(400)
})

test('a witness elsewhere signs as the log goes on, and not when what it signed has been changed', async () => {
  const noegle = (await hent('/adgangslog/noegle')).tekst.trim()
  const foerst = await seOgForsegl(3)
  const begyndt = await bevidn(noegle)
  expect(begyndt.sagt).toContain(`Skrevet under på ${foerst} linjer`)
  expect(begyndt.kode).toBe(0)
  const siden = await seOgForsegl(300)
  expect((await bevidn(noegle)).sagt).toContain(`Skrevet under på ${siden} linjer`)
  const gemt = readFileSync(join(mappe, 'kontrolpunkt.txt'), 'utf8')
  expect(antalI(gemt)).toBe(siden)

  // Somebody with the database and the log's key makes the whole of it anew.
  await sted.base.asOwner(
    `UPDATE adgangslog SET hvad = 'ydelser' WHERE nr = 2; TRUNCATE adgangslog_flise, adgangslog_kontrolpunkt`,
  )
  await seOgForsegl(1)
  const efter = await bevidn(noegle)
  expect(efter.sagt).toContain('begynder ikke længere med det')
  expect(efter.kode).toBe(1)

  await sted.base.asOwner(
    'DELETE FROM adgangslog WHERE nr > 4; UPDATE adgangslog_hoved SET antal = 4; TRUNCATE adgangslog_flise, adgangslog_kontrolpunkt',
  )
  await seOgForsegl(1)
  expect((await bevidn(noegle)).sagt).toContain('færre linjer')
  expect(readFileSync(join(mappe, 'kontrolpunkt.txt'), 'utf8')).toBe(gemt)
})

test('a witness who was given another key, or an unusable name, signs nothing', async () => {
  const fremmed = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  expect((await bevidn(fremmed)).kode).toBe(1)
  expect((await bevidn('vrøvl')).sagt).toContain('/adgangslog/noegle')
  expect((await bevidn(fremmed, 'to ord')).sagt).toContain('uden mellemrum')
})

type Udtraek = {
  readonly linjer: readonly {
    readonly linje: string
    readonly salt: string
    readonly aabne: object
    readonly bevis: readonly string[] | null
  }[]
}

describe('what a citizen takes home', () => {
  let noegle: string
  let udtraek: Udtraek
  beforeAll(async () => {
    noegle = (await hent('/adgangslog/noegle')).tekst.trim()
    // Somebody else's lines lie between.
    await (await sted.logInd('6202820027')).get('/ydelser')
    await seOgForsegl(2)
    const borger = await sted.logInd(CPR)
    await borger.get('/dokumenter')
    udtraek = JSON.parse((await borger.get('/hvem-har-set/udtraek')).tekst) as Udtraek
  })

  async function kontroller(vaerdi: unknown, medNoegle = noegle) {
    const fil = join(mappe, 'hvem-har-set.json')
    writeFileSync(fil, typeof vaerdi === 'string' ? vaerdi : JSON.stringify(vaerdi))
    return kommando('verify', '--udtraek', fil, '--noegle', medNoegle)
  }

  test('is the own lines, each proved by a program that has the key alone, and the newest said to be not covered', async () => {
    const { kode, sagt } = await kontroller(udtraek)
    expect(kode).toBe(0)
    const uden = udtraek.linjer.filter(({ bevis }) => bevis === null).length
    expect(uden).toBeGreaterThan(0)
    expect(sagt).toContain(`${udtraek.linjer.length - uden} linjer står i loggen, som de står i filen. ${uden} er nyere`)
    const parter = new Set(udtraek.linjer.map(({ linje }) => (JSON.parse(linje) as string[])[4]))
    expect(parter.size).toBe(1)
  })

  test('does not say how much there was to read, for that counts what is hidden', () => {
    for (const { aabne } of udtraek.linjer)
      expect(Object.keys(aabne).filter((felt) => !['hvad', 'aktoer', 'formaal'].includes(felt))).toEqual([])
  })

  const aendret = (nr: number, ny: (led: Udtraek['linjer'][number]) => object) => ({
    ...udtraek,
    linjer: udtraek.linjer.map((led, i) => (i === nr ? { ...led, ...ny(led) } : led)),
  })

  test.each<[string, () => unknown]>([
    ['a word', () => aendret(3, ({ linje }) => ({ linje: linje.replace('"egen"', '"kommune"') }))],
    ['what was looked at', () => aendret(3, ({ aabne }) => ({ aabne: { ...aabne, hvad: { vaerdi: 'sag', salt: 'AAAA' } } }))],
    ['the salt', () => aendret(3, () => ({ salt: 'AAAA' }))],
    ['the proof', () => aendret(3, ({ bevis }) => ({ bevis: bevis?.slice(1) }))],
    ['the line of another', () => aendret(3, () => ({ linje: udtraek.linjer[4]?.linje }))],
    ['rubbish', () => aendret(3, () => ({ linje: 7, bevis: 'x', aabne: null }))],
  ])('with %s changed is told line by line', async (_, ny) => {
    const { kode, sagt } = await kontroller(ny())
    expect(sagt).toContain('ikke, hvad der står i loggen: 4.')
    expect(kode).toBe(1)
  })

  test.each<[string, () => unknown]>([
    ['nothing', () => ''],
    ['something else', () => ({ linjer: [] })],
    ['null', () => 'null'],
    ['a checkpoint that is not signed', () => ({ ...udtraek, kontrolpunkt: 'log\n1\nAAAA\n' })],
  ])('that is %s is no extract', async (_, ny) => {
    expect((await kontroller(ny())).sagt).toContain('ikke et udtræk')
  })

  test('is nobody’s who is not logged in', async () => {
    expect((await hent('/hvem-har-set/udtraek')).status).toBe(401)
  })
})

/** Somebody else's client: written from RFC 9162 and the C2SP specifications, and from what docs/drift/adgangslog.md says, with nothing of ours. */
describe('a client that knows the specifications alone', () => {
  const sha = (...dele: Uint8Array[]) => createHash('sha256').update(Buffer.concat(dele)).digest()
  const parent = (a: Uint8Array, b: Uint8Array) => sha(Buffer.from([1]), a, b)
  const hashes = (tekst: string) =>
    tekst
      .split('\n')
      .slice(0, -1)
      .map((linje) => Buffer.from(linje, 'base64'))

  /** The checkpoint with its one signature verified, by the bytes that the specification names. */
  async function readCheckpoint() {
    const [, navn = '', id = '', noegle = ''] =
      /^(.+)\+([0-9a-f]{8})\+(.{44})\n$/.exec((await hent('/adgangslog/noegle')).tekst) ?? []
    const raa = Buffer.from(noegle, 'base64')
    expect(raa[0]).toBe(1)
    expect(
      sha(Buffer.from(`${navn}\n`), raa)
        .subarray(0, 4)
        .toString('hex'),
    ).toBe(id)
    const [tekst = '', underskrift = ''] = (await hent('/adgangslog/kontrolpunkt')).tekst.split('\n\n')
    const [, hvem, base64 = ''] = /^\u2014 (\S+) (\S+)\n$/.exec(underskrift) ?? []
    const bytes = Buffer.from(base64, 'base64')
    expect([hvem, bytes.subarray(0, 4).toString('hex'), bytes.length]).toEqual([navn, id, 68])
    const offentlig = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: raa.subarray(1).toString('base64url') },
      format: 'jwk',
    })
    expect(verify(null, Buffer.from(`${tekst}\n`), offentlig, bytes.subarray(4))).toBe(true)
    const [oprindelse, antal, rod = ''] = tekst.split('\n')
    expect(oprindelse).toBe(navn)
    return { antal: Number(antal), rod: Buffer.from(rod, 'base64') }
  }

  /** The root by a path, as one would draw it: which of the two a node is follows from where the leaf lies in its part of the tree. */
  function rootByPath(blad: Buffer, m: number, n: number, path: readonly Buffer[]): Buffer {
    if (n === 1) return blad
    let k = 1
    while (k * 2 < n) k *= 2
    const oeverst = path.at(-1) as Buffer
    return m < k
      ? parent(rootByPath(blad, m, k, path.slice(0, -1)), oeverst)
      : parent(oeverst, rootByPath(blad, m - k, n - k, path.slice(0, -1)))
  }

  test('fetches the checkpoint, and finds a line of a citizen’s file in it and in a later one', async () => {
    const antal = await seOgForsegl(2)
    const { linjer } = JSON.parse((await (await sted.logInd(CPR)).get('/hvem-har-set/udtraek')).tekst) as Udtraek
    const [valgt] = linjer.filter(({ bevis }) => bevis !== null)
    const nr = (JSON.parse(valgt?.linje ?? '') as number[])[1] as number
    const blad = sha(Buffer.from([0]), Buffer.from(valgt?.salt ?? '', 'base64'), Buffer.from(valgt?.linje ?? ''))
    const foerst = await readCheckpoint()
    expect(foerst.antal).toBe(antal)
    await seOgForsegl(3)
    for (const hoved of [foerst, await readCheckpoint()]) {
      const path = hashes((await hent(`/adgangslog/inklusion?nr=${nr}&til=${hoved.antal}`)).tekst)
      expect(rootByPath(blad, nr - 1, hoved.antal, path)).toEqual(hoved.rod)
    }
  })

  test.each([
    'nr=0&til=1',
    'nr=2&til=1',
    'nr=1&til=999999999999999',
    'nr=x&til=1',
    'nr=1',
    'nr=-1&til=1',
    'nr=1&til=1&til=1',
    'nr=1e0&til=1',
  ])('is told what is wrong with %s', async (valg) => {
    expect((await hent(`/adgangslog/inklusion?${valg}`)).status).toBe(400)
  })
})

describe('two files of a citizen’s', () => {
  const gem = (navn: string, tekst: string): string => {
    writeFileSync(join(mappe, navn), tekst)
    return join(mappe, navn)
  }
  test('show alone that the log has gone on from the one to the other, and that it has not when it was made anew', async () => {
    const noegle = (await hent('/adgangslog/noegle')).tekst.trim()
    const borger = await sted.logInd(CPR)
    const foer = gem('foer.json', (await borger.get('/hvem-har-set/udtraek')).tekst)
    await seOgForsegl(20)
    // The line of the first file is sealed by now, and the second goes on from it.
    const nu = gem('nu.json', (await borger.get('/hvem-har-set/udtraek')).tekst)
    const holdes = await kommando('verify', '--udtraek', nu, '--foer', foer, '--noegle', noegle)
    expect(holdes.sagt).toContain('intet af det første er ændret')
    expect(holdes.kode).toBe(0)

    // Somebody else's line, changed by whoever has the database and the key: the citizen's own are all there.
    await sted.base.asOwner(
      `UPDATE adgangslog SET hvad = 'sager' WHERE nr = (SELECT nr FROM adgangslog WHERE part_id <> $1 ORDER BY nr LIMIT 1)`,
      [await sted.part(CPR)],
    )
    await sted.base.asOwner('TRUNCATE adgangslog_flise, adgangslog_kontrolpunkt')
    await seOgForsegl(1)
    const anden = gem('anden.json', (await borger.get('/hvem-har-set/udtraek')).tekst)
    const brudt = await kommando('verify', '--udtraek', anden, '--foer', nu, '--noegle', noegle)
    expect(brudt.sagt).toMatch(/BRUD|ikke vist/)
    expect(brudt.kode).toBe(1)
    const fra = antalI((JSON.parse(readFileSync(nu, 'utf8')) as { kontrolpunkt: string }).kontrolpunkt)
    const til = antalI((JSON.parse(readFileSync(anden, 'utf8')) as { kontrolpunkt: string }).kontrolpunkt)
    const bevis = gem('bevis.txt', (await hent(`/adgangslog/konsistens?fra=${fra}&til=${til}`)).tekst)
    const medBevis = await kommando('verify', '--udtraek', anden, '--foer', nu, '--noegle', noegle, '--konsistens', bevis)
    expect(medBevis.sagt).toContain('BRUD')
    expect(medBevis.kode).toBe(1)
  })
})
