-- Which of the municipality's people may see an item follows from facts of the item and of what it stands on, kept with its row, and from the
-- groups of rights that a login brought. A row without facts, of before they were kept, is seen by nobody of them until it has been made anew.
ALTER TABLE overblik ADD COLUMN adgang jsonb;
COMMENT ON COLUMN overblik.adgang IS 'What decides who of the municipality may see the item (src/indeks/adgang); never read for a citizen';

-- A citizen's role had the whole table. What decides about others' sight tells of cases that the citizen has no part in.
REVOKE SELECT ON overblik FROM borgerblikket_borger;
GRANT SELECT (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data, indhold, modtaget, foerst_modtaget) ON overblik
  TO borgerblikket_borger;

-- One object at one group: its stretches of time, of which one is valid now, and its Master. `egne`: sensitivity, system and positive list alone.
-- `hvert`: every number it has must be within; else one.
CREATE FUNCTION borgerblikket_indenfor(skiver jsonb, master text, gruppe jsonb, ret jsonb, egne boolean, hvert boolean) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  skive jsonb; fra jsonb; nr text; inde boolean; numre int := 0;
BEGIN
  IF gruppe ? 'm' AND NOT coalesce(gruppe -> 'm' ? master, false) THEN RETURN false; END IF;
  FOR i IN 0 .. coalesce(jsonb_array_length(skiver), 0) - 1 LOOP
    fra := skiver -> i;
    IF fra -> 't' <= ret -> 'n' AND (NOT fra ? 'x' OR fra -> 'x' > ret -> 'n') THEN skive := fra; END IF;
  END LOOP;
  IF coalesce((skive ->> 'f')::int, 3) > (gruppe ->> 'f')::int THEN RETURN false; END IF;
  IF skive ? 'p' AND NOT EXISTS (SELECT FROM jsonb_array_elements_text(skive -> 'p') AS p (ref) WHERE ret -> 'h' ? p.ref) THEN
    RETURN false;
  END IF;
  IF egne THEN RETURN true; END IF;
  IF skive IS NULL OR skive -> 'e' IS DISTINCT FROM ret -> 'c' THEN RETURN false; END IF;
  IF gruppe ? 'u' AND NOT EXISTS (
    SELECT FROM jsonb_array_elements_text(coalesce(skive -> 'u', '[]')) AS u (enhed) WHERE gruppe -> 'u' ? u.enhed) THEN
    RETURN false;
  END IF;
  FOR i IN 0 .. coalesce(jsonb_array_length(skive -> 'k'), 0) - 1 LOOP
    nr := skive -> 'k' ->> i;
    inde := gruppe -> 'k' ?| ARRAY['*', left(nr, 2) || '.*', left(nr, 5) || '.*', nr];
    IF inde AND NOT hvert THEN RETURN true; END IF;
    IF hvert AND NOT inde THEN RETURN false; END IF;
    numre := numre + 1;
  END LOOP;
  RETURN hvert AND numre > 0;
END $$;

-- Owner and one of the numbers: what a grant asks of its payments.
CREATE FUNCTION borgerblikket_modsvarer(skiver jsonb, gruppe jsonb, ret jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT borgerblikket_indenfor(skiver, NULL, jsonb_build_object('k', gruppe -> 'k', 'f', 3), ret || '{"h": []}', false, false) $$;

-- Of the parts that the transaction names: the grants that have payments, each with the groups that one of them lets pass. Past row-level
-- security, since a grant's payments are not to be seen for it to be decided.
CREATE FUNCTION borgerblikket_betalte(ret jsonb) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_object_agg(i, nr), '{}') FROM (
    SELECT b ->> 'i' AS i, coalesce(jsonb_agg(DISTINCT g.nr - 1) FILTER (WHERE borgerblikket_modsvarer(o.adgang -> 'o', g.gruppe, ret)), '[]') AS nr
    FROM overblik o CROSS JOIN LATERAL jsonb_array_elements(o.adgang -> 'b') AS b
      LEFT JOIN LATERAL jsonb_array_elements(ret -> 'g') WITH ORDINALITY AS g (gruppe, nr) ON true
    WHERE o.part_id = ANY (borgerblikket_parter()) AND o.art = 'oekonomiskEffektuering'
    GROUP BY b ->> 'i') AS betalt
