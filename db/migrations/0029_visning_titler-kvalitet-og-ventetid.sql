-- Which title is shown, how many are looked at, which documents and notes, how long a decision waits, and what of benefits. The defaults
-- show what was shown before.
ALTER TABLE kle_konfiguration
  ADD COLUMN titelvisning text NOT NULL DEFAULT 'kle' CHECK (titelvisning IN ('sagens', 'gennemset', 'kle')),
  ADD COLUMN kvalitetskrav text NOT NULL DEFAULT 'ingen' CHECK (kvalitetskrav IN ('ingen', 'stikproeve', 'alle')),
  ADD COLUMN stikproeve integer NOT NULL DEFAULT 0 CHECK (stikproeve >= 0),
  ADD COLUMN dokumenttyper jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN notatsystemer jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN notatfrist_dage integer NOT NULL DEFAULT 0 CHECK (notatfrist_dage BETWEEN 0 AND 365),
  ADD COLUMN vent_arbejdsdage integer NOT NULL DEFAULT 0 CHECK (vent_arbejdsdage BETWEEN 0 AND 60),
  ADD COLUMN vis_ydelser boolean NOT NULL DEFAULT true,
  ADD COLUMN vis_udbetalinger boolean NOT NULL DEFAULT true,
  ADD COLUMN vis_aftaler boolean NOT NULL DEFAULT true;
UPDATE kle_konfiguration SET titelvisning = 'sagens' WHERE vis_sagstitel;
-- One program migrates and reads it: nothing older runs beside.
-- squawk-ignore ban-drop-column
ALTER TABLE kle_konfiguration DROP COLUMN vis_sagstitel;

COMMENT ON COLUMN kle_konfiguration.titelvisning IS 'The case''s own title, only a reviewed one, or KLE''s in citizens'' words';
COMMENT ON COLUMN kle_konfiguration.stikproeve IS 'How many titles are looked at where kvalitetskrav is stikproeve';
COMMENT ON COLUMN kle_konfiguration.dokumenttyper IS 'Document types that are shown where document titles are; [] is all';
COMMENT ON COLUMN kle_konfiguration.notatsystemer IS 'kilde_id of the systems whose notes are shown where notes are; [] is all';
