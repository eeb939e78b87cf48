import { ARTER, type CvrNummer, tidspunkt, uuid, uuidFromName } from '#kernel'
import type { Kilde } from '#kilde'
import { LIVSOMRAADER, type LivsomraadeNoegle } from '#klassifikation'
import { createOpsaetning } from '#visning'
import { dagEfter, type Markup, type Sprog } from '#web'
import type { Daekningsraekke, Forventning } from '../../src/afstemning/daekning/daekning.ts'
import { createDaekning } from '../../src/afstemning/daekning/sammenhold.ts'
import type { Bevis } from '../../src/afstemning/livstegn/index.ts'
import { listAdvarsler } from '../../src/opsaetning/daekning/advarsler.ts'
import type { DagRaekke } from '../../src/opsaetning/daekning/daekning.sql.ts'
import type { Afvistregel, Kortside } from '../../src/opsaetning/daekning/hent-kort.ts'
import { kommunekort } from '../../src/opsaetning/daekning/kort.ts'
import { type Landskommune, type Landskort, landskort } from '../../src/opsaetning/daekning/land.ts'
import { feltView, omraadeView } from '../../src/opsaetning/daekning/web/felt.view.ts'
import { forventningView } from '../../src/opsaetning/daekning/web/forventning.view.ts'
import { kortView } from '../../src/opsaetning/daekning/web/kort.view.ts'
import { landView } from '../../src/opsaetning/daekning/web/land.view.ts'
import { driftstier, KOMMUNESTIER } from '../../src/opsaetning/daekning/web/stier.ts'
import { arbejdskontekst } from './arbejdssider.ts'
import { KORSBAEK, version } from './konfiguration.ts'

/** A municipality whose systems stand in every state, and a country of them. */

const NU = tidspunkt('2026-10-08T07:30:00.000Z')
const foer = (timer: number) => tidspunkt(new Date(Date.parse(NU) - timer * 3_600_000).toISOString())
const RUM = uuid('00000000-0000-4000-8000-0000000000da')
const kilde = (navn: string, slags: string, kle: readonly string[], mere: Partial<Kilde> = {}): Kilde => ({
  id: uuidFromName(RUM, navn),
  navn,
  slags,
  kommuner: [KORSBAEK],
  kle: kle as Kilde['kle'],
  klientId: undefined,
  rytmeTimer: 24,
  spaerret: undefined,
  ...mere,
})
const KASTANJE = kilde('Kastanje Sag', 'esdh', ['02', '05', '17', '25', '27.45', '32.45'])
const KVIK = kilde('Kvik Journal', 'esdh', ['02'], { spaerret: foer(60) })
const LINDELY = kilde('Lindely Omsorg', 'eoj', ['27', '29.18'])
const JOBSTIEN = kilde('Jobstien', 'jobcenter', ['15'])
const PLADSLISTEN = kilde('Pladslisten', 'pladsanvisning', ['28'])
const YDELSESBOGEN = kilde('Ydelsesbogen', 'ydelse', ['32.03', '32.06', '32.21', '32.24'])
const TANDROSEN = kilde('Tandrosen', 'sundhed', ['29.12', '29.15'])
const KILDER = [KASTANJE, KVIK, LINDELY, JOBSTIEN, PLADSLISTEN, YDELSESBOGEN, TANDROSEN]

const raekker = (
  { id }: Kilde,
  kommune: CvrNummer,
  omraader: readonly LivsomraadeNoegle[],
  mere: Partial<Daekningsraekke> = {},
): Daekningsraekke[] =>
  omraader.flatMap((livsomraade) =>
    ARTER.map((art) => ({
      kommune,
      livsomraade,
      art,
      kilde: id,
      tilsluttetSiden: tidspunkt('2020-12-01T08:00:00.000Z'),
      dataFra: '2016-01-01',
      senesteLevering: foer(2),
      afstemt: foer(30),
      ...mere,
    })),
  )
const bevis = ({ id }: Kilde, kommune: CvrNummer, brudt = false): Bevis => {
  const tider = { bevistTil: foer(1), bevistModtaget: foer(1), nyeste: foer(3), afstemt: foer(30) }
  return { kilde: id, kommune, brudt, brudNr: 1, ...tider }
}
const forvent = (kommune: CvrNummer, livsomraade: LivsomraadeNoegle, ...slags: string[]): Forventning[] =>
  slags.map((en) => ({ kommune, livsomraade, slags: en }))

