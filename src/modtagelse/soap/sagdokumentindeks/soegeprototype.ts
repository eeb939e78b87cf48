import type { Rollekatalog } from '../../regler/index.ts'
import type { Postbetingelse, Soegeudtryk, Vaerdiinterval } from '../../soegning/index.ts'
import { readTidspunkt } from '../faelles/laes-vaerdier.ts'
import { Soegefejl } from '../faelles/soegebrud.ts'
import { readRegistrering, saml, toInterval, toPostvirkning, withSoegVirkning } from '../faelles/soegelaes.ts'
import { find, type Xml } from '../faelles/xml-trae.ts'
import type { Objektkobling } from './elementfelter.ts'
import { readPrototype } from './parse.ts'
import { NOTAT_URN } from './parse-notat.ts'

/**
 * SoegSag, SoegDokument and SoegSagsloeseDokumenter: a registration filled in with what is looked for. Every attribute set, state and
 * relation in it must be held by a post of the item, all its fields by the same post. SoegVirkning holds for posts that say no time of
 * their own. Throws Soegefejl.
 */
export const readSoegeprototype = (kobling: Objektkobling, xml: Xml, roller: Rollekatalog): Soegeudtryk =>
  saml('og', [...readRegistrering(xml), ...readSenestAendret(xml), ...withSoegVirkning(xml, readPoster(kobling, xml, roller))])

/** A case was last changed at its registration's time. */
function readSenestAendret(xml: Xml): Soegeudtryk[] {
  const udvidelser = find(find(xml, 'sag:AttributListe'), 'gd:LokalUdvidelseListe')
  const aendring = find(find(udvidelser, 'si:SoegEgenskaberLokalUdvidelse'), 'si:SenestAendretInterval')
  const tidspunkt = toInterval(find(aendring, 'go:FraTidspunkt'), find(aendring, 'go:TilTidspunkt'))
  return tidspunkt ? [{ tidspunkt }] : []
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
  const ved = toPostvirkning(virkning as Post | undefined)
  const flade = { ...flatten(felter, ''), ...ved.felter }
  // The index points at a note by its id, where the wire has one constant for all.
  if (liste === 'journalposter' && flade['referenceId'] === 'URN:Empty') flade['referenceId'] = `${NOTAT_URN}*`
  // What a note says is kept as an item of its own, not in its case.
  if (Object.keys(flade).some((sti) => sti.includes('journalnotatEgenskaber'))) throw new Soegefejl()
  return { liste, ...ved, felter: flade }
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
  const [begynd, slut] = [find(xml, 'go:FraTidspunkt'), find(xml, 'go:TilTidspunkt')]
  if (!toInterval(begynd, slut)) return undefined
  const [fra, til] = [readTidspunkt(begynd), readTidspunkt(slut)]
  return { ...(fra ? { fra: fra.slice(0, tegn) } : {}), ...(til ? { til: til.slice(0, tegn) } : {}) }
}
