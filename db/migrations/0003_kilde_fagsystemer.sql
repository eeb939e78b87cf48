CREATE TABLE kilde (
  kilde_id uuid PRIMARY KEY,
  navn text NOT NULL,
  slags text NOT NULL,
  kommuner jsonb NOT NULL,
  kle jsonb NOT NULL,
  klient_id text UNIQUE,
  hemmelighed_hash bytea,
  udviklingsnoegle_hash bytea UNIQUE,
  certifikat_hash bytea UNIQUE,
  rytme_timer integer NOT NULL DEFAULT 24 CHECK (rytme_timer > 0),
  spaerret timestamptz,
  oprettet timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN kilde.kilde_id IS 'The fagsystem''s it-system UUID: what it names as Master';
COMMENT ON COLUMN kilde.kommuner IS 'CVR numbers of the municipalities it may deliver for';
COMMENT ON COLUMN kilde.kle IS 'KLE prefixes it may deliver within; [] is all';
COMMENT ON COLUMN kilde.rytme_timer IS 'How often a delivery is agreed to come, in hours';

GRANT SELECT, INSERT, UPDATE ON kilde TO borgerblikket_opsaetning;
GRANT SELECT ON kilde TO borgerblikket_modtagelse;
