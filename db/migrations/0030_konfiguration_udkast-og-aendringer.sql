-- Drafts of a municipality's configuration: their steps, append-only, each by somebody. Where a draft stands follows from its steps.
CREATE TABLE konfigurationsudkast (
  udkast_id uuid NOT NULL,
  kommune text NOT NULL,
  nr integer NOT NULL CHECK (nr > 0),
  tid timestamptz NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (udkast_id, nr)
);
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX konfigurationsudkast_kommune ON konfigurationsudkast (kommune);

-- Every change that was put into force, numbered within the municipality without gaps: two at once cannot both have the next number.
CREATE TABLE konfiguration_aendring (
  kommune text NOT NULL,
  nr integer NOT NULL CHECK (nr > 0),
  tid timestamptz NOT NULL,
  slags text NOT NULL CHECK (slags IN ('godkendelse', 'indsnaevring')),
  udkast_id uuid,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (kommune, nr)
);
COMMENT ON COLUMN konfiguration_aendring.slags IS 'godkendelse: two persons; indsnaevring: one, since nothing can appear by it';
COMMENT ON COLUMN konfiguration_aendring.medarbejder_id IS 'Who approved it; of a narrowing, who made it';

GRANT SELECT, INSERT ON konfigurationsudkast, konfiguration_aendring TO borgerblikket_opsaetning;
