import { afterAll, beforeAll, expect, test } from 'vitest'
import { explainAdgang, grundlagForSagsbehandler, grundlagForSoegning, kontekstForSagsbehandler } from '#adgang'
import { createLogskriver, readForSagsbehandler, readKendskab } from '#adgangslog'
import { rettighedsbetingelse, toAdgangsfakta } from '#indeks'
import { type Medarbejdergrundlag, newUuid, type Uuid } from '#kernel'
import { fixedClock } from '#platform/clock'
import { type Statement, sql } from '#platform/database'
import { startMedarbejdersession } from '../../src/adgang/medarbejder/log-ind.ts'
import {
  type FaktaRaekke,
  findAabnet,
  findKendte,
  findKendtFakta,
  findRaekker,
} from '../../src/partsoverblik/side/partsoverblik.sql.ts'
import { findKendte as findSoegte } from '../../src/partsoverblik/soegning/soegning.sql.ts'
import { createOrakel } from '../byggere/adgang/cedar.ts'
import { type Indeksverden, registreringerFor, toIndeksverden } from '../byggere/adgang/i-indekset.ts'
import { createAdgangsverden, type Ting } from '../byggere/adgang/vilkaarlig.ts'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'
import { registerAlle } from '../byggere/indeks.ts'
import { noterTal } from '../byggere/tal.ts'

/**
 * Decisions by chance, employees by groups by things by instants: Cedar's answer, from policies of its own, against what each way to the rows gives, on
 * rows that the index itself has made. Then with the statements' own limit off, with row-level security off, and with both off.
 */

const ANTAL = Number(process.env['BEVIS_AFGOERELSER'] ?? 2_000)
const AD_GANGEN = 25

let testdb: Testdatabase
beforeAll(async () => {
  testdb = await createTestDatabase()
})
afterAll(async () => testdb.close())

type Raekke = { readonly part_id: Uuid; readonly item_id: Uuid }
type Set = { readonly se: readonly Uuid[]; readonly kende: readonly Uuid[] }
type Vej = (verden: Indeksverden, grundlag: Medarbejdergrundlag) => Promise<Partial<Record<string, Set | undefined>>>

/** What no list is: a count or a search that does not agree with it. */
const INGEN: Set = { se: [], kende: ['' as Uuid] }
const ider = (raekker: readonly Raekke[]): readonly Uuid[] => raekker.map(({ item_id }) => item_id).sort()

async function grundlagFor({ hvem, nu, grupper, part }: Indeksverden): Promise<Medarbejdergrundlag> {
  const login = { id: hvem.id, cvr: hvem.kommune, navn: 'x', organisation: 'x', loa: 'High', forrige: undefined } as const
  const { id: session } = await startMedarbejdersession({ db: testdb.db, clock: fixedClock(nu) }, login)
  return grundlagForSagsbehandler(
    { id: hvem.id, cvr: hvem.kommune, rettigheder: grupper, enheder: hvem.enheder, session },
    { part, formaal: 'henvendelse', korrelation: newUuid() },
  )
}

