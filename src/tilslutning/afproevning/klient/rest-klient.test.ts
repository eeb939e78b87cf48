import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer, newUuid } from '#kernel'
import { laesSager } from '../laes-sager.ts'
import { koerSag } from './koer-sag.ts'
import { laesKvitteringer } from './rest-klient.ts'
import { laesRetur } from './soap-klient.ts'

let server: Server
let origin: string
let kald = 0
beforeAll(async () => {
  server = createServer((request, svar) => {
    request.resume().on('end', () => {
      kald++
      if (kald === 1) svar.writeHead(503, { 'retry-after': '1' }).end('{}')
      else svar.writeHead(200).end('{"linje":1,"udfald":"modtaget"}\n{"slut":true}\n')
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => server.close())

test('a receiver that is busy is asked again, with the same message', async () => {
  const sag = laesSager().find(({ navn }) => navn === 'N-sag-uden-part')
  if (!sag) throw new Error('no case')
  const endepunkt = { origin, restSti: '/', soapSti: '/', ydelseSti: '/', legitimation: async () => ({}), visning: undefined }
  const koersel = { id: newUuid(), system: { id: newUuid(), navn: 'Prøve' }, kommune: cvrNummer('11111111') }
  const { fund } = await koerSag(endepunkt, koersel, sag, { somSoap: false, idag: '2027-01-01' })
  expect(fund.find(({ regel }) => regel === 'AFP-001')?.udfald).toBe('bestaaet')
  expect(kald).toBe(2)
})

const svar = (tekst: string, status = 200) => ({ tekst, status, ms: 1 })

test.each(['', 'ikke json\n', '{"linje":1,"udfald":"måske"}\n', '{"linje":1,"udfald":"modtaget"}\n'])(
  'receipts that are none, or have no end, are a fault: %j',
  (tekst) => {
    expect(laesKvitteringer(svar(tekst)).type).toBe('fejl')
  },
)

test.each(['', '<a>', '<!DOCTYPE a><a/>'])('a SOAP answer that is no XML, or has a DTD, is a fault: %j', (tekst) => {
  expect(laesRetur(svar(tekst)).type).toBe('fejl')
})

test('a rule is read out of each object’s answer, and out of a fault', () => {
  const retur = (indhold: string) => `<e><Body><O xmlns="urn:x">${indhold}</O></Body></e>`
  const to = retur(
    '<UnikRetur><StatusKode>20</StatusKode></UnikRetur><UnikRetur><StatusKode>40</StatusKode><FejlbeskedTekst>SAG-008 (titel): Nej</FejlbeskedTekst></UnikRetur>',
  )
  expect(laesRetur(svar(to))).toMatchObject({ linjer: [{ udfald: 'modtaget' }, { udfald: 'afvist', regler: ['SAG-008'] }] })
  const fault = '<e><Body><Fault><Reason><Text>IND-001: Nej</Text></Reason></Fault></Body></e>'
  expect(laesRetur(svar(fault, 400))).toMatchObject({ linjer: [], regler: expect.arrayContaining(['IND-001']) })
})
