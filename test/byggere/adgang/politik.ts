/**
 * Who may see what, stated a second time in Cedar, from the field's own sentences (domain.md 1.4, DESIGN 6) and not from the project's rule. Cedar has
 * no "for some" and no "for every": both are written out over the places that a list can have.
 */

/** The places of a list: more than the worlds of chance ever fill. */
export const PLADSER = ['a', 'b', 'c', 'd'] as const

const gyldig = (tid: string): string => `(${tid}.fra <= context.nu && (!(${tid} has til) || context.nu < ${tid}.til))`

type Krav = (led: string) => string

/** One that is there and valid now, and that the demand holds for. */
const nogen = (liste: string, krav: Krav): string =>
  `(${PLADSER.map((plads) => `(${liste} has ${plads} && ${gyldig(`${liste}.${plads}`)} && ${krav(`${liste}.${plads}`)})`).join(' || ')})`

/** No valid one that the demand does not hold for. */
const enhver = (liste: string, krav: Krav): string => `!${nogen(liste, (led) => `!(${krav(led)})`)}`

const findes = (liste: string): string => nogen(liste, () => 'true')

/** A number within the KLE range of the right: the number itself, its gruppe, its hovedgruppe, or all. */
const indenforKle: Krav = (led) =>
  `(${['emne', 'gruppe', 'hovedgruppe'].map((del) => `principal.kle.contains(${led}.${del})`).join(' || ')} || principal.kle.contains("*"))`

/** "Ejer (CVR) … must be within the user's rights." */
const ejer = (o: string): string => `(${findes(`${o}.ejer`)} && ${enhver(`${o}.ejer`, (led) => `${led}.v == principal.kommune`)})`
/** "Primær klasse (KLE)". */
const primaerKlasse = (o: string): string => `(${findes(`${o}.kle`)} && ${enhver(`${o}.kle`, indenforKle)})`
/** "KLE of at least one bevilget ydelse", and of one of a payment's lines. */
const enKlasse = (o: string): string => nogen(`${o}.kle`, indenforKle)
/** "Foelsomhed": ordered, a higher right includes the lower; what says none counts as the highest. */
const foelsomhed = (o: string): string =>
  `(principal.foelsomhed >= 3 || (${findes(`${o}.foelsomhed`)} && ${enhver(`${o}.foelsomhed`, (led) => `${led}.v <= principal.foelsomhed`)}))`
const enhed = (o: string): string =>
  `(!(principal has enheder) || ${nogen(`${o}.enheder`, (led) => `principal.enheder.contains(${led}.v)`)})`
const itsystem = (o: string): string => `(!(principal has itsystemer) || principal.itsystemer.contains(${o}.itsystem))`
/** "Sikkerhedsprofil: a positive list; ordinary dataafgrænsning still applies." */
const profil = (o: string): string =>
  `(!${findes(`${o}.profil`)} || ${nogen(`${o}.profil`, (led) => `context.navne.contains(${led}.v)`)})`

const alle = (...krav: readonly string[]): string => krav.join(' && ')
const sag = (o: string): string => alle(ejer(o), primaerKlasse(o), foelsomhed(o), enhed(o), itsystem(o), profil(o))
const bevilling = (o: string): string => alle(ejer(o), enKlasse(o), foelsomhed(o), enhed(o), itsystem(o), profil(o))

/** One of those that the item names has been delivered, the item stands on it now, and it passes. */
const enAf = (liste: string, krav: Krav): string =>
  `(${PLADSER.map((plads) => {
    const led = `${liste}.${plads}`
    return `(${liste} has ${plads} && ${gyldig(led)} && ${led} has kendt && ${krav(`${led}.kendt`)})`
  }).join(' || ')})`
const tom = (liste: string): string => PLADSER.map((plads) => `!(${liste} has ${plads})`).join(' && ')

const paaSag = `if (${tom('resource.sager')}) then (${sag('resource')}) else (${alle(
  foelsomhed('resource'),
  itsystem('resource'),
  profil('resource'),
  enAf('resource.sager', sag),
)})`

const permit = (art: string, naar: string): string => `permit (principal, action, resource is ${art}) when { ${naar} };`

export const POLITIK = [
  permit('sag', sag('resource')),
  permit('dokument', paaSag),
  permit('aftale', paaSag),
  // "A journalnotat has no visibility or sensitivity of its own in the index": where another interface tells one, it counts.
  permit('journalnotat', `(!(resource has sigerFoelsomhed) || ${foelsomhed('resource')}) && ${enAf('resource.sager', sag)}`),
  permit(
    'bevilling',
    `${bevilling('resource')} && ((${tom('resource.effektueringer')}) || ${enAf('resource.effektueringer', (o) => alle(ejer(o), enKlasse(o)))})`,
  ),
  permit(
    'oekonomiskEffektuering',
    alle(ejer('resource'), enKlasse('resource'), itsystem('resource'), enAf('resource.bevillinger', bevilling)),
  ),
  // A right is for its own municipality, in that municipality's login.
  'forbid (principal, action, resource) unless { principal.kommune == context.kommune };',
  'forbid (principal, action == Action::"se", resource) unless { principal.roller.contains("se") };',
  '// To know that something exists is a right of its own, within the same limits; who may see it knows it.',
  'forbid (principal, action == Action::"kende", resource) unless { principal.roller.containsAny(["se", "kendskab"]) };',
].join('\n')
