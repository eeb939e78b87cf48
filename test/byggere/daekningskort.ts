/** The builders of coverage, for tests of other modules that stand on it. */
export * from '../../src/afstemning/daekning/daekning.bygger.ts'
export type { Daekningsraekke } from '../../src/afstemning/daekning/daekning.ts'
export { createDaekning } from '../../src/afstemning/daekning/sammenhold.ts'
