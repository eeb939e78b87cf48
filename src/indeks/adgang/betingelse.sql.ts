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
  // The part's payments are looked at once: which grants have some, and by which group one of them passes.
  const betalt = `(SELECT coalesce(array_agg(DISTINCT n.navn), '{}')
       FROM overblik e CROSS JOIN LATERAL jsonb_array_elements(e.adgang -> 'b') AS b
         CROSS JOIN LATERAL (SELECT b ->> 'i' UNION ALL SELECT (b ->> 'i') || ' ' || m.nr
           FROM unnest(${betaling}) WITH ORDINALITY AS m (sti, nr) WHERE jsonb_path_match(e.adgang, m.sti, '{}', true)) AS n (navn)
       WHERE e.part_id = ${part} AND e.art = 'oekonomiskEffektuering')`
  // Each path is made of its text once a statement, in a query of its own: beside the rows it would be made anew for every one of them.
  const passer = (art: string) =>
    `WHEN '${art}' THEN jsonb_path_match(o.adgang, (SELECT (${sti} ->> '${art}')::jsonpath), '{}', true)`
  const tekst = `CASE o.art
     WHEN 'bevilling' THEN EXISTS (SELECT FROM unnest(${bevilling}) WITH ORDINALITY AS g (sti, nr)
         CROSS JOIN LATERAL (SELECT ${betalt} AS navne OFFSET 0) AS p
       WHERE jsonb_path_match(o.adgang, g.sti, '{}', true)
         AND (o.item_id::text <> ALL (p.navne) OR o.item_id::text || ' ' || g.nr = ANY (p.navne)))
     ${Object.keys(stier).map(passer).join('\n     ')}
     ELSE false END`
  return { tekst, vaerdier: [JSON.stringify(stier), bevillinger, betalinger] }
}
