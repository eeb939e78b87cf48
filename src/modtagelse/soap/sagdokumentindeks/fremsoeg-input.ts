import type { Rollekatalog } from '../../regler/index.ts'
import { HOEJST_ANTAL, type Soegning, type Sortering } from '../../soegning/index.ts'
import { readIder } from '../faelles/soegelaes.ts'
import { find, findAlle, type Xml } from '../faelles/xml-trae.ts'
import { DOKUMENT, type Objektkobling, SAG } from './elementfelter.ts'
import { readSide, readSoegeudtryk } from './soegeudtryk.ts'

/** FremsoegSagDokumentIndeksInput. A kind that the message does not ask about is undefined. */
export type Fremsoegning = {
  readonly sager: Soegning | undefined
  readonly dokumenter: Soegning | undefined
  readonly visning: Visning
  /** Documents that the cases found file, cases that they point at, documents that the documents found point at. */
  readonly inkluder: { readonly journalpost: boolean; readonly sagsrelation: boolean; readonly dokument: boolean }
}

/** What is written of each kind: the item's lists, undefined for all; and of journal posts which. */
export type Visning = {
  readonly sag: readonly string[] | undefined
  readonly dokument: readonly string[] | undefined
  readonly journalposter: 'alle' | 'udenNotater' | 'kunNotater'
}

const SAG_VIS: Readonly<Record<string, readonly string[]>> = {
  egenskaber: ['egenskaber', 'sagIndeksEgenskaber'],
  fremdrift: ['fremdrift'],
  sagsklasse: ['sagsklasser'],
  sagsaktoer: ['sagsaktoerer'],
  sagspart: ['sagsparter'],
  sagsrelation: ['sagsrelationer'],
  sagsgenstand: ['sagsgenstande'],
  journalpost: ['journalposter'],
  'journalpost-journalnote': ['journalposter'],
  itsystem: ['itSystemer'],
  sikkerhedsprofil: ['sikkerhedsprofiler'],
}

const DOKUMENT_VIS: Readonly<Record<string, readonly string[]>> = {
  egenskaber: ['egenskaber'],
  fremdrift: ['fremdrift'],
  dokument: ['dokumentrelationer'],
  klasse: ['dokumentklasser'],
  aktoer: ['dokumentaktoerer'],
  part: ['dokumentparter'],
  itsystem: ['itSystemer'],
  sikkerhedsprofil: ['sikkerhedsprofiler'],
}

/** Reads a search. The UUIDs named and the expression both hold, each for its kind; a message with none of them asks for all. Throws Soegefejl. */
export function readFremsoeg(input: Xml, roller: Rollekatalog): Fremsoegning {
  const filter = find(input, 'sdi:Filter')
  const valgt = (navn: string) => findAlle(filter, navn).map((xml) => find(xml, 'sdi:Vis')?.tekst ?? '')
  const inkluderet = [...findAlle(filter, 'sdi:SagInkluder'), ...findAlle(filter, 'sdi:DokumentInkluder')].map(
    ({ tekst }) => tekst,
  )
  const sagVis = valgt('sdi:SagVis')
  const visning: Visning = {
    sag: toLister(sagVis, SAG_VIS),
    dokument: toLister(valgt('sdi:DokumentVis'), DOKUMENT_VIS),
    journalposter: toJournalposter(sagVis),
  }
  return {
    sager: toSoegning(SAG, input, roller),
    dokumenter: toSoegning(DOKUMENT, input, roller),
    visning,
    inkluder: {
      journalpost: inkluderet.includes('journalpost'),
      sagsrelation: inkluderet.includes('sagsrelation'),
      dokument: inkluderet.includes('dokument'),
    },
  }
}

const toLister = (valgte: readonly string[], kendte: Readonly<Record<string, readonly string[]>>): string[] | undefined =>
  valgte.length === 0 ? undefined : [...new Set(valgte.flatMap((navn) => kendte[navn] ?? []))]

function toJournalposter(valgte: readonly string[]): Visning['journalposter'] {
  const [poster, notater] = [valgte.includes('journalpost'), valgte.includes('journalpost-journalnote')]
  if (poster === notater) return 'alle'
  return poster ? 'udenNotater' : 'kunNotater'
}

function toSoegning(kobling: Objektkobling, input: Xml, roller: Rollekatalog): Soegning | undefined {
  const navn = kobling.art === 'sag' ? 'Sag' : 'Dokument'
  const ider = readIder(findAlle(input, `sdi:${navn}Uuid`))
  const xml = find(input, 'sdi:SoegUdtryk')
  const udtryk = xml && readSoegeudtryk(kobling, xml, roller)
  const sortering = readSortering(kobling, findAlle(find(input, 'sdi:Sortering'), `sdi:${navn}Sortering`))
  const spoergerOmAlt = !xml && !['sdi:SagUuid', 'sdi:DokumentUuid'].some((felt) => find(input, felt))
  if (!ider && !udtryk && !spoergerOmAlt) return undefined
  const { foerste, antal } = readSide(kobling, xml)
  return { arter: [kobling.art], ider, udtryk, sortering, foerste, antal: antal && Math.min(antal, HOEJST_ANTAL) }
}

type Efter = Sortering['efter']

/** Livscyklus is the same for everything in the index, so it orders nothing. */
const SORTERINGER: Readonly<Record<string, Efter | ((kobling: Objektkobling) => Efter) | undefined>> = {
  Bruger: 'brugerRef',
  StsRegistreringstidspunkt: 'modtaget',
  Registreringstidspunkt: 'tidspunkt',
  BrugervendtNoegle: { liste: 'egenskaber', felt: 'brugervendtNoegle' },
  'ItSystem-Systemnavn': { liste: 'itSystemer', felt: 'systemNavn', rolle: 'Master' },
  Fremdrift: { liste: 'fremdrift', felt: 'fremdriftStatusKode' },
  Titel: { liste: 'egenskaber', felt: 'titel' },
  Foelsomhed: ({ art }) => ({ liste: art === 'sag' ? 'sagIndeksEgenskaber' : 'egenskaber', felt: 'foelsomhed' }),
  'Sagklasse-BrugervendtNoegle': { liste: 'sagsklasser', felt: 'brugervendtNoegle', rolle: 'Primær klasse' },
  Major: { liste: 'egenskaber', felt: 'versionIdentifikator' },
  Minor: { liste: 'egenskaber', felt: 'underversionIdentifikator' },
}

/** By Prioritet, lowest first; those of the same Prioritet in the order given. */
function readSortering(kobling: Objektkobling, xml: readonly Xml[]): Sortering[] | undefined {
  const ordnede = xml.toSorted((a, b) => toPrioritet(a) - toPrioritet(b))
  const sortering = ordnede.flatMap((led): Sortering[] => {
    const fundet = SORTERINGER[find(led, 'sdi:Element')?.tekst ?? '']
    const efter = typeof fundet === 'function' ? fundet(kobling) : fundet
    return efter ? [{ efter, retning: find(led, 'sdi:Retning')?.tekst === 'Faldende' ? 'faldende' : 'stigende' }] : []
  })
  return sortering.length > 0 ? sortering : undefined
}

const toPrioritet = (xml: Xml): number => Number(find(xml, 'sdi:Prioritet')?.tekst ?? 0)
