import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAdgangslogCommands } from '#adgangslog'
import { startTestvidne } from '#demo/vidne'
import { systemClock } from '#platform/clock'
import { forsegl } from '../../src/adgangslog/merkle/forsegl.ts'
import { collectUnderskrifter } from '../../src/adgangslog/vidne/indhent.ts'
import { openLogunderskriver } from '../../src/compose/adgangslog.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

const CPR = '6202810013'

let loggen: Testwebsted
let nabo: Testwebsted
let mappe: string
beforeAll(async () => {
  loggen = await startWebsted()
  nabo = await startWebsted()
  mappe = mkdtempSync(join(tmpdir(), 'bbvidner-'))
}, 60_000)
afterAll(async () => {
  await loggen?.close()
  await nabo?.close()
  rmSync(mappe, { recursive: true, force: true })
})

const hent = async (sted: Testwebsted, sti: string) => {
  const svar = await fetch(`${sted.origin}${sti}`)
  return { status: svar.status, tekst: await svar.text() }
}

/** Looks so often at a citizen's own cases, and seals. Answers how many lines are sealed. */
async function seOgForsegl(gange: number): Promise<number> {
  const borger = await loggen.logInd(CPR)
  for (let nr = 0; nr < gange; nr++) await borger.get('/sager')
  const deps = { ...loggen.system, underskriver: await openLogunderskriver(loggen.system) }
  while ((await forsegl(deps)) > 0);
  return Number((await hent(loggen, '/adgangslog/kontrolpunkt')).tekst.split('\n')[1])
}

const spoerg = async (): Promise<ReadonlyMap<string, string>> =>
  collectUnderskrifter({ ...loggen.system, underskriver: await openLogunderskriver(loggen.system) })

/** What the operator of an installation runs. */
async function koer(sted: Testwebsted, ...args: readonly string[]): Promise<string> {
  const sagt: string[] = []
  const program = new Command().exitOverride()
  addAdgangslogCommands(program, {
    run: (work) => work(sted.system),
    guarded: (work) => work(),
    clock: systemClock,
    print: (linje) => sagt.push(linje),
  })
  await program.parseAsync(['adgangslog', ...args], { from: 'user' })
  return sagt.join('\n')
}

const noegleAf = async (sted: Testwebsted, sti: string) => (await hent(sted, sti)).tekst.trim()
const post = (sted: Testwebsted, tekst: string) =>
  fetch(`${sted.origin}/adgangslog/vidne/add-checkpoint`, { method: 'POST', body: tekst })

