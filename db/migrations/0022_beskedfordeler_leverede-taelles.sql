-- Counted as it happens: to count the rows of a month each time that somebody asks would take longer the better it goes.
ALTER TABLE abonnement ADD COLUMN leveret bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN abonnement.leveret IS 'Events that the receiver has taken';
