import { parseTidspunkt, type Tidspunkt } from '#kernel'
import type { Rollekatalog } from '../../regler/index.ts'
import type { Betingelse, Interval, Postbetingelse, Soegeudtryk, Vaerdiinterval } from '../../soegning/soegning.ts'
import { Soegefejl } from '../faelles/soegebrud.ts'
import { find, type Xml } from '../faelles/xml-trae.ts'
import type { Objektkobling } from './elementfelter.ts'
import { readPrototype } from './parse.ts'
import { NOTAT_URN } from './parse-notat.ts'

/**
 * SoegSag, SoegDokument and SoegSagsloeseDokumenter: a registration filled in with what is looked for. Every attribute set, state and
 * relation in it must be held by a post of the item, all its fields by the same post. SoegVirkning holds for posts that say no time of
 * their own. Throws Soegefejl.
 */
export function readSoegeprototype(kobling: Objektkobling, xml: Xml, roller: Rollekatalog): Soegeudtryk {
  const virkning = readInterval(find(xml, 'sd:SoegVirkning'))
  const aktoer = readAktoer(find(xml, 'sd:SoegVirkning'))
  const poster = readPoster(kobling, xml, roller).map((post) => ({
    ...post,
    felter: { ...post.felter, ...aktoer },
    ...(post.virkning || !virkning ? {} : { virkning }),
  }))
  const udenPoster = poster.length === 0 && (virkning || Object.keys(aktoer).length > 0)
  const alene: Betingelse[] = udenPoster ? [{ liste: 'egenskaber', felter: aktoer, ...(virkning ? { virkning } : {}) }] : []
  return saml('og', [...readRegistrering(xml), ...alene, ...poster.map(slank)])
}

/** `og` or `eller` of what is more than one, so that a tree is no deeper than what it says. */
export function saml(hvordan: 'og' | 'eller', alle: readonly Soegeudtryk[]): Soegeudtryk {
  const led = hvordan === 'og' ? alle.flatMap((del) => ('og' in del ? del.og : [del])) : alle
  const [eneste] = led
  if (eneste && led.length === 1) return eneste
  return hvordan === 'og' ? { og: led } : { eller: led }
}

const slank = ({ felter = {}, ...post }: Postbetingelse): Postbetingelse =>
  Object.keys(felter).length > 0 ? { ...post, felter } : post

/** Registration times, and who registered. A case was last changed at its registration's time. Everything in the index is Importeret. */
function readRegistrering(xml: Xml): Soegeudtryk[] {
  const registrering = find(xml, 'sd:SoegRegistrering')
  const udvidelser = find(find(xml, 'sag:AttributListe'), 'gd:LokalUdvidelseListe')
  const aendring = find(find(udvidelser, 'si:SoegEgenskaberLokalUdvidelse'), 'si:SenestAendretInterval')
  const tider = [readInterval(registrering), toInterval(find(aendring, 'go:FraTidspunkt'), find(aendring, 'go:TilTidspunkt'))]
  const modtaget = toInterval(find(xml, 'go:SoegStsFraTidspunkt'), find(xml, 'go:SoegStsTilTidspunkt'))
  const livscyklus = find(registrering, 'sd:LivscyklusKode')?.tekst.trim()
  const bruger = find(registrering, 'sd:BrugerRef')
  return [
    ...tider.flatMap((tidspunkt) => (tidspunkt ? [{ tidspunkt }] : [])),
    ...(modtaget ? [{ modtaget }] : []),
    ...(livscyklus !== undefined && livscyklus !== 'Importeret' ? [{ eller: [] }] : []),
    ...(bruger ? [{ brugerRef: readUnikId(bruger) }] : []),
  ]
}

const readUnikId = (xml: Xml): string =>
  find(xml, 'sd:UUIDIdentifikator')?.tekst.toLowerCase() ?? find(xml, 'sd:URNIdentifikator')?.tekst ?? ''

function readAktoer(xml: Xml | undefined): Record<string, string> {
  const ref = find(xml, 'sd:AktoerRef')
  const type = find(xml, 'sd:AktoerTypeKode')?.tekst
  const note = find(xml, 'sd:NoteTekst')?.tekst
  return {
    ...(ref ? { 'virkning.aktoerRef': readUnikId(ref) } : {}),
    ...(type === undefined ? {} : { 'virkning.aktoerTypeKode': type }),
    ...(note === undefined ? {} : { 'virkning.noteTekst': note }),
  }
}

const readInterval = (xml: Xml | undefined): Interval | undefined =>
  toInterval(find(xml, 'sd:FraTidspunkt'), find(xml, 'sd:TilTidspunkt'))

