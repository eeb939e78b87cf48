import { efterKonfiguration, skjul, vis } from '../regel.ts'

/** Where the municipality has chosen systems (fagsystemfilter), only what comes from them is shown. None chosen is all. */
export const fagsystemRegel = efterKonfiguration((fakta, { fagsystemfilter }) =>
  fagsystemfilter.length === 0 || fagsystemfilter.includes(fakta.kilde) ? vis : skjul('FAGSYSTEM_IKKE_VALGT'),
)
