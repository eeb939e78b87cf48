-- The schema that db/migrations ends with, as PostgreSQL itself tells it. Written by `node scripts/check.ts --skriv-skema`; change the
-- migrations, never this file.

CREATE ROLE borgerblikket_advis NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_alarm NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_beskedfordeler NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_besoeg NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_borger NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_drift NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_forsegling NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_kendskab NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_kilde NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_kommune NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_kommunetekst NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_kvalitet NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_log NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_login NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_modtagelse NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_oprydning NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_opsaetning NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_sagsbehandler NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_sagsskriver NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_sletning NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_soegning NOLOGIN NOINHERIT;

GRANT USAGE ON SCHEMA public TO borgerblikket_advis;
GRANT USAGE ON SCHEMA public TO borgerblikket_alarm;
GRANT USAGE ON SCHEMA public TO borgerblikket_beskedfordeler;
GRANT USAGE ON SCHEMA public TO borgerblikket_besoeg;
GRANT USAGE ON SCHEMA public TO borgerblikket_borger;
GRANT USAGE ON SCHEMA public TO borgerblikket_drift;
GRANT USAGE ON SCHEMA public TO borgerblikket_forsegling;
GRANT USAGE ON SCHEMA public TO borgerblikket_kendskab;
GRANT USAGE ON SCHEMA public TO borgerblikket_kilde;
GRANT USAGE ON SCHEMA public TO borgerblikket_kommune;
GRANT USAGE ON SCHEMA public TO borgerblikket_kommunetekst;
GRANT USAGE ON SCHEMA public TO borgerblikket_kvalitet;
GRANT USAGE ON SCHEMA public TO borgerblikket_log;
GRANT USAGE ON SCHEMA public TO borgerblikket_login;
GRANT USAGE ON SCHEMA public TO borgerblikket_modtagelse;
GRANT USAGE ON SCHEMA public TO borgerblikket_oprydning;
GRANT USAGE ON SCHEMA public TO borgerblikket_opsaetning;
GRANT USAGE ON SCHEMA public TO borgerblikket_sagsbehandler;
GRANT USAGE ON SCHEMA public TO borgerblikket_sagsskriver;
GRANT USAGE ON SCHEMA public TO borgerblikket_sletning;
GRANT USAGE ON SCHEMA public TO borgerblikket_soegning;

-- rights on maaling_besoeg: EXECUTE to borgerblikket_opsaetning
-- rights on maaling_numre: EXECUTE to borgerblikket_opsaetning
-- rights on maaling_til_nr: EXECUTE to borgerblikket_opsaetning
CREATE OR REPLACE FUNCTION public.borgerblikket_aktoer()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('borgerblikket.aktoer', true), '')::uuid $function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_grund()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(current_setting('borgerblikket.grund', true), '') $function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_kommune()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('borgerblikket.kommune', true), '') $function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_parter()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting('borgerblikket.parter', true), ''), '{}')::uuid[] $function$;
CREATE OR REPLACE FUNCTION public.maaling_besoeg(fra_nr bigint, fra timestamp with time zone, til timestamp with time zone, kommuner text[], numre text[], omraader text[])
 RETURNS TABLE(kommune text, omraade text, besoeg integer, borgere integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    WITH besoegende AS MATERIALIZED (
      SELECT part_id, count(*) AS antal FROM adgangslog
      -- The text of a note is read for a page that is there already.
      WHERE nr > fra_nr AND tid >= fra AND tid < til AND aktoer_type = 'borger' AND hvad <> 'notattekst' GROUP BY part_id),
    felt AS MATERIALIZED (
      SELECT DISTINCT s.part_id, s.antal, o.kommune, m.omraade FROM besoegende s JOIN overblik o ON o.part_id = s.part_id
      JOIN unnest(kommuner, numre, omraader) AS m (kommune, kle, omraade) ON m.kommune = o.kommune AND m.kle = o.kle)
    SELECT kommune, omraade, sum(antal)::int, count(*)::int FROM felt GROUP BY kommune, omraade
    UNION ALL
    SELECT kommune, '', sum(antal)::int, count(*)::int FROM (SELECT DISTINCT part_id, antal, kommune FROM felt) k GROUP BY kommune
    UNION ALL
    SELECT '', '', coalesce(sum(antal), 0)::int, count(*)::int FROM besoegende
  $function$;
CREATE OR REPLACE FUNCTION public.maaling_numre(fra_nr bigint, fra timestamp with time zone, til timestamp with time zone)
 RETURNS TABLE(kommune text, kle text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    SELECT DISTINCT o.kommune, o.kle FROM overblik o WHERE o.kle IS NOT NULL AND o.part_id IN (
      SELECT part_id FROM adgangslog WHERE nr > fra_nr AND tid >= fra AND tid < til AND aktoer_type = 'borger')
  $function$;
CREATE OR REPLACE FUNCTION public.maaling_til_nr(fra_nr bigint, til timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT coalesce(max(nr), fra_nr) FROM adgangslog WHERE nr > fra_nr AND tid < til $function$;

CREATE TABLE abonnement (
  abonnement_id uuid NOT NULL,
  ejer_kilde uuid,
  ejer_kommune text,
  navn text NOT NULL,
  url text NOT NULL,
  form text NOT NULL,
  formaal text NOT NULL,
  arter jsonb NOT NULL,
  haendelser jsonb NOT NULL,
  kommuner jsonb NOT NULL,
  kle jsonb NOT NULL,
  tilstand text NOT NULL,
  hemmelighed bytea,
  forrige_hemmelighed bytea,
  forrige_til timestamp with time zone,
  oprettet timestamp with time zone NOT NULL,
  vent_til timestamp with time zone,
  fejl_i_traek integer NOT NULL DEFAULT 0,
  senest_leveret timestamp with time zone,
  senest_fejlet timestamp with time zone,
  senest_fejl text,
  bortfaldne bigint NOT NULL DEFAULT 0,
  leveret bigint NOT NULL DEFAULT 0,
  CONSTRAINT abonnement_pkey PRIMARY KEY (abonnement_id),
  CONSTRAINT abonnement_check CHECK ((num_nonnulls(ejer_kilde, ejer_kommune) = 1)),
  CONSTRAINT abonnement_form_check CHECK ((form = ANY (ARRAY['cloudevent'::text, 'haendelsesbesked'::text]))),
  CONSTRAINT abonnement_formaal_check CHECK ((formaal = ANY (ARRAY['notifikation'::text, 'synkronisering'::text]))),
  CONSTRAINT abonnement_tilstand_check CHECK ((tilstand = ANY (ARRAY['afventerBevis'::text, 'aktiv'::text, 'pauset'::text, 'stoppet'::text, 'slettet'::text])))
);
COMMENT ON COLUMN abonnement.arter IS 'Kinds of object; [] is all, as for haendelser, kommuner and kle';
COMMENT ON COLUMN abonnement.bortfaldne IS 'Events that were too old before they could be delivered';
COMMENT ON COLUMN abonnement.hemmelighed IS 'Sealed; the one before it signs too until forrige_til';
COMMENT ON COLUMN abonnement.leveret IS 'Events that the receiver has taken';
COMMENT ON COLUMN abonnement.vent_til IS 'After failures in a row the receiver is given breath';
CREATE INDEX abonnement_ejer ON abonnement USING btree (ejer_kilde, abonnement_id);
GRANT DELETE ON abonnement TO borgerblikket_oprydning;
GRANT INSERT, SELECT, UPDATE ON abonnement TO borgerblikket_beskedfordeler;
GRANT SELECT (abonnement_id, tilstand, oprettet, bortfaldne) ON abonnement TO borgerblikket_oprydning;
GRANT UPDATE (bortfaldne) ON abonnement TO borgerblikket_oprydning;

CREATE TABLE adgangslog (
  nr bigint NOT NULL,
  tid timestamp with time zone NOT NULL,
  aktoer_type text NOT NULL,
  aktoer_id uuid NOT NULL,
  part_id uuid NOT NULL,
  grund text NOT NULL,
  formaal text NOT NULL,
  hvad text NOT NULL,
  objekt_id uuid,
  antal integer NOT NULL,
  korrelation uuid NOT NULL,
  salt bytea DEFAULT (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
  kommune text,
  enhed text,
  form smallint NOT NULL DEFAULT 2,
  CONSTRAINT adgangslog_pkey PRIMARY KEY (nr),
  CONSTRAINT adgangslog_salt_check CHECK (((salt IS NOT NULL) AND (length(salt) = 32))) NOT VALID
);
COMMENT ON COLUMN adgangslog.enhed IS 'As the login named it; citizens are told another name of it';
COMMENT ON COLUMN adgangslog.form IS 'Which form the line was hashed in; it stands in what is hashed';
CREATE INDEX adgangslog_part ON adgangslog USING btree (part_id, nr DESC);
ALTER TABLE adgangslog ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_linjer ON adgangslog FOR SELECT TO borgerblikket_forsegling
  USING (true);
CREATE POLICY om_mig ON adgangslog FOR SELECT TO borgerblikket_borger
  USING (((borgerblikket_grund() = 'egen'::text) AND (part_id = ANY (borgerblikket_parter()))));
CREATE POLICY skriv ON adgangslog FOR INSERT TO borgerblikket_log
  WITH CHECK (true);
GRANT INSERT ON adgangslog TO borgerblikket_log;
GRANT SELECT ON adgangslog TO borgerblikket_borger;
GRANT SELECT ON adgangslog TO borgerblikket_forsegling;

CREATE TABLE adgangslog_flise (
  niveau smallint NOT NULL,
  nr bigint NOT NULL,
  hashes bytea NOT NULL,
  CONSTRAINT adgangslog_flise_pkey PRIMARY KEY (niveau, nr),
  CONSTRAINT adgangslog_flise_hashes_check CHECK ((((length(hashes) >= 32) AND (length(hashes) <= 8192)) AND ((length(hashes) % 32) = 0)))
) WITH (fillfactor=50);
COMMENT ON TABLE adgangslog_flise IS 'The tree in tiles of 256 hashes; they stay when the lines themselves are deleted after their time';
GRANT INSERT, SELECT, UPDATE ON adgangslog_flise TO borgerblikket_forsegling;

CREATE TABLE adgangslog_hoved (
  id smallint NOT NULL,
  antal bigint NOT NULL,
  CONSTRAINT adgangslog_hoved_pkey PRIMARY KEY (id),
  CONSTRAINT adgangslog_hoved_id_check CHECK ((id = 1))
) WITH (fillfactor=10);
GRANT SELECT, UPDATE ON adgangslog_hoved TO borgerblikket_log;

CREATE TABLE adgangslog_kontrolpunkt (
  antal bigint NOT NULL,
  tid timestamp with time zone NOT NULL,
  note text NOT NULL,
  CONSTRAINT adgangslog_kontrolpunkt_pkey PRIMARY KEY (antal),
  CONSTRAINT adgangslog_kontrolpunkt_antal_check CHECK ((antal > 0))
);
COMMENT ON COLUMN adgangslog_kontrolpunkt.note IS 'The signed checkpoint as it was given out (C2SP tlog-checkpoint)';
GRANT INSERT, SELECT ON adgangslog_kontrolpunkt TO borgerblikket_forsegling;

CREATE TABLE afhaengighed (
  af uuid NOT NULL,
  objekt_id uuid NOT NULL,
  CONSTRAINT afhaengighed_pkey PRIMARY KEY (af, objekt_id)
);
CREATE INDEX afhaengighed_objekt ON afhaengighed USING btree (objekt_id, af);
GRANT DELETE, INSERT, SELECT ON afhaengighed TO borgerblikket_modtagelse;
GRANT SELECT ON afhaengighed TO borgerblikket_beskedfordeler;
GRANT SELECT (af, objekt_id) ON afhaengighed TO borgerblikket_kilde;

CREATE TABLE afproevning_koersel (
  koersel_id uuid NOT NULL,
  kilde_id uuid NOT NULL,
  system_navn text NOT NULL,
  system_version text NOT NULL,
  kommune text NOT NULL,
  arter jsonb NOT NULL,
  proeveversion text NOT NULL,
  startet timestamp with time zone NOT NULL,
  frist timestamp with time zone NOT NULL,
  kle text NOT NULL DEFAULT '27.36.04'::text,
  CONSTRAINT afproevning_koersel_pkey PRIMARY KEY (koersel_id)
);
CREATE INDEX afproevning_koersel_kilde ON afproevning_koersel USING btree (kilde_id, startet DESC);
GRANT INSERT, SELECT ON afproevning_koersel TO borgerblikket_opsaetning;

CREATE TABLE afproevning_resultat (
  koersel_id uuid NOT NULL,
  tid timestamp with time zone NOT NULL,
  bestaaet boolean NOT NULL,
  rapport jsonb NOT NULL,
  underskrift text NOT NULL,
  CONSTRAINT afproevning_resultat_pkey PRIMARY KEY (koersel_id),
  CONSTRAINT afproevning_resultat_koersel_id_fkey FOREIGN KEY (koersel_id) REFERENCES afproevning_koersel(koersel_id)
);
COMMENT ON COLUMN afproevning_resultat.underskrift IS 'Detached JWS over the report in canonical form, by the key of the installation';
GRANT INSERT, SELECT ON afproevning_resultat TO borgerblikket_opsaetning;

CREATE TABLE afstemning (
  afstemning_id uuid NOT NULL,
  kilde_id uuid NOT NULL,
  kommune text NOT NULL,
  tidspunkt timestamp with time zone NOT NULL,
  paabegyndt timestamp with time zone NOT NULL,
  afsluttet timestamp with time zone,
  tilstand text NOT NULL,
  sendt bigint NOT NULL,
  antal_kilde bigint NOT NULL,
  antal_her bigint NOT NULL,
  rod text NOT NULL,
  udsagn text NOT NULL,
  signatur text,
  kid text,
  bevist boolean NOT NULL DEFAULT false,
  mangler_her bigint NOT NULL DEFAULT 0,
  mangler_hos_kilden bigint NOT NULL DEFAULT 0,
  forskellige bigint NOT NULL DEFAULT 0,
  i_bevaegelse bigint NOT NULL DEFAULT 0,
  afkortet boolean NOT NULL DEFAULT false,
  CONSTRAINT afstemning_pkey PRIMARY KEY (afstemning_id),
  CONSTRAINT afstemning_tilstand_check CHECK ((tilstand = ANY (ARRAY['igang'::text, 'stemmer'::text, 'forskelle'::text, 'bevaegelse'::text])))
);
COMMENT ON COLUMN afstemning.afkortet IS 'There were more differences than are kept';
COMMENT ON COLUMN afstemning.i_bevaegelse IS 'Objects that changed while they were compared: neither agree nor differ';
COMMENT ON COLUMN afstemning.sendt IS 'How many registrations for the municipality the source knows that we have confirmed';
COMMENT ON COLUMN afstemning.tidspunkt IS 'As of when the source took its inventory, as it says';
COMMENT ON COLUMN afstemning.udsagn IS 'What it stated, exactly as it was sent: what the signature is of';
CREATE INDEX afstemning_kilde ON afstemning USING btree (kilde_id, kommune, paabegyndt);
GRANT INSERT, SELECT ON afstemning TO borgerblikket_modtagelse;
GRANT SELECT ON afstemning TO borgerblikket_opsaetning;
GRANT UPDATE (afsluttet, tilstand, bevist, mangler_her, mangler_hos_kilden, forskellige, i_bevaegelse, afkortet) ON afstemning TO borgerblikket_modtagelse;

CREATE TABLE afstemningsforskel (
  afstemning_id uuid NOT NULL,
  objekt_id uuid NOT NULL,
  slags text NOT NULL,
  tidspunkt_kilde timestamp with time zone,
  tidspunkt_her timestamp with time zone,
  hvorfor text,
  afgjort timestamp with time zone,
  afgjort_ved text,
  CONSTRAINT afstemningsforskel_pkey PRIMARY KEY (afstemning_id, objekt_id),
  CONSTRAINT afstemningsforskel_afstemning_id_fkey FOREIGN KEY (afstemning_id) REFERENCES afstemning(afstemning_id),
  CONSTRAINT afstemningsforskel_afgjort_ved_check CHECK ((afgjort_ved = ANY (ARRAY['levering'::text, 'afstemning'::text]))),
  CONSTRAINT afstemningsforskel_slags_check CHECK ((slags = ANY (ARRAY['manglerHer'::text, 'manglerHosKilden'::text, 'forskellig'::text])))
);
CREATE INDEX afstemningsforskel_aaben ON afstemningsforskel USING btree (afstemning_id) WHERE (afgjort IS NULL);
GRANT INSERT, SELECT ON afstemningsforskel TO borgerblikket_modtagelse;
GRANT UPDATE (afgjort, afgjort_ved) ON afstemningsforskel TO borgerblikket_modtagelse;

CREATE TABLE afvisning (
  afvisning_id uuid NOT NULL,
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
  modtaget timestamp with time zone NOT NULL DEFAULT now(),
  afgjort timestamp with time zone,
  tidspunkt timestamp with time zone,
  CONSTRAINT afvisning_pkey PRIMARY KEY (afvisning_id)
);
CREATE INDEX afvisning_aaben ON afvisning USING btree (kilde_id, objekt_id) WHERE (afgjort IS NULL);
CREATE INDEX afvisning_kilde ON afvisning USING btree (kilde_id, modtaget, afvisning_id);
CREATE INDEX afvisning_objekt ON afvisning USING btree (objekt_id) WHERE (linje_krypteret IS NOT NULL);
GRANT INSERT, SELECT ON afvisning TO borgerblikket_modtagelse;
GRANT SELECT (afvisning_id, kilde_id, kommune, livsomraade, art, regel, modtaget, afgjort) ON afvisning TO borgerblikket_opsaetning;
GRANT SELECT (kilde_id, objekt_id, linje_krypteret) ON afvisning TO borgerblikket_sletning;
GRANT UPDATE (afgjort) ON afvisning TO borgerblikket_modtagelse;
GRANT UPDATE (linje_krypteret) ON afvisning TO borgerblikket_sletning;

CREATE TABLE bemaerkning (
  bemaerkning_id uuid NOT NULL,
  kommune text NOT NULL,
  part_id uuid NOT NULL,
  slags text NOT NULL,
  gaelder_fra date NOT NULL,
  gaelder_til date,
  gennemgaas_senest date,
  indhold bytea NOT NULL,
  oprettet timestamp with time zone NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL,
  CONSTRAINT bemaerkning_pkey PRIMARY KEY (bemaerkning_id),
  CONSTRAINT bemaerkning_af_navn_check CHECK (((length(af_navn) >= 1) AND (length(af_navn) <= 200))),
  CONSTRAINT bemaerkning_check CHECK ((gaelder_til > gaelder_fra)),
  CONSTRAINT bemaerkning_check1 CHECK (((slags <> ALL (ARRAY['obsAdfaerd'::text, 'opholdsforbud'::text])) OR ((gaelder_til IS NOT NULL) AND (gaelder_til <= (gaelder_fra + 366)) AND (gennemgaas_senest IS NOT NULL) AND (gennemgaas_senest <= gaelder_til)))),
  CONSTRAINT bemaerkning_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text)),
  CONSTRAINT bemaerkning_slags_check CHECK ((slags = ANY (ARRAY['tolk'::text, 'handicap'::text, 'obsAdfaerd'::text, 'opholdsforbud'::text, 'partsrepraesentant'::text])))
);
COMMENT ON COLUMN bemaerkning.indhold IS 'The text, sealed';
COMMENT ON TABLE bemaerkning IS 'Remarks about a citizen that hold for all of a municipality''s cases; days are half-open';
CREATE INDEX bemaerkning_part ON bemaerkning USING btree (kommune, part_id);
ALTER TABLE bemaerkning ENABLE ROW LEVEL SECURITY;
CREATE POLICY egen_ny ON bemaerkning FOR INSERT TO borgerblikket_sagsskriver
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (part_id = ANY (borgerblikket_parter())) AND (af = borgerblikket_aktoer())));
CREATE POLICY kommunens_om_parten ON bemaerkning FOR SELECT TO borgerblikket_sagsbehandler, borgerblikket_sagsskriver
  USING (((kommune = borgerblikket_kommune()) AND (part_id = ANY (borgerblikket_parter()))));
