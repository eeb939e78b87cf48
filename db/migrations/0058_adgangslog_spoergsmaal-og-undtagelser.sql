-- What citizens ask about a line of the log and what they are answered; visits that the law lets a municipality keep from the citizen for a time;
-- what each municipality has chosen; and how lines are deleted after their time.
DO $$
BEGIN
  CREATE ROLE borgerblikket_logsletning NOLOGIN NOINHERIT NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO borgerblikket_logsletning;

CREATE TABLE adgangslog_valg (
  kommune text PRIMARY KEY CHECK (kommune ~ '^[0-9]{8}$'),
  svarfrist_dage smallint NOT NULL CHECK (svarfrist_dage BETWEEN 1 AND 30),
  opbevaring_maaneder smallint NOT NULL CHECK (opbevaring_maaneder BETWEEN 24 AND 120),
  aendret timestamptz NOT NULL,
  aendret_af uuid NOT NULL,
  aendret_navn text NOT NULL
);
COMMENT ON COLUMN adgangslog_valg.svarfrist_dage IS 'Working days within which a citizen''s question is answered';
ALTER TABLE adgangslog_valg ENABLE ROW LEVEL SECURITY;
CREATE POLICY kommunens_valg ON adgangslog_valg TO borgerblikket_kommune
  USING (kommune = borgerblikket_kommune() AND borgerblikket_grund() = 'opslagssvar')
  WITH CHECK (kommune = borgerblikket_kommune() AND borgerblikket_grund() = 'opslagssvar');
CREATE POLICY alles_svarfrist ON adgangslog_valg FOR SELECT TO borgerblikket_borger, borgerblikket_logsletning USING (true);
GRANT SELECT, INSERT, UPDATE ON adgangslog_valg TO borgerblikket_kommune;
GRANT SELECT (kommune, svarfrist_dage) ON adgangslog_valg TO borgerblikket_borger;
GRANT SELECT (kommune, opbevaring_maaneder) ON adgangslog_valg TO borgerblikket_logsletning;

CREATE TABLE adgangslog_undtagelse (
  undtagelse_id uuid PRIMARY KEY,
  kommune text NOT NULL CHECK (kommune ~ '^[0-9]{8}$'),
  part_id uuid NOT NULL,
  korrelation uuid NOT NULL,
  hjemmel text NOT NULL CHECK (hjemmel ~ '^[a-zA-Z]{1,40}$'),
  begrundelse bytea NOT NULL,
  til timestamptz NOT NULL,
  tilstand text NOT NULL CHECK (tilstand IN ('foreslaaet', 'gaelder', 'afvist', 'ophaevet')),
  foreslaaet timestamptz NOT NULL,
  foreslaaet_af uuid NOT NULL,
  foreslaaet_navn text NOT NULL,
  afgjort timestamptz,
  afgjort_af uuid,
  afgjort_navn text,
  ophaevet timestamptz,
  ophaevet_navn text,
  CHECK ((tilstand = 'foreslaaet') = (afgjort IS NULL)),
  -- Two persons: nobody keeps a visit from a citizen alone.
  CHECK (tilstand NOT IN ('gaelder', 'ophaevet') OR afgjort_af IS DISTINCT FROM foreslaaet_af)
);
COMMENT ON TABLE adgangslog_undtagelse IS 'Visits that the law lets a municipality keep from the one they are about; the log itself is not touched';
COMMENT ON COLUMN adgangslog_undtagelse.begrundelse IS 'Why, sealed';
CREATE INDEX adgangslog_undtagelse_part ON adgangslog_undtagelse (part_id, til);
CREATE INDEX adgangslog_undtagelse_kommune ON adgangslog_undtagelse (kommune, foreslaaet);
ALTER TABLE adgangslog_undtagelse ENABLE ROW LEVEL SECURITY;
CREATE POLICY kommunens_undtagelser ON adgangslog_undtagelse TO borgerblikket_kommune
  USING (kommune = borgerblikket_kommune() AND borgerblikket_grund() = 'undtagelse')
  WITH CHECK (kommune = borgerblikket_kommune() AND borgerblikket_grund() = 'undtagelse');
