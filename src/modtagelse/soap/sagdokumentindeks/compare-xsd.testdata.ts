import { fuldtElement, somKilde } from '../../regler/fuldt-element.testdata.ts'
import {
  type Knude,
  muter,
  muterBlade,
  ordforraadFor,
  pak,
  tilfaeldig,
  toKnude,
  writeKnude,
} from '../faelles/mutationer.testdata.ts'
import { skemaFor } from '../faelles/skema.ts'
import { type Skema, validateElement, withDokument } from '../faelles/validate.ts'
import { find, readXml } from '../faelles/xml-trae.ts'
import { KORSBAEK_SAG, TRANSAKTION } from './korsbaek.testdata.ts'
import { officieltSkema } from './officielt-skema.testdata.ts'
import { writeImporter } from './skriv-importer.ts'
import { SAGDOKUMENTINDEKS } from './tjeneste.ts'

/** What a campaign saw. `uenige` are the messages on which the two schemas differ; the others were valid or invalid by both. */
export type Xsdsammenligning = { readonly gyldige: number; readonly ugyldige: number; readonly uenige: readonly string[] }

const ID = 'b7a1c0de-0000-4000-8000-000000000001'
const RETUR = `<sd:StatusKode>40</sd:StatusKode><sd:FejlbeskedTekst>x</sd:FejlbeskedTekst><sd:DetaljeretFejlbesked>y</sd:DetaljeretFejlbesked>`
const FRA = '<sd:FraTidspunkt><sd:TidsstempelDatoTid>2026-01-01T00:00:00Z</sd:TidsstempelDatoTid></sd:FraTidspunkt>'
const LISTER = (p: string) =>
  `<${p}:AttributListe><${p}:Egenskaber><${p}:Titel>x</${p}:Titel></${p}:Egenskaber></${p}:AttributListe><${p}:TilstandListe/><${p}:RelationListe/>`
const SOEG = (p: string) =>
  `<sd:FoersteResultatReference>0</sd:FoersteResultatReference><sd:SoegRegistrering>${FRA}</sd:SoegRegistrering><sd:SoegVirkning>${FRA}</sd:SoegVirkning>${LISTER(p)}`
/** The three lists of every field there is, as importer writes them. */
const fuldeLister = (art: 'sag' | 'dokument'): string =>
  /<(sag|di):AttributListe>.*<\/\1:RelationListe>/s.exec(writeImporter([somKilde(fuldtElement(art))], TRANSAKTION))?.[0] ?? ''
const OBJEKT = `<sd:UUIDIdentifikator>${ID}</sd:UUIDIdentifikator>`

const SOEG_ALT = `<sd:MaksimalAntalKvantitet>10</sd:MaksimalAntalKvantitet><sd:SoegRegistrering>${FRA}<sd:LivscyklusKode>Importeret</sd:LivscyklusKode><sd:BrugerRef>${OBJEKT}</sd:BrugerRef></sd:SoegRegistrering><go:SoegStsFraTidspunkt><sd:GraenseIndikator>true</sd:GraenseIndikator></go:SoegStsFraTidspunkt>`
const INTERVALLER = `<sag:AttributListe><gd:LokalUdvidelseListe><si:SoegEgenskaberLokalUdvidelse><si:OprettetTidspunktInterval><go:FraTidspunkt><sd:TidsstempelDatoTid>2026-01-01T00:00:00Z</sd:TidsstempelDatoTid></go:FraTidspunkt></si:OprettetTidspunktInterval></si:SoegEgenskaberLokalUdvidelse></gd:LokalUdvidelseListe></sag:AttributListe><sag:TilstandListe/><sag:RelationListe/>`

