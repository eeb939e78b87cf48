import { newUuid, tidspunkt, uuid } from '#kernel'
import type { Markup, Sprog } from '#web'
import { logkontrolView } from '../../src/adgangslog/web/logkontrol.view.ts'
import type { BesoegRaekke } from '../../src/partsoverblik/logansvar/logansvar.sql.ts'
import type { Spoergsmaalslinje, Spoergsmaalsvisning } from '../../src/partsoverblik/logansvar/spoergsmaal.ts'
import type { Undtagelsesvisning } from '../../src/partsoverblik/logansvar/undtagelse.ts'
import {
  etSpoergsmaalView,
  SPOERGSMAALSSTI,
  spoergsmaalssti,
  spoergsmaalView,
} from '../../src/partsoverblik/logansvar/web/spoergsmaal.view.ts'
import { UNDTAGELSESSTI, undtagelserView } from '../../src/partsoverblik/logansvar/web/undtagelser.view.ts'
import { arbejdskontekst } from './arbejdssider.ts'
import { NU } from './visninger.ts'
import { KORSBAEK } from './websted.ts'

/** What the one who answers for the log in a municipality sees, and the page on which anybody checks a file. */

const kl = (tid: string) => tidspunkt(`2026-${tid}:00.000Z`)
const MIG = uuid('323e4567-e89b-42d3-a456-426655440000')
const ID = uuid('00000000-0000-4000-8000-0000000000c1')

const linje = (felter: Partial<Spoergsmaalslinje>): Spoergsmaalslinje => ({
  id: newUuid(),
  besoegt: kl('09-28T08:03'),
  stillet: kl('10-05T17:05'),
  frist: '2026-10-19',
  svaret: null,
  forSent: false,
  ...felter,
})
const LINJER = [
  linje({ stillet: kl('09-20T10:00'), frist: '2026-10-02', forSent: true }),
  linje({}),
  linje({ svaret: kl('10-01T11:00'), stillet: kl('09-25T10:00'), frist: '2026-10-09' }),
]
const VALG = { svarfristDage: 10, opbevaringMaaneder: 60, aendret: { tid: kl('06-02T09:00'), navn: 'Karen Østerby' } }

const BESOEG: BesoegRaekke = {
  part_id: newUuid(),
  kommune: KORSBAEK,
  korrelation: ID,
  begyndt: kl('09-28T08:03'),
  medarbejder: newUuid(),
  navn: 'Sofus Kragelund',
  grund: 'jobfunktionsrolle',
  formaal: 'klage',
}
const SPOERGSMAAL: Spoergsmaalsvisning = {
  ...linje({ id: ID }),
  tekst: 'Jeg har ikke klaget over noget.\nHvilken klage handler det om?',
  svar: undefined,
  besoeg: BESOEG,
}

const undtagelse = (felter: Partial<Undtagelsesvisning>): Undtagelsesvisning => ({
  undtagelse_id: newUuid(),
  hjemmel: 'offentligeHensyn',
  begrundelse: 'Et uanmeldt tilsyn er aftalt med politiet og kan ikke gennemføres, hvis det kendes på forhånd.',
  til: kl('11-14T23:00'),
  tilstand: 'foreslaaet',
  foreslaaet: kl('10-07T09:00'),
  foreslaaet_af: newUuid(),
  foreslaaet_navn: 'Karen Østerby',
  afgjort: null,
  afgjort_navn: null,
  ophaevet: null,
  ophaevet_navn: null,
  besoegt: kl('10-06T08:03'),
  navn: 'Sofus Kragelund',
  grund: 'jobfunktionsrolle',
  formaal: 'tilsyn',
  udloebet: false,
  ...felter,
})
const afgjort = { tilstand: 'gaelder', afgjort: kl('10-07T12:00'), afgjort_navn: 'Gitte Lundsgaard' } as const
const LISTE = [
  undtagelse({}),
  undtagelse({ foreslaaet_af: MIG, foreslaaet_navn: 'Henrik Aabo' }),
  undtagelse({ ...afgjort, hjemmel: 'privateHensyn' }),
  undtagelse({ ...afgjort, udloebet: true, til: kl('10-01T22:00') }),
]

const k = (s: Sprog, sti: string) => arbejdskontekst(s, 'kommune', sti)
const side = { mig: MIG, liste: LISTE, findFejl: false, udloebet: false, forslag: undefined, afvist: undefined }
const forslag = { seddel: 'x'.repeat(60), besoeg: [BESOEG], valgt: '', hjemmel: '', begrundelse: '', til: '' }
const formular = { svarfrist: '10', opbevaring: '60' }

export const LOGANSVARSSIDER: Readonly<Record<string, (sprog: Sprog) => Markup>> = {
  'log-spoergsmaal': (s) => spoergsmaalView(k(s, SPOERGSMAALSSTI), { linjer: LINJER, valg: VALG, formular, sendt: false }),
  'log-spoergsmaal-ingen': (s) =>
    spoergsmaalView(k(s, SPOERGSMAALSSTI), {
      linjer: [],
      valg: { ...VALG, aendret: undefined },
      formular: { svarfrist: '0', opbevaring: 'x', udfald: 'fejl' },
      sendt: true,
    }),
  'log-et-spoergsmaal': (s) => etSpoergsmaalView(k(s, spoergsmaalssti(ID)), SPOERGSMAAL),
  'log-et-spoergsmaal-afvist': (s) =>
    etSpoergsmaalView(k(s, spoergsmaalssti(ID)), SPOERGSMAAL, { tekst: 'Det var Sofus Kragelund.', fejl: 'NAVN_I_SVARET' }),
  'log-et-spoergsmaal-besvaret': (s) =>
    etSpoergsmaalView(k(s, spoergsmaalssti(ID)), {
      ...SPOERGSMAAL,
      svaret: kl('10-07T08:00'),
      besoeg: undefined,
      svar: { tekst: 'Din nabo klagede over larm. Vi så efter, hvem der bor der.', tid: kl('10-07T08:00'), navn: 'Henrik Aabo' },
    }),
  'log-undtagelser': (s) => undtagelserView(k(s, UNDTAGELSESSTI), side),
  'log-undtagelser-forslag': (s) => undtagelserView(k(s, UNDTAGELSESSTI), { ...side, liste: [], forslag }),
  'log-undtagelser-afvist': (s) =>
    undtagelserView(k(s, UNDTAGELSESSTI), {
      ...side,
      afvist: 'SAMME_PERSON',
      forslag: { ...forslag, fejl: 'DATO_UGYLDIG', til: 'snart' },
    }),
  'log-undtagelser-tom': (s) =>
    undtagelserView(k(s, UNDTAGELSESSTI), {
      ...side,
      liste: [],
      findFejl: true,
      udloebet: true,
      forslag: { ...forslag, besoeg: [] },
    }),
  logkontrol: (s) =>
    logkontrolView(
      { sprog: s, sti: '/adgangslog/kontrol', nu: NU, bruger: undefined, vedroerer: undefined, kommune: undefined, demo: true },
      'log.example.dk/adgangslog+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
      [],
    ),
  'logkontrol-vidner': (s) =>
    logkontrolView(
      { sprog: s, sti: '/adgangslog/kontrol', nu: NU, bruger: undefined, vedroerer: undefined, kommune: undefined, demo: true },
      'log.example.dk/adgangslog+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
      [
        {
          noegle: 'borger.nabokommune.example.dk/adgangslog/vidne+1c2d3e4f+BBpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
          sidst: { antal: 48_213, tid: NU },
        },
        { noegle: 'revisor.example.dk+5a6b7c8d+BDpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', sidst: undefined },
      ],
    ),
}