CREATE POLICY gamle_undtagelser ON adgangslog_undtagelse TO borgerblikket_logsletning USING (true);
GRANT SELECT, INSERT ON adgangslog_undtagelse TO borgerblikket_kommune;
GRANT UPDATE (tilstand, afgjort, afgjort_af, afgjort_navn, ophaevet, ophaevet_navn) ON adgangslog_undtagelse TO borgerblikket_kommune;
GRANT SELECT (undtagelse_id, foreslaaet, til), DELETE ON adgangslog_undtagelse TO borgerblikket_logsletning;
GRANT SELECT (part_id, korrelation, tilstand, til) ON adgangslog_undtagelse TO borgerblikket_forsegling;
CREATE POLICY alle_undtagelser ON adgangslog_undtagelse FOR SELECT TO borgerblikket_forsegling USING (true);

-- The visits that are kept from the parts of this transaction now. The citizen's role cannot read the table: that there is a row would tell.
CREATE FUNCTION borgerblikket_undtagne() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(u.korrelation), '{}') FROM adgangslog_undtagelse u
  WHERE u.part_id = ANY (borgerblikket_parter()) AND u.tilstand = 'gaelder' AND u.til > now()
$$;
REVOKE ALL ON FUNCTION borgerblikket_undtagne() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION borgerblikket_undtagne() TO borgerblikket_borger;
ALTER POLICY om_mig ON adgangslog
  USING (borgerblikket_grund() = 'egen' AND part_id = ANY (borgerblikket_parter())
    AND NOT (korrelation = ANY ((SELECT borgerblikket_undtagne())::uuid[])));

-- Since when the log goes back: the same for everybody.
CREATE FUNCTION borgerblikket_log_fra() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT tid FROM adgangslog ORDER BY nr LIMIT 1
$$;
REVOKE ALL ON FUNCTION borgerblikket_log_fra() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION borgerblikket_log_fra() TO borgerblikket_borger;

-- A municipality sees who has been where for it: to answer for it, and to keep it back.
CREATE POLICY for_kommunen ON adgangslog FOR SELECT TO borgerblikket_kommune
  USING (kommune = borgerblikket_kommune() AND borgerblikket_grund() IN ('opslagssvar', 'undtagelse'));
GRANT SELECT (nr, tid, aktoer_type, aktoer_id, part_id, grund, formaal, hvad, korrelation, kommune, enhed) ON adgangslog TO borgerblikket_kommune;

-- Whose names an answer may not tell, and who it was, for the one who answers for it.
CREATE POLICY kommunens_medarbejdere ON medarbejdersession FOR SELECT TO borgerblikket_kommune
  USING (cvr = borgerblikket_kommune() AND borgerblikket_grund() IN ('opslagssvar', 'undtagelse'));
GRANT SELECT (medarbejder_id, cvr, navn) ON medarbejdersession TO borgerblikket_kommune;

-- Whether the citizen has looked at who has looked since a visit began: what has been seen cannot be kept back without that being seen.
CREATE FUNCTION borgerblikket_besoeg_er_set(part uuid, besoeg uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM adgangslog l WHERE l.part_id = part AND l.aktoer_id = part AND l.hvad = 'opslag'
    AND l.nr > (SELECT min(v.nr) FROM adgangslog v WHERE v.part_id = part AND v.korrelation = besoeg))
