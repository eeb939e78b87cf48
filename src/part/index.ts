export { boernUnder15, hasForaeldremyndighed } from './foraeldremyndighed.sql.ts'
export { type Foraeldremyndighed, registerForaeldremyndighed, spaerIndehaver } from './foraeldremyndighed.ts'
export { openNummer, type Partsnummer, partsnoegle } from './nummer.ts'
export { lookUpParter, lookUpParterIn, numreFor } from './numre.ts'
export {
  changeCprNummer,
  findOrCreatePerson,
  findPerson,
  type Personfakta,
  registerPersonfakta,
} from './person.ts'
export { findKendteParter, resolveParter } from './resolve-parter.ts'
