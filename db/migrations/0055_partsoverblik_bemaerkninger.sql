-- What caseworkers write about a citizen: remarks across cases here, notes and advis to come. The role that writes names in the transaction whom
-- it is about, who writes and for which municipality; the other follows what happens and tells those who asked.
DO $$
DECLARE navn text;
BEGIN
  FOREACH navn IN ARRAY ARRAY['sagsskriver', 'advis'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE borgerblikket_%s NOLOGIN NOINHERIT NOBYPASSRLS', navn);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA public TO borgerblikket_sagsskriver, borgerblikket_advis;

CREATE TABLE bemaerkning (
  bemaerkning_id uuid PRIMARY KEY,
  kommune text NOT NULL CHECK (kommune ~ '^[0-9]{8}$'),
  part_id uuid NOT NULL,
  slags text NOT NULL CHECK (slags IN ('tolk', 'handicap', 'obsAdfaerd', 'opholdsforbud', 'partsrepraesentant')),
  gaelder_fra date NOT NULL,
  gaelder_til date,
  gennemgaas_senest date,
  indhold bytea NOT NULL,
  oprettet timestamptz NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL CHECK (length(af_navn) BETWEEN 1 AND 200),
  CHECK (gaelder_til > gaelder_fra),
  -- What works against the citizen ends by itself, and somebody looks at it before that.
  CHECK (slags NOT IN ('obsAdfaerd', 'opholdsforbud') OR
    (gaelder_til IS NOT NULL AND gaelder_til <= gaelder_fra + 366 AND gennemgaas_senest IS NOT NULL AND gennemgaas_senest <= gaelder_til))
);
COMMENT ON TABLE bemaerkning IS 'Remarks about a citizen that hold for all of a municipality''s cases; days are half-open';
COMMENT ON COLUMN bemaerkning.indhold IS 'The text, sealed';
CREATE INDEX bemaerkning_part ON bemaerkning (kommune, part_id);

CREATE TABLE bemaerkning_gennemgang (
  bemaerkning_id uuid NOT NULL REFERENCES bemaerkning ON DELETE CASCADE,
  nr integer NOT NULL CHECK (nr > 0),
  kommune text NOT NULL,
  part_id uuid NOT NULL,
  naeste date NOT NULL,
  begrundelse bytea NOT NULL,
  tid timestamptz NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL CHECK (length(af_navn) BETWEEN 1 AND 200),
  PRIMARY KEY (bemaerkning_id, nr)
);
COMMENT ON TABLE bemaerkning_gennemgang IS 'Somebody looked at an intrusive remark again: until when it stands';

CREATE TABLE bemaerkning_ophoer (
  bemaerkning_id uuid PRIMARY KEY REFERENCES bemaerkning ON DELETE CASCADE,
  kommune text NOT NULL,
  part_id uuid NOT NULL,
  begrundelse bytea NOT NULL,
  tid timestamptz NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL CHECK (length(af_navn) BETWEEN 1 AND 200)
);

ALTER TABLE bemaerkning ENABLE ROW LEVEL SECURITY;
ALTER TABLE bemaerkning_gennemgang ENABLE ROW LEVEL SECURITY;
ALTER TABLE bemaerkning_ophoer ENABLE ROW LEVEL SECURITY;
CREATE POLICY kommunens_om_parten ON bemaerkning FOR SELECT TO borgerblikket_sagsbehandler, borgerblikket_sagsskriver
  USING (kommune = borgerblikket_kommune() AND part_id = ANY (borgerblikket_parter()));
CREATE POLICY kommunens_om_parten ON bemaerkning_gennemgang FOR SELECT TO borgerblikket_sagsbehandler, borgerblikket_sagsskriver
  USING (kommune = borgerblikket_kommune() AND part_id = ANY (borgerblikket_parter()));
CREATE POLICY kommunens_om_parten ON bemaerkning_ophoer FOR SELECT TO borgerblikket_sagsbehandler, borgerblikket_sagsskriver
  USING (kommune = borgerblikket_kommune() AND part_id = ANY (borgerblikket_parter()));
CREATE POLICY egen_ny ON bemaerkning FOR INSERT TO borgerblikket_sagsskriver
  WITH CHECK (kommune = borgerblikket_kommune() AND part_id = ANY (borgerblikket_parter()) AND af = borgerblikket_aktoer());
CREATE POLICY egen_ny ON bemaerkning_gennemgang FOR INSERT TO borgerblikket_sagsskriver
  WITH CHECK (kommune = borgerblikket_kommune() AND part_id = ANY (borgerblikket_parter()) AND af = borgerblikket_aktoer());
CREATE POLICY egen_ny ON bemaerkning_ophoer FOR INSERT TO borgerblikket_sagsskriver
  WITH CHECK (kommune = borgerblikket_kommune() AND part_id = ANY (borgerblikket_parter()) AND af = borgerblikket_aktoer());
GRANT SELECT ON bemaerkning TO borgerblikket_sagsbehandler;
GRANT SELECT (bemaerkning_id, nr, naeste, kommune, part_id) ON bemaerkning_gennemgang TO borgerblikket_sagsbehandler, borgerblikket_sagsskriver;
GRANT SELECT (bemaerkning_id, kommune, part_id) ON bemaerkning_ophoer TO borgerblikket_sagsbehandler, borgerblikket_sagsskriver;
GRANT SELECT (bemaerkning_id, kommune, part_id, slags, gaelder_fra, gaelder_til, gennemgaas_senest) ON bemaerkning TO borgerblikket_sagsskriver;
GRANT INSERT ON bemaerkning, bemaerkning_gennemgang, bemaerkning_ophoer TO borgerblikket_sagsskriver;
