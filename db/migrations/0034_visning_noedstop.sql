-- What a municipality has stopped from being shown, and its opening again: append-only, so that who did what stays. One person stops; opening
-- takes two, which the database itself sees to: a confirmation names the proposal that it confirms with its proposer, who must be another.
CREATE TABLE noedstop (
  noedstop_id uuid PRIMARY KEY,
  kommune text NOT NULL,
  slags text NOT NULL CHECK (slags IN ('ting', 'dokumenttype', 'kilde', 'omraade')),
  vaerdi text NOT NULL CHECK (length(vaerdi) BETWEEN 1 AND 200),
  siden timestamptz NOT NULL,
  begrundelse text NOT NULL CHECK (length(begrundelse) BETWEEN 1 AND 2000),
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL
);
COMMENT ON COLUMN noedstop.vaerdi IS 'The object''s or the source''s UUID, the name of the document type, or the key of the life area';
CREATE INDEX noedstop_kommune ON noedstop (kommune, siden);

CREATE TABLE noedstop_ophaevelse (
  noedstop_id uuid NOT NULL REFERENCES noedstop,
  nr integer NOT NULL CHECK (nr > 0),
  trin text NOT NULL CHECK (trin IN ('foreslaaet', 'trukketTilbage', 'bekraeftet')),
  tid timestamptz NOT NULL,
  begrundelse text NOT NULL CHECK (length(begrundelse) <= 2000),
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  forslag_nr integer,
  forslag_af uuid,
  PRIMARY KEY (noedstop_id, nr),
  UNIQUE (noedstop_id, nr, medarbejder_id),
  FOREIGN KEY (noedstop_id, forslag_nr, forslag_af) REFERENCES noedstop_ophaevelse (noedstop_id, nr, medarbejder_id),
  CHECK ((trin = 'bekraeftet') = (forslag_nr IS NOT NULL AND forslag_af IS NOT NULL)),
  CHECK (trin <> 'bekraeftet' OR medarbejder_id <> forslag_af)
);
COMMENT ON COLUMN noedstop_ophaevelse.forslag_af IS 'Of a confirmation: who made the proposal that it confirms';
-- A stop is opened once.
CREATE UNIQUE INDEX noedstop_aabnet ON noedstop_ophaevelse (noedstop_id) WHERE trin = 'bekraeftet';

GRANT SELECT, INSERT ON noedstop, noedstop_ophaevelse TO borgerblikket_opsaetning;
-- Every read of what is shown takes the stops in force with it, but neither why nor who.
GRANT SELECT (noedstop_id, kommune, slags, vaerdi, siden) ON noedstop TO borgerblikket_borger, borgerblikket_drift, borgerblikket_kommune;
GRANT SELECT (noedstop_id, trin) ON noedstop_ophaevelse TO borgerblikket_borger, borgerblikket_drift, borgerblikket_kommune;
-- Before an item is stopped it is looked up by its id, to say how much that concerns; what is found is counted and not handed out.
GRANT SELECT (objekt_id, parter) ON objekt TO borgerblikket_kommune;
