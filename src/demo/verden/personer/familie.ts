import type { CprNummer } from '#kernel'
import { type Dato, plusMaaneder } from '../kalender.ts'
import { KOMMUNER, type Kommune } from '../kommuner.ts'
import { EFTERNAVNE, KVINDENAVNE, MANDENAVNE } from '../navne.ts'
import { createTilfaeldighed, type Tilfaeldighed } from '../tilfaeldighed.ts'
import { foedselOgCpr } from './cpr.ts'
import { adresseFor, tidligereNavneFor } from './folkeregister.ts'
import type { Bopael, Borger, Foraeldremyndighed, Koen, Person } from './person.ts'

/**
 * Kinds of family. `delt`: two homes, custody shared. `uden`: two homes, one parent without custody. `enlig`: one home, the other
 * parent is not in the world.
 */
type Slags = 'alene' | 'par' | 'parMedBoern' | 'enlig' | 'delt' | 'uden'

const SLAGS: readonly (readonly [number, Slags])[] = [
  [36, 'alene'],
  [24, 'par'],
  [24, 'parMedBoern'],
  [6, 'enlig'],
  [6, 'delt'],
  [4, 'uden'],
]

const VOKSENALDRE: readonly (readonly [number, readonly [number, number]])[] = [
  [25, [18, 29]],
  [20, [30, 49]],
  [22, [50, 64]],
  [22, [65, 79]],
  [11, [80, 95]],
]

const STOERSTE_FAMILIE = 6
const AELDSTE = 95

type Verdensdel = { readonly seed: number; readonly idag: Dato }
type Raa = { readonly koen: Koen; readonly alder: number; readonly efternavn: string; readonly kommune: Kommune }

/** Somebody of a household, which has one address. */
type Beboer = Raa & { readonly hjem: string }

/** How a family came to live where it lives: the former municipality and the day of the move. */
type Flytning = { readonly fra: Kommune; readonly dato: Dato } | undefined

function bopael(foedt: Dato, kommune: Kommune, flytning: Flytning): Bopael[] {
  if (!flytning || flytning.dato <= foedt) return [{ kommune, fra: foedt, til: null }]
  return [
    { kommune: flytning.fra, fra: foedt, til: flytning.dato },
    { kommune, fra: flytning.dato, til: null },
  ]
}

function createBorger(del: Verdensdel, i: number, r: Tilfaeldighed, raa: Beboer, flytning: Flytning, beskyttet: boolean): Borger {
  const { foedt, cpr } = foedselOgCpr(del.seed, i, raa.alder, raa.koen, del.idag)
  const liste = raa.koen === 'kvinde' ? KVINDENAVNE : MANDENAVNE
  const fornavn = r.vaelg(liste)
  const mellem = r.chance(0.2) ? ` ${r.vaelg(liste)}` : ''
  const navn = `${fornavn}${mellem === ` ${fornavn}` ? '' : mellem} ${raa.efternavn}`
  return {
    noegle: `b${i}`,
    koen: raa.koen,
    person: {
      cpr,
      navn,
      tidligereNavne: raa.alder < 25 ? [] : tidligereNavneFor(`${del.seed}/${i}`, navn),
      foedt,
      kommune: raa.kommune,
      bopael: bopael(foedt, raa.kommune, flytning),
      adresse: adresseFor(`${del.seed}/${raa.hjem}`, raa.kommune),
      adressebeskyttet: beskyttet,
      foraeldre: [],
      boern: [],
      foraeldremyndighed: [],
    },
  }
}

const med = (borger: Borger, felter: Partial<Person>): Borger => ({ ...borger, person: { ...borger.person, ...felter } })

function voksenalder(r: Tilfaeldighed): number {
  const [fra, til] = r.vaegtet(VOKSENALDRE)
  return r.heltal(fra, til)
}

/** Children's ages, oldest first; a few have come of age and still belong to the family. */
function boernsAldre(r: Tilfaeldighed): number[] {
  const aldre = [r.chance(0.12) ? r.heltal(18, 22) : r.heltal(0, 17)]
  const antal = r.vaegtet([
    [38, 1],
    [42, 2],
    [15, 3],
    [5, 4],
  ] as const)
  while (aldre.length < antal) {
    const naeste = (aldre.at(-1) ?? 0) - r.heltal(2, 4)
    if (naeste < 0) break
    aldre.push(naeste)
  }
  return aldre
}

function custody(
  r: Tilfaeldighed,
  slags: Slags,
  barn: Person,
  foraeldre: readonly CprNummer[],
  idag: Dato,
): Foraeldremyndighed[] {
  const myndig = plusMaaneder(barn.foedt, 18 * 12)
  const til = myndig <= idag ? myndig : null
  const [foerste, anden] = foraeldre
  if (!foerste) return []
  const fakta: Foraeldremyndighed[] = [{ barn: barn.cpr, indehaver: foerste, fra: barn.foedt, til }]
  if (anden && slags !== 'uden') fakta.push({ barn: barn.cpr, indehaver: anden, fra: barn.foedt, til })
  if (anden && slags === 'uden' && r.chance(0.6)) {
    // Shared to begin with, lost on a day in the child's first years.
    const mistet = plusMaaneder(barn.foedt, r.heltal(3, 60))
    if (mistet < (til ?? idag)) fakta.push({ barn: barn.cpr, indehaver: anden, fra: barn.foedt, til: mistet })
  }
  return fakta
}

