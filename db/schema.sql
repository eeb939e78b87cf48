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
CREATE ROLE borgerblikket_logsletning NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_modtagelse NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_oprydning NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_opsaetning NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_opslagssletning NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_sagsbehandler NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_sagsskriver NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_sletning NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_soegning NOLOGIN NOINHERIT;
CREATE ROLE borgerblikket_vidne NOLOGIN NOINHERIT;

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
GRANT USAGE ON SCHEMA public TO borgerblikket_logsletning;
GRANT USAGE ON SCHEMA public TO borgerblikket_modtagelse;
GRANT USAGE ON SCHEMA public TO borgerblikket_oprydning;
GRANT USAGE ON SCHEMA public TO borgerblikket_opsaetning;
GRANT USAGE ON SCHEMA public TO borgerblikket_opslagssletning;
GRANT USAGE ON SCHEMA public TO borgerblikket_sagsbehandler;
GRANT USAGE ON SCHEMA public TO borgerblikket_sagsskriver;
GRANT USAGE ON SCHEMA public TO borgerblikket_sletning;
GRANT USAGE ON SCHEMA public TO borgerblikket_soegning;
GRANT USAGE ON SCHEMA public TO borgerblikket_vidne;

-- rights on borgerblikket_adgangsfakta: EXECUTE to borgerblikket_kendskab, EXECUTE to borgerblikket_sagsbehandler
-- rights on borgerblikket_advisfakta: EXECUTE to borgerblikket_advis
-- rights on borgerblikket_bemaerkning_slut: EXECUTE to borgerblikket_opslagssletning
-- rights on borgerblikket_besoeg_er_omme: EXECUTE to borgerblikket_opslagssletning
-- rights on borgerblikket_besoeg_er_set: EXECUTE to borgerblikket_kommune
-- rights on borgerblikket_betalte: EXECUTE to borgerblikket_kendskab, EXECUTE to borgerblikket_sagsbehandler
-- rights on borgerblikket_kendte: EXECUTE to borgerblikket_kendskab
-- rights on borgerblikket_log_fra: EXECUTE to borgerblikket_borger, EXECUTE to borgerblikket_opslagssletning
-- rights on borgerblikket_undtages_senest: EXECUTE to borgerblikket_kommune
-- rights on borgerblikket_undtagne: EXECUTE to borgerblikket_borger
-- rights on maaling_besoeg: EXECUTE to borgerblikket_opsaetning
-- rights on maaling_numre: EXECUTE to borgerblikket_opsaetning
-- rights on maaling_til_nr: EXECUTE to borgerblikket_opsaetning
CREATE OR REPLACE FUNCTION public.borgerblikket_adgangsfakta(part uuid, item uuid)
 RETURNS TABLE(adgang jsonb, betalinger jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT o.adgang, (
    SELECT jsonb_agg(DISTINCT jsonb_build_object('m', b.adgang -> 'm', 'o', b.adgang -> 'o', 'b', jsonb_build_array(jsonb_build_object('i', o.item_id))))
    FROM overblik b
    WHERE o.art = 'bevilling' AND b.part_id = o.part_id AND b.art = 'oekonomiskEffektuering'
      AND b.adgang -> 'b' @> jsonb_build_array(jsonb_build_object('i', o.item_id)))
  FROM overblik o
  WHERE o.part_id = part AND o.item_id = item AND o.part_id = ANY (borgerblikket_parter())
    AND borgerblikket_maa_se(o.art, o.item_id, o.adgang, borgerblikket_ret('{se,kendskab}'))
$function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_advisfakta(ider uuid[])
 RETURNS TABLE(objekt_id uuid, art text, kommune text, parter uuid[], sager uuid[], behandlere jsonb, aftaler jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_aktoer()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('borgerblikket.aktoer', true), '')::uuid $function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_bemaerkning_slut(bemaerkning uuid)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT least(b.gaelder_til,
    (SELECT (o.tid AT TIME ZONE 'Europe/Copenhagen')::date FROM bemaerkning_ophoer o WHERE o.bemaerkning_id = b.bemaerkning_id),
    greatest(b.gennemgaas_senest, (SELECT max(g.naeste) FROM bemaerkning_gennemgang g WHERE g.bemaerkning_id = b.bemaerkning_id)))
  FROM bemaerkning b WHERE b.bemaerkning_id = bemaerkning
$function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_besoeg_er_omme(besoeg uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT FROM opslagsbesoeg b WHERE b.besoeg_id = besoeg AND b.udloeber < now() - interval '24 months')
    AND NOT EXISTS (SELECT FROM alarmudfald u WHERE u.besoeg_id = besoeg AND u.tid >= now() - interval '24 months')
    AND (NOT EXISTS (SELECT FROM opslagsalarm a WHERE a.besoeg_id = besoeg AND a.alvor <> 'log')
      OR EXISTS (SELECT FROM alarmudfald u WHERE u.besoeg_id = besoeg))
$function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_besoeg_er_set(part uuid, besoeg uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT FROM adgangslog l WHERE l.part_id = part AND l.aktoer_id = part AND l.hvad = 'opslag'
    AND l.nr > (SELECT min(v.nr) FROM adgangslog v WHERE v.part_id = part AND v.korrelation = besoeg))
$function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_betalte(ret jsonb)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(jsonb_object_agg(i, nr), '{}') FROM (
    SELECT b.i, coalesce(jsonb_agg(DISTINCT g.nr - 1) FILTER (WHERE borgerblikket_modsvarer(b.egen, g.gruppe, ret)), '[]') AS nr
    FROM (SELECT DISTINCT b ->> 'i' AS i, o.adgang -> 'o' AS egen
          FROM overblik o CROSS JOIN LATERAL jsonb_array_elements(o.adgang -> 'b') AS b
          WHERE o.part_id = ANY (borgerblikket_parter()) AND o.art = 'oekonomiskEffektuering') AS b
      LEFT JOIN LATERAL jsonb_array_elements(ret -> 'g') WITH ORDINALITY AS g (gruppe, nr) ON true
    GROUP BY b.i) AS betalt
$function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_grund()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(current_setting('borgerblikket.grund', true), '') $function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_indenfor(skiver jsonb, master text, gruppe jsonb, ret jsonb, egne boolean, hvert boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
DECLARE
  skive jsonb; fra jsonb; nr text; inde boolean; numre int := 0;
BEGIN
  IF gruppe ? 'm' AND NOT coalesce(gruppe -> 'm' ? master, false) THEN RETURN false; END IF;
  FOR i IN 0 .. coalesce(jsonb_array_length(skiver), 0) - 1 LOOP
    fra := skiver -> i;
    IF fra -> 't' <= ret -> 'n' AND (NOT fra ? 'x' OR fra -> 'x' > ret -> 'n') THEN skive := fra; END IF;
  END LOOP;
  IF coalesce((skive ->> 'f')::int, 3) > (gruppe ->> 'f')::int THEN RETURN false; END IF;
  IF skive ? 'p' AND NOT EXISTS (SELECT FROM jsonb_array_elements_text(skive -> 'p') AS p (ref) WHERE ret -> 'h' ? p.ref) THEN
    RETURN false;
  END IF;
  IF egne THEN RETURN true; END IF;
  IF skive IS NULL OR skive -> 'e' IS DISTINCT FROM ret -> 'c' THEN RETURN false; END IF;
  IF gruppe ? 'u' AND NOT EXISTS (
    SELECT FROM jsonb_array_elements_text(coalesce(skive -> 'u', '[]')) AS u (enhed) WHERE gruppe -> 'u' ? u.enhed) THEN
    RETURN false;
  END IF;
  FOR i IN 0 .. coalesce(jsonb_array_length(skive -> 'k'), 0) - 1 LOOP
    nr := skive -> 'k' ->> i;
    inde := gruppe -> 'k' ?| ARRAY['*', left(nr, 2) || '.*', left(nr, 5) || '.*', nr];
    IF inde AND NOT hvert THEN RETURN true; END IF;
    IF hvert AND NOT inde THEN RETURN false; END IF;
    numre := numre + 1;
  END LOOP;
  RETURN hvert AND numre > 0;
END $function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_kendte(part uuid, stier jsonb, bevillinger jsonpath[], betalinger jsonpath[])
 RETURNS TABLE(item_id uuid, enhed text, navn text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  WITH sti AS MATERIALIZED (
    SELECT (stier ->> 'sag')::jsonpath AS sag, (stier ->> 'dokument')::jsonpath AS dokument, (stier ->> 'aftale')::jsonpath AS aftale,
      (stier ->> 'journalnotat')::jsonpath AS journalnotat, (stier ->> 'oekonomiskEffektuering')::jsonpath AS betaling),
  betalt AS MATERIALIZED (
    SELECT b ->> 'i' AS bevilling, g.nr, bool_or(jsonb_path_match(o.adgang, g.sti, '{}', true)) AS svarer
    FROM overblik o CROSS JOIN LATERAL jsonb_array_elements(o.adgang -> 'b') AS b CROSS JOIN unnest(betalinger) WITH ORDINALITY AS g (sti, nr)
    WHERE o.part_id = part AND o.art = 'oekonomiskEffektuering' GROUP BY 1, 2),
  kendte AS MATERIALIZED (
    SELECT o.item_id, CASE o.art
        WHEN 'oekonomiskEffektuering' THEN NULL
        WHEN 'bevilling' THEN CASE WHEN jsonb_path_exists(o.adgang, '$.o[*].u') THEN o.data -> 'ansvarlig' END
        WHEN 'journalnotat' THEN CASE WHEN jsonb_array_length(o.adgang -> 's') = 1 THEN o.data -> 'ansvarlig' END
        ELSE o.data -> 'ansvarlig' END AS ansvarlig
    FROM overblik o CROSS JOIN sti
    WHERE o.part_id = part AND o.part_id = ANY (borgerblikket_parter())
      AND CASE o.art
        WHEN 'bevilling' THEN EXISTS (
          SELECT FROM unnest(bevillinger) WITH ORDINALITY AS g (sti, nr)
          WHERE jsonb_path_match(o.adgang, g.sti, '{}', true)
            AND coalesce((SELECT b.svarer FROM betalt b WHERE b.bevilling = o.item_id::text AND b.nr = g.nr), true))
        WHEN 'sag' THEN jsonb_path_match(o.adgang, sti.sag, '{}', true)
        WHEN 'dokument' THEN jsonb_path_match(o.adgang, sti.dokument, '{}', true)
        WHEN 'aftale' THEN jsonb_path_match(o.adgang, sti.aftale, '{}', true)
        WHEN 'journalnotat' THEN jsonb_path_match(o.adgang, sti.journalnotat, '{}', true)
        WHEN 'oekonomiskEffektuering' THEN jsonb_path_match(o.adgang, sti.betaling, '{}', true)
        ELSE false END)
  SELECT k.item_id, a.enhed, a.navn
  FROM kendte k
    LEFT JOIN LATERAL (
      SELECT e ->> 'enhed' AS enhed, e ->> 'navn' AS navn FROM jsonb_array_elements(k.ansvarlig) AS e
      WHERE (e #>> '{virkning,fra}')::timestamptz <= current_setting('borgerblikket.nu', true)::timestamptz
        AND coalesce((e #>> '{virkning,til}')::timestamptz > current_setting('borgerblikket.nu', true)::timestamptz, true)
      ORDER BY e #>> '{virkning,fra}' DESC LIMIT 1) AS a ON true
  ORDER BY a.navn
$function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_kommune()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('borgerblikket.kommune', true), '') $function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_log_fra()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT tid FROM adgangslog ORDER BY nr LIMIT 1
$function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_maa_se(art text, item uuid, adgang jsonb, ret jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
DECLARE
  gruppe jsonb; egen jsonb := adgang -> 'o'; master text := adgang ->> 'm'; sager jsonb := coalesce(adgang -> 's', '[]'); grundlag jsonb;
BEGIN
  IF adgang IS NULL OR ret IS NULL THEN RETURN false; END IF;
  grundlag := CASE WHEN art = 'oekonomiskEffektuering' THEN coalesce(adgang -> 'b', '[]') ELSE sager END;
  FOR i IN 0 .. jsonb_array_length(ret -> 'g') - 1 LOOP
    gruppe := ret -> 'g' -> i;
    IF (CASE art
      WHEN 'sag' THEN borgerblikket_indenfor(egen, master, gruppe, ret, false, true)
      WHEN 'bevilling' THEN borgerblikket_indenfor(egen, master, gruppe, ret, false, false)
        AND (NOT ret -> 'b' ? item::text OR ret -> 'b' -> item::text @> to_jsonb(i))
      WHEN 'dokument' THEN borgerblikket_indenfor(egen, master, gruppe, ret, sager <> '[]', true)
      WHEN 'aftale' THEN borgerblikket_indenfor(egen, master, gruppe, ret, sager <> '[]', true)
      WHEN 'journalnotat' THEN egen IS NULL
        OR borgerblikket_indenfor(egen, NULL, gruppe - 'm', ret || '{"h": []}', true, true)
      WHEN 'oekonomiskEffektuering' THEN borgerblikket_modsvarer(egen, gruppe, ret) AND (NOT gruppe ? 'm' OR gruppe -> 'm' ? master)
      ELSE false END) THEN
      IF art IN ('sag', 'bevilling') OR (art IN ('dokument', 'aftale') AND sager = '[]') THEN RETURN true; END IF;
      FOR j IN 0 .. jsonb_array_length(grundlag) - 1 LOOP
        IF borgerblikket_indenfor(grundlag -> j -> 's', coalesce(grundlag -> j ->> 'm', master), gruppe, ret, false, art <> 'oekonomiskEffektuering') THEN RETURN true; END IF;
      END LOOP;
    END IF;
  END LOOP;
  RETURN false;
END $function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_mig()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
  SELECT array_agg(m) FROM (
    SELECT borgerblikket_aktoer() AS m
    UNION SELECT den.medarbejder_id FROM medarbejderpart mig JOIN medarbejderpart den ON den.kommune = mig.kommune AND den.part_id = mig.part_id
    WHERE mig.kommune = borgerblikket_kommune() AND mig.medarbejder_id = borgerblikket_aktoer()) AS logins
$function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_modsvarer(skiver jsonb, gruppe jsonb, ret jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT borgerblikket_indenfor(skiver, NULL, jsonb_build_object('k', gruppe -> 'k', 'f', 3), ret || '{"h": []}', false, false) $function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_parter()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting('borgerblikket.parter', true), ''), '{}')::uuid[] $function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_ret(roller text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
AS $function$
DECLARE
  grupper jsonb := nullif(current_setting('borgerblikket.rettigheder', true), '');
  nu timestamptz := nullif(current_setting('borgerblikket.nu', true), '');
  ret jsonb;
BEGIN
  IF grupper IS NULL OR nu IS NULL OR borgerblikket_kommune() IS NULL OR borgerblikket_aktoer() IS NULL THEN RETURN NULL; END IF;
  SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('k', g.v -> 'kle', 'f', f.trin - 1, 'u', g.v -> 'enheder', 'm', g.v -> 'itsystemer')))
    INTO grupper
    FROM jsonb_array_elements(grupper) AS g (v)
      JOIN unnest(ARRAY['IKKE_FORTROLIGE_DATA', 'FORTROLIGE_PERSONOPLYSNINGER', 'FOELSOMME_PERSONOPLYSNINGER', 'VIP_SAGER'])
        WITH ORDINALITY AS f (navn, trin) ON f.navn = g.v ->> 'foelsomhed'
    WHERE g.v ->> 'kommune' = borgerblikket_kommune() AND g.v -> 'systemroller' ?| roller;
  IF grupper IS NULL THEN RETURN NULL; END IF;
  ret := jsonb_build_object(
    'c', borgerblikket_kommune(),
    'n', floor(extract(epoch FROM nu) * 1000),
    'h', jsonb_build_array(borgerblikket_aktoer(), 'urn:oio:cvr-nr:' || borgerblikket_kommune())
      || coalesce(nullif(current_setting('borgerblikket.enheder', true), ''), '[]')::jsonb,
    'g', grupper);
  RETURN ret || jsonb_build_object('b', borgerblikket_betalte(ret));
END $function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_undtages_senest(part uuid, besoeg uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT min(l.tid) + interval '21 months' FROM adgangslog l WHERE l.part_id = part AND l.korrelation = besoeg
$function$;
CREATE OR REPLACE FUNCTION public.borgerblikket_undtagne()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(u.korrelation), '{}') FROM adgangslog_undtagelse u
  WHERE u.part_id = ANY (borgerblikket_parter()) AND u.tilstand = 'gaelder' AND u.til > now()
$function$;
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
CREATE INDEX adgangslog_tid ON adgangslog USING brin (tid);
ALTER TABLE adgangslog ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_linjer ON adgangslog FOR SELECT TO borgerblikket_forsegling
  USING (true);
CREATE POLICY for_kommunen ON adgangslog FOR SELECT TO borgerblikket_kommune
  USING (((kommune = borgerblikket_kommune()) AND (borgerblikket_grund() = ANY (ARRAY['opslagssvar'::text, 'undtagelse'::text]))));
CREATE POLICY gamle_linjer ON adgangslog FOR SELECT TO borgerblikket_logsletning
  USING (true);
CREATE POLICY kommunens_linjer ON adgangslog FOR SELECT TO borgerblikket_alarm
  USING (((kommune = borgerblikket_kommune()) AND (aktoer_type = 'medarbejder'::text) AND (NOT (aktoer_id = ANY (( SELECT borgerblikket_mig() AS borgerblikket_mig)::uuid[])))));
CREATE POLICY om_mig ON adgangslog FOR SELECT TO borgerblikket_borger
  USING (((borgerblikket_grund() = 'egen'::text) AND (part_id = ANY (borgerblikket_parter())) AND (NOT (korrelation = ANY (( SELECT borgerblikket_undtagne() AS borgerblikket_undtagne)::uuid[])))));
CREATE POLICY skriv ON adgangslog FOR INSERT TO borgerblikket_log
  WITH CHECK (true);
CREATE POLICY slet_gamle_linjer ON adgangslog FOR DELETE TO borgerblikket_logsletning
  USING ((tid < (now() - '2 years'::interval)));
GRANT DELETE ON adgangslog TO borgerblikket_logsletning;
GRANT INSERT ON adgangslog TO borgerblikket_log;
GRANT SELECT ON adgangslog TO borgerblikket_borger;
GRANT SELECT ON adgangslog TO borgerblikket_forsegling;
GRANT SELECT (nr, tid) ON adgangslog TO borgerblikket_logsletning;
GRANT SELECT (nr, tid, aktoer_type, aktoer_id, part_id, grund, formaal, hvad, korrelation, kommune, enhed) ON adgangslog TO borgerblikket_kommune;
GRANT SELECT (nr, tid, aktoer_type, aktoer_id, part_id, grund, formaal, hvad, objekt_id, antal, korrelation, kommune, enhed) ON adgangslog TO borgerblikket_alarm;

CREATE TABLE adgangslog_bevidnet (
  oprindelse text NOT NULL,
  noegle text NOT NULL,
  aktiv boolean NOT NULL,
  aendret timestamp with time zone NOT NULL,
  aendret_af text NOT NULL,
  antal bigint NOT NULL DEFAULT 0,
  rod bytea,
  note text,
  tid timestamp with time zone,
  CONSTRAINT adgangslog_bevidnet_pkey PRIMARY KEY (oprindelse),
  CONSTRAINT adgangslog_bevidnet_antal_check CHECK ((antal >= 0)),
  CONSTRAINT adgangslog_bevidnet_check CHECK (((antal = 0) OR (rod IS NOT NULL))),
  CONSTRAINT adgangslog_bevidnet_noegle_check CHECK (((length(noegle) >= 55) AND (length(noegle) <= 300))),
  CONSTRAINT adgangslog_bevidnet_note_check CHECK ((length(note) <= 65536)),
  CONSTRAINT adgangslog_bevidnet_oprindelse_check CHECK (((length(oprindelse) >= 1) AND (length(oprindelse) <= 200))),
  CONSTRAINT adgangslog_bevidnet_rod_check CHECK ((length(rod) = 32))
);
COMMENT ON COLUMN adgangslog_bevidnet.note IS 'The last checkpoint signed over, with the log’s signature and ours';
COMMENT ON TABLE adgangslog_bevidnet IS 'Others’ logs. A row is never deleted: one that forgot what it has signed could sign another';
GRANT SELECT ON adgangslog_bevidnet TO borgerblikket_opsaetning;
GRANT SELECT ON adgangslog_bevidnet TO borgerblikket_vidne;
GRANT INSERT (oprindelse, noegle, aktiv, aendret, aendret_af) ON adgangslog_bevidnet TO borgerblikket_opsaetning;
GRANT UPDATE (antal, rod, note, tid) ON adgangslog_bevidnet TO borgerblikket_vidne;
GRANT UPDATE (noegle, aktiv, aendret, aendret_af) ON adgangslog_bevidnet TO borgerblikket_opsaetning;

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
GRANT SELECT (antal) ON adgangslog_kontrolpunkt TO borgerblikket_logsletning;

CREATE TABLE adgangslog_medunderskrift (
  antal bigint NOT NULL,
  noegle text NOT NULL,
  linje text NOT NULL,
  tid timestamp with time zone NOT NULL,
  CONSTRAINT adgangslog_medunderskrift_pkey PRIMARY KEY (antal, noegle),
  CONSTRAINT adgangslog_medunderskrift_antal_check CHECK ((antal > 0)),
  CONSTRAINT adgangslog_medunderskrift_linje_check CHECK ((length(linje) <= 1000))
);
COMMENT ON COLUMN adgangslog_medunderskrift.linje IS 'The witness’s signature as it stands in a note, without the line feed';
COMMENT ON COLUMN adgangslog_medunderskrift.tid IS 'By the witness’s own clock, which the signature is over too';
CREATE INDEX adgangslog_medunderskrift_noegle ON adgangslog_medunderskrift USING btree (noegle, antal DESC);
GRANT INSERT, SELECT ON adgangslog_medunderskrift TO borgerblikket_forsegling;

CREATE TABLE adgangslog_sletning (
  sletning_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  til_nr bigint NOT NULL,
  graense timestamp with time zone NOT NULL,
  antal bigint NOT NULL,
  hvem text NOT NULL,
  hvornaar timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT adgangslog_sletning_pkey PRIMARY KEY (sletning_id),
  CONSTRAINT adgangslog_sletning_antal_check CHECK ((antal > 0))
);
COMMENT ON COLUMN adgangslog_sletning.graense IS 'Lines from before this time';
COMMENT ON COLUMN adgangslog_sletning.hvem IS 'The login name of the one at the keyboard';
COMMENT ON COLUMN adgangslog_sletning.til_nr IS 'The highest number deleted; none below it is left';
GRANT INSERT, SELECT ON adgangslog_sletning TO borgerblikket_logsletning;
GRANT SELECT ON adgangslog_sletning TO borgerblikket_forsegling;

CREATE TABLE adgangslog_undtagelse (
  undtagelse_id uuid NOT NULL,
  kommune text NOT NULL,
  part_id uuid NOT NULL,
  korrelation uuid NOT NULL,
  hjemmel text NOT NULL,
  begrundelse bytea NOT NULL,
  til timestamp with time zone NOT NULL,
  tilstand text NOT NULL,
  foreslaaet timestamp with time zone NOT NULL,
  foreslaaet_af uuid NOT NULL,
  foreslaaet_navn text NOT NULL,
  afgjort timestamp with time zone,
  afgjort_af uuid,
  afgjort_navn text,
  ophaevet timestamp with time zone,
  ophaevet_navn text,
  CONSTRAINT adgangslog_undtagelse_pkey PRIMARY KEY (undtagelse_id),
  CONSTRAINT adgangslog_undtagelse_check CHECK (((tilstand = 'foreslaaet'::text) = (afgjort IS NULL))),
  CONSTRAINT adgangslog_undtagelse_check1 CHECK (((tilstand <> ALL (ARRAY['gaelder'::text, 'ophaevet'::text])) OR (afgjort_af IS DISTINCT FROM foreslaaet_af))),
  CONSTRAINT adgangslog_undtagelse_hjemmel_check CHECK ((hjemmel ~ '^[a-zA-Z]{1,40}$'::text)),
  CONSTRAINT adgangslog_undtagelse_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text)),
  CONSTRAINT adgangslog_undtagelse_tilstand_check CHECK ((tilstand = ANY (ARRAY['foreslaaet'::text, 'gaelder'::text, 'afvist'::text, 'ophaevet'::text])))
);
COMMENT ON COLUMN adgangslog_undtagelse.begrundelse IS 'Why, sealed';
COMMENT ON TABLE adgangslog_undtagelse IS 'Visits that the law lets a municipality keep from the one they are about; the log itself is not touched';
CREATE INDEX adgangslog_undtagelse_kommune ON adgangslog_undtagelse USING btree (kommune, foreslaaet);
CREATE INDEX adgangslog_undtagelse_part ON adgangslog_undtagelse USING btree (part_id, til);
ALTER TABLE adgangslog_undtagelse ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_undtagelser ON adgangslog_undtagelse FOR SELECT TO borgerblikket_forsegling
  USING (true);
CREATE POLICY gamle_undtagelser ON adgangslog_undtagelse FOR ALL TO borgerblikket_logsletning
  USING (true);
CREATE POLICY godkendt_af_en_anden ON adgangslog_undtagelse AS RESTRICTIVE FOR UPDATE TO borgerblikket_kommune
  USING (true)
  WITH CHECK (((tilstand <> 'gaelder'::text) OR ((afgjort_af = borgerblikket_aktoer()) AND (NOT (foreslaaet_af = ANY (( SELECT borgerblikket_mig() AS borgerblikket_mig)::uuid[]))))));
CREATE POLICY godkendt_kortere_end_linjerne ON adgangslog_undtagelse AS RESTRICTIVE FOR UPDATE TO borgerblikket_kommune
  USING (true)
  WITH CHECK (((tilstand <> 'gaelder'::text) OR (til <= borgerblikket_undtages_senest(part_id, korrelation))));
CREATE POLICY i_eget_navn ON adgangslog_undtagelse AS RESTRICTIVE FOR INSERT TO borgerblikket_kommune
  WITH CHECK (((tilstand = 'foreslaaet'::text) AND (foreslaaet_af = borgerblikket_aktoer())));
CREATE POLICY kommunens_undtagelser ON adgangslog_undtagelse FOR ALL TO borgerblikket_kommune
  USING (((kommune = borgerblikket_kommune()) AND (borgerblikket_grund() = 'undtagelse'::text)))
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (borgerblikket_grund() = 'undtagelse'::text)));
CREATE POLICY kortere_end_linjerne ON adgangslog_undtagelse AS RESTRICTIVE FOR INSERT TO borgerblikket_kommune
  WITH CHECK ((til <= borgerblikket_undtages_senest(part_id, korrelation)));
GRANT DELETE ON adgangslog_undtagelse TO borgerblikket_logsletning;
GRANT INSERT, SELECT ON adgangslog_undtagelse TO borgerblikket_kommune;
GRANT SELECT (part_id, korrelation, til, tilstand) ON adgangslog_undtagelse TO borgerblikket_forsegling;
GRANT SELECT (undtagelse_id, til, foreslaaet) ON adgangslog_undtagelse TO borgerblikket_logsletning;
GRANT UPDATE (tilstand, afgjort, afgjort_af, afgjort_navn, ophaevet, ophaevet_navn) ON adgangslog_undtagelse TO borgerblikket_kommune;

CREATE TABLE adgangslog_valg (
  kommune text NOT NULL,
  svarfrist_dage smallint NOT NULL,
  opbevaring_maaneder smallint NOT NULL,
  aendret timestamp with time zone NOT NULL,
  aendret_af uuid NOT NULL,
  aendret_navn text NOT NULL,
  CONSTRAINT adgangslog_valg_pkey PRIMARY KEY (kommune),
  CONSTRAINT adgangslog_valg_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text)),
  CONSTRAINT adgangslog_valg_opbevaring_maaneder_check CHECK (((opbevaring_maaneder >= 24) AND (opbevaring_maaneder <= 120))),
  CONSTRAINT adgangslog_valg_svarfrist_dage_check CHECK (((svarfrist_dage >= 1) AND (svarfrist_dage <= 30)))
);
COMMENT ON COLUMN adgangslog_valg.svarfrist_dage IS 'Working days within which a citizen''s question is answered';
ALTER TABLE adgangslog_valg ENABLE ROW LEVEL SECURITY;
CREATE POLICY alles_svarfrist ON adgangslog_valg FOR SELECT TO borgerblikket_borger, borgerblikket_logsletning
  USING (true);
