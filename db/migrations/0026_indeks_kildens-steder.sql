-- Notes and payments have no municipality of their own: whether a source may read one it has delivered follows from what that stands on.
GRANT SELECT (af) ON afhaengighed TO borgerblikket_kilde;
GRANT SELECT (kommune, kle) ON overblik TO borgerblikket_kilde;
