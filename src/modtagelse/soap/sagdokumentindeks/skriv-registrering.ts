import type { Rollekatalog } from '../../regler/index.ts'
import { rolleId, tag, tekst, typeId, unikId, virkning } from '../faelles/skriv-vaerdier.ts'
import {
  type Feltkobling,
  type Objektkobling,
  REGISTRERING,
  type Relationskobling,
  SAGINDEKSEGENSKABER,
} from './elementfelter.ts'

/** Writes a registration as the wire has it: what fagsystems send, and what fremsoeg answers with. */
export type Post = Readonly<Record<string, unknown>>

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

/** Text is kept as text; the other formats as the base64 that was sent. */
const toBase64 = (notat: string, format: unknown): string =>
  format === 'RTF' || format === 'OOXML' ? notat : Buffer.from(notat).toString('base64')

function journalpostEgenskaber(post: Post): string {
  const egenskaber = post['journalpostEgenskaber'] as Post | undefined
  if (!egenskaber) return ''
  const notat = egenskaber['journalnotatEgenskaber'] as Post | undefined
  const base64 = notat?.['notat'] === undefined ? undefined : toBase64(String(notat['notat']), notat['format'])
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

function relation(kobling: Relationskobling, post: Post, roller: Rollekatalog): string {
  const { element, liste, egne, udvidelse } = kobling
  const ekstra = udvidelse ? felter(udvidelse.felter, post) : ''
  return tag(
    element,
    [
      virkning('gd:Virkning', post),
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
    tag('si:SagIndeksEgenskaber', virkning('gd:Virkning', post) + felter(SAGINDEKSEGENSKABER, post)),
  )
  const egenskaber = liste('egenskaber').map((post) =>
    tag(`${praefiks}:Egenskaber`, virkning(`${praefiks}:Virkning`, post) + felter(kobling.egenskaber, post)),
  )
  const fremdrift = liste('fremdrift').map((post) =>
    tag(
      `${praefiks}:Fremdrift`,
      virkning(`${praefiks}:Virkning`, post) + tekst(`${praefiks}:FremdriftStatusKode`, post['fremdriftStatusKode']),
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
