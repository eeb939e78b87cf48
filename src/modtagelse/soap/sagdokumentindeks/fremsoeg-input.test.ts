import { expect, test } from 'vitest'
import { standardRoller } from '../../regler/index.ts'
import { pak } from '../faelles/mutationer.testdata.ts'
import { Soegefejl } from '../faelles/soegebrud.ts'
import { readXml, type Xml } from '../faelles/xml-trae.ts'
import { readFremsoeg } from './fremsoeg-input.ts'

const input = (indhold: string): Xml =>
  readXml(pak(`<sdi:FremsoegSagDokumentIndeksInput>${indhold}</sdi:FremsoegSagDokumentIndeksInput>`)).boern[0] as Xml
const laes = (indhold: string) => readFremsoeg(input(indhold), standardRoller)
const udtryk = (indhold: string) => laes(`<sdi:SoegUdtryk>${indhold}</sdi:SoegUdtryk>`)

const ID = 'b7a1c0de-0000-4000-8000-000000000001'
const TID = (navn: string, tid: string) =>
  `<${navn}>${tid === '*' ? '<sd:GraenseIndikator>true</sd:GraenseIndikator>' : `<sd:TidsstempelDatoTid>${tid}</sd:TidsstempelDatoTid>`}</${navn}>`
const FRA_TIL = (praefiks: string, fra: string, til: string) =>
  TID(`${praefiks}:FraTidspunkt`, fra) + TID(`${praefiks}:TilTidspunkt`, til)
const prototype = (
  p: 'sag' | 'di',
  { foran = '', egenskaber = '', lokal = '', fremdrift = '', relationer = '' }: Readonly<Record<string, string>>,
) =>
  `${foran}<${p}:AttributListe>${egenskaber && `<${p}:Egenskaber>${egenskaber}</${p}:Egenskaber>`}${lokal && `<gd:LokalUdvidelseListe>${lokal}</gd:LokalUdvidelseListe>`}</${p}:AttributListe><${p}:TilstandListe>${fremdrift}</${p}:TilstandListe><${p}:RelationListe>${relationer}</${p}:RelationListe>`
const soegSag = (dele: Parameters<typeof prototype>[1]) => `<sdi:SoegSag>${prototype('sag', dele)}</sdi:SoegSag>`
const soegDokument = (dele: Parameters<typeof prototype>[1], navn = 'SoegDokument') =>
  `<sdi:${navn}>${prototype('di', dele)}</sdi:${navn}>`
const titel = (tekst: string) => `<sag:Titel>${tekst}</sag:Titel>`
const harTitel = (tekst: string) => ({ liste: 'egenskaber', felter: { titel: tekst } })

test('UUIDs name objects of their kind alone, and what is none names nothing', () => {
  const { sager, dokumenter } = laes(`<sdi:SagUuid>${ID.toUpperCase()}</sdi:SagUuid><sdi:SagUuid>x</sdi:SagUuid>`)
  expect([sager?.arter, sager?.ider, dokumenter]).toEqual([['sag'], [ID], undefined])
  expect(laes('<sdi:DokumentUuid>x</sdi:DokumentUuid>').dokumenter?.ider).toEqual([])
})

test('a message that names nothing asks for all cases and documents', () => {
  const { sager, dokumenter } = laes('')
  expect([sager?.ider, sager?.udtryk, dokumenter?.ider, dokumenter?.udtryk]).toEqual([undefined, undefined, undefined, undefined])
})

test('SoegSag: each attribute set, state and relation is a post that must be held, its fields by the same post', () => {
  const part = 'd839f26a-d4d1-4441-b2d6-3dbbb12a9404'
  const { sager, dokumenter } = udtryk(
    soegSag({
      foran: `<sd:SoegRegistrering>${FRA_TIL('sd', '2026-01-01T00:00:00+01:00', '*')}</sd:SoegRegistrering>`,
      egenskaber: `<sag:PrincipielIndikator>true</sag:PrincipielIndikator>${titel('Aft*')}`,
      fremdrift: '<sag:Fremdrift><sag:FremdriftStatusKode>Opstaaet</sag:FremdriftStatusKode></sag:Fremdrift>',
      relationer: `<sag:Sagspart><gd:Rolle><sd:UUIDIdentifikator>${part}</sd:UUIDIdentifikator></gd:Rolle><gd:ReferenceID><sd:URNIdentifikator>urn:oio:cpr-nr:8712450017</sd:URNIdentifikator></gd:ReferenceID></sag:Sagspart>`,
    }),
  )
  expect(sager?.udtryk).toEqual({
    og: [
      { tidspunkt: { fra: '2025-12-31T23:00:00.000Z' } },
      { liste: 'egenskaber', felter: { principielIndikator: true, titel: 'Aft*' } },
      { liste: 'fremdrift', felter: { fremdriftStatusKode: 'Opstaaet' } },
      { liste: 'sagsparter', felter: { rolle: 'Primær part', referenceId: 'urn:oio:cpr-nr:8712450017' } },
    ],
  })
  expect(dokumenter).toBeUndefined()
})

