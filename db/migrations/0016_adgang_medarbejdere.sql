-- People at work: sessions of their own, apart from the citizens', and the roles they are given. Nobody but the login reads either.
CREATE TABLE medarbejdersession (
  session_id uuid PRIMARY KEY,
  medarbejder_id uuid NOT NULL,
  cvr text NOT NULL CHECK (cvr ~ '^[0-9]{8}$'),
  organisation text NOT NULL,
  navn text NOT NULL,
  loa text NOT NULL,
  oprettet timestamptz NOT NULL,
  set timestamptz NOT NULL,
  udloeber timestamptz NOT NULL,
  afsluttet timestamptz
);
CREATE INDEX medarbejdersession_medarbejder ON medarbejdersession (medarbejder_id, oprettet);

-- One row for each time that somebody is given a role, and one where it is taken back: kept for good, neither changed nor removed.
CREATE TABLE rolletildeling (
  tildeling_id uuid PRIMARY KEY,
  cvr text NOT NULL CHECK (cvr ~ '^[0-9]{8}$'),
  medarbejder_id uuid NOT NULL,
  navn text NOT NULL,
  rolle text NOT NULL CHECK (rolle IN ('leverandoer', 'fagsystemansvarlig', 'projektansvarlig', 'kvalitetsansvarlig', 'sagsbehandler',
    'borgerservice', 'analytiker', 'driftsansvarlig', 'tilsyn')),
  gaelder_fra timestamptz NOT NULL,
  gaelder_til timestamptz CHECK (gaelder_til > gaelder_fra),
  givet_af text NOT NULL,
  begrundelse text NOT NULL,
  oprettet timestamptz NOT NULL
);
CREATE INDEX rolletildeling_medarbejder ON rolletildeling (medarbejder_id, cvr);
CREATE INDEX rolletildeling_organisation ON rolletildeling (cvr);

CREATE TABLE rolleophoer (
  tildeling_id uuid PRIMARY KEY REFERENCES rolletildeling,
  gaelder_fra timestamptz NOT NULL,
  frataget_af text NOT NULL,
  begrundelse text NOT NULL
);

ALTER TABLE medarbejdersession ENABLE ROW LEVEL SECURITY;
ALTER TABLE rolletildeling ENABLE ROW LEVEL SECURITY;
ALTER TABLE rolleophoer ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_medarbejdersessioner ON medarbejdersession TO borgerblikket_login USING (true) WITH CHECK (true);
CREATE POLICY alle_tildelinger ON rolletildeling TO borgerblikket_login, borgerblikket_opsaetning USING (true) WITH CHECK (true);
CREATE POLICY alle_ophoer ON rolleophoer TO borgerblikket_login, borgerblikket_opsaetning USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, DELETE ON medarbejdersession TO borgerblikket_login;
GRANT UPDATE (set, afsluttet) ON medarbejdersession TO borgerblikket_login;
GRANT SELECT ON rolletildeling, rolleophoer TO borgerblikket_login;
GRANT SELECT, INSERT ON rolletildeling, rolleophoer TO borgerblikket_opsaetning;
