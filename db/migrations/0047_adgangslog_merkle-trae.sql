-- The access log as a tree whose head is signed: what has been written cannot be changed without whoever holds a checkpoint seeing it.
DO $$
BEGIN
  CREATE ROLE borgerblikket_forsegling NOLOGIN NOINHERIT NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO borgerblikket_forsegling;

-- What is hashed with a line, so that nobody finds out what a line says by trying: half for the line, half for who looked.
ALTER TABLE adgangslog ADD COLUMN salt bytea;
ALTER TABLE adgangslog ALTER COLUMN salt SET DEFAULT (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
UPDATE adgangslog SET salt = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
ALTER TABLE adgangslog ADD CONSTRAINT adgangslog_salt_check CHECK (salt IS NOT NULL AND length(salt) = 32) NOT VALID;

CREATE POLICY alle_linjer ON adgangslog FOR SELECT TO borgerblikket_forsegling USING (true);
GRANT SELECT ON adgangslog TO borgerblikket_forsegling;

CREATE TABLE adgangslog_flise (
  niveau smallint NOT NULL,
  nr bigint NOT NULL,
  hashes bytea NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0),
  PRIMARY KEY (niveau, nr)
) WITH (fillfactor = 50);
COMMENT ON TABLE adgangslog_flise IS 'The tree in tiles of 256 hashes; they stay when the lines themselves are deleted after their time';
GRANT SELECT, INSERT, UPDATE ON adgangslog_flise TO borgerblikket_forsegling;

CREATE TABLE adgangslog_kontrolpunkt (
  antal bigint PRIMARY KEY CHECK (antal > 0),
  tid timestamptz NOT NULL,
  note text NOT NULL
);
COMMENT ON COLUMN adgangslog_kontrolpunkt.note IS 'The signed checkpoint as it was given out (C2SP tlog-checkpoint)';
GRANT SELECT, INSERT ON adgangslog_kontrolpunkt TO borgerblikket_forsegling;
