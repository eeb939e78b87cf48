-- What may only be known of is told with the unit that answers for it. A payment has the unit of its grant or of that one's case, a grant that names none
-- has its case's, and a note may stand on several: a unit is told only where it is the thing's own, or the case's that it is known by. Those with a unit
-- come first, so that whoever looks at one sees it.
CREATE OR REPLACE FUNCTION borgerblikket_kendte(part uuid, stier jsonb, bevillinger jsonpath[], betalinger jsonpath[])
RETURNS TABLE (item_id uuid, enhed text, navn text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH sti AS MATERIALIZED (
    SELECT (stier ->> 'sag')::jsonpath AS sag, (stier ->> 'dokument')::jsonpath AS dokument, (stier ->> 'aftale')::jsonpath AS aftale,
      (stier ->> 'journalnotat')::jsonpath AS journalnotat, (stier ->> 'oekonomiskEffektuering')::jsonpath AS betaling),
  betalt AS MATERIALIZED (
    SELECT b ->> 'i' AS bevilling, g.nr, bool_or(jsonb_path_match(o.adgang, g.sti, '{}', true)) AS svarer
    FROM overblik o CROSS JOIN LATERAL jsonb_array_elements(o.adgang -> 'b') AS b CROSS JOIN unnest(betalinger) WITH ORDINALITY AS g (sti, nr)
    WHERE o.part_id = part AND o.art = 'oekonomiskEffektuering' GROUP BY 1, 2),
  kendte AS MATERIALIZED (
    SELECT o.item_id, CASE o.art
        WHEN 'oekonomiskEffektuering' THEN NULL
        WHEN 'bevilling' THEN CASE WHEN jsonb_path_exists(o.adgang, '$.o[*].u') THEN o.data -> 'ansvarlig' END
        WHEN 'journalnotat' THEN CASE WHEN jsonb_array_length(o.adgang -> 's') = 1 THEN o.data -> 'ansvarlig' END
        ELSE o.data -> 'ansvarlig' END AS ansvarlig
    FROM overblik o CROSS JOIN sti
    WHERE o.part_id = part AND o.part_id = ANY (borgerblikket_parter())
      AND CASE o.art
        WHEN 'bevilling' THEN EXISTS (
          SELECT FROM unnest(bevillinger) WITH ORDINALITY AS g (sti, nr)
          WHERE jsonb_path_match(o.adgang, g.sti, '{}', true)
            AND coalesce((SELECT b.svarer FROM betalt b WHERE b.bevilling = o.item_id::text AND b.nr = g.nr), true))
        WHEN 'sag' THEN jsonb_path_match(o.adgang, sti.sag, '{}', true)
        WHEN 'dokument' THEN jsonb_path_match(o.adgang, sti.dokument, '{}', true)
        WHEN 'aftale' THEN jsonb_path_match(o.adgang, sti.aftale, '{}', true)
        WHEN 'journalnotat' THEN jsonb_path_match(o.adgang, sti.journalnotat, '{}', true)
        WHEN 'oekonomiskEffektuering' THEN jsonb_path_match(o.adgang, sti.betaling, '{}', true)
        ELSE false END)
  SELECT k.item_id, a.enhed, a.navn
  FROM kendte k
    LEFT JOIN LATERAL (
      SELECT e ->> 'enhed' AS enhed, e ->> 'navn' AS navn FROM jsonb_array_elements(k.ansvarlig) AS e
      WHERE (e #>> '{virkning,fra}')::timestamptz <= current_setting('borgerblikket.nu', true)::timestamptz
        AND coalesce((e #>> '{virkning,til}')::timestamptz > current_setting('borgerblikket.nu', true)::timestamptz, true)
      ORDER BY e #>> '{virkning,fra}' DESC LIMIT 1) AS a ON true
  ORDER BY a.navn
$$;
