-- Which keys the database was filled with. A fingerprint tells nothing about its key; it only tells whether the right ones were found at start.
CREATE TABLE noeglefingeraftryk (
  navn text PRIMARY KEY,
  fingeraftryk text NOT NULL,
  foerst_set timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN noeglefingeraftryk.navn IS 'opslag, or the purpose and id of an encryption key: nummer:1a2b3c4d';

GRANT SELECT, INSERT ON noeglefingeraftryk TO borgerblikket_login;
