-- What decides who may see one item, for those who may know that it exists: so that it can be explained to them which rule stops which of their groups.
-- For a grant what decides of its payments too, as far as it says something of the grant. Past row-level security, since the row is not to be read for
-- that; the limit is therefore said here again: the part, the groups and the instant are those of the transaction, and one item is answered for at a time.
CREATE FUNCTION borgerblikket_adgangsfakta(part uuid, item uuid) RETURNS TABLE (adgang jsonb, betalinger jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.adgang, (
    SELECT jsonb_agg(DISTINCT jsonb_build_object('m', b.adgang -> 'm', 'o', b.adgang -> 'o', 'b', jsonb_build_array(jsonb_build_object('i', o.item_id))))
    FROM overblik b
    WHERE o.art = 'bevilling' AND b.part_id = o.part_id AND b.art = 'oekonomiskEffektuering'
      AND b.adgang -> 'b' @> jsonb_build_array(jsonb_build_object('i', o.item_id)))
  FROM overblik o
  WHERE o.part_id = part AND o.item_id = item AND o.part_id = ANY (borgerblikket_parter())
    AND borgerblikket_maa_se(o.art, o.item_id, o.adgang, borgerblikket_ret('{se,kendskab}'))
$$;
REVOKE ALL ON FUNCTION borgerblikket_adgangsfakta(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION borgerblikket_adgangsfakta(uuid, uuid) TO borgerblikket_sagsbehandler, borgerblikket_kendskab;
