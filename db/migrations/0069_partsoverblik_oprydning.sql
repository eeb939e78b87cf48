-- What is kept of caseworkers' look-ups goes when its time is over: in a role that sees whose nothing is, and can remove nothing that is younger than
-- the bounds here, whatever the program asks for.
DO $$
BEGIN
  CREATE ROLE borgerblikket_opslagssletning NOLOGIN NOINHERIT NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO borgerblikket_opslagssletning;

-- A choice counts when it has stood for a month: one that was a mistake can be taken back before anything is deleted by it.
GRANT SELECT (aendret) ON adgangslog_valg TO borgerblikket_logsletning;

-- Two years since it ended and since it was judged, and nobody is to judge it any more.
CREATE FUNCTION borgerblikket_besoeg_er_omme(besoeg uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM opslagsbesoeg b WHERE b.besoeg_id = besoeg AND b.udloeber < now() - interval '24 months')
    AND NOT EXISTS (SELECT FROM alarmudfald u WHERE u.besoeg_id = besoeg AND u.tid >= now() - interval '24 months')
    AND (NOT EXISTS (SELECT FROM opslagsalarm a WHERE a.besoeg_id = besoeg AND a.alvor <> 'log')
      OR EXISTS (SELECT FROM alarmudfald u WHERE u.besoeg_id = besoeg))
$$;
REVOKE ALL ON FUNCTION borgerblikket_besoeg_er_omme(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION borgerblikket_besoeg_er_omme(uuid) TO borgerblikket_opslagssletning;
GRANT EXECUTE ON FUNCTION borgerblikket_log_fra() TO borgerblikket_opslagssletning;
CREATE POLICY gamle_besoeg ON opslagsbesoeg FOR SELECT TO borgerblikket_opslagssletning USING (true);
CREATE POLICY gamle_alarmer ON opslagsalarm FOR SELECT TO borgerblikket_opslagssletning USING (true);
CREATE POLICY gamle_udfald ON alarmudfald FOR SELECT TO borgerblikket_opslagssletning USING (true);
CREATE POLICY slet_gamle_besoeg ON opslagsbesoeg FOR DELETE TO borgerblikket_opslagssletning USING (borgerblikket_besoeg_er_omme(besoeg_id));
CREATE POLICY slet_gamle_alarmer ON opslagsalarm FOR DELETE TO borgerblikket_opslagssletning USING (borgerblikket_besoeg_er_omme(besoeg_id));
CREATE POLICY slet_gamle_udfald ON alarmudfald FOR DELETE TO borgerblikket_opslagssletning USING (borgerblikket_besoeg_er_omme(besoeg_id));
GRANT SELECT (besoeg_id, begyndt, udloeber), DELETE ON opslagsbesoeg TO borgerblikket_opslagssletning;
GRANT SELECT (besoeg_id, alvor), DELETE ON opslagsalarm TO borgerblikket_opslagssletning;
GRANT SELECT (besoeg_id, tid), DELETE ON alarmudfald TO borgerblikket_opslagssletning;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX opslagsbesoeg_begyndt ON opslagsbesoeg (begyndt);

CREATE POLICY gamle_laesninger ON tilsynslaesning FOR SELECT TO borgerblikket_opslagssletning USING (true);
CREATE POLICY slet_gamle_laesninger ON tilsynslaesning FOR DELETE TO borgerblikket_opslagssletning USING (tid < now() - interval '24 months');
GRANT SELECT (laesning_id, tid), DELETE ON tilsynslaesning TO borgerblikket_opslagssletning;

-- An extract is fetched within 30 days of being ordered. Its answer goes with it.
ALTER TABLE logudtraek_svar DROP CONSTRAINT logudtraek_svar_udtraek_id_bestilt_af_fkey;
-- squawk-ignore constraint-missing-not-valid, adding-foreign-key-constraint
ALTER TABLE logudtraek_svar ADD CONSTRAINT logudtraek_svar_udtraek_id_bestilt_af_fkey
  FOREIGN KEY (udtraek_id, bestilt_af) REFERENCES logudtraek (udtraek_id, bestilt_af) ON DELETE CASCADE;
CREATE POLICY gamle_udtraek ON logudtraek FOR SELECT TO borgerblikket_opslagssletning USING (true);
CREATE POLICY slet_gamle_udtraek ON logudtraek FOR DELETE TO borgerblikket_opslagssletning USING (bestilt < now() - interval '7 months');
GRANT SELECT (udtraek_id, bestilt), DELETE ON logudtraek TO borgerblikket_opslagssletning;

-- The day a remark ended: its own, the one it was ended on, or the one it was to be looked at again by; null while none of them is given.
CREATE FUNCTION borgerblikket_bemaerkning_slut(bemaerkning uuid) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT least(b.gaelder_til, (SELECT o.tid::date FROM bemaerkning_ophoer o WHERE o.bemaerkning_id = b.bemaerkning_id),
    greatest(b.gennemgaas_senest, (SELECT max(g.naeste) FROM bemaerkning_gennemgang g WHERE g.bemaerkning_id = b.bemaerkning_id)))
  FROM bemaerkning b WHERE b.bemaerkning_id = bemaerkning
$$;
REVOKE ALL ON FUNCTION borgerblikket_bemaerkning_slut(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION borgerblikket_bemaerkning_slut(uuid) TO borgerblikket_opslagssletning;
CREATE POLICY gamle_bemaerkninger ON bemaerkning FOR SELECT TO borgerblikket_opslagssletning USING (true);
CREATE POLICY slet_gamle_bemaerkninger ON bemaerkning FOR DELETE TO borgerblikket_opslagssletning
  USING (borgerblikket_bemaerkning_slut(bemaerkning_id) < current_date - 365);
GRANT SELECT (bemaerkning_id, gaelder_fra), DELETE ON bemaerkning TO borgerblikket_opslagssletning;

-- What is left of a note when its text is gone: that it was written, and what its system answered.
CREATE POLICY gamle_notater ON skrevet_notat FOR SELECT TO borgerblikket_opslagssletning USING (true);
CREATE POLICY slet_gamle_notater ON skrevet_notat FOR DELETE TO borgerblikket_opslagssletning
  USING (indhold IS NULL AND tilstand_tid < now() - interval '24 months');
GRANT SELECT (notat_id, tilstand, tilstand_tid), DELETE ON skrevet_notat TO borgerblikket_opslagssletning;

CREATE TABLE opslagsoprydning (
  oprydning_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hvad text NOT NULL CHECK (hvad IN ('besoeg', 'tilsynslaesning', 'udtraek', 'bemaerkning', 'notat')),
  foer timestamptz NOT NULL,
  antal bigint NOT NULL CHECK (antal > 0),
  hvem text NOT NULL,
  hvornaar timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE opslagsoprydning IS 'How much has been removed, a row a piece';
COMMENT ON COLUMN opslagsoprydning.foer IS 'What was over before this time';
COMMENT ON COLUMN opslagsoprydning.hvem IS 'The login name of the one at the keyboard, or that the server did it';
GRANT INSERT (hvad, foer, antal, hvem), SELECT (antal) ON opslagsoprydning TO borgerblikket_opslagssletning;
