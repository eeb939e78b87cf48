import { SaxesParser, type SaxesTagNS } from 'saxes'

/** A PrivilegeGroup as it was sent. */
export type Gruppekilde = {
  readonly scope: string | undefined
  readonly privilegier: readonly string[]
  readonly constraints: readonly { readonly navn: string; readonly vaerdi: string }[]
  /** True where it holds something else than the profile has: that could be a limit, so the group gives nothing. */
  readonly andet: boolean
}

/** Source: OIO Basic Privilege Profile; the second is how Digitaliseringsstyrelsen writes it. */
const NAVNERUM: ReadonlySet<string> = new Set([
  'http://itst.dk/oiosaml/basic_privilege_profile',
  'http://digst.dk/oiosaml/basic_privilege_profile',
])
/** Namespaces that say nothing of rights. */
const UDENFOR: ReadonlySet<string> = new Set([
  'http://www.w3.org/2000/xmlns/',
  'http://www.w3.org/2001/XMLSchema-instance',
  'http://www.w3.org/XML/1998/namespace',
])

const HOEJST_BYTES = 64 * 1024
const HOEJST_BASE64 = 96 * 1024
const HOEJST_GRUPPER = 200
const HOEJST_VAERDIER = 2_000
const HOEJST_ATTRIBUTTER = 20

/** One group while it is being read. */
type Aaben = {
  scope: string | undefined
  privilegier: string[]
  constraints: { navn: string; vaerdi: string }[]
  andet: boolean
}

class Stop extends Error {}
const stop = (): never => {
  throw new Stop()
}

/**
 * The groups of an OIO-BPP payload (base64 of XML): UTF-8, well-formed, no DTD and so no entities of its own, no comment, no CDATA and no processing
 * instruction, within bounds. Undefined for anything else: half of a list of rights is no list.
 */
export function readOioBppXml(base64: string): readonly Gruppekilde[] | undefined {
  try {
    return new Laeser().read(decode(base64))
  } catch {
    // What the parser says repeats the text, which may hold a personal number as Scope: it is told nowhere.
    return undefined
  }
}

function decode(base64: string): string {
  if (base64.length > HOEJST_BASE64) stop()
  const ren = base64.replace(/[ \t\r\n]+/g, '')
  const bytes = Buffer.from(ren, 'base64')
  if (bytes.length === 0 || bytes.length > HOEJST_BYTES || bytes.toString('base64') !== ren) stop()
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

class Laeser {
  readonly #grupper: Aaben[] = []
  #dybde = 0
  #vaerdier = 0
  #attributter = 0
  /** Where text goes now; undefined where only white space may stand. */
  #tekst: string[] | undefined
  /** The namespace of the list, in which its elements stand, or in none. */
  #ns = ''

  read(xml: string): readonly Gruppekilde[] {
    const parser = new SaxesParser({ xmlns: true, position: false })
    for (const uventet of ['error', 'doctype', 'processinginstruction', 'cdata', 'comment'] as const) parser.on(uventet, stop)
    parser.on('xmldecl', ({ version, encoding }) => {
      if (version !== '1.0' || (encoding !== undefined && encoding.toUpperCase() !== 'UTF-8')) stop()
    })
    parser.on('opentagstart', () => {
      this.#attributter = 0
    })
    parser.on('attribute', () => {
      if (++this.#attributter > HOEJST_ATTRIBUTTER) stop()
    })
    parser.on('opentag', (tag) => this.#open(tag))
    parser.on('text', (stykke) => this.#addTekst(stykke))
    parser.on('closetag', (tag) => this.#close(tag))
    parser.write(xml).close()
    return this.#grupper
  }

  #open(tag: SaxesTagNS): void {
    this.#dybde++
    if (this.#dybde === 1) {
      if (tag.local !== 'PrivilegeList' || !NAVNERUM.has(tag.uri)) stop()
      this.#ns = tag.uri
    } else if (this.#dybde === 2) this.#openGruppe(tag)
    else this.#openLed(tag)
  }

  #openGruppe(tag: SaxesTagNS): void {
    // What stands beside the groups may say something of them all.
    if (!this.#er(tag, 'PrivilegeGroup') || this.#grupper.length >= HOEJST_GRUPPER) stop()
    const egne = egneAttributter(tag)
    const andet = [...egne.keys()].some((navn) => navn !== 'Scope')
    this.#grupper.push({ scope: egne.get('Scope'), privilegier: [], constraints: [], andet })
  }

  #openLed(tag: SaxesTagNS): void {
    const gruppe = this.#gruppe()
    if (++this.#vaerdier > HOEJST_VAERDIER) stop()
    const egne = [...egneAttributter(tag).keys()]
    const privilegium = this.#er(tag, 'Privilege') && egne.length === 0
    const graense = this.#er(tag, 'Constraint') && egne.every((navn) => navn === 'Name')
    if (this.#dybde > 3 || !(privilegium || graense)) gruppe.andet = true
    if (this.#dybde > 10) stop()
    this.#tekst = []
  }

  #addTekst(stykke: string): void {
    if (this.#tekst) this.#tekst.push(stykke)
    else if (this.#dybde > 0 && stykke.trim() !== '') stop()
  }

  #close(tag: SaxesTagNS): void {
    if (this.#dybde === 3 && this.#tekst) {
      const vaerdi = this.#tekst.join('').trim()
      this.#vaerdier += vaerdi.split(',').length - 1
      if (this.#vaerdier > HOEJST_VAERDIER) stop()
      if (this.#er(tag, 'Privilege')) this.#gruppe().privilegier.push(vaerdi)
      if (this.#er(tag, 'Constraint')) this.#gruppe().constraints.push({ navn: egneAttributter(tag).get('Name') ?? '', vaerdi })
    }
    this.#tekst = undefined
    this.#dybde--
  }

  #er = ({ local, uri }: SaxesTagNS, navn: string): boolean => local === navn && (uri === '' || uri === this.#ns)

  #gruppe = (): Aaben => this.#grupper.at(-1) ?? stop()
}

/** The attributes that can mean something, by name; one in a strange namespace by its whole name. */
const egneAttributter = ({ attributes }: SaxesTagNS): ReadonlyMap<string, string> =>
  new Map(
    Object.values(attributes)
      .filter(({ uri, name }) => !UDENFOR.has(uri) && name !== 'xmlns')
      .map(({ uri, local, value }) => [uri === '' ? local : `{${uri}}${local}`, value.trim()]),
  )