function foraeldrepar(r: Tilfaeldighed, slags: Slags, aeldsteBarn: number, kommune: Kommune, anden: Kommune): Raa[] {
  const efternavn = r.vaelg(EFTERNAVNE)
  const alder = Math.min(AELDSTE, aeldsteBarn + r.heltal(20, 38))
  const partner = Math.min(AELDSTE, Math.max(aeldsteBarn + 19, alder + r.heltal(-3, 6)))
  const mor: Raa = { koen: 'kvinde', alder, efternavn, kommune }
  const far: Raa = {
    koen: 'mand',
    alder: partner,
    efternavn: slags === 'parMedBoern' && r.chance(0.6) ? efternavn : r.vaelg(EFTERNAVNE),
    kommune: slags === 'parMedBoern' ? kommune : anden,
  }
  const raekke = slags === 'enlig' || slags === 'uden' ? r.chance(0.2) : false
  const par = raekke
    ? [
        { ...far, kommune },
        { ...mor, kommune: anden },
      ]
    : [mor, far]
  return slags === 'enlig' ? par.slice(0, 1) : par
}

function familieMedBoern(del: Verdensdel, i: number, r: Tilfaeldighed, slags: Slags, hjem: Hjem): Borger[] {
  const aldre = boernsAldre(r)
  const anden = r.chance(0.3) ? hjem.andenKommune : hjem.kommune
  const beskyttet = r.chance(slags === 'uden' || slags === 'enlig' ? 0.08 : 0.004)
  const voksne = foraeldrepar(r, slags, aldre[0] ?? 0, hjem.kommune, anden).map((raa, n) =>
    createBorger(
      del,
      i + n,
      r,
      { ...raa, hjem: n === 0 || slags === 'parMedBoern' ? `${i}` : `${i}/anden` },
      n === 0 || slags === 'parMedBoern' ? hjem.flytning : undefined,
      beskyttet && n === 0,
    ),
  )
  const foraeldre = voksne.map(({ person }) => person.cpr)
  const efternavn = voksne[0]?.person.navn.split(' ').at(-1) ?? r.vaelg(EFTERNAVNE)
  const boern = aldre.map((alder, n) => {
    const raa: Beboer = { koen: r.chance(0.5) ? 'kvinde' : 'mand', alder, efternavn, kommune: hjem.kommune, hjem: `${i}` }
    const barn = createBorger(del, i + voksne.length + n, r, raa, hjem.flytning, beskyttet)
    return med(barn, { foraeldre, foraeldremyndighed: custody(r, slags, barn.person, foraeldre, del.idag) })
  })
  return [...voksne.map((voksen) => med(voksen, { boern: boern.map(({ person }) => person.cpr) })), ...boern]
}

type Hjem = { readonly kommune: Kommune; readonly andenKommune: Kommune; readonly flytning: Flytning }

function chooseHjem(r: Tilfaeldighed, idag: Dato): Hjem {
  const [korsbaek, brobyskov] = KOMMUNER as readonly [Kommune, Kommune]
  const [kommune, andenKommune] = r.chance(0.62) ? [korsbaek, brobyskov] : [brobyskov, korsbaek]
  return {
    kommune,
    andenKommune,
    flytning: r.chance(0.07) ? { fra: andenKommune, dato: plusMaaneder(idag, -r.heltal(4, 90)) } : undefined,
  }
}

function familie(del: Verdensdel, i: number, r: Tilfaeldighed, plads: number): Borger[] {
  const hjem = chooseHjem(r, del.idag)
  const slags = plads < STOERSTE_FAMILIE ? 'alene' : r.vaegtet(SLAGS)
  if (slags !== 'alene' && slags !== 'par') return familieMedBoern(del, i, r, slags, hjem)
  const alder = voksenalder(r)
  const efternavn = r.vaelg(EFTERNAVNE)
  const foerste: Raa = { koen: r.chance(0.5) ? 'kvinde' : 'mand', alder, efternavn, kommune: hjem.kommune }
  const raa: Raa[] = [foerste]
  if (slags === 'par')
    raa.push({
      koen: foerste.koen === 'kvinde' ? 'mand' : 'kvinde',
      alder: Math.min(AELDSTE, Math.max(18, alder + r.heltal(-5, 5))),
      efternavn: r.chance(0.55) ? efternavn : r.vaelg(EFTERNAVNE),
      kommune: hjem.kommune,
    })
  const beskyttet = r.chance(0.006)
  return raa.map((en, n) => createBorger(del, i + n, r, { ...en, hjem: `${i}` }, hjem.flytning, beskyttet))
}

/** Exactly `borgere` citizens, family by family, each family whole. One family is held at a time. */
export function* familier(seed: number, borgere: number, idag: Dato): Generator<readonly Borger[]> {
  let i = 0
  for (let nr = 0; i < borgere; nr++) {
    const medlemmer = familie({ seed, idag }, i, createTilfaeldighed(`${seed}/familie/${nr}`), borgere - i)
    i += medlemmer.length
    yield medlemmer
  }
}
