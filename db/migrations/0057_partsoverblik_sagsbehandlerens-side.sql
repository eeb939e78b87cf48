-- The caseworker's page: what it shows besides the citizen's matters, the views that employees keep by name, and where a source opens a case.
CREATE TABLE borgervisning (
  visning_id uuid PRIMARY KEY,
  medarbejder_id uuid NOT NULL,
  kommune text NOT NULL CHECK (kommune ~ '^[0-9]{8}$'),
  navn text NOT NULL CHECK (length(navn) BETWEEN 1 AND 60),
  valg jsonb NOT NULL,
  gemt timestamptz NOT NULL,
  UNIQUE (medarbejder_id, kommune, navn)
);
COMMENT ON TABLE borgervisning IS 'A choice of tab and filters that an employee keeps by a name: of no citizen';
ALTER TABLE borgervisning ENABLE ROW LEVEL SECURITY;
CREATE POLICY egne_visninger ON borgervisning FOR ALL TO borgerblikket_besoeg
  USING (medarbejder_id = borgerblikket_aktoer() AND kommune = borgerblikket_kommune())
  WITH CHECK (medarbejder_id = borgerblikket_aktoer() AND kommune = borgerblikket_kommune());
GRANT SELECT, INSERT, DELETE, UPDATE (valg, gemt) ON borgervisning TO borgerblikket_besoeg;

ALTER TABLE kilde ADD COLUMN sagslink text CHECK (sagslink ~ '^https://' AND length(sagslink) <= 300);
COMMENT ON COLUMN kilde.sagslink IS 'How the address of a case in the fagsystem is made, with {sagsnummer} or {uuid} in it';

-- Whom the visit is about: the part that the transaction names, and no other.
CREATE POLICY opslaaet_part ON part FOR SELECT TO borgerblikket_sagsbehandler USING (part_id = ANY (borgerblikket_parter()));
GRANT SELECT (part_id, type, foedt, adressebeskyttet, doed) ON part TO borgerblikket_sagsbehandler;
CREATE POLICY opslaaet_parts_oplysninger ON part_oplysning FOR SELECT TO borgerblikket_sagsbehandler
  USING (part_id = ANY (borgerblikket_parter()));
GRANT SELECT (part_id, krypteret) ON part_oplysning TO borgerblikket_sagsbehandler;
CREATE POLICY opslaaet_parts_familie ON foraeldremyndighed FOR SELECT TO borgerblikket_sagsbehandler
  USING (barn = ANY (borgerblikket_parter()) OR indehaver = ANY (borgerblikket_parter()));
GRANT SELECT ON foraeldremyndighed TO borgerblikket_sagsbehandler;

-- How it stands for the citizen: what is known of the titles of what the caseworker sees, and what is stopped.
CREATE POLICY opslaaet_parts_vurderinger ON titelvurdering FOR SELECT TO borgerblikket_sagsbehandler
  USING (part_id = ANY (borgerblikket_parter()));
GRANT SELECT (part_id, item_id, kommune, kle, regelversion, vurderinger, notater, vurderet) ON titelvurdering TO borgerblikket_sagsbehandler;
GRANT SELECT (noedstop_id, kommune, slags, vaerdi, siden) ON noedstop TO borgerblikket_sagsbehandler;
GRANT SELECT (noedstop_id, trin) ON noedstop_ophaevelse TO borgerblikket_sagsbehandler;
GRANT SELECT ON daekningsbrud TO borgerblikket_sagsbehandler;
