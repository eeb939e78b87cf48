import { randomUUID } from 'node:crypto'
import { newUuid } from '#kernel'
import { refillNaeste } from '#kvalitet/gennemgang'
import { vurderNaeste } from '#kvalitet/vurdering'
import { vurderingsdeps } from '../../src/compose/kvalitet.ts'
import { lavSag, part } from './elementer.ts'
import { logIndPaaArbejde, type Paaarbejde } from './medarbejder.ts'
import { KORSBAEK, type Testwebsted } from './websted.ts'

/** Judges all that has been delivered, as the server does by itself, until nothing is left. */
export async function judgeAlt(sted: Testwebsted): Promise<void> {
  await sted.base.asOwner(
    `WITH ny AS (SELECT nr, (SELECT sidste FROM udbakke_hoved) + row_number() OVER (ORDER BY nr) AS l FROM udbakke WHERE loebenr IS NULL),
       givet AS (UPDATE udbakke u SET loebenr = ny.l FROM ny WHERE ny.nr = u.nr RETURNING u.loebenr)
     UPDATE udbakke_hoved SET sidste = greatest(sidste, (SELECT max(loebenr) FROM givet))`,
  )
  const deps = vurderingsdeps(sted.system)
  while ((await vurderNaeste(deps)) > 0);
  while ((await refillNaeste(sted.system)) > 0);
}

/** Made-up titles come by chance; a test that is not about them has none. */
export const withoutPlantede = (sted: Testwebsted): Promise<unknown> =>
  sted.base.asOwner(
    `INSERT INTO gennemgangsvalg (kommune, plantet_hver) SELECT k, 0 FROM unnest(ARRAY['11111111', '12345678']) AS k
     ON CONFLICT (kommune) DO UPDATE SET plantet_hver = 0`,
  )

/** A caseworker who may review these numbers of these units. */
export async function logIndGennemgaaer(
  sted: Testwebsted,
  {
    kle = [],
    enheder = [],
    behandlere = [],
    cvr = KORSBAEK,
    navn = 'Simon Prøve',
  }: Partial<Readonly<Record<'kle' | 'enheder' | 'behandlere', readonly string[]>>> & {
    readonly cvr?: typeof KORSBAEK
    readonly navn?: string
  },
): Promise<Paaarbejde> {
  const person = await logIndPaaArbejde(sted, { cvr, roller: ['sagsbehandler'], navn })
  await giveRet(sted, person, { kle, enheder, behandlere, cvr })
  return person
}

const giveRet = (
  sted: Testwebsted,
  { id }: Paaarbejde,
  ret: {
    readonly kle: readonly string[]
    readonly enheder: readonly string[]
    readonly behandlere: readonly string[]
    readonly cvr: string
  },
): Promise<unknown> =>
  sted.base.asOwner(
    `INSERT INTO gennemgangsret (kommune, ret_id, medarbejder_id, navn, kle, enheder, behandlere, givet, givet_af, givet_af_navn)
     VALUES ($1, $2, $3, 'Prøve', $4, $5, $6, now(), $3, 'Prøve')`,
    [ret.cvr, newUuid(), id, ret.kle, ret.enheder, ret.behandlere],
  )

export type Opgavestand = {
  readonly opgave_id: string
  readonly item_id: string
  readonly tilstand: string
  readonly version: number
  readonly titel: string | null
  readonly tilbageholdt: boolean
  readonly grund: string
  readonly fund: readonly string[]
  readonly behandler: string
  readonly enhed: string
}

/** The tasks of an item, past every protection. */
export const opgaverOm = (sted: Testwebsted, item: string): Promise<Opgavestand[]> =>
  sted.base.asOwner<Opgavestand>('SELECT * FROM titelopgave WHERE item_id = $1 ORDER BY hash', [item])

type Sagsvalg = {
  readonly titel?: string
  readonly kle?: string
  readonly enhed?: string
  readonly kommune?: string
  readonly behandler?: string
  readonly cpr?: string
}
export const GENNEMGANG = '/kommune/gennemgang'
export const BORGER = '6101800011'
export const [ENHED_A, ENHED_B] = [randomUUID(), randomUUID()]

/** What a scenario of the review does on a site that is there when it is asked for. */
export const createScenarie = (sted: () => Testwebsted) => ({
  /** Delivers a case of a unit's with a title. */
  leverSag: async ({
    titel = `Hjælp i hjemmet ${randomUUID().slice(0, 4)}`,
    kle = '27.36.04',
    enhed = ENHED_A,
    kommune = KORSBAEK,
    behandler,
    cpr = BORGER,
  }: Sagsvalg = {}) => {
    const id = randomUUID()
    const navn = enhed === ENHED_A ? 'Hjemmeplejen' : 'Ældreteamet'
    const person = { rolle: 'Primær behandler', type: 'Bruger', fuldtNavn: 'Bente Behandler', cvrNummer: kommune }
    const aktoerer = [
      { rolle: 'Ejer', fuldtNavn: 'Kommunen', cvrNummer: kommune },
      { rolle: 'Ansvarlig', referenceId: enhed, fuldtNavn: navn, cvrNummer: kommune },
      ...(behandler ? [{ ...person, referenceId: behandler }] : []),
    ]
    const sag = lavSag({ id, titel, kle, kommune, parter: [part('Primær part', cpr)] }, { sagsaktoerer: aktoerer })
    await sted().lever('a', [sag])
    return { id, titel }
  },
  side: async (hvem: Paaarbejde, soeg = ''): Promise<string> => (await hvem.browser.get(`${GENNEMGANG}${soeg}`)).tekst,
  svar: (hvem: Paaarbejde, felter: Readonly<Record<string, string>>) => hvem.post(`${GENNEMGANG}/afgoer`, felter),
  /** What the citizen's list says. */
  borgerSer: async (cpr = BORGER): Promise<string> => (await (await sted().logInd(cpr)).get('/api/v1/mig/sager')).tekst,
})

/** The form's own fields of the title that is open. */
export const aaben = (tekst: string): { readonly opgave: string; readonly version: string } => ({
  opgave: /name="opgave" value="([0-9a-f-]{36})"/.exec(tekst)?.[1] ?? '',
  version: /name="version" value="(\d+)"/.exec(tekst)?.[1] ?? '',
})

/** Nothing delivered, and nothing decided. */
export const emptyAlt = (sted: Testwebsted): Promise<unknown> =>
  sted.base.asOwner(
    'TRUNCATE titelopgave, titelgennemgang, plantet_titel, titelvurdering, overblik, objekt, registrering, afhaengighed',
  )
