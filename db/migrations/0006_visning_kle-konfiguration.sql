-- What a municipality shows, by KLE number or prefix; the longest prefix in force decides. No row: closed.
CREATE TABLE kle_konfiguration (
  kommune text NOT NULL,
  kle text NOT NULL,
  gaelder_fra timestamptz NOT NULL,
  aaben boolean NOT NULL,
  jurist_aabnet boolean NOT NULL DEFAULT false,
  fradato date NOT NULL,
  vis_aeldre_aktive boolean NOT NULL DEFAULT false,
  fagsystemfilter jsonb NOT NULL DEFAULT '[]',
  vis_sagstitel boolean NOT NULL DEFAULT false,
  vis_dokumenttitler boolean NOT NULL DEFAULT false,
  vis_journalnotater boolean NOT NULL DEFAULT false,
  karantaene boolean NOT NULL DEFAULT true,
  PRIMARY KEY (kommune, kle, gaelder_fra)
);
COMMENT ON COLUMN kle_konfiguration.fagsystemfilter IS 'kilde_id of the systems that are shown; [] is all';
COMMENT ON COLUMN kle_konfiguration.jurist_aabnet IS 'A number on the always-closed list was opened by name by the municipality''s jurist';

GRANT SELECT, INSERT, UPDATE ON kle_konfiguration TO borgerblikket_opsaetning;