describe('another municipality’s installation as a witness', () => {
  let vidnenoegle: string

  test('signs nothing of a log that nobody has asked it to', async () => {
    await seOgForsegl(2)
    vidnenoegle = await noegleAf(nabo, '/adgangslog/vidne/noegle')
    expect(await koer(loggen, 'vidne', 'vis')).toContain('Ingen vidner')
    await koer(loggen, 'vidne', 'tilfoej', '--noegle', vidnenoegle, '--adresse', `${nabo.origin}/adgangslog/vidne/`)
    expect([...(await spoerg()).values()]).toEqual(['KENDER_IKKE_LOGGEN'])
    expect((await hent(loggen, '/adgangslog/bevidnet')).status).toBe(404)
  })

  test('signs as the log goes on, and its signature is given out with the checkpoint', async () => {
    await koer(nabo, 'andres', 'tilfoej', '--noegle', await noegleAf(loggen, '/adgangslog/noegle'))
    const foerst = await seOgForsegl(1)
    expect([...(await spoerg()).values()]).toEqual(['UNDERSKREVET'])
    expect([...(await spoerg()).values()]).toEqual(['INTET_NYT'])
    const siden = await seOgForsegl(300)
    expect([...(await spoerg()).values()]).toEqual(['UNDERSKREVET'])
    const [navn] = vidnenoegle.split('+')
    const { tekst } = await hent(loggen, '/adgangslog/bevidnet')
    expect(tekst.split('\n')[1]).toBe(String(siden))
    expect(siden).toBeGreaterThanOrEqual(foerst + 300)
    expect(tekst).toContain(`— ${navn} `)
    // As the witness gives it out to whoever watches.
    const hash = createHash('sha256')
      .update(tekst.split('\n', 1)[0] ?? '')
      .digest('hex')
    expect((await hent(nabo, `/adgangslog/vidne/${hash}/checkpoint`)).tekst).toBe(tekst)
    expect((await hent(nabo, `/adgangslog/vidne/${'0'.repeat(64)}/checkpoint`)).status).toBe(404)
    expect(await koer(loggen, 'vidne', 'vis')).toContain(`Skrev senest under på ${siden} linjer`)
    expect(await koer(nabo, 'andres', 'vis')).toContain(`${siden} linjer`)
  })

  test('a citizen’s file carries it, and the public page tells who signs', async () => {
    const borger = await loggen.logInd(CPR)
    const { tekst } = await borger.get('/hvem-har-set/udtraek')
    const udtraek = JSON.parse(tekst) as { bevidnet: string; kontrolpunkt: string; konsistens: { fra: number }[] }
    const bevidnet = Number(udtraek.bevidnet.split('\n')[1])
    expect(udtraek.bevidnet).toBe((await hent(loggen, '/adgangslog/bevidnet')).tekst)
    const fil = join(mappe, 'hvem-har-set.json')
    writeFileSync(fil, tekst)
    const sagt = await koer(
      loggen,
      'verify',
      '--udtraek',
      fil,
      '--noegle',
      await noegleAf(loggen, '/adgangslog/noegle'),
      '--vidne',
      vidnenoegle,
    )
    expect(sagt).toContain('er dækket af et vidnes underskrift')
    expect(sagt).toContain(`kontrolpunktet på ${bevidnet} linjer`)
    expect((await hent(loggen, '/adgangslog/kontrol')).tekst).toContain(vidnenoegle)
  })

  test('answers as the specification says to all that is not a next step', async () => {
    const { tekst: note } = await hent(loggen, '/adgangslog/kontrolpunkt')
    const nu = Number(note.split('\n')[1])
    const sendt = async (tekst: string) => (await post(nabo, tekst)).status
    expect(await sendt(`old ${nu}\n\n${note}`)).toBe(200)
    const bagud = await post(nabo, `old 0\n\n${note}`)
    expect([bagud.status, bagud.headers.get('content-type'), await bagud.text()]).toEqual([409, 'text/x.tlog.size', `${nu}\n`])
    expect(await sendt(`old ${nu + 1}\n\n${note}`)).toBe(400)
    expect(await sendt(`old ${nu}\n${Buffer.alloc(32).toString('base64')}\n\n${note}`)).toBe(422)
    expect(await sendt(`old ${nu}\n\n${note.replace(/^[^\n]+/, 'en.anden.example/log')}`)).toBe(404)
    expect(await sendt(`old ${nu}\n\n${note.replace(`\n${nu}\n`, `\n${nu + 1}\n`)}`)).toBe(403)
    // Another tree of the size that was signed: no size to go on from, by which whoever asks would ask for ever.
    const log = await openLogunderskriver(loggen.system)
    const anden = `${note.split('\n', 1)[0]}\n${nu}\n${Buffer.alloc(32, 7).toString('base64')}\n`
    const linje = Buffer.concat([log.id, sign(null, Buffer.from(anden), log.privat)]).toString('base64')
    const andenRod = await post(nabo, `old ${nu}\n\n${anden}\n— ${log.navn} ${linje}\n`)
    expect([andenRod.status, andenRod.headers.get('content-type')]).toEqual([409, 'application/problem+json; charset=utf-8'])
    for (const vroevl of [
      '',
      'old x\n\n',
      `old 0${nu}\n\n${note}`,
      `old ${nu}\n${note}`,
      `old ${nu}\nAA==\n\n${note}`,
      `old ${nu}\n\n${note.trim()}`,
      note,
      'x'.repeat(70_000),
    ])
      expect(await sendt(vroevl), vroevl.slice(0, 40)).toBe(400)
    expect(await sendt('x'.repeat(200_000))).toBe(413)
  })

  test('of two who ask at once from the same size one is signed, and the other told to go on from there', async () => {
    const { tekst: foer } = await hent(loggen, '/adgangslog/kontrolpunkt')
    const fra = Number(foer.split('\n')[1])
    const til = await seOgForsegl(3)
    const [{ tekst: note }, { tekst: bevis }] = await Promise.all([
      hent(loggen, '/adgangslog/kontrolpunkt'),
      hent(loggen, `/adgangslog/konsistens?fra=${fra}&til=${til}`),
    ])
    const svar = await Promise.all(Array.from({ length: 8 }, () => post(nabo, `old ${fra}\n${bevis}\n${note}`)))
    expect(svar.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(7).fill(409)])
    // Its answer was lost to the log: by what it says it has signed it is asked again.
    expect([...(await spoerg()).values()]).toEqual(['UNDERSKREVET'])
  })

  test('signs nothing when what it has signed was changed, and that is told', async () => {
    const foer = await hent(loggen, '/adgangslog/bevidnet')
    await loggen.base.asOwner(
      `UPDATE adgangslog SET hvad = 'ydelser' WHERE nr = 2; TRUNCATE adgangslog_flise, adgangslog_kontrolpunkt, adgangslog_medunderskrift`,
    )
    await seOgForsegl(1)
    expect([...(await spoerg()).values()]).toEqual(['UENIG'])
    expect((await hent(loggen, '/adgangslog/bevidnet')).status).toBe(404)
    await loggen.base.asOwner(
      'DELETE FROM adgangslog WHERE nr > 4; UPDATE adgangslog_hoved SET antal = 4; TRUNCATE adgangslog_flise, adgangslog_kontrolpunkt, adgangslog_medunderskrift',
    )
    await seOgForsegl(1)
    expect([...(await spoerg()).values()]).toEqual(['UENIG'])
    const hash = createHash('sha256')
      .update(foer.tekst.split('\n', 1)[0] ?? '')
      .digest('hex')
    expect((await hent(nabo, `/adgangslog/vidne/${hash}/checkpoint`)).tekst.split('\n')[1]).not.toBe('5')
  })

  test('that is not to sign any more does not, and has not forgotten when it begins again', async () => {
    const noegle = await noegleAf(loggen, '/adgangslog/noegle')
    await koer(nabo, 'andres', 'fjern', '--noegle', noegle)
    expect([...(await spoerg()).values()]).toEqual(['KENDER_IKKE_LOGGEN'])
    await koer(nabo, 'andres', 'tilfoej', '--noegle', noegle)
    expect([...(await spoerg()).values()]).toEqual(['UENIG'])
    await koer(loggen, 'vidne', 'fjern', '--noegle', vidnenoegle)
    expect([...(await spoerg()).values()]).toEqual([])
    await expect(koer(loggen, 'vidne', 'fjern', '--noegle', vidnenoegle)).rejects.toThrow('intet vidne med den nøgle')
  })
})

