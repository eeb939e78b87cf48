import type { Rolle } from '#adgang'
import { type KlePraefiks, uuidFromName } from '#kernel'
import type { Kilderegister } from '#kilde'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { advanceFagsystem, advanceKommuneVej, listFagsystemer, registerFagsystem } from '#tilslutning/vej'
import { FAST } from '../verden/id.ts'
import type { Verden } from '../verden/index.ts'

type Deps = { readonly db: Database; readonly clock: Clock; readonly kilder: Kilderegister }
type Medarbejder = Verden['medarbejdere'][number]

/** A new system of the vendor's that has just begun, so that there is a next step to take. */
const NYT_SYSTEM = {
  id: uuidFromName(FAST, 'system/elletrae-plan'),
  navn: 'Elletræ Plan',
  slags: 'pladsanvisning',
  version: '1.0',
}
const AFTALE = { underskrevet: '2020-11-02', underskriver: 'Kommunaldirektøren' }
/** What the demo takes as in place, since the people of its municipalities have their roles and contact points. */
const FAKTA = { projektansvarlige: 2, fagsystemansvarlige: 1, henvendelsessteder: 1 }

/**
 * Puts the demo's sources on the road as the operator would those that delivered before there was one, and leaves something to do: a system
 * that has just begun, and a municipality that waits for a second person. Done once; what people have done since stands.
 */
export async function registerTilslutninger(deps: Deps, verden: Verden): Promise<void> {
  if ((await listFagsystemer(deps.db)).length > 0) return
  const hvem = createOpslag(verden)
  const leverandoer = hvem('leverandoer')
  for (const { id, navn, art, klePraefikser, kommuner } of verden.kilder) {
    const nyt = { type: 'registreret', id, navn, slags: art, leverandoer: leverandoer.cvr, version: '1.0' } as const
    expectOk(await registerFagsystem(deps, hvem('driftsansvarlig'), { ...nyt, kle: klePraefikser as KlePraefiks[] }))
    for (const { cvr, kode } of kommuner) await noteAftale(deps, hvem('fagsystemansvarlig', cvr), id, `Sag ${kode}-117`)
  }
  expectOk(
    await registerFagsystem(deps, leverandoer, { ...NYT_SYSTEM, type: 'registreret', leverandoer: leverandoer.cvr, kle: [] }),
  )
  for (const [nr, { cvr, kode }] of verden.kommuner.entries()) {
    const projektansvarlig = hvem('projektansvarlig', cvr)
    const skridt = async (person: typeof projektansvarlig, kommando: Parameters<typeof advanceKommuneVej>[3]) =>
      expectOk(await advanceKommuneVej(deps, person, cvr, kommando, FAKTA))
    await skridt(projektansvarlig, { type: 'noterDatabehandleraftale', ...AFTALE, reference: `Sag ${kode}-100` })
    const forslag = (await skridt(projektansvarlig, { type: 'foreslaaKlar' })).forslag
    if (nr === 0 && forslag) await skridt(hvem('driftsansvarlig'), { type: 'bekraeft', forslag })
    if (nr === 0) await noteAftale(deps, hvem('fagsystemansvarlig', cvr), NYT_SYSTEM.id, `Sag ${kode}-204`)
  }
}

/** Somebody with the role, of the organisation where one is given. */
const createOpslag =
  ({ medarbejdere }: Verden) =>
  (rolle: Rolle, cvr?: Medarbejder['organisation']['cvr']) => {
    const fundet = medarbejdere.find((en) => en.rolle === rolle && (cvr === undefined || en.organisation.cvr === cvr))
    if (!fundet) throw new TypeError(`The demo has nobody with the role ${rolle}`)
    const { id, navn, organisation } = fundet
    return { id, navn, cvr: organisation.cvr, organisation: organisation.navn, roller: [rolle] }
  }

async function noteAftale(
  deps: Deps,
  person: ReturnType<ReturnType<typeof createOpslag>>,
  id: Medarbejder['id'],
  reference: string,
) {
  const kommando = { type: 'noterAftale', kommune: person.cvr, ...AFTALE, reference } as const
  expectOk(await advanceFagsystem(deps, person, id, kommando, { sandkasse: person.cvr, isKlar: () => true, isRent: () => true }))
}

/** Throws TypeError where a step of the demo was refused: it is made of what is allowed. */
function expectOk<T>(svar: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly afvisning: string }): T {
  if (!svar.ok) throw new TypeError(`A step of the demo was refused: ${svar.afvisning}`)
  return svar.value
}
