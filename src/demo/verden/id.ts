import { type Uuid, uuid, uuidFromName } from '#kernel'

/** The namespace of what is the same in every synthetic Denmark: sources, units, classes, test persons. */
export const FAST = uuid('6f0d7b52-90f4-5b2e-8a51-2d3c1e4f5a60')

/** The namespace of the generated citizens of one seed. */
export const navnerumForSeed = (seed: number): Uuid => uuidFromName(FAST, `seed/${seed}`)
