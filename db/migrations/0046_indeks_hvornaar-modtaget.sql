-- When we got what is shown: the registration that holds, and the object's first. A citizen is told where an item comes from, and what came
-- late is new to them all the same.
ALTER TABLE objekt
  ADD COLUMN modtaget timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN foerst_modtaget timestamptz NOT NULL DEFAULT now();
ALTER TABLE overblik
  ADD COLUMN modtaget timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN foerst_modtaget timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN objekt.modtaget IS 'When the registration that holds came';
COMMENT ON COLUMN objekt.foerst_modtaget IS 'When the object''s first registration came';
COMMENT ON COLUMN overblik.modtaget IS 'When the item''s own newest registration came';
COMMENT ON COLUMN overblik.foerst_modtaget IS 'When the item''s own first registration came';

UPDATE objekt o SET modtaget = r.modtaget, foerst_modtaget = (SELECT min(f.modtaget) FROM registrering f WHERE f.objekt_id = o.objekt_id)
FROM registrering r WHERE r.objekt_id = o.objekt_id AND r.tidspunkt = o.tidspunkt;
UPDATE overblik v SET modtaget = o.modtaget, foerst_modtaget = o.foerst_modtaget FROM objekt o WHERE o.objekt_id = v.item_id;

GRANT SELECT (modtaget, foerst_modtaget) ON overblik TO borgerblikket_drift, borgerblikket_kommune;
