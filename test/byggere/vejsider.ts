import { newUuid, tidspunkt } from '#kernel'
import type { Markup, Sprog } from '#web'
import type { Fagsystemskridt } from '../../src/tilslutning/vej/fagsystemvej.ts'
import type { Person } from '../../src/tilslutning/vej/haendelse.ts'
import { helbredFor } from '../../src/tilslutning/vej/helbred.ts'
import { kommunevej } from '../../src/tilslutning/vej/kommunevej.ts'
import { listMuligheder, mulighedForForslag } from '../../src/tilslutning/vej/muligheder.ts'
import type { Systemside, Ventende } from '../../src/tilslutning/vej/sider.ts'
import {
  AFPROEVET,
  AFTALE,
  ANDEN_KOMMUNE,
  FAKTA,
  KOMMUNE,
  naeste,
  PERSONER,
  SYSTEM,
  vejEfter,
} from '../../src/tilslutning/vej/vej.bygger.ts'
import { driftView } from '../../src/tilslutning/vej/web/drift.view.ts'
import { kommuneView } from '../../src/tilslutning/vej/web/kommune.view.ts'
import { INTET_TASTET } from '../../src/tilslutning/vej/web/laes-formular.ts'
import { noeglerView } from '../../src/tilslutning/vej/web/noegler.view.ts'
import { systemView } from '../../src/tilslutning/vej/web/system.view.ts'
import { systemerView } from '../../src/tilslutning/vej/web/systemer.view.ts'
import { arbejdskontekst } from './arbejdssider.ts'

/** The pages of a system's and a municipality's road, in the states that look different. */

const P = PERSONER
const TID = tidspunkt('2026-10-07T08:00:00Z')
const forslag = newUuid()
const PILOT = { type: 'foreslaaet', forslag, hvad: 'pilot', kommune: KOMMUNE } as const
const SKRIDT: readonly (readonly [Fagsystemskridt, Person?])[] = [
  [{ type: 'aftaleNoteret', kommune: KOMMUNE, ...AFTALE }, P.fagsystemansvarlig],
  [{ type: 'sandkasseAabnet', kommune: KOMMUNE }, P.leverandoer],
  [AFPROEVET],
]
const foerst = vejEfter()
const underVejs = vejEfter(...SKRIDT.slice(0, 2))
const venterPilot = naeste(vejEfter(...SKRIDT), PILOT, P.projektansvarlig)
const iDrift = naeste(
  naeste(venterPilot, { type: 'bekraeftet', forslag }, P.drift),
  { type: 'aftaleNoteret', kommune: ANDEN_KOMMUNE, ...AFTALE },
  P.andenKommune,
)
const stoppet = naeste(iDrift, { type: 'suspenderet', aarsag: 'Titler med CPR-numre' }, P.drift)

const ventende = (vej: typeof foerst, person: Person): readonly Ventende[] =>
  vej.forslag.map((en) => ({ ...en, ...mulighedForForslag(vej, person, en.id, FAKTA), egetForslag: en.af.id === person.id }))

function side(vej: typeof foerst, seer: Person, felter: Partial<Systemside> = {}): Systemside {
  const egen = seer.cvr === KOMMUNE || seer.cvr === ANDEN_KOMMUNE ? seer.cvr : undefined
  const haendelser = SKRIDT.map(([data, af], i) => ({ nr: i + 2, tid: TID, af, data }))
  return {
    vej,
    haendelser: [...haendelser, { nr: 5, tid: TID, af: P.projektansvarlig, data: PILOT }],
    seer,
    egen,
    klientId: `fagsystem-${SYSTEM}`,
    helbred: new Map(),
    afviste: [],
    muligheder: listMuligheder(vej, seer, egen, FAKTA),
    ventende: ventende(vej, seer),
    ...felter,
  }
}

