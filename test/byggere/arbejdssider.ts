import type { Medarbejder, Rolle } from '#adgang'
import { cvrNummer, parseKleMoenster, tidspunkt, uuid } from '#kernel'
import { type Arbejdskontekst, arbejdsfejlside, type Maalgruppe, type Markup, type Sprog, startsti } from '#web'
import type { Attestlinje, Attestliste } from '../../src/adgang/medarbejder/attest/attest.ts'
import type { Kendt } from '../../src/adgang/medarbejder/kendt.ts'
import { maalgruppeFor, ROLLER } from '../../src/adgang/medarbejder/medarbejder.ts'
import { punkterFor } from '../../src/adgang/medarbejder/punkter.ts'
import type { TildelingRaekke } from '../../src/adgang/medarbejder/rolle.sql.ts'
import { attestoversigtView, attestView } from '../../src/adgang/medarbejder/web/attest.view.ts'
import { forsideView } from '../../src/adgang/medarbejder/web/forside.view.ts'
import { hvemDuEr } from '../../src/adgang/medarbejder/web/hvem-du-er.view.ts'
import { ROLLEPUNKTER } from '../../src/adgang/medarbejder/web/roller.route.ts'
import { fratagRolleView, givRolleView, rollerView } from '../../src/adgang/medarbejder/web/roller.view.ts'
import { valgView } from '../../src/adgang/saml/web/valg.view.ts'
import { KORSBAEK } from './websted.ts'

const ID = uuid('323e4567-e89b-42d3-a456-426655440000')
const BIRK = cvrNummer('10000001')
const HVEM: Readonly<Record<Maalgruppe, readonly [Rolle, string, string]>> = {
  leverandoer: ['leverandoer', 'Sanne Birk', 'Birkelund Fagsystemer A/S'],
  kommune: ['projektansvarlig', 'Henrik Aabo', 'Korsbæk Kommune'],
  drift: ['driftsansvarlig', 'Amina Yildiz', 'Driftsfællesskabet Borgerblikket'],
}

/** Somebody of the audience, logged in, with fifteen minutes left. */
export function arbejdskontekst(sprog: Sprog, maalgruppe: Maalgruppe, sti = startsti(maalgruppe)): Arbejdskontekst {
  const [rolle, navn, organisation] = HVEM[maalgruppe]
  return {
    sprog,
    sti,
    nu: tidspunkt('2026-10-08T07:30:00.000Z'),
    maalgruppe,
    medarbejder: { navn, organisation, udloeber: tidspunkt('2026-10-08T07:45:00.000Z') },
    punkter: punkterFor(ROLLEPUNKTER, maalgruppe, { roller: [rolle], cvr: KORSBAEK }),
    harRolle: true,
    andre: maalgruppe === 'drift' ? ['kommune'] : [],
    formular: 'x'.repeat(43),
    demo: true,
  }
}

function kendt(maalgruppe: Maalgruppe): Kendt {
  const [rolle, navn, organisation] = HVEM[maalgruppe]
  const cvr = maalgruppe === 'kommune' ? KORSBAEK : BIRK
  const medarbejder: Medarbejder = { id: ID, cvr, navn, roller: [rolle], rettigheder: [], enheder: [], session: ID }
  return { medarbejder, session: undefined as never, organisation, fund: [] }
}

