-- Alarms about visits, what becomes of them, and extracts of the log for audits. An employee raises alarms and reads none; whoever looks after
-- them sees the municipality's own, and never one about their own visits.

-- Whom an employee is, and whom a municipality employs: by part alone.
CREATE TABLE medarbejderpart (
  kommune text NOT NULL CHECK (kommune ~ '^[0-9]{8}$'),
  medarbejder_id uuid NOT NULL,
  part_id uuid NOT NULL,
  kilde text NOT NULL CHECK (kilde IN ('login', 'arbejdsgiver')),
  siden timestamptz NOT NULL,
  PRIMARY KEY (kommune, medarbejder_id)
);
CREATE INDEX medarbejderpart_part ON medarbejderpart (kommune, part_id);
COMMENT ON TABLE medarbejderpart IS 'Which citizen an employee is, as the login or the employer told; read to know who looks themselves up';
CREATE TABLE ansat (
  kommune text NOT NULL CHECK (kommune ~ '^[0-9]{8}$'),
  part_id uuid NOT NULL,
  siden timestamptz NOT NULL,
  PRIMARY KEY (kommune, part_id)
);
COMMENT ON TABLE ansat IS 'Whom the municipality employs, as it told last; read to know who looks a colleague up';
ALTER TABLE medarbejderpart ENABLE ROW LEVEL SECURITY;
ALTER TABLE ansat ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_medarbejderparter ON medarbejderpart FOR ALL TO borgerblikket_login USING (true) WITH CHECK (true);
CREATE POLICY alle_ansatte ON ansat FOR ALL TO borgerblikket_login USING (true) WITH CHECK (true);
CREATE POLICY egen_eller_opslaaet ON medarbejderpart FOR SELECT TO borgerblikket_besoeg
  USING (kommune = borgerblikket_kommune() AND (medarbejder_id = borgerblikket_aktoer() OR part_id = ANY (borgerblikket_parter())));
CREATE POLICY opslaaet_ansat ON ansat FOR SELECT TO borgerblikket_besoeg
  USING (kommune = borgerblikket_kommune() AND part_id = ANY (borgerblikket_parter()));
-- Two logins of one person: nobody looks after their own visits by another.
CREATE POLICY egne_logins ON medarbejderpart FOR SELECT TO borgerblikket_alarm USING (kommune = borgerblikket_kommune());
GRANT SELECT, INSERT, UPDATE, DELETE ON medarbejderpart TO borgerblikket_login;
GRANT SELECT, INSERT, DELETE ON ansat TO borgerblikket_login;
GRANT SELECT (kommune, medarbejder_id, part_id) ON medarbejderpart TO borgerblikket_besoeg, borgerblikket_alarm;
GRANT SELECT (kommune, part_id) ON ansat TO borgerblikket_besoeg;

-- What else alarms are decided on: about the one who is looked up and the one who looks, whom the transaction names.
CREATE POLICY besoegte_parter ON part FOR SELECT TO borgerblikket_besoeg USING (part_id = ANY (borgerblikket_parter()));
GRANT SELECT (part_id, adressebeskyttet) ON part TO borgerblikket_besoeg;
CREATE POLICY besoegte_parters_oplysninger ON part_oplysning FOR SELECT TO borgerblikket_besoeg
  USING (part_id = ANY (borgerblikket_parter()));
GRANT SELECT (part_id, krypteret) ON part_oplysning TO borgerblikket_besoeg;
CREATE POLICY besoegte_parters_familie ON foraeldremyndighed FOR SELECT TO borgerblikket_besoeg
  USING (barn = ANY (borgerblikket_parter()) OR indehaver = ANY (borgerblikket_parter()));
GRANT SELECT (barn, indehaver) ON foraeldremyndighed TO borgerblikket_besoeg;
-- Whose case it is. Only of cases of the citizen who is looked up, in the employee's own municipality.
CREATE POLICY besoegte_parters_sager ON objekt AS RESTRICTIVE FOR SELECT TO borgerblikket_besoeg
  USING (art = 'sag' AND kommune = borgerblikket_kommune() AND parter && borgerblikket_parter());
GRANT SELECT (objekt_id, art, kommune, parter, data) ON objekt TO borgerblikket_besoeg;

ALTER TABLE opslagsbesoeg ADD COLUMN medarbejder_navn text NOT NULL DEFAULT '';
GRANT SELECT (navn) ON medarbejdersession TO borgerblikket_besoeg;

-- The logins of the one who acts, as far as the municipality has told which are one person's. Asked once a statement: (SELECT borgerblikket_mig()).
CREATE FUNCTION borgerblikket_mig() RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(m) FROM (
    SELECT borgerblikket_aktoer() AS m
    UNION SELECT den.medarbejder_id FROM medarbejderpart mig JOIN medarbejderpart den ON den.kommune = mig.kommune AND den.part_id = mig.part_id
    WHERE mig.kommune = borgerblikket_kommune() AND mig.medarbejder_id = borgerblikket_aktoer()) AS logins
