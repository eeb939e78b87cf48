-- Several certificates a source, so that a new one can be taken into use before the old one runs out; public keys for private_key_jwt; each
-- step with a source, kept for good; and what may be used only once.
CREATE TABLE kilde_certifikat (
  fingeraftryk bytea PRIMARY KEY CHECK (length(fingeraftryk) = 32),
  kilde_id uuid NOT NULL REFERENCES kilde,
  emne text,
  gaelder_fra timestamptz,
  gaelder_til timestamptz,
  tilfoejet timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX kilde_certifikat_kilde ON kilde_certifikat (kilde_id);
COMMENT ON COLUMN kilde_certifikat.gaelder_til IS 'NULL where only the fingerprint was registered';
INSERT INTO kilde_certifikat (fingeraftryk, kilde_id) SELECT certifikat_hash, kilde_id FROM kilde WHERE certifikat_hash IS NOT NULL;
-- Nobody reads it any more: its values stand in the table above, and the program that did stops before its successor migrates.
-- squawk-ignore ban-drop-column
ALTER TABLE kilde DROP COLUMN certifikat_hash;

CREATE TABLE kilde_noegle (
  kilde_id uuid NOT NULL REFERENCES kilde,
  kid text NOT NULL,
  jwk jsonb NOT NULL,
  tilfoejet timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (kilde_id, kid)
);

-- Append-only: nobody may change or remove a row.
CREATE TABLE kilde_haendelse (
  haendelse_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kilde_id uuid NOT NULL REFERENCES kilde,
  hvad text NOT NULL,
  detaljer jsonb NOT NULL,
  hvem text NOT NULL,
  hvornaar timestamptz NOT NULL
);
CREATE INDEX kilde_haendelse_kilde ON kilde_haendelse (kilde_id, haendelse_id);

-- Message ids and token ids that have been used, as SHA-256, until they could not be used any more in any case.
CREATE TABLE engangsvaerdi (
  kilde_id uuid NOT NULL,
  slags text NOT NULL,
  vaerdi bytea NOT NULL CHECK (length(vaerdi) = 32),
  udloeber timestamptz NOT NULL,
  PRIMARY KEY (kilde_id, slags, vaerdi)
);
CREATE INDEX engangsvaerdi_udloeber ON engangsvaerdi (udloeber);

GRANT SELECT, INSERT, DELETE ON kilde_certifikat, kilde_noegle TO borgerblikket_opsaetning;
GRANT SELECT, INSERT ON kilde_haendelse TO borgerblikket_opsaetning;
-- UPDATE of the one column is what FOR UPDATE asks for, by which two processes that remove old rows pass each other.
GRANT SELECT, INSERT, DELETE, UPDATE (udloeber) ON engangsvaerdi TO borgerblikket_modtagelse;
