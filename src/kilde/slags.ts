type Tosproget = { readonly da: string; readonly en: string }

/** The kinds of system in plain words, as a citizen would understand them. */
const NAVNE: Readonly<Record<string, Tosproget>> = {
  esdh: { da: 'sags- og dokumentsystemet', en: 'the case and document system' },
  eoj: { da: 'systemet for pleje og omsorg', en: 'the care system' },
  jobcenter: { da: 'jobcentrets system', en: "the job centre's system" },
  pladsanvisning: { da: 'pladsanvisningens system', en: 'the system for places in day care' },
  ydelse: { da: 'systemet for ydelser', en: 'the system for benefits' },
  sundhed: { da: 'systemet for tandpleje og sundhed', en: 'the system for dental care and health' },
}

/** The kinds of system that there are words for. */
export const KENDTE_SLAGS: readonly string[] = Object.keys(NAVNE)

const UKENDT: Tosproget = { da: 'et af kommunens systemer', en: "one of the municipality's systems" }

/** The kind of system (Kilde.slags) in both languages; one of no known kind is called one of the municipality's systems. */
export const slagsnavn = (slags: string): Tosproget => NAVNE[slags] ?? UKENDT
