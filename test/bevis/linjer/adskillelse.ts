import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** That nobody sees another's, that every look is logged, and that nothing is said of what is hidden or not known. */
export const ADSKILLELSE: readonly Bevislinje[] = [
  proever({
    navn: 'adskillelse.kanarier',
    paastand:
      'Persons whose every field carries an own mark: no answer to anyone holds another’s mark, over all pages and data, lists, searches, errors and redirects.',
    filer: [
      'test/scenarier/isolation.kanarier.test.ts',
      'test/scenarier/isolation.kilder.test.ts',
      'test/byggere/maerker.test.ts',
    ],
    miljoe: { fuld: { BEVIS_KANARIER: '200' } },
  }),
  proever({
    navn: 'adskillelse.lag',
    paastand:
      'Row-level security, the query’s own WHERE and the check of the ground each keep the marks in alone; with all three off they come out.',
    filer: ['test/scenarier/isolation.lag.test.ts', 'test/scenarier/isolation.ruter.test.ts'],
  }),
  proever({
    navn: 'adskillelse.transaktioner',
    paastand: 'A thousand interleaved transactions and batches, each kind of statement broken in turn, never mix two persons.',
    filer: ['src/platform/database/database.sql.test.ts'],
  }),
  proever({
    navn: 'adskillelse.sessioner',
    paastand:
      'Two users in one browser, two tabs, requests cut off under load, database connections cut while reading: nobody gets another’s.',
    filer: ['test/scenarier/isolation.sessioner.test.ts'],
    miljoe: { fuld: { BEVIS_AFBRUDTE: '500' } },
  }),
  proever({
    navn: 'adskillelse.cpr',
    paastand: 'A canary CPR number is in no table of a full dump in clear, in no log line, and in no answer.',
    filer: ['test/scenarier/isolation.cpr.test.ts'],
  }),
  proever({
    navn: 'adgangslog',
    paastand:
      'With the log unwritable 100 of 100 reads show nothing; every page leaves its rows, without a gap; a server killed before the log is written has sent no byte.',
    filer: ['test/scenarier/adgangslog.test.ts', 'test/scenarier/adgangslog.proces.test.ts'],
    miljoe: { fuld: { BEVIS_DRAB: '40' } },
  }),
  proever({
    navn: 'udsagn',
    paastand:
      'A citizen with only hidden items and one with none get the same bytes; an unconnected, late, refused or unreadable source never lets a page say that there is nothing.',
    filer: ['test/scenarier/udsagn.skjult.test.ts', 'test/scenarier/udsagn.daekning.test.ts', 'src/afstemning/daekning'],
  }),
]
