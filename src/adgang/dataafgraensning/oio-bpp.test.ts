import { expect, test } from 'vitest'
import { cvrNummer } from '#kernel'
import { parseOioBpp } from './oio-bpp.ts'
import { parseFoelsomhedsvaerdier, STANDARDPRIVILEGIER } from './systemrolle.ts'

const KORSBAEK = cvrNummer('11111111')
const NS = 'http://itst.dk/oiosaml/basic_privilege_profile'
const SCOPE = 'urn:dk:gov:saml:cvrNumberIdentifier:11111111'
const ROLLE = (navn: string) => `<Privilege>http://borgerblikket.dk/roles/usersystemrole/${navn}/1</Privilege>`
const GRAENSE = (navn: string, vaerdi: string) =>
  `<Constraint Name="http://sts.kombit.dk/constraints/${navn}/1">${vaerdi}</Constraint>`
const KLE = GRAENSE('KLE', '27.*,32.30.04')
const FOELSOM = GRAENSE('foelsomhed', 'FORTROLIGE_PERSONOPLYSNINGER')
const HEL = `${ROLLE('se')}${KLE}${FOELSOM}`
const gruppe = (indhold: string, scope = SCOPE) => `<PrivilegeGroup Scope="${scope}">${indhold}</PrivilegeGroup>`
const liste = (indhold: string, ns = NS) => `<bpp:PrivilegeList xmlns:bpp="${ns}">${indhold}</bpp:PrivilegeList>`
const base64 = (xml: string) => Buffer.from(xml, 'utf8').toString('base64')
const laes = (xml: string, ops = STANDARDPRIVILEGIER) => parseOioBpp(base64(xml), KORSBAEK, ops)
const INTET = { grupper: [], fund: [{ gruppe: undefined, kode: 'ULAESELIG' }] }
const GRUPPE = {
  kommune: KORSBAEK,
  systemroller: ['se'],
  kle: ['27.*', '32.30.04'],
  foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
}

test('a group gives its roles within its own numbers, up to its own sensitivity', () => {
  expect(laes(liste(gruppe(HEL)))).toEqual({ grupper: [GRUPPE], fund: [] })
})

test('each group is kept by itself', () => {
  const anden = `${ROLLE('kendskab')}${GRAENSE('KLE', '*')}${GRAENSE('foelsomhed', 'IKKE_FORTROLIGE_DATA')}`
  expect(laes(liste(gruppe(HEL) + gruppe(anden))).grupper).toEqual([
    GRUPPE,
    { kommune: KORSBAEK, systemroller: ['kendskab'], kle: ['*'], foelsomhed: 'IKKE_FORTROLIGE_DATA' },
  ])
})

test.each([
  ['a declaration, white space and a schema’s place', `<?xml version="1.0" encoding="utf-8"?>\n${liste(`\n ${gruppe(HEL)}\n`)}`],
  ['the whole in the profile’s namespace', `<PrivilegeList xmlns="${NS}">${gruppe(HEL)}</PrivilegeList>`],
  ['how Digitaliseringsstyrelsen writes it', liste(gruppe(HEL), 'http://digst.dk/oiosaml/basic_privilege_profile')],
  ['values with space about them', liste(gruppe(`${ROLLE('se')}${GRAENSE('KLE', ' 27.* ,\n32.30.04 ')}${FOELSOM}`))],
  ['a role and a number said twice', liste(gruppe(`${ROLLE('se')}${HEL.replace('27.*', '27.*,27.*')}`))],
  [
    'where the schema lies',
    liste(gruppe(HEL)).replace(
      'xmlns:bpp',
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" xmlns:bpp',
    ),
  ],
])('%s changes nothing', (_hvad, xml) => {
  expect(laes(xml)).toEqual({ grupper: [GRUPPE], fund: [] })
})

test('units and systems limit a group, in whichever way their ids are written', () => {
  const [enhed, system] = ['323e4567-e89b-12d3-a456-426655440000', 'a4c1d1d0-0000-4000-8000-00000000000a']
  const graenser = `${GRAENSE('orgenhed', `${enhed.toUpperCase()},urn:oio:uuid:${system}`)}${GRAENSE('itsystem', `urn:oio:it-system-uuid:${system}`)}`
  expect(laes(liste(gruppe(HEL + graenser))).grupper).toEqual([{ ...GRUPPE, enheder: [enhed, system], itsystemer: [system] }])
})

