import { ALVOR, type Alarm, type Alarmregel } from './alarm.ts'
import type { Alarmfakta } from './fakta.ts'
import { adresseRegel } from './regler/adresse.ts'
import { beskyttetRegel } from './regler/beskyttet.ts'
import { foelsomtRegel, vipRegel } from './regler/foelsomt.ts'
import { kollegaRegel } from './regler/kollega.ts'
import { maengdeRegel } from './regler/maengde.ts'
import { navneRegel } from './regler/navn.ts'
import { paaroerendeRegel } from './regler/paaroerende.ts'
import { selvRegel } from './regler/selv.ts'
import { tidspunktRegel } from './regler/tidspunkt.ts'

const REGLER: readonly Alarmregel[] = [
  selvRegel,
  navneRegel,
  paaroerendeRegel,
  adresseRegel,
  kollegaRegel,
  beskyttetRegel,
  vipRegel,
  foelsomtRegel,
  maengdeRegel,
  tidspunktRegel,
]

/** The alarms of a visit, at most one of a kind, the gravest first. Pure. */
export const raiseAlarmer = (fakta: Alarmfakta): readonly Alarm[] =>
  REGLER.flatMap((regel) => regel(fakta) ?? []).sort((a, b) => ALVOR.indexOf(b.alvor) - ALVOR.indexOf(a.alvor))
