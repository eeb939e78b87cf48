import type { Tidspunkt } from '#kernel'
import type { Parameter } from '#platform/database'
import { compileRettigheder, type Ret, type Rettighedsgrundlag } from './betingelse.ts'

/** A condition on rows `o` of overblik, and the values of its parameters, the first of which is `$fra`. */
export type Rettighedsbetingelse = { readonly tekst: string; readonly vaerdier: readonly Parameter[] }

/**
 * What the statements that read for a caseworker put in their WHERE besides what they ask for: the same limit as row-level security, put in another
 * way. `part` is the statement's own expression for whom it is about. The text depends on the numbers of the parameters alone, so a statement
 * with it can be prepared. A grant's payments are looked at once a statement.
 */
export function rettighedsbetingelse(
  grundlag: Rettighedsgrundlag,
  nu: Tidspunkt,
  { fra, part, ret = 'se' }: { readonly fra: number; readonly part: string; readonly ret?: Ret },
): Rettighedsbetingelse {
  const { stier, bevillinger, betalinger } = compileRettigheder(grundlag, ret, nu)
  const [sti, bevilling, betaling] = [`$${fra}::jsonb`, `$${fra + 1}::jsonpath[]`, `$${fra + 2}::jsonpath[]`]
  const betalt = `FROM overblik e CROSS JOIN LATERAL jsonb_array_elements(e.adgang -> 'b') AS b
       WHERE e.part_id = ${part} AND e.art = 'oekonomiskEffektuering'`
  const tekst = `CASE o.art
     WHEN 'bevilling' THEN EXISTS (SELECT FROM unnest(${bevilling}) WITH ORDINALITY AS g (sti, nr)
       WHERE jsonb_path_match(o.adgang, g.sti, '{}', true)
         AND (o.item_id::text <> ALL ((SELECT coalesce(array_agg(b ->> 'i'), '{}') ${betalt})::text[])
           OR o.item_id::text || ' ' || g.nr = ANY ((SELECT coalesce(array_agg((b ->> 'i') || ' ' || m.nr), '{}')
             FROM overblik e CROSS JOIN LATERAL jsonb_array_elements(e.adgang -> 'b') AS b
               CROSS JOIN unnest(${betaling}) WITH ORDINALITY AS m (sti, nr)
             WHERE e.part_id = ${part} AND e.art = 'oekonomiskEffektuering' AND jsonb_path_match(e.adgang, m.sti, '{}', true))::text[])))
     ELSE jsonb_path_match(o.adgang, (${sti} ->> o.art)::jsonpath, '{}', true) END`
  return { tekst, vaerdier: [JSON.stringify(stier), bevillinger, betalinger] }
}