/** Every way that a caseworker reads by: the list and its count, each thing by its own address, a search among them, the file, the explanation. */
const alleVeje: Vej = async (verden, grundlag) => {
  const deps = { db: testdb.db, log: createLogskriver(testdb.db), clock: fixedClock(verden.nu) }
  const { part, nu } = verden
  const hvem = { id: verden.hvem.id, cvr: verden.hvem.kommune, rettigheder: verden.grupper, enheder: verden.hvem.enheder }
  const { tekst, vaerdier } = rettighedsbetingelse(grundlag, nu, { fra: 2, part: '$1' })
  const antal: Statement<Raekke & { readonly antal: number }> = sql(
    `SELECT o.part_id, count(*)::int AS antal FROM overblik o WHERE o.part_id = $1 AND ${tekst} GROUP BY o.part_id`,
    [part, ...vaerdier],
    'proeve_antal',
  )
  // A search finds whoever there is anything to know of, and by a thing's own number only where that thing may be known of.
  const kandidater = [undefined, ...verden.ting].map((ting) => ({ part, item: ting && verden.idFor(ting) }))
  const enkelte = verden.ting.map((ting) => findAabnet(grundlag, verden.idFor(ting), nu))
  const fakta = verden.ting.map((ting) => findKendtFakta(grundlag, verden.idFor(ting), nu))
  const [[liste, talt, fil], direkte, [kendte], [fundne], forklarede] = await Promise.all([
    readForSagsbehandler(deps, grundlag, { hvad: 'partsoverblik' }, [
      findRaekker(grundlag, nu),
      antal,
      findRaekker(grundlag, nu),
    ]),
    readForSagsbehandler(deps, grundlag, { hvad: 'detalje' }, enkelte),
    readKendskab(deps, grundlag, { hvad: 'kendskab' }, [findKendte(grundlag, nu)]),
    readKendskab(deps, grundlag, { hvad: 'kendskab' }, [
      findSoegte(grundlagForSoegning({ ...hvem, session: grundlag.session }), nu, kandidater),
    ]),
    readKendskab(deps, grundlag, { hvad: 'adgangsforklaring' }, fakta),
  ])
  const aabnede = direkte.flatMap((raekker, nr) => {
    const ting = verden.ting[nr]
    return raekker.filter(({ item_id }) => ting && item_id === verden.idFor(ting))
  })
  const kende = ider(kendte as readonly Raekke[])
  const set = (se: readonly Raekke[]): Set => ({ se: ider(se), kende })
  return {
    liste: set(liste),
    adresse: set(aabnede),
    soegning: fundne.length === kende.length + Number(kende.length > 0) ? set(liste) : INGEN,
    fil: set(fil),
    forklaring: explained(verden, forklarede.flat()),
    // A count names nothing: it stands for the list that it counts.
    antal: (talt[0]?.antal ?? 0) === liste.length ? set(liste) : INGEN,
  }
}

/** What an explanation says of the things that there is one for: to be seen where nothing stops one of the groups. */
function explained({ grupper, hvem, nu }: Indeksverden, raekker: readonly FaktaRaekke[]): Set {
  const forklaringer = raekker.flatMap((raekke) => {
    const betalinger = raekke.betalinger?.map((adgang) => ({ adgang }))
    const forklaring = explainAdgang(grupper, toAdgangsfakta(raekke, betalinger), hvem, nu)
    return forklaring ? [{ raekke, ...forklaring }] : []
  })
  const sete = forklaringer.filter((en) => en.grupper.some(({ hindringer }) => hindringer.length === 0))
  return { se: ider(sete.map(({ raekke }) => raekke)), kende: ider(forklaringer.map(({ raekke }) => raekke)) }
}

/** The rows as they come where the statement says nothing of rights. */
const udenBetingelse: Vej = async (verden, grundlag) => {
  const alle: Statement<Raekke> = sql('SELECT part_id, item_id FROM overblik WHERE part_id = $1', [verden.part])
  const som = async (rolle: 'sagsbehandler' | 'kendskab') => {
    const [raekker] = await testdb.db.readBatch(kontekstForSagsbehandler(grundlag, rolle, verden.nu), [alle])
    return ider(raekker)
  }
  const [se, kende] = await Promise.all([som('sagsbehandler'), som('kendskab')])
  return { raa: { se, kende } }
}

async function withoutRowSecurity<T>(work: () => Promise<T>): Promise<T> {
  await testdb.asOwner('ALTER TABLE overblik DISABLE ROW LEVEL SECURITY')
  try {
    return await work()
  } finally {
    await testdb.asOwner('ALTER TABLE overblik ENABLE ROW LEVEL SECURITY')
  }
}