$$;
REVOKE ALL ON FUNCTION borgerblikket_besoeg_er_set(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION borgerblikket_besoeg_er_set(uuid, uuid) TO borgerblikket_kommune;

CREATE TABLE opslagsspoergsmaal (
  spoergsmaal_id uuid PRIMARY KEY,
  part_id uuid NOT NULL,
  korrelation uuid NOT NULL,
  kommune text NOT NULL CHECK (kommune ~ '^[0-9]{8}$'),
  besoegt timestamptz NOT NULL,
  stillet timestamptz NOT NULL,
  frist date NOT NULL,
  tekst bytea NOT NULL,
  svar bytea,
  svaret timestamptz,
  svaret_af uuid,
  svaret_navn text,
  UNIQUE (part_id, korrelation),
  CHECK (num_nonnulls(svar, svaret, svaret_af, svaret_navn) IN (0, 4))
);
COMMENT ON COLUMN opslagsspoergsmaal.tekst IS 'What the citizen asked, sealed; so is the answer';
COMMENT ON COLUMN opslagsspoergsmaal.besoegt IS 'When the visit that is asked about began';
CREATE INDEX opslagsspoergsmaal_kommune ON opslagsspoergsmaal (kommune, stillet);
ALTER TABLE opslagsspoergsmaal ENABLE ROW LEVEL SECURITY;
CREATE POLICY egne_spoergsmaal ON opslagsspoergsmaal FOR SELECT TO borgerblikket_borger
  USING (borgerblikket_grund() = 'egen' AND part_id = ANY (borgerblikket_parter()));
CREATE POLICY eget_spoergsmaal ON opslagsspoergsmaal FOR INSERT TO borgerblikket_borger
  WITH CHECK (borgerblikket_grund() = 'egen' AND part_id = ANY (borgerblikket_parter()) AND svar IS NULL);
CREATE POLICY kommunens_spoergsmaal ON opslagsspoergsmaal TO borgerblikket_kommune
  USING (kommune = borgerblikket_kommune() AND borgerblikket_grund() = 'opslagssvar')
  WITH CHECK (kommune = borgerblikket_kommune() AND borgerblikket_grund() = 'opslagssvar');
CREATE POLICY gamle_spoergsmaal ON opslagsspoergsmaal TO borgerblikket_logsletning USING (true);
GRANT SELECT (part_id, korrelation, stillet, frist, tekst, svar, svaret), INSERT (spoergsmaal_id, part_id, korrelation, kommune, besoegt, stillet, frist, tekst)
  ON opslagsspoergsmaal TO borgerblikket_borger;
GRANT SELECT, UPDATE (svar, svaret, svaret_af, svaret_navn) ON opslagsspoergsmaal TO borgerblikket_kommune;
GRANT SELECT (spoergsmaal_id, besoegt), DELETE ON opslagsspoergsmaal TO borgerblikket_logsletning;

-- Lines go from the oldest on, when their time is over; never sooner than after two years, whatever the program asks for.
CREATE TABLE adgangslog_sletning (
  sletning_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  til_nr bigint NOT NULL,
  graense timestamptz NOT NULL,
  antal bigint NOT NULL CHECK (antal > 0),
  hvem text NOT NULL,
  hvornaar timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN adgangslog_sletning.til_nr IS 'The highest number deleted; none below it is left';
COMMENT ON COLUMN adgangslog_sletning.graense IS 'Lines from before this time';
COMMENT ON COLUMN adgangslog_sletning.hvem IS 'The login name of the one at the keyboard';
GRANT SELECT, INSERT ON adgangslog_sletning TO borgerblikket_logsletning;
GRANT SELECT ON adgangslog_sletning TO borgerblikket_forsegling;
CREATE POLICY gamle_linjer ON adgangslog FOR SELECT TO borgerblikket_logsletning USING (true);
CREATE POLICY slet_gamle_linjer ON adgangslog FOR DELETE TO borgerblikket_logsletning USING (tid < now() - interval '24 months');
GRANT SELECT (nr, tid), DELETE ON adgangslog TO borgerblikket_logsletning;
GRANT SELECT (antal) ON adgangslog_kontrolpunkt TO borgerblikket_logsletning;