const raekke = (nr: number, mere: Partial<TildelingRaekke>): TildelingRaekke => ({
  tildeling_id: uuid(`00000000-0000-4000-8000-00000000000${nr}`),
  cvr: KORSBAEK,
  medarbejder_id: uuid(`00000000-0000-4000-9000-00000000000${nr}`),
  navn: 'Henrik Aabo',
  rolle: 'projektansvarlig',
  gaelder_fra: tidspunkt('2026-03-02T08:00:00.000Z'),
  gaelder_til: null,
  givet_af: 'drift:anne',
  begrundelse: 'Bestilt af kommunens digitaliseringschef i brev af 27. februar 2026',
  ophoert: null,
  frataget_af: null,
  ophoer_begrundelse: null,
  gaelder: true,
  ...mere,
})
const ROLLERNE = [
  raekke(1, {}),
  raekke(2, { navn: 'Vibeke Skovdal', rolle: 'fagsystemansvarlig', givet_af: ID }),
  raekke(3, {
    navn: 'Poul Frederiksen-Mortensgaard',
    rolle: 'kvalitetsansvarlig',
    gaelder: false,
    ophoert: tidspunkt('2026-09-30T10:00:00.000Z'),
    frataget_af: ID,
    ophoer_begrundelse: 'Er fratrådt',
  }),
]
const UDBYDERE = [
  { noegle: 'korsbaek', navn: 'Korsbæk Kommune' },
  { noegle: 'brobyskov', navn: 'Brobyskov Kommune' },
]
const KOMMUNENAVNE = ['Aaby', 'Birkum', 'Egerup', 'Fuglebjerg-Mortensgaard', 'Østerlund', 'Ådum'] as const
const TOMME = { navn: '', cvr: '', id: '', rolle: '', begrundelse: '' }
const liste = { tildelinger: ROLLERNE, mig: ID, styrer: false, gennemgang: true, kvittering: undefined }
const forside = (maalgruppe: Maalgruppe) => (s: Sprog) => {
  const egne = ROLLER.filter((rolle) => maalgruppeFor(rolle) === maalgruppe && rolle === HVEM[maalgruppe][0])
  return forsideView(arbejdskontekst(s, maalgruppe), kendt(maalgruppe), egne)
}
const ude = (s: Sprog): Arbejdskontekst => ({
  ...arbejdskontekst(s, 'drift'),
  maalgruppe: undefined,
  medarbejder: undefined,
  harRolle: false,
  punkter: [],
  andre: [],
  formular: '',
})

const retslinje = (nr: number, navn: string, ret: Attestlinje['ret'], mere: Partial<Attestlinje> = {}): Attestlinje => ({
  medarbejder: uuid(`00000000-0000-4000-9000-00000000000${nr}`),
  navn,
  ret,
  siden: tidspunkt('2026-03-02T08:00:00.000Z'),
  senest: tidspunkt('2026-10-07T08:00:00.000Z'),
  ny: false,
  ...mere,
})
const KLE = ['27.*', '32.30.04'].flatMap((tekst) => parseKleMoenster(tekst) ?? [])
const ATTESTLISTE: Attestliste = {
  fingeraftryk: 'x'.repeat(43),
  attester: [
    { attest_id: ID, attesteret_af: ID, navn: 'Henrik Aabo', attesteret: tidspunkt('2026-07-01T08:00:00.000Z'), antal: 2 },
  ],
  linjer: [
    retslinje(1, 'Henrik Aabo', { kilde: 'givet', rolle: 'projektansvarlig' }, { medarbejder: ID, senest: undefined }),
    retslinje(2, 'Poul Frederiksen-Mortensgaard', {
      kilde: 'login',
      gruppe: {
        kommune: KORSBAEK,
        systemroller: ['sagsbehandler', 'se', 'notat'],
        kle: KLE,
        foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER',
      },
    }),
    retslinje(
      3,
      'Vibeke Skovdal',
      {
        kilde: 'login',
        gruppe: {
          kommune: KORSBAEK,
          systemroller: ['borgerservice', 'kendskab'],
          kle: ['*'].flatMap((tekst) => parseKleMoenster(tekst) ?? []),
          foelsomhed: 'IKKE_FORTROLIGE_DATA',
          enheder: [ID],
        },
      },
      { ny: true },
    ),
  ],
}
const attest = { liste: ATTESTLISTE, cvr: KORSBAEK, mig: ID, godkender: true, besked: undefined, nr: 1 } as const

