import type { ElementKilde } from '../../element/element.kilde.ts'
import type { Rollekatalog } from '../../regler/index.ts'
import { readId, readVirkning } from '../faelles/laes-vaerdier.ts'
import { find, findAlle, type Xml } from '../faelles/xml-trae.ts'
import {
  DOKUMENT,
  type Feltkobling,
  type Objektkobling,
  REGISTRERING,
  type Relationskobling,
  SAG,
  SAGINDEKSEGENSKABER,
} from './elementfelter.ts'
import { readNotat } from './parse-notat.ts'

type Post = Record<string, unknown>

/** Where an element of the message went: the path in the received item. Filled while reading, to name the rule of a schema breach. */
export type Stier = Map<Xml, string>

/** One registration of one object, as received. */
export type LaestElement = {
  readonly element: ElementKilde
  readonly registrering: Xml | undefined
  readonly stier: Stier
}

/** One case or document of a message with its registrations in the order given. */
export type LaestObjekt = { readonly kobling: Objektkobling; readonly xml: Xml; readonly elementer: readonly LaestElement[] }

/**
 * Reads the objects of ImporterSagDokumentIndeksInput. An object may come with several registrations (AM-01: its whole history); each is an
 * item of its own with the same id, in the order given, since each is a full picture of the object at its Tidspunkt and the index keeps them
 * all. Also reads objects that the schema refuses, as far as they can be, so that they can be refused by rule.
 * Inline notes stay in their case here; see splitNotater.
 */
export function readObjekter(input: Xml, roller: Rollekatalog): LaestObjekt[] {
  return input.boern.flatMap((xml) => {
    const kobling = xml.navn === SAG.element ? SAG : xml.navn === DOKUMENT.element ? DOKUMENT : undefined
    if (!kobling) return []
    const registreringer = findAlle(xml, `${kobling.praefiks}:Registrering`)
    const elementer = (registreringer.length > 0 ? registreringer : [undefined]).map((registrering) =>
      new Laeser(kobling, roller).laes(xml, registrering),
    )
    return [{ kobling, xml, elementer }]
  })
}

/**
 * Reads the objects of OpdaterSagDokumentIndeksInput: each is one registration with what changes alone, and carries its time and its
 * choice of notification itself. BrugerRef and LivscyklusKode have no place there.
 */
export function readAendringer(input: Xml, roller: Rollekatalog): LaestObjekt[] {
  return input.boern.flatMap((xml) => {
    const kobling = xml.navn === SAG.aendring ? SAG : xml.navn === DOKUMENT.aendring ? DOKUMENT : undefined
    return kobling ? [{ kobling, xml, elementer: [new Laeser(kobling, roller).laes(xml, xml, AENDRING)] }] : []
  })
}

/** What a search names by the lists of a registration, read as one; undefined where it names something that is not read. */
export function readPrototype(kobling: Objektkobling, xml: Xml, roller: Rollekatalog): ElementKilde | undefined {
  const { element, stier } = new Laeser(kobling, roller).laes(xml, xml, { objekt: [], registrering: [] })
  const lister = ['AttributListe', 'TilstandListe', 'RelationListe'].flatMap(
    (navn) => find(xml, `${kobling.praefiks}:${navn}`) ?? [],
  )
  return lister.every((liste) => isLaest(liste, stier)) ? element : undefined
}

/** A field is read with all that it holds; a post (its path ends in its number) only as its fields are. */
const isLaest = (xml: Xml, stier: Stier): boolean =>
  stier.get(xml)?.endsWith(']') === false ||
  xml.navn.endsWith(':SoegEgenskaberLokalUdvidelse') ||
  (xml.boern.length === 0 ? stier.has(xml) || xml.tekst.trim() === '' : xml.boern.every((barn) => isLaest(barn, stier)))

/** Where the fields of the registration itself stand: in the object, and in its Registrering. */
type Registreringsform = { readonly objekt: readonly Feltkobling[]; readonly registrering: readonly Feltkobling[] }

