import type { Uuid } from '#kernel'
import { sql } from '#platform/database'

/** Role modtagelse. What a rebuild did; nobody may change or remove it. */
export const insertGenopbygningshaendelse = (
  koersel: Uuid,
  hvad: 'begyndt' | 'rettet' | 'sluttet',
  detaljer: Readonly<Record<string, unknown>>,
  hvem: string,
) =>
  sql<never>('INSERT INTO genopbygning_haendelse (koersel_id, hvad, detaljer, hvem) VALUES ($1, $2, $3::jsonb, $4)', [
    koersel,
    hvad,
    JSON.stringify(detaljer),
    hvem,
  ])
