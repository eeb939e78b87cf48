import type { Sidekontekst, Sprog } from '#web'
import { fejlside, type Markup, STIER, sagSti, toText } from '#web'
import { aftalerView } from '../../src/overblik/web/aftaler.view.ts'
import { dokumenterView } from '../../src/overblik/web/dokumenter.view.ts'
import { forsideView } from '../../src/overblik/web/forside.view.ts'
import { hvadKanJegSeView } from '../../src/overblik/web/hvad-kan-jeg-se.view.ts'
import { hvemHarSetView } from '../../src/overblik/web/hvem-har-set.view.ts'
import { notaterView, notatView } from '../../src/overblik/web/notater.view.ts'
import { nytView } from '../../src/overblik/web/nyt.view.ts'
import { parseSagsfilter } from '../../src/overblik/web/sagsfilter.ts'
import { sagslisteView } from '../../src/overblik/web/sagsliste.view.ts'
import { sagssideView } from '../../src/overblik/web/sagsside.view.ts'
import { startsideView } from '../../src/overblik/web/startside.view.ts'
import { tekstsideView } from '../../src/overblik/web/tekstsider.view.ts'
import { ydelserView } from '../../src/overblik/web/ydelser.view.ts'
import { afproevningssider } from './afproevningssider.ts'
import { ALARMSIDER } from './alarmsider.ts'
import { ARBEJDSSIDER } from './arbejdssider.ts'
import { DAEKNINGSSIDER } from './daekningssider.ts'
import { GENNEMGANGSSIDER } from './gennemgangssider.ts'
import { KONFIGURATIONSSIDER } from './konfigurationssider.ts'
import { LOGANSVARSSIDER } from './logansvarssider.ts'
import { NOEDSTOPSIDER } from './noedstopsider.ts'
import { ORDSIDER } from './ordsider.ts'
import { PARTSOVERBLIKSIDER } from './partsoverbliksider.ts'
import { PLANSIDER } from './plansider.ts'
import { SKRIVESIDER } from './skrivesider.ts'
import { VEJSIDER } from './vejsider.ts'
import * as v from './visninger.ts'

/** The same visitor on every page: logged in, fifteen minutes left, one child. */
export const kontekst = (sprog: Sprog, sti: string, felter: Partial<Sidekontekst> = {}): Sidekontekst => ({
  sprog,
  sti,
  nu: v.NU,
  bruger: {
    navn: 'Alma Testesen Holm',
    udloeber: v.tid('2026-10-08', '09:45'),
    kanSe: [{ part: v.id('barn'), navn: 'dit barn født 3. marts 2019', grund: 'foraeldremyndighed' }],
  },
  vedroerer: undefined,
  kommune: undefined,
  demo: true,
  ...felter,
})

const BARN = { vedroerer: { part: v.id('barn'), navn: 'dit barn født 3. marts 2019', grund: 'foraeldremyndighed' } } as const
const UDE = { bruger: undefined }
const FEJL = [{ del: 'oekonomiskEffektuering', aarsag: 'tid' }] as const
const IKKE_UDK = ['Udbetaling Danmark'] as const

const liste = <T>(linjer: readonly T[], art: Parameters<typeof v.daekningFor>[0]) => ({
  linjer,
  daekning: v.daekningFor(art),
  mangler: [],
})
const tom = (art: Parameters<typeof v.daekningFor>[0], hvad: 'intet' | 'ukendt') => ({
  linjer: [],
  daekning: hvad === 'intet' ? v.intetFor(art) : v.ikkeTilsluttetFor(art),
  mangler: [],
})
const sager = (linjer: typeof v.SAGER, kendt = v.daekningFor('sag')) => ({ sager: linjer, daekning: kendt, mangler: [] })
const ydelsesdaekning = [...v.daekningFor('bevilling'), ...v.daekningFor('oekonomiskEffektuering')]

type Laver = (sprog: Sprog) => Markup

