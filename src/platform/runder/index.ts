export { type Runder, startRunder } from './runder.ts'
