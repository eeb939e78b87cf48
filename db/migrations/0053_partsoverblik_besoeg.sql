-- An employee's visits to one citizen's matters: for what purpose, in which session, until when. What is read in a visit is one line to the
-- citizen, and alarms are raised as it begins.
DO $$
DECLARE navn text;
BEGIN
  FOREACH navn IN ARRAY ARRAY['besoeg', 'alarm'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE borgerblikket_%s NOLOGIN NOINHERIT NOBYPASSRLS', navn);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA public TO borgerblikket_besoeg, borgerblikket_alarm;

CREATE TABLE opslagsbesoeg (
  besoeg_id uuid PRIMARY KEY,
  session_id uuid NOT NULL,
  medarbejder_id uuid NOT NULL,
  kommune text NOT NULL CHECK (kommune ~ '^[0-9]{8}$'),
  part_id uuid NOT NULL,
  formaal text NOT NULL CHECK (formaal ~ '^[a-zA-Z]{1,40}$'),
  sag_id uuid,
  begrundelse bytea,
  begyndt timestamptz NOT NULL,
  udloeber timestamptz NOT NULL,
  skal_bekraeftes boolean NOT NULL,
  bekraeftet timestamptz,
  CHECK ((formaal = 'sagsbehandling') = (sag_id IS NOT NULL)),
  CHECK (skal_bekraeftes OR bekraeftet IS NULL)
);
COMMENT ON COLUMN opslagsbesoeg.begrundelse IS 'The employee''s own words, sealed';
COMMENT ON COLUMN opslagsbesoeg.skal_bekraeftes IS 'The employee must say that it is meant before anything is read';
CREATE INDEX opslagsbesoeg_medarbejder ON opslagsbesoeg (kommune, medarbejder_id, begyndt);
CREATE INDEX opslagsbesoeg_part ON opslagsbesoeg (kommune, part_id, begyndt);
ALTER TABLE opslagsbesoeg ENABLE ROW LEVEL SECURITY;
-- Found and prolonged by the one whose it is; begun about the part that the transaction names and no other.
CREATE POLICY egne_besoeg ON opslagsbesoeg FOR SELECT TO borgerblikket_besoeg
  USING (medarbejder_id = borgerblikket_aktoer() AND kommune = borgerblikket_kommune());
CREATE POLICY egne_besoeg_varer ON opslagsbesoeg FOR UPDATE TO borgerblikket_besoeg
  USING (medarbejder_id = borgerblikket_aktoer() AND kommune = borgerblikket_kommune());
CREATE POLICY eget_nyt_besoeg ON opslagsbesoeg FOR INSERT TO borgerblikket_besoeg
  WITH CHECK (medarbejder_id = borgerblikket_aktoer() AND kommune = borgerblikket_kommune() AND part_id = ANY (borgerblikket_parter()));
GRANT SELECT, INSERT, UPDATE (udloeber, bekraeftet) ON opslagsbesoeg TO borgerblikket_besoeg;

CREATE POLICY besoegendes_session ON medarbejdersession FOR SELECT TO borgerblikket_besoeg
  USING (medarbejder_id = borgerblikket_aktoer() AND cvr = borgerblikket_kommune());
GRANT SELECT (session_id, medarbejder_id, cvr, udloeber, afsluttet) ON medarbejdersession TO borgerblikket_besoeg;