function toInterval(fra: Xml | undefined, til: Xml | undefined): Interval | undefined {
  const [begynd, slut] = [toTidspunkt(readTid(fra)), toTidspunkt(readTid(til))]
  return begynd === undefined && slut === undefined
    ? undefined
    : { ...(begynd ? { fra: begynd } : {}), ...(slut ? { til: slut } : {}) }
}

/** A TidspunktType's instant; undefined for the limit: open. */
const readTid = (xml: Xml | undefined): string | undefined => find(xml, 'sd:TidsstempelDatoTid')?.tekst.trim()

function toTidspunkt(tekst: string | undefined): Tidspunkt | undefined {
  if (tekst === undefined) return undefined
  const tidspunkt = parseTidspunkt(tekst)
  if (!tidspunkt) throw new Soegefejl()
  return tidspunkt
}

type Post = Readonly<Record<string, unknown>>

function readPoster(kobling: Objektkobling, xml: Xml, roller: Rollekatalog): (Postbetingelse | IntervalBetingelse)[] {
  const element = readPrototype(kobling, xml, roller)
  // What is not understood is never passed over: the search would find more than was asked for, and fjern take it away.
  if (!element) throw new Soegefejl()
  const fundne = Object.entries(element).flatMap(([liste, poster]) =>
    Array.isArray(poster) ? (poster as Post[]).map((post) => toBetingelse(liste, post)) : [],
  )
  return [...fundne, ...readIntervaller(kobling, xml)]
}

function toBetingelse(liste: string, { virkning, ...felter }: Post): Postbetingelse {
  const { fra, til, ...aktoer } = (virkning ?? {}) as { fra?: string; til?: string | null } & Post
  const interval = {
    ...(fra && fra !== '-infinity' ? { fra: toTidspunkt(fra) } : {}),
    ...(til ? { til: toTidspunkt(til) } : {}),
  }
  const flade = { ...flatten(felter, ''), ...flatten(aktoer, 'virkning.') }
  // The index points at a note by its id, where the wire has one constant for all.
  if (liste === 'journalposter' && flade['referenceId'] === 'URN:Empty') flade['referenceId'] = `${NOTAT_URN}*`
  // What a note says is kept as an item of its own, not in its case.
  if (Object.keys(flade).some((sti) => sti.includes('journalnotatEgenskaber'))) throw new Soegefejl()
  return { liste, felter: flade, ...(virkning ? { virkning: interval } : {}) }
}

function flatten(felter: Post, foran: string): Record<string, string | number | boolean> {
  const flade: Record<string, string | number | boolean> = {}
  for (const [felt, vaerdi] of Object.entries(felter)) {
    if (typeof vaerdi === 'object' && vaerdi !== null) Object.assign(flade, flatten(vaerdi as Post, `${foran}${felt}.`))
    else if (typeof vaerdi === 'string' || typeof vaerdi === 'number' || typeof vaerdi === 'boolean')
      flade[`${foran}${felt}`] = vaerdi
  }
  return flade
}

type IntervalBetingelse = Postbetingelse & { readonly intervaller: Readonly<Record<string, Vaerdiinterval>> }

/** The intervals that a search has in the place of a local extension. */
function readIntervaller({ praefiks, art }: Objektkobling, xml: Xml): IntervalBetingelse[] {
  const udvidelser = find(find(xml, `${praefiks}:AttributListe`), 'gd:LokalUdvidelseListe')
  const soeg = find(udvidelser, `${art === 'sag' ? 'si' : 'di'}:SoegEgenskaberLokalUdvidelse`)
  const oprettet = readVaerdiinterval(find(soeg, 'si:OprettetTidspunktInterval'))
  const brevdato = readVaerdiinterval(find(soeg, 'di:BrevDatoInterval'), 10)
  return [
    ...(oprettet ? [{ liste: 'sagIndeksEgenskaber', intervaller: { oprettetTidspunkt: oprettet } }] : []),
    ...(brevdato ? [{ liste: 'egenskaber', intervaller: { brevDato: brevdato } }] : []),
  ]
}

/** `tegn`: so much of the times as the value has; a date has ten characters. */
function readVaerdiinterval(xml: Xml | undefined, tegn?: number): Vaerdiinterval | undefined {
  const [fra, til] = [readTid(find(xml, 'go:FraTidspunkt')), readTid(find(xml, 'go:TilTidspunkt'))]
  if (toTidspunkt(fra) === undefined && toTidspunkt(til) === undefined) return undefined
  return { ...(fra ? { fra: fra.slice(0, tegn) } : {}), ...(til ? { til: til.slice(0, tegn) } : {}) }
}
