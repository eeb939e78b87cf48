import { type Art, parseDato } from '#kernel'
import { startOfDanskDag } from '#platform/clock'

/** One row of CSV by its column names; what is empty is left out. */
export type Raekke = Readonly<Record<string, string>>

type Post = Readonly<Record<string, unknown>>
type Kolonne = { readonly navn: string; readonly om: string }

const kolonner = (tekst: string): readonly Kolonne[] =>
  tekst
    .trim()
    .split('\n')
    .filter((linje) => linje.trim() !== '')
    .map((linje) => {
      const [navn = '', ...om] = linje.trim().split(' ')
      return { navn, om: om.join(' ') }
    })

const FAELLES = `
id objektets UUID
tidspunkt hvornår rækken blev, som den er, i jeres system
fra hvorfra det gælder; ellers tidspunkt
`
const EJER = `
kommune ejerens CVR-nummer
kommunenavn ejerens navn
enhed den ansvarlige enheds URN eller UUID
enhedsnavn enhedens navn
`
const PART = `
cpr partens CPR-nummer
cvr partens CVR-nummer, hvor den er en virksomhed
navn partens navn
`

/** The column names of each kind, in Danish, with what stands in them. */
export const KOLONNER: Readonly<Record<Art, readonly Kolonne[]>> = {
  sag: kolonner(`${FAELLES.trim()}
    sagsnummer sagens nummer
    titel den offentlige titel, én linje
    beskrivelse en længere tekst
    hjemmel retsgrundlaget
    foelsomhed som FORTROLIGE_PERSONOPLYSNINGER
    sagsstatus jeres egen statustekst
    opstaaet hvornår sagen opstod
    oplyst hvornår den var oplyst
    afgjort hvornår den blev afgjort
    afsluttet hvornår den blev afsluttet
    kle KLE-emne
    facet handlingsfacet, som G01
    undtaget ja, hvor sagen ikke må vises for borgeren
    dokumenter dokumenternes UUID'er, med mellemrum${EJER}${PART}`),
  dokument: kolonner(`${FAELLES.trim()}
    dokumentnummer dokumentets nummer
    titel titlen, én linje
    beskrivelse en længere tekst
    brevdato brevets dato
    foelsomhed som FORTROLIGE_PERSONOPLYSNINGER
    type som Brev, udgaaende
    tilstand som Endeligt
    kle KLE-emne
    undtaget ja, hvor dokumentet ikke må vises for borgeren${EJER}`),
  journalnotat: kolonner(`${FAELLES.trim()}
    sag sagens UUID
    titel titlen, én linje
    notat notatets tekst
    format Text, hvor intet står
    foelsomhed som FORTROLIGE_PERSONOPLYSNINGER
    undtaget ja, hvor notatet ikke må vises for borgeren`),
  bevilling: kolonner(`${FAELLES.trim()}
    startdato bevillingens første dag
    slutdato bevillingens sidste dag
    foelsomhed som FORTROLIGE_PERSONOPLYSNINGER
    status Aktiv, Inaktiv eller Passiv
    ydelseId ydelsens id i bevillingen; 1, hvor intet står
    ydelsestype Økonomisk, Fysisk, Ressource eller Tilladelse
    ydelsesnavn hvad der er bevilget
    omfang hvor meget
    kle KLE-emne
    beloeb beløb pr. gang, som 1250.00
    frekvens som Månedlig
    forudBagud Forud eller Bagud
    sag sagens UUID${EJER}${PART}`),
  oekonomiskEffektuering: kolonner(`${FAELLES.trim()}
    dispositionsdato hvornår pengene er til rådighed
    brutto samlet bruttobeløb, som 1250.00
    efterSkat beløb efter skat og ATP
    sendt beløb sendt til udbetaling
    udbetalt beløb udbetalt
    periodeFra ydelsesperiodens første dag
    periodeTil ydelsesperiodens sidste dag
    beloeb ydelsens beløb
    bevilling bevillingens UUID
    ydelseId ydelsens id i bevillingen; 1, hvor intet står
    kommune ejerens CVR-nummer
    kommunenavn ejerens navn`),
  aftale: kolonner(`${FAELLES.trim()}
    sag sagens UUID
    type Aftale eller Frist
    titel titlen, én linje
    beskrivelse en længere tekst
    start hvornår den begynder
    slut hvornår den slutter
    sted hvor
    status Aktiv, Aflyst, Afholdt eller Opfyldt
    foelsomhed som FORTROLIGE_PERSONOPLYSNINGER
    kle KLE-emne, hvor aftalen er uden sag${EJER}${PART}`),
}

