-- Who compared the current state with the registrations, what it found and what it put right. Names objects by id and no person; kept, as the
-- evidence of what was changed outside a delivery.
CREATE TABLE genopbygning_haendelse (
  haendelse_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  koersel_id uuid NOT NULL,
  hvad text NOT NULL CHECK (hvad IN ('begyndt', 'rettet', 'sluttet')),
  detaljer jsonb NOT NULL,
  hvem text NOT NULL,
  hvornaar timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN genopbygning_haendelse.hvem IS 'The login name of the one at the keyboard';
COMMENT ON COLUMN genopbygning_haendelse.detaljer IS 'rettet: the ids of the objects. sluttet: how many were looked at, differed and were put right';
GRANT SELECT, INSERT ON genopbygning_haendelse TO borgerblikket_modtagelse;
