-- How many times an employee has searched, day by day. Who searches and opens nobody has no visits, and no alarms of visits: they are to be seen by those
-- who answer for the municipality's use, and an extract must be able to be about them.
CREATE TABLE soegedag (
  soegedag_id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  kommune text NOT NULL,
  medarbejder_id uuid NOT NULL,
  dag date NOT NULL,
  medarbejder_navn text NOT NULL,
  antal integer NOT NULL CHECK (antal > 0),
  PRIMARY KEY (kommune, medarbejder_id, dag)
) WITH (fillfactor = 70);
COMMENT ON TABLE soegedag IS 'How many times an employee has searched in a day, what was refused for how often with it';
COMMENT ON COLUMN soegedag.dag IS 'The Danish day';
COMMENT ON COLUMN soegedag.medarbejder_navn IS 'As the login told it last that day';
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX soegedag_dag ON soegedag (kommune, dag);

ALTER TABLE soegedag ENABLE ROW LEVEL SECURITY;
CREATE POLICY egne_soegedage ON soegedag FOR ALL TO borgerblikket_soegning
  USING (medarbejder_id = borgerblikket_aktoer() AND kommune = borgerblikket_kommune())
  WITH CHECK (medarbejder_id = borgerblikket_aktoer() AND kommune = borgerblikket_kommune());
GRANT INSERT (kommune, medarbejder_id, dag, medarbejder_navn, antal), SELECT (kommune, medarbejder_id, dag, antal) ON soegedag TO borgerblikket_soegning;
GRANT UPDATE (antal, medarbejder_navn) ON soegedag TO borgerblikket_soegning;

-- As visits are: the municipality's own, and never those of whoever reads.
CREATE POLICY andres_soegedage ON soegedag FOR SELECT TO borgerblikket_alarm
  USING (kommune = borgerblikket_kommune() AND NOT medarbejder_id = ANY ((SELECT borgerblikket_mig())::uuid[]));
GRANT SELECT (kommune, medarbejder_id, dag, medarbejder_navn, antal) ON soegedag TO borgerblikket_alarm;

-- An extract reaches six months back.
CREATE POLICY gamle_soegedage ON soegedag FOR SELECT TO borgerblikket_opslagssletning USING (true);
CREATE POLICY slet_gamle_soegedage ON soegedag FOR DELETE TO borgerblikket_opslagssletning USING (dag < current_date - 200);
GRANT SELECT (soegedag_id, dag), DELETE ON soegedag TO borgerblikket_opslagssletning;
ALTER TABLE opslagsoprydning DROP CONSTRAINT opslagsoprydning_hvad_check;
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE opslagsoprydning ADD CONSTRAINT opslagsoprydning_hvad_check
  CHECK (hvad IN ('besoeg', 'tilsynslaesning', 'udtraek', 'bemaerkning', 'notat', 'soegedag'));
