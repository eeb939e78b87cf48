export { kontrollerIndeks } from './genopbygning.ts'
export { addGenopbygningCommands } from './kommando.ts'
