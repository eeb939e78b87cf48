import type { Visningsafgoerelse, Visningsfakta, Visningskontekst } from './fakta.ts'
import { type Visningsregel, vis } from './regel.ts'
import { aabnetRegel } from './regler/aabnet.ts'
import { altidLukketRegel } from './regler/altid-lukket.ts'
import { dokumenttitlerRegel } from './regler/dokumenttitler.ts'
import { fagsystemRegel } from './regler/fagsystem.ts'
import { foraeldremyndighedRegel } from './regler/foraeldremyndighed.ts'
import { fradatoRegel } from './regler/fradato.ts'
import { journalnotaterRegel } from './regler/journalnotater.ts'
import { karantaeneRegel } from './regler/karantaene.ts'
import { rolleRegel } from './regler/rolle.ts'
import { sagModtagetRegel } from './regler/sag-modtaget.ts'
import { visningsklasseRegel } from './regler/visningsklasse.ts'

export type Regelnavn =
  | 'rolle'
  | 'foraeldremyndighed'
  | 'visningsklasse'
  | 'sagModtaget'
  | 'altidLukket'
  | 'aabnet'
  | 'fradato'
  | 'fagsystem'
  | 'dokumenttitler'
  | 'journalnotater'
  | 'karantaene'

/** The rules in their order: first what nobody may see, then what the municipality has chosen, last what must wait. */
export const REGLER: readonly (readonly [Regelnavn, Visningsregel])[] = [
  ['rolle', rolleRegel],
  ['foraeldremyndighed', foraeldremyndighedRegel],
  ['visningsklasse', visningsklasseRegel],
  ['sagModtaget', sagModtagetRegel],
  ['altidLukket', altidLukketRegel],
  ['aabnet', aabnetRegel],
  ['fradato', fradatoRegel],
  ['fagsystem', fagsystemRegel],
  ['dokumenttitler', dokumenttitlerRegel],
  ['journalnotater', journalnotaterRegel],
  ['karantaene', karantaeneRegel],
]

/** May the item be shown to this part now? The first rule that refuses decides and names the reason. */
export function decideVisning(fakta: Visningsfakta, kontekst: Visningskontekst): Visningsafgoerelse {
  for (const [, regel] of REGLER) {
    const afgoerelse = regel(fakta, kontekst)
    if (!afgoerelse.vises) return afgoerelse
  }
  return vis
}