const FREMMED = '<Privilege>http://andet.dk/roles/usersystemrole/se/1</Privilege>'
test.each([
  ['MANGLER_KLE', gruppe(`${ROLLE('se')}${FOELSOM}`)],
  ['MANGLER_FOELSOMHED', gruppe(`${ROLLE('se')}${KLE}`)],
  ['UKENDT_AFGRAENSNING', gruppe(`${HEL}${GRAENSE('region', '1')}`)],
  ['UKENDT_AFGRAENSNING', gruppe(`${HEL}<Constraint>x</Constraint>`)],
  ['UKENDT_AFGRAENSNING', gruppe(`${ROLLE('se')}${KLE.replace('/KLE/1', '/KLE/2')}${FOELSOM}`)],
  ['GENTAGET_AFGRAENSNING', gruppe(`${HEL}${GRAENSE('KLE', '*')}`)],
  ['ULAESELIG_VAERDI', gruppe(`${ROLLE('se')}${GRAENSE('KLE', '27.*,2*')}${FOELSOM}`)],
  ['ULAESELIG_VAERDI', gruppe(`${ROLLE('se')}${GRAENSE('KLE', '')}${FOELSOM}`)],
  ['ULAESELIG_VAERDI', gruppe(`${ROLLE('se')}${GRAENSE('KLE', '27.*,')}${FOELSOM}`)],
  ['ULAESELIG_VAERDI', gruppe(`${ROLLE('se')}${GRAENSE('KLE', '27.36')}${FOELSOM}`)],
  ['ULAESELIG_VAERDI', gruppe(`${ROLLE('se')}${KLE}${GRAENSE('foelsomhed', '3')}`)],
  ['ULAESELIG_VAERDI', gruppe(`${HEL}${GRAENSE('orgenhed', 'Borgerservice')}`)],
  ['ULAESELIG_VAERDI', gruppe(`${HEL}${GRAENSE('orgenhed', '*')}`)],
  ['ULAESELIG_VAERDI', gruppe(`${HEL}${GRAENSE('itsystem', '')}`)],
  ['ANDEN_ORGANISATION', gruppe(HEL, 'urn:dk:gov:saml:cvrNumberIdentifier:22222222')],
  ['ANDEN_ORGANISATION', gruppe(HEL, 'urn:dk:gov:saml:cprNumberIdentifier:6101010001')],
  ['ANDEN_ORGANISATION', gruppe(HEL, 'urn:dk:gov:saml:productionUnitIdentifier:1111111111')],
  ['ANDEN_ORGANISATION', gruppe(HEL, 'urn:dk:gov:saml:seNumberIdentifier:11111111')],
  ['ANDEN_ORGANISATION', gruppe(HEL, `${SCOPE},urn:dk:gov:saml:cvrNumberIdentifier:22222222`)],
  ['ANDEN_ORGANISATION', gruppe(HEL, SCOPE.toUpperCase())],
  ['ANDEN_ORGANISATION', gruppe(HEL, `${SCOPE}1`)],
  ['ANDEN_ORGANISATION', gruppe(HEL, '')],
  ['ANDEN_ORGANISATION', `<PrivilegeGroup>${HEL}</PrivilegeGroup>`],
  ['UKENDT_AFGRAENSNING', gruppe(`${HEL}${GRAENSE('kle', '*')}`)],
  ['UKENDT_AFGRAENSNING', gruppe(`${ROLLE('se')}${KLE}${FOELSOM.replace('http:', 'https:')}`)],
  ['INGEN_ROLLE', gruppe(`${FREMMED}${KLE}${FOELSOM}`)],
  ['INGEN_ROLLE', gruppe(`${ROLLE('se').replace('/1<', '/2<')}${KLE}${FOELSOM}`)],
  ['INGEN_ROLLE', gruppe(`${ROLLE('SE')}${KLE}${FOELSOM}`)],
  ['UKENDT_INDHOLD', gruppe(`${HEL}<Undtagen>27.36.04</Undtagen>`)],
  ['UKENDT_INDHOLD', gruppe(`${HEL.replace('<Privilege>', '<Privilege Udloeber="2020-01-01">')}`)],
  ['UKENDT_INDHOLD', gruppe(`${HEL.replace('</Constraint>', '<i/></Constraint>')}`)],
  ['UKENDT_INDHOLD', gruppe(HEL).replace('Scope', 'NotOnOrAfter="2020-01-01" Scope')],
  ['UKENDT_INDHOLD', gruppe(`${HEL}<x:Privilege xmlns:x="urn:andet">http://borgerblikket.dk</x:Privilege>`)],
] as const)('%s: the group gives nothing, and the one beside it what it would give alone', (kode, xml) => {
  expect(laes(liste(gruppe(HEL) + xml))).toEqual({ grupper: [GRUPPE], fund: [{ gruppe: 2, kode }] })
})

test('another system’s role gives nothing and takes nothing', () => {
  expect(laes(liste(gruppe(HEL + FREMMED)))).toEqual({ grupper: [GRUPPE], fund: [{ gruppe: 1, kode: 'FREMMED_ROLLE' }] })
})

