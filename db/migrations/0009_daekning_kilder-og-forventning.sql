-- What is known to come from where. No row: not connected. Kept by the intake's own transaction.
CREATE TABLE daekning (
  kommune text NOT NULL,
  livsomraade text NOT NULL,
  art text NOT NULL,
  kilde_id uuid NOT NULL,
  tilsluttet_siden timestamptz NOT NULL,
  data_fra date,
  seneste_levering timestamptz,
  afstemt timestamptz,
  PRIMARY KEY (kommune, livsomraade, art, kilde_id)
);
COMMENT ON COLUMN daekning.data_fra IS 'How far back the source has delivered; null: not known';
COMMENT ON COLUMN daekning.afstemt IS 'When the source''s own count last agreed with ours; null: never';

-- Which kinds of system could hold such a case in this municipality. No row for an area: nobody has said, so nothing can be proved.
CREATE TABLE forventning (
  kommune text NOT NULL,
  livsomraade text NOT NULL,
  slags text NOT NULL,
  PRIMARY KEY (kommune, livsomraade, slags)
);

GRANT SELECT, INSERT, UPDATE ON daekning TO borgerblikket_modtagelse;
GRANT SELECT, INSERT, UPDATE ON daekning TO borgerblikket_opsaetning;
GRANT SELECT, INSERT, DELETE ON forventning TO borgerblikket_opsaetning;
