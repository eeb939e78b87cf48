import { LIVSOMRAADER } from '#klassifikation'
import { UDBETALING_DANMARK } from '#myndighed'
import { danskDag } from '#platform/clock'
import type { Besoeg } from './hent.ts'
import { isVentende } from './ventende.ts'
import { aftalerOf, dokumenterOf, notaterOf, sagerOf } from './vis-sag.ts'
import { bevillingerOf, naesteUdbetaling, udbetalingerOf } from './vis-ydelse.ts'
import type {
  Begivenhed,
  BevillingVisning,
  DaekningVisning,
  KommuneVisning,
  Mangel,
  OmraadeVisning,
  SagVisning,
  StartsideVisning,
  UdbetalingVisning,
} from './visninger.ts'

/** Who pays much of what citizens get, and is not a source: named, so that an empty list does not mislead. */
const IKKE_KILDER: readonly string[] = [UDBETALING_DANMARK.navn]

/** Nobody where the ground covers some areas only, since what they pay lies outside. */
export const ikkeKilderFor = ({ omraader }: Besoeg): readonly string[] => (omraader === undefined ? IKKE_KILDER : [])

/** The start page. `daekning` says what is known of cases, by area and municipality; what is shown comes from the picture alone. */
export function startsideOf(besoeg: Besoeg, daekning: readonly DaekningVisning[], mangler: readonly Mangel[]): StartsideVisning {
  const { billede, session } = besoeg
  const { nu } = billede.grundlag
  const sager = sagerOf(billede)
  const bevillinger = bevillingerOf(billede)
  const udbetalinger = udbetalingerOf(billede)
  const linjer = nytSiden(besoeg, sager, bevillinger, udbetalinger)
  return {
    navn: session.navn,
    venter: aftalerOf(billede).filter((aftale) => isVentende(aftale, danskDag(nu))),
    nyt: { siden: session.forrige_besoeg ?? undefined, antal: linjer.length, linjer },
    naesteUdbetaling: naesteUdbetaling(billede, udbetalinger),
    omraader: omraaderOf(
      sager,
      bevillinger,
      daekning,
      mangler.some(({ del }) => del === 'daekning'),
    ),
    ikkeKilder: ikkeKilderFor(besoeg),
    mangler,
  }
}

/** What has come or changed since the visit before this one, newest first by its own dates: what came late stands at the day it is from. Nothing on a first visit: all of it would be new. */
function nytSiden(
  { billede, session }: Besoeg,
  sager: readonly SagVisning[],
  bevillinger: readonly BevillingVisning[],
  udbetalinger: readonly UdbetalingVisning[],
): Begivenhed[] {
  const siden = session.forrige_besoeg
  if (!siden) return []
  const tid = (id: Begivenhed['id']) => billede.efterId.get(id)?.raekke.aendret ?? siden
  const samme = (titel: string) => ({ da: titel, en: titel })
  const alle: Omit<Begivenhed, 'nyt'>[] = [
    ...sager.map(({ id, titel, opdateret }) => ({ art: 'sag' as const, id, titel, tid: opdateret })),
    ...dokumenterOf(billede).map(({ id, titel }) => ({ art: 'dokument' as const, id, titel, tid: tid(id) })),
    ...notaterOf(billede).map(({ id, titel }) => ({ art: 'journalnotat' as const, id, titel, tid: tid(id) })),
    ...bevillinger.map(({ id, ydelser }) => ({
      art: 'bevilling' as const,
      id,
      titel: ydelser[0]?.navnOrd ?? samme(ydelser[0]?.navn ?? ''),
      tid: tid(id),
    })),
    ...udbetalinger.map(({ id, navn, navnOrd }) => ({
      art: 'oekonomiskEffektuering' as const,
      id,
      titel: navnOrd ?? samme(navn),
      tid: tid(id),
    })),
    ...aftalerOf(billede).map(({ id, titel }) => ({ art: 'aftale' as const, id, titel, tid: tid(id) })),
  ]
  const nye = alle.flatMap((led): Begivenhed[] => {
    const vist = billede.efterId.get(led.id)
    const nyt = vist && billede.herkomst?.nytFor(vist, led.tid)
    return nyt ? [{ ...led, nyt }] : []
  })
  return nye.sort((a, b) => (a.tid < b.tid ? 1 : -1))
}

type Sted = { readonly kommune: KommuneVisning; readonly omraade: string; readonly daekning: DaekningVisning | undefined }

/**
 * The nine areas of life, each with its municipalities: what is open, the most recent case, and what is known where there is nothing. Where what
 * is known could not be read, those in which something is shown.
 */
function omraaderOf(
  sager: readonly SagVisning[],
  bevillinger: readonly BevillingVisning[],
  daekning: readonly DaekningVisning[],
  uvist: boolean,
): OmraadeVisning[] {
  const aabne = sager.filter((sag) => sag.fremdrift !== 'Afsluttet')
  const iKraft = bevillinger.filter((bevilling) => bevilling.tilstand === 'Aktiv')
  const steder: readonly Sted[] = uvist
    ? stederOf([...sager, ...bevillinger])
    : daekning.filter(({ art }) => art === 'sag').map((del) => ({ kommune: del.kommune, omraade: del.omraade, daekning: del }))
  return LIVSOMRAADER.flatMap(({ noegle, navn }) => {
    const kommuner = steder
      .filter(({ omraade }) => omraade === noegle)
      .map((sted) => {
        const her = (led: SagVisning | BevillingVisning) => led.omraade === noegle && led.kommune.cvr === sted.kommune.cvr
        const egne = aabne.filter(her)
        const [foerste] = egne.length > 0 ? egne : sager.filter(her)
        return {
          kommune: sted.kommune,
          aktive: egne.length + iKraft.filter(her).length,
          vigtigste: foerste && { titel: foerste.titel, fremdrift: foerste.fremdrift, egneOrd: foerste.egneOrd },
          daekning: sted.daekning,
        }
      })
    return kommuner.length > 0 ? [{ omraade: noegle, navn, kommuner }] : []
  })
}

/** Where something is shown, each place once. */
function stederOf(ting: readonly (SagVisning | BevillingVisning)[]): Sted[] {
  const steder = new Map(
    ting.map(({ kommune, omraade }) => [`${kommune.cvr} ${omraade}`, { kommune, omraade, daekning: undefined }]),
  )
  return [...steder.values()]
}