GRANT INSERT ON bemaerkning TO borgerblikket_sagsskriver;
GRANT SELECT ON bemaerkning TO borgerblikket_sagsbehandler;
GRANT SELECT (bemaerkning_id, kommune, part_id, slags, gaelder_fra, gaelder_til, gennemgaas_senest) ON bemaerkning TO borgerblikket_sagsskriver;

CREATE TABLE bemaerkning_gennemgang (
  bemaerkning_id uuid NOT NULL,
  nr integer NOT NULL,
  kommune text NOT NULL,
  part_id uuid NOT NULL,
  naeste date NOT NULL,
  begrundelse bytea NOT NULL,
  tid timestamp with time zone NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL,
  CONSTRAINT bemaerkning_gennemgang_pkey PRIMARY KEY (bemaerkning_id, nr),
  CONSTRAINT bemaerkning_gennemgang_bemaerkning_id_fkey FOREIGN KEY (bemaerkning_id) REFERENCES bemaerkning(bemaerkning_id) ON DELETE CASCADE,
  CONSTRAINT bemaerkning_gennemgang_af_navn_check CHECK (((length(af_navn) >= 1) AND (length(af_navn) <= 200))),
  CONSTRAINT bemaerkning_gennemgang_nr_check CHECK ((nr > 0))
);
COMMENT ON TABLE bemaerkning_gennemgang IS 'Somebody looked at an intrusive remark again: until when it stands';
ALTER TABLE bemaerkning_gennemgang ENABLE ROW LEVEL SECURITY;
CREATE POLICY egen_ny ON bemaerkning_gennemgang FOR INSERT TO borgerblikket_sagsskriver
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (part_id = ANY (borgerblikket_parter())) AND (af = borgerblikket_aktoer())));
CREATE POLICY kommunens_om_parten ON bemaerkning_gennemgang FOR SELECT TO borgerblikket_sagsbehandler, borgerblikket_sagsskriver
  USING (((kommune = borgerblikket_kommune()) AND (part_id = ANY (borgerblikket_parter()))));
GRANT INSERT ON bemaerkning_gennemgang TO borgerblikket_sagsskriver;
GRANT SELECT (bemaerkning_id, nr, kommune, part_id, naeste) ON bemaerkning_gennemgang TO borgerblikket_sagsbehandler;
GRANT SELECT (bemaerkning_id, nr, kommune, part_id, naeste) ON bemaerkning_gennemgang TO borgerblikket_sagsskriver;

CREATE TABLE bemaerkning_ophoer (
  bemaerkning_id uuid NOT NULL,
  kommune text NOT NULL,
  part_id uuid NOT NULL,
  begrundelse bytea NOT NULL,
  tid timestamp with time zone NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL,
  CONSTRAINT bemaerkning_ophoer_pkey PRIMARY KEY (bemaerkning_id),
  CONSTRAINT bemaerkning_ophoer_bemaerkning_id_fkey FOREIGN KEY (bemaerkning_id) REFERENCES bemaerkning(bemaerkning_id) ON DELETE CASCADE,
  CONSTRAINT bemaerkning_ophoer_af_navn_check CHECK (((length(af_navn) >= 1) AND (length(af_navn) <= 200)))
);
ALTER TABLE bemaerkning_ophoer ENABLE ROW LEVEL SECURITY;
CREATE POLICY egen_ny ON bemaerkning_ophoer FOR INSERT TO borgerblikket_sagsskriver
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (part_id = ANY (borgerblikket_parter())) AND (af = borgerblikket_aktoer())));
CREATE POLICY kommunens_om_parten ON bemaerkning_ophoer FOR SELECT TO borgerblikket_sagsbehandler, borgerblikket_sagsskriver
  USING (((kommune = borgerblikket_kommune()) AND (part_id = ANY (borgerblikket_parter()))));
GRANT INSERT ON bemaerkning_ophoer TO borgerblikket_sagsskriver;
GRANT SELECT (bemaerkning_id, kommune, part_id) ON bemaerkning_ophoer TO borgerblikket_sagsbehandler;
GRANT SELECT (bemaerkning_id, kommune, part_id) ON bemaerkning_ophoer TO borgerblikket_sagsskriver;

CREATE TABLE bevis (
  kilde_id uuid NOT NULL,
  kommune text NOT NULL,
  modtaget bigint NOT NULL DEFAULT 0,
  roert bigint NOT NULL DEFAULT 0,
  nyeste timestamp with time zone,
  forskydning bigint,
  afstemt timestamp with time zone,
  bevist_til timestamp with time zone,
  bevist_modtaget timestamp with time zone,
  brudt boolean NOT NULL DEFAULT true,
  brud_nr bigint NOT NULL DEFAULT 0,
  CONSTRAINT bevis_pkey PRIMARY KEY (kilde_id, kommune),
  CONSTRAINT bevis_check CHECK ((brudt OR (bevist_til IS NOT NULL)))
) WITH (fillfactor=50);
COMMENT ON COLUMN bevis.afstemt IS 'When the pair was last reconciled and agreed';
COMMENT ON COLUMN bevis.bevist_til IS 'As of when the index was last shown equal to the source';
COMMENT ON COLUMN bevis.brud_nr IS 'Which of daekningsbrud it was last broken by';
COMMENT ON COLUMN bevis.forskydning IS 'The source''s own count less ours when they were last reconciled and agreed';
COMMENT ON COLUMN bevis.kommune IS 'Empty: lines whose municipality we cannot tell, as a note that came before its case';
COMMENT ON COLUMN bevis.modtaget IS 'Lines kept as new: receipts ''modtaget'', imports, changes and deletions alike';
COMMENT ON COLUMN bevis.nyeste IS 'The newest Tidspunkt of what was kept: from there to bevist_til the source''s own state has not changed';
COMMENT ON COLUMN bevis.roert IS 'Moves with everything that touches the pair, kept or refused: the same as before means that nothing has come between';
CREATE INDEX bevis_brud ON bevis USING btree (brud_nr);
GRANT INSERT, SELECT, UPDATE ON bevis TO borgerblikket_modtagelse;
GRANT SELECT ON bevis TO borgerblikket_borger;
GRANT SELECT ON bevis TO borgerblikket_drift;
GRANT SELECT ON bevis TO borgerblikket_kommune;
GRANT SELECT ON bevis TO borgerblikket_kommunetekst;
GRANT SELECT ON bevis TO borgerblikket_opsaetning;
GRANT UPDATE (roert, brudt, brud_nr) ON bevis TO borgerblikket_opsaetning;