$$;

-- What the transaction's rights come to, made ready once for all the rows that are asked of it: c the municipality, n when, h who asks as a positive
-- list can name them, g the groups with one of `roller` (k numbers, f sensitivity, u units, m systems), b the grants that have payments. NULL: none.
CREATE FUNCTION borgerblikket_ret(roller text[]) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  grupper jsonb := nullif(current_setting('borgerblikket.rettigheder', true), '');
  nu timestamptz := nullif(current_setting('borgerblikket.nu', true), '');
  ret jsonb;
BEGIN
  IF grupper IS NULL OR nu IS NULL OR borgerblikket_kommune() IS NULL OR borgerblikket_aktoer() IS NULL THEN RETURN NULL; END IF;
  SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('k', g.v -> 'kle', 'f', f.trin - 1, 'u', g.v -> 'enheder', 'm', g.v -> 'itsystemer')))
    INTO grupper
    FROM jsonb_array_elements(grupper) AS g (v)
      JOIN unnest(ARRAY['IKKE_FORTROLIGE_DATA', 'FORTROLIGE_PERSONOPLYSNINGER', 'FOELSOMME_PERSONOPLYSNINGER', 'VIP_SAGER'])
        WITH ORDINALITY AS f (navn, trin) ON f.navn = g.v ->> 'foelsomhed'
    WHERE g.v ->> 'kommune' = borgerblikket_kommune() AND g.v -> 'systemroller' ?| roller;
  IF grupper IS NULL THEN RETURN NULL; END IF;
  ret := jsonb_build_object(
    'c', borgerblikket_kommune(),
    'n', floor(extract(epoch FROM nu) * 1000),
    'h', jsonb_build_array(borgerblikket_aktoer(), 'urn:oio:cvr-nr:' || borgerblikket_kommune())
      || coalesce(nullif(current_setting('borgerblikket.enheder', true), ''), '[]')::jsonb,
    'g', grupper);
  RETURN ret || jsonb_build_object('b', borgerblikket_betalte(ret));
END $$;

