import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ARTER, type Art, parseKleEmne, tidspunkt } from '#kernel'
import { BORGER_EMNER, isAltidLukket, LIVSOMRAADER } from '#klassifikation'
import { checkElement, normalizeRest } from '#modtagelse'
import { behandlere } from './enheder.ts'
import { SAGSTYPER } from './katalog/katalog.ts'
import { KILDER } from './kilder.ts'
import { createVerden, type Leverance, type Verden } from './verden.ts'

const nu = tidspunkt('2026-11-22T09:30:00Z')
const verden = createVerden({ seed: 1, borgere: 1500, nu })
const leverancer = [...verden.alleLeverancer()]

function* take<T>(raekke: Iterable<T>, antal: number): Generator<T> {
  let n = 0
  for (const en of raekke) {
    if (n++ >= antal) return
    yield en
  }
}

function fingeraftryk(af: Verden, antal = 4000): string {
  const hash = createHash('sha256')
  for (const person of take(af.personer(), antal)) hash.update(JSON.stringify(person))
  for (const { kilde, element } of take(af.alleLeverancer(), antal)) hash.update(kilde.id + JSON.stringify(element))
  return hash.digest('hex')
}

test('the same seed gives the same Denmark byte for byte; another seed another', () => {
  const valg = { seed: 5, borgere: 300, nu }
  expect(fingeraftryk(createVerden(valg))).toBe(fingeraftryk(createVerden(valg)))
  expect(fingeraftryk(createVerden({ ...valg, seed: 6 }))).not.toBe(fingeraftryk(createVerden(valg)))
})

test('a larger Denmark begins with the smaller one', () => {
  const lille = [...createVerden({ seed: 5, borgere: 40, nu }).personer()]
  const stor = [...take(createVerden({ seed: 5, borgere: 400, nu }).personer(), lille.length - 8)]
  // The last families of the smaller one are made to fit.
  expect(stor).toEqual(lille.slice(0, -8))
})

test('delivering source by source is delivering everything', () => {
  const ved = createVerden({ seed: 2, borgere: 120, nu })
  const perKilde = ved.kilder.flatMap((kilde) => [...ved.leverancer(kilde)].map(({ id }) => id))
  const iAlt = [...ved.alleLeverancer()].map(({ element }) => element.id)
  expect(perKilde.sort()).toEqual(iAlt.sort())
  expect(new Set(iAlt).size).toBe(iAlt.length)
})

test('a source that is not connected delivers nothing, and one connected late nothing older', () => {
  const [ikkeTilsluttet] = KILDER.filter(({ tilslutninger }) => tilslutninger.length === 0)
  expect([...verden.leverancer(ikkeTilsluttet!)]).toEqual([])
  const sen = KILDER.find(({ navn }) => navn === 'Hyben Pleje')!
  const sager = [...verden.leverancer(sen)].filter((element) => element.art === 'sag')
  expect(sager.length).toBeGreaterThan(50)
  for (const sag of sager) expect(sag.fremdrift![0]!.virkning!.fra! >= '2024-03-01').toBe(true)
})

test('every item passes the rules of intake and was registered before now', () => {
  for (const { kilde, element } of leverancer) {
    const hel = normalizeRest(element, { itSystem: kilde.id, systemNavn: kilde.navn })
    expect(checkElement(hel), JSON.stringify(element)).toEqual([])
    expect(element.tidspunkt! < nu).toBe(true)
  }
})

const antalPr = (raekke: readonly Leverance[]): Record<Art, number> =>
  Object.fromEntries(ARTER.map((art) => [art, raekke.filter(({ element }) => element.art === art).length])) as Record<Art, number>

test('about a dozen items a citizen, of all six kinds', () => {
  const prBorger = leverancer.length / 1500
  expect(prBorger).toBeGreaterThan(9)
  expect(prBorger).toBeLessThan(18)
  const antal = antalPr(leverancer)
  for (const art of ARTER) expect(antal[art], art).toBeGreaterThan(1000)
})

test('sources hang together: documents are filed, notes and grants name their case, payments their grant, all from the same system', () => {
  const hvor = new Map<string, string>()
  for (const { kilde, element } of leverancer) hvor.set(element.id!, kilde.id)
  const same = (id: string | undefined, kilde: string): void => expect(hvor.get(id ?? '')).toBe(kilde)
  const filed = new Set<string>()
  for (const { kilde, element } of leverancer) {
    if (element.art === 'sag') for (const post of element.journalposter ?? []) filed.add(post.referenceId!)
    if (element.art === 'journalnotat' || element.art === 'aftale') same(element.sag, kilde.id)
    if (element.art === 'bevilling') same(element.bevillingssager![0]!.referenceId, kilde.id)
    if (element.art === 'oekonomiskEffektuering')
      same(element.oekonomiskYdelseEffektueringer![0]!.bevilgetYdelseRef!.bevilling, kilde.id)
  }
  const dokumenter = leverancer.filter(({ element }) => element.art === 'dokument').map(({ element }) => element.id!)
  expect(dokumenter.filter((id) => !filed.has(id))).toEqual([])
  expect(filed.size).toBe(dokumenter.length)
})

