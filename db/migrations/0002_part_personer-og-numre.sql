CREATE TABLE part (
  part_id uuid PRIMARY KEY,
  type text NOT NULL CHECK (type IN ('person', 'virksomhed')),
  foedt date,
  adressebeskyttet boolean NOT NULL DEFAULT false,
  doed date,
  oprettet timestamptz NOT NULL DEFAULT now()
);

-- The only place where a number stands: looked up by keyed HMAC, kept encrypted. A person who changes number keeps the part.
CREATE TABLE part_nummer (
  opslag bytea PRIMARY KEY,
  part_id uuid NOT NULL,
  nummertype text NOT NULL CHECK (nummertype IN ('cpr', 'cvr', 'pnr', 'personid', 'borgerid')),
  krypteret bytea NOT NULL,
  oprettet timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX part_nummer_part ON part_nummer (part_id);

-- Custody as a register source says it; half-open, til null: until further notice.
CREATE TABLE foraeldremyndighed (
  barn uuid NOT NULL,
  indehaver uuid NOT NULL,
  fra date NOT NULL,
  til date,
  PRIMARY KEY (indehaver, barn, fra)
);

ALTER TABLE part ENABLE ROW LEVEL SECURITY;
ALTER TABLE foraeldremyndighed ENABLE ROW LEVEL SECURITY;
CREATE POLICY egen_part ON part FOR SELECT TO borgerblikket_borger USING (part_id = ANY (borgerblikket_parter()));
CREATE POLICY alle_parter ON part TO borgerblikket_modtagelse, borgerblikket_login USING (true) WITH CHECK (true);
CREATE POLICY egne_boern ON foraeldremyndighed FOR SELECT TO borgerblikket_borger USING (indehaver = borgerblikket_aktoer());
-- A child's date of birth, for the one who has custody: it says whether they may see for it.
CREATE POLICY egne_boerns_alder ON part FOR SELECT TO borgerblikket_borger
  USING (part_id IN (SELECT barn FROM foraeldremyndighed WHERE indehaver = borgerblikket_aktoer()));
CREATE POLICY alle_boern ON foraeldremyndighed TO borgerblikket_modtagelse, borgerblikket_login USING (true) WITH CHECK (true);

GRANT SELECT ON part, foraeldremyndighed TO borgerblikket_borger;
GRANT SELECT, INSERT ON part, part_nummer TO borgerblikket_modtagelse, borgerblikket_login;
GRANT UPDATE (foedt, adressebeskyttet, doed) ON part TO borgerblikket_modtagelse, borgerblikket_login;
GRANT SELECT, INSERT, UPDATE, DELETE ON foraeldremyndighed TO borgerblikket_modtagelse;
GRANT SELECT ON foraeldremyndighed TO borgerblikket_login;
