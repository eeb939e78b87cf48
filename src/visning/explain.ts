import { decideVisning, REGLER, type Regelnavn } from './decide.ts'
import type { Skjulegrund, Visningsafgoerelse, Visningsfakta, Visningskontekst } from './fakta.ts'
import { KAN_IKKE_AFGOERES, type Saetning, SKJULT, VIST } from './forklaringer.ts'
import type { Visningsregel } from './regel.ts'

/** One rule's verdict on an item. */
export type Regelforklaring = {
  readonly regel: Regelnavn
  /** 'kanIkkeAfgoeres': the rule asks the municipality's configuration, and none is in force. */
  readonly udfald: 'vises' | 'skjules' | 'kanIkkeAfgoeres'
  readonly grund: Skjulegrund | undefined
  readonly forklaring: Saetning
  /** What would have to change for this rule to let it through; undefined where it does. */
  readonly aendring: Saetning | undefined
}

/** The decision, and what every rule says by itself, in their order: the first that hides decides, the later ones are what would be next. */
export type Visningsforklaring = { readonly afgoerelse: Visningsafgoerelse; readonly regler: readonly Regelforklaring[] }

/** Why the item is shown or hidden. For an authorised user, never for the citizen: a reason tells that something is hidden. */
export const explainVisning = (fakta: Visningsfakta, kontekst: Visningskontekst): Visningsforklaring => ({
  afgoerelse: decideVisning(fakta, kontekst),
  regler: REGLER.map(([navn, regel]) => explainRegel(navn, regel, fakta, kontekst)),
})

function explainRegel(
  regel: Regelnavn,
  decide: Visningsregel,
  fakta: Visningsfakta,
  kontekst: Visningskontekst,
): Regelforklaring {
  const afgoerelse = decide(fakta, kontekst)
  if (afgoerelse.vises) return { regel, udfald: 'vises', grund: undefined, forklaring: VIST[regel], aendring: undefined }
  const { grund } = afgoerelse
  if (grund === 'IKKE_AABNET' && regel !== 'aabnet')
    return { regel, udfald: 'kanIkkeAfgoeres', grund: undefined, ...KAN_IKKE_AFGOERES }
  return { regel, udfald: 'skjules', grund, ...SKJULT[grund](fakta, kontekst) }
}
