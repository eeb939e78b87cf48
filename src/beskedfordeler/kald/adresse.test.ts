import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { isOffentlig, parseModtager } from './adresse.ts'
import { call } from './kald.ts'

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['193.163.102.58', true],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:193.163.102.58', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:0:7f00:1::', false],
  ['2001:db8::1', false],
  ['2a01:3f0::1', true],
  ['ikke en adresse', false],
])('%s is on the public internet: %s', (ip, ventet) => {
  expect(isOffentlig(ip)).toBe(ventet)
})

test.each([
  ['https://modtager.example/haendelser?a=b', undefined],
  ['http://modtager.example/', 'ADRESSE_IKKE_HTTPS'],
  ['https://127.0.0.1/', 'ADRESSE_IKKE_OFFENTLIG'],
  ['https://0x7f.1/', 'ADRESSE_IKKE_OFFENTLIG'],
  ['https://2130706433/', 'ADRESSE_IKKE_OFFENTLIG'],
  ['https://[::1]/', 'ADRESSE_IKKE_OFFENTLIG'],
  ['https://[::ffff:7f00:1]/', 'ADRESSE_IKKE_OFFENTLIG'],
  ['https://bruger:kode@modtager.example/', 'ADRESSE_UGYLDIG'],
  ['https://modtager.example/#a', 'ADRESSE_UGYLDIG'],
  ['ftp://modtager.example/', 'ADRESSE_UGYLDIG'],
  ['file:///etc/passwd', 'ADRESSE_UGYLDIG'],
  [`https://modtager.example/${'a'.repeat(500)}`, 'ADRESSE_UGYLDIG'],
  ['/haendelser', 'ADRESSE_UGYLDIG'],
])('%s: %s', (url, afvisning) => {
  const svar = parseModtager(url, false)
  expect(svar.ok ? undefined : svar.afvisning).toBe(afvisning)
})

test('a name that leads to the machine itself is not connected to, whatever it says', async () => {
  let forbindelser = 0
  const server = createServer().on('connection', () => forbindelser++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const opkald = { body: '{}', headers: {}, fristMs: 2_000 }
  for (const vaert of ['localhost', '127.0.0.1', '[::1]'])
    expect(await call({ ...opkald, url: new URL(`http://${vaert}:${port}/`), lokal: false })).toEqual({
      fejl: 'ADRESSE_IKKE_OFFENTLIG',
    })
  expect(forbindelser).toBe(0)
  // The same call is made where it is allowed, so that it is the check that held it back.
  void call({ ...opkald, url: new URL(`http://localhost:${port}/`), lokal: true, fristMs: 200 })
  while (forbindelser === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  server.closeAllConnections()
  server.close()
})
