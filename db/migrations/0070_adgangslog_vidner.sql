-- Witnesses who sign the log's checkpoints for us, and other installations' logs that we are a witness of (C2SP tlog-witness). What answers the
-- public on other logs has a role of its own, which sees nothing of ours.
DO $$
BEGIN
  CREATE ROLE borgerblikket_vidne NOLOGIN NOINHERIT NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO borgerblikket_vidne;

CREATE TABLE adgangslog_vidne (
  noegle text PRIMARY KEY CHECK (length(noegle) BETWEEN 55 AND 300),
  adresse text NOT NULL CHECK (length(adresse) BETWEEN 6 AND 500),
  tilfoejet timestamptz NOT NULL,
  tilfoejet_af text NOT NULL
);
COMMENT ON COLUMN adgangslog_vidne.noegle IS 'The witness’s key as one line (C2SP tlog-cosignature)';
COMMENT ON COLUMN adgangslog_vidne.adresse IS 'Before /add-checkpoint (https), or the file that the witness keeps (file)';
GRANT SELECT, INSERT, UPDATE, DELETE ON adgangslog_vidne TO borgerblikket_opsaetning;
GRANT SELECT ON adgangslog_vidne TO borgerblikket_forsegling;

CREATE TABLE adgangslog_medunderskrift (
  antal bigint NOT NULL CHECK (antal > 0),
  noegle text NOT NULL,
  linje text NOT NULL CHECK (length(linje) <= 1000),
  tid timestamptz NOT NULL,
  PRIMARY KEY (antal, noegle)
);
COMMENT ON COLUMN adgangslog_medunderskrift.linje IS 'The witness’s signature as it stands in a note, without the line feed';
COMMENT ON COLUMN adgangslog_medunderskrift.tid IS 'By the witness’s own clock, which the signature is over too';
CREATE INDEX adgangslog_medunderskrift_noegle ON adgangslog_medunderskrift (noegle, antal DESC);
GRANT SELECT, INSERT ON adgangslog_medunderskrift TO borgerblikket_forsegling;

CREATE TABLE adgangslog_bevidnet (
  oprindelse text PRIMARY KEY CHECK (length(oprindelse) BETWEEN 1 AND 200),
  noegle text NOT NULL CHECK (length(noegle) BETWEEN 55 AND 300),
  aktiv boolean NOT NULL,
  aendret timestamptz NOT NULL,
  aendret_af text NOT NULL,
  antal bigint NOT NULL DEFAULT 0 CHECK (antal >= 0),
  rod bytea CHECK (length(rod) = 32),
  note text CHECK (length(note) <= 65536),
  tid timestamptz,
  CHECK (antal = 0 OR rod IS NOT NULL)
);
COMMENT ON TABLE adgangslog_bevidnet IS 'Others’ logs. A row is never deleted: one that forgot what it has signed could sign another';
COMMENT ON COLUMN adgangslog_bevidnet.note IS 'The last checkpoint signed over, with the log’s signature and ours';
GRANT SELECT, INSERT (oprindelse, noegle, aktiv, aendret, aendret_af), UPDATE (noegle, aktiv, aendret, aendret_af) ON adgangslog_bevidnet TO borgerblikket_opsaetning;
GRANT SELECT, UPDATE (antal, rod, note, tid) ON adgangslog_bevidnet TO borgerblikket_vidne;
