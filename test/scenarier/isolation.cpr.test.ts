import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { normalizeRest } from '../../src/modtagelse/regler/index.ts'
import { writeImporter } from '../../src/modtagelse/soap/sagdokumentindeks/skriv-importer.ts'
import { dumpDatabase } from '../byggere/dump.ts'
import {
  ansvarlig,
  ejer,
  lavAftale,
  lavBevilling,
  lavDokument,
  lavEffektuering,
  lavNotat,
  lavSag,
  part,
  TID,
  tilakteret,
  ydelsesmodtager,
} from '../byggere/elementer.ts'
import { bytesOf, createFund, EGNE_SIDER, walkEgne } from '../byggere/gennemgang.ts'
import { type Kanarieverden, leverKanarier } from '../byggere/kanarieverden.ts'
import { type Svar, send } from '../byggere/klient.ts'
import { KILDER, startWebsted, type Testwebsted, udviklingsnoegle } from '../byggere/websted.ts'

/** The canary: a number that stands in every place where a source, a citizen or a stranger could put one. */
const KANARIE = '6103854321'
const BARN = '6203185432'
const SKREVET = `${KANARIE.slice(0, 6)}-${KANARIE.slice(6)}`
const TEKST = `Om ${SKREVET} og ${KANARIE} (født 010385).`
const id = (n: number) => `cccccccc-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`

let sted: Testwebsted
let verden: Kanarieverden
const svar: Svar[] = []
const ask = async (venter: Promise<Svar>): Promise<Svar> => {
  const et = await venter
  svar.push(et)
  return et
}
const deliver = (body: string, headers: Record<string, string> = {}) =>
  ask(
    send(sted.origin, '/api/v1/leverancer', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-ndjson',
        'idempotency-key': randomUUID(),
        'x-borgerblikket-udviklingsnoegle': udviklingsnoegle('a'),
        ...headers,
      },
      body,
    }),
  )

const SAG = lavSag(
  { id: id(1), parter: [part('Primær part', KANARIE, TEKST)], titel: TEKST, nummer: `S ${SKREVET}` },
  {
    noteTekst: TEKST,
    journalposter: [{ ...tilakteret(id(2)), journalpostEgenskaber: { dokumenttitel: TEKST } }],
    sagsaktoerer: [
      ejer(),
      ansvarlig(TEKST),
      { rolle: 'Primær behandler', type: 'Bruger', referenceId: id(90), fuldtNavn: TEKST, cvrNummer: '11111111' },
    ],
    sagIndeksEgenskaber: [
      {
        virkning: { fra: TID, noteTekst: TEKST },
        sagsstatus: TEKST,
        sagskategori: TEKST,
        lokation: TEKST,
        foelsomhed: 'VIP_SAGER',
        oprettetTidspunkt: TID,
      },
    ],
    sagsgenstande: [{ rolle: 'Byggeri', type: 'Bygning', referenceId: 'urn:oio:ejendom:bfe-nr:5000000001', tekstfelt: TEKST }],
  },
)
const TING = [
  SAG,
  lavDokument({ id: id(2), titel: TEKST, parter: [part('Parter', KANARIE, TEKST)] }),
  lavNotat({ id: id(3), sag: id(1), titel: TEKST, notat: `${TEKST}\n${TEKST}` }),
  lavBevilling({ id: id(4), parter: ydelsesmodtager(KANARIE), navn: TEKST, sag: id(1) }),
  lavEffektuering({ id: id(5), modtager: KANARIE, bevillinger: [id(4)] }),
  lavAftale({ id: id(6), sag: id(1), parter: [part('Primær part', KANARIE, TEKST)], titel: TEKST }, {}),
]

beforeAll(async () => {
  sted = await startWebsted()
  verden = await leverKanarier(sted, 4)
  await deliver(TING.map((ting) => `${JSON.stringify(ting)}\n`).join(''), { 'idempotency-key': `levering-for-${KANARIE}` })
  await deliver(faulty())
  await ask(sted.leverSoap('a', soap({ id: id(21) })))
  await ask(sted.leverSoap('a', soap({ id: 'ingen-uuid' })))
  await ask(sted.leverSoap('a', `<x>${KANARIE}</x>`))
  await ask(sted.leverSoap('a', `${KANARIE} & <`))
  await logInAndLook()
})
afterAll(() => sted.close())

