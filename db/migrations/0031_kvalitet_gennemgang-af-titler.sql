-- The titles that somebody is to look at: one row for each object and exact text, whoever the object is shown to. No title stands here: it is
-- read where the citizen's is, and logged. Only a reviewed text is kept, beside the source's.
CREATE TABLE titelopgave (
  kommune text NOT NULL,
  opgave_id uuid NOT NULL DEFAULT gen_random_uuid(),
  item_id uuid NOT NULL,
  hash text NOT NULL,
  art text NOT NULL,
  kle text NOT NULL,
  omraade text NOT NULL,
  enhed text NOT NULL,
  enhedsnavn text NOT NULL,
  behandler text NOT NULL,
  kilde_id uuid NOT NULL,
  parter uuid[] NOT NULL,
  udfald text NOT NULL CHECK (udfald IN ('ren', 'advaret', 'blokeret')),
  tilbageholdt boolean NOT NULL,
  fund text[] NOT NULL,
  rang smallint NOT NULL,
  grund text NOT NULL CHECK (grund IN ('fund', 'alle', 'stikproeve')),
  proeve_kle text,
  proeve_nummer bigint,
  tilstand text NOT NULL DEFAULT 'venter' CHECK (tilstand IN ('venter', 'godkendt', 'rettet', 'afvist', 'foraeldet')),
  titel text CHECK (titel IS NULL OR length(titel) <= 255),
  frigivet boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 0,
  taget_af uuid,
  taget_fra timestamptz,
  taget_til timestamptz,
  oprettet timestamptz NOT NULL,
  PRIMARY KEY (kommune, opgave_id),
  UNIQUE (kommune, item_id, hash)
) WITH (fillfactor = 80);
COMMENT ON COLUMN titelopgave.behandler IS 'Who the source names as Primær behandler, of the item or else of its case; empty: nobody, and it is the unit''s';
COMMENT ON COLUMN titelopgave.parter IS 'The parts who have the item with this title: whose logs a look at it is written in';
COMMENT ON COLUMN titelopgave.rang IS 'The most urgent first: 0 holds an item back, 1 a title, 2 warns, 3 was only drawn or demanded';
COMMENT ON COLUMN titelopgave.proeve_kle IS 'The number of the configuration whose sample it was drawn for, and its place in the draw';
COMMENT ON COLUMN titelopgave.frigivet IS 'Somebody has said that the item lies where it should: a check holds it back no more';
COMMENT ON COLUMN titelopgave.taget_af IS 'Who has it open, until taget_til: columns without an index, so that opening one writes no index';
-- The queue of a unit and a number in order; the whole answer stands in the index, since a queue page counts all that waits.
CREATE INDEX titelopgave_koe ON titelopgave (kommune, enhed, kle, rang, oprettet, opgave_id) INCLUDE (omraade) WHERE tilstand = 'venter';
CREATE INDEX titelopgave_behandler ON titelopgave (kommune, behandler, rang, oprettet, opgave_id) WHERE tilstand = 'venter' AND behandler <> '';
CREATE INDEX titelopgave_ens ON titelopgave (kommune, hash) WHERE tilstand = 'venter';
CREATE INDEX titelopgave_item ON titelopgave (item_id);
CREATE INDEX titelopgave_proeve ON titelopgave (kommune, proeve_kle, proeve_nummer) WHERE proeve_nummer IS NOT NULL;
CREATE INDEX titelopgave_rettet ON titelopgave (kommune, kilde_id) WHERE tilstand = 'rettet';

-- Each decision, for good: who, when, what, and how long it took. What holds now stands in titelopgave.
CREATE TABLE titelgennemgang (
  kommune text NOT NULL,
  opgave_id uuid NOT NULL,
  nr integer NOT NULL CHECK (nr > 0),
  tid timestamptz NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  slags text NOT NULL CHECK (slags IN ('godkend', 'ret', 'afvis', 'frigiv', 'fortryd')),
  titel text,
  aarsag text CHECK (aarsag IN ('tredjeperson', 'forkertSag', 'haardTone', 'uforstaaelig', 'andet')),
  aarsag_tekst text,
  sekunder smallint,
  bunke uuid,
  enhed text NOT NULL,
  omraade text NOT NULL,
  PRIMARY KEY (kommune, opgave_id, nr),
  CHECK ((slags = 'ret') = (titel IS NOT NULL)),
  CHECK ((slags = 'afvis') = (aarsag IS NOT NULL))
);
COMMENT ON COLUMN titelgennemgang.sekunder IS 'From the title was shown until it was decided; null where that cannot be told, as for the others of a bulk';
COMMENT ON COLUMN titelgennemgang.bunke IS 'Identical titles that were decided in one step';
CREATE INDEX titelgennemgang_tid ON titelgennemgang (kommune, tid);
CREATE INDEX titelgennemgang_bunke ON titelgennemgang (kommune, bunke) WHERE bunke IS NOT NULL;

-- Who may review what. A right that has ended stays, with who ended it.
CREATE TABLE gennemgangsret (
  kommune text NOT NULL,
  ret_id uuid NOT NULL,
  medarbejder_id uuid NOT NULL,
  navn text NOT NULL,
  kle text[] NOT NULL,
  enheder text[] NOT NULL,
  behandlere text[] NOT NULL,
  givet timestamptz NOT NULL,
  givet_af uuid NOT NULL,
  givet_af_navn text NOT NULL,
  ophoert timestamptz,
  ophoert_af uuid,
  PRIMARY KEY (kommune, ret_id)
);
COMMENT ON COLUMN gennemgangsret.kle IS 'Numbers or prefixes; {} is all, as for enheder';
CREATE INDEX gennemgangsret_medarbejder ON gennemgangsret (kommune, medarbejder_id) WHERE ophoert IS NULL;

