import { cvrNummer, type KlePraefiks, parseKlePraefiks, type Tidspunkt, tidspunkt, uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { createOpsaetning, type KleKonfiguration } from '#visning'
import type { Bevis } from '../livstegn/index.ts'
import type { Daekningsraekke } from './daekning.ts'

/** For tests: Korsbæk, its care system and its ESDH system, on 22 November 2026. */
export const KORSBAEK = cvrNummer('11111111')
export const BROBYSKOV = cvrNummer('12345678')
export const NU = tidspunkt('2026-11-22T12:00:00.000Z')
export const timerFoer = (timer: number): Tidspunkt => tidspunkt(new Date(Date.parse(NU) - timer * 3_600_000))

const kle = (...numre: string[]): KlePraefiks[] => numre.map((nummer) => parseKlePraefiks(nummer) as KlePraefiks)
const kilde = (id: string, navn: string, slags: string, numre: KlePraefiks[]): Kilde => ({
  id: uuid(`00000000-0000-4000-8000-0000000000${id}`),
  navn,
  slags,
  kommuner: [KORSBAEK],
  kle: numre,
  klientId: undefined,
  rytmeTimer: 24,
  spaerret: undefined,
})
export const EOJ = kilde('e1', 'Lindely Omsorg', 'eoj', kle('27.36', '27.42', '29.18'))
export const ESDH = kilde('e2', 'Kastanje Sag', 'esdh', kle('27.45', '27.48', '02'))

export const FELT = { kommune: KORSBAEK, livsomraade: 'hjaelp-pleje-og-handicap', art: 'sag' } as const

/** Connected since 2020 with data back to 2016, delivered an hour ago, reconciled yesterday. */
export const raekke = (aendret: Partial<Daekningsraekke> = {}): Daekningsraekke => ({
  ...FELT,
  kilde: EOJ.id,
  tilsluttetSiden: tidspunkt('2020-12-01T00:00:00Z'),
  dataFra: '2016-01-01',
  senesteLevering: timerFoer(1),
  afstemt: timerFoer(24),
  ...aendret,
})

/** Proved as of half an hour ago, told at once; nothing has changed since the delivery an hour ago. */
export const bevis = (aendret: Partial<Bevis> = {}): Bevis => ({
  kilde: EOJ.id,
  kommune: KORSBAEK,
  brudt: false,
  brudNr: 0,
  bevistTil: timerFoer(0.5),
  bevistModtaget: timerFoer(0.5),
  nyeste: timerFoer(1),
  afstemt: timerFoer(24),
  ...aendret,
})

export const konfiguration = (aendret: Partial<KleKonfiguration> = {}): KleKonfiguration => ({
  kommune: KORSBAEK,
  kle: '27.36',
  gaelderFra: tidspunkt('2020-01-01T00:00:00Z'),
  aaben: true,
  juristAabnet: false,
  fradato: '2020-12-01',
  visAeldreAktive: false,
  fagsystemfilter: [],
  titelvisning: 'sagens',
  kvalitetskrav: 'ingen',
  stikproeve: 0,
  visDokumenttitler: true,
  dokumenttyper: [],
  visJournalnotater: false,
  notatsystemer: [],
  notatfristDage: 0,
  karantaene: true,
  ventArbejdsdage: 0,
  visYdelser: true,
  visUdbetalinger: true,
  visAftaler: true,
  ...aendret,
})
export const opsaetning = (...konfigurationer: KleKonfiguration[]) => createOpsaetning(konfigurationer)
