import type { Bevislinje } from './linje.ts'
import { VISNING_FORHAANDSVISNING } from './linjer/visning-forhaandsvisning.ts'
import { VISNING_KOE } from './linjer/visning-koe.ts'
import { VISNING_KONFIGURATION } from './linjer/visning-konfiguration.ts'
import { VISNING_MUTATION } from './linjer/visning-mutation.ts'
import { VISNING_ORD } from './linjer/visning-ord.ts'
import { VISNING_PROJEKTLEDER } from './linjer/visning-projektleder.ts'
import { VISNING_REGLER } from './linjer/visning-regler.ts'
import { VISNING_TITELTJEK } from './linjer/visning-titeltjek.ts'
import { VISNING_VURDERING } from './linjer/visning-vurdering.ts'

/** The evidence for what is shown and how good it is. */
export const VISNING: readonly Bevislinje[] = [
  ...VISNING_REGLER,
  ...VISNING_MUTATION,
  ...VISNING_TITELTJEK,
  ...VISNING_ORD,
  ...VISNING_VURDERING,
  ...VISNING_KOE,
  ...VISNING_KONFIGURATION,
  ...VISNING_FORHAANDSVISNING,
  ...VISNING_PROJEKTLEDER,
]