/** Lines that are refused, each in another way, with the number in each place that a refusal could quote. */
const faulty = (): string =>
  [
    `{"art":"sag","id":"${id(11)}","${KANARIE}":"${TEKST}"}`,
    JSON.stringify({ ...SAG, id: id(12), egenskaber: [{ virkning: { fra: TID }, titel: TEKST, sagsnummer: KANARIE.repeat(9) }] }),
    JSON.stringify({ ...SAG, id: id(13), fremdrift: [{ virkning: { fra: TID }, fremdriftStatusKode: KANARIE }] }),
    JSON.stringify({ ...SAG, id: KANARIE }),
    JSON.stringify({ ...SAG, tidspunkt: TID, egenskaber: [{ virkning: { fra: TID }, titel: `${TEKST} igen`, sagsnummer: 'S' }] }),
    JSON.stringify({
      ...SAG,
      id: id(14),
      sagsparter: [{ rolle: 'Primær part', referenceId: `urn:oio:cpr-nr:${KANARIE}9`, fuldtNavn: TEKST }],
    }),
    JSON.stringify({
      ...SAG,
      id: id(15),
      sagsparter: [{ rolle: TEKST, referenceId: `urn:oio:cpr-nr:${KANARIE}`, fuldtNavn: TEKST }],
    }),
    `${KANARIE} er ikke JSON`,
    `{"art":"${KANARIE}"}`,
    `{"a":1,"a":"${KANARIE}"}`,
  ]
    .map((linje) => `${linje}\n`)
    .join('')

const soap = (felter: { readonly id: string }): string =>
  writeImporter([normalizeRest({ ...SAG, ...felter }, { itSystem: KILDER.a.id, systemNavn: KILDER.a.navn })], randomUUID())

/** Logs in through MitID's stand-in's side door, looks at everything, and writes the number wherever an address or a header takes it. */
async function logInAndLook(): Promise<void> {
  await sted.registrer(
    [{ part: await sted.part(BARN), foedt: '2018-03-02', adressebeskyttet: true, doed: null }],
    [{ barn: await sted.part(BARN), indehaver: await sted.part(KANARIE), fra: '2018-03-02', til: null }],
  )
  for (const [cpr, navn] of [[KANARIE, 'Kanarie Prøve'], ...verden.personer.map((person) => [person.cpr, person.navn])] as [
    string,
    string,
  ][]) {
    const browser = await sted.logInd(cpr, navn)
    for (const sti of [...EGNE_SIDER, `/sager/${id(1)}`, `/notater/${id(3)}`, `/sager/${KANARIE}`, `/notater/${SKREVET}`])
      for (const form of [sti, `/api/v1/mig${sti}`]) {
        const et = await browser.get(form)
        // An address that holds the number comes back in the language link: it is the visitor's own, and stands in no log.
        if (!sti.includes(KANARIE.slice(6))) svar.push(et)
      }
    await ask(browser.post('/se-for', { part: cpr }))
    await browser.get(`/findes-ikke/${KANARIE}?cpr=${SKREVET}`, {
      'x-cpr': KANARIE,
      referer: `http://x/${KANARIE}`,
      'user-agent': KANARIE,
    })
    await browser.send('/overblik', { method: 'PUT', body: KANARIE })
  }
}

const numre = (): string[] => [KANARIE, BARN, ...verden.bog.cpr]
/** In clear, as bytes, in base64 or in hexadecimal; with and without a hyphen. */
function findNumre(tekst: string): string[] {
  const former = (tal: string) => [tal, Buffer.from(tal).toString('hex'), Buffer.from(tal).toString('base64').slice(0, 12)]
  return numre().filter((nummer) =>
    [nummer, `${nummer.slice(0, 6)}-${nummer.slice(6)}`].flatMap(former).some((form) => tekst.includes(form)),
  )
}

test('the number is in no table of the whole database, neither as text nor as bytes', async () => {
  const dump = await dumpDatabase(sted.base)
  expect(dump.tabeller).toBeGreaterThan(15)
  // That the dump holds what is known to be there shows that it would have held the number too.
  expect(dump.tekst).toContain(id(1))
  expect(dump.tekst).toContain(id(13))
  expect(findNumre(dump.tekst)).toEqual([])
})

test('nor in a dump that PostgreSQL itself makes, where pg_dump is at hand', ({ skip }) => {
  const { host, port, database, user, password } = sted.base.ejer
  const dump = spawnSync('pg_dump', ['--no-sync', '-h', host, '-p', String(port), '-U', user, database], {
    env: { ...process.env, PGPASSWORD: password },
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (dump.error || /version mismatch/.test(dump.stderr)) skip('no pg_dump of the server’s version here')
  expect(dump.stdout).toContain(id(1))
  expect(findNumre(dump.stdout)).toEqual([])
})

test('nor in a log line, at the most talkative level', async () => {
  const log = sted.log.join('')
  expect(log.length).toBeGreaterThan(100)
  expect(findNumre(log)).toEqual([])
})

test('nor in an answer to anyone: no receipt, no refusal, no page, no header', () => {
  expect(svar.length).toBeGreaterThan(60)
  expect(svar.flatMap((et) => findNumre(bytesOf(et)).map((nummer) => `${et.sti}: ${nummer}`))).toEqual([])
})

test('nor in what a citizen is shown of own things, where a colleague wrote the number in a title', async () => {
  const fund = createFund()
  await walkEgne(fund, { ...verden, bog: { ...verden.bog, cpr: new Set(numre()) } }, 0, await sted.logInd(KANARIE))
  expect(fund.brud).toEqual([])
})
