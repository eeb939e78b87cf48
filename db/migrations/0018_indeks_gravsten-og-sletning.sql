-- Deletion is a role of its own: nobody else may take a registration or an object away, and it may do nothing else.
DO $$
BEGIN
  CREATE ROLE borgerblikket_sletning NOLOGIN NOINHERIT NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO borgerblikket_sletning;

-- What has been deleted (AM-03), without anything personal: so that a delivery that comes late does not bring it back.
CREATE TABLE gravsten (
  objekt_id uuid PRIMARY KEY,
  art text NOT NULL,
  master uuid NOT NULL,
  kilde_id uuid NOT NULL,
  tidspunkt timestamptz NOT NULL,
  fjernet timestamptz NOT NULL DEFAULT now(),
  grund text NOT NULL CHECK (grund IN ('fjernet', 'med-sagen'))
);
COMMENT ON COLUMN gravsten.tidspunkt IS 'When it was deleted at the sender, as it says';
COMMENT ON COLUMN gravsten.grund IS 'fjernet: asked for by name. med-sagen: it went with its case';

GRANT SELECT ON gravsten TO borgerblikket_modtagelse;
GRANT INSERT ON gravsten TO borgerblikket_sletning;
GRANT SELECT (objekt_id), DELETE ON registrering, objekt TO borgerblikket_sletning;

-- A refused line of what has been deleted is still counted, but holds nothing any more.
GRANT SELECT (kilde_id, objekt_id, linje_krypteret), UPDATE (linje_krypteret) ON afvisning TO borgerblikket_sletning;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX afvisning_objekt ON afvisning (objekt_id) WHERE linje_krypteret IS NOT NULL;
