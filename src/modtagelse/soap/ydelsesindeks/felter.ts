/**
 * Which element of the wire is which field of the received item, in the order that the XSD wants them: one table for reading and writing.
 * Names are `<prefix>:<element>` with the prefixes of navnerum.ts; a field is a path within its post, as `ydelse.klassifikation.rolle`.
 */
export type Kobling =
  | { readonly slags: Bladslags; readonly element: string; readonly felt: string }
  /** A rolle by its UUID, known by name in `liste`. */
  | { readonly slags: 'rolle'; readonly element: string; readonly liste: string }
  | { readonly slags: 'virkning'; readonly element: string }
  /** An element that is no post of its own. `altid`: it stands there also where it is empty. `sti`: what it is called where it is wrong itself. */
  | {
      readonly slags: 'gren'
      readonly element: string
      readonly indhold: readonly Kobling[]
      readonly altid?: true
      readonly sti?: string
    }
  /** Each element of the name is a post of the list `felt`. */
  | { readonly slags: 'liste'; readonly element: string; readonly felt: string; readonly indhold: readonly Kobling[] }

/** `id` is a UnikIdType, `type` one that is an object type known by name, `sts` is written by the index alone. */
type Bladslags = 'tekst' | 'tid' | 'boolsk' | 'id' | 'type' | 'uuid' | 'sts'

export type Objektkobling = {
  readonly art: 'bevilling' | 'oekonomiskEffektuering'
  /** What UnikRetur calls it. */
  readonly type: string
  /** The object in importer: the element of the operation, and the one within it. */
  readonly importer: readonly [ydre: string, indre: string]
  readonly registrering: string
  /** The change in opdater. */
  readonly opdater: string
  readonly fjern: string
  readonly soeg: string
  readonly billede: string
  /** The three lists of a registration. */
  readonly indhold: readonly Kobling[]
  /** What the registration says of itself in importer, and in opdater. */
  readonly hoved: readonly Kobling[]
  readonly aendringshoved: readonly Kobling[]
}

const blad =
  (slags: Bladslags) =>
  (element: string, felt: string): Kobling => ({ slags, element, felt })
const [tekst, tid, boolsk, id, uuid] = [blad('tekst'), blad('tid'), blad('boolsk'), blad('id'), blad('uuid')]

const lower = (navn: string): string => navn.charAt(0).toLowerCase() + navn.slice(1)
/** Elements whose field has the same name, within `under`. */
const ens =
  (kobl: typeof tekst) =>
  (praefiks: string, navne: readonly string[], under = ''): Kobling[] =>
    navne.map((navn) => kobl(`${praefiks}:${navn}`, `${under}${lower(navn)}`))
const [tekster, tider] = [ens(tekst), ens(tid)]

const gren = (element: string, indhold: readonly Kobling[]): Kobling => ({ slags: 'gren', element, indhold })
const fast = (element: string, indhold: readonly Kobling[]): Kobling => ({ slags: 'gren', element, indhold, altid: true })
const liste = (element: string, felt: string, indhold: readonly Kobling[]): Kobling => ({
  slags: 'liste',
  element,
  felt,
  indhold,
})
const virkning = (praefiks: string): Kobling => ({ slags: 'virkning', element: `${praefiks}:Virkning` })
const lokalt = (indhold: readonly Kobling[]): Kobling => gren('gd:LokalUdvidelseListe', indhold)

const noegle = (praefiks: string, navn: string): readonly Kobling[] => [
  { slags: 'rolle', element: `${praefiks}:Rolle`, liste: navn },
  { slags: 'type', element: `${praefiks}:Type`, felt: 'type' },
  tekst(`${praefiks}:Indeks`, 'indeks'),
  id(`${praefiks}:ReferenceID`, 'referenceId'),
]
/** A relation whose rolle is known by name. */
const relation = (element: string, felt: string, egne: readonly Kobling[]): Kobling =>
  liste(element, felt, [virkning('gd'), ...noegle('gd', felt), ...egne])
