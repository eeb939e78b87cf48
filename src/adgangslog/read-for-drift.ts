import { kontekstForDrift } from '#adgang'
import type { Driftsgrundlag, Uuid } from '#kernel'
import type { RowsOf, Statement } from '#platform/database'
import { countEgne, type Laesedeps } from './read-persondata.ts'

/**
 * The operator's only way to personal data, with the same promise as the citizen's: every row is about the ground's part, and none is handed
 * over before the log row that names the operator is durable. Throws Grundlagsfejl, Logfejl or DatabaseFejl; then no row has left.
 */
export async function readForDrift<const S extends readonly Statement<{ readonly part_id: Uuid }>[]>(
  deps: Pick<Laesedeps, 'db' | 'log'>,
  grundlag: Driftsgrundlag,
  laesning: { readonly hvad: string; readonly objekt: Uuid },
  statements: S,
): Promise<RowsOf<S>> {
  const raekker = await deps.db.readBatch(kontekstForDrift(grundlag), statements)
  const antal = countEgne(raekker as unknown as readonly (readonly { readonly part_id: Uuid }[])[], grundlag.part)
  await deps.log.append({
    aktoerType: grundlag.aktoer.type,
    aktoer: grundlag.aktoer.id,
    part: grundlag.part,
    grund: grundlag.grund,
    formaal: grundlag.formaal,
    hvad: laesning.hvad,
    objekt: laesning.objekt,
    antal,
    korrelation: grundlag.korrelation,
  })
  return raekker
}
