import { isUuid } from '#kernel'
import type { Rollekatalog } from '../../regler/index.ts'
import { escapeXml } from '../faelles/xml-tekst.ts'
import {
  type Feltkobling,
  type Objektkobling,
  REGISTRERING,
  type Relationskobling,
  SAGINDEKSEGENSKABER,
} from './elementfelter.ts'

/** Writes a registration as the wire has it: what fagsystems send, and what fremsoeg answers with. */
export type Post = Readonly<Record<string, unknown>>

export const tag = (navn: string, indhold: string): string => `<${navn}>${indhold}</${navn}>`

export const tekst = (navn: string, vaerdi: unknown): string => (vaerdi === undefined ? '' : tag(navn, escapeXml(String(vaerdi))))

/** A UUID or URN as UnikIdType. */
const unikId = (navn: string, vaerdi: unknown): string => {
  if (vaerdi === undefined) return ''
  return tag(navn, tekst(isUuid(String(vaerdi)) ? 'sd:UUIDIdentifikator' : 'sd:URNIdentifikator', vaerdi))
}

const graense = (navn: string, vaerdi: unknown): string => {
  if (vaerdi === undefined) return ''
  return tag(navn, vaerdi === null ? '<sd:GraenseIndikator>true</sd:GraenseIndikator>' : tekst('sd:TidsstempelDatoTid', vaerdi))
}

function virkning(praefiks: string, post: Post): string {
  const vaerdi = post['virkning'] as Post | undefined
  if (!vaerdi) return ''
  const fra = vaerdi['fra'] === '-infinity' ? null : vaerdi['fra']
  const dele = [
    graense('sd:FraTidspunkt', fra),
    graense('sd:TilTidspunkt', vaerdi['til']),
    unikId('sd:AktoerRef', vaerdi['aktoerRef']),
    tekst('sd:AktoerTypeKode', vaerdi['aktoerTypeKode']),
    tekst('sd:NoteTekst', vaerdi['noteTekst']),
  ]
  return tag(`${praefiks}:Virkning`, dele.join(''))
}

const undtaget = (navn: string, vaerdi: Post): string =>
  tag(
    navn,
    tekst('sd:TitelAlternativTekst', vaerdi['titelAlternativTekst']) +
      tekst('sd:OffentlighedUndtagetHjemmelTekst', vaerdi['offentlighedUndtagetHjemmelTekst']),
  )

const felter = (koblinger: readonly Feltkobling[], post: Post): string =>
  koblinger
    .map(({ element, felt, slags }) => {
      const vaerdi = post[felt]
      if (vaerdi === undefined) return ''
      if (slags === 'undtaget') return undtaget(element, vaerdi as Post)
      return slags === 'id' ? unikId(element, vaerdi) : tekst(element, vaerdi)
    })
    .join('')

function journalpostEgenskaber(post: Post): string {
  const egenskaber = post['journalpostEgenskaber'] as Post | undefined
  if (!egenskaber) return ''
  const notat = egenskaber['journalnotatEgenskaber'] as Post | undefined
  const base64 = notat?.['notat'] === undefined ? undefined : Buffer.from(String(notat['notat'])).toString('base64')
  const dele = [
    tekst('sag:Dokumenttitel', egenskaber['dokumenttitel']),
    egenskaber['offentlighedUndtaget'] ? undtaget('sd:OffentlighedUndtaget', egenskaber['offentlighedUndtaget'] as Post) : '',
    notat
      ? tag(
          'sag:JournalnotatEgenskaber',
          tekst('sag:Titel', notat['titel']) + tekst('sag:Notat', base64) + tekst('sag:Format', notat['format']),
        )
      : '',
  ]
  return tag('sag:JournalpostEgenskaber', dele.join(''))
}

function rolleId(liste: string, vaerdi: unknown, roller: Rollekatalog): unknown {
  const navn = roller.rolleNavn(liste, String(vaerdi))
  return navn === undefined ? vaerdi : roller.rolleUuid(liste, navn)
}

function typeId(vaerdi: unknown, roller: Rollekatalog): unknown {
  const navn = roller.typeNavn(String(vaerdi))
  return navn === undefined ? vaerdi : roller.typeUuid(navn)
}

function relation(kobling: Relationskobling, post: Post, roller: Rollekatalog): string {
  const { element, liste, egne, udvidelse } = kobling
  const ekstra = udvidelse ? felter(udvidelse.felter, post) : ''
  return tag(
    element,
    [
      virkning('gd', post),
      unikId('gd:Rolle', rolleId(liste, post['rolle'], roller)),
      unikId('gd:Type', typeId(post['type'], roller)),
      tekst('gd:Indeks', post['indeks']),
      unikId('gd:ReferenceID', post['referenceId']),
      udvidelse && ekstra ? tag('gd:LokalUdvidelseListe', tag(udvidelse.element, ekstra)) : '',
      felter(egne, post),
      journalpostEgenskaber(post),
    ].join(''),
  )
}

/** The three lists of a registration, in the order of the schema; each stands there also where it is empty. */
function lister(kobling: Objektkobling, element: Post, roller: Rollekatalog): string {
  const { praefiks } = kobling
  const liste = (navn: string) => (element[navn] ?? []) as readonly Post[]
  const relationer = (lokale: boolean) =>
    kobling.relationer
      .filter(({ lokal }) => (lokal ?? false) === lokale)
      .map((regel) =>
        liste(regel.liste)
          .map((post) => relation(regel, post, roller))
          .join(''),
      )
      .join('')
  const lokale = relationer(true)
  const indeks = liste('sagIndeksEgenskaber').map((post) =>
    tag('si:SagIndeksEgenskaber', virkning('gd', post) + felter(SAGINDEKSEGENSKABER, post)),
  )
  const egenskaber = liste('egenskaber').map((post) =>
    tag(`${praefiks}:Egenskaber`, virkning(praefiks, post) + felter(kobling.egenskaber, post)),
  )
  const fremdrift = liste('fremdrift').map((post) =>
    tag(
      `${praefiks}:Fremdrift`,
      virkning(praefiks, post) + tekst(`${praefiks}:FremdriftStatusKode`, post['fremdriftStatusKode']),
    ),
  )
  return [
    tag(`${praefiks}:AttributListe`, egenskaber.join('') + (indeks.length ? tag('gd:LokalUdvidelseListe', indeks.join('')) : '')),
    tag(`${praefiks}:TilstandListe`, fremdrift.join('')),
    tag(`${praefiks}:RelationListe`, relationer(false) + (lokale ? tag('gd:LokalUdvidelseListe', lokale) : '')),
  ].join('')
}

/** A Registrering. `stsTidspunkt`: when the index took it in, where the index itself says it. Nothing is checked. */
export const writeRegistrering = (kobling: Objektkobling, element: Post, roller: Rollekatalog, stsTidspunkt?: string): string =>
  tag(
    `${kobling.praefiks}:Registrering`,
    felter(REGISTRERING, element) + tekst('gd:StsTidspunkt', stsTidspunkt) + lister(kobling, element, roller),
  )
