import { efterKonfiguration, skjul, vis } from '../regel.ts'

/**
 * Payments are shown only where the municipality has chosen to show them. A choice of their own, besides the benefits: when the money comes
 * is what most people ask, and some systems deliver it well and the grant badly.
 */
export const udbetalingerRegel = efterKonfiguration(({ art }, { visUdbetalinger }) =>
  art !== 'oekonomiskEffektuering' || visUdbetalinger ? vis : skjul('UDBETALINGER_IKKE_VALGT'),
)
