-- Borgerblikket's own statistics: what a month came to, by municipality and area of life. Numbers alone; of nobody.
CREATE TABLE maaling_maaned (
  maaned date PRIMARY KEY CHECK (extract(day FROM maaned) = 1),
  besoeg integer NOT NULL,
  borgere integer NOT NULL,
  til_nr bigint NOT NULL,
  talt timestamptz NOT NULL,
  afsluttet boolean NOT NULL
);
COMMENT ON COLUMN maaling_maaned.til_nr IS 'The log''s last row of the month: the next month is counted from there';

CREATE TABLE maaling_omraade (
  maaned date NOT NULL,
  kommune text NOT NULL,
  omraade text NOT NULL,
  besoeg integer NOT NULL,
  borgere integer NOT NULL,
  PRIMARY KEY (kommune, maaned, omraade)
);
COMMENT ON COLUMN maaling_omraade.omraade IS 'Area of life; empty: whichever, each citizen once';

CREATE TABLE maaling_titler (
  maaned date NOT NULL,
  kommune text NOT NULL,
  sikre integer NOT NULL,
  holdt integer NOT NULL,
  PRIMARY KEY (kommune, maaned)
);
GRANT SELECT, INSERT, DELETE ON maaling_maaned, maaling_omraade, maaling_titler TO borgerblikket_opsaetning;

-- No role may look over the log. These do it for the one who counts, and hand out numbers and KLE numbers, never whose.
CREATE FUNCTION maaling_numre(fra_nr bigint, fra timestamptz, til timestamptz) RETURNS TABLE (kommune text, kle text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT DISTINCT o.kommune, o.kle FROM overblik o WHERE o.kle IS NOT NULL AND o.part_id IN (
      SELECT part_id FROM adgangslog WHERE nr > fra_nr AND tid >= fra AND tid < til AND aktoer_type = 'borger')
  $$;

CREATE FUNCTION maaling_besoeg(fra_nr bigint, fra timestamptz, til timestamptz, kommuner text[], numre text[], omraader text[])
  RETURNS TABLE (kommune text, omraade text, besoeg integer, borgere integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    WITH besoegende AS MATERIALIZED (
      SELECT part_id, count(*) AS antal FROM adgangslog
      -- The text of a note is read for a page that is there already.
      WHERE nr > fra_nr AND tid >= fra AND tid < til AND aktoer_type = 'borger' AND hvad <> 'notattekst' GROUP BY part_id),
    felt AS MATERIALIZED (
      SELECT DISTINCT s.part_id, s.antal, o.kommune, m.omraade FROM besoegende s JOIN overblik o ON o.part_id = s.part_id
      JOIN unnest(kommuner, numre, omraader) AS m (kommune, kle, omraade) ON m.kommune = o.kommune AND m.kle = o.kle)
    SELECT kommune, omraade, sum(antal)::int, count(*)::int FROM felt GROUP BY kommune, omraade
    UNION ALL
    SELECT kommune, '', sum(antal)::int, count(*)::int FROM (SELECT DISTINCT part_id, antal, kommune FROM felt) k GROUP BY kommune
    UNION ALL
    SELECT '', '', coalesce(sum(antal), 0)::int, count(*)::int FROM besoegende
  $$;

CREATE FUNCTION maaling_til_nr(fra_nr bigint, til timestamptz) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT coalesce(max(nr), fra_nr) FROM adgangslog WHERE nr > fra_nr AND tid < til $$;

REVOKE EXECUTE ON FUNCTION maaling_numre(bigint, timestamptz, timestamptz) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION maaling_besoeg(bigint, timestamptz, timestamptz, text[], text[], text[]) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION maaling_til_nr(bigint, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION maaling_numre(bigint, timestamptz, timestamptz) TO borgerblikket_opsaetning;
GRANT EXECUTE ON FUNCTION maaling_besoeg(bigint, timestamptz, timestamptz, text[], text[], text[]) TO borgerblikket_opsaetning;
GRANT EXECUTE ON FUNCTION maaling_til_nr(bigint, timestamptz) TO borgerblikket_opsaetning;
