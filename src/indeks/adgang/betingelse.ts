import {
  type Art,
  FOELSOMHEDER,
  type KleMoenster,
  type Medarbejdergrundlag,
  type Rettighedsgruppe,
  type Tidspunkt,
} from '#kernel'

/** Which right is asked of: to see, or to know that there is something. Who may see may know. */
export type Ret = 'se' | 'kendskab'

const ROLLER: Readonly<Record<Ret, readonly string[]>> = { se: ['se'], kendskab: ['se', 'kendskab'] }

export type Rettighedsgrundlag = Pick<Medarbejdergrundlag, 'rettigheder' | 'enheder' | 'kommune' | 'aktoer'>

/**
 * The rights as jsonpath over a row's `adgang`: one for each kind that can be decided by the row alone; for a grant one for each group, since each
 * asks in addition for a payment that the same group lets pass (`betalinger`). Made of the groups, and of nothing that the database's own function is
 * made of: each of the two holds where the other fails.
 */
export type Rettighedsstier = {
  readonly stier: Readonly<Record<Exclude<Art, 'bevilling'>, string>>
  readonly bevillinger: readonly string[]
  readonly betalinger: readonly string[]
}

export function compileRettigheder(grundlag: Rettighedsgrundlag, ret: Ret, nu: Tidspunkt): Rettighedsstier {
  const { kommune, aktoer, enheder } = grundlag
  const hvem = [aktoer.id, `urn:oio:cvr-nr:${kommune}`, ...enheder]
  const led = grundlag.rettigheder
    .filter((gruppe) => gruppe.kommune === kommune && gruppe.systemroller.some((rolle) => ROLLER[ret].includes(rolle)))
    .map((gruppe) => compileGruppe(gruppe, hvem, Date.parse(nu)))
  const samlet = (sti: (et: Gruppestier) => string) => enAf(led.map(sti))
  return {
    stier: {
      sag: samlet(({ egen }) => egen('hvert')),
      dokument: samlet(({ paaSag }) => paaSag),
      aftale: samlet(({ paaSag }) => paaSag),
      journalnotat: samlet(({ notat }) => notat),
      oekonomiskEffektuering: samlet(({ betaling }) => betaling),
    },
    bevillinger: led.map(({ egen }) => egen('et')),
    betalinger: led.map(({ modsvar }) => modsvar),
  }
}

type Antal = 'hvert' | 'et'
type Gruppestier = ReturnType<typeof compileGruppe>

function compileGruppe({ kommune, kle, foelsomhed, enheder, itsystemer }: Rettighedsgruppe, hvem: readonly string[], nu: number) {
  const trin = FOELSOMHEDER.indexOf(foelsomhed)
  const gaelder = `@.t <= ${nu} && (!exists(@.x) || @.x > ${nu})`
  const ejer = `@.e == ${JSON.stringify(kommune)}`
  // One that is left out is the highest: only the right to that one passes it.
  const roligt = trin === FOELSOMHEDER.length - 1 ? ALTID : `@.f <= ${trin}`
  const enhed = enheder === undefined ? ALTID : isBlandt('@.u[*]', enheder)
  const profil = `(!exists(@.p) || ${isBlandt('@.p[*]', hvem)})`
  // The item's own Master stands once, and that of another only where it is another.
  const [egetSystem, system] =
    itsystemer === undefined
      ? [ALTID, ALTID]
      : [isBlandt('$.m', itsystemer), enAf([isBlandt('@.m', itsystemer), og(['!exists(@.m)', isBlandt('$.m', itsystemer)])])]
  const nummer = (antal: Antal) => numre(kle, antal)
  const skive = (hvor: string, krav: readonly string[]) => `exists(${hvor} ? (${og([gaelder, ...krav])}))`
  const alt = (antal: Antal) => [ejer, nummer(antal), roligt, enhed, profil]
  const et = (hvor: string, antal: Antal) => `exists(${hvor} ? (${og([system, skive('@.s[*]', alt(antal))])}))`
  // What says nothing of itself now is of the highest sensitivity, and has no list.
  const tavs = trin === FOELSOMHEDER.length - 1 ? `!${skive('$.o[*]', [])}` : ALDRIG
  const egen = (antal: Antal) => og([egetSystem, skive('$.o[*]', alt(antal))])
  const modsvar = skive('$.o[*]', [ejer, nummer('et')])
  const enSag = et('$.s[*]', 'hvert')
  return {
    egen,
    paaSag: enAf([
      og(['!exists($.s[*])', egen('hvert')]),
      og([egetSystem, enAf([skive('$.o[*]', [roligt, profil]), tavs]), enSag]),
    ]),
    notat: og([enAf(['!exists($.o)', skive('$.o[*]', [roligt]), tavs]), enSag]),
    betaling: og([egetSystem, modsvar, et('$.b[*]', 'et')]),
    modsvar,
  }
}

const ALTID = '1 == 1'
const ALDRIG = '1 == 0'

/** Every number that there is within the patterns, and one at least; or one of them. */
function numre(moenstre: readonly KleMoenster[], antal: Antal): string {
  const inde = enAf(
    moenstre.map((moenster) =>
      moenster === '*'
        ? ALTID
        : moenster.endsWith('*')
          ? `@ starts with ${JSON.stringify(moenster.slice(0, -1))}`
          : `@ == ${JSON.stringify(moenster)}`,
    ),
  )
  return antal === 'et' ? `exists(@.k[*] ? (${inde}))` : `(exists(@.k[*]) && !exists(@.k[*] ? (!(${inde}))))`
}

const isBlandt = (hvad: string, tekster: readonly string[]): string =>
  `(${enAf(tekster.map((tekst) => `${hvad} == ${JSON.stringify(tekst)}`))})`

const og = (krav: readonly string[]): string => krav.map((et) => `(${et})`).join(' && ')

/** In halves, so that the depth of two thousand is eleven. */
function enAf(krav: readonly string[]): string {
  const [foerste, anden] = krav
  if (foerste === undefined) return ALDRIG
  if (anden === undefined) return foerste
  const midt = krav.length >> 1
  return `(${enAf(krav.slice(0, midt))}) || (${enAf(krav.slice(midt))})`
}
