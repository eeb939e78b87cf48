-- Login of employees by their own organisation's identity provider. An answer comes by a POST from the provider's site, on which the browser
-- brings no cookie of ours: what it said is kept, sealed, for the moment until the browser comes by itself. Each answer is kept once.
CREATE TABLE saml_svar (
  forsoeg bytea PRIMARY KEY CHECK (length(forsoeg) = 32),
  forseglet bytea NOT NULL,
  udloeber timestamptz NOT NULL
);
CREATE INDEX saml_svar_udloeber ON saml_svar (udloeber);
COMMENT ON COLUMN saml_svar.forsoeg IS 'SHA-256 of the id of the request that was answered';

-- Which of the provider's sessions a session of ours came from, so that either can end the other.
CREATE TABLE saml_session (
  session_id uuid PRIMARY KEY REFERENCES medarbejdersession ON DELETE CASCADE,
  udbyder text NOT NULL,
  navneid_hash bytea NOT NULL CHECK (length(navneid_hash) = 32),
  indeks_hash bytea CHECK (length(indeks_hash) = 32),
  forseglet bytea NOT NULL
);
CREATE INDEX saml_session_navneid ON saml_session (navneid_hash);
COMMENT ON COLUMN saml_session.forseglet IS 'The name id and session index, to be said again at log out';

-- What a login brought and was not understood, by kind: told to the employee, so that somebody can put it right.
ALTER TABLE medarbejdersession ADD COLUMN rettighedsfund jsonb NOT NULL DEFAULT '[]';

ALTER TABLE saml_svar ENABLE ROW LEVEL SECURITY;
ALTER TABLE saml_session ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_svar ON saml_svar TO borgerblikket_login USING (true) WITH CHECK (true);
CREATE POLICY alle_saml_sessioner ON saml_session TO borgerblikket_login USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON saml_svar TO borgerblikket_login;
GRANT SELECT, INSERT ON saml_session TO borgerblikket_login;
-- The ids of assertions and of log outs are used up as those of signed messages are; the provider stands where the source does.
GRANT SELECT, INSERT, DELETE ON engangsvaerdi TO borgerblikket_login;
GRANT UPDATE (udloeber) ON engangsvaerdi TO borgerblikket_login;
