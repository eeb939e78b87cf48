import { afterAll, beforeAll, expect, test } from 'vitest'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** The configuration goes out as CSV, is edited in a spreadsheet, and comes back as a draft. */

const STI = '/kommune/konfiguration'
let sted: Testwebsted
let henrik: Paaarbejde
let vibeke: Paaarbejde
beforeAll(async () => {
  sted = await startWebsted({ opsaetning: [konfiguration({ kle: '27' }), konfiguration({ kle: '28', visAftaler: true })] })
  henrik = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'], navn: 'Henrik' })
  vibeke = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['fagsystemansvarlig'], navn: 'Vibeke' })
})
afterAll(() => sted.close())

const GRAENSE = 'graense-0123456789'
/** A form with a file, as a browser sends it. */
function indlaes(person: Paaarbejde, fil: string | Buffer, formular = person.formular) {
  const del = (navn: string, mere: string, indhold: string | Buffer) => [
    `--${GRAENSE}\r\nContent-Disposition: form-data; name="${navn}"${mere}\r\n\r\n`,
    indhold,
    '\r\n',
  ]
  const dele = [
    ...del('_formular', '', formular),
    ...del('fil', '; filename="../../etc/passwd.csv"\r\nContent-Type: text/csv', fil),
    `--${GRAENSE}--\r\n`,
  ]
  return person.browser.send(`${STI}/indlaes`, {
    method: 'POST',
    headers: {
      'content-type': `multipart/form-data; boundary=${GRAENSE}`,
      'sec-fetch-site': 'same-origin',
      origin: sted.origin,
      cookie: person.browser.cookies(),
    },
    body: Buffer.concat(dele.map((en) => (typeof en === 'string' ? Buffer.from(en) : en))),
  })
}
const hent = () => vibeke.browser.get(`${STI}/eksport`)

test('who may read may download; it comes as a file, and is kept nowhere', async () => {
  const { status, headers, tekst } = await hent()
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  expect(headers['content-disposition']).toBe('attachment; filename="kle-konfiguration-11111111.csv"')
  expect(tekst).toContain('27;Hjælp og støtte;2020-01-01;ja;')
})

test('the file as it was downloaded makes no draft; changed it becomes one, and nothing is in force by it', async () => {
  const { krop, tekst } = await hent()
  expect((await indlaes(henrik, krop)).headers.location).toBe(`${STI}?gjort=uaendret`)
  const svar = await indlaes(
    henrik,
    tekst
      .replace('28;Dagtilbud og klub;2020-01-01;ja;', '28;Dagtilbud og klub;2020-01-01;nej;')
      .concat('29;;;ja;2026-01-01;nej;alle;kle;alle;0;nej;alle;nej;alle;0;ja;0;nej;nej;nej;;\r\n'),
  )
  expect(svar.headers.location).toMatch(/gjort=indlaest$/)
  const udkast = (await henrik.browser.get(svar.headers.location ?? '')).tekst
  expect(udkast).toContain('Åben for borgerne: Ja → Nej')
  expect(udkast).toContain('Åben for borgerne: Nej → Ja')
  expect(udkast).toContain('indlæste 2 numre fra CSV')
  const nu = sted.system.clock.now()
  const opsaetning = await sted.system.opsaetning.current()
  expect([opsaetning.konfigurationFor(KORSBAEK, '28', nu)?.aaben, opsaetning.konfigurationFor(KORSBAEK, '29', nu)]).toEqual([
    true,
    undefined,
  ])
})

test('each line that cannot be used is named by the file’s own number, and no draft is made', async () => {
  const svar = await indlaes(henrik, 'kle;aaben;fradato\n27;ja;2026-01-01\n27.3;ja;\n28;måske;31-02-2026\n')
  expect(svar.status).toBe(400)
  expect(svar.tekst).toContain('<strong>Linje 3:</strong> “27.3” er ikke et KLE-nummer')
  expect(svar.tekst).toContain('<strong>Linje 4:</strong> aaben: skriv ja eller nej.')
  expect(svar.tekst).toContain('<strong>Linje 4:</strong> fradato: skriv en dato')
})

test.each<[string, string | Buffer, string]>([
  ['no file', '', 'Der er ingen linjer i filen'],
  ['not UTF-8', Buffer.from([0x6b, 0xe6]), 'ikke i UTF-8'],
  ['too large', 'kle;aaben\n'.concat('27;ja\n'.repeat(100_000)), 'Filen er for stor'],
  ['markup', 'kle;<script>alert(1)</script>\n27;x', '“&lt;script&gt;alert(1)&lt;/script&gt;” kendes ikke'],
])('%s is refused in words', async (_, fil, ord) => {
  const svar = await indlaes(henrik, fil)
  expect(svar.status).toBe(400)
  expect(svar.tekst).toContain(ord)
})

test('what is no form, or far too large, is refused, and the site stands', async () => {
  const send = (krop: string | Buffer, slags = `multipart/form-data; boundary=${GRAENSE}`) =>
    henrik.browser.send(`${STI}/indlaes`, {
      method: 'POST',
      headers: { 'content-type': slags, 'sec-fetch-site': 'same-origin', origin: sted.origin, cookie: henrik.browser.cookies() },
      body: krop,
    })
  expect((await send('not a form')).status).toBe(400)
  expect((await send('', 'multipart/form-data')).status).toBe(400)
  expect((await send(`--${GRAENSE}\r\n`.repeat(10_000))).status).toBe(400)
  expect((await send(Buffer.alloc(2_000_000, 0x61))).status).toBe(413)
  expect((await hent()).status).toBe(200)
})

test('a form without the session’s own field, and one who only reads, import nothing', async () => {
  expect((await indlaes(henrik, 'kle;aaben\n29;ja', 'forkert')).status).toBe(403)
  expect((await indlaes(vibeke, 'kle;aaben\n29;ja')).status).toBe(403)
})
