-- The steps of each system's and each municipality's road into production: append-only, in order, each by somebody. Where a road stands
-- follows from its steps.
CREATE TABLE tilslutning_skridt (
  emne text NOT NULL CHECK (emne IN ('fagsystem', 'kommune')),
  emne_id text NOT NULL,
  nr integer NOT NULL CHECK (nr > 0),
  tid timestamptz NOT NULL,
  medarbejder_id uuid,
  medarbejder_cvr text,
  medarbejder_navn text,
  medarbejder_organisation text,
  data jsonb NOT NULL,
  PRIMARY KEY (emne, emne_id, nr)
);
COMMENT ON COLUMN tilslutning_skridt.emne_id IS 'The it-system''s UUID, or the municipality''s CVR number';
COMMENT ON COLUMN tilslutning_skridt.medarbejder_id IS 'Who took the step; null: the installation itself';

GRANT SELECT, INSERT ON tilslutning_skridt TO borgerblikket_opsaetning;
-- How a source does is told by rule and age of what stands refused; never by what was in it.
GRANT SELECT (regel, modtaget) ON afvisning TO borgerblikket_opsaetning;
