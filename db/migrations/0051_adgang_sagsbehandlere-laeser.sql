-- Caseworkers read citizens' matters within the rights that their login brought. Two roles: one sees what may be seen, one only what may be
-- known to exist. Both name in the transaction whom it is about, who reads, with which rights and as of when.
DO $$
DECLARE navn text;
BEGIN
  FOREACH navn IN ARRAY ARRAY['sagsbehandler', 'kendskab'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE borgerblikket_%s NOLOGIN NOINHERIT NOBYPASSRLS', navn);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA public TO borgerblikket_sagsbehandler, borgerblikket_kendskab;

-- What the login brought ends with the session.
ALTER TABLE medarbejdersession ADD COLUMN rettigheder jsonb NOT NULL DEFAULT '[]';
ALTER TABLE medarbejdersession ADD COLUMN enheder jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN medarbejdersession.rettigheder IS 'The groups of rights (OIO-BPP) that the login brought, as they were read';
COMMENT ON COLUMN medarbejdersession.enheder IS 'The units that the login named the employee as belonging to';

CREATE POLICY egne_medarbejdersessioner ON medarbejdersession FOR SELECT TO borgerblikket_sagsbehandler, borgerblikket_kendskab
  USING (medarbejder_id = borgerblikket_aktoer() AND cvr = borgerblikket_kommune());
GRANT SELECT (session_id, medarbejder_id, cvr, set, udloeber, afsluttet) ON medarbejdersession
  TO borgerblikket_sagsbehandler, borgerblikket_kendskab;
