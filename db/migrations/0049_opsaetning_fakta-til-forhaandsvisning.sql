-- What decides about a person's items in a municipality, without titles, names, texts or amounts, as a preview reads it: a projection of overblik
-- and titelvurdering that may be thrown away. A row counts only where `antal`, `aftryk` and `vurderet` are those of the rows that are there now
-- (by which transactions wrote them); else the preview reads the items themselves.
CREATE TABLE partsfakta (
  part_id uuid NOT NULL,
  kommune text NOT NULL,
  version integer NOT NULL,
  antal integer NOT NULL,
  aftryk bigint NOT NULL,
  vurderet bigint NOT NULL,
  numre text[] NOT NULL,
  fakta text NOT NULL,
  PRIMARY KEY (part_id, kommune)
) WITH (fillfactor = 90);
COMMENT ON COLUMN partsfakta.version IS 'The form they are written in, and the checks that were asked';
COMMENT ON COLUMN partsfakta.aftryk IS 'Of the rows of overblik that they were made of';
COMMENT ON COLUMN partsfakta.vurderet IS 'Of the rows of titelvurdering that they were made of; 0 where there were none';
COMMENT ON COLUMN partsfakta.numre IS 'Every KLE number that something of it is decided by';

ALTER TABLE partsfakta ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_fakta ON partsfakta TO borgerblikket_kvalitet USING (true) WITH CHECK (true);
CREATE POLICY kommunens_fakta ON partsfakta FOR SELECT TO borgerblikket_kommune
  USING (kommune = borgerblikket_kommune() AND borgerblikket_grund() = 'forhaandsvisning');
GRANT SELECT, INSERT, UPDATE, DELETE ON partsfakta TO borgerblikket_kvalitet;
GRANT SELECT ON partsfakta TO borgerblikket_kommune;
-- Which transaction wrote a row, and nothing in it.
GRANT SELECT (xmin) ON overblik TO borgerblikket_kommune;

-- How far the pass over everybody's facts has come, and when the newest one began and ended. One row.
CREATE TABLE partsfaktamaerke (
  een boolean PRIMARY KEY DEFAULT true CHECK (een),
  version integer NOT NULL DEFAULT 0,
  efter uuid,
  begyndt timestamptz,
  faerdig timestamptz
);
COMMENT ON COLUMN partsfaktamaerke.efter IS 'Parts up to and with this one are done in the pass that is under way; null: none is';
INSERT INTO partsfaktamaerke DEFAULT VALUES;
GRANT SELECT, UPDATE ON partsfaktamaerke TO borgerblikket_kvalitet;
