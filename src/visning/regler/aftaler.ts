import { efterKonfiguration, skjul, vis } from '../regel.ts'

/** Appointments and deadlines are shown only where the municipality has chosen to show them; one half of a calendar would mislead. */
export const aftalerRegel = efterKonfiguration(({ art }, { visAftaler }) =>
  art !== 'aftale' || visAftaler ? vis : skjul('AFTALER_IKKE_VALGT'),
)
