/** Made-up fagsystemer that deliver to a demo, each with habits of its own. */
export { addFagsystemCommands } from './kommando.ts'
export { startNotattagning } from './notater.ts'