CREATE POLICY kommunens_valg ON adgangslog_valg FOR ALL TO borgerblikket_kommune
  USING (((kommune = borgerblikket_kommune()) AND (borgerblikket_grund() = 'opslagssvar'::text)))
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (borgerblikket_grund() = 'opslagssvar'::text)));
GRANT INSERT, SELECT, UPDATE ON adgangslog_valg TO borgerblikket_kommune;
GRANT SELECT (kommune, opbevaring_maaneder, aendret) ON adgangslog_valg TO borgerblikket_logsletning;
GRANT SELECT (kommune, svarfrist_dage) ON adgangslog_valg TO borgerblikket_borger;

CREATE TABLE adgangslog_vidne (
  noegle text NOT NULL,
  adresse text NOT NULL,
  tilfoejet timestamp with time zone NOT NULL,
  tilfoejet_af text NOT NULL,
  CONSTRAINT adgangslog_vidne_pkey PRIMARY KEY (noegle),
  CONSTRAINT adgangslog_vidne_adresse_check CHECK (((length(adresse) >= 6) AND (length(adresse) <= 500))),
  CONSTRAINT adgangslog_vidne_noegle_check CHECK (((length(noegle) >= 55) AND (length(noegle) <= 300)))
);
COMMENT ON COLUMN adgangslog_vidne.adresse IS 'Before /add-checkpoint (https), or the file that the witness keeps (file)';
COMMENT ON COLUMN adgangslog_vidne.noegle IS 'The witness’s key as one line (C2SP tlog-cosignature)';
GRANT DELETE, INSERT, SELECT, UPDATE ON adgangslog_vidne TO borgerblikket_opsaetning;
GRANT SELECT ON adgangslog_vidne TO borgerblikket_forsegling;

