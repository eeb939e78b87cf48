-- Every read of personal data. Append-only by grants; numbered without gaps by the head, which the writer locks.
CREATE TABLE adgangslog (
  nr bigint PRIMARY KEY,
  tid timestamptz NOT NULL,
  aktoer_type text NOT NULL,
  aktoer_id uuid NOT NULL,
  part_id uuid NOT NULL,
  grund text NOT NULL,
  formaal text NOT NULL,
  hvad text NOT NULL,
  objekt_id uuid,
  antal integer NOT NULL,
  korrelation uuid NOT NULL
);
CREATE INDEX adgangslog_part ON adgangslog (part_id, nr DESC);

CREATE TABLE adgangslog_hoved (
  id smallint PRIMARY KEY CHECK (id = 1),
  antal bigint NOT NULL
) WITH (fillfactor = 10);
INSERT INTO adgangslog_hoved VALUES (1, 0);

ALTER TABLE adgangslog ENABLE ROW LEVEL SECURITY;
CREATE POLICY om_mig ON adgangslog FOR SELECT TO borgerblikket_borger USING (part_id = ANY (borgerblikket_parter()));
CREATE POLICY skriv ON adgangslog FOR INSERT TO borgerblikket_log WITH CHECK (true);

GRANT SELECT ON adgangslog TO borgerblikket_borger;
GRANT INSERT ON adgangslog TO borgerblikket_log;
GRANT SELECT, UPDATE ON adgangslog_hoved TO borgerblikket_log;
