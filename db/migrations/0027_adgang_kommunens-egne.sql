-- A municipality's employees see what the municipality itself answers for, in order to check what its citizens are shown. Two roles, since
-- the text of notes is for two purposes alone: the review of it, and seeing a citizen's pages as the citizen does. A preview, a count and an
-- explanation need it not, and the role that they read in has no right to the column.
DO $$
DECLARE navn text;
BEGIN
  FOREACH navn IN ARRAY ARRAY['kommune', 'kommunetekst'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE borgerblikket_%s NOLOGIN NOINHERIT NOBYPASSRLS', navn);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA public TO borgerblikket_kommune, borgerblikket_kommunetekst;

-- The municipality whose rows this transaction may see. Missing or empty: none's.
CREATE FUNCTION borgerblikket_kommune() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('borgerblikket.kommune', true), '') $$;

CREATE POLICY kommunens_ting ON overblik FOR SELECT TO borgerblikket_kommune USING (kommune = borgerblikket_kommune());
CREATE POLICY kommunens_notater ON overblik FOR SELECT TO borgerblikket_kommunetekst USING (
  kommune = borgerblikket_kommune() AND art = 'journalnotat' AND borgerblikket_grund() IN ('gennemgangAfTitler', 'seSomBorgeren')
);
GRANT SELECT (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data) ON overblik TO borgerblikket_kommune;
GRANT SELECT (part_id, item_id, art, kommune, kle, sager, aendret, indhold) ON overblik TO borgerblikket_kommunetekst;