/** A witness of another make, from the specification alone: it shares nothing with the one under test. */
function startFremmedVidne(navn: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raa = Buffer.concat([Buffer.from([4]), publicKey.export({ type: 'spki', format: 'der' }).subarray(12)])
  const id = createHash('sha256').update(`${navn}\n`).update(raa).digest().subarray(0, 4)
  const husket = {
    antal: 0,
    opkald: [] as string[],
    tid: Math.floor(Date.now() / 1_000),
    noegle: privateKey as KeyObject,
    andenRod: false,
  }
  const signLinje = (tekst: string): string => {
    const tid = Buffer.alloc(8)
    tid.writeBigUInt64BE(BigInt(husket.tid))
    const bytes = sign(null, Buffer.from(`cosignature/v1\ntime ${husket.tid}\n${tekst}`), husket.noegle)
    return `— ${navn} ${Buffer.concat([id, tid, bytes]).toString('base64')}\n`
  }
  const server = createServer((request, svar) => {
    let body = ''
    request.on('data', (del: Buffer) => {
      body += del.toString('utf8')
    })
    request.on('end', () => {
      const gammel = Number(/^old (\d+)\n/.exec(body)?.[1])
      const note = body.slice(body.indexOf('\n\n') + 2)
      husket.opkald.push(`${request.method} ${request.url} ${gammel}`)
      if (husket.andenRod) return svar.writeHead(409).end('another root\n')
      if (gammel !== husket.antal) return svar.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end(`${husket.antal}\n`)
      husket.antal = Number(note.split('\n')[1])
      return svar.end(signLinje(note.slice(0, note.indexOf('\n\n') + 1)))
    })
  })
  return { husket, server, signLinje, vkey: `${navn}+${id.toString('hex')}+${raa.toString('base64')}` }
}

