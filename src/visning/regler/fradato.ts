import { danskDag } from '#platform/clock'
import { efterKonfiguration, skjul, vis } from '../regel.ts'

/**
 * A case may be shown only from the day the municipality has opened the number for (fradato), counted from the case's creation by day in
 * Danish time, unless the municipality shows older cases that are still active ("Deaktiver fradato for aktive sager og tilhørende ydelser").
 */
export const fradatoRegel = efterKonfiguration((fakta, konfiguration) =>
  danskDag(fakta.oprettet) >= konfiguration.fradato || (konfiguration.visAeldreAktive && fakta.aktiv)
    ? vis
    : skjul('FOER_FRADATO'),
)
