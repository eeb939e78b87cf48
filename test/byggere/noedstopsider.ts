import { newUuid, tidspunkt, uuid } from '#kernel'
import { standardDokumenttyper } from '#overblik'
import type { Stopforloeb, Stophaendelse } from '#visning'
import type { Markup, Sprog } from '#web'
import { INTET_TASTET } from '../../src/opsaetning/noedstop/web/laes-formular.ts'
import { type Noedstopside, noedstopView } from '../../src/opsaetning/noedstop/web/noedstop.view.ts'
import { arbejdskontekst } from './arbejdssider.ts'
import { KORSBAEK } from './websted.ts'

/** The page of the emergency stop, in the states that look different. */

const MIG = { id: newUuid(), navn: 'Henrik Aabo' }
const KAREN = { id: newUuid(), navn: 'Karen Østerby' }
const GITTE = { id: newUuid(), navn: 'Gitte Lundsgaard' }
const EOJ = uuid('123e4567-e89b-42d3-a456-426614174000')
const kl = (tid: string) => tidspunkt(`2026-10-${tid}:00.000Z`)

const stop = (felter: Partial<Stopforloeb>): Stopforloeb => ({
  id: newUuid(),
  kommune: KORSBAEK,
  slags: 'kilde',
  vaerdi: EOJ,
  siden: kl('08T06:12'),
  begrundelse: 'Systemet har leveret plejeplaner med naboens navn i titlen. Leverandøren er ringet op.',
  af: KAREN,
  haendelser: [],
  ...felter,
})
const trin = (nr: number, led: Partial<Stophaendelse>): Stophaendelse => ({
  nr,
  trin: 'foreslaaet',
  tid: kl('08T07:02'),
  begrundelse: 'Leverandøren har rettet titlerne, og vi har set tyve af dem igennem.',
  af: KAREN,
  forslag: undefined,
  ...led,
})
const SAG = stop({ slags: 'ting', vaerdi: uuid('5f8e2c1a-7b60-4d39-9e4b-2a6c8d0f1e37'), af: MIG, begrundelse: 'Forkert borger' })
const AABNET = stop({
  slags: 'omraade',
  vaerdi: 'boern-og-familie',
  siden: kl('02T09:00'),
  begrundelse: 'Notater fra en hel afdeling kom med ved en fejl.',
  haendelser: [
    trin(1, { af: GITTE, tid: kl('05T08:00') }),
    trin(2, { trin: 'bekraeftet', af: MIG, tid: kl('05T08:30'), forslag: { nr: 1, af: GITTE.id } }),
  ],
})

const side = (s: Sprog, felter: Partial<Noedstopside> = {}): Noedstopside => ({
  kilder: new Map([
    [EOJ, 'Solgavl Omsorg'],
    [newUuid(), 'Kastanje Sag'],
  ]),
  dokumenttyper: new Map(Object.entries(standardDokumenttyper(s))),
  mig: MIG,
  aktive: [],
  aabnede: [],
  rolleindehavere: [MIG, GITTE, KAREN],
  gjort: undefined,
  afvist: undefined,
  formular: INTET_TASTET,
  ...felter,
})
const vis = (felter: (s: Sprog) => Partial<Noedstopside>) => (s: Sprog) =>
  noedstopView(arbejdskontekst(s, 'kommune', '/kommune/noedstop'), side(s, felter(s)))

export const NOEDSTOPSIDER: { readonly [navn: string]: (sprog: Sprog) => Markup } = {
  'noedstop-tom': vis(() => ({})),
  'noedstop-stoppet': vis(() => ({ aktive: [SAG], aabnede: [AABNET], gjort: { stop: SAG, beroert: { borgere: 1, ting: 4 } } })),
  'noedstop-venter': vis(() => ({ aktive: [stop({ haendelser: [trin(1, {})] }), SAG], aabnede: [AABNET] })),
  'noedstop-eget-forslag': vis(() => {
    const eget = stop({ haendelser: [trin(1, { af: MIG })] })
    return { aktive: [eget], gjort: { stop: eget, beroert: undefined }, rolleindehavere: [MIG] }
  }),
  'noedstop-aabnet': vis(() => ({ aabnede: [AABNET], gjort: { stop: AABNET, beroert: undefined } })),
  'noedstop-fejl': vis((s) => ({
    formular: {
      slags: 'ting',
      vaerdi: '26-14432',
      begrundelse: 'nej',
      fejl: {
        vaerdi: s === 'da' ? 'Skriv et id som 123e4567-e89b-12d3-a456-426614174000. Intet er stoppet.' : 'Write an id.',
        begrundelse: s === 'da' ? 'Skriv en begrundelse på mindst fem tegn, uden CPR-nummer.' : 'Write a reason.',
      },
    },
  })),
  'noedstop-afvist': vis((s) => ({
    aktive: [stop({ haendelser: [trin(1, { af: MIG })] })],
    afvist:
      s === 'da'
        ? 'Det er dig, der har foreslået at åbne. En anden skal bekræfte det.'
        : 'It was you who proposed to open. Another must confirm it.',
  })),
}
