import { randomUUID } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ARTER, uuid } from '#kernel'
import { AENDRINGSEKSEMPLER, EKSEMPLER, FJERNELSESEKSEMPEL } from '../../src/modtagelse/rest/eksempler.ts'
import {
  lavAftale,
  lavBevilling,
  lavDokument,
  lavEffektuering,
  lavNotat,
  lavSag,
  part,
  tilakteret,
  ydelsesmodtager,
} from '../byggere/elementer.ts'
import { send } from '../byggere/klient.ts'
import { ndjson, post, somKilde, toLinjer } from '../byggere/levering.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

type Skema = Readonly<Record<string, unknown>>
type Operation = {
  readonly summary?: string
  readonly security?: readonly Record<string, unknown>[]
  readonly parameters?: readonly {
    readonly in: string
    readonly name: string
    readonly required?: boolean
    readonly schema: Skema
  }[]
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Skema }> }
  readonly responses: Record<
    string,
    { readonly description: string; readonly content?: Record<string, { readonly schema: Skema }> }
  >
}
type Dokument = {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Record<string, Skema>; readonly securitySchemes: Record<string, unknown> }
}

const CPR = '6101800011'
const DRIFTSNOEGLE = 'd'.repeat(40)
const ID = {
  sag: randomUUID(),
  dokument: randomUUID(),
  notat: randomUUID(),
  bevilling: randomUUID(),
  effektuering: randomUUID(),
  aftale: randomUUID(),
}

let sted: Testwebsted
let dokument: Dokument
let ajv: Ajv2020
beforeAll(async () => {
  sted = await startWebsted({ miljoe: { BORGERBLIKKET_DRIFTSNOEGLE: DRIFTSNOEGLE } })
  await sted.lever('a', [
    lavSag({ id: ID.sag, parter: [part('Primær part', CPR)] }, { journalposter: [tilakteret(ID.dokument)] }),
    lavDokument({ id: ID.dokument }),
    lavNotat({ id: ID.notat, sag: ID.sag }),
    lavBevilling({ id: ID.bevilling, sag: ID.sag, parter: ydelsesmodtager(CPR) }),
    lavEffektuering({ id: ID.effektuering, modtager: CPR, bevillinger: [ID.bevilling] }),
    lavAftale({ id: ID.aftale, sag: ID.sag, parter: [part('Primær part', CPR)] }),
  ])
  dokument = JSON.parse((await send(sted.origin, '/api/v1/openapi.json', {}, sted.agent)).tekst) as Dokument
  ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'openapi', ...(dokument as unknown as Skema) }, 'openapi')
})
afterAll(() => sted.close())

/** Why a value is not as the named schema says; null where it is. */
function check(navn: string, vaerdi: unknown): unknown {
  const validate = ajv.compile({ $ref: `openapi#/components/schemas/${navn}` })
  return validate(vaerdi) ? null : validate.errors
}
const operationer = (): [string, string, Operation][] =>
  Object.entries(dokument.paths).flatMap(([sti, metoder]) =>
    Object.entries(metoder).map(([metode, operation]): [string, string, Operation] => [metode, sti, operation]),
  )

function* refs(vaerdi: unknown): Generator<string> {
  if (typeof vaerdi !== 'object' || vaerdi === null) return
  for (const [navn, led] of Object.entries(vaerdi)) {
    if (navn === '$ref' && typeof led === 'string') yield led
    else yield* refs(led)
  }
}

/** What anybody may look up: nobody is asked who he is. */
const isAaben = (sti: string): boolean => /^\/api\/v1\/(klassifikation|organisation)\//.test(sti)

