import Type, { type Static } from 'typebox'
import Schema from 'typebox/schema'
import { afvist, parseDato, type Resultat } from '#kernel'
import { type ImportAfvisning, importAfvisning } from '../klassifikation.errors.ts'
import { type KleUdgave, MAX_NUMRE, splitUdgaar, UdgaveBygger, udgaarEfterAar } from './udgave.ts'

const Titel = Type.Union([Type.String(), Type.Null()])
const JsonEmne = Type.Object({
  nr: Type.String(),
  titel: Type.String(),
  udgaar: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
  stikord: Type.Optional(Type.Array(Type.String(), { maxItems: MAX_NUMRE })),
})
const JsonGruppe = Type.Object({ nr: Type.String(), titel: Titel, emner: Type.Array(JsonEmne, { maxItems: MAX_NUMRE }) })
const JsonHovedgruppe = Type.Object({ nr: Type.String(), titel: Titel, grupper: Type.Array(JsonGruppe, { maxItems: MAX_NUMRE }) })
const JsonUdgave = Type.Object({
  version: Type.String(),
  kilde: Type.String(),
  hovedgrupper: Type.Array(JsonHovedgruppe, { maxItems: MAX_NUMRE }),
})
type JsonUdgave = Static<typeof JsonUdgave>

const MAANEDER = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
]

/** "… KLE februar 2026" -> 2026-02-01: editions are published by month. */
function udgivetFraVersion(version: string): string | undefined {
  const [, maaned = '', aar = ''] = /(\p{L}+) (\d{4})\s*$/u.exec(version) ?? []
  const nummer = MAANEDER.indexOf(maaned.toLowerCase()) + 1
  return nummer > 0 ? `${aar}-${String(nummer).padStart(2, '0')}-01` : undefined
}

/**
 * Reads KLE as JSON: {version, kilde, hovedgrupper: [{nr, titel, grupper: [{nr, titel, emner: [{nr, titel, udgaar?, stikord?}]}]}]}.
 * The date is `udgivet`, else the month that `version` ends with. Unknown fields are passed over: retention copied from an older edition
 * is worse than none. Pure; every fault is a refusal with the path of its field.
 */
export function parseKleJson(tekst: string, udgivet?: string): Resultat<KleUdgave, ImportAfvisning> {
  let raa: unknown
  try {
    raa = JSON.parse(tekst)
  } catch (fejl) {
    return afvist(importAfvisning('JSON_UGYLDIG', fejl instanceof Error ? fejl.message : ''))
  }
  if (!Schema.Check(JsonUdgave, raa)) {
    const [, [foerste] = []] = Schema.Errors(JsonUdgave, raa)
    return afvist(importAfvisning('FORKERT_FORM', foerste?.message, { element: foerste?.instancePath }))
  }
  const dato = udgivet ?? udgivetFraVersion(raa.version)
  if (dato === undefined) return afvist(importAfvisning('UDGIVELSESDATO_MANGLER', '', { element: '/version' }))
  if (parseDato(dato) === undefined) return afvist(importAfvisning('UGYLDIG_DATO', dato))
  const bygger = new UdgaveBygger()
  const fejl = fill(bygger, raa)
  return fejl ? afvist(fejl) : bygger.finish(dato, raa.kilde)
}

function fill(bygger: UdgaveBygger, { hovedgrupper }: JsonUdgave): ImportAfvisning | undefined {
  for (const [h, hovedgruppe] of hovedgrupper.entries()) {
    const sti = `/hovedgrupper/${h}`
    const fejl =
      bygger.addOverskrift('hovedgrupper', overskrift(hovedgruppe), { element: `${sti}/nr` }) ??
      firstFault(hovedgruppe.grupper, (gruppe, g) => fillGruppe(bygger, hovedgruppe.nr, gruppe, `${sti}/grupper/${g}`))
    if (fejl) return fejl
  }
  return undefined
}

function fillGruppe(
  bygger: UdgaveBygger,
  over: string,
  gruppe: Static<typeof JsonGruppe>,
  sti: string,
): ImportAfvisning | undefined {
  if (!gruppe.nr.startsWith(`${over}.`)) return importAfvisning('FORKERT_PLACERING', gruppe.nr, { element: `${sti}/nr` })
  const fejl = bygger.addOverskrift('grupper', overskrift(gruppe), { element: `${sti}/nr` })
  return fejl ?? firstFault(gruppe.emner, (emne, e) => addEmne(bygger, gruppe.nr, emne, `${sti}/emner/${e}`))
}

function addEmne(bygger: UdgaveBygger, over: string, emne: Static<typeof JsonEmne>, sti: string): ImportAfvisning | undefined {
  const sted = { element: `${sti}/nr` }
  if (!emne.nr.startsWith(`${over}.`)) return importAfvisning('FORKERT_PLACERING', emne.nr, sted)
  const udgaar = emne.udgaar === undefined ? {} : { udgaar: udgaarEfterAar(emne.udgaar) }
  return bygger.addEmne({ nr: emne.nr, ...splitUdgaar(emne.titel), ...udgaar, afloestAf: [], stikord: emne.stikord ?? [] }, sted)
}

const overskrift = ({ nr, titel }: { nr: string; titel: string | null }) => (titel === null ? { nr } : { nr, titel })

function firstFault<T>(
  liste: readonly T[],
  check: (element: T, index: number) => ImportAfvisning | undefined,
): ImportAfvisning | undefined {
  for (const [index, element] of liste.entries()) {
    const fejl = check(element, index)
    if (fejl) return fejl
  }
  return undefined
}
