export { addRydCommand } from './kommando.ts'
export { startOprydning } from './start.ts'