CREATE TABLE broker (
  navn text NOT NULL,
  sendt_til bigint NOT NULL,
  laan uuid,
  laan_til timestamp with time zone,
  senest_sendt timestamp with time zone,
  senest_fejlet timestamp with time zone,
  senest_fejl text,
  hul_fra bigint,
  hul_til bigint,
  CONSTRAINT broker_pkey PRIMARY KEY (navn)
);
COMMENT ON COLUMN broker.hul_fra IS 'Events that were removed before the broker could be told: from here to hul_til';
GRANT INSERT, SELECT, UPDATE ON broker TO borgerblikket_beskedfordeler;

CREATE TABLE daekning (
  kommune text NOT NULL,
  livsomraade text NOT NULL,
  art text NOT NULL,
  kilde_id uuid NOT NULL,
  tilsluttet_siden timestamp with time zone NOT NULL,
  data_fra date,
  seneste_levering timestamp with time zone,
  afstemt timestamp with time zone,
  CONSTRAINT daekning_pkey PRIMARY KEY (kommune, livsomraade, art, kilde_id)
);
COMMENT ON COLUMN daekning.afstemt IS 'When the source''s own count last agreed with ours; null: never';
COMMENT ON COLUMN daekning.data_fra IS 'How far back the source has delivered; null: not known';
GRANT INSERT, SELECT, UPDATE ON daekning TO borgerblikket_modtagelse;
GRANT INSERT, SELECT, UPDATE ON daekning TO borgerblikket_opsaetning;

CREATE TABLE daekning_dag (
  dag date NOT NULL,
  kommune text NOT NULL,
  bevist integer NOT NULL,
  forbehold integer NOT NULL,
  ikke_tilsluttet integer NOT NULL,
  talt timestamp with time zone NOT NULL,
  CONSTRAINT daekning_dag_pkey PRIMARY KEY (kommune, dag)
);
GRANT INSERT, SELECT, UPDATE ON daekning_dag TO borgerblikket_opsaetning;

CREATE TABLE daekningsbrud (
  ene boolean NOT NULL DEFAULT true,
  nr bigint NOT NULL,
  CONSTRAINT daekningsbrud_pkey PRIMARY KEY (ene),
  CONSTRAINT daekningsbrud_ene_check CHECK (ene)
) WITH (fillfactor=10);
GRANT SELECT ON daekningsbrud TO borgerblikket_borger;
GRANT SELECT ON daekningsbrud TO borgerblikket_drift;
GRANT SELECT ON daekningsbrud TO borgerblikket_kommune;
GRANT SELECT ON daekningsbrud TO borgerblikket_kommunetekst;
GRANT SELECT ON daekningsbrud TO borgerblikket_opsaetning;
GRANT SELECT, UPDATE ON daekningsbrud TO borgerblikket_modtagelse;
GRANT UPDATE (nr) ON daekningsbrud TO borgerblikket_opsaetning;

CREATE TABLE engangsvaerdi (
  kilde_id uuid NOT NULL,
  slags text NOT NULL,
  vaerdi bytea NOT NULL,
  udloeber timestamp with time zone NOT NULL,
  CONSTRAINT engangsvaerdi_pkey PRIMARY KEY (kilde_id, slags, vaerdi),
  CONSTRAINT engangsvaerdi_vaerdi_check CHECK ((length(vaerdi) = 32))
);
CREATE INDEX engangsvaerdi_udloeber ON engangsvaerdi USING btree (udloeber);
GRANT DELETE, INSERT, SELECT ON engangsvaerdi TO borgerblikket_modtagelse;
GRANT UPDATE (udloeber) ON engangsvaerdi TO borgerblikket_modtagelse;

CREATE TABLE foraeldremyndighed (
  barn uuid NOT NULL,
  indehaver uuid NOT NULL,
  fra date NOT NULL,
  til date,
  CONSTRAINT foraeldremyndighed_pkey PRIMARY KEY (indehaver, barn, fra)
);
ALTER TABLE foraeldremyndighed ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_boern ON foraeldremyndighed FOR ALL TO borgerblikket_login, borgerblikket_modtagelse
  USING (true)
  WITH CHECK (true);
CREATE POLICY egne_boern ON foraeldremyndighed FOR SELECT TO borgerblikket_borger
  USING ((indehaver = borgerblikket_aktoer()));
GRANT DELETE, INSERT, SELECT, UPDATE ON foraeldremyndighed TO borgerblikket_modtagelse;
GRANT SELECT ON foraeldremyndighed TO borgerblikket_borger;
GRANT SELECT ON foraeldremyndighed TO borgerblikket_login;

CREATE TABLE foraeldremyndighed_spaerret (
  barn uuid NOT NULL,
  indehaver uuid NOT NULL,
  fra date NOT NULL,
  til date,
  CONSTRAINT foraeldremyndighed_spaerret_pkey PRIMARY KEY (indehaver, barn, fra)
);
ALTER TABLE foraeldremyndighed_spaerret ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_spaerringer ON foraeldremyndighed_spaerret FOR ALL TO borgerblikket_login, borgerblikket_modtagelse
  USING (true)
  WITH CHECK (true);
CREATE POLICY egne_spaerringer ON foraeldremyndighed_spaerret FOR SELECT TO borgerblikket_borger
  USING ((indehaver = borgerblikket_aktoer()));
GRANT INSERT, SELECT ON foraeldremyndighed_spaerret TO borgerblikket_modtagelse;
GRANT SELECT ON foraeldremyndighed_spaerret TO borgerblikket_borger;
GRANT SELECT ON foraeldremyndighed_spaerret TO borgerblikket_login;
GRANT UPDATE (til) ON foraeldremyndighed_spaerret TO borgerblikket_modtagelse;

CREATE TABLE forhaandsvisning (
  kommune text NOT NULL,
  forhaandsvisning_id uuid NOT NULL,
  udkast_id uuid NOT NULL,
  udkast_hash text NOT NULL,
  tid timestamp with time zone NOT NULL,
  gaelder timestamp with time zone NOT NULL,
  loebenr bigint NOT NULL,
  millisekunder integer NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  tal jsonb NOT NULL,
  CONSTRAINT forhaandsvisning_pkey PRIMARY KEY (kommune, forhaandsvisning_id)
);
COMMENT ON COLUMN forhaandsvisning.gaelder IS 'The instant that it was counted for: now, or when the draft comes into force';
COMMENT ON COLUMN forhaandsvisning.loebenr IS 'How far the index had come (udbakke_hoved.sidste)';
COMMENT ON COLUMN forhaandsvisning.tal IS 'Numbers by area, kind and reason; nobody''s';
COMMENT ON COLUMN forhaandsvisning.udkast_hash IS 'Of the draft''s content and of what was in force: another hash is another question';
CREATE INDEX forhaandsvisning_udkast ON forhaandsvisning USING btree (kommune, udkast_id, tid);
GRANT INSERT, SELECT ON forhaandsvisning TO borgerblikket_opsaetning;

CREATE TABLE forstaaelse (
  maerke bytea NOT NULL,
  kommune text NOT NULL,
  kilde_id uuid NOT NULL,
  kle text NOT NULL,
  uge date NOT NULL,
  forstaaet boolean NOT NULL,
  CONSTRAINT forstaaelse_pkey PRIMARY KEY (maerke),
  CONSTRAINT forstaaelse_maerke_check CHECK ((octet_length(maerke) = 32)),
  CONSTRAINT forstaaelse_uge_check CHECK ((EXTRACT(isodow FROM uge) = (1)::numeric))
);
COMMENT ON COLUMN forstaaelse.uge IS 'The Monday of the week of the first answer: no hour, which could be held beside the log';
CREATE INDEX forstaaelse_uge ON forstaaelse USING btree (kommune, uge);
GRANT INSERT ON forstaaelse TO borgerblikket_borger;
GRANT SELECT (kommune, kilde_id, kle, uge, forstaaet) ON forstaaelse TO borgerblikket_opsaetning;
GRANT SELECT (maerke, forstaaet) ON forstaaelse TO borgerblikket_borger;
GRANT UPDATE (forstaaet) ON forstaaelse TO borgerblikket_borger;

CREATE TABLE forventning (
  kommune text NOT NULL,
  livsomraade text NOT NULL,
  slags text NOT NULL,
  CONSTRAINT forventning_pkey PRIMARY KEY (kommune, livsomraade, slags)
);
GRANT DELETE, INSERT, SELECT ON forventning TO borgerblikket_opsaetning;

CREATE TABLE forventning_skridt (
  kommune text NOT NULL,
  nr integer NOT NULL,
  tid timestamp with time zone NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  livsomraade text NOT NULL,
  slags text[] NOT NULL,
  aarsag text NOT NULL,
  CONSTRAINT forventning_skridt_pkey PRIMARY KEY (kommune, nr),
  CONSTRAINT forventning_skridt_nr_check CHECK ((nr > 0))
);
COMMENT ON COLUMN forventning_skridt.slags IS 'Empty: nobody knows any more';
GRANT INSERT, SELECT ON forventning_skridt TO borgerblikket_opsaetning;

CREATE TABLE gennemgangsmaerke (
  kommune text NOT NULL,
  opsaetning text NOT NULL,
  part_id uuid,
  item_id uuid,
  CONSTRAINT gennemgangsmaerke_pkey PRIMARY KEY (kommune)
);
COMMENT ON COLUMN gennemgangsmaerke.part_id IS 'Up to and with this row of titelvurdering it is done; null: none is under way';
GRANT INSERT, SELECT, UPDATE ON gennemgangsmaerke TO borgerblikket_kvalitet;

CREATE TABLE gennemgangsret (
  kommune text NOT NULL,
  ret_id uuid NOT NULL,
  medarbejder_id uuid NOT NULL,
  navn text NOT NULL,
  kle text[] NOT NULL,
  enheder text[] NOT NULL,
  behandlere text[] NOT NULL,
  givet timestamp with time zone NOT NULL,
  givet_af uuid NOT NULL,
  givet_af_navn text NOT NULL,
  ophoert timestamp with time zone,
  ophoert_af uuid,
  CONSTRAINT gennemgangsret_pkey PRIMARY KEY (kommune, ret_id)
);
COMMENT ON COLUMN gennemgangsret.kle IS 'Numbers or prefixes; {} is all, as for enheder';
CREATE INDEX gennemgangsret_medarbejder ON gennemgangsret USING btree (kommune, medarbejder_id) WHERE (ophoert IS NULL);
ALTER TABLE gennemgangsret ENABLE ROW LEVEL SECURITY;
CREATE POLICY kommunens_retter ON gennemgangsret FOR ALL TO borgerblikket_kommune
  USING ((kommune = borgerblikket_kommune()))
  WITH CHECK ((kommune = borgerblikket_kommune()));
GRANT INSERT, SELECT ON gennemgangsret TO borgerblikket_kommune;
GRANT UPDATE (ophoert, ophoert_af) ON gennemgangsret TO borgerblikket_kommune;

CREATE TABLE gennemgangsvalg (
  kommune text NOT NULL,
  plantet_hver integer NOT NULL,
  CONSTRAINT gennemgangsvalg_pkey PRIMARY KEY (kommune),
  CONSTRAINT gennemgangsvalg_plantet_hver_check CHECK (((plantet_hver = 0) OR ((plantet_hver >= 10) AND (plantet_hver <= 1000))))
);
ALTER TABLE gennemgangsvalg ENABLE ROW LEVEL SECURITY;
CREATE POLICY kommunens_valg ON gennemgangsvalg FOR ALL TO borgerblikket_kommune
  USING ((kommune = borgerblikket_kommune()))
  WITH CHECK ((kommune = borgerblikket_kommune()));
GRANT INSERT, SELECT ON gennemgangsvalg TO borgerblikket_kommune;
GRANT UPDATE (plantet_hver) ON gennemgangsvalg TO borgerblikket_kommune;

CREATE TABLE genopbygning_haendelse (
  haendelse_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  koersel_id uuid NOT NULL,
  hvad text NOT NULL,
  detaljer jsonb NOT NULL,
  hvem text NOT NULL,
  hvornaar timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT genopbygning_haendelse_pkey PRIMARY KEY (haendelse_id),
  CONSTRAINT genopbygning_haendelse_hvad_check CHECK ((hvad = ANY (ARRAY['begyndt'::text, 'rettet'::text, 'sluttet'::text])))
);
COMMENT ON COLUMN genopbygning_haendelse.detaljer IS 'rettet: the ids of the objects. sluttet: how many were looked at, differed and were put right';
COMMENT ON COLUMN genopbygning_haendelse.hvem IS 'The login name of the one at the keyboard';
GRANT INSERT, SELECT ON genopbygning_haendelse TO borgerblikket_modtagelse;

