import { afvist, parseDato, type Resultat } from '#kernel'
import { type ImportAfvisning, importAfvisning } from '../klassifikation.errors.ts'
import { type KleUdgave, splitUdgaar, UdgaveBygger } from './udgave.ts'

/** A line of OS2KLE.txt. Until 2025 a colon stood before the keywords, since 2026 an equals sign. */
const LINJE = /^KLENummer='([^']*)':KLETitel='(.*?)'(?::Keywords\[Weight\][=:](.*))?$/
const VAEGT = /\[\d+\]$/

/** Where an edition comes from, for files that do not say so themselves. */
export type Oplysning = { readonly udgivet: string; readonly kilde: string }

/**
 * Reads OS2KLE.txt (os2kle/os2kle): one emne a line, KLENummer='NN.NN.NN':KLETitel='…':Keywords[Weight]=word[5];word[5];
 * The file has no date and no group titles. Pure; every fault is a refusal with its line.
 */
export function parseOs2KleText(tekst: string, { udgivet, kilde }: Oplysning): Resultat<KleUdgave, ImportAfvisning> {
  if (parseDato(udgivet) === undefined) return afvist(importAfvisning('UGYLDIG_DATO', udgivet))
  const bygger = new UdgaveBygger()
  for (const [index, raa] of tekst
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const linje = raa.replace(/\r$/, '')
    if (linje.trim() === '') continue
    const fundet = LINJE.exec(linje)
    const sted = { linje: index + 1 }
    if (!fundet) return afvist(importAfvisning('UGYLDIG_LINJE', linje, sted))
    const [, nr = '', titel = '', noegleord = ''] = fundet
    const stikord = noegleord.split(';').map((ord) => ord.replace(VAEGT, '').trim())
    const fejl = bygger.addEmne({ nr, ...splitUdgaar(titel), afloestAf: [], stikord: stikord.filter(Boolean) }, sted)
    if (fejl) return afvist(fejl)
  }
  return bygger.finish(udgivet, kilde)
}
