import type { Visningsafgoerelse, Visningsfakta, Visningskontekst } from './fakta.ts'
import { type Visningsregel, vis } from './regel.ts'
import { aabnetRegel } from './regler/aabnet.ts'
import { aftalerRegel } from './regler/aftaler.ts'
import { altidLukketRegel } from './regler/altid-lukket.ts'
import { dokumenttitlerRegel } from './regler/dokumenttitler.ts'
import { dokumenttyperRegel } from './regler/dokumenttyper.ts'
import { fagsystemRegel } from './regler/fagsystem.ts'
import { foraeldremyndighedRegel } from './regler/foraeldremyndighed.ts'
import { fradatoRegel } from './regler/fradato.ts'
import { journalnotaterRegel } from './regler/journalnotater.ts'
import { karantaeneRegel } from './regler/karantaene.ts'
import { kvalitetRegel } from './regler/kvalitet.ts'
import { noedstopRegel } from './regler/noedstop.ts'
import { notatfristRegel } from './regler/notatfrist.ts'
import { notatsystemerRegel } from './regler/notatsystemer.ts'
import { rolleRegel } from './regler/rolle.ts'
import { sagModtagetRegel } from './regler/sag-modtaget.ts'
import { udbetalingerRegel } from './regler/udbetalinger.ts'
import { ventArbejdsdageRegel } from './regler/vent-arbejdsdage.ts'
import { visningsklasseRegel } from './regler/visningsklasse.ts'
import { ydelserRegel } from './regler/ydelser.ts'

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
  | 'dokumenttyper'
  | 'journalnotater'
  | 'notatsystemer'
  | 'ydelser'
  | 'udbetalinger'
  | 'aftaler'
  | 'notatfrist'
  | 'kvalitet'
  | 'karantaene'
  | 'ventArbejdsdage'
  | 'noedstop'

/**
 * The rules in their order: first what nobody may see, then what the municipality has chosen, last what must wait. What somebody has to do
 * something about (look at it, send the letter) stands before what passes by itself, and the emergency stop after all.
 */
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
  ['dokumenttyper', dokumenttyperRegel],
  ['journalnotater', journalnotaterRegel],
  ['notatsystemer', notatsystemerRegel],
  ['ydelser', ydelserRegel],
  ['udbetalinger', udbetalingerRegel],
  ['aftaler', aftalerRegel],
  ['notatfrist', notatfristRegel],
  ['kvalitet', kvalitetRegel],
  ['karantaene', karantaeneRegel],
  ['ventArbejdsdage', ventArbejdsdageRegel],
  ['noedstop', noedstopRegel],
]

/** May the item be shown to this part now? The first rule that refuses decides and names the reason. */
export function decideVisning(fakta: Visningsfakta, kontekst: Visningskontekst): Visningsafgoerelse {
  for (const [, regel] of REGLER) {
    const afgoerelse = regel(fakta, kontekst)
    if (!afgoerelse.vises) return afgoerelse
  }
  return vis
}
