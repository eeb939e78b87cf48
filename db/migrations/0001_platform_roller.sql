-- The roles that the application's login role may put on inside a transaction. None can log in, none owns anything, none bypasses
-- row-level security. Roles belong to the whole server, so several databases (and tests) share them.
DO $$
DECLARE navn text;
BEGIN
  FOREACH navn IN ARRAY ARRAY['borger', 'login', 'modtagelse', 'log', 'opsaetning'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE borgerblikket_%s NOLOGIN NOINHERIT NOBYPASSRLS', navn);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO borgerblikket_borger, borgerblikket_login, borgerblikket_modtagelse, borgerblikket_log, borgerblikket_opsaetning;

-- Whom the citizen's role may read about in this transaction. Missing or empty: nobody.
CREATE FUNCTION borgerblikket_parter() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('borgerblikket.parter', true), ''), '{}')::uuid[] $$;
CREATE FUNCTION borgerblikket_grund() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('borgerblikket.grund', true), '') $$;
-- Who acts in this transaction: whose session it is.
CREATE FUNCTION borgerblikket_aktoer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('borgerblikket.aktoer', true), '')::uuid $$;
