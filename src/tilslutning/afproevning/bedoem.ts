import { regelsaetning, type Saetning } from './afp-regler.ts'
import type { Borgervisning, Linjeudfald, Observation, Trinobservation } from './observation.ts'
import type { Proevesag, Trin, Visningskrav } from './sag.ts'

export type Udfald = 'bestaaet' | 'fejlet' | 'advaret' | 'ikkeProevet'

/** What one rule came to in one case: what was to be, what was seen, and where. Never a value of a message. */
export type Fund = {
  readonly regel: string
  readonly udfald: Udfald
  readonly hvad: Saetning
  /** The step and line it was seen in, from 1; undefined for what the citizen sees. */
  readonly trin?: number
  readonly linje?: number
}

/**
 * Judges one case by what was seen. Pure. A message that is answered otherwise than it should be is told once: what follows from it (later
 * steps, what the citizen sees) is then not tried rather than failed, so that one fault is one failure. Before the case's date it only warns.
 */
export function bedoem(sag: Proevesag, set: Observation, idag: string): readonly Fund[] {
  const fund = set.ikkeProevet === undefined ? [...bedoemAlt(sag, set)] : []
  const grund = set.ikkeProevet
  const naevnte = new Set(fund.map(({ regel }) => regel))
  const resten = sag.regler.filter((regel) => !naevnte.has(regel)).map((regel) => medUdeladt(regel, fund, grund))
  return [...fund, ...resten].map((et) =>
    et.udfald === 'fejlet' && idag < sag.kraevesFra ? { ...et, udfald: 'advaret' as const } : et,
  )
}

/** A rule that the case covers without an expectation of its own holds where everything went as it should. */
function medUdeladt(regel: string, fund: readonly Fund[], grund: string | undefined): Fund {
  if (grund !== undefined) return { regel, udfald: 'ikkeProevet', hvad: { da: grund, en: grund } }
  const heltRigtigt = fund.length > 0 && fund.every(({ udfald }) => udfald === 'bestaaet')
  return heltRigtigt ? { regel, udfald: 'bestaaet', hvad: regelsaetning(regel) } : { regel, udfald: 'ikkeProevet', hvad: FOELGER }
}

const FOELGER: Saetning = {
  da: 'Ikke prøvet, fordi noget før det gik galt.',
  en: 'Not tried, since something before it went wrong.',
}

function* bedoemAlt(sag: Proevesag, set: Observation): Generator<Fund> {
  for (const [i, trin] of sag.trin.entries()) {
    const fund = bedoemTrin(trin, i, set.trin[i], set.kanal)
    yield* fund
    if (fund.some(({ udfald }) => udfald !== 'bestaaet')) {
      for (const krav of sag.visning ?? []) yield { regel: krav.regel, udfald: 'ikkeProevet', hvad: FOELGER }
      return
    }
  }
  for (const krav of sag.visning ?? []) yield bedoemVisning(krav, set)
}

/** `afvist SAG-008` as what it says. */
const parseSvar = (svar: string): { readonly slags: string; readonly nummer: string | undefined } => {
  const [slags = '', nummer] = svar.split(' ')
  return { slags, nummer }
}

const regelFor = (trin: Trin, svar: string): string => {
  const { slags, nummer } = parseSvar(svar)
  if (trin.regel) return trin.regel
  if (slags === 'afvist' && nummer) return nummer
  return slags === 'uaendret' ? 'AFP-002' : slags === 'http' ? 'AFP-015' : 'AFP-001'
}

function bedoemTrin(trin: Trin, i: number, set: Trinobservation | undefined, kanal: string): readonly Fund[] {
  const nummer = i + 1
  const [foerste = 'modtaget'] = trin.svar
  if (!set || set.type === 'fejl')
    return [fejlet(regelFor(trin, foerste), `intet svar (${set?.hvad ?? 'ikke sendt'})`, trin.svar[0], { trin: nummer })]
  if (set.type === 'svarTabt') return []
  if (trin.hoejstMs !== undefined && set.ms > trin.hoejstMs)
    return [
      fejlet(regelFor(trin, foerste), `svar efter ${Math.round(set.ms)} ms`, `svar inden ${trin.hoejstMs} ms`, { trin: nummer }),
    ]
  const { slags, nummer: status } = parseSvar(foerste)
  if (slags === 'http') return [bedoemStatus(trin, Number(status), set, nummer)]
  // A message that is refused as a whole has no receipt a line; its rule stands in the fault.
  if (slags === 'afvist' && set.linjer.length === 0) return [bedoemHelAfvisning(trin, foerste, set.regler, nummer)]
  const antal = trin.gentag ?? trin.svar.length
  if (set.linjer.length !== antal)
    return [
      fejlet(regelFor(trin, foerste), `${set.linjer.length} kvitteringer, http ${set.status}`, `${antal} kvitteringer`, {
        trin: nummer,
      }),
    ]
  const fund = set.linjer.map((linje, n) =>
    bedoemLinje(trin, trin.svar[n] ?? foerste, linje, kanal, { trin: nummer, linje: n + 1 }),
  )
  // Of thousands of lines alike only what went wrong is worth a line of the report.
  const daarlige = fund.filter(({ udfald }) => udfald !== 'bestaaet')
  return trin.gentag === undefined ? fund : daarlige.length > 0 ? daarlige.slice(0, 10) : fund.slice(0, 1)
}

type Sted = { readonly trin: number; readonly linje?: number }

