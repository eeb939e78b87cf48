-- A removed note or payment stands on nothing any more: who was told of it before is found by its earlier events. Filled when the number is
-- given, so the intake does not write it; migrations run before the server opens, so nobody waits.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX udbakke_uden_eget_sted ON udbakke (objekt_id, loebenr)
  WHERE loebenr IS NOT NULL AND art IN ('journalnotat', 'oekonomiskEffektuering', 'aftale', 'dokument');