$$;

CREATE TABLE opslagsalarm (
  besoeg_id uuid NOT NULL REFERENCES opslagsbesoeg,
  art text NOT NULL CHECK (art ~ '^[a-zA-Z]{1,40}$'),
  alvor text NOT NULL CHECK (alvor IN ('log', 'koe', 'spoerg')),
  tal integer,
  kommune text NOT NULL,
  medarbejder_id uuid NOT NULL,
  tid timestamptz NOT NULL,
  PRIMARY KEY (besoeg_id, art)
);
COMMENT ON COLUMN opslagsalarm.alvor IS 'log: kept; koe: put before the one who is responsible; spoerg: and the employee was asked whether it is meant';
CREATE INDEX opslagsalarm_koe ON opslagsalarm (kommune, tid) WHERE alvor <> 'log';

CREATE TABLE alarmudfald (
  besoeg_id uuid NOT NULL REFERENCES opslagsbesoeg,
  nr integer NOT NULL CHECK (nr > 0),
  kommune text NOT NULL,
  medarbejder_id uuid NOT NULL,
  udfald text NOT NULL CHECK (udfald IN ('berettiget', 'uberettiget', 'afklaret')),
  naeste text CHECK (naeste IN ('samtale', 'personalesag', 'brud', 'politi')),
  begrundelse bytea NOT NULL,
  tid timestamptz NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL,
  PRIMARY KEY (besoeg_id, nr),
  CHECK ((udfald = 'uberettiget') = (naeste IS NOT NULL)),
  CHECK (af <> medarbejder_id)
);
COMMENT ON TABLE alarmudfald IS 'What became of a visit''s alarms; the last one counts, and none is changed';
COMMENT ON COLUMN alarmudfald.medarbejder_id IS 'Whose visit it was';

ALTER TABLE opslagsalarm ENABLE ROW LEVEL SECURITY;
ALTER TABLE alarmudfald ENABLE ROW LEVEL SECURITY;
CREATE POLICY egne_nye_alarmer ON opslagsalarm FOR INSERT TO borgerblikket_besoeg
  WITH CHECK (medarbejder_id = borgerblikket_aktoer() AND kommune = borgerblikket_kommune());
GRANT INSERT ON opslagsalarm TO borgerblikket_besoeg;

CREATE POLICY andres_besoeg ON opslagsbesoeg FOR SELECT TO borgerblikket_alarm
  USING (kommune = borgerblikket_kommune() AND NOT (medarbejder_id = ANY ((SELECT borgerblikket_mig())::uuid[])));
CREATE POLICY andres_alarmer ON opslagsalarm FOR SELECT TO borgerblikket_alarm
  USING (kommune = borgerblikket_kommune() AND NOT (medarbejder_id = ANY ((SELECT borgerblikket_mig())::uuid[])));
CREATE POLICY andres_udfald ON alarmudfald FOR SELECT TO borgerblikket_alarm
  USING (kommune = borgerblikket_kommune() AND NOT (medarbejder_id = ANY ((SELECT borgerblikket_mig())::uuid[])));
CREATE POLICY nyt_udfald ON alarmudfald FOR INSERT TO borgerblikket_alarm
  WITH CHECK (kommune = borgerblikket_kommune() AND af = borgerblikket_aktoer() AND EXISTS (
    SELECT FROM opslagsbesoeg b WHERE b.besoeg_id = alarmudfald.besoeg_id AND b.medarbejder_id = alarmudfald.medarbejder_id));
GRANT SELECT (besoeg_id, medarbejder_id, medarbejder_navn, kommune, part_id, formaal, sag_id, begrundelse, begyndt, skal_bekraeftes, bekraeftet)
  ON opslagsbesoeg TO borgerblikket_alarm;
GRANT SELECT ON opslagsalarm TO borgerblikket_alarm;
GRANT SELECT, INSERT ON alarmudfald TO borgerblikket_alarm;

