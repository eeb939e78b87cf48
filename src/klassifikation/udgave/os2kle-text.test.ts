import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kleEmne } from '../test-byggere.ts'
import { parseOs2KleText } from './os2kle-text.ts'

const OPLYSNING = { udgivet: '2026-02-01', kilde: 'OS2KLE.txt' }
const LINJER = [
  "KLENummer='27.36.00':KLETitel='Personlig hjælp i almindelighed':Keywords[Weight]=Hjemmehjælp[5];ok 01[1000];Serviceloven §83, stk. 1[5];",
  "KLENummer='27.36.04':KLETitel='Titel 'med' apostroffer':Keywords[Weight]:bad[1];",
  "KLENummer='27.35.04':KLETitel='Forebyggende hjemmebesøg [udgår 2026]':Keywords[Weight]=",
  "KLENummer='15.62.10':KLETitel='Kontanthjælp [jobcenter-fagsystemsag]'",
]

test('both ways of writing keywords, ends and titles with brackets and apostrophes are read', () => {
  for (const skift of ['\n', '\r\n']) {
    const resultat = parseOs2KleText(`\uFEFF${LINJER.join(skift)}${skift}${skift}`, OPLYSNING)
    if (!resultat.ok) throw new Error(resultat.afvisning.besked.en)
    const { emner, grupper, hovedgrupper, udgivet } = resultat.value
    expect(udgivet).toBe('2026-02-01')
    expect([...emner.values()]).toEqual([
      {
        nr: '27.36.00',
        titel: 'Personlig hjælp i almindelighed',
        afloestAf: [],
        stikord: ['Hjemmehjælp', 'ok 01', 'Serviceloven §83, stk. 1'],
      },
      { nr: '27.36.04', titel: "Titel 'med' apostroffer", afloestAf: [], stikord: ['bad'] },
      { nr: '27.35.04', titel: 'Forebyggende hjemmebesøg', udgaar: '2027-01-01', afloestAf: [], stikord: [] },
      { nr: '15.62.10', titel: 'Kontanthjælp [jobcenter-fagsystemsag]', afloestAf: [], stikord: [] },
    ])
    expect(grupper.get('27.36')).toEqual({ nr: '27.36', titel: 'Personlig hjælp' })
    expect(grupper.get('15.62')).toEqual({ nr: '15.62' })
    expect([...hovedgrupper.keys()]).toEqual(['27', '15'])
  }
})

test.each([
  ['UGYLDIG_LINJE', 2, `${LINJER[0]}\nKLENummer=27.36.04`],
  ['UGYLDIGT_NUMMER', 1, "KLENummer='27.36':KLETitel='Gruppe'"],
  ['TITEL_MANGLER', 1, "KLENummer='27.36.04':KLETitel=' '"],
  ['DUBLET', 2, `${LINJER[0]}\n${LINJER[0]}`],
  ['INGEN_EMNER', undefined, '\n\n'],
])('%s at line %s', (kode, linje, tekst) => {
  const resultat = parseOs2KleText(tekst, OPLYSNING)
  expect(resultat).toMatchObject({ ok: false, afvisning: linje === undefined ? { kode } : { kode, linje } })
})

test('a date that is none is refused before the file is read', () => {
  expect(parseOs2KleText(LINJER.join('\n'), { ...OPLYSNING, udgivet: '2026-2-1' })).toMatchObject({
    ok: false,
    afvisning: { kode: 'UGYLDIG_DATO' },
  })
})

test('any text gives a value, never a throw, and never an emne that the text lacks', () => {
  const stump = fc.constantFrom(
    "KLENummer='",
    "27.36.04'",
    ":KLETitel='",
    'x',
    "'",
    ':Keywords[Weight]=',
    '[5];',
    '\n',
    '[udgår 2026]',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(stump).map((dele) => dele.join('')),
      ),
      (tekst) => {
        const resultat = parseOs2KleText(tekst, OPLYSNING)
        if (resultat.ok) for (const nr of resultat.value.emner.keys()) expect(tekst).toContain(kleEmne(nr))
      },
    ),
    { seed: 20261014, numRuns: 3000 },
  )
})
