import { readForKommune, readNotattekster } from '#adgangslog'
import { type Kommunegrundlag, parseUuid, type Tidspunkt, type Uuid } from '#kernel'
import type { Ordvalg } from '#klassifikation'
import type { Opsaetning } from '#visning'
import type { Markup, Sidekontekst } from '#web'
import { createBillede } from './billede.ts'
import { readSammenhaeng } from './fakta.ts'
import { type Besoeg, toTekster } from './hent.ts'
import { findKommunensNotattekster, findKommunensOverblik, findKommunensVisningsvalg } from './overblik.sql.ts'
import {
  listAftaler,
  listDokumenter,
  listNotater,
  listSager,
  listYdelser,
  type Sidedeps,
  type Sidelaeser,
  startside,
  visDaekning,
  visNotat,
  visSag,
} from './sider.ts'
import { readVisningsvalg } from './titelviden.ts'
import { aftalerView } from './web/aftaler.view.ts'
import { dokumenterView } from './web/dokumenter.view.ts'
import { hvadKanJegSeView } from './web/hvad-kan-jeg-se.view.ts'
import { notaterView, notatView } from './web/notater.view.ts'
import { nytView } from './web/nyt.view.ts'
import { parseSagsfilter } from './web/sagsfilter.ts'
import { sagslisteView } from './web/sagsliste.view.ts'
import { sagssideView } from './web/sagsside.view.ts'
import { startsideView } from './web/startside.view.ts'
import { parseAar, ydelserView } from './web/ydelser.view.ts'

/** By which rules, and as of when, a municipality sees as a citizen does. */
export type Fremvisning = {
  readonly part: Uuid
  readonly opsaetning: Opsaetning
  readonly ordvalg: Ordvalg
  readonly tid: Tidspunkt
}

type Deps = Sidedeps & Parameters<typeof visNotat>[0]

/**
 * Reads what the municipality has delivered about the part, and decides as for the citizen. Each reading is logged, and so where there is
 * nothing. The text of notes is read in the role that alone sees it.
 */
export function kommunelaeser(
  deps: Deps,
  grundlag: Kommunegrundlag,
  { part, opsaetning, ordvalg, tid }: Fremvisning,
): Sidelaeser {
  const { kommune } = grundlag
  return {
    kommuner: [kommune],
    besoeg: async (_hvad, objekt): Promise<Besoeg> => {
      const [raekker, [valg]] = await readForKommune(deps, grundlag, { hvad: 'somBorgeren', objekt, part }, [
        findKommunensOverblik(part, kommune),
        findKommunensVisningsvalg(part, kommune),
      ])
      const billede = createBillede(
        raekker,
        {
          nu: tid,
          grund: 'egen',
          alder: undefined,
          opsaetning,
          ...readVisningsvalg(valg, []),
          ...readSammenhaeng(raekker, tid),
        },
        ordvalg,
      )
      // Nobody's session: a name is the citizen's to give, and "new since last" follows from visits.
      const session = { session_id: part, part_id: part, navn: '', set: tid, forrige_besoeg: null }
      return { session, billede, boern: [], barn: undefined, omraader: undefined, brudNr: valg?.brud_nr, mangler: [] }
    },
    notattekster: async (billede, sagEllerNotat) => {
      const [raekker] = await readNotattekster(deps, grundlag, { objekt: sagEllerNotat, part }, [
        findKommunensNotattekster(part, kommune, sagEllerNotat),
      ])
      return toTekster(raekker, billede)
    },
  }
}

type Forespoergsel = { readonly id: Uuid; readonly query: Readonly<Record<string, unknown>> }
type Opskrift = (deps: Deps, laeser: Sidelaeser, k: Sidekontekst, f: Forespoergsel) => Promise<Markup | undefined>

const opskrift =
  <T>(
    hent: (deps: Deps, laeser: Sidelaeser, id: Uuid) => Promise<{ readonly visning: T | undefined }>,
    view: (k: Sidekontekst, visning: T, query: Forespoergsel['query']) => Markup,
  ): Opskrift =>
  async (deps, laeser, k, { id, query }) => {
    const { visning } = await hent(deps, laeser, id)
    return visning === undefined ? undefined : view(k, visning, query)
  }

/** The citizen's own pages by their path; who has looked is the citizen's alone to see. */
const SIDER: Readonly<Record<string, Opskrift>> = {
  overblik: opskrift((deps, laeser) => startside(deps, laeser), startsideView),
  nyt: opskrift((deps, laeser) => startside(deps, laeser, 'nyt'), nytView),
  sager: opskrift(listSager, (k, visning, query) => sagslisteView(k, visning, parseSagsfilter(query))),
  'sager/:id': opskrift(visSag, sagssideView),
  dokumenter: opskrift(listDokumenter, dokumenterView),
  notater: opskrift(listNotater, notaterView),
  'notater/:id': opskrift(visNotat, notatView),
  ydelser: opskrift(listYdelser, (k, visning, query) => ydelserView(k, visning, parseAar(query['aar'], k))),
  aftaler: opskrift(listAftaler, aftalerView),
  'hvad-kan-jeg-se': opskrift(visDaekning, hvadKanJegSeView),
}
const INGEN = '00000000-0000-0000-0000-000000000000' as Uuid

/** One of the citizen's pages, made for somebody who checks; undefined where there is no such page, or nothing to be seen on it. */
export async function visSomBorger(
  deps: Deps,
  laeser: Sidelaeser,
  k: Sidekontekst,
  sti: string,
  query: Forespoergsel['query'],
): Promise<Markup | undefined> {
  const [side = '', id, ...mere] = sti.split('/')
  if (mere.length > 0) return undefined
  const navn = id === undefined ? side : `${side}/:id`
  return Object.hasOwn(SIDER, navn) ? SIDER[navn]?.(deps, laeser, k, { id: parseUuid(id ?? '') ?? INGEN, query }) : undefined
}
