-- How far a pass over a municipality's titles has come, after it asked for another review than before; one is made when what is configured
-- has another fingerprint.
CREATE TABLE gennemgangsmaerke (
  kommune text PRIMARY KEY,
  opsaetning text NOT NULL,
  part_id uuid,
  item_id uuid
);
COMMENT ON COLUMN gennemgangsmaerke.part_id IS 'Up to and with this row of titelvurdering it is done; null: none is under way';
GRANT SELECT, INSERT, UPDATE ON gennemgangsmaerke TO borgerblikket_kvalitet;
