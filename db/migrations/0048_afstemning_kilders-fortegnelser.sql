-- What a source stated of all that it has for a municipality, what the index differed from it in, and when that was settled: the evidence of a
-- proof, signed by the source where it has a key. Names no person and holds no content.
CREATE TABLE afstemning (
  afstemning_id uuid PRIMARY KEY,
  kilde_id uuid NOT NULL,
  kommune text NOT NULL,
  tidspunkt timestamptz NOT NULL,
  paabegyndt timestamptz NOT NULL,
  afsluttet timestamptz,
  tilstand text NOT NULL CHECK (tilstand IN ('igang', 'stemmer', 'forskelle', 'bevaegelse')),
  sendt bigint NOT NULL,
  antal_kilde bigint NOT NULL,
  antal_her bigint NOT NULL,
  rod text NOT NULL,
  udsagn text NOT NULL,
  signatur text,
  kid text,
  bevist boolean NOT NULL DEFAULT false,
  mangler_her bigint NOT NULL DEFAULT 0,
  mangler_hos_kilden bigint NOT NULL DEFAULT 0,
  forskellige bigint NOT NULL DEFAULT 0,
  i_bevaegelse bigint NOT NULL DEFAULT 0,
  afkortet boolean NOT NULL DEFAULT false
);
CREATE INDEX afstemning_kilde ON afstemning (kilde_id, kommune, paabegyndt);
COMMENT ON COLUMN afstemning.tidspunkt IS 'As of when the source took its inventory, as it says';
COMMENT ON COLUMN afstemning.sendt IS 'How many registrations for the municipality the source knows that we have confirmed';
COMMENT ON COLUMN afstemning.udsagn IS 'What it stated, exactly as it was sent: what the signature is of';
COMMENT ON COLUMN afstemning.i_bevaegelse IS 'Objects that changed while they were compared: neither agree nor differ';
COMMENT ON COLUMN afstemning.afkortet IS 'There were more differences than are kept';

CREATE TABLE afstemningsforskel (
  afstemning_id uuid NOT NULL REFERENCES afstemning (afstemning_id),
  objekt_id uuid NOT NULL,
  slags text NOT NULL CHECK (slags IN ('manglerHer', 'manglerHosKilden', 'forskellig')),
  tidspunkt_kilde timestamptz,
  tidspunkt_her timestamptz,
  hvorfor text,
  afgjort timestamptz,
  afgjort_ved text CHECK (afgjort_ved IN ('levering', 'afstemning')),
  PRIMARY KEY (afstemning_id, objekt_id)
);
CREATE INDEX afstemningsforskel_aaben ON afstemningsforskel (afstemning_id) WHERE afgjort IS NULL;

GRANT SELECT, INSERT ON afstemning, afstemningsforskel TO borgerblikket_modtagelse;
GRANT UPDATE (afsluttet, tilstand, bevist, mangler_her, mangler_hos_kilden, forskellige, i_bevaegelse, afkortet) ON afstemning TO borgerblikket_modtagelse;
GRANT UPDATE (afgjort, afgjort_ved) ON afstemningsforskel TO borgerblikket_modtagelse;
GRANT SELECT ON afstemning TO borgerblikket_opsaetning;
