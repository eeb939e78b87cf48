import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importerKle } from './importer-kle.ts'
import { udgave, xmlAf } from './test-byggere.ts'

let mappe = ''
beforeAll(async () => {
  mappe = await mkdtemp(join(tmpdir(), 'kle-'))
})
afterAll(() => rm(mappe, { recursive: true }))

async function importer(navn: string, indhold: string | Uint8Array, udgivet?: string) {
  const sti = join(mappe, navn)
  await writeFile(sti, indhold)
  const linjer: string[] = []
  const resultat = await importerKle(sti, { print: (linje) => linjer.push(linje), ...(udgivet === undefined ? {} : { udgivet }) })
  return { kode: resultat.ok ? 'OK' : resultat.afvisning.kode, linjer }
}

const XML = xmlAf(
  udgave('2026-02-01', { '27.36.04': 'Hjælp', '27.35.04': { udgaar: '2027-01-01' }, '02.34.02': 'Byggetilladelse' }),
)
const TXT = "KLENummer='27.36.04':KLETitel='Personlig og praktisk hjælp':Keywords[Weight]=bad[5];\n"

test('the counts of an edition are printed', async () => {
  expect(await importer('a.xml', XML)).toEqual({
    kode: 'OK',
    linjer: [
      'KLE-udgave af 2026-02-01 (a.xml)',
      '  hovedgrupper: 2',
      '  grupper:      3',
      '  emner:        3, heraf 1 med ophør',
    ],
  })
  expect((await importer('OS2KLE.TXT', TXT, '2026-02-01')).linjer).toContain('  grupper:      1, heraf 1 uden titel')
})

test('a refusal is printed with its place and what to do', async () => {
  expect((await importer('b.xml', XML.replace('<EmneNr>02.34.02', '<EmneNr>02.34.2'))).linjer).toEqual([
    expect.stringMatching(/^Udgaven er ikke importeret \(UGYLDIGT_NUMMER, linje \d+, Emne\)\.$/),
    '02.34.2 er ikke et KLE-nummer (NN, NN.NN eller NN.NN.NN). Ret nummeret.',
  ])
})

test.each([
  ['UDGIVELSESDATO_MANGLER', 'c.txt', TXT],
  ['UKENDT_FILTYPE', 'c.csv', TXT],
  ['JSON_UGYLDIG', 'c.json', '{'],
  ['TEGNSAET', 'd.json', Uint8Array.of(0x22, 0xe6, 0x22)],
  ['TEGNSAET', 'd.xml', Uint8Array.of(0x3c, 0xe6, 0x22)],
])('%s for %s', async (kode, navn, indhold) => {
  expect((await importer(navn, indhold)).kode).toBe(kode)
})

test.each(['findes-ikke.xml', 'findes-ikke.json', '.'])('a file that cannot be read is refused: %s', async (navn) => {
  const linjer: string[] = []
  const resultat = await importerKle(join(mappe, navn), { print: (linje) => linjer.push(linje) })
  expect(resultat).toMatchObject({ ok: false, afvisning: { kode: 'FIL_KAN_IKKE_LAESES' } })
  expect(linjer).toHaveLength(2)
})