/** The four fields of a relation whose rolle and type are the sender's own. */
const ukendtNoegle = (praefiks: string, under = ''): readonly Kobling[] => [
  id(`${praefiks}:Rolle`, `${under}rolle`),
  id(`${praefiks}:Type`, `${under}type`),
  tekst(`${praefiks}:Indeks`, `${under}indeks`),
  id(`${praefiks}:ReferenceID`, `${under}referenceId`),
]
const navne = (praefiks: string): Kobling[] => tekster(praefiks, ['BrugervendtNoegle', 'FuldtNavn'])
const aktoer = (praefiks: string): Kobling[] => [...navne(praefiks), tekst(`${praefiks}:CVR-nr`, 'cvrNummer')]
const system = (praefiks: string): Kobling[] => [
  tekst(`${praefiks}:SystemNavn`, 'systemNavn'),
  tekst(`${praefiks}:SystemURI`, 'systemUri'),
]

const REGISTRERING: readonly Kobling[] = [
  tekst('sd:NoteTekst', 'noteTekst'),
  tid('sd:Tidspunkt', 'tidspunkt'),
  tekst('sd:LivscyklusKode', 'livscyklusKode'),
  id('sd:BrugerRef', 'brugerRef'),
  blad('sts')('gd:StsTidspunkt', 'stsTidspunkt'),
]
const AENDRING: readonly Kobling[] = [
  uuid('sd:UUIDIdentifikator', 'id'),
  tekst('sd:NoteTekst', 'noteTekst'),
  tid('yi:Tidspunkt', 'tidspunkt'),
]

const PLAN = liste('bi:OekonomiskEffektueringsplan', 'oekonomiskEffektueringsplaner', [
  tekst('bi:Id', 'id'),
  ...tider('bi', ['EffektueringsplanStartdato', 'EffektueringsplanSlutdato']),
  ...tekster('bi', ['Beregningsfrekvens', 'ForudBagud', 'Dispositionsdag', 'Ydelsesbeloeb']),
  boolsk('bi:ManueltGodkendes', 'manueltGodkendes'),
])

const YDELSE = gren('bi:Ydelse', [
  ...ukendtNoegle('bi', 'ydelse.'),
  // Of our own: the interface has no place for benefits that are not money.
  gren('bi:LokalUdvidelseListe', [gren('bby:YdelseEgenskaber', tekster('bby', ['Ydelsestype', 'Omfang']))]),
  tekst('bi:Ydelsesnavn', 'ydelse.ydelsesnavn'),
  gren('bi:Klassifikation', [
    ...ukendtNoegle('bi', 'ydelse.klassifikation.'),
    ...tekster('bi', ['BrugervendtNoegle', 'Klassetitel'], 'ydelse.klassifikation.'),
  ]),
])

