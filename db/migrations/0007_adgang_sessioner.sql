CREATE TABLE session (
  session_id uuid PRIMARY KEY,
  part_id uuid NOT NULL,
  navn text NOT NULL,
  loa text NOT NULL,
  oprettet timestamptz NOT NULL DEFAULT now(),
  set timestamptz NOT NULL DEFAULT now(),
  udloeber timestamptz NOT NULL,
  afsluttet timestamptz,
  forrige_besoeg timestamptz
);
CREATE INDEX session_part ON session (part_id, oprettet);

ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY egen_session ON session FOR SELECT TO borgerblikket_borger USING (part_id = borgerblikket_aktoer());
CREATE POLICY alle_sessioner ON session TO borgerblikket_login USING (true) WITH CHECK (true);

GRANT SELECT ON session TO borgerblikket_borger;
GRANT SELECT, INSERT, DELETE ON session TO borgerblikket_login;
GRANT UPDATE (set, afsluttet) ON session TO borgerblikket_login;