function bedoemStatus(trin: Trin, ventet: number, { status }: { readonly status: number }, nummer: number): Fund {
  const regel = regelFor(trin, `http ${ventet}`)
  return status === ventet
    ? bestaaet(regel, { trin: nummer })
    : fejlet(regel, `http ${status}`, `http ${ventet}`, { trin: nummer })
}

function bedoemHelAfvisning(trin: Trin, svar: string, regler: readonly string[], nummer: number): Fund {
  const regel = regelFor(trin, svar)
  const { nummer: ventet = '' } = parseSvar(svar)
  return regler.includes(ventet)
    ? bestaaet(regel, { trin: nummer })
    : fejlet(regel, regler.length > 0 ? `afvist ${regler.join(', ')}` : 'et svar uden regelnummer', svar, { trin: nummer })
}

function bedoemLinje(trin: Trin, svar: string, set: Linjeudfald, kanal: string, sted: Sted): Fund {
  const { slags, nummer: ventet } = parseSvar(svar)
  const regel = regelFor(trin, svar)
  // SOAP says only that it is done: it does not tell a repetition from something new.
  const ens = set.udfald === slags || (kanal === 'soap' && set.udfald !== 'afvist' && slags !== 'afvist')
  if (ens && (ventet === undefined || set.regler.includes(ventet))) return bestaaet(regel, sted)
  // A right message that is refused fails the rule it was refused by, and no other.
  const skyld = slags !== 'afvist' && set.udfald === 'afvist' ? (set.regler[0] ?? regel) : regel
  const saa = set.udfald === 'afvist' ? `afvist ${set.regler.join(', ')}` : set.udfald
  return fejlet(skyld, saa, svar, sted)
}

const bestaaet = (regel: string, sted: Partial<Sted> = {}): Fund => ({
  regel,
  udfald: 'bestaaet',
  hvad: regelsaetning(regel),
  ...sted,
})

const fejlet = (regel: string, saa: string, ventet: string | undefined, sted: Partial<Sted> = {}): Fund => ({
  regel,
  udfald: 'fejlet',
  hvad: {
    da: `Ventet: ${ventet ?? ''}. Set: ${saa}.`,
    en: `Expected: ${toEngelsk(ventet ?? '')}. Seen: ${toEngelsk(saa)}.`,
  },
  ...sted,
})

const ORD: readonly (readonly [RegExp, string])[] = [
  [/\bmodtaget\b/g, 'accepted'],
  [/\buaendret\b/g, 'unchanged'],
  [/\bafvist\b/g, 'refused'],
  [/\bkvitteringer\b/g, 'receipts'],
  [/\bintet svar\b/g, 'no answer'],
  [/\bikke sendt\b/g, 'not sent'],
  [/\bet svar uden regelnummer\b/g, 'an answer without a rule number'],
  [/\bsvar efter\b/g, 'an answer after'],
  [/\bsvar inden\b/g, 'an answer within'],
]
const toEngelsk = (tekst: string): string => ORD.reduce((hidtil, [fra, til]) => hidtil.replaceAll(fra, til), tekst)

/** What the citizen is to see. Values are not repeated: what a citizen sees is personal data, also a fictive one's. */
function bedoemVisning(krav: Visningskrav, set: Observation): Fund {
  const saa = set.borgere[krav.borger]
  if (!saa) return { regel: krav.regel, udfald: 'ikkeProevet', hvad: UDEN_VISNING }
  if (saa.type === 'fejl') return { regel: krav.regel, udfald: 'ikkeProevet', hvad: { da: saa.hvad, en: saa.hvad } }
  const brud = findVisningsbrud(krav, saa.visning)
  return brud === undefined ? bestaaet(krav.regel) : { regel: krav.regel, udfald: 'fejlet', hvad: brud }
}

const UDEN_VISNING: Saetning = {
  da: 'Borgerens visning kan ikke ses ved dette endepunkt.',
  en: "The citizen's view cannot be seen at this endpoint.",
}

function findVisningsbrud(krav: Visningskrav, { lister, tekst }: Borgervisning): Saetning | undefined {
  if (krav.ingenSteder !== undefined && tekst.includes(krav.ingenSteder))
    return { da: 'Borgeren ser noget, som skulle være skjult.', en: 'The citizen sees something that was to be hidden.' }
  if (!krav.liste) return undefined
  const ting = lister[krav.liste]
  if (krav.antal !== undefined && ting.length !== krav.antal)
    return {
      da: `Borgeren ser ${ting.length} ${krav.liste}; ventet: ${krav.antal}.`,
      en: `The citizen sees ${ting.length} of ${krav.liste}; expected: ${krav.antal}.`,
    }
  const { ser } = krav
  if (ser === undefined || ting.some((en) => Object.entries(ser).every(([sti, vaerdi]) => isEns(findFelt(en, sti), vaerdi))))
    return undefined
  const felter = Object.keys(ser).join(', ')
  return {
    da: `Ingen af borgerens ${krav.liste} har det ventede i: ${felter}.`,
    en: `None of the citizen's ${krav.liste} has what was expected in: ${felter}.`,
  }
}

const findFelt = (ting: unknown, sti: string): unknown =>
  sti.split('.').reduce<unknown>((hidtil, led) => (hidtil as Readonly<Record<string, unknown>> | undefined)?.[led], ting)

const isEns = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What a case came to as a whole: its worst finding. */
export function samletUdfald(fund: readonly Fund[]): Udfald {
  const alle = new Set(fund.map(({ udfald }) => udfald))
  if (alle.has('fejlet')) return 'fejlet'
  if (alle.has('advaret')) return 'advaret'
  return alle.has('bestaaet') ? 'bestaaet' : 'ikkeProevet'
}
