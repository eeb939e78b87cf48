-- Which groups of rights somebody's logins have brought, the first and the last time: sessions are removed after a month, and who has had which
-- rights is looked over for longer.
CREATE TABLE rettighedsindehaver (
  cvr text NOT NULL CHECK (cvr ~ '^[0-9]{8}$'),
  medarbejder_id uuid NOT NULL,
  gruppe_hash bytea NOT NULL,
  navn text NOT NULL,
  gruppe jsonb NOT NULL,
  foerst timestamptz NOT NULL,
  senest timestamptz NOT NULL,
  PRIMARY KEY (cvr, medarbejder_id, gruppe_hash)
);
COMMENT ON COLUMN rettighedsindehaver.gruppe IS 'The group (OIO-BPP) as the login brought it';

-- That somebody has seen who has what and approves of it, with the list itself: kept for good, neither changed nor removed.
CREATE TABLE rolleattest (
  attest_id uuid PRIMARY KEY,
  cvr text NOT NULL CHECK (cvr ~ '^[0-9]{8}$'),
  attesteret_af uuid NOT NULL,
  navn text NOT NULL,
  attesteret timestamptz NOT NULL,
  linjer jsonb NOT NULL
);
CREATE INDEX rolleattest_organisation ON rolleattest (cvr, attesteret);

ALTER TABLE rettighedsindehaver ENABLE ROW LEVEL SECURITY;
ALTER TABLE rolleattest ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_rettighedsindehavere ON rettighedsindehaver TO borgerblikket_login USING (true) WITH CHECK (true);
CREATE POLICY alle_attester ON rolleattest TO borgerblikket_login USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON rettighedsindehaver TO borgerblikket_login;
GRANT UPDATE (navn, senest) ON rettighedsindehaver TO borgerblikket_login;
GRANT SELECT, INSERT ON rolleattest TO borgerblikket_login;
