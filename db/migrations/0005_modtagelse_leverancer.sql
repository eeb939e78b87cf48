CREATE TABLE leverance (
  leverance_id uuid PRIMARY KEY,
  kilde_id uuid NOT NULL,
  idempotency_key text NOT NULL,
  kanal text NOT NULL CHECK (kanal IN ('rest', 'soap', 'fil')),
  paabegyndt timestamptz NOT NULL DEFAULT now(),
  UNIQUE (kilde_id, idempotency_key)
);

-- The receipt of each line, so that a sender whose answer was lost gets the same one again.
CREATE TABLE kvittering (
  leverance_id uuid NOT NULL,
  linje integer NOT NULL,
  linje_hash bytea NOT NULL,
  objekt_id uuid,
  udfald text NOT NULL CHECK (udfald IN ('modtaget', 'uaendret', 'afvist')),
  brud jsonb,
  PRIMARY KEY (leverance_id, linje)
);

-- A refused line is kept and counted until it is settled.
CREATE TABLE afvisning (
  afvisning_id uuid PRIMARY KEY,
  leverance_id uuid NOT NULL,
  linje integer NOT NULL,
  kilde_id uuid NOT NULL,
  kommune text,
  livsomraade text,
  art text,
  objekt_id uuid,
  regel text NOT NULL,
  brud jsonb NOT NULL,
  linje_krypteret bytea,
  modtaget timestamptz NOT NULL DEFAULT now(),
  afgjort timestamptz
);
CREATE INDEX afvisning_aaben ON afvisning (kilde_id, objekt_id) WHERE afgjort IS NULL;

-- What happened, for those who are to be told; written with the change itself.
CREATE TABLE udbakke (
  nr bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tid timestamptz NOT NULL DEFAULT now(),
  objekt_id uuid NOT NULL,
  tidspunkt timestamptz NOT NULL,
  art text NOT NULL,
  kommune text,
  kle text,
  uden_notifikation boolean NOT NULL
);

GRANT SELECT, INSERT ON leverance, kvittering, udbakke TO borgerblikket_modtagelse;
GRANT SELECT, INSERT ON afvisning TO borgerblikket_modtagelse;
GRANT UPDATE (afgjort) ON afvisning TO borgerblikket_modtagelse;
GRANT SELECT (afvisning_id, kilde_id, kommune, livsomraade, art, afgjort) ON afvisning TO borgerblikket_opsaetning;
