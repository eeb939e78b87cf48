-- Holders of custody who may not see a child here, whatever the register says; half-open, til null: until further notice.
CREATE TABLE foraeldremyndighed_spaerret (
  barn uuid NOT NULL,
  indehaver uuid NOT NULL,
  fra date NOT NULL,
  til date,
  PRIMARY KEY (indehaver, barn, fra)
);

ALTER TABLE foraeldremyndighed_spaerret ENABLE ROW LEVEL SECURITY;
CREATE POLICY egne_spaerringer ON foraeldremyndighed_spaerret FOR SELECT TO borgerblikket_borger
  USING (indehaver = borgerblikket_aktoer());
CREATE POLICY alle_spaerringer ON foraeldremyndighed_spaerret TO borgerblikket_modtagelse, borgerblikket_login
  USING (true) WITH CHECK (true);

GRANT SELECT ON foraeldremyndighed_spaerret TO borgerblikket_borger, borgerblikket_login;
GRANT SELECT, INSERT ON foraeldremyndighed_spaerret TO borgerblikket_modtagelse;
GRANT UPDATE (til) ON foraeldremyndighed_spaerret TO borgerblikket_modtagelse;
