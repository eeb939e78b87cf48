import { parseDato, parseKleEmne, parseUuid } from '#kernel'
import { type ImportAfvisning, type ImportKode, importAfvisning } from '../klassifikation.errors.ts'
import { type KleOpslag, MAX_NUMRE, UdgaveBygger } from './udgave.ts'

/** A hovedgruppe, gruppe or emne while its element is open. */
type Aaben = {
  readonly niveau: Niveau
  nr?: string
  titel?: string
  uuid?: KleOpslag['uuid']
  udgaar?: string
  bevaring?: KleOpslag['bevaring']
  sletning?: string
  readonly afloestAf: string[]
  readonly stikord: string[]
}

type Niveau = 'Hovedgruppe' | 'Gruppe' | 'Emne'
const NIVEAUER: readonly string[] = ['Hovedgruppe', 'Gruppe', 'Emne'] satisfies Niveau[]
const isNiveau = (navn: string): navn is Niveau => NIVEAUER.includes(navn)

const BEVARING: ReadonlyMap<string, KleOpslag['bevaring']> = new Map([
  ['B', 'B'],
  ['K', 'K'],
  ['K5', 'K5'],
  ['K10', 'K10'],
  // emner that ended before 2007 have none, and say so with this word
  ['tom', undefined],
])
const VARIGHED = /^P(?=\d)(\d{1,6}Y)?(\d{1,6}M)?(\d{1,6}D)?$/

/** The texts that are read, by parent and element. The same name elsewhere (EmneNr under AfloestAf, p under VejledningTekst) is something else. */
const FELTER: Readonly<
  Record<string, 'nr' | 'titel' | 'uuid' | 'ophoert' | 'afloestAf' | 'bevaring' | 'sletning' | 'stikord' | 'udgivet'>
> = {
  'KLE-Emneplan/UdgivelsesDato': 'udgivet',
  'Hovedgruppe/HovedgruppeNr': 'nr',
  'Hovedgruppe/HovedgruppeTitel': 'titel',
  'Hovedgruppe/UUID': 'uuid',
  'Gruppe/GruppeNr': 'nr',
  'Gruppe/GruppeTitel': 'titel',
  'Gruppe/UUID': 'uuid',
  'Emne/EmneNr': 'nr',
  'Emne/EmneTitel': 'titel',
  'Emne/UUID': 'uuid',
  'Emne/BevaringJaevnfoerArkivloven': 'bevaring',
  'Emne/SletningJaevnfoerPersondataloven': 'sletning',
  'EmneStikord/Tekst': 'stikord',
  'Historisk/UdgaaetDato': 'ophoert',
  'Flyttet/FlyttetDato': 'ophoert',
  'AfloestAf/EmneNr': 'afloestAf',
}

/**
 * Turns the events of a KLE-Emneplan document into an edition (KL, XML version 2.0 and REST version 1.3). Keeps no more of the document
 * than the open elements. The methods answer a refusal or undefined; after a refusal the reader is not used again.
 */
export class KleXmlLaeser {
  readonly bygger = new UdgaveBygger()
  udgivet: string | undefined
  private readonly sti: string[] = []
  private readonly aabne: Aaben[] = []
  private tekst: string | undefined

  get dybde(): number {
    return this.sti.length
  }

  open(navn: string, linje: number): ImportAfvisning | undefined {
    if (this.sti.length === 0 && navn !== 'KLE-Emneplan') return importAfvisning('FORKERT_ROD', navn, { linje, element: navn })
    const over = this.sti.at(-1)
    this.sti.push(navn)
    this.tekst = FELTER[`${over}/${navn}`] === undefined ? undefined : ''
    if (!isNiveau(navn)) return undefined
    const ventetOver = { Hovedgruppe: 'KLE-Emneplan', Gruppe: 'Hovedgruppe', Emne: 'Gruppe' }[navn]
    if (over !== ventetOver) return importAfvisning('FORKERT_FORM', `${navn} / ${over}`, { linje, element: navn })
    this.aabne.push({ niveau: navn, afloestAf: [], stikord: [] })
    return undefined
  }

  text(tekst: string): undefined {
    if (this.tekst !== undefined) this.tekst += tekst
    return undefined
  }

