-- The worker judges a person's items as a whole, and only those that are not as they were when it judged them last.
ALTER TABLE titelvurdering ADD COLUMN notater jsonb NOT NULL DEFAULT '[]';
ALTER TABLE titelvurdering ADD COLUMN vurderet timestamptz NOT NULL DEFAULT now();
ALTER TABLE titelvurdering ADD COLUMN grundlag text NOT NULL DEFAULT '';
COMMENT ON COLUMN titelvurdering.notater IS 'For each text of a note: its hash, and the numbers of the paragraphs that are left out';
COMMENT ON COLUMN titelvurdering.vurderet IS 'Since when what is known of the titles has been as it is';
COMMENT ON COLUMN titelvurdering.grundlag IS 'A fingerprint of all that it was judged on: where it is the same, nothing is judged anew';

-- A pass that is under way goes on where it was, whatever ended the process; one that was begun with other rules begins anew.
ALTER TABLE vurderingsmaerke ADD COLUMN gennemloeb_regelversion integer;
COMMENT ON COLUMN vurderingsmaerke.gennemloeb_regelversion IS 'The rules of the pass that is under way; null: none is';
-- What is removed before the worker has read it makes it pass over everything, so nobody needs to know how far it has come.
REVOKE SELECT (loebenr, regelversion, gennemloeb_begyndt) ON vurderingsmaerke FROM borgerblikket_oprydning;

-- Who has an item, what its objects say, and the names of their parties, which stand in the sealed registration alone.
GRANT SELECT (objekt_id, tidspunkt, hash, parter) ON objekt TO borgerblikket_kvalitet;
GRANT SELECT (objekt_id, tidspunkt, indhold) ON registrering TO borgerblikket_kvalitet;
GRANT SELECT (art) ON udbakke TO borgerblikket_kvalitet;
GRANT SELECT (part_id, type) ON part TO borgerblikket_kvalitet;
CREATE POLICY alle_parters_type ON part FOR SELECT TO borgerblikket_kvalitet USING (true);
