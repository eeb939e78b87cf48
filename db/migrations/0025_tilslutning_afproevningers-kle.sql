-- A system delivers within the numbers of its agreement, so a run asks for one of those.
ALTER TABLE afproevning_koersel ADD COLUMN kle text NOT NULL DEFAULT '27.36.04';