CREATE TABLE advis (
  advis_id uuid NOT NULL DEFAULT gen_random_uuid(),
  kommune text NOT NULL,
  medarbejder_id uuid NOT NULL,
  part_id uuid NOT NULL,
  objekt_id uuid NOT NULL,
  hvad text NOT NULL,
  noegle text NOT NULL,
  tid timestamp with time zone NOT NULL,
  laest timestamp with time zone,
  CONSTRAINT advis_pkey PRIMARY KEY (advis_id),
  CONSTRAINT advis_medarbejder_id_kommune_part_id_noegle_key UNIQUE (medarbejder_id, kommune, part_id, noegle),
  CONSTRAINT advis_hvad_check CHECK ((hvad = ANY (ARRAY['nyt'::text, 'aendret'::text, 'frist'::text, 'paamindelse'::text, 'notatAfvist'::text, 'notatForaeldet'::text]))),
  CONSTRAINT advis_noegle_check CHECK ((length(noegle) <= 100))
);
COMMENT ON COLUMN advis.noegle IS 'What it is about, so that two subscriptions, or the same round again, tell once';
CREATE INDEX advis_egne ON advis USING btree (kommune, medarbejder_id, tid DESC, advis_id DESC);
ALTER TABLE advis ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle ON advis FOR ALL TO borgerblikket_advis
  USING (true);
CREATE POLICY egne ON advis FOR ALL TO borgerblikket_sagsskriver
  USING (((kommune = borgerblikket_kommune()) AND (medarbejder_id = borgerblikket_aktoer())));
GRANT DELETE, INSERT, SELECT ON advis TO borgerblikket_advis;
GRANT SELECT ON advis TO borgerblikket_sagsskriver;
GRANT UPDATE (laest) ON advis TO borgerblikket_sagsskriver;

CREATE TABLE advis_abonnement (
  abonnement_id uuid NOT NULL,
  kommune text NOT NULL,
  medarbejder_id uuid NOT NULL,
  gruppe_id uuid,
  slags text NOT NULL,
  part_id uuid,
  objekt_id uuid,
  dage_foer integer,
  dag date,
  oprettet timestamp with time zone NOT NULL,
  udloeber timestamp with time zone NOT NULL,
  CONSTRAINT advis_abonnement_pkey PRIMARY KEY (abonnement_id),
  CONSTRAINT advis_abonnement_gruppe_id_fkey FOREIGN KEY (gruppe_id) REFERENCES advis_gruppe(gruppe_id) ON DELETE CASCADE,
  CONSTRAINT advis_abonnement_check CHECK (((slags = 'egneSager'::text) = (part_id IS NULL))),
  CONSTRAINT advis_abonnement_check1 CHECK (((slags = ANY (ARRAY['sag'::text, 'frist'::text])) <= (objekt_id IS NOT NULL))),
  CONSTRAINT advis_abonnement_check2 CHECK (((slags = 'frist'::text) = (dage_foer IS NOT NULL))),
  CONSTRAINT advis_abonnement_check3 CHECK (((slags = 'paamindelse'::text) = (dag IS NOT NULL))),
  CONSTRAINT advis_abonnement_check4 CHECK (((slags <> 'egneSager'::text) OR (gruppe_id IS NULL))),
  CONSTRAINT advis_abonnement_dage_foer_check CHECK (((dage_foer >= 0) AND (dage_foer <= 60))),
  CONSTRAINT advis_abonnement_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text)),
  CONSTRAINT advis_abonnement_slags_check CHECK ((slags = ANY (ARRAY['sag'::text, 'part'::text, 'frist'::text, 'egneSager'::text, 'paamindelse'::text])))
);
COMMENT ON COLUMN advis_abonnement.medarbejder_id IS 'Who asked; with a group, its members are told';
CREATE INDEX advis_abonnement_dage ON advis_abonnement USING btree (slags) WHERE (slags = ANY (ARRAY['frist'::text, 'paamindelse'::text]));
CREATE INDEX advis_abonnement_objekt ON advis_abonnement USING btree (objekt_id) WHERE (slags = 'sag'::text);
CREATE INDEX advis_abonnement_part ON advis_abonnement USING btree (part_id) WHERE (slags = 'part'::text);
CREATE UNIQUE INDEX advis_abonnement_een ON advis_abonnement USING btree (kommune, medarbejder_id, slags, part_id, objekt_id, gruppe_id, dag) NULLS NOT DISTINCT;
ALTER TABLE advis_abonnement ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle ON advis_abonnement FOR ALL TO borgerblikket_advis
  USING (true);