/** Every page in every state that looks different, by the name of its picture. */
export const SIDER: { readonly [navn: string]: Laver } = {
  forside: (s) => forsideView(kontekst(s, STIER.forside, UDE)),
  start: (s) => startsideView(kontekst(s, STIER.overblik), v.STARTSIDE),
  'start-barn': (s) => startsideView(kontekst(s, STIER.overblik, BARN), { ...v.STARTSIDE, mangler: FEJL }),
  'start-ukendt': (s) => startsideView(kontekst(s, STIER.overblik, { kommune: 'Korsbæk Kommune' }), v.STARTSIDE_UKENDT),
  'start-intet': (s) => startsideView(kontekst(s, STIER.overblik), v.STARTSIDE_INTET),
  nyt: (s) => nytView(kontekst(s, STIER.nyt), v.STARTSIDE),
  sager: (s) => sagslisteView(kontekst(s, STIER.sager), sager(v.SAGER), parseSagsfilter({})),
  'sager-mange': (s) => sagslisteView(kontekst(s, `${STIER.sager}?side=3`), sager(v.MANGE_SAGER), parseSagsfilter({ side: '3' })),
  'sager-filter': (s) =>
    sagslisteView(kontekst(s, STIER.sager), sager(v.SAGER), parseSagsfilter({ soeg: 'findes ikke', status: 'aabne' })),
  'sager-intet': (s) => sagslisteView(kontekst(s, STIER.sager), sager([], v.intetFor('sag')), parseSagsfilter({})),
  'sager-ukendt': (s) => sagslisteView(kontekst(s, STIER.sager), sager([], []), parseSagsfilter({})),
  sag: (s) => sagssideView(kontekst(s, sagSti(v.id('sag-sygedagpenge'))), v.SAGSIDE),
  'sag-afgjort': (s) => sagssideView(kontekst(s, sagSti(v.id('sag-hjemmehjaelp'))), v.SAGSIDE_AFGJORT),
  'sag-lang': (s) => {
    const [lang = v.SYGEDAGPENGE] = v.SAGER.filter(({ titel }) => titel.da.length > 100)
    const side = {
      ...v.SAGSIDE_AFGJORT,
      sag: lang,
      aftaler: [],
      bevillinger: [],
      dokumenter: [],
      mangler: FEJL,
    }
    return sagssideView(kontekst(s, sagSti(lang.id), BARN), side)
  },
  dokumenter: (s) => dokumenterView(kontekst(s, STIER.dokumenter), liste(v.DOKUMENTER, 'dokument')),
  'dokumenter-intet': (s) => dokumenterView(kontekst(s, STIER.dokumenter), tom('dokument', 'intet')),
  notater: (s) => notaterView(kontekst(s, STIER.notater), liste(v.NOTATER, 'journalnotat')),
  notat: (s) => {
    const [notat] = v.NOTATER
    if (!notat) throw new Error('No note among the fixtures')
    return notatView(kontekst(s, '/notater/1'), { notat, kontakt: v.JOBCENTER })
  },
  'notat-svaret': (s) => {
    const [notat] = v.NOTATER
    if (!notat) throw new Error('No note among the fixtures')
    return notatView(kontekst(s, '/notater/1'), { notat, kontakt: v.JOBCENTER, forstaaet: false })
  },
  ydelser: (s) => ydelserView(kontekst(s, STIER.ydelser), ydelser, '2026'),
  'ydelser-ukendt': (s) => ydelserView(kontekst(s, STIER.ydelser), { ...ydelser, bevillinger: [], udbetalinger: [] }, '2026'),
  aftaler: (s) => aftalerView(kontekst(s, STIER.aftaler), liste(v.AFTALEOVERSIGT, 'aftale')),
  'aftaler-ukendt': (s) => aftalerView(kontekst(s, STIER.aftaler), tom('aftale', 'ukendt')),
  'hvem-har-set': (s) => hvemHarSetView(kontekst(s, STIER.hvemHarSet), { ...v.OPSLAGSSIDE, linjer: v.OPSLAG }),
  'hvem-har-set-slettet': (s) =>
    hvemHarSetView(kontekst(s, STIER.hvemHarSet), {
      ...v.OPSLAGSSIDE,
      linjer: v.OPSLAG,
      udenLinje: v.OPSLAG.flatMap(({ kommune, spoergsmaal }) =>
        kommune && spoergsmaal ? [{ besoegt: v.tid('2021-02-03', '10:15'), kommune, spoergsmaal }] : [],
      ),
    }),
  'hvad-kan-jeg-se': (s) =>
    hvadKanJegSeView(kontekst(s, STIER.hvadKanJegSe), {
      daekning: [...v.daekningFor('sag'), ...v.daekningFor('dokument'), ...v.daekningFor('oekonomiskEffektuering')],
      mangler: [],
      ikkeKilder: IKKE_UDK,
    }),
  'saadan-virker-det': (s) => tekstsideView(kontekst(s, STIER.saadanVirkerDet, UDE), 'saadanVirkerDet'),
  privatliv: (s) => tekstsideView(kontekst(s, STIER.privatliv), 'privatliv'),
  tilgaengelighed: (s) => tekstsideView(kontekst(s, STIER.tilgaengelighed, UDE), 'tilgaengelighed'),
  kontakt: (s) => tekstsideView(kontekst(s, STIER.kontakt, UDE), 'kontakt'),
  'fejl-404': (s) => fejlside(kontekst(s, '/findes-ikke'), 'ikkeFundet'),
  'fejl-log': (s) => fejlside(kontekst(s, STIER.overblik), 'log'),
  'fejl-udloebet': (s) => fejlside(kontekst(s, STIER.udloebet, UDE), 'udloebet'),
  'fejl-under-15': (s) => fejlside(kontekst(s, '/log-ind/retur', UDE), 'loginUnder15'),
  ...ARBEJDSSIDER,
  ...DAEKNINGSSIDER,
  ...VEJSIDER,
  ...GENNEMGANGSSIDER,
  ...KONFIGURATIONSSIDER,
  ...NOEDSTOPSIDER,
  ...LOGANSVARSSIDER,
  ...ALARMSIDER,
  ...ORDSIDER,
  ...PARTSOVERBLIKSIDER,
  ...SKRIVESIDER,
  ...PLANSIDER,
  ...afproevningssider((s, sti) => kontekst(s, sti, UDE)),
}

const ydelser = {
  bevillinger: v.BEVILLINGER,
  udbetalinger: v.UDBETALINGER,
  daekning: ydelsesdaekning,
  mangler: [],
  ikkeKilder: IKKE_UDK,
}

/** A page by its name in a language. */
export const renderNavngivet = (navn: string, sprog: Sprog): Promise<string> => {
  const laver = SIDER[navn]
  if (!laver) throw new Error(`No page is named ${navn}`)
  return toText(laver(sprog))
}
