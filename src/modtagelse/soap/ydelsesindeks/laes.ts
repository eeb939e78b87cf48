import { parseUuid } from '#kernel'
import type { ElementKilde } from '../../leverance/index.ts'
import type { Rollekatalog } from '../../regler/index.ts'
import { readId, readVirkning } from '../faelles/laes-vaerdier.ts'
import { find, findAlle, type Xml } from '../faelles/xml-trae.ts'
import { KOBLINGER, type Kobling, type Objektkobling } from './felter.ts'

type Post = Record<string, unknown>

/** Where an element of the message went: the path in the received item. */
type Stier = Map<Xml, string>

/** One registration or change of one object, as received. `registrering` undefined: the object has none. */
export type LaestElement = {
  readonly element: ElementKilde
  readonly registrering: Xml | undefined
  readonly stier: Stier
}

/** One grant or payment of a message with its registrations in the order given. */
export type LaestObjekt = {
  readonly kobling: Objektkobling
  readonly xml: Xml
  readonly elementer: readonly LaestElement[]
}

/**
 * Reads the objects of ImporterYdelseIndeksInput, also those that the schema refuses, as far as they can be read. Each registration of an
 * object is an item of its own with the same id, in the order given.
 */
export function readObjekter(input: Xml, roller: Rollekatalog): LaestObjekt[] {
  return input.boern.flatMap((ydre) => {
    const kobling = KOBLINGER.find(({ importer }) => importer[0] === ydre.navn)
    if (!kobling) return []
    const objekt = find(ydre, kobling.importer[1])
    const registreringer = findAlle(objekt, kobling.registrering)
    const elementer = (registreringer.length > 0 ? registreringer : [undefined]).map((registrering) => {
      const laeser = new Laeser(roller)
      const element: Post = { art: kobling.art }
      if (objekt) laeser.laes(OBJEKT[kobling.art], objekt, element, '')
      if (registrering) laeser.laes([...kobling.hoved, ...kobling.indhold], registrering, element, '')
      return { element: element as ElementKilde, registrering, stier: laeser.stier }
    })
    return [{ kobling, xml: ydre, elementer }]
  })
}

const ID: Kobling = { slags: 'uuid', element: 'sd:UUIDIdentifikator', felt: 'id' }
const OBJEKT: Readonly<Record<Objektkobling['art'], readonly Kobling[]>> = {
  bevilling: [ID, { slags: 'boolsk', element: 'bi:UdenNotifikation', felt: 'udenNotifikation' }],
  oekonomiskEffektuering: [ID],
}

/** Reads the objects of OpdaterYdelseIndeksInput: each is one registration with what changes alone. */
export function readAendringer(input: Xml, roller: Rollekatalog): LaestObjekt[] {
  return input.boern.flatMap((xml) => {
    const kobling = KOBLINGER.find(({ opdater }) => opdater === xml.navn)
    if (!kobling) return []
    const laeser = new Laeser(roller)
    const element: Post = { art: kobling.art }
    laeser.laes([...kobling.aendringshoved, ...kobling.indhold], xml, element, '')
    return [{ kobling, xml, elementer: [{ element: element as ElementKilde, registrering: xml, stier: laeser.stier }] }]
  })
}

/** Reads the lists of one object, as they stand in a search by example. */
export function readLister(kobling: Objektkobling, xml: Xml, roller: Rollekatalog): Readonly<Post> {
  const element: Post = {}
  new Laeser(roller).laes(kobling.indhold, xml, element, '')
  return element
}

const BOOLSKE: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false }

function setFelt(post: Post, felt: string, vaerdi: unknown): void {
  const trin = felt.split('.')
  const sidste = trin.pop() ?? ''
  let her = post
  for (const navn of trin) {
    her[navn] ??= {}
    her = her[navn] as Post
  }
  her[sidste] = vaerdi
}

const led = (sti: string, felt: string): string => (sti === '' ? felt : `${sti}.${felt}`)

/** Reads by the table. What is wrong is kept as it is, for the rules to refuse; an empty element counts as absent, as it does for them. */
class Laeser {
  readonly stier: Stier = new Map()
  readonly #roller: Rollekatalog

  constructor(roller: Rollekatalog) {
    this.#roller = roller
  }

  laes(koblinger: readonly Kobling[], xml: Xml, post: Post, sti: string): void {
    for (const kobling of koblinger) {
      if (kobling.slags === 'liste') this.#liste(kobling, xml, post, sti)
      else {
        const barn = find(xml, kobling.element)
        if (barn) this.#en(kobling, barn, post, sti)
      }
    }
  }

  #liste({ element, felt, indhold }: Extract<Kobling, { slags: 'liste' }>, xml: Xml, post: Post, sti: string): void {
    const fundne = findAlle(xml, element)
    if (fundne.length === 0) return
    post[felt] = fundne.map((barn, i) => {
      const egen = `${led(sti, felt)}[${i}]`
      this.stier.set(barn, egen)
      const ny: Post = {}
      this.laes(indhold, barn, ny, egen)
      return ny
    })
  }

  #en(kobling: Exclude<Kobling, { slags: 'liste' }>, xml: Xml, post: Post, sti: string): void {
    if (kobling.slags === 'gren') {
      if (kobling.sti !== undefined) this.stier.set(xml, led(sti, kobling.sti))
      this.laes(kobling.indhold, xml, post, sti)
      return
    }
    const felt = kobling.slags === 'rolle' || kobling.slags === 'virkning' ? kobling.slags : kobling.felt
    this.stier.set(xml, led(sti, felt))
    const vaerdi = this.#vaerdi(kobling, xml)
    if (vaerdi !== undefined && vaerdi !== '') setFelt(post, felt, vaerdi)
  }

  #vaerdi(kobling: Exclude<Kobling, { slags: 'liste' | 'gren' }>, xml: Xml): unknown {
    const { tekst } = xml
    switch (kobling.slags) {
      case 'virkning':
        return readVirkning(xml)
      case 'rolle': {
        const rolle = readId(xml)
        return rolle && (this.#roller.rolleNavn(kobling.liste, rolle) ?? rolle)
      }
      case 'type': {
        const type = readId(xml)
        return type && (this.#roller.typeNavn(type) ?? type)
      }
      case 'id':
        return readId(xml)
      case 'uuid':
        return parseUuid(tekst) ?? tekst
      case 'boolsk':
        return BOOLSKE[tekst.trim()] ?? tekst
      case 'tid':
        return tekst.trim()
      // The index says itself when it took something in.
      case 'sts':
        return undefined
      case 'tekst':
        return tekst
    }
  }
}