  close(linje: number): ImportAfvisning | undefined {
    const navn = this.sti.pop() ?? ''
    const over = this.sti.at(-1) ?? ''
    const element = `${over}/${navn}`
    const vaerdi = this.tekst?.trim()
    this.tekst = undefined
    const fejl = vaerdi === undefined ? undefined : this.take(element, vaerdi)
    if (fejl) return importAfvisning(fejl, vaerdi, { linje, element })
    return isNiveau(navn) ? this.finish(linje, navn) : undefined
  }

  private take(element: string, vaerdi: string): ImportKode | undefined {
    const felt = FELTER[element]
    if (felt === 'udgivet') {
      this.udgivet = parseDato(vaerdi)
      return this.udgivet === undefined ? 'UGYLDIG_DATO' : undefined
    }
    const aaben = this.aabne.at(-1)
    if (!aaben) return undefined
    if (felt === 'nr' || felt === 'titel') aaben[felt] = vaerdi
    else if (felt === 'stikord') return this.takeStikord(aaben, vaerdi)
    else if (felt === 'ophoert') return takeOphoert(aaben, vaerdi)
    else if (felt === 'afloestAf') return takeAfloestAf(aaben, vaerdi)
    else return takeEgenskab(aaben, felt, vaerdi)
    return undefined
  }

  private takeStikord(aaben: Aaben, vaerdi: string): ImportKode | undefined {
    if (aaben.stikord.length >= MAX_NUMRE) return 'FOR_MANGE'
    aaben.stikord.push(vaerdi)
    return undefined
  }

  private finish(linje: number, niveau: Niveau): ImportAfvisning | undefined {
    const aaben = this.aabne.pop()
    const over = this.aabne.at(-1)
    const sted = { linje, element: niveau }
    if (aaben?.nr === undefined) return importAfvisning('UGYLDIGT_NUMMER', niveau, sted)
    if (aaben.titel === undefined) return importAfvisning('TITEL_MANGLER', aaben.nr, sted)
    if (over?.nr !== undefined && !aaben.nr.startsWith(`${over.nr}.`)) return importAfvisning('FORKERT_PLACERING', aaben.nr, sted)
    const { nr, titel, uuid, bevaring, sletning, afloestAf, stikord } = aaben
    const udgaar = earliest(this.aabne.map((ydre) => ydre.udgaar).concat(aaben.udgaar))
    const overskrift = { nr, titel, ...(uuid && { uuid }), ...(udgaar && { udgaar }) }
    if (niveau !== 'Emne') return this.bygger.addOverskrift(niveau === 'Gruppe' ? 'grupper' : 'hovedgrupper', overskrift, sted)
    return this.bygger.addEmne(
      { ...overskrift, ...(bevaring && { bevaring }), ...(sletning && { sletning }), afloestAf, stikord },
      sted,
    )
  }
}

function takeOphoert(aaben: Aaben, vaerdi: string): ImportKode | undefined {
  const dato = parseDato(vaerdi)
  if (dato === undefined) return 'UGYLDIG_DATO'
  aaben.udgaar = dato
  return undefined
}

/** AfloestAf may also name a gruppe or handlingsfacet, in elements of their own that are not read. */
function takeAfloestAf(aaben: Aaben, vaerdi: string): ImportKode | undefined {
  if (parseKleEmne(vaerdi) === undefined) return 'UGYLDIGT_NUMMER'
  if (aaben.afloestAf.length >= MAX_NUMRE) return 'FOR_MANGE'
  aaben.afloestAf.push(vaerdi)
  return undefined
}

function takeEgenskab(aaben: Aaben, felt: string | undefined, vaerdi: string): ImportKode | undefined {
  if (felt === 'uuid') {
    aaben.uuid = parseUuid(vaerdi)
    return aaben.uuid === undefined ? 'UGYLDIG_VAERDI' : undefined
  }
  if (felt === 'bevaring') {
    aaben.bevaring = BEVARING.get(vaerdi)
    return BEVARING.has(vaerdi) ? undefined : 'UGYLDIG_VAERDI'
  }
  aaben.sletning = vaerdi
  return VARIGHED.test(vaerdi) ? undefined : 'UGYLDIG_VAERDI'
}

/** What lies in a group that has ended has ended with it. */
const earliest = (datoer: readonly (string | undefined)[]): string | undefined =>
  datoer.filter((dato) => dato !== undefined).sort()[0]
