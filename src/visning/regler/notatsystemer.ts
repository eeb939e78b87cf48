import { efterKonfiguration, skjul, vis } from '../regel.ts'

/** Where the municipality has chosen whose notes are shown (those who write them know that they are read), only those; none chosen is all. */
export const notatsystemerRegel = efterKonfiguration(({ art, kilde }, { notatsystemer }) =>
  art !== 'journalnotat' || notatsystemer.length === 0 || notatsystemer.includes(kilde) ? vis : skjul('NOTATSYSTEM_IKKE_VALGT'),
)