-- Whether one of the groups, as a whole, lets the item through. By kind: a case by all of its own; a document or an appointment by what it has of its own
-- and one of its cases, on none by all of its own; a note by its case, and by a sensitivity of its own where it says one; a grant by all of its own and
-- by a payment where there are payments; a payment by its own and one of its grants.
CREATE FUNCTION borgerblikket_maa_se(art text, item uuid, adgang jsonb, ret jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  gruppe jsonb; egen jsonb := adgang -> 'o'; master text := adgang ->> 'm'; sager jsonb := coalesce(adgang -> 's', '[]'); grundlag jsonb;
BEGIN
  IF adgang IS NULL OR ret IS NULL THEN RETURN false; END IF;
  grundlag := CASE WHEN art = 'oekonomiskEffektuering' THEN coalesce(adgang -> 'b', '[]') ELSE sager END;
  FOR i IN 0 .. jsonb_array_length(ret -> 'g') - 1 LOOP
    gruppe := ret -> 'g' -> i;
    IF (CASE art
      WHEN 'sag' THEN borgerblikket_indenfor(egen, master, gruppe, ret, false, true)
      WHEN 'bevilling' THEN borgerblikket_indenfor(egen, master, gruppe, ret, false, false)
        AND (NOT ret -> 'b' ? item::text OR ret -> 'b' -> item::text @> to_jsonb(i))
      WHEN 'dokument' THEN borgerblikket_indenfor(egen, master, gruppe, ret, sager <> '[]', true)
      WHEN 'aftale' THEN borgerblikket_indenfor(egen, master, gruppe, ret, sager <> '[]', true)
      WHEN 'journalnotat' THEN egen IS NULL
        OR borgerblikket_indenfor(egen, NULL, gruppe - 'm', ret || '{"h": []}', true, true)
      WHEN 'oekonomiskEffektuering' THEN borgerblikket_modsvarer(egen, gruppe, ret) AND (NOT gruppe ? 'm' OR gruppe -> 'm' ? master)
      ELSE false END) THEN
      IF art IN ('sag', 'bevilling') OR (art IN ('dokument', 'aftale') AND sager = '[]') THEN RETURN true; END IF;
      FOR j IN 0 .. jsonb_array_length(grundlag) - 1 LOOP
        IF borgerblikket_indenfor(grundlag -> j -> 's', coalesce(grundlag -> j ->> 'm', master), gruppe, ret, false, art <> 'oekonomiskEffektuering') THEN RETURN true; END IF;
      END LOOP;
    END IF;
  END LOOP;
  RETURN false;
END $$;

REVOKE ALL ON FUNCTION borgerblikket_betalte(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION borgerblikket_betalte(jsonb) TO borgerblikket_sagsbehandler, borgerblikket_kendskab;

CREATE POLICY indenfor_rettigheder ON overblik FOR SELECT TO borgerblikket_sagsbehandler USING (
  part_id = ANY (borgerblikket_parter()) AND borgerblikket_maa_se(art, item_id, adgang, (SELECT borgerblikket_ret('{se}'))));
CREATE POLICY maa_kendes ON overblik FOR SELECT TO borgerblikket_kendskab USING (
  part_id = ANY (borgerblikket_parter()) AND borgerblikket_maa_se(art, item_id, adgang, (SELECT borgerblikket_ret('{se,kendskab}'))));
GRANT SELECT (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data, indhold, modtaget, foerst_modtaget, adgang) ON overblik
  TO borgerblikket_sagsbehandler;
GRANT SELECT (part_id, item_id, art, kommune) ON overblik TO borgerblikket_kendskab;

-- What one may only know of, with the unit that answers for it: the row itself is not to be read for that. `stier`, `bevillinger` and `betalinger` are the
-- same limit put another way, as where rows are read (src/indeks/adgang/betingelse.sql.ts).
CREATE FUNCTION borgerblikket_kendte(part uuid, stier jsonb, bevillinger jsonpath[], betalinger jsonpath[])
RETURNS TABLE (item_id uuid, enhed text, navn text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH betalt AS MATERIALIZED (
    SELECT b ->> 'i' AS bevilling, g.nr, bool_or(jsonb_path_match(o.adgang, g.sti, '{}', true)) AS svarer
    FROM overblik o CROSS JOIN LATERAL jsonb_array_elements(o.adgang -> 'b') AS b CROSS JOIN unnest(betalinger) WITH ORDINALITY AS g (sti, nr)
    WHERE o.part_id = part AND o.art = 'oekonomiskEffektuering' GROUP BY 1, 2)
  SELECT o.item_id, a.enhed, a.navn
  FROM overblik o
    LEFT JOIN LATERAL (
      SELECT e ->> 'enhed' AS enhed, e ->> 'navn' AS navn FROM jsonb_array_elements(o.data -> 'ansvarlig') AS e
      WHERE (e #>> '{virkning,fra}')::timestamptz <= current_setting('borgerblikket.nu', true)::timestamptz
        AND coalesce((e #>> '{virkning,til}')::timestamptz > current_setting('borgerblikket.nu', true)::timestamptz, true)
      ORDER BY e #>> '{virkning,fra}' DESC LIMIT 1) AS a ON true
  WHERE o.part_id = part AND o.part_id = ANY (borgerblikket_parter())
    AND CASE o.art
      WHEN 'bevilling' THEN EXISTS (
        SELECT FROM unnest(bevillinger) WITH ORDINALITY AS g (sti, nr)
        WHERE jsonb_path_match(o.adgang, g.sti, '{}', true)
          AND coalesce((SELECT b.svarer FROM betalt b WHERE b.bevilling = o.item_id::text AND b.nr = g.nr), true))
      ELSE jsonb_path_match(o.adgang, (stier ->> o.art)::jsonpath, '{}', true) END
$$;
REVOKE ALL ON FUNCTION borgerblikket_kendte(uuid, jsonb, jsonpath[], jsonpath[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION borgerblikket_kendte(uuid, jsonb, jsonpath[], jsonpath[]) TO borgerblikket_kendskab;
