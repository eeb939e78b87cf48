-- Of what a source has delivered for a municipality: does the index hold what the source held at a time? Counted and broken by the intake in
-- the same transaction as the lines, proved by the source's own inventory or sign of life.
CREATE TABLE bevis (
  kilde_id uuid NOT NULL,
  kommune text NOT NULL,
  modtaget bigint NOT NULL DEFAULT 0,
  roert bigint NOT NULL DEFAULT 0,
  nyeste timestamptz,
  forskydning bigint,
  afstemt timestamptz,
  bevist_til timestamptz,
  bevist_modtaget timestamptz,
  brudt boolean NOT NULL DEFAULT true,
  brud_nr bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (kilde_id, kommune),
  CHECK (brudt OR bevist_til IS NOT NULL)
) WITH (fillfactor = 50);
COMMENT ON COLUMN bevis.kommune IS 'Empty: lines whose municipality we cannot tell, as a note that came before its case';
COMMENT ON COLUMN bevis.modtaget IS 'Lines kept as new: receipts ''modtaget'', imports, changes and deletions alike';
COMMENT ON COLUMN bevis.roert IS 'Moves with everything that touches the pair, kept or refused: the same as before means that nothing has come between';
COMMENT ON COLUMN bevis.nyeste IS 'The newest Tidspunkt of what was kept: from there to bevist_til the source''s own state has not changed';
COMMENT ON COLUMN bevis.forskydning IS 'The source''s own count less ours when they were last reconciled and agreed';
COMMENT ON COLUMN bevis.afstemt IS 'When the pair was last reconciled and agreed';
COMMENT ON COLUMN bevis.bevist_til IS 'As of when the index was last shown equal to the source';
COMMENT ON COLUMN bevis.brud_nr IS 'Which of daekningsbrud it was last broken by';
CREATE INDEX bevis_brud ON bevis (brud_nr);

-- How many times proofs have been broken. A row and no sequence: a sequence moves before the transaction that moved it is seen by others, so
-- one who had read its number would not look for that break again. The row is the last that a breaking transaction takes.
CREATE TABLE daekningsbrud (
  ene boolean PRIMARY KEY DEFAULT true CHECK (ene),
  nr bigint NOT NULL
) WITH (fillfactor = 10);
INSERT INTO daekningsbrud (nr) VALUES (0);

-- Where each source is in its own sequence of signs of life.
CREATE TABLE livstegn_seneste (
  kilde_id uuid PRIMARY KEY,
  loebenummer bigint NOT NULL,
  tidspunkt timestamptz NOT NULL,
  modtaget timestamptz NOT NULL,
  naeste timestamptz
) WITH (fillfactor = 50);
COMMENT ON COLUMN livstegn_seneste.naeste IS 'When the source has promised the next one';

-- The signs themselves, kept 90 days: what a source stated of a municipality, and what we answered.
CREATE TABLE livstegn (
  kilde_id uuid NOT NULL,
  loebenummer bigint NOT NULL,
  kommune text NOT NULL,
  tidspunkt timestamptz NOT NULL,
  modtaget timestamptz NOT NULL,
  vandmaerke timestamptz NOT NULL,
  sendt bigint NOT NULL,
  koe bigint NOT NULL,
  talt bigint NOT NULL,
  hul bigint NOT NULL,
  hvorfor text,
  PRIMARY KEY (kilde_id, loebenummer, kommune)
);
COMMENT ON COLUMN livstegn.talt IS 'What we had counted of the source''s lines for the municipality';
COMMENT ON COLUMN livstegn.hul IS 'How many numbers are missing before this one';
COMMENT ON COLUMN livstegn.hvorfor IS 'Why nothing was proved by it; null: it proved the pair up to vandmaerke';
CREATE INDEX livstegn_modtaget ON livstegn (modtaget);

GRANT SELECT, INSERT, UPDATE ON bevis, livstegn_seneste TO borgerblikket_modtagelse;
GRANT SELECT, INSERT ON livstegn TO borgerblikket_modtagelse;
GRANT SELECT, UPDATE ON daekningsbrud TO borgerblikket_modtagelse;

-- Who suspends a source breaks what it has proved, in the same transaction.
GRANT SELECT ON bevis, livstegn_seneste, livstegn, daekningsbrud TO borgerblikket_opsaetning;
GRANT UPDATE (roert, brudt, brud_nr) ON bevis TO borgerblikket_opsaetning;
GRANT UPDATE (nr) ON daekningsbrud TO borgerblikket_opsaetning;
GRANT SELECT, DELETE ON livstegn TO borgerblikket_oprydning;

-- Whoever reads items as a citizen sees them learns in the same batch whether something has come since coverage was read. It is about no person.
GRANT SELECT ON bevis, daekningsbrud TO borgerblikket_borger, borgerblikket_kommune, borgerblikket_kommunetekst, borgerblikket_drift;
