-- What the sender sent, once: append-only by grants. The content is encrypted, since titles can hold a number that nobody should have written.
CREATE TABLE registrering (
  objekt_id uuid NOT NULL,
  tidspunkt timestamptz NOT NULL,
  art text NOT NULL,
  kilde_id uuid NOT NULL,
  master uuid NOT NULL,
  leverance_id uuid NOT NULL,
  modtaget timestamptz NOT NULL DEFAULT now(),
  hash bytea NOT NULL,
  indhold bytea NOT NULL,
  PRIMARY KEY (objekt_id, tidspunkt)
);
ALTER TABLE registrering ALTER COLUMN indhold SET STORAGE EXTERNAL;

-- One current row an object: the registration with the newest Tidspunkt.
CREATE TABLE objekt (
  objekt_id uuid PRIMARY KEY,
  art text NOT NULL,
  master uuid NOT NULL,
  kilde_id uuid NOT NULL,
  tidspunkt timestamptz NOT NULL,
  kommune text,
  kle text,
  hash bytea NOT NULL,
  parter uuid[] NOT NULL,
  data jsonb NOT NULL
) WITH (fillfactor = 90);
COMMENT ON COLUMN objekt.parter IS 'The parts that have a row for this object in overblik';

-- Which objects take facts from which: documents, notes, appointments and grants from their cases, payments from their grants.
CREATE TABLE afhaengighed (
  af uuid NOT NULL,
  objekt_id uuid NOT NULL,
  PRIMARY KEY (af, objekt_id)
);
CREATE INDEX afhaengighed_objekt ON afhaengighed (objekt_id, af);

-- One table for all six kinds: a row for each object and part it concerns. One citizen's overview is one short index range.
CREATE TABLE overblik (
  part_id uuid NOT NULL,
  item_id uuid NOT NULL,
  art text NOT NULL,
  kommune text NOT NULL,
  kle text NOT NULL,
  kilde_id uuid NOT NULL,
  sager uuid[] NOT NULL,
  aendret timestamptz NOT NULL,
  data jsonb NOT NULL,
  indhold jsonb,
  PRIMARY KEY (part_id, item_id)
) WITH (fillfactor = 90);
COMMENT ON COLUMN overblik.sager IS 'The cases the item belongs to; for a case itself';
COMMENT ON COLUMN overblik.indhold IS 'Long text that only the item''s own page reads';
COMMENT ON COLUMN overblik.aendret IS 'Tidspunkt of the item''s own newest registration';

ALTER TABLE overblik ENABLE ROW LEVEL SECURITY;
CREATE POLICY egne_ting ON overblik FOR SELECT TO borgerblikket_borger USING (
  part_id = ANY (borgerblikket_parter())
  AND (borgerblikket_grund() = 'egen' OR (borgerblikket_grund() = 'foraeldremyndighed' AND left(kle, 2) = '28'))
);
CREATE POLICY alle_ting ON overblik TO borgerblikket_modtagelse USING (true) WITH CHECK (true);

GRANT SELECT ON overblik TO borgerblikket_borger;
GRANT SELECT, INSERT ON registrering TO borgerblikket_modtagelse;
GRANT SELECT, INSERT, UPDATE ON objekt TO borgerblikket_modtagelse;
GRANT SELECT, INSERT, UPDATE, DELETE ON overblik TO borgerblikket_modtagelse;
GRANT SELECT, INSERT, DELETE ON afhaengighed TO borgerblikket_modtagelse;