const DAEKNING = createDaekning({
  raekker: [
    ...raekker(KASTANJE, KORSBAEK, [
      'bolig-og-byggeri',
      'borgerservice-trafik-og-fritid',
      'pension-og-oekonomi',
      'skole-og-uddannelse',
    ]),
    ...raekker(KVIK, KORSBAEK, ['bolig-og-byggeri']),
    ...raekker(LINDELY, KORSBAEK, ['hjaelp-pleje-og-handicap', 'sundhed']),
    ...raekker(JOBSTIEN, KORSBAEK, ['arbejde-og-forsoergelse'], { senesteLevering: foer(70), afstemt: foer(80) }),
    ...raekker(PLADSLISTEN, KORSBAEK, ['boern-og-familie'], { dataFra: '2023-01-01' }),
    ...raekker(YDELSESBOGEN, KORSBAEK, ['arbejde-og-forsoergelse'], { afstemt: undefined }),
    ...raekker(YDELSESBOGEN, KORSBAEK, ['pension-og-oekonomi']),
  ],
  forventninger: [
    ...forvent(KORSBAEK, 'arbejde-og-forsoergelse', 'jobcenter', 'ydelse'),
    ...forvent(KORSBAEK, 'boern-og-familie', 'pladsanvisning'),
    ...forvent(KORSBAEK, 'skole-og-uddannelse', 'esdh'),
    ...forvent(KORSBAEK, 'hjaelp-pleje-og-handicap', 'eoj'),
    ...forvent(KORSBAEK, 'sundhed', 'eoj', 'sundhed'),
    ...forvent(KORSBAEK, 'bolig-og-byggeri', 'esdh'),
    ...forvent(KORSBAEK, 'pension-og-oekonomi', 'esdh', 'ydelse'),
  ],
  afvisninger: [
    { kilde: YDELSESBOGEN.id, kommune: KORSBAEK, livsomraade: 'pension-og-oekonomi', art: 'oekonomiskEffektuering', antal: 12 },
  ],
  kilder: KILDER,
  beviser: [...[KASTANJE, PLADSLISTEN, YDELSESBOGEN].map((en) => bevis(en, KORSBAEK)), bevis(LINDELY, KORSBAEK, true)],
  brudNr: 1,
})
const OPSAETNING = createOpsaetning(
  ['02', '15', '27', '28', '29', '32', '17'].map((kle) => version(kle, { fradato: '2020-01-01', visAeldreAktive: false })),
)

const dage = (antal: number, tal: (nr: number) => Omit<DagRaekke, 'dag'>): DagRaekke[] =>
  Array.from({ length: antal }, (_, nr) => ({ dag: dagEfter('2026-10-08', nr + 1 - antal), ...tal(nr) }))
const DAGE = dage(24, (nr) => {
  const bevist = Math.min(14, Math.max(0, nr - 6 - (nr === 17 ? 6 : 0)))
  const ikke_tilsluttet = nr < 10 ? 12 : 6
  return { bevist, forbehold: 48 - bevist - ikke_tilsluttet, ikke_tilsluttet }
}).filter(({ dag }) => dag !== '2026-09-24')

const AFVISTE: readonly Afvistregel[] = [
  { kilde: YDELSESBOGEN, regel: 'IND-003', antal: 8, aeldste: foer(300), hvem: 'leverandoer' },
  { kilde: YDELSESBOGEN, regel: 'IND-005', antal: 3, aeldste: foer(20), hvem: 'kommune' },
  { kilde: YDELSESBOGEN, regel: 'EFF-014', antal: 1, aeldste: foer(2), hvem: 'leverandoer' },
]
const grundlag = { daekning: DAEKNING, opsaetning: OPSAETNING, nu: NU }
const KORT = kommunekort({ ...grundlag, stop: [] }, KORSBAEK)
const SIDE: Kortside = {
  kort: KORT,
  advarsler: listAdvarsler(KORT, new Map([[YDELSESBOGEN.id, 12]])),
  afviste: AFVISTE,
  dage: DAGE,
}
const INTET = { raekker: [], forventninger: [], afvisninger: [], kilder: [], beviser: [], brudNr: 0 }
const TOM: Kortside = {
  kort: kommunekort({ ...grundlag, opsaetning: createOpsaetning([]), daekning: createDaekning(INTET), stop: [] }, KORSBAEK),
  advarsler: [],
  afviste: [],
  dage: [],
}
/** What a municipality of the made-up country has come to: fields proved, with reservations and delivered by nobody. */
const LANDSTILSTANDE = [
  { tilstand: 'fuld', tal: { bevist: 54, forbehold: 0, ikkeTilsluttet: 0 }, kilder: 7 },
  { tilstand: 'delvis', tal: { bevist: 40, forbehold: 8, ikkeTilsluttet: 6 }, kilder: 6 },
  { tilstand: 'delvis', tal: { bevist: 22, forbehold: 20, ikkeTilsluttet: 12 }, kilder: 5 },
  { tilstand: 'intet', tal: { bevist: 0, forbehold: 30, ikkeTilsluttet: 24 }, kilder: 3 },
  { tilstand: 'paaVej', tal: { bevist: 0, forbehold: 0, ikkeTilsluttet: 0 }, kilder: 2 },
  { tilstand: 'ikkeMed', tal: { bevist: 0, forbehold: 0, ikkeTilsluttet: 0 }, kilder: 0 },
] as const

