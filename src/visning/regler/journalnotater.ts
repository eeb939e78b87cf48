import { efterKonfiguration, skjul, vis } from '../regel.ts'

/** Journal notes are shown only where the municipality has chosen to show them. */
export const journalnotaterRegel = efterKonfiguration((fakta, { visJournalnotater }) =>
  fakta.art !== 'journalnotat' || visJournalnotater ? vis : skjul('JOURNALNOTATER_IKKE_VALGT'),
)