test('a virkning is that of its post, and SoegVirkning that of the posts without one', () => {
  const egen = `<sag:Virkning>${FRA_TIL('sd', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z')}</sag:Virkning>`
  const { sager } = udtryk(
    soegSag({
      foran: `<sd:SoegVirkning>${FRA_TIL('sd', '*', '2026-01-02T00:00:00Z')}</sd:SoegVirkning>`,
      egenskaber: egen + titel('x'),
      relationer: '<sag:Sagsklasse/>',
    }),
  )
  expect(sager?.udtryk).toEqual({
    og: [
      {
        liste: 'egenskaber',
        felter: { titel: 'x' },
        virkning: { fra: '2026-02-01T00:00:00.000Z', til: '2026-03-01T00:00:00.000Z' },
      },
      { liste: 'sagsklasser', virkning: { til: '2026-01-02T00:00:00.000Z' } },
    ],
  })
})

test('the constant of a note finds any note: the index points at each by its id', () => {
  const reference = '<gd:ReferenceID><sd:URNIdentifikator>URN:Empty</sd:URNIdentifikator></gd:ReferenceID>'
  expect(udtryk(soegSag({ relationer: `<sag:Journalpost>${reference}</sag:Journalpost>` })).sager?.udtryk).toEqual({
    liste: 'journalposter',
    felter: { referenceId: 'urn:uuid:*' },
  })
})

test('intervals of creation, last change and letter date', () => {
  const sag = soegSag({
    lokal: `<si:SoegEgenskaberLokalUdvidelse><si:OprettetTidspunktInterval>${FRA_TIL('go', '2026-01-01T00:00:00Z', '*')}</si:OprettetTidspunktInterval><si:SenestAendretInterval>${FRA_TIL('go', '*', '2026-02-01T00:00:00Z')}</si:SenestAendretInterval></si:SoegEgenskaberLokalUdvidelse>`,
  })
  expect(udtryk(sag).sager?.udtryk).toEqual({
    og: [
      { tidspunkt: { til: '2026-02-01T00:00:00.000Z' } },
      { liste: 'sagIndeksEgenskaber', intervaller: { oprettetTidspunkt: { fra: '2026-01-01T00:00:00Z' } } },
    ],
  })
  const brev = soegDokument({
    lokal: `<di:SoegEgenskaberLokalUdvidelse><di:BrevDatoInterval>${FRA_TIL('go', '2026-01-01T00:00:00Z', '2026-01-31T00:00:00Z')}</di:BrevDatoInterval></di:SoegEgenskaberLokalUdvidelse>`,
  })
  expect(udtryk(brev).dokumenter?.udtryk).toEqual({
    liste: 'egenskaber',
    intervaller: { brevDato: { fra: '2026-01-01', til: '2026-01-31' } },
  })
})

test('AND, OR and NOT, nested; parts about the other kind are left out for each kind', () => {
  const dokument = soegDokument({ egenskaber: '<di:Titel>d</di:Titel>' })
  const caseless = soegDokument({}, 'SoegSagsloeseDokumenter')
  const { sager, dokumenter } = udtryk(
    `<sdi:operation>OR</sdi:operation>${soegSag({ egenskaber: titel('a') })}${dokument}<sdi:NOT>${soegSag({ egenskaber: titel('b') })}</sdi:NOT><sdi:SoegUdtryk>${soegSag({ egenskaber: titel('c') })}${soegSag({ egenskaber: titel('d') })}${caseless}</sdi:SoegUdtryk>`,
  )
  expect(sager?.udtryk).toEqual({ eller: [harTitel('a'), { ikke: harTitel('b') }, { og: [harTitel('c'), harTitel('d')] }] })
  expect(dokumenter?.udtryk).toEqual({ eller: [harTitel('d'), { sagsloes: true }] })
})

