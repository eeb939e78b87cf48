import { expect, test } from 'vitest'
import { alder, type CprNummer, tidspunkt } from '#kernel'
import type { ElementKilde } from '#modtagelse'
import { createVerden } from '../verden.ts'

const nu = tidspunkt('2026-11-22T09:30:00Z')
const idag = '2026-11-22'
const verden = createVerden({ seed: 1, borgere: 0, nu })
const elementer = [...verden.alleLeverancer()].map(({ element }) => element)
const cpr = (navn: string): CprNummer => verden.testpersoner.find((person) => person.navn === navn)!.cpr
const person = (navn: string) => [...verden.personer()].find((en) => en.navn === navn)!

type Sag = Extract<ElementKilde, { art: 'sag' }>

function sagerFor(nummer: CprNummer): Sag[] {
  const urn = `urn:oio:cpr-nr:${nummer}`
  return elementer.flatMap((element) => (element.art === 'sag' && element.sagsparter![0]!.referenceId === urn ? [element] : []))
}

/** Everything on the citizen's cases, and the cases. */
function altOm(nummer: CprNummer): ElementKilde[] {
  const sager = sagerFor(nummer)
  const ider = new Set(sager.map(({ id }) => id))
  const papirer = new Set(sager.flatMap(({ journalposter }) => journalposter ?? []).map(({ referenceId }) => referenceId))
  const bevillinger = elementer.filter((el) => el.art === 'bevilling' && ider.has(el.bevillingssager![0]!.referenceId))
  const bevillingIder = new Set(bevillinger.map(({ id }) => id))
  const resten = elementer.filter(
    (el) =>
      (el.art === 'dokument' && papirer.has(el.id)) ||
      ((el.art === 'journalnotat' || el.art === 'aftale') && ider.has(el.sag)) ||
      (el.art === 'oekonomiskEffektuering' &&
        bevillingIder.has(el.oekonomiskYdelseEffektueringer![0]!.bevilgetYdelseRef!.bevilling)),
  )
  return [...sager, ...bevillinger, ...resten]
}

const kle = (sag: Sag): string => sag.sagsklasser![0]!.brugervendtNoegle!

test('test persons, their numbers and their items are the same for every seed and size', () => {
  const anden = createVerden({ seed: 99, borgere: 200, nu })
  expect(anden.testpersoner).toEqual(verden.testpersoner)
  const foerste = [...anden.alleLeverancer()].slice(0, elementer.length).map(({ element }) => element)
  expect(foerste).toEqual(elementer)
})

test('each has a story in two languages, and all but one are in the register', () => {
  const register = new Set([...verden.personer()].map((en) => en.cpr))
  for (const en of verden.testpersoner) {
    expect(en.historie.da.length * en.historie.en.length).toBeGreaterThan(0)
    expect(register.has(en.cpr)).toBe(en.kendt)
  }
  expect(verden.testpersoner.filter(({ kendt }) => !kendt).length).toBe(1)
  expect(verden.testpersoner.length).toBeGreaterThanOrEqual(12)
})

test('the job seeker has payments made, one on its way, one planned, and something that waits', () => {
  const penge = altOm(cpr('Mads Kjærgaard')).flatMap((el) => (el.art === 'oekonomiskEffektuering' ? [el.egenskaber![0]!] : []))
  expect(penge.some(({ beloebUdbetalt }) => beloebUdbetalt !== undefined)).toBe(true)
  expect(penge.some((p) => p.beloebUdbetalt === undefined && p.beloebSendtTilUdbetaling !== undefined)).toBe(true)
  expect(penge.some((p) => p.beloebSendtTilUdbetaling === undefined && p.godkendt)).toBe(true)
  const frister = altOm(cpr('Mads Kjærgaard')).flatMap((el) => (el.art === 'aftale' ? [el.egenskaber![0]!] : []))
  expect(frister.filter((frist) => frist.status === 'Aktiv' && frist.starttidspunkt! > nu).map(({ type }) => type)).toEqual(
    expect.arrayContaining(['Aftale', 'Frist']),
  )
})

test('one payment of the father without custody is not approved', () => {
  const penge = altOm(cpr('Rasmus Holm')).flatMap((el) => (el.art === 'oekonomiskEffektuering' ? [el.egenskaber![0]!] : []))
  expect(penge.some(({ godkendt }) => godkendt === false)).toBe(true)
})

test('the elderly woman has cases in both municipalities', () => {
  const ejere = new Set(sagerFor(cpr('Inger Østergaard')).map((sag) => sag.sagsaktoerer![0]!.cvrNummer))
  expect(ejere).toEqual(new Set(['11111111', '12345678']))
})

test('custody: the mother holds it for a child under fifteen, one father too, the other lost it', () => {
  const barn = person('Alma Lindholm')
  expect(alder(barn.foedt, idag)).toBeLessThan(15)
  expect(barn.foraeldremyndighed.map(({ indehaver }) => indehaver)).toEqual([cpr('Sofie Lindholm'), cpr('Jonas Lindholm')])
  expect(sagerFor(barn.cpr).map(kle)).toEqual(expect.arrayContaining(['28.09.40', '34.10.30']))
  const andet = person('Viggo Vestergaard').foraeldremyndighed.find(({ indehaver }) => indehaver === cpr('Rasmus Holm'))!
  expect(andet.til !== null && andet.til < idag).toBe(true)
  expect(alder(person('Emil Lindholm').foedt, idag)).toBe(15)
  expect(alder(person('Emil Lindholm').foedt, '2026-01-01')).toBe(15)
})

test('one has only hidden cases, one has none', () => {
  const skjulte = sagerFor(cpr('Henrik Dalgaard'))
  expect(skjulte.length).toBeGreaterThan(1)
  for (const sag of skjulte) {
    const undtaget = sag.sagsklasser!.some(({ brugervendtNoegle }) => brugervendtNoegle === 'Visning undtaget for borger')
    expect(undtaget || kle(sag) === '32.45.04').toBe(true)
  }
  expect(altOm(cpr('Henrik Dalgaard')).some(({ art }) => art === 'bevilling')).toBe(false)
  expect(JSON.stringify(elementer)).not.toContain(cpr('Lone Abildgaard'))
  expect(JSON.stringify(elementer)).not.toContain(cpr('Aksel Fjord'))
})

test('the landlord is paid from a case that is not his', () => {
  const urn = `urn:oio:cpr-nr:${cpr('Niels Brandt')}`
  const betalinger = elementer.filter((el) => el.art === 'oekonomiskEffektuering' && el.parter![0]!.referenceId === urn)
  expect(betalinger.length).toBe(1)
  expect(altOm(cpr('Camilla Vestergaard'))).toContain(betalinger[0])
})

test("KOMBIT's example case stands in Korsbæk with its own title, number and facet", () => {
  const [sag] = sagerFor(cpr('Godtfred Lund'))
  expect(sag!.egenskaber![0]!.titel).toBe('Aftale om forebyggende hjemmebesøg')
  expect(sag!.sagsklasser!.slice(0, 2).map(({ brugervendtNoegle }) => brugervendtNoegle)).toEqual(['27.35.04', 'G01'])
  expect(sag!.sagsaktoerer![0]).toMatchObject({ rolle: 'Ejer', cvrNummer: '11111111' })
})

test('one has more than 150 items, and somebody protected has no street in a text', () => {
  expect(altOm(cpr('Birthe Nørregaard')).length).toBeGreaterThanOrEqual(150)
  expect(person('Maria Storm').adressebeskyttet).toBe(true)
})
