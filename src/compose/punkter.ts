import { type Medarbejderpunkt, ROLLEPUNKTER } from '#adgang'
import { GENNEMGANGSPUNKTER } from '#kvalitet/gennemgang'
import { DAEKNINGSPUNKTER } from '#opsaetning/daekning'
import { FORHAANDSVISNINGSPUNKTER } from '#opsaetning/forhaandsvisning'
import { FORSTAAELSESPUNKTER } from '#opsaetning/forstaaelse'
import { KONFIGURATIONSPUNKTER } from '#opsaetning/konfiguration'
import { TALPUNKTER } from '#opsaetning/maaling'
import { NOEDSTOPPUNKTER } from '#opsaetning/noedstop'
import { ORDVALGPUNKTER } from '#opsaetning/ordvalg'
import { AABENHEDSPUNKTER, PLANPUNKTER } from '#opsaetning/plan'
import { VERIFIKATIONSPUNKTER } from '#opsaetning/verifikation'
import { ADVISPUNKTER } from '#partsoverblik/advis'
import { ALARMPUNKTER } from '#partsoverblik/alarm'
import { LOGANSVARSPUNKTER } from '#partsoverblik/logansvar'
import { PARTSOVERBLIKSPUNKTER } from '#partsoverblik/side'
import { AFPROEVNINGSPUNKTER } from '#tilslutning/afproevning'
import { TILSLUTNINGSPUNKTER } from '#tilslutning/vej'
import { VEJLEDNINGSPUNKTER } from '#tilslutning/vejledning'

type Navn = NonNullable<Medarbejderpunkt['gruppe']>

/** A municipality has more pages than fit in a row; vendors and operators have few. */
const iGruppe = (gruppe: Navn, punkter: readonly Medarbejderpunkt[]): readonly Medarbejderpunkt[] =>
  punkter.map((punkt) => (punkt.maalgruppe === 'kommune' ? { ...punkt, gruppe } : punkt))

/** What the modules hang into the menus and start pages of people at work. */
export const PUNKTER: readonly Medarbejderpunkt[] = [
  ...PARTSOVERBLIKSPUNKTER,
  ...ADVISPUNKTER,
  ...iGruppe({ da: 'Plan og tal', en: 'Plan and figures' }, [...PLANPUNKTER, ...AABENHEDSPUNKTER, ...TALPUNKTER]),
  ...iGruppe({ da: 'Visning', en: 'Showing' }, [...KONFIGURATIONSPUNKTER, ...FORHAANDSVISNINGSPUNKTER, ...NOEDSTOPPUNKTER]),
  ...iGruppe({ da: 'Borgerens side', en: "The citizen's page" }, [...VERIFIKATIONSPUNKTER, ...LOGANSVARSPUNKTER]),
  ...iGruppe({ da: 'Opslag på borgere', en: 'Look-ups of citizens' }, ALARMPUNKTER),
  ...iGruppe({ da: 'Titler og ord', en: 'Titles and words' }, [...GENNEMGANGSPUNKTER, ...ORDVALGPUNKTER, ...FORSTAAELSESPUNKTER]),
  ...iGruppe({ da: 'Systemer og roller', en: 'Systems and roles' }, [
    ...DAEKNINGSPUNKTER,
    ...TILSLUTNINGSPUNKTER,
    ...AFPROEVNINGSPUNKTER,
    ...VEJLEDNINGSPUNKTER,
    ...ROLLEPUNKTER,
  ]),
]
