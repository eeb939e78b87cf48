import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ARTER } from '#kernel'
import { listRegler } from './katalog.ts'
import type { Katalogregel } from './katalog.typer.ts'

const REGLER = fileURLToPath(new URL('../../../../shared/reference/sf1470/regler.md', import.meta.url))
const ALLE = ARTER.flatMap(listRegler)

test('no number is used twice, and the official ones run without a gap', () => {
  const numre = ALLE.map(({ nummer }) => nummer)
  expect(new Set(numre).size).toBe(numre.length)
  const lav = (praefiks: string, antal: number) =>
    Array.from({ length: antal }, (_, i) => `${praefiks}-${String(i).padStart(3, '0')}`)
  expect(listRegler('sag').map(({ nummer }) => nummer)).toEqual(lav('SAG', 284))
  expect(listRegler('dokument').map(({ nummer }) => nummer)).toEqual(lav('DOK', 154))
})

test('each rule that importer cannot break says why', () => {
  for (const { nummer, brydesVed, grund } of ALLE)
    expect([nummer, brydesVed === 'importer']).toEqual([nummer, grund === undefined])
})

type Raekke = { nummer: string; rolle: string | undefined; element: string; fakta: string }

function laesTabeller(): Raekke[] {
  let rolle: string | undefined
  const raekker: Raekke[] = []
  for (const linje of readFileSync(REGLER, 'utf8').split('\n')) {
    if (linje.startsWith('### ')) rolle = /^### Relation: (?:.* — )?(.*)$/.exec(linje)?.[1]
    const [, nummer, element, fakta] = /^\| ((?:SAG|DOK)-\d{3}) \| (.*?) \| (.*?) \|$/.exec(linje) ?? []
    if (nummer)
      raekker.push({ nummer, rolle: rolle === 'Sikkerhedsprofil' ? 'Adgang' : rolle, element: element ?? '', fakta: fakta ?? '' })
  }
  return raekker
}

/** The facts of a rule written as the tables write them, in one order, so that the two can be compared. */
function skrivFakta({ kardinalitet, felt }: Katalogregel): Record<string, unknown> {
  if (!felt) return { kardinalitet }
  const uuid = { uuid: 'UUID', urn: 'URN only', uuidEllerUrn: 'UUID or URN' }
  return {
    krav: felt.krav,
    enLinje: felt.form === 'enLinje',
    crlf: felt.form === 'crlf',
    maks: felt.maks,
    koder: felt.form === 'kassation' ? ['B', 'K'] : felt.form === 'kode' ? felt.koder : undefined,
    urner: (felt.urner ?? []).map(({ skrevet }) => skrevet).sort(),
    id: felt.ider ? uuid[felt.ider] : ['rolle', 'type', 'kassation', 'notatformat'].includes(felt.form) ? 'UUID' : undefined,
  }
}

const KRAV: readonly [RegExp, string][] = [
  [/^(OB\d)/, ''],
  [/^optional/, 'valgfri'],
  [/must be absent/, 'udelades'],
]

function laesFakta(fakta: string): Record<string, unknown> {
  const kardinalitet = /cardinality ([^;]+)/.exec(fakta)?.[1]
  if (kardinalitet) return { kardinalitet }
  const krav = KRAV.map(([moenster, navn]) => (moenster.test(fakta) ? navn || moenster.exec(fakta)?.[1] : undefined)).find(
    Boolean,
  )
  const koder = /one of (.*?)(?:; UUID)?$/.exec(fakta)?.[1]
  return {
    krav: krav ?? 'uden',
    enLinje: fakta.includes('one line'),
    crlf: fakta.includes('CRLF'),
    maks: /≤ (\d+) chars/.exec(fakta) ? Number(/≤ (\d+) chars/.exec(fakta)?.[1]) : undefined,
    koder: koder?.replace(/ \(\*[^)]*\)/g, '').split(/, (?=[A-ZØ])/),
    urner: (/URN (urn:.*?)(?:;|$)/.exec(fakta)?.[1]?.split(', ') ?? []).sort(),
    id: /(?:; |^)(UUID or URN|URN only|UUID)$/.exec(fakta)?.[1],
  }
}

test.skipIf(!existsSync(REGLER))(
  'the catalogue states the facts of every rule of the official tables (skipped where the reference is not at hand)',
  () => {
    const katalog = new Map([...listRegler('sag'), ...listRegler('dokument')].map((regel) => [regel.nummer, regel]))
    const raekker = laesTabeller()
    expect(raekker.length).toBe(436)
    // LivscyklusKode's one value and the object's id are stated in the tables' preface, the date's form by its type.
    const egne = new Set(['SAG-003', 'DOK-003'])
    for (const { nummer, rolle, element, fakta } of raekker) {
      const regel = katalog.get(nummer)!
      expect([nummer, regel.rolle ?? undefined]).toEqual([nummer, rolle])
      expect([nummer, regel.felt?.navn ?? '(the relation)']).toEqual([nummer, element])
      const ventet = egne.has(nummer) ? { ...laesFakta(fakta), koder: ['Importeret'] } : laesFakta(fakta)
      expect([nummer, skrivFakta(regel)]).toEqual([nummer, ventet])
    }
  },
)
