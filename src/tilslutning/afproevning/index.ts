/** The compliance test: its cases, its two ways, its reports. */
export { regelsaetning, type Saetning } from './afp-regler.ts'
export { addAfproevningCommands } from './kommando/afproevning-kommando.ts'
