export type { Testklient } from './provider.ts'
export { startTestlogin, type Testlogin } from './start-testlogin.ts'
export type { Testmedarbejder } from './testmedarbejder.ts'
export type { Testperson } from './testperson.ts'