describe('the document', () => {
  test('is OpenAPI 3.1 of every operation for sources, citizens and the operator', () => {
    expect(dokument.openapi).toBe('3.1.0')
    expect(dokument.info.title).toBe('Borgerblikket')
    const navne = operationer().map(([metode, sti]) => `${metode} ${sti}`)
    const aabne = operationer().filter(([, sti]) => isAaben(sti))
    expect(aabne.map(([metode, sti]) => `${metode} ${sti.slice('/api/v1/'.length)}`).sort()).toEqual([
      'get klassifikation/emner',
      'get klassifikation/emner/{nummer}',
      'get klassifikation/handlingsfacetter',
      'get klassifikation/livsomraader',
      'get klassifikation/udgaver',
      'get organisation/myndigheder',
      'get organisation/myndigheder/{cvr}',
      'get organisation/myndigheder/{cvr}/ansvar',
      'get organisation/myndigheder/{cvr}/henvendelsessteder',
    ])
    const lukkede = operationer().filter(([, sti]) => !isAaben(sti) && !sti.includes('/mig/'))
    expect(lukkede.map(([metode, sti]) => `${metode} ${sti}`).sort()).toEqual([
      'delete /api/v1/abonnementer/{id}',
      'get /api/v1/abonnementer',
      'get /api/v1/abonnementer/{id}',
      'get /api/v1/abonnementer/{id}/doede',
      'get /api/v1/afstemninger/{id}',
      'get /api/v1/afvisninger',
      'get /api/v1/drift/forklaring',
      'get /api/v1/haendelser',
      'get /api/v1/leverancer/{id}',
      'get /api/v1/leverancer/{id}/kvitteringer',
      'get /api/v1/leveringsoensker',
      'get /api/v1/notater',
      'get /api/v1/notater/{id}',
      'get /api/v1/objekter',
      'get /api/v1/objekter/{id}',
      'post /api/v1/abonnementer',
      'post /api/v1/abonnementer/{id}/bevis',
      'post /api/v1/abonnementer/{id}/genoptagelse',
      'post /api/v1/abonnementer/{id}/genudsendelse',
      'post /api/v1/abonnementer/{id}/hemmelighed',
      'post /api/v1/abonnementer/{id}/pause',
      'post /api/v1/afstemninger',
      'post /api/v1/afstemninger/{id}/trin',
      'post /api/v1/afvisninger/{id}/afgoerelse',
      'post /api/v1/leverancer',
      'post /api/v1/livstegn',
      'post /api/v1/notater/{id}/kvittering',
      'post /api/v1/optaellinger',
      'post /api/v1/soegninger',
      'post /api/v1/token',
      'put /api/v1/afstemninger/fortegnelse',
    ])
    expect(navne.filter((navn) => navn.includes('/mig/'))).toHaveLength(11)
  })

  test('each operation says what it is, who may, what goes wrong, and every parameter of its path', () => {
    const { securitySchemes } = dokument.components
    for (const [metode, sti, { summary, security = [], parameters = [], responses }] of operationer()) {
      const navne = [...sti.matchAll(/\{(\w+)\}/g)].map(([, navn]) => navn)
      const iSti = parameters.filter((parameter) => parameter.in === 'path' && parameter.required === true)
      expect([metode, sti, summary]).toEqual([metode, sti, expect.stringMatching(/^[A-ZÆØÅ]/)])
      expect([sti, iSti.map(({ name }) => name)]).toEqual([sti, navne])
      expect([sti, Object.keys(responses)]).toEqual([sti, expect.arrayContaining(isAaben(sti) ? ['400', '404'] : ['401', '503'])])
      expect([sti, Object.values(responses).some(({ content }) => content)]).toEqual([sti, true])
      for (const krav of security) for (const navn of Object.keys(krav)) expect(securitySchemes).toHaveProperty(navn)
      expect([sti, security.length > 0]).toEqual([sti, sti !== '/api/v1/token' && !isAaben(sti)])
    }
  })

  test('every reference leads somewhere, every named schema is used, and each is a valid JSON Schema of 2020-12', () => {
    const brugte = new Set(refs(dokument))
    const kendte = new Set(Object.keys(dokument.components.schemas).map((navn) => `#/components/schemas/${navn}`))
    expect([...brugte].filter((en) => !kendte.has(en))).toEqual([])
    expect([...kendte].filter((en) => !brugte.has(en))).toEqual([])
    for (const [navn, skema] of Object.entries(dokument.components.schemas)) {
      expect([navn, ajv.validateSchema({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...skema })]).toEqual([
        navn,
        true,
      ])
      expect(() => ajv.compile({ $ref: `openapi#/components/schemas/${navn}` })).not.toThrow()
    }
  })

  test('a line is one of the six kinds, a change of one, or a deletion, and the examples are what they say', () => {
    const linje = dokument.paths['/api/v1/leverancer']?.['post']?.requestBody?.content['application/x-ndjson']?.schema
    expect(linje).toEqual({ $ref: '#/components/schemas/Linje' })
    const eksempler = [...refs(dokument.components.schemas['Linje'])].map((en) => {
      const navn = en.split('/').at(-1) ?? ''
      const [eksempel] = (dokument.components.schemas[navn]?.['examples'] ?? []) as { readonly art?: string }[]
      expect([navn, check(navn, eksempel), check('Linje', eksempel)]).toEqual([navn, null, null])
      expect(check('Linje', { ...eksempel, ukendt: 1 })).not.toBeNull()
      return eksempel
    })
    expect(eksempler.map((eksempel) => eksempel?.art)).toEqual([...ARTER, ...ARTER, 'sag'])
  })
})

