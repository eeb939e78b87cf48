-- A line tells for which municipality and in which of its units somebody looked. Lines that are there were hashed without, and say so by their form.
ALTER TABLE adgangslog ADD COLUMN kommune text;
ALTER TABLE adgangslog ADD COLUMN enhed text;
ALTER TABLE adgangslog ADD COLUMN form smallint NOT NULL DEFAULT 1;
ALTER TABLE adgangslog ALTER COLUMN form SET DEFAULT 2;
COMMENT ON COLUMN adgangslog.form IS 'Which form the line was hashed in; it stands in what is hashed';
COMMENT ON COLUMN adgangslog.enhed IS 'As the login named it; citizens are told another name of it';
