import { expect, test } from 'vitest'
import { cvrNummer } from '#kernel'
import { skrivOioBpp } from '../../../test/byggere/oio-bpp.ts'
import { STANDARDPRIVILEGIER } from '../dataafgraensning/systemrolle.ts'
import { parseErhvervsperson } from './claims.ts'
import { laesPrivilegier, readFund } from './privilegier.ts'

const CVR = cvrNummer('11111111')
const GOD = { roller: ['se'], graenser: { KLE: '27.*', foelsomhed: 'VIP_SAGER' } }
const laes = (base64: string | undefined) => laesPrivilegier(base64, CVR, STANDARDPRIVILEGIER)

test('a login that says nothing of rights brings none, and nothing that needs to be put right', () => {
  expect(laes(undefined)).toEqual({ rettigheder: [], fund: [] })
})

test('what cannot be used is told once by kind, and the rest counts', () => {
  const uden = { ...GOD, graenser: { KLE: '27.*' } }
  const { rettigheder, fund } = laes(skrivOioBpp(CVR, [GOD, uden, uden]))
  expect(rettigheder).toHaveLength(1)
  expect(fund).toEqual(['MANGLER_FOELSOMHED'])
  expect(laes('ikke base64').rettigheder).toEqual([])
})

test('a login by OpenID Connect brings them in the claim of the same name', () => {
  const claims = {
    identity_type: 'professional',
    loa: 'https://data.gov.dk/concept/core/nsis/Substantial',
    'nemlogin.cvr': CVR,
    'nemlogin.persistent_professional_id': 'x',
  }
  for (const navn of [
    'https://data.gov.dk/model/core/eid/privilegesIntermediate',
    'dk:gov:saml:attribute:Privileges_intermediate',
  ])
    expect(parseErhvervsperson({ ...claims, [navn]: 'cHJpdg==' })).toMatchObject({ ok: true, value: { privilegier: 'cHJpdg==' } })
})

test('a session’s row of an older version is read for what is known', () => {
  expect(readFund(['MANGLER_KLE', 'NOGET_ANDET', 1, 'toString'])).toEqual(['MANGLER_KLE'])
  expect(readFund({ 0: 'MANGLER_KLE' })).toEqual([])
})
