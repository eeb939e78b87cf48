-- A source reads back what it is itself Master of, in a role that sees nothing else. Whoever else has been given rights on these tables sees
-- all rows, as before: the limit is for that role alone.
DO $$
BEGIN
  CREATE ROLE borgerblikket_kilde NOLOGIN NOINHERIT NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO borgerblikket_kilde;

ALTER TABLE objekt ENABLE ROW LEVEL SECURITY;
ALTER TABLE registrering ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_objekter ON objekt TO PUBLIC USING (true) WITH CHECK (true);
CREATE POLICY alle_registreringer ON registrering TO PUBLIC USING (true) WITH CHECK (true);
CREATE POLICY egne_objekter ON objekt AS RESTRICTIVE TO borgerblikket_kilde USING (master = borgerblikket_aktoer());
CREATE POLICY egne_registreringer ON registrering AS RESTRICTIVE TO borgerblikket_kilde USING (master = borgerblikket_aktoer());
-- Which of its objects a part has a row for: the way to them that does not read them all.
CREATE POLICY egne_objekters_parter ON overblik FOR SELECT TO borgerblikket_kilde
  USING (EXISTS (SELECT 1 FROM objekt o WHERE o.objekt_id = item_id AND o.master = borgerblikket_aktoer()));

GRANT SELECT ON objekt, registrering TO borgerblikket_kilde;
GRANT SELECT (part_id, item_id) ON overblik TO borgerblikket_kilde;
-- Whether a document stands on anything.
GRANT SELECT (objekt_id) ON afhaengighed TO borgerblikket_kilde;

-- A source's objects in order of id. Its columns never change, so an update costs nothing for it.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX objekt_master ON objekt (master, objekt_id);
