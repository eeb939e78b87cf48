-- Runs of the compliance test in which the installation itself judges what a source delivers, and what came of each: append-only. The
-- fictive persons of a run follow from its id, and nothing about them stands here.
CREATE TABLE afproevning_koersel (
  koersel_id uuid PRIMARY KEY,
  kilde_id uuid NOT NULL,
  system_navn text NOT NULL,
  system_version text NOT NULL,
  kommune text NOT NULL,
  arter jsonb NOT NULL,
  proeveversion text NOT NULL,
  startet timestamptz NOT NULL,
  frist timestamptz NOT NULL
);
CREATE INDEX afproevning_koersel_kilde ON afproevning_koersel (kilde_id, startet DESC);

CREATE TABLE afproevning_resultat (
  koersel_id uuid PRIMARY KEY REFERENCES afproevning_koersel,
  tid timestamptz NOT NULL,
  bestaaet boolean NOT NULL,
  rapport jsonb NOT NULL,
  underskrift text NOT NULL
);
COMMENT ON COLUMN afproevning_resultat.underskrift IS 'Detached JWS over the report in canonical form, by the key of the installation';

GRANT SELECT, INSERT ON afproevning_koersel, afproevning_resultat TO borgerblikket_opsaetning;
