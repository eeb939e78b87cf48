-- Whether citizens could understand the notes that they read: yes or no, of no person. The marker is a keyed digest of citizen and note, made
-- outside the database, so that one counts once and can change the answer; without the key it leads to nobody, and to no note.
CREATE TABLE forstaaelse (
  maerke bytea PRIMARY KEY CHECK (octet_length(maerke) = 32),
  kommune text NOT NULL,
  kilde_id uuid NOT NULL,
  kle text NOT NULL,
  uge date NOT NULL CHECK (extract(isodow FROM uge) = 1),
  forstaaet boolean NOT NULL
);
COMMENT ON COLUMN forstaaelse.uge IS 'The Monday of the week of the first answer: no hour, which could be held beside the log';
CREATE INDEX forstaaelse_uge ON forstaaelse (kommune, uge);
GRANT SELECT (maerke, forstaaet), INSERT, UPDATE (forstaaet) ON forstaaelse TO borgerblikket_borger;
GRANT SELECT (kommune, kilde_id, kle, uge, forstaaet) ON forstaaelse TO borgerblikket_opsaetning;
