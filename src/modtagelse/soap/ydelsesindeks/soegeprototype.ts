import type { Rollekatalog } from '../../regler/index.ts'
import type { Postbetingelse, Soegeudtryk, Vaerdiinterval } from '../../soegning/index.ts'
import { readTidspunkt } from '../faelles/laes-vaerdier.ts'
import { Soegefejl } from '../faelles/soegebrud.ts'
import { readRegistrering, toPostvirkning, toTidspunkt, withSoegVirkning } from '../faelles/soegelaes.ts'
import { find, type Xml } from '../faelles/xml-trae.ts'
import type { Kobling, Objektkobling } from './felter.ts'
import { readLister } from './laes.ts'

type Post = Readonly<Record<string, unknown>>

/**
 * SoegBevillingIndeks and SoegOekonomiskEffektueringIndeks: a registration filled in with what is looked for. Every attribute set and relation
 * in it must be held by a post of the item, all its fields by the same post. SoegVirkning holds for posts that say no time of their own.
 * What is not understood is never passed over: the search would find more than was asked for. Throws Soegefejl.
 */
export function readPrototype(kobling: Objektkobling, xml: Xml, roller: Rollekatalog): Soegeudtryk[] {
  for (const led of kobling.indhold) {
    const fundet = find(xml, led.element)
    if (fundet && 'indhold' in led && !isForstaaet(led.indhold, fundet)) throw new Soegefejl()
  }
  const givne = Object.entries(readLister(kobling, xml, roller)).flatMap(([liste, poster]) =>
    (poster as readonly Post[]).map(({ virkning, ...felter }): Postbetingelse => {
      const ved = toPostvirkning(virkning as Post | undefined)
      return { liste, ...ved, felter: { ...flatten(felter, ''), ...ved.felter } }
    }),
  )
  return [...readRegistrering(xml), ...withSoegVirkning(xml, [...givne, ...readIntervaller(xml)])]
}

/** True where everything in `xml` is read by the table, or is an interval. */
const isForstaaet = (indhold: readonly Kobling[], xml: Xml): boolean =>
  xml.boern.every((barn) => {
    if (isIntervaller(barn)) return true
    const led = indhold.find(({ element }) => element === barn.navn)
    if (led === undefined) return false
    // An empty element says that something is looked for and not what; in a delivery it counts as absent.
    return 'indhold' in led ? isForstaaet(led.indhold, barn) : barn.boern.length > 0 || barn.tekst !== ''
  })

const isIntervaller = (xml: Xml): boolean =>
  xml.navn in INTERVALLER || (xml.navn === 'gd:LokalUdvidelseListe' && xml.boern.every(({ navn }) => navn in INTERVALLER))

/** Where the value of each interval stands. */
const INTERVALLER: Readonly<Record<string, { readonly liste: string; readonly felter: Readonly<Record<string, string>> }>> = {
  'bi:SoegEgenskaberLokalUdvidelse': {
    liste: 'egenskaber',
    felter: { BevillingStartDatoInterval: 'bevillingstartdato', BevillingSlutDatoInterval: 'bevillingslutdato' },
  },
  'bi:SoegBevilgetYdelseLokalUdvidelse': {
    liste: 'bevilgedeYdelser',
    felter: {
      BevilgetYdelseStartDatoInterval: 'bevilgetYdelseStartdato',
      BevilgetYdelseSlutDatoInterval: 'bevilgetYdelseSlutdato',
      EffektueringsplanStartDatoInterval: 'oekonomiskEffektueringsplaner.effektueringsplanStartdato',
      EffektueringsplanSlutDatoInterval: 'oekonomiskEffektueringsplaner.effektueringsplanSlutdato',
      YdelseBeloebInterval: 'oekonomiskEffektueringsplaner.ydelsesbeloeb',
    },
  },
  'oef:SoegEgenskaberLokalUdvidelse': {
    liste: 'egenskaber',
    felter: {
      StartDatoInterval: 'startdato',
      SlutDatoInterval: 'slutdato',
      DispositionsDatoInterval: 'dispositionsdato',
      SamletBruttoBeloebInterval: 'samletBruttobeloeb',
      BeloebUdbetaltInterval: 'beloebUdbetalt',
      BeloebEfterSkatATPInterval: 'beloebEfterSkatATP',
      BeloebSendtTilUdbetalingInterval: 'beloebSendtTilUdbetaling',
    },
  },
  'oef:SoegOekonomiskYdelseEffektueringRelationLokalUdvidelse': {
    liste: 'oekonomiskYdelseEffektueringer',
    felter: {
      YdelsesperiodeStartDatoInterval: 'ydelsesperiodeStartdato',
      YdelsesperiodeSlutDatoInterval: 'ydelsesperiodeSlutdato',
      YdelsesBeloebInterval: 'ydelsesbeloeb',
    },
  },
}

/** The intervals that a search has in the place of local extensions, wherever in its lists. */
function readIntervaller(xml: Xml): Postbetingelse[] {
  return xml.boern.flatMap((barn): Postbetingelse[] => {
    const kendt = INTERVALLER[barn.navn]
    if (!kendt) return readIntervaller(barn)
    const intervaller = barn.boern.flatMap((led) => {
      const felt = kendt.felter[led.navn.slice(led.navn.indexOf(':') + 1)]
      const interval = readVaerdiinterval(led)
      return felt && interval ? [[felt, interval] as const] : []
    })
    return intervaller.length > 0 ? [{ liste: kendt.liste, intervaller: Object.fromEntries(intervaller) }] : []
  })
}

function readVaerdiinterval(xml: Xml): Vaerdiinterval | undefined {
  const ende = (navn: 'Fra' | 'Til') => {
    const tid = readTidspunkt(find(xml, `go:${navn}Tidspunkt`))
    if (tid) toTidspunkt(tid)
    return tid ?? find(xml, `go:${navn}Beloeb`)?.tekst
  }
  const [fra, til] = [ende('Fra'), ende('Til')]
  return fra === undefined && til === undefined ? undefined : { ...(fra ? { fra } : {}), ...(til ? { til } : {}) }
}

/** Fields by path. Several posts within one post could be meant together or apart, so more than one of them is not understood. */
function flatten(felter: Post, foran: string): Record<string, string | number | boolean> {
  const flade: Record<string, string | number | boolean> = {}
  for (const [felt, vaerdi] of Object.entries(felter)) {
    if (Array.isArray(vaerdi) && vaerdi.length !== 1) throw new Soegefejl()
    const led: unknown = Array.isArray(vaerdi) ? vaerdi[0] : vaerdi
    if (typeof led === 'object' && led !== null) Object.assign(flade, flatten(led as Post, `${foran}${felt}.`))
    else if (typeof led === 'string' || typeof led === 'boolean') flade[`${foran}${felt}`] = led
  }
  return flade
}