const ID: Feltkobling = { element: 'sd:UUIDIdentifikator', felt: 'id' }
const udenNotifikation = (praefiks: string): Feltkobling => ({
  element: `${praefiks}:UdenNotifikation`,
  felt: 'udenNotifikation',
  slags: 'boolsk',
})
const IMPORT: Registreringsform = { objekt: [ID, udenNotifikation('sag')], registrering: REGISTRERING }
const AENDRING: Registreringsform = {
  objekt: [ID, udenNotifikation('sdi')],
  registrering: [
    { element: 'sd:NoteTekst', felt: 'noteTekst' },
    { element: 'sdi:Tidspunkt', felt: 'tidspunkt' },
  ],
}

const boolsk = (tekst: string): unknown => {
  const trimmet = tekst.trim()
  if (trimmet === 'true' || trimmet === '1') return true
  return trimmet === 'false' || trimmet === '0' ? false : tekst
}

const heltal = (tekst: string): unknown => (/^\s*[+-]?\d{1,15}\s*$/.test(tekst) ? Number(tekst) : tekst)

/** Times and dates are xsd types that collapse white space. */
const KOLLAPSER = new Set(['tidspunkt', 'brevDato', 'oprettetTidspunkt'])

function readVaerdi(xml: Xml, { felt, slags }: Feltkobling): unknown {
  if (slags === 'id') return readId(xml)
  if (slags === 'boolsk') return boolsk(xml.tekst)
  if (slags === 'heltal') return heltal(xml.tekst)
  return KOLLAPSER.has(felt) ? xml.tekst.trim() : xml.tekst
}

/** Reads one registration. What is wrong is kept as it is, for the rules to refuse. */
class Laeser {
  readonly #kobling: Objektkobling
  readonly #roller: Rollekatalog
  readonly #stier: Stier = new Map()

  constructor(kobling: Objektkobling, roller: Rollekatalog) {
    this.#kobling = kobling
    this.#roller = roller
  }

  laes(objekt: Xml, registrering: Xml | undefined, form = IMPORT): LaestElement {
    const { praefiks, art, egenskaber, relationer } = this.#kobling
    const element: Post = { art }
    this.#felter(form.objekt, objekt, element, '')
    if (registrering) {
      this.#felter(form.registrering, registrering, element, '')
      const attributter = find(registrering, `${praefiks}:AttributListe`)
      this.#saet(element, 'egenskaber', findAlle(attributter, `${praefiks}:Egenskaber`), egenskaber)
      const udvidelser = find(attributter, 'gd:LokalUdvidelseListe')
      if (art === 'sag')
        this.#saet(element, 'sagIndeksEgenskaber', findAlle(udvidelser, 'si:SagIndeksEgenskaber'), SAGINDEKSEGENSKABER)
      const tilstande = findAlle(find(registrering, `${praefiks}:TilstandListe`), `${praefiks}:Fremdrift`)
      this.#saet(element, 'fremdrift', tilstande, [{ element: `${praefiks}:FremdriftStatusKode`, felt: 'fremdriftStatusKode' }])
      this.#relationer(element, find(registrering, `${praefiks}:RelationListe`), relationer)
    }
    return { element: element as ElementKilde, registrering, stier: this.#stier }
  }

  #note(xml: Xml, sti: string): void {
    this.#stier.set(xml, sti)
  }

