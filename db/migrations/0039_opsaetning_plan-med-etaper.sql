-- A municipality's plan of what to show and when: its steps, append-only, each by somebody with a reason. Where it stands follows from them.
CREATE TABLE plan_skridt (
  kommune text NOT NULL,
  nr integer NOT NULL CHECK (nr > 0),
  tid timestamptz NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (kommune, nr)
);
GRANT SELECT, INSERT ON plan_skridt TO borgerblikket_opsaetning;
