-- What a municipality says of its systems, area by area: append-only, each step by somebody with a reason. What holds now stands in `forventning`.
CREATE TABLE forventning_skridt (
  kommune text NOT NULL,
  nr integer NOT NULL CHECK (nr > 0),
  tid timestamptz NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  livsomraade text NOT NULL,
  slags text[] NOT NULL,
  aarsag text NOT NULL,
  PRIMARY KEY (kommune, nr)
);
COMMENT ON COLUMN forventning_skridt.slags IS 'Empty: nobody knows any more';
GRANT SELECT, INSERT ON forventning_skridt TO borgerblikket_opsaetning;

-- How coverage stood at the last count of a day, in fields that the municipality shows. Of no person.
CREATE TABLE daekning_dag (
  dag date NOT NULL,
  kommune text NOT NULL,
  bevist integer NOT NULL,
  forbehold integer NOT NULL,
  ikke_tilsluttet integer NOT NULL,
  talt timestamptz NOT NULL,
  PRIMARY KEY (kommune, dag)
);
GRANT SELECT, INSERT, UPDATE ON daekning_dag TO borgerblikket_opsaetning;