/** A country in which a few municipalities are far, many have begun, and most are not with us: made up, as numbers of a drawing. */
function land(): Landskort {
  const { regioner } = landskort(grundlag, [])
  const opdigt = (en: Landskommune, nr: number): Landskommune => {
    const tilstand = LANDSTILSTANDE[nr % LANDSTILSTANDE.length] ?? LANDSTILSTANDE[0]
    const leverer = tilstand.kilder > 2
    return { ...en, ...tilstand, tavse: leverer && nr % 9 === 4 ? 1 : 0, afviste: leverer && nr % 11 === 3 ? 140 - nr : 0 }
  }
  return {
    tal: { bevist: 1_204, forbehold: 611, ikkeTilsluttet: 290 },
    regioner: regioner.map(({ region, kommuner }, r) => ({
      region,
      kommuner: kommuner.map((en, i) => (en.kommune.fiktiv ? en : opdigt(en, i * 7 + r * 3))),
    })),
  }
}

const k = (s: Sprog, sti = '/kommune/daekning') => arbejdskontekst(s, 'kommune', sti)
const krummer = (s: Sprog) => [{ tekst: s === 'da' ? 'Dækning' : 'Coverage', sti: '/kommune/daekning' }]
const omraade = (noegle: LivsomraadeNoegle) => {
  const fundet = KORT.omraader.find((en) => en.omraade === noegle)
  if (!fundet) throw new TypeError(`No area ${noegle}`)
  return fundet
}
const felt = (noegle: LivsomraadeNoegle, { id }: Kilde) => {
  const fundet = omraade(noegle).kilder.find((en) => en.kilde.id === id)
  if (!fundet) throw new TypeError('No such field')
  return { felt: fundet, omraade: omraade(noegle), side: SIDE }
}
const henrik = { id: uuid('323e4567-e89b-42d3-a456-426655440000'), navn: 'Henrik Aabo' }
const FORVENTNINGER = {
  nr: 2,
  gaeldende: new Map(
    LIVSOMRAADER.flatMap(({ noegle }) => {
      const { forventede } = omraade(noegle)
      return forventede.length > 0 ? [[noegle, forventede] as const] : []
    }),
  ),
  skridt: [
    { nr: 1, tid: foer(900), af: henrik, omraade: 'sundhed', slags: ['eoj'], aarsag: 'Gennemgået med it-afdelingen 31. august' },
    { nr: 2, tid: foer(20), af: henrik, omraade: 'sundhed', slags: ['eoj', 'sundhed'], aarsag: 'Tandplejen har sit eget system' },
  ] as const,
}
const forventningsside = { forventninger: FORVENTNINGER, kilder: KILDER, maaAendre: true }

export const DAEKNINGSSIDER: { readonly [navn: string]: (sprog: Sprog) => Markup } = {
  daekning: (s) => kortView(k(s), SIDE, KOMMUNESTIER, { overskrift: s === 'da' ? 'Dækning' : 'Coverage' }),
  'daekning-tom': (s) => kortView(k(s), TOM, KOMMUNESTIER, { overskrift: s === 'da' ? 'Dækning' : 'Coverage' }),
  'daekning-omraade': (s) => omraadeView(k(s), omraade('pension-og-oekonomi'), KOMMUNESTIER, krummer(s)),
  'daekning-felt': (s) => feltView(k(s), felt('pension-og-oekonomi', YDELSESBOGEN), KOMMUNESTIER, krummer(s)),
  'daekning-felt-venter': (s) => feltView(k(s), felt('sundhed', LINDELY), KOMMUNESTIER, krummer(s)),
  'daekning-felt-mangler': (s) => feltView(k(s), felt('sundhed', TANDROSEN), KOMMUNESTIER, krummer(s)),
  'daekning-felt-spaerret': (s) => feltView(k(s), felt('bolig-og-byggeri', KVIK), KOMMUNESTIER, krummer(s)),
  'daekning-forventning': (s) => {
    const skridt = FORVENTNINGER.skridt[1]
    return forventningView(k(s, '/kommune/daekning/forventning'), forventningsside, { type: 'gemt', skridt })
  },
  'daekning-forventning-fejl': (s) =>
    forventningView(k(s, '/kommune/daekning/forventning'), forventningsside, {
      type: 'fejl',
      formular: { omraade: 'andet', slags: ['esdh'], aarsag: '', fejl: { aarsag: true } },
    }),
  'daekning-forventning-laeser': (s) =>
    forventningView(
      k(s, '/kommune/daekning/forventning'),
      { ...forventningsside, forventninger: { nr: 0, gaeldende: new Map(), skridt: [] }, maaAendre: false },
      { type: 'afvist', afvisning: 'ANDEN_VAR_FOERST' },
    ),
  'daekning-land': (s) => landView(arbejdskontekst(s, 'drift', '/drift/daekning'), { kort: land(), dage: DAGE }),
  'daekning-drift': (s) =>
    kortView(arbejdskontekst(s, 'drift', `/drift/daekning/${KORSBAEK}`), SIDE, driftstier(KORSBAEK), {
      overskrift: 'Korsbæk Kommune',
      krummer: [
        { tekst: s === 'da' ? 'Dækning i hele landet' : 'Coverage in the whole country', sti: '/drift/daekning' },
        { tekst: 'Korsbæk Kommune' },
      ],
    }),
}
