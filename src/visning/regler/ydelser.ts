import { efterKonfiguration, skjul, vis } from '../regel.ts'

/** Benefits are shown only where the municipality has chosen to show them. */
export const ydelserRegel = efterKonfiguration(({ art }, { visYdelser }) =>
  art !== 'bevilling' || visYdelser ? vis : skjul('YDELSER_IKKE_VALGT'),
)
