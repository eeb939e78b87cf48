import { expect, test } from 'vitest'
import { bedoem, samletUdfald } from './bedoem.ts'
import { laesSager } from './laes-sager.ts'
import type { Linjeudfald, Observation, Trinobservation } from './observation.ts'
import type { Proevesag, Trin } from './sag.ts'

const IDAG = '2027-01-01'
const sager = laesSager()
const find = (navn: string): Proevesag => {
  const sag = sager.find((en) => en.navn === navn)
  if (!sag) throw new Error(navn)
  return sag
}

const TOM = { lister: { sager: [], dokumenter: [], notater: [], bevillinger: [], udbetalinger: [], aftaler: [] }, tekst: '' }

/** What a receiver answers that enforces every rule but `undtagen`. */
function svarPaa(trin: Trin, undtagen?: string): Trinobservation {
  const [foerste = ''] = trin.svar
  if (trin.svarTabt) return { type: 'svarTabt', ms: 1 }
  if (foerste.startsWith('http')) return { type: 'svar', status: Number(foerste.slice(5)), linjer: [], regler: [], ms: 1 }
  const linje = (svar: string): Linjeudfald => {
    const [udfald = '', regel] = svar.split(' ')
    if (regel !== undefined && regel === undtagen) return { udfald: 'modtaget', regler: [] }
    return { udfald: udfald as Linjeudfald['udfald'], regler: regel ? [regel] : [] }
  }
  const svar = trin.gentag === undefined ? trin.svar : Array.from({ length: trin.gentag }, () => foerste)
  return { type: 'svar', status: 200, linjer: svar.map(linje), regler: [], ms: 1 }
}

const observer = (sag: Proevesag, undtagen?: string): Observation => ({
  kanal: 'rest',
  trin: sag.trin.map((trin) => svarPaa(trin, undtagen)),
  borgere: {},
})

test('a receiver that does not enforce a rule fails the cases of that rule and no other, for every rule', () => {
  const regler = new Set(
    sager.flatMap(({ trin }) => trin.flatMap(({ svar }) => svar.flatMap((et) => /^afvist (.*)$/.exec(et)?.[1] ?? []))),
  )
  expect(regler.size).toBeGreaterThan(500)
  for (const regel of regler) {
    const ventede = sager.filter(({ trin }) => trin.some(({ svar }) => svar.includes(`afvist ${regel}`))).map(({ navn }) => navn)
    const fejlede = sager
      .filter((sag) => samletUdfald(bedoem(sag, observer(sag, regel), IDAG)) === 'fejlet')
      .map(({ navn }) => navn)
    expect([regel, fejlede]).toEqual([regel, ventede])
  }
})

test('a right message that is refused fails the rule it was refused by; what follows from it is not tried', () => {
  const sag = find('N-rettelse-af-titel')
  const [foerste, ...resten] = observer(sag).trin
  if (foerste?.type !== 'svar') throw new Error('no answer')
  const trin = [{ ...foerste, linjer: [{ udfald: 'afvist' as const, regler: ['SAG-019'] }] }, ...resten]
  const fund = bedoem(sag, { kanal: 'rest', trin, borgere: { A: { type: 'set', visning: TOM } } }, IDAG)
  expect(fund.filter(({ udfald }) => udfald === 'fejlet').map(({ regel }) => regel)).toEqual(['SAG-019'])
  expect(fund.filter(({ udfald }) => udfald === 'bestaaet')).toEqual([])
})

test('before its day a case only warns', () => {
  const sag = find('F-SAG-008-titel-mangler')
  const lemfaeldig = observer(sag, 'SAG-008')
  expect(samletUdfald(bedoem(sag, lemfaeldig, '2026-10-31'))).toBe('advaret')
  expect(samletUdfald(bedoem(sag, lemfaeldig, sag.kraevesFra))).toBe('fejlet')
})

test('what the citizen sees is judged by list, field and text, and not tried where it cannot be seen', () => {
  const sag = find('N-hemmelig-titel-paa-sag')
  const med = (titel: string, tekst = '') => ({
    ...observer(sag),
    borgere: { A: { type: 'set' as const, visning: { lister: { ...TOM.lister, sager: [{ titel: { da: titel } }] }, tekst } } },
  })
  const fejlede = (set: Observation) =>
    bedoem(sag, set, IDAG)
      .filter(({ udfald }) => udfald === 'fejlet')
      .map(({ regel }) => regel)
  expect(fejlede(med('Aftale om hjælp i hjemmet'))).toEqual([])
  expect(fejlede(med('Noget andet'))).toEqual(['AFP-005'])
  expect(fejlede(med('Aftale om hjælp i hjemmet', '... Mistanke om svig ...'))).toEqual(['AFP-008'])
  expect(bedoem(sag, observer(sag), IDAG).find(({ regel }) => regel === 'AFP-008')?.udfald).toBe('ikkeProevet')
})

test.each([
  ['no answer', { type: 'fejl', hvad: 'ECONNREFUSED', ms: 1 }],
  ['too few receipts', { type: 'svar', status: 200, linjer: [], regler: [], ms: 1 }],
  ['a problem', { type: 'svar', status: 503, linjer: [], regler: [], ms: 1 }],
] as const)('%s is a failure, never a pass', (_, trin) => {
  for (const navn of ['N-sag-importer-foerste', 'F-SAG-008-titel-mangler'])
    expect(samletUdfald(bedoem(find(navn), { kanal: 'rest', trin: [trin], borgere: {} }, IDAG))).toBe('fejlet')
})

test('an answer that comes too late is a failure', () => {
  const sag = find('F-IND-001-soap-dtd')
  const [trin] = observer(sag).trin
  if (trin?.type !== 'svar') throw new Error('no answer')
  expect(samletUdfald(bedoem(sag, { kanal: 'soap', trin: [{ ...trin, ms: 6_000 }], borgere: {} }, IDAG))).toBe('fejlet')
})
