export { boernUnder15, hasForaeldremyndighed } from './foraeldremyndighed.sql.ts'
export { type Foraeldremyndighed, registerForaeldremyndighed, spaerIndehaver } from './foraeldremyndighed.ts'
export { maskNummer, openNummer, type Partsnummer, partsnoegle } from './nummer.ts'
export { findVedNumre, lookUpParter, lookUpParterIn, numreFor } from './numre.ts'
export { openOplysninger, type Partsoplysning, registerPartsoplysninger } from './oplysninger.ts'
export { fitsName, wordsOf } from './ordform.ts'
export {
  changeCprNummer,
  findOrCreatePerson,
  findPerson,
  type Personfakta,
  registerPersonfakta,
} from './person.ts'
export { findKendteParter, resolveParter } from './resolve-parter.ts'
export { deleteSoegeord, findIder, findOplysninger, insertSoegeord, type Soegeordsraekke } from './soegeord.sql.ts'
export {
  type Adresse,
  conceal,
  type Navnesoegning,
  reveal,
  type Soegeord,
  toAddressSearch,
  tokenOfCaseNumber,
  tokenOfKommune,
  tokenOfYear,
  tokensOfNames,
  toNameSearch,
} from './soegeord.ts'
export { findManglendeSoegeord, findSoegeordside, holdSoegeord } from './soegeord-kontrol.sql.ts'
export { addMissing, findParterUdenSoegeord, findUpaakaldte, type Partside, restoreSoegeord } from './soegeord-kontrol.ts'
