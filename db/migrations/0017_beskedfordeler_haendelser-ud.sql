-- Who numbers and sends events, and who removes what is old. Neither reads a person's row of any table.
DO $$
DECLARE navn text;
BEGIN
  FOREACH navn IN ARRAY ARRAY['beskedfordeler', 'oprydning'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE borgerblikket_%s NOLOGIN NOINHERIT NOBYPASSRLS', navn);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA public TO borgerblikket_beskedfordeler, borgerblikket_oprydning;

-- What happened to the object, whose it is, and the event's own id, which every message about it carries.
ALTER TABLE udbakke ADD COLUMN haendelse text NOT NULL DEFAULT 'importeret';
ALTER TABLE udbakke ADD COLUMN master uuid;
-- Migrations run before the server opens, so nobody waits while the ids of what is there already are made.
-- squawk-ignore adding-field-with-default
ALTER TABLE udbakke ADD COLUMN haendelse_id uuid NOT NULL DEFAULT gen_random_uuid();
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE udbakke ADD CONSTRAINT udbakke_haendelse CHECK (haendelse IN ('importeret', 'opdateret', 'fjernet'));
-- The identity numbers are given before the commit, so they become visible out of order. loebenr is given afterwards, by one at a time, and
-- becomes visible in order without a gap: whoever has read up to one has missed none below it.
ALTER TABLE udbakke ADD COLUMN loebenr bigint;
COMMENT ON COLUMN udbakke.loebenr IS 'The place in the order of what has happened; null until it is given';
-- squawk-ignore require-concurrent-index-creation
CREATE UNIQUE INDEX udbakke_loebenr ON udbakke (loebenr) WHERE loebenr IS NOT NULL;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX udbakke_uden_loebenr ON udbakke (nr) WHERE loebenr IS NULL;

-- How far the order has come, and up to where it has been removed. One row.
CREATE TABLE udbakke_hoved (
  een boolean PRIMARY KEY DEFAULT true CHECK (een),
  sidste bigint NOT NULL DEFAULT 0,
  fjernet_til bigint NOT NULL DEFAULT 0
);
INSERT INTO udbakke_hoved DEFAULT VALUES;

-- Who wants to be told of what, and where. The limits of the owner itself stand with the owner and are asked each time.
CREATE TABLE abonnement (
  abonnement_id uuid PRIMARY KEY,
  ejer_kilde uuid,
  ejer_kommune text,
  navn text NOT NULL,
  url text NOT NULL,
  form text NOT NULL CHECK (form IN ('cloudevent', 'haendelsesbesked')),
  formaal text NOT NULL CHECK (formaal IN ('notifikation', 'synkronisering')),
  arter jsonb NOT NULL,
  haendelser jsonb NOT NULL,
  kommuner jsonb NOT NULL,
  kle jsonb NOT NULL,
  tilstand text NOT NULL CHECK (tilstand IN ('afventerBevis', 'aktiv', 'pauset', 'stoppet', 'slettet')),
  hemmelighed bytea,
  forrige_hemmelighed bytea,
  forrige_til timestamptz,
  oprettet timestamptz NOT NULL,
  vent_til timestamptz,
  fejl_i_traek integer NOT NULL DEFAULT 0,
  senest_leveret timestamptz,
  senest_fejlet timestamptz,
  senest_fejl text,
  bortfaldne bigint NOT NULL DEFAULT 0,
  CHECK (num_nonnulls(ejer_kilde, ejer_kommune) = 1)
);
COMMENT ON COLUMN abonnement.arter IS 'Kinds of object; [] is all, as for haendelser, kommuner and kle';
COMMENT ON COLUMN abonnement.hemmelighed IS 'Sealed; the one before it signs too until forrige_til';
COMMENT ON COLUMN abonnement.vent_til IS 'After failures in a row the receiver is given breath';
COMMENT ON COLUMN abonnement.bortfaldne IS 'Events that were too old before they could be delivered';
CREATE INDEX abonnement_ejer ON abonnement (ejer_kilde, abonnement_id);

-- One event to one subscription. The row is the queue: it is lent to a process, and lent again where that process never answered for it.
CREATE TABLE udsendelse (
  abonnement_id uuid NOT NULL,
  loebenr bigint NOT NULL,
  objekt_id uuid NOT NULL,
  tilstand text NOT NULL DEFAULT 'venter' CHECK (tilstand IN ('venter', 'leveret', 'doed', 'bortfaldet')),
  dannet timestamptz NOT NULL,
  naeste timestamptz NOT NULL,
  forsoeg integer NOT NULL DEFAULT 0,
  forsoeg_foer integer NOT NULL DEFAULT 0,
  laan uuid,
  laan_til timestamptz,
  afgjort timestamptz,
  grund text,
  PRIMARY KEY (abonnement_id, loebenr)
) WITH (fillfactor = 90);
COMMENT ON COLUMN udsendelse.forsoeg_foer IS 'Attempts that had been made when it was sent anew after it had died';
CREATE INDEX udsendelse_moden ON udsendelse (abonnement_id, naeste, loebenr) WHERE tilstand = 'venter';
CREATE INDEX udsendelse_objekt ON udsendelse (abonnement_id, objekt_id, loebenr) WHERE tilstand = 'venter';
CREATE INDEX udsendelse_doed ON udsendelse (abonnement_id, loebenr) WHERE tilstand = 'doed';
CREATE INDEX udsendelse_loebenr ON udsendelse (loebenr);

-- Each attempt that failed. What the receiver answered is not kept: it could hold anything.
CREATE TABLE udsendelsesforsoeg (
  abonnement_id uuid NOT NULL,
  loebenr bigint NOT NULL,
  nr integer NOT NULL,
  tid timestamptz NOT NULL,
  fejl text NOT NULL,
  status integer,
  PRIMARY KEY (abonnement_id, loebenr, nr)
);

-- How far a message broker has been told.
CREATE TABLE broker (
  navn text PRIMARY KEY,
  sendt_til bigint NOT NULL,
  laan uuid,
  laan_til timestamptz,
  senest_sendt timestamptz,
  senest_fejlet timestamptz,
  senest_fejl text,
  hul_fra bigint,
  hul_til bigint
);
COMMENT ON COLUMN broker.hul_fra IS 'Events that were removed before the broker could be told: from here to hul_til';

GRANT SELECT ON udbakke TO borgerblikket_beskedfordeler;
GRANT UPDATE (loebenr, kommune, kle) ON udbakke TO borgerblikket_beskedfordeler;
GRANT SELECT, UPDATE ON udbakke_hoved TO borgerblikket_beskedfordeler;
GRANT SELECT, INSERT, UPDATE ON abonnement, udsendelse, broker TO borgerblikket_beskedfordeler;
GRANT SELECT, INSERT ON udsendelsesforsoeg TO borgerblikket_beskedfordeler;
GRANT SELECT (kilde_id, navn, kommuner, kle, spaerret) ON kilde TO borgerblikket_beskedfordeler;
-- Where a note or a payment belongs: what it stands on.
GRANT SELECT (objekt_id, kommune, kle) ON objekt TO borgerblikket_beskedfordeler;
GRANT SELECT ON afhaengighed TO borgerblikket_beskedfordeler;

GRANT SELECT (nr, loebenr, tid), DELETE ON udbakke TO borgerblikket_oprydning;
GRANT SELECT, UPDATE (fjernet_til) ON udbakke_hoved TO borgerblikket_oprydning;
GRANT SELECT (abonnement_id, loebenr, tilstand, dannet, afgjort), DELETE ON udsendelse TO borgerblikket_oprydning;
GRANT SELECT (abonnement_id, loebenr), DELETE ON udsendelsesforsoeg TO borgerblikket_oprydning;
GRANT SELECT (abonnement_id, tilstand, bortfaldne, oprettet), UPDATE (bortfaldne), DELETE ON abonnement TO borgerblikket_oprydning;