CREATE TABLE gravsten (
  objekt_id uuid NOT NULL,
  art text NOT NULL,
  master uuid NOT NULL,
  kilde_id uuid NOT NULL,
  tidspunkt timestamp with time zone NOT NULL,
  fjernet timestamp with time zone NOT NULL DEFAULT now(),
  grund text NOT NULL,
  CONSTRAINT gravsten_pkey PRIMARY KEY (objekt_id),
  CONSTRAINT gravsten_grund_check CHECK ((grund = ANY (ARRAY['fjernet'::text, 'med-sagen'::text])))
);
COMMENT ON COLUMN gravsten.grund IS 'fjernet: asked for by name. med-sagen: it went with its case';
COMMENT ON COLUMN gravsten.tidspunkt IS 'When it was deleted at the sender, as it says';
GRANT INSERT ON gravsten TO borgerblikket_sletning;
GRANT SELECT ON gravsten TO borgerblikket_modtagelse;

CREATE TABLE kilde (
  kilde_id uuid NOT NULL,
  navn text NOT NULL,
  slags text NOT NULL,
  kommuner jsonb NOT NULL,
  kle jsonb NOT NULL,
  klient_id text,
  hemmelighed_hash bytea,
  udviklingsnoegle_hash bytea,
  rytme_timer integer NOT NULL DEFAULT 24,
  spaerret timestamp with time zone,
  oprettet timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT kilde_pkey PRIMARY KEY (kilde_id),
  CONSTRAINT kilde_klient_id_key UNIQUE (klient_id),
  CONSTRAINT kilde_udviklingsnoegle_hash_key UNIQUE (udviklingsnoegle_hash),
  CONSTRAINT kilde_rytme_timer_check CHECK ((rytme_timer > 0))
);
COMMENT ON COLUMN kilde.kilde_id IS 'The fagsystem''s it-system UUID: what it names as Master';
COMMENT ON COLUMN kilde.kle IS 'KLE prefixes it may deliver within; [] is all';
COMMENT ON COLUMN kilde.kommuner IS 'CVR numbers of the municipalities it may deliver for';
COMMENT ON COLUMN kilde.rytme_timer IS 'How often a delivery is agreed to come, in hours';
GRANT INSERT, SELECT, UPDATE ON kilde TO borgerblikket_opsaetning;
GRANT SELECT ON kilde TO borgerblikket_modtagelse;
GRANT SELECT (kilde_id, navn, kommuner, kle, spaerret) ON kilde TO borgerblikket_beskedfordeler;

CREATE TABLE kilde_certifikat (
  fingeraftryk bytea NOT NULL,
  kilde_id uuid NOT NULL,
  emne text,
  gaelder_fra timestamp with time zone,
  gaelder_til timestamp with time zone,
  tilfoejet timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT kilde_certifikat_pkey PRIMARY KEY (fingeraftryk),
  CONSTRAINT kilde_certifikat_kilde_id_fkey FOREIGN KEY (kilde_id) REFERENCES kilde(kilde_id),
  CONSTRAINT kilde_certifikat_fingeraftryk_check CHECK ((length(fingeraftryk) = 32))
);
COMMENT ON COLUMN kilde_certifikat.gaelder_til IS 'NULL where only the fingerprint was registered';
CREATE INDEX kilde_certifikat_kilde ON kilde_certifikat USING btree (kilde_id);
GRANT DELETE, INSERT, SELECT ON kilde_certifikat TO borgerblikket_opsaetning;

CREATE TABLE kilde_haendelse (
  haendelse_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  kilde_id uuid NOT NULL,
  hvad text NOT NULL,
  detaljer jsonb NOT NULL,
  hvem text NOT NULL,
  hvornaar timestamp with time zone NOT NULL,
  CONSTRAINT kilde_haendelse_pkey PRIMARY KEY (haendelse_id),
  CONSTRAINT kilde_haendelse_kilde_id_fkey FOREIGN KEY (kilde_id) REFERENCES kilde(kilde_id)
);
CREATE INDEX kilde_haendelse_kilde ON kilde_haendelse USING btree (kilde_id, haendelse_id);
GRANT INSERT, SELECT ON kilde_haendelse TO borgerblikket_opsaetning;

CREATE TABLE kilde_noegle (
  kilde_id uuid NOT NULL,
  kid text NOT NULL,
  jwk jsonb NOT NULL,
  tilfoejet timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT kilde_noegle_pkey PRIMARY KEY (kilde_id, kid),
  CONSTRAINT kilde_noegle_kilde_id_fkey FOREIGN KEY (kilde_id) REFERENCES kilde(kilde_id)
);
GRANT DELETE, INSERT, SELECT ON kilde_noegle TO borgerblikket_opsaetning;

CREATE TABLE kle_konfiguration (
  kommune text NOT NULL,
  kle text NOT NULL,
  gaelder_fra timestamp with time zone NOT NULL,
  aaben boolean NOT NULL,
  jurist_aabnet boolean NOT NULL DEFAULT false,
  fradato date NOT NULL,
  vis_aeldre_aktive boolean NOT NULL DEFAULT false,
  fagsystemfilter jsonb NOT NULL DEFAULT '[]'::jsonb,
  vis_dokumenttitler boolean NOT NULL DEFAULT false,
  vis_journalnotater boolean NOT NULL DEFAULT false,
  karantaene boolean NOT NULL DEFAULT true,
  titelvisning text NOT NULL DEFAULT 'kle'::text,
  kvalitetskrav text NOT NULL DEFAULT 'ingen'::text,
  stikproeve integer NOT NULL DEFAULT 0,
  dokumenttyper jsonb NOT NULL DEFAULT '[]'::jsonb,
  notatsystemer jsonb NOT NULL DEFAULT '[]'::jsonb,
  notatfrist_dage integer NOT NULL DEFAULT 0,
  vent_arbejdsdage integer NOT NULL DEFAULT 0,
  vis_ydelser boolean NOT NULL DEFAULT true,
  vis_udbetalinger boolean NOT NULL DEFAULT true,
  vis_aftaler boolean NOT NULL DEFAULT true,
  CONSTRAINT kle_konfiguration_pkey PRIMARY KEY (kommune, kle, gaelder_fra),
  CONSTRAINT kle_konfiguration_kvalitetskrav_check CHECK ((kvalitetskrav = ANY (ARRAY['ingen'::text, 'stikproeve'::text, 'alle'::text]))),
  CONSTRAINT kle_konfiguration_notatfrist_dage_check CHECK (((notatfrist_dage >= 0) AND (notatfrist_dage <= 365))),
  CONSTRAINT kle_konfiguration_stikproeve_check CHECK ((stikproeve >= 0)),
  CONSTRAINT kle_konfiguration_titelvisning_check CHECK ((titelvisning = ANY (ARRAY['sagens'::text, 'gennemset'::text, 'kle'::text]))),
  CONSTRAINT kle_konfiguration_vent_arbejdsdage_check CHECK (((vent_arbejdsdage >= 0) AND (vent_arbejdsdage <= 60)))
);
COMMENT ON COLUMN kle_konfiguration.dokumenttyper IS 'Document types that are shown where document titles are; [] is all';
COMMENT ON COLUMN kle_konfiguration.fagsystemfilter IS 'kilde_id of the systems that are shown; [] is all';
COMMENT ON COLUMN kle_konfiguration.jurist_aabnet IS 'A number on the always-closed list was opened by name by the municipality''s jurist';
COMMENT ON COLUMN kle_konfiguration.notatsystemer IS 'kilde_id of the systems whose notes are shown where notes are; [] is all';
COMMENT ON COLUMN kle_konfiguration.stikproeve IS 'How many titles are looked at where kvalitetskrav is stikproeve';
COMMENT ON COLUMN kle_konfiguration.titelvisning IS 'The case''s own title, only a reviewed one, or KLE''s in citizens'' words';
GRANT INSERT, SELECT, UPDATE ON kle_konfiguration TO borgerblikket_opsaetning;