CREATE POLICY egne ON advis_abonnement FOR ALL TO borgerblikket_sagsskriver
  USING (((kommune = borgerblikket_kommune()) AND (medarbejder_id = borgerblikket_aktoer())))
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (medarbejder_id = borgerblikket_aktoer())));
GRANT DELETE, INSERT, SELECT ON advis_abonnement TO borgerblikket_sagsskriver;
GRANT DELETE, SELECT ON advis_abonnement TO borgerblikket_advis;

CREATE TABLE advis_gruppe (
  gruppe_id uuid NOT NULL,
  kommune text NOT NULL,
  navn text NOT NULL,
  oprettet timestamp with time zone NOT NULL,
  af uuid NOT NULL,
  CONSTRAINT advis_gruppe_pkey PRIMARY KEY (gruppe_id),
  CONSTRAINT advis_gruppe_kommune_navn_key UNIQUE (kommune, navn),
  CONSTRAINT advis_gruppe_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text)),
  CONSTRAINT advis_gruppe_navn_check CHECK (((length(navn) >= 2) AND (length(navn) <= 100)))
);
ALTER TABLE advis_gruppe ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle ON advis_gruppe FOR ALL TO borgerblikket_advis
  USING (true);
CREATE POLICY kommunens_grupper ON advis_gruppe FOR ALL TO borgerblikket_sagsskriver
  USING ((kommune = borgerblikket_kommune()))
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (af = borgerblikket_aktoer())));
GRANT DELETE, SELECT ON advis_gruppe TO borgerblikket_advis;
GRANT INSERT, SELECT ON advis_gruppe TO borgerblikket_sagsskriver;

CREATE TABLE advis_maerke (
  een boolean NOT NULL DEFAULT true,
  loebenr bigint NOT NULL,
  dag date,
  CONSTRAINT advis_maerke_pkey PRIMARY KEY (een),
  CONSTRAINT advis_maerke_een_check CHECK (een)
);
COMMENT ON TABLE advis_maerke IS 'How far the outbox has been read, and the last day on which deadlines were looked at';
GRANT SELECT, UPDATE ON advis_maerke TO borgerblikket_advis;

CREATE TABLE advis_mail (
  kommune text NOT NULL,
  medarbejder_id uuid NOT NULL,
  adresse bytea NOT NULL,
  oprettet timestamp with time zone NOT NULL,
  senest date,
  CONSTRAINT advis_mail_pkey PRIMARY KEY (kommune, medarbejder_id),
  CONSTRAINT advis_mail_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text))
);
COMMENT ON COLUMN advis_mail.adresse IS 'Sealed';
ALTER TABLE advis_mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle ON advis_mail FOR ALL TO borgerblikket_advis
  USING (true);
CREATE POLICY egne ON advis_mail FOR ALL TO borgerblikket_sagsskriver
  USING (((kommune = borgerblikket_kommune()) AND (medarbejder_id = borgerblikket_aktoer())))
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (medarbejder_id = borgerblikket_aktoer())));
GRANT DELETE, INSERT, SELECT ON advis_mail TO borgerblikket_sagsskriver;
GRANT DELETE, SELECT ON advis_mail TO borgerblikket_advis;
GRANT UPDATE (adresse) ON advis_mail TO borgerblikket_sagsskriver;
GRANT UPDATE (senest) ON advis_mail TO borgerblikket_advis;

CREATE TABLE advis_medlem (
  gruppe_id uuid NOT NULL,
  medarbejder_id uuid NOT NULL,
  kommune text NOT NULL,
  siden timestamp with time zone NOT NULL,
  CONSTRAINT advis_medlem_pkey PRIMARY KEY (gruppe_id, medarbejder_id),
  CONSTRAINT advis_medlem_gruppe_id_fkey FOREIGN KEY (gruppe_id) REFERENCES advis_gruppe(gruppe_id) ON DELETE CASCADE
);
ALTER TABLE advis_medlem ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle ON advis_medlem FOR ALL TO borgerblikket_advis
  USING (true);
CREATE POLICY eget_medlemskab ON advis_medlem FOR INSERT TO borgerblikket_sagsskriver
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (medarbejder_id = borgerblikket_aktoer())));
CREATE POLICY eget_ophoer ON advis_medlem FOR DELETE TO borgerblikket_sagsskriver
  USING (((kommune = borgerblikket_kommune()) AND (medarbejder_id = borgerblikket_aktoer())));
CREATE POLICY kommunens_medlemmer ON advis_medlem FOR SELECT TO borgerblikket_sagsskriver
  USING ((kommune = borgerblikket_kommune()));
GRANT DELETE, INSERT, SELECT ON advis_medlem TO borgerblikket_sagsskriver;
GRANT DELETE, SELECT ON advis_medlem TO borgerblikket_advis;

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

CREATE TABLE alarmudfald (
  besoeg_id uuid NOT NULL,
  nr integer NOT NULL,
  kommune text NOT NULL,
  medarbejder_id uuid NOT NULL,
  udfald text NOT NULL,
  naeste text,
  begrundelse bytea NOT NULL,
  tid timestamp with time zone NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL,
  CONSTRAINT alarmudfald_pkey PRIMARY KEY (besoeg_id, nr),
  CONSTRAINT alarmudfald_besoeg_id_fkey FOREIGN KEY (besoeg_id) REFERENCES opslagsbesoeg(besoeg_id),
  CONSTRAINT alarmudfald_check CHECK (((udfald = 'uberettiget'::text) = (naeste IS NOT NULL))),
  CONSTRAINT alarmudfald_check1 CHECK ((af <> medarbejder_id)),
  CONSTRAINT alarmudfald_naeste_check CHECK ((naeste = ANY (ARRAY['samtale'::text, 'personalesag'::text, 'brud'::text, 'politi'::text]))),
  CONSTRAINT alarmudfald_nr_check CHECK ((nr > 0)),
  CONSTRAINT alarmudfald_udfald_check CHECK ((udfald = ANY (ARRAY['berettiget'::text, 'uberettiget'::text, 'afklaret'::text])))
);
COMMENT ON COLUMN alarmudfald.medarbejder_id IS 'Whose visit it was';
COMMENT ON TABLE alarmudfald IS 'What became of a visit''s alarms; the last one counts, and none is changed';
ALTER TABLE alarmudfald ENABLE ROW LEVEL SECURITY;
CREATE POLICY andres_udfald ON alarmudfald FOR SELECT TO borgerblikket_alarm
  USING (((kommune = borgerblikket_kommune()) AND (NOT (medarbejder_id = ANY (( SELECT borgerblikket_mig() AS borgerblikket_mig)::uuid[])))));
CREATE POLICY gamle_udfald ON alarmudfald FOR SELECT TO borgerblikket_opslagssletning
  USING (true);
CREATE POLICY nyt_udfald ON alarmudfald FOR INSERT TO borgerblikket_alarm
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (af = borgerblikket_aktoer()) AND (EXISTS ( SELECT
   FROM opslagsbesoeg b
  WHERE ((b.besoeg_id = alarmudfald.besoeg_id) AND (b.medarbejder_id = alarmudfald.medarbejder_id))))));
CREATE POLICY slet_gamle_udfald ON alarmudfald FOR DELETE TO borgerblikket_opslagssletning
  USING (borgerblikket_besoeg_er_omme(besoeg_id));
GRANT DELETE ON alarmudfald TO borgerblikket_opslagssletning;
GRANT INSERT, SELECT ON alarmudfald TO borgerblikket_alarm;
GRANT SELECT (besoeg_id, tid) ON alarmudfald TO borgerblikket_opslagssletning;

CREATE TABLE ansat (
  kommune text NOT NULL,
  part_id uuid NOT NULL,
  siden timestamp with time zone NOT NULL,
  CONSTRAINT ansat_pkey PRIMARY KEY (kommune, part_id),
  CONSTRAINT ansat_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text))
);
COMMENT ON TABLE ansat IS 'Whom the municipality employs, as it told last; read to know who looks a colleague up';
ALTER TABLE ansat ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_ansatte ON ansat FOR ALL TO borgerblikket_login
  USING (true)
  WITH CHECK (true);
CREATE POLICY opslaaet_ansat ON ansat FOR SELECT TO borgerblikket_besoeg
  USING (((kommune = borgerblikket_kommune()) AND (part_id = ANY (borgerblikket_parter()))));
GRANT DELETE, INSERT, SELECT ON ansat TO borgerblikket_login;
GRANT SELECT (kommune, part_id) ON ansat TO borgerblikket_besoeg;

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
CREATE POLICY gamle_bemaerkninger ON bemaerkning FOR SELECT TO borgerblikket_opslagssletning
  USING (true);
CREATE POLICY kommunens_om_parten ON bemaerkning FOR SELECT TO borgerblikket_sagsbehandler, borgerblikket_sagsskriver
  USING (((kommune = borgerblikket_kommune()) AND (part_id = ANY (borgerblikket_parter()))));
CREATE POLICY slet_gamle_bemaerkninger ON bemaerkning FOR DELETE TO borgerblikket_opslagssletning
  USING ((borgerblikket_bemaerkning_slut(bemaerkning_id) < (((now() AT TIME ZONE 'Europe/Copenhagen'::text))::date - 365)));
GRANT DELETE ON bemaerkning TO borgerblikket_opslagssletning;
GRANT INSERT ON bemaerkning TO borgerblikket_sagsskriver;
GRANT SELECT ON bemaerkning TO borgerblikket_sagsbehandler;
GRANT SELECT (bemaerkning_id, gaelder_fra) ON bemaerkning TO borgerblikket_opslagssletning;
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

CREATE TABLE borgervisning (
  visning_id uuid NOT NULL,
  medarbejder_id uuid NOT NULL,
  kommune text NOT NULL,
  navn text NOT NULL,
  valg jsonb NOT NULL,
  gemt timestamp with time zone NOT NULL,
  CONSTRAINT borgervisning_pkey PRIMARY KEY (visning_id),
  CONSTRAINT borgervisning_medarbejder_id_kommune_navn_key UNIQUE (medarbejder_id, kommune, navn),
  CONSTRAINT borgervisning_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text)),
  CONSTRAINT borgervisning_navn_check CHECK (((length(navn) >= 1) AND (length(navn) <= 60)))
);
COMMENT ON TABLE borgervisning IS 'A choice of tab and filters that an employee keeps by a name: of no citizen';
ALTER TABLE borgervisning ENABLE ROW LEVEL SECURITY;
CREATE POLICY egne_visninger ON borgervisning FOR ALL TO borgerblikket_besoeg
  USING (((medarbejder_id = borgerblikket_aktoer()) AND (kommune = borgerblikket_kommune())))
  WITH CHECK (((medarbejder_id = borgerblikket_aktoer()) AND (kommune = borgerblikket_kommune())));
