-- What a draft of the configuration would do, as it was counted: numbers alone, with what draft and what index they are of. Append-only.
CREATE TABLE forhaandsvisning (
  kommune text NOT NULL,
  forhaandsvisning_id uuid NOT NULL,
  udkast_id uuid NOT NULL,
  udkast_hash text NOT NULL,
  tid timestamptz NOT NULL,
  gaelder timestamptz NOT NULL,
  loebenr bigint NOT NULL,
  millisekunder integer NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  tal jsonb NOT NULL,
  PRIMARY KEY (kommune, forhaandsvisning_id)
);
COMMENT ON COLUMN forhaandsvisning.udkast_hash IS 'Of the draft''s content and of what was in force: another hash is another question';
COMMENT ON COLUMN forhaandsvisning.gaelder IS 'The instant that it was counted for: now, or when the draft comes into force';
COMMENT ON COLUMN forhaandsvisning.loebenr IS 'How far the index had come (udbakke_hoved.sidste)';
COMMENT ON COLUMN forhaandsvisning.tal IS 'Numbers by area, kind and reason; nobody''s';
CREATE INDEX forhaandsvisning_udkast ON forhaandsvisning (kommune, udkast_id, tid);
GRANT SELECT, INSERT ON forhaandsvisning TO borgerblikket_opsaetning;
GRANT SELECT (sidste) ON udbakke_hoved TO borgerblikket_opsaetning;

-- A preview counts what it would show about persons whose name and address are protected. Seen by the municipality of those alone that it has
-- something about.
CREATE POLICY kommunens_borgere ON part FOR SELECT TO borgerblikket_kommune
  USING (EXISTS (SELECT FROM overblik WHERE overblik.part_id = part.part_id));
GRANT SELECT (part_id, adressebeskyttet) ON part TO borgerblikket_kommune;
