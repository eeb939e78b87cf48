-- Who has looked at a child can tell where it or one of its parents is: the list is read on one's own ground alone.
ALTER POLICY om_mig ON adgangslog USING (borgerblikket_grund() = 'egen' AND part_id = ANY (borgerblikket_parter()));