GRANT DELETE, INSERT, SELECT ON borgervisning TO borgerblikket_besoeg;
GRANT UPDATE (valg, gemt) ON borgervisning TO borgerblikket_besoeg;

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
GRANT SELECT ON daekningsbrud TO borgerblikket_sagsbehandler;
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
GRANT DELETE, INSERT, SELECT ON engangsvaerdi TO borgerblikket_login;
GRANT DELETE, INSERT, SELECT ON engangsvaerdi TO borgerblikket_modtagelse;
GRANT UPDATE (udloeber) ON engangsvaerdi TO borgerblikket_login;
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
CREATE POLICY besoegte_parters_familie ON foraeldremyndighed FOR SELECT TO borgerblikket_besoeg
  USING (((barn = ANY (borgerblikket_parter())) OR (indehaver = ANY (borgerblikket_parter()))));
CREATE POLICY egne_boern ON foraeldremyndighed FOR SELECT TO borgerblikket_borger
  USING ((indehaver = borgerblikket_aktoer()));
CREATE POLICY opslaaet_parts_familie ON foraeldremyndighed FOR SELECT TO borgerblikket_sagsbehandler
  USING (((barn = ANY (borgerblikket_parter())) OR (indehaver = ANY (borgerblikket_parter()))));
GRANT DELETE, INSERT, SELECT, UPDATE ON foraeldremyndighed TO borgerblikket_modtagelse;
GRANT SELECT ON foraeldremyndighed TO borgerblikket_borger;
GRANT SELECT ON foraeldremyndighed TO borgerblikket_login;
GRANT SELECT ON foraeldremyndighed TO borgerblikket_sagsbehandler;
GRANT SELECT (barn, indehaver) ON foraeldremyndighed TO borgerblikket_besoeg;

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
  sagslink text,
  CONSTRAINT kilde_pkey PRIMARY KEY (kilde_id),
  CONSTRAINT kilde_klient_id_key UNIQUE (klient_id),
  CONSTRAINT kilde_udviklingsnoegle_hash_key UNIQUE (udviklingsnoegle_hash),
  CONSTRAINT kilde_rytme_timer_check CHECK ((rytme_timer > 0)),
  CONSTRAINT kilde_sagslink_check CHECK (((sagslink ~ '^https://'::text) AND (length(sagslink) <= 300)))
);
COMMENT ON COLUMN kilde.kilde_id IS 'The fagsystem''s it-system UUID: what it names as Master';
COMMENT ON COLUMN kilde.kle IS 'KLE prefixes it may deliver within; [] is all';
COMMENT ON COLUMN kilde.kommuner IS 'CVR numbers of the municipalities it may deliver for';
COMMENT ON COLUMN kilde.rytme_timer IS 'How often a delivery is agreed to come, in hours';
COMMENT ON COLUMN kilde.sagslink IS 'How the address of a case in the fagsystem is made, with {sagsnummer} or {uuid} in it';
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

CREATE TABLE logudtraek (
  udtraek_id uuid NOT NULL,
  kommune text NOT NULL,
  om text NOT NULL,
  om_medarbejder uuid,
  om_navn text,
  om_part uuid,
  antal integer,
  fra date NOT NULL,
  til date NOT NULL,
  formaal bytea NOT NULL,
  bestilt timestamp with time zone NOT NULL,
  bestilt_af uuid NOT NULL,
  bestilt_af_navn text NOT NULL,
  CONSTRAINT logudtraek_pkey PRIMARY KEY (udtraek_id),
  CONSTRAINT logudtraek_udtraek_id_bestilt_af_key UNIQUE (udtraek_id, bestilt_af),
  CONSTRAINT logudtraek_antal_check CHECK (((antal >= 1) AND (antal <= 500))),
  CONSTRAINT logudtraek_check CHECK (((til >= fra) AND (til <= (fra + '6 mons'::interval)))),
  CONSTRAINT logudtraek_check1 CHECK ((((om = 'medarbejder'::text) = (om_medarbejder IS NOT NULL)) AND ((om = 'borger'::text) = (om_part IS NOT NULL)) AND ((om = 'stikproeve'::text) = (antal IS NOT NULL)))),
  CONSTRAINT logudtraek_check2 CHECK ((om_medarbejder IS DISTINCT FROM bestilt_af)),
  CONSTRAINT logudtraek_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text)),
  CONSTRAINT logudtraek_om_check CHECK ((om = ANY (ARRAY['medarbejder'::text, 'borger'::text, 'stikproeve'::text])))
);
COMMENT ON COLUMN logudtraek.formaal IS 'Why, sealed';
COMMENT ON COLUMN logudtraek.til IS 'The last day, which is in it';
CREATE INDEX logudtraek_kommune ON logudtraek USING btree (kommune, bestilt);
ALTER TABLE logudtraek ENABLE ROW LEVEL SECURITY;
CREATE POLICY gamle_udtraek ON logudtraek FOR SELECT TO borgerblikket_opslagssletning
  USING (true);
CREATE POLICY kommunens_udtraek ON logudtraek FOR SELECT TO borgerblikket_alarm
  USING (((kommune = borgerblikket_kommune()) AND ((om_medarbejder IS NULL) OR (NOT (om_medarbejder = ANY (( SELECT borgerblikket_mig() AS borgerblikket_mig)::uuid[]))))));
CREATE POLICY nyt_udtraek ON logudtraek FOR INSERT TO borgerblikket_alarm
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (bestilt_af = borgerblikket_aktoer()) AND ((om_medarbejder IS NULL) OR (NOT (om_medarbejder = ANY (( SELECT borgerblikket_mig() AS borgerblikket_mig)::uuid[]))))));
CREATE POLICY slet_gamle_udtraek ON logudtraek FOR DELETE TO borgerblikket_opslagssletning
  USING ((bestilt < (now() - '7 mons'::interval)));
GRANT DELETE ON logudtraek TO borgerblikket_opslagssletning;
GRANT INSERT, SELECT ON logudtraek TO borgerblikket_alarm;
GRANT SELECT (udtraek_id, bestilt) ON logudtraek TO borgerblikket_opslagssletning;

CREATE TABLE logudtraek_svar (
  udtraek_id uuid NOT NULL,
  bestilt_af uuid NOT NULL,
  kommune text NOT NULL,
  godkendt boolean NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL,
  tid timestamp with time zone NOT NULL,
  CONSTRAINT logudtraek_svar_pkey PRIMARY KEY (udtraek_id),
  CONSTRAINT logudtraek_svar_udtraek_id_bestilt_af_fkey FOREIGN KEY (udtraek_id, bestilt_af) REFERENCES logudtraek(udtraek_id, bestilt_af) ON DELETE CASCADE,
  CONSTRAINT logudtraek_svar_check CHECK (((NOT godkendt) OR (af <> bestilt_af)))
);
ALTER TABLE logudtraek_svar ENABLE ROW LEVEL SECURITY;
CREATE POLICY kommunens_udtrakssvar ON logudtraek_svar FOR SELECT TO borgerblikket_alarm
  USING ((kommune = borgerblikket_kommune()));
CREATE POLICY nyt_udtrakssvar ON logudtraek_svar FOR INSERT TO borgerblikket_alarm
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (af = borgerblikket_aktoer()) AND (EXISTS ( SELECT
   FROM logudtraek u
  WHERE ((u.udtraek_id = logudtraek_svar.udtraek_id) AND (u.kommune = logudtraek_svar.kommune)))) AND ((NOT godkendt) OR (NOT (bestilt_af = ANY (( SELECT borgerblikket_mig() AS borgerblikket_mig)::uuid[]))))));
GRANT INSERT, SELECT ON logudtraek_svar TO borgerblikket_alarm;

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

CREATE TABLE medarbejderpart (
  kommune text NOT NULL,
  medarbejder_id uuid NOT NULL,
  part_id uuid NOT NULL,
  kilde text NOT NULL,
  siden timestamp with time zone NOT NULL,
  CONSTRAINT medarbejderpart_pkey PRIMARY KEY (kommune, medarbejder_id),
  CONSTRAINT medarbejderpart_kilde_check CHECK ((kilde = ANY (ARRAY['login'::text, 'arbejdsgiver'::text]))),
  CONSTRAINT medarbejderpart_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text))
);
COMMENT ON TABLE medarbejderpart IS 'Which citizen an employee is, as the login or the employer told; read to know who looks themselves up';
CREATE INDEX medarbejderpart_part ON medarbejderpart USING btree (kommune, part_id);
ALTER TABLE medarbejderpart ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_medarbejderparter ON medarbejderpart FOR ALL TO borgerblikket_login
  USING (true)
  WITH CHECK (true);
CREATE POLICY egen_eller_opslaaet ON medarbejderpart FOR SELECT TO borgerblikket_besoeg
  USING (((kommune = borgerblikket_kommune()) AND ((medarbejder_id = borgerblikket_aktoer()) OR (part_id = ANY (borgerblikket_parter())))));
CREATE POLICY egne_logins ON medarbejderpart FOR SELECT TO borgerblikket_alarm
  USING ((kommune = borgerblikket_kommune()));
CREATE POLICY egne_logins_ved_undtagelse ON medarbejderpart FOR SELECT TO borgerblikket_kommune
  USING (((kommune = borgerblikket_kommune()) AND (borgerblikket_grund() = 'undtagelse'::text)));
GRANT DELETE, INSERT, SELECT, UPDATE ON medarbejderpart TO borgerblikket_login;
GRANT SELECT (kommune, medarbejder_id, part_id) ON medarbejderpart TO borgerblikket_alarm;
GRANT SELECT (kommune, medarbejder_id, part_id) ON medarbejderpart TO borgerblikket_besoeg;
GRANT SELECT (kommune, medarbejder_id, part_id) ON medarbejderpart TO borgerblikket_kommune;

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
  rettighedsfund jsonb NOT NULL DEFAULT '[]'::jsonb,
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
CREATE POLICY kommunens_medarbejdere ON medarbejdersession FOR SELECT TO borgerblikket_kommune
  USING (((cvr = borgerblikket_kommune()) AND (borgerblikket_grund() = ANY (ARRAY['opslagssvar'::text, 'undtagelse'::text]))));
CREATE POLICY til_advis ON medarbejdersession FOR SELECT TO borgerblikket_advis
  USING (true);
GRANT DELETE, INSERT, SELECT ON medarbejdersession TO borgerblikket_login;
GRANT SELECT (medarbejder_id, cvr, navn) ON medarbejdersession TO borgerblikket_kommune;
GRANT SELECT (session_id, medarbejder_id, cvr, navn, udloeber, afsluttet) ON medarbejdersession TO borgerblikket_besoeg;
GRANT SELECT (session_id, medarbejder_id, cvr, oprettet, udloeber, rettigheder, enheder) ON medarbejdersession TO borgerblikket_advis;
GRANT SELECT (session_id, medarbejder_id, cvr, set, udloeber, afsluttet) ON medarbejdersession TO borgerblikket_kendskab;
GRANT SELECT (session_id, medarbejder_id, cvr, set, udloeber, afsluttet) ON medarbejdersession TO borgerblikket_sagsbehandler;
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
GRANT SELECT (noedstop_id, kommune, slags, vaerdi, siden) ON noedstop TO borgerblikket_sagsbehandler;

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
GRANT SELECT (noedstop_id, trin) ON noedstop_ophaevelse TO borgerblikket_sagsbehandler;

