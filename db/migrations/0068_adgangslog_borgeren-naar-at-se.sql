-- What is kept back must be told before it is deleted, and what is asked must be answered. No line goes before two years, whatever municipalities choose;
-- so a visit is kept back for 21 months from its beginning at the most, and the citizen has three to see it in.
CREATE FUNCTION borgerblikket_undtages_senest(part uuid, besoeg uuid) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT min(l.tid) + interval '21 months' FROM adgangslog l WHERE l.part_id = part AND l.korrelation = besoeg
$$;
REVOKE ALL ON FUNCTION borgerblikket_undtages_senest(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION borgerblikket_undtages_senest(uuid, uuid) TO borgerblikket_kommune;

-- Null, where the lines are gone, lets nothing through.
CREATE POLICY kortere_end_linjerne ON adgangslog_undtagelse AS RESTRICTIVE FOR INSERT TO borgerblikket_kommune
  WITH CHECK (til <= borgerblikket_undtages_senest(part_id, korrelation));
CREATE POLICY godkendt_kortere_end_linjerne ON adgangslog_undtagelse AS RESTRICTIVE FOR UPDATE TO borgerblikket_kommune
  USING (true)
  WITH CHECK (tilstand <> 'gaelder' OR til <= borgerblikket_undtages_senest(part_id, korrelation));

-- Those from before keep to it too.
UPDATE adgangslog_undtagelse SET til = borgerblikket_undtages_senest(part_id, korrelation)
WHERE til > borgerblikket_undtages_senest(part_id, korrelation);

-- A question goes three months after its answer, when the visit's lines are gone; never without one. The citizen is told it though the lines are gone.
ALTER POLICY gamle_spoergsmaal ON opslagsspoergsmaal
  USING (svaret < now() - interval '3 months' AND besoegt < now() - interval '24 months');
GRANT SELECT (svaret) ON opslagsspoergsmaal TO borgerblikket_logsletning;
GRANT SELECT (besoegt, kommune) ON opslagsspoergsmaal TO borgerblikket_borger;