const mange = (antal: number, led: string) => led.repeat(antal)
test.each([
  ['no XML', 'rettigheder'],
  ['nothing', ''],
  ['another root', `<Liste xmlns="${NS}">${gruppe(HEL)}</Liste>`],
  ['another namespace', liste(gruppe(HEL), 'http://itst.dk/andet')],
  ['no namespace', `<PrivilegeList>${gruppe(HEL)}</PrivilegeList>`],
  ['a DTD', `<!DOCTYPE x [<!ENTITY a "27.*">]>${liste(gruppe(HEL))}`],
  ['an entity that nobody has declared', liste(gruppe(HEL.replace('27.*', '&alt;')))],
  ['a comment inside a value', liste(gruppe(HEL.replace('27.*', '27.<!-- -->*')))],
  ['CDATA', liste(gruppe(HEL.replace('27.*', '<![CDATA[*]]>')))],
  ['a processing instruction', liste(`<?php ?>${gruppe(HEL)}`)],
  ['text where none belongs', liste(`x${gruppe(HEL)}`)],
  ['something beside the groups', liste(`${gruppe(HEL)}<Betingelse/>`)],
  ['XML 1.1', `<?xml version="1.1"?>${liste(gruppe(HEL))}`],
  ['another encoding than its octets', `<?xml version="1.0" encoding="iso-8859-1"?>${liste(gruppe(HEL))}`],
  ['an end that is missing', liste(gruppe(HEL)).slice(0, -10)],
  ['two lists', liste(gruppe(HEL)).repeat(2)],
  ['201 groups', liste(mange(201, gruppe('')))],
  ['2,001 values', liste(gruppe(mange(2_001, '<Privilege/>')))],
  ['2,001 values in one', liste(gruppe(`${ROLLE('se')}${GRAENSE('KLE', `${mange(2_000, '27.*,')}*`)}${FOELSOM}`))],
  ['more than 64 KB', liste(gruppe(HEL) + mange(65_536, ' '))],
  ['depth', liste(gruppe(mange(20, '<a>') + mange(20, '</a>')))],
  ['21 attributes', liste(gruppe(HEL).replace('Scope', `${Array.from({ length: 20 }, (_, i) => `a${i}="1"`).join(' ')} Scope`))],
])('%s: nothing of it counts', (_hvad, xml) => {
  expect(laes(xml)).toEqual(INTET)
})

test('200 groups and 2,000 values are read', () => {
  expect(laes(liste(gruppe(HEL) + mange(199, gruppe('')))).fund).toHaveLength(199)
  expect(laes(liste(gruppe(`${ROLLE('se')}${GRAENSE('KLE', `${mange(1_996, '27.*,')}*`)}${FOELSOM}`))).grupper).toHaveLength(1)
})

test.each(['%%%', 'PA', `${base64(liste(gruppe(HEL)))}=`, base64(liste(gruppe(HEL))).replace('P', '-'), 'A'.repeat(200_000)])(
  'what is not base64 gives nothing (%#)',
  (tekst) => {
    expect(parseOioBpp(tekst, KORSBAEK, STANDARDPRIVILEGIER)).toEqual(INTET)
  },
)

test('base64 may be broken into lines; octets that are not UTF-8 are not read', () => {
  const tekst = base64(liste(gruppe(HEL))).replace(/.{64}/g, '$&\r\n')
  expect(parseOioBpp(tekst, KORSBAEK, STANDARDPRIVILEGIER).grupper).toEqual([GRUPPE])
  const latin1 = Buffer.from(liste(gruppe(HEL + GRAENSE('orgenhed', 'urn:æ'))), 'latin1').toString('base64')
  expect(parseOioBpp(latin1, KORSBAEK, STANDARDPRIVILEGIER)).toEqual(INTET)
})

test('an installation says how its roles and its sensitivities are written', () => {
  const foelsomheder = parseFoelsomhedsvaerdier('1=IKKE_FORTROLIGE_DATA, 2=FORTROLIGE_PERSONOPLYSNINGER,3=VIP_SAGER')
  expect(foelsomheder).toBeDefined()
  const ops = { rollebase: 'https://by.dk', foelsomheder: foelsomheder ?? new Map() }
  const xml = liste(gruppe(`<Privilege>https://by.dk/roles/usersystemrole/se/1</Privilege>${KLE}${GRAENSE('foelsomhed', '1,2')}`))
  expect(laes(xml, ops)).toEqual({ grupper: [GRUPPE], fund: [] })
  expect(laes(liste(gruppe(HEL)), ops).grupper).toEqual([])
})

test.each(['', '1', '1=', '=VIP_SAGER', '1=HEMMELIG', '1=VIP_SAGER,1=IKKE_FORTROLIGE_DATA', '1=VIP_SAGER=2'])(
  'a list of sensitivities that cannot be read is none: %j',
  (tekst) => {
    expect(parseFoelsomhedsvaerdier(tekst)).toBeUndefined()
  },
)
