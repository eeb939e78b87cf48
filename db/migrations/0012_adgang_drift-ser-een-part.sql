-- The operator's role: it may find out for one part, named in the transaction, why an item is shown or not. It reads the rows that the
-- decision stands on and never the long text, and only on the ground that adgang makes for it.
DO $$
BEGIN
  CREATE ROLE borgerblikket_drift NOLOGIN NOINHERIT NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO borgerblikket_drift;
GRANT SELECT (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data) ON overblik TO borgerblikket_drift;
CREATE POLICY een_parts_ting ON overblik FOR SELECT TO borgerblikket_drift
  USING (borgerblikket_grund() = 'drift' AND cardinality(borgerblikket_parter()) = 1 AND part_id = ANY (borgerblikket_parter()));

-- The age that showing a child's items to a holder of custody depends on.
GRANT SELECT (part_id, foedt) ON part TO borgerblikket_drift;
CREATE POLICY een_part ON part FOR SELECT TO borgerblikket_drift
  USING (borgerblikket_grund() = 'drift' AND cardinality(borgerblikket_parter()) = 1 AND part_id = ANY (borgerblikket_parter()));
