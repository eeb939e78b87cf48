-- A remark that was ended in the first hours of a Danish day ended on that day, not on the one before; and its year goes by the Danish day too.
CREATE OR REPLACE FUNCTION borgerblikket_bemaerkning_slut(bemaerkning uuid) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT least(b.gaelder_til,
    (SELECT (o.tid AT TIME ZONE 'Europe/Copenhagen')::date FROM bemaerkning_ophoer o WHERE o.bemaerkning_id = b.bemaerkning_id),
    greatest(b.gennemgaas_senest, (SELECT max(g.naeste) FROM bemaerkning_gennemgang g WHERE g.bemaerkning_id = b.bemaerkning_id)))
  FROM bemaerkning b WHERE b.bemaerkning_id = bemaerkning
$$;
ALTER POLICY slet_gamle_bemaerkninger ON bemaerkning
  USING (borgerblikket_bemaerkning_slut(bemaerkning_id) < (now() AT TIME ZONE 'Europe/Copenhagen')::date - 365);