  #felter(koblinger: readonly Feltkobling[], xml: Xml, post: Post, sti: string): void {
    for (const kobling of koblinger) {
      const barn = find(xml, kobling.element)
      if (!barn) continue
      const hel = sti ? `${sti}.${kobling.felt}` : kobling.felt
      this.#note(barn, hel)
      post[kobling.felt] = kobling.slags === 'undtaget' ? this.#undtaget(barn, hel) : readVaerdi(barn, kobling)
    }
  }

  #undtaget(xml: Xml, sti: string): Post {
    const post: Post = {}
    const felter = ['TitelAlternativTekst', 'OffentlighedUndtagetHjemmelTekst'].map((navn) => ({
      element: `sd:${navn}`,
      felt: navn.charAt(0).toLowerCase() + navn.slice(1),
    }))
    this.#felter(felter, xml, post, sti)
    return post
  }

  #saet(element: Post, liste: string, poster: readonly Xml[], koblinger: readonly Feltkobling[]): void {
    if (poster.length === 0) return
    element[liste] = poster.map((xml, i) => {
      const sti = `${liste}[${i}]`
      this.#note(xml, sti)
      const post: Post = {}
      this.#virkning(xml, post, sti)
      this.#felter(koblinger, xml, post, sti)
      return post
    })
  }

  #virkning(xml: Xml, post: Post, sti: string): void {
    const barn = xml.boern.find(({ navn }) => navn.endsWith(':Virkning'))
    if (!barn) return
    this.#note(barn, `${sti}.virkning`)
    post['virkning'] = readVirkning(barn)
  }

  #relationer(element: Post, liste: Xml | undefined, koblinger: readonly Relationskobling[]): void {
    const lokale = find(liste, 'gd:LokalUdvidelseListe')
    for (const kobling of koblinger) {
      const fundne = findAlle(kobling.lokal ? lokale : liste, kobling.element)
      if (fundne.length > 0)
        element[kobling.liste] = fundne.map((xml, i) => this.#relation(kobling, xml, `${kobling.liste}[${i}]`))
    }
  }

  #relation({ liste, egne, udvidelse }: Relationskobling, xml: Xml, sti: string): Post {
    const post: Post = {}
    this.#note(xml, sti)
    this.#virkning(xml, post, sti)
    this.#felter(RELATIONSFELTER, xml, post, sti)
    const rolle = post['rolle'] as string | undefined
    const type = post['type'] as string | undefined
    if (rolle !== undefined) post['rolle'] = this.#roller.rolleNavn(liste, rolle) ?? rolle
    if (type !== undefined) post['type'] = this.#roller.typeNavn(type) ?? type
    const ekstra = udvidelse ? find(find(xml, 'gd:LokalUdvidelseListe'), udvidelse.element) : undefined
    if (udvidelse && ekstra) this.#felter(udvidelse.felter, ekstra, post, sti)
    this.#felter(egne, xml, post, sti)
    const journalpost = liste === 'journalposter' ? find(xml, 'sag:JournalpostEgenskaber') : undefined
    if (journalpost) post['journalpostEgenskaber'] = this.#journalpost(journalpost, `${sti}.journalpostEgenskaber`)
    return post
  }

  #journalpost(xml: Xml, sti: string): Post {
    const post: Post = {}
    this.#felter(JOURNALPOSTFELTER, xml, post, sti)
    const notat = find(xml, 'sag:JournalnotatEgenskaber')
    if (!notat) return post
    const egenskaber: Post = {}
    this.#note(notat, `${sti}.journalnotatEgenskaber`)
    this.#felter(NOTATFELTER, notat, egenskaber, `${sti}.journalnotatEgenskaber`)
    const { notat: base64, format } = egenskaber as { notat?: string; format?: string }
    post['journalnotatEgenskaber'] = { ...egenskaber, ...readNotat(base64, format, this.#roller) }
    return post
  }
}

const RELATIONSFELTER: readonly Feltkobling[] = [
  { element: 'gd:Rolle', felt: 'rolle', slags: 'id' },
  { element: 'gd:Type', felt: 'type', slags: 'id' },
  { element: 'gd:Indeks', felt: 'indeks' },
  { element: 'gd:ReferenceID', felt: 'referenceId', slags: 'id' },
]

const JOURNALPOSTFELTER: readonly Feltkobling[] = [
  { element: 'sag:Dokumenttitel', felt: 'dokumenttitel' },
  { element: 'sd:OffentlighedUndtaget', felt: 'offentlighedUndtaget', slags: 'undtaget' },
]

const NOTATFELTER: readonly Feltkobling[] = [
  { element: 'sag:Titel', felt: 'titel' },
  { element: 'sag:Notat', felt: 'notat' },
  { element: 'sag:Format', felt: 'format' },
]