/** A day is the beginning of that day in Denmark, where a time is asked for. Anything else goes as it is, for the rules to judge. */
const tid = (tekst: string | undefined): string | undefined => {
  const dag = tekst === undefined ? undefined : parseDato(tekst)
  return dag ? startOfDanskDag(dag) : tekst
}

const rens = (post: Post): Post => Object.fromEntries(Object.entries(post).filter(([, vaerdi]) => vaerdi !== undefined))
const virkning = (r: Raekke): Post => ({ fra: tid(r['fra'] ?? r['opstaaet'] ?? r['tidspunkt']) })
/** One post with its virkning. */
const saet = (r: Raekke, felter: Post): readonly Post[] => [{ virkning: virkning(r), ...rens(felter) }]
/** A relation where the column that names it is filled in. */
const relation = (naar: string | undefined, felter: Post): readonly Post[] => (naar === undefined ? [] : [rens(felter)])

const ejer = (r: Raekke): readonly Post[] => [
  ...relation(r['kommune'], { rolle: 'Ejer', cvrNummer: r['kommune'], fuldtNavn: r['kommunenavn'] }),
  ...relation(r['enhed'], {
    rolle: 'Ansvarlig',
    referenceId: r['enhed'],
    cvrNummer: r['kommune'],
    fuldtNavn: r['enhedsnavn'],
  }),
]

function part(r: Raekke, rolle: string): readonly Post[] {
  const cpr = r['cpr']?.replaceAll(/[\s-]/g, '')
  const urn = cpr === undefined ? r['cvr'] && `urn:oio:cvr-nr:${r['cvr']}` : `urn:oio:cpr-nr:${cpr}`
  return relation(urn, { rolle, referenceId: urn, fuldtNavn: r['navn'] })
}

const isJa = (tekst: string | undefined): boolean => tekst?.toLowerCase() === 'ja'

const undtaget = (r: Raekke): readonly Post[] =>
  isJa(r['undtaget']) ? [{ rolle: 'Visningsklasse', brugervendtNoegle: 'Visning undtaget for borger' }] : []

/** Each state until the next that has a time. */
function fremdrift(r: Raekke): readonly Post[] {
  const kendte = ['opstaaet', 'oplyst', 'afgjort', 'afsluttet'].flatMap((navn) => {
    const fra = tid(r[navn])
    return fra === undefined ? [] : [{ fra, kode: `${navn.charAt(0).toUpperCase()}${navn.slice(1)}` }]
  })
  return kendte.map(({ fra, kode }, i) => {
    const til = kendte[i + 1]?.fra
    return { virkning: til === undefined ? { fra } : { fra, til }, fremdriftStatusKode: kode }
  })
}