const lyt = (server: Server): Promise<string> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  )

describe('a witness of another make', () => {
  const vidne = startFremmedVidne('vidne.example.org/w1')
  let adresse: string
  beforeAll(async () => {
    adresse = await lyt(vidne.server)
  })
  afterAll(() => {
    vidne.server.close()
  })

  test('signs over HTTP, is asked from the size it says it has, and not again while nothing is new', async () => {
    await koer(loggen, 'vidne', 'tilfoej', '--noegle', vidne.vkey, '--adresse', `${adresse}/w1`)
    const foerst = await seOgForsegl(5)
    expect([...(await spoerg())]).toEqual([['vidne.example.org/w1', 'UNDERSKREVET']])
    expect([...(await spoerg()).values()]).toEqual(['INTET_NYT'])
    // Somebody else has had it sign a size in between.
    const imellem = await seOgForsegl(2)
    vidne.husket.antal = imellem
    await seOgForsegl(2)
    expect([...(await spoerg()).values()]).toEqual(['UNDERSKREVET'])
    expect(vidne.husket.opkald).toEqual([
      'POST /w1/add-checkpoint 0',
      `POST /w1/add-checkpoint ${foerst}`,
      `POST /w1/add-checkpoint ${imellem}`,
    ])
  })

  test.each([
    ['says a size that the log has not had', () => (vidne.husket.antal = 1_000_000), 'UENIG'],
    ['has signed another root of that size', () => (vidne.husket.andenRod = true), 'UENIG'],
    [
      'signs with another key',
      () => (vidne.husket.noegle = generateKeyPairSync('ed25519').privateKey),
      'UNDERSKRIFT_HOLDER_IKKE',
    ],
    ['signs for a time to come', () => (vidne.husket.tid += 86_400), 'UNDERSKRIFT_HOLDER_IKKE'],
    ['signs for no time', () => (vidne.husket.tid = 0), 'UNDERSKRIFT_HOLDER_IKKE'],
  ])('that %s is not believed', async (_, goer, udfald) => {
    const foer = { ...vidne.husket }
    const bevidnet = await hent(loggen, '/adgangslog/bevidnet')
    goer()
    await seOgForsegl(1)
    expect([...(await spoerg()).values()]).toEqual([udfald])
    expect(await hent(loggen, '/adgangslog/bevidnet')).toEqual(bevidnet)
    Object.assign(vidne.husket, foer)
    expect([...(await spoerg()).values()]).toEqual(['UNDERSKREVET'])
  })

  test('that is gone, answers with more than a signature can be, or sends the log elsewhere, is told of and holds nothing up', async () => {
    for (const svar of ['væk', 'for meget', 'andetsteds'] as const) {
      const server = createServer((_request, ud) => {
        if (svar === 'andetsteds') ud.writeHead(307, { location: `${adresse}/w1/add-checkpoint` }).end()
        else if (svar === 'for meget') ud.end('x'.repeat(100_000))
        else ud.destroy()
      })
      await koer(loggen, 'vidne', 'tilfoej', '--noegle', vidne.vkey, '--adresse', await lyt(server))
      await seOgForsegl(1)
      expect([...(await spoerg()).values()], svar).toEqual(['SVAREDE_IKKE'])
      server.closeAllConnections()
      server.close()
    }
  })

  test('that keeps a file has what it signs there taken in, and nothing that is not the log', async () => {
    const fil = join(mappe, 'kontrolpunkt.txt')
    await koer(loggen, 'vidne', 'tilfoej', '--noegle', vidne.vkey, '--adresse', pathToFileURL(fil).href)
    expect([...(await spoerg()).values()]).toEqual(['SVAREDE_IKKE'])
    const antal = await seOgForsegl(1)
    const { tekst: note } = await hent(loggen, '/adgangslog/kontrolpunkt')
    const tekst = note.slice(0, note.indexOf('\n\n') + 1)
    writeFileSync(fil, note)
    expect([...(await spoerg()).values()]).toEqual(['UNDERSKRIFT_HOLDER_IKKE'])
    writeFileSync(fil, `${note}${vidne.signLinje(tekst)}`)
    expect([...(await spoerg()).values()]).toEqual(['UNDERSKREVET'])
    expect([...(await spoerg()).values()]).toEqual(['INTET_NYT'])
    expect((await hent(loggen, '/adgangslog/bevidnet')).tekst.split('\n')[1]).toBe(String(antal))
    // The log's own key on another tree, which the witness has signed too.
    const log = await openLogunderskriver(loggen.system)
    const naeste = await seOgForsegl(1)
    const anden = `${tekst.split('\n', 1)[0]}\n${naeste}\n${Buffer.alloc(32, 7).toString('base64')}\n`
    const linje = Buffer.concat([log.id, sign(null, Buffer.from(anden), log.privat)]).toString('base64')
    writeFileSync(fil, `${anden}\n— ${log.navn} ${linje}\n${vidne.signLinje(anden)}`)
    expect([...(await spoerg()).values()]).toEqual(['UENIG'])
    writeFileSync(fil, 'x'.repeat(100_000))
    expect([...(await spoerg()).values()]).toEqual(['SVAREDE_IKKE'])
  })

  test.each([
    'ftp://vidne.example.dk',
    'http://vidne.example.dk',
    'https://a:b@vidne.example.dk',
    'https://vidne.example.dk/?x=1',
    'vidne',
  ])('%s is no address of one', async (en) => {
    await expect(koer(loggen, 'vidne', 'tilfoej', '--noegle', vidne.vkey, '--adresse', en)).rejects.toThrow('Adressen skal være')
  })

  test('a log’s key is no witness’s, nor the other way', async () => {
    const log = await noegleAf(loggen, '/adgangslog/noegle')
    await expect(koer(loggen, 'vidne', 'tilfoej', '--noegle', log, '--adresse', adresse)).rejects.toThrow('Et vidnes nøgle')
    await expect(koer(nabo, 'andres', 'tilfoej', '--noegle', vidne.vkey)).rejects.toThrow('/adgangslog/noegle')
  })
})

test('the demo has a witness of its own, which signs in its file as one elsewhere does, and ends when it is told to', async () => {
  const fejl: unknown[] = []
  const antal = await seOgForsegl(1)
  const testvidne = { system: loggen.system, origin: loggen.origin, mappe: join(mappe, 'testvidne') }
  const stop = startTestvidne({ ...testvidne, onFejl: (en) => fejl.push(en) })
  const svar = async () => (await spoerg()).get('testvidne.example.dk')
  await expect.poll(svar, { timeout: 30_000 }).toBe('UNDERSKREVET')
  await stop()
  expect((await hent(loggen, '/adgangslog/bevidnet')).tekst.split('\n')[1]).toBe(String(antal))
  expect(fejl).toEqual([])
})