CREATE TABLE konfiguration_aendring (
  kommune text NOT NULL,
  nr integer NOT NULL,
  tid timestamp with time zone NOT NULL,
  slags text NOT NULL,
  udkast_id uuid,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  data jsonb NOT NULL,
  CONSTRAINT konfiguration_aendring_pkey PRIMARY KEY (kommune, nr),
  CONSTRAINT konfiguration_aendring_nr_check CHECK ((nr > 0)),
  CONSTRAINT konfiguration_aendring_slags_check CHECK ((slags = ANY (ARRAY['godkendelse'::text, 'indsnaevring'::text]))),
  CONSTRAINT konfiguration_aendring_to_personer CHECK ((((slags = 'godkendelse'::text) = ((data #>> '{foreslaaetAf,id}'::text[]) IS NOT NULL)) AND ((data #>> '{foreslaaetAf,id}'::text[]) IS DISTINCT FROM (medarbejder_id)::text)))
);
COMMENT ON COLUMN konfiguration_aendring.medarbejder_id IS 'Who approved it; of a narrowing, who made it';
COMMENT ON COLUMN konfiguration_aendring.slags IS 'godkendelse: two persons; indsnaevring: one, since nothing can appear by it';
GRANT INSERT, SELECT ON konfiguration_aendring TO borgerblikket_opsaetning;

CREATE TABLE konfigurationsudkast (
  udkast_id uuid NOT NULL,
  kommune text NOT NULL,
  nr integer NOT NULL,
  tid timestamp with time zone NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  data jsonb NOT NULL,
  CONSTRAINT konfigurationsudkast_pkey PRIMARY KEY (udkast_id, nr),
  CONSTRAINT konfigurationsudkast_nr_check CHECK ((nr > 0))
);
CREATE INDEX konfigurationsudkast_kommune ON konfigurationsudkast USING btree (kommune);
GRANT INSERT, SELECT ON konfigurationsudkast TO borgerblikket_opsaetning;

CREATE TABLE kvittering (
  leverance_id uuid NOT NULL,
  linje integer NOT NULL,
  linje_hash bytea NOT NULL,
  objekt_id uuid,
  udfald text NOT NULL,
  brud jsonb,
  CONSTRAINT kvittering_pkey PRIMARY KEY (leverance_id, linje),
  CONSTRAINT kvittering_udfald_check CHECK ((udfald = ANY (ARRAY['modtaget'::text, 'uaendret'::text, 'afvist'::text])))
);
GRANT INSERT, SELECT ON kvittering TO borgerblikket_modtagelse;

CREATE TABLE leverance (
  leverance_id uuid NOT NULL,
  kilde_id uuid NOT NULL,
  idempotency_key text NOT NULL,
  kanal text NOT NULL,
  paabegyndt timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT leverance_pkey PRIMARY KEY (leverance_id),
  CONSTRAINT leverance_kilde_id_idempotency_key_key UNIQUE (kilde_id, idempotency_key),
  CONSTRAINT leverance_kanal_check CHECK ((kanal = ANY (ARRAY['rest'::text, 'soap'::text, 'fil'::text])))
);
GRANT INSERT, SELECT ON leverance TO borgerblikket_modtagelse;

CREATE TABLE livstegn (
  kilde_id uuid NOT NULL,
  loebenummer bigint NOT NULL,
  kommune text NOT NULL,
  tidspunkt timestamp with time zone NOT NULL,
  modtaget timestamp with time zone NOT NULL,
  vandmaerke timestamp with time zone NOT NULL,
  sendt bigint NOT NULL,
  koe bigint NOT NULL,
  talt bigint NOT NULL,
  hul bigint NOT NULL,
  hvorfor text,
  CONSTRAINT livstegn_pkey PRIMARY KEY (kilde_id, loebenummer, kommune)
);
COMMENT ON COLUMN livstegn.hul IS 'How many numbers are missing before this one';
COMMENT ON COLUMN livstegn.hvorfor IS 'Why nothing was proved by it; null: it proved the pair up to vandmaerke';
COMMENT ON COLUMN livstegn.talt IS 'What we had counted of the source''s lines for the municipality';
CREATE INDEX livstegn_modtaget ON livstegn USING btree (modtaget);
GRANT DELETE, SELECT ON livstegn TO borgerblikket_oprydning;
GRANT INSERT, SELECT ON livstegn TO borgerblikket_modtagelse;
GRANT SELECT ON livstegn TO borgerblikket_opsaetning;

CREATE TABLE livstegn_seneste (
  kilde_id uuid NOT NULL,
  loebenummer bigint NOT NULL,
  tidspunkt timestamp with time zone NOT NULL,
  modtaget timestamp with time zone NOT NULL,
  naeste timestamp with time zone,
  CONSTRAINT livstegn_seneste_pkey PRIMARY KEY (kilde_id)
) WITH (fillfactor=50);
COMMENT ON COLUMN livstegn_seneste.naeste IS 'When the source has promised the next one';
GRANT INSERT, SELECT, UPDATE ON livstegn_seneste TO borgerblikket_modtagelse;
GRANT SELECT ON livstegn_seneste TO borgerblikket_opsaetning;

CREATE TABLE maaling_maaned (
  maaned date NOT NULL,
  besoeg integer NOT NULL,
  borgere integer NOT NULL,
  til_nr bigint NOT NULL,
  talt timestamp with time zone NOT NULL,
  afsluttet boolean NOT NULL,
  CONSTRAINT maaling_maaned_pkey PRIMARY KEY (maaned),
  CONSTRAINT maaling_maaned_maaned_check CHECK ((EXTRACT(day FROM maaned) = (1)::numeric))
);
COMMENT ON COLUMN maaling_maaned.til_nr IS 'The log''s last row of the month: the next month is counted from there';
GRANT DELETE, INSERT, SELECT ON maaling_maaned TO borgerblikket_opsaetning;

CREATE TABLE maaling_omraade (
  maaned date NOT NULL,
  kommune text NOT NULL,
  omraade text NOT NULL,
  besoeg integer NOT NULL,
  borgere integer NOT NULL,
  CONSTRAINT maaling_omraade_pkey PRIMARY KEY (kommune, maaned, omraade)
);
COMMENT ON COLUMN maaling_omraade.omraade IS 'Area of life; empty: whichever, each citizen once';
GRANT DELETE, INSERT, SELECT ON maaling_omraade TO borgerblikket_opsaetning;

CREATE TABLE maaling_titler (
  maaned date NOT NULL,
  kommune text NOT NULL,
  sikre integer NOT NULL,
  holdt integer NOT NULL,
  CONSTRAINT maaling_titler_pkey PRIMARY KEY (kommune, maaned)
);
GRANT DELETE, INSERT, SELECT ON maaling_titler TO borgerblikket_opsaetning;

CREATE TABLE medarbejdersession (
  session_id uuid NOT NULL,
  medarbejder_id uuid NOT NULL,
  cvr text NOT NULL,
  organisation text NOT NULL,
  navn text NOT NULL,
  loa text NOT NULL,
  oprettet timestamp with time zone NOT NULL,
  set timestamp with time zone NOT NULL,
  udloeber timestamp with time zone NOT NULL,
  afsluttet timestamp with time zone,
  rettigheder jsonb NOT NULL DEFAULT '[]'::jsonb,
  enheder jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT medarbejdersession_pkey PRIMARY KEY (session_id),
  CONSTRAINT medarbejdersession_cvr_check CHECK ((cvr ~ '^[0-9]{8}$'::text))
);
COMMENT ON COLUMN medarbejdersession.enheder IS 'The units that the login named the employee as belonging to';
COMMENT ON COLUMN medarbejdersession.rettigheder IS 'The groups of rights (OIO-BPP) that the login brought, as they were read';
CREATE INDEX medarbejdersession_medarbejder ON medarbejdersession USING btree (medarbejder_id, oprettet);
ALTER TABLE medarbejdersession ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_medarbejdersessioner ON medarbejdersession FOR ALL TO borgerblikket_login
  USING (true)
  WITH CHECK (true);
CREATE POLICY besoegendes_session ON medarbejdersession FOR SELECT TO borgerblikket_besoeg
  USING (((medarbejder_id = borgerblikket_aktoer()) AND (cvr = borgerblikket_kommune())));
CREATE POLICY egne_medarbejdersessioner ON medarbejdersession FOR SELECT TO borgerblikket_kendskab, borgerblikket_sagsbehandler
  USING (((medarbejder_id = borgerblikket_aktoer()) AND (cvr = borgerblikket_kommune())));
GRANT DELETE, INSERT, SELECT ON medarbejdersession TO borgerblikket_login;
GRANT SELECT (session_id, medarbejder_id, cvr, set, udloeber, afsluttet) ON medarbejdersession TO borgerblikket_kendskab;
GRANT SELECT (session_id, medarbejder_id, cvr, set, udloeber, afsluttet) ON medarbejdersession TO borgerblikket_sagsbehandler;
GRANT SELECT (session_id, medarbejder_id, cvr, udloeber, afsluttet) ON medarbejdersession TO borgerblikket_besoeg;
GRANT UPDATE (set, afsluttet) ON medarbejdersession TO borgerblikket_login;

CREATE TABLE noedstop (
  noedstop_id uuid NOT NULL,
  kommune text NOT NULL,
  slags text NOT NULL,
  vaerdi text NOT NULL,
  siden timestamp with time zone NOT NULL,
  begrundelse text NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  CONSTRAINT noedstop_pkey PRIMARY KEY (noedstop_id),
  CONSTRAINT noedstop_begrundelse_check CHECK (((length(begrundelse) >= 1) AND (length(begrundelse) <= 2000))),
  CONSTRAINT noedstop_slags_check CHECK ((slags = ANY (ARRAY['ting'::text, 'dokumenttype'::text, 'kilde'::text, 'omraade'::text]))),
  CONSTRAINT noedstop_vaerdi_check CHECK (((length(vaerdi) >= 1) AND (length(vaerdi) <= 200)))
);
COMMENT ON COLUMN noedstop.vaerdi IS 'The object''s or the source''s UUID, the name of the document type, or the key of the life area';
CREATE INDEX noedstop_kommune ON noedstop USING btree (kommune, siden);
GRANT INSERT, SELECT ON noedstop TO borgerblikket_opsaetning;
GRANT SELECT (noedstop_id, kommune, slags, vaerdi, siden) ON noedstop TO borgerblikket_borger;
GRANT SELECT (noedstop_id, kommune, slags, vaerdi, siden) ON noedstop TO borgerblikket_drift;
GRANT SELECT (noedstop_id, kommune, slags, vaerdi, siden) ON noedstop TO borgerblikket_kommune;

CREATE TABLE noedstop_ophaevelse (
  noedstop_id uuid NOT NULL,
  nr integer NOT NULL,
  trin text NOT NULL,
  tid timestamp with time zone NOT NULL,
  begrundelse text NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  forslag_nr integer,
  forslag_af uuid,
  forslag_trin text GENERATED ALWAYS AS (
CASE
    WHEN (forslag_nr IS NOT NULL) THEN 'foreslaaet'::text
    ELSE NULL::text
END) STORED,
  CONSTRAINT noedstop_ophaevelse_pkey PRIMARY KEY (noedstop_id, nr),
  CONSTRAINT noedstop_ophaevelse_noedstop_id_nr_medarbejder_id_key UNIQUE (noedstop_id, nr, medarbejder_id),
  CONSTRAINT noedstop_ophaevelse_noedstop_id_nr_trin_key UNIQUE (noedstop_id, nr, trin),
  CONSTRAINT noedstop_ophaevelse_noedstop_id_fkey FOREIGN KEY (noedstop_id) REFERENCES noedstop(noedstop_id),
  CONSTRAINT noedstop_ophaevelse_noedstop_id_forslag_nr_forslag_af_fkey FOREIGN KEY (noedstop_id, forslag_nr, forslag_af) REFERENCES noedstop_ophaevelse(noedstop_id, nr, medarbejder_id),
  CONSTRAINT noedstop_ophaevelse_noedstop_id_forslag_nr_forslag_trin_fkey FOREIGN KEY (noedstop_id, forslag_nr, forslag_trin) REFERENCES noedstop_ophaevelse(noedstop_id, nr, trin),
  CONSTRAINT noedstop_ophaevelse_begrundelse_check CHECK ((length(begrundelse) <= 2000)),
  CONSTRAINT noedstop_ophaevelse_check CHECK (((trin = 'bekraeftet'::text) = ((forslag_nr IS NOT NULL) AND (forslag_af IS NOT NULL)))),
  CONSTRAINT noedstop_ophaevelse_check1 CHECK (((trin <> 'bekraeftet'::text) OR (medarbejder_id <> forslag_af))),
  CONSTRAINT noedstop_ophaevelse_check2 CHECK ((forslag_nr = (nr - 1))),
  CONSTRAINT noedstop_ophaevelse_nr_check CHECK ((nr > 0)),
  CONSTRAINT noedstop_ophaevelse_trin_check CHECK ((trin = ANY (ARRAY['foreslaaet'::text, 'trukketTilbage'::text, 'bekraeftet'::text])))
);
COMMENT ON COLUMN noedstop_ophaevelse.forslag_af IS 'Of a confirmation: who made the proposal that it confirms';
CREATE UNIQUE INDEX noedstop_aabnet ON noedstop_ophaevelse USING btree (noedstop_id) WHERE (trin = 'bekraeftet'::text);
GRANT INSERT, SELECT ON noedstop_ophaevelse TO borgerblikket_opsaetning;
GRANT SELECT (noedstop_id, trin) ON noedstop_ophaevelse TO borgerblikket_borger;
GRANT SELECT (noedstop_id, trin) ON noedstop_ophaevelse TO borgerblikket_drift;
GRANT SELECT (noedstop_id, trin) ON noedstop_ophaevelse TO borgerblikket_kommune;

CREATE TABLE noeglefingeraftryk (
  navn text NOT NULL,
  fingeraftryk text NOT NULL,
  foerst_set timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT noeglefingeraftryk_pkey PRIMARY KEY (navn)
);
COMMENT ON COLUMN noeglefingeraftryk.navn IS 'opslag, or the purpose and id of an encryption key: nummer:1a2b3c4d';
GRANT INSERT, SELECT ON noeglefingeraftryk TO borgerblikket_login;

CREATE TABLE objekt (
  objekt_id uuid NOT NULL,
  art text NOT NULL,
  master uuid NOT NULL,
  kilde_id uuid NOT NULL,
  tidspunkt timestamp with time zone NOT NULL,
  kommune text,
  kle text,
  hash bytea NOT NULL,
  parter uuid[] NOT NULL,
  data jsonb NOT NULL,
  modtaget timestamp with time zone NOT NULL DEFAULT now(),
  foerst_modtaget timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT objekt_pkey PRIMARY KEY (objekt_id)
) WITH (fillfactor=90);
COMMENT ON COLUMN objekt.foerst_modtaget IS 'When the object''s first registration came';
COMMENT ON COLUMN objekt.modtaget IS 'When the registration that holds came';
COMMENT ON COLUMN objekt.parter IS 'The parts that have a row for this object in overblik';
CREATE INDEX objekt_master ON objekt USING btree (master, objekt_id);
ALTER TABLE objekt ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_objekter ON objekt FOR ALL TO PUBLIC
  USING (true)
  WITH CHECK (true);
CREATE POLICY egne_objekter ON objekt AS RESTRICTIVE FOR ALL TO borgerblikket_kilde
  USING ((master = borgerblikket_aktoer()));
CREATE POLICY kommunens_objekter ON objekt AS RESTRICTIVE FOR SELECT TO borgerblikket_kommune
  USING ((EXISTS ( SELECT
   FROM overblik o
  WHERE ((o.part_id = ANY (objekt.parter)) AND (o.item_id = objekt.objekt_id)))));
GRANT DELETE ON objekt TO borgerblikket_sletning;
GRANT INSERT, SELECT, UPDATE ON objekt TO borgerblikket_modtagelse;
GRANT SELECT ON objekt TO borgerblikket_kilde;
GRANT SELECT (objekt_id) ON objekt TO borgerblikket_sletning;
GRANT SELECT (objekt_id, kommune, kle) ON objekt TO borgerblikket_beskedfordeler;
GRANT SELECT (objekt_id, parter) ON objekt TO borgerblikket_kommune;
GRANT SELECT (objekt_id, parter) ON objekt TO borgerblikket_soegning;
GRANT SELECT (objekt_id, tidspunkt, hash, parter, data) ON objekt TO borgerblikket_kvalitet;

CREATE TABLE opslagsbesoeg (
  besoeg_id uuid NOT NULL,
  session_id uuid NOT NULL,
  medarbejder_id uuid NOT NULL,
  kommune text NOT NULL,
  part_id uuid NOT NULL,
  formaal text NOT NULL,
  sag_id uuid,
  begrundelse bytea,
  begyndt timestamp with time zone NOT NULL,
  udloeber timestamp with time zone NOT NULL,
  skal_bekraeftes boolean NOT NULL,
  bekraeftet timestamp with time zone,
  CONSTRAINT opslagsbesoeg_pkey PRIMARY KEY (besoeg_id),
  CONSTRAINT opslagsbesoeg_check CHECK (((formaal = 'sagsbehandling'::text) = (sag_id IS NOT NULL))),
  CONSTRAINT opslagsbesoeg_check1 CHECK ((skal_bekraeftes OR (bekraeftet IS NULL))),
  CONSTRAINT opslagsbesoeg_formaal_check CHECK ((formaal ~ '^[a-zA-Z]{1,40}$'::text)),
  CONSTRAINT opslagsbesoeg_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text))
);
COMMENT ON COLUMN opslagsbesoeg.begrundelse IS 'The employee''s own words, sealed';
COMMENT ON COLUMN opslagsbesoeg.skal_bekraeftes IS 'The employee must say that it is meant before anything is read';
CREATE INDEX opslagsbesoeg_medarbejder ON opslagsbesoeg USING btree (kommune, medarbejder_id, begyndt);
CREATE INDEX opslagsbesoeg_part ON opslagsbesoeg USING btree (kommune, part_id, begyndt);
ALTER TABLE opslagsbesoeg ENABLE ROW LEVEL SECURITY;
CREATE POLICY eget_nyt_besoeg ON opslagsbesoeg FOR INSERT TO borgerblikket_besoeg
  WITH CHECK (((medarbejder_id = borgerblikket_aktoer()) AND (kommune = borgerblikket_kommune()) AND (part_id = ANY (borgerblikket_parter()))));
CREATE POLICY egne_besoeg ON opslagsbesoeg FOR SELECT TO borgerblikket_besoeg
  USING (((medarbejder_id = borgerblikket_aktoer()) AND (kommune = borgerblikket_kommune())));
CREATE POLICY egne_besoeg_varer ON opslagsbesoeg FOR UPDATE TO borgerblikket_besoeg
  USING (((medarbejder_id = borgerblikket_aktoer()) AND (kommune = borgerblikket_kommune())));
GRANT INSERT, SELECT ON opslagsbesoeg TO borgerblikket_besoeg;
GRANT UPDATE (udloeber, bekraeftet) ON opslagsbesoeg TO borgerblikket_besoeg;

CREATE TABLE ordvalg (
  kommune text NOT NULL,
  slags text NOT NULL,
  noegle text NOT NULL,
  version integer NOT NULL,
  titel_da text,
  titel_en text,
  forklaring_da text,
  forklaring_en text,
  tid timestamp with time zone NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  CONSTRAINT ordvalg_pkey PRIMARY KEY (kommune, slags, noegle, version),
  CONSTRAINT ordvalg_check CHECK (((titel_da IS NULL) = (titel_en IS NULL))),
  CONSTRAINT ordvalg_check1 CHECK (((forklaring_da IS NULL) = (forklaring_en IS NULL))),
  CONSTRAINT ordvalg_check2 CHECK (((titel_da IS NOT NULL) OR (forklaring_da IS NULL))),
  CONSTRAINT ordvalg_forklaring_da_check CHECK ((length(forklaring_da) <= 500)),
  CONSTRAINT ordvalg_forklaring_en_check CHECK ((length(forklaring_en) <= 500)),
  CONSTRAINT ordvalg_noegle_check CHECK (((length(noegle) >= 1) AND (length(noegle) <= 255))),
  CONSTRAINT ordvalg_slags_check CHECK ((slags = ANY (ARRAY['kle'::text, 'fremdrift'::text, 'sagsstatus'::text, 'dokumenttype'::text, 'ydelse'::text]))),
  CONSTRAINT ordvalg_titel_da_check CHECK ((length(titel_da) <= 255)),
  CONSTRAINT ordvalg_titel_en_check CHECK ((length(titel_en) <= 255)),
  CONSTRAINT ordvalg_version_check CHECK ((version > 0))
);
COMMENT ON COLUMN ordvalg.titel_da IS 'Null: back to the shipped words';
GRANT INSERT, SELECT ON ordvalg TO borgerblikket_opsaetning;

CREATE TABLE overblik (
  part_id uuid NOT NULL,
  item_id uuid NOT NULL,
  art text NOT NULL,
  kommune text NOT NULL,
  kle text NOT NULL,
  kilde_id uuid NOT NULL,
  sager uuid[] NOT NULL,
  aendret timestamp with time zone NOT NULL,
  data jsonb NOT NULL,
  indhold jsonb,
  modtaget timestamp with time zone NOT NULL DEFAULT now(),
  foerst_modtaget timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT overblik_pkey PRIMARY KEY (part_id, item_id)
) WITH (fillfactor=90);
COMMENT ON COLUMN overblik.aendret IS 'Tidspunkt of the item''s own newest registration';
COMMENT ON COLUMN overblik.foerst_modtaget IS 'When the item''s own first registration came';
COMMENT ON COLUMN overblik.indhold IS 'Long text that only the item''s own page reads';
COMMENT ON COLUMN overblik.modtaget IS 'When the item''s own newest registration came';
COMMENT ON COLUMN overblik.sager IS 'The cases the item belongs to; for a case itself';
ALTER TABLE overblik ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_ting ON overblik FOR ALL TO borgerblikket_modtagelse
  USING (true)
  WITH CHECK (true);
CREATE POLICY alt_til_vurdering ON overblik FOR SELECT TO borgerblikket_kvalitet
  USING (true);
CREATE POLICY een_parts_ting ON overblik FOR SELECT TO borgerblikket_drift
  USING (((borgerblikket_grund() = 'drift'::text) AND (cardinality(borgerblikket_parter()) = 1) AND (part_id = ANY (borgerblikket_parter()))));
CREATE POLICY egne_objekters_parter ON overblik FOR SELECT TO borgerblikket_kilde
  USING ((EXISTS ( SELECT 1
   FROM objekt o
  WHERE ((o.objekt_id = overblik.item_id) AND (o.master = borgerblikket_aktoer())))));
CREATE POLICY egne_ting ON overblik FOR SELECT TO borgerblikket_borger
  USING (((part_id = ANY (borgerblikket_parter())) AND ((borgerblikket_grund() = 'egen'::text) OR ((borgerblikket_grund() = 'foraeldremyndighed'::text) AND ("left"(kle, 2) = '28'::text)))));
CREATE POLICY kommunens_notater ON overblik FOR SELECT TO borgerblikket_kommunetekst
  USING (((kommune = borgerblikket_kommune()) AND (art = 'journalnotat'::text) AND (borgerblikket_grund() = ANY (ARRAY['gennemgangAfTitler'::text, 'seSomBorgeren'::text]))));
CREATE POLICY kommunens_ting ON overblik FOR SELECT TO borgerblikket_kommune
  USING ((kommune = borgerblikket_kommune()));
GRANT DELETE, INSERT, SELECT, UPDATE ON overblik TO borgerblikket_modtagelse;
GRANT SELECT ON overblik TO borgerblikket_borger;
GRANT SELECT ON overblik TO borgerblikket_kvalitet;
GRANT SELECT (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data, modtaget, foerst_modtaget) ON overblik TO borgerblikket_drift;
GRANT SELECT (part_id, item_id, art, kommune, kle, sager, aendret, indhold) ON overblik TO borgerblikket_kommunetekst;
GRANT SELECT (part_id, item_id, kommune, kle) ON overblik TO borgerblikket_kilde;
GRANT SELECT (xmin, part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data, modtaget, foerst_modtaget) ON overblik TO borgerblikket_kommune;

CREATE TABLE part (
  part_id uuid NOT NULL,
  type text NOT NULL,
  foedt date,
  adressebeskyttet boolean NOT NULL DEFAULT false,
  doed date,
  oprettet timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT part_pkey PRIMARY KEY (part_id),
  CONSTRAINT part_type_check CHECK ((type = ANY (ARRAY['person'::text, 'virksomhed'::text])))
);
ALTER TABLE part ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_parter ON part FOR ALL TO borgerblikket_login, borgerblikket_modtagelse
  USING (true)
  WITH CHECK (true);
CREATE POLICY alle_parters_type ON part FOR SELECT TO borgerblikket_kvalitet
  USING (true);
CREATE POLICY een_part ON part FOR SELECT TO borgerblikket_drift
  USING (((borgerblikket_grund() = 'drift'::text) AND (cardinality(borgerblikket_parter()) = 1) AND (part_id = ANY (borgerblikket_parter()))));
CREATE POLICY egen_part ON part FOR SELECT TO borgerblikket_borger
  USING ((part_id = ANY (borgerblikket_parter())));
CREATE POLICY egne_boerns_alder ON part FOR SELECT TO borgerblikket_borger
  USING ((part_id IN ( SELECT foraeldremyndighed.barn
   FROM foraeldremyndighed
  WHERE (foraeldremyndighed.indehaver = borgerblikket_aktoer()))));
CREATE POLICY kommunens_borgere ON part FOR SELECT TO borgerblikket_kommune
  USING ((EXISTS ( SELECT
   FROM overblik
  WHERE (overblik.part_id = part.part_id))));
CREATE POLICY naevnte_parter ON part FOR SELECT TO borgerblikket_soegning
  USING ((part_id = ANY (borgerblikket_parter())));
GRANT INSERT, SELECT ON part TO borgerblikket_login;
GRANT INSERT, SELECT ON part TO borgerblikket_modtagelse;
GRANT SELECT ON part TO borgerblikket_borger;
GRANT SELECT (part_id, adressebeskyttet) ON part TO borgerblikket_kommune;
GRANT SELECT (part_id, foedt) ON part TO borgerblikket_drift;
GRANT SELECT (part_id, type) ON part TO borgerblikket_kvalitet;
GRANT SELECT (part_id, type, foedt, adressebeskyttet, doed) ON part TO borgerblikket_soegning;
GRANT UPDATE (foedt, adressebeskyttet, doed) ON part TO borgerblikket_login;
GRANT UPDATE (foedt, adressebeskyttet, doed) ON part TO borgerblikket_modtagelse;

CREATE TABLE part_nummer (
  opslag bytea NOT NULL,
  part_id uuid NOT NULL,
  nummertype text NOT NULL,
  krypteret bytea NOT NULL,
  oprettet timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT part_nummer_pkey PRIMARY KEY (opslag),
  CONSTRAINT part_nummer_nummertype_check CHECK ((nummertype = ANY (ARRAY['cpr'::text, 'cvr'::text, 'pnr'::text, 'personid'::text, 'borgerid'::text])))
);
CREATE INDEX part_nummer_part ON part_nummer USING btree (part_id);
GRANT INSERT, SELECT ON part_nummer TO borgerblikket_login;
GRANT INSERT, SELECT ON part_nummer TO borgerblikket_modtagelse;
GRANT SELECT (opslag, part_id) ON part_nummer TO borgerblikket_kvalitet;
GRANT SELECT (opslag, part_id) ON part_nummer TO borgerblikket_soegning;

CREATE TABLE part_oplysning (
  part_id uuid NOT NULL,
  krypteret bytea NOT NULL,
  opdateret timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT part_oplysning_pkey PRIMARY KEY (part_id)
) WITH (fillfactor=90);
COMMENT ON COLUMN part_oplysning.krypteret IS 'Name, former names, and the address where it is not protected: sealed for this part';
ALTER TABLE part_oplysning ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_oplysninger ON part_oplysning FOR ALL TO borgerblikket_modtagelse
  USING (true)
  WITH CHECK (true);
CREATE POLICY naevnte_parters_oplysninger ON part_oplysning FOR SELECT TO borgerblikket_soegning
  USING ((part_id = ANY (borgerblikket_parter())));
GRANT INSERT, SELECT, UPDATE ON part_oplysning TO borgerblikket_modtagelse;
GRANT SELECT (part_id, krypteret) ON part_oplysning TO borgerblikket_soegning;

CREATE TABLE partsfakta (
  part_id uuid NOT NULL,
  kommune text NOT NULL,
  version integer NOT NULL,
  antal integer NOT NULL,
  aftryk bigint NOT NULL,
  vurderet bigint NOT NULL,
  numre text[] NOT NULL,
  fakta text NOT NULL,
  CONSTRAINT partsfakta_pkey PRIMARY KEY (part_id, kommune)
) WITH (fillfactor=90);
COMMENT ON COLUMN partsfakta.aftryk IS 'Of the rows of overblik that they were made of';
COMMENT ON COLUMN partsfakta.numre IS 'Every KLE number that something of it is decided by';
COMMENT ON COLUMN partsfakta.version IS 'The form they are written in, and the checks that were asked';
COMMENT ON COLUMN partsfakta.vurderet IS 'Of the rows of titelvurdering that they were made of; 0 where there were none';
ALTER TABLE partsfakta ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_fakta ON partsfakta FOR ALL TO borgerblikket_kvalitet
  USING (true)
  WITH CHECK (true);
CREATE POLICY kommunens_fakta ON partsfakta FOR SELECT TO borgerblikket_kommune
  USING (((kommune = borgerblikket_kommune()) AND (borgerblikket_grund() = 'forhaandsvisning'::text)));
GRANT DELETE, INSERT, SELECT, UPDATE ON partsfakta TO borgerblikket_kvalitet;
GRANT SELECT ON partsfakta TO borgerblikket_kommune;

CREATE TABLE partsfaktamaerke (
  een boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 0,
  efter uuid,
  begyndt timestamp with time zone,
  faerdig timestamp with time zone,
  CONSTRAINT partsfaktamaerke_pkey PRIMARY KEY (een),
  CONSTRAINT partsfaktamaerke_een_check CHECK (een)
);
COMMENT ON COLUMN partsfaktamaerke.efter IS 'Parts up to and with this one are done in the pass that is under way; null: none is';
GRANT SELECT, UPDATE ON partsfaktamaerke TO borgerblikket_kvalitet;

CREATE TABLE plan_skridt (
  kommune text NOT NULL,
  nr integer NOT NULL,
  tid timestamp with time zone NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  data jsonb NOT NULL,
  CONSTRAINT plan_skridt_pkey PRIMARY KEY (kommune, nr),
  CONSTRAINT plan_skridt_nr_check CHECK ((nr > 0))
);
GRANT INSERT, SELECT ON plan_skridt TO borgerblikket_opsaetning;

CREATE TABLE plantet_titel (
  kommune text NOT NULL,
  plantet_id uuid NOT NULL,
  medarbejder_id uuid,
  enhed text NOT NULL,
  kle text NOT NULL,
  skabelon text NOT NULL,
  titel text NOT NULL,
  vist timestamp with time zone NOT NULL,
  afgjort timestamp with time zone,
  fundet boolean,
  CONSTRAINT plantet_titel_pkey PRIMARY KEY (kommune, plantet_id),
  CONSTRAINT plantet_titel_check CHECK (((afgjort IS NULL) = (fundet IS NULL))),
  CONSTRAINT plantet_titel_check1 CHECK (((afgjort IS NULL) OR (medarbejder_id IS NULL)))
);
CREATE INDEX plantet_titel_aaben ON plantet_titel USING btree (kommune, medarbejder_id) WHERE (afgjort IS NULL);
CREATE INDEX plantet_titel_enhed ON plantet_titel USING btree (kommune, enhed, afgjort) WHERE (afgjort IS NOT NULL);
ALTER TABLE plantet_titel ENABLE ROW LEVEL SECURITY;
CREATE POLICY kommunens_plantede ON plantet_titel FOR ALL TO borgerblikket_kommune
  USING ((kommune = borgerblikket_kommune()))
  WITH CHECK ((kommune = borgerblikket_kommune()));
GRANT INSERT, SELECT ON plantet_titel TO borgerblikket_kommune;
GRANT UPDATE (medarbejder_id, afgjort, fundet) ON plantet_titel TO borgerblikket_kommune;

CREATE TABLE registrering (
  objekt_id uuid NOT NULL,
  tidspunkt timestamp with time zone NOT NULL,
  art text NOT NULL,
  kilde_id uuid NOT NULL,
  master uuid NOT NULL,
  leverance_id uuid NOT NULL,
  modtaget timestamp with time zone NOT NULL DEFAULT now(),
  hash bytea NOT NULL,
  indhold bytea NOT NULL,
  CONSTRAINT registrering_pkey PRIMARY KEY (objekt_id, tidspunkt)
);
ALTER TABLE registrering ALTER COLUMN indhold SET STORAGE EXTERNAL;
ALTER TABLE registrering ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_registreringer ON registrering FOR ALL TO PUBLIC
  USING (true)
  WITH CHECK (true);
CREATE POLICY egne_registreringer ON registrering AS RESTRICTIVE FOR ALL TO borgerblikket_kilde
  USING ((master = borgerblikket_aktoer()));
GRANT DELETE ON registrering TO borgerblikket_sletning;
GRANT INSERT, SELECT ON registrering TO borgerblikket_modtagelse;
GRANT SELECT ON registrering TO borgerblikket_kilde;
GRANT SELECT (objekt_id) ON registrering TO borgerblikket_sletning;
GRANT SELECT (objekt_id, tidspunkt, indhold) ON registrering TO borgerblikket_kvalitet;

CREATE TABLE rolleophoer (
  tildeling_id uuid NOT NULL,
  gaelder_fra timestamp with time zone NOT NULL,
  frataget_af text NOT NULL,
  begrundelse text NOT NULL,
  CONSTRAINT rolleophoer_pkey PRIMARY KEY (tildeling_id),
  CONSTRAINT rolleophoer_tildeling_id_fkey FOREIGN KEY (tildeling_id) REFERENCES rolletildeling(tildeling_id)
);
ALTER TABLE rolleophoer ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_ophoer ON rolleophoer FOR ALL TO borgerblikket_login, borgerblikket_opsaetning
  USING (true)
  WITH CHECK (true);
GRANT INSERT, SELECT ON rolleophoer TO borgerblikket_opsaetning;
GRANT SELECT ON rolleophoer TO borgerblikket_login;

CREATE TABLE rolletildeling (
  tildeling_id uuid NOT NULL,
  cvr text NOT NULL,
  medarbejder_id uuid NOT NULL,
  navn text NOT NULL,
  rolle text NOT NULL,
  gaelder_fra timestamp with time zone NOT NULL,
  gaelder_til timestamp with time zone,
  givet_af text NOT NULL,
  begrundelse text NOT NULL,
  oprettet timestamp with time zone NOT NULL,
  CONSTRAINT rolletildeling_pkey PRIMARY KEY (tildeling_id),
  CONSTRAINT rolletildeling_check CHECK ((gaelder_til > gaelder_fra)),
  CONSTRAINT rolletildeling_cvr_check CHECK ((cvr ~ '^[0-9]{8}$'::text)),
  CONSTRAINT rolletildeling_rolle_check CHECK ((rolle = ANY (ARRAY['leverandoer'::text, 'fagsystemansvarlig'::text, 'projektansvarlig'::text, 'kvalitetsansvarlig'::text, 'sagsbehandler'::text, 'borgerservice'::text, 'analytiker'::text, 'driftsansvarlig'::text, 'tilsyn'::text])))
);
CREATE INDEX rolletildeling_medarbejder ON rolletildeling USING btree (medarbejder_id, cvr);
CREATE INDEX rolletildeling_organisation ON rolletildeling USING btree (cvr);
ALTER TABLE rolletildeling ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_tildelinger ON rolletildeling FOR ALL TO borgerblikket_login, borgerblikket_opsaetning
  USING (true)
  WITH CHECK (true);
GRANT INSERT, SELECT ON rolletildeling TO borgerblikket_opsaetning;
GRANT SELECT ON rolletildeling TO borgerblikket_login;

CREATE TABLE session (
  session_id uuid NOT NULL,
  part_id uuid NOT NULL,
  navn text NOT NULL,
  loa text NOT NULL,
  oprettet timestamp with time zone NOT NULL DEFAULT now(),
  set timestamp with time zone NOT NULL DEFAULT now(),
  udloeber timestamp with time zone NOT NULL,
  afsluttet timestamp with time zone,
  forrige_besoeg timestamp with time zone,
  CONSTRAINT session_pkey PRIMARY KEY (session_id)
);
CREATE INDEX session_part ON session USING btree (part_id, oprettet);
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_sessioner ON session FOR ALL TO borgerblikket_login
  USING (true)
  WITH CHECK (true);
CREATE POLICY egen_session ON session FOR SELECT TO borgerblikket_borger
  USING ((part_id = borgerblikket_aktoer()));
GRANT DELETE, INSERT, SELECT ON session TO borgerblikket_login;
GRANT SELECT ON session TO borgerblikket_borger;
GRANT UPDATE (set, afsluttet) ON session TO borgerblikket_login;

CREATE TABLE soegeord (
  ord bigint NOT NULL,
  id uuid NOT NULL,
  CONSTRAINT soegeord_pkey PRIMARY KEY (ord, id)
) WITH (autovacuum_vacuum_insert_scale_factor=0.02, autovacuum_vacuum_scale_factor=0.05);
COMMENT ON COLUMN soegeord.id IS 'A part or a case in disguise: the id of nothing else here';
COMMENT ON COLUMN soegeord.ord IS 'HMAC of the beginning of a name, of a part of an address, a year of birth, a municipality or a case number';
GRANT DELETE, INSERT, SELECT ON soegeord TO borgerblikket_modtagelse;
GRANT SELECT ON soegeord TO borgerblikket_soegning;

CREATE TABLE soegetal (
  medarbejder_id uuid NOT NULL,
  minut timestamp with time zone NOT NULL,
  antal integer NOT NULL,
  CONSTRAINT soegetal_pkey PRIMARY KEY (medarbejder_id, minut),
  CONSTRAINT soegetal_antal_check CHECK ((antal > 0))
) WITH (fillfactor=50);
ALTER TABLE soegetal ENABLE ROW LEVEL SECURITY;
CREATE POLICY egne_soegninger ON soegetal FOR ALL TO borgerblikket_soegning
  USING ((medarbejder_id = borgerblikket_aktoer()))
  WITH CHECK ((medarbejder_id = borgerblikket_aktoer()));
GRANT DELETE, INSERT, SELECT ON soegetal TO borgerblikket_soegning;
GRANT UPDATE (antal) ON soegetal TO borgerblikket_soegning;

CREATE TABLE tilslutning_skridt (
  emne text NOT NULL,
  emne_id text NOT NULL,
  nr integer NOT NULL,
  tid timestamp with time zone NOT NULL,
  medarbejder_id uuid,
  medarbejder_cvr text,
  medarbejder_navn text,
  medarbejder_organisation text,
  data jsonb NOT NULL,
  CONSTRAINT tilslutning_skridt_pkey PRIMARY KEY (emne, emne_id, nr),
  CONSTRAINT tilslutning_skridt_emne_check CHECK ((emne = ANY (ARRAY['fagsystem'::text, 'kommune'::text]))),
  CONSTRAINT tilslutning_skridt_nr_check CHECK ((nr > 0))
);
COMMENT ON COLUMN tilslutning_skridt.emne_id IS 'The it-system''s UUID, or the municipality''s CVR number';
COMMENT ON COLUMN tilslutning_skridt.medarbejder_id IS 'Who took the step; null: the installation itself';
GRANT INSERT, SELECT ON tilslutning_skridt TO borgerblikket_opsaetning;

CREATE TABLE titelgennemgang (
  kommune text NOT NULL,
  opgave_id uuid NOT NULL,
  nr integer NOT NULL,
  tid timestamp with time zone NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  slags text NOT NULL,
  titel text,
  aarsag text,
  aarsag_tekst text,
  sekunder smallint,
  bunke uuid,
  enhed text NOT NULL,
  omraade text NOT NULL,
  CONSTRAINT titelgennemgang_pkey PRIMARY KEY (kommune, opgave_id, nr),
  CONSTRAINT titelgennemgang_aarsag_check CHECK ((aarsag = ANY (ARRAY['tredjeperson'::text, 'forkertSag'::text, 'haardTone'::text, 'uforstaaelig'::text, 'andet'::text]))),
  CONSTRAINT titelgennemgang_check CHECK (((slags = 'ret'::text) = (titel IS NOT NULL))),
  CONSTRAINT titelgennemgang_check1 CHECK (((slags = 'afvis'::text) = (aarsag IS NOT NULL))),
  CONSTRAINT titelgennemgang_nr_check CHECK ((nr > 0)),
  CONSTRAINT titelgennemgang_slags_check CHECK ((slags = ANY (ARRAY['godkend'::text, 'ret'::text, 'afvis'::text, 'frigiv'::text, 'fortryd'::text])))
);
COMMENT ON COLUMN titelgennemgang.bunke IS 'Identical titles that were decided in one step';
COMMENT ON COLUMN titelgennemgang.sekunder IS 'From the title was shown until it was decided; null where that cannot be told, as for the others of a bulk';
CREATE INDEX titelgennemgang_bunke ON titelgennemgang USING btree (kommune, bunke) WHERE (bunke IS NOT NULL);
CREATE INDEX titelgennemgang_tid ON titelgennemgang USING btree (kommune, tid);
ALTER TABLE titelgennemgang ENABLE ROW LEVEL SECURITY;
CREATE POLICY egen_gennemgang ON titelgennemgang FOR INSERT TO borgerblikket_kommune
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (borgerblikket_grund() = 'gennemgangAfTitler'::text) AND (medarbejder_id = borgerblikket_aktoer())));
CREATE POLICY kommunens_gennemgang ON titelgennemgang FOR SELECT TO borgerblikket_kommune
  USING ((kommune = borgerblikket_kommune()));
CREATE POLICY slettede_gennemgange ON titelgennemgang FOR ALL TO borgerblikket_sletning
  USING (true);
GRANT DELETE ON titelgennemgang TO borgerblikket_sletning;
GRANT INSERT, SELECT ON titelgennemgang TO borgerblikket_kommune;
GRANT SELECT (kommune, opgave_id) ON titelgennemgang TO borgerblikket_sletning;

CREATE TABLE titelopgave (
  kommune text NOT NULL,
  opgave_id uuid NOT NULL DEFAULT gen_random_uuid(),
  item_id uuid NOT NULL,
  hash text NOT NULL,
  art text NOT NULL,
  kle text NOT NULL,
  omraade text NOT NULL,
  enhed text NOT NULL,
  enhedsnavn text NOT NULL,
  behandler text NOT NULL,
  kilde_id uuid NOT NULL,
  parter uuid[] NOT NULL,
  udfald text NOT NULL,
  tilbageholdt boolean NOT NULL,
  fund text[] NOT NULL,
  rang smallint NOT NULL,
  grund text NOT NULL,
  proeve_kle text,
  proeve_nummer bigint,
  tilstand text NOT NULL DEFAULT 'venter'::text,
  titel text,
  frigivet boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 0,
  taget_af uuid,
  taget_fra timestamp with time zone,
  taget_til timestamp with time zone,
  oprettet timestamp with time zone NOT NULL,
  CONSTRAINT titelopgave_pkey PRIMARY KEY (kommune, opgave_id),
  CONSTRAINT titelopgave_kommune_item_id_hash_key UNIQUE (kommune, item_id, hash),
  CONSTRAINT titelopgave_grund_check CHECK ((grund = ANY (ARRAY['fund'::text, 'alle'::text, 'stikproeve'::text]))),
  CONSTRAINT titelopgave_tilstand_check CHECK ((tilstand = ANY (ARRAY['venter'::text, 'godkendt'::text, 'rettet'::text, 'afvist'::text, 'foraeldet'::text]))),
  CONSTRAINT titelopgave_titel_check CHECK (((titel IS NULL) OR (length(titel) <= 255))),
  CONSTRAINT titelopgave_udfald_check CHECK ((udfald = ANY (ARRAY['ren'::text, 'advaret'::text, 'blokeret'::text])))
) WITH (fillfactor=80);
COMMENT ON COLUMN titelopgave.behandler IS 'Who the source names as Primær behandler, of the item or else of its case; empty: nobody, and it is the unit''s';
COMMENT ON COLUMN titelopgave.frigivet IS 'Somebody has said that the item lies where it should: a check holds it back no more';
COMMENT ON COLUMN titelopgave.parter IS 'The parts who have the item with this title: whose logs a look at it is written in';
COMMENT ON COLUMN titelopgave.proeve_kle IS 'The number of the configuration whose sample it was drawn for, and its place in the draw';
COMMENT ON COLUMN titelopgave.rang IS 'The most urgent first: 0 holds an item back, 1 a title, 2 warns, 3 was only drawn or demanded';
COMMENT ON COLUMN titelopgave.taget_af IS 'Who has it open, until taget_til: columns without an index, so that opening one writes no index';
CREATE INDEX titelopgave_behandler ON titelopgave USING btree (kommune, behandler, rang, oprettet, opgave_id) WHERE ((tilstand = 'venter'::text) AND (behandler <> ''::text));
CREATE INDEX titelopgave_ens ON titelopgave USING btree (kommune, hash) WHERE (tilstand = 'venter'::text);
CREATE INDEX titelopgave_item ON titelopgave USING btree (item_id);
CREATE INDEX titelopgave_koe ON titelopgave USING btree (kommune, enhed, kle, rang, oprettet, opgave_id) INCLUDE (omraade) WHERE (tilstand = 'venter'::text);
CREATE INDEX titelopgave_proeve ON titelopgave USING btree (kommune, proeve_kle, proeve_nummer) WHERE (proeve_nummer IS NOT NULL);
CREATE INDEX titelopgave_rettet ON titelopgave USING btree (kommune, kilde_id) WHERE (tilstand = 'rettet'::text);
ALTER TABLE titelopgave ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_opgaver ON titelopgave FOR ALL TO borgerblikket_kvalitet
  USING (true)
  WITH CHECK (true);
CREATE POLICY gennemgang_af_opgaver ON titelopgave FOR UPDATE TO borgerblikket_kommune
  USING (((kommune = borgerblikket_kommune()) AND (borgerblikket_grund() = 'gennemgangAfTitler'::text)));
CREATE POLICY kommunens_opgaver ON titelopgave FOR SELECT TO borgerblikket_kommune
  USING ((kommune = borgerblikket_kommune()));
CREATE POLICY slettede_opgaver ON titelopgave FOR ALL TO borgerblikket_sletning
  USING (true);
GRANT DELETE ON titelopgave TO borgerblikket_sletning;
GRANT INSERT, SELECT, UPDATE ON titelopgave TO borgerblikket_kvalitet;
GRANT SELECT ON titelopgave TO borgerblikket_kommune;
GRANT SELECT (kommune, opgave_id, item_id) ON titelopgave TO borgerblikket_sletning;
GRANT UPDATE (tilbageholdt, rang, tilstand, titel, frigivet, version, taget_af, taget_fra, taget_til) ON titelopgave TO borgerblikket_kommune;

CREATE TABLE titelvurdering (
  part_id uuid NOT NULL,
  item_id uuid NOT NULL,
  kommune text NOT NULL,
  kle text NOT NULL,
  regelversion integer NOT NULL,
  vurderinger jsonb NOT NULL,
  notater jsonb NOT NULL DEFAULT '[]'::jsonb,
  vurderet timestamp with time zone NOT NULL DEFAULT now(),
  grundlag text NOT NULL DEFAULT ''::text,
  CONSTRAINT titelvurdering_pkey PRIMARY KEY (part_id, item_id)
) WITH (fillfactor=90);
COMMENT ON COLUMN titelvurdering.grundlag IS 'A fingerprint of all that it was judged on: where it is the same, nothing is judged anew';
COMMENT ON COLUMN titelvurdering.kle IS 'As in overblik: a parent sees that of a child only where it sees the item';
COMMENT ON COLUMN titelvurdering.notater IS 'For each text of a note: its hash, and the numbers of the paragraphs that are left out';
COMMENT ON COLUMN titelvurdering.vurderet IS 'Since when what is known of the titles has been as it is';
COMMENT ON COLUMN titelvurdering.vurderinger IS 'One for each text: its hash, what came of it, how far its review is, and a reviewed text';
CREATE INDEX titelvurdering_item ON titelvurdering USING btree (item_id);
ALTER TABLE titelvurdering ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_vurderinger ON titelvurdering FOR ALL TO borgerblikket_kvalitet
  USING (true)
  WITH CHECK (true);
CREATE POLICY een_parts_vurderinger ON titelvurdering FOR SELECT TO borgerblikket_drift
  USING (((borgerblikket_grund() = 'drift'::text) AND (cardinality(borgerblikket_parter()) = 1) AND (part_id = ANY (borgerblikket_parter()))));
CREATE POLICY egne_vurderinger ON titelvurdering FOR SELECT TO borgerblikket_borger
  USING (((part_id = ANY (borgerblikket_parter())) AND ((borgerblikket_grund() = 'egen'::text) OR ((borgerblikket_grund() = 'foraeldremyndighed'::text) AND ("left"(kle, 2) = '28'::text)))));
CREATE POLICY gennemgang_af_vurderinger ON titelvurdering FOR UPDATE TO borgerblikket_kommune
  USING (((kommune = borgerblikket_kommune()) AND (borgerblikket_grund() = 'gennemgangAfTitler'::text)));
CREATE POLICY kommunens_vurderinger ON titelvurdering FOR SELECT TO borgerblikket_kommune
  USING ((kommune = borgerblikket_kommune()));
GRANT DELETE, INSERT, SELECT, UPDATE ON titelvurdering TO borgerblikket_kvalitet;
GRANT SELECT ON titelvurdering TO borgerblikket_borger;
GRANT SELECT ON titelvurdering TO borgerblikket_drift;
GRANT SELECT ON titelvurdering TO borgerblikket_kommune;
GRANT UPDATE (vurderinger) ON titelvurdering TO borgerblikket_kommune;

CREATE TABLE udbakke (
  nr bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  tid timestamp with time zone NOT NULL DEFAULT now(),
  objekt_id uuid NOT NULL,
  tidspunkt timestamp with time zone NOT NULL,
  art text NOT NULL,
  kommune text,
  kle text,
  uden_notifikation boolean NOT NULL,
  haendelse text NOT NULL DEFAULT 'importeret'::text,
  master uuid,
  haendelse_id uuid NOT NULL DEFAULT gen_random_uuid(),
  loebenr bigint,
  CONSTRAINT udbakke_pkey PRIMARY KEY (nr),
  CONSTRAINT udbakke_haendelse CHECK ((haendelse = ANY (ARRAY['importeret'::text, 'opdateret'::text, 'fjernet'::text])))
);
COMMENT ON COLUMN udbakke.loebenr IS 'The place in the order of what has happened; null until it is given';
CREATE INDEX udbakke_uden_eget_sted ON udbakke USING btree (objekt_id, loebenr) WHERE ((loebenr IS NOT NULL) AND (art = ANY (ARRAY['journalnotat'::text, 'oekonomiskEffektuering'::text, 'aftale'::text, 'dokument'::text])));
CREATE INDEX udbakke_uden_loebenr ON udbakke USING btree (nr) WHERE (loebenr IS NULL);
CREATE UNIQUE INDEX udbakke_loebenr ON udbakke USING btree (loebenr) WHERE (loebenr IS NOT NULL);
GRANT DELETE ON udbakke TO borgerblikket_oprydning;
GRANT INSERT, SELECT ON udbakke TO borgerblikket_modtagelse;
GRANT SELECT ON udbakke TO borgerblikket_beskedfordeler;
GRANT SELECT (nr, tid, loebenr) ON udbakke TO borgerblikket_oprydning;
GRANT SELECT (objekt_id, art, loebenr) ON udbakke TO borgerblikket_kvalitet;
GRANT UPDATE (kommune, kle, loebenr) ON udbakke TO borgerblikket_beskedfordeler;

CREATE TABLE udbakke_hoved (
  een boolean NOT NULL DEFAULT true,
  sidste bigint NOT NULL DEFAULT 0,
  fjernet_til bigint NOT NULL DEFAULT 0,
  CONSTRAINT udbakke_hoved_pkey PRIMARY KEY (een),
  CONSTRAINT udbakke_hoved_een_check CHECK (een)
);
GRANT SELECT ON udbakke_hoved TO borgerblikket_oprydning;
GRANT SELECT, UPDATE ON udbakke_hoved TO borgerblikket_beskedfordeler;
GRANT SELECT (sidste) ON udbakke_hoved TO borgerblikket_opsaetning;
GRANT SELECT (sidste, fjernet_til) ON udbakke_hoved TO borgerblikket_kvalitet;
GRANT UPDATE (fjernet_til) ON udbakke_hoved TO borgerblikket_oprydning;

CREATE TABLE udsendelse (
  abonnement_id uuid NOT NULL,
  loebenr bigint NOT NULL,
  objekt_id uuid NOT NULL,
  tilstand text NOT NULL DEFAULT 'venter'::text,
  dannet timestamp with time zone NOT NULL,
  naeste timestamp with time zone NOT NULL,
  forsoeg integer NOT NULL DEFAULT 0,
  forsoeg_foer integer NOT NULL DEFAULT 0,
  laan uuid,
  laan_til timestamp with time zone,
  afgjort timestamp with time zone,
  grund text,
  CONSTRAINT udsendelse_pkey PRIMARY KEY (abonnement_id, loebenr),
  CONSTRAINT udsendelse_tilstand_check CHECK ((tilstand = ANY (ARRAY['venter'::text, 'leveret'::text, 'doed'::text, 'bortfaldet'::text])))
) WITH (fillfactor=90);
COMMENT ON COLUMN udsendelse.forsoeg_foer IS 'Attempts that had been made when it was sent anew after it had died';
CREATE INDEX udsendelse_doed ON udsendelse USING btree (abonnement_id, loebenr) WHERE (tilstand = 'doed'::text);
CREATE INDEX udsendelse_loebenr ON udsendelse USING btree (loebenr);
CREATE INDEX udsendelse_moden ON udsendelse USING btree (abonnement_id, naeste, loebenr) WHERE (tilstand = 'venter'::text);
CREATE INDEX udsendelse_objekt ON udsendelse USING btree (abonnement_id, objekt_id, loebenr) WHERE (tilstand = 'venter'::text);
GRANT DELETE ON udsendelse TO borgerblikket_oprydning;
GRANT INSERT, SELECT, UPDATE ON udsendelse TO borgerblikket_beskedfordeler;
GRANT SELECT (abonnement_id, loebenr, tilstand, dannet, afgjort) ON udsendelse TO borgerblikket_oprydning;

CREATE TABLE udsendelsesforsoeg (
  abonnement_id uuid NOT NULL,
  loebenr bigint NOT NULL,
  nr integer NOT NULL,
  tid timestamp with time zone NOT NULL,
  fejl text NOT NULL,
  status integer,
  CONSTRAINT udsendelsesforsoeg_pkey PRIMARY KEY (abonnement_id, loebenr, nr)
);
GRANT DELETE ON udsendelsesforsoeg TO borgerblikket_oprydning;
GRANT INSERT, SELECT ON udsendelsesforsoeg TO borgerblikket_beskedfordeler;
GRANT SELECT (abonnement_id, loebenr) ON udsendelsesforsoeg TO borgerblikket_oprydning;

CREATE TABLE verifikation (
  verifikation_id uuid NOT NULL,
  kommune text NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  tid timestamp with time zone NOT NULL,
  slags text NOT NULL,
  formaal text NOT NULL,
  begrundelse text NOT NULL,
  udkast_id uuid,
  CONSTRAINT verifikation_pkey PRIMARY KEY (verifikation_id),
  CONSTRAINT verifikation_begrundelse_check CHECK (((length(begrundelse) >= 10) AND (length(begrundelse) <= 200))),
  CONSTRAINT verifikation_formaal_check CHECK (((length(formaal) >= 1) AND (length(formaal) <= 40))),
  CONSTRAINT verifikation_slags_check CHECK ((slags = ANY (ARRAY['somBorgeren'::text, 'forklaring'::text])))
);
COMMENT ON COLUMN verifikation.verifikation_id IS 'adgangslog.korrelation of every reading of the same visit';
CREATE INDEX verifikation_kommune ON verifikation USING btree (kommune, tid);
GRANT INSERT, SELECT ON verifikation TO borgerblikket_opsaetning;

CREATE TABLE vurderingsmaerke (
  een boolean NOT NULL DEFAULT true,
  loebenr bigint NOT NULL DEFAULT 0,
  regelversion integer,
  gennemloeb_part uuid,
  gennemloeb_begyndt timestamp with time zone,
  gennemloeb_regelversion integer,
  CONSTRAINT vurderingsmaerke_pkey PRIMARY KEY (een),
  CONSTRAINT vurderingsmaerke_een_check CHECK (een)
);
COMMENT ON COLUMN vurderingsmaerke.gennemloeb_part IS 'Parts up to and with this one are done in the pass that is under way';
COMMENT ON COLUMN vurderingsmaerke.gennemloeb_regelversion IS 'The rules of the pass that is under way; null: none is';
COMMENT ON COLUMN vurderingsmaerke.regelversion IS 'The rules that the last whole pass was made with; null: none has been';
GRANT SELECT, UPDATE ON vurderingsmaerke TO borgerblikket_kvalitet;
