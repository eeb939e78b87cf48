import { efterKonfiguration, vis } from '../regel.ts'

/** Nothing is shown until the municipality has opened the KLE number (KLE-konfiguration). An unknown number is not opened. */
export const aabnetRegel = efterKonfiguration(() => vis)