/** The pages for people at work, by the name of their picture. */
export const ARBEJDSSIDER: { readonly [navn: string]: (sprog: Sprog) => Markup } = {
  'arbejde-leverandoer': forside('leverandoer'),
  'arbejde-kommune': forside('kommune'),
  'arbejde-drift': forside('drift'),
  'arbejde-tom': (s) => forsideView({ ...arbejdskontekst(s, 'leverandoer'), punkter: [] }, kendt('leverandoer'), ['leverandoer']),
  'arbejde-roller-kommune': (s) => rollerView(arbejdskontekst(s, 'kommune', '/kommune/roller'), liste),
  'arbejde-roller-drift': (s) =>
    rollerView(arbejdskontekst(s, 'drift', '/drift/roller'), {
      ...liste,
      styrer: true,
      kvittering: 'Henrik Aabo har nu rollen Projektansvarlig.',
    }),
  attest: (s) => attestView(arbejdskontekst(s, 'kommune', '/kommune/roller/attest'), attest),
  'attest-aendret': (s) => attestView(arbejdskontekst(s, 'kommune', '/kommune/roller/attest'), { ...attest, besked: 'aendret' }),
  'attest-tom': (s) =>
    attestView(arbejdskontekst(s, 'kommune', '/kommune/roller/attest'), {
      ...attest,
      liste: { linjer: [], attester: [], fingeraftryk: 'x' },
    }),
  'attest-tilsyn': (s) =>
    attestView(arbejdskontekst(s, 'drift', '/drift/roller/attest'), { ...attest, mig: 'x', godkender: false }),
  'attest-oversigt': (s) =>
    attestoversigtView(arbejdskontekst(s, 'drift', '/drift/roller/attest'), [
      { cvr: BIRK, medarbejdere: 4, attesteret: null, navn: null },
      { cvr: KORSBAEK, medarbejdere: 212, attesteret: tidspunkt('2026-07-01T08:00:00.000Z'), navn: 'Henrik Aabo' },
    ]),
  'arbejde-giv-rolle': (s) => givRolleView(arbejdskontekst(s, 'drift', '/drift/roller/ny'), { vaerdier: TOMME, fejl: {} }),
  'arbejde-giv-rolle-fejl': (s) =>
    givRolleView(arbejdskontekst(s, 'drift', '/drift/roller/ny'), {
      vaerdier: { ...TOMME, navn: 'Henrik Aabo', cvr: '1111', rolle: 'projektansvarlig' },
      fejl: { cvr: 'Skriv et CVR-nummer på otte cifre', id: 'Skriv personens id, som personen selv kan se det' },
    }),
  'arbejde-fratag': (s) =>
    fratagRolleView(arbejdskontekst(s, 'drift', '/drift/roller/x/fratag'), raekke(1, {}), { begrundelse: '', fejl: undefined }),
  'arbejde-ingen-rolle': (s) => {
    const k = { ...arbejdskontekst(s, 'kommune'), harRolle: false, punkter: [] }
    const uden = kendt('leverandoer')
    return arbejdsfejlside(k, 'ingenRolle', { mere: hvemDuEr(k, { ...uden, medarbejder: { ...uden.medarbejder, roller: [] } }) })
  },
  'arbejde-medbragt': (s) =>
    forsideView(arbejdskontekst(s, 'kommune'), { ...kendt('kommune'), fund: ['MANGLER_FOELSOMHED', 'ANDEN_ORGANISATION'] }, [
      'projektansvarlig',
    ]),
  'arbejde-vaelg-login': (s) => valgView(ude(s), UDBYDERE, '/kommune'),
  'arbejde-vaelg-login-mange': (s) =>
    valgView(
      ude(s),
      [...UDBYDERE, ...KOMMUNENAVNE.map((navn) => ({ noegle: navn.toLowerCase(), navn: `${navn} Kommune` }))],
      '/kommune',
    ),
  'arbejde-saml-afvist': (s) => arbejdsfejlside(ude(s), 'samlAfvist'),
  'arbejde-logget-ud-der': (s) =>
    arbejdsfejlside(ude(s), 'loggetUdHerOgDer', {
      vej: { sti: 'https://idp.example/', tekst: 'Log også ud på din arbejdsplads' },
    }),
  'arbejde-udloebet': (s) => arbejdsfejlside(ude(s), 'udloebet'),
  'arbejde-logget-ud': (s) =>
    arbejdsfejlside(ude(s), 'loggetUdHer', { vej: { sti: 'https://mitid.example/', tekst: 'Log også ud hos MitID' } }),
  'arbejde-privat': (s) => arbejdsfejlside(ude(s), 'loginPrivat'),
  'arbejde-formular': (s) => arbejdsfejlside(arbejdskontekst(s, 'drift'), 'formular'),
}
