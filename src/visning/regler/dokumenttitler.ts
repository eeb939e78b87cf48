import { efterKonfiguration, skjul, vis } from '../regel.ts'

/** A document is its title here, so it is shown only where the municipality has chosen to show document titles. */
export const dokumenttitlerRegel = efterKonfiguration((fakta, { visDokumenttitler }) =>
  fakta.art !== 'dokument' || visDokumenttitler ? vis : skjul('DOKUMENTTYPE_IKKE_VALGT'),
)