test('what makes rules interesting is there: exempt cases, always-closed numbers, letters not sent, jumps, refusals, other payees', () => {
  const sager = leverancer.flatMap(({ element }) => (element.art === 'sag' ? [element] : []))
  const klasser = sager.flatMap(({ sagsklasser }) => sagsklasser ?? []).map(({ brugervendtNoegle }) => brugervendtNoegle ?? '')
  expect(klasser).toContain('Visning undtaget for borger')
  expect(klasser).toContain('Afgørelse mod primær part')
  expect(klasser.filter((kle) => parseKleEmne(kle) !== undefined && isAltidLukket(parseKleEmne(kle)!)).length).toBeGreaterThan(20)
  expect(sager.some(({ fremdrift }) => fremdrift!.length === 2 && fremdrift![1]!.fremdriftStatusKode === 'Afsluttet')).toBe(true)
  expect(sager.some(({ sagsgenstande }) => sagsgenstande?.[0]?.rolle === 'Byggeri')).toBe(true)
  const breve = leverancer.flatMap(({ element }) => (element.art === 'dokument' ? [element] : []))
  expect(breve.some(({ fremdrift }) => fremdrift!.at(-1)!.fremdriftStatusKode === 'Underudarbejdelse')).toBe(true)
  const penge = leverancer.flatMap(({ element }) => (element.art === 'oekonomiskEffektuering' ? [element] : []))
  expect(penge.some(({ parter }) => parter![0]!.referenceId!.startsWith('urn:oio:fuldtnavn:'))).toBe(true)
  expect(penge.some(({ egenskaber }) => egenskaber![0]!.samletBruttobeloeb!.startsWith('-'))).toBe(true)
  expect(penge.some(({ egenskaber }) => egenskaber![0]!.godkendt === false)).toBe(true)
  const typer = leverancer.flatMap(({ element }) => (element.art === 'bevilling' ? element.bevilgedeYdelser! : []))
  expect(new Set(typer.map(({ ydelsestype }) => ydelsestype))).toEqual(
    new Set(['Økonomisk', 'Fysisk', 'Ressource', 'Tilladelse']),
  )
})

test('a payment has only the amounts that its day lets it have', () => {
  for (const { element } of leverancer) {
    if (element.art !== 'oekonomiskEffektuering') continue
    const [fakta] = element.egenskaber!
    const dag = fakta!.dispositionsdato!
    expect(fakta!.beloebUdbetalt !== undefined).toBe(dag < '2026-11-22')
    if (fakta!.beloebUdbetalt !== undefined || dag <= '2026-11-28') expect(fakta!.beloebSendtTilUdbetaling).toBeDefined()
    else expect(fakta!.beloebSendtTilUdbetaling).toBeUndefined()
  }
})

test('the systems write in their own ways', () => {
  const titler = (navn: string): string[] =>
    leverancer.flatMap(({ kilde, element }) =>
      kilde.navn === navn && element.art === 'sag' ? [element.egenskaber![0]!.titel!] : [],
    )
  const laengde = (liste: string[]): number => liste.reduce((sum, titel) => sum + titel.length, 0) / liste.length
  expect(laengde(titler('Kastanje Sag'))).toBeGreaterThan(2 * laengde(titler('Kvik Journal')))
  const omsorg = titler('Lindely Omsorg').filter((titel) => titel !== 'Aftale om forebyggende hjemmebesøg')
  expect(omsorg.every((titel) => titel === titel.toLocaleUpperCase('da'))).toBe(true)
})

test("no caseworker's name stands in a title, a note or a text that may be shown", () => {
  const navne = verden.enheder.flatMap((enhed) => behandlere(enhed).map(({ navn }) => navn))
  for (const { element } of leverancer) {
    const tekst = JSON.stringify([element.egenskaber, 'bevilgedeYdelser' in element ? element.bevilgedeYdelser : null])
    expect(navne.filter((navn) => tekst.includes(navn))).toEqual([])
  }
})

test('every number of the catalogue is known to klassifikation under the same title', () => {
  const kendte = new Map<string, string>([...BORGER_EMNER.values()].map(({ nr, titel }) => [nr, titel]))
  for (const { kle, kletitel } of SAGSTYPER) expect(kendte.get(kle), kle).toBe(kletitel)
})

test('coverage has a line for each municipality and area of life, some known, some not', () => {
  expect(verden.daekning.length).toBe(2 * LIVSOMRAADER.length)
  for (const omraade of LIVSOMRAADER) expect(verden.daekning.filter((linje) => linje.omraade === omraade.noegle).length).toBe(2)
  expect(verden.daekning.some(({ kendt }) => !kendt)).toBe(true)
  for (const { kendt, forventedeKilder } of verden.daekning) expect(forventedeKilder.length > 0).toBe(kendt)
})

test('a size or seed that cannot be is refused', () => {
  expect(() => createVerden({ seed: 1.5, borgere: 1, nu })).toThrow(RangeError)
  expect(() => createVerden({ seed: 1, borgere: -1, nu })).toThrow(RangeError)
  expect(() => createVerden({ seed: 1, borgere: 2_000_000, nu })).toThrow(RangeError)
})

/** Runs in a process of its own with a heap of 64 MB, since a heap with room to spare keeps garbage and shows nothing. */
const iLilleHeap = (udtryk: string) =>
  spawnSync(
    process.execPath,
    [
      '--max-old-space-size=64',
      '--input-type=module',
      '-e',
      `import { createVerden } from ${JSON.stringify(new URL('./verden.ts', import.meta.url).href)}
      const raekke = createVerden({ seed: 1, borgere: 20_000, nu: ${JSON.stringify(nu)} }).alleLeverancer()
      process.stdout.write(String(${udtryk}))`,
    ],
    { encoding: 'utf8' },
  )

test('twenty thousand citizens pass through a heap of 64 MB', { timeout: 120_000 }, () => {
  const { status, stdout } = iLilleHeap('raekke.reduce((antal) => antal + 1, 0)')
  expect(status).toBe(0)
  expect(Number(stdout)).toBeGreaterThan(180_000)
})
