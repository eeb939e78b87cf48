-- To keep a visit back takes two persons, and one person may have two logins: who approves is none of those that the municipality's list tells are the
-- proposer's. Nobody proposes or approves in another's name. Both are kept here besides in the application.
CREATE POLICY egne_logins_ved_undtagelse ON medarbejderpart FOR SELECT TO borgerblikket_kommune
  USING (kommune = borgerblikket_kommune() AND borgerblikket_grund() = 'undtagelse');
GRANT SELECT (kommune, medarbejder_id, part_id) ON medarbejderpart TO borgerblikket_kommune;

CREATE POLICY i_eget_navn ON adgangslog_undtagelse AS RESTRICTIVE FOR INSERT TO borgerblikket_kommune
  WITH CHECK (tilstand = 'foreslaaet' AND foreslaaet_af = borgerblikket_aktoer());
CREATE POLICY godkendt_af_en_anden ON adgangslog_undtagelse AS RESTRICTIVE FOR UPDATE TO borgerblikket_kommune
  USING (true)
  WITH CHECK (tilstand <> 'gaelder' OR (afgjort_af = borgerblikket_aktoer() AND NOT foreslaaet_af = ANY ((SELECT borgerblikket_mig())::uuid[])));
