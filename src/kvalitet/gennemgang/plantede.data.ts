import type { Art } from '#kernel'

/**
 * A made-up title that a reviewer should stop at. Not one for the checks: most are what only somebody who reads will see, since that is what is
 * measured. No real person bears what they say, and the names are made up.
 */
export type Skabelon = { readonly navn: string; readonly art: Art; readonly titel: string }

export const SKABELONER: readonly Skabelon[] = [
  { navn: 'tredjeperson-nabo', art: 'journalnotat', titel: 'Samtale med naboen Torkild Vinterberg om uro i opgangen' },
  { navn: 'tredjeperson-datter', art: 'journalnotat', titel: 'Datteren Sigrun Møllehave ringer og er bekymret' },
  { navn: 'tredjeperson-anmelder', art: 'dokument', titel: 'Henvendelse fra Asger Lundtofte om borgerens forhold' },
  { navn: 'haard-tone', art: 'journalnotat', titel: 'Borger igen ubehagelig og utroværdig i telefonen' },
  { navn: 'haard-tone-sag', art: 'sag', titel: 'Besværlig klager, 4. omgang' },
  { navn: 'diagnose-i-titel', art: 'dokument', titel: 'Lægeerklæring vedr. skizofreni og misbrug' },
  { navn: 'kode', art: 'sag', titel: 'SAG-OPF 225 J. KAT3 afv. VUM' },
  { navn: 'fil', art: 'dokument', titel: 'scan_0043_ny(2).pdf' },
  { navn: 'tom', art: 'dokument', titel: 'Diverse' },
  { navn: 'forkert-sag', art: 'dokument', titel: 'Ansøgning om byggetilladelse, carport' },
  { navn: 'telefon', art: 'journalnotat', titel: 'Ring til søsteren på 00 00 12 34 i morgen' },
  { navn: 'vurdering', art: 'journalnotat', titel: 'Mor virker ikke egnet, se på anbringelse' },
]
