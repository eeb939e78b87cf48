-- A source reads its own refused lines in pages, oldest first. Migrations run before the server opens, so nobody waits for the index.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX afvisning_kilde ON afvisning (kilde_id, modtaget, afvisning_id);