test('the examples are accepted as they stand, and the receipts are as the document says', async () => {
  const alle = [...ARTER.map((art) => EKSEMPLER[art]), ...ARTER.map((art) => AENDRINGSEKSEMPLER[art])]
  const svar = await post(sted, ndjson(alle))
  const linjer = toLinjer(svar.tekst)
  expect(linjer.slice(0, -1).map(({ udfald, brud }) => brud ?? udfald)).toEqual(alle.map(() => 'modtaget'))
  for (const linje of linjer.slice(0, -1)) expect(check('Kvittering', linje)).toBeNull()
  expect(check('Slutlinje', linjer.at(-1))).toBeNull()
  const { leverance } = linjer.at(-1) ?? {}
  await post(sted, ndjson([{ art: 'sag' }]))
  const get = async (sti: string) =>
    JSON.parse((await send(sted.origin, sti, { headers: somKilde('a') }, sted.agent)).tekst) as unknown
  expect(check('Leverance', await get(`/api/v1/leverancer/${leverance}`))).toBeNull()
  expect(check('Kvitteringer', await get(`/api/v1/leverancer/${leverance}/kvitteringer?antal=2`))).toBeNull()
  expect(check('Afvisninger', await get('/api/v1/afvisninger?tilstand=alle'))).toBeNull()
  expect(check('Problem', await get(`/api/v1/leverancer/${randomUUID()}`))).toBeNull()
  expect(check('Objekter', await get('/api/v1/objekter?antal=3'))).toBeNull()
  expect(check('Objektsvar', await get(`/api/v1/objekter/${EKSEMPLER.sag.id}?historik=true`))).toBeNull()
  const [soegning] = (dokument.components.schemas['Soegning']?.['examples'] ?? []) as unknown[]
  expect(check('Soegning', soegning)).toBeNull()
  const fundet = await post(sted, JSON.stringify(soegning), { 'content-type': 'application/json' }, '/api/v1/soegninger')
  expect([fundet.status, check('Soegesvar', JSON.parse(fundet.tekst))]).toEqual([200, null])
  expect(JSON.parse(fundet.tekst)).toMatchObject({ ialt: { sag: 1 }, fund: [{ id: EKSEMPLER.sag.id }] })
  const [fjernet] = toLinjer((await post(sted, ndjson([FJERNELSESEKSEMPEL]))).tekst)
  expect(fjernet?.udfald).toBe('modtaget')
  const [eksempel] = (dokument.components.schemas['Optaelling']?.['examples'] ?? []) as unknown[]
  expect(check('Optaelling', eksempel)).toBeNull()
  const afstemning = await post(sted, JSON.stringify(eksempel), { 'content-type': 'application/json' }, '/api/v1/optaellinger')
  expect([afstemning.status, check('Afstemning', JSON.parse(afstemning.tekst))]).toEqual([200, null])
})

test("what the citizen's pages show as data is as the document says", async () => {
  const browser = await sted.logInd(CPR)
  const steder = operationer().filter(([, sti]) => sti.includes('/mig/'))
  for (const [, sti, operation] of steder) {
    const id = sti.includes('/notater/') ? ID.notat : ID.sag
    const svar = await browser.get(sti.replace('{id}', id))
    const ref = String(operation.responses['200']?.content?.['application/json']?.schema['$ref'])
    expect([sti, svar.status, check(ref.split('/').at(-1) ?? '', JSON.parse(svar.tekst))]).toEqual([sti, 200, null])
    const udenfor = await sted.browser().get(sti.replace('{id}', id))
    expect([udenfor.status, check('Problem', JSON.parse(udenfor.tekst))]).toEqual([401, null])
  }
  const tomme = [uuid(randomUUID())]
  for (const id of tomme) expect(check('Problem', JSON.parse((await browser.get(`/api/v1/mig/sager/${id}`)).tekst))).toBeNull()
})

test('an explanation is as the document says', async () => {
  const headers = {
    'x-borgerblikket-driftsnoegle': DRIFTSNOEGLE,
    'x-borgerblikket-cpr': CPR,
    'x-borgerblikket-formaal': encodeURIComponent('Prøve af beskrivelsen'),
  }
  for (const id of Object.values(ID)) {
    const svar = await send(sted.origin, `/api/v1/drift/forklaring?objekt=${id}`, { headers }, sted.agent)
    expect([svar.status, check('Forklaring', JSON.parse(svar.tekst))]).toEqual([200, null])
  }
})