-- Made-up titles that should be found, shown to a reviewer among the real ones. They are nobody's, and no table of the citizens' knows of
-- them. Who saw one is forgotten with the answer: it measures a unit's review and no person.
CREATE TABLE plantet_titel (
  kommune text NOT NULL,
  plantet_id uuid NOT NULL,
  medarbejder_id uuid,
  enhed text NOT NULL,
  kle text NOT NULL,
  skabelon text NOT NULL,
  titel text NOT NULL,
  vist timestamptz NOT NULL,
  afgjort timestamptz,
  fundet boolean,
  PRIMARY KEY (kommune, plantet_id),
  CHECK ((afgjort IS NULL) = (fundet IS NULL)),
  CHECK (afgjort IS NULL OR medarbejder_id IS NULL)
);
CREATE INDEX plantet_titel_aaben ON plantet_titel (kommune, medarbejder_id) WHERE afgjort IS NULL;
CREATE INDEX plantet_titel_enhed ON plantet_titel (kommune, enhed, afgjort) WHERE afgjort IS NOT NULL;

-- How often a reviewer meets one: among so many titles on average; 0 is never. No row: the standard.
CREATE TABLE gennemgangsvalg (
  kommune text PRIMARY KEY,
  plantet_hver integer NOT NULL CHECK (plantet_hver = 0 OR plantet_hver BETWEEN 10 AND 1000)
);

ALTER TABLE titelopgave ENABLE ROW LEVEL SECURITY;
ALTER TABLE titelgennemgang ENABLE ROW LEVEL SECURITY;
ALTER TABLE gennemgangsret ENABLE ROW LEVEL SECURITY;
ALTER TABLE plantet_titel ENABLE ROW LEVEL SECURITY;
ALTER TABLE gennemgangsvalg ENABLE ROW LEVEL SECURITY;

-- Figures may be made of the queue for any purpose; what changes it is the review alone.
CREATE POLICY kommunens_opgaver ON titelopgave FOR SELECT TO borgerblikket_kommune USING (kommune = borgerblikket_kommune());
CREATE POLICY gennemgang_af_opgaver ON titelopgave FOR UPDATE TO borgerblikket_kommune
  USING (kommune = borgerblikket_kommune() AND borgerblikket_grund() = 'gennemgangAfTitler');
CREATE POLICY alle_opgaver ON titelopgave TO borgerblikket_kvalitet USING (true) WITH CHECK (true);
CREATE POLICY kommunens_gennemgang ON titelgennemgang FOR SELECT TO borgerblikket_kommune USING (kommune = borgerblikket_kommune());
CREATE POLICY egen_gennemgang ON titelgennemgang FOR INSERT TO borgerblikket_kommune WITH CHECK (
  kommune = borgerblikket_kommune() AND borgerblikket_grund() = 'gennemgangAfTitler' AND medarbejder_id = borgerblikket_aktoer()
);
CREATE POLICY kommunens_retter ON gennemgangsret TO borgerblikket_kommune
  USING (kommune = borgerblikket_kommune()) WITH CHECK (kommune = borgerblikket_kommune());
CREATE POLICY kommunens_plantede ON plantet_titel TO borgerblikket_kommune
  USING (kommune = borgerblikket_kommune()) WITH CHECK (kommune = borgerblikket_kommune());
CREATE POLICY kommunens_valg ON gennemgangsvalg TO borgerblikket_kommune
  USING (kommune = borgerblikket_kommune()) WITH CHECK (kommune = borgerblikket_kommune());
-- A decision reaches the citizen's page in its own transaction.
CREATE POLICY gennemgang_af_vurderinger ON titelvurdering FOR UPDATE TO borgerblikket_kommune
  USING (kommune = borgerblikket_kommune() AND borgerblikket_grund() = 'gennemgangAfTitler');

GRANT SELECT ON titelopgave, titelgennemgang, gennemgangsret, plantet_titel, gennemgangsvalg TO borgerblikket_kommune;
GRANT UPDATE (tilstand, titel, tilbageholdt, frigivet, rang, version, taget_af, taget_fra, taget_til) ON titelopgave TO borgerblikket_kommune;
GRANT INSERT ON titelgennemgang, gennemgangsret, plantet_titel, gennemgangsvalg TO borgerblikket_kommune;
GRANT UPDATE (ophoert, ophoert_af) ON gennemgangsret TO borgerblikket_kommune;
GRANT UPDATE (medarbejder_id, afgjort, fundet) ON plantet_titel TO borgerblikket_kommune;
GRANT UPDATE (plantet_hver) ON gennemgangsvalg TO borgerblikket_kommune;
GRANT UPDATE (vurderinger) ON titelvurdering TO borgerblikket_kommune;
GRANT SELECT, INSERT, UPDATE ON titelopgave TO borgerblikket_kvalitet;
-- Who handles a case is said by its object alone; no citizen's row knows it.
GRANT SELECT (objekt_id, data) ON objekt TO borgerblikket_kvalitet;
