-- Names and addresses as registers tell them, sealed; and what parts and cases are found by: tokens that nobody without the key can make, and
-- that stand with disguised ids, so that a copy of the database does not tell who has which.
DO $$
BEGIN
  CREATE ROLE borgerblikket_soegning NOLOGIN NOINHERIT NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO borgerblikket_soegning;

CREATE TABLE part_oplysning (
  part_id uuid PRIMARY KEY,
  krypteret bytea NOT NULL,
  opdateret timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 90);
COMMENT ON COLUMN part_oplysning.krypteret IS 'Name, former names, and the address where it is not protected: sealed for this part';
ALTER TABLE part_oplysning ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_oplysninger ON part_oplysning FOR ALL TO borgerblikket_modtagelse USING (true) WITH CHECK (true);
CREATE POLICY naevnte_parters_oplysninger ON part_oplysning FOR SELECT TO borgerblikket_soegning
  USING (part_id = ANY (borgerblikket_parter()));
GRANT SELECT, INSERT, UPDATE ON part_oplysning TO borgerblikket_modtagelse;
GRANT SELECT (part_id, krypteret) ON part_oplysning TO borgerblikket_soegning;

-- The key is the whole row and its order is the search's: one token is one range, and in a range the ids lie in order.
CREATE TABLE soegeord (
  ord bigint NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (ord, id)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.05);
COMMENT ON COLUMN soegeord.ord IS 'HMAC of the beginning of a name, of a part of an address, a year of birth, a municipality or a case number';
COMMENT ON COLUMN soegeord.id IS 'A part or a case in disguise: the id of nothing else here';
-- Some beginnings stand with a hundred thousand, most with a few: how the ranges are read depends on knowing which.
ALTER TABLE soegeord ALTER COLUMN ord SET STATISTICS 1000;
GRANT SELECT, INSERT, DELETE ON soegeord TO borgerblikket_modtagelse;
GRANT SELECT ON soegeord TO borgerblikket_soegning;

-- How often an employee has searched, minute by minute, for as long as it counts.
CREATE TABLE soegetal (
  medarbejder_id uuid NOT NULL,
  minut timestamptz NOT NULL,
  antal integer NOT NULL CHECK (antal > 0),
  PRIMARY KEY (medarbejder_id, minut)
) WITH (fillfactor = 50);
ALTER TABLE soegetal ENABLE ROW LEVEL SECURITY;
CREATE POLICY egne_soegninger ON soegetal FOR ALL TO borgerblikket_soegning
  USING (medarbejder_id = borgerblikket_aktoer()) WITH CHECK (medarbejder_id = borgerblikket_aktoer());
GRANT SELECT, INSERT, DELETE ON soegetal TO borgerblikket_soegning;
GRANT UPDATE (antal) ON soegetal TO borgerblikket_soegning;

CREATE POLICY naevnte_parter ON part FOR SELECT TO borgerblikket_soegning USING (part_id = ANY (borgerblikket_parter()));
GRANT SELECT (part_id, type, foedt, adressebeskyttet, doed) ON part TO borgerblikket_soegning;
GRANT SELECT (opslag, part_id) ON part_nummer TO borgerblikket_soegning;
-- Whom a case is about, to be read again under the caseworker's own rights.
GRANT SELECT (objekt_id, parter) ON objekt TO borgerblikket_soegning;
