-- Both tables are a municipality's own few steps, and nobody reads or writes while migrations run.
-- squawk-ignore-file adding-field-with-default, constraint-missing-not-valid, disallowed-unique-constraint, adding-foreign-key-constraint

-- A confirmation confirms the step right before it, and that step is a proposal: one that was taken back, or another step of somebody
-- else's, cannot stand for one.
ALTER TABLE noedstop_ophaevelse
  ADD COLUMN forslag_trin text GENERATED ALWAYS AS (CASE WHEN forslag_nr IS NOT NULL THEN 'foreslaaet' END) STORED,
  ADD UNIQUE (noedstop_id, nr, trin),
  ADD CHECK (forslag_nr = nr - 1),
  ADD FOREIGN KEY (noedstop_id, forslag_nr, forslag_trin) REFERENCES noedstop_ophaevelse (noedstop_id, nr, trin);

-- What opens something is approved by another than who proposed it, whatever the program says.
ALTER TABLE konfiguration_aendring ADD CONSTRAINT konfiguration_aendring_to_personer CHECK (
  (slags = 'godkendelse') = (data #>> '{foreslaaetAf,id}' IS NOT NULL) AND data #>> '{foreslaaetAf,id}' IS DISTINCT FROM medarbejder_id::text
);

-- A municipality's role is told whose an object is only where it has the object: beside the statement that counts, this keeps it so.
CREATE POLICY kommunens_objekter ON objekt AS RESTRICTIVE FOR SELECT TO borgerblikket_kommune
  USING (EXISTS (SELECT FROM overblik o WHERE o.part_id = ANY (objekt.parter) AND o.item_id = objekt.objekt_id));
