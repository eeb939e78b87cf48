/** Delivering a file from the command line, as a vendor's system would. */
export type { Afsenderhemmeligheder } from './legitimation.ts'
export { addLeverCommands } from './lever-kommando.ts'
export { sendBesked } from './soap-levering.ts'
