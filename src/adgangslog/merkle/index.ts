export { addAdgangslogCommands } from './kommandoer.ts'
export { openUnderskriver, readKonsistens, readNote } from './log.ts'
export { formatVerifikator, type Underskriver } from './note.ts'
export { startForsegling } from './start.ts'