CREATE TABLE noeglefingeraftryk (
  navn text NOT NULL,
  fingeraftryk text NOT NULL,
  foerst_set timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT noeglefingeraftryk_pkey PRIMARY KEY (navn)
);
COMMENT ON COLUMN noeglefingeraftryk.navn IS 'opslag, or the purpose and id of an encryption key: nummer:1a2b3c4d';
GRANT INSERT, SELECT ON noeglefingeraftryk TO borgerblikket_login;

CREATE TABLE notatmodtager (
  master uuid NOT NULL,
  senest timestamp with time zone NOT NULL,
  CONSTRAINT notatmodtager_pkey PRIMARY KEY (master)
);
COMMENT ON TABLE notatmodtager IS 'Which systems ask for notes, and when they last did: no note is written for one that does not';
ALTER TABLE notatmodtager ENABLE ROW LEVEL SECURITY;
CREATE POLICY egen_plads ON notatmodtager FOR ALL TO borgerblikket_kilde
  USING ((master = borgerblikket_aktoer()))
  WITH CHECK ((master = borgerblikket_aktoer()));
CREATE POLICY hvem_der_henter ON notatmodtager FOR SELECT TO borgerblikket_sagsskriver
  USING (true);
GRANT INSERT, SELECT, UPDATE ON notatmodtager TO borgerblikket_kilde;
GRANT SELECT ON notatmodtager TO borgerblikket_sagsskriver;

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
CREATE POLICY besoegte_parters_sager ON objekt AS RESTRICTIVE FOR SELECT TO borgerblikket_besoeg
  USING (((art = 'sag'::text) AND (kommune = borgerblikket_kommune()) AND (parter && borgerblikket_parter())));
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
GRANT SELECT (objekt_id, art, kommune, parter, data) ON objekt TO borgerblikket_besoeg;
GRANT SELECT (objekt_id, art, master) ON objekt TO borgerblikket_advis;
GRANT SELECT (objekt_id, art, master, kommune) ON objekt TO borgerblikket_sagsskriver;
GRANT SELECT (objekt_id, kommune, kle) ON objekt TO borgerblikket_beskedfordeler;
GRANT SELECT (objekt_id, parter) ON objekt TO borgerblikket_kommune;
GRANT SELECT (objekt_id, parter) ON objekt TO borgerblikket_soegning;
GRANT SELECT (objekt_id, tidspunkt, hash, parter, data) ON objekt TO borgerblikket_kvalitet;

CREATE TABLE opslagsalarm (
  besoeg_id uuid NOT NULL,
  art text NOT NULL,
  alvor text NOT NULL,
  tal integer,
  kommune text NOT NULL,
  medarbejder_id uuid NOT NULL,
  tid timestamp with time zone NOT NULL,
  CONSTRAINT opslagsalarm_pkey PRIMARY KEY (besoeg_id, art),
  CONSTRAINT opslagsalarm_besoeg_id_fkey FOREIGN KEY (besoeg_id) REFERENCES opslagsbesoeg(besoeg_id),
  CONSTRAINT opslagsalarm_alvor_check CHECK ((alvor = ANY (ARRAY['log'::text, 'koe'::text, 'spoerg'::text]))),
  CONSTRAINT opslagsalarm_art_check CHECK ((art ~ '^[a-zA-Z]{1,40}$'::text))
);
COMMENT ON COLUMN opslagsalarm.alvor IS 'log: kept; koe: put before the one who is responsible; spoerg: and the employee was asked whether it is meant';
CREATE INDEX opslagsalarm_koe ON opslagsalarm USING btree (kommune, tid) WHERE (alvor <> 'log'::text);
ALTER TABLE opslagsalarm ENABLE ROW LEVEL SECURITY;
CREATE POLICY andres_alarmer ON opslagsalarm FOR SELECT TO borgerblikket_alarm
  USING (((kommune = borgerblikket_kommune()) AND (NOT (medarbejder_id = ANY (( SELECT borgerblikket_mig() AS borgerblikket_mig)::uuid[])))));
CREATE POLICY egne_nye_alarmer ON opslagsalarm FOR INSERT TO borgerblikket_besoeg
  WITH CHECK (((medarbejder_id = borgerblikket_aktoer()) AND (kommune = borgerblikket_kommune())));
CREATE POLICY gamle_alarmer ON opslagsalarm FOR SELECT TO borgerblikket_opslagssletning
  USING (true);
CREATE POLICY slet_gamle_alarmer ON opslagsalarm FOR DELETE TO borgerblikket_opslagssletning
  USING (borgerblikket_besoeg_er_omme(besoeg_id));
GRANT DELETE ON opslagsalarm TO borgerblikket_opslagssletning;
GRANT INSERT ON opslagsalarm TO borgerblikket_besoeg;
GRANT SELECT ON opslagsalarm TO borgerblikket_alarm;
GRANT SELECT (besoeg_id, alvor) ON opslagsalarm TO borgerblikket_opslagssletning;

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
  medarbejder_navn text NOT NULL DEFAULT ''::text,
  CONSTRAINT opslagsbesoeg_pkey PRIMARY KEY (besoeg_id),
  CONSTRAINT opslagsbesoeg_check CHECK (((formaal = 'sagsbehandling'::text) = (sag_id IS NOT NULL))),
  CONSTRAINT opslagsbesoeg_check1 CHECK ((skal_bekraeftes OR (bekraeftet IS NULL))),
  CONSTRAINT opslagsbesoeg_formaal_check CHECK ((formaal ~ '^[a-zA-Z]{1,40}$'::text)),
  CONSTRAINT opslagsbesoeg_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text))
);
COMMENT ON COLUMN opslagsbesoeg.begrundelse IS 'The employee''s own words, sealed';
COMMENT ON COLUMN opslagsbesoeg.skal_bekraeftes IS 'The employee must say that it is meant before anything is read';
CREATE INDEX opslagsbesoeg_begyndt ON opslagsbesoeg USING btree (begyndt);
CREATE INDEX opslagsbesoeg_medarbejder ON opslagsbesoeg USING btree (kommune, medarbejder_id, begyndt);
CREATE INDEX opslagsbesoeg_part ON opslagsbesoeg USING btree (kommune, part_id, begyndt);
ALTER TABLE opslagsbesoeg ENABLE ROW LEVEL SECURITY;
CREATE POLICY andres_besoeg ON opslagsbesoeg FOR SELECT TO borgerblikket_alarm
  USING (((kommune = borgerblikket_kommune()) AND (NOT (medarbejder_id = ANY (( SELECT borgerblikket_mig() AS borgerblikket_mig)::uuid[])))));
CREATE POLICY eget_nyt_besoeg ON opslagsbesoeg FOR INSERT TO borgerblikket_besoeg
  WITH CHECK (((medarbejder_id = borgerblikket_aktoer()) AND (kommune = borgerblikket_kommune()) AND (part_id = ANY (borgerblikket_parter()))));
CREATE POLICY egne_besoeg ON opslagsbesoeg FOR SELECT TO borgerblikket_besoeg
  USING (((medarbejder_id = borgerblikket_aktoer()) AND (kommune = borgerblikket_kommune())));
CREATE POLICY egne_besoeg_varer ON opslagsbesoeg FOR UPDATE TO borgerblikket_besoeg
  USING (((medarbejder_id = borgerblikket_aktoer()) AND (kommune = borgerblikket_kommune())));
CREATE POLICY gamle_besoeg ON opslagsbesoeg FOR SELECT TO borgerblikket_opslagssletning
  USING (true);
CREATE POLICY slet_gamle_besoeg ON opslagsbesoeg FOR DELETE TO borgerblikket_opslagssletning
  USING (borgerblikket_besoeg_er_omme(besoeg_id));
GRANT DELETE ON opslagsbesoeg TO borgerblikket_opslagssletning;
GRANT INSERT, SELECT ON opslagsbesoeg TO borgerblikket_besoeg;
GRANT SELECT (besoeg_id, begyndt, udloeber) ON opslagsbesoeg TO borgerblikket_opslagssletning;
GRANT SELECT (besoeg_id, medarbejder_id, kommune, part_id, formaal, sag_id, begrundelse, begyndt, skal_bekraeftes, bekraeftet, medarbejder_navn) ON opslagsbesoeg TO borgerblikket_alarm;
GRANT UPDATE (udloeber, bekraeftet) ON opslagsbesoeg TO borgerblikket_besoeg;

CREATE TABLE opslagsoprydning (
  oprydning_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  hvad text NOT NULL,
  foer timestamp with time zone NOT NULL,
  antal bigint NOT NULL,
  hvem text NOT NULL,
  hvornaar timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT opslagsoprydning_pkey PRIMARY KEY (oprydning_id),
  CONSTRAINT opslagsoprydning_antal_check CHECK ((antal > 0)),
  CONSTRAINT opslagsoprydning_hvad_check CHECK ((hvad = ANY (ARRAY['besoeg'::text, 'tilsynslaesning'::text, 'udtraek'::text, 'bemaerkning'::text, 'notat'::text, 'soegedag'::text])))
);
COMMENT ON COLUMN opslagsoprydning.foer IS 'What was over before this time';
COMMENT ON COLUMN opslagsoprydning.hvem IS 'The login name of the one at the keyboard, or that the server did it';
COMMENT ON TABLE opslagsoprydning IS 'How much has been removed, a row a piece';
GRANT INSERT (hvad, foer, antal, hvem) ON opslagsoprydning TO borgerblikket_opslagssletning;
GRANT SELECT (antal) ON opslagsoprydning TO borgerblikket_opslagssletning;

CREATE TABLE opslagsspoergsmaal (
  spoergsmaal_id uuid NOT NULL,
  part_id uuid NOT NULL,
  korrelation uuid NOT NULL,
  kommune text NOT NULL,
  besoegt timestamp with time zone NOT NULL,
  stillet timestamp with time zone NOT NULL,
  frist date NOT NULL,
  tekst bytea NOT NULL,
  svar bytea,
  svaret timestamp with time zone,
  svaret_af uuid,
  svaret_navn text,
  CONSTRAINT opslagsspoergsmaal_pkey PRIMARY KEY (spoergsmaal_id),
  CONSTRAINT opslagsspoergsmaal_part_id_korrelation_key UNIQUE (part_id, korrelation),
  CONSTRAINT opslagsspoergsmaal_check CHECK ((num_nonnulls(svar, svaret, svaret_af, svaret_navn) = ANY (ARRAY[0, 4]))),
  CONSTRAINT opslagsspoergsmaal_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text))
);
COMMENT ON COLUMN opslagsspoergsmaal.besoegt IS 'When the visit that is asked about began';
COMMENT ON COLUMN opslagsspoergsmaal.tekst IS 'What the citizen asked, sealed; so is the answer';
CREATE INDEX opslagsspoergsmaal_kommune ON opslagsspoergsmaal USING btree (kommune, stillet);
ALTER TABLE opslagsspoergsmaal ENABLE ROW LEVEL SECURITY;
CREATE POLICY eget_spoergsmaal ON opslagsspoergsmaal FOR INSERT TO borgerblikket_borger
  WITH CHECK (((borgerblikket_grund() = 'egen'::text) AND (part_id = ANY (borgerblikket_parter())) AND (svar IS NULL)));
CREATE POLICY egne_spoergsmaal ON opslagsspoergsmaal FOR SELECT TO borgerblikket_borger
  USING (((borgerblikket_grund() = 'egen'::text) AND (part_id = ANY (borgerblikket_parter()))));
