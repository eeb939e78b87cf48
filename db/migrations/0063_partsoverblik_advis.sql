-- Employees are told of what happens to what they work with. What is kept names things by id; whether its reader may see it is asked when it is shown.
CREATE TABLE advis_gruppe (
  gruppe_id uuid PRIMARY KEY,
  kommune text NOT NULL CHECK (kommune ~ '^[0-9]{8}$'),
  navn text NOT NULL CHECK (length(navn) BETWEEN 2 AND 100),
  oprettet timestamptz NOT NULL,
  af uuid NOT NULL,
  UNIQUE (kommune, navn)
);
CREATE TABLE advis_medlem (
  gruppe_id uuid NOT NULL REFERENCES advis_gruppe ON DELETE CASCADE,
  medarbejder_id uuid NOT NULL,
  kommune text NOT NULL,
  siden timestamptz NOT NULL,
  PRIMARY KEY (gruppe_id, medarbejder_id)
);
CREATE TABLE advis_abonnement (
  abonnement_id uuid PRIMARY KEY,
  kommune text NOT NULL CHECK (kommune ~ '^[0-9]{8}$'),
  medarbejder_id uuid NOT NULL,
  gruppe_id uuid REFERENCES advis_gruppe ON DELETE CASCADE,
  slags text NOT NULL CHECK (slags IN ('sag', 'part', 'frist', 'egneSager', 'paamindelse')),
  part_id uuid,
  objekt_id uuid,
  dage_foer integer CHECK (dage_foer BETWEEN 0 AND 60),
  dag date,
  oprettet timestamptz NOT NULL,
  udloeber timestamptz NOT NULL,
  CHECK ((slags = 'egneSager') = (part_id IS NULL)),
  CHECK ((slags IN ('sag', 'frist')) <= (objekt_id IS NOT NULL)),
  CHECK ((slags = 'frist') = (dage_foer IS NOT NULL)),
  CHECK ((slags = 'paamindelse') = (dag IS NOT NULL)),
  CHECK (slags <> 'egneSager' OR gruppe_id IS NULL)
);
COMMENT ON COLUMN advis_abonnement.medarbejder_id IS 'Who asked; with a group, its members are told';
CREATE UNIQUE INDEX advis_abonnement_een ON advis_abonnement (kommune, medarbejder_id, slags, part_id, objekt_id, gruppe_id, dag) NULLS NOT DISTINCT;
CREATE INDEX advis_abonnement_part ON advis_abonnement (part_id) WHERE slags = 'part';
CREATE INDEX advis_abonnement_objekt ON advis_abonnement (objekt_id) WHERE slags = 'sag';
CREATE INDEX advis_abonnement_dage ON advis_abonnement (slags) WHERE slags IN ('frist', 'paamindelse');

CREATE TABLE advis (
  advis_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kommune text NOT NULL,
  medarbejder_id uuid NOT NULL,
  part_id uuid NOT NULL,
  objekt_id uuid NOT NULL,
  hvad text NOT NULL CHECK (hvad IN ('nyt', 'aendret', 'frist', 'paamindelse', 'notatAfvist', 'notatForaeldet')),
  noegle text NOT NULL CHECK (length(noegle) <= 100),
  tid timestamptz NOT NULL,
  laest timestamptz,
  UNIQUE (medarbejder_id, kommune, part_id, noegle)
);
COMMENT ON COLUMN advis.noegle IS 'What it is about, so that two subscriptions, or the same round again, tell once';
CREATE INDEX advis_egne ON advis (kommune, medarbejder_id, tid DESC, advis_id DESC);

CREATE TABLE advis_mail (
  kommune text NOT NULL CHECK (kommune ~ '^[0-9]{8}$'),
  medarbejder_id uuid NOT NULL,
  adresse bytea NOT NULL,
  oprettet timestamptz NOT NULL,
  senest date,
  PRIMARY KEY (kommune, medarbejder_id)
);
COMMENT ON COLUMN advis_mail.adresse IS 'Sealed';

CREATE TABLE advis_maerke (
  een boolean PRIMARY KEY DEFAULT true CHECK (een),
  loebenr bigint NOT NULL,
  dag date
);
COMMENT ON TABLE advis_maerke IS 'How far the outbox has been read, and the last day on which deadlines were looked at';
INSERT INTO advis_maerke (loebenr) SELECT sidste FROM udbakke_hoved;

ALTER TABLE advis_gruppe ENABLE ROW LEVEL SECURITY;
ALTER TABLE advis_medlem ENABLE ROW LEVEL SECURITY;
ALTER TABLE advis_abonnement ENABLE ROW LEVEL SECURITY;
ALTER TABLE advis ENABLE ROW LEVEL SECURITY;
ALTER TABLE advis_mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY kommunens_grupper ON advis_gruppe FOR ALL TO borgerblikket_sagsskriver
  USING (kommune = borgerblikket_kommune()) WITH CHECK (kommune = borgerblikket_kommune() AND af = borgerblikket_aktoer());
CREATE POLICY kommunens_medlemmer ON advis_medlem FOR SELECT TO borgerblikket_sagsskriver USING (kommune = borgerblikket_kommune());
CREATE POLICY eget_medlemskab ON advis_medlem FOR INSERT TO borgerblikket_sagsskriver
  WITH CHECK (kommune = borgerblikket_kommune() AND medarbejder_id = borgerblikket_aktoer());
