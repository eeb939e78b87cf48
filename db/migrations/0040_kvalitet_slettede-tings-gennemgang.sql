-- A deleted object takes its titles' review along: a corrected title is as personal as the source's.
CREATE POLICY slettede_opgaver ON titelopgave TO borgerblikket_sletning USING (true);
CREATE POLICY slettede_gennemgange ON titelgennemgang TO borgerblikket_sletning USING (true);
GRANT SELECT (kommune, opgave_id, item_id), DELETE ON titelopgave TO borgerblikket_sletning;
GRANT SELECT (kommune, opgave_id), DELETE ON titelgennemgang TO borgerblikket_sletning;