CREATE POLICY gamle_spoergsmaal ON opslagsspoergsmaal FOR ALL TO borgerblikket_logsletning
  USING (((svaret < (now() - '3 mons'::interval)) AND (besoegt < (now() - '2 years'::interval))));
CREATE POLICY kommunens_spoergsmaal ON opslagsspoergsmaal FOR ALL TO borgerblikket_kommune
  USING (((kommune = borgerblikket_kommune()) AND (borgerblikket_grund() = 'opslagssvar'::text)))
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (borgerblikket_grund() = 'opslagssvar'::text)));
GRANT DELETE ON opslagsspoergsmaal TO borgerblikket_logsletning;
GRANT SELECT ON opslagsspoergsmaal TO borgerblikket_kommune;
GRANT INSERT (spoergsmaal_id, part_id, korrelation, kommune, besoegt, stillet, frist, tekst) ON opslagsspoergsmaal TO borgerblikket_borger;
GRANT SELECT (part_id, korrelation, kommune, besoegt, stillet, frist, tekst, svar, svaret) ON opslagsspoergsmaal TO borgerblikket_borger;
GRANT SELECT (spoergsmaal_id, besoegt, svaret) ON opslagsspoergsmaal TO borgerblikket_logsletning;
GRANT UPDATE (svar, svaret, svaret_af, svaret_navn) ON opslagsspoergsmaal TO borgerblikket_kommune;

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
  adgang jsonb,
  CONSTRAINT overblik_pkey PRIMARY KEY (part_id, item_id)
) WITH (fillfactor=90);
COMMENT ON COLUMN overblik.adgang IS 'What decides who of the municipality may see the item (src/indeks/adgang); never read for a citizen';
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
CREATE POLICY indenfor_rettigheder ON overblik FOR SELECT TO borgerblikket_sagsbehandler
  USING (((part_id = ANY (borgerblikket_parter())) AND borgerblikket_maa_se(art, item_id, adgang, ( SELECT borgerblikket_ret('{se}'::text[]) AS borgerblikket_ret))));
CREATE POLICY kommunens_notater ON overblik FOR SELECT TO borgerblikket_kommunetekst
  USING (((kommune = borgerblikket_kommune()) AND (art = 'journalnotat'::text) AND (borgerblikket_grund() = ANY (ARRAY['gennemgangAfTitler'::text, 'seSomBorgeren'::text]))));
CREATE POLICY kommunens_ting ON overblik FOR SELECT TO borgerblikket_kommune
  USING ((kommune = borgerblikket_kommune()));
CREATE POLICY maa_kendes ON overblik FOR SELECT TO borgerblikket_kendskab
  USING (((part_id = ANY (borgerblikket_parter())) AND borgerblikket_maa_se(art, item_id, adgang, ( SELECT borgerblikket_ret('{se,kendskab}'::text[]) AS borgerblikket_ret))));
GRANT DELETE, INSERT, SELECT, UPDATE ON overblik TO borgerblikket_modtagelse;
GRANT SELECT ON overblik TO borgerblikket_kvalitet;
GRANT SELECT (part_id, item_id, art, kommune) ON overblik TO borgerblikket_kendskab;
GRANT SELECT (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data, indhold, modtaget, foerst_modtaget) ON overblik TO borgerblikket_borger;
GRANT SELECT (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data, indhold, modtaget, foerst_modtaget, adgang) ON overblik TO borgerblikket_sagsbehandler;
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
CREATE POLICY besoegte_parter ON part FOR SELECT TO borgerblikket_besoeg
  USING ((part_id = ANY (borgerblikket_parter())));
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
CREATE POLICY opslaaet_part ON part FOR SELECT TO borgerblikket_sagsbehandler
  USING ((part_id = ANY (borgerblikket_parter())));
GRANT INSERT, SELECT ON part TO borgerblikket_login;
GRANT INSERT, SELECT ON part TO borgerblikket_modtagelse;
GRANT SELECT ON part TO borgerblikket_borger;
GRANT SELECT (part_id, adressebeskyttet) ON part TO borgerblikket_besoeg;
GRANT SELECT (part_id, adressebeskyttet) ON part TO borgerblikket_kommune;
GRANT SELECT (part_id, foedt) ON part TO borgerblikket_drift;
GRANT SELECT (part_id, type) ON part TO borgerblikket_kvalitet;
GRANT SELECT (part_id, type, foedt, adressebeskyttet, doed) ON part TO borgerblikket_sagsbehandler;
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
CREATE POLICY besoegte_parters_oplysninger ON part_oplysning FOR SELECT TO borgerblikket_besoeg
  USING ((part_id = ANY (borgerblikket_parter())));
CREATE POLICY naevnte_parters_oplysninger ON part_oplysning FOR SELECT TO borgerblikket_soegning
  USING ((part_id = ANY (borgerblikket_parter())));
CREATE POLICY opslaaet_parts_oplysninger ON part_oplysning FOR SELECT TO borgerblikket_sagsbehandler
  USING ((part_id = ANY (borgerblikket_parter())));
GRANT INSERT, SELECT, UPDATE ON part_oplysning TO borgerblikket_modtagelse;
GRANT SELECT (part_id, krypteret) ON part_oplysning TO borgerblikket_besoeg;
GRANT SELECT (part_id, krypteret) ON part_oplysning TO borgerblikket_sagsbehandler;
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

CREATE TABLE rettighedsindehaver (
  cvr text NOT NULL,
  medarbejder_id uuid NOT NULL,
  gruppe_hash bytea NOT NULL,
  navn text NOT NULL,
  gruppe jsonb NOT NULL,
  foerst timestamp with time zone NOT NULL,
  senest timestamp with time zone NOT NULL,
  CONSTRAINT rettighedsindehaver_pkey PRIMARY KEY (cvr, medarbejder_id, gruppe_hash),
  CONSTRAINT rettighedsindehaver_cvr_check CHECK ((cvr ~ '^[0-9]{8}$'::text))
);
COMMENT ON COLUMN rettighedsindehaver.gruppe IS 'The group (OIO-BPP) as the login brought it';
ALTER TABLE rettighedsindehaver ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_rettighedsindehavere ON rettighedsindehaver FOR ALL TO borgerblikket_login
  USING (true)
  WITH CHECK (true);
GRANT DELETE, INSERT, SELECT ON rettighedsindehaver TO borgerblikket_login;
GRANT UPDATE (navn, senest) ON rettighedsindehaver TO borgerblikket_login;

CREATE TABLE rolleattest (
  attest_id uuid NOT NULL,
  cvr text NOT NULL,
  attesteret_af uuid NOT NULL,
  navn text NOT NULL,
  attesteret timestamp with time zone NOT NULL,
  linjer jsonb NOT NULL,
  CONSTRAINT rolleattest_pkey PRIMARY KEY (attest_id),
  CONSTRAINT rolleattest_cvr_check CHECK ((cvr ~ '^[0-9]{8}$'::text))
);
CREATE INDEX rolleattest_organisation ON rolleattest USING btree (cvr, attesteret);
ALTER TABLE rolleattest ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_attester ON rolleattest FOR ALL TO borgerblikket_login
  USING (true)
  WITH CHECK (true);
GRANT INSERT, SELECT ON rolleattest TO borgerblikket_login;

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
CREATE POLICY til_advis ON rolleophoer FOR SELECT TO borgerblikket_advis
  USING (true);
GRANT INSERT, SELECT ON rolleophoer TO borgerblikket_opsaetning;
GRANT SELECT ON rolleophoer TO borgerblikket_login;
GRANT SELECT (tildeling_id, gaelder_fra) ON rolleophoer TO borgerblikket_advis;

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
CREATE POLICY til_advis ON rolletildeling FOR SELECT TO borgerblikket_advis
  USING (true);
GRANT INSERT, SELECT ON rolletildeling TO borgerblikket_opsaetning;
GRANT SELECT ON rolletildeling TO borgerblikket_login;
GRANT SELECT (tildeling_id, cvr, medarbejder_id, rolle, gaelder_fra, gaelder_til) ON rolletildeling TO borgerblikket_advis;

CREATE TABLE saml_session (
  session_id uuid NOT NULL,
  udbyder text NOT NULL,
  navneid_hash bytea NOT NULL,
  indeks_hash bytea,
  forseglet bytea NOT NULL,
  CONSTRAINT saml_session_pkey PRIMARY KEY (session_id),
  CONSTRAINT saml_session_session_id_fkey FOREIGN KEY (session_id) REFERENCES medarbejdersession(session_id) ON DELETE CASCADE,
  CONSTRAINT saml_session_indeks_hash_check CHECK ((length(indeks_hash) = 32)),
  CONSTRAINT saml_session_navneid_hash_check CHECK ((length(navneid_hash) = 32))
);
COMMENT ON COLUMN saml_session.forseglet IS 'The name id and session index, to be said again at log out';
CREATE INDEX saml_session_navneid ON saml_session USING btree (navneid_hash);
ALTER TABLE saml_session ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_saml_sessioner ON saml_session FOR ALL TO borgerblikket_login
  USING (true)
  WITH CHECK (true);
GRANT INSERT, SELECT ON saml_session TO borgerblikket_login;

CREATE TABLE saml_svar (
  forsoeg bytea NOT NULL,
  forseglet bytea NOT NULL,
  udloeber timestamp with time zone NOT NULL,
  CONSTRAINT saml_svar_pkey PRIMARY KEY (forsoeg),
  CONSTRAINT saml_svar_forsoeg_check CHECK ((length(forsoeg) = 32))
);
COMMENT ON COLUMN saml_svar.forsoeg IS 'SHA-256 of the id of the request that was answered';
CREATE INDEX saml_svar_udloeber ON saml_svar USING btree (udloeber);
ALTER TABLE saml_svar ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_svar ON saml_svar FOR ALL TO borgerblikket_login
  USING (true)
  WITH CHECK (true);
GRANT DELETE, INSERT, SELECT ON saml_svar TO borgerblikket_login;

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