const helbred = helbredFor({ kilde_id: SYSTEM, kommune: KOMMUNE, seneste_levering: TID, afstemt: null, aabne: 2 }, 24, TID)
const AFVISTE = [
  { regel: 'SAG-008', antal: 12, aeldste: TID },
  { regel: 'IND-002', antal: 1, aeldste: TID },
]
const KRUMMER = [{ tekst: 'Systemer', sti: '/leverandoer/systemer' }]
const k = (sprog: Sprog, maalgruppe: 'leverandoer' | 'kommune' | 'drift') =>
  arbejdskontekst(sprog, maalgruppe, `/${maalgruppe}/systemer/${SYSTEM}`)
const system = (s: Sprog, maalgruppe: 'leverandoer' | 'kommune' | 'drift', en: Systemside): Markup =>
  systemView(k(s, maalgruppe), en, KRUMMER, `/${maalgruppe}/systemer/${SYSTEM}`)

const FULDE = { projektansvarlige: 2, fagsystemansvarlige: 1, henvendelsessteder: 1 }
const kommuneside = (begyndt: boolean) => ({
  vej: kommunevej(
    KOMMUNE,
    begyndt ? [{ nr: 1, tid: TID, af: P.drift, data: { type: 'databehandleraftaleNoteret', ...AFTALE } }] : [],
  ),
  fakta: begyndt ? FULDE : { projektansvarlige: 1, fagsystemansvarlige: 0, henvendelsessteder: 0 },
  systemer: [iDrift, foerst],
  ventende: [],
  maaNotere: true,
  klarSpaerret: begyndt ? (true as const) : ('DATABEHANDLERAFTALE_MANGLER' as const),
})

export const VEJSIDER: { readonly [navn: string]: (sprog: Sprog) => Markup } = {
  'vej-systemer': (s) => systemerView(k(s, 'leverandoer'), '/leverandoer/systemer', [foerst, iDrift, stoppet], INTET_TASTET),
  'vej-systemer-fejl': (s) =>
    systemerView(k(s, 'leverandoer'), '/leverandoer/systemer', [], {
      vaerdier: { navn: 'Elletræ', id: 'x' },
      fejl: new Set(['id', 'version']),
    }),
  'vej-leverandoer': (s) => system(s, 'leverandoer', side(underVejs, P.leverandoer)),
  'vej-kommune': (s) => system(s, 'kommune', side(venterPilot, P.andenProjektansvarlig)),
  'vej-drift': (s) =>
    system(s, 'drift', side(iDrift, P.andenDrift, { helbred: new Map([[KOMMUNE, helbred]]), afviste: AFVISTE })),
  'vej-stoppet': (s) => system(s, 'leverandoer', side(stoppet, P.leverandoer)),
  'vej-afvist-skridt': (s) =>
    systemView(k(s, 'drift'), side(venterPilot, P.drift), KRUMMER, '/drift/systemer/x', {
      ok: false,
      tekst: 'To personer skal stå bag.',
    }),
  'vej-noegler': (s) =>
    noeglerView(
      k(s, 'leverandoer'),
      {
        klientId: `fagsystem-${SYSTEM}`,
        hemmelighed: 'opdigtet-hemmelighed-til-billedet',
        origin: 'https://borgerblikket.example',
      },
      KRUMMER,
      '/leverandoer/systemer',
    ),
  'vej-kommunens': (s) => kommuneView(k(s, 'kommune'), P.projektansvarlig, kommuneside(false), '/kommune/tilslutning'),
  'vej-kommunens-klar': (s) =>
    kommuneView(k(s, 'kommune'), P.projektansvarlig, kommuneside(true), '/kommune/tilslutning', { ok: true }),
  'vej-driftens': (s) =>
    driftView(k(s, 'drift'), P.drift, {
      systemer: [foerst, venterPilot, iDrift],
      helbred: [helbred],
      kommuner: [kommuneside(true).vej],
      ventende: ventende(venterPilot, P.drift).map((en) => ({ ...en, system: venterPilot })),
    }),
}
