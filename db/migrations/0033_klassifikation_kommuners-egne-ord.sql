-- The words that a municipality has chosen over the shipped ones. Every choice stays; the newest version holds.
CREATE TABLE ordvalg (
  kommune text NOT NULL,
  slags text NOT NULL CHECK (slags IN ('kle', 'fremdrift', 'sagsstatus', 'dokumenttype', 'ydelse')),
  noegle text NOT NULL CHECK (length(noegle) BETWEEN 1 AND 255),
  version integer NOT NULL CHECK (version > 0),
  titel_da text CHECK (length(titel_da) <= 255),
  titel_en text CHECK (length(titel_en) <= 255),
  forklaring_da text CHECK (length(forklaring_da) <= 500),
  forklaring_en text CHECK (length(forklaring_en) <= 500),
  tid timestamptz NOT NULL,
  medarbejder_id uuid NOT NULL,
  medarbejder_navn text NOT NULL,
  PRIMARY KEY (kommune, slags, noegle, version),
  CHECK ((titel_da IS NULL) = (titel_en IS NULL)),
  CHECK ((forklaring_da IS NULL) = (forklaring_en IS NULL)),
  CHECK (titel_da IS NOT NULL OR forklaring_da IS NULL)
);
COMMENT ON COLUMN ordvalg.titel_da IS 'Null: back to the shipped words';
GRANT SELECT, INSERT ON ordvalg TO borgerblikket_opsaetning;