test('the page is that of the first part about the kind, wherever it stands', () => {
  const side =
    '<sd:FoersteResultatReference>20</sd:FoersteResultatReference><sd:MaksimalAntalKvantitet>10</sd:MaksimalAntalKvantitet>'
  const { sager, dokumenter } = udtryk(`${soegDokument({})}<sdi:NOT>${soegSag({ foran: side })}</sdi:NOT>`)
  expect([sager?.foerste, sager?.antal, dokumenter?.foerste, dokumenter?.antal]).toEqual([20, 10, undefined, undefined])
})

test('Vis chooses lists, Inkluder more objects, Sortering the order by priority', () => {
  const vis = (navn: string) => `<sdi:SagVis><sdi:Vis>${navn}</sdi:Vis></sdi:SagVis>`
  const sortering = (element: string, retning: string, prioritet: number) =>
    `<sdi:SagSortering><sdi:Element>${element}</sdi:Element><sdi:Retning>${retning}</sdi:Retning><sdi:Prioritet>${prioritet}</sdi:Prioritet></sdi:SagSortering>`
  const laest = laes(
    `<sdi:Filter>${vis('egenskaber')}${vis('journalpost-journalnote')}<sdi:SagInkluder>journalpost</sdi:SagInkluder></sdi:Filter><sdi:Sortering>${sortering('Titel', 'Faldende', 2)}${sortering('Livscyklus', 'Stigende', 0)}${sortering('Foelsomhed', 'Stigende', 1)}</sdi:Sortering>`,
  )
  expect(laest.visning).toEqual({
    sag: ['egenskaber', 'sagIndeksEgenskaber', 'journalposter'],
    dokument: undefined,
    journalposter: 'kunNotater',
  })
  expect(laest.inkluder).toEqual({ journalpost: true, sagsrelation: false, dokument: false })
  expect(laest.sager?.sortering).toEqual([
    { efter: { liste: 'sagIndeksEgenskaber', felt: 'foelsomhed' }, retning: 'stigende' },
    { efter: { liste: 'egenskaber', felt: 'titel' }, retning: 'faldende' },
  ])
})

test('everything in the index is Importeret: another LivscyklusKode finds nothing', () => {
  const soeg = (kode: string) =>
    udtryk(soegSag({ foran: `<sd:SoegRegistrering><sd:LivscyklusKode>${kode}</sd:LivscyklusKode></sd:SoegRegistrering>` })).sager
      ?.udtryk
  expect([soeg('Importeret'), soeg('Slettet')]).toEqual([{ og: [] }, { eller: [] }])
})

const soegeord =
  '<sag:Sagsklasse><gd:LokalUdvidelseListe><si:SagsklasseLokalUdvidelse><si:Soegeord><si:SoegeordIdentifikator>x</si:SoegeordIdentifikator></si:Soegeord></si:SagsklasseLokalUdvidelse></gd:LokalUdvidelseListe></sag:Sagsklasse>'
const notat =
  '<sag:Journalpost><sag:JournalpostEgenskaber><sag:JournalnotatEgenskaber><sag:Titel>x</sag:Titel></sag:JournalnotatEgenskaber></sag:JournalpostEgenskaber></sag:Journalpost>'
test.each([
  ['a search word of a class, which the index does not keep', soegSag({ relationer: soegeord })],
  ['what a note says, which is an item of its own', soegSag({ relationer: notat })],
  [
    'a time without a zone',
    soegSag({ foran: `<sd:SoegRegistrering>${FRA_TIL('sd', '2026-01-01T00:00:00', '*')}</sd:SoegRegistrering>` }),
  ],
  ['a page before the first', soegSag({ foran: '<sd:FoersteResultatReference>-1</sd:FoersteResultatReference>' })],
  [
    'an extension of a state',
    soegSag({
      fremdrift:
        '<gd:LokalUdvidelseListe><gd:SenestAendretTidspunkt>2026-01-01T00:00:00Z</gd:SenestAendretTidspunkt></gd:LokalUdvidelseListe>',
    }),
  ],
])('a search for %s is refused, never widened by leaving it out', (_, xml) => {
  expect(() => udtryk(xml)).toThrow(Soegefejl)
})
