-- The refused line's own Tidspunkt, where it could be read: what the same source has taken in of the object settles only what is not newer.
ALTER TABLE afvisning ADD COLUMN tidspunkt timestamptz;