CREATE TABLE skrevet_notat (
  notat_id uuid NOT NULL,
  kommune text NOT NULL,
  part_id uuid NOT NULL,
  sag_id uuid NOT NULL,
  kle text NOT NULL,
  master uuid NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL,
  enhed text,
  skrevet timestamp with time zone NOT NULL,
  indhold bytea,
  tilstand text NOT NULL,
  tilstand_tid timestamp with time zone NOT NULL,
  afvist_grund text,
  afvist_tekst text NOT NULL DEFAULT ''::text,
  fortalt boolean NOT NULL DEFAULT false,
  CONSTRAINT skrevet_notat_pkey PRIMARY KEY (notat_id),
  CONSTRAINT skrevet_notat_af_navn_check CHECK (((length(af_navn) >= 1) AND (length(af_navn) <= 200))),
  CONSTRAINT skrevet_notat_afvist_grund_check CHECK ((afvist_grund = ANY (ARRAY['sagLukket'::text, 'sagUkendt'::text, 'indholdAfvist'::text, 'andet'::text]))),
  CONSTRAINT skrevet_notat_afvist_tekst_check CHECK ((length(afvist_tekst) <= 500)),
  CONSTRAINT skrevet_notat_check CHECK (((tilstand = 'afvist'::text) = (afvist_grund IS NOT NULL))),
  CONSTRAINT skrevet_notat_check1 CHECK (((tilstand <> ALL (ARRAY['venter'::text, 'hentet'::text])) OR (indhold IS NOT NULL))),
  CONSTRAINT skrevet_notat_enhed_check CHECK ((length(enhed) <= 200)),
  CONSTRAINT skrevet_notat_kommune_check CHECK ((kommune ~ '^[0-9]{8}$'::text)),
  CONSTRAINT skrevet_notat_tilstand_check CHECK ((tilstand = ANY (ARRAY['venter'::text, 'hentet'::text, 'journaliseret'::text, 'afvist'::text, 'foraeldet'::text])))
);
COMMENT ON COLUMN skrevet_notat.fortalt IS 'The writer has been told that it did not get onto the case';
COMMENT ON COLUMN skrevet_notat.indhold IS 'Title and text, sealed; removed when the note is on the case';
COMMENT ON COLUMN skrevet_notat.notat_id IS 'The UUID that the case''s system delivers the note back with';
CREATE INDEX skrevet_notat_aabne ON skrevet_notat USING btree (sag_id) WHERE (tilstand = ANY (ARRAY['venter'::text, 'hentet'::text]));
CREATE INDEX skrevet_notat_part ON skrevet_notat USING btree (part_id, skrevet);
CREATE INDEX skrevet_notat_ufortalte ON skrevet_notat USING btree (tilstand_tid) WHERE ((NOT fortalt) AND (tilstand = ANY (ARRAY['afvist'::text, 'foraeldet'::text])));
CREATE INDEX skrevet_notat_venter ON skrevet_notat USING btree (master, skrevet, notat_id) WHERE (tilstand = 'venter'::text);
ALTER TABLE skrevet_notat ENABLE ROW LEVEL SECURITY;
CREATE POLICY alle_notater ON skrevet_notat FOR ALL TO borgerblikket_advis
  USING (true);
CREATE POLICY eget_nyt ON skrevet_notat FOR INSERT TO borgerblikket_sagsskriver
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (part_id = ANY (borgerblikket_parter())) AND (af = borgerblikket_aktoer())));
CREATE POLICY gamle_notater ON skrevet_notat FOR SELECT TO borgerblikket_opslagssletning
  USING (true);
CREATE POLICY kommunens_om_parten ON skrevet_notat FOR SELECT TO borgerblikket_sagsskriver
  USING (((kommune = borgerblikket_kommune()) AND (part_id = ANY (borgerblikket_parter()))));
CREATE POLICY paa_egne_sager ON skrevet_notat FOR SELECT TO borgerblikket_sagsbehandler
  USING (((kommune = borgerblikket_kommune()) AND (part_id = ANY (borgerblikket_parter())) AND (EXISTS ( SELECT 1
   FROM overblik o
  WHERE ((o.part_id = skrevet_notat.part_id) AND (o.item_id = skrevet_notat.sag_id))))));
CREATE POLICY slet_gamle_notater ON skrevet_notat FOR DELETE TO borgerblikket_opslagssletning
  USING (((indhold IS NULL) AND (tilstand_tid < (now() - '2 years'::interval))));
CREATE POLICY til_egne_sager ON skrevet_notat FOR ALL TO borgerblikket_kilde
  USING ((master = borgerblikket_aktoer()))
  WITH CHECK ((master = borgerblikket_aktoer()));
GRANT DELETE ON skrevet_notat TO borgerblikket_opslagssletning;
GRANT INSERT ON skrevet_notat TO borgerblikket_sagsskriver;
GRANT SELECT (notat_id, kommune, part_id, sag_id, af, af_navn, skrevet, indhold, tilstand, tilstand_tid, afvist_grund, afvist_tekst) ON skrevet_notat TO borgerblikket_sagsbehandler;
GRANT SELECT (notat_id, kommune, part_id, sag_id, kle, master, af, af_navn, enhed, skrevet, indhold, tilstand) ON skrevet_notat TO borgerblikket_kilde;
GRANT SELECT (notat_id, kommune, part_id, sag_id, kle, master, tilstand) ON skrevet_notat TO borgerblikket_sagsskriver;
GRANT SELECT (notat_id, kommune, part_id, sag_id, master, af, skrevet, indhold, tilstand, tilstand_tid, fortalt) ON skrevet_notat TO borgerblikket_advis;
GRANT SELECT (notat_id, tilstand, tilstand_tid) ON skrevet_notat TO borgerblikket_opslagssletning;
GRANT UPDATE (indhold, tilstand, tilstand_tid, afvist_grund, afvist_tekst, fortalt) ON skrevet_notat TO borgerblikket_advis;
GRANT UPDATE (tilstand, tilstand_tid, afvist_grund, afvist_tekst) ON skrevet_notat TO borgerblikket_kilde;

CREATE TABLE soegedag (
  soegedag_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  kommune text NOT NULL,
  medarbejder_id uuid NOT NULL,
  dag date NOT NULL,
  medarbejder_navn text NOT NULL,
  antal integer NOT NULL,
  CONSTRAINT soegedag_pkey PRIMARY KEY (kommune, medarbejder_id, dag),
  CONSTRAINT soegedag_soegedag_id_key UNIQUE (soegedag_id),
  CONSTRAINT soegedag_antal_check CHECK ((antal > 0))
) WITH (fillfactor=70);
COMMENT ON COLUMN soegedag.dag IS 'The Danish day';
COMMENT ON COLUMN soegedag.medarbejder_navn IS 'As the login told it last that day';
COMMENT ON TABLE soegedag IS 'How many times an employee has searched in a day, what was refused for how often with it';
CREATE INDEX soegedag_dag ON soegedag USING btree (kommune, dag);
ALTER TABLE soegedag ENABLE ROW LEVEL SECURITY;
CREATE POLICY andres_soegedage ON soegedag FOR SELECT TO borgerblikket_alarm
  USING (((kommune = borgerblikket_kommune()) AND (NOT (medarbejder_id = ANY (( SELECT borgerblikket_mig() AS borgerblikket_mig)::uuid[])))));
CREATE POLICY egne_soegedage ON soegedag FOR ALL TO borgerblikket_soegning
  USING (((medarbejder_id = borgerblikket_aktoer()) AND (kommune = borgerblikket_kommune())))
  WITH CHECK (((medarbejder_id = borgerblikket_aktoer()) AND (kommune = borgerblikket_kommune())));
CREATE POLICY gamle_soegedage ON soegedag FOR SELECT TO borgerblikket_opslagssletning
  USING (true);
CREATE POLICY slet_gamle_soegedage ON soegedag FOR DELETE TO borgerblikket_opslagssletning
  USING ((dag < (CURRENT_DATE - 200)));
GRANT DELETE ON soegedag TO borgerblikket_opslagssletning;
GRANT INSERT (kommune, medarbejder_id, dag, medarbejder_navn, antal) ON soegedag TO borgerblikket_soegning;
GRANT SELECT (kommune, medarbejder_id, dag, antal) ON soegedag TO borgerblikket_soegning;
GRANT SELECT (kommune, medarbejder_id, dag, medarbejder_navn, antal) ON soegedag TO borgerblikket_alarm;
GRANT SELECT (soegedag_id, dag) ON soegedag TO borgerblikket_opslagssletning;
GRANT UPDATE (medarbejder_navn, antal) ON soegedag TO borgerblikket_soegning;

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

CREATE TABLE tilsynslaesning (
  laesning_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  kommune text NOT NULL,
  tid timestamp with time zone NOT NULL,
  af uuid NOT NULL,
  af_navn text NOT NULL,
  hvad text NOT NULL,
  om uuid,
  CONSTRAINT tilsynslaesning_pkey PRIMARY KEY (laesning_id),
  CONSTRAINT tilsynslaesning_hvad_check CHECK ((hvad = ANY (ARRAY['koe'::text, 'besoeg'::text, 'tal'::text, 'udtraek'::text])))
);
COMMENT ON COLUMN tilsynslaesning.om IS 'The visit or the extract that was read';
CREATE INDEX tilsynslaesning_kommune ON tilsynslaesning USING btree (kommune, tid);
ALTER TABLE tilsynslaesning ENABLE ROW LEVEL SECURITY;
CREATE POLICY egen_laesning ON tilsynslaesning FOR INSERT TO borgerblikket_alarm
  WITH CHECK (((kommune = borgerblikket_kommune()) AND (af = borgerblikket_aktoer())));
CREATE POLICY gamle_laesninger ON tilsynslaesning FOR SELECT TO borgerblikket_opslagssletning
  USING (true);
CREATE POLICY kommunens_laesninger ON tilsynslaesning FOR SELECT TO borgerblikket_alarm
  USING ((kommune = borgerblikket_kommune()));
CREATE POLICY slet_gamle_laesninger ON tilsynslaesning FOR DELETE TO borgerblikket_opslagssletning
  USING ((tid < (now() - '2 years'::interval)));
GRANT DELETE ON tilsynslaesning TO borgerblikket_opslagssletning;
GRANT INSERT, SELECT ON tilsynslaesning TO borgerblikket_alarm;
GRANT SELECT (laesning_id, tid) ON tilsynslaesning TO borgerblikket_opslagssletning;

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
CREATE POLICY opslaaet_parts_vurderinger ON titelvurdering FOR SELECT TO borgerblikket_sagsbehandler
  USING ((part_id = ANY (borgerblikket_parter())));
GRANT DELETE, INSERT, SELECT, UPDATE ON titelvurdering TO borgerblikket_kvalitet;
GRANT SELECT ON titelvurdering TO borgerblikket_borger;
GRANT SELECT ON titelvurdering TO borgerblikket_drift;
GRANT SELECT ON titelvurdering TO borgerblikket_kommune;
GRANT SELECT (part_id, item_id, kommune, kle, regelversion, vurderinger, notater, vurderet) ON titelvurdering TO borgerblikket_sagsbehandler;
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
  CONSTRAINT udbakke_haendelse CHECK ((haendelse = ANY (ARRAY['importeret'::text, 'opdateret'::text, 'fjernet'::text, 'skrevet'::text])))
);
COMMENT ON COLUMN udbakke.loebenr IS 'The place in the order of what has happened; null until it is given';
CREATE INDEX udbakke_uden_eget_sted ON udbakke USING btree (objekt_id, loebenr) WHERE ((loebenr IS NOT NULL) AND (art = ANY (ARRAY['journalnotat'::text, 'oekonomiskEffektuering'::text, 'aftale'::text, 'dokument'::text])));
CREATE INDEX udbakke_uden_loebenr ON udbakke USING btree (nr) WHERE (loebenr IS NULL);
CREATE UNIQUE INDEX udbakke_loebenr ON udbakke USING btree (loebenr) WHERE (loebenr IS NOT NULL);
GRANT DELETE ON udbakke TO borgerblikket_oprydning;
GRANT INSERT, SELECT ON udbakke TO borgerblikket_modtagelse;
GRANT SELECT ON udbakke TO borgerblikket_beskedfordeler;
GRANT INSERT (tid, objekt_id, tidspunkt, art, kommune, kle, uden_notifikation, haendelse, master) ON udbakke TO borgerblikket_sagsskriver;
GRANT SELECT (nr, tid, loebenr) ON udbakke TO borgerblikket_oprydning;
GRANT SELECT (objekt_id, art, loebenr) ON udbakke TO borgerblikket_kvalitet;
GRANT SELECT (tid, objekt_id, art, haendelse, loebenr) ON udbakke TO borgerblikket_advis;
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
GRANT SELECT (sidste, fjernet_til) ON udbakke_hoved TO borgerblikket_advis;
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