const FORMER: Readonly<Record<Art, (r: Raekke) => Post>> = {
  sag: (r) => ({
    egenskaber: saet(r, {
      brugervendtNoegle: r['sagsnummer'],
      titel: r['titel'],
      beskrivelse: r['beskrivelse'],
      hjemmelspecifikation: r['hjemmel'],
    }),
    sagIndeksEgenskaber: saet(r, { foelsomhed: r['foelsomhed'], sagsstatus: r['sagsstatus'] }),
    fremdrift: fremdrift(r),
    sagsaktoerer: ejer(r),
    sagsparter: part(r, 'Primær part'),
    sagsklasser: [
      ...relation(r['kle'], { rolle: 'Primær klasse', brugervendtNoegle: r['kle'] }),
      ...relation(r['facet'], { rolle: 'Handlingsklasse', brugervendtNoegle: r['facet'] }),
      ...undtaget(r),
    ],
    journalposter: (r['dokumenter']?.split(/\s+/) ?? []).map((referenceId) => ({ rolle: 'Tilakteret', referenceId })),
  }),
  dokument: (r) => ({
    egenskaber: saet(r, {
      brugervendtNoegle: r['dokumentnummer'],
      titel: r['titel'],
      beskrivelse: r['beskrivelse'],
      brevDato: r['brevdato'],
      foelsomhed: r['foelsomhed'],
      type: r['type'],
    }),
    fremdrift: saet(r, { fremdriftStatusKode: r['tilstand'] }),
    dokumentaktoerer: ejer(r),
    dokumentklasser: [...relation(r['kle'], { rolle: 'Primær klasse', brugervendtNoegle: r['kle'] }), ...undtaget(r)],
  }),
  journalnotat: (r) => ({
    sag: r['sag'],
    egenskaber: saet(r, {
      titel: r['titel'],
      notat: r['notat'],
      format: r['format'] ?? 'Text',
      foelsomhed: r['foelsomhed'],
      undtagetForBorger: isJa(r['undtaget']) ? true : undefined,
    }),
  }),
  bevilling: (r) => ({
    egenskaber: saet(r, { bevillingstartdato: r['startdato'], bevillingslutdato: r['slutdato'], foelsomhed: r['foelsomhed'] }),
    status: r['status'] === undefined ? [] : saet(r, { statusKode: r['status'] }),
    bevilgedeYdelser: [ydelse(r)],
    bevillingssager: relation(r['sag'], { referenceId: r['sag'] }),
    bevillingsparter: part(r, 'Ydelsesmodtager'),
    bevillingsaktoerer: ejer(r),
  }),
  oekonomiskEffektuering: (r) => ({
    egenskaber: saet(r, {
      dispositionsdato: r['dispositionsdato'],
      samletBruttobeloeb: r['brutto'],
      beloebEfterSkatATP: r['efterSkat'],
      beloebSendtTilUdbetaling: r['sendt'],
      beloebUdbetalt: r['udbetalt'],
    }),
    oekonomiskYdelseEffektueringer: [
      rens({
        ydelsesperiodeStartdato: r['periodeFra'],
        ydelsesperiodeSlutdato: r['periodeTil'],
        ydelsesbeloeb: r['beloeb'],
        bevilgetYdelseRef: { bevilling: r['bevilling'], bevilgetYdelseId: r['ydelseId'] ?? '1' },
      }),
    ],
    aktoerer: ejer(r),
  }),
  aftale: (r) => ({
    sag: r['sag'],
    egenskaber: saet(r, {
      type: r['type'],
      titel: r['titel'],
      beskrivelse: r['beskrivelse'],
      starttidspunkt: r['start'],
      sluttidspunkt: r['slut'],
      sted: r['sted'],
      status: r['status'],
      foelsomhed: r['foelsomhed'],
    }),
    aktoerer: ejer(r),
    parter: part(r, 'Primær part'),
    klasser: relation(r['kle'], { rolle: 'Primær klasse', brugervendtNoegle: r['kle'] }),
  }),
}

function ydelse(r: Raekke): Post {
  const plan = rens({ id: '1', beregningsfrekvens: r['frekvens'], forudBagud: r['forudBagud'], ydelsesbeloeb: r['beloeb'] })
  return rens({
    id: r['ydelseId'] ?? '1',
    ydelsestype: r['ydelsestype'],
    bevilgetYdelseStartdato: r['startdato'],
    bevilgetYdelseSlutdato: r['slutdato'],
    omfang: r['omfang'],
    ydelse: { ydelsesnavn: r['ydelsesnavn'], klassifikation: { brugervendtNoegle: r['kle'] } },
    oekonomiskEffektueringsplaner: r['beloeb'] === undefined ? undefined : [plan],
  })
}

/** The item that a row is, as REST has it. Nothing is judged here. */
export const toElement = (art: Art, r: Raekke): Post =>
  rens({ art, id: r['id'], tidspunkt: tid(r['tidspunkt']), ...FORMER[art](r) })