/** A valid message of each of the other operations, in and out. */
const ANDRE = [
  `<sdi:ImporterSagDokumentIndeksOutput><sd:UnikRetur>${RETUR}<sd:Type>SagIndeks</sd:Type>${OBJEKT}</sd:UnikRetur></sdi:ImporterSagDokumentIndeksOutput>`,
  `<sdi:OpdaterSagDokumentIndeksOutput><sd:StandardRetur>${RETUR}</sd:StandardRetur></sdi:OpdaterSagDokumentIndeksOutput>`,
  `<sdi:OpdaterSagDokumentIndeksInput><sdi:OpdaterSagIndeks>${OBJEKT}<sd:NoteTekst>n</sd:NoteTekst>${LISTER('sag')}<sdi:Tidspunkt>2026-01-01T00:00:00Z</sdi:Tidspunkt><sdi:UdenNotifikation>true</sdi:UdenNotifikation></sdi:OpdaterSagIndeks><sdi:OpdaterDokumentIndeks>${OBJEKT}${LISTER('di')}<sdi:Tidspunkt>2026-01-01T00:00:00Z</sdi:Tidspunkt></sdi:OpdaterDokumentIndeks></sdi:OpdaterSagDokumentIndeksInput>`,
  `<sdi:FjernSagDokumentIndeksInput><sdi:SagUuid>${OBJEKT}</sdi:SagUuid><sdi:SoegUdtryk><sdi:operation>AND</sdi:operation><sdi:SoegSag>${SOEG('sag')}</sdi:SoegSag></sdi:SoegUdtryk><sdi:EfterladSagsloeseDokumenter>true</sdi:EfterladSagsloeseDokumenter></sdi:FjernSagDokumentIndeksInput>`,
  `<sdi:FremsoegSagDokumentIndeksInput><sdi:SagUuid>${ID}</sdi:SagUuid><sdi:SoegUdtryk><sdi:NOT><sdi:SoegDokument>${SOEG('di')}</sdi:SoegDokument></sdi:NOT></sdi:SoegUdtryk><sdi:Filter><sdi:SagVis><sdi:Vis>fremdrift</sdi:Vis></sdi:SagVis></sdi:Filter><sdi:Sortering><sdi:SagSortering><sdi:Element>Titel</sdi:Element><sdi:Retning>Stigende</sdi:Retning><sdi:Prioritet>1</sdi:Prioritet></sdi:SagSortering></sdi:Sortering></sdi:FremsoegSagDokumentIndeksInput>`,
  `<sdi:FremsoegSagDokumentIndeksOutput><sd:StandardRetur>${RETUR}</sd:StandardRetur><sdi:Antal><sdi:Element>sager</sdi:Element><sdi:Antal>1</sdi:Antal><sdi:Paginering><sd:FoersteResultatReference>0</sd:FoersteResultatReference></sdi:Paginering></sdi:Antal><sdi:SagFiltreretOejebliksbillede><sag:ObjektType>${OBJEKT}</sag:ObjektType><sag:Registrering>${LISTER('sag')}</sag:Registrering></sdi:SagFiltreretOejebliksbillede></sdi:FremsoegSagDokumentIndeksOutput>`,
  `<sdi:OpdaterSagDokumentIndeksInput><sdi:OpdaterSagIndeks>${OBJEKT}${fuldeLister('sag')}<sdi:Tidspunkt>2026-01-01T00:00:00Z</sdi:Tidspunkt></sdi:OpdaterSagIndeks></sdi:OpdaterSagDokumentIndeksInput>`,
  `<sdi:OpdaterSagDokumentIndeksInput><sdi:OpdaterDokumentIndeks>${OBJEKT}${fuldeLister('dokument')}<sdi:Tidspunkt>2026-01-01T00:00:00Z</sdi:Tidspunkt></sdi:OpdaterDokumentIndeks></sdi:OpdaterSagDokumentIndeksInput>`,
  `<sdi:FjernSagDokumentIndeksInput><sdi:SagUuid><sd:URNIdentifikator>urn:x</sd:URNIdentifikator></sdi:SagUuid><sdi:FjernOgsaaYdelse>1</sdi:FjernOgsaaYdelse></sdi:FjernSagDokumentIndeksInput>`,
  `<sdi:FremsoegSagDokumentIndeksInput><sdi:DokumentUuid>${ID}</sdi:DokumentUuid><sdi:SoegUdtryk><sdi:operation>OR</sdi:operation><sdi:SoegSagsloeseDokumenter>${SOEG('di')}</sdi:SoegSagsloeseDokumenter><sdi:SoegUdtryk><sdi:SoegSag>${SOEG_ALT}${INTERVALLER}</sdi:SoegSag></sdi:SoegUdtryk></sdi:SoegUdtryk><sdi:Filter><sdi:DokumentVis><sdi:Vis>part</sdi:Vis></sdi:DokumentVis><sdi:SagInkluder>journalpost</sdi:SagInkluder><sdi:DokumentInkluder>dokument</sdi:DokumentInkluder></sdi:Filter><sdi:Sortering><sdi:DokumentSortering><sdi:Element>Major</sdi:Element><sdi:Retning>Faldende</sdi:Retning><sdi:Prioritet>2</sdi:Prioritet></sdi:DokumentSortering></sdi:Sortering></sdi:FremsoegSagDokumentIndeksInput>`,
  `<sdi:FremsoegSagDokumentIndeksOutput><sd:StandardRetur>${RETUR}</sd:StandardRetur><sdi:DokumentFiltreretOejebliksbillede><di:ObjektType>${OBJEKT}</di:ObjektType><di:Registrering><sd:Tidspunkt>2026-01-01T00:00:00Z</sd:Tidspunkt><gd:StsTidspunkt>2026-01-01T00:00:00.123456Z</gd:StsTidspunkt>${fuldeLister('dokument')}</di:Registrering></sdi:DokumentFiltreretOejebliksbillede></sdi:FremsoegSagDokumentIndeksOutput>`,
  `<sdi:FjernSagDokumentIndeksOutput><sd:UnikRetur>${RETUR}<sd:Type>SagIndeks</sd:Type>${OBJEKT}</sd:UnikRetur></sdi:FjernSagDokumentIndeksOutput>`,
  `<hd:RequestHeader><hd:TransactionUUID>${ID}</hd:TransactionUUID></hd:RequestHeader>`,
]

