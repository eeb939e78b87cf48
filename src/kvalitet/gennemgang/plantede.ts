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

/** How often one is met where nobody has chosen: about once an hour of work at five seconds a title would be 700; a week of review is some hundred. */
export const STANDARD_HVER = 40

/**
 * Whether the next title is to be a made-up one. By chance, since what comes at every fortieth is known at the fortieth. `tal` is from [0, 1).
 * Never where it would be all there is: a queue with nothing in it shows nothing.
 */
export const isTurnForPlantet = (hver: number, tal: number, venter: number): boolean => hver > 0 && venter > 0 && tal < 1 / hver

/** The template for a number from [0, 1): of the kind asked for, so that it fits among the others, else any. */
export function chooseSkabelon(art: Art, tal: number): Skabelon {
  const passende = SKABELONER.filter((skabelon) => skabelon.art === art)
  const valgte = passende.length > 0 ? passende : SKABELONER
  return valgte[Math.min(valgte.length - 1, Math.floor(tal * valgte.length))] as Skabelon
}

/** Found is all but approved: whoever corrects it or holds it back has read it. */
export const isFundet = (slags: string): boolean => slags !== 'godkend' && slags !== 'frigiv'

/** The kind that a template looks like; one from an earlier edition of the list is a note. */
export const artOfSkabelon = (navn: string): Art => SKABELONER.find((skabelon) => skabelon.navn === navn)?.art ?? 'journalnotat'
