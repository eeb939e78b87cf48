import type { Bevislinje } from './linje.ts'
import { PARTSOVERBLIK_OVERBLIK } from './linjer/partsoverblik-overblik.ts'
import { PARTSOVERBLIK_SOEGNING } from './linjer/partsoverblik-soegning.ts'
import { proever } from './proever.ts'

/** The evidence for the access log that citizens can check. */
export const PARTSOVERBLIK: readonly Bevislinje[] = [
  proever({
    navn: 'log.vektorer',
    paastand:
      'The tree has the roots and the proofs of RFC 6962’s vectors, and checkpoints are signed and read as another program’s are; a proof with anything changed proves nothing.',
    filer: ['src/adgangslog/merkle/trae.test.ts', 'src/adgangslog/merkle/fliser.test.ts', 'src/adgangslog/merkle/note.test.ts'],
  }),
  proever({
    navn: 'log.manipulation',
    paastand:
      'Changing, deleting, inserting or reordering lines that a held checkpoint covers is seen every time, also by one with the database and the log’s key; what is not covered yet is told.',
    filer: [
      'test/campaigns/adgangslog-manipulation.test.ts',
      'src/adgangslog/merkle/forsegl.sql.test.ts',
      'src/adgangslog/sletning/slet.sql.test.ts',
    ],
    miljoe: { fuld: { BEVIS_MANIPULATIONER: '1000' } },
  }),
  proever({
    navn: 'log.vidne',
    paastand:
      'Witnesses elsewhere (another installation, one of another make, a file, a command), with nothing but the log’s key and what they have kept, sign as the log goes on and not when it has been changed; a citizen’s file tells which lines they stand for.',
    filer: [
      'test/scenarier/adgangslog.kontrolpunkt.test.ts',
      'test/scenarier/adgangslog.vidner.test.ts',
      'src/adgangslog/merkle/filkontrol.test.ts',
    ],
  }),
  proever({
    navn: 'log.foerst',
    paastand: 'With the log unwritable 100 of 100 reads show nothing.',
    filer: ['test/scenarier/adgangslog.test.ts'],
  }),
  proever({
    navn: 'advis',
    paastand:
      'Employees are told of what they asked for and may see at the moment that they look, and of nothing else: no line, count or gap tells of what they may not see; the mail says a number; remarks stay in the municipality and end by themselves.',
    filer: [
      'test/scenarier/partsoverblik.advis.test.ts',
      'src/partsoverblik/advis',
      'test/scenarier/partsoverblik.bemaerkninger.test.ts',
      'src/partsoverblik/bemaerkning',
    ],
  }),
  proever({
    navn: 'notat',
    paastand:
      'A note on a case goes to the case’s own system alone, sealed until that has delivered it back; of what was answered with a receipt nothing is lost or doubled when the server is killed or the system cut off.',
    filer: [
      'test/scenarier/partsoverblik.notater.test.ts',
      'test/scenarier/partsoverblik.notater.proces.test.ts',
      'src/partsoverblik/notat',
      'src/beskedfordeler/abonnement',
    ],
    miljoe: { fuld: { BEVIS_DRAB: '20' } },
  }),
  proever({
    navn: 'log.browser',
    paastand:
      'A file of look-ups is checked in a real browser with the server’s vectors: signatures, proofs, witnesses, and that nothing of a file from before has been taken out.',
    filer: ['test/e2e/logkontrol.test.ts'],
  }),
  proever({
    navn: 'tilbageholdt',
    paastand:
      'A citizen from whom visits are kept back and one from whom none are get pages, data, filters and downloads that differ in nothing but the visible lines; it takes two persons, and they appear when the time is over.',
    filer: ['test/scenarier/hvem-har-set.undtaget.test.ts'],
    miljoe: { fuld: { BEVIS_UNDTAGNE_PAR: '40' } },
  }),
  proever({
    navn: 'afgraensning.orakel',
    paastand:
      'Decisions by chance (employees, groups of rights, the six kinds of thing on each other, instants) of who may see what and who may know of it are the same by the project’s rule and by policies written apart from it in Cedar; both outcomes and every kind are among them, and groups that only together would cover a thing.',
    filer: ['test/scenarier/afgraensning.orakel.test.ts', 'src/adgang/dataafgraensning'],
    miljoe: { fuld: { BEVIS_AFGOERELSER: '100000' } },
  }),
  proever({
    navn: 'afgraensning',
    paastand:
      'Decisions by chance (employees, groups of rights, things on each other, instants), on rows that the index has made of deliveries, are Cedar’s by list, count, address, search, file and explanation; row-level security and the statements’ own limit each hold with the other off, and with both off too much is seen.',
    filer: ['test/campaigns/afgraensning.test.ts', 'src/indeks/adgang'],
    miljoe: { fuld: { BEVIS_AFGOERELSER: '100000' } },
  }),
  proever({
    navn: 'log.ulaeselig',
    paastand:
      'With the log out of order in any of four ways 100 of 100 of a caseworker’s reads (lists with their counts, searches, things, files, the whole number) show nothing, and afterwards all of it.',
    filer: ['test/scenarier/partsoverblik.log.test.ts', 'src/adgangslog/read-for-sagsbehandler.sql.test.ts'],
  }),
  proever({
    navn: 'saml',
    paastand:
      'Employees log in by an identity provider of another make than the site’s library, by OIOSAML 3 and by KOMBIT’s older profile, with the rights that the login brings, however that writes, signs and encrypts what the profiles leave open, and are logged out both ways in all tabs; in a real browser too.',
    filer: [
      'test/scenarier/saml.test.ts',
      'test/scenarier/saml.varianter.test.ts',
      'test/scenarier/saml.testudbydere.test.ts',
      'test/e2e/saml.test.ts',
      'src/adgang/saml',
    ],
  }),
  proever({
    navn: 'saml.angreb',
    paastand:
      'Wrapped, replayed, unsigned, altered, foreign, weak, oversized and late answers, and log outs that no provider asked for, are each refused with a page and a kind in the log that names nobody, and let nobody in; a login that one began and another answered lets in neither.',
    filer: ['test/scenarier/saml.angreb.test.ts', 'test/scenarier/saml.angreb-forloeb.test.ts'],
  }),
  proever({
    navn: 'alarmer',
    paastand:
      'A look-up begins for a purpose, in its own session alone, and with its alarms in the same transaction or not at all; the rules agree with a second statement of them on visits by chance; nothing is asked of the employee but about themselves; nobody sees, judges or extracts what is their own or another municipality’s.',
    filer: ['src/partsoverblik/alarm', 'src/partsoverblik/besoeg', 'test/scenarier/alarmer.test.ts'],
    miljoe: { fuld: { BEVIS_ALARMER: '100000' } },
  }),
  ...PARTSOVERBLIK_OVERBLIK,
  ...PARTSOVERBLIK_SOEGNING,
]
