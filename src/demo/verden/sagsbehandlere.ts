import { type Foelsomhed, type Systemrolle, type Uuid, uuidFromName } from '#kernel'
import { FAST } from './id.ts'
import { KOMMUNER, type Kommune } from './kommuner.ts'

/** One group of what a municipality's own login says that somebody may. */
export type Demorettighed = {
  readonly roller: readonly Systemrolle[]
  readonly kle: readonly string[]
  readonly foelsomhed: Foelsomhed
}

/** Somebody who logs in by their municipality's own provider, which brings what they may: nothing is given to them here. */
export type Demosagsbehandler = {
  readonly id: Uuid
  readonly navn: string
  readonly kommune: Kommune
  readonly historie: { readonly da: string; readonly en: string }
  readonly rettigheder: readonly Demorettighed[]
}

type Rolle = {
  readonly noegle: string
  readonly navne: readonly [korsbaek: string, brobyskov: string]
  readonly historie: Demosagsbehandler['historie']
  readonly rettigheder: readonly Demorettighed[]
}

const ROLLER: readonly Rolle[] = [
  {
    noegle: 'aeldre',
    navne: ['Lone Thorsager', 'Peter Munkholm'],
    historie: {
      da: 'Sagsbehandler på ældreområdet: alt om hjælp og pleje, og at der findes andre sager',
      en: 'Caseworker for elderly people: all about help and care, and that there are other cases',
    },
    rettigheder: [
      { roller: ['sagsbehandler', 'se', 'notat', 'cpr'], kle: ['27.*'], foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER' },
      { roller: ['kendskab'], kle: ['*'], foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER' },
    ],
  },
  {
    noegle: 'boern',
    navne: ['Sofie Lindholm', 'Ole Skaarup'],
    historie: {
      da: 'Sagsbehandler på børneområdet: også det mest følsomme om børn og unge, og intet andet',
      en: 'Caseworker for children: also what is most sensitive about the young, and nothing else',
    },
    rettigheder: [{ roller: ['sagsbehandler', 'se', 'notat', 'cpr'], kle: ['28.*', '17.*', '32.18.*'], foelsomhed: 'VIP_SAGER' }],
  },
  {
    noegle: 'borgerservice',
    navne: ['Jens Korsgaard', 'Dorte Abildgren'],
    historie: {
      da: 'Borgerservice: lidt om alt, intet følsomt, og at der findes mere',
      en: 'Civic services: a little of everything, nothing sensitive, and that there is more',
    },
    rettigheder: [
      { roller: ['borgerservice', 'se'], kle: ['*'], foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER' },
      { roller: ['kendskab'], kle: ['*'], foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER' },
    ],
  },
  {
    noegle: 'projekt',
    navne: ['Asta Bundgaard', 'Villy Ravnsborg'],
    historie: {
      da: 'Projektansvarlig med rollen fra kommunens eget login: styrer, hvad borgerne ser, og kan ikke se deres sager',
      en: 'Project lead by the municipality’s own login: decides what citizens see, and cannot see their cases',
    },
    rettigheder: [{ roller: ['projektansvarlig'], kle: ['*'], foelsomhed: 'IKKE_FORTROLIGE_DATA' }],
  },
]

/** The people at work who log in by SAML: the same four in each municipality. */
export const SAGSBEHANDLERE: readonly Demosagsbehandler[] = KOMMUNER.flatMap((kommune, nr) =>
  ROLLER.map(({ noegle, navne, historie, rettigheder }) => ({
    id: uuidFromName(FAST, `sagsbehandler/${kommune.kode}/${noegle}`),
    navn: navne[nr] ?? navne[0],
    kommune,
    historie,
    rettigheder,
  })),
)