type Stilling = { afgoerelser: number; ja: number; readonly forskelle: string[]; readonly veje: Map<string, number> }
const nyStilling = (): Stilling => ({ afgoerelser: 0, ja: 0, forskelle: [], veje: new Map() })
type Spurgt = {
  readonly seed: number
  readonly verden: Indeksverden
  readonly grundlag: Medarbejdergrundlag
  readonly ventet: Set
}

async function compare(stilling: Stilling, spurgte: readonly Spurgt[], vej: Vej): Promise<void> {
  for (const { seed, verden, grundlag, ventet } of spurgte) {
    for (const [navn, svar] of Object.entries(await vej(verden, grundlag))) {
      if (JSON.stringify(svar) !== JSON.stringify(ventet))
        stilling.forskelle.push(`world ${seed} by ${navn}: ${describe(verden, ventet, svar)}`)
      stilling.veje.set(navn, (stilling.veje.get(navn) ?? 0) + 2 * verden.ting.length)
    }
    stilling.afgoerelser += 2 * verden.ting.length
    stilling.ja += ventet.se.length + ventet.kende.length
  }
}

function describe(verden: Indeksverden, ventet: Set, svar: Set | undefined): string {
  const kun = (a: readonly Uuid[], b: readonly Uuid[]) =>
    verden.ting.filter((ting: Ting) => a.includes(verden.idFor(ting)) && !b.includes(verden.idFor(ting))).map(({ art }) => art)
  return (['se', 'kende'] as const)
    .map((ret) => `${ret}: too much ${kun(svar?.[ret] ?? [], ventet[ret])}, too little ${kun(ventet[ret], svar?.[ret] ?? [])}`)
    .join('; ')
}

test(`${ANTAL} decisions by chance are Cedar's by every way, and each layer alone keeps them`, {
  timeout: 3_600_000,
}, async () => {
  const orakel = createOrakel()
  let spurgt = 0
  const [begge, kunRls, kunWhere, ingen] = [nyStilling(), nyStilling(), nyStilling(), nyStilling()]
  for (let seed = 1; begge.afgoerelser < ANTAL; seed += AD_GANGEN) {
    const verdener = Array.from({ length: AD_GANGEN }, (_, i) => ({
      seed: seed + i,
      verden: toIndeksverden(createAdgangsverden(seed + i), newUuid()),
    }))
    await registerAlle(testdb.db, ...verdener.flatMap(({ verden }) => registreringerFor(verden)))
    const spurgte: Spurgt[] = []
    for (const { seed: nr, verden } of verdener) {
      const ja = (handling: 'se' | 'kende') =>
        verden.ting
          .filter((ting) => orakel(verden, ting, handling))
          .map(verden.idFor)
          .sort()
      spurgte.push({ seed: nr, verden, grundlag: await grundlagFor(verden), ventet: { se: ja('se'), kende: ja('kende') } })
    }
    spurgt += spurgte.length
    await compare(begge, spurgte, alleVeje)
    await compare(kunRls, spurgte, udenBetingelse)
    await withoutRowSecurity(async () => {
      await compare(kunWhere, spurgte, alleVeje)
      await compare(ingen, spurgte, udenBetingelse)
    })
    expect([...begge.forskelle, ...kunRls.forskelle, ...kunWhere.forskelle].slice(0, 10)).toEqual([])
  }
  const veje = [...begge.veje].map(([navn, antal]) => `${navn} ${antal}`).join(', ')
  noterTal(`${begge.afgoerelser} decisions, of which ${begge.ja} were yes, agree with Cedar: ${veje}`)
  noterTal(`${kunRls.afgoerelser} hold by row-level security alone, ${kunWhere.afgoerelser} by the statements' own limit alone`)
  noterTal(`with both off ${ingen.forskelle.length} of ${spurgt} employees see too much`)
  expect(begge.ja).toBeGreaterThan(begge.afgoerelser / 20)
  // The trial itself can fail: without either layer nearly everybody sees what they may not.
  expect(ingen.forskelle.length).toBeGreaterThan(0)
})