function grundlag(): Knude[] {
  const importer = [[KORSBAEK_SAG], [somKilde(fuldtElement('sag'))], [somKilde(fuldtElement('dokument'))]].map((elementer) => {
    const rod = readXml(writeImporter(elementer, TRANSAKTION))
    return find(find(rod, 'soap:Body'), 'sdi:ImporterSagDokumentIndeksInput')
  })
  const andre = ANDRE.map((xml) => readXml(pak(xml)).boern[0])
  return [...importer, ...andre].flatMap((xml) => (xml ? [toKnude(xml)] : []))
}

const isGyldig = (skema: Skema, xml: string): boolean =>
  withDokument(xml, (rod) => validateElement(skema, rod.firstChild as Parameters<typeof validateElement>[1]).length === 0)

type Domme = { gyldige: number; ugyldige: number; uenige: string[] }

function compare(officielt: Skema, knude: Knude, domme: Domme): void {
  const xml = pak(writeKnude(knude))
  const gyldig = isGyldig(officielt, xml)
  if (gyldig !== isGyldig(skemaFor(SAGDOKUMENTINDEKS), xml)) domme.uenige.push(xml)
  else if (gyldig) domme.gyldige += 1
  else domme.ugyldige += 1
}

/** Validates by both schemas what `mutationer` makes of valid messages. Throws where the official schema is not at hand. */
function compareSkemaer(mutationer: (kilder: readonly Knude[]) => Iterable<Knude>): Xsdsammenligning {
  const officielt = officieltSkema()
  const kilder = grundlag()
  // All messages to start from must be valid, or the campaign would compare refusals alone.
  for (const kilde of kilder) {
    const xml = pak(writeKnude(kilde))
    if (!isGyldig(officielt, xml) || !isGyldig(skemaFor(SAGDOKUMENTINDEKS), xml))
      throw new Error(`A message to start from is not valid: ${kilde.navn}`)
  }
  const domme: Domme = { gyldige: 0, ugyldige: 0, uenige: [] }
  for (const knude of mutationer(kilder)) compare(officielt, knude, domme)
  officielt.validator.dispose()
  return domme
}

/** `antal` seeded mutations of structure, names, namespaces, types and texts. */
export const compareXsd = (antal: number, froe: number): Xsdsammenligning =>
  compareSkemaer(function* (kilder) {
    const t = tilfaeldig(froe)
    const ord = ordforraadFor(SAGDOKUMENTINDEKS)
    for (let i = 0; i < antal; i++) yield muter(kilder[i % kilder.length] as Knude, t, ord)
  })

/** Every text of every kind of element, at each length that a facet could name and with each sample value: none left to chance. */
export const compareFacetter = (): Xsdsammenligning =>
  compareSkemaer(function* (kilder) {
    for (const kilde of kilder) yield* muterBlade(kilde)
  })