export const BEVILLING: Objektkobling = {
  art: 'bevilling',
  type: 'BevillingIndeks',
  importer: ['yi:BevillingIndeks', 'bi:BevillingIndeks'],
  registrering: 'bi:Registrering',
  opdater: 'yi:OpdaterBevillingIndeks',
  fjern: 'bi:FjernInput',
  soeg: 'yi:SoegBevillingIndeks',
  billede: 'yi:BevillingFiltreretOejebliksbillede',
  hoved: REGISTRERING,
  aendringshoved: [...AENDRING, boolsk('yi:UdenNotifikation', 'udenNotifikation')],
  indhold: [
    fast('bi:AttributListe', [
      liste('bi:Egenskaber', 'egenskaber', [
        virkning('bi'),
        ...tekster('bi', ['BrugervendtNoegle', 'Bevillingstartdato', 'Bevillingslutdato', 'Begrundelse', 'Foelsomhed']),
      ]),
      liste('bi:BevilgetYdelse', 'bevilgedeYdelser', [
        virkning('bi'),
        ...tekster('bi', ['Id', 'Navn']),
        ...tider('bi', ['BevilgetYdelseStartdato', 'BevilgetYdelseSlutdato']),
        tekst('bi:Begrundelse', 'begrundelse'),
        boolsk('bi:Tilbagebetalingspligtig', 'tilbagebetalingspligtig'),
        tekst('bi:Meddelelse', 'meddelelse'),
        liste('bi:ItSystem', 'itSystemer', [...noegle('bi', 'itSystemer'), ...system('bi')]),
        YDELSE,
        PLAN,
      ]),
    ]),
    // The interface has the codes of the state and no element that takes them, so it stands as a local extension of our own.
    fast('bi:TilstandListe', [
      lokalt([liste('bby:BevillingStatus', 'status', [virkning('bby'), tekst('bby:StatusKode', 'statusKode')])]),
    ]),
    fast('bi:RelationListe', [
      relation('bi:Bevillingssag', 'bevillingssager', navne('bi')),
      relation('bi:Bevillingspart', 'bevillingsparter', navne('bi')),
      relation('bi:Bevillingsaktoer', 'bevillingsaktoerer', aktoer('bi')),
      relation('bi:Sikkerhedsprofil', 'sikkerhedsprofiler', []),
      lokalt([liste('bi:ItSystemRelation', 'itSystemer', [...noegle('bi', 'itSystemer'), ...system('bi')])]),
    ]),
  ],
}

export const EFFEKTUERING: Objektkobling = {
  art: 'oekonomiskEffektuering',
  type: 'OekonomiskEffektueringIndeks',
  importer: ['yi:OekonomiskEffektueringIndeks', 'oef:OekonomiskEffektueringIndeks'],
  registrering: 'oef:Registrering',
  opdater: 'yi:OpdaterOekonomiskEffektueringIndeks',
  fjern: 'oef:FjernInput',
  soeg: 'yi:SoegOekonomiskEffektueringIndeks',
  billede: 'yi:OekonomiskEffektueringFiltreretOejebliksbillede',
  hoved: REGISTRERING,
  aendringshoved: AENDRING,
  indhold: [
    fast('oef:AttributListe', [
      liste('oef:Egenskaber', 'egenskaber', [
        virkning('oef'),
        tekst('oef:BrugervendtNoegle', 'brugervendtNoegle'),
        ...tider('oef', ['Startdato', 'Slutdato']),
        tekst('oef:SamletBruttobeloeb', 'samletBruttobeloeb'),
        tid('oef:Dispositionsdato', 'dispositionsdato'),
        ...tekster('oef', [
          'BeloebEfterSkatATP',
          'BeloebSendtTilUdbetaling',
          'BeloebUdbetalt',
          'Udbetalingsafdeling',
          'SendtTilUdbetalingTekst',
          'UdbetaltTekst',
        ]),
      ]),
    ]),
    fast('oef:TilstandListe', []),
    fast('oef:RelationListe', [
      liste('oef:OekonomiskYdelseEffektueringRelation', 'oekonomiskYdelseEffektueringer', [
        virkning('gd'),
        ...ukendtNoegle('gd'),
        ...tider('oef', ['YdelsesperiodeStartdato', 'YdelsesperiodeSlutdato']),
        ...tekster('oef', ['Ydelsesbeloeb', 'Klassifikationsbeskrivelse']),
        {
          slags: 'gren',
          element: 'oef:BevilgetYdelseRef',
          sti: 'bevilgetYdelseRef',
          indhold: [
            uuid('sd:UUIDIdentifikator', 'bevilgetYdelseRef.bevilling'),
            tekst('oef:BevilgetYdelseId', 'bevilgetYdelseRef.bevilgetYdelseId'),
          ],
        },
      ]),
      relation('oef:Aktoer', 'aktoerer', aktoer('oef')),
      relation('oef:ItSystem', 'itSystemer', system('oef')),
      relation('oef:OekonomiskEffektueringPart', 'parter', navne('oef')),
    ]),
  ],
}

export const KOBLINGER: readonly Objektkobling[] = [BEVILLING, EFFEKTUERING]
