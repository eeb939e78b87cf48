import { parseTidspunkt, parseUuid, type Tidspunkt, type Uuid } from '#kernel'
import type { Interval, Postbetingelse, Soegeudtryk } from '../../soegning/index.ts'
import { readId, readTidspunkt } from './laes-vaerdier.ts'
import { Soegefejl } from './soegebrud.ts'
import { find, type Xml } from './xml-trae.ts'

/** What all searches of the family have in common: pages, times, who registered, and the time that posts must hold at. */

/** `og` or `eller` of what is more than one, so that a tree is no deeper than what it says. */
export function saml(hvordan: 'og' | 'eller', alle: readonly Soegeudtryk[]): Soegeudtryk {
  const led = hvordan === 'og' ? alle.flatMap((del) => ('og' in del ? del.og : [del])) : alle
  const [eneste] = led
  if (eneste && led.length === 1) return eneste
  return hvordan === 'og' ? { og: led } : { eller: led }
}

/** What is no UUID names nothing that the index could hold. */
export const readIder = (xml: readonly Xml[]): Uuid[] | undefined =>
  xml.length === 0 ? undefined : [...new Set(xml.flatMap(({ tekst }) => parseUuid(tekst.trim()) ?? []))]

/** Which part of all that fits is asked for. */
export type Side = { readonly foerste: number | undefined; readonly antal: number | undefined }
export const UDEN_SIDE: Side = { foerste: undefined, antal: undefined }

/** The page that a SoegInputType asks for. Throws Soegefejl for a number below zero. */
export const toSide = (xml: Xml): Side => ({
  foerste: toAntal(find(xml, 'sd:FoersteResultatReference')),
  antal: toAntal(find(xml, 'sd:MaksimalAntalKvantitet')),
})

function toAntal(xml: Xml | undefined): number | undefined {
  if (!xml) return undefined
  const tal = Number(xml.tekst.trim())
  if (!Number.isSafeInteger(tal) || tal < 0) throw new Soegefejl()
  return tal
}

/** Registration times, and who registered. Everything in the index is Importeret. Throws Soegefejl. */
export function readRegistrering(xml: Xml): Soegeudtryk[] {
  const registrering = find(xml, 'sd:SoegRegistrering')
  const tidspunkt = readInterval(registrering)
  const modtaget = toInterval(find(xml, 'go:SoegStsFraTidspunkt'), find(xml, 'go:SoegStsTilTidspunkt'))
  const livscyklus = find(registrering, 'sd:LivscyklusKode')?.tekst.trim()
  const brugerRef = readId(find(registrering, 'sd:BrugerRef'))
  return [
    ...(tidspunkt ? [{ tidspunkt }] : []),
    ...(modtaget ? [{ modtaget }] : []),
    ...(livscyklus !== undefined && livscyklus !== 'Importeret' ? [{ eller: [] }] : []),
    ...(brugerRef === undefined ? [] : [{ brugerRef }]),
  ]
}

/**
 * The posts looked for, with what SoegVirkning says: its time holds for posts that say none of their own, its actor for all. Where no post is
 * looked for it speaks of the attributes. Throws Soegefejl.
 */
export function withSoegVirkning(xml: Xml, poster: readonly Postbetingelse[]): Postbetingelse[] {
  const soeg = find(xml, 'sd:SoegVirkning')
  const virkning = readInterval(soeg)
  const aktoer = readAktoer(soeg)
  const alene: Postbetingelse[] = virkning || Object.keys(aktoer).length > 0 ? [{ liste: 'egenskaber' }] : []
  return (poster.length > 0 ? poster : alene).map(({ felter, ...post }) => {
    const alle = { ...felter, ...aktoer }
    return { ...(virkning ? { virkning } : {}), ...post, ...(Object.keys(alle).length > 0 ? { felter: alle } : {}) }
  })
}

function readAktoer(xml: Xml | undefined): Record<string, string> {
  const felter = {
    'virkning.aktoerRef': readId(find(xml, 'sd:AktoerRef')),
    'virkning.aktoerTypeKode': find(xml, 'sd:AktoerTypeKode')?.tekst,
    'virkning.noteTekst': find(xml, 'sd:NoteTekst')?.tekst,
  }
  return Object.fromEntries(Object.entries(felter).flatMap(([felt, vaerdi]) => (vaerdi === undefined ? [] : [[felt, vaerdi]])))
}

const readInterval = (xml: Xml | undefined): Interval | undefined =>
  toInterval(find(xml, 'sd:FraTidspunkt'), find(xml, 'sd:TilTidspunkt'))

/** From one TidspunktType to another; a limit is open, and both open is none. Throws Soegefejl. */
export function toInterval(fra: Xml | undefined, til: Xml | undefined): Interval | undefined {
  const [begynd, slut] = [readTidspunkt(fra), readTidspunkt(til)]
  return begynd || slut
    ? { ...(begynd ? { fra: toTidspunkt(begynd) } : {}), ...(slut ? { til: toTidspunkt(slut) } : {}) }
    : undefined
}

/** Throws Soegefejl for a time without a zone. */
export function toTidspunkt(tekst: string): Tidspunkt {
  const tidspunkt = parseTidspunkt(tekst)
  if (!tidspunkt) throw new Soegefejl()
  return tidspunkt
}

/** The time that a post of a search by example says it holds at, and the actor of it by path. Throws Soegefejl. */
export function toPostvirkning(
  virkning: Readonly<Record<string, unknown>> | undefined,
): Pick<Postbetingelse, 'virkning' | 'felter'> {
  if (!virkning) return {}
  const { fra, til, ...aktoer } = virkning as { fra?: string; til?: string | null } & Readonly<Record<string, string>>
  return {
    felter: Object.fromEntries(Object.entries(aktoer).map(([felt, vaerdi]) => [`virkning.${felt}`, vaerdi])),
    virkning: {
      ...(fra && fra !== '-infinity' ? { fra: toTidspunkt(fra) } : {}),
      ...(til ? { til: toTidspunkt(til) } : {}),
    },
  }
}
