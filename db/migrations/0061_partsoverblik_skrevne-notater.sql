-- Notes that caseworkers write on a case here: sealed until the case's own system has them. That one is there is told as an event to that system
-- alone; the text is fetched.
CREATE TABLE skrevet_notat (
  notat_id uuid PRIMARY KEY,
  kommune text NOT NULL CHECK (kommune ~ '^[0-9]{8}$'),
  part_id uuid NOT NULL,
  sag_id uuid NOT NULL,
  kle text NOT NULL,
  master uuid NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL CHECK (length(af_navn) BETWEEN 1 AND 200),
  enhed text CHECK (length(enhed) <= 200),
  skrevet timestamptz NOT NULL,
  indhold bytea,
  tilstand text NOT NULL CHECK (tilstand IN ('venter', 'hentet', 'journaliseret', 'afvist', 'foraeldet')),
  tilstand_tid timestamptz NOT NULL,
  afvist_grund text CHECK (afvist_grund IN ('sagLukket', 'sagUkendt', 'indholdAfvist', 'andet')),
  afvist_tekst text NOT NULL DEFAULT '' CHECK (length(afvist_tekst) <= 500),
  fortalt boolean NOT NULL DEFAULT false,
  CHECK ((tilstand = 'afvist') = (afvist_grund IS NOT NULL)),
  -- Nothing that waits may have lost its text.
  CHECK (tilstand NOT IN ('venter', 'hentet') OR indhold IS NOT NULL)
);
COMMENT ON COLUMN skrevet_notat.notat_id IS 'The UUID that the case''s system delivers the note back with';
COMMENT ON COLUMN skrevet_notat.indhold IS 'Title and text, sealed; removed when the note is on the case';
COMMENT ON COLUMN skrevet_notat.fortalt IS 'The writer has been told that it did not get onto the case';
CREATE INDEX skrevet_notat_part ON skrevet_notat (part_id, skrevet);
CREATE INDEX skrevet_notat_venter ON skrevet_notat (master, skrevet, notat_id) WHERE tilstand = 'venter';
CREATE INDEX skrevet_notat_aabne ON skrevet_notat (sag_id) WHERE tilstand IN ('venter', 'hentet');
CREATE INDEX skrevet_notat_ufortalte ON skrevet_notat (tilstand_tid) WHERE NOT fortalt AND tilstand IN ('afvist', 'foraeldet');

CREATE TABLE notatmodtager (
  master uuid PRIMARY KEY,
  senest timestamptz NOT NULL
);
COMMENT ON TABLE notatmodtager IS 'Which systems ask for notes, and when they last did: no note is written for one that does not';

ALTER TABLE skrevet_notat ENABLE ROW LEVEL SECURITY;
ALTER TABLE notatmodtager ENABLE ROW LEVEL SECURITY;
-- Only on a case that the reader may see: the overview's own policy decides.
CREATE POLICY paa_egne_sager ON skrevet_notat FOR SELECT TO borgerblikket_sagsbehandler
  USING (kommune = borgerblikket_kommune() AND part_id = ANY (borgerblikket_parter())
    AND EXISTS (SELECT 1 FROM overblik o WHERE o.part_id = skrevet_notat.part_id AND o.item_id = skrevet_notat.sag_id));
CREATE POLICY kommunens_om_parten ON skrevet_notat FOR SELECT TO borgerblikket_sagsskriver
  USING (kommune = borgerblikket_kommune() AND part_id = ANY (borgerblikket_parter()));
CREATE POLICY eget_nyt ON skrevet_notat FOR INSERT TO borgerblikket_sagsskriver
  WITH CHECK (kommune = borgerblikket_kommune() AND part_id = ANY (borgerblikket_parter()) AND af = borgerblikket_aktoer());
CREATE POLICY til_egne_sager ON skrevet_notat FOR ALL TO borgerblikket_kilde
  USING (master = borgerblikket_aktoer()) WITH CHECK (master = borgerblikket_aktoer());
CREATE POLICY alle_notater ON skrevet_notat FOR ALL TO borgerblikket_advis USING (true);
CREATE POLICY egen_plads ON notatmodtager FOR ALL TO borgerblikket_kilde
  USING (master = borgerblikket_aktoer()) WITH CHECK (master = borgerblikket_aktoer());
CREATE POLICY hvem_der_henter ON notatmodtager FOR SELECT TO borgerblikket_sagsskriver USING (true);

GRANT SELECT (notat_id, kommune, part_id, sag_id, tilstand, tilstand_tid, afvist_grund, afvist_tekst, skrevet, af, af_navn, indhold)
  ON skrevet_notat TO borgerblikket_sagsbehandler;
GRANT SELECT (notat_id, kommune, part_id, sag_id, kle, master, tilstand), INSERT ON skrevet_notat TO borgerblikket_sagsskriver;
GRANT SELECT ON notatmodtager TO borgerblikket_sagsskriver;
GRANT SELECT (objekt_id, art, master, kommune) ON objekt TO borgerblikket_sagsskriver;
GRANT SELECT (notat_id, kommune, part_id, sag_id, kle, master, af, af_navn, enhed, skrevet, indhold, tilstand) ON skrevet_notat TO borgerblikket_kilde;
GRANT UPDATE (tilstand, tilstand_tid, afvist_grund, afvist_tekst) ON skrevet_notat TO borgerblikket_kilde;
GRANT SELECT, INSERT, UPDATE ON notatmodtager TO borgerblikket_kilde;
GRANT SELECT (notat_id, kommune, part_id, sag_id, master, af, skrevet, tilstand, tilstand_tid, fortalt) ON skrevet_notat TO borgerblikket_advis;
GRANT SELECT (indhold), UPDATE (tilstand, tilstand_tid, indhold, afvist_grund, afvist_tekst, fortalt) ON skrevet_notat TO borgerblikket_advis;
GRANT SELECT (objekt_id, art, master) ON objekt TO borgerblikket_advis;

ALTER TABLE udbakke DROP CONSTRAINT udbakke_haendelse;
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE udbakke ADD CONSTRAINT udbakke_haendelse CHECK (haendelse IN ('importeret', 'opdateret', 'fjernet', 'skrevet'));
GRANT INSERT (tid, objekt_id, tidspunkt, art, kommune, kle, uden_notifikation, haendelse, master) ON udbakke TO borgerblikket_sagsskriver;
