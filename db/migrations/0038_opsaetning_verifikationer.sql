-- Why somebody at work has looked at what a citizen sees, or asked why. Whom it was about stands in the access log alone, under the same id.
CREATE TABLE verifikation (
  verifikation_id uuid PRIMARY KEY,
  kommune text NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  tid timestamptz NOT NULL,
  slags text NOT NULL CHECK (slags IN ('somBorgeren', 'forklaring')),
  formaal text NOT NULL CHECK (length(formaal) BETWEEN 1 AND 40),
  begrundelse text NOT NULL CHECK (length(begrundelse) BETWEEN 10 AND 200),
  udkast_id uuid
);
COMMENT ON COLUMN verifikation.verifikation_id IS 'adgangslog.korrelation of every reading of the same visit';
CREATE INDEX verifikation_kommune ON verifikation (kommune, tid);
GRANT SELECT, INSERT ON verifikation TO borgerblikket_opsaetning;
