-- The worker that assesses titles reads what may become a citizen's page and writes what it found. It is no person's role, hands nothing out,
-- and may change nothing else.
DO $$
BEGIN
  CREATE ROLE borgerblikket_kvalitet NOLOGIN NOINHERIT NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO borgerblikket_kvalitet;

-- What is known of an item's titles as seen from a part: another's name is a third person's, and one's own is not. A row for each row of
-- overblik, in the same order, so that a citizen's read takes one more short index range.
CREATE TABLE titelvurdering (
  part_id uuid NOT NULL,
  item_id uuid NOT NULL,
  kommune text NOT NULL,
  kle text NOT NULL,
  regelversion integer NOT NULL,
  vurderinger jsonb NOT NULL,
  PRIMARY KEY (part_id, item_id)
) WITH (fillfactor = 90);
COMMENT ON COLUMN titelvurdering.kle IS 'As in overblik: a parent sees that of a child only where it sees the item';
COMMENT ON COLUMN titelvurdering.vurderinger IS 'One for each text: its hash, what came of it, how far its review is, and a reviewed text';
-- An item that is deleted, or that a part is no longer on, takes what was found with it.
CREATE INDEX titelvurdering_item ON titelvurdering (item_id);

ALTER TABLE titelvurdering ENABLE ROW LEVEL SECURITY;
CREATE POLICY egne_vurderinger ON titelvurdering FOR SELECT TO borgerblikket_borger USING (
  part_id = ANY (borgerblikket_parter())
  AND (borgerblikket_grund() = 'egen' OR (borgerblikket_grund() = 'foraeldremyndighed' AND left(kle, 2) = '28'))
);
CREATE POLICY een_parts_vurderinger ON titelvurdering FOR SELECT TO borgerblikket_drift
  USING (borgerblikket_grund() = 'drift' AND cardinality(borgerblikket_parter()) = 1 AND part_id = ANY (borgerblikket_parter()));
CREATE POLICY kommunens_vurderinger ON titelvurdering FOR SELECT TO borgerblikket_kommune USING (kommune = borgerblikket_kommune());
CREATE POLICY alle_vurderinger ON titelvurdering TO borgerblikket_kvalitet USING (true) WITH CHECK (true);
GRANT SELECT ON titelvurdering TO borgerblikket_borger, borgerblikket_drift, borgerblikket_kommune;
GRANT SELECT, INSERT, UPDATE, DELETE ON titelvurdering TO borgerblikket_kvalitet;

-- How far the worker has read of what has happened, and how far a pass over everything has come. One row.
CREATE TABLE vurderingsmaerke (
  een boolean PRIMARY KEY DEFAULT true CHECK (een),
  loebenr bigint NOT NULL DEFAULT 0,
  regelversion integer,
  gennemloeb_part uuid,
  gennemloeb_begyndt timestamptz
);
COMMENT ON COLUMN vurderingsmaerke.regelversion IS 'The rules that the last whole pass was made with; null: none has been';
COMMENT ON COLUMN vurderingsmaerke.gennemloeb_part IS 'Parts up to and with this one are done in the pass that is under way';
INSERT INTO vurderingsmaerke DEFAULT VALUES;
GRANT SELECT, UPDATE ON vurderingsmaerke TO borgerblikket_kvalitet;
GRANT SELECT (loebenr, regelversion, gennemloeb_begyndt) ON vurderingsmaerke TO borgerblikket_oprydning;

CREATE POLICY alt_til_vurdering ON overblik FOR SELECT TO borgerblikket_kvalitet USING (true);
GRANT SELECT ON overblik TO borgerblikket_kvalitet;
GRANT SELECT (loebenr, objekt_id) ON udbakke TO borgerblikket_kvalitet;
GRANT SELECT (sidste, fjernet_til) ON udbakke_hoved TO borgerblikket_kvalitet;