-- Extracts of the log. One that is about a named employee takes two persons; none is about whoever orders it.
CREATE TABLE logudtraek (
  udtraek_id uuid PRIMARY KEY,
  kommune text NOT NULL CHECK (kommune ~ '^[0-9]{8}$'),
  om text NOT NULL CHECK (om IN ('medarbejder', 'borger', 'stikproeve')),
  om_medarbejder uuid,
  om_navn text,
  om_part uuid,
  antal integer CHECK (antal BETWEEN 1 AND 500),
  fra date NOT NULL,
  til date NOT NULL,
  formaal bytea NOT NULL,
  bestilt timestamptz NOT NULL,
  bestilt_af uuid NOT NULL,
  bestilt_af_navn text NOT NULL,
  UNIQUE (udtraek_id, bestilt_af),
  CHECK (til >= fra AND til <= fra + interval '6 months'),
  CHECK ((om = 'medarbejder') = (om_medarbejder IS NOT NULL) AND (om = 'borger') = (om_part IS NOT NULL) AND (om = 'stikproeve') = (antal IS NOT NULL)),
  CHECK (om_medarbejder IS DISTINCT FROM bestilt_af)
);
COMMENT ON COLUMN logudtraek.formaal IS 'Why, sealed';
COMMENT ON COLUMN logudtraek.til IS 'The last day, which is in it';
CREATE INDEX logudtraek_kommune ON logudtraek (kommune, bestilt);
CREATE TABLE logudtraek_svar (
  udtraek_id uuid PRIMARY KEY,
  bestilt_af uuid NOT NULL,
  kommune text NOT NULL,
  godkendt boolean NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL,
  tid timestamptz NOT NULL,
  FOREIGN KEY (udtraek_id, bestilt_af) REFERENCES logudtraek (udtraek_id, bestilt_af),
  CHECK (NOT godkendt OR af <> bestilt_af)
);
ALTER TABLE logudtraek ENABLE ROW LEVEL SECURITY;
ALTER TABLE logudtraek_svar ENABLE ROW LEVEL SECURITY;
CREATE POLICY kommunens_udtraek ON logudtraek FOR SELECT TO borgerblikket_alarm
  USING (kommune = borgerblikket_kommune() AND (om_medarbejder IS NULL OR NOT (om_medarbejder = ANY ((SELECT borgerblikket_mig())::uuid[]))));
CREATE POLICY nyt_udtraek ON logudtraek FOR INSERT TO borgerblikket_alarm
  WITH CHECK (kommune = borgerblikket_kommune() AND bestilt_af = borgerblikket_aktoer()
    AND (om_medarbejder IS NULL OR NOT (om_medarbejder = ANY ((SELECT borgerblikket_mig())::uuid[]))));
CREATE POLICY kommunens_udtrakssvar ON logudtraek_svar FOR SELECT TO borgerblikket_alarm USING (kommune = borgerblikket_kommune());
CREATE POLICY nyt_udtrakssvar ON logudtraek_svar FOR INSERT TO borgerblikket_alarm
  WITH CHECK (kommune = borgerblikket_kommune() AND af = borgerblikket_aktoer() AND EXISTS (
    SELECT FROM logudtraek u WHERE u.udtraek_id = logudtraek_svar.udtraek_id AND u.kommune = logudtraek_svar.kommune)
    AND (NOT godkendt OR NOT (bestilt_af = ANY ((SELECT borgerblikket_mig())::uuid[]))));
GRANT SELECT, INSERT ON logudtraek, logudtraek_svar TO borgerblikket_alarm;

-- Lines of the log that the municipality's own employees left, but for one's own.
CREATE POLICY kommunens_linjer ON adgangslog FOR SELECT TO borgerblikket_alarm
  USING (kommune = borgerblikket_kommune() AND aktoer_type = 'medarbejder' AND NOT (aktoer_id = ANY ((SELECT borgerblikket_mig())::uuid[])));
GRANT SELECT (nr, tid, aktoer_type, aktoer_id, part_id, grund, formaal, hvad, objekt_id, antal, korrelation, kommune, enhed)
  ON adgangslog TO borgerblikket_alarm;
-- Lines lie in order of time, so a few bytes a page tell where a period lies; an index on who looked would cost each read.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX adgangslog_tid ON adgangslog USING brin (tid);

-- Who has looked at alarms and extracts: reading about how employees work is itself a read.
CREATE TABLE tilsynslaesning (
  laesning_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kommune text NOT NULL,
  tid timestamptz NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL,
  hvad text NOT NULL CHECK (hvad IN ('koe', 'besoeg', 'tal', 'udtraek')),
  om uuid
);
COMMENT ON COLUMN tilsynslaesning.om IS 'The visit or the extract that was read';
CREATE INDEX tilsynslaesning_kommune ON tilsynslaesning (kommune, tid);
ALTER TABLE tilsynslaesning ENABLE ROW LEVEL SECURITY;
CREATE POLICY kommunens_laesninger ON tilsynslaesning FOR SELECT TO borgerblikket_alarm USING (kommune = borgerblikket_kommune());
CREATE POLICY egen_laesning ON tilsynslaesning FOR INSERT TO borgerblikket_alarm
  WITH CHECK (kommune = borgerblikket_kommune() AND af = borgerblikket_aktoer());
GRANT SELECT, INSERT ON tilsynslaesning TO borgerblikket_alarm;