CREATE POLICY eget_ophoer ON advis_medlem FOR DELETE TO borgerblikket_sagsskriver
  USING (kommune = borgerblikket_kommune() AND medarbejder_id = borgerblikket_aktoer());
CREATE POLICY egne ON advis_abonnement FOR ALL TO borgerblikket_sagsskriver
  USING (kommune = borgerblikket_kommune() AND medarbejder_id = borgerblikket_aktoer())
  WITH CHECK (kommune = borgerblikket_kommune() AND medarbejder_id = borgerblikket_aktoer());
CREATE POLICY egne ON advis FOR ALL TO borgerblikket_sagsskriver
  USING (kommune = borgerblikket_kommune() AND medarbejder_id = borgerblikket_aktoer());
CREATE POLICY egne ON advis_mail FOR ALL TO borgerblikket_sagsskriver
  USING (kommune = borgerblikket_kommune() AND medarbejder_id = borgerblikket_aktoer())
  WITH CHECK (kommune = borgerblikket_kommune() AND medarbejder_id = borgerblikket_aktoer());
CREATE POLICY alle ON advis_gruppe FOR ALL TO borgerblikket_advis USING (true);
CREATE POLICY alle ON advis_medlem FOR ALL TO borgerblikket_advis USING (true);
CREATE POLICY alle ON advis_abonnement FOR ALL TO borgerblikket_advis USING (true);
CREATE POLICY alle ON advis FOR ALL TO borgerblikket_advis USING (true);
CREATE POLICY alle ON advis_mail FOR ALL TO borgerblikket_advis USING (true);
CREATE POLICY til_advis ON medarbejdersession FOR SELECT TO borgerblikket_advis USING (true);
CREATE POLICY til_advis ON rolletildeling FOR SELECT TO borgerblikket_advis USING (true);
CREATE POLICY til_advis ON rolleophoer FOR SELECT TO borgerblikket_advis USING (true);

GRANT SELECT, INSERT ON advis_gruppe TO borgerblikket_sagsskriver;
GRANT SELECT, INSERT, DELETE ON advis_medlem, advis_abonnement TO borgerblikket_sagsskriver;
GRANT SELECT, UPDATE (laest) ON advis TO borgerblikket_sagsskriver;
GRANT SELECT, INSERT, UPDATE (adresse), DELETE ON advis_mail TO borgerblikket_sagsskriver;
GRANT SELECT, DELETE ON advis_gruppe, advis_medlem, advis_abonnement TO borgerblikket_advis;
GRANT SELECT, INSERT, DELETE ON advis TO borgerblikket_advis;
GRANT SELECT, UPDATE (senest), DELETE ON advis_mail TO borgerblikket_advis;
GRANT SELECT, UPDATE ON advis_maerke TO borgerblikket_advis;
GRANT SELECT (loebenr, tid, objekt_id, art, haendelse) ON udbakke TO borgerblikket_advis;
GRANT SELECT (sidste, fjernet_til) ON udbakke_hoved TO borgerblikket_advis;
GRANT SELECT (session_id, medarbejder_id, cvr, oprettet, udloeber, rettigheder, enheder) ON medarbejdersession TO borgerblikket_advis;
GRANT SELECT (tildeling_id, cvr, medarbejder_id, rolle, gaelder_fra, gaelder_til) ON rolletildeling TO borgerblikket_advis;
GRANT SELECT (tildeling_id, gaelder_fra) ON rolleophoer TO borgerblikket_advis;

-- What those who are to be told are found by: whom an object concerns, whose it is, which cases it stands on, who handles those, and when a deadline
-- ends. Past row-level security and without a word of what it says.
CREATE FUNCTION borgerblikket_advisfakta(ider uuid[])
RETURNS TABLE (objekt_id uuid, art text, kommune text, parter uuid[], sager uuid[], behandlere jsonb, aftaler jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.objekt_id, o.art, coalesce(o.kommune, s.kommune), o.parter, s.sager, s.behandlere,
    CASE WHEN o.art = 'aftale' THEN (
      SELECT jsonb_agg(jsonb_build_object('start', a -> 'start', 'slut', a -> 'slut', 'status', a -> 'status', 'type', a -> 'type', 'virkning', a -> 'virkning'))
      FROM jsonb_array_elements(o.data -> 'aftaler') AS a) END
  FROM objekt o CROSS JOIN LATERAL (
    SELECT min(sag.kommune) AS kommune, coalesce(array_agg(sag.objekt_id ORDER BY sag.objekt_id), '{}') AS sager,
      jsonb_agg(sag.data -> 'behandlere') FILTER (WHERE sag.data ? 'behandlere') AS behandlere
    FROM objekt sag WHERE sag.art = 'sag' AND sag.objekt_id IN (
      SELECT o.objekt_id
      UNION SELECT a.af FROM afhaengighed a WHERE a.objekt_id = o.objekt_id
      UNION SELECT b.af FROM afhaengighed a JOIN afhaengighed b ON b.objekt_id = a.af WHERE a.objekt_id = o.objekt_id)) s
  WHERE o.objekt_id = ANY (ider)
$$;
REVOKE ALL ON FUNCTION borgerblikket_advisfakta(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION borgerblikket_advisfakta(uuid[]) TO borgerblikket_advis;
